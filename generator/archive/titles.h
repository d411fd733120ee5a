/*
 * titles.h - all titles of the archive, to be asked: which article has this
 * title, which title do these words start with, which start with these words,
 * which is nearly these words. Titles are one if their keys are (words.h); an
 * answer is a title number. A title without words or with more than WORDS_MAX
 * is not in it. Made once, then read by all threads.
 */
#ifndef ARCHIVE_TITLES_H
#define ARCHIVE_TITLES_H

#include "archive/archive.h"
#include "archive/words.h"

#define NO_TITLE UINT32_MAX
#define MANY_TITLES (UINT32_MAX - 1) /* more than one: nothing is guessed */

enum {
	TITLE_PREFIX_LEAST = 4, /* words of a title taken as a prefix */
	NEAR_BUDGET = 1000,	/* titles held against one reference */
};

struct titles;
struct titles *titles_index(const struct article *articles, uint32_t count,
			    struct arena *a);
void titles_free(struct titles *t);

/* How many titles there are: their numbers are below it. */
uint32_t titles_count(const struct titles *t);
/* The hashes of a title's words (words.h), in their order; *count of them. */
const uint32_t *titles_words(const struct titles *t, uint32_t title,
			     size_t *count);
/* The articles of a title, in the order of the archive; *count of them. */
const uint32_t *titles_articles(const struct titles *t, uint32_t title,
				uint32_t *count);

/* The title whose key is words [from, to) of w, or NO_TITLE. */
uint32_t titles_exact(const struct titles *t, const struct words *w,
		      size_t from, size_t to);
/*
 * The longest title of TITLE_PREFIX_LEAST words or more that words from `from`
 * on start with; *to is the word behind it.
 */
uint32_t titles_longest(const struct titles *t, const struct words *w,
			size_t from, size_t *to);
/*
 * Whether two words, first[0] and first[1], stand side by side in some title,
 * with capitals: a name, most likely. No is sure; yes is wrong once in 200
 * times.
 */
bool titles_may_have_pair(const struct titles *t, const struct word *first);
/*
 * The one title that starts with all words of w and goes on, or NO_TITLE or
 * MANY_TITLES. Unless `whole`, the last word may be cut as well.
 */
uint32_t titles_cut_off(const struct titles *t, const struct words *w,
			bool whole, struct buf *scratch);
/*
 * The one title that words [0, to) of `text` are if the text has lost its
 * commas (words_clipped: a year may lack its last digit), or NO_TITLE or
 * MANY_TITLES.
 */
uint32_t titles_clipped(const struct titles *t, const struct words *w,
			struct slice text, size_t to, struct buf *scratch);
/*
 * The one title that the word rule finds, or NO_TITLE or MANY_TITLES; the
 * latter also where more than NEAR_BUDGET titles would have to be looked at.
 */
uint32_t titles_near(const struct titles *t, const struct words *w,
		     struct buf *scratch);

#endif
