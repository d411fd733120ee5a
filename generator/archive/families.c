/*
 * families.c - see families.h.
 *
 * From the longest body to the shortest, each article either joins the family
 * of an article before it or becomes the canonical one of a family of its
 * own. So a canonical article is the fullest of its family, the earliest of
 * equals, and every member is held against it and not against another member:
 * families do not grow by steps.
 *
 * Whom to hold it against: canonical articles that have a key in common. Keys
 * are bands of bins (locality-sensitive hashing: of two bodies with a share J
 * of runs in common, 20 bands of 4 bins have one equal with a probability of
 * 1 - (1 - J^4)^20, 99.6 % for J = 0.7 and 15 % for 0.3), the whole body and
 * the title. Of the many that one template gives the latest are asked, which
 * are the nearest in length.
 */
#include "archive/families.h"

#include "base/text.h"

#include <stdlib.h>

enum {
	BANDS = 20,
	BAND_BINS = 4,
	KEY_BODY = BANDS, /* the same words, however few */
	KEY_TITLE,
	KEYS,
	ASKED_MAX = 12, /* of one key */
	/* what counts as the same story, in percent; by eye on real news */
	LIKENESS_LEAST = 70,
	CONTAINMENT_LEAST = 85, /* under the same title */
	/* of fewer words the sample is too small, and captions are alike */
	WORDS_LEAST = 40,
	COPY_WORDS_LEAST = 20,
};

/*
 * Which keys more than one article has, by some bits of their hashes. Most keys
 * are of one article alone and need no place in the table; the one in six that
 * is taken for shared by mistake only takes one.
 */
struct shared_keys {
	uint64_t *once, *again; /* sets of bits */
	uint64_t mask;
};

/* A canonical article below one of its keys. */
struct link {
	uint32_t article;
	uint32_t next; /* of the chain, + 1; 0 is none */
};

/*
 * A hash table with chains. Keys themselves are not kept: a few of one chain
 * that are not equal are only asked in vain.
 */
struct grouping {
	struct archive_builder *b;
	struct arena arena;
	struct shared_keys shared;
	uint32_t *heads; /* a link, + 1; 0 is none */
	size_t mask;
	VEC(struct link) links;
	uint32_t *canonical; /* of each article */
	uint32_t *asked_by;  /* the article that asked it last, + 1 */
};

struct ranked {
	uint32_t words, article;
};

static int cmp_ranked(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	if (x->words != y->words)
		return x->words > y->words ? -1 : 1;
	return (x->article > y->article) - (x->article < y->article);
}

/* Key number n of an article; false if it has none. */
static bool key_of(const struct draft *draft, unsigned n, uint64_t *key)
{
	const struct sketch *s = draft->sketch;
	if (n == KEY_BODY) {
		*key = draft->content;
		return s->words >= COPY_WORDS_LEAST;
	}
	if (n == KEY_TITLE) {
		*key = draft->title_hash;
		return s->words >= WORDS_LEAST;
	}
	*key = hash64_more(
	    n + 1, slice_make((const char *)&s->bins[(size_t)n * BAND_BINS],
			      BAND_BINS));
	return s->words >= WORDS_LEAST;
}

static bool are_same_story(const struct draft *x, const struct draft *y)
{
	if (x->content == y->content)
		return true;
	if (x->sketch->words < WORDS_LEAST || y->sketch->words < WORDS_LEAST)
		return false;
	bool alike =
	    sketch_likeness(x->sketch, y->sketch) >= LIKENESS_LEAST ||
	    (x->title_hash == y->title_hash &&
	     sketch_containment(x->sketch, y->sketch) >= CONTAINMENT_LEAST);
	return alike && sketch_same_facts(x->sketch, y->sketch);
}

/* --- shared keys ---------------------------------------------------------- */

/* The bit of a key: not those of its hash that choose a chain. */
static uint64_t bit_of(const struct shared_keys *s, uint64_t key, size_t *word)
{
	uint64_t at = (key >> 32 | key << 32) & s->mask;
	*word = (size_t)(at / 64);
	return (uint64_t)1 << at % 64;
}

static void note_keys(struct grouping *g)
{
	struct shared_keys *s = &g->shared;
	uint32_t count = g->b->archive.count;
	uint64_t size = 64, key;
	size_t word;
	while (size < (uint64_t)count * KEYS * 4)
		size *= 2;
	s->mask = size - 1;
	s->once = ARENA_ARRAY(&g->arena, uint64_t, size / 64);
	s->again = ARENA_ARRAY(&g->arena, uint64_t, size / 64);
	for (uint32_t i = 0; i < count; i++)
		for (unsigned n = 0; n < KEYS; n++) {
			if (!key_of(&g->b->drafts[i], n, &key))
				continue;
			uint64_t bit = bit_of(s, key, &word);
			s->again[word] |= s->once[word] & bit;
			s->once[word] |= bit;
		}
}

