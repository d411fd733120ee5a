/*
 * html.c - see html.h. The one adapter to libxml2, whose HTML parser calls for
 * each element; nothing of it is kept. Two limits hold its work down: of open
 * elements, since an end tag is looked for among them all, and of bytes in
 * different names, since an attribute is compared with all others of its tag.
 */
#include "loader/html.h"

#include "base/buf.h"
#include "base/text.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

enum {
	NAMES_CAP = 16 << 10, /* bytes of all names; real pages have 2 to 6 K */
};

struct builder {
	xmlParserCtxtPtr parser;
	VEC(struct html_node) nodes;
	VEC(uint32_t) open; /* from the root down */
	/* Where in `text` each node's own begins; it ends where it ends. */
	VEC(size_t) starts;
	struct buf text;
	struct arena *arena;
	bool too_deep;
};

/* --- names ---------------------------------------------------------------- */

struct tag_name {
	const char *name;
	enum html_tag tag;
};
/* Sorted by name. */
static const struct tag_name tag_names[] = {
	{ "a", HTML_A },
	{ "address", HTML_BLOCK },
	{ "area", HTML_HIDDEN },
	{ "article", HTML_ARTICLE },
	{ "aside", HTML_CHROME },
	{ "audio", HTML_HIDDEN },
	{ "blockquote", HTML_BLOCK },
	{ "body", HTML_BLOCK },
	{ "br", HTML_BR },
	{ "button", HTML_HIDDEN },
	{ "canvas", HTML_HIDDEN },
	{ "caption", HTML_CHROME },
	{ "center", HTML_BLOCK },
	{ "dd", HTML_BLOCK },
	{ "dialog", HTML_CHROME },
	{ "div", HTML_BLOCK },
	{ "dl", HTML_BLOCK },
	{ "dt", HTML_BLOCK },
	{ "fieldset", HTML_BLOCK },
	{ "figcaption", HTML_CHROME },
	{ "figure", HTML_CHROME },
	{ "footer", HTML_CHROME },
	{ "form", HTML_BLOCK },
	{ "h1", HTML_H1 },
	{ "h2", HTML_HEADING },
	{ "h3", HTML_HEADING },
	{ "h4", HTML_HEADING },
	{ "h5", HTML_HEADING },
	{ "h6", HTML_HEADING },
	{ "head", HTML_BLOCK },
	{ "header", HTML_CHROME },
	{ "hr", HTML_BLOCK },
	{ "html", HTML_BLOCK },
	{ "iframe", HTML_HIDDEN },
	{ "img", HTML_HIDDEN },
	{ "input", HTML_HIDDEN },
	{ "label", HTML_HIDDEN },
	{ "li", HTML_LI },
	{ "link", HTML_LINK },
	{ "main", HTML_BLOCK },
	{ "map", HTML_HIDDEN },
	{ "math", HTML_HIDDEN },
	{ "menu", HTML_CHROME },
	{ "meta", HTML_META },
	{ "nav", HTML_CHROME },
	{ "noframes", HTML_HIDDEN },
	{ "noscript", HTML_HIDDEN },
	{ "object", HTML_HIDDEN },
	{ "ol", HTML_LIST },
	{ "option", HTML_HIDDEN },
	{ "p", HTML_P },
	{ "pre", HTML_BLOCK },
	{ "script", HTML_SCRIPT },
	{ "section", HTML_BLOCK },
	{ "select", HTML_HIDDEN },
	{ "style", HTML_HIDDEN },
	{ "svg", HTML_HIDDEN },
	{ "table", HTML_BLOCK },
	{ "tbody", HTML_BLOCK },
	{ "td", HTML_CELL },
	{ "template", HTML_HIDDEN },
	{ "textarea", HTML_HIDDEN },
	{ "tfoot", HTML_BLOCK },
	{ "th", HTML_CELL },
	{ "thead", HTML_BLOCK },
	{ "time", HTML_TIME },
	{ "title", HTML_TITLE },
	{ "tr", HTML_ROW },
	{ "ul", HTML_LIST },
	{ "video", HTML_HIDDEN },
};

static int cmp_tag(const void *name, const void *row)
{
	return strcmp(name, ((const struct tag_name *)row)->name);
}

static enum html_tag tag_of(const char *name)
{
	const struct tag_name *row = bsearch(
	    name, tag_names, COUNT_OF(tag_names), sizeof *tag_names, cmp_tag);
	return row ? row->tag : HTML_INLINE;
}

static enum html_attr_name attr_of(const char *name)
{
	static const char *const names[HTML_ATTRS] = {
		[HTML_CLASS] = "class",
		[HTML_CONTENT] = "content",
		[HTML_DATETIME] = "datetime",
		[HTML_HREF] = "href",
		[HTML_ID] = "id",
		[HTML_ITEMPROP] = "itemprop",
		[HTML_NAME] = "name",
		[HTML_PROPERTY] = "property",
		[HTML_REL] = "rel",
		[HTML_STYLE] = "style",
		[HTML_TYPE] = "type",
	};
	size_t i = 0;
	while (i < HTML_ATTRS && strcmp(name, names[i]) != 0)
		i++;
	return (enum html_attr_name)i;
}

/* --- what the parser calls ------------------------------------------------ */

void html_set_up(void)
{
	xmlInitParser();
}

static uint32_t add_node(struct builder *b, enum html_tag tag)
{
	uint32_t at = (uint32_t)b->nodes.count;
	uint32_t parent = b->open.count ? b->open.items[b->open.count - 1] : 0;
	vec_push(&b->nodes, (struct html_node){ .tag = tag, .parent = parent });
	vec_push(&b->starts, b->text.len);
	return at;
}

