/*
 * wanted.c - the references without an article, gathered by title, with the
 * archive's titles that come closest. From the finished archive, when somebody
 * asks: nothing else of it depends on this.
 */
#include "archive/alike.h"
#include "archive/archive.h"
#include "base/pool.h"
#include "base/text.h"

#include <stdlib.h>

enum {
	CUT_OFF_LEAST = 4, /* words of a title that ends with "…" */
};

/* One reference. */
struct ask {
	struct slice key, text;
	uint32_t article;
	bool unsure;
};

/* The asks of one key, and whose spelling it is taken for. */
struct group {
	size_t from, to;
	uint32_t demand; /* articles */
	struct slice key;
	bool joined;
	VEC(uint32_t) others; /* groups that joined this one */
};

struct gathering {
	const struct archive *x;
	struct arena *a;
	struct arena scratch;
	VEC(struct ask) asks;
	VEC(struct group) groups;
	struct wanted *wanted;
	uint32_t count;
};

const char *candidate_why_name(enum candidate_why why)
{
	static const char *const names[] = { "far", "numbers-differ",
					     "negation-differs", "several" };
	return names[why];
}

/* --- asks, by key --------------------------------------------------------- */

static bool is_ask(const struct reference *r)
{
	return r->target == NO_ARTICLE && r->how != HOW_OVERRIDE &&
	       !r->repeated && r->why != WHY_ITSELF;
}

static void collect_asks(struct gathering *g)
{
	struct words w;
	struct buf key = { 0 };
	for (uint32_t i = 0; i < g->x->count; i++) {
		const struct article *article = &g->x->articles[i];
		for (uint32_t k = 0; k < article->reference_count; k++) {
			const struct reference *r = &article->references[k];
			if (!is_ask(r))
				continue;
			words_split(&w, r->text, &key);
			if (w.count)
				vec_push(&g->asks,
					 (struct ask){
					     arena_copy(&g->scratch, w.key),
					     r->text, i, r->unsure });
		}
	}
	buf_release(&key);
}

static int cmp_asks(const void *a, const void *b)
{
	const struct ask *x = a, *y = b;
	int c = slice_cmp(x->key, y->key);
	if (!c)
		c = (x->article > y->article) - (x->article < y->article);
	return c ? c : slice_cmp(x->text, y->text);
}

/* The most wanted first; keys are all different. */
static int cmp_groups(const void *a, const void *b)
{
	const struct group *x = a, *y = b;
	if (x->demand != y->demand)
		return x->demand > y->demand ? -1 : 1;
	return slice_cmp(x->key, y->key);
}

static void group_asks(struct gathering *g)
{
	const struct ask *asks = g->asks.items;
	if (g->asks.count)
		qsort(g->asks.items, g->asks.count, sizeof *g->asks.items,
		      cmp_asks);
	for (size_t from = 0, to; from < g->asks.count; from = to) {
		uint32_t demand = 1;
		for (to = from + 1; to < g->asks.count &&
				    slice_eq(asks[to].key, asks[from].key);
		     to++)
			demand += asks[to].article != asks[to - 1].article;
		vec_push(&g->groups, (struct group){ .from = from,
						     .to = to,
						     .demand = demand,
						     .key = asks[from].key });
	}
	if (g->groups.count)
		qsort(g->groups.items, g->groups.count, sizeof *g->groups.items,
		      cmp_groups);
}

/* --- spellings of one title ----------------------------------------------- */

static bool is_cut_off(struct slice text)
{
	return slice_ends(text, SLICE("...")) ||
	       slice_ends(text, SLICE("\xE2\x80\xA6"));
}

/* Whether `head` is the cut-off beginning of `whole`. */
static bool begins(const struct gathering *g, const struct group *head,
		   const struct words *words, const struct group *whole)
{
	return is_cut_off(g->asks.items[head->from].text) &&
	       words->count >= CUT_OFF_LEAST &&
	       slice_starts(whole->key, head->key);
}

