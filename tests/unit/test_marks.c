/*
 * test_marks.c - read-also marks in every form that scraped news has, and what
 * only looks like one.
 */
#include "loader_maker.h"

#define T1 "Harga Cabai Naik Lagi di Pasar Tegal"
#define T2 "Nelayan Kembali Melaut setelah Sepekan"

struct marked {
	const char *text;  /* behind the title line */
	const char *marks; /* see say_marks */
	const char *rest;  /* see say_rest; NULL: nothing is left but "" */
};

static void check(struct maker *m, const struct marked *want, bool markdown)
{
	struct buf text = { 0 };
	struct slice in = slice_of(want->text);
	buf_printf(&text, "Judul\n\n%s\n", want->text);
	const struct document *doc = make(m, buf_slice(&text), markdown);
	assert_said(say_marks(m, doc), want->marks, in);
	assert_said(say_rest(m, doc), want->rest ? want->rest : "", in);
	buf_release(&text);
}
#define CHECK_ALL(state, cases, markdown)                                      \
	for (size_t n = 0; n < COUNT_OF(cases); n++)                           \
	check(*state, &cases[n], markdown)

static void test_brackets(void **state)
{
	static const struct marked cases[] = {
		{ "Satu. (Baca: " T1 " )", "Baca{" T1 "})", "Satu. " },
		{ "Satu. (Baca juga: " T1 ") Dua.", "Baca juga{" T1 "})",
		  "Satu.  Dua." },
		{ "Satu.(Baca juga: " T1 " )Dua.", "Baca juga{" T1 "})",
		  "Satu.Dua." },
		{ "(Baca: " T1 ")", "Baca{" T1 "})", NULL },
		{ "[Baca juga: " T1 "]", "Baca juga{" T1 "})", NULL },
		{ "( Baca juga : " T1 " )", "Baca juga{" T1 "})", NULL },
		{ "(BACA JUGA: " T1 ")", "BACA JUGA{" T1 "})", NULL },
		{ "(Baca  juga: " T1 ")", "Baca juga{" T1 "})", NULL },
		{ "(Baca\xC2\xA0juga:\xC2\xA0" T1 ")", "Baca juga{" T1 "})",
		  NULL },
		{ "(Baca juga: [POPULER] Kota (Tua) | " T1 ")",
		  "Baca juga{[POPULER] Kota (Tua) | " T1 "})", NULL },
		{ "(Simak juga: " T1 ") (Lihat pula: " T2 ")",
		  "Simak juga{" T1 "}) Lihat pula{" T2 "})", " " },
		/* emptied: the link in it was lost */
		{ "Satu. (Baca juga: ,) Dua.", "Baca juga{})", "Satu.  Dua." },
		{ "(Baca juga: )", "Baca juga{})", NULL },
		{ "(Baca juga:)", "Baca juga{})", NULL },
		/* nobody closes it */
		{ "Satu. (Baca juga: " T1, "Baca juga{" T1 "}$", "Satu. " },
	};
	CHECK_ALL(state, cases, false);
}

/* The search goes in steps: a mark is found wherever it stands. */
static void test_every_place(void **state)
{
	static const char *const phrases[] = {
		"Baca",	      "Baca juga",   "Lihat juga",
		"Simak pula", "tonton juga", "PILIHAN EDITOR",
	};
	struct buf text = { 0 }, mark = { 0 };
	for (size_t i = 0; i < COUNT_OF(phrases); i++)
		for (const char *c = "xabcinlsp"; *c; c++) {
			buf_clear(&mark);
			buf_printf(&mark, "%s{" T1 "})", phrases[i]);
			for (int n = 1; n < 8; n++) {
				char before[8] = "";
				memset(before, *c, (size_t)n);
				buf_clear(&text);
				buf_printf(&text, "%s(%s: " T1 ")", before,
					   phrases[i]);
				check(*state,
				      &(struct marked){ buf_zstr(&text),
							buf_zstr(&mark),
							before },
				      false);
			}
		}
	buf_release(&text);
	buf_release(&mark);
}

