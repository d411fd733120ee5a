/*
 * list_pages.c - the pages that list articles: a day, the undated, a tag; and
 * the plain address that several articles would have had.
 */
#include "renderer/page.h"

static void day_neighbours(struct page *p)
{
	const struct archive *x = p->archive;
	struct arena *a = &p->worker->arena;
	uint32_t i = p->plan->item;
	struct slice none = { 0 };
	bool before = i > 0, after = i + 1 < x->day_count;
	if (p->plan->number)
		return;
	page_neighbours(
	    p,
	    before ? strings_long_date(p->strings, x->days[i - 1].date, a)
		   : none,
	    before ? day_path(a, x->days[i - 1].date) : none,
	    after ? strings_long_date(p->strings, x->days[i + 1].date, a)
		  : none,
	    after ? day_path(a, x->days[i + 1].date) : none);
}

bool render_day(struct page *p)
{
	const struct day *day = &p->archive->days[p->plan->item];
	struct list list = { NULL, day->articles.from,
			     day->articles.to - day->articles.from, false };
	page_head(p, "day",
		  list_heading(p, strings_long_date(p->strings, day->date,
						    &p->worker->arena)),
		  SLICE(""));
	page_crumb_home(p);
	page_crumb_year(p, day->date);
	page_crumb_month(p, day->date);
	if (p->plan->number)
		page_crumb(p,
			   arena_printf(&p->worker->arena, "%d", day->date.day),
			   day_path(&p->worker->arena, day->date));
	page_list(p, &list, day->date);
	day_neighbours(p);
	return true;
}

bool render_undated(struct page *p)
{
	const struct archive *x = p->archive;
	struct list list = { NULL, x->dated, x->count - x->dated, false };
	page_head(p, "undated", list_heading(p, p->strings->undated),
		  SLICE(""));
	page_crumb_home(p);
	if (p->plan->number)
		page_crumb(p, p->strings->undated, SLICE("undated/index.html"));
	page_list(p, &list, (struct date){ 0 });
	return true;
}

/* How many articles of the tag each year has, from..to of them in `year`. */
static void add_timeline_year(struct page *p, struct tmpl_dict *timeline,
			      int year, struct range range, uint32_t fullest)
{
	const struct tag *tag = &p->archive->tags[p->plan->item];
	struct arena *a = &p->worker->arena;
	struct tmpl_dict *y = tmpl_section(timeline, M_TIMELINE_YEAR);
	tmpl_value(y, M_YEAR_NAME, arena_printf(a, "%d", year));
	if (range.from == range.to) {
		tmpl_show(y, M_TIMELINE_EMPTY);
		return;
	}
	/* to its newest article: the year goes on from there */
	uint32_t number = list_page_of(p, tag->count, range.to - 1);
	struct slice path = list_path(a, plan_folder(p->r, p->plan, a), number);
	struct tmpl_dict *d = tmpl_section(y, M_TIMELINE_LINKED);
	tmpl_value(
	    d, M_YEAR_URL,
	    arena_printf(a, "%.*s#y%d", SLICE_ARG(page_link(p, path)), year));
	tmpl_value(d, M_YEAR_COUNT, page_count(p, range.to - range.from));
	tmpl_value(
	    d, M_YEAR_LEVEL,
	    arena_printf(a, "%u", page_level(range.to - range.from, fullest)));
}

/* From the first year to the last, those without articles too. */
static void add_timeline(struct page *p, const struct tag *tag)
{
	const struct article *all = p->archive->articles;
	uint32_t dated = tag->count, fullest = 0, run = 0;
	while (dated && !date_known(all[tag->articles[dated - 1]].date))
		dated--;
	for (uint32_t i = 0; i < dated; i++) {
		bool same = i && all[tag->articles[i]].date.year ==
				     all[tag->articles[i - 1]].date.year;
		run = same ? run + 1 : 1;
		fullest = run > fullest ? run : fullest;
	}
	if (!dated || fullest == dated) /* all in one year */
		return;
	struct tmpl_dict *d = tmpl_section(p->dict, M_TIMELINE);
	struct range range = { 0, 0 };
	int last = all[tag->articles[dated - 1]].date.year;
	for (int year = all[tag->articles[0]].date.year; year <= last; year++) {
		range.from = range.to;
		while (range.to < dated &&
		       all[tag->articles[range.to]].date.year == year)
			range.to++;
		add_timeline_year(p, d, year, range, fullest);
	}
}

bool render_tag(struct page *p)
{
	const struct tag *tag = &p->archive->tags[p->plan->item];
	struct list list = { tag->articles, 0, tag->count, false };
	page_head(p, "tag", list_heading(p, tag->name), SLICE(""));
	page_crumb_home(p);
	page_crumb(p, p->strings->tags, SLICE("tag/index.html"));
	tmpl_value(
	    tmpl_section(p->dict, M_HAS_TAG_FEED), M_TAG_FEED_URL,
	    page_link(p, arena_printf(&p->worker->arena, "tag/%.*s/feed.xml",
				      SLICE_ARG(tag->slug))));
	if (p->plan->number)
		page_crumb(p, tag->name,
			   arena_printf(&p->worker->arena,
					"tag/%.*s/index.html",
					SLICE_ARG(tag->slug)));
	else
		add_timeline(p, tag);
	page_list(p, &list, (struct date){ 0 });
	return true;
}

bool render_choice(struct page *p)
{
	const struct shared_address *shared =
	    &p->archive->shared[p->plan->item];
	page_head(p, "choice", p->strings->same_address, SLICE(""));
	page_crumb_home(p);
	for (uint32_t i = 0; i < shared->count; i++)
		page_item(p, p->dict, shared->articles[i]);
	return true;
}
