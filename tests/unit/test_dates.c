/*
 * test_dates.c - where the date of an article comes from, and how far it is
 * believed.
 */
#include "loader_maker.h"

#include "archive/archive.h"

struct dated {
	const char *text, *want; /* behind the title; "" none */
	enum date_why why;
};

/* Fails with the text if its date, its time or its reason differ. */
static void check_doc(const struct document *doc, const struct dated *of,
		      enum date_source from, int minute)
{
	char iso[DATE_ISO + 1];
	if (strcmp(date_iso(doc->date, iso), of->want) ||
	    doc->date_from != from || doc->minute != minute ||
	    doc->date_why != of->why)
		fail_msg("%s: %s (%s, %d, %s), want %s (%s)", of->text, iso,
			 date_source_name(doc->date_from), doc->minute,
			 date_why_text(doc->date_why), of->want,
			 date_why_text(of->why));
}

static const struct document *make_text(struct maker *m, const char *text)
{
	struct buf all = { 0 };
	buf_printf(&all, "Judul\n%s\n", text);
	const struct document *doc = make(m, buf_slice(&all), false);
	buf_release(&all);
	return doc;
}

static void check_all(struct maker *m, const struct dated *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check_doc(make_text(m, cases[i].text), &cases[i],
			  *cases[i].want ? DATE_FROM_TEXT : DATE_FROM_NONE, -1);
}

