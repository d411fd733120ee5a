/*
 * plan.c - every page of the site, before any is made: articles first, then
 * the lists that link to them, the rest, and at the end the pages of raw text,
 * which are made with their articles. A page's address follows from its entry.
 */
#include "renderer/page.h"

#include <stdlib.h>

static void plan(struct renderer *r, enum page_kind kind, uint32_t item,
		 uint32_t number)
{
	vec_push(&r->plan, (struct planned){ .kind = (uint32_t)kind & 0xFF,
					     .number = number & 0xFFFFFF,
					     .item = item });
}

/* The numbered pages, oldest first, then the newest, index.html. */
static void plan_list(struct renderer *r, enum page_kind kind, uint32_t item,
		      uint32_t count)
{
	uint32_t last = list_pages(count, r->options.page_size);
	for (uint32_t n = 1; n <= last; n++)
		plan(r, kind, item, n);
	plan(r, kind, item, 0);
}

static void plan_calendar(struct renderer *r)
{
	const struct archive *x = r->archive;
	for (uint32_t i = 0; i < x->day_count; i++)
		plan_list(r, PAGE_DAY, i,
			  x->days[i].articles.to - x->days[i].articles.from);
	for (uint32_t i = 0; i < x->month_count; i++)
		plan_list(r, PAGE_MONTH, i,
			  x->months[i].articles.to -
			      x->months[i].articles.from);
	for (uint32_t i = 0; i < x->year_count; i++)
		plan(r, PAGE_YEAR, i, 0);
	if (x->dated < x->count)
		plan_list(r, PAGE_UNDATED, 0, x->count - x->dated);
}

static char letter_of(const struct tag *tag)
{
	char c = tag->slug.ptr[0];
	return c >= 'a' && c <= 'z' ? c : '0';
}

/* Tags of one letter stand together: they are in the order of their slugs. */
static void plan_letters(struct renderer *r)
{
	const struct archive *x = r->archive;
	for (uint32_t i = 0; i < x->tag_count; i++) {
		char letter = letter_of(&x->tags[i]);
		struct letter_page *last =
		    r->letters.count ? &r->letters.items[r->letters.count - 1]
				     : NULL;
		bool same = last && last->letter == letter;
		if (!same || last->tags.to - last->tags.from == TAGS_ON_PAGE)
			vec_push(
			    &r->letters,
			    (struct letter_page){
				letter, same ? last->part + 1 : 1, { i, i } });
		r->letters.items[r->letters.count - 1].tags.to = i + 1;
	}
}

/* Most first; equals in the order of the archive. */
struct ranked {
	uint32_t count, item;
};

static int cmp_ranked(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return (x->item > y->item) - (x->item < y->item);
}

static void rank_tags(struct renderer *r)
{
	uint32_t n = r->archive->tag_count;
	struct ranked *ranked = ARENA_ARRAY(&r->arena, struct ranked, n);
	r->popular_tags = ARENA_ARRAY(&r->arena, uint32_t, n);
	for (uint32_t i = 0; i < n; i++)
		ranked[i] = (struct ranked){ r->archive->tags[i].count, i };
	if (n)
		qsort(ranked, n, sizeof *ranked, cmp_ranked);
	for (uint32_t i = 0; i < n; i++)
		r->popular_tags[i] = ranked[i].item;
}

static void plan_tags(struct renderer *r)
{
	const struct archive *x = r->archive;
	rank_tags(r);
	plan_letters(r);
	for (uint32_t i = 0; i < x->tag_count; i++)
		plan_list(r, PAGE_TAG, i, x->tags[i].count);
	if (x->tag_count > TAGS_ON_INDEX)
		for (uint32_t i = 0; i < r->letters.count; i++)
			plan(r, PAGE_TAGS, i + 1, 0);
	plan(r, PAGE_TAGS, 0, 0);
}

/* The number after that of its newest dated article; 0 if none is. */
static uint32_t newest_of(const struct archive *x, uint32_t thread)
{
	const struct thread *t = &x->threads[thread];
	uint32_t i = t->count;
	while (i && t->articles[i - 1] >= x->dated)
		i--;
	return i ? t->articles[i - 1] + 1 : 0;
}

/* By the number of its newest article, which grows with time. */
static void rank_threads(struct renderer *r)
{
	const struct archive *x = r->archive;
	uint32_t n = x->thread_count;
	struct ranked *ranked = ARENA_ARRAY(&r->arena, struct ranked, n);
	r->recent_threads = ARENA_ARRAY(&r->arena, uint32_t, n);
	for (uint32_t i = 0; i < n; i++)
		ranked[i] = (struct ranked){ newest_of(x, i), i };
	if (n)
		qsort(ranked, n, sizeof *ranked, cmp_ranked);
	for (uint32_t i = 0; i < n; i++)
		r->recent_threads[i] = ranked[i].item;
}

