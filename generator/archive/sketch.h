/*
 * sketch.h - what is remembered of a body to tell whether another says the
 * same: a sample of its runs of words, and its facts. Pure: a body in, a
 * sketch out; it lives until the families are found.
 *
 * The runs are all three words in a row, without read-also marks. Of them one
 * permutation hashing (Li, Owen, Zhang, "One Permutation Hashing", NIPS 2012)
 * keeps the least hash in each of SKETCH_BINS bins, and of that 8 bits (Li,
 * König, "b-Bit Minwise Hashing", WWW 2010). The share of equal bins estimates
 * the share of runs that two bodies have in common (Jaccard), whatever their
 * lengths, with a standard deviation of at most 4.5 %.
 *
 * The facts are all numbers, and all words with a capital that begin no
 * sentence: what differs between two articles of one template ("prakiraan
 * cuaca", prices, scores) and in a story told twice does not.
 */
#ifndef ARCHIVE_SKETCH_H
#define ARCHIVE_SKETCH_H

#include "archive/article.h"
#include "base/arena.h"

enum {
	SKETCH_BINS = 128,
	SKETCH_FACTS_MAX = 64, /* of more the ones with the least hashes */
};

struct sketch {
	uint8_t bins[SKETCH_BINS]; /* EMPTY_BIN where no run fell */
	uint32_t words;		   /* of the body without its marks */
	uint32_t fact_count;
	uint32_t facts[]; /* hashes, ascending, each once */
};

/* In `a`; buf is scratch. */
const struct sketch *sketch_make(const struct body *body, struct arena *a,
				 struct buf *buf);

/* Share of runs in common, in percent. Nothing with nothing gives 0. */
unsigned sketch_likeness(const struct sketch *a, const struct sketch *b);
/*
 * Share of the runs of the shorter that the longer has, in percent: from the
 * likeness and both lengths.
 */
unsigned sketch_containment(const struct sketch *a, const struct sketch *b);
/*
 * Whether the longer has all facts of the shorter, as far as both sketches
 * reach.
 */
bool sketch_same_facts(const struct sketch *a, const struct sketch *b);

#endif
