/*
 * holds.h - what holds of every document, however hostile its source: its
 * texts are UTF-8, its marks lie in their blocks, its pages lose no letter and
 * hold no markup but ours.
 */
#ifndef TESTS_FUZZ_HOLDS_H
#define TESTS_FUZZ_HOLDS_H

#include "fuzz.h"

#include "archive/archive.h"
#include "base/hash.h"
#include "loader/loader.h"
#include "renderer/markdown.h"

/* --- a document ----------------------------------------------------------- */

static inline void facts_hold(const struct document *doc)
{
	HOLDS(is_utf8(doc->title) && text_trim(doc->title).len);
	HOLDS(text_length(doc->title) <= TITLE_CAP + 1); /* with an ellipsis */
	HOLDS(is_utf8(doc->dateline) && is_utf8(doc->outlet));
	HOLDS(is_utf8(doc->byline) && is_utf8(doc->url));
	HOLDS(is_utf8(doc->wanted_slug) && doc->tag_count <= TAGS_CAP);
	for (size_t i = 0; i < doc->tag_count; i++)
		HOLDS(doc->tags[i].len && is_utf8(doc->tags[i]));
	HOLDS(date_known(doc->date) == (doc->date_from != DATE_FROM_NONE));
	HOLDS(!date_known(doc->date) || is_date(doc->date));
	HOLDS(doc->minute >= -1 && doc->minute < 24 * 60);
}

static inline void marks_hold(const struct body *body)
{
	for (size_t i = 0; i < body->mark_count; i++) {
		const struct mark *m = &body->marks[i], *before = m - 1;
		HOLDS(m->block < body->block_count);
		struct slice text = body->blocks[m->block].text;
		HOLDS(m->at < m->to && m->to <= text.len);
		HOLDS(m->at <= m->words_at && m->words_at <= m->words_to);
		HOLDS(m->words_to <= m->to);
		HOLDS(is_boundary(text, m->at) && is_boundary(text, m->to));
		HOLDS(is_boundary(text, m->words_at));
		HOLDS(is_boundary(text, m->words_to));
		HOLDS(m->marker.len && is_utf8(m->marker));
		HOLDS(!i || m->block > before->block ||
		      (m->block == before->block && m->at >= before->to));
	}
}

static inline void document_holds(const struct document *doc)
{
	const struct body *body = &doc->body;
	facts_hold(doc);
	for (size_t i = 0; i < body->block_count; i++) {
		HOLDS(text_trim(body->blocks[i].text).len);
		HOLDS(is_utf8(body->blocks[i].text));
		HOLDS(!i || body->blocks[i].line >= body->blocks[i - 1].line);
	}
	marks_hold(body);
	for (size_t i = 0; i < doc->trace_count; i++) {
		HOLDS(doc->trace[i].rule && doc->trace[i].why);
		HOLDS(is_utf8(doc->trace[i].words));
		HOLDS(!i || doc->trace[i].line >= doc->trace[i - 1].line);
	}
}

/* All that can be seen of it: two readings must agree. */
static inline uint64_t document_hash(const struct document *doc)
{
	uint64_t h = hash64_more(doc->fingerprint, doc->title);
	const struct slice facts[] = { doc->dateline, doc->outlet, doc->byline,
				       doc->url, doc->wanted_slug };
	for (size_t i = 0; i < COUNT_OF(facts); i++)
		h = hash64_more(h, facts[i]);
	for (size_t i = 0; i < doc->tag_count; i++)
		h = hash64_more(h, doc->tags[i]);
	for (size_t i = 0; i < doc->body.block_count; i++)
		h = hash64_more(h, doc->body.blocks[i].text);
	for (size_t i = 0; i < doc->body.mark_count; i++) {
		const struct mark *m = &doc->body.marks[i];
		const uint32_t at[] = { m->block,    m->at,
					m->to,	     m->words_at,
					m->words_to, (uint32_t)m->end,
					m->weak };
		h = hash64_more(h, slice_make((const char *)at, sizeof at));
	}
	for (size_t i = 0; i < doc->trace_count; i++)
		h = hash64_more(h, doc->trace[i].words);
	return h ^ (uint64_t)(uint32_t)date_cmp(doc->date, (struct date){ 0 });
}

