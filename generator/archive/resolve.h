/*
 * resolve.h - from the words behind a mark to references with their articles.
 * The order is fixed and nothing is guessed: override, exact title, longest
 * title that the words start with, word rule. Two articles left: the one
 * nearest in date before the referring article if they share a title, else
 * none. A wrong link is worse than plain text.
 */
#ifndef ARCHIVE_RESOLVE_H
#define ARCHIVE_RESOLVE_H

#include "archive/edges.h"
#include "archive/internal.h"
#include "archive/titles.h"

struct overrides_index;

/* All that a resolution reads; shared by the threads. */
struct resolver {
	const struct titles *titles;
	const struct edges *edges; /* of these titles */
	const struct article *articles;
	uint32_t count;
	const struct overrides_index *overrides;
};

/*
 * The references of article `self` from its marks, in order, into
 * article->references (in worker->arena).
 */
void resolve_article(const struct resolver *r, struct article *article,
		     uint32_t self, const struct draft *draft,
		     struct archive_worker *worker);

/*
 * Which references say again what one before them says, by text and target: a
 * doubled body says its references twice, they count once. Not if only the
 * later one is a link: the earlier was a guess at where the title ends. `key`
 * is scratch.
 */
void references_mark_repeats(struct reference *references, size_t count,
			     struct buf *key);

/*
 * pick.c: of the articles that share a title, not counting `self`, which
 * refers: the only one, or the nearest in date not after it, of its own outlet
 * first. NO_ARTICLE, and *why, if there is none or if several could be meant;
 * also for NO_TITLE and MANY_TITLES.
 */
uint32_t pick_article(const struct resolver *r, uint32_t self, uint32_t title,
		      enum reference_why *why);

/*
 * near.c: whether words that are near to this title (titles_near) mean it. Not
 * if they have a word more that says something, nor if the word that differs
 * is one of its own, which other titles have.
 */
bool near_is_meant(const struct resolver *r, const struct words *w,
		   uint32_t title, struct buf *scratch);

/* overrides.c: by folded text; targets named by source are looked up once */
struct overrides_index *overrides_index(const struct override *overrides,
					size_t count,
					const struct article *articles,
					uint32_t article_count, struct arena *a,
					struct diag *d);
/*
 * True if an override speaks for these words in this article: *target is the
 * article or NO_ARTICLE ("no link").
 */
bool overrides_find(const struct overrides_index *o, struct slice key,
		    struct slice source, uint32_t *target);

#endif