static void test_lines(void **state)
{
	static const struct marked cases[] = {
		{ "Baca juga: " T1, "Baca juga{" T1 "}$", NULL },
		{ "Baca Juga : " T1, "Baca Juga{" T1 "}$", NULL },
		{ "Baca juga ; " T1, "Baca juga{" T1 "}$", NULL },
		{ "baca juga: " T1, "baca juga{" T1 "}$", NULL },
		{ "Yuk, baca juga: " T1, "baca juga{" T1 "}$", "" },
		{ "Yuk baca juga:" T1, "baca juga{" T1 "}$", "" },
		{ "Ia, baca juga: " T1, "baca juga{" T1 "}$", "Ia, " },
		{ "Baca artikel menarik lainnya:" T1,
		  "Baca artikel menarik lainnya{" T1 "}$", NULL },
		{ "Simak berita lainnya:" T1, "Simak berita lainnya{" T1 "}$",
		  NULL },
		{ "Ia baca berita lainnya: " T1, "",
		  "Ia baca berita lainnya: " T1 },
		{ "Baca Ini Juga Deh:" T1, "Baca Ini Juga Deh{" T1 "}$", NULL },
		{ "BACA JUGA " T1, "BACA JUGA{" T1 "}$", NULL },
		{ "Baca Juga " T1, "Baca Juga{" T1 "}$", NULL },
		{ "Baca juga " T1, "Baca juga{" T1 "}$", NULL },
		{ "Baca: " T1, "Baca{" T1 "}$", NULL },
		{ "Pilihan Editor: " T1, "Pilihan Editor{" T1 "}$", NULL },
		{ "Pilihan Editor :\xC2\xA0 " T1, "Pilihan Editor{" T1 "}$",
		  NULL },
		{ "Simak Video: " T1, "Simak Video{" T1 "}$", NULL },
		{ "Baca selengkapnya: " T1, "Baca selengkapnya{" T1 "}$",
		  NULL },
		{ "Baca berita selengkapnya: " T1,
		  "Baca berita selengkapnya{" T1 "}$", NULL },
		/* cut off, with a full stop of its own, short */
		{ "Baca juga: Harga Cabai Naik ...",
		  "Baca juga{Harga Cabai Naik ...}$", NULL },
		{ "Baca juga: Panduan H. Agus Salim",
		  "Baca juga{Panduan H. Agus Salim}$", NULL },
		{ "Baca juga: Banjir", "Baca juga{Banjir}$", NULL },
		/* a label whose title was lost */
		{ "Baca juga:", "Baca juga{}$", NULL },
	};
	CHECK_ALL(state, cases, false);
}

static void test_label_and_title(void **state)
{
	static const struct marked cases[] = {
		{ "Satu.\nBaca Juga:\n" T1 "\nDua.", "Baca Juga{" T1 "}$",
		  "Satu.||Dua." },
		{ "Baca Juga\n" T1, "Baca Juga{" T1 "}$", NULL },
		{ "Pilihan Editor :\n" T1, "Pilihan Editor{" T1 "}$", NULL },
		{ "Baca Juga:\nBaca Juga: " T1,
		  "Baca Juga{}$ Baca Juga{" T1 "}$", "|" },
		/* the next line is a sentence, a subheading, in small letters
		 */
		{ "Baca Juga:\nWarga pulang ke rumah.", "Baca Juga{}$",
		  "|Warga pulang ke rumah." },
		{ "Baca Juga:\n\"Ya,\" kata Budi.", "Baca Juga{}$",
		  "|\"Ya,\" kata Budi." },
		{ "Baca Juga:\nBerikut daftarnya:", "Baca Juga{}$",
		  "|Berikut daftarnya:" },
		{ "Baca Juga:\nharga cabai", "Baca Juga{}$", "|harga cabai" },
		/* what somebody wrote, items, a line before an advertisement */
		{ "Satu.\nBaca Juga\n\"" T1 "\"\nDua.", "",
		  "Satu.|\"" T1 "\"|Dua." },
		{ "Satu.\nBaca Juga\n\xE2\x80\x9C" T1 " !!\nDua.", "",
		  "Satu.|\xE2\x80\x9C" T1 " !!|Dua." },
		{ "Satu.\nBaca Juga\n\"Ya\", Kata Rina di Pasar Tegal\nDua.",
		  "Baca Juga{\"Ya\", Kata Rina di Pasar Tegal}$",
		  "Satu.||Dua." },
		{ "Satu.\nBaca Juga\n1.Rina Contoh\nDua.", "",
		  "Satu.|1.Rina Contoh|Dua." },
		{ "Satu.\nBaca Juga\n" T1 "\n\nAdvertisement\nDua.", "",
		  "Satu.|" T1 "|Dua." },
		{ "Satu.\nBaca Juga:\n" T1 "\n\nAdvertisement\nDua.",
		  "Baca Juga{" T1 "}$", "Satu.||Dua." },
		{ "Baca\n" T1, "", "Baca|" T1 },
		/* the page lost the titles */
		{ "Satu.\nBaca Juga\nWarga pulang ke rumah.", "",
		  "Satu.|Warga pulang ke rumah." },
		{ "Satu.\nSimak juga", "", "Satu." },
		{ "Satu.\nBaca juga\nharga cabai", "", "Satu.|harga cabai" },
	};
	CHECK_ALL(state, cases, false);
}

