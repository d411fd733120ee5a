/*
 * calendar_pages.c - a year as twelve calendars, a month as one with its
 * articles below.
 */
#include "renderer/page.h"

enum {
	DAYS_A_WEEK = 7,
};

/* The days of one month, and the fullest day of the page. */
struct calendar {
	struct date first;
	struct range days; /* of archive.days; may be empty */
	uint32_t fullest;
};

static uint32_t day_size(const struct archive *x, uint32_t day)
{
	return x->days[day].articles.to - x->days[day].articles.from;
}

static uint32_t fullest_day(const struct archive *x, struct range days)
{
	uint32_t most = 1;
	for (uint32_t i = days.from; i < days.to; i++)
		if (day_size(x, i) > most)
			most = day_size(x, i);
	return most;
}

static void add_weekdays(struct page *p, struct tmpl_dict *month)
{
	for (size_t i = 0; i < DAYS_A_WEEK; i++) {
		struct tmpl_dict *d = tmpl_section(month, M_WEEKDAY);
		tmpl_value(d, M_WEEKDAY_NAME, p->strings->weekdays[i]);
		tmpl_value(d, M_WEEKDAY_SHORT, p->strings->weekdays_short[i]);
	}
}

/* `day` is the next day with articles; it moves on when it was this one. */
static void add_cell(struct page *p, struct tmpl_dict *week, struct date date,
		     const struct calendar *c, uint32_t *day)
{
	const struct archive *x = p->archive;
	struct arena *a = &p->worker->arena;
	struct tmpl_dict *cell = tmpl_section(week, M_CELL);
	struct slice number = arena_printf(a, "%d", date.day);
	if (*day == c->days.to || !date_eq(x->days[*day].date, date)) {
		tmpl_value(tmpl_section(cell, M_CELL_DAY), M_CELL_NUMBER,
			   number);
		return;
	}
	uint32_t count = day_size(x, (*day)++);
	struct tmpl_dict *d = tmpl_section(cell, M_CELL_LINKED);
	tmpl_value(d, M_CELL_NUMBER, number);
	tmpl_value(d, M_CELL_URL, page_link(p, day_path(a, date)));
	tmpl_value(d, M_CELL_COUNT, page_count(p, count));
	tmpl_value(d, M_CELL_LEVEL,
		   arena_printf(a, "%u", page_level(count, c->fullest)));
}

static void add_empty(struct tmpl_dict *week, int cells)
{
	for (int i = 0; i < cells; i++)
		tmpl_show(tmpl_section(week, M_CELL), M_CELL_EMPTY);
}

static void add_weeks(struct page *p, struct tmpl_dict *month,
		      const struct calendar *c)
{
	int days = date_month_days(c->first.year, c->first.month);
	int column = date_weekday(c->first);
	uint32_t next = c->days.from;
	struct tmpl_dict *week = tmpl_section(month, M_WEEK);
	struct date date = c->first;
	add_empty(week, column);
	for (; date.day <= days; date.day++, column++) {
		if (column == DAYS_A_WEEK) {
			week = tmpl_section(month, M_WEEK);
			column = 0;
		}
		add_cell(p, week, date, c, &next);
	}
	add_empty(week, DAYS_A_WEEK - column);
}

static struct tmpl_dict *add_calendar(struct page *p, const struct calendar *c)
{
	struct tmpl_dict *month = tmpl_section(p->dict, M_MONTH);
	tmpl_value(month, M_MONTH_NAME, p->strings->months[c->first.month - 1]);
	add_weekdays(p, month);
	add_weeks(p, month, c);
	return month;
}

/* --- a year --------------------------------------------------------------- */

static void year_neighbours(struct page *p)
{
	const struct archive *x = p->archive;
	struct arena *a = &p->worker->arena;
	uint32_t i = p->plan->item;
	struct slice title[2] = { 0 }, path[2] = { 0 };
	for (uint32_t k = 0; k < 2; k++) {
		if ((k == 0 && i == 0) || (k == 1 && i + 1 == x->year_count))
			continue;
		struct date date = { x->years[k ? i + 1 : i - 1].year, 1, 1 };
		title[k] = arena_printf(a, "%d", date.year);
		path[k] = year_path(a, date);
	}
	page_neighbours(p, title[0], path[0], title[1], path[1]);
}

bool render_year(struct page *p)
{
	const struct archive *x = p->archive;
	const struct year *year = &x->years[p->plan->item];
	struct arena *a = &p->worker->arena;
	struct calendar c = { .fullest = fullest_day(x, year->days) };
	uint32_t next = year->months.from;
	page_head(p, "year", arena_printf(a, "%d", year->year), SLICE(""));
	page_crumb_home(p);
	tmpl_value(p->dict, M_ARTICLE_COUNT,
		   page_count(p, year->articles.to - year->articles.from));
	for (uint8_t m = 1; m <= 12; m++) {
		const struct month *month = &x->months[next];
		bool has = next < year->months.to && month->first.month == m;
		c.first = (struct date){ year->year, m, 1 };
		c.days = has ? month->days : (struct range){ 0, 0 };
		struct tmpl_dict *d = add_calendar(p, &c);
		if (!has) {
			tmpl_show(d, M_MONTH_UNLINKED);
			continue;
		}
		struct tmpl_dict *linked = tmpl_section(d, M_MONTH_LINKED);
		tmpl_value(linked, M_MONTH_URL,
			   page_link(p, month_path(a, c.first)));
		tmpl_value(
		    linked, M_MONTH_COUNT,
		    page_count(p, month->articles.to - month->articles.from));
		next++;
	}
	year_neighbours(p);
	return true;
}

/* --- a month -------------------------------------------------------------- */

static void month_neighbours(struct page *p)
{
	const struct archive *x = p->archive;
	struct arena *a = &p->worker->arena;
	uint32_t i = p->plan->item;
	struct slice title[2] = { 0 }, path[2] = { 0 };
	for (uint32_t k = 0; k < 2; k++) {
		if ((k == 0 && i == 0) || (k == 1 && i + 1 == x->month_count))
			continue;
		struct date date = x->months[k ? i + 1 : i - 1].first;
		title[k] = strings_month(p->strings, date, a);
		path[k] = month_path(a, date);
	}
	page_neighbours(p, title[0], path[0], title[1], path[1]);
}

bool render_month(struct page *p)
{
	const struct archive *x = p->archive;
	const struct month *month = &x->months[p->plan->item];
	struct arena *a = &p->worker->arena;
	struct list list = { NULL, month->articles.from,
			     month->articles.to - month->articles.from, false };
	page_head(p, "month",
		  list_heading(p, strings_month(p->strings, month->first, a)),
		  SLICE(""));
	page_crumb_home(p);
	page_crumb_year(p, month->first);
	if (p->plan->number)
		page_crumb_month(p, month->first);
	page_list(p, &list, (struct date){ 0 });
	if (p->plan->number)
		return true;
	struct calendar c = { month->first, month->days,
			      fullest_day(x, month->days) };
	tmpl_show(add_calendar(p, &c), M_MONTH_UNLINKED);
	month_neighbours(p);
	return true;
}
