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

/* A hash of the numbers among the words, in their order. */
uint64_t words_numbers(const struct words *w);

/*
 * The word rule: five words or more on both sides, the same numbers and the
 * same turning words (negations, "tolak", "mantan", ...) in the same order,
 * and either at most one word more or less or at most two words that differ
 * and are spelt alike. A similarity ratio of 0.85 lets in both of the
 * opposites among 29 hand-judged pairs of real titles; this none.
 */
bool words_near(const struct words *a, const struct words *b);

/* The parts of the word rule that tell opposites apart, each alone. */
bool words_same_numbers(const struct words *a, const struct words *b);
bool words_same_turning(const struct words *a, const struct words *b);

/*
 * Whether words [0, to) of `text`, which has lost its commas, each with the
 * letter before it (guess.h), are all words of a title: those with a full stop
 * behind, and the last, may lack their last letter, or a year its last digit:
 * which year is for the caller to make sure.
 */
bool words_clipped(const struct words *w, struct slice text, size_t to,
		   const struct words *title);
/* Whether `sign` and a blank stand behind word i. */
bool words_sign_behind(const struct words *w, struct slice text, size_t i,
		       char sign);

/*
 * One slip apart: a letter left out ("menso", "mensos"), two swapped, "-nya",
 * or in a long word one changed. Shorter words with a letter changed are as
 * often two clubs, places or verbs.
 */
bool words_spelt_alike(struct slice a, struct slice b);

#endif
