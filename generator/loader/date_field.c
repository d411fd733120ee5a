/*
 * date_field.c - a date that fills a column, a key or an element of a page, in
 * any form that exporters write. Whether to believe it is decided in dates.c.
 */
#include "loader/dates.h"

enum {
	FIELD_MAX = 200 /* bytes that are looked at */
};

static bool only_digits(struct slice s, struct moment *out)
{
	size_t end = digits_end(s, 0);
	struct slice digits = slice_sub(s, 0, end), rest = slice_from(s, end);
	if (!rest.len)
		return compact(digits, out) || epoch(digits, out);
	if (rest.ptr[0] == '.') /* "1601092080.0" */
		return digits_end(rest, 1) == rest.len && epoch(digits, out);
	if (digits.len != strlen("20200926") || rest.ptr[0] != 'T' ||
	    !compact(digits, out))
		return false;
	int hours, minutes; /* "20200926T102800Z" */
	size_t at = digits_end(rest, 1);
	if (!two_digits(rest, 1, &hours) || !two_digits(rest, 3, &minutes) ||
	    !set_minute(hours, minutes, out))
		return false;
	zone_read(rest, &at, out);
	return true;
}

/* "3/5/2023" is a day and a month, or as Americans write it the reverse. */
static bool from_numbers(const struct numbers *n, struct field_date *out)
{
	int year = n->short_third ? full_year(n->third) : n->third;
	struct date day_first = { 0 }, month_first = { 0 };
	if (n->short_third && n->separator == '.')
		return false; /* "10.28.00" is a time */
	bool is_day = set_date(year, n->second, n->first, &day_first);
	bool is_month = set_date(year, n->first, n->second, &month_first);
	out->when.date = is_day ? day_first : month_first;
	if (is_day && is_month && !date_eq(day_first, month_first))
		out->other = month_first;
	return is_day || is_month;
}

/* "Sep 26, 2020", "September 26th, 2020". */
static bool month_then_day(struct slice s, struct field_date *out, size_t *end)
{
	unsigned long day, year;
	for (size_t at = 0; at < s.len; at++) {
		struct slice word = letters_at(s, at);
		int month = month_of(word);
		at += word.len;
		if (!month)
			continue;
		size_t from =
		    skip_marks(s, at + (at < s.len && s.ptr[at] == '.'));
		size_t to = digits_end(s, from);
		size_t behind = to + letters_at(s, to).len; /* "26th" */
		size_t at_year = skip_marks(s, behind);
		*end = digits_end(s, at_year);
		if (slice_number(slice_sub(s, from, to), 31, &day) &&
		    slice_number(slice_sub(s, at_year, *end), DATE_MAX_YEAR,
				 &year) &&
		    set_date((int)year, month, (int)day, &out->when.date))
			return true;
	}
	return false;
}

/* What begins at the digits [at, to). */
static bool field_at(struct slice s, size_t at, size_t to,
		     struct field_date *out, size_t *end)
{
	struct numbers n;
	struct mention m;
	size_t from = at;
	if (to - at == 4)
		return year_first(s, at, "/-.", &out->when.date, end);
	if (to - at > 2)
		return false;
	out->weekday = weekday_before(s, at);
	if (numbers_at(s, at, &n) && from_numbers(&n, out)) {
		*end = n.end;
		return true;
	}
	if (!mention_next(s, &from, &m) || m.form != FORM_MONTH || !m.year)
		return false;
	*end = m.end;
	return set_date(m.year, m.month, m.day, &out->when.date);
}

static bool find_in_field(struct slice s, struct field_date *out, size_t *end)
{
	for (size_t at = 0, to; at < s.len; at = to) {
		to = digits_end(s, at);
		if (to == at)
			to++;
		else if (field_at(s, at, to, out, end))
			return true;
	}
	out->weekday = -1;
	return month_then_day(s, out, end);
}

bool field_date_read(struct slice s, struct field_date *out)
{
	size_t end;
	*out = (struct field_date){ .when = { .minute = -1, .zone = ZONE_NONE },
				    .weekday = -1 };
	s = slice_trim(slice_sub(s, 0, FIELD_MAX));
	if (date_parse_iso(s, &out->when) || only_digits(s, &out->when))
		return true;
	out->when = (struct moment){ .minute = -1, .zone = ZONE_NONE };
	if (!find_in_field(s, out, &end))
		return false;
	if (!clock_read(slice_from(s, end), &out->when, &end))
		out->when.minute = -1;
	return true;
}

/* The first digits of a field, if three numbers begin there. */
static bool first_numbers(struct slice s, struct numbers *out)
{
	size_t at = 0;
	while (at < s.len && !is_digit(s.ptr[at]))
		at++;
	return at < s.len && numbers_at(s, at, out);
}

bool has_numbers(struct slice s)
{
	struct numbers n;
	return first_numbers(s, &n);
}

enum day_order field_order(struct slice s)
{
	struct numbers n;
	if (!first_numbers(s, &n))
		return ORDER_UNKNOWN;
	if (n.first > 12 && n.second <= 12)
		return ORDER_DAY;
	return n.second > 12 && n.first <= 12 ? ORDER_MONTH : ORDER_UNKNOWN;
}
