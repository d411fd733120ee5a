/*
 * dates.c - the date of an article, and how far it is to be believed. In this
 * order: front matter, a record's field, the address on the web, the date line
 * of the page, a date in the text with its weekday, the path of the file, a
 * weaker date in the text.
 *
 * Of the dates in a text the latest that is not still to come is taken: news
 * tells of what was, the past further back. On 4,343 real articles that is the
 * day of publication for 72 % and the day before for 17 %; the first date for
 * 65 and 19 %. Most of the rest is yesterday's news, which no text betrays.
 */
#include "loader/dates.h"

enum {
	NEAR_DAYS = 7,
	BACK_DAYS = 60,
	SEVERAL = 4,	 /* so many days, and none is likely */
	APART_DAYS = 31, /* between a given date and a later one */
};

/* --- choosing ------------------------------------------------------------- */

/* Unless something was said long before or behind it. */
static bool is_today(const struct evidence *e, const struct found *best)
{
	return e->today && (!best || best->cue != CUE_SAID ||
			    abs(date_to_days(e->today->date) -
				date_to_days(best->date)) <= NEAR_DAYS);
}

/*
 * The latest of a grade that is not ahead; else the first of those ahead, also
 * where what is not ahead is so long ago that it is background. (Weaker dates
 * are background one and all.)
 */
static const struct found *choose(const struct evidence *e, enum grade grade,
				  bool latest)
{
	const struct found *best = NULL, *ahead = NULL;
	for (size_t i = 0; i < e->count; i++) {
		const struct found *f = &e->found[i];
		if (f->grade != grade)
			continue;
		if (f->cue == CUE_AHEAD) {
			if (!ahead || date_cmp(f->date, ahead->date) < 0)
				ahead = f;
		} else if (!best ||
			   (latest && date_cmp(f->date, best->date) > 0)) {
			best = f;
		}
	}
	if (grade == GRADE_FITS && is_today(e, best))
		return e->today;
	if (best && ahead && grade == GRADE_FITS &&
	    date_to_days(ahead->date) - date_to_days(best->date) > BACK_DAYS)
		return ahead;
	return best ? best : ahead;
}

static uint32_t times_of(const struct evidence *e, struct date date)
{
	uint32_t times = 0;
	for (size_t i = 0; i < e->count; i++)
		times += date_eq(e->found[i].date, date);
	return times;
}

static bool is_said(const struct evidence *e, struct date date)
{
	for (size_t i = 0; i < e->count; i++)
		if (e->found[i].cue == CUE_SAID &&
		    date_eq(e->found[i].date, date))
			return true;
	return false;
}

/* Whether other days may be meant: many, or one just ahead. */
static bool has_rivals(const struct evidence *e, struct date date)
{
	size_t days = 0;
	for (size_t i = 0; i < e->count; i++) {
		const struct found *f = &e->found[i];
		bool seen = f->grade != GRADE_FITS;
		for (size_t k = 0; k < i && !seen; k++)
			seen = e->found[k].grade == GRADE_FITS &&
			       date_eq(e->found[k].date, f->date);
		days += !seen;
		int32_t ahead = date_to_days(f->date) - date_to_days(date);
		if (f->grade == GRADE_FITS && f->cue == CUE_AHEAD &&
		    ahead > 0 && ahead <= NEAR_DAYS)
			return true;
	}
	return days >= SEVERAL;
}

static bool is_eve(const struct evidence *e, struct date date)
{
	for (size_t i = 0; i < e->count; i++)
		if (e->found[i].is_eve && date_eq(e->found[i].date, date))
			return true;
	return false;
}

/* Whether it is the one day of the text, announced and not said. */
static bool is_announced(const struct evidence *e, struct date date)
{
	bool announced = false;
	for (size_t i = 0; i < e->count; i++) {
		const struct found *f = &e->found[i];
		if (f->grade != GRADE_FITS)
			continue;
		if (!date_eq(f->date, date))
			return false;
		announced |= f->is_announced;
	}
	return announced && !is_said(e, date);
}