/* Several titles below a label; what only looks like one stays. */
static void test_label_and_list(void **state)
{
#define T3 "Bupati Tegal Resmikan Pasar Ikan Baru"
	static const struct marked cases[] = {
		{ "Baca juga:\n- " T1 "\n- " T2 "\n- " T3 "\nLalu ia pergi.",
		  "Baca juga{" T1 "}$ Baca juga{" T2 "}$ Baca juga{" T3 "}$",
		  "|||Lalu ia pergi." },
		{ "Satu.\nBaca Juga\n" T1 "\n" T2 "\n" T3 "\nLalu ia pergi.",
		  "Baca Juga{" T1 "}$ Baca Juga{" T2 "}$ Baca Juga{" T3 "}$",
		  "Satu.||||Lalu ia pergi." },
		/* two reach to the end */
		{ "Satu.\nBerita Terkait:\n1. " T1 "\n2. " T2,
		  "Berita Terkait{" T1 "}$ Berita Terkait{" T2 "}$",
		  "Satu.||" },
		/* the second is a subheading */
		{ "Baca Juga:\n" T1 "\n" T2 "\nLalu ia pergi.",
		  "Baca Juga{" T1 "}$", "|" T2 "|Lalu ia pergi." },
		{ "Baca Juga:\n" T1 "\nCara Menanam\nPanen",
		  "Baca Juga{" T1 "}$", "|Cara Menanam|Panen" },
		/* the article's own list, below a label that lost its title */
		{ "Baca Juga:\n1. " T1 "\nPotong daunnya.\n2. " T2,
		  "Baca Juga{}$", "|1. " T1 "|Potong daunnya.|2. " T2 },
		{ "Baca juga:\n- cabai merah\n- cabai rawit\n- bawang",
		  "Baca juga{}$", "|- cabai merah|- cabai rawit|- bawang" },
	};
	CHECK_ALL(state, cases, false);
}

/* Even the blanks between label and titles were lost. */
static void test_label_glued_to_titles(void **state)
{
	static const struct marked cases[] = {
		{ "Satu.\nBaca Juga" T3 T3 "\nDua.",
		  "Baca Juga{" T3 "}$ Baca Juga{" T3 "}$", "Satu.|||Dua." },
		{ "Baca Juga12 Warga Tegal Tanam CabaiBupati Tegal Resmikan "
		  "WhatsApp PepsiCo Milik Pasar",
		  "Baca Juga{12 Warga Tegal Tanam Cabai}$ Baca Juga{Bupati "
		  "Tegal Resmikan WhatsApp PepsiCo Milik Pasar}$",
		  "|" },
		{ "Baca JugaWarga Tegal Puji Program MBGBupati Tegal Resmikan "
		  "Pasar",
		  "Baca Juga{Warga Tegal Puji Program MBG}$ Baca Juga{Bupati "
		  "Tegal Resmikan Pasar}$",
		  "|" },
		/* behind a label with its sign; numbers and signs at seams */
		{ "Satu.\nYuk baca juga:Warga Desa McAdam Tanam Cabai Tegal"
		  "5 Potret Panen Cabai di Tegal, Siapa Paling Cepat?10 Cara "
		  "Menanam Cabai di Kebun (Bagian 1)Grup Dua2Dua Nyanyikan "
		  "Lagu 'Hujan di Tegal'Bupati Tegal Resmikan Pasar Baru!Harga "
		  "Cabai Tegal Turun Lagi",
		  "baca juga{Warga Desa McAdam Tanam Cabai Tegal}$ "
		  "baca juga{5 Potret Panen Cabai di Tegal, Siapa Paling "
		  "Cepat?}$ baca juga{10 Cara Menanam Cabai di Kebun "
		  "(Bagian 1)}$ baca juga{Grup Dua2Dua Nyanyikan Lagu "
		  "'Hujan di Tegal'}$ baca juga{Bupati Tegal Resmikan "
		  "Pasar Baru!}$ baca juga{Harga Cabai Tegal Turun Lagi}$",
		  "Satu.||||||" },
		{ "Satu.\nCek Yang Lain Juga, Yuk!" T3 T3,
		  "Cek Yang Lain Juga, Yuk{" T3 "}$ Cek Yang Lain Juga, "
		  "Yuk{" T3 "}$",
		  "Satu.||" },
		{ "Warga itu pulang ke desa.Simak berita lainnya:" T3
		  "?E-Book Gratis di Kota TegalDi Desa Warga Boleh Menanam!" T3,
		  "Simak berita lainnya{" T3 "?}$ Simak berita lainnya{E-Book "
		  "Gratis di Kota Tegal}$ Simak berita lainnya{Di Desa Warga "
		  "Boleh Menanam!}$ Simak berita lainnya{" T3 "}$",
		  "Warga itu pulang ke desa.||||" },
		/* prose among them */
		{ "Satu.\nCek Yang Lain Juga, Yuk!" T3 "Warga itu lalu pulang "
		  "dan makan malam",
		  "",
		  "Satu.|Cek Yang Lain Juga, Yuk!" T3 "Warga itu lalu "
		  "pulang dan makan malam" },
		{ "Satu.\nJangan lewatkan!" T3 T3, "",
		  "Satu.|Jangan lewatkan!|" T3 T3 },
		/* a sentence, small letters, one word too long */
		{ "Baca JugaWarga itu, kata Budi.", "",
		  "Baca JugaWarga itu, kata Budi." },
		{ "Bacajuga", "", "Bacajuga" },
		{ "Baca jugaan", "", "Baca jugaan" },
	};
	CHECK_ALL(state, cases, false);
}

