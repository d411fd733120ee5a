/*
 * archive.c - makes the archive: drafts from all workers, sorted by content,
 * given addresses, references resolved, indexed. See archive.h.
 */
#include "archive/families.h"
#include "archive/resolve.h"
#include "archive/twins.h"

#include "base/pool.h"

#include <stdlib.h>

enum {
	TRIMMED_EVERY = 4096, /* articles taken over */
};

struct archive_builder *archive_begin(unsigned workers)
{
	struct arena arena = { 0 };
	struct archive_builder *b = ARENA_NEW(&arena, struct archive_builder);
	b->arena = arena;
	b->worker_count = workers;
	b->workers = ARENA_ARRAY(&b->arena, struct archive_worker, workers);
	return b;
}

/* What only the making of the archive needs. */
static void release_drafts(struct archive_builder *b)
{
	for (unsigned i = 0; i < b->worker_count; i++) {
		struct archive_worker *w = &b->workers[i];
		arena_release(&w->drafts_arena);
		arena_release(&w->sketches_arena);
		arena_release(&w->scratch);
		buf_release(&w->buf);
		vec_release(&w->drafted.articles);
		vec_release(&w->drafted.drafts);
	}
	arena_release(&b->scratch);
	vec_release(&b->all.drafts);
	b->drafts = NULL;
}

void archive_free(struct archive_builder *b)
{
	if (!b)
		return;
	release_drafts(b);
	for (unsigned i = 0; i < b->worker_count; i++)
		arena_release(&b->workers[i].arena);
	vec_release(&b->all.articles);
	struct arena arena = b->arena; /* b itself lives in it */
	arena_release(&arena);
}

const char *date_source_name(enum date_source from)
{
	static const char *const names[] = { "none", "path", "text", "field",
					     "front-matter" };
	return names[from];
}

const char *confidence_name(enum confidence c)
{
	static const char *const names[] = { "none", "sure", "likely",
					     "doubtful" };
	return names[c];
}

enum confidence date_confidence(enum date_why why)
{
	return why < DATE_GIVEN	    ? CONFIDENCE_NONE
	       : why < DATE_SAID    ? CONFIDENCE_SURE
	       : why < DATE_SEVERAL ? CONFIDENCE_LIKELY
				    : CONFIDENCE_DOUBTFUL;
}

const char *date_why_text(enum date_why why)
{
	static const char *const texts[] = {
		[DATE_NOTHING] = "no date was found",
		[DATE_NO_YEAR] = "a day whose year nothing tells",
		[DATE_TWO_DAYS] = "digits without slashes that may be two days",
		[DATE_GIVEN] = "it is given",
		[DATE_ADDRESS] = "it stands in the url",
		[DATE_PAGE] = "it is the date line of the page",
		[DATE_SAID] = "the weekday fits, and something was said then",
		[DATE_FITS] = "the weekday fits",
		[DATE_TODAY] =
		    "the text calls it today, or the next day tomorrow",
		[DATE_IN_PATH] = "it stands in the path of the file",
		[DATE_SEVERAL] = "the text names other days as well",
		[DATE_YEAR_DEDUCED] = "the year is one of several in the text",
		[DATE_AHEAD] = "the text speaks of it as still to come",
		[DATE_NO_WEEKDAY] = "no weekday stands with it",
		[DATE_SLIP] = "its year was mended so that the weekday fits",
		[DATE_MISFIT] = "that day was another weekday",
		[DATE_ORDER] = "day and month may be the other way round",
		[DATE_TOO_LATE] = "more than a year behind all that are given",
		[DATE_CONTRADICTED] = "the text or the url has another day",
	};
	return texts[why];
}

const char *reference_how_name(enum reference_how how)
{
	static const char *const names[] = { "none", "override", "exact",
					     "prefix", "near" };
	return names[how];
}

/* --- drafts in order ------------------------------------------------------ */

static int cmp_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	const struct article *p = x->article, *q = y->article;
	int c = date_known(q->date) - date_known(p->date);
	if (!c)
		c = date_cmp(p->date, q->date);
	if (!c)
		c = (p->minute > q->minute) - (p->minute < q->minute);
	if (!c) /* newest first, as pages list them, a day reads A to Z */
		c = slice_cmp(q->slug, p->slug);
	if (!c && p->identity != q->identity)
		c = p->identity < q->identity ? -1 : 1;
	if (!c && x->draft->content != y->draft->content)
		c = x->draft->content < y->draft->content ? -1 : 1;
	return c ? c : slice_cmp(p->source, q->source);
}

/*
 * Takes what a worker drafted, from behind, and gives its memory back on the
 * way: a second array of all articles would be the most that a run needs.
 */
