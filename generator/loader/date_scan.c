/*
 * date_scan.c - finds the dates in a line of prose. Digits are rare in it, so
 * they are where it looks: forwards for the rest of the date, backwards for
 * the weekday. Knows forms only; what a date means is decided in dates.c.
 */
#include "loader/dates.h"

enum {
	WORD_MAX = 12,	    /* bytes of the longest weekday or month */
	CENTURY_TURNS = 50, /* "(16/3/23)"; "(13/5/98)" is history */
};

/* --- around a digit ------------------------------------------------------- */

/* Behind the blanks at `at`, no-break spaces among them. */
static size_t skip_blanks(struct slice s, size_t at)
{
	while (at < s.len)
		if (is_blank(s.ptr[at]))
			at++;
		else if (at + 1 < s.len && s.ptr[at] == '\xC2' &&
			 s.ptr[at + 1] == '\xA0')
			at += 2;
		else
			break;
	return at;
}

static size_t back_over_blanks(struct slice s, size_t at)
{
	while (at)
		if (is_blank(s.ptr[at - 1]))
			at--;
		else if (at > 1 && s.ptr[at - 1] == '\xA0' &&
			 s.ptr[at - 2] == '\xC2')
			at -= 2;
		else
			break;
	return at;
}

/* The word that ends at `end`, with its apostrophes; empty if it is long. */
static struct slice word_before(struct slice s, size_t end)
{
	size_t at = end;
	while (at && end - at <= WORD_MAX)
		if (is_ascii_letter(s.ptr[at - 1]) || s.ptr[at - 1] == '\'' ||
		    s.ptr[at - 1] == '`')
			at--;
		else if (at > 2 && s.ptr[at - 3] == '\xE2' &&
			 s.ptr[at - 2] == '\x80' &&
			 (s.ptr[at - 1] == '\x99' || s.ptr[at - 1] == '\x98'))
			at -= 3;
		else
			break;
	while (at < end && !is_ascii_letter(s.ptr[at]))
		at++; /* a quotation mark before the word */
	return end - at > WORD_MAX ? slice_sub(s, end, end)
				   : slice_sub(s, at, end);
}

static struct slice word_at(struct slice s, size_t at)
{
	size_t end = at;
	while (end < s.len && is_ascii_letter(s.ptr[end]) &&
	       end - at <= WORD_MAX)
		end++;
	return slice_sub(s, at, end);
}

/* A weekday before `at`, where "(" and "," may stand between; moves m->at. */
static void find_weekday(struct slice s, struct mention *m, bool *bracket)
{
	size_t i = back_over_blanks(s, m->at);
	*bracket = i && s.ptr[i - 1] == '(';
	if (*bracket)
		i = back_over_blanks(s, i - 1);
	size_t open = i;
	if (i && s.ptr[i - 1] == ',')
		i = back_over_blanks(s, i - 1);
	m->weekday = -1;
	for (int words = 0; words < 3; words++) {
		struct slice word = word_before(s, i);
		m->weekday = weekday_of(word);
		i -= word.len;
		if (m->weekday >= 0) {
			m->at = i;
			return;
		}
		if (!is_part_of_day(word))
			break;
		i = back_over_blanks(s, i);
	}
	if (*bracket)
		m->at = open;
}

int weekday_before(struct slice s, size_t at)
{
	struct mention m = { .at = at };
	bool bracket;
	find_weekday(s, &m, &bracket);
	return m.weekday;
}

static int number_in(struct slice s, size_t from, size_t to)
{
	unsigned long n = 0;
	return slice_number(slice_sub(s, from, to), 99999999, &n) ? (int)n : -1;
}

/* Not in the middle of a longer number, a word or a fraction. */
static bool begins_here(struct slice s, size_t at)
{
	if (!at)
		return true;
	char c = s.ptr[at - 1];
	if (is_ascii_letter(c) || c == '/')
		return false;
	return !(strchr(".,-:", c) && at > 1 && is_digit(s.ptr[at - 2]));
}

static bool ends_here(struct slice s, size_t end)
{
	if (end >= s.len)
		return true;
	char c = s.ptr[end];
	if (is_ascii_letter(c) || is_digit(c) || c == '/')
		return false;
	return !((c == '.' || c == ',') && end + 1 < s.len &&
		 is_digit(s.ptr[end + 1]));
}

/* --- the forms ------------------------------------------------------------ */

int full_year(int two_digits)
{
	return two_digits + (two_digits < CENTURY_TURNS ? 2000 : 1900);
}

/* A number of one or two digits at *at, which moves behind it; or -1. */
static int take_small(struct slice s, size_t *at)
{
	size_t from = *at, to = digits_end(s, from);
	if (to == from || to - from > 2)
		return -1;
	*at = to;
	return number_in(s, from, to);
}

bool numbers_at(struct slice s, size_t at, struct numbers *out)
{
	out->first = take_small(s, &at);
	if (out->first < 0 || at >= s.len || !s.ptr[at] ||
	    !strchr("/-.", s.ptr[at]))
		return false;
	out->separator = s.ptr[at++];
	out->second = take_small(s, &at);
	if (out->second < 0 || at >= s.len || s.ptr[at] != out->separator)
		return false;
	size_t end = digits_end(s, ++at);
	if (end - at != 2 && end - at != 4)
		return false;
	out->short_third = end - at == 2;
	out->third = number_in(s, at, end);
	out->end = end;
	return true;
}

