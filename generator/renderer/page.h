/*
 * page.h - what the page kinds share: the plan's entry, the page on its way,
 * links, crumbs, items, paging. Only this room includes it.
 *
 * To add a page kind: 1 a name in enum page_kind, 2 its pages in plan.c, 3 its
 * function here and in a file of its own, 4 its row in renderer.c's table, 5
 * its template in templates.def and templates/, markers in markers.def.
 */
#ifndef RENDERER_PAGE_H
#define RENDERER_PAGE_H

#include "renderer/renderer.h"
#include "renderer/theme.h"

enum page_kind {
	PAGE_STYLE,   /* style.css */
	PAGE_SCRIPT,  /* arsip.js */
	PAGE_ARTICLE, /* item: article */
	PAGE_RAW,     /* item: article */
	PAGE_CHOICE,  /* item: shared address */
	PAGE_DAY,     /* item: day; number: 0 newest, else as in the address */
	PAGE_MONTH,   /* item: month, number likewise */
	PAGE_YEAR,    /* item: year */
	PAGE_UNDATED, /* number likewise */
	PAGE_TAG,     /* item: tag, number likewise */
	PAGE_TAGS,    /* item: 0 the index, else a letter's page */
	PAGE_THREAD,  /* item: thread, number likewise */
	PAGE_THREADS, /* number likewise */
	PAGE_WANTED,  /* number likewise */
	PAGE_ANNIVERSARY,   /* item: anniversary, number likewise */
	PAGE_ANNIVERSARIES, /* the days of the calendar */
	PAGE_SITE_PAGE,	    /* item: page of the site's own */
	PAGE_HOME,
	PAGE_MISSING,
	PAGE_FEED,
	PAGE_JSON_FEED,
	PAGE_TAG_FEED,	 /* item: tag */
	PAGE_MONTH_FEED, /* item: month */
	PAGE_OPENSEARCH,
	PAGE_SITEMAP,
	PAGE_SITEMAP_PART, /* item: part */
	PAGE_ROBOTS,
	PAGE_NOJEKYLL,
	PAGE_CNAME,
	PAGE_KINDS,
};

struct planned {
	uint32_t kind : 8; /* enum page_kind */
	uint32_t number : 24;
	uint32_t item;
};

/* A page of the list of tags: those of one letter, or a part of them. */
struct letter_page {
	char letter;   /* 'a' to 'z', '0' for anything else */
	uint32_t part; /* from 1 */
	struct range tags;
};

enum {
	TAGS_ON_INDEX = 1500,
	TAGS_ON_PAGE = 3000,
	SITEMAP_MAX = 50000, /* addresses in a part: sitemaps.org */
};

struct render_worker {
	struct arena arena;
	struct buf out, prose;
};

struct renderer {
	const struct archive *archive;
	struct renderer_options options;
	struct diag *diag;
	struct arena arena;
	struct theme theme;
	VEC(struct planned) plan;
	uint32_t tasks; /* of its entries: pages of raw text stand behind them,
			   in the order of the articles */
	VEC(struct letter_page) letters;
	uint32_t *popular_tags; /* all tags, most used first */
	const struct wanted *all_wanted;
	uint32_t *wanted; /* of all_wanted those that are sure, least first */
	uint32_t wanted_count;
	uint32_t *recent_threads; /* all threads, last added to first */
	uint32_t sitemap_pages;	  /* plan entries that a sitemap lists */
	struct render_worker *workers;
	uint32_t *slots; /* plan entries by address, each + 1; NULL: not made */
	size_t slot_count;
};

/* What the pages of an article are made of, read and cleaned once for both. */
struct reading {
	const struct document *doc;
	struct slice text; /* the repaired source */
	const struct piece *pieces;
	size_t piece_count;
};

/* A page on its way. Values live in the worker's arena. */
struct page {
	struct renderer *r;
	const struct archive *archive;
	const struct strings *strings;
	struct render_worker *worker;
	const struct planned *plan;
	const struct reading *reading; /* of PAGE_ARTICLE and PAGE_RAW */
	struct slice path;
	struct slice root; /* the way to the top folder */
	struct tmpl_dict *dict;
};

/* --- plan.c --------------------------------------------------------------- */

void plan_pages(struct renderer *r);
/* The address of a planned page, in the arena. */
struct slice plan_path(const struct renderer *r, const struct planned *p,
		       struct arena *a);
/* The folder of a list's pages: of a day, a month, a tag, the undated. */
struct slice plan_folder(const struct renderer *r, const struct planned *p,
			 struct arena *a);

/* --- page.c --------------------------------------------------------------- */

/* Sets what every page has. `title` and `description` are text. */
void page_head(struct page *p, const char *kind, struct slice title,
	       struct slice description);
