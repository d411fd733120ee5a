/*
 * walk.mjs - the ways of a reader through the site, by pointer and by
 * keyboard; the same from a disk and from a host.
 */
import assert from "node:assert/strict";
import { expectKind, expectLinks } from "./browser.mjs";

/* Follows the link, which must be seen, and says where that leads. */
async function follow(page, base, site, link, kind) {
	const from = page.url();
	await link.first().click();
	await page.waitForURL((url) => url.href !== from);
	await expectKind(page, kind);
	await expectLinks(page, base, site);
}

/* An article of the demo that refers to another and belongs to a thread. */
export function storyOf(site) {
	return site.files.find((name) => /^\d/.test(name) &&
		/class="reference"/.test(site.read(name)) &&
		/href="[./]*thread\//.test(site.read(name)));
}

/* home, year, month, day, article, reference, thread, and back */
export async function walkCalendar(page, base, site) {
	const story = storyOf(site);
	const [year, month, day] = story.split("/");
	const to = (link, kind) => follow(page, base, site, link, kind);
	await page.goto(base + "index.html");
	await expectLinks(page, base, site);
	await to(page.locator(`.years a[href="${year}/index.html"]`), "year");
	await to(page.locator(`caption a[href$="${month}/index.html"]`), "month");
	await to(page.locator(`td a[href$="${day}/index.html"]`), "day");
	await to(page.locator(`.items a[href$="${story}"]`),
		"article");
	const article = page.url();
	const title = await page.locator(".reference a").first().textContent();
	await to(page.locator(".reference a"), "article");
	assert.equal(await page.locator("h1").textContent(), title);
	assert.ok(await page.locator(
		`.cited-by a[href$="${story}"]`).isVisible(), "cited by");
	await page.goBack();
	assert.equal(page.url(), article);
	await to(page.locator(".onward a[href*='thread/']"), "thread");
	assert.ok(await page.locator(
		`.items h3 a[href$="${story}"]`).isVisible(), "in its thread");
	await page.goBack();
	assert.equal(page.url(), article);
	await to(page.locator(".crumbs a"), "home");
}

/* all topics, the one most used, its oldest page, and on to newer ones */
export async function walkTags(page, base, site) {
	const to = (link, kind) => follow(page, base, site, link, kind);
	await page.goto(base + "index.html");
	await to(page.locator(".masthead a[href='tag/index.html']"), "tags");
	await page.goBack();
	await to(page.locator(".tags a"), "tag");
	let pages = 1;
	for (; await page.locator(".turn .back").count(); pages++)
		await to(page.locator(".turn .back"), "tag");
	assert.ok(pages > 1 && page.url().endsWith("/1.html"), page.url());
	await to(page.locator(".turn .forth"), "tag");
	await to(page.locator(".items a"), "article");
}

/* on this day; the source of an article; an address that is none */
export async function walkAside(page, base, site) {
	const to = (link, kind) => follow(page, base, site, link, kind);
	await page.goto(base + "index.html");
	await to(page.locator(".side a[href='on-this-day/index.html']"),
		"anniversaries");
	await to(page.locator(".ring a"), "anniversary");
	await to(page.locator(".items a"), "article");
	const words = await page.locator(".prose > p:not(.dateline)").first()
		.textContent();
	await to(page.locator(".onward a[href*='raw/']"), "raw");
	assert.ok((await page.locator(".raw").textContent()).includes(words));
	if (!base.startsWith("http"))
		return;
	await page.goto(base + "404.html");
	await expectKind(page, "missing");
	await expectLinks(page, base, site);
	await to(page.locator(".plain a"), "home");
}

/* What has the focus, which must be seen to have it. */
async function focused(page) {
	const seen = await page.evaluate(() => {
		const it = document.activeElement, box = it.getBoundingClientRect();
		const style = getComputedStyle(it);
		return {
			name: it.outerHTML.slice(0, 100),
			outline: parseFloat(style.outlineWidth) *
				(style.outlineStyle !== "none"),
			inView: box.width > 0 && box.bottom > 0 &&
				box.top < innerHeight && box.right > 0,
		};
	});
	assert.ok(seen.outline >= 2 && seen.inView,
		`the focus is not seen: ${JSON.stringify(seen)}`);
}

async function tabTo(page, selector) {
	for (let i = 0; i < 200; i++) {
		await page.keyboard.press("Tab");
		await focused(page);
		if (await page.evaluate((s) =>
			document.activeElement.matches(s), selector))
			return;
	}
	assert.fail(`Tab does not reach ${selector}`);
}

/* with nothing but Tab and Enter */
export async function walkByKeyboard(page, base, site) {
	const story = storyOf(site);
	const enter = async (kind) => {
		await Promise.all([page.waitForEvent("load"),
			page.keyboard.press("Enter")]);
		await expectKind(page, kind);
	};
	await page.goto(base + "index.html");
	await page.keyboard.press("Tab");
	await focused(page);
	assert.ok(await page.evaluate(() =>
		document.activeElement.matches(".skip")), "the first is the skip link");
	await page.keyboard.press("Enter");
	await page.keyboard.press("Tab");
	assert.ok(await page.evaluate(() =>
		document.activeElement.closest("main")), "it skips to the content");
	await tabTo(page, `.years a[href$="${story.slice(0, 4)}/index.html"]`);
	await enter("year");
	await tabTo(page, `td a[href$="${story.slice(5, 10)}/index.html"]`);
	await enter("day");
	await tabTo(page, ".items a");
	await enter("article");
	await page.goto(base + story);
	await tabTo(page, ".reference a");
	await enter("article");
	await tabTo(page, "summary");
	await page.keyboard.press("Enter");
	assert.ok(await page.locator("details pre").first().isVisible());
}
