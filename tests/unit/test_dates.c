/*
 * test_dates.c - where the date of an article comes from.
 */
#include "loader_maker.h"

struct dated {
	const char *text, *want; /* behind the title; "" none */
};

static void check(struct maker *m, const char *text, const char *want,
		  enum date_source from)
{
	struct buf all = { 0 };
	char iso[DATE_ISO + 1];
	buf_printf(&all, "Judul\n%s\n", text);
	const struct document *doc = make(m, buf_slice(&all), false);
	if (strcmp(date_iso(doc->date, iso), want) || doc->date_from != from)
		fail_msg("%s: %s, want %s", text, iso, want);
	assert_int_equal(doc->minute, -1);
	buf_release(&all);
}

static void test_forms(void **state)
{
	static const struct dated cases[] = {
		{ "Ia pergi, Sabtu (26/9/2020).", "2020-09-26" },
		{ "Ia pergi pada Kamis (03/03/2023).", "2023-03-03" },
		{ "Rabu, 1/2/2022 pagi.", "2022-02-01" },
		{ "Kamis (16/3/23).", "2023-03-16" },
		{ "Selasa, 17 September 2019.", "2019-09-17" },
		{ "Selasa 17 Sep 2019", "2019-09-17" },
		{ "Sabtu (9 Maret 2019)", "2019-03-09" },
		{ "Minggu, 04 Feb 2018 17:40 WIB itu.", "2018-02-04" },
		{ "Minggu, 4 Pebruari 2018 itu.", "2018-02-04" },
		{ "Minggu, 4 Peb 2018 itu.", "2018-02-04" },
		{ "Jum'at (2/10/2020)", "2020-10-02" },
		{ "Jum\xE2\x80\x99"
		  "at (2/10/2020)",
		  "2020-10-02" },
		{ "Ahad (4/10/2020)", "2020-10-04" },
		{ "Rapat (10/9/2019) itu.", "2019-09-10" },
		{ "Jumat, 31 Desember 2021.", "2021-12-31" },
		{ "Sabtu, 1 Agustus 2020, Ahad (2/8/2020)", "2020-08-01" },
		{ "Senin ( 5/10/2020 )", "2020-10-05" },
		{ "Senin\xC2\xA0(5/10/2020)", "2020-10-05" },
		/* a weekday is worth more than a bracket before it */
		{ "Sejak (1/1/2000) begitu.\nKini, Sabtu (26/9/2020).",
		  "2020-09-26" },
		{ "Sejak (1/1/2000) hingga (2/2/2002).", "2000-01-01" },
		/* a slip of the outlet is passed over */
		{ "Jumat (17/3/3023), Sabtu (18/3/2023).", "2023-03-18" },
		{ "Senin (31/2/2020), Selasa (3/3/2020)", "2020-03-03" },
		/* one that contradicts its weekday only if there is no other */
		{ "Senin (12/11/2028), Kamis (3/3/2022).", "2022-03-03" },
		{ "Senin (12/11/2028), rapat (10/9/2019).", "2019-09-10" },
		{ "Senin (12/11/2028), Selasa (13/11/2028).", "2028-11-12" },
		/* two digits: this century, or the last */
		{ "Reformasi (13/5/98).", "1998-05-13" },
		/* the date line of the page is used though it is dropped */
		{ "Kamis, 24 September 2020 - 10:28 WIB\nTeks.", "2020-09-24" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check(*state, cases[i].text, cases[i].want, DATE_FROM_TEXT);
}

static void test_no_dates(void **state)
{
	static const char *const texts[] = {
		"Rabu (15/3) tanpa tahun.",
		"Pada 26 September 2020 tanpa hari: sejarah.",
		"Skor 3/4/2020 tanpa kurung.",
		"Kamis (2592025) rusak.",
		"Kamis (32/1/2020), Kamis (1/13/2020).",
		"Senin (99/99/9999)",
		"Senin, 17 Septembre 2019",
		"Kemarin sore.",
		"Sabtuan (26/9/20201)",
	};
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		check(*state, texts[i], "", DATE_FROM_NONE);
}

static void test_front_matter_wins(void **state)
{
	struct maker *m = *state;
	char iso[DATE_ISO + 1];
	struct slice in = SLICE("---\ndate: 2001-02-03T04:05:06+07:00\n---\n"
				"Judul\nSabtu (26/9/2020)\n");
	const struct document *doc = make(m, in, false);
	assert_string_equal(date_iso(doc->date, iso), "2001-02-03");
	assert_int_equal(doc->date_from, DATE_FROM_FRONT_MATTER);
	assert_int_equal(doc->minute, 4 * 60 + 5);
	/* one that is none does not */
	in = SLICE("---\ndate: kemarin\n---\nJudul\nSabtu (26/9/2020)\n");
	doc = make(m, in, false);
	assert_string_equal(date_iso(doc->date, iso), "2020-09-26");
	assert_int_equal(doc->date_from, DATE_FROM_TEXT);
	reports(m);
}

static void test_path(void **state)
{
	static const struct dated cases[] = {
		{ "content/2020/09/26/a.txt", "2020-09-26" },
		{ "content/2020-09-26-a.txt", "2020-09-26" },
		{ "content/x_2020_09_26.txt", "2020-09-26" },
		{ "content/2019/01/02/2020-09-26.txt", "2020-09-26" },
		{ "content/2020/09/a.txt", "" },
		{ "content/2020-09/26.txt", "" },
		{ "content/2020-02-30.txt", "" },
		{ "content/12020-09-26.txt", "" },
		{ "content/2020-09-261.txt", "" },
		{ "2020-09-2", "" },
		{ "", "" },
	};
	struct maker *m = *state;
	struct front_matter fm = { .minute = -1 };
	char iso[DATE_ISO + 1];
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		make(m, SLICE("Judul\nTanpa tanggal."), false);
		m->doc.source = slice_of(cases[i].text);
		find_date(&m->cleaner, &fm);
		assert_string_equal(date_iso(m->doc.date, iso), cases[i].want);
		assert_int_equal(m->doc.date_from, *cases[i].want
						       ? DATE_FROM_PATH
						       : DATE_FROM_NONE);
	}
	/* the text says it better */
	make(m, SLICE("Judul\nSabtu (26/9/2020)"), false);
	m->doc.source = SLICE("content/2021/01/01/a.txt");
	find_date(&m->cleaner, &fm);
	assert_string_equal(date_iso(m->doc.date, iso), "2020-09-26");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_no_dates),
		cmocka_unit_test(test_front_matter_wins),
		cmocka_unit_test(test_path),
	};
	return RUN_WITH_MAKER(tests);
}