static void take_attrs(struct builder *b, struct html_node *node,
		       const xmlChar **attrs)
{
	struct html_attr kept[HTML_ATTRS];
	uint32_t count = 0;
	for (; attrs && attrs[0]; attrs += 2) {
		enum html_attr_name name = attr_of((const char *)attrs[0]);
		if (name == HTML_ATTRS || !attrs[1] || count == HTML_ATTRS)
			continue;
		kept[count++] = (struct html_attr){
			name,
			arena_copy(b->arena, slice_of((const char *)attrs[1]))
		};
	}
	struct html_attr *own =
	    count ? ARENA_ARRAY(b->arena, struct html_attr, count) : NULL;
	for (uint32_t i = 0; i < count; i++)
		own[i] = kept[i];
	node->attrs = own;
	node->attr_count = count;
}

static void start_element(void *ctx, const xmlChar *name, const xmlChar **attrs)
{
	struct builder *b = ctx;
	if (b->open.count == HTML_DEPTH_MAX) {
		b->too_deep = true;
		xmlStopParser(b->parser);
		return;
	}
	uint32_t at = add_node(b, tag_of((const char *)name));
	take_attrs(b, &b->nodes.items[at], attrs);
	vec_push(&b->open, at);
}

static void end_element(void *ctx, const xmlChar *name)
{
	struct builder *b = ctx;
	(void)name;
	if (b->open.count <= 1)
		return;
	b->open.count--;
	b->nodes.items[b->open.items[b->open.count]].end =
	    (uint32_t)b->nodes.count;
}

/* It comes in pieces of some hundred bytes, which are put together. */
static void characters(void *ctx, const xmlChar *bytes, int length)
{
	struct builder *b = ctx;
	struct html_node *last = &b->nodes.items[b->nodes.count - 1];
	struct slice s = slice_make((const char *)bytes, (size_t)length);
	/* in "<b>…</b>…" the last text has another parent */
	if (last->tag != HTML_TEXT ||
	    last->parent != b->open.items[b->open.count - 1]) {
		uint32_t at = add_node(b, HTML_TEXT);
		b->nodes.items[at].end = at + 1;
	}
	buf_add(&b->text, s);
}

/* --- the whole ------------------------------------------------------------ */

static void ignore(void *ctx, const char *message, ...)
{
	(void)ctx;
	(void)message;
}

/* Nodes and texts move to the arena. */
static void keep(struct html *out, struct builder *b)
{
	struct html_node *nodes =
	    ARENA_ARRAY(b->arena, struct html_node, b->nodes.count);
	struct slice text = arena_copy(b->arena, buf_slice(&b->text));
	for (size_t i = 0; i < b->nodes.count; i++) {
		size_t to =
		    i + 1 < b->nodes.count ? b->starts.items[i + 1] : text.len;
		nodes[i] = b->nodes.items[i];
		if (nodes[i].tag == HTML_TEXT)
			nodes[i].text = slice_sub(text, b->starts.items[i], to);
	}
	out->nodes = nodes;
	out->count = (uint32_t)b->nodes.count;
}

bool html_parse(struct html *out, struct slice text, struct arena *a)
{
	static const char empty[] = " ";
	struct builder b = { .arena = a };
	htmlSAXHandler calls = {
		.startElement = start_element,
		.endElement = end_element,
		.characters = characters,
		.ignorableWhitespace = characters,
		.cdataBlock = characters,
		.warning = ignore,
		.error = ignore,
		.fatalError = ignore,
	};
	if (!text.len || text.len > INT32_MAX)
		text = slice_make(empty, 1);
	xmlParserCtxtPtr parser =
	    htmlCreateMemoryParserCtxt(text.ptr, (int)text.len);
	if (!parser)
		base_no_memory_in("libxml2");
	xmlFree(parser->sax);
	parser->sax = &calls;
	parser->userData = &b;
	b.parser = parser;
	vec_push(&b.open, add_node(&b, HTML_BLOCK));
	htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
				       HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
				       HTML_PARSE_IGNORE_ENC);
	xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
	xmlDictSetLimit(parser->dict, NAMES_CAP);
	htmlParseDocument(parser);
	parser->sax = NULL;
	htmlFreeParserCtxt(parser);
	for (; b.open.count; b.open.count--)
		b.nodes.items[b.open.items[b.open.count - 1]].end =
		    (uint32_t)b.nodes.count;
	keep(out, &b);
	vec_release(&b.nodes);
	vec_release(&b.open);
	vec_release(&b.starts);
	buf_release(&b.text);
	return !b.too_deep;
}

struct slice html_attr(const struct html_node *node, enum html_attr_name name)
{
	for (uint32_t i = 0; i < node->attr_count; i++)
		if (node->attrs[i].name == name)
			return node->attrs[i].value;
	return (struct slice){ 0 };
}

struct slice html_text(const struct html *h, uint32_t node, struct arena *a)
{
	struct buf all = { 0 };
	for (uint32_t i = node;
	     i < h->nodes[node].end && all.len < HTML_TEXT_MAX; i++)
		buf_add(&all, slice_sub(h->nodes[i].text, 0, HTML_TEXT_MAX));
	struct slice text = text_level(
	    a, arena_copy(a, text_head(buf_slice(&all), HTML_TEXT_MAX)));
	buf_release(&all);
	return text;
}
