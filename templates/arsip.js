/*
 * arsip.js - two comforts for those whose browser runs scripts: a button for
 * light and dark, and a preview of the article that a link leads to. Every
 * page is whole without this file. It reads pages of this site and nothing
 * else, makes no markup from text, and needs no other script.
 */
(() => {
"use strict";

const html = document.documentElement;
const words = document.currentScript.dataset;

/* --- light and dark -------------------------------------------------------- */

const schemes = ["auto", "light", "dark"];
const KEY = "arsip-theme";

/* Storage may be forbidden, or full: the choice then lasts for this page. */
function recall() {
	try {
		const scheme = localStorage.getItem(KEY);
		return schemes.includes(scheme) ? scheme : "auto";
	} catch {
		return "auto";
	}
}

function remember(scheme) {
	try {
		if (scheme === "auto")
			localStorage.removeItem(KEY);
		else
			localStorage.setItem(KEY, scheme);
	} catch {
		/* see recall() */
	}
}

function paint(scheme) {
	if (scheme === "auto")
		delete html.dataset.theme;
	else
		html.dataset.theme = scheme;
}

/* Before the page is drawn: this file is loaded in its head. */
let scheme = recall();
paint(scheme);

function addThemeButton() {
	const button = document.createElement("button");
	const show = () => {
		paint(scheme);
		button.dataset.scheme = scheme;
		button.title = words[scheme];
		button.setAttribute("aria-label", words[scheme]);
	};
	button.type = "button";
	button.className = "theme";
	button.addEventListener("click", () => {
		scheme = schemes[(schemes.indexOf(scheme) + 1) % schemes.length];
		remember(scheme);
		show();
	});
	/* another tab of the site */
	addEventListener("storage", (event) => {
		if (event.key !== KEY && event.key !== null)
			return;
		scheme = recall();
		show();
	});
	show();
	document.querySelector(".tools")?.append(button);
}

/* --- previews -------------------------------------------------------------- */

const LINKS = ".reference a, .cites a, .cited-by a";
const OPEN_AFTER = 300; /* ms: a pointer that only passes opens nothing */
const CLOSE_AFTER = 250; /* ms: time to move into the preview */
const GAP = 8; /* px to the link, and to the edge of the window */

const box = document.createElement("div");
const fetched = new Map(); /* address -> promise of what it says, or null */
let link = null; /* the one that is or will be previewed */
let timer = 0;

function textOf(page, selector) {
	const text = page.querySelector(selector)?.textContent ?? "";
	return text.replace(/\s+/g, " ").trim();
}

/* null for a page that is no article. */
async function read(address) {
	const response = await fetch(address);
	if (!response.ok)
		return null;
	const page = new DOMParser()
		.parseFromString(await response.text(), "text/html");
	const title = textOf(page, "article h1");
	return title && {
		title,
		date: textOf(page, ".facts time"),
		place: textOf(page, ".dateline"),
		lead: page.querySelector("meta[name=description]")?.content ?? "",
	};
}

/* Once for each address, also if it cannot be read. */
function readOnce(address) {
	if (!fetched.has(address))
		fetched.set(address, read(address).catch(() => null));
	return fetched.get(address);
}

function addText(parent, name, text) {
	if (!text)
		return null;
	const element = document.createElement(name);
	element.textContent = text;
	parent.append(element);
	return element;
}

function fill(article) {
	box.replaceChildren();
	const date = addText(box, "small", article.date);
	if (date)
		date.lang = html.lang;
	addText(box, "b", article.title);
	const lead = document.createElement("p");
	if (addText(lead, "span", article.place))
		lead.append(" — ");
	lead.append(article.lead);
	if (lead.textContent)
		box.append(lead);
}

/* Below the link, or above where there is more room; within the window. */
function place() {
	const rows = link.getClientRects();
	const last = rows[rows.length - 1], first = rows[0];
	const width = html.clientWidth, height = html.clientHeight;
	const below = height - last.bottom, above = first.top;
	const fits = below >= box.offsetHeight + GAP || below >= above;
	const left = Math.min(fits ? last.left : first.left,
			      width - box.offsetWidth - GAP);
	box.style.left = `${Math.max(GAP, left) + scrollX}px`;
	const top = fits ? last.bottom + GAP / 2
		: first.top - box.offsetHeight - GAP / 2;
	box.style.top = `${Math.max(GAP, top) + scrollY}px`;
}

async function open(wanted) {
	const article = await readOnce(wanted.href);
	if (!article || link !== wanted)
		return;
	fill(article);
	box.hidden = false;
	wanted.setAttribute("aria-describedby", box.id);
	place();
}

function close() {
	clearTimeout(timer);
	link?.removeAttribute("aria-describedby");
	link = null;
	box.hidden = true;
}

function closeSoon() {
	clearTimeout(timer);
	timer = setTimeout(close, CLOSE_AFTER);
}

function openSoon(wanted, delay) {
	clearTimeout(timer);
	if (wanted === link && !box.hidden)
		return;
	close();
	link = wanted;
	timer = setTimeout(open, delay, wanted);
}

function isElsewhere(event, inside) {
	return !inside.contains(event.relatedTarget);
}

/* The link around `target`, if it is one to preview: into this site. */
function previewable(target) {
	const found = target.closest?.(LINKS);
	return found && found.origin === location.origin ? found : null;
}

function addPreviews() {
	/* from a disk nothing can be fetched */
	if (!location.protocol.startsWith("http") ||
	    !document.querySelector(LINKS))
		return;
	box.id = "preview";
	box.className = "preview";
	box.lang = "id"; /* as the articles are */
	box.hidden = true;
	box.setAttribute("role", "tooltip");
	document.body.append(box);

	const main = document.querySelector("main");
	main.addEventListener("pointerover", (event) => {
		const wanted = previewable(event.target);
		if (wanted && event.pointerType !== "touch")
			openSoon(wanted, OPEN_AFTER);
	});
	main.addEventListener("pointerout", (event) => {
		const left = previewable(event.target);
		if (left && left === link && isElsewhere(event, left))
			closeSoon();
	});
	main.addEventListener("focusin", (event) => {
		const wanted = previewable(event.target);
		if (wanted?.matches(":focus-visible"))
			openSoon(wanted, 0);
	});
	main.addEventListener("focusout", (event) => {
		if (previewable(event.target))
			closeSoon();
	});
	box.addEventListener("pointerenter", () => clearTimeout(timer));
	box.addEventListener("pointerleave", closeSoon);
	addEventListener("keydown", (event) => {
		if (event.key === "Escape")
			close();
	});
	/* the window may have another size, or have come back by "back" */
	addEventListener("resize", close);
	addEventListener("pagehide", close);
}

document.addEventListener("DOMContentLoaded", () => {
	addThemeButton();
	addPreviews();
});
})();
