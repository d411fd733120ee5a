/*
 * date.h - civil dates of the Gregorian calendar, and moments: a date with what
 * is known of the time. No clock, no locale; a time zone is a number. Day
 * numbers count from 1970-01-01 = 0 (the "days from civil" algorithm of Howard
 * Hinnant, chrono-compatible low-level date algorithms).
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/slice.h"

struct date {
	int16_t year;  /* 0 in a date that is not known */
	uint8_t month; /* 1-12 */
	uint8_t day;   /* 1-31 */
};

enum {
	DATE_MIN_YEAR = 1800, /* before any newspaper in Indonesian */
	DATE_MAX_YEAR = 2199,
};

static inline bool date_known(struct date d)
{
	return d.year != 0;
}

/* Exists in the calendar and lies within the years above. */
bool date_valid(int year, int month, int day);
int date_month_days(int year, int month);
int32_t date_to_days(struct date d);
struct date date_from_days(int32_t days);
/* 0 Monday ... 6 Sunday (ISO 8601 order). */
int date_weekday(struct date d);
/* An unknown date sorts before all others. */
int date_cmp(struct date a, struct date b);
static inline bool date_eq(struct date a, struct date b)
{
	return date_cmp(a, b) == 0;
}

#define DATE_ISO 10
/* "2020-09-26", NUL-terminated; "" for an unknown date. */
const char *date_iso(struct date d, char out[static DATE_ISO + 1]);

enum {
	ZONE_NONE = INT16_MIN
}; /* of a time whose zone is not said */

struct moment {
	struct date date;
	int16_t minute; /* of the day; -1: not known */
	int16_t zone;	/* minutes east of UTC, or ZONE_NONE */
};

/*
 * The moment as the clocks of that zone show it, which may be another day; as
 * it is if its minute or zone is not known.
 */
struct moment moment_in(struct moment m, int zone);
/* From seconds since 1970, UTC; false if the year is none of those above. */
MUST_CHECK bool moment_of_seconds(int64_t seconds, struct moment *out);

/*
 * Reads "2020-09-26", also with a time behind it ("T10:28:00+07:00",
 * " 10:28", "T10:28:00.123Z"). False if it is no such text or the date does
 * not exist.
 */
MUST_CHECK bool date_parse_iso(struct slice s, struct moment *out);

#endif