static void test_forms(void **state)
{
	static const struct dated cases[] = {
		{ "Ia pergi, Sabtu (26/9/2020).", "2020-09-26", DATE_FITS },
		{ "Ia pergi pada Jumat (03/03/2023).", "2023-03-03",
		  DATE_FITS },
		{ "Selasa, 1/2/2022 pagi.", "2022-02-01", DATE_FITS },
		{ "Kamis (16/3/23).", "2023-03-16", DATE_FITS },
		{ "Selasa, 17 September 2019.", "2019-09-17", DATE_FITS },
		{ "Selasa 17 Sep 2019 itu", "2019-09-17", DATE_FITS },
		{ "Sabtu (9 Maret 2019) itu", "2019-03-09", DATE_FITS },
		{ "(Sabtu, 9/3/2019) itu", "2019-03-09", DATE_FITS },
		{ "Minggu, 4 Pebruari 2018 itu.", "2018-02-04", DATE_FITS },
		{ "Minggu, 4 Peb 2018 itu.", "2018-02-04", DATE_FITS },
		{ "Rabu, 5 Agt 2020 itu", "2020-08-05", DATE_FITS },
		{ "Rabu, 5 Ags 2020 itu", "2020-08-05", DATE_FITS },
		{ "Rabu, 5 Agust. 2020 itu", "2020-08-05", DATE_FITS },
		{ "Kamis, 12 Nop 2020 itu", "2020-11-12", DATE_FITS },
		{ "Kamis, 12 Nopember 2020 itu", "2020-11-12", DATE_FITS },
		{ "Rabu, 2 Sept 2020 itu", "2020-09-02", DATE_FITS },
		{ "KAMIS, 24 DESEMBER 2020 itu", "2020-12-24", DATE_FITS },
		{ "on Saturday, 26 September 2020 itu", "2020-09-26",
		  DATE_FITS },
		{ "Sat, 26 Dec 2020 itu", "2020-12-26", DATE_FITS },
		{ "Jum'at (2/10/2020) itu", "2020-10-02", DATE_FITS },
		{ "Jum\xE2\x80\x99"
		  "at (2/10/2020)",
		  "2020-10-02", DATE_FITS },
		{ "Ahad (4/10/2020) itu", "2020-10-04", DATE_FITS },
		{ "Senin ( 5/10/2020 )", "2020-10-05", DATE_FITS },
		{ "Senin(5/10/2020) itu", "2020-10-05", DATE_FITS },
		{ "Senin\xC2\xA0(5/10/2020) itu", "2020-10-05", DATE_FITS },
		{ "Senin malam (5/10/2020) itu", "2020-10-05", DATE_FITS },
		{ "Senin dini hari, 5 Oktober 2020 itu", "2020-10-05",
		  DATE_FITS },
		{ "Senin (5-10-2020) itu", "2020-10-05", DATE_FITS },
		{ "Senin (5.10.2020) itu", "2020-10-05", DATE_FITS },
		{ "Minggu, 04 Feb 2018 17:40 WIB itu.", "2018-02-04",
		  DATE_FITS },
		/* said, which is the day of the report */
		{ "\"Aman,\" kata Rina, Sabtu (26/9/2020).", "2020-09-26",
		  DATE_SAID },
		{ "\"Akan aman,\" ujar Rina di Serang, Sabtu (26/9/2020).",
		  "2020-09-26", DATE_SAID },
		/* without a weekday */
		{ "Rapat (10/9/2019) itu.", "2019-09-10", DATE_NO_WEEKDAY },
		{ "Reformasi (13/5/98).", "1998-05-13", DATE_NO_WEEKDAY },
		{ "Menurut keterangan tertulis, 17 Maret 2023.", "2023-03-17",
		  DATE_NO_WEEKDAY },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

static void test_false_friends(void **state)
{
	static const char *const texts[] = {
		"Pada 26 September 2020 tanpa hari: sejarah.",
		"Skor 3/4/2020 tanpa kurung.",
		"Babak 1/2 final Sabtu malam, menang 3-1.",
		"Sabtu 1/2 final, Minggu 3/4 jadi.",
		"Buka 24/7, telepon 021-5551234 atau 0812/345/6789.",
		"UU No 11/2020, Pasal 27/2 dan Perpu (2/2022).",
		"Senin (10/2022), Rabu (15/13), Kamis (0/3), Jumat (1/0).",
		"Kamis (32/1/2020), Kamis (1/13/2020).",
		"Senin (99/99/9999)",
		"Senin (31/2/2020)",
		"Senin, 17 Septembre 2019",
		"Kemarin sore.",
		"Sabtuan (26/9/20201)",
		"Kami (16/3/2023x), Kamis 16/3/2023/7, Kamis 1.16/3/2023.",
		"Rp 26/9/2020,5 naik 2,5/3/2020",
		"Kamis (25920251) dan Kamis (259225)",
		"Minggu 12 Mei", /* a weekday, and no year anywhere */
		"Pukul 10.28.00 Sabtu",
		"Sabtu 10.28.20",
		"(Jumat (26/9",
		"26 Sep",
		"/26/9/2020",
		"2020",
		"1/",
		"Sabtu (",
	};
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		const struct document *doc = make_text(*state, texts[i]);
		if (date_known(doc->date) || doc->date_from != DATE_FROM_NONE)
			fail_msg("%s: line %u \"%.*s\"", texts[i],
				 doc->date_line, SLICE_ARG(doc->date_words));
	}
}

static void test_choice(void **state)
{
	static const struct dated cases[] = {
		/* a weekday is worth more than a bracket before it */
		{ "Sejak (1/1/2000) begitu.\nKini, Sabtu (26/9/2020).",
		  "2020-09-26", DATE_FITS },
		/* the latest: what was before is told as well */
		{ "Sabtu, 1 Agustus 2020, Ahad (2/8/2020)", "2020-08-02",
		  DATE_FITS },
		{ "Ia diperiksa Rabu (23/9/2020).\nIa bebas, kata Rina, Sabtu "
		  "(26/9/2020).",
		  "2020-09-26", DATE_SAID },
		{ "Kata Rina, Sabtu (26/9/2020). Ia diperiksa Rabu "
		  "(23/9/2020).",
		  "2020-09-26", DATE_SAID },
		/* but not what is still to come */
		{ "Kata Rina, Sabtu (26/9/2020).\nLaga akan digelar Sabtu "
		  "(17/10/2020).",
		  "2020-09-26", DATE_SAID },
		{ "Kata Rina, Sabtu (26/9/2020). Laga Sabtu (17/10/2020) "
		  "mendatang.",
		  "2020-09-26", DATE_SAID },
		/* today is the day of the report, whatever is planned for it */
		{ "Laga akan digelar Sabtu (26/9/2020) malam ini. Ia datang "
		  "Rabu (23/9/2020).",
		  "2020-09-26", DATE_SAID },
		{ "Laga akan digelar hari ini, Sabtu (26/9/2020). Ia datang "
		  "Rabu (23/9/2020).",
		  "2020-09-26", DATE_SAID },
		{ "Laga akan digelar Sabtu (26/9/2020) tahun ini. Ia datang "
		  "Rabu (23/9/2020).",
		  "2020-09-23", DATE_SEVERAL },
		{ "Laga dijadwalkan Rabu (30/9/2020). Tiket habis Sabtu "
		  "(26/9/2020).",
		  "2020-09-26", DATE_SEVERAL },
		/* nothing else: the first of those to come */
		{ "Laga akan digelar Sabtu (17/10/2020) dan Rabu (14/10/2020).",
		  "2020-10-14", DATE_AHEAD },
		/* what is not to come is long ago: background */
		{ "Laga akan digelar Sabtu (17/10/2020). Dulu Kamis "
		  "(19/1/2017).",
		  "2020-10-17", DATE_AHEAD },
		/* many days, and any could be it */
		{ "Senin (5/10/2020), Selasa (6/10/2020), Rabu (7/10/2020), "
		  "Kamis (8/10/2020).",
		  "2020-10-08", DATE_SEVERAL },
		{ "Sejak (1/1/2000) hingga (2/2/2002).", "2000-01-01",
		  DATE_NO_WEEKDAY },
		/* history, not news */
		{ "Ia lahir di Tegal (7/4/1961).", "", DATE_NOTHING },
		{ "Kata Rina (26/9/2020), ia lahir (7/4/1961).", "2020-09-26",
		  DATE_NO_WEEKDAY },
		{ "Naskah Jumat (7/4/1961) itu.", "1961-04-07", DATE_FITS },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

static void test_slips(void **state)
{
	static const struct dated cases[] = {
		/* passed over if there is another */
		{ "Jumat (17/3/3023), Sabtu (18/3/2023).", "2023-03-18",
		  DATE_FITS },
		{ "Senin (31/2/2020), Selasa (3/3/2020)", "2020-03-03",
		  DATE_FITS },
		{ "Senin (12/11/2028), Kamis (3/3/2022).", "2022-03-03",
		  DATE_FITS },
		{ "Senin (12/11/2028), rapat (10/9/2019).", "2019-09-10",
		  DATE_NO_WEEKDAY },
		/* mended: of the years one digit off only 2023 begins so */
		{ "Jumat (17/3/3023).", "2023-03-17", DATE_SLIP },
		{ "Senin (17/3/3023).", "", DATE_NOTHING },
		/* as it stands if there is nothing else */
		{ "Senin (12/11/2028), Selasa (13/11/2028).", "2028-11-12",
		  DATE_MISFIT },
	};
	check_all(*state, cases, COUNT_OF(cases));
	reports(*state);
}

static void test_lost_slashes(void **state)
{
	static const struct dated cases[] = {
		{ "Kamis (2592025) itu.", "2025-09-25", DATE_FITS },
		{ "Kamis (1122021) itu.", "2021-02-11",
		  DATE_FITS }, /* not 1/12 */
		{ "Jumat (24102025) itu.", "2025-10-24", DATE_FITS },
		{ "Senin (01092025) itu.", "2025-09-01", DATE_FITS },
		{ "Kamis (442024) itu.", "2024-04-04", DATE_FITS },
		{ "Jumat (2592025) itu.", "", DATE_NOTHING },
		/* 1 November and 11 January were both Saturdays */
		{ "Sabtu (1112025) itu.", "", DATE_TWO_DAYS },
		{ "Sabtu (1112025). Kamis (30102025).", "2025-11-01",
		  DATE_FITS },
		{ "Sabtu (1112025). Jumat (10/1/2025).", "2025-01-11",
		  DATE_FITS },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

static void test_without_year(void **state)
{
	static const struct dated cases[] = {
		{ "Rabu (15/3) tanpa tahun.", "", DATE_NO_YEAR },
		{ "Rabu, 15 Maret tanpa tahun.", "", DATE_NO_YEAR },
		/* another date near it has the year */
		{ "Rabu (15/3), sejak Kamis (9/3/2023).", "2023-03-15",
		  DATE_FITS },
		{ "Senin (2/1), sejak Jumat (30/12/2022).", "2023-01-02",
		  DATE_FITS },
		{ "Rabu (15/3), sejak Kamis (7/3/2019).", "2019-03-07",
		  DATE_FITS },
		/* the text names the year, and the weekday fits in it */
		{ "Kata Rina, Rabu (15/3). Sejak awal 2023.", "2023-03-15",
		  DATE_SAID },
		{ "Rabu (15/3). Sejak 2017 hingga 2022.", "2017-03-15",
		  DATE_YEAR_DEDUCED },
		{ "Rabu (15/3). Sejak 2021 atau 2022.", "", DATE_NO_YEAR },
		{ "Rabu (15/3). Sejak 1961 atau 1978.", "", DATE_NO_YEAR },
		{ "Rabu (15/3). Rp 20232 atau 12023.", "", DATE_NO_YEAR },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

/* A line that is nothing but a date, and its time in the site's zone. */
static void test_page_line(void **state)
{
	static const struct {
		struct dated of;
		int minute;
	} cases[] = {
		{ { "Kamis, 24 September 2020 - 10:28 WIB\nSabtu (26/9/2020).",
		    "2020-09-24", DATE_PAGE },
		  628 },
		{ { "Kompas.com - 13/05/2024, 05:28 WIB\nTeks.", "2024-05-13",
		    DATE_PAGE },
		  328 },
		{ { "30 Sep 2025 20:28 WIB\nTeks.", "2025-09-30", DATE_PAGE },
		  1228 },
		{ { "Rina Sari\ndetikNews\nMinggu, 04 Feb 2018 17:40 WIB\nTeks",
		    "2018-02-04", DATE_PAGE },
		  1060 },
		{ { "Sabtu, 26/9/2020 09.36 WITA\nTeks.", "2020-09-26",
		    DATE_PAGE },
		  8 * 60 + 36 },
		{ { "Sabtu, 26/9/2020 | 00:30 WIT\nTeks.", "2020-09-25",
		    DATE_PAGE },
		  22 * 60 + 30 },
		{ { "Sabtu, 26 September 2020\nTeks.", "2020-09-26",
		    DATE_PAGE },
		  -1 },
		/* of what is to come, behind a sentence */
		{ { "Rina menunggu laga itu.\nWaktu: Sabtu, 25 November "
		    "2023, 19.30 WIB",
		    "2023-11-25", DATE_FITS },
		  -1 },
		/* no date line: prose before it, words on it, another day */
		{ { "Teks.\nSabtu, 26 September 2020\nTeks.", "2020-09-26",
		    DATE_FITS },
		  -1 },
		{ { "Sabtu, 26 September 2020 10:28 WIB laga itu.\nTeks.",
		    "2020-09-26", DATE_FITS },
		  -1 },
		{ { "Minggu, 26 September 2020 10:28 WIB\nTeks.", "2020-09-26",
		    DATE_MISFIT },
		  -1 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check_doc(make_text(*state, cases[i].of.text), &cases[i].of,
			  DATE_FROM_TEXT, cases[i].minute);
	reports(*state);
}

static void test_explained(void **state)
{
	const struct document *doc =
	    make_text(*state, "Teks.\nKata Rina, Sabtu (26/9/2020).\n"
			      "Juga Sabtu, 26 September 2020.");
	assert_int_equal(doc->date_line, 3);
	assert_int_equal(doc->date_times, 2);
	assert_true(slice_eq(doc->date_words, SLICE("Sabtu (26/9/2020)")));
	assert_int_equal(date_confidence(doc->date_why), CONFIDENCE_LIKELY);
	assert_int_equal(date_confidence(DATE_NO_YEAR), CONFIDENCE_NONE);
	assert_int_equal(date_confidence(DATE_GIVEN), CONFIDENCE_SURE);
	assert_int_equal(date_confidence(DATE_PAGE), CONFIDENCE_SURE);
	assert_int_equal(date_confidence(DATE_IN_PATH), CONFIDENCE_LIKELY);
	assert_int_equal(date_confidence(DATE_SEVERAL), CONFIDENCE_DOUBTFUL);
	assert_int_equal(date_confidence(DATE_CONTRADICTED),
			 CONFIDENCE_DOUBTFUL);
}

static void test_front_matter_wins(void **state)
{
	static const struct {
		const char *yaml;
		struct dated of; /* text: behind the front matter */
		enum date_source from;
		int minute;
		const char *said; /* NULL: nothing */
	} cases[] = {
		{ "date: 2020-09-25T04:05:06+07:00",
		  { "Sabtu (26/9/2020)", "2020-09-25", DATE_GIVEN },
		  DATE_FROM_FRONT_MATTER,
		  245,
		  NULL },
		{ "date: 2020-09-25T23:30:00Z",
		  { "Teks", "2020-09-26", DATE_GIVEN },
		  DATE_FROM_FRONT_MATTER,
		  390,
		  NULL },
		/* one that is none does not */
		{ "date: kemarin",
		  { "Sabtu (26/9/2020)", "2020-09-26", DATE_FITS },
		  DATE_FROM_TEXT,
		  -1,
		  "is no date of the calendar" },
		/* an address does if nothing is given */
		{ "url: https://a.id/2020/09/25/x",
		  { "Sabtu (26/9/2020)", "2020-09-25", DATE_ADDRESS },
		  DATE_FROM_FIELD,
		  -1,
		  NULL },
		/* contradictions are said, and change nothing */
		{ "date: 2020-09-25\nurl: https://a.id/2020/09/24/x",
		  { "Teks", "2020-09-25", DATE_GIVEN },
		  DATE_FROM_FRONT_MATTER,
		  -1,
		  NULL },
		{ "date: 2020-09-25\nurl: https://a.id/2020/09/23/x",
		  { "Teks", "2020-09-25", DATE_CONTRADICTED },
		  DATE_FROM_FRONT_MATTER,
		  -1,
		  "its url has 2020-09-23" },
		{ "date: 2020-08-01",
		  { "Kata Rina, Sabtu (26/9/2020)", "2020-08-01",
		    DATE_CONTRADICTED },
		  DATE_FROM_FRONT_MATTER,
		  -1,
		  "tells of what was said on Sabtu (26/9/2020)" },
		{ "date: 2020-09-01",
		  { "Kata Rina, Sabtu (26/9/2020)", "2020-09-01", DATE_GIVEN },
		  DATE_FROM_FRONT_MATTER,
		  -1,
		  NULL },
		/* the year of a day without one */
		{ "url: https://a.id/2020/09/x",
		  { "Rabu (15/3) 2023", "2023-03-15", DATE_FITS },
		  DATE_FROM_TEXT,
		  -1,
		  NULL },
	};
	struct maker *m = *state;
	reports(m);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct buf all = { 0 };
		buf_printf(&all, "---\n%s\n---\nJudul\n%s\n", cases[i].yaml,
			   cases[i].of.text);
		const struct document *doc = make(m, buf_slice(&all), false);
		check_doc(doc, &cases[i].of, cases[i].from, cases[i].minute);
		if (cases[i].said)
			assert_reported(m, cases[i].said);
		else
			assert_nothing_reported(m);
		buf_release(&all);
	}
}

static void test_path(void **state)
{
	static const struct dated cases[] = {
		{ "content/2020/09/26/a.txt", "2020-09-26", DATE_IN_PATH },
		{ "content/2020-09-26-a.txt", "2020-09-26", DATE_IN_PATH },
		{ "content/x_2020_09_26.txt", "2020-09-26", DATE_IN_PATH },
		{ "content/20200926-a.txt", "2020-09-26", DATE_IN_PATH },
		{ "content/2019/01/02/2020-09-26.txt", "2020-09-26",
		  DATE_IN_PATH },
		{ "content/2020/09/a.txt", "", DATE_NOTHING },
		{ "content/2020-09/26.txt", "", DATE_NOTHING },
		{ "content/2020-02-30.txt", "", DATE_NOTHING },
		{ "content/12020-09-26.txt", "", DATE_NOTHING },
		{ "content/2020-09-261.txt", "", DATE_NOTHING },
		{ "content/20201399.txt", "", DATE_NOTHING },
		{ "2020-09-2", "", DATE_NOTHING },
		{ "", "", DATE_NOTHING },
	};
	struct maker *m = *state;
	struct front_matter fm = { .minute = -1 };
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		make(m, SLICE("Judul\nTanpa tanggal."), false);
		m->doc.source = slice_of(cases[i].text);
		find_date(&m->cleaner, &fm);
		check_doc(&m->doc, &cases[i],
			  *cases[i].want ? DATE_FROM_PATH : DATE_FROM_NONE, -1);
	}
}

static void test_path_against_text(void **state)
{
	static const struct {
		const char *path;
		struct dated of;
		enum date_source from;
	} cases[] = {
		/* the text says it better with a weekday, else worse */
		{ "content/2021/01/01/a.txt",
		  { "Sabtu (26/9/2020)", "2020-09-26", DATE_FITS },
		  DATE_FROM_TEXT },
		{ "content/2021/01/01/a.txt",
		  { "Rapat (26/9/2020)", "2021-01-01", DATE_IN_PATH },
		  DATE_FROM_PATH },
		/* a folder tells the year */
		{ "content/2023/a.txt",
		  { "Rabu (15/3)", "2023-03-15", DATE_FITS },
		  DATE_FROM_TEXT },
		{ "content/2022/a.txt",
		  { "Rabu (15/3)", "", DATE_NO_YEAR },
		  DATE_FROM_NONE },
	};
	struct maker *m = *state;
	struct front_matter fm = { .minute = -1 };
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		make_text(m, cases[i].of.text);
		m->doc.source = slice_of(cases[i].path);
		m->doc.date = (struct date){ 0 };
		find_date(&m->cleaner, &fm);
		check_doc(&m->doc, &cases[i].of, cases[i].from, -1);
	}
}

/* More dates than are kept, and digits without end. */
static void test_much(void **state)
{
	struct maker *m = *state;
	struct buf text = { 0 };
	char iso[DATE_ISO + 1];
	buf_add(&text, SLICE("Judul\nSabtu (26/9/2020)"));
	for (int i = 0; i < 20000; i++)
		buf_add(&text, SLICE(" Sabtu (26/9/2020), 1/2/3/4 ("));
	for (int i = 0; i < 200000; i++)
		buf_add(&text, SLICE("7 "));
	const struct document *doc = make(m, buf_slice(&text), false);
	assert_string_equal(date_iso(doc->date, iso), "2020-09-26");
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_false_friends),
		cmocka_unit_test(test_choice),
		cmocka_unit_test(test_slips),
		cmocka_unit_test(test_lost_slashes),
		cmocka_unit_test(test_without_year),
		cmocka_unit_test(test_page_line),
		cmocka_unit_test(test_explained),
		cmocka_unit_test(test_front_matter_wins),
		cmocka_unit_test(test_path),
		cmocka_unit_test(test_path_against_text),
		cmocka_unit_test(test_much),
	};
	return RUN_WITH_MAKER(tests);
}