static bool may_be_day(int month, int day)
{
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* Behind the bracket that closes at `end`, if the date stands in brackets. */
static bool close_bracket(struct slice s, struct mention *m)
{
	size_t i = skip_blanks(s, m->end);
	if (i >= s.len || s.ptr[i] != ')')
		return false;
	m->end = i + 1;
	return true;
}

/* "26/9/2020"; with dots or hyphens only behind a weekday. */
static bool take_numbers(struct slice s, struct mention *m)
{
	struct numbers n;
	bool bracket;
	if (!numbers_at(s, m->at, &n) || !ends_here(s, n.end) ||
	    !may_be_day(n.second, n.first))
		return false;
	find_weekday(s, m, &bracket);
	if (n.separator != '/' && (m->weekday < 0 || n.short_third))
		return false;
	m->day = n.first;
	m->month = n.second;
	m->year = n.short_third ? full_year(n.third) : n.third;
	m->end = n.end;
	m->form = bracket && close_bracket(s, m) ? FORM_BRACKET : FORM_NUMBERS;
	return true;
}

/* "Rabu (15/3)": without a year only so, for "1/2 final" is none. */
static bool take_yearless(struct slice s, struct mention *m)
{
	size_t at = m->at;
	bool bracket;
	m->day = take_small(s, &at);
	if (at >= s.len || s.ptr[at++] != '/')
		return false;
	m->month = take_small(s, &at);
	if (!may_be_day(m->month, m->day) || !ends_here(s, at))
		return false;
	find_weekday(s, m, &bracket);
	m->end = at;
	m->year = 0;
	m->form = FORM_BRACKET;
	return bracket && m->weekday >= 0 && close_bracket(s, m);
}

/* Behind the year at `at`, or 0; "14 Juni 202520:45" has lost a blank. */
static size_t year_end(struct slice s, size_t at)
{
	size_t end = digits_end(s, at);
	int minutes;
	if (end - at == 6 && end < s.len && s.ptr[end] == ':' &&
	    two_digits(s, end + 1, &minutes))
		return at + 4;
	return end - at == 4 && ends_here(s, end) ? end : 0;
}

/* "26 September 2020", "26 Sept. 2020"; without a year behind a weekday. */
static bool take_month(struct slice s, struct mention *m, size_t to)
{
	size_t at = to;
	bool bracket;
	if (at < s.len && s.ptr[at] == '-')
		at++;
	else
		at = skip_blanks(s, at);
	if (at == to)
		return false;
	struct slice word = word_at(s, at);
	m->day = number_in(s, m->at, to);
	m->month = month_of(word);
	if (!m->month || !may_be_day(m->month, m->day))
		return false;
	m->end = at += word.len;
	if (at < s.len && (s.ptr[at] == '.' || s.ptr[at] == '-'))
		at++;
	at = skip_blanks(s, at);
	size_t end = year_end(s, at);
	bool has_year = end && at > m->end;
	m->year = has_year ? number_in(s, at, end) : 0;
	if (has_year)
		m->end = end;
	find_weekday(s, m, &bracket);
	m->form = FORM_MONTH;
	if (bracket)
		close_bracket(s, m);
	return has_year || m->weekday >= 0;
}

/* One way to part the digits; kept if that day was the weekday. */
static void try_parting(struct mention *m, struct slice digits, size_t days,
			size_t months)
{
	int day = number_in(digits, 0, days);
	int month = number_in(digits, days, days + months);
	int year = number_in(digits, days + months, digits.len);
	if (digits.ptr[0] == '0' && days == 1)
		return;
	if (!date_valid(year, month, day))
		return;
	struct date date = { (int16_t)year, (uint8_t)month, (uint8_t)day };
	if (date_weekday(date) != m->weekday)
		return;
	if (m->year) {
		m->other = date;
		return;
	}
	m->year = year;
	m->month = month;
	m->day = day;
}

/* "Kamis (2592025)": the slashes are lost, the weekday tells where. */
static bool take_lost(struct slice s, struct mention *m, size_t to)
{
	struct slice digits = slice_sub(s, m->at, to);
	bool bracket;
	find_weekday(s, m, &bracket);
	m->end = to;
	m->year = 0;
	m->form = FORM_LOST;
	if (!bracket || m->weekday < 0 || !close_bracket(s, m))
		return false;
	for (size_t days = 1; days <= 2; days++)
		for (size_t months = 1; months <= 2; months++)
			if (days + months + 4 == digits.len)
				try_parting(m, digits, days, months);
	return m->year != 0;
}

static bool take_year(struct slice s, struct mention *m, size_t to)
{
	m->year = number_in(s, m->at, to);
	m->month = m->day = 0;
	m->weekday = -1;
	m->form = FORM_YEAR;
	m->end = to;
	return m->year >= YEAR_LOW && m->year < YEAR_LOW + YEAR_COUNT;
}

/* The digits [at, to) and what they are part of. */
static bool take_mention(struct slice s, size_t at, size_t to,
			 struct mention *m)
{
	*m = (struct mention){ .at = at };
	if (to - at == 4)
		return take_year(s, m, to);
	if (!begins_here(s, at))
		return false;
	if (to - at <= 2) {
		struct mention fresh = *m;
		if (take_numbers(s, m) || (*m = fresh, take_yearless(s, m)))
			return true;
		*m = fresh;
		return take_month(s, m, to);
	}
	return to - at >= 6 && to - at <= 8 && take_lost(s, m, to);
}

bool mention_next(struct slice text, size_t *at, struct mention *out)
{
	for (size_t i = *at; i < text.len;) {
		if (!is_digit(text.ptr[i])) {
			i++;
			continue;
		}
		size_t to = digits_end(text, i);
		if (take_mention(text, i, to, out)) {
			*at = out->end;
			return true;
		}
		i = to;
	}
	*at = text.len;
	return false;
}
