/*
 * test_leads.c - credits, datelines and what else stands before the first
 * words of a text. Each body has a second line, so that a lead is what it is.
 */
#include "loader_maker.h"

struct lead {
	const char *text; /* the first line of the body */
	const char *dateline, *byline, *first;
};

static void check_all(struct maker *m, const struct lead *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct lead *l = &cases[i];
		char text[2000];
		int n = snprintf(text, sizeof text,
				 "Judul yang Lain\n%s\nWarga datang.", l->text);
		assert_in_range(n, 1, sizeof text - 1);
		const struct document *doc = make(m, slice_of(text), false);
		struct slice in = slice_of(l->text);
		assert_true(m->has_article);
		assert_said(doc->dateline, l->dateline, in);
		assert_said(doc->byline, l->byline, in);
		assert_true(doc->body.block_count > 0);
		assert_said(doc->body.blocks[0].text, l->first, in);
	}
}

static void test_credit_before_lead(void **state)
{
	static const struct lead cases[] = {
		{ "Reporter: Rina Contoh | Editor: Budi Umpama KABAR.CO.ID - "
		  "KARTA. Petani panen.",
		  "KARTA", "Rina Contoh", "Petani panen." },
		{ "Reporter: Rina Contoh, Wati | Editor: Maria Sri Umpama Dewi "
		  "KABAR.CO.ID-KARTA. Petani panen.",
		  "KARTA", "Rina Contoh, Wati", "Petani panen." },
		{ "Penulis: Rina | Editor: Budi Kabar.com, Karta \xE2\x80\x93 "
		  "Petani panen.",
		  "Karta", "Rina", "Petani panen." },
		{ "Penulis: Rina | Editor: Budi\nKABAR.CO.ID - Petani panen.",
		  "", "Rina", "Petani panen." },
		{ "Penulis : Rina Contoh - Editor : A Budi\nPetani panen.", "",
		  "Rina Contoh", "Petani panen." },
		/* a source wrote nothing here */
		{ "Sumber: Kantor Berita,Harian | Editor: Budi KABAR.CO.ID - "
		  "KARTA. Petani panen.",
		  "KARTA", "", "Petani panen." },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

static void test_no_credit_before_lead(void **state)
{
	static const struct lead cases[] = {
		/* no outlet behind it: a job, or words of the text */
		{ "Reporter: Rina Contoh | Editor: Budi Umpama adalah judul.",
		  "", "",
		  "Reporter: Rina Contoh | Editor: Budi Umpama adalah judul." },
		{ "Editor: Budi Umpama KABAR.CO.ID - KARTA. Petani panen.", "",
		  "",
		  "Editor: Budi Umpama KABAR.CO.ID - KARTA. Petani panen." },
		{ "Sumber: air dan api | Editor: kata itu KABAR.CO.ID - Ya.",
		  "", "",
		  "Sumber: air dan api | Editor: kata itu KABAR.CO.ID - Ya." },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

static void test_outlet_place_stop(void **state)
{
	static const struct lead cases[] = {
		{ "KABAR.CO.ID \xE2\x80\x93 KARTA. Petani panen.", "KARTA", "",
		  "Petani panen." },
		{ "KABAR.CO.ID -\xC2\xA0KARTA BARU . Petani panen.",
		  "KARTA BARU", "", "Petani panen." },
		{ "KABAR.CO.ID - KARTA / UMPAMA SARI/CONTOH, Lampung. Petani.",
		  "KARTA / UMPAMA SARI/CONTOH, Lampung", "", "Petani." },
		/* no further than the first stop */
		{ "KABAR.CO.ID - KARTA. Umpama Inc. panen.", "KARTA", "",
		  "Umpama Inc. panen." },
		{ "Kabar.co.id - Tegal. Petani panen.", "Tegal", "",
		  "Petani panen." },
		/* no stop: only places that are known */
		{ "KABAR.CO.ID-TEGAL Sejak lama petani panen.", "TEGAL", "",
		  "Sejak lama petani panen." },
		{ "KABAR.CO.ID-KARTA Sejak lama petani panen.", "", "",
		  "KARTA Sejak lama petani panen." },
		{ "KABAR.CO.ID - VIRAL. Petani panen.", "", "",
		  "VIRAL. Petani panen." },
		{ "KABAR.CO.ID - PT. Umpama panen.", "", "",
		  "PT. Umpama panen." },
		{ "Kabar.co.id - Petani. Mereka panen.", "", "",
		  "Petani. Mereka panen." },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

static void test_place(void **state)
{
	static const struct lead cases[] = {
		{ "Umpama Sari , Lampung \xE2\x80\x93 Petani panen.",
		  "Umpama Sari, Lampung", "", "Petani panen." },
		{ "Contoh, Jawa Tengah - Petani panen.", "Contoh, Jawa Tengah",
		  "", "Petani panen." },
		{ "Contoh, Jawa Tengah - Umpama, Jawa Timur macet.", "", "",
		  "Contoh, Jawa Tengah - Umpama, Jawa Timur macet." },
		{ "Tegal: Petani dari enam desa di lereng gunung itu panen "
		  "raya sejak pagi hari.",
		  "Tegal", "",
		  "Petani dari enam desa di lereng gunung itu panen raya sejak "
		  "pagi hari." },
		/* a list; no known place */
		{ "Tegal: Hujan ringan.", "", "", "Tegal: Hujan ringan." },
		{ "Persiku: Petani dari enam desa di lereng gunung itu panen "
		  "raya sejak pagi hari.",
		  "", "",
		  "Persiku: Petani dari enam desa di lereng gunung itu panen "
		  "raya sejak pagi hari." },
		{ "Tegal\xE2\x80\x93Pemerintah Kota panen.", "Tegal", "",
		  "Pemerintah Kota panen." },
		{ "Tegal\xE2\x80\x93Umpama macet.", "", "",
		  "Tegal\xE2\x80\x93Umpama macet." },
		{ "Umpama Sari (Kabar.co)\xE2\x80\x94\nPetani panen.",
		  "Umpama Sari", "", "Petani panen." },
		{ "TEGAL (KABU) - Petani panen.", "TEGAL", "",
		  "Petani panen." },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_credit_before_lead),
		cmocka_unit_test(test_no_credit_before_lead),
		cmocka_unit_test(test_outlet_place_stop),
		cmocka_unit_test(test_place),
	};
	return RUN_WITH_MAKER(tests);
}
