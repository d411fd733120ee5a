/*
 * test_guess.c - guess.c: where a title seems to end that nobody knows.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "archive/guess.h"

/* Each text has "|" where its title ends. */
static void check(const char *marked, const struct titles *titles)
{
	struct slice all = slice_of(marked);
	size_t end = slice_find(all, '|', 0);
	struct buf text = { 0 }, key = { 0 };
	struct words w;
	buf_add(&text, slice_sub(all, 0, end));
	buf_add(&text, slice_from(all, end + 1));
	struct block block = { .text = buf_slice(&text) };
	struct body body = { .blocks = &block, .block_count = 1 };
	words_split(&w, buf_slice(&text), &key);
	size_t count = guess_title(&w, buf_slice(&text), titles, 0,
				   guess_lost_commas(&body));
	size_t got = count ? w.items[count - 1].to : 0;
	if (got != end)
		fail_msg("%s: ends behind \"%.*s\"", marked, (int)got,
			 buf_zstr(&text));
	buf_release(&text);
	buf_release(&key);
}

static void test_ends(void **state)
{
	static const char *const texts[] = {
		/* at the word that begins the sentence */
		"Warga Tegal Panen Cabai Merah| Menurut Budi, hasilnya baik.",
		"Warga Tegal Panen Cabai Merah| Hasil panen itu dijual.",
		"Warga Tegal Panen Cabai Merah| Selain itu, harga naik.",
		"Warga Tegal Panen Cabai Merah| Ia pun senang.",
		"Warga Tegal Panen Cabai Merah| Dalam rapat itu ia hadir.",
		/* titles have small words inside */
		"Panen Cabai di Tegal dan Brebes untuk Warga| Hasil itu "
		"dijual.",
		"Laga Ten Hag Melawan Erik ten Bos Usai| Hasil itu dijual.",
		"Cara Ibu-ibu Menanam Cabai di Rumah| Hasil itu dijual.",
		"Warga Tegal Panen Cabai Merah| Kemen-RB telah tahu.",
		/* at a full stop, a mark of its own, an item of a list */
		"Warga Tegal Panen Cabai|. Hasil Itu Dijual.",
		"Kapan Warga Tegal Panen Cabai|? Hasil panen itu dijual.",
		"Warga Tegal Panen Cabai| 3. Petani yang rajin menabung.",
		/* at what somebody says, not at a title's own quotation */
		"Warga Tegal Panen Cabai| \"Kami senang,\" kata Budi.",
		"Warga Tegal Panen Cabai| \xE2\x80\x9CKami semua senang\xE2\x80"
		"\x9D kata Budi.",
		"Warga Tegal Gelar \"Pesta Cabai\" Lagi| Hasil itu dijual.",
		/* a word that stands in no name begins it, whatever titles say
		 */
		"Bupati Tegal Bicara Soal Pemilu| Saat ditanya warga.",
		"Warga Tegal Panen Cabai Merah| Sejumlah petani senang.",
		"Warga Tegal Ditangkap Saat Panen Cabai| Hasil itu dijual.",
		/* what one name behind it makes a sentence's subject */
		"Puluhan Hektare Sawah Tegal Terendam Banjir| Petugas BPBD "
		"juga datang.",
		"Puluhan Sawah Terendam, Satu Petugas Posko Tegal Terluka| "
		"Hasil itu dijual.",
		/* a sure opener, with more words behind it than others have */
		"Warga Tegal Panen Cabai Merah Besar| Menurut Andi Nur Alam "
		"Syah harga naik.",
		"Panen Cabai Merah di Tegal Menurut BMKG Aman| Hasil itu "
		"dijual.",
		/* a name with a stop within */
		"Warga Tegal Panen Cabai, Ada Kabar.com Umpama Raya| Hasil "
		"itu dijual.",
		"Warga Tegal Panen Cabai Merah| Kabar.com menulis hal itu.",
		/* no title ends so */
		"Warga Tegal dan Petani Brebes Minta Hujan| mulai reda.",
		/* an office within a title, not the sentence's subject */
		"Tiga Bulan Berlalu Mundurnya Ketua Panen Belum Jelas| "
		"Hasil itu dijual.",
		/* words that are small at times */
		"Begini Kata Petani Tegal terkait Panen Cabai| Hasil itu "
		"dijual.",
		"Warga Tegal Panen Cabai| Budi terkait panen itu.",
		/* a sentence with a capital or two of its own */
		"Warga Tegal Panen Cabai Merah| Kapolsek Tegal AKP Budi "
		"Santoso menjelaskan hal itu.",
		"Warga Tegal Panen Cabai Merah| Kasi Humas Polres Tegal, Iptu "
		"Budi menjelaskan hal itu.",
		"Ini Pesan untuk Ketua Warga Tegal| Ia pun senang.",
		"Kisah Budi Santoso Panen Cabai| Budi Santoso menabung.",
		"Warga Tegal Panen Cabai Merah| Di Brebes Selatan itu terjadi.",
		"Warga Tegal Panen Cabai Merah| Dengan Budi, warga senang.",
		"Warga Tegal Panen Cabai Merah| Badan Cuaca (BC) menduga.",
		"Warga Tegal Panen Cabai Merah| Musim 2022 menjadi awal.",
		/* a small letter among the first words, by chance */
		"Warga: Dalam waktu Dekat Tegal Panen| Menurut dia, ya.",
		/* a small letter at the head of a name is none */
		"Warga Tegal Antre Membeli iTablet Merah| Hasil itu dijual.",
		/* full stops that were commas, with the letter before them */
		"Warga Tegal Panen Caba. Petani Brebes Menunggu Huja|. "
		"\"Kami senan. kata dia.",
		"Warga Tegal Panen Caba. Petani Brebes Menunggu|. Menurut dia. "
		"hasilnya bai. tapi harga turun.",
		"Warga Tega. Petani Menunggu Hujan Turu|. Menurut dia. "
		"hasilnya bai. tapi harga turun.",
		"Warga Tegal Panen Cabai|. Selain it. hasilnya bai. tapi harga "
		"turun.",
		/* commas are there: a full stop is one */
		"Warga Tegal Panen Cabai|. Petani Menunggu Hujan. Menurut dia, "
		"hasilnya bai. tapi harga, kata dia, turun.",
		"Warga Tegal Panen Cabai|. Namu. harganya turun.",
		"Warga Tegal Panen Cabai|. Kepala Warga Tega. Budi menjelaskan "
		"hasilny. lalu pulang.",
		/* all of it */
		"Warga Tegal Panen Cabai Merah|",
		"Warga Tegal Panen Cabai di|",
		/* none: it begins as prose does */
		"|warga tegal panen",
		"|Warga tegal panen",
		"|",
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		check(texts[i], NULL);
}

/* Words that stand together in a title of the archive are a name. */
static void test_names(void **state)
{
	struct article articles[] = {
		{ .title = SLICE_INIT("Kabar dari Tegal Raya Hari Ini") },
	};
	struct arena arena = { 0 };
	struct titles *titles = titles_index(articles, 1, &arena);
	(void)state;
	check("Warga Brebes Panen Cabai Merah| Tegal Raya menyusul.", titles);
	check("Warga Brebes Panen Cabai Merah Tegal| Baru menyusul.", titles);
	check("Warga Brebes Panen Cabai Tegal| Raya menyusul.", NULL);
	titles_free(titles);
	arena_release(&arena);
}

static void test_lost_commas(void **state)
{
	static const struct {
		const char *sentence;
		unsigned times;
		bool lost;
	} cases[] = {
		{ "Kata di. warga senan. lalu pulang. ", 1, true },
		{ "Kata dia, warga senang, lalu pulang. ", 1, false },
		{ "Kata Bud. Warga Tegal senan. Mereka pulang. ", 1, false },
		/* nothing but capitals behind the stops; and no comma at all */
		{ "Kata Bud. Warga Tegal senan. Mereka pulang. ", 14, true },
		{ "Kata Budi, Warga Tegal senang. Mereka pulang. ", 14, false },
	};
	struct buf text = { 0 };
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		buf_clear(&text);
		for (unsigned k = 0; k < cases[i].times; k++)
			buf_add(&text, slice_of(cases[i].sentence));
		struct block block = { .text = buf_slice(&text) };
		struct body body = { .blocks = &block, .block_count = 1 };
		if (guess_lost_commas(&body) != cases[i].lost)
			fail_msg("%u times %s", cases[i].times,
				 cases[i].sentence);
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_lost_commas),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
