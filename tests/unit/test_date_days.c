/*
 * test_date_days.c - what stands around the dates of a text and tells which of
 * them is the day of the news: timetables,
 * "besok", "hari ini", "akan digelar".
 */
#include "loader_maker.h"

#include "archive/archive.h"

struct dated {
	const char *text, *want;
	enum date_why why;
};

static void check_all(struct maker *m, const struct dated *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct document *doc =
		    make(m, slice_of(cases[i].text), false);
		char iso[DATE_ISO + 1];
		if (strcmp(date_iso(doc->date, iso), cases[i].want) ||
		    doc->date_why != cases[i].why)
			fail_msg("%s: %s (%s), want %s (%s)", cases[i].text,
				 iso, date_why_text(doc->date_why),
				 cases[i].want, date_why_text(cases[i].why));
	}
}

static void test_timetables(void **state)
{
	static const struct dated cases[] = {
		/* over its items, or before each of them: days to come */
		{ "Jadwal Voli\nDibuka Rabu (23/9/2020).\nSabtu, 26 September "
		  "2020\n20.45 WIB : Tegal vs Kudus\nMinggu, 27 September "
		  "2020\n19.00 WIB : Blora vs Pati",
		  "2020-09-23", DATE_SEVERAL },
		{ "Jadwal Voli\nDibuka Rabu (23/9/2020).\nSabtu, 26 September "
		  "2020\n18.45 WIB : Tegal vs Kudus\n20.45 WIB : Blora vs Pati",
		  "2020-09-23", DATE_SEVERAL },
		{ "Jadwal Voli\nDibuka Rabu (23/9/2020). Jadwal dikutip dari "
		  "panitia Sabtu, (26/9/2020) 17.00 WIB: Final Putri 22.00 "
		  "WIB: Putra Minggu, (27/9/2020) 14.00 WIB Pesta",
		  "2020-09-23", DATE_SEVERAL },
		/* nothing else: the first of them */
		{ "Jadwal Voli\nIkuti terus.\nSabtu, 26 September 2020 20.45 "
		  "WIB : Tegal vs Kudus\nMinggu, 27 September 2020 19.00 WIB : "
		  "Blora vs Pati",
		  "2020-09-26", DATE_AHEAD },
		/* blanks are lost */
		{ "Jadwal Voli\nSimak laga ini Sabtu, 26 September 202000:25 "
		  "WIB: "
		  "Tegal vs Kudus Minggu, 27 September 202019:00 WIB: Blora "
		  "vs Pati",
		  "2020-09-26", DATE_AHEAD },
		/* one time behind one date is news */
		{ "Gempa di Tegal\nGempa itu Rabu (23/9/2020), lagi Sabtu "
		  "(26/9/2020) 10.20 WIB dan terasa di Pati.",
		  "2020-09-26", DATE_FITS },
		{ "Gempa di Tegal\nGempa itu Rabu (23/9/2020) 10.20 WIB.\n"
		  "Lagi Sabtu (26/9/2020) 10.20 WIB.\nJuga Minggu "
		  "(27/9/2020)\n12.00 WIB",
		  "2020-09-27", DATE_FITS },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

static void test_tomorrow(void **state)
{
	static const struct dated cases[] = {
		/* tomorrow was written the day before */
		{ "Cuaca Besok, Minggu 27 September 2020\nTegal cerah.",
		  "2020-09-26", DATE_TODAY },
		{ "Cuaca\nHujan turun besok hari Minggu (27/9/2020) di Tegal.",
		  "2020-09-26", DATE_TODAY },
		{ "Cuaca\nCuaca untuk hari esok Minggu 27 September 2020.",
		  "2020-09-26", DATE_TODAY },
		{ "Cuaca\nHujan turun besok malam, Minggu (27/9).\nSejak "
		  "Senin (21/9/2020) hujan.",
		  "2020-09-26", DATE_TODAY },
		/* wherever else that day is named, if nothing was said then */
		{ "Cuaca Besok, Minggu 27 September 2020\nTRIBUNNEWS.COM - "
		  "Cuaca untuk Minggu (27/9/2020).\nKamis (24/9/2020) hujan.",
		  "2020-09-26", DATE_TODAY },
		{ "Cuaca\nHujan besok, Minggu (27/9/2020).\nIa pulang, kata "
		  "Rina, Minggu (27/9/2020).",
		  "2020-09-27", DATE_SAID },
		/* the report may be of a later day */
		{ "Cuaca\nHujan besok, Minggu (27/9/2020).\nIa pulang Selasa "
		  "(29/9/2020).",
		  "2020-09-29", DATE_FITS },
		/* somebody speaks; another title; the day after that day */
		{ "Cuaca\n\"Besok, Minggu (27/9/2020), kami pulang,\" kata "
		  "Rina.",
		  "2020-09-27", DATE_AHEAD },
		{ "Cuaca\n\xE2\x80\x9C"
		  "Aman.\xE2\x80\x9D Ia pulang besok, "
		  "Minggu (27/9/2020). \xE2\x80\x9CYa, besok Senin "
		  "(28/9/2020).\xE2\x80\x9D",
		  "2020-09-26", DATE_TODAY },
		{ "Cuaca Minggu, 27 September 2020\nTegal cerah.\nBaca juga: "
		  "Cuaca Besok Minggu 27 September 2020, Tegal Cerah",
		  "2020-09-27", DATE_FITS },
		{ "Cuaca Minggu, 27 September 2020\nTegal cerah.\nBaca juga:\n"
		  "Cuaca Besok Minggu 27 September 2020, Tegal Cerah",
		  "2020-09-27", DATE_FITS },
		{ "Cuaca Minggu, 27 September 2020\nTegal cerah. Baca: Cuaca "
		  "Besok Minggu 27 September 2020, Tegal Cerah Dikutip dari "
		  "dinas itu, cuaca cerah sekali.",
		  "2020-09-27", DATE_FITS },
		{ "Cuaca\nIa pergi, dan keesokan harinya, Minggu (27/9/2020), "
		  "pulang.",
		  "2020-09-27", DATE_FITS },
		/* that day was another weekday */
		{ "Cuaca\nIa pergi besok, Senin (27/9/2020).", "2020-09-27",
		  DATE_MISFIT },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

/* The one day of a text, announced there: in doubt wherever it is named. */
static void test_announced(void **state)
{
	static const struct dated cases[] = {
		{ "Laga\nLaga akan digelar pada Sabtu, 26 September 2020.\n"
		  "Sabtu, 26 September 2020\nTegal melawan Kudus.",
		  "2020-09-26", DATE_AHEAD },
		{ "Laga\nLaga akan digelar Sabtu (26/9/2020).\nTegal siap, "
		  "kata "
		  "Rina, Sabtu (26/9/2020).",
		  "2020-09-26", DATE_SAID },
		{ "Laga\nWarga yang akan pulang naik kereta api itu, Sabtu "
		  "(26/9/2020)."
		  "\nSabtu (26/9/2020) ramai.",
		  "2020-09-26", DATE_FITS },
		{ "Laga\nLaga akan digelar Sabtu (26/9/2020).\nSabtu "
		  "(26/9/2020) ramai, Jumat (25/9/2020) sepi.",
		  "2020-09-26", DATE_FITS },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

static void test_today(void **state)
{
	static const struct dated cases[] = {
		/* the first day of the text, whatever is planned for it */
		{ "Bioskop Kudus Dibuka Hari Ini\nBioskop itu akan dibuka "
		  "Sabtu "
		  "(26/9/2020).\nIa bersih, kata Rina, Jumat (25/9/2020).",
		  "2020-09-26", DATE_TODAY },
		{ "Bioskop Kudus\nBioskop itu dibuka hari ini. Film mulai "
		  "Sabtu "
		  "(26/9/2020) pukul 10.20 WIB. Dulu, Kamis (24/9/2020) pukul "
		  "09.00 WIB, ia dicat.",
		  "2020-09-26", DATE_TODAY },
		{ "Bioskop Dibuka Malam Ini\nFilm mulai Sabtu (26/9/2020) "
		  "pukul 10.20 WIB, diulang Minggu (27/9/2020).",
		  "2020-09-26", DATE_TODAY },
		/* what was is no plan */
		{ "Bioskop Dibuka Hari Ini\nSejak Kamis (24/9/2020) dicat. "
		  "Film mulai Sabtu (26/9/2020) pukul 10.20 WIB.",
		  "2020-09-24", DATE_SEVERAL },
		/* until today; somebody speaks; far from what was said */
		{ "Bioskop Kudus\nDicat hingga hari ini, lalu dibuka. Film "
		  "mulai Sabtu (26/9/2020).\nTiket habis Jumat (25/9/2020).",
		  "2020-09-25", DATE_SEVERAL },
		{ "Bioskop Kudus\n\"Dibuka hari ini.\" Film mulai Sabtu "
		  "(26/9/2020).\nTiket habis Jumat (25/9/2020).",
		  "2020-09-25", DATE_SEVERAL },
		{ "Bioskop Dijual Hari Ini\nFilm akan mulai Sabtu "
		  "(26/9/2020).\nIa mahal, kata Rina, Kamis (10/9/2020).",
		  "2020-09-10", DATE_SAID },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_timetables),
		cmocka_unit_test(test_tomorrow),
		cmocka_unit_test(test_announced),
		cmocka_unit_test(test_today),
	};
	return RUN_WITH_MAKER(tests);
}
