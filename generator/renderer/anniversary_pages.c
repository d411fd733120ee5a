/*
 * anniversary_pages.c - "on this day": a day of the calendar over all years,
 * and the calendar that leads there.
 */
#include "renderer/page.h"

static void add_neighbours(struct page *p)
{
	const struct archive *x = p->archive;
	struct arena *a = &p->worker->arena;
	struct slice title[2], path[2];
	uint32_t n = x->anniversary_count;
	if (n < 2 || p->plan->number)
		return;
	/* the year is a ring: after 31 December comes 1 January */
	for (uint32_t k = 0; k < 2; k++) {
		const struct anniversary *other =
		    &x->anniversaries[(p->plan->item + (k ? 1 : n - 1)) % n];
		title[k] = strings_day(p->strings, other->month, other->day, a);
		path[k] = anniversary_path(a, other->month, other->day);
	}
	page_neighbours(p, title[0], path[0], title[1], path[1]);
}

bool render_anniversary(struct page *p)
{
	const struct anniversary *of =
	    &p->archive->anniversaries[p->plan->item];
	struct arena *a = &p->worker->arena;
	struct list list = { of->articles, 0, of->count, false };
	struct slice day = strings_day(p->strings, of->month, of->day, a);
	page_head(
	    p, "anniversary",
	    list_heading(p, arena_printf(a, "%.*s: %.*s",
					 SLICE_ARG(p->strings->on_this_day),
					 SLICE_ARG(day))),
	    SLICE(""));
	page_crumb_home(p);
	page_crumb(p, p->strings->on_this_day, SLICE("on-this-day/index.html"));
	if (p->plan->number)
		page_crumb(p, day, anniversary_path(a, of->month, of->day));
	page_list(p, &list, (struct date){ 0 });
	add_neighbours(p);
	return true;
}

static void add_day(struct page *p, struct tmpl_dict *month, int m, int day,
		    uint32_t *next)
{
	const struct archive *x = p->archive;
	struct arena *a = &p->worker->arena;
	struct tmpl_dict *cell = tmpl_section(month, M_CELL);
	struct slice number = arena_printf(a, "%d", day);
	const struct anniversary *of =
	    *next < x->anniversary_count ? &x->anniversaries[*next] : NULL;
	if (!of || of->month != m || of->day != day) {
		tmpl_value(tmpl_section(cell, M_CELL_DAY), M_CELL_NUMBER,
			   number);
		return;
	}
	struct tmpl_dict *d = tmpl_section(cell, M_CELL_LINKED);
	tmpl_value(d, M_CELL_NUMBER, number);
	tmpl_value(d, M_CELL_URL, page_link(p, anniversary_path(a, m, day)));
	++*next;
}

/* The days that have articles in some year; no counts, which would change
   this page with every article. */
bool render_anniversaries(struct page *p)
{
	uint32_t next = 0;
	page_head(p, "anniversaries", p->strings->on_this_day, SLICE(""));
	page_crumb_home(p);
	for (int m = 1; m <= 12; m++) {
		struct tmpl_dict *month = tmpl_section(p->dict, M_MONTH);
		tmpl_value(month, M_MONTH_NAME, p->strings->months[m - 1]);
		tmpl_show(month, M_MONTH_UNLINKED);
		/* of a leap year */
		for (int day = 1; day <= date_month_days(2000, m); day++)
			add_day(p, month, m, day, &next);
	}
	return true;
}
