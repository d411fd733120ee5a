/*
 * script.mjs - what arsip.js adds, and that nothing is missing without it.
 */
import assert from "node:assert/strict";
import { storyOf } from "./walk.mjs";

const theme = (page) =>
	page.evaluate(() => document.documentElement.dataset.theme ?? "auto");
const paper = (page) =>
	page.evaluate(() => getComputedStyle(document.body).backgroundColor);

export async function themeSwitch(page, base, site) {
	/* what the page looked like when its body began */
	await page.addInitScript(() => new MutationObserver((_, watch) => {
		if (!document.body)
			return;
		window.atFirst = document.documentElement.dataset.theme;
		watch.disconnect();
	}).observe(document, { childList: true, subtree: true }));
	await page.goto(base + "index.html");
	const button = page.locator(".tools button");
	const light = await paper(page);
	assert.equal(await button.getAttribute("aria-label"),
		"Warna: ikut perangkat");
	await button.click();
	assert.equal(await theme(page), "light");
	await button.click();
	assert.equal(await theme(page), "dark");
	assert.equal(await button.getAttribute("aria-label"), "Warna: gelap");
	assert.notEqual(await paper(page), light);
	await page.goto(base + storyOf(site));
	assert.equal(await page.evaluate(() => window.atFirst), "dark");
	assert.notEqual(await paper(page), light);
	await button.focus();
	await page.keyboard.press("Enter");
	assert.equal(await theme(page), "auto");
	assert.equal(await paper(page), light);
	await page.reload();
	assert.equal(await theme(page), "auto");
	await page.emulateMedia({ colorScheme: "dark" });
	assert.notEqual(await paper(page), light);
}

export async function noStorage(page, base) {
	await page.addInitScript(() =>
		Object.defineProperty(window, "localStorage", { get() {
			throw new DOMException("no", "SecurityError");
		} }));
	await page.goto(base + "index.html");
	await page.locator(".tools button").click();
	assert.equal(await theme(page), "light");
}

/* Where all that is read stands, and how long the page is. */
const layout = (page) => page.$$eval("main *:not(.preview *)", (all) =>
	JSON.stringify([document.documentElement.scrollHeight,
		document.documentElement.scrollWidth,
		...all.map((e) => e.getBoundingClientRect().top)]));

export async function previewByPointer(page, base, site) {
	await page.goto(base + storyOf(site));
	const link = page.locator(".reference a").first();
	const box = page.locator(".preview");
	await link.scrollIntoViewIfNeeded();
	const before = await layout(page);
	await link.hover();
	await box.waitFor({ state: "visible" });
	assert.equal(await box.locator("b").textContent(),
		await link.textContent());
	assert.match(await box.locator("small").textContent(), /\d{4}/);
	assert.match(await box.locator("p").textContent(), /^[A-Z, -]+ — ./);
	assert.equal(await layout(page), before, "nothing moves");
	assert.equal(await link.getAttribute("aria-describedby"), "preview");
	await box.hover();
	await page.waitForTimeout(400);
	assert.ok(await box.isVisible(), "the pointer can go into it");
	await page.mouse.move(2, 2);
	await box.waitFor({ state: "hidden" });
	assert.equal(await link.getAttribute("aria-describedby"), null);
	/* a pointer that only passes */
	await link.hover();
	await page.mouse.move(2, 2);
	await page.waitForTimeout(500);
	assert.ok(!await box.isVisible());
}

export async function previewByKeyboard(page, base, site) {
	await page.goto(base + storyOf(site));
	const links = page.locator(".reference a, .cited-by a");
	const box = page.locator(".preview");
	await page.locator(".dateline + p, .prose > p").first().click();
	do
		await page.keyboard.press("Tab");
	while (!await links.first().evaluate((a) => a === document.activeElement));
	await box.waitFor({ state: "visible" });
	await page.keyboard.press("Escape");
	await box.waitFor({ state: "hidden" });
	await page.keyboard.press("Shift+Tab");
	await page.keyboard.press("Tab");
	await box.waitFor({ state: "visible" });
	await page.keyboard.press("Shift+Tab");
	await box.waitFor({ state: "hidden" });
	assert.match(page.url(), /\d\.html$|[a-z]\.html$/);
}

export async function previewOnPhone(page, base, site) {
	await page.setViewportSize({ width: 320, height: 500 });
	await page.goto(base + storyOf(site));
	await page.locator(".reference a").first().hover();
	const box = page.locator(".preview");
	await box.waitFor({ state: "visible" });
	const { x, y, width, height } = await box.boundingBox();
	assert.ok(x >= 0 && x + width <= 320 && y >= 0 && y + height <= 500,
		JSON.stringify({ x, y, width, height }));
}

/* From a disk nothing can be fetched: nothing is tried, nothing complains. */
export async function noPreviewFromDisk(page, base, site) {
	await page.goto(base + storyOf(site));
	await page.locator(".reference a").first().hover();
	await page.waitForTimeout(600);
	assert.equal(await page.locator(".preview").count(), 0);
}

export async function withoutScript(page, base, site) {
	await page.goto(base + storyOf(site));
	assert.equal(await page.locator("button").count(), 0);
	assert.ok(!await page.locator(".tools").isVisible());
	for (const part of await page.locator(
		"h1, .facts li, .prose > *, .after, .reference, .neighbours a").all())
		assert.ok(await part.isVisible(), await part.textContent());
	await page.locator("summary").click();
	assert.ok(await page.locator("details pre").first().isVisible());
}
