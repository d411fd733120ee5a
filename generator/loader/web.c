/*
 * web.c - see web.h: from a page's bytes to what a record would hold.
 */
#include "loader/web.h"

#include "base/text.h"

/* --- what was left out ---------------------------------------------------- */

static bool is_in_root(const struct web_body *body, const struct html *h,
		       uint32_t i)
{
	for (size_t k = 0; k < body->root_count; k++)
		if (i >= body->roots[k] && i < h->nodes[body->roots[k]].end)
			return true;
	return false;
}

static void count_left(struct web_page *p, const struct web_body *body,
		       const struct html *h)
{
	for (uint32_t i = 1; i < h->count; i++) {
		enum web_part part = body->parts[i];
		bool inside = is_in_root(body, h, i);
		if (part == PART_HIDDEN || (inside && part == PART_NONE))
			continue;
		if (!inside)
			part = PART_OUTSIDE;
		uint32_t words = (uint32_t)slice_words(h->nodes[i].text);
		p->left_words[part] += words;
		p->left_parts[part] +=
		    part == PART_OUTSIDE
			? words > 0
			: body->parts[h->nodes[i].parent] == PART_NONE;
	}
}

/* --- the whole ------------------------------------------------------------ */

static struct slice lines_of_roots(const struct web_body *body,
				   const struct html *h, struct arena *a)
{
	struct buf out = { 0 };
	for (size_t i = 0; i < body->root_count; i++)
		web_lines(&out, h, body->roots[i], body->parts, a);
	struct slice lines = arena_copy(a, buf_slice(&out));
	buf_release(&out);
	return lines;
}

/* Without blanks: what two texts of the same words share. */
static size_t weight_of(struct slice s)
{
	size_t bytes = 0;
	for (size_t i = 0; i < s.len; i++)
		bytes += !is_blank(s.ptr[i]);
	return bytes;
}

/*
 * The lines that were found, unless JSON-LD has clearly more: some pages show
 * a part of the text and load the rest.
 */
static void choose_text(struct web_page *p, struct slice lines, struct arena *a)
{
	struct web_fact *text = &p->facts[FIELD_BODY];
	struct slice told = text->value;
	if (web_is_markup(told))
		told = web_fragment(told, a);
	if (told.len && weight_of(told) * 7 > weight_of(lines) * 10)
		text->value = told;
	else
		*text = (struct web_fact){ lines, NULL, 1 };
}

enum web_verdict web_read(struct web_page *out, struct slice text,
			  struct arena *a)
{
	struct html h;
	struct web_body body;
	*out = (struct web_page){ 0 };
	if (!html_parse(&h, text, a))
		return WEB_DEEP;
	web_facts(out, &h, a);
	enum web_verdict verdict = web_find_body(&body, out, &h, a);
	if (verdict == WEB_NO_TEXT && out->facts[FIELD_BODY].value.len) {
		body.root_count = 0;
		verdict = WEB_ARTICLE;
	}
	if (verdict != WEB_ARTICLE)
		return verdict;
	choose_text(out, lines_of_roots(&body, &h, a), a);
	count_left(out, &body, &h);
	return WEB_ARTICLE;
}

/* --- fragments ------------------------------------------------------------ */

static bool tag_at(struct slice s, size_t at)
{
	static const struct slice tags[] = {
		SLICE_INIT("p"),	   SLICE_INIT("/p"),
		SLICE_INIT("br"),	   SLICE_INIT("/a"),
		SLICE_INIT("/div"),	   SLICE_INIT("/b"),
		SLICE_INIT("/strong"),	   SLICE_INIT("/em"),
		SLICE_INIT("/i"),	   SLICE_INIT("/li"),
		SLICE_INIT("/ul"),	   SLICE_INIT("/span"),
		SLICE_INIT("/h2"),	   SLICE_INIT("/h3"),
		SLICE_INIT("/table"),	   SLICE_INIT("/figure"),
		SLICE_INIT("/blockquote"),
	};
	for (size_t i = 0; i < COUNT_OF(tags); i++) {
		size_t end = at + 1 + tags[i].len, k = 0;
		while (k < tags[i].len && at + 1 + k < s.len &&
		       (s.ptr[at + 1 + k] | 0x20) == (tags[i].ptr[k] | 0x20))
			k++;
		if (k == tags[i].len && end < s.len &&
		    strchr("> /\t\n", s.ptr[end]))
			return true;
	}
	return false;
}

bool web_is_markup(struct slice text)
{
	for (size_t at = slice_find(text, '<', 0); at < text.len;
	     at = slice_find(text, '<', at + 1))
		if (tag_at(text, at))
			return true;
	return false;
}

bool web_is_whole(struct slice text)
{
	static const struct slice heads[] = { SLICE_INIT("<!doctype html"),
					      SLICE_INIT("<html") };
	text = slice_trim(text);
	for (size_t i = 0; i < COUNT_OF(heads); i++) {
		size_t k = 0;
		while (k < heads[i].len && k < text.len &&
		       (text.ptr[k] | 0x20) == (heads[i].ptr[k] | 0x20))
			k++;
		if (k == heads[i].len)
			return true;
	}
	return false;
}

struct slice web_fragment(struct slice text, struct arena *a)
{
	struct buf out = { 0 };
	struct html h;
	if (!html_parse(&h, text, a))
		return text;
	web_lines(&out, &h, 0, web_parts(&h, a), a);
	if (out.len)
		text = arena_copy(a, buf_slice(&out));
	buf_release(&out);
	return text;
}