static bool is_shared(const struct shared_keys *s, uint64_t key)
{
	size_t word;
	uint64_t bit = bit_of(s, key, &word);
	return s->again[word] & bit;
}

/* Key n of an article, if it has one that others may have as well. */
static bool shared_key(const struct grouping *g, uint32_t article, unsigned n,
		       uint64_t *key)
{
	return key_of(&g->b->drafts[article], n, key) &&
	       is_shared(&g->shared, *key);
}

/* --- placing -------------------------------------------------------------- */

/* A canonical article below the key that tells the same story. */
static uint32_t find_below(struct grouping *g, uint32_t article, uint64_t key)
{
	const struct draft *draft = &g->b->drafts[article];
	uint32_t at = g->heads[key & g->mask];
	for (unsigned asked = 0; at && asked < ASKED_MAX; asked++) {
		uint32_t other = g->links.items[at - 1].article;
		at = g->links.items[at - 1].next;
		if (g->asked_by[other] == article + 1)
			continue; /* by another key */
		g->asked_by[other] = article + 1;
		if (are_same_story(&g->b->drafts[other], draft))
			return other;
	}
	return NO_ARTICLE;
}

static void enter(struct grouping *g, uint32_t article)
{
	uint64_t key;
	for (unsigned n = 0; n < KEYS; n++) {
		if (!shared_key(g, article, n, &key))
			continue;
		uint32_t *head = &g->heads[key & g->mask];
		vec_push(&g->links, (struct link){ article, *head });
		*head = (uint32_t)g->links.count;
	}
}

static void place(struct grouping *g, uint32_t article)
{
	uint32_t found = NO_ARTICLE;
	uint64_t key;
	for (unsigned n = KEYS; n-- > 0 && found == NO_ARTICLE;)
		if (shared_key(g, article, n, &key))
			found = find_below(g, article, key);
	g->canonical[article] = found == NO_ARTICLE ? article : found;
	if (found == NO_ARTICLE)
		enter(g, article);
}

/* As many chains as there are keys that will stand in them, or more. */
static void make_table(struct grouping *g)
{
	size_t size = 16, keys = 0;
	uint64_t key;
	for (uint32_t i = 0; i < g->b->archive.count; i++)
		for (unsigned n = 0; n < KEYS; n++)
			keys += shared_key(g, i, n, &key);
	while (size < keys)
		size *= 2;
	g->mask = size - 1;
	g->heads = ARENA_ARRAY(&g->arena, uint32_t, size);
}

static void place_all(struct grouping *g)
{
	uint32_t count = g->b->archive.count;
	struct ranked *ranked = ARENA_ARRAY(&g->arena, struct ranked, count);
	note_keys(g);
	make_table(g);
	g->canonical = ARENA_ARRAY(&g->arena, uint32_t, count);
	g->asked_by = ARENA_ARRAY(&g->arena, uint32_t, count);
	for (uint32_t i = 0; i < count; i++)
		ranked[i] = (struct ranked){ g->b->drafts[i].sketch->words, i };
	if (count)
		qsort(ranked, count, sizeof *ranked, cmp_ranked);
	for (uint32_t i = 0; i < count; i++)
		place(g, ranked[i].article);
}

/* --- laying out ----------------------------------------------------------- */

/* Families in the order of their canonical articles, which come first. */
static void lay_out(struct grouping *g)
{
	struct archive *x = &g->b->archive;
	uint32_t *sizes = ARENA_ARRAY(&g->arena, uint32_t, x->count);
	uint32_t *family_of = ARENA_ARRAY(&g->b->arena, uint32_t, x->count);
	uint32_t families = 0, members = 0;
	for (uint32_t i = 0; i < x->count; i++) {
		uint32_t size = ++sizes[g->canonical[i]];
		families += size == 2;
		members += size == 2 ? 2 : size > 2;
	}
	struct family *all = ARENA_ARRAY(&g->b->arena, struct family, families);
	uint32_t *articles = ARENA_ARRAY(&g->b->arena, uint32_t, members);
	uint32_t **ends = ARENA_ARRAY(&g->arena, uint32_t *, families);
	for (uint32_t i = 0; i < x->count; i++) {
		family_of[i] = NO_FAMILY;
		if (g->canonical[i] != i || sizes[i] < 2)
			continue;
		family_of[i] = x->family_count;
		all[x->family_count] = (struct family){ articles, sizes[i] };
		articles[0] = i;
		ends[x->family_count++] = articles + 1;
		articles += sizes[i];
	}
	for (uint32_t i = 0; i < x->count; i++)
		if (g->canonical[i] != i) {
			family_of[i] = family_of[g->canonical[i]];
			*ends[family_of[i]]++ = i;
		}
	x->families = all;
	x->family_of = family_of;
}

void families_index(struct archive_builder *b)
{
	struct grouping g = { .b = b };
	place_all(&g);
	lay_out(&g);
	vec_release(&g.links);
	arena_release(&g.arena);
}
