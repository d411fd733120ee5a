/*
 * pick.c - which of the articles that share a title is meant: see resolve.h.
 * A paper points back, and to its own articles first.
 */
#include "archive/outlet.h"
#include "archive/resolve.h"

enum {
	SAME_MAX = 1000, /* articles of one title that are looked at */
};

/* Several articles could be meant. */
#define MANY_ARTICLES (NO_ARTICLE - 1)

/* How many of the articles, in date order, are not later than `date`. */
static uint32_t count_before(const struct article *articles,
			     const uint32_t *same, uint32_t count,
			     struct date date)
{
	uint32_t from = 0, to = count;
	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		struct date d = articles[same[middle]].date;
		if (date_known(d) && date_cmp(d, date) <= 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/*
 * Of the articles that share a title, the nearest in date that is not later
 * than the one that refers, if one is nearest. `outlets`: how far its outlet
 * may be another.
 */
static uint32_t nearest_before(const struct resolver *r, uint32_t self,
			       const uint32_t *same, uint32_t count,
			       enum outlets outlets)
{
	const struct article *articles = r->articles;
	uint32_t best = NO_ARTICLE, least;
	count = count_before(articles, same, count, articles[self].date);
	least = count > SAME_MAX ? count - SAME_MAX : 0;
	for (uint32_t i = count; i-- > least;) {
		if (same[i] == self ||
		    outlets_compare(&articles[self], &articles[same[i]]) >
			outlets)
			continue;
		if (best == NO_ARTICLE)
			best = same[i];
		else if (date_eq(articles[same[i]].date, articles[best].date))
			return MANY_ARTICLES;
		else
			break;
	}
	return best;
}

/* Whether a list of articles, in order, has this one. */
static bool holds(const uint32_t *list, uint32_t count, uint32_t article)
{
	uint32_t from = 0, to = count;
	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		if (list[middle] < article)
			from = middle + 1;
		else
			to = middle;
	}
	return from < count && list[from] == article;
}

uint32_t pick_article(const struct resolver *r, uint32_t self, uint32_t title,
		      enum reference_why *why)
{
	uint32_t count, others, best = NO_ARTICLE;
	*why = title == MANY_TITLES ? WHY_SEVERAL : WHY_UNKNOWN;
	if (title >= MANY_TITLES)
		return NO_ARTICLE;
	const uint32_t *same = titles_articles(r->titles, title, &count);
	others = count - holds(same, count, self);
	if (!others) {
		*why = WHY_ITSELF;
		return NO_ARTICLE;
	}
	if (others == 1)
		return same[0] == self ? same[1] : same[0];
	for (enum outlets o = OUTLETS_SAME;
	     o <= OUTLETS_DIFFER && best == NO_ARTICLE; o++)
		best = nearest_before(r, self, same, count, o);
	if (best < MANY_ARTICLES)
		return best;
	*why = WHY_SEVERAL;
	return NO_ARTICLE;
}
