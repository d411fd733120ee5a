/*
 * test_run_on.c - resolve.c where the words behind a mark are not one title:
 * titles cut off, several in a row, and sentences that run on behind them.
 */
#include "archive_maker.h"

/* --- titles cut off ------------------------------------------------------- */

static void test_cut_off(void **state)
{
#define LONG "Warga Palu Masih Banyak yang Alami Depresi"
	static const struct scene scenes[] = {
		{ "prefix:a Warga Palu Masih Banyak ...",
		  { ME("{l[Warga Palu Masih Banyak ...]}"),
		    OTHER("a", LONG) } },
		{ "prefix:a Warga Palu Masih Ban\xE2\x80\xA6", /* in a word */
		  { ME("{c(Baca: [Warga Palu Masih Ban\xE2\x80\xA6])}"),
		    OTHER("a", LONG) } },
		{ "none:- Warga Palu Masih Banyak ...", /* two go on so */
		  { ME("{l[Warga Palu Masih Banyak ...]}"), OTHER("a", LONG),
		    OTHER("b", "Warga Palu Masih Banyak Mengungsi") } },
		{ "none:- Warga Palu Masih...", /* three words */
		  { ME("{l[Warga Palu Masih...]}"), OTHER("a", LONG) } },
		{ "none:- Warga Palu Masih Sedikit...",
		  { ME("{l[Warga Palu Masih Sedikit...]}"),
		    OTHER("a", LONG) } },
		/* not cut off: the beginning alone proves nothing */
		{ "none:- Warga Palu Masih Banyak",
		  { ME("{l[Warga Palu Masih Banyak]}"), OTHER("a", LONG) } },
		/* a title that ends so itself */
		{ "exact:a Ketika Jokowi Bilang Begini...",
		  { ME("{l[Ketika Jokowi Bilang Begini...]}"),
		    OTHER("a", "Ketika Jokowi Bilang Begini...") } },
		/* a number is whole or it is another number */
		{ "none:- Gempa di Palu Magnitudo 5 ...",
		  { ME("{l[Gempa di Palu Magnitudo 5 ...]}"),
		    OTHER("a", "Gempa di Palu Magnitudo 5,3 Rusak Rumah") } },
		{ "none:- Gempa di Palu Magnitudo 5...",
		  { ME("{l[Gempa di Palu Magnitudo 5...]}"),
		    OTHER("a", "Gempa di Palu Magnitudo 56 Rusak Rumah") } },
		{ "prefix:a Gempa di Palu Magnitudo 5 ...",
		  { ME("{l[Gempa di Palu Magnitudo 5 ...]}"),
		    OTHER("a", "Gempa di Palu Magnitudo 5 Rusak Rumah") } },
		/* a blank before the dots: the last word is whole */
		{ "none:- Bupati Buka Festival Band ...",
		  { ME("{l[Bupati Buka Festival Band ...]}"),
		    OTHER("a", "Bupati Buka Festival Bandung Lautan Api") } },
		/* one that goes on by a whole word, one that does not */
		{ "prefix:a Bupati Buka Festival Band ...",
		  { ME("{l[Bupati Buka Festival Band ...]}"),
		    OTHER("b", "Bupati Buka Festival Bandung Lautan Api"),
		    OTHER("a", "Bupati Buka Festival Band Pelajar") } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
#undef LONG
}

/* --- several, and what runs on -------------------------------------------- */

static void test_several(void **state)
{
	static const struct scene scenes[] = {
		{ "prefix:a Satu Dua Tiga Empat; prefix:b Lima Enam Tujuh "
		  "Delapan!",
		  { ME("{lBaca: [Satu Dua Tiga Empat Lima Enam Tujuh "
		       "Delapan!]}"),
		    OTHER("a", "Satu Dua Tiga Empat"),
		    OTHER("b", "Lima Enam Tujuh Delapan") } },
		{ "prefix:a \"Satu Dua Tiga Empat?\"; prefix:b \"Lima Enam "
		  "Tujuh Delapan\"",
		  { ME("{cBaca: [\"Satu Dua Tiga Empat?\", \"Lima Enam Tujuh "
		       "Delapan\"]}"),
		    OTHER("a", "Satu Dua Tiga Empat"),
		    OTHER("b", "Lima Enam Tujuh Delapan") } },
		/* no mark is of two titles */
		{ "prefix:a Satu Dua Tiga Empat; prefix:b \"Lima Enam Tujuh "
		  "Delapan\"; prefix:c Sembilan Sepuluh Sebelas Duabelas",
		  { ME("{o[Satu Dua Tiga Empat\" \"Lima Enam Tujuh "
		       "Delapan\"Sembilan Sepuluh Sebelas Duabelas]}"),
		    OTHER("a", "Satu Dua Tiga Empat"),
		    OTHER("b", "Lima Enam Tujuh Delapan"),
		    OTHER("c", "Sembilan Sepuluh Sebelas Duabelas") } },
		/* the longest first */
		{ "prefix:b Satu Dua Tiga Empat Lima; prefix:c Enam Tujuh "
		  "Delapan Sembilan",
		  { ME("{c[Satu Dua Tiga Empat Lima Enam Tujuh Delapan "
		       "Sembilan]}"),
		    OTHER("a", "Satu Dua Tiga Empat"),
		    OTHER("b", "Satu Dua Tiga Empat Lima"),
		    OTHER("c", "Enam Tujuh Delapan Sembilan") } },
		/* in brackets a leftover speaks against it */
		{ "none:- Satu Dua Tiga Empat Kelimanya Pergi Lagi Ke Sana",
		  { ME("{c(Baca: [Satu Dua Tiga Empat Kelimanya Pergi Lagi Ke "
		       "Sana])}"),
		    OTHER("a", "Satu Dua Tiga Empat") } },
		{ "none:- Satu Dua Tiga Empat Menurut dia itu tidak benar",
		  { ME("{c(Baca: [Satu Dua Tiga Empat Menurut dia itu tidak "
		       "benar])}"),
		    OTHER("a", "Satu Dua Tiga Empat") } },
		/* and on a line that looks like one title */
		{ "none:- Satu Dua Tiga Empat Kelimanya Pergi Lagi",
		  { ME("{l[Satu Dua Tiga Empat Kelimanya Pergi Lagi]}"),
		    OTHER("a", "Satu Dua Tiga Empat") } },
		/* a line whose leftover is prose */
		{ "prefix:a Satu Dua Tiga Empat",
		  { ME("{l[Satu Dua Tiga Empat Menurut dia itu tidak benar "
		       "sama sekali]}"),
		    OTHER("a", "Satu Dua Tiga Empat") } },
		/* short titles begin no chain */
		{ "none:- Satu Dua Tiga Menurut Dia",
		  { ME("{c[Satu Dua Tiga Menurut Dia]}"),
		    OTHER("a", "Satu Dua Tiga") } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
}

static void test_run_on(void **state)
{
	static const struct scene scenes[] = {
		{ "prefix:a Satu Dua Tiga Empat",
		  { ME("{oBaca: [Satu Dua Tiga Empat Menurut Susi, itu "
		       "benar.]}"),
		    OTHER("a", "Satu Dua Tiga Empat") } },
		{ "prefix:a Satu Dua Tiga Empat; prefix:b Lima Enam Tujuh "
		  "Delapan",
		  { ME("{oBaca: [Satu Dua Tiga Empat Lima Enam Tujuh Delapan "
		       "Menurut Susi, itu benar.]}"),
		    OTHER("a", "Satu Dua Tiga Empat"),
		    OTHER("b", "Lima Enam Tujuh Delapan") } },
		/* its own mark and quotation marks belong to a title */
		{ "prefix:a \"Satu Dua Tiga Empat?\"",
		  { ME("{oBaca: [\"Satu Dua Tiga Empat?\" Menurut Susi, ya.]}"),
		    OTHER("a", "Satu Dua Tiga Empat?") } },
		{ "prefix:a Satu Dua Tiga \"Empat\"",
		  { ME("{oBaca: [Satu Dua Tiga \"Empat\" Menurut Susi, ya.]}"),
		    OTHER("a", "Satu Dua Tiga \"Empat\"") } },
		{ "prefix:a Satu Dua Tiga (Empat)",
		  { ME("{oBaca: [Satu Dua Tiga (Empat) Menurut Susi, ya.]}"),
		    OTHER("a", "Satu Dua Tiga (Empat)") } },
		{ "exact:a Satu Dua Tiga Empat?",
		  { ME("{o[Satu Dua Tiga Empat?]} Ya."),
		    OTHER("a", "Satu Dua Tiga Empat?") } },
		/* but not the quotation that follows */
		{ "prefix:a Satu Dua Tiga Empat",
		  { ME("{o[Satu Dua Tiga Empat \"Ya,\" kata dia.]}"),
		    OTHER("a", "Satu Dua Tiga Empat") } },
		/* a small letter behind it: the title is a longer one */
		{ "?none:- Polisi Tangkap Tiga Pencuri di Bekasi",
		  { ME("{o[Polisi Tangkap Tiga Pencuri di Bekasi hari ini "
		       "juga.]}"),
		    OTHER("a", "Polisi Tangkap Tiga Pencuri") } },
		/* so do a comma, a colon and a hyphen */
		{ "?none:- Jokowi Lantik Menteri Baru, Ini Orangnya",
		  { ME("{o[Jokowi Lantik Menteri Baru, Ini Orangnya Itu kata "
		       "istana.]}"),
		    OTHER("a", "Jokowi Lantik Menteri Baru") } },
		{ "?none:- Jokowi Lantik Menteri Baru: Ini Daftarnya",
		  { ME("{o[Jokowi Lantik Menteri Baru: Ini Daftarnya Itu kata "
		       "istana.]}"),
		    OTHER("a", "Jokowi Lantik Menteri Baru") } },
		{ "?none:- Polisi Temukan Empat Anak-Anak Jalanan",
		  { ME("{o[Polisi Temukan Empat Anak-Anak Jalanan Itu kata "
		       "kapolsek.]}"),
		    OTHER("a", "Polisi Temukan Empat Anak") } },
		/* and a number */
		{ "?none:- Timnas Indonesia Kalahkan Malaysia 3-1 Tadi Malam",
		  { ME("{o[Timnas Indonesia Kalahkan Malaysia 3-1 Tadi Malam "
		       "Itu kata pelatih.]}"),
		    OTHER("a", "Timnas Indonesia Kalahkan Malaysia") } },
		/* unless it counts the items of a list */
		{ "prefix:a Timnas Indonesia Kalahkan Malaysia",
		  { ME("{o[Timnas Indonesia Kalahkan Malaysia 3. Pelatih "
		       "Kepala tidak hadir.]}"),
		    OTHER("a", "Timnas Indonesia Kalahkan Malaysia") } },
		/* nothing known: capitals show how far, and it stays text */
		{ "?none:- Judul Lain yang Tidak",
		  { ME("{o[Judul Lain yang Tidak Itu diketahui siapa pun.]}"),
		    OTHER("a", "Satu Dua Tiga Empat") } },
		{ "", /* too short a guess to report */
		  { ME("{o[Judul Lain kata dia hari ini.]}"),
		    OTHER("a", "Satu Dua Tiga Empat") } },
		/* a guess is never a link, even if it is near to a title */
		{ "?none:- Judul Kedua Ketiga Keempat Kelimax",
		  { ME("{o[Judul Kedua Ketiga Keempat Kelimax Itu kata dia.]}"),
		    OTHER("a", "Judul Kedua Ketiga Keempat Kelima") } },
		/* all of it near: the full stop is the title's end */
		{ "near:a Judul Kedua Ketiga Keempat Kelimax",
		  { ME("{o[Judul Kedua Ketiga Keempat Kelimax.]}"),
		    OTHER("a", "Judul Kedua Ketiga Keempat Kelima") } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
}

/* A short title that is the head of a longer one, unknown. */
static void test_longer_title(void **state)
{
#define HEAD "Harga Emas Antam Hari Ini"
	static const struct scene scenes[] = {
		{ "?none:- " HEAD " Anjlok Tajam",
		  { ME("{o[" HEAD " Anjlok Tajam Menurut Rina, harga turun.]}"),
		    OTHER("a", HEAD) } },
		/* prose goes on at once */
		{ "prefix:a " HEAD,
		  { ME("{o[" HEAD " Menurut Rina, harga turun.]}"),
		    OTHER("a", HEAD) } },
		/* a title of seven words says enough */
		{ "prefix:a " HEAD " Anjlok Tajam",
		  { ME("{o[" HEAD " Anjlok Tajam Sekali Lagi Menurut Rina, "
		       "harga turun.]}"),
		    OTHER("a", HEAD " Anjlok Tajam") } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
#undef HEAD
}

/* What is not all of a title is no article of years later. */
static void test_later_year(void **state)
{
#define LONG "Prakiraan Cuaca Tegal dan Sekitarnya pada Hari Ini"
	static const struct scene scenes[] = {
		{ "none:- Prakiraan Cuaca Tegal dan ...",
		  { ME("{l[Prakiraan Cuaca Tegal dan ...]}"),
		    DATED("a", LONG, "2021-12-25") } },
		{ "prefix:a Prakiraan Cuaca Tegal dan ...",
		  { ME("{l[Prakiraan Cuaca Tegal dan ...]}"),
		    DATED("a", LONG, "2020-12-25") } },
		{ "none:- " LONG,
		  { ME("{o[" LONG " Menurut Rina, hujan turun.]}"),
		    DATED("a", LONG, "2021-12-25") } },
		{ "exact:a " LONG,
		  { ME("{l[" LONG "]}"), DATED("a", LONG, "2021-12-25") } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
#undef LONG
}

/* A title that is known parts those before and behind it. */
static void test_row(void **state)
{
#define KNOWN "Warga Tegal Panen Cabai Merah Lebih Cepat"
#define FIRST "Petani Brebes Menunggu Hujan Turun Lagi"
	static const struct scene scenes[] = {
		{ "none:- " FIRST "; prefix:a " KNOWN,
		  { ME("{o[" FIRST " " KNOWN " Menurut dia, itu benar.]}"),
		    OTHER("a", KNOWN) } },
		{ "none:- " FIRST "?; prefix:a " KNOWN "; prefix:b Bupati "
		  "Kudus Buka Pasar",
		  { ME("{o[" FIRST "? " KNOWN " Bupati Kudus Buka Pasar "
		       "Ia senang hari itu.]}"),
		    OTHER("a", KNOWN),
		    OTHER("b", "Bupati Kudus Buka Pasar") } },
		/* the last one: its end is a guess, if titles come so */
		{ "none:- " FIRST "; prefix:a " KNOWN "; ?none:- Bupati "
		  "Kudus Buka Pasar Ikan Baru",
		  { ME("{b[" FIRST " " KNOWN " Bupati Kudus Buka Pasar "
		       "Ikan Baru Menurut dia, itu benar.]}"),
		    OTHER("a", KNOWN) } },
		{ "prefix:a " KNOWN,
		  { ME("{o[" KNOWN " Bupati Kudus Buka Pasar Ikan Baru Menurut "
		       "dia, itu benar.]}"),
		    OTHER("a", KNOWN) } },
		{ "prefix:a " KNOWN, /* prose */
		  { ME("{b[" KNOWN " Menurut Bupati Kudus Budi Santoso Hadi, "
		       "itu benar.]}"),
		    OTHER("a", KNOWN) } },
		{ "prefix:a " KNOWN,
		  { ME("{b[" KNOWN " Badan Cuaca Iklim Kudus Jawa Tengah Raya "
		       "(BCIKJTR) menduga itu.]}"),
		    OTHER("a", KNOWN) } },
		/* not within another title: a comma, a colon, a small word */
		{ "?none:- Kata Bupati Kudus Budi Santoso: " KNOWN,
		  { ME("{o[Kata Bupati Kudus Budi Santoso: " KNOWN " Menurut "
		       "dia, itu benar.]}"),
		    OTHER("a", KNOWN) } },
		{ "?none:- Ini Kisah Budi Santoso dari " KNOWN,
		  { ME("{o[Ini Kisah Budi Santoso dari " KNOWN " Menurut dia, "
		       "itu benar.]}"),
		    OTHER("a", KNOWN) } },
		/* nor a short one, nor behind few words */
		{ "?none:- " FIRST " Bupati Kudus Buka Pasar",
		  { ME("{o[" FIRST " Bupati Kudus Buka Pasar Menurut dia, itu "
		       "benar.]}"),
		    OTHER("a", "Bupati Kudus Buka Pasar") } },
		{ "?none:- Budi dan Ani Saksikan " KNOWN,
		  { ME("{o[Budi dan Ani Saksikan " KNOWN " Menurut dia, itu "
		       "benar.]}"),
		    OTHER("a", KNOWN) } },
		/* nor in the sentence that runs on */
		{ "?none:- " FIRST,
		  { ME("{o[" FIRST " Ia membaca buku " KNOWN " kemarin.]}"),
		    OTHER("a", KNOWN) } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
#undef FIRST
#undef KNOWN
}

/* Titles in a row of which none is known: parted by what other titles say. */
static void test_unknown_row(void **state)
{
#define ONE "Bupati Sragen Memuji Hasil Panen Padi dan Cabai"
#define TWO "Polisi Solo Mengatur Arus Kendaraan di Jalan Raya"
#define OTHERS                                                                 \
	OTHER("a", "Warga Tegal Menanam Padi dan Cabai"),                      \
	    OTHER("b", "Warga Brebes Kembali Memilih Cabai"),                  \
	    OTHER("c", "Polisi Blora Menutup Pasar yang Ramai"),               \
	    OTHER("d", "Polisi Pati Membuka Jalan Lingkar")
	static const struct scene scenes[] = {
		{ "?none:- " ONE "; ?none:- " TWO,
		  { ME("{b[" ONE " " TWO " Menurut dia, itu benar.]}"),
		    OTHERS } },
		/* behind a colon stands one title */
		{ "?none:- " ONE " " TWO,
		  { ME("{o[" ONE " " TWO " Menurut dia, itu benar.]}"),
		    OTHERS } },
		/* before and behind one that is known */
		{ "none:- " ONE "; none:- " TWO
		  "; prefix:a Warga Tegal Menanam Padi dan Cabai",
		  { ME("{b[" ONE " " TWO " Warga Tegal Menanam Padi dan Cabai "
		       "Menurut dia, itu benar.]}"),
		    OTHERS } },
		{ "prefix:a Warga Tegal Menanam Padi dan Cabai; ?none:- " ONE
		  "; ?none:- " TWO,
		  { ME("{b[Warga Tegal Menanam Padi dan Cabai " ONE " " TWO
		       " Menurut dia, itu benar.]}"),
		    OTHERS } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
#undef OTHERS
#undef TWO
#undef ONE
}

/* A title glued to the sentence behind it. */
static void test_seam(void **state)
{
#define KNOWN "Warga Tegal Panen Cabai di Brebes 2023"
	static const struct scene scenes[] = {
		{ "exact:a " KNOWN,
		  { ME("{o[" KNOWN "Ketika hujan turun, mereka pulang.]}"),
		    OTHER("a", KNOWN) } },
		{ "none:- Warga Kudus Panen Padi di Blora",
		  { ME("{o[Warga Kudus Panen Padi di BloraMenurut dia, itu "
		       "benar.]}"),
		    OTHER("a", KNOWN) } },
		/* a number is whole or it is another number */
		{ "none:- " KNOWN "4",
		  { ME("{o[" KNOWN "4Ketika hujan turun, mereka pulang.]}"),
		    OTHER("a", KNOWN) } },
		/* not glued to its mark: a heading is, behind the title */
		{ "?none:- Warga Kudus Panen Padi di Blora Hujan",
		  { ME("{o [Warga Kudus Panen Padi di Blora Hujan TegalMenurut "
		       "dia, itu benar.]}"),
		    OTHER("a", KNOWN) } },
		/* longer than a title is */
		{ "?none:- Warga Kudus Panen Padi di Blora Raya Hujan Tegal "
		  "Brebes Pemalang Solo Jepara Demak Rembang Pati Sragen "
		  "Klaten",
		  { ME("{o[Warga Kudus Panen Padi di Blora Raya Hujan Tegal "
		       "Brebes Pemalang Solo Jepara Demak Rembang Pati Sragen "
		       "Klaten]}"),
		    OTHER("a", KNOWN) } },
		/* names have capitals within; and prose is not glued */
		{ "?none:- Produk Tegal Tampil di Depan PaDi Umpama Tegal Raya",
		  { ME("{o[Produk Tegal Tampil di Depan PaDi Umpama Tegal Raya "
		       "Itu kata dia.]}"),
		    OTHER("a", KNOWN) } },
		{ "?none:- Warga Tegal Memakai TransKetikan Merah Baru",
		  { ME("{o[Warga Tegal Memakai TransKetikan Merah Baru Itu "
		       "kata "
		       "dia.]}"),
		    OTHER("a", KNOWN) } },
		{ "?none:- Warga Kudus Panen Padi",
		  { ME("{o[Warga Kudus Panen Padi Mereka pulang saat hujan "
		       "turunKetika itu.]}"),
		    OTHER("a", KNOWN) } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
#undef KNOWN
}

/* A text without commas: each went with the letter before it. */
static void test_lost_commas(void **state)
{
#define LOST "Namu. kata di. warga senan. lalu pulang.\n\n"
#define KEPT "Namun, kata dia, warga senang. lalu pulang.\n\n"
#define KNOWN "Warga Tegal Panen Cabai, Petani Kudus Menunggu Hujan"
#define CLIPPED "Warga Tegal Panen Caba. Petani Kudus Menunggu Huja"
	static const struct scene scenes[] = {
		{ "near:a " CLIPPED,
		  { ME(LOST "{o[" CLIPPED ". Menurut di. itu benar.]}"),
		    OTHER("a", KNOWN) } },
		{ "near:a Warga Tegal Panen Cabai Mera", /* no comma in it */
		  { ME(LOST "{o[Warga Tegal Panen Cabai Mera. Menurut di. "
			    "itu benar.]}"),
		    OTHER("a", "Warga Tegal Panen Cabai Merah") } },
		/* two titles could be meant */
		{ "none:- Warga Tegal Panen Cabai Mera",
		  { ME(LOST "{o[Warga Tegal Panen Cabai Mera. Menurut di. "
			    "itu benar.]}"),
		    OTHER("a", "Warga Tegal Panen Cabai Merah"),
		    OTHER("b", "Warga Tegal Panen Cabai Merak") } },
		/* short words, too */
		{ "near:a Warga Tegal Panen Cabai In. Petani Kudus Menunggu R",
		  { ME(LOST "{o[Warga Tegal Panen Cabai In. Petani Kudus "
			    "Menunggu R. Menurut di. itu benar.]}"),
		    OTHER("a", "Warga Tegal Panen Cabai Ini, Petani Kudus "
			       "Menunggu RS") } },
		/* a lost digit may be any, also a Roman one */
		{ "?none:- Warga Tegal Panen Cabai 120",
		  { ME(LOST "{o[Warga Tegal Panen Cabai 120. Menurut di. itu "
			    "benar.]}"),
		    OTHER("a", "Warga Tegal Panen Cabai 1203") } },
		{ "?none:- Warga Tegal Panen Cabai ke-X",
		  { ME(LOST "{o[Warga Tegal Panen Cabai ke-X. Menurut di. itu "
			    "benar.]}"),
		    OTHER("a", "Warga Tegal Panen Cabai ke-XI") } },
		/* but a year of the last weeks' articles */
		{ "near:a Warga Tegal Panen Cabai 202",
		  { ME(LOST "{o[Warga Tegal Panen Cabai 202. Menurut di. itu "
			    "benar.]}"),
		    OTHER("a", "Warga Tegal Panen Cabai 2023") } },
		{ "none:- Warga Tegal Panen Cabai 202",
		  { ME(LOST "{o[Warga Tegal Panen Cabai 202. Menurut di. itu "
			    "benar.]}"),
		    DATED("a", "Warga Tegal Panen Cabai 2021",
			  "2019-09-26") } },
		{ "none:- Warga Tegal Panen Cabai 202",
		  { ME(LOST "{o[Warga Tegal Panen Cabai 202. Menurut di. itu "
			    "benar.]}"),
		    DATED("a", "Warga Tegal Panen Cabai 2023",
			  "2020-09-27") } },
		{ "none:- Warga Tegal Panen Cabai 202",
		  { ME(LOST "{o[Warga Tegal Panen Cabai 202. Menurut di. itu "
			    "benar.]}"),
		    DATED("a", "Warga Tegal Panen Cabai 2023", NULL) } },
		{ "none:- Warga Tegal Panen Cabai 202",
		  { ME(LOST "{o[Warga Tegal Panen Cabai 202. Menurut di. itu "
			    "benar.]}"),
		    OTHER("a", "Warga Tegal Panen Cabai 2023"),
		    OTHER("b", "Warga Tegal Panen Cabai 2022") } },
		/* more than a letter, another word, no comma there */
		{ "?none:- Warga Tegal Panen Cabai Mer",
		  { ME(LOST "{o[Warga Tegal Panen Cabai Mer. Menurut di. itu "
			    "benar.]}"),
		    OTHER("a", "Warga Tegal Panen Cabai Merah") } },
		{ "?none:- Warga Tegal Tanam Caba. Petani Kudus Menunggu Huja",
		  { ME(LOST "{o[Warga Tegal Tanam Caba. Petani Kudus Menunggu "
			    "Huja. Menurut di. itu benar.]}"),
		    OTHER("a", KNOWN) } },
		{ "?none:- " CLIPPED,
		  { ME(LOST "{o[" CLIPPED ". Menurut di. itu benar.]}"),
		    OTHER("a", "Warga Tegal Panen Cabai Petani Kudus Menunggu "
			       "Hujan") } },
		/* the last of several belongs to the title */
		{ "?none:- Warga Tegal Panen Caba. Jagun. dan Padi di Sawah",
		  { ME(LOST "{o[Warga Tegal Panen Caba. Jagun. dan Padi di "
			    "Sawah. Menurut di. itu benar.]}"),
		    OTHER("a", KNOWN) } },
		{ "?none:- Warga Tegal Panen Caba",
		  { ME(LOST "{o[Warga Tegal Panen Caba. Jagun. dan padi "
			    "tumbuh di sana.]}"),
		    OTHER("a", KNOWN) } },
		/* not in a text that has its commas */
		{ "?none:- Warga Tegal Panen Caba",
		  { ME(KEPT "{o[" CLIPPED ". Menurut dia, itu benar.]}"),
		    OTHER("a", KNOWN) } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
#undef CLIPPED
#undef KNOWN
#undef KEPT
#undef LOST
}

/* Marker, mark number and bytes: what body_compose cuts by. */
static void test_places(void **state)
{
	struct maker m;
	(void)state;
	maker_make(&m,
		   (struct written[]){
		       ME("Isi {w(baca: [polisi])} dan\n\n"
			  "kata {oBaca juga: [Satu Dua Tiga Empat Lima Enam "
			  "Tujuh Delapan Menurut dia, ya.]}"),
		       OTHER("a", "Satu Dua Tiga Empat"),
		       OTHER("b", "Lima Enam Tujuh Delapan"),
		       { 0 } });
	const struct article *me = maker_article(&m, "me");
	assert_int_equal(me->reference_count, 2);
	for (uint32_t i = 0; i < 2; i++) {
		const struct reference *r = &me->references[i];
		assert_int_equal(r->mark, 1);
		assert_slice(r->marker, "Baca juga");
		assert_int_equal(r->from, i ? 36 : 16);
		assert_int_equal(r->to, i ? 59 : 35);
	}
	maker_end(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cut_off),
		cmocka_unit_test(test_several),
		cmocka_unit_test(test_run_on),
		cmocka_unit_test(test_longer_title),
		cmocka_unit_test(test_later_year),
		cmocka_unit_test(test_row),
		cmocka_unit_test(test_unknown_row),
		cmocka_unit_test(test_seam),
		cmocka_unit_test(test_lost_commas),
		cmocka_unit_test(test_places),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
