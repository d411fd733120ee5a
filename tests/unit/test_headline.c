/*
 * test_headline.c - a headline at the head of the body, before dateline or
 * credit: parted off, and dropped if it is the title.
 */
#include "loader_maker.h"

struct headed {
	const char *text; /* title line and body */
	const char *dateline, *byline, *blocks;
};

static void check_all(struct maker *m, const struct headed *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct slice in = slice_of(cases[i].text);
		const struct document *doc = make(m, in, false);
		assert_true(m->has_article);
		assert_said(doc->dateline, cases[i].dateline, in);
		assert_said(doc->byline, cases[i].byline, in);
		assert_said(say_blocks(m, doc), cases[i].blocks, in);
	}
}

static void test_title(void **state)
{
	static const struct headed cases[] = {
		{ "Tiga Kebun Karta Panen, Petani Senang\n"
		  "Tiga Kebun Karta Pane. Petani Senan. KABAR6.COM - Petani.",
		  "", "", "Petani." },
		/* most of the words */
		{ "Tiga Kebun di Karta Panen Raya, Petani Senang\n"
		  "3 Kebun Karta Panen Ray. Petani Ikut Senan. "
		  "KABAR6.CO. KARTA - Petani.",
		  "KARTA", "", "Petani." },
		{ "Tiga Kebun Karta Panen, Petani Senang\n"
		  "Tiga Kebun Karta Pane. Petani Senan. Laporan Wartawan "
		  "Kabar6.co. Rina Conto. KABAR6.CO. KARTA - Petani.",
		  "KARTA", "Rina Conto", "Petani." },
		{ "Tiga Kebun Karta Panen, Petani Senang\n"
		  "Tiga Kebun Karta Pane. Petani Senan. Rina Contoh/ Kabar6.co."
		  " KABAR6.CO. KARTA \xE2\x80\x93 Petani.",
		  "KARTA", "Rina Contoh", "Petani." },
		/* prose, but the title */
		{ "Petani Kebun Karta senang karena panen raya tiba\n"
		  "Petani kebun Karta senang karena panen raya tiba. "
		  "KABAR6.COM - Warga.",
		  "", "", "Warga." },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

static void test_other_headline(void **state)
{
	static const struct headed cases[] = {
		{ "Tiga Kebun Karta Panen, Petani Senang\n"
		  "Harga Cabai di Pasar Legi Turun. KABAR6.COM - Petani.",
		  "", "", "Harga Cabai di Pasar Legi Turun.|Petani." },
		{ "Tiga Kebun Karta Panen, Petani Senang\n"
		  "Harga Cabai di Pasar Legi Turun! Laporan Wartawan "
		  "Kabar6.co. Rina Conto. KABAR6.CO. KARTA - Petani.\nWarga.",
		  "KARTA", "Rina Conto",
		  "Harga Cabai di Pasar Legi Turun!|Petani.|Warga." },
	};
	check_all(*state, cases, COUNT_OF(cases));
}

static void test_what_stays(void **state)
{
	static const struct headed cases[] = {
		/* a standfirst in prose */
		{ "Judul\nHarga cabai di pasar turun tajam. KABAR6.COM - Ya.",
		  "", "",
		  "Harga cabai di pasar turun tajam. KABAR6.COM - Ya." },
		/* within a sentence */
		{ "Judul\nHarga Cabai Turun, dikutip dari KABAR6.COM - Ya.", "",
		  "", "Harga Cabai Turun, dikutip dari KABAR6.COM - Ya." },
		/* no headline: too short */
		{ "Judul\nHarga Cabai Turun. KABAR6.COM - Ya.", "", "",
		  "Harga Cabai Turun. KABAR6.COM - Ya." },
		/* an outlet not in capitals; none with a dash; a place */
		{ "Judul\nHarga Cabai di Pasar Legi Turun. Kabar6.com - Ya.",
		  "", "", "Harga Cabai di Pasar Legi Turun. Kabar6.com - Ya." },
		{ "Judul\nHarga Cabai di Pasar Legi Turun. KABAR6.COM, Ya.", "",
		  "", "Harga Cabai di Pasar Legi Turun. KABAR6.COM, Ya." },
		{ "Judul\nHarga Cabai di Pasar Legi Turun. KARTA - Ya.", "", "",
		  "Harga Cabai di Pasar Legi Turun. KARTA - Ya." },
		/* a dateline is there already */
		{ "Judul\nTEGAL - Harga Cabai Pasar Legi Turun. KABAR6.COM - "
		  "Ya.",
		  "TEGAL", "",
		  "Harga Cabai Pasar Legi Turun. KABAR6.COM - Ya." },
		{ "Judul\nLaporan Wartawan Kabar6.co. Rina Conto. "
		  "KABAR6.CO. KARTA - Petani.",
		  "KARTA", "Rina Conto", "Petani." },
	};
	struct maker *m = *state;
	check_all(m, cases, COUNT_OF(cases));
	/* Markdown is written, not scraped */
	struct slice in =
	    SLICE("# Harga Cabai di Karta Turun\n\n"
		  "Harga Cabai di Karta Turun. KABAR6.COM - Ya.\n");
	assert_said(say_blocks(m, make(m, in, true)),
		    "Harga Cabai di Karta Turun. KABAR6.COM - Ya.", in);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_title),
		cmocka_unit_test(test_other_headline),
		cmocka_unit_test(test_what_stays),
	};
	return RUN_WITH_MAKER(tests);
}
