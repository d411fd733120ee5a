/*
 * archive_maker.h - for tests of the archive: documents written by hand, as
 * short as they can be said, made into an archive through its public face.
 *
 * A body is blocks parted by an empty line. A mark in it is written as
 *
 *   {c(Baca juga: [Judul Satu])}   closed: "(Baca juga: Judul Satu)"
 *   {lBaca juga: [Judul Satu]}     ends with its line; o: open; w: weak;
 *                                  b: open and bare, without a colon
 *
 * braces round the mark, square brackets round the words that may be titles,
 * glued to the mark if they stand at its beginning.
 */
#ifndef TESTS_ARCHIVE_MAKER_H
#define TESTS_ARCHIVE_MAKER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "archive/archive.h"

struct written {
	const char *source, *title;
	const char *date; /* "2020-09-26", perhaps with a time; NULL: none */
	const char *body, *tags; /* tags parted by commas */
	const char *url, *slug;
	bool markdown;
	const char *outlet;
};

struct maker {
	struct arena arena;
	struct archive_builder *builder;
	struct diag *diag;
	const struct archive *archive;
};

static inline void maker_begin(struct maker *m, unsigned workers)
{
	*m = (struct maker){ .builder = archive_begin(workers),
			     .diag = diag_new() };
}

static inline void maker_end(struct maker *m)
{
	archive_free(m->builder);
	diag_free(m->diag);
	arena_release(&m->arena);
}

/* --- a document ----------------------------------------------------------- */

/* One block of the notation above: its plain text, its marks behind marks. */
static inline struct slice maker_block(struct maker *m, struct slice in,
				       uint32_t number, struct mark *marks,
				       size_t *count)
{
	char *out = arena_alloc(&m->arena, in.len + 1);
	struct mark *mark = NULL;
	uint32_t at = 0;
	for (size_t i = 0; i < in.len; i++) {
		char c = in.ptr[i];
		if (c == '{') {
			char end = in.ptr[++i];
			mark = &marks[(*count)++];
			*mark = (struct mark){ .block = number,
					       .at = at,
					       .marker = SLICE("Baca juga") };
			mark->weak = end == 'w';
			mark->bare = end == 'b';
			mark->end = end == 'o' || end == 'b' ? MARK_OPEN
				    : end == 'l'	     ? MARK_LINE
							     : MARK_CLOSED;
		} else if (c == '[' && mark) {
			mark->words_at = at;
			mark->glued = at == mark->at;
		} else if (c == ']' && mark) {
			mark->words_to = at;
		} else if (c == '}') {
			mark->to = at;
			mark = NULL;
		} else {
			out[at++] = c;
		}
	}
	return slice_make(out, at);
}

static inline struct body maker_body(struct maker *m, const char *text,
				     bool markdown)
{
	struct slice rest = slice_of(text);
	struct block *blocks = ARENA_ARRAY(&m->arena, struct block, rest.len);
	struct mark *marks = ARENA_ARRAY(&m->arena, struct mark, rest.len);
	struct body body = { .markdown = markdown,
			     .blocks = blocks,
			     .marks = marks };
	while (rest.len) {
		size_t end = 0;
		while (end < rest.len &&
		       !slice_starts(slice_from(rest, end), SLICE("\n\n")))
			end++;
		blocks[body.block_count] = (struct block){
			.text = maker_block(m, slice_sub(rest, 0, end),
					    (uint32_t)body.block_count, marks,
					    &body.mark_count),
			.line = (uint32_t)body.block_count * 2 + 1,
		};
		body.block_count++;
		rest = slice_from(rest, end + 2);
	}
	return body;
}

static inline struct document maker_document(struct maker *m,
					     const struct written *w)
{
	struct slice tags = slice_of(w->tags), tag;
	struct slice *list = ARENA_ARRAY(&m->arena, struct slice, tags.len);
	struct document doc = {
		.source = slice_of(w->source),
		.title = slice_of(w->title),
		.url = slice_of(w->url),
		.outlet = slice_of(w->outlet),
		.wanted_slug = slice_of(w->slug),
		.minute = -1,
		.tags = list,
		.body = maker_body(m, w->body, w->markdown),
	};
	struct moment when;
	while (slice_cut(&tags, ',', &tag))
		list[doc.tag_count++] = tag;
	if (w->date) {
		assert_true(date_parse_iso(slice_of(w->date), &when));
		doc.date_from = DATE_FROM_TEXT;
		doc.date = when.date;
		doc.minute = when.minute;
	}
	return doc;
}

static inline void maker_add(struct maker *m, unsigned worker, struct written w)
{
	struct document doc = maker_document(m, &w);
	archive_add(m->builder, worker, &doc);
}

static inline const struct archive *
maker_finish_as(struct maker *m, const struct archive_options *options)
{
	m->archive = archive_finish(m->builder, options, m->diag);
	return m->archive;
}

