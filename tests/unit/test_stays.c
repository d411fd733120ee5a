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
		"Yuk, ikuti langkah-langkah berikut ini agar kulit tetap "
		"sehat.",
		"Yuk, ikuti aturan itu di Instagram dan Facebook saat "
		"berlibur.",
		"Melihat kembali detik-detik proklamasi kemerdekaan, museum "
		"itu menggelar pameran foto.",
		"Fakta atau hoaks? Sebuah video yang menyebut garam "
		"menyembuhkan demam beredar di Facebook.",
		"Saksikan live musik di panggung utama mulai pukul 19.00 WIB.",
		"Saksikan video menarik di bawah ini bersama anak-anak, kata "
		"guru itu.",
		"Caranya klik link yang dikirim ke surel, lalu isi data diri "
		"dan unggah pas foto.",
		"Bergabung dengan WhatsApp sejak 2011, Budi Contoh dipercaya "
		"mengurus bisnis perusahaan itu.",
		"Bergabung dengan Telegram pada 2016, ia kini memimpin tim "
		"keamanan.",
		"Cek informasi terbaru melalui laman resmi BMKG sebelum "
		"melaut.",
		"Cek informasi terbaru melalui bmkg.go.id dan aplikasi Info "
		"BMKG sebelum melaut.",
		"Pantau informasi terkini melalui aplikasi Info BMKG sebelum "
		"melaut, kata Rina Contoh.",
		"Ingin mendapat informasi terbaru soal bantuan, warga dapat "
		"membuka aplikasi Cek Bansos.",
		"Dapatkan informasi terbaru di aplikasi BMKG. Hujan lebat "
		"diperkirakan turun di Tegal.",
		"Simak informasi terbaru dari Kementerian Sosial lewat kanal "
		"WhatsApp resmi.",
		"Lihat kabar terbaru para pemain itu di Instagram, banyak "
		"warganet ikut terharu.",
		"Ikuti akun Instagram resmi KAI sebelum mengikuti undian tiket "
		"gratis.",
		"Ikuti kanal irigasi itu ke hulu, maka akan tampak sampah "
		"menumpuk.",
		"\"Jangan lupa follow akun kami,\" kata Raffi kepada penonton, "
		"lalu ia pergi dari Instagram.",
		"Warga resah oleh pesan di media sosial. Bergabung dengan grup "
		"Telegram itu, korban menerima informasi terbaru soal "
		"investasi.",
		"Lihat komentar warganet tentang kenaikan harga cabai di Tegal",
		"Halaman selanjutnya memuat potret sang jenderal saat muda.",
		"Melawan hoaks sama saja melawan pembodohan. Pesan itu "
		"disampaikan Rina Contoh di Tegal.",
		"Copyright (c) 2023 menandai tahun terbit buku itu.",
		"Dilarang keras mengambil konten milik orang lain tanpa izin, "
		"kata hakim.",
		"KAI via Access Menjual tiket Lebaran mulai Rabu (1/3/2023).",
		"BMKG via Twitter Menyebut gempa mengguncang Tegal pada Jumat "
		"(3/3/2023).",
		"Dok. Rina Contoh menemukan obat itu di Tegal pada 3 Maret "
		"2023.",
		"Terbit pada 3 Maret 1950, novel itu laris.",
		"Terbit 3 Maret 1950 dalam bahasa Belanda",
		"Update 3 Maret 2023: 25 kasus baru",
		/* a heading, but beside what is of the page */
		"Rekomendasi",
		"Komentar",
		"Populer",
		"Terkini",
		"Iklan",
	};
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		stays(*state, P1, lines[i], P2 "|" P3);
}

static void test_first(void **state)
{
	static const char *const lines[] = {
		"Harga cabai naik dua kali lipat dalam sepekan (KOMPAS.com, 3 "
		"Maret 2023).",
	};
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		stays(*state, "", lines[i], P1 "|" P2 "|" P3);
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
		"Jalan Jenderal Sudirman Nomor 10 Jakarta Pusat",
		"Selamat Hari Raya Idul Fitri 1444 Hijriah",
		"Pemeran Utama Pria Terbaik Budi Santoso",
		"Bersatu Kita Teguh Bercerai Kita Runtuh!",
		"Perpustakaan Nasional Lantai 5 Jalan Medan Merdeka Selatan",
		"Rektor Universitas Umpama Kota Tegal Jawa Tengah",
		"(HR Muslim)",
		"(HR. Bukhari)",
		"(HR Bukhari dan Muslim)",
		"(QS Al Baqarah)",
		"(Wallahu A'lam)",
		"Sebaik-baik manusia ialah yang bermanfaat. (Bukhari)",
		"Sebaik-baik manusia ialah yang bermanfaat. (Muttafaqun)",
		"Ia kembali bercanda. (Tertawa)",
		"Bantuan itu berasal dari Umpama Corp. (UMPC)",
		"Wartawan: Terima kasih, Pak Budi.",
		"WALLAHU A'LAM",
		"DIRGAHAYU INDONESIA",
		"Motor sport 150 cc (R-15)",
		"Tank tempur utama (T-72)",
		"Pertemuan puncak itu digelar Kelompok Dua Puluh (G-20)",
		"Produksi minyak tercatat 600.000 barel (bbl)",
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

/* The title at the head of the text where it is the subject of a sentence. */
static void test_title_as_subject(void **state)
{
	static const char *const titles[] = {
		"Universitas Umpama Kota Tegal",
		"Bank Umpama Syariah Indonesia",
	};
	static const char *const rest[] = {
		" (UUKT) menerima 500 mahasiswa baru tahun ini.",
		" Tbk membukukan laba Rp 1 triliun tahun lalu.",
	};
	struct maker *m = *state;
	struct buf text = { 0 };
	for (size_t i = 0; i < COUNT_OF(titles); i++) {
		buf_clear(&text);
		buf_printf(&text, "%s\n%s%s\n", titles[i], titles[i], rest[i]);
		const struct document *doc = make(m, buf_slice(&text), false);
		assert_int_equal(doc->body.block_count, 1);
		assert_true(
		    slice_ends(doc->body.blocks[0].text, slice_of(rest[i])));
		assert_true(slice_starts(doc->body.blocks[0].text,
					 slice_of(titles[i])));
	}
	buf_release(&text);
}

/* Words that are headings, and boxes of the page where such are around them. */
static void test_words_of_boxes(void **state)
{
	static const char *const texts[] = {
		P1 "\nTulis Komentar\nKomentar\nTerpopuler\n",
		P1 "\nRekomendasi\nTerkini\nVideo Pilihan\n",
		"Iklan\nScroll untuk melanjutkan\n" P1,
	};
	struct maker *m = *state;
	struct buf text = { 0 };
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		buf_clear(&text);
		buf_printf(&text, "Judul\n%s", texts[i]);
		const struct document *doc = make(m, buf_slice(&text), false);
		assert_said(say_blocks(m, doc), P1, buf_slice(&text));
	}
	buf_release(&text);
	/* it is no box above a title that stands on a line of its own */
	struct slice in = SLICE("Rekomendasi\n" P1 "\n");
	const struct document *doc = make(m, in, false);
	assert_said(doc->title, "Rekomendasi", in);
	assert_said(say_blocks(m, doc), P1, in);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_within),
		cmocka_unit_test(test_first),
		cmocka_unit_test(test_last),
		cmocka_unit_test(test_only_caption),
		cmocka_unit_test(test_title_as_subject),
		cmocka_unit_test(test_words_of_boxes),
	};
	return RUN_WITH_MAKER(tests);
}
