/*
 * date_evidence.c - all that an article says of days: each date in the text, in
 * dropped lines too, with what it is worth. Which of them is the article's own
 * is decided in dates.c.
 */
#include "loader/dates.h"
#include "loader/marks.h"

#include "base/text.h"

enum {
	HEAD_LINES = 12,     /* in which the date line of a page stands */
	HEAD_BYTES = 120,    /* and how long it is at most */
	PREFIX_BYTES = 40,   /* "Kompas.com - " */
	YEARLESS_DAYS = 400, /* between a day without year and one with it */
	LOST_DAYS = 62,	     /* the same for two readings of lost slashes */
	TITLE_BYTES = TITLE_MAX * 4,
	LEAD_BYTES = 400, /* in which a text says "hari ini" of itself */
	TIMETABLE = 2,	  /* so many items, and it is one */
	/* in which the first newspaper of Indonesia was on the web, Republika;
	   what an older day without its own weekday tells is history */
	WEB_YEAR = 1995,
};

/* --- timetables ----------------------------------------------------------- */

/* "20.45 WIB : Real Madrid vs Getafe": a time with its zone and words. */
static bool opens_item(struct slice s)
{
	struct moment m = { .minute = -1, .zone = ZONE_NONE };
	size_t end;
	s = text_trim(s);
	if (!s.len || !is_digit(s.ptr[0]) || !clock_read(s, &m, &end) ||
	    m.zone == ZONE_NONE)
		return false;
	while (end < s.len && (is_blank(s.ptr[end]) || s.ptr[end] == ':'))
		end++;
	return end < s.len && is_ascii_letter(s.ptr[end]);
}

/*
 * How many items of a timetable a date heads, as far as counting is needed:
 * one behind it, or those on the lines below a line that is the date alone.
 */
static unsigned items_below(const struct cleaner *c, size_t line,
			    const struct mention *m)
{
	struct slice text = c->lines.items[line].text;
	struct slice rest = text_trim(slice_from(text, m->end));
	unsigned items = 0;
	if (rest.len)
		return opens_item(rest);
	for (line++; line < c->lines.count && items < TIMETABLE; line++)
		if (c->lines.items[line].gone)
			continue;
		else if (opens_item(c->lines.items[line].text))
			items++;
		else
			break;
	return items;
}

/* The days of a timetable are no news, and most of them are to come. */
static void settle_timetable(struct evidence *e)
{
	unsigned items = 0;
	for (size_t i = 0; i < e->count; i++)
		items += e->found[i].items;
	for (size_t i = 0; i < e->count && items >= TIMETABLE; i++)
		if (e->found[i].items)
			e->found[i].cue = CUE_AHEAD;
}

/* --- collecting ----------------------------------------------------------- */

static void note_year(struct evidence *e, int year)
{
	if (year < YEAR_LOW || year >= YEAR_LOW + YEAR_COUNT)
		return;
	e->years[year - YEAR_LOW] = true;
	if (year > e->last_year)
		e->last_year = year;
}

/* "17/3/3023": the one year with one other digit in which the weekday fits. */
static bool mend_year(const struct mention *m, struct date *out)
{
	static const int powers[] = { 1, 10, 100, 1000 };
	int found = 0;
	for (size_t p = 0; p < COUNT_OF(powers) && m->weekday >= 0; p++)
		for (int digit = 0; digit < 10; digit++) {
			int old = m->year / powers[p] % 10;
			int year = m->year + (digit - old) * powers[p];
			struct date d;
			if (set_date(year, m->month, m->day, &d) &&
			    date_weekday(d) == m->weekday) {
				*out = d;
				found++;
			}
		}
	return found == 1;
}

static enum grade grade_of(struct found *f)
{
	const struct mention *m = &f->mention;
	if (!m->year || date_known(m->other))
		return GRADE_NONE;
	if (!set_date(m->year, m->month, m->day, &f->date))
		return mend_year(m, &f->date) ? GRADE_SLIP : GRADE_NONE;
	if (m->weekday >= 0)
		return date_weekday(f->date) == m->weekday ? GRADE_FITS
							   : GRADE_MISFIT;
	if (m->year >= WEB_YEAR &&
	    (m->form == FORM_BRACKET ||
	     (m->form == FORM_MONTH &&
	      (f->cue == CUE_SAID || f->cue == CUE_DATELINE))))
		return GRADE_BARE;
	return GRADE_NONE;
}