static enum date_why why_fits(const struct evidence *e, const struct found *f)
{
	if (f->cue == CUE_AHEAD && f != e->today)
		return DATE_AHEAD;
	if (f->deduced)
		return DATE_YEAR_DEDUCED;
	if (f == e->today || is_eve(e, f->date))
		return DATE_TODAY;
	if (is_announced(e, f->date))
		return DATE_AHEAD;
	if (has_rivals(e, f->date))
		return DATE_SEVERAL;
	return is_said(e, f->date) ? DATE_SAID : DATE_FITS;
}

static void take_found(struct cleaner *c, const struct evidence *e,
		       const struct found *f, enum date_why why)
{
	struct document *doc = c->doc;
	doc->date = f->date;
	doc->date_from = DATE_FROM_TEXT;
	doc->date_why = why;
	doc->date_words = f->words;
	doc->date_line = f->line;
	doc->date_times = times_of(e, f->date);
}

static void take_moment(struct cleaner *c, struct moment m,
			enum date_source from, enum date_why why)
{
	m = moment_in(m, c->zone);
	c->doc->date = m.date;
	c->doc->minute = m.minute;
	c->doc->date_from = from;
	c->doc->date_why = why;
}

/* The date line of the page; else a day with its weekday. */
static bool take_strong(struct cleaner *c, const struct evidence *e)
{
	if (date_known(e->page.date)) {
		take_found(c, e, &e->found[e->page_found], DATE_PAGE);
		take_moment(c, e->page, DATE_FROM_TEXT, DATE_PAGE);
		return true;
	}
	const struct found *f = choose(e, GRADE_FITS, true);
	if (f)
		take_found(c, e, f, why_fits(e, f));
	return f != NULL;
}

static bool take_path(struct cleaner *c)
{
	if (!path_date(c->doc->source, &c->doc->date))
		return false;
	c->doc->date_from = DATE_FROM_PATH;
	c->doc->date_why = DATE_IN_PATH;
	return true;
}

static void warn_misfit(struct cleaner *c, const struct found *f)
{
	if (c->diag)
		diag_add(c->diag, DIAG_WARNING,
			 (struct place){ c->doc->source, f->line, 0 },
			 "give the article its date: a line date: in front "
			 "matter, or its column",
			 "\"%.*s\" was another weekday", SLICE_ARG(f->words));
}

static bool take_weak(struct cleaner *c, const struct evidence *e)
{
	const struct found *f = choose(e, GRADE_SLIP, true);
	if (f)
		return take_found(c, e, f, DATE_SLIP), true;
	f = choose(e, GRADE_BARE, true);
	if (f)
		return take_found(c, e, f, DATE_NO_WEEKDAY), true;
	f = choose(e, GRADE_MISFIT, false);
	if (!f)
		return false;
	take_found(c, e, f, DATE_MISFIT);
	warn_misfit(c, f);
	return true;
}

/* --- a field -------------------------------------------------------------- */

/*
 * "3/5/2023" in a field: the weekday decides, then what the column shows, then
 * the text; else the day stands first, in doubt.
 */
static enum date_why settle_order(const struct cleaner *c,
				  const struct evidence *e,
				  struct field_date *f)
{
	if (!date_known(f->other))
		return DATE_GIVEN;
	bool is_day = days_to_sure(e, f->when.date) <= NEAR_DAYS;
	bool is_month = days_to_sure(e, f->other) <= NEAR_DAYS;
	if (f->weekday >= 0 &&
	    date_weekday(f->when.date) != date_weekday(f->other)) {
		is_day = date_weekday(f->when.date) == f->weekday;
		is_month = date_weekday(f->other) == f->weekday;
	} else if (c->order != ORDER_UNKNOWN) {
		is_month = c->order == ORDER_MONTH;
		is_day = !is_month;
	}
	if (is_month && !is_day)
		f->when.date = f->other;
	return is_month != is_day ? DATE_GIVEN : DATE_ORDER;
}

