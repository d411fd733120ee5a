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

struct addressed {
	const char *url, *text, *dateline, *outlet, *blocks;
};

static void test_outlet_in_address(void **state)
{
	static const struct addressed cases[] = {
		{ "https://kabar.id/1", "KABAR, TEGAL - Petani.", "TEGAL",
		  "KABAR", "Petani." },
		{ "https://news.kabar.id/1", "Karta, KabarNews - Petani.",
		  "Karta", "KabarNews", "Petani." },
		{ "https://news.kabar.id/1",
		  "Ilustrasi. KARTA, KabarNews - Petani.", "KARTA", "KabarNews",
		  "Petani." },
		{ "https://jurnalpagi.umpama-kabar.id/1",
		  "JURNAL PAGI - Petani panen.", "", "JURNAL PAGI",
		  "Petani panen." },
		/* a known place, though the host has it, too */
		{ "https://kabartegal.id/1", "TEGAL, SLAWI - Petani.",
		  "TEGAL, SLAWI", "", "Petani." },
		{ "https://lampung.kabar.id/1", "Umpama, Lampung - Petani.",
		  "Umpama, Lampung", "", "Petani." },
		/* another host, or none: a place */
		{ "https://contoh.id/kabar", "KABAR, TEGAL - Petani.",
		  "KABAR, TEGAL", "", "Petani." },
		{ "https://contoh.id/kabar", "Karta, KabarNews - Petani.", "",
		  "", "Karta, KabarNews - Petani." },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char text[600];
		int n = snprintf(text, sizeof text,
				 "---\nurl: %s\n---\nJudul\n%s\n", cases[i].url,
				 cases[i].text);
		assert_in_range(n, 1, sizeof text - 1);
		const struct document *doc =
		    make(*state, slice_of(text), false);
		struct slice in = slice_of(cases[i].text);
		assert_said(doc->dateline, cases[i].dateline, in);
		assert_said(doc->outlet, cases[i].outlet, in);
		assert_said(say_blocks(*state, doc), cases[i].blocks, in);
	}
}

static void test_around_lead(void **state)
{
#define LEAD                                                                   \
	"Petani dari enam desa di lereng gunung itu panen raya sejak pagi "    \
	"hari, dan warga kota datang membeli cabai mereka."
	static const struct addressed cases[] = {
		{ "", "Jumat, 3 Maret 2023\nKARTA - Petani.", "KARTA", "",
		  "Petani." },
		/* no dateline below it; no day; not at the head */
		{ "", "Jumat, 3 Maret 2023\nPetani.", "", "",
		  "Jumat, 3 Maret 2023|Petani." },
		{ "", "Panen raya\nKARTA - Petani.", "", "",
		  "Panen raya|KARTA - Petani." },
		{ "", "Ya.\nJumat, 3 Maret 2023\nKARTA - Petani.", "", "",
		  "Ya.|Jumat, 3 Maret 2023|KARTA - Petani." },
		/* the first paragraph twice, some blanks lost at links */
		{ "", "KABAR.ID, KARTA-" LEAD "\nKABAR.ID, KARTA-" LEAD "\nYa.",
		  "KARTA", "KABAR.ID", LEAD "|Ya." },
		{ "",
		  "KABAR.ID, KARTA - " LEAD "\nKABAR.ID, KARTA - Petanidari"
		  " enam desa di lereng gunung itu panen raya sejak pagi "
		  "hari, dan warga kota datang membelicabai mereka.\nYa.",
		  "KARTA", "KABAR.ID", LEAD "|Ya." },
		/* without the dateline, or short, it may be meant */
		{ "", "KABAR.ID, KARTA - " LEAD "\n" LEAD "\nYa.", "KARTA",
		  "KABAR.ID", LEAD "|" LEAD "|Ya." },
		{ "", "KABAR.ID, KARTA - Ayo!\nKABAR.ID, KARTA - Ayo!\nYa.",
		  "KARTA", "KABAR.ID", "Ayo!|KABAR.ID, KARTA - Ayo!|Ya." },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char text[1200];
		int n =
		    snprintf(text, sizeof text, "Judul\n%s\n", cases[i].text);
		assert_in_range(n, 1, sizeof text - 1);
		const struct document *doc =
		    make(*state, slice_of(text), false);
		struct slice in = slice_of(cases[i].text);
		assert_said(doc->dateline, cases[i].dateline, in);
		assert_said(doc->outlet, cases[i].outlet, in);
		assert_said(say_blocks(*state, doc), cases[i].blocks, in);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_credit_before_lead),
		cmocka_unit_test(test_no_credit_before_lead),
		cmocka_unit_test(test_outlet_place_stop),
		cmocka_unit_test(test_place),
		cmocka_unit_test(test_outlet_in_address),
		cmocka_unit_test(test_around_lead),
	};
	return RUN_WITH_MAKER(tests);
}
