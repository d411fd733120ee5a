/*
 * words.h - a title as words: the one notion of "the same title". Words are
 * maximal runs of letters and digits; an apostrophe between letters and a "."
 * or "," between digits do not end one. Compared folded (text_fold).
 */
#ifndef ARCHIVE_WORDS_H
#define ARCHIVE_WORDS_H

#include "base/arena.h"
#include "base/buf.h"

enum {
	WORDS_MAX = 96,	      /* what follows is not looked at */
	NEAR_LEAST_WORDS = 5, /* for the word rule */
};

struct word {
	uint32_t at, to;     /* bytes of the text it was cut from */
	struct slice folded; /* in the key */
	uint32_t hash;
};

/* The words of a text and its key: the folded words joined by a space. */
struct words {
	struct slice key;
	struct word items[WORDS_MAX];
	size_t count;
	bool more; /* there were more than WORDS_MAX */
};

/* key_buf is cleared and holds the key; w borrows from it. */
void words_split(struct words *w, struct slice text, struct buf *key_buf);

/*
 * The word rule: the same numbers and the same negations in the same order,
 * five words or more on both sides, and either at most one word more or less
 * or at most two words that differ and are spelt nearly alike. Measured on
 * hand-judged pairs of real titles: 17 of 20 true pairs, 0 of 7 false ones,
 * where a similarity ratio of 0.85 lets in both of the opposites.
 */
bool words_near(const struct words *a, const struct words *b);

/* Levenshtein distance over the longer length at most a quarter. */
bool words_spelt_alike(struct slice a, struct slice b);

#endif