static bool take_field(struct cleaner *c, const struct evidence *e,
		       struct slice s)
{
	struct field_date f;
	if (!s.len)
		return false;
	if (field_date_read(s, &f)) {
		enum date_why why = settle_order(c, e, &f);
		take_moment(c, f.when, DATE_FROM_FIELD, why);
		c->doc->date_words = s;
		return true;
	}
	if (c->diag)
		diag_add(c->diag, DIAG_WARNING,
			 (struct place){ c->doc->source, 0, 0 },
			 "write year-month-day; the date is looked for in the "
			 "text instead",
			 "the date \"%.*s\" cannot be read", SLICE_ARG(s));
	return false;
}

/* Time zones and midnight account for a day between the two. */
static void hold_against_url(struct cleaner *c, struct moment url)
{
	struct document *doc = c->doc;
	char given[DATE_ISO + 1], other[DATE_ISO + 1];
	if (!date_known(url.date) ||
	    abs(date_to_days(url.date) - date_to_days(doc->date)) <= 1)
		return;
	doc->date_why = DATE_CONTRADICTED;
	if (c->diag)
		diag_add(c->diag, DIAG_WARNING,
			 (struct place){ doc->source, 0, 0 },
			 "see whether its date is that of the scraping; the "
			 "given one is used",
			 "dated %s, but its url has %s",
			 date_iso(doc->date, given), date_iso(url.date, other));
}

/* A text does not report what was said a month after it was published. */
static void hold_against_text(struct cleaner *c, const struct evidence *e)
{
	struct document *doc = c->doc;
	const struct found *f = choose(e, GRADE_FITS, true);
	if (!f || f->cue != CUE_SAID || f->deduced ||
	    date_to_days(f->date) - date_to_days(doc->date) <= APART_DAYS)
		return;
	doc->date_why = DATE_CONTRADICTED;
	doc->date_line = f->line;
	char given[DATE_ISO + 1];
	if (c->diag)
		diag_add(c->diag, DIAG_WARNING,
			 (struct place){ doc->source, f->line, 0 },
			 "see which of them is right; the given one is used",
			 "dated %s, but the text tells of what was said on "
			 "%.*s",
			 date_iso(doc->date, given), SLICE_ARG(f->words));
}

static bool take_given(struct cleaner *c, const struct evidence *e,
		       const struct front_matter *fm, const struct moment *url)
{
	if (date_known(fm->date))
		take_moment(c,
			    (struct moment){ fm->date, (int16_t)fm->minute,
					     (int16_t)fm->zone },
			    DATE_FROM_FRONT_MATTER, DATE_GIVEN);
	else if (take_field(c, e, fm->date_field))
		;
	else if (date_known(url->date))
		take_moment(c, *url, DATE_FROM_FIELD, DATE_ADDRESS);
	else
		return false;
	hold_against_url(c, moment_in(*url, c->zone));
	hold_against_text(c, e);
	return true;
}

/* --- the whole ------------------------------------------------------------ */

void find_date(struct cleaner *c, const struct front_matter *fm)
{
	struct moment url = { .minute = -1, .zone = ZONE_NONE };
	struct document *doc = c->doc;
	struct evidence e;
	doc->minute = -1;
	if (fm->url.len)
		(void)url_date(fm->url, &url);
	evidence_collect(&e, c, url.date.year);
	if (take_given(c, &e, fm, &url) || take_strong(c, &e) || take_path(c) ||
	    take_weak(c, &e))
		return;
	doc->date_from = DATE_FROM_NONE;
	doc->date_why = e.has_open  ? DATE_NO_YEAR
			: e.has_two ? DATE_TWO_DAYS
				    : DATE_NOTHING;
}
