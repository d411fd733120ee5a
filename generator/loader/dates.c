/*
 * dates.c - the date of an article: front matter, a record's field, the first
 * date with a
 * weekday in the text ("Sabtu (26/9/2020)", "Selasa, 17 September 2019"), else
 * the first in brackets ("(10/9/2019)"), else the file's path, else none.
 *
 * On 4,004 real articles the first date in the text is the day of publication
 * for 64 % and the day before for 22 %: a fair default, and said to be one.
 */
#include "loader/internal.h"

enum {
	NEAR_DAYS = 7, /* between a field's date and the text's */
	CENTURY_TURNS = 50,
};

/* Groups of the regex in rules.c: 1 weekday, 2-4 d/m/y, 5-7 d Month y. */
enum {
	GROUP_WEEKDAY = 1,
	GROUP_DAY,
	GROUP_MONTH,
	GROUP_YEAR,
	GROUP_DAY_LONG,
	GROUP_MONTH_LONG,
	GROUP_YEAR_LONG
};

/* The first three letters tell, in Indonesian and in English. */
static unsigned month_number(struct slice name)
{
	static const struct {
		char letters[4];
		unsigned month;
	} months[] = {
		{ "jan", 1 },  { "feb", 2 },  { "peb", 2 },  { "mar", 3 },
		{ "apr", 4 },  { "mei", 5 },  { "may", 5 },  { "jun", 6 },
		{ "jul", 7 },  { "agu", 8 },  { "aug", 8 },  { "sep", 9 },
		{ "okt", 10 }, { "oct", 10 }, { "nov", 11 }, { "des", 12 },
		{ "dec", 12 },
	};
	for (size_t i = 0; i < COUNT_OF(months) && name.len >= 3; i++)
		if ((name.ptr[0] | 0x20) == months[i].letters[0] &&
		    (name.ptr[1] | 0x20) == months[i].letters[1] &&
		    (name.ptr[2] | 0x20) == months[i].letters[2])
			return months[i].month;
	return 0;
}

