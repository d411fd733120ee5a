/*
 * test_torn.c - paragraphs torn in mid-sentence: at full stops that a scraper
 * lost, and where an editor's line was full; and lines that are two.
 */
#include "loader_maker.h"

struct torn {
	const char *in, *want; /* paragraphs, parted by | */
};

static void check(struct maker *m, const struct torn *c, const char *before,
		  const char *said)
{
	struct buf text = { 0 }, want = { 0 };
	buf_printf(&text, "Judul itu\n%s%s", before, c->in);
	buf_printf(&want, "%s%s", said, c->want);
	const struct document *doc = make(m, buf_slice(&text), false);
	assert_said(say_blocks(m, doc), buf_zstr(&want), slice_of(c->in));
	buf_release(&text);
	buf_release(&want);
}

/* Four sentences that lost their full stops. */
#define LOST                                                                   \
	"Warga desa itu pulang dari pasar sebelum siang\n"                     \
	"Mereka membawa beras dan cabai dari pedagang\n"                       \
	"Harga cabai di pasar itu naik sejak kemarin pagi\n"                   \
	"Pedagang menunggu kiriman dari kabupaten lain\n"
#define LOST_SAID                                                              \
	"Warga desa itu pulang dari pasar sebelum siang|"                      \
	"Mereka membawa beras dan cabai dari pedagang|"                        \
	"Harga cabai di pasar itu naik sejak kemarin pagi|"                    \
	"Pedagang menunggu kiriman dari kabupaten lain|"