static void test_inside_a_paragraph(void **state)
{
	static const struct marked cases[] = {
		/* nobody knows where the title ends */
		{ "Satu. Baca juga: " T1 " Menurut Budi, itu benar.",
		  "Baca juga{" T1 " Menurut Budi, itu benar.}~", "Satu. " },
		{ "Satu (1/2/2022).Baca juga: " T1 "Baca juga: " T2
		  " \"Atas itu,\" katanya.",
		  "Baca juga{" T1 "}) Baca juga{" T2
		  " \"Atas itu,\" katanya.}~",
		  "Satu (1/2/2022)." },
		{ "terpuruk Baca juga: " T1 " Lalu ia pergi. Dan pulang",
		  "Baca juga{" T1 " Lalu ia pergi. Dan pulang}~", "terpuruk " },
		{ "amanBaca juga: " T1, "Baca juga{" T1 "}$", "aman" },
		{ "Baca: " T1 " Baca: " T2, "Baca{" T1 "}) Baca{" T2 "}$",
		  NULL },
		/* two blanks part the title from the text */
		{ "Satu. Baca juga: " T1 "   \"Benar,\" katanya.",
		  "Baca juga{" T1 "})", "Satu.    \"Benar,\" katanya." },
		{ "Satu. Baca juga: " T1 " \xC2\xA0"
		  "Dua.",
		  "Baca juga{" T1 "})",
		  "Satu.   "
		  "Dua." },
		/* the credit of a photograph, which goes if its end is known */
		{ "Satu. Baca juga: " T1 " Foto/Instagram @warga_tegalLebih "
		  "dari itu, warga pulang.",
		  "Baca juga{" T1 "})", "Satu. Lebih dari itu, warga pulang." },
		{ "Satu. Baca juga: " T1
		  " Foto/Instagram @warga.tegal\"Benar,\" "
		  "katanya.",
		  "Baca juga{" T1 "})", "Satu. \"Benar,\" katanya." },
		{ "Satu. Baca juga: " T1 " Foto/Reuters Warga pulang.",
		  "Baca juga{" T1 "})", "Satu. Foto/Reuters Warga pulang." },
		{ "Satu. Baca juga: " T1 " dalam Foto/Video Warga",
		  "Baca juga{" T1 " dalam Foto/Video Warga}$", "Satu. " },
		{ "Satu. Baca juga: " T1 " lewat 50 foto/lagu Warga",
		  "Baca juga{" T1 " lewat 50 foto/lagu Warga}$", "Satu. " },
		/* a day with its hour heads a list */
		{ "Satu. Baca juga: " T1 "! Sabtu, 7 Juni 202519:45 WIB : Satu "
		  "vs Dua",
		  "Baca juga{" T1 "!})",
		  "Satu. Sabtu, 7 Juni 202519:45 WIB : Satu vs Dua" },
		{ "Satu. Baca juga: " T1 ", Sabtu, 7 Juni 2025",
		  "Baca juga{" T1 ", Sabtu, 7 Juni 2025}$", "Satu. " },
		{ "Satu. Baca juga: " T1 " Sabtu, 7 Juni 2025 10.000 Bibit",
		  "Baca juga{" T1 " Sabtu, 7 Juni 2025 10.000 Bibit}$",
		  "Satu. " },
		/* they stand on both sides of a link within prose */
		{ "Satu. Baca juga: " T1 " Tonton Drama  Angin Malam  pukul 7",
		  "Baca juga{" T1 " Tonton Drama  Angin Malam  pukul 7}~",
		  "Satu. " },
		{ "Satu. Baca juga: " T1 "  Pasar Pagi  Dua warga pulang.",
		  "Baca juga{" T1 "})",
		  "Satu.   Pasar Pagi  Dua warga pulang." },
		{ "Satu. Baca Juga " T1 " " T2, "Baca Juga{" T1 " " T2 "}$",
		  "Satu. " },
		/* no full stop at its end, and yet no title */
		{ "Satu. Baca juga: " T1 " Lantas berapa harga yang pantas?",
		  "Baca juga{" T1 " Lantas berapa harga yang pantas?}~",
		  "Satu. " },
		{ "Satu. Baca juga: " T1 " 2. Pasar Brebes",
		  "Baca juga{" T1 " 2. Pasar Brebes}~", "Satu. " },
		{ "Satu. Baca juga: Berapa Harga Cabai Tegal? Jalannya rapat",
		  "Baca juga{Berapa Harga Cabai Tegal? Jalannya rapat}~",
		  "Satu. " },
		{ "Baca juga: Kenapa Cabai Tegal Mahal? Ini Alasan Petani",
		  "Baca juga{Kenapa Cabai Tegal Mahal? Ini Alasan Petani}$",
		  NULL },
		{ "Baca juga: Pemkab Tegal pastikan harga cabai akan turun",
		  "Baca juga{Pemkab Tegal pastikan harga cabai akan turun}$",
		  NULL },
		{ "Satu. BACA JUGA " T1 " Dua. Tiga.",
		  "BACA JUGA{" T1 " Dua. Tiga.}~", "Satu. " },
	};
	CHECK_ALL(state, cases, false);
}