static inline const struct archive *
maker_finish_with(struct maker *m, const struct override *overrides,
		  size_t count, unsigned jobs)
{
	return maker_finish_as(
	    m, &(struct archive_options){ .overrides = overrides,
					  .override_count = count,
					  .jobs = jobs });
}

static inline const struct archive *maker_finish(struct maker *m)
{
	return maker_finish_with(m, NULL, 0, 1);
}

/* An archive of the written articles, up to the one without a source. */
static inline const struct archive *maker_make(struct maker *m,
					       const struct written *all)
{
	maker_begin(m, 1);
	for (; all->source; all++)
		maker_add(m, 0, *all);
	return maker_finish(m);
}

/* --- asking it ------------------------------------------------------------ */

static inline uint32_t maker_find(const struct archive *x, const char *source)
{
	for (uint32_t i = 0; i < x->count; i++)
		if (slice_eq(x->articles[i].source, slice_of(source)))
			return i;
	fail_msg("no article comes from %s", source);
	return NO_ARTICLE;
}

static inline const struct article *maker_article(const struct maker *m,
						  const char *source)
{
	return &m->archive->articles[maker_find(m->archive, source)];
}

/*
 * The references of an article in words: "exact:b Judul; none:- Judul", with
 * "?" before an unsure one and "=" before a repeated one. In the arena.
 */
static inline const char *maker_references(struct maker *m, const char *source)
{
	const struct article *article = maker_article(m, source);
	struct buf out = { 0 };
	for (uint32_t i = 0; i < article->reference_count; i++) {
		const struct reference *r = &article->references[i];
		struct slice target = SLICE("-");
		if (r->target != NO_ARTICLE)
			target = m->archive->articles[r->target].source;
		buf_printf(&out, "%s%s%s%s:%.*s %.*s", i ? "; " : "",
			   r->repeated ? "=" : "", r->unsure ? "?" : "",
			   reference_how_name(r->how), SLICE_ARG(target),
			   SLICE_ARG(r->text));
	}
	const char *text = arena_zstr(&m->arena, buf_slice(&out));
	buf_release(&out);
	return text;
}

/* A body composed, pieces parted by "/": "Satu./<Judul>/Dua." */
static inline const char *maker_composed(struct maker *m, const char *source,
					 const char *text, bool markdown)
{
	struct body body = maker_body(m, text, markdown);
	struct buf out = { 0 };
	size_t count;
	const struct piece *pieces =
	    body_compose(&body, maker_article(m, source), &m->arena, &count);
	for (size_t i = 0; i < count; i++) {
		const struct piece *p = &pieces[i];
		if (i)
			buf_byte(&out, '/');
		if (p->kind == PIECE_TEXT)
			buf_add(&out, p->text);
		else
			buf_printf(&out, "<%.*s>",
				   SLICE_ARG(p->reference->text));
	}
	const char *composed = arena_zstr(&m->arena, buf_slice(&out));
	buf_release(&out);
	return composed;
}

/* --- holding it against what is wanted ------------------------------------ */

static inline void assert_slice(struct slice got, const char *want)
{
	if (!slice_eq(got, slice_of(want)))
		fail_msg("got \"%.*s\", want \"%s\"", SLICE_ARG(got), want);
}

/* All that was reported, as printed. In the arena. */
static inline const char *maker_reports(struct maker *m)
{
	char *text = NULL;
	size_t length = 0;
	FILE *to = open_memstream(&text, &length);
	assert_non_null(to);
	diag_print(m->diag, to, (struct diag_style){ 0 });
	fclose(to);
	const char *kept = arena_zstr(&m->arena, slice_make(text, length));
	(free)(text);
	return kept;
}

static inline void assert_reported(struct maker *m, const char *part)
{
	const char *reports = maker_reports(m);
	if (!strstr(reports, part))
		fail_msg("not in the reports: %s\n%s", part, reports);
}

/* --- scenes: who refers to what ------------------------------------------- */

enum {
	SCENE_MAX = 8
};

/* Some articles, of which "me" refers; its references as maker_references says.
 */
struct scene {
	const char *want;
	struct written articles[SCENE_MAX];
};

static inline void check_scenes(const struct scene *scenes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct maker m;
		maker_make(&m, scenes[i].articles);
		const char *got = maker_references(&m, "me");
		if (!slice_eq(slice_of(got), slice_of(scenes[i].want)))
			fail_msg("got:  %s\nwant: %s\nfrom: %s", got,
				 scenes[i].want,
				 maker_article(&m, "me")->title.ptr);
		maker_end(&m);
	}
}

#define ME(text)                                                               \
	{                                                                      \
		.source = "me", .title = "Artikel yang Merujuk",               \
		.date = "2020-09-26", .body = text                             \
	}
#define OTHER(name, words)                                                     \
	{                                                                      \
		.source = name, .title = words, .date = "2020-09-01"           \
	}
#define DATED(name, words, when)                                               \
	{                                                                      \
		.source = name, .title = words, .date = when                   \
	}

#endif