static void plan_threads(struct renderer *r)
{
	const struct archive *x = r->archive;
	rank_threads(r);
	for (uint32_t i = 0; i < x->thread_count; i++)
		plan_list(r, PAGE_THREAD, i, x->threads[i].count);
	if (x->thread_count)
		plan_list(r, PAGE_THREADS, 0, x->thread_count);
}

static void plan_wanted(struct renderer *r)
{
	find_wanted(r);
	if (r->wanted_count)
		plan_list(r, PAGE_WANTED, 0, r->wanted_count);
}

static void plan_anniversaries(struct renderer *r)
{
	const struct archive *x = r->archive;
	for (uint32_t i = 0; i < x->anniversary_count; i++)
		plan_list(r, PAGE_ANNIVERSARY, i, x->anniversaries[i].count);
	if (x->anniversary_count)
		plan(r, PAGE_ANNIVERSARIES, 0, 0);
}

static void plan_feeds(struct renderer *r)
{
	for (uint32_t i = 0; i < r->archive->tag_count; i++)
		plan(r, PAGE_TAG_FEED, i, 0);
	for (uint32_t i = 0; i < r->archive->month_count; i++)
		plan(r, PAGE_MONTH_FEED, i, 0);
	plan(r, PAGE_FEED, 0, 0);
	plan(r, PAGE_JSON_FEED, 0, 0);
	if (r->options.base_url.len)
		plan(r, PAGE_OPENSEARCH, 0, 0);
}

void plan_pages(struct renderer *r)
{
	const struct archive *x = r->archive;
	for (uint32_t i = 0; i < x->count; i++)
		plan(r, PAGE_ARTICLE, i, 0);
	plan_calendar(r);
	plan_tags(r);
	plan_threads(r);
	plan_anniversaries(r);
	plan_wanted(r);
	for (uint32_t i = 0; i < r->options.page_count; i++)
		plan(r, PAGE_SITE_PAGE, i, 0);
	plan(r, PAGE_HOME, 0, 0);
	r->sitemap_pages = (uint32_t)r->plan.count;
	for (uint32_t i = 0; i < x->shared_count; i++)
		plan(r, PAGE_CHOICE, i, 0);
	for (uint32_t i = 0; i < sitemap_parts(r); i++)
		plan(r, PAGE_SITEMAP_PART, i, 0);
	plan(r, PAGE_SITEMAP, 0, 0);
	plan_feeds(r);
	plan(r, PAGE_MISSING, 0, 0);
	plan(r, PAGE_STYLE, 0, 0);
	plan(r, PAGE_SCRIPT, 0, 0);
	plan(r, PAGE_ROBOTS, 0, 0);
	plan(r, PAGE_NOJEKYLL, 0, 0);
	if (r->options.host.len)
		plan(r, PAGE_CNAME, 0, 0);
	r->tasks = (uint32_t)r->plan.count;
	for (uint32_t i = 0; r->options.raw && i < x->count; i++)
		plan(r, PAGE_RAW, i, 0);
}

/* --- addresses ------------------------------------------------------------ */

struct slice year_path(struct arena *a, struct date date)
{
	return arena_printf(a, "%04d/index.html", date.year);
}

static struct slice month_folder(struct arena *a, struct date date)
{
	return arena_printf(a, "%04d/%02d", date.year, date.month);
}

static struct slice day_folder(struct arena *a, struct date date)
{
	return arena_printf(a, "%04d/%02d/%02d", date.year, date.month,
			    date.day);
}

struct slice month_path(struct arena *a, struct date date)
{
	return list_path(a, month_folder(a, date), 0);
}

struct slice day_path(struct arena *a, struct date date)
{
	return list_path(a, day_folder(a, date), 0);
}

static struct slice anniversary_folder(struct arena *a, int month, int day)
{
	return arena_printf(a, "on-this-day/%02d-%02d", month, day);
}

struct slice anniversary_path(struct arena *a, int month, int day)
{
	return list_path(a, anniversary_folder(a, month, day), 0);
}

/* "raw/2020/09/26/putin-desak.html": a tree beside, easily left out. */
struct slice raw_path(const struct article *article, struct arena *a)
{
	return arena_printf(a, "raw/%.*s", SLICE_ARG(article->path));
}