/* Where other line ends are lost, so is the one before a mark. */
static void test_glued_to_a_stop(void **state)
{
#define P1 "Hujan turun di Kota Tegal pada pagi hari."
#define P2 "Warga pulang ke rumah masing-masing sebelum malam."
	static const struct marked cases[] = {
		{ P1 P2 "Baca juga: " T1 " Menurut Budi, itu benar.",
		  "Baca juga{" T1 " Menurut Budi, itu benar.}~",
		  P1 "|" P2 "|" },
		{ P1 P2 "Baca juga: " T1 "  Dua.Baca juga: " T2 "  Tiga.",
		  "Baca juga{" T1 "}) Baca juga{" T2 "})",
		  P1 "|" P2 "|  Dua.|  Tiga." },
		{ P1 "\"" P2 "\"Baca juga: " T1, "Baca juga{" T1 "}$",
		  P1 "|\"" P2 "\"|" },
		{ P1 P2 " Baca juga: " T1, "Baca juga{" T1 "}$",
		  P1 "|" P2 " " },
		{ P1 P2 "(Baca juga: " T1 ")", "Baca juga{" T1 "})",
		  P1 "|" P2 },
		{ P1 " " P2 "Baca juga: " T1, "Baca juga{" T1 "}$", P1 " " P2 },
	};
	CHECK_ALL(state, cases, false);
}

static void test_videos(void **state)
{
	static const struct marked cases[] = {
		{ "Simak juga Video '" T1 "':", "Simak juga{" T1 "})", NULL },
		{ "Tonton juga video \"" T1 "\" di sini:",
		  "Tonton juga{" T1 "})", NULL },
		{ "Lihat juga Video: " T1, "Lihat juga{" T1 "}$", NULL },
		{ "Simak juga Video 'Kata Budi: 'Ya' dan Tidak':",
		  "Simak juga{Kata Budi: 'Ya})", " dan Tidak':" },
		{ "Lihat juga Video \xE2\x80\x98Jum'at Pagi\xE2\x80\x99:",
		  "Lihat juga{Jum'at Pagi})?", NULL },
		{ "Tonton juga \xE2\x80\x9C" T1 "\xE2\x80\x9D",
		  "Tonton juga{" T1 "})", NULL },
		{ "Simak Video '" T1 "':", "Simak Video{" T1 "})", NULL },
		{ "Lihat Video \"" T1 "\"", "Lihat Video{" T1 "})", NULL },
		{ "Satu. Simak juga video \"" T1 "\" di sini: Dua.",
		  "Simak juga{" T1 "})", "Satu.  Dua." },
		/* no quotation or link reaches into the next mark */
		{ "Simak juga video \"" T1 " (baca: desa) dan \"itu\".",
		  "Simak juga{\"" T1 "}) baca{desa})?", " dan \"itu\"." },
		{ "Baca juga: [Satu (baca: desa) Dua](/a) Tiga",
		  "Baca juga{[Satu})? baca{desa})?", " Dua](/a) Tiga" },
	};
	CHECK_ALL(state, cases, false);
}

