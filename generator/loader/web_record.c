/*
 * web_record.c - between pages and records: what a page fills of a record,
 * what is said of pages without an article, and what `explain` is told.
 */
#include "loader/web.h"

#include "base/text.h"

static bool complain_page(struct diag *d, struct slice source,
			  enum web_verdict verdict)
{
	struct place at = { source, 0, 0 };
	if (!d)
		return false;
	switch (verdict) {
	case WEB_ARTICLE:
		return true;
	case WEB_DEEP:
		diag_add(d, DIAG_CONTENT, at,
			 "save the page again, or move it out of the content",
			 "its tags are nested more than %d deep, which no "
			 "page's are; left out",
			 HTML_DEPTH_MAX);
		return false;
	case WEB_SEVERAL:
		diag_add(d, DIAG_WARNING, at,
			 "save each article's own page; or move this one out "
			 "of the content",
			 "holds several articles; left out");
		return false;
	case WEB_LIST:
		diag_add(d, DIAG_WARNING, at,
			 "save the pages that it links to; or move this one "
			 "out of the content",
			 "is a list of articles, not one; left out");
		return false;
	case WEB_NO_TEXT:
		break;
	}
	diag_add(d, DIAG_WARNING, at,
		 "save the page as the browser shows it, scripts run; or move "
		 "it out of the content",
		 "there is no article in this page; left out");
	return false;
}

/* What JSON had escaped may be no UTF-8. */
static struct slice valid_copy(struct slice s, struct arena *a)
{
	struct buf out = { 0 };
	struct text_repairs done;
	text_repair(&out, s, &done);
	s = arena_copy(a, buf_slice(&out));
	buf_release(&out);
	return s;
}

bool web_fill(struct record *r, struct web_page *page, struct cleaner *c)
{
	struct slice text = valid_copy(r->fields[FIELD_BODY], c->arena);
	enum web_verdict verdict = web_read(page, text, c->arena);
	for (size_t f = 0; f < FIELD_COUNT; f++)
		if (!r->fields[f].len || f == FIELD_BODY)
			r->fields[f] = page->facts[f].value;
	return verdict == WEB_ARTICLE ||
	       complain_page(c->diag, c->doc->source, verdict);
}

void web_plain_names(struct record *r, struct cleaner *c)
{
	static const enum field names[] = { FIELD_TITLE, FIELD_AUTHOR,
					    FIELD_OUTLET };
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct slice *s = &r->fields[names[i]];
		if (web_is_markup(*s))
			*s = web_fragment(valid_copy(*s, c->arena), c->arena);
	}
}

/* "&lt;p&gt;": escaped as a whole, as feeds do it. */
static bool is_escaped(struct slice text)
{
	static const struct slice open = SLICE_INIT("&lt;");
	for (size_t at = slice_find(text, '&', 0); at < text.len;
	     at = slice_find(text, '&', at + 1))
		if (slice_starts(slice_from(text, at), open))
			return true;
	return false;
}

struct slice web_without_tags(struct slice text, struct cleaner *c)
{
	struct text_repairs done = { 0 };
	if (!web_is_markup(text)) {
		if (!is_escaped(text))
			return text;
		struct slice decoded = entities_decode(c->arena, text, &done);
		if (!web_is_markup(decoded))
			return text;
		text_repairs_add(&c->doc->repairs, &done);
		text = decoded;
	}
	return web_fragment(text, c->arena);
}

/* --- notes ---------------------------------------------------------------- */

void web_note(const struct web_page *p, struct cleaner *c)
{
	static const char *const names[FIELD_COUNT] = {
		[FIELD_TITLE] = "page-title",	[FIELD_BODY] = "page-text",
		[FIELD_DATE] = "page-date",	[FIELD_URL] = "page-url",
		[FIELD_TAGS] = "page-keywords", [FIELD_AUTHOR] = "page-byline",
		[FIELD_OUTLET] = "page-outlet",
	};
	for (size_t f = 0; f < FIELD_COUNT; f++) {
		const struct web_fact *fact = &p->facts[f];
		if (fact->value.len && fact->from)
			cleaner_trace(c, 0, FATE_USED, names[f], fact->from,
				      fact->value);
	}
	for (enum web_part k = 0; k < PART_KINDS; k++)
		if (p->left_parts[k])
			cleaner_trace(
			    c, 0, FATE_LEFT, web_part_rule(k), web_part_why(k),
			    arena_printf(c->arena, "%u parts, %u words",
					 p->left_parts[k], p->left_words[k]));
	if (p->broken)
		cleaner_trace(c, 0, FATE_LEFT, "page-json",
			      "this JSON-LD cannot be read",
			      arena_printf(c->arena, "%u blocks", p->broken));
}