/* Whether both ask for one title; x and y are their words. */
static bool are_one(const struct gathering *g, const struct group *a,
		    const struct words *x, const struct group *b,
		    const struct words *y)
{
	return words_near(x, y) || begins(g, a, x, b) || begins(g, b, y, a);
}

/* Those less wanted join the more wanted; nobody joins who was joined. */
static void join_spellings(struct gathering *g)
{
	size_t count = g->groups.count;
	struct slice *keys = ARENA_ARRAY(&g->scratch, struct slice, count);
	struct alike found[ALIKE_FOUND_MAX];
	struct alike_asker asker = { 0 };
	struct words w, other;
	struct buf key = { 0 }, other_key = { 0 };
	for (size_t i = 0; i < count; i++)
		keys[i] = g->groups.items[i].key;
	struct alike_index *x = alike_index(keys, (uint32_t)count, &g->scratch);
	for (uint32_t i = 0; i < count; i++) {
		struct group *one = &g->groups.items[i];
		if (one->joined)
			continue;
		words_split(&w, one->key, &key);
		size_t n = alike_find(x, &w, &asker, found);
		for (size_t k = 0; k < n; k++) {
			struct group *b = &g->groups.items[found[k].text];
			words_split(&other, b->key, &other_key);
			if (found[k].text <= i || b->joined ||
			    !are_one(g, one, &w, b, &other))
				continue;
			b->joined = true;
			vec_push(&one->others, found[k].text);
		}
	}
	alike_release(&asker);
	alike_free(x);
	buf_release(&key);
	buf_release(&other_key);
}

/* --- laying out ----------------------------------------------------------- */

