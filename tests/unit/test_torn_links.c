/*
 * test_torn_links.c - sentences torn at their links, and the labels with names
 * and tags below the text; and lines that only begin as such do.
 */
#include "loader_maker.h"

struct given {
	const char *text, *blocks;
};

static void check(struct maker *m, const struct given *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buf text = { 0 };
		buf_printf(&text, "Judul\n%s\n", cases[i].text);
		const struct document *doc = make(m, buf_slice(&text), false);
		assert_said(say_blocks(m, doc), cases[i].blocks,
			    slice_of(cases[i].text));
		buf_release(&text);
	}
}

static void test_torn_at_links(void **state)
{
	static const struct given cases[] = {
		{ "Kepala Badan Bencana (\nBPBD\n), Rina, pulang.",
		  "Kepala Badan Bencana (BPBD), Rina, pulang." },
		{ "Ia ke Tegal\n, lalu pulang\n. Kami diam.",
		  "Ia ke Tegal, lalu pulang. Kami diam." },
		/* the brackets are whole; a number; blank lines; a mark */
		{ "Syaratnya:\n) sehat\n) muda", "Syaratnya:|) sehat|) muda" },
		{ "Domain itu\n.id\n...\n.5", "Domain itu|.id|...|.5" },
		{ "Kepala Badan\n\n, Rina.", "Kepala Badan|, Rina." },
		{ "Satu (dua) tiga.\n) empat", "Satu (dua) tiga.|) empat" },
	};
	check(*state, cases, COUNT_OF(cases));
}

static void test_dateline(void **state)
{
	struct maker *m = *state;
	struct slice in = SLICE("Judul\nTegal (\nKabar.co\n)\n"
				"\xE2\x80\x94 Warga memanen.\n");
	const struct document *doc = make(m, in, false);
	assert_said(doc->dateline, "Tegal", in);
	assert_said(doc->outlet, "Kabar.co", in);
	assert_said(say_blocks(m, doc), "Warga memanen.", in);
}

static void test_feet(void **state)
{
	static const struct given cases[] = {
		{ "Satu.\nSource:\nRina Contoh\nVia:\nBudi Misal\nTags:\n"
		  "cabai\nharga cabai\nTEGAL",
		  "Satu." },
		{ "Satu.\nTags:\ncabai\nHarga cabai naik lagi di Tegal, kata "
		  "Rina.",
		  "Satu.|Tags:|cabai|Harga cabai naik lagi di Tegal, kata "
		  "Rina." },
		{ "Satu.\nTags:", "Satu." },
		{ "Satu.\nTags:\ncabai\nPekan Si Cepat.\nTegal", "Satu." },
		{ "Satu.\nTags:\nPekan Si Cepat.\nTegal",
		  "Satu.|Tags:|Pekan Si Cepat.|Tegal" },
		{ "Satu.\nTags:\ncabai\nPekan Si Cepat.",
		  "Satu.|Tags:|cabai|Pekan Si Cepat." },
		{ "Satu.\nTags:\ncabai\nHarga itu naik lagi di Tegal.\nWarga",
		  "Satu.|Tags:|cabai|Harga itu naik lagi di Tegal.|Warga" },
		{ "Satu.\nTags:\ncabai\nIa pergi.\nIa pulang.\nTegal",
		  "Satu.|Tags:|cabai|Ia pergi.|Ia pulang.|Tegal" },
		{ "Satu.\ncabai\nTegal", "Satu.|cabai|Tegal" },
		{ "Satu.\nBerita Pilihan\nHarga Cabai Naik Lagi di Tegal!\n"
		  "Berita Populer\n- Jalan Contoh Ditutup Tiga Hari\n- Ini "
		  "Jadwal Kapal ke Pulau Umpama",
		  "Satu." },
		/* text behind them, or no text before */
		{ "Satu.\nBerita Pilihan\nHarga Cabai Naik Lagi di Tegal\n"
		  "Warga Tegal memanen cabai.",
		  "Satu.|Harga Cabai Naik Lagi di Tegal|Warga Tegal memanen "
		  "cabai." },
		{ "Satu.\nBerita Pilihan\nHarga Cabai Naik Lagi di Tegal\n"
		  "harga dan cara membeli cabai di pasar",
		  "Satu.|Harga Cabai Naik Lagi di Tegal|harga dan cara "
		  "membeli cabai di pasar" },
		{ "Tegal\nBerita Populer\nHarga Cabai Naik Lagi di Tegal",
		  "Tegal|Harga Cabai Naik Lagi di Tegal" },
		{ "Satu.\nHarga Cabai Naik Lagi di Tegal",
		  "Satu.|Harga Cabai Naik Lagi di Tegal" },
	};
	check(*state, cases, COUNT_OF(cases));
}

/* However many lines: each is looked at once. */
static void test_linear(void **state)
{
	enum {
		LINES = 200000
	};
	struct maker *m = *state;
	struct buf text = { 0 };
	buf_add(&text, SLICE("Judul\nSatu (\n"));
	for (size_t i = 0; i < LINES; i++)
		buf_add(&text, SLICE(", (\n"));
	double from = cpu_seconds();
	const struct document *doc = make(m, buf_slice(&text), false);
	assert_int_equal(doc->body.block_count, 1);
	assert_true(cpu_seconds() - from < SECONDS_FOR_2_MB);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_torn_at_links),
		cmocka_unit_test(test_dateline),
		cmocka_unit_test(test_feet),
		cmocka_unit_test(test_linear),
	};
	return RUN_WITH_MAKER(tests);
}