/* "Kompas.com - " and the like before the date. */
static bool is_prefix(struct slice s)
{
	static const char *const ends[] = { "-",
					    "|",
					    ":",
					    "/",
					    "(",
					    "\xE2\x80\x93",
					    "\xE2\x80\x94",
					    "\xE2\x80\xA2" };
	s = text_trim(s);
	for (size_t i = 0; i < COUNT_OF(ends); i++)
		if (slice_ends(s, slice_of(ends[i])))
			return s.len <= PREFIX_BYTES;
	return !s.len;
}

static bool is_first(const struct cleaner *c, size_t line)
{
	while (line-- > 0)
		if (!c->lines.items[line].gone)
			return false;
	return true;
}

/* Behind a sentence stand the days of what is to come, not the page's. */
static bool is_below_sentence(const struct cleaner *c, size_t line)
{
	while (line-- > 0)
		if (!c->lines.items[line].gone &&
		    ends_as_sentence(c->lines.items[line].text))
			return true;
	return false;
}

/*
 * Whether a line is nothing but a date, with a time or as the first of the
 * text: "Kamis, 24 September 2020 - 10:28 WIB". Or the first line of the text
 * begins with the outlet, a date, a time and its zone, since the line's end
 * was lost: "Kabar.com - 13/05/2024, 05:28 WIB Warga pulang."
 */
static bool is_page_line(const struct cleaner *c, size_t line,
			 const struct found *f, struct moment *out)
{
	struct slice text = c->lines.items[line].text;
	struct slice prefix = slice_sub(text, 0, f->mention.at);
	struct moment m = { f->date, -1, ZONE_NONE };
	size_t end = 0;
	if (line >= HEAD_LINES || !date_known(f->date) ||
	    f->mention.form == FORM_BRACKET || f->grade == GRADE_MISFIT ||
	    !is_prefix(prefix) || is_below_sentence(c, line))
		return false;
	struct slice rest = slice_from(text, f->mention.end);
	bool has_time = clock_read(rest, &m, &end);
	bool whole = text.len <= HEAD_BYTES &&
		     (has_time ? skip_marks(rest, end) == rest.len
			       : !text_trim(rest).len);
	bool opens = has_time && m.zone != ZONE_NONE && text_trim(prefix).len;
	if (!(whole || opens) || (!(whole && has_time) && !is_first(c, line)))
		return false;
	*out = m;
	return true;
}

/* Whether `at` is in a title behind "Baca juga:", as far as can be seen. */
static bool is_referred_to(const struct cleaner *c, size_t line, size_t at)
{
	struct slice text = c->lines.items[line].text;
	size_t from = at > TITLE_BYTES ? at - TITLE_BYTES : 0;
	while (from && !is_blank(text.ptr[from - 1]) && from < at)
		from++;
	struct slice near = slice_from(text, from);
	size_t limit = at - from + TITLE_BYTES, next = 0;
	struct find f;
	bool found =
	    (!from && mark_at_head(near, &f)) || next_mark(near, &next, &f);
	if (limit > near.len)
		limit = near.len;
	for (; found && f.at < at - from; found = next_mark(near, &next, &f)) {
		struct extent e =
		    mark_extent(near, &f, limit, c->doc->body.markdown);
		if (at - from >= e.words_at && at - from < e.words_to)
			return true;
		next = f.words > f.to ? f.words : f.to;
	}
	while (line && c->lines.items[line - 1].gone)
		line--;
	return line && is_label(c->lines.items[line - 1].text, &f);
}

static void add_mention(struct cleaner *c, struct evidence *e, size_t line,
			const struct mention *m)
{
	struct slice text = c->lines.items[line].text;
	struct found *f = &e->found[e->count];
	*f = (struct found){ .mention = *m,
			     .words = slice_sub(text, m->at, m->end),
			     .line = c->lines.items[line].number };
	f->cue = date_cue(text, m->at, m->end);
	f->items = items_below(c, line, m);
	f->grade = grade_of(f);
	f->is_announced = date_is_announced(text, m->at);
	f->is_eve =
	    date_is_tomorrow(text, m->at) && !is_referred_to(c, line, m->at);
	if (!date_known(e->page.date) && is_page_line(c, line, f, &e->page))
		e->page_found = e->count;
	e->has_open |= !m->year;
	e->has_two |= date_known(m->other);
	note_year(e, f->date.year);
	e->count++;
}

/* --- what a date leaves open ---------------------------------------------- */

int32_t days_to_sure(const struct evidence *e, struct date date)
{
	int32_t best = INT32_MAX;
	for (size_t i = 0; i < e->count; i++) {
		const struct found *f = &e->found[i];
		if (f->grade != GRADE_FITS || !f->mention.year)
			continue;
		int32_t days = date_to_days(date) - date_to_days(f->date);
		days = days < 0 ? -days : days;
		if (days < best)
			best = days;
	}
	return best;
}

