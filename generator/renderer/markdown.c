/*
 * markdown.c - see markdown.h. cmark owns its trees; each is made, rendered
 * and freed within one call.
 */
#define MAY_ALLOCATE
#include "renderer/markdown.h"

#include <cmark.h>

static void append_html(struct buf *out, cmark_node *document)
{
	char *html = cmark_render_html(document, CMARK_OPT_DEFAULT);
	buf_add(out, slice_of(html));
	cmark_get_default_mem_allocator()->free(html);
	cmark_node_free(document);
}

/* cmark wants a NUL behind its text. */
static void set_literal(cmark_node *node, struct slice text)
{
	struct buf z = { 0 };
	buf_add(&z, text);
	cmark_node_set_literal(node, buf_zstr(&z));
	buf_release(&z);
}

void markdown_paragraph(struct buf *out, struct slice text)
{
	cmark_node *document = cmark_node_new(CMARK_NODE_DOCUMENT);
	cmark_node *paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
	cmark_node *words = cmark_node_new(CMARK_NODE_TEXT);
	set_literal(words, text);
	cmark_node_append_child(paragraph, words);
	cmark_node_append_child(document, paragraph);
	append_html(out, document);
}

/* A scheme that cannot run, or none: then the address is relative. */
static bool is_safe_url(const char *zstr)
{
	struct slice url = slice_of(zstr);
	if (slice_starts(url, SLICE("http://")) ||
	    slice_starts(url, SLICE("https://")) ||
	    slice_starts(url, SLICE("mailto:")))
		return true;
	if (slice_starts(url, SLICE("//")))
		return false;
	for (size_t i = 0; i < url.len; i++) {
		char c = url.ptr[i];
		if (c == '/' || c == '?' || c == '#')
			return true;
		if (c == ':' || c == '\\' || (unsigned char)c <= ' ')
			return false;
	}
	return true;
}

/* The children in the place of their parent. */
static void unwrap(cmark_node *node)
{
	for (cmark_node *child; (child = cmark_node_first_child(node));)
		cmark_node_insert_before(node, child);
	cmark_node_free(node);
}

/* Raw HTML is what somebody wrote: it is shown, not run. */
static void show_as_text(cmark_node *node)
{
	cmark_node *text = cmark_node_new(CMARK_NODE_TEXT);
	cmark_node_set_literal(text, cmark_node_get_literal(node));
	if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
		cmark_node *paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
		cmark_node_append_child(paragraph, text);
		text = paragraph;
	}
	cmark_node_replace(node, text);
	cmark_node_free(node);
}

/* The page has its own first heading: the highest of these is a second. */
static void level_headings(cmark_node **headings, size_t count)
{
	int highest = 6;
	for (size_t i = 0; i < count; i++)
		if (cmark_node_get_heading_level(headings[i]) < highest)
			highest = cmark_node_get_heading_level(headings[i]);
	for (size_t i = 0; i < count; i++) {
		int level =
		    cmark_node_get_heading_level(headings[i]) - highest + 2;
		cmark_node_set_heading_level(headings[i],
					     level < 6 ? level : 6);
	}
}

/* What is to be replaced is found first: an iterator dislikes surprises. */
static void make_safe(cmark_node *document)
{
	VEC(cmark_node *) raw = { 0 };
	VEC(cmark_node *) wrapped = { 0 };
	VEC(cmark_node *) headings = { 0 };
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_HTML_BLOCK ||
		    type == CMARK_NODE_HTML_INLINE)
			vec_push(&raw, node);
		else if (event != CMARK_EVENT_EXIT)
			continue;
		else if (type == CMARK_NODE_IMAGE ||
			 (type == CMARK_NODE_LINK &&
			  !is_safe_url(cmark_node_get_url(node))))
			vec_push(&wrapped, node);
		else if (type == CMARK_NODE_HEADING)
			vec_push(&headings, node);
	}
	cmark_iter_free(iter);
	for (size_t i = 0; i < raw.count; i++)
		show_as_text(raw.items[i]);
	for (size_t i = 0; i < wrapped.count; i++) /* inner ones come first */
		unwrap(wrapped.items[i]);
	level_headings(headings.items, headings.count);
	vec_release(&raw);
	vec_release(&wrapped);
	vec_release(&headings);
}

void markdown_html(struct buf *out, struct slice markdown)
{
	cmark_node *document =
	    cmark_parse_document(markdown.ptr, markdown.len, CMARK_OPT_DEFAULT);
	make_safe(document);
	append_html(out, document);
}

/* Appends text with its runs of blanks as one, none at `start`. */
static void add_levelled(struct buf *out, size_t start, struct slice text,
			 bool *blank)
{
	for (size_t i = 0; i < text.len; i++) {
		if (is_blank(text.ptr[i])) {
			*blank = true;
			continue;
		}
		if (*blank && out->len > start)
			buf_byte(out, ' ');
		*blank = false;
		buf_byte(out, text.ptr[i]);
	}
}

void markdown_plain(struct buf *out, struct slice markdown)
{
	cmark_node *document =
	    cmark_parse_document(markdown.ptr, markdown.len, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(document);
	bool blank = false;
	size_t start = out->len;
	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		struct slice text = slice_of(cmark_node_get_literal(node));
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_TEXT:
		case CMARK_NODE_CODE:
		case CMARK_NODE_CODE_BLOCK:
		case CMARK_NODE_HTML_BLOCK:
		case CMARK_NODE_HTML_INLINE:
			break;
		case CMARK_NODE_EMPH:
		case CMARK_NODE_STRONG:
		case CMARK_NODE_LINK:
		case CMARK_NODE_IMAGE:
			continue; /* inside a word, perhaps */
		default:
			blank = true;
			continue;
		}
		add_levelled(out, start, text, &blank);
	}
	cmark_iter_free(iter);
	cmark_node_free(document);
}
