/*
 * titles.c - see titles.h. A hash table of keys for equal titles and for
 * prefixes, the keys in order for titles cut off, and for the word rule one
 * table of hashed parts of titles: whatever may differ between near titles,
 * one of these parts is equal.
 *
 *   lengths differ by one:  the first or the last (n - 1) / 2 words of the
 *                           title, n its number of words
 *   same length, two words: the first, second or last third
 *   commas lost:            all but the words that a comma or the end follows
 *
 * Near titles have the same numbers, so these are part of the hash: a series
 * by dates is as many small groups.
 */
#include "archive/titles.h"

#include "base/hash.h"
#include "base/text.h"

#include <stdlib.h>

struct title {
	struct slice key;
	uint32_t hash;		    /* the half of it that chooses no slot */
	uint32_t from;		    /* of its articles in titles.articles */
	uint32_t words, word_count; /* their hashes in titles.words */
};

struct part {
	uint32_t hash; /* of two parts alike by chance the titles differ */
	uint32_t title;
};

struct titles {
	VEC(struct title) all;
	uint32_t *slots; /* hash table: title + 1, 0 is free */
	size_t mask;
	uint32_t *articles; /* by title, then in the order of the archive */
	uint32_t listed;    /* of them */
	uint32_t *by_key;   /* titles in the order of their keys */
	VEC(uint32_t) words;
	VEC(struct part) parts;
	uint64_t *pairs; /* bits, two for each pair of words: a Bloom filter */
	size_t pair_mask;
};

enum {
	/* A title's nine pairs set one bit in 14: one answer in 200 is "yes"
	   by chance. */
	PAIR_BITS = 256, /* for each article */
};

enum part_kind {
	PART_HEAD = 1,
	PART_TAIL,
	PART_THIRD, /* and the two after it */
	PART_UNCLIPPED = PART_THIRD + 3,
};

static uint32_t *slot_of(const struct titles *t, struct slice key,
			 uint64_t hash)
{
	size_t i = hash & t->mask;
	for (; t->slots[i]; i = (i + 1) & t->mask) {
		const struct title *found = &t->all.items[t->slots[i] - 1];
		if (found->hash == hash >> 32 && slice_eq(found->key, key))
			break;
	}
	return &t->slots[i];
}

/* Words [from, to) as part of a title of so many words and these numbers. */
static uint32_t part_hash(const struct words *w, size_t from, size_t to,
			  size_t title_words, uint64_t numbers,
			  enum part_kind kind)
{
	uint64_t seed = numbers + title_words * 8 + (uint64_t)kind;
	for (size_t i = from; i < to; i++)
		seed = seed * 0x9E3779B97F4A7C15u + w->items[i].hash + 1;
	return (uint32_t)(seed ^ seed >> 32);
}

/* Words [0, to) but those with `sign` behind, and the last. */
static uint32_t unclipped_hash(const struct words *w, struct slice text,
			       size_t to, char sign)
{
	uint64_t seed = to * 8 + PART_UNCLIPPED;
	for (size_t i = 0; i < to; i++) {
		bool clipped =
		    i + 1 == to || words_sign_behind(w, text, i, sign);
		seed = seed * 0x9E3779B97F4A7C15u +
		       (clipped ? 0 : w->items[i].hash + 1);
	}
	return (uint32_t)(seed ^ seed >> 32);
}

static void add_part(struct titles *t, uint32_t title, uint32_t hash)
{
	vec_push(&t->parts, (struct part){ hash, title });
}

static void add_parts(struct titles *t, const struct words *w,
		      struct slice text, uint32_t title)
{
	size_t n = w->count, half = (n - 1) / 2, third = n / 3;
	uint64_t numbers = words_numbers(w);
	if (n < NEAR_LEAST_WORDS)
		return;
	add_part(t, title, part_hash(w, 0, half, n, numbers, PART_HEAD));
	add_part(t, title, part_hash(w, n - half, n, n, numbers, PART_TAIL));
	for (unsigned k = 0; k < 3; k++)
		add_part(t, title,
			 part_hash(w, k * third, k == 2 ? n : (k + 1) * third,
				   n, numbers, PART_THIRD + k));
	add_part(t, title, unclipped_hash(w, text, n, ','));
}