/* The way from this page to a path of the site. */
struct slice page_link(const struct page *p, struct slice path);
/* base_url and path; without base_url the path from the root. */
struct slice page_absolute(const struct page *p, struct slice path);
/* "2020-09-26", in the page's arena. */
struct slice page_iso(const struct page *p, struct date date);
/* "2020/09/26", as RIS and Google Scholar write it. */
struct slice page_slashed(const struct page *p, struct date date);
/* RFC 3339; midnight where the hour is not known. */
struct slice page_time(const struct page *p, const struct article *article);
/* Numbers for readers: "1.234" or "1,234" by the language. */
struct slice page_count(const struct page *p, uint64_t n);

void page_crumb(struct page *p, struct slice name, struct slice path);
void page_crumb_home(struct page *p);
void page_crumb_year(struct page *p, struct date date);
void page_crumb_month(struct page *p, struct date date);
struct slice year_path(struct arena *a, struct date date);
struct slice month_path(struct arena *a, struct date date);
struct slice day_path(struct arena *a, struct date date);
struct slice anniversary_path(struct arena *a, int month, int day);
struct slice raw_path(const struct article *article, struct arena *a);
struct slice thread_path(const struct archive *x, uint32_t thread,
			 struct arena *a);

/* An ITEM in d; returns its dictionary. */
struct tmpl_dict *page_item(struct page *p, struct tmpl_dict *d,
			    uint32_t article);
/* HAS_PREVIOUS, HAS_NEXT with title and path; nothing for an empty path. */
void page_neighbours(struct page *p, struct slice previous_title,
		     struct slice previous_path, struct slice next_title,
		     struct slice next_path);

/* --- list.c: lists by day, paged ------------------------------------------ */

/* Articles oldest first: numbers[i], or from + i where numbers is NULL. */
struct list {
	const uint32_t *numbers;
	uint32_t from, count;
	bool is_story; /* read from its beginning: oldest first on the page,
			  each article with those that it refers to */
};
/*
 * The last numbered page of a list of `count`: each is full and never changes;
 * index.html has the rest, from one page's worth to just under two.
 */
uint32_t list_pages(uint32_t count, uint32_t page_size);
/* "<folder>/index.html" for number 0, "<folder>/<number>.html" else. */
struct slice list_path(struct arena *a, struct slice folder, uint32_t number);
/* The number of the page on which the article at `place` of a list stands. */
uint32_t list_page_of(const struct page *p, uint32_t count, uint32_t place);
/* What of a list of `count` stands on this page, and the links to the others.
 */
struct range list_range(const struct page *p, uint32_t count);
void list_links(struct page *p, uint32_t count);
/* The heading, on a numbered page with its number: "Politik – Halaman 3". */
struct slice list_heading(struct page *p, struct slice heading);
/*
 * GROUPs of this page, newest first, and the links to its neighbours. The day
 * `own` is not linked: it is this page's.
 */
void page_list(struct page *p, const struct list *list, struct date own);

/* 1 to 4: how much `count` is against the fullest; a scale of ratios. */
unsigned page_level(uint64_t count, uint64_t fullest);

/* --- metadata.c: what an article's page says to machines ----------------- */

void page_metadata(struct page *p, const struct article *article);

/* --- citation.c: how people cite it --------------------------------------- */

void page_citation(struct page *p, const struct article *article);

/* --- the kinds: false after reporting ------------------------------------- */

bool render_article(struct page *p);
bool render_raw(struct page *p);
bool render_choice(struct page *p);
bool render_day(struct page *p);
bool render_month(struct page *p);
bool render_year(struct page *p);
bool render_undated(struct page *p);
bool render_tag(struct page *p);
bool render_tags(struct page *p);
bool render_thread(struct page *p);
bool render_threads(struct page *p);
bool render_wanted(struct page *p);
void find_wanted(struct renderer *r);
bool render_anniversary(struct page *p);
bool render_anniversaries(struct page *p);
bool render_site_page(struct page *p);
bool render_home(struct page *p);
bool render_missing(struct page *p);
bool render_feed(struct page *p);
bool render_tag_feed(struct page *p);
bool render_month_feed(struct page *p);
bool render_opensearch(struct page *p);
bool render_sitemap(struct page *p);
bool render_sitemap_part(struct page *p);

/* SITE_PAGEs, in the order of their menu. */
void add_site_pages(struct page *p);
struct slice site_page_path(const struct site_page *page, struct arena *a);
/* THREADs in d: the `most` threads that were last added to. */
void add_recent_threads(struct page *p, struct tmpl_dict *d, uint32_t most);
void write_json_feed(struct page *p, struct buf *out);
uint32_t sitemap_parts(const struct renderer *r);

#endif
