/*
 * date.c - civil dates, moments and ISO 8601 text. The arithmetic is Hinnant's:
 * years that begin in March, so that the leap day is the last of its year, in
 * eras of 400 years, after which the calendar repeats.
 */
#include "base/date.h"

enum {
	DAYS_PER_ERA = 146097,
	DAYS_TO_1970 = 719468, /* from 0000-03-01 */
	YEAR_MAX = 9999,       /* of four digits, so that date_iso fits */
};

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_month_days(int year, int month)
{
	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30,
					31, 31, 30, 31, 30, 31 };

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_valid(int year, int month, int day)
{
	return year >= DATE_MIN_YEAR && year <= DATE_MAX_YEAR && day >= 1 &&
	       day <= date_month_days(year, month);
}

int32_t date_to_days(struct date d)
{
	int32_t year = d.year - (d.month <= 2);
	int32_t era = (year >= 0 ? year : year - 399) / 400;
	int32_t in_era = year - era * 400;
	int32_t month = (d.month + 9) % 12; /* March is 0 */
	int32_t day = (153 * month + 2) / 5 + d.day - 1;

	return era * DAYS_PER_ERA + in_era * 365 + in_era / 4 - in_era / 100 +
	       day - DAYS_TO_1970;
}

struct date date_from_days(int32_t days)
{
	int64_t n = (int64_t)days + DAYS_TO_1970;
	int64_t era = (n >= 0 ? n : n - DAYS_PER_ERA + 1) / DAYS_PER_ERA;
	int64_t of_era = n - era * DAYS_PER_ERA;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 -
			of_era / (DAYS_PER_ERA - 1)) /
		       365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153; /* March is 0 */
	int64_t day = of_year - (153 * month + 2) / 5 + 1;

	month += month < 10 ? 3 : -9;
	year += era * 400 + (month <= 2);
	if (year < 1 || year > YEAR_MAX)
		return (struct date){ 0 };
	return (struct date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
}

int date_weekday(struct date d)
{
	/* 1970-01-01 was a Thursday. */
	int32_t n = (date_to_days(d) + 3) % 7;

	return n < 0 ? n + 7 : n;
}

int date_cmp(struct date a, struct date b)
{
	int32_t x = a.year * 10000 + a.month * 100 + a.day;
	int32_t y = b.year * 10000 + b.month * 100 + b.day;

	/* Whatever an unknown date has for month and day, it is unknown. */
	if (!date_known(a) || !date_known(b))
		return date_known(a) - date_known(b);
	return (x > y) - (x < y);
}

static char *put_digits(char *out, int n, int width)
{
	for (int i = width - 1; i >= 0; i--, n /= 10)
		out[i] = (char)('0' + n % 10);
	return out + width;
}

const char *date_iso(struct date d, char out[static DATE_ISO + 1])
{
	char *p = out;

	if (date_known(d)) {
		p = put_digits(p, d.year, 4);
		*p++ = '-';
		p = put_digits(p, d.month, 2);
		*p++ = '-';
		p = put_digits(p, d.day, 2);
	}
	*p = '\0';
	return out;
}

/* Takes a number of exactly `width` digits off the front of s. */
static bool take_digits(struct slice *s, size_t width, int *out)
{
	int n = 0;

	if (s->len < width)
		return false;
	for (size_t i = 0; i < width; i++) {
		if (!is_digit(s->ptr[i]))
			return false;
		n = n * 10 + (s->ptr[i] - '0');
	}
	*out = n;
	*s = slice_from(*s, width);
	return true;
}

/* Takes the first byte off s if it is one of `any`. */
static bool take_byte(struct slice *s, const char *any)
{
	if (!s->len || !s->ptr[0] || !strchr(any, s->ptr[0]))
		return false;
	*s = slice_from(*s, 1);
	return true;
}

/* ":00" and ":00.123", or nothing. */
static bool take_seconds(struct slice *s)
{
	int second;

	if (!take_byte(s, ":"))
		return true;
	if (!take_digits(s, 2, &second) || second > 60)
		return false;
	if (take_byte(s, ".,")) {
		if (!take_byte(s, "0123456789"))
			return false;
		while (take_byte(s, "0123456789"))
			;
	}
	return true;
}

/* "Z", "+07:00", "+0700", "+07", also after a blank; or nothing. */
static bool take_zone(struct slice *s, int16_t *zone)
{
	int hours, minutes = 0;

	*zone = ZONE_NONE;
	if (!s->len)
		return true;
	take_byte(s, " ");
	*zone = 0;
	if (take_byte(s, "Zz"))
		return true;
	bool west = s->len && s->ptr[0] == '-';
	if (!take_byte(s, "+-") || !take_digits(s, 2, &hours))
		return false;
	if ((take_byte(s, ":") || s->len) && !take_digits(s, 2, &minutes))
		return false;
	*zone = (int16_t)(hours * 60 + minutes);
	if (west)
		*zone = (int16_t) - *zone;
	return hours < 24 && minutes < 60;
}

static bool parse_time(struct slice s, struct moment *out)
{
	int hours, minutes;

	if (!take_digits(&s, 2, &hours) || !take_byte(&s, ":") ||
	    !take_digits(&s, 2, &minutes) || !take_seconds(&s) ||
	    !take_zone(&s, &out->zone))
		return false;
	out->minute = (int16_t)(hours * 60 + minutes);
	return !s.len && hours < 24 && minutes < 60;
}

bool date_parse_iso(struct slice s, struct moment *out)
{
	struct moment m = { .minute = -1, .zone = ZONE_NONE };
	int year, month, day;

	if (!take_digits(&s, 4, &year) || !take_byte(&s, "-") ||
	    !take_digits(&s, 2, &month) || !take_byte(&s, "-") ||
	    !take_digits(&s, 2, &day) || !date_valid(year, month, day))
		return false;
	if (s.len && (!take_byte(&s, "Tt ") || !parse_time(s, &m)))
		return false;
	m.date = (struct date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
	*out = m;
	return true;
}

/* --- moments -------------------------------------------------------------- */

enum {
	DAY_MINUTES = 24 * 60,
	DAY_SECONDS = 24 * 60 * 60
};

struct moment moment_in(struct moment m, int zone)
{
	if (m.minute < 0 || m.zone == ZONE_NONE || !date_known(m.date))
		return m;
	int minute = m.minute + zone - m.zone;
	int days = minute / DAY_MINUTES - (minute % DAY_MINUTES < 0);

	struct date date = date_from_days(date_to_days(m.date) + days);

	if (!date_valid(date.year, date.month, date.day))
		return m;
	return (struct moment){
		.date = date,
		.minute = (int16_t)(minute - days * DAY_MINUTES),
		.zone = (int16_t)zone,
	};
}

bool moment_of_seconds(int64_t seconds, struct moment *out)
{
	int64_t days = seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);

	if (days < INT32_MIN || days > INT32_MAX)
		return false;
	struct date date = date_from_days((int32_t)days);
	*out = (struct moment){
		.date = date,
		.minute = (int16_t)((seconds - days * DAY_SECONDS) / 60),
		.zone = 0,
	};
	return date_valid(date.year, date.month, date.day);
}