static void test_lost_stops(void **state)
{
	static const struct torn cases[] = {
		{ "Sebanyak 10\n000 orang", "Sebanyak 10.000 orang" },
		{ "Harganya Rp1\n250\n000 per kilogram",
		  "Harganya Rp1.250.000 per kilogram" },
		{ "Pukul 08\n00 sampai 15\n30 WIB",
		  "Pukul 08.00 sampai 15.30 WIB" },
		{ "Web 3\n0 Contoh", "Web 3.0 Contoh" },
		{ "Lihat www\numpama\nco\nid, kata dia",
		  "Lihat www.umpama.co.id, kata dia" },
		{ "Warga membuka umpama\ncom di rumah",
		  "Warga membuka umpama.com di rumah" },
		{ "Kata akun @umpama\nmisal itu",
		  "Kata akun @umpama.misal itu" },
		{ "PT\nUmpama Jaya membeli beras",
		  "PT. Umpama Jaya membeli beras" },
		{ "Ia pakar, Prof\nDr\nRina Contoh",
		  "Ia pakar, Prof. Dr. Rina Contoh" },
		{ "Kata Rina Contoh, S\nFarm kemarin",
		  "Kata Rina Contoh, S.Farm kemarin" },
		{ "Menurut ketua, M\nRidwan Misal",
		  "Menurut ketua, M. Ridwan Misal" },
		{ "Menurut Ketua Rina M\nRidwan, warga pulang",
		  "Menurut Ketua Rina M. Ridwan, warga pulang" },
		{ "Kata Paul B\nMisal dan Budi L\nUmpama begitu",
		  "Kata Paul B. Misal dan Budi L. Umpama begitu" },
		{ "Ketua KTNA M\nRina Contoh pulang",
		  "Ketua KTNA M. Rina Contoh pulang" },
		{ "Ia peringkat No\n1 dunia", "Ia peringkat No. 1 dunia" },
		{ "Umpama Inc\ndan Misal", "Umpama Inc. dan Misal" },
		{ "(di pasar, red\n) lalu pulang",
		  "(di pasar, red.) lalu pulang" },
		{ "1\nToko beras\n2\nToko cabai",
		  "1. Toko beras|2. Toko cabai" },
		{ "a\ntoko beras b\ntoko cabai",
		  "a. toko beras b. toko cabai" },
		{ "Penyanyi M\nI\nA, dan grup lain",
		  "Penyanyi M.I.A, dan grup lain" },
		{ "Duta besar, H\nE\nRina Contoh",
		  "Duta besar, H.E. Rina Contoh" },
		{ "Peraturan 123/UMP\n010/2022 itu",
		  "Peraturan 123/UMP.010/2022 itu" },
		{ "Pukul 15\n35 Wita", "Pukul 15.35 Wita" },
		{ "Pelatih: 1\nRina Contoh", "Pelatih:|1. Rina Contoh" },
		{ "Syarat, yakni: 1\nBeras 2\n500 gram cabai 3\nGula",
		  "Syarat, yakni:|1. Beras|2. 500 gram cabai|3. Gula" },
		{ "Yaitu: 1\nGula\nUntuk diabetes tipe 2\nWarga pulang",
		  "Yaitu:|1. Gula|Untuk diabetes tipe 2|Warga pulang" },
		{ "Harga Rp1\n500 itu, yakni: 1\nBeras",
		  "Harga Rp1.500 itu, yakni:|1. Beras" },
		{ "Pelatih:  1\nRina Contoh", "Pelatih:|1. Rina Contoh" },
		{ "Roda berukuran 7\n5J itu", "Roda berukuran 7.5J itu" },
		/* a photograph */
		{ "Warga di Tegal, Rabu (15/3)\n(KABAR/Rina C. Misal) Warga "
		  "pulang",
		  "Warga pulang" },
		/* the mark that closed the quotation */
		{ "\"Warga pulang\n\" Menurut Rina begitu",
		  "\"Warga pulang.\"|Menurut Rina begitu" },
		{ "\"Warga pulang\nMereka lapar\n\"",
		  "\"Warga pulang|Mereka lapar.\"" },
		{ "\"Warga pulang\n\" kata Rina",
		  "\"Warga pulang.\" kata Rina" },
		{ "\"Warga pulang\n\" Sumber: Reuters", "\"Warga pulang.\"" },
		{ "\xE2\x80\x9CWarga pulang\n\xE2\x80\x9D kata Rina",
		  "\xE2\x80\x9CWarga pulang.\xE2\x80\x9D kata Rina" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check(*state, &cases[i], LOST, LOST_SAID);
}

/* Whole lists, whose items have several lines, and what is none. */
static void test_lists(void **state)
{
	static const struct torn cases[] = {
		{ "Manfaat Cabai bagi Warga 1\nCabai itu sehat\nIa pedas\n2\n"
		  "Harganya naik 3\nWarga pulang",
		  "Manfaat Cabai bagi Warga|1. Cabai itu sehat|Ia pedas|"
		  "2. Harganya naik|3. Warga pulang" },
		{ "Hasilnya 1\nRina 1:49\n974 2\nBudi 1:50\n3\nTini 1:51",
		  "Hasilnya|1. Rina 1:49.974|2. Budi 1:50|3. Tini 1:51" },
		/* a number before an item, and that of the item */
		{ "Cara memasak 1\nRebus air 12\n2\nCincang cabai 3\nSajikan",
		  "Cara memasak|1. Rebus air 12|2. Cincang cabai|3. Sajikan" },
		{ "Ada: 1\nGula\nUntuk diabetes tipe 2\nWarga pulang\n2\n"
		  "Beras 3\nCabai",
		  "Ada:|1. Gula|Untuk diabetes tipe 2|Warga pulang|2. Beras|"
		  "3. Cabai" },
		/* the list goes on, or the next begins */
		{ "Satu 1\nGula\nManis\n2\nBeras 3\nCabai Lalu 1\nApi\nPanas "
		  "2\n"
		  "Air 3\nUdara",
		  "Satu|1. Gula|Manis|2. Beras|3. Cabai Lalu|1. Api|Panas|"
		  "2. Air|3. Udara" },
		{ "Satu 1\nGula\nManis 2\nBeras Umpama 1\nPutih 3\nCabai",
		  "Satu|1. Gula|Manis|2. Beras Umpama 1|Putih|3. Cabai" },
		/* two, or one of them lost */
		{ "Satu 1\nGula\nManis 2\nBeras\nWarga pulang",
		  "Satu 1|Gula|Manis 2|Beras|Warga pulang" },
		{ "Satu 1\nGula\nManis 3\nBeras 4\nWarga pulang",
		  "Satu 1|Gula|Manis 3|Beras 4|Warga pulang" },
		/* nouns that are counted, known or not; two for one place */
		{ "Ia di liga 1\nMereka di kelas 2\nKita di soal 3\nKami di "
		  "rumah",
		  "Ia di liga 1|Mereka di kelas 2|Kita di soal 3|Kami di "
		  "rumah" },
		{ "Ia di pasar 1\nMereka di pasar 2\nKita di pasar 3\nKami di "
		  "rumah",
		  "Ia di pasar 1|Mereka di pasar 2|Kita di pasar 3|Kami di "
		  "rumah" },
		{ "Satu 1\nGula\nManis 2\nBeras Umpama 2\nPutih 3\nCabai",
		  "Satu 1|Gula|Manis 2|Beras Umpama 2|Putih 3|Cabai" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check(*state, &cases[i], LOST, LOST_SAID);
	/* nothing shows that full stops were lost */
	static const struct torn kept = {
		"Satu 1\nGula.\nManis 2\nBeras.\nPutih 3\nCabai.",
		"Satu 1|Gula.|Manis 2|Beras.|Putih 3|Cabai."
	};
	check(*state, &kept, "", "");
}

static void test_sentences_stay(void **state)
{
	static const char *const texts[] = {
		"Warga pulang|Mereka lapar",
		"Pada Minggu, 24 Juli 2022|15.30 WIB mereka pulang",
		"Kasus covid-19|10 orang sembuh",
		"Mereka main imbang 1-1|5 Laga Terakhir",
		"Pukul 15.00|Warga pulang",
		"Ia pulang (16/3/2023)|(KPK) Warga",
		"Ia pulang (16/3/2023)|(beras/gula) Warga",
		"Warga melihat Rina/Budi|Rina/Budi menang",
		"Mereka main di grup 2|Warga pulang",
		"1. Beras|Gula untuk diabetes tipe 2|Warga pulang",
		"Nilainya 30|2023 warga",
		"Selamat hari H|Warga pulang",
		"Gelora E|Mobil itu laku",
		"Mereka satu Grup B|Warga pulang",
		"Di Stadion Umpama B|Mereka pulang",
		"Itu tahun 1444 H|Warga pulang",
		"Buku itu Jilid I|Rina menulisnya",
		"Soal dan Jawaban A|Soal Pilihan",
		"Ia bernama Rina M|PSSI pulang",
		"\"Warga pulang,\" katanya|\"Mereka lapar,\" kata Rina",
		"Begitu|c) jarak rumah",
		"500 gram cabai merah|gula pasir dan garam|beras",
		"Baca juga: Harga Cabai Naik di Pasar Tegal|dan seterusnya",
	};
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct buf in = { 0 };
		buf_printf(&in, "%s", texts[i]);
		for (size_t k = 0; k < in.len; k++)
			if (in.ptr[k] == '|')
				in.ptr[k] = '\n';
		struct torn c = { buf_zstr(&in), texts[i] };
		check(*state, &c, LOST, LOST_SAID);
		buf_release(&in);
	}
}

#define F1                                                                     \
	"Warga desa itu pulang dari pasar sebelum siang dan\nmembawa beras.\n"
#define F1_WHOLE                                                               \
	"Warga desa itu pulang dari pasar sebelum siang dan membawa beras."
#define F2 "Pedagang di pasar menunggu kiriman cabai dan beras\ndari desa.\n"
#define F2_WHOLE "Pedagang di pasar menunggu kiriman cabai dan beras dari desa."
#define F3 "Harga cabai di pasar itu naik sejak kemarin pagi, kata\nibu itu.\n"
#define F3_WHOLE                                                               \
	"Harga cabai di pasar itu naik sejak kemarin pagi, kata ibu itu."

static void test_wrapped(void **state)
{
	static const struct torn cases[] = {
		{ F1, F1_WHOLE },
		{ "Warga pulang dari pasar yang ramai itu. P\nada hari itu "
		  "hujan.",
		  "Warga pulang dari pasar yang ramai itu. Pada hari itu "
		  "hujan." },
		/* where three are, the text is wrapped: names begin lines */
		{ F1 F2 F3
		  "Warga di pasar lama itu kemudian bertemu Ketua Desa\n"
		  "Umpama (KDU).\nMereka pulang.",
		  F1_WHOLE
		  "|" F2_WHOLE "|" F3_WHOLE
		  "|Warga di pasar lama itu kemudian bertemu Ketua Desa "
		  "Umpama (KDU).|Mereka pulang." },
		{ F1 F2 F3 "Peran Warga\nMereka pulang.", F1_WHOLE
		  "|" F2_WHOLE "|" F3_WHOLE "|Peran Warga|Mereka pulang." },
		/* two alone are not enough for that */
		{ F1 F2 "Warga di pasar lama itu kemudian bertemu Ketua Desa\n"
			"Umpama.",
		  F1_WHOLE
		  "|" F2_WHOLE
		  "|Warga di pasar lama itu kemudian bertemu Ketua Desa"
		  "|Umpama." },
		/* words that no sentence ends with; a day */
		{ "Warga yang pulang dari pasar itu sempat dirawat di\n"
		  "RS Umpama.",
		  "Warga yang pulang dari pasar itu sempat dirawat di RS "
		  "Umpama." },
		{ "Kata ibu yang pulang dari pasar itu di Tegal, Kamis\n"
		  "(21/7).",
		  "Kata ibu yang pulang dari pasar itu di Tegal, Kamis "
		  "(21/7)." },
		{ "Warga desa yang pulang dari pasar itu pernah tinggal di\n"
		  "1. Tegal",
		  "Warga desa yang pulang dari pasar itu pernah tinggal di|"
		  "1. Tegal" },
		{ "Warga desa yang pulang dari pasar itu membawa beras dan\n"
		  "Setelah itu hujan.",
		  "Warga desa yang pulang dari pasar itu membawa beras dan|"
		  "Setelah itu hujan." },
		{ "Isi keranjang warga yang pulang dari pasar terdiri dari\n"
		  "Beras itu murah.",
		  "Isi keranjang warga yang pulang dari pasar terdiri dari|"
		  "Beras itu murah." },
		{ "Warga dirawat di\nRS Umpama.",
		  "Warga dirawat di|RS Umpama." },
		{ "Warga yang pulang dari pasar itu sempat dirawat di\n\n"
		  "RS Umpama.",
		  "Warga yang pulang dari pasar itu sempat dirawat di|RS "
		  "Umpama." },
		/* an empty line, a heading, an item, an address, a reference */
		{ "Warga desa itu pulang dari pasar sebelum siang dan\n\n"
		  "membawa beras.",
		  "Warga desa itu pulang dari pasar sebelum siang dan|membawa "
		  "beras." },
		{ "Banyak Pilihan Tabungan untuk Dapat Tiket di Pasar Itu\n"
		  "bjb buka.",
		  "Banyak Pilihan Tabungan untuk Dapat Tiket di Pasar Itu|bjb "
		  "buka." },
		{ "kartu tanda penduduk asli yang masih berlaku dan salinan\n"
		  "salinan kartu keluarga yang disahkan oleh kelurahan\n"
		  "foto terbaru",
		  "kartu tanda penduduk asli yang masih berlaku dan salinan|"
		  "salinan kartu keluarga yang disahkan oleh kelurahan|"
		  "foto terbaru" },
		{ "500 gram cabai\ngula pasir secukupnya",
		  "500 gram cabai|gula pasir secukupnya" },
		{ "Warga menulis surat panjang yang ditujukan kepada\nb. ketua",
		  "Warga menulis surat panjang yang ditujukan kepada|b. "
		  "ketua" },
		{ "Baca juga: Harga Cabai di Pasar Tegal Naik Lagi Kemarin\n"
		  "mereka pulang.",
		  "Baca juga: Harga Cabai di Pasar Tegal Naik Lagi Kemarin|"
		  "mereka pulang." },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check(*state, &cases[i], "", "");
}

static void test_explained(void **state)
{
	struct maker *m = *state;
	const struct document *doc = make(m, SLICE("Judul itu\n" F1), false);
	assert_int_equal(doc->trace_count, 2);
	assert_int_equal(doc->trace[1].line, 3);
	assert_int_equal(doc->trace[1].fate, FATE_USED);
	assert_string_equal(doc->trace[1].rule, "torn-line");
	/* Markdown joins its lines itself */
	doc = make(m, SLICE("Judul itu\n\n" F1), true);
	assert_int_equal(doc->body.block_count, 1);
	assert_true(slice_count(doc->body.blocks[0].text, '\n') > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lost_stops),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_sentences_stay),
		cmocka_unit_test(test_wrapped),
		cmocka_unit_test(test_explained),
	};
	return RUN_WITH_MAKER(tests);
}
