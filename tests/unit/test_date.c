/*
 * test_date.c - the calendar, against tables and against itself.
 */
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct date date(int year, int month, int day)
{
	return (struct date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
}

static void test_valid(void **state)
{
	static const struct {
		int year, month, day;
		bool valid;
	} cases[] = {
		{ 2020, 2, 29, true },	{ 2021, 2, 29, false },
		{ 2000, 2, 29, true },	{ 1900, 2, 29, false },
		{ 2024, 4, 30, true },	{ 2024, 4, 31, false },
		{ 2024, 12, 31, true }, { 2024, 12, 32, false },
		{ 2024, 0, 1, false },	{ 2024, 13, 1, false },
		{ 2024, 1, 0, false },	{ 2024, -1, 1, false },
		{ 1800, 1, 1, true },	{ 1799, 12, 31, false },
		{ 2199, 12, 31, true }, { 2200, 1, 1, false },
		{ 0, 0, 0, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		if (date_valid(cases[i].year, cases[i].month, cases[i].day) !=
		    cases[i].valid)
			fail_msg("%d-%d-%d", cases[i].year, cases[i].month,
				 cases[i].day);
}

static void test_known_days(void **state)
{
	static const struct {
		int year, month, day, days, weekday;
	} cases[] = {
		{ 1970, 1, 1, 0, 3 },	   { 1969, 12, 31, -1, 2 },
		{ 2000, 2, 29, 11016, 1 }, { 2000, 3, 1, 11017, 2 },
		{ 2020, 9, 26, 18531, 5 }, { 1945, 8, 17, -8903, 4 },
		{ 2024, 2, 29, 19782, 3 }, { 1800, 1, 1, -62091, 2 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct date d =
		    date(cases[i].year, cases[i].month, cases[i].day);

		assert_int_equal(date_to_days(d), cases[i].days);
		assert_true(date_eq(date_from_days(cases[i].days), d));
		assert_int_equal(date_weekday(d), cases[i].weekday);
	}
}

/* Walks all days that are allowed, counting by hand. */
static void test_every_day_in_turn(void **state)
{
	int32_t n = date_to_days(date(DATE_MIN_YEAR, 1, 1));
	int weekday = date_weekday(date(DATE_MIN_YEAR, 1, 1));
	struct date before = { 0 };

	(void)state;
	for (int year = DATE_MIN_YEAR; year <= DATE_MAX_YEAR; year++)
		for (int month = 1; month <= 12; month++)
			for (int day = 1; day <= date_month_days(year, month);
			     day++) {
				struct date d = date(year, month, day);

				assert_true(date_valid(year, month, day));
				assert_int_equal(date_to_days(d), n);
				assert_true(date_eq(date_from_days(n), d));
				assert_int_equal(date_weekday(d), weekday);
				assert_true(date_cmp(before, d) < 0);
				assert_true(date_cmp(d, before) > 0);
				before = d;
				weekday = (weekday + 1) % 7;
				n++;
			}
}

static void test_month_days(void **state)
{
	(void)state;
	assert_int_equal(date_month_days(2023, 2), 28);
	assert_int_equal(date_month_days(2024, 2), 29);
	assert_int_equal(date_month_days(2100, 2), 28);
	assert_int_equal(date_month_days(2024, 0), 0);
	assert_int_equal(date_month_days(2024, 13), 0);
}

static void test_unknown(void **state)
{
	struct date none = { 0 }, odd = date(0, 5, 5);

	(void)state;
	assert_false(date_known(none));
	assert_true(date_cmp(none, date(1800, 1, 1)) < 0);
	assert_true(date_eq(none, odd));
	/* Days too far away for a year of four digits. */
	assert_false(date_known(date_from_days(INT32_MAX)));
	assert_false(date_known(date_from_days(INT32_MIN)));
}

static void test_iso(void **state)
{
	char out[DATE_ISO + 1];

	(void)state;
	assert_string_equal(date_iso(date(2020, 9, 6), out), "2020-09-06");
	assert_string_equal(date_iso((struct date){ 0 }, out), "");
}

static void test_parse(void **state)
{
	static const struct {
		const char *text, *date; /* date NULL: refused */
		int minute, zone;
	} cases[] = {
		{ "2020-09-26", "2020-09-26", -1, ZONE_NONE },
		{ "2020-09-26T10:28:00+07:00", "2020-09-26", 628, 420 },
		{ "2020-09-26t10:28:00z", "2020-09-26", 628, 0 },
		{ "2020-09-26 10:28", "2020-09-26", 628, ZONE_NONE },
		{ "2020-09-26 00:00:00", "2020-09-26", 0, ZONE_NONE },
		{ "2020-09-26 23:59:60", "2020-09-26", 1439, ZONE_NONE },
		{ "2020-09-26T10:28:00.123456Z", "2020-09-26", 628, 0 },
		{ "2020-09-26 10:28:00 +0700", "2020-09-26", 628, 420 },
		{ "2020-09-26T10:28-08", "2020-09-26", 628, -480 },
		{ "", NULL, 0, 0 },
		{ "2020-09-2", NULL, 0, 0 },
		{ "2020-9-26", NULL, 0, 0 },
		{ "20-09-2026", NULL, 0, 0 },
		{ "2020/09/26", NULL, 0, 0 },
		{ "2020-09-261", NULL, 0, 0 },
		{ "2020-09-26x", NULL, 0, 0 },
		{ " 2020-09-26", NULL, 0, 0 },
		{ "2020-02-30", NULL, 0, 0 },
		{ "1799-01-01", NULL, 0, 0 },
		{ "+020-09-26", NULL, 0, 0 },
		{ "2020-09-26 ", NULL, 0, 0 },
		{ "2020-09-26T", NULL, 0, 0 },
		{ "2020-09-26 10", NULL, 0, 0 },
		{ "2020-09-26 10:2", NULL, 0, 0 },
		{ "2020-09-26 24:00", NULL, 0, 0 },
		{ "2020-09-26 10:60", NULL, 0, 0 },
		{ "2020-09-26 10:28:61", NULL, 0, 0 },
		{ "2020-09-26 10:28:", NULL, 0, 0 },
		{ "2020-09-26 10:28:00.", NULL, 0, 0 },
		{ "2020-09-26 10:28:00 ", NULL, 0, 0 },
		{ "2020-09-26 10:28:00+7", NULL, 0, 0 },
		{ "2020-09-26 10:28:00+07:", NULL, 0, 0 },
		{ "2020-09-26 10:28:00+24:00", NULL, 0, 0 },
		{ "2020-09-26 10:28:00Zx", NULL, 0, 0 },
		{ "2020-09-26 10:28 besok", NULL, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct moment m = { { 0 }, -7, -7 };
		char out[DATE_ISO + 1];
		bool ok = date_parse_iso(slice_of(cases[i].text), &m);

		if (ok != (cases[i].date != NULL))
			fail_msg("\"%s\"", cases[i].text);
		assert_string_equal(date_iso(m.date, out),
				    ok ? cases[i].date : "");
		assert_int_equal(m.minute, ok ? cases[i].minute : -7);
		assert_int_equal(m.zone, ok ? cases[i].zone : -7);
	}
	struct moment m;
	assert_false(date_parse_iso(SLICE("2020-09-26\0"), &m));
	assert_false(date_parse_iso(slice_of(NULL), &m));
}

static void test_moment_in(void **state)
{
	static const struct {
		const char *from, *date;
		int zone, minute;
	} cases[] = {
		/* half an hour before midnight in London is morning here */
		{ "2020-09-26T23:30Z", "2020-09-27", 420, 390 },
		{ "2020-09-26T00:10+09:00", "2020-09-25", 420, 22 * 60 + 10 },
		{ "2020-09-26T10:28+07:00", "2020-09-26", 420, 628 },
		{ "2020-12-31T20:00-08:00", "2021-01-01", 420, 660 },
		{ "2020-03-01T00:00+07:00", "2020-02-29", 0, 17 * 60 },
		{ "2020-09-26T00:00Z", "2020-09-26", 0, 0 },
		{ "2020-09-26T00:00Z", "2020-09-25", -1, 1439 },
		/* nothing to turn */
		{ "2020-09-26T23:30", "2020-09-26", 420, 1410 },
		{ "2020-09-26", "2020-09-26", 420, -1 },
		/* the last day there is */
		{ "2199-12-31T23:30Z", "2199-12-31", 420, 1410 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct moment m;
		char out[DATE_ISO + 1];

		assert_true(date_parse_iso(slice_of(cases[i].from), &m));
		m = moment_in(m, cases[i].zone);
		if (strcmp(date_iso(m.date, out), cases[i].date) ||
		    m.minute != cases[i].minute)
			fail_msg("%s: %s %d", cases[i].from, out, m.minute);
	}
}

static void test_seconds(void **state)
{
	static const struct {
		int64_t seconds;
		const char *date; /* NULL: refused */
		int minute;
	} cases[] = {
		{ 0, "1970-01-01", 0 },
		{ 1601090880, "2020-09-26", 208 },
		{ 1601078399, "2020-09-25", 1439 },
		{ -1, "1969-12-31", 1439 },
		{ -86400, "1969-12-31", 0 },
		{ INT64_MAX, NULL, 0 },
		{ INT64_MIN, NULL, 0 },
		{ 7258118400, NULL, 0 }, /* 2200 */
		{ 7258118399, "2199-12-31", 1439 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct moment m;
		char out[DATE_ISO + 1];
		bool ok = moment_of_seconds(cases[i].seconds, &m);

		assert_int_equal(ok, cases[i].date != NULL);
		if (!ok)
			continue;
		assert_string_equal(date_iso(m.date, out), cases[i].date);
		assert_int_equal(m.minute, cases[i].minute);
		assert_int_equal(m.zone, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_valid),
		cmocka_unit_test(test_known_days),
		cmocka_unit_test(test_every_day_in_turn),
		cmocka_unit_test(test_month_days),
		cmocka_unit_test(test_unknown),
		cmocka_unit_test(test_iso),
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_moment_in),
		cmocka_unit_test(test_seconds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
