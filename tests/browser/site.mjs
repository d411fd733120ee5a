/*
 * site.mjs - the demo, built for a host on loopback: below a folder of it, as
 * on a project's page at a git host. Knows the files, not what they should say.
 */
import { execFileSync } from "node:child_process";
import { cpSync, createReadStream, mkdtempSync, readFileSync, readdirSync,
	rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const top = fileURLToPath(new URL("../..", import.meta.url));
const arsip = process.env.ARSIP ?? join(top, "build/arsip");
const FOLDER = "/arsip/";
const TYPES = { html: "text/html; charset=utf-8", css: "text/css",
	js: "text/javascript", xml: "application/xml",
	json: "application/json", txt: "text/plain" };

function serve(folder) {
	const server = createServer((request, response) => {
		const path = decodeURI(new URL(request.url, "http://x").pathname);
		const send = (status, file) => {
			response.writeHead(status, { "content-type":
				TYPES[file.split(".").pop()] ?? "text/plain" });
			createReadStream(file).pipe(response);
		};
		if (path === "/favicon.ico") { /* the browser's own wish */
			response.writeHead(204).end();
			return;
		}
		const file = join(folder, path.slice(FOLDER.length));
		const found = path.startsWith(FOLDER) &&
			statSync(file, { throwIfNoEntry: false })?.isFile();
		send(found ? 200 : 404, found ? file : join(folder, "404.html"));
	});
	return new Promise((done) =>
		server.listen(0, "127.0.0.1", () => done(server)));
}

/* `options`: lines of arsip.yaml; small pages make all lists have several. */
export async function makeSite(options = "") {
	const root = mkdtempSync(join(tmpdir(), "arsip-browser-"));
	const folder = join(root, "public");
	const server = await serve(folder);
	const http = `http://127.0.0.1:${server.address().port}${FOLDER}`;
	cpSync(join(top, "content"), join(root, "content"), { recursive: true });
	writeFileSync(join(root, "arsip.yaml"), `title: Arsip Nusa
description: Arsip berita contoh.
base_url: ${http}
page_size: 5
${options}`);
	/* two articles for one address: the demo has none */
	for (const place of ["KARTA", "KENDAL"])
		writeFileSync(join(root, `content/pasar-${place}.txt`),
			`Pasar Pagi Pindah\n\n${place}, 3 Maret 2021 - ` +
			`Pedagang pasar di ${place} mulai pindah hari ini.\n`);
	execFileSync(arsip, ["-C", root, "build", "--quiet"]);
	const files = readdirSync(folder, { recursive: true })
		.filter((name) => name.endsWith(".html")).sort();
	return {
		http,
		file: pathToFileURL(folder).href + "/",
		files,
		read: (name) => readFileSync(join(folder, name), "utf8"),
		has: (name) => !!statSync(join(folder, name),
			{ throwIfNoEntry: false })?.isFile(),
		/* the first page of each kind, by the class of its body */
		kinds() {
			const kinds = new Map();
			for (const name of files) {
				const kind = /<body class="page-([a-z-]+)"/
					.exec(this.read(name))?.[1];
				if (!kinds.has(kind))
					kinds.set(kind, name);
			}
			return kinds;
		},
		close() {
			server.close();
			rmSync(root, { recursive: true });
		},
	};
}
