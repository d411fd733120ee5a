/*
 * calendar.c - days, months and years as runs of the articles, which are in
 * the order of time already.
 */
#include "archive/internal.h"

static void index_days(struct archive *x, struct arena *a)
{
	struct day *days = ARENA_ARRAY(a, struct day, x->dated);
	for (uint32_t i = 0; i < x->dated; i++) {
		struct date date = x->articles[i].date;
		if (!x->day_count ||
		    !date_eq(days[x->day_count - 1].date, date))
			days[x->day_count++] = (struct day){ date, { i, i } };
		days[x->day_count - 1].articles.to = i + 1;
	}
	x->days = days;
}

static void index_months(struct archive *x, struct arena *a)
{
	struct month *months = ARENA_ARRAY(a, struct month, x->day_count);
	for (uint32_t i = 0; i < x->day_count; i++) {
		struct date first = x->days[i].date;
		first.day = 1;
		if (!x->month_count ||
		    !date_eq(months[x->month_count - 1].first, first))
			months[x->month_count++] = (struct month){
				first, { i, i }, x->days[i].articles
			};
		struct month *m = &months[x->month_count - 1];
		m->days.to = i + 1;
		m->articles.to = x->days[i].articles.to;
	}
	x->months = months;
}

static void index_years(struct archive *x, struct arena *a)
{
	struct year *years = ARENA_ARRAY(a, struct year, x->month_count);
	for (uint32_t i = 0; i < x->month_count; i++) {
		const struct month *m = &x->months[i];
		if (!x->year_count ||
		    years[x->year_count - 1].year != m->first.year)
			years[x->year_count++] = (struct year){
				m->first.year, { i, i }, m->days, m->articles
			};
		struct year *y = &years[x->year_count - 1];
		y->months.to = i + 1;
		y->days.to = m->days.to;
		y->articles.to = m->articles.to;
	}
	x->years = years;
}

void calendar_index(struct archive_builder *b)
{
	index_days(&b->archive, &b->arena);
	index_months(&b->archive, &b->arena);
	index_years(&b->archive, &b->arena);
}