static void test_markdown(void **state)
{
	static const struct marked cases[] = {
		{ "(Baca juga: [" T1 "](/a/b.html))", "Baca juga{" T1 "})",
		  NULL },
		{ "Satu. (Baca juga: [" T1 "](/a_(b).html) ) Dua.",
		  "Baca juga{" T1 "})", "Satu.  Dua." },
		{ "(Baca juga: [" T1 ") Dua](/a)", "Baca juga{[" T1 "})",
		  " Dua](/a)" },
		{ "Baca juga: [" T1 "](/a)", "Baca juga{" T1 "})", NULL },
		{ "**Baca juga:** [" T1 "](/a)", "Baca juga{" T1 "})", NULL },
		{ "**Baca juga: [" T1 "](/a)**", "Baca juga{" T1 "})", NULL },
		{ "*Baca juga: " T1 "*", "Baca juga{" T1 "}$", NULL },
		{ "[Baca juga: " T1 "](/a)", "Baca juga{" T1 "})", NULL },
		{ "**[Baca juga: " T1 "](/a)**", "Baca juga{" T1 "})", NULL },
		{ "Satu **(Baca juga: " T1 ")** dua.", "Baca juga{" T1 "})",
		  "Satu  dua." },
		{ "**Baca juga: " T1 "** **Baca juga: " T2 "**",
		  "Baca juga{" T1 "}) Baca juga{" T2 "}$", NULL },
		{ "(Baca juga:**(Baca juga: " T1 ")**",
		  "Baca juga{}) Baca juga{" T1 "})", "**" },
		/* a line of a paragraph may be wrapped */
		{ "Satu. (Baca juga: Harga Cabai Naik\nLagi di Pasar Tegal)",
		  "Baca juga{Harga Cabai Naik\nLagi di Pasar Tegal})",
		  "Satu. " },
		{ "Baca juga: Harga Cabai Naik\nLagi di Pasar Tegal",
		  "Baca juga{Harga Cabai Naik\nLagi di Pasar Tegal}$", NULL },
	};
	CHECK_ALL(state, cases, true);
}

/* What pages set before or behind the words of a mark. */
static void test_signs(void **state)
{
	static const struct marked cases[] = {
		{ ">>> Baca juga: " T1, "Baca juga{" T1 "}$", NULL },
		{ "\xC2\xBB Baca Juga: " T1, "Baca Juga{" T1 "}$", NULL },
		{ "\xE2\x80\xA2 Baca juga: " T1, "Baca juga{" T1 "}$", NULL },
		{ "- Baca juga: " T1, "Baca juga{" T1 "}$", NULL },
		{ "\xF0\x9F\x93\x96 Baca juga: " T1, "Baca juga{" T1 "}$",
		  NULL },
		{ "Baca Juga \xC2\xBB " T1, "Baca Juga{" T1 "}$", NULL },
		{ "Baca Juga\xE2\x9E\xA4 " T1, "Baca Juga{" T1 "}$", NULL },
		{ "Baca juga: \xC2\xBB " T1, "Baca juga{" T1 "}$", NULL },
		{ "Baca juga - " T1, "Baca juga{" T1 "}$", NULL },
		{ "Baca Juga | " T1, "Baca Juga{" T1 "}$", NULL },
		/* behind a sentence they are its own */
		{ "Satu > Baca juga: " T1, "Baca juga{" T1 "}$", "Satu > " },
	};
	CHECK_ALL(state, cases, false);
}

/* Words of other outlets: at the head of a line, before a title. */
static void test_other_words(void **state)
{
	static const struct marked cases[] = {
		{ "Artikel terkait: " T1, "Artikel terkait{" T1 "}$", NULL },
		{ "(Berita Terkait: " T1 ")", "Berita Terkait{" T1 "})", NULL },
		{ "Berita lainnya: " T1, "Berita lainnya{" T1 "}$", NULL },
		{ "Menarik Dibaca: " T1, "Menarik Dibaca{" T1 "}$", NULL },
		{ "Read also: " T1, "Read also{" T1 "}$", NULL },
		{ "Klik juga: " T1, "Klik juga{" T1 "}$", NULL },
		{ "Baca berita lainnya:" T1, "Baca berita lainnya{" T1 "}$",
		  NULL },
		{ "Baca artikel menarik lainnya: " T1,
		  "Baca artikel menarik lainnya{" T1 "}$", NULL },
		{ "BACA JIGA: " T1, "BACA JIGA{" T1 "}$", NULL },
		{ "Saksikan video di bawah ini: " T1,
		  "Saksikan video di bawah ini{" T1 "}$", NULL },
		{ "Simak: " T1, "Simak{" T1 "}$", NULL },
		{ "Terkait: " T1, "Terkait{" T1 "}$", NULL },
		{ "Tonton juga video kabarTegal: " T1,
		  "Tonton juga{kabarTegal: " T1 "}$", NULL },
		/* a heading that heads nothing */
		{ "Satu.\nBerita Terkait", "Berita Terkait{}$", "Satu.|" },
		{ "Satu.\nVideo Terkait:", "Video Terkait{}$", "Satu.|" },
		/* the next page, or what Kontan ends with */
		{ "Selanjutnya: " T1, "Selanjutnya{" T1 "}$?", NULL },
		{ "Selanjutnya: " T1 "\nMenarik Dibaca: " T2,
		  "Selanjutnya{" T1 "}$ Menarik Dibaca{" T2 "}$", "|" },
	};
	CHECK_ALL(state, cases, false);
}

