/*
 * alike.c - see alike.h. A list of (hash of a word, text) in order, and for a
 * question the texts counted that stand below its words, the rarest first.
 */
#include "archive/alike.h"

#include <stdlib.h>

enum {
	LOOKED_AT_MAX = 4000, /* entries, in one question */
};

struct entry {
	uint32_t hash, text;
};

struct alike_index {
	const struct slice *texts;
	uint32_t count;
	VEC(struct entry) entries;
};

static int cmp_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->text > y->text) - (x->text < y->text);
}

struct alike_index *alike_index(const struct slice *texts, uint32_t count,
				struct arena *a)
{
	struct alike_index *x = ARENA_NEW(a, struct alike_index);
	struct words w;
	struct buf key = { 0 };
	for (uint32_t i = 0; i < count; i++) {
		words_split(&w, texts[i], &key);
		for (size_t k = 0; k < w.count; k++)
			vec_push(&x->entries,
				 (struct entry){ w.items[k].hash, i });
	}
	if (x->entries.count)
		qsort(x->entries.items, x->entries.count,
		      sizeof *x->entries.items, cmp_entries);
	x->texts = texts;
	x->count = count;
	buf_release(&key);
	return x;
}

void alike_free(struct alike_index *x)
{
	vec_release(&x->entries);
}

void alike_release(struct alike_asker *q)
{
	vec_release(&q->shared);
	vec_release(&q->touched);
	buf_release(&q->key);
}

/* --- asking --------------------------------------------------------------- */

/* The entries of one word. */
struct run {
	size_t from, count;
};

static size_t first_at_least(const struct alike_index *x, uint64_t hash)
{
	size_t from = 0, to = x->entries.count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (x->entries.items[middle].hash < hash)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static int cmp_runs(const void *a, const void *b)
{
	const struct run *x = a, *y = b;
	if (x->count != y->count)
		return x->count < y->count ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

/* The runs of the words of w, each once, the shortest first. */
static size_t find_runs(const struct alike_index *x, const struct words *w,
			struct run runs[WORDS_MAX])
{
	size_t count = 0, kept = 0;
	for (size_t i = 0; i < w->count; i++) {
		uint64_t hash = w->items[i].hash;
		size_t from = first_at_least(x, hash);
		runs[count++] =
		    (struct run){ from, first_at_least(x, hash + 1) - from };
	}
	if (count)
		qsort(runs, count, sizeof *runs, cmp_runs);
	for (size_t i = 0; i < count; i++)
		if (runs[i].count &&
		    (!kept || runs[kept - 1].from != runs[i].from))
			runs[kept++] = runs[i];
	return kept;
}

static void count_shared(const struct alike_index *x, const struct words *w,
			 struct alike_asker *q)
{
	struct run runs[WORDS_MAX];
	size_t count = find_runs(x, w, runs), seen = 0;
	while (q->shared.count < x->count)
		vec_push(&q->shared, 0);
	q->touched.count = 0;
	for (size_t i = 0; i < count; i++) {
		seen += runs[i].count;
		if (i && seen > LOOKED_AT_MAX)
			return;
		for (size_t k = 0; k < runs[i].count && k < LOOKED_AT_MAX;
		     k++) {
			uint32_t text = x->entries.items[runs[i].from + k].text;
			if (!q->shared.items[text]++)
				vec_push(&q->touched, text);
		}
	}
}

static int cmp_hashes(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static size_t sorted_hashes(const struct words *w, uint32_t out[WORDS_MAX])
{
	for (size_t i = 0; i < w->count; i++)
		out[i] = w->items[i].hash;
	if (w->count)
		qsort(out, w->count, sizeof *out, cmp_hashes);
	return w->count;
}

static uint32_t percent_alike(const struct words *a, const struct words *b)
{
	uint32_t x[WORDS_MAX], y[WORDS_MAX], common = 0;
	size_t n = sorted_hashes(a, x), m = sorted_hashes(b, y);
	for (size_t i = 0, j = 0; i < n && j < m;) {
		common += x[i] == y[j];
		if (x[i] == y[j])
			i++, j++;
		else if (x[i] < y[j])
			i++;
		else
			j++;
	}
	return n + m ? (uint32_t)((size_t)common * 200 / (n + m)) : 0;
}

/* Keeps the list sorted; the last falls off a full one. */
static size_t put_in(struct alike *list, size_t count, struct alike one)
{
	size_t at = count;
	while (at && (list[at - 1].percent < one.percent ||
		      (list[at - 1].percent == one.percent &&
		       list[at - 1].text > one.text)))
		at--;
	if (at == ALIKE_FOUND_MAX)
		return count;
	count += count < ALIKE_FOUND_MAX;
	memmove(&list[at + 1], &list[at], (count - at - 1) * sizeof *list);
	list[at] = one;
	return count;
}

size_t alike_find(const struct alike_index *x, const struct words *w,
		  struct alike_asker *q, struct alike found[ALIKE_FOUND_MAX])
{
	struct alike best[ALIKE_FOUND_MAX];
	size_t count = 0, kept = 0;
	count_shared(x, w, q);
	for (size_t i = 0; i < q->touched.count; i++) {
		uint32_t text = q->touched.items[i];
		count = put_in(best, count,
			       (struct alike){ text, q->shared.items[text] });
		q->shared.items[text] = 0;
	}
	for (size_t i = 0; i < count; i++) {
		words_split(&q->words, x->texts[best[i].text], &q->key);
		best[i].percent = percent_alike(w, &q->words);
		if (best[i].percent >= ALIKE_LEAST_PERCENT)
			kept = put_in(found, kept, best[i]);
	}
	return kept;
}
