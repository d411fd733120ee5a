/*
 * near.c - whether the words of a reference, near to a title by the word rule,
 * are that title: see resolve.h. The rule knows words, not the archive.
 */
#include "archive/resolve.h"
#include "base/small_words.h"

/* Words of a reference that its title may lack: "Jika Dia Kalah". */
static bool is_filler(struct slice word)
{
	static const struct slice words[] = {
		SLICE_INIT("dia"), SLICE_INIT("ia"),   SLICE_INIT("ini"),
		SLICE_INIT("itu"), SLICE_INIT("juga"), SLICE_INIT("kini"),
		SLICE_INIT("nya"), SLICE_INIT("pula"), SLICE_INIT("telah"),
	};
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (slice_eq(word, words[i]))
			return true;
	return is_small_word(word);
}

/*
 * Whether word a of the reference is word b of the title misspelt, and not a
 * word of its own: "Persib" and "Persiba", if other titles have "Persib". A
 * letter or "-nya" more is the same word all the same.
 */
static bool is_misspelt(const struct edges *edges, const struct word *a,
			const struct word *b)
{
	struct slice x = a->folded, y = b->folded;
	bool end = slice_starts(x, y) || slice_starts(y, x);
	if (x.len != y.len &&
	    (!end || x.len + 3 == y.len || y.len + 3 == x.len))
		return true;
	return edges_titles_with(edges, a->hash) == 0;
}

bool near_is_meant(const struct resolver *r, const struct words *w,
		   uint32_t title, struct buf *scratch)
{
	uint32_t count;
	uint32_t article = *titles_articles(r->titles, title, &count);
	const struct word *mine = w->items;
	struct words other;
	words_split(&other, r->articles[article].title, scratch);
	size_t least = w->count < other.count ? w->count : other.count, i = 0;
	for (; i < least; i++)
		if (mine[i].hash != other.items[i].hash &&
		    (w->count != other.count ||
		     !is_misspelt(r->edges, &mine[i], &other.items[i])))
			break;
	if (w->count > other.count)
		return is_filler(mine[i].folded);
	return i == w->count || w->count < other.count;
}
