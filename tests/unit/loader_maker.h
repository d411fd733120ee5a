/*
 * loader_maker.h - for tests of the loader: one text through the steps inside,
 * without files, and what came of it said in one line to compare with.
 */
#ifndef TESTS_LOADER_MAKER_H
#define TESTS_LOADER_MAKER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "loader/internal.h"

/* Set up once a program: the default rules take a while to compile. */
struct maker {
	struct rules *rules;
	struct regex_matcher *matcher;
	struct arena arena;
	struct diag *diag;
	struct buf bytes, said;
	struct cleaner cleaner;
	struct document doc;
	bool has_article;
};

static inline int maker_set_up(void **state)
{
	static struct maker m;
	m.diag = diag_new();
	m.rules = rules_new(NULL, m.diag);
	m.matcher = regex_matcher_new();
	*state = &m;
	return m.rules ? 0 : -1;
}

static inline int maker_tear_down(void **state)
{
	struct maker *m = *state;
	rules_free(m->rules);
	regex_matcher_free(m->matcher);
	arena_release(&m->arena);
	diag_free(m->diag);
	buf_release(&m->bytes);
	buf_release(&m->said);
	vec_release(&m->cleaner.lines);
	vec_release(&m->cleaner.trace);
	vec_release(&m->cleaner.blocks);
	vec_release(&m->cleaner.marks);
	return 0;
}

/* Runs the tests with one maker as their state. */
#define RUN_WITH_MAKER(tests)                                                  \
	cmocka_run_group_tests(tests, maker_set_up, maker_tear_down)

/* As loader_read does it; m->has_article is what clean_document said. */
static inline const struct document *make(struct maker *m, struct slice text,
					  bool markdown)
{
	struct text_repairs done = { 0 };
	struct front_matter fm;
	struct cleaner *c = &m->cleaner;
	uint32_t lines = 0;
	arena_clear(&m->arena);
	buf_clear(&m->bytes);
	text_repair(&m->bytes, text, &done);
	text = buf_slice(&m->bytes);
	m->doc = (struct document){ .source = SLICE("content/a.txt"),
				    .minute = -1,
				    .body.markdown = markdown };
	c->lines.count = c->trace.count = 0;
	c->blocks.count = c->marks.count = 0;
	c->rules = m->rules;
	c->matcher = m->matcher;
	c->arena = &m->arena;
	c->doc = &m->doc;
	c->diag = m->diag;
	c->zone = 7 * 60;
	c->order = ORDER_UNKNOWN;
	m->has_article = front_matter_take(&text, &lines, &fm, m->doc.source,
					   &m->arena, m->diag);
	if (!m->has_article)
		return &m->doc;
	if (markdown)
		lines_of_markdown(&c->lines, text, lines + 1);
	else
		lines_of_text(&c->lines, text, lines + 1);
	m->has_article = clean_document(c, &fm);
	return &m->doc;
}

/* The blocks, parted by "|". */
static inline struct slice say_blocks(struct maker *m,
				      const struct document *doc)
{
	buf_clear(&m->said);
	for (size_t i = 0; i < doc->body.block_count; i++) {
		if (i)
			buf_byte(&m->said, '|');
		buf_add(&m->said, doc->body.blocks[i].text);
	}
	return buf_slice(&m->said);
}

/*
 * The marks: "Baca juga{Title})" for each, where the last sign says how it
 * ends: ")" closed, "$" with its line, "~" open; "?" behind it: weak.
 */
static inline struct slice say_marks(struct maker *m,
				     const struct document *doc)
{
	buf_clear(&m->said);
	for (size_t i = 0; i < doc->body.mark_count; i++) {
		const struct mark *k = &doc->body.marks[i];
		struct slice text = doc->body.blocks[k->block].text;
		buf_printf(&m->said, "%s%.*s{%.*s}%c%s", i ? " " : "",
			   SLICE_ARG(k->marker),
			   SLICE_ARG(slice_sub(text, k->words_at, k->words_to)),
			   ")$~"[k->end], k -> weak ? "?" : "");
	}
	return buf_slice(&m->said);
}

/* The blocks with all marks cut out, parted by "|". */
static inline struct slice say_rest(struct maker *m, const struct document *doc)
{
	size_t mark = 0;
	buf_clear(&m->said);
	for (uint32_t i = 0; i < doc->body.block_count; i++) {
		struct slice text = doc->body.blocks[i].text;
		size_t at = 0;
		if (i)
			buf_byte(&m->said, '|');
		for (; mark < doc->body.mark_count &&
		       doc->body.marks[mark].block == i;
		     mark++) {
			buf_add(&m->said,
				slice_sub(text, at, doc->body.marks[mark].at));
			at = doc->body.marks[mark].to;
		}
		buf_add(&m->said, slice_from(text, at));
	}
	return buf_slice(&m->said);
}

static inline void assert_said(struct slice got, const char *want,
			       struct slice of)
{
	if (!slice_eq(got, slice_of(want)))
		fail_msg("got  \"%.*s\"\nwant \"%s\"\nof   \"%.*s\"",
			 SLICE_ARG(got), want, SLICE_ARG(of));
}

/* All reports since the last call, as printed; then forgets them. */
static inline const char *reports(struct maker *m)
{
	char *text = NULL;
	size_t length = 0;
	FILE *to = open_memstream(&text, &length);
	assert_non_null(to);
	diag_print(m->diag, to, (struct diag_style){ 0 });
	fclose(to);
	buf_clear(&m->said);
	buf_add(&m->said, slice_make(text, length));
	(free)(text);
	diag_free(m->diag);
	m->diag = diag_new();
	return buf_zstr(&m->said);
}

static inline void assert_reported(struct maker *m, const char *part)
{
	const char *all = reports(m);
	if (!strstr(all, part))
		fail_msg("not reported: \"%s\"; but: \"%s\"", part, all);
}

static inline void assert_nothing_reported(struct maker *m)
{
	assert_string_equal(reports(m), "");
}

/* --- cost ----------------------------------------------------------------- */

static inline double cpu_seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* What takes longer than this for 2 MB is not linear: half a second is usual.
 */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SECONDS_FOR_2_MB 40.0
#else
#define SECONDS_FOR_2_MB 10.0
#endif

/* Minutes under valgrind, which has nothing new to say of them. */
static inline void skip_under_valgrind(void)
{
	if (getenv("VALGRIND"))
		skip();
}

/* `unit` again and again, up to `size` bytes. */
static inline void repeat(struct buf *b, const char *unit, size_t size)
{
	struct slice s = slice_of(unit);
	while (b->len + s.len <= size)
		buf_add(b, s);
}

#endif
