/*
 * test_stays.c - sentences and headings that look like what rules drop, cut or
 * take for a byline: of a whole text each of them stays, word for word, and
 * nothing is taken from it.
 */
#include "loader_maker.h"

#define P1                                                                     \
	"Harga cabai di Tegal naik sejak awal pekan karena hujan terus turun."
#define P2 "Pedagang di Pasar Contoh mengaku pasokan berkurang separuh."
#define P3 "Pemerintah daerah akan menggelar operasi pasar dalam waktu dekat."
#define P4 "Cuaca buruk membuat panen tertunda hingga dua pekan ke depan."

/* `line` between `before` and `after`, either of which may be empty. */
static void stays(struct maker *m, const char *before, const char *line,
		  const char *after)
{
	struct buf text = { 0 }, want = { 0 };
	struct slice in = slice_of(line);
	buf_printf(&want, "%s%s%s%s%s", before, *before ? "|" : "", line,
		   *after ? "|" : "", after);
	buf_add(&text, SLICE("Warga Tegal Memanen Cabai\n"));
	for (const char *c = buf_zstr(&want); *c; c++)
		buf_byte(&text, *c == '|' ? '\n' : *c);
	const struct document *doc = make(m, buf_slice(&text), false);
	assert_true(m->has_article);
	assert_said(say_blocks(m, doc), buf_zstr(&want), in);
	assert_said(doc->byline, "", in);
	assert_said(doc->dateline, "", in);
	assert_said(doc->outlet, "", in);
	assert_int_equal(doc->body.mark_count, 0);
	buf_release(&text);
	buf_release(&want);
}

static void test_within(void **state)
{
	static const char *const lines[] = {
		"Panitia membuka pendaftaran Lomba Foto/Video Pendek hingga "
		"akhir Maret.",
		"Pemenang Lomba Foto: Rina Contoh, Budi Umpama dan Sari",
		"2010: Kekuatan Foto/Gambar pada Kabar Kita",
		"Juara Lomba Foto/Video Pendek",
		"Unggah berkas KTP, KK dan Foto/Scan rapor semester lima",
		"Mereka seimbang, kata Budi Umpama. Foto: dua tim itu bermain "
		"imbang",
		"Sumber: Air, Udara dan Tanah",
	};
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		stays(*state, P1, lines[i], P2 "|" P3);
}

static void test_last(void **state)
{
	static const char *const lines[] = {
		"Budi Santoso, Ketua RT 05, berharap jalan itu segera "
		"diperbaiki.",
		"Budi Santoso, Ketua RT 05 berharap jalan itu segera "
		"diperbaiki.",
		"Rina Contoh, Kepala Dinas Pertanian Tegal, meminta warga "
		"tetap tenang.",
		"Rina Contoh, Dosen Universitas Umpama, menilai kebijakan itu "
		"terlambat.",
		"Rina Contoh.Kepala Dinas meminta warga tetap tenang menunggu "
		"bantuan.",
		"Sekretaris Daerah, Anggota DPRD dan warga hadir.",
		"Budi Santoso, Kepala Desa Contoh, turut menanam cabai.",
	};
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		stays(*state, P1 "|" P2 "|" P3 "|" P4, lines[i], "");
}

/* Without it there would be no text: only the credit goes. */
static void test_only_caption(void **state)
{
	struct maker *m = *state;
	struct slice in =
	    SLICE("Judul\nWarga memanen cabai di Tegal. Foto: Rina "
		  "Contoh/detikcom\n");
	const struct document *doc = make(m, in, false);
	assert_said(say_blocks(m, doc), "Warga memanen cabai di Tegal.", in);
	in = SLICE("Judul\nWarga memanen cabai di Tegal. Foto: Rina "
		   "Contoh/detikcom\n" P1 "\n");
	doc = make(m, in, false);
	assert_said(say_blocks(m, doc), P1, in);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_within),
		cmocka_unit_test(test_last),
		cmocka_unit_test(test_only_caption),
	};
	return RUN_WITH_MAKER(tests);
}