static bool fits_in(const struct mention *m, int year, struct date *out)
{
	return set_date(year, m->month, m->day, out) &&
	       date_weekday(*out) == m->weekday;
}

/*
 * "Rabu (15/3)": in the year of the whole date nearest to it; where there is
 * none in that of the path, else in the last year the text names.
 */
static bool find_year(const struct evidence *e, struct found *f, int url_year)
{
	int32_t best = INT32_MAX;
	struct date date;
	if (days_to_sure(e, (struct date){ 2000, 1, 1 }) == INT32_MAX) {
		if (fits_in(&f->mention, url_year, &f->date) ||
		    fits_in(&f->mention, e->path_year, &f->date))
			return true;
		for (int y = YEAR_COUNT - 1; y >= WEB_YEAR - YEAR_LOW; y--)
			if (e->years[y] &&
			    fits_in(&f->mention, YEAR_LOW + y, &f->date)) {
				f->deduced = YEAR_LOW + y != e->last_year;
				return true;
			}
		return false;
	}
	for (int y = 0; y < YEAR_COUNT; y++) {
		if (!fits_in(&f->mention, YEAR_LOW + y, &date))
			continue;
		int32_t days = days_to_sure(e, date);
		if (days < best) {
			best = days;
			f->date = date;
		}
	}
	return best <= YEARLESS_DAYS;
}

/* "Sabtu (1112025)": the day that lies near another, if one does. */
static bool find_reading(const struct evidence *e, struct found *f)
{
	struct date a;
	if (!set_date(f->mention.year, f->mention.month, f->mention.day, &a))
		return false;
	bool is_a = days_to_sure(e, a) <= LOST_DAYS;
	bool is_b = days_to_sure(e, f->mention.other) <= LOST_DAYS;
	f->date = is_a ? a : f->mention.other;
	return is_a != is_b;
}

static void resolve(struct evidence *e, int url_year)
{
	bool found[FOUND_MAX] = { false };
	for (size_t i = 0; i < e->count; i++) {
		struct found *f = &e->found[i];
		if (!f->mention.year)
			found[i] = find_year(e, f, url_year);
		else if (date_known(f->mention.other))
			found[i] = find_reading(e, f);
	}
	for (size_t i = 0; i < e->count; i++) {
		struct found *f = &e->found[i];
		if (found[i])
			f->grade = GRADE_FITS;
		else if (!f->mention.year || date_known(f->mention.other))
			f->date = (struct date){ 0 };
	}
}

/* --- today and tomorrow --------------------------------------------------- */

/*
 * "besok, Sabtu (26/9/2020)" was written that Friday; where else the Saturday
 * is named, it is still to come, unless something was said then.
 */
static void settle_eve(struct evidence *e, struct found *eve)
{
	for (size_t i = 0; i < e->count; i++) {
		struct found *f = &e->found[i];
		if (date_eq(f->date, eve->date) && f->cue != CUE_SAID)
			f->cue = CUE_AHEAD;
	}
	eve->date = date_from_days(date_to_days(eve->date) - 1);
	eve->cue = CUE_SAID;
}

/*
 * "Pasar Dibuka Hari Ini": the first day in the text is today, though it reads
 * as one to come.
 */
static void settle_today(struct evidence *e, const struct cleaner *c,
			 const struct line *lead)
{
	struct slice head = lead ? lead->text : SLICE("");
	if (head.len > LEAD_BYTES)
		head.len = LEAD_BYTES;
	if (!date_says_today(c->doc->title) && !date_says_today(head))
		return;
	for (size_t i = 0; i < e->count && !e->today; i++)
		if (e->found[i].grade == GRADE_FITS && !e->found[i].items)
			e->today = &e->found[i];
	if (e->today && e->today->cue != CUE_AHEAD)
		e->today = NULL;
}

/* --- the whole ------------------------------------------------------------ */

void evidence_collect(struct evidence *e, struct cleaner *c, int url_year)
{
	*e = (struct evidence){ .path_year = path_year(c->doc->source) };
	for (size_t i = 0; i < c->lines.count; i++) {
		struct mention m;
		size_t at = 0;
		while (e->count < FOUND_MAX &&
		       mention_next(c->lines.items[i].text, &at, &m))
			if (m.form == FORM_YEAR)
				note_year(e, m.year);
			else
				add_mention(c, e, i, &m);
	}
	settle_timetable(e);
	resolve(e, url_year);
	for (size_t i = 0; i < e->count; i++) {
		struct found *f = &e->found[i];
		f->is_eve = f->is_eve && f->grade == GRADE_FITS;
		if (f->is_eve)
			settle_eve(e, f);
	}
	settle_today(e, c, cleaner_first(c, 0));
}