/* --- its references ------------------------------------------------------- */

static inline void references_hold(const struct archive *x, uint32_t number,
				   const struct body *body)
{
	const struct article *article = &x->articles[number];
	for (uint32_t i = 0; i < article->reference_count; i++) {
		const struct reference *r = &article->references[i];
		HOLDS(r->mark < body->mark_count);
		const struct mark *m = &body->marks[r->mark];
		HOLDS(r->from >= m->words_at && r->from < r->to);
		HOLDS(r->to <= m->words_to);
		HOLDS(is_utf8(r->text) && text_trim(r->text).len);
		HOLDS(r->target != number);
		HOLDS(r->target == NO_ARTICLE || r->target < x->count);
		HOLDS(r->target == NO_ARTICLE || !r->unsure);
		HOLDS((r->target == NO_ARTICLE) == (r->how == HOW_NONE));
		HOLDS(!i || r->mark > r[-1].mark ||
		      (r->mark == r[-1].mark && r->from >= r[-1].to &&
		       (r->unsure || !r[-1].unsure)));
	}
}

/*
 * The bytes of the body that the page does not show as text: of a mark that
 * was settled its marker and its titles but for unsure ones, of an empty one
 * all.
 */
static inline void cut_mark(struct letters *left, const struct body *body,
			    const struct article *article, size_t number)
{
	const struct mark *m = &body->marks[number];
	struct slice text = body->blocks[m->block].text;
	uint32_t count = 0;
	const struct reference *last = NULL;
	for (uint32_t i = 0; i < article->reference_count; i++)
		if (article->references[i].mark == number)
			count++, last = &article->references[i];
	if (!count) {
		if (!m->weak && m->words_at == m->words_to)
			letters_add(left, slice_sub(text, m->at, m->to), -1);
		return;
	}
	const struct reference *r = last + 1 - count;
	if (r->unsure)
		return;
	letters_add(left, slice_sub(text, m->at, m->words_at), -1);
	for (; r <= last && !r->unsure; r++)
		letters_add(left, slice_sub(text, r->from, r->to), -1);
	if (!last->unsure && (m->end == MARK_CLOSED || last->to == m->words_to))
		letters_add(left, slice_sub(text, m->words_to, m->to), -1);
}

/* Every letter of the body is on the page, once, or in a settled mark. */
static inline void nothing_is_lost(const struct body *body,
				   const struct article *article,
				   const struct piece *pieces, size_t count)
{
	struct letters left = { { 0 } };
	size_t references = 0;
	for (size_t i = 0; i < body->block_count; i++)
		letters_add(&left, body->blocks[i].text, 1);
	for (size_t i = 0; i < body->mark_count; i++)
		cut_mark(&left, body, article, i);
	for (size_t i = 0; i < count; i++) {
		if (pieces[i].kind == PIECE_TEXT) {
			HOLDS(is_utf8(pieces[i].text));
			HOLDS(text_trim(pieces[i].text).len);
			letters_add(&left, pieces[i].text, -1);
		} else {
			references++;
		}
	}
	HOLDS(letters_are_none(&left));
	for (uint32_t i = 0; i < article->reference_count; i++)
		references -= !article->references[i].repeated;
	HOLDS(references == 0);
}

/* --- its markup ----------------------------------------------------------- */

/* The name of a tag that cmark writes, and no attribute but those it writes. */
static inline bool is_our_tag(struct slice tag)
{
	static const char *const bare[] = {
		"p",  "em", "strong", "code", "pre", "blockquote",
		"ul", "ol", "li",     "h2",   "h3",  "h4",
		"h5", "h6", "br /",   "hr /",
	};
	if (slice_starts(tag, SLICE("/")))
		tag = slice_from(tag, 1);
	for (size_t i = 0; i < COUNT_OF(bare); i++)
		if (slice_eq(tag, slice_of(bare[i])))
			return true;
	return slice_eq(tag, SLICE("a")) ||
	       slice_starts(tag, SLICE("ol start=\"")) ||
	       slice_starts(tag, SLICE("code class=\"language-")) ||
	       slice_starts(tag, SLICE("a href=\""));
}