static int cmp_numbers(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

struct spelling {
	struct slice text;
	size_t times;
};

static int cmp_texts(const void *a, const void *b)
{
	const struct spelling *x = a, *y = b;
	return slice_cmp(x->text, y->text);
}

/* Whole ones before those cut off, then the commonest. */
static int cmp_spellings(const void *a, const void *b)
{
	const struct spelling *x = a, *y = b;
	int c = is_cut_off(x->text) - is_cut_off(y->text);
	if (c)
		return c;
	if (x->times != y->times)
		return x->times > y->times ? -1 : 1;
	return slice_cmp(x->text, y->text);
}

static void keep_spellings(struct gathering *g, struct wanted *w,
			   struct spelling *all, size_t count)
{
	size_t kept = 0;
	qsort(all, count, sizeof *all, cmp_texts);
	for (size_t i = 0; i < count; i++)
		if (kept && slice_eq(all[kept - 1].text, all[i].text))
			all[kept - 1].times++;
		else
			all[kept++] = all[i];
	qsort(all, kept, sizeof *all, cmp_spellings);
	struct slice *texts = ARENA_ARRAY(g->a, struct slice, kept);
	for (size_t i = 0; i < kept; i++)
		texts[i] = all[i].text;
	w->spellings = texts;
	w->spelling_count = (uint32_t)kept;
}

static void keep_articles(struct gathering *g, struct wanted *w, uint32_t *all,
			  size_t count)
{
	uint32_t *kept = ARENA_ARRAY(g->a, uint32_t, count);
	qsort(all, count, sizeof *all, cmp_numbers);
	for (size_t i = 0; i < count; i++)
		if (!w->count || kept[w->count - 1] != all[i])
			kept[w->count++] = all[i];
	w->articles = kept;
}

static struct wanted make_wanted(struct gathering *g, const struct group *one)
{
	struct wanted w = { .unsure = true };
	VEC(uint32_t) articles = { 0 };
	VEC(struct spelling) spellings = { 0 };
	for (size_t i = 0; i <= one->others.count; i++) {
		const struct group *part =
		    i ? &g->groups.items[one->others.items[i - 1]] : one;
		for (size_t k = part->from; k < part->to; k++) {
			const struct ask *ask = &g->asks.items[k];
			vec_push(&articles, ask->article);
			vec_push(&spellings, (struct spelling){ ask->text, 1 });
			w.unsure &= ask->unsure;
		}
	}
	keep_articles(g, &w, articles.items, articles.count);
	keep_spellings(g, &w, spellings.items, spellings.count);
	vec_release(&articles);
	vec_release(&spellings);
	return w;
}

/* The most wanted first; first spellings fold to different keys. */
static int cmp_wanted(const void *a, const void *b)
{
	const struct wanted *x = a, *y = b;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return slice_cmp(x->spellings[0], y->spellings[0]);
}

static void lay_out(struct gathering *g)
{
	g->wanted = ARENA_ARRAY(g->a, struct wanted, g->groups.count);
	for (size_t i = 0; i < g->groups.count; i++) {
		struct group *one = &g->groups.items[i];
		if (!one->joined)
			g->wanted[g->count++] = make_wanted(g, one);
		vec_release(&one->others);
	}
	if (g->count)
		qsort(g->wanted, g->count, sizeof *g->wanted, cmp_wanted);
}

struct wanted *archive_wanted(const struct archive *x, struct arena *a,
			      uint32_t *count)
{
	struct gathering g = { .x = x, .a = a };
	collect_asks(&g);
	group_asks(&g);
	join_spellings(&g);
	lay_out(&g);
	vec_release(&g.asks);
	vec_release(&g.groups);
	arena_release(&g.scratch);
	*count = g.count;
	return g.wanted;
}

/* --- candidates ----------------------------------------------------------- */

static enum candidate_why why_not(const struct words *wanted,
				  const struct words *title)
{
	if (!words_same_numbers(wanted, title))
		return CANDIDATE_NUMBERS;
	if (!words_same_turning(wanted, title))
		return CANDIDATE_TURNING;
	return slice_eq(wanted->key, title->key) || words_near(wanted, title)
		   ? CANDIDATE_SEVERAL
		   : CANDIDATE_FAR;
}

struct search {
	const struct archive *x;
	struct wanted *wanted;
	struct alike_index *titles;
	struct alike_asker *askers; /* one a job */
};

static void find_candidates(void *ctx, unsigned worker, size_t index)
{
	struct search *s = ctx;
	struct wanted *w = &s->wanted[index];
	struct alike found[ALIKE_FOUND_MAX];
	struct words words, title;
	struct buf key = { 0 }, title_key = { 0 };
	words_split(&words, w->spellings[0], &key);
	size_t n = alike_find(s->titles, &words, &s->askers[worker], found);
	for (size_t i = 0; i < n && w->candidate_count < CANDIDATES_MAX; i++) {
		if (w->count == 1 && found[i].text == w->articles[0])
			continue; /* no article refers to itself */
		words_split(&title, s->x->articles[found[i].text].title,
			    &title_key);
		w->candidates[w->candidate_count++] =
		    (struct candidate){ found[i].text, found[i].percent,
					why_not(&words, &title) };
	}
	buf_release(&key);
	buf_release(&title_key);
}

void archive_candidates(const struct archive *x, struct wanted *wanted,
			uint32_t count, unsigned jobs)
{
	struct search s = { .x = x, .wanted = wanted };
	struct arena scratch = { 0 };
	struct slice *titles = ARENA_ARRAY(&scratch, struct slice, x->count);
	for (uint32_t i = 0; i < x->count; i++)
		titles[i] = x->articles[i].title;
	s.titles = alike_index(titles, x->count, &scratch);
	s.askers = ARENA_ARRAY(&scratch, struct alike_asker, jobs);
	pool_run(jobs, count, find_candidates, &s);
	for (unsigned i = 0; i < jobs; i++)
		alike_release(&s.askers[i]);
	alike_free(s.titles);
	arena_release(&scratch);
}