/* "(baca: polisi)": a reference only if an article has that title. */
static void test_glosses(void **state)
{
	static const struct marked cases[] = {
		{ "Petugas (baca: polisi) datang.", "baca{polisi})?",
		  "Petugas  datang." },
		{ "Mitra (baca: investor asing) itu.", "baca{investor asing})?",
		  "Mitra  itu." },
		{ "Mitra (Baca: UUD 1945) itu.", "Baca{UUD 1945})?",
		  "Mitra  itu." },
		{ "Mitra (baca: orang yang memberi banyak uang) itu.",
		  "baca{orang yang memberi banyak uang})?", "Mitra  itu." },
		{ "Ia bilang, baca: diam.", "baca{diam.}~?", "Ia bilang, " },
	};
	CHECK_ALL(state, cases, false);
}

static void test_no_marks(void **state)
{
	static const char *const texts[] = {
		"(Lihat grafik di bawah ini.)",
		"(Lihat tabel: Harga Cabai di Tegal)",
		"Warga membaca juga koran itu.",
		"Para pembaca: terima kasih.",
		"PEMBACA: Terima Kasih Banyak",
		"Kami baca juga surat itu.",
		"Mari kita baca bersama.",
		"Baca buku itu dua kali.",
		"Ia lalu simak video itu.",
		"Warga lihat video: ramai sekali.",
		"Simak video Budi saat pulang.",
		"Lihat juga harga di pasar.",
		"Lihat: Tabel 1",
		"(Lihat: " T1 ")",
		"Simak: harga cabai di pasar naik lagi",
		"Harga naik. Simak: " T1,
		"Terkait hal itu, warga diam.",
		"Terkait: hal itu",
		"Artikel terkait harga cabai itu panjang.",
		"Berita Terkait Harga Cabai Itu Panjang",
		"\"Lihat juga,\" ujar Rina.",
		"Bacajuga: Harga Cabai",
		"Bacalah: Harga Cabai",
		"Pilihan editornya: Satu",
		"Ini pilihan editor majalah itu.",
		/* one word, within a sentence or first of a quotation */
		"Minat Baca: Masih Rendah di Pelosok Tegal",
		"Ia membuka program Pojok Baca: Membaca Tanpa Batas.",
		"Poster itu berbunyi \"Baca: Buka Cakrawala Dunia\".",
		"Baca selengkapnya pada halaman dua.",
		"Ia juga baca",
		"Satu. Baca",
		"B",
		"ba",
		"(",
		"[]()",
	};
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct marked c = { texts[i], "", texts[i] };
		check(*state, &c, false);
		check(*state, &c, true);
	}
}

/* A sentence in brackets is no title, however it begins. */
static void test_too_long(void **state)
{
	struct maker *m = *state;
	struct buf text = { 0 };
	buf_add(&text, SLICE("Judul\n(Baca juga: "));
	repeat(&text, "Kata ", 400);
	buf_add(&text, SLICE(") akhir"));
	assert_int_equal(make(m, buf_slice(&text), false)->body.mark_count, 0);
	/* nor is a line of two hundred characters closed by its end */
	buf_clear(&text);
	buf_add(&text, SLICE("Judul\nBaca juga: "));
	repeat(&text, "Kata ", 400);
	const struct document *doc = make(m, buf_slice(&text), false);
	assert_int_equal(doc->body.mark_count, 1);
	assert_int_equal(doc->body.marks[0].end, MARK_OPEN);
	buf_release(&text);
}

