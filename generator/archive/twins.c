/*
 * twins.c - see twins.h. Of two references that begin with the same six words
 * or more, the one ends where both part if that is also where one of the two
 * was taken to end: titles of a series ("Harga Tiket Masuk dan Jam Buka ...")
 * part within, and two copies of one article behind it or never. In 11,738
 * real articles this mends 20 guesses, all read; some 250 others have a twin
 * that says the same.
 */
#include "archive/twins.h"

#include "archive/guess.h"
#include "archive/resolve.h"
#include "archive/span.h"
#include "archive/words.h"
#include "base/text.h"

#include <stdlib.h>

enum {
	TWIN_LEAST = 6,	 /* words in common */
	TWIN_WORDS = 32, /* that are compared */
	TWIN_REACH = 16, /* references that begin alike and are compared */
};

/* A title that nobody knows, and what stands behind it. */
struct quote {
	uint32_t head; /* a hash of its first TWIN_LEAST words */
	uint32_t article, reference;
	uint32_t count, end; /* words; those of the title as it was taken */
	uint32_t words[TWIN_WORDS]; /* their hashes */
};

struct quotes {
	struct archive_builder *builder;
	VEC(struct quote) all;
	struct buf key;
};

/* The words behind the mark of a reference, from its title on. */
static struct slice words_of(const struct archive_builder *b, uint32_t article,
			     const struct reference *r)
{
	const struct pending_mark *mark = &b->drafts[article].marks[r->mark];
	return slice_from(mark->words, r->from - mark->words_at);
}

static void add_quote(struct quotes *q, uint32_t article, uint32_t reference)
{
	const struct reference *r =
	    &q->builder->articles[article].references[reference];
	struct quote quote = { .article = article, .reference = reference };
	struct words w;
	words_split(&w, words_of(q->builder, article, r), &q->key);
	for (size_t i = 0; i < w.count && i < TWIN_WORDS; i++) {
		quote.words[i] = w.items[i].hash;
		quote.count++;
		quote.end += w.items[i].to <= r->to - r->from;
	}
	if (quote.end < TWIN_LEAST || quote.end == TWIN_WORDS)
		return;
	quote.head = 0;
	for (size_t i = 0; i < TWIN_LEAST; i++)
		quote.head = quote.head * 0x9E3779B1u + quote.words[i];
	vec_push(&q->all, quote);
}

/* A row of titles has ends of another kind; links need no mending. */
static void add_article(struct quotes *q, uint32_t article)
{
	const struct article *a = &q->builder->articles[article];
	const struct draft *draft = &q->builder->drafts[article];
	for (uint32_t i = 0; i < a->reference_count; i++) {
		const struct reference *r = &a->references[i];
		if (r->target == NO_ARTICLE && r->how == HOW_NONE &&
		    !draft->marks[r->mark].bare)
			add_quote(q, article, i);
	}
}

static int cmp_quotes(const void *a, const void *b)
{
	const struct quote *x = a, *y = b;
	if (x->head != y->head)
		return x->head < y->head ? -1 : 1;
	if (x->article != y->article)
		return x->article < y->article ? -1 : 1;
	return (x->reference > y->reference) - (x->reference < y->reference);
}

/* Where the title ends by what the two say together, in words; or 0. */
static uint32_t common_end(const struct quote *x, const struct quote *y)
{
	uint32_t n = 0;
	while (n < x->count && n < y->count && x->words[n] == y->words[n])
		n++;
	return n >= TWIN_LEAST && (n == x->end || n == y->end) ? n : 0;
}

/* Where the title of all[at] ends by most of those that begin alike, or 0. */
static uint32_t voted_end(const struct quotes *q, size_t at)
{
	const struct quote *all = q->all.items, *self = all + at;
	uint32_t votes[TWIN_WORDS + 1] = { 0 }, best = 0;
	size_t from = at, to = at;
	while (from && at - from < TWIN_REACH &&
	       all[from - 1].head == self->head)
		from--;
	while (to + 1 < q->all.count && to - at < TWIN_REACH &&
	       all[to + 1].head == self->head)
		to++;
	for (size_t i = from; i <= to; i++) {
		uint32_t end = i == at ? 0 : common_end(self, all + i);
		if (end && ++votes[end] > votes[best])
			best = end;
	}
	return best;
}

/* Ends the title behind so many words; false if they seem to go on. */
static bool set_end(struct quotes *q, const struct quote *quote, uint32_t end)
{
	struct archive_builder *b = q->builder;
	struct article *a = &b->articles[quote->article];
	struct reference *r = &a->references[quote->reference];
	struct slice text = words_of(b, quote->article, r);
	struct words w;
	words_split(&w, text, &q->key);
	if (end < w.count && guess_goes_on(&w, text, end))
		return false;
	size_t to = span_end(text, 0, w.items[end - 1].to);
	r->text = arena_copy(&b->arena,
			     text_level(&b->scratch, slice_sub(text, 0, to)));
	r->to = r->from + (uint32_t)to;
	return true;
}

void twins_mend(struct archive_builder *b)
{
	struct quotes q = { .builder = b };
	for (uint32_t i = 0; i < b->archive.count; i++)
		add_article(&q, i);
	if (q.all.count)
		qsort(q.all.items, q.all.count, sizeof *q.all.items,
		      cmp_quotes);
	for (size_t i = 0; i < q.all.count; i++) {
		const struct quote *quote = &q.all.items[i];
		struct article *a = &b->articles[quote->article];
		uint32_t end = voted_end(&q, i);
		if (end && end != quote->end &&
		    a->references[quote->reference].unsure &&
		    set_end(&q, quote, end))
			references_mark_repeats(a->references,
						a->reference_count, &q.key);
	}
	vec_release(&q.all);
	buf_release(&q.key);
}