/* "thread/2020-09-26-putin-desak", of its first article. */
static struct slice thread_folder(const struct archive *x, uint32_t thread,
				  struct arena *a)
{
	const struct article *first =
	    &x->articles[x->threads[thread].articles[0]];
	char iso[DATE_ISO + 1];
	return arena_printf(a, "thread/%s-%.*s",
			    date_known(first->date) ? date_iso(first->date, iso)
						    : "undated",
			    SLICE_ARG(first->slug));
}

struct slice thread_path(const struct archive *x, uint32_t thread,
			 struct arena *a)
{
	return list_path(a, thread_folder(x, thread, a), 0);
}

struct slice plan_folder(const struct renderer *r, const struct planned *p,
			 struct arena *a)
{
	const struct archive *x = r->archive;
	switch ((enum page_kind)p->kind) {
	case PAGE_DAY:
		return day_folder(a, x->days[p->item].date);
	case PAGE_MONTH:
		return month_folder(a, x->months[p->item].first);
	case PAGE_TAG:
		return arena_printf(a, "tag/%.*s",
				    SLICE_ARG(x->tags[p->item].slug));
	case PAGE_UNDATED:
		return SLICE("undated");
	case PAGE_THREAD:
		return thread_folder(x, p->item, a);
	case PAGE_THREADS:
		return SLICE("thread");
	case PAGE_WANTED:
		return SLICE("wanted");
	case PAGE_ANNIVERSARY:
		return anniversary_folder(a, x->anniversaries[p->item].month,
					  x->anniversaries[p->item].day);
	default:
		BUG("this kind of page is no list");
	}
}

static struct slice tags_path(const struct renderer *r, uint32_t item,
			      struct arena *a)
{
	if (!item)
		return SLICE("tag/index.html");
	const struct letter_page *l = &r->letters.items[item - 1];
	return l->part == 1
		   ? arena_printf(a, "tag/%c.html", l->letter)
		   : arena_printf(a, "tag/%c-%u.html", l->letter, l->part);
}

struct slice plan_path(const struct renderer *r, const struct planned *p,
		       struct arena *a)
{
	const struct archive *x = r->archive;
	static const struct slice fixed[PAGE_KINDS] = {
		[PAGE_STYLE] = SLICE_INIT("style.css"),
		[PAGE_SCRIPT] = SLICE_INIT("arsip.js"),
		[PAGE_ANNIVERSARIES] = SLICE_INIT("on-this-day/index.html"),
		[PAGE_HOME] = SLICE_INIT("index.html"),
		[PAGE_MISSING] = SLICE_INIT("404.html"),
		[PAGE_FEED] = SLICE_INIT("feed.xml"),
		[PAGE_JSON_FEED] = SLICE_INIT("feed.json"),
		[PAGE_OPENSEARCH] = SLICE_INIT("opensearch.xml"),
		[PAGE_SITEMAP] = SLICE_INIT("sitemap.xml"),
		[PAGE_ROBOTS] = SLICE_INIT("robots.txt"),
		[PAGE_NOJEKYLL] = SLICE_INIT(".nojekyll"),
		[PAGE_CNAME] = SLICE_INIT("CNAME"),
	};
	switch ((enum page_kind)p->kind) {
	case PAGE_ARTICLE:
		return x->articles[p->item].path;
	case PAGE_RAW:
		return raw_path(&x->articles[p->item], a);
	case PAGE_SITE_PAGE:
		return site_page_path(&r->options.pages[p->item], a);
	case PAGE_CHOICE:
		return x->shared[p->item].path;
	case PAGE_DAY:
	case PAGE_MONTH:
	case PAGE_TAG:
	case PAGE_UNDATED:
	case PAGE_THREAD:
	case PAGE_THREADS:
	case PAGE_WANTED:
	case PAGE_ANNIVERSARY:
		return list_path(a, plan_folder(r, p, a), p->number);
	case PAGE_YEAR:
		return arena_printf(a, "%04d/index.html",
				    x->years[p->item].year);
	case PAGE_TAGS:
		return tags_path(r, p->item, a);
	case PAGE_TAG_FEED:
		return arena_printf(a, "tag/%.*s/feed.xml",
				    SLICE_ARG(x->tags[p->item].slug));
	case PAGE_MONTH_FEED:
		return arena_printf(
		    a, "%.*s/feed.xml",
		    SLICE_ARG(month_folder(a, x->months[p->item].first)));
	case PAGE_SITEMAP_PART:
		return arena_printf(a, "sitemap-%u.xml", p->item + 1);
	default:
		return fixed[p->kind];
	}
}
