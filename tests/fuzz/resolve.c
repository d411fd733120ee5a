/*
 * resolve.c - the input's lines are the words behind a mark, and the titles of
 * an archive: what is resolved lies in the mark, names no opposite and is the
 * same whatever the order in which the articles came.
 */
#include "holds.h"

#include "archive/words.h"

enum {
	LINES_MAX = 12
};

struct lines {
	struct slice items[LINES_MAX];
	size_t count;
};

static void pair_holds(struct slice a, struct slice b)
{
	static struct words x, y;
	struct buf x_key = { 0 }, y_key = { 0 };
	words_split(&x, a, &x_key);
	words_split(&y, b, &y_key);
	HOLDS(words_near(&x, &y) == words_near(&y, &x));
	for (size_t i = 0; i < x.count; i++) {
		HOLDS(x.items[i].at < x.items[i].to);
		HOLDS(x.items[i].to <= a.len);
		HOLDS(!i || x.items[i].at >= x.items[i - 1].to);
		HOLDS(x.items[i].folded.len &&
		      is_inside(x.items[i].folded, x.key));
	}
	buf_release(&x_key);
	buf_release(&y_key);
}

static void add_all(struct archive_builder *b, const struct lines *lines,
		    const struct document *me, bool backwards)
{
	static const char *const sources[LINES_MAX] = {
		"s0", "s1", "s2", "s3", "s4",  "s5",
		"s6", "s7", "s8", "s9", "s10", "s11",
	};
	if (backwards)
		archive_add(b, 0, me);
	for (size_t i = 1; i < lines->count; i++) {
		size_t n = backwards ? lines->count - i : i;
		add_titled(b, sources[n], lines->items[n]);
	}
	if (!backwards)
		archive_add(b, 0, me);
}

static void addresses_hold(const struct archive *x)
{
	for (uint32_t i = 0; i < x->count; i++) {
		struct slice path = x->articles[i].path;
		HOLDS(slice_ends(path, SLICE(".html")));
		for (size_t k = 0; k < path.len; k++) {
			char c = path.ptr[k];
			HOLDS(is_digit(c) || (c >= 'a' && c <= 'z') ||
			      (k && strchr("-/.", c)));
		}
		for (uint32_t k = 0; k < i; k++)
			HOLDS(!slice_eq(path, x->articles[k].path));
	}
}

/* What my references became, in a number. */
static uint64_t resolve(const struct lines *lines, const struct document *me,
			bool backwards)
{
	const struct archive_options options = { .jobs = 1 };
	struct archive_builder *b = archive_begin(1);
	struct diag *d = diag_new();
	struct arena arena = { 0 };
	size_t count;
	uint64_t hash = 0;
	add_all(b, lines, me, backwards);
	const struct archive *x = archive_finish(b, &options, d);
	uint32_t number = number_of(x, me->source);
	const struct article *article = &x->articles[number];
	references_hold(x, number, &me->body);
	addresses_hold(x);
	const struct piece *pieces =
	    body_compose(&me->body, article, &arena, &count);
	nothing_is_lost(&me->body, article, pieces, count);
	for (uint32_t i = 0; i < article->reference_count; i++) {
		const struct reference *r = &article->references[i];
		hash = hash64_more(hash, r->text);
		if (r->target != NO_ARTICLE)
			hash = hash64_more(hash, x->articles[r->target].source);
	}
	arena_release(&arena);
	diag_free(d);
	archive_free(b);
	return hash;
}

static struct document make_me(struct slice words, struct block *block,
			       struct mark *mark, struct arena *a,
			       unsigned kind)
{
	struct slice text =
	    arena_printf(a, "Baca juga: %.*s", SLICE_ARG(words));
	*block = (struct block){ .text = text, .line = 1 };
	*mark = (struct mark){ .to = (uint32_t)text.len,
			       .words_at = (uint32_t)(text.len - words.len),
			       .words_to = (uint32_t)text.len,
			       .end = (enum mark_end)(kind % 3),
			       .weak = kind / 3 % 4 == 3,
			       .marker = SLICE("Baca juga") };
	return (struct document){ .source = SLICE("me"),
				  .title = SLICE("Artikel yang merujuk"),
				  .date = { 2020, 9, 26 },
				  .date_from = DATE_FROM_TEXT,
				  .minute = -1,
				  .body = { .blocks = block,
					    .block_count = 1,
					    .marks = mark,
					    .mark_count = 1 } };
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf text = { 0 };
	struct text_repairs done;
	struct arena arena = { 0 };
	struct lines lines = { .count = 0 };
	struct block block;
	struct mark mark;
	struct slice line;
	text_repair(&text, input_of(data, size), &done);
	struct slice rest = buf_slice(&text);
	while (lines.count < LINES_MAX && slice_cut(&rest, '\n', &line))
		lines.items[lines.count++] = text_level(&arena, line);
	if (lines.count && lines.items[0].len > 1) {
		unsigned kind = (unsigned char)lines.items[0].ptr[0];
		struct slice words = text_trim(lines.items[0]);
		struct document me =
		    make_me(words, &block, &mark, &arena, kind);
		for (size_t i = 1; i < lines.count; i++)
			pair_holds(words, lines.items[i]);
		HOLDS(resolve(&lines, &me, false) ==
		      resolve(&lines, &me, true));
	}
	buf_release(&text);
	arena_release(&arena);
	return 0;
}