static bool group_date(const struct regex_matcher *m, struct date *out)
{
	unsigned long day = 0, month = 0, year = 0;
	if (regex_group(m, GROUP_DAY).len) {
		if (!slice_number(regex_group(m, GROUP_DAY), 31, &day) ||
		    !slice_number(regex_group(m, GROUP_MONTH), 12, &month) ||
		    !slice_number(regex_group(m, GROUP_YEAR), 9999, &year))
			return false;
	} else {
		month = month_number(regex_group(m, GROUP_MONTH_LONG));
		if (!slice_number(regex_group(m, GROUP_DAY_LONG), 31, &day) ||
		    !slice_number(regex_group(m, GROUP_YEAR_LONG), 9999, &year))
			return false;
	}
	if (year < 100) /* "(16/3/23)"; "(13/5/98)" is history */
		year += year < CENTURY_TURNS ? 2000 : 1900;
	if (!date_valid((int)year, (int)month, (int)day))
		return false;
	*out = (struct date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
	return true;
}

/* "Senin" ... "Ahad": 0 to 6, by the letters that tell. */
static int weekday_number(struct slice name)
{
	static const char *const days[] = { "sen", "sel", "rab", "kam",
					    "jum", "sab", "min", "aha" };
	for (int i = 0; i < (int)COUNT_OF(days) && name.len >= 3; i++)
		if ((name.ptr[0] | 0x20) == days[i][0] &&
		    (name.ptr[1] | 0x20) == days[i][1] &&
		    (name.ptr[2] | 0x20) == days[i][2])
			return i < 7 ? i : 6;
	return -1;
}

/* How far a date in a text is to be believed. */
enum trust {
	TRUST_NONE,
	TRUST_CONTRADICTED, /* that day was another weekday: a slip */
	TRUST_BARE,	    /* "(10/9/2019)" */
	TRUST_WEEKDAY,	    /* "Sabtu (26/9/2020)", and it was one */
};

static enum trust trust_of(struct slice weekday, struct date date)
{
	if (!weekday.len)
		return TRUST_BARE;
	return weekday_number(weekday) == date_weekday(date)
		   ? TRUST_WEEKDAY
		   : TRUST_CONTRADICTED;
}

/*
 * The first of the dates that are to be believed most; in dropped lines, too:
 * the page's date line is one.
 */
static bool date_in_text(struct cleaner *c, struct date *out)
{
	const struct regex *re = rules_date_regex(c->rules);
	enum trust best = TRUST_NONE;
	for (size_t i = 0; i < c->lines.count; i++) {
		struct slice text = c->lines.items[i].text;
		size_t from = 0;
		while (regex_search(re, c->matcher, text, from)) {
			struct slice all = regex_group(c->matcher, 0);
			struct slice weekday =
			    regex_group(c->matcher, GROUP_WEEKDAY);
			struct date date;
			from = (size_t)(all.ptr - text.ptr) + all.len;
			if (!group_date(c->matcher, &date) ||
			    trust_of(weekday, date) <= best)
				continue;
			best = trust_of(weekday, date);
			*out = date;
			if (best == TRUST_WEEKDAY)
				return true;
		}
	}
	return best != TRUST_NONE;
}

static bool two_digits(struct slice s, size_t at, int *out)
{
	if (at + 2 > s.len || !is_digit(s.ptr[at]) || !is_digit(s.ptr[at + 1]))
		return false;
	*out = (s.ptr[at] - '0') * 10 + s.ptr[at + 1] - '0';
	return true;
}

/* "…/2020/09/26/…" or "2020-09-26-…" anywhere in the path; the last wins. */
static bool date_in_path(struct slice path, struct date *out)
{
	bool found = false;
	for (size_t i = 0; i + 10 <= path.len; i++) {
		int century, year, month, day;
		char sep = path.ptr[i + 4];
		if (i && is_digit(path.ptr[i - 1]))
			continue;
		if ((sep != '-' && sep != '/' && sep != '_') ||
		    path.ptr[i + 7] != sep ||
		    (i + 10 < path.len && is_digit(path.ptr[i + 10])))
			continue;
		if (!two_digits(path, i, &century) ||
		    !two_digits(path, i + 2, &year) ||
		    !two_digits(path, i + 5, &month) ||
		    !two_digits(path, i + 8, &day) ||
		    !date_valid(century * 100 + year, month, day))
			continue;
		*out = (struct date){ (int16_t)(century * 100 + year),
				      (uint8_t)month, (uint8_t)day };
		found = true;
	}
	return found;
}

/* --- a field -------------------------------------------------------------- */

/* "10:28" or "10.28" in what follows a date; -1 if there is none. */
static int minute_in(struct slice s)
{
	for (size_t i = 0; i + 5 <= s.len; i++) {
		int hour, minute;
		if ((i && is_digit(s.ptr[i - 1])) ||
		    (s.ptr[i + 2] != ':' && s.ptr[i + 2] != '.') ||
		    !two_digits(s, i, &hour) || !two_digits(s, i + 3, &minute))
			continue;
		return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
	}
	return -1;
}

/*
 * "3/5/2023" is a day and a month, or as Americans write it a month and a day.
 * Where both exist, the one that the text's own date is near decides.
 */
static bool numeric_date(struct cleaner *c, struct slice day,
			 struct slice month, struct slice year,
			 struct date *out)
{
	unsigned long a, b, y;
	struct date text;
	if (!slice_number(day, 31, &a) || !slice_number(month, 31, &b) ||
	    !slice_number(year, 9999, &y))
		return false;
	struct date here = { (int16_t)y, (uint8_t)b, (uint8_t)a };
	struct date there = { (int16_t)y, (uint8_t)a, (uint8_t)b };
	bool is_here = date_valid((int)y, (int)b, (int)a);
	bool is_there = date_valid((int)y, (int)a, (int)b);
	*out = is_here ? here : there;
	if (is_here && is_there && date_in_text(c, &text) &&
	    abs(date_to_days(there) - date_to_days(text)) <= NEAR_DAYS &&
	    abs(date_to_days(here) - date_to_days(text)) > NEAR_DAYS)
		*out = there;
	return is_here || is_there;
}

/* "2020/09/26 10:28", "2020-09-26 10:28 WIB": what is no ISO 8601. */
static bool year_first(struct slice s, struct date *out, int *minute)
{
	if ((s.len > DATE_ISO && is_digit(s.ptr[DATE_ISO])) ||
	    !date_in_path(slice_sub(s, 0, DATE_ISO), out))
		return false;
	*minute = minute_in(slice_from(s, DATE_ISO));
	return true;
}

/*
 * As date_parse_iso, or "26/9/2020", "26-09-2020 10:28", "Sabtu, 26 September
 * 2020 - 10:28 WIB", "26 Sep 2020".
 */
static bool date_in_field(struct cleaner *c, struct slice s, struct date *out,
			  int *minute)
{
	const struct regex_matcher *m = c->matcher;
	if (date_parse_iso(s, out, minute) || year_first(s, out, minute))
		return true;
	if (!regex_search(rules_date_field_regex(c->rules), c->matcher, s, 0))
		return false;
	struct slice all = regex_group(m, 0);
	*minute = minute_in(slice_from(s, (size_t)(all.ptr - s.ptr) + all.len));
	if (!regex_group(m, GROUP_DAY).len)
		return group_date(m, out);
	return numeric_date(c, regex_group(m, GROUP_DAY),
			    regex_group(m, GROUP_MONTH),
			    regex_group(m, GROUP_YEAR), out);
}

static bool take_field(struct cleaner *c, const struct front_matter *fm)
{
	struct slice s = fm->date_field;
	struct date date;
	int minute = -1;
	if (!s.len)
		return false;
	if (date_in_field(c, s, &date, &minute)) {
		c->doc->date = date;
		c->doc->minute = (int16_t)minute;
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

/* --- the whole ------------------------------------------------------------ */

void find_date(struct cleaner *c, const struct front_matter *fm)
{
	struct document *doc = c->doc;
	doc->minute = (int16_t)(date_known(fm->date) ? fm->minute : -1);
	doc->date = fm->date;
	if (date_known(fm->date))
		doc->date_from = DATE_FROM_FRONT_MATTER;
	else if (take_field(c, fm))
		doc->date_from = DATE_FROM_FIELD;
	else if (date_in_text(c, &doc->date))
		doc->date_from = DATE_FROM_TEXT;
	else if (date_in_path(doc->source, &doc->date))
		doc->date_from = DATE_FROM_PATH;
	else
		doc->date_from = DATE_FROM_NONE;
}