/* Its lower and its upper half say one bit each. */
static uint64_t pair_hash(const struct word *first)
{
	uint64_t hash = ((uint64_t)first[0].hash << 32) | first[1].hash;
	hash *= 0x9E3779B97F4A7C15u;
	return hash ^ (hash >> 29);
}

static bool starts_upper(struct slice s, size_t at)
{
	return text_is_upper(text_next(s, &at));
}

static void add_pairs(struct titles *t, const struct words *w,
		      struct slice title)
{
	for (size_t i = 1; i < w->count; i++) {
		const struct word *word = &w->items[i];
		if (!slice_eq(slice_sub(title, word[-1].to, word->at),
			      SLICE(" ")) ||
		    !starts_upper(title, word[-1].at) ||
		    !starts_upper(title, word->at))
			continue;
		uint64_t hash = pair_hash(word - 1);
		size_t a = hash & t->pair_mask, b = (hash >> 32) & t->pair_mask;
		t->pairs[a / 64] |= (uint64_t)1 << a % 64;
		t->pairs[b / 64] |= (uint64_t)1 << b % 64;
	}
}

bool titles_may_have_pair(const struct titles *t, const struct word *first)
{
	uint64_t hash = pair_hash(first);
	size_t a = hash & t->pair_mask, b = (hash >> 32) & t->pair_mask;
	return (t->pairs[a / 64] >> a % 64 & 1) &&
	       (t->pairs[b / 64] >> b % 64 & 1);
}

static int cmp_parts(const void *a, const void *b)
{
	const struct part *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->title > y->title) - (x->title < y->title);
}

struct keyed {
	struct slice key;
	uint32_t title;
};

static int cmp_keyed(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	return slice_cmp(x->key, y->key);
}

static void sort_keys(struct titles *t, struct arena *a)
{
	size_t n = t->all.count;
	VEC(struct keyed) keyed = { 0 };
	for (uint32_t i = 0; i < n; i++)
		vec_push(&keyed, (struct keyed){ t->all.items[i].key, i });
	if (n)
		qsort(keyed.items, n, sizeof *keyed.items, cmp_keyed);
	t->by_key = ARENA_ARRAY(a, uint32_t, n);
	for (size_t i = 0; i < n; i++)
		t->by_key[i] = keyed.items[i].title;
	vec_release(&keyed);
}

/* The title of an article, a new one if need be; NO_TITLE: it has no words. */
static uint32_t enter(struct titles *t, struct slice title, struct buf *key,
		      struct arena *a)
{
	struct words w;
	words_split(&w, title, key);
	if (!w.count || w.more)
		return NO_TITLE; /* no words, or not all of them known */
	uint64_t hash = hash64(w.key);
	uint32_t *slot = slot_of(t, w.key, hash);
	if (!*slot) {
		vec_push(&t->all,
			 (struct title){ .key = arena_copy(a, w.key),
					 .hash = (uint32_t)(hash >> 32),
					 .words = (uint32_t)t->words.count,
					 .word_count = (uint32_t)w.count });
		for (size_t i = 0; i < w.count; i++)
			vec_push(&t->words, w.items[i].hash);
		*slot = (uint32_t)t->all.count;
		add_parts(t, &w, title, *slot - 1);
		add_pairs(t, &w, title);
	}
	return *slot - 1;
}

