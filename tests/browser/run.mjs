/*
 * run.mjs - the demo as a reader's browser sees it; prints TAP. Needs
 * Chromium and the packages of package-lock.json, and no network.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import { launch, withPage } from "./browser.mjs";
import { makeSite } from "./site.mjs";
import * as script from "./script.mjs";
import * as walk from "./walk.mjs";
import { expandAll } from "./data.mjs";

const AXE = readFileSync(createRequire(import.meta.url)
	.resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const PAGE_MAX = 12000, FILE_MAX = 15000; /* bytes */

const site = await makeSite();
const english = await makeSite("language: en\n");
const browser = await launch();
let count = 0, failed = 0;

async function test(name, run) {
	if (!name.includes(process.env.ONLY ?? ""))
		return;
	try {
		await run();
		console.log(`ok ${++count} - ${name}`);
	} catch (error) {
		failed++;
		console.log(`not ok ${++count} - ${name}`);
		console.log(error.stack.replace(/^/gm, "# "));
	}
}

function testPage(name, base, run, options = {}, on = site) {
	return test(name, () => withPage(browser, base, options,
		(page) => run(page, base, on)));
}

/* --- what a page kind must be, in both schemes, on phone and desk ---------- */

async function expectAccessible(page, where) {
	const found = await page.evaluate(async (tags) => (await axe.run({
		runOnly: { type: "tag", values: tags },
		rules: { "target-size": { enabled: true },
			"heading-order": { enabled: true },
			"region": { enabled: true },
			"landmark-one-main": { enabled: true } },
	})).violations.flatMap((rule) => rule.nodes.map((node) =>
		`${rule.id}: ${node.html}\n${node.failureSummary}`)), WCAG);
	assert.deepEqual(found, [], where);
}

async function lookAt(page, address) {
	await page.goto(address);
	await page.evaluate(AXE);
	for (const details of await page.locator("details").all())
		await details.evaluate((it) => { it.open = true; });
	for (const width of [320, 1280])
		for (const colorScheme of ["light", "dark"]) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			await expectAccessible(page, `${width} px, ${colorScheme}`);
			assert.equal(await page.evaluate(() =>
				document.documentElement.scrollWidth), width,
			"no sideways scrolling");
		}
	assert.equal(await page.locator("h1").count(), 1, "one h1");
}

function weigh() {
	for (const name of site.files.filter((n) => /^\d{4}(\/\d\d){2}\/(?!index)/
		.test(n))) {
		const html = site.read(name);
		const text = html.replace(/<(script|style)\b.*?<\/\1>|<[^>]*>/gs, "")
			.replace(/\s+/g, " ");
		const beyond = Buffer.byteLength(html) - Buffer.byteLength(text);
		assert.ok(beyond < PAGE_MAX, `${name}: ${beyond} bytes`);
	}
	for (const name of ["style.css", "arsip.js"])
		assert.ok(Buffer.byteLength(site.read(name)) < FILE_MAX, name);
}

for (const [kind, name] of site.kinds())
	await testPage(`axe: ${kind}`, site.http, (page) =>
		lookAt(page, site.http + name));
await testPage("axe: an article in a site in English", english.http,
	async (page, base, on) => {
		await lookAt(page, base + walk.storyOf(on));
		assert.equal(await page.locator("html").getAttribute("lang"), "en");
		assert.equal(await page.locator("h1").getAttribute("lang"), "id");
		assert.equal(await page.locator(".prose").getAttribute("lang"), "id");
	}, {}, english);

for (const base of [site.http, site.file]) {
	const from = base === site.http ? "from a host" : "from a disk";
	await testPage(`by date to an article, its reference, its thread, ${from}`,
		base, walk.walkCalendar);
	await testPage(`to the oldest page of a topic, ${from}`, base,
		walk.walkTags);
	await testPage(`on this day, source, wrong address, ${from}`, base,
		walk.walkAside);
	await testPage(`by keyboard alone, ${from}`, base, walk.walkByKeyboard);
	await testPage(`light and dark, ${from}`, base, script.themeSwitch);
	await testPage(`without JavaScript, ${from}`, base, script.withoutScript,
		{ javaScriptEnabled: false });
}
await testPage("light and dark where nothing can be stored", site.http,
	script.noStorage);
await testPage("a preview by pointer", site.http, script.previewByPointer);
await testPage("a preview by keyboard", site.http, script.previewByKeyboard);
await testPage("a preview stays in a small window", site.http,
	script.previewOnPhone);
await testPage("no preview from a disk", site.file, script.noPreviewFromDisk);
await testPage("what is printed", site.http, async (page, base, on) => {
	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	await page.goto(base + walk.storyOf(on));
	assert.ok(await page.locator(".prose").isVisible());
	assert.ok(await page.locator(".colophon .cite").isVisible());
	for (const part of [".masthead nav", ".crumbs", ".neighbours", ".tools"])
		assert.ok(!await page.locator(part).isVisible(), part);
});
await test("pages, style and script are light", weigh);
await test("a processor of JSON-LD reads every article", () =>
	expandAll(site));

await browser.close();
site.close();
english.close();
console.log(`1..${count}`);
process.exitCode = failed ? 1 : 0;
