/*
 * calendar.c - days, months and years as runs of the articles, which are in
 * the order of time already; and the days of the calendar over all years.
 */
#include "archive/internal.h"

static void index_days(struct archive *x, struct arena *a)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < x->dated; i++)
		count += !i ||
			 !date_eq(x->articles[i].date, x->articles[i - 1].date);
	struct day *days = ARENA_ARRAY(a, struct day, count);
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

static unsigned day_of_calendar(struct date date)
{
	return ((unsigned)date.month - 1) * 31 + (unsigned)date.day - 1;
}

/* A counting sort of the days: each keeps the order of its years. */
static void index_anniversaries(struct archive *x, struct arena *a)
{
	uint32_t count[12 * 31] = { 0 }, at[12 * 31], used = 0, sum = 0;
	for (uint32_t i = 0; i < x->dated; i++)
		count[day_of_calendar(x->articles[i].date)]++;
	for (unsigned d = 0; d < COUNT_OF(count); sum += count[d++]) {
		at[d] = sum;
		used += count[d] > 0;
	}
	struct anniversary *all = ARENA_ARRAY(a, struct anniversary, used);
	uint32_t *articles = ARENA_ARRAY(a, uint32_t, x->dated);
	for (unsigned d = 0; d < COUNT_OF(count); d++)
		if (count[d])
			all[x->anniversary_count++] =
			    (struct anniversary){ (uint8_t)(d / 31 + 1),
						  (uint8_t)(d % 31 + 1),
						  articles + at[d], count[d] };
	for (uint32_t i = 0; i < x->dated; i++)
		articles[at[day_of_calendar(x->articles[i].date)]++] = i;
	x->anniversaries = all;
}

void calendar_index(struct archive_builder *b)
{
	index_days(&b->archive, &b->arena);
	index_months(&b->archive, &b->arena);
	index_years(&b->archive, &b->arena);
	index_anniversaries(&b->archive, &b->arena);
}
