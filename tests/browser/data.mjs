/*
 * data.mjs - the articles' JSON-LD, expanded by a processor that is not ours.
 * The context is the part of schema.org's that news articles use: the tests
 * need no network.
 */
import assert from "node:assert/strict";
import jsonld from "jsonld";

const S = "https://schema.org/";
const link = { "@type": "@id" };
const CONTEXT = { "@context": {
	"@vocab": S, type: "@type", id: "@id",
	url: link, sameAs: link, mainEntityOfPage: link, isBasedOn: link,
	datePublished: { "@type": "Date" },
} };

async function documentLoader(address) {
	assert.match(address, /^https:\/\/schema\.org\/?$/);
	return { document: CONTEXT, documentUrl: address, contextUrl: null };
}

const valueOf = (node, name) =>
	node[S + name]?.[0]["@value"] ?? node[S + name]?.[0]["@id"];

async function expand(site, name) {
	const html = site.read(name);
	const block = /<script type="application\/ld\+json">(.*?)<\/script>/s
		.exec(html);
	const [article, ...more] = await jsonld.expand(JSON.parse(block[1]),
		{ documentLoader, safe: true });
	assert.equal(more.length, 0);
	assert.deepEqual(article["@type"], [S + "NewsArticle"]);
	assert.equal(valueOf(article, "inLanguage"), "id");
	assert.equal(valueOf(article, "url"), site.http + name);
	const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)[1]
		.replaceAll("&quot;", "\"").replaceAll("&#39;", "'")
		.replaceAll("&amp;", "&");
	assert.equal(valueOf(article, "headline"), title);
	const date = /<ul class="facts">\s*<li><a[^>]*><time datetime="([^"]+)"/
		.exec(html)?.[1];
	assert.equal(valueOf(article, "datePublished")?.slice(0, 10), date);
	const cited = article[S + "citation"] ?? [];
	for (const one of cited) {
		assert.ok(valueOf(one, "headline"), name);
		const url = valueOf(one, "url");
		assert.ok(!url || site.has(url.slice(site.http.length)), url);
	}
	return cited.length;
}

export async function expandAll(site) {
	let articles = 0, cited = 0;
	for (const name of site.files)
		if (site.read(name).includes('<body class="page-article">')) {
			cited += await expand(site, name);
			articles++;
		}
	assert.ok(articles > 60 && cited > 60, `${articles}, ${cited}`);
}