/* Bytes of a character that look like a blank alone must not part it. */
static void test_other_scripts(void **state)
{
	static const struct marked cases[] = {
		/* U+30A0 and U+20A0 end in 82 A0: read from the middle, NBSP */
		{ "Baca juga: Kata \xE3\x82\xA0 Dua", /* */
		  "Baca juga{Kata \xE3\x82\xA0 Dua}$", NULL },
		{ "Baca juga: Kata \xE2\x82\xA0 Dua Tiga",
		  "Baca juga{Kata \xE2\x82\xA0 Dua Tiga}$", NULL },
		{ "\xE2\x80\x9CYa\xE2\x80\x9D"
		  "Baca juga: " T1,
		  "Baca juga{" T1 "}$", "\xE2\x80\x9CYa\xE2\x80\x9D" },
		{ "\xE3\x82\xA0 Baca juga " T1, "",
		  "\xE3\x82\xA0 Baca juga " T1 },
	};
	CHECK_ALL(state, cases, false);
}

static void test_mark_lines(void **state)
{
	(void)state;
	assert_true(is_mark_line(SLICE("Baca juga: " T1)));
	assert_true(is_mark_line(SLICE("(Baca: " T1 ")")));
	assert_true(is_mark_line(SLICE("**Baca juga:** [" T1 "](/a)")));
	assert_false(is_mark_line(SLICE("Satu. Baca juga: " T1)));
	assert_false(is_mark_line(SLICE("Baca buku itu.")));
	assert_false(is_mark_line(SLICE("(min)")));
	assert_false(is_mark_line(SLICE("")));
	assert_false(is_mark_line(SLICE("(((")));
}

/*
 * Of any text: marks are in order, within their blocks, hold their words, and
 * cut no character apart.
 */
static bool at_character(struct slice s, size_t at)
{
	return at <= s.len &&
	       (at == s.len || ((unsigned char)s.ptr[at] & 0xC0) != 0x80);
}

static void check_marks(const struct document *doc)
{
	uint32_t block = 0, from = 0;
	for (size_t i = 0; i < doc->body.mark_count; i++) {
		const struct mark *k = &doc->body.marks[i];
		struct slice text = doc->body.blocks[k->block].text;
		assert_true(k->block >= block);
		assert_true(k->block > block || k->at >= from);
		assert_true(k->at < k->to && k->to <= text.len);
		assert_true(k->at <= k->words_at &&
			    k->words_at <= k->words_to && k->words_to <= k->to);
		assert_true(at_character(text, k->at) &&
			    at_character(text, k->to) &&
			    at_character(text, k->words_at) &&
			    at_character(text, k->words_to));
		block = k->block;
		from = k->at;
	}
}

static void test_any_text(void **state)
{
	static const char *const pieces[] = {
		"Baca juga",
		"baca",
		"Simak juga Video ",
		": ",
		" : ",
		"(",
		")",
		"[",
		"](/a)",
		"**",
		"*",
		"'",
		"\"",
		"\xE2\x80\x9C",
		"\xE2\x80\x9D",
		" ",
		"  ",
		"\n",
		"\n\n",
		". ",
		"?",
		"Judul",
		"kata",
		"\xC2\xA0",
		"\xE3\x82\xA0",
		"\xF0\x9F\x98\x80",
		"Lihat",
		"video",
		"di sini",
		"Pilihan Editor",
		"...",
		",",
		"Juga",
		"\xFF",
		"&nbsp;",
		"(min)",
		"JAKARTA - ",
		"KABAR.com",
		"```",
		"A",
	};
	struct maker *m = *state;
	uint64_t random = 42;
	struct buf text = { 0 };
	for (int round = 0; round < 20000; round++) {
		buf_clear(&text);
		for (uint64_t n = random % 40; n; n--) {
			random = random * UINT64_C(6364136223846793005) +
				 UINT64_C(1442695040888963407);
			buf_add(&text,
				slice_of(
				    pieces[(random >> 33) % COUNT_OF(pieces)]));
		}
		random += (uint64_t)round;
		check_marks(make(m, buf_slice(&text), round % 2));
	}
	buf_release(&text);
	reports(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_brackets),
		cmocka_unit_test(test_every_place),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_label_and_title),
		cmocka_unit_test(test_label_and_list),
		cmocka_unit_test(test_label_glued_to_titles),
		cmocka_unit_test(test_inside_a_paragraph),
		cmocka_unit_test(test_glued_to_a_stop),
		cmocka_unit_test(test_videos),
		cmocka_unit_test(test_markdown),
		cmocka_unit_test(test_signs),
		cmocka_unit_test(test_other_words),
		cmocka_unit_test(test_glosses),
		cmocka_unit_test(test_no_marks),
		cmocka_unit_test(test_too_long),
		cmocka_unit_test(test_other_scripts),
		cmocka_unit_test(test_mark_lines),
		cmocka_unit_test(test_any_text),
	};
	return RUN_WITH_MAKER(tests);
}
