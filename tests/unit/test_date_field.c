/*
 * test_date_field.c - dates in fields, addresses and paths, with their times.
 */
#include "loader/dates.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum {
	NONE = ZONE_NONE
};

static void test_fields(void **state)
{
	static const struct {
		const char *text, *date;
		int minute, zone;
	} cases[] = {
		{ "2020-09-26", "2020-09-26", -1, NONE },
		{ "2020-09-26T10:28:00+07:00", "2020-09-26", 628, 420 },
		{ "2020-09-26T03:28:00.000Z", "2020-09-26", 208, 0 },
		{ "2020-09-26 10:28:00", "2020-09-26", 628, NONE },
		{ "2020-09-26 10:28 WIB", "2020-09-26", 628, 420 },
		{ "2020-09-26, 10.28 WITA", "2020-09-26", 628, 480 },
		{ "2020/09/26", "2020-09-26", -1, NONE },
		{ "2020/9/6 9:05", "2020-09-06", 545, NONE },
		{ "26/09/2020 10:28", "2020-09-26", 628, NONE },
		{ "26/9/20", "2020-09-26", -1, NONE },
		{ "26-09-2020 10:28:59", "2020-09-26", 628, NONE },
		{ "26.09.2020", "2020-09-26", -1, NONE },
		{ "9/26/2020 10:28", "2020-09-26", 628, NONE },
		{ "Kompas.com - 13/05/2024, 05:28 WIB", "2024-05-13", 328,
		  420 },
		{ "26-Sep-2020", "2020-09-26", -1, NONE },
		{ "26-Sep-2020 10:28", "2020-09-26", 628, NONE },
		{ "26 Sep 2020, 10:28", "2020-09-26", 628, NONE },
		{ "Sep 26, 2020", "2020-09-26", -1, NONE },
		{ "Sept. 26, 2020", "2020-09-26", -1, NONE },
		{ "September 26, 2020 at 10:28 AM", "2020-09-26", 628, NONE },
		{ "Saturday, September 26th, 2020 3:28 PM", "2020-09-26", 928,
		  NONE },
		{ "26 September 2020 12:05 AM", "2020-09-26", 5, NONE },
		{ "26 September 2020 12:05 pm", "2020-09-26", 725, NONE },
		{ "Sabtu, 26 September 2020 10:28 WIB", "2020-09-26", 628,
		  420 },
		{ "Sabtu, 26 September 2020 - 10:28 WIB", "2020-09-26", 628,
		  420 },
		{ "Sabtu, 26 September 2020 | 10.28 WIT", "2020-09-26", 628,
		  540 },
		{ "Sabtu, 26 September 2020 pukul 10.28 WIB", "2020-09-26", 628,
		  420 },
		{ "Sabtu 26 September 2020 \xE2\x80\x93 10:28 (WIB)",
		  "2020-09-26", 628, 420 },
		{ "detikNews - Sabtu, 26 Sep 2020 10:28 WIB", "2020-09-26", 628,
		  420 },
		{ "Diterbitkan 26 Agt 2020", "2020-08-26", -1, NONE },
		{ "Sat, 26 Sep 2020 03:28:00 GMT", "2020-09-26", 208, 0 },
		{ "Sat, 26 Sep 2020 10:28:00 +0700", "2020-09-26", 628, 420 },
		{ "26 Sep 2020 10:28 GMT+7", "2020-09-26", 628, 420 },
		{ "26 Sep 2020 10:28 UTC-03:30", "2020-09-26", 628, -210 },
		{ "20200926", "2020-09-26", -1, NONE },
		{ "20200926T102800Z", "2020-09-26", 628, 0 },
		{ "202009261028", "2020-09-26", 628, NONE },
		{ "20200926102800", "2020-09-26", 628, NONE },
		{ "1601090880", "2020-09-26", 208, 0 },
		{ "1601090880.0", "2020-09-26", 208, 0 },
		{ "1601090880123", "2020-09-26", 208, 0 },
		{ "1601090880123456", "2020-09-26", 208, 0 },
		{ "  26 September 2020\t", "2020-09-26", -1, NONE },
		/* no time, or none that a clock shows */
		{ "26/9/2020 25:00", "2020-09-26", -1, NONE },
		{ "26/9/2020 10:60", "2020-09-26", -1, NONE },
		{ "26/9/2020 10:281", "2020-09-26", -1, NONE },
		{ "26/9/2020 10:28 WAT", "2020-09-26", 628, NONE },
		{ "26/9/2020 13:28 PM", "2020-09-26", 808, NONE },
		{ "26/9/2020 1", "2020-09-26", -1, NONE },
		/* none */
		{ "", NULL, 0, 0 },
		{ "kemarin", NULL, 0, 0 },
		{ "31/2/2020", NULL, 0, 0 },
		{ "13/13/2020", NULL, 0, 0 },
		{ "26 September", NULL, 0, 0 },
		{ "September 2020", NULL, 0, 0 },
		{ "10.28.20", NULL, 0, 0 },
		{ "20201399", NULL, 0, 0 },
		{ "2020", NULL, 0, 0 },
		{ "2020-13-01", NULL, 0, 0 },
		{ "9601090880999", NULL, 0, 0 },
		{ "1601090880x", NULL, 0, 0 },
		{ "Sep 31, 2020", NULL, 0, 0 },
		{ "Sep", NULL, 0, 0 },
		{ "-", NULL, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct field_date f;
		char iso[DATE_ISO + 1];
		bool ok = field_date_read(slice_of(cases[i].text), &f);
		if (ok != (cases[i].date != NULL))
			fail_msg("\"%s\" %s", cases[i].text,
				 ok ? date_iso(f.when.date, iso) : "refused");
		if (ok && (strcmp(date_iso(f.when.date, iso), cases[i].date) ||
			   f.when.minute != cases[i].minute ||
			   f.when.zone != cases[i].zone))
			fail_msg("\"%s\": %s %d %d", cases[i].text, iso,
				 f.when.minute, f.when.zone);
	}
}

/* What else a field of numbers may mean, and its weekday. */
static void test_order(void **state)
{
	static const struct {
		const char *text, *other;
		int weekday;
		enum day_order order;
	} cases[] = {
		{ "3/5/2022", "2022-03-05", -1, ORDER_UNKNOWN },
		{ "5/5/2022", "", -1, ORDER_UNKNOWN },
		{ "26/5/2022", "", -1, ORDER_DAY },
		{ "5/26/2022 10:28", "", -1, ORDER_MONTH },
		{ "Selasa, 3/5/2022", "2022-03-05", 1, ORDER_UNKNOWN },
		{ "2022-05-26", "", -1, ORDER_UNKNOWN },
		{ "26 Mei 2022", "", -1, ORDER_UNKNOWN },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct field_date f;
		char iso[DATE_ISO + 1];
		struct slice s = slice_of(cases[i].text);
		assert_true(field_date_read(s, &f));
		assert_string_equal(date_iso(f.other, iso), cases[i].other);
		assert_int_equal(f.weekday, cases[i].weekday);
		assert_int_equal(field_order(s), cases[i].order);
	}
	assert_true(has_numbers(SLICE("26-5-2022")));
	assert_false(has_numbers(SLICE("2022-05-26")));
	assert_false(has_numbers(SLICE("Mei")));
	assert_int_equal(field_order(SLICE("")), ORDER_UNKNOWN);
	assert_int_equal(field_order(SLICE("31/31/2022")), ORDER_UNKNOWN);
}

static void test_urls(void **state)
{
	static const struct {
		const char *url, *date;
		int minute;
	} cases[] = {
		{ "https://a.id/2020/09/26/slug", "2020-09-26", -1 },
		{ "https://a.id/2020/9/6/slug", "2020-09-06", -1 },
		{ "https://a.id/2020-09-26-slug.html", "2020-09-26", -1 },
		{ "https://a.id/read/20200926/slug", "2020-09-26", -1 },
		{ "https://x.kompas.com/read/2020/09/26/10280011/slug",
		  "2020-09-26", 628 },
		{ "https://x.kompas.com/read/2020/09/26/102811/slug?page=all",
		  "2020-09-26", 628 },
		{ "https://x.kompas.com/read/2020/09/26/99280011/slug",
		  "2020-09-26", -1 },
		{ "https://a.id/2020/09/26/10280011/slug", "2020-09-26", -1 },
		{ "https://cnn.id/x/20200926102800-12-345/slug", "2020-09-26",
		  628 },
		{ "https://x.sindonews.com/read/1/2/slug-1601090880",
		  "2020-09-26", 208 },
		{ "https://x.sindonews.com/read/1/2/slug-1601090880?a=1",
		  "2020-09-26", 208 },
		/* none */
		{ "https://a.id/read/1/2/slug-1601090880", "", -1 },
		{ "https://a.id/d-8171947/slug", "", -1 },
		{ "https://a.id/slug?date=/2020/09/26/", "", -1 },
		{ "https://a.id/2020/13/26/slug", "", -1 },
		{ "https://a.id/12020/09/26/slug", "", -1 },
		{ "https://a.id/skor-2020-09-26", "", -1 },
		{ "https://a.id/20201399/slug", "", -1 },
		{ "https://a.id/2020", "", -1 },
		{ "", "", -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct moment m = { { 0 }, -1, NONE };
		char iso[DATE_ISO + 1];
		bool ok = url_date(slice_of(cases[i].url), &m);
		if (ok != (*cases[i].date != '\0') ||
		    strcmp(date_iso(m.date, iso), cases[i].date) ||
		    m.minute != cases[i].minute)
			fail_msg("%s: %s %d", cases[i].url, iso, m.minute);
	}
}

static void test_path_year(void **state)
{
	(void)state;
	assert_int_equal(path_year(SLICE("content/2020/a.txt")), 2020);
	assert_int_equal(path_year(SLICE("content/2019/2020-09/a.txt")), 2020);
	assert_int_equal(path_year(SLICE("content/a-2020.txt")), 0);
	assert_int_equal(path_year(SLICE("content/20201/2150/1850/a")), 0);
	assert_int_equal(path_year(SLICE("2020/a.txt")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_urls),
		cmocka_unit_test(test_path_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
