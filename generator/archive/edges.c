/*
 * edges.c - see edges.h. The likeliest way to part a row: a title's length is
 * taken for normally distributed, an edge is the likelier the larger the share
 * of a word's places in titles that are first or last ones. Of 100 rows of
 * three whose titles are known but were hidden, 42 are found as they are, with
 * their ends (175 of 300 titles), among 7,751 articles; among 600, 21 (117).
 * Of 2,500 titles that stand alone 16 are parted, all of them long.
 */
#include "archive/edges.h"

#include "base/small_words.h"
#include "base/text.h"

#include <limits.h>

/* Scores are logarithms of likelihoods, in 64ths of a bit. */
enum {
	PIECE_LEAST = 4,    /* words of a title */
	PIECE_MAX = 140,    /* bytes of one */
	LENGTH_USUAL = 72,  /* bytes: the mean of one outlet's titles */
	LENGTH_SPREAD = 20, /* bytes: their standard deviation */
	EDGE_ALONE = -83,   /* of one more title, whatever its words */
	EDGE_NEW_PAIR = 37, /* its two words stand together in no other title */
	EDGE_PAIR = -277,   /* they do: a name */
	EDGE_ASKED = 92,    /* "?" or "!" before it */
	IMPOSSIBLE = INT_MIN / 2,
};

struct edge_word {
	uint32_t hash, titles, first, last;
};

struct edges {
	const struct titles *titles;
	struct edge_word *slots; /* hash table; titles 0: free */
	size_t mask, used;
};

static struct edge_word *slot_of(const struct edges *e, uint32_t hash)
{
	size_t i = hash & e->mask;
	while (e->slots[i].titles && e->slots[i].hash != hash)
		i = (i + 1) & e->mask;
	return &e->slots[i];
}

static void grow(struct edges *e, struct arena *a)
{
	struct edges old = *e;
	e->mask = old.mask * 2 + 1;
	e->slots = ARENA_ARRAY(a, struct edge_word, e->mask + 1);
	for (size_t i = 0; i <= old.mask; i++)
		if (old.slots[i].titles)
			*slot_of(e, old.slots[i].hash) = old.slots[i];
}

static void count_word(struct edges *e, uint32_t hash, bool first, bool last,
		       struct arena *a)
{
	struct edge_word *word = slot_of(e, hash);
	word->hash = hash;
	word->first += first;
	word->last += last;
	e->used += !word->titles++;
	if (e->used > e->mask / 2)
		grow(e, a);
}

struct edges *edges_count(const struct titles *titles, struct arena *a)
{
	struct edges *e = ARENA_NEW(a, struct edges);
	e->titles = titles;
	e->mask = 1023;
	e->slots = ARENA_ARRAY(a, struct edge_word, e->mask + 1);
	for (uint32_t t = 0; t < titles_count(titles); t++) {
		size_t count;
		const uint32_t *words = titles_words(titles, t, &count);
		for (size_t i = 0; i < count; i++)
			count_word(e, words[i], i == 0, i + 1 == count, a);
	}
	return e;
}

uint32_t edges_titles_with(const struct edges *e, uint32_t hash)
{
	return slot_of(e, hash)->titles;
}

/* log2(n), n not 0, in 64ths; straight between powers of two. */
static int log2_64ths(uint64_t n)
{
	int bits = 0;
	for (uint64_t rest = n; rest > 1; rest >>= 1)
		bits++;
	return bits * 64 + (int)(((n << 6) >> bits) - 64);
}

/*
 * How likely an edge stands beside a word that does so `edge` times of `all`,
 * compared with any word; one never seen says nothing.
 */
static int edge_share(uint32_t edge, uint32_t all)
{
	enum {
		WORDS_USUAL = 9
	}; /* of a title */
	return log2_64ths((uint64_t)edge * 10 + 3) -
	       log2_64ths((uint64_t)all * 10 + 30) + log2_64ths(WORDS_USUAL);
}

static bool is_lower_at(struct slice text, size_t at)
{
	return text_is_lower(text_next(text, &at));
}

/* How likely one title ends before word i of the row, and another begins. */
static int edge_before(const struct edges *e, const struct words *w,
		       struct slice text, size_t i)
{
	const struct word *last = &w->items[i - 1], *first = &w->items[i];
	struct slice gap = slice_sub(text, last->to, first->at);
	int score = EDGE_ALONE;
	if (is_lower_at(text, first->at) ||
	    (is_lower_at(text, last->at) && is_small_word(last->folded)))
		return IMPOSSIBLE;
	for (size_t k = 0; k < gap.len; k++)
		if (strchr(",.:;(-/&|", gap.ptr[k]))
			return IMPOSSIBLE;
		else if (strchr("?!", gap.ptr[k]))
			score += EDGE_ASKED;
	score +=
	    titles_may_have_pair(e->titles, last) ? EDGE_PAIR : EDGE_NEW_PAIR;
	const struct edge_word *end = slot_of(e, last->hash);
	const struct edge_word *start = slot_of(e, first->hash);
	return score + edge_share(end->last, end->titles) +
	       edge_share(start->first, start->titles);
}

/* How likely a title is so many bytes long. */
static int length_score(size_t bytes)
{
	int off = (int)bytes - LENGTH_USUAL;
	/* log2(e) is 92 64ths */
	return -off * off * 92 / (2 * LENGTH_SPREAD * LENGTH_SPREAD);
}

/* The best way to part words [from, here). */
struct way {
	int score;
	size_t from; /* where its last title begins */
	size_t titles;
};

static struct way best_way(const struct words *w, const struct way *ways,
			   size_t from, size_t here)
{
	struct way best = { IMPOSSIBLE, from, 0 };
	for (size_t i = from; i + PIECE_LEAST <= here; i++) {
		size_t bytes = w->items[here - 1].to - w->items[i].at;
		int score = ways[i].score + length_score(bytes);
		if (bytes <= PIECE_MAX && ways[i].titles < EDGES_MOST &&
		    ways[i].score > IMPOSSIBLE && score > best.score)
			best = (struct way){ score, i, ways[i].titles + 1 };
	}
	return best;
}

size_t edges_part(const struct edges *e, const struct words *w,
		  struct slice text, size_t from, size_t to,
		  size_t ends[EDGES_MOST])
{
	struct way ways[WORDS_MAX + 1];
	ways[from] = (struct way){ 0, from, 0 };
	for (size_t here = from + 1; here <= to; here++) {
		int edge = here < to ? edge_before(e, w, text, here) : 0;
		ways[here] = (struct way){ IMPOSSIBLE, from, 0 };
		if (edge > IMPOSSIBLE)
			ways[here] = best_way(w, ways, from, here);
		if (ways[here].score > IMPOSSIBLE)
			ways[here].score += edge;
	}
	if (ways[to].score == IMPOSSIBLE) {
		ends[0] = to;
		return 1;
	}
	for (size_t i = ways[to].titles, end = to; i-- > 0;
	     end = ways[end].from)
		ends[i] = end;
	return ways[to].titles;
}