static void take_over(struct drafted *all, struct drafted *from)
{
	while (from->articles.count) {
		vec_push(&all->articles,
			 from->articles.items[--from->articles.count]);
		vec_push(&all->drafts,
			 from->drafts.items[--from->drafts.count]);
		if (from->articles.count % TRIMMED_EVERY == 0) {
			vec_trim(&from->articles);
			vec_trim(&from->drafts);
		}
	}
}

static uint32_t *order_of(struct archive_builder *b, struct arena *a)
{
	size_t count = b->all.articles.count;
	struct entry *entries = ARENA_ARRAY(a, struct entry, count);
	uint32_t *order = ARENA_ARRAY(a, uint32_t, count);
	for (size_t i = 0; i < count; i++)
		entries[i] = (struct entry){ &b->articles[i], &b->drafts[i] };
	if (count)
		qsort(entries, count, sizeof *entries, cmp_entries);
	for (size_t i = 0; i < count; i++)
		order[i] = (uint32_t)(entries[i].draft - b->drafts);
	return order;
}

/* Moves to each place what `order` names for it: in place, cycle by cycle. */
static void put_in_order(struct archive_builder *b, uint32_t *order)
{
	for (uint32_t i = 0; i < b->archive.count; i++) {
		struct article article = b->articles[i];
		struct draft draft = b->drafts[i];
		uint32_t to = i;
		for (uint32_t from; (from = order[to]) != i; to = from) {
			b->articles[to] = b->articles[from];
			b->drafts[to] = b->drafts[from];
			order[to] = to;
		}
		b->articles[to] = article;
		b->drafts[to] = draft;
		order[to] = to;
	}
}

static void sort_drafts(struct archive_builder *b)
{
	struct arena scratch = { 0 };
	for (unsigned i = 0; i < b->worker_count; i++)
		take_over(&b->all, &b->workers[i].drafted);
	vec_trim(&b->all.articles);
	b->articles = b->all.articles.items;
	b->drafts = b->all.drafts.items;
	b->archive.articles = b->articles;
	b->archive.count = (uint32_t)b->all.articles.count;
	put_in_order(b, order_of(b, &scratch));
	for (uint32_t i = 0; i < b->archive.count; i++)
		b->archive.dated += date_known(b->articles[i].date);
	arena_release(&scratch);
}

static void find_families(struct archive_builder *b)
{
	families_index(b);
	for (uint32_t i = 0; i < b->archive.count; i++)
		b->drafts[i].sketch = NULL;
	for (unsigned i = 0; i < b->worker_count; i++)
		arena_release(&b->workers[i].sketches_arena);
}

/* --- references ----------------------------------------------------------- */

struct resolution {
	struct archive_builder *builder;
	struct resolver resolver;
};

static void resolve_one(void *ctx, unsigned worker, size_t index)
{
	struct resolution *r = ctx;
	struct archive_builder *b = r->builder;
	resolve_article(&r->resolver, &b->articles[index], (uint32_t)index,
			&b->drafts[index], &b->workers[worker]);
}

static void report_same_titles(const struct archive_builder *b,
			       const struct titles *titles, struct diag *d)
{
	for (uint32_t t = 0; t < titles_count(titles); t++) {
		uint32_t count;
		const uint32_t *same = titles_articles(titles, t, &count);
		for (uint32_t i = 1; i < count; i++)
			diag_add(
			    d, DIAG_NOTE,
			    (struct place){ b->articles[same[i]].source, 0, 0 },
			    NULL,
			    "same title as %.*s; a reference means the "
			    "latest one before it",
			    SLICE_ARG(b->articles[same[i - 1]].source));
	}
}

static void resolve_all(struct archive_builder *b,
			const struct archive_options *o, struct diag *d)
{
	struct arena scratch = { 0 };
	struct titles *titles =
	    titles_index(b->articles, b->archive.count, &scratch);
	struct resolution r = {
		b,
		{ titles, edges_count(titles, &scratch), b->articles,
		  b->archive.count,
		  overrides_index(o->overrides, o->override_count, b->articles,
				  b->archive.count, &scratch, d) }
	};
	report_same_titles(b, titles, d);
	pool_run(o->jobs < b->worker_count ? o->jobs : b->worker_count,
		 b->archive.count, resolve_one, &r);
	titles_free(titles);
	arena_release(&scratch);
	twins_mend(b);
}

const struct archive *archive_finish(struct archive_builder *b,
				     const struct archive_options *o,
				     struct diag *d)
{
	sort_drafts(b);
	addresses_assign(b, d);
	find_families(b);
	resolve_all(b, o, d);
	tags_index(b, o);
	calendar_index(b);
	graph_index(b);
	threads_index(b);
	release_drafts(b);
	return &b->archive;
}