/* Fills the list of articles: title_of says which title each has. */
static void list_articles(struct titles *t, const uint32_t *title_of,
			  uint32_t count, struct arena *a)
{
	struct title *all = t->all.items;
	for (uint32_t i = 0; i < count; i++)
		if (title_of[i] != NO_TITLE)
			all[title_of[i]].from++;
	for (size_t i = 0; i < t->all.count; i++) {
		t->listed += all[i].from;
		all[i].from = t->listed; /* its end; filled from behind */
	}
	t->articles = ARENA_ARRAY(a, uint32_t, t->listed);
	for (uint32_t i = count; i-- > 0;)
		if (title_of[i] != NO_TITLE)
			t->articles[--all[title_of[i]].from] = i;
}

struct titles *titles_index(const struct article *articles, uint32_t count,
			    struct arena *a)
{
	struct titles *t = ARENA_NEW(a, struct titles);
	VEC(uint32_t) title_of = { 0 };
	struct buf key = { 0 };
	size_t size = 16;
	while (size < (size_t)count * 2)
		size *= 2;
	t->mask = size - 1;
	t->slots = ARENA_ARRAY(a, uint32_t, size);
	t->pair_mask = size / 2 * PAIR_BITS - 1;
	t->pairs = ARENA_ARRAY(a, uint64_t, size / 2 * PAIR_BITS / 64);
	for (uint32_t i = 0; i < count; i++)
		vec_push(&title_of, enter(t, articles[i].title, &key, a));
	list_articles(t, title_of.items, count, a);
	if (t->parts.count)
		qsort(t->parts.items, t->parts.count, sizeof *t->parts.items,
		      cmp_parts);
	sort_keys(t, a);
	vec_release(&title_of);
	buf_release(&key);
	return t;
}

void titles_free(struct titles *t)
{
	vec_release(&t->all);
	vec_release(&t->words);
	vec_release(&t->parts);
}

uint32_t titles_count(const struct titles *t)
{
	return (uint32_t)t->all.count;
}

const uint32_t *titles_words(const struct titles *t, uint32_t title,
			     size_t *count)
{
	*count = t->all.items[title].word_count;
	return t->words.items + t->all.items[title].words;
}

const uint32_t *titles_articles(const struct titles *t, uint32_t title,
				uint32_t *count)
{
	uint32_t from = t->all.items[title].from;
	uint32_t to =
	    title + 1 < t->all.count ? t->all.items[title + 1].from : t->listed;
	*count = to - from;
	return t->articles + from;
}

/* Words [from, to) of w as they stand in its key. */
static struct slice key_of(const struct words *w, size_t from, size_t to)
{
	const char *start = w->items[from].folded.ptr;
	struct slice last = w->items[to - 1].folded;
	return slice_make(start, (size_t)(last.ptr + last.len - start));
}

uint32_t titles_exact(const struct titles *t, const struct words *w,
		      size_t from, size_t to)
{
	if (from >= to)
		return NO_TITLE;
	struct slice key = key_of(w, from, to);
	uint32_t found = *slot_of(t, key, hash64(key));
	return found ? found - 1 : NO_TITLE;
}