static inline void markup_holds(struct slice html)
{
	static const char *const schemes[] = { "javascript:", "data:",
					       "vbscript:", "file:", "//" };
	for (size_t at = 0; (at = slice_find(html, '<', at)) < html.len;) {
		size_t end = slice_find(html, '>', at);
		HOLDS(end < html.len);
		struct slice tag = slice_sub(html, at + 1, end);
		HOLDS(is_our_tag(tag));
		for (size_t i = 0; i < COUNT_OF(schemes); i++)
			HOLDS(!slice_starts(tag, SLICE("a href=\"")) ||
			      !slice_starts(slice_from(tag, 8),
					    slice_of(schemes[i])));
		at = end;
	}
}

static inline void pages_hold(const struct body *body,
			      const struct piece *pieces, size_t count)
{
	struct buf html = { 0 };
	for (size_t i = 0; i < count; i++) {
		buf_clear(&html);
		if (pieces[i].kind == PIECE_REFERENCE)
			continue;
		if (body->markdown)
			markdown_html(&html, pieces[i].text);
		else
			markdown_paragraph(&html, pieces[i].text);
		HOLDS(is_utf8(buf_slice(&html)));
		markup_holds(buf_slice(&html));
	}
	buf_release(&html);
}

/* --- the whole ------------------------------------------------------------ */

/* An article by this title, that the document may refer to. */
static inline void add_titled(struct archive_builder *b, const char *source,
			      struct slice title)
{
	static const struct block no_block;
	static const struct mark no_mark;
	struct document other = {
		.source = slice_of(source),
		.title = title,
		.date = { 2020, 9, 1 },
		.date_from = DATE_FROM_TEXT,
		.minute = -1,
		.body = { .blocks = &no_block, .marks = &no_mark },
	};
	if (text_trim(title).len)
		archive_add(b, 0, &other);
}

/* Titles that some marks are about: the whole words of one, half of another. */
static inline void add_wanted(struct archive_builder *b,
			      const struct document *doc)
{
	static const char *const sources[] = { "z1", "z2", "z3" };
	const struct body *body = &doc->body;
	for (size_t i = 0; i < body->mark_count && i < COUNT_OF(sources); i++) {
		const struct mark *m = &body->marks[i];
		struct slice words = slice_sub(body->blocks[m->block].text,
					       m->words_at, m->words_to);
		if (i)
			words = text_head(words, text_length(words) / 2);
		add_titled(b, sources[i], words);
	}
}

static inline uint32_t number_of(const struct archive *x, struct slice source)
{
	for (uint32_t i = 0; i < x->count; i++)
		if (slice_eq(x->articles[i].source, source))
			return i;
	return NO_ARTICLE;
}

/* The document with articles that it may refer to: resolved and composed. */
static inline void archive_holds(const struct document *doc)
{
	const struct archive_options options = { .jobs = 1 };
	struct archive_builder *b = archive_begin(1);
	struct diag *d = diag_new();
	struct arena arena = { 0 };
	size_t count;
	archive_add(b, 0, doc);
	add_wanted(b, doc);
	const struct archive *x = archive_finish(b, &options, d);
	uint32_t me = number_of(x, doc->source);
	HOLDS(me != NO_ARTICLE);
	references_hold(x, me, &doc->body);
	const struct piece *pieces =
	    body_compose(&doc->body, &x->articles[me], &arena, &count);
	nothing_is_lost(&doc->body, &x->articles[me], pieces, count);
	pages_hold(&doc->body, pieces, count);
	arena_release(&arena);
	diag_free(d);
	archive_free(b);
}

#endif
