/*
 * test_words.c - words.c: where words begin and end, and the word rule, held
 * against pairs of titles that say the same and pairs that do not.
 */
#include "archive_maker.h"

#include "archive/words.h"

/* The words as cut from the text and their key: "Ma'ruf|9,28 = maruf 9.28". */
static void check_split(const char *text, const char *want)
{
	struct buf key = { 0 }, got = { 0 };
	struct words w;
	words_split(&w, slice_of(text), &key);
	for (size_t i = 0; i < w.count; i++) {
		if (i)
			buf_byte(&got, '|');
		buf_add(&got, slice_sub(slice_of(text), w.items[i].at,
					w.items[i].to));
	}
	buf_add(&got, SLICE(" = "));
	buf_add(&got, w.key);
	assert_slice(buf_slice(&got), want);
	buf_release(&key);
	buf_release(&got);
}

static void test_split(void **state)
{
	static const char *const cases[][2] = {
		{ "", " = " },
		{ " -- \xF0\x9F\x98\x80 ", " = " },
		{ "Trump", "Trump = trump" },
		{ "\"Trump\" Tak-Jamin!", "Trump|Tak|Jamin = trump tak jamin" },
		{ "Ma'ruf, 9,28%", "Ma'ruf|9,28 = maruf 9.28" },
		{ "Rp5.000. Lalu 1, 2", "Rp5.000|Lalu|1|2 = rp5.000 lalu 1 2" },
		{ "'Kata' dia'", "Kata|dia = kata dia" },
		{ "80's '90-an", "80|s|90|an = 80 s 90 an" },
		{ "Jum\xE2\x80\x99"
		  "at Jum\xC2\xB4"
		  "at Jum\xE2\x80\x9B"
		  "at Qur\xCA\xBE"
		  "an",
		  "Jum\xE2\x80\x99"
		  "at|Jum\xC2\xB4"
		  "at|Jum\xE2\x80\x9B"
		  "at|Qur\xCA\xBE"
		  "an = jumat jumat jumat quran" },
		{ "Pra\xC2\xAD"
		  "bowo Suma\xCC\x81tra",
		  "Pra\xC2\xAD"
		  "bowo|Suma\xCC\x81tra = prabowo sumatra" },
		{ "\xE2\x80\x8B\xEF\xBB\xBFKata\xC2\xA0"
		  "dia\xE2\x80\x8B",
		  "Kata|dia\xE2\x80\x8B = kata dia" },
		{ "\xCA\xBE Kata", "Kata = kata" }, /* folds to nothing */
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check_split(cases[i][0], cases[i][1]);
}

/* What words.h calls the same title must be what text_fold calls so. */
static void test_folded(void **state)
{
	struct buf key = { 0 };
	struct words w, again;
	struct arena a = { 0 };
	(void)state;
	words_split(
	    &w, SLICE("Ma'ruf Amin: Ekonomi Tumbuh 9,28 Persen, Jum`at"), &key);
	struct slice first = arena_copy(&a, w.key);
	size_t count = w.count;
	words_split(&again, first, &key);
	assert_int_equal(again.count, count);
	assert_true(slice_eq(again.key, first));
	for (size_t i = 0; i < again.count; i++)
		assert_true(slice_eq(
		    again.items[i].folded,
		    slice_sub(first, again.items[i].at, again.items[i].to)));
	buf_release(&key);
	arena_release(&a);
}

static void test_split_limit(void **state)
{
	struct buf text = { 0 }, key = { 0 };
	struct words w;
	(void)state;
	for (int i = 0; i < WORDS_MAX; i++)
		buf_add(&text, SLICE("kata "));
	words_split(&w, buf_slice(&text), &key);
	assert_int_equal(w.count, WORDS_MAX);
	assert_false(w.more);
	buf_add(&text, SLICE("lagi"));
	words_split(&w, buf_slice(&text), &key);
	assert_int_equal(w.count, WORDS_MAX);
	assert_true(w.more);
	assert_int_equal(w.key.len, WORDS_MAX * 5 - 1);
	buf_release(&text);
	buf_release(&key);
}

/* --- spelling ------------------------------------------------------------- */

static void test_spelt_alike(void **state)
{
	static const struct {
		const char *a, *b;
		bool alike;
	} cases[] = {
		{ "sumatra", "sumatera", true },
		{ "mensos", "menso", true },
		{ "jakatra", "jakarta", true },	      /* two swapped */
		{ "pemerintah", "pemerintsh", true }, /* one of ten changed */
		{ "persija", "persita", false },
		{ "australia", "austria", false },
		{ "slovenia", "slovakia", false },
		{ "diserang", "dilarang", false },
		{ "membantu", "membantah", false },
		{ "kebijakan", "kebijakannya", true },
		{ "juni", "juli", false }, /* too short */
		{ "irak", "iran", false },
		{ "naik", "naiki", false }, /* the shorter counts */
		{ "sembilan", "delapan", false },
		{ "karyawan", "karyawati", false },
		{ "mensos", "menko", false },
		{ "sama-sama", "sama-sama", false }, /* no slip at all */
		{ "", "", false },
		{ "", "sumatra", false },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice a = slice_of(cases[i].a);
		struct slice b = slice_of(cases[i].b);
		if (words_spelt_alike(a, b) != cases[i].alike ||
		    words_spelt_alike(b, a) != cases[i].alike)
			fail_msg("%s, %s", cases[i].a, cases[i].b);
	}
}

/* --- the word rule -------------------------------------------------------- */

struct pair {
	const char *a, *b;
};

static bool is_near(const char *a, const char *b)
{
	struct buf key_a = { 0 }, key_b = { 0 };
	struct words x, y;
	words_split(&x, slice_of(a), &key_a);
	words_split(&y, slice_of(b), &key_b);
	bool near = words_near(&x, &y);
	if (near != words_near(&y, &x))
		fail_msg("not the same both ways: %s, %s", a, b);
	buf_release(&key_a);
	buf_release(&key_b);
	return near;
}

static void test_near(void **state)
{
	static const struct pair cases[] = {
		{ "Trump Tak Jamin Transfer Kekuasaan jika Dia Kalah Pilpres",
		  "Trump Tak Jamin Transfer Kekuasaan jika Kalah Pilpres" },
		{ "Berbagi Keceriaan di Hari Anak, Terima Hadiah Cucu Menso",
		  "Berbagi Keceriaan di Hari Anak, Terima Hadiah Cucu Mensos" },
		{ "Sita Sabu Rp30,8 M dari Jawa-Sumatra",
		  "Sita Sabu Rp30.8 M dari Jawa-Sumatera" },
		{ "Meski tanpa Tuan Rumah, FIBA Optimistis",
		  "Tanpa Tuan Rumah, FIBA Optimistis" },
		{ "Legislator Apresiasi Kebijakannya Restorarive Kejaksaan",
		  "Legislator Apresiasi Kebijakan Restorative Kejaksaan" },
		{ "Polisi Selidiki Kekerasan Anak di Bekasi",
		  "Polisi Selidiki Kekerasan pada Anak di Bekasi" },
		{ "Satu Dua Tiga Empat Lima", "Satu Dua Tiga Empat Lima" },
		/* one more at either end */
		{ "Satu Dua Tiga Empat Lima", "Nol Satu Dua Tiga Empat Lima" },
		{ "Satu Dua Tiga Empat Lima", "Satu Dua Tiga Empat Lima Enam" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		if (!is_near(cases[i].a, cases[i].b))
			fail_msg("not near: %s, %s", cases[i].a, cases[i].b);
}

static void test_not_near(void **state)
{
	static const struct pair cases[] = {
		/* the opposite, in one word */
		{ "Trump Tak Jamin Transfer Kekuasaan jika Kalah Pilpres",
		  "Trump Jamin Transfer Kekuasaan jika Kalah Pilpres" },
		{ "Trump Tak Jamin Transfer Kekuasaan jika Kalah Pilpres",
		  "Trump Jamin Transfer Kekuasaan Meski Kalah di Pilpres" },
		{ "Daftar 8 Tim yang Gagal Lolos ke Putaran Final",
		  "Daftar 8 Tim yang Lolos ke Putaran Final" },
		{ "Pemerintah Batal Naikkan Tarif Listrik Tahun Depan",
		  "Pemerintah Naikkan Tarif Listrik Tahun Depan" },
		{ "Presiden Nggak Jadi Naikkan Tarif Listrik",
		  "Presiden Jadi Naikkan Tarif Listrik" },
		{ "Presiden Enggak Mau Naikkan Tarif Listrik",
		  "Presiden Mau Naikkan Tarif Listrik" },
		{ "Menteri Urung Hadiri Sidang Kabinet Paripurna",
		  "Menteri Hadiri Sidang Kabinet Paripurna" },
		/* another negation in its place, or in another place */
		{ "Polisi Belum Tahan Tersangka Kasus Suap",
		  "Polisi Batal Tahan Tersangka Kasus Suap" },
		/* another number: other news */
		{ "Prakiraan Cuaca Jakarta Rabu 17 Maret",
		  "Prakiraan Cuaca Jakarta Rabu 10 Maret" },
		{ "Prakiraan Cuaca Jakarta Hari Ini 17 Maret",
		  "Prakiraan Cuaca Jakarta Hari Ini Maret" },
		{ "Persija Menang 2-1 atas Persib di Senayan",
		  "Persija Menang 1-2 atas Persib di Senayan" },
		{ "Pasien Sembuh Covid-19 Bertambah di Jawa Timur",
		  "Pasien Sembuh Covid Bertambah di Jawa Timur" },
		/* men and women are two teams */
		{ "Timnas Putra Indonesia Lolos ke Final",
		  "Timnas Putri Indonesia Lolos ke Final" },
		{ "Seorang Mahasiswi Hilang di Gunung Semeru",
		  "Seorang Mahasiswa Hilang di Gunung Semeru" },
		{ "Seribu Karyawan Pabrik Sepatu Dirumahkan",
		  "Seribu Karyawati Pabrik Sepatu Dirumahkan" },
		/* another word, not another spelling */
		{ "Pengumuman Komunitas Sepeda di Yogyakarta",
		  "Pengumuman Komunitas Sepeda di Mojokerto" },
		/* two more; one more and one other; three misspelt */
		{ "Satu Dua Tiga Empat Lima",
		  "Satu Dua Tiga Empat Lima Enam Nol" },
		{ "Pertama Kedua Ketiga Keempat Kelima Lagi",
		  "Pertama Kedua Ketiga Keempat Kelimax" },
		{ "Pertama Bersama Ketiga Keempat Kelima",
		  "Pertamax Bersamax Ketigax Keempat Kelima" },
		/* four words are too few, on either side */
		{ "Satu Dua Tiga Empat", "Satu Dua Tiga Empat" },
		{ "Satu Dua Tiga Empat", "Satu Dua Tiga Empat Lima" },
		/* the same words in another order */
		{ "Polisi Tangkap Pencuri Motor Warga",
		  "Pencuri Tangkap Polisi Motor Warga" },
		{ "", "" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		if (is_near(cases[i].a, cases[i].b))
			fail_msg("near: %s, %s", cases[i].a, cases[i].b);
}

/* More words than are looked at: nobody knows what follows. */
static void test_not_near_beyond_limit(void **state)
{
	struct buf text = { 0 };
	(void)state;
	for (int i = 0; i <= WORDS_MAX; i++)
		buf_add(&text, SLICE("kata "));
	assert_false(is_near(buf_zstr(&text), buf_zstr(&text)));
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_split),
		cmocka_unit_test(test_folded),
		cmocka_unit_test(test_split_limit),
		cmocka_unit_test(test_spelt_alike),
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_not_near),
		cmocka_unit_test(test_not_near_beyond_limit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