/* In the order of their keys, the first title not below this one. */
static size_t not_below(const struct titles *t, struct slice key)
{
	size_t from = 0, to = t->all.count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (slice_cmp(t->all.items[t->by_key[middle]].key, key) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static bool starts_so(const struct titles *t, size_t place, struct slice key)
{
	return place < t->all.count &&
	       slice_starts(t->all.items[t->by_key[place]].key, key);
}

uint32_t titles_longest(const struct titles *t, const struct words *w,
			size_t from, size_t *to)
{
	if (from + TITLE_PREFIX_LEAST > w->count)
		return NO_TITLE;
	struct slice head = key_of(w, from, from + TITLE_PREFIX_LEAST);
	if (!starts_so(t, not_below(t, head), head))
		return NO_TITLE;
	for (size_t end = w->count; end >= from + TITLE_PREFIX_LEAST; end--) {
		uint32_t found = titles_exact(t, w, from, end);
		if (found != NO_TITLE) {
			*to = end;
			return found;
		}
	}
	return NO_TITLE;
}

uint32_t titles_cut_off(const struct titles *t, const struct words *w,
			bool whole, struct buf *scratch)
{
	if (w->count < TITLE_PREFIX_LEAST || w->more)
		return NO_TITLE;
	buf_clear(scratch);
	buf_add(scratch, w->key);
	if (whole)
		buf_byte(scratch, ' ');
	struct slice head = buf_slice(scratch);
	size_t place = not_below(t, head);
	if (!starts_so(t, place, head))
		return NO_TITLE;
	return starts_so(t, place + 1, head) ? MANY_TITLES : t->by_key[place];
}

/* --- the word rule -------------------------------------------------------- */

struct near {
	const struct titles *titles;
	const struct words *words;
	struct buf *scratch;
	uint32_t found;
	size_t looked;	   /* titles held against the words */
	struct slice text; /* for titles_clipped: of the words */
	size_t to;	   /* and how many of them; 0: the word rule */
};

/*
 * Most of a common part's titles fail here, without a look at their letters:
 * more than two words at odds, counted from the front and from the back.
 */
static bool may_be_near(const struct titles *t, const struct words *w,
			const struct title *title)
{
	const uint32_t *words = t->words.items + title->words;
	size_t n = w->count, m = title->word_count;
	size_t least = n < m ? n : m, head = 0, tail = 0, differ = 0;
	if (n == m) {
		for (size_t i = 0; i < n && differ < 3; i++)
			differ += w->items[i].hash != words[i];
		return differ < 3;
	}
	while (head < least && w->items[head].hash == words[head])
		head++;
	while (tail < least - head &&
	       w->items[n - 1 - tail].hash == words[m - 1 - tail])
		tail++;
	return head + tail == least;
}

static void consider(struct near *n, uint32_t title)
{
	struct words w;
	if (++n->looked > NEAR_BUDGET)
		n->found = MANY_TITLES;
	if (n->found == title || n->found == MANY_TITLES ||
	    (!n->to &&
	     !may_be_near(n->titles, n->words, &n->titles->all.items[title])))
		return;
	words_split(&w, n->titles->all.items[title].key, n->scratch);
	if (n->to ? words_clipped(n->words, n->text, n->to, &w)
		  : words_near(n->words, &w))
		n->found = n->found == NO_TITLE ? title : MANY_TITLES;
}

static void look_up(struct near *n, uint32_t hash)
{
	const struct part *parts = n->titles->parts.items;
	size_t from = 0, to = n->titles->parts.count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (parts[middle].hash < hash)
			from = middle + 1;
		else
			to = middle;
	}
	for (; from < n->titles->parts.count && parts[from].hash == hash &&
	       n->found != MANY_TITLES;
	     from++)
		consider(n, parts[from].title);
}

uint32_t titles_clipped(const struct titles *t, const struct words *w,
			struct slice text, size_t to, struct buf *scratch)
{
	struct near n = { .titles = t,
			  .words = w,
			  .scratch = scratch,
			  .found = NO_TITLE,
			  .text = text,
			  .to = to };
	if (to >= NEAR_LEAST_WORDS)
		look_up(&n, unclipped_hash(w, text, to, '.'));
	return n.found;
}

uint32_t titles_near(const struct titles *t, const struct words *w,
		     struct buf *scratch)
{
	struct near n = {
		.titles = t, .words = w, .scratch = scratch, .found = NO_TITLE
	};
	size_t count = w->count, third = count / 3;
	if (count < NEAR_LEAST_WORDS || w->more)
		return NO_TITLE;
	uint64_t numbers = words_numbers(w);
	for (size_t m = count - 1; m <= count + 1; m += 2) {
		size_t half = (m - 1) / 2;
		look_up(&n, part_hash(w, 0, half, m, numbers, PART_HEAD));
		look_up(&n, part_hash(w, count - half, count, m, numbers,
				      PART_TAIL));
	}
	for (unsigned k = 0; k < 3; k++)
		look_up(&n, part_hash(w, k * third,
				      k == 2 ? count : (k + 1) * third, count,
				      numbers, PART_THIRD + k));
	return n.found;
}
