/*
 * browser.mjs - Chromium, and pages that keep an ear on what goes wrong: any
 * error on the console (breaches of the Content-Security-Policy are such), any
 * request that fails or leaves the site.
 */
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

export function launch() {
	return chromium.launch({
		executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-quic", "--disable-gpu"],
	});
}

/* Runs `test` with a page on `base`; what the page complained of fails it. */
export async function withPage(browser, base, options, test) {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		reducedMotion: "reduce",
		...options,
	});
	const page = await context.newPage();
	const faults = [];
	page.setDefaultTimeout(15000);
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type()))
			faults.push(`${page.url()}: ${message.text()}`);
	});
	page.on("pageerror", (error) =>
		faults.push(`${page.url()}: ${error.message}`));
	page.on("request", (request) => {
		if (!request.url().startsWith(base))
			faults.push(`leaves the site: ${request.url()}`);
	});
	page.on("requestfailed", (request) => {
		/* a preview that is no longer wanted */
		if (request.failure()?.errorText !== "net::ERR_ABORTED")
			faults.push(`failed: ${request.url()}`);
	});
	try {
		await test(page);
		assert.deepEqual(faults, []);
	} catch (error) {
		error.message += `\nat ${page.url()}\n${faults.join("\n")}`;
		throw error;
	} finally {
		await context.close();
	}
}

/* What the page is: the class of its body. */
export async function expectKind(page, kind) {
	const name = await page.locator("body").getAttribute("class");
	assert.equal(name, `page-${kind}`, page.url());
}

/* Every link of this page within the site leads to a file, and its fragment
   to a place in it. */
export async function expectLinks(page, base, site) {
	const links = await page.$$eval("a[href], link[href], script[src]",
		(all) => all.map((a) => a.href || a.src));
	for (const link of links) {
		const url = new URL(link);
		const fragment = url.hash.slice(1);
		url.hash = "";
		if (!url.href.startsWith(base))
			continue;
		const name = decodeURI(url.href.slice(base.length)) ||
			"index.html";
		assert.ok(site.has(name), `${page.url()} links to ${link}`);
		if (fragment)
			assert.ok(site.read(name).includes(` id="${fragment}"`),
				`${page.url()} links to ${link}`);
	}
}
