/*
 * test_clean.c - from lines to a document: title, what is cut and dropped,
 * dateline, outlet, byline; and that nothing else is.
 */
#include "loader_maker.h"

struct cleaned {
	const char *text; /* behind the title line */
	const char *dateline, *outlet, *byline, *blocks;
};

static void check(struct maker *m, const struct cleaned *want, bool markdown)
{
	struct buf text = { 0 };
	buf_printf(&text, markdown ? "# Judul\n\n%s\n" : "Judul\n%s\n",
		   want->text);
	struct slice in = slice_of(want->text);
	const struct document *doc = make(m, buf_slice(&text), markdown);
	assert_true(m->has_article);
	assert_said(doc->title, "Judul", in);
	assert_said(doc->dateline, want->dateline, in);
	assert_said(doc->outlet, want->outlet, in);
	assert_said(doc->byline, want->byline, in);
	assert_said(say_blocks(m, doc), want->blocks, in);
	buf_release(&text);
}

static void check_all(void **state, const struct cleaned *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(*state, &cases[i], false);
}
#define CHECK_ALL(state, cases) check_all(state, cases, COUNT_OF(cases))

static void test_datelines(void **state)
{
	static const struct cleaned cases[] = {
		{ "JAKARTA - Warga.", "JAKARTA", "", "", "Warga." },
		{ "MOSKOW \xE2\x80\x94 Warga.", "MOSKOW", "", "", "Warga." },
		{ "LOMBOK TENGAH -- \"Ya.\"", "LOMBOK TENGAH", "", "",
		  "\"Ya.\"" },
		{ "Jakarta - Warga.", "Jakarta", "", "", "Warga." },
		/* the blanks round a link, or none where it was */
		{ "SOLO  -  Warga.", "SOLO", "", "", "Warga." },
		{ "Jakarta  -  Warga.", "Jakarta", "", "", "Warga." },
		{ "WATUGEDE -Warga.", "WATUGEDE", "", "", "Warga." },
		{ "JAKARTA-Warga.", "JAKARTA", "", "", "Warga." },
		{ "NEW YORK\xE2\x80\x93Warga.", "NEW YORK", "", "", "Warga." },
		{ "Kabar6.com, JakartaWarga.", "Jakarta", "Kabar6.com", "",
		  "Warga." },
		{ "Kabar6.com, JakartaWarga Desa A-B pulang.", "Jakarta",
		  "Kabar6.com", "", "Warga Desa A-B pulang." },
		{ "BINTAN, Kabar.co: Warga.", "BINTAN", "Kabar.co", "",
		  "Warga." },
		{ "BATAM, KABAR.CO :Warga.", "BATAM", "KABAR.CO", "",
		  "Warga." },
		{ "POSMETRO MEDAN\xE2\x80\x93 Warga.", "", "POSMETRO MEDAN", "",
		  "Warga." },
		{ "RADAR TEGAL - Warga.", "", "RADAR TEGAL", "", "Warga." },
		{ "Bandung, Jawa Barat - 12 warga.", "Bandung, Jawa Barat", "",
		  "", "12 warga." },
		{ "JAKARTA, KABAR.com - Warga.", "JAKARTA", "KABAR.com", "",
		  "Warga." },
		{ "JAKARTA , KABAR.com \xE2\x80\x93 Warga.", "JAKARTA",
		  "KABAR.com", "", "Warga." },
		{ "JAKARTA, KABAR.com  - Warga.", "JAKARTA", "KABAR.com", "",
		  "Warga." },
		{ "JAKARTA,\xC2\xA0KABAR.com\xC2\xA0- Warga.", "JAKARTA",
		  "KABAR.com", "", "Warga." },
		{ "JAKARTA, KABAR.com-Warga.", "JAKARTA", "KABAR.com", "",
		  "Warga." },
		/* said twice */
		{ "Tegal, KABAR.com-  Tegal, KABAR.com- Warga Tegal.", "Tegal",
		  "KABAR.com", "", "Warga Tegal." },
		{ "KABAR.CO.ID - JAKARTA macet.", "", "KABAR.CO.ID", "",
		  "JAKARTA macet." },
		{ "KABAR.com - warga.", "", "KABAR.com", "", "warga." },
		{ "KABAR.co.id, Jakarta - Warga.", "Jakarta", "KABAR.co.id", "",
		  "Warga." },
		{ "KABAR.CO.ID,JAKARTA--Warga.", "JAKARTA", "KABAR.CO.ID", "",
		  "Warga." },
		{ "Kabar.com, Jakarta: Warga.", "Jakarta", "Kabar.com", "",
		  "Warga." },
		{ "KABAR.COM | SURABAYA - Warga.", "SURABAYA", "KABAR.COM", "",
		  "Warga." },
		{ "KABAR.CO.ID -JAKARTA. Warga.", "JAKARTA", "KABAR.CO.ID", "",
		  "Warga." },
		{ "KABAR.CO.ID, KABAR.CO.ID, SOLO -- Warga.", "SOLO",
		  "KABAR.CO.ID", "", "Warga." },
		{ "KABAR.CO. JAKARTA - Warga.", "JAKARTA", "KABAR.CO", "",
		  "Warga." },
		{ "KABAR.CO.ID, JAKARTA Warga.", "JAKARTA", "KABAR.CO.ID", "",
		  "Warga." },
		{ "KABAR.CO.ID, BANDUNG BARAT  KPK diam.", "BANDUNG BARAT",
		  "KABAR.CO.ID", "", "KPK diam." },
		{ "Jakarta, CNBC Indonesia - Warga.", "Jakarta",
		  "CNBC Indonesia", "", "Warga." },
		{ "Jakarta, CNN Indonesia -- Warga.", "Jakarta",
		  "CNN Indonesia", "", "Warga." },
		{ "CNBC Indonesia, Jakarta - Warga.", "Jakarta",
		  "CNBC Indonesia", "", "Warga." },
		{ "Jakarta (ANTARA) - Warga.", "Jakarta", "ANTARA", "",
		  "Warga." },
		{ "Gianyar, Bali (ANTARA) - Warga.", "Gianyar, Bali", "ANTARA",
		  "", "Warga." },
		{ "Jakarta (ANTARA/ABCD) \xE2\x80\x93 Warga.", "Jakarta",
		  "ANTARA/ABCD", "", "Warga." },
		{ "ANTARA - Warga.", "", "ANTARA", "", "Warga." },
		{ "IDXChannel - Warga.", "", "IDXChannel", "", "Warga." },
		{ "IDX CHANNEL - Warga.", "", "IDX CHANNEL", "", "Warga." },
		{ "KATADATA - Warga.", "", "KATADATA", "", "Warga." },
		{ "-- Warga.", "", "", "", "Warga." },
		/* a day is no place */
		{ "Tegal, Selasa - Warga.", "Tegal", "", "", "Warga." },
		{ "TEGAL, Jumat -- Warga.", "TEGAL", "", "", "Warga." },
		/* places that no list has */
		{ "WATUGEDE LOR - Warga.", "WATUGEDE LOR", "", "", "Warga." },
		{ "LENZ - Warga.", "LENZ", "", "", "Warga." },
		{ "WAY UMPAMA- Warga.", "WAY UMPAMA", "", "", "Warga." },
		{ "OKU LOR - Warga.", "OKU LOR", "", "", "Warga." },
		{ "SRUWENG - Warga.", "SRUWENG", "", "", "Warga." },
		{ "TEGAL - Warga - begitu kata dia - pulang.", "TEGAL", "", "",
		  "Warga - begitu kata dia - pulang." },
		{ "Tegal - Laga berakhir imbang.", "Tegal", "", "",
		  "Laga berakhir imbang." },
		{ ", - Warga.", "", "", "", "Warga." },
		/* outlets without a domain, or with a hyphen in it */
		{ "VIVA \xE2\x80\x93 Warga.", "", "VIVA", "", "Warga." },
		{ "kumparan - Warga.", "", "kumparan", "", "Warga." },
		{ "PIKIRAN RAKYAT - Warga.", "", "PIKIRAN RAKYAT", "",
		  "Warga." },
		{ "BANDUNG, (PR).- Warga.", "BANDUNG", "PR", "", "Warga." },
		{ "BANDUNG, (PR).-Warga.", "BANDUNG", "PR", "", "Warga." },
		{ "SOLO , KABAR.com , - Warga.", "SOLO", "KABAR.com", "",
		  "Warga." },
		{ "SOLO, KABAR.com.  - Warga.", "SOLO", "KABAR.com", "",
		  "Warga." },
		{ ":SOLO, KABAR.com - Warga.", "SOLO", "KABAR.com", "",
		  "Warga." },
		{ "KABAR.CO.ID,12 warga.", "", "KABAR.CO.ID", "", "12 warga." },
		{ "KABAR.CO.ID, Program itu.", "", "KABAR.CO.ID", "",
		  "Program itu." },
		{ "KABAR.CO,Solo-Warga Tegal pulang - begitu.", "Solo",
		  "KABAR.CO", "", "Warga Tegal pulang - begitu." },
		{ "NU Online, Solo - Warga.", "Solo", "NU Online", "",
		  "Warga." },
		{ "Jakarta, NU Online \xE2\x80\x93 Warga.", "Jakarta",
		  "NU Online", "", "Warga." },
		{ "KBRN, Ambon: Warga.", "Ambon", "KBRN", "", "Warga." },
		{ "SuaraKabar.id - Warga.", "", "SuaraKabar.id", "", "Warga." },
		{ "KabarPos.com-Warga.", "", "KabarPos.com", "", "Warga." },
		{ "POS-KABAR.COM | KUPANG - Warga.", "KUPANG", "POS-KABAR.COM",
		  "", "Warga." },
		{ "TRIBUN-KABAR.COM, MAKASSAR -- Warga.", "MAKASSAR",
		  "TRIBUN-KABAR.COM", "", "Warga." },
		{ "JAKARTA, iKabar.id - Warga.", "JAKARTA", "iKabar.id", "",
		  "Warga." },
		{ "Jakarta, Kabar.com \xE2\x80\x94 Warga.", "Jakarta",
		  "Kabar.com", "", "Warga." },
		{ "kabar.com - TEGAL - Warga.", "TEGAL", "kabar.com", "",
		  "Warga." },
		{ "kabar.com , TEGAL - Warga.", "TEGAL", "kabar.com", "",
		  "Warga." },
		{ "Kabar.com, Jakarta Warga pulang.", "Jakarta", "Kabar.com",
		  "", "Warga pulang." },
		{ "Berita SoloKABAR.co.id | SOLO - Warga.", "SOLO",
		  "KABAR.co.id", "", "Warga." },
		{ "Denpasar, Bali, (ANTARA) - Warga.", "Denpasar, Bali",
		  "ANTARA", "", "Warga." },
		{ "Jakarta/Bogor (ANTARA) - Warga.", "Jakarta/Bogor", "ANTARA",
		  "", "Warga." },
		{ "Kota Bandung (ANTARA) - Warga.", "Kota Bandung", "ANTARA",
		  "", "Warga." },
		{ "Kulon Progo - Warga.", "Kulon Progo", "", "", "Warga." },
		{ "Jakarta Selatan \xE2\x80\x93 Warga.", "Jakarta Selatan", "",
		  "", "Warga." },
		/* what is left of lost links */
		{ ", \xE2\x80\x94 Warga.", "", "", "", "Warga." },
		{ "- Warga berkumpul di balai desa sejak pagi untuk mendengar "
		  "penjelasan petugas tentang jembatan yang patah, kata kepala "
		  "desa, Sabtu (26/9/2020).",
		  "", "", "",
		  "Warga berkumpul di balai desa sejak pagi untuk mendengar "
		  "penjelasan petugas tentang jembatan yang patah, kata kepala "
		  "desa, Sabtu (26/9/2020)." },
		/* an advertorial's label is no place */
		{ "INFO JABAR - Pemerintah membuka jalan.", "", "", "",
		  "Pemerintah membuka jalan." },
		{ "INFO BISNIS -- Bank itu membuka cabang.", "", "", "",
		  "Bank itu membuka cabang." },
		/* below a standfirst, if it names place and outlet */
		{ "Harga cabai naik sepekan ini.\n"
		  "Kabar.com, JAKARTA \xE2\x80\x94 Warga.",
		  "JAKARTA", "Kabar.com", "",
		  "Harga cabai naik sepekan ini.|Warga." },
		/* else only the first paragraph has one */
		{ "Satu.\nKABAR.com - Dua.", "", "", "",
		  "Satu.|KABAR.com - Dua." },
		{ "Satu.\nJAKARTA - Dua.", "", "", "", "Satu.|JAKARTA - Dua." },
		{ "loading...\nA\nA\nA\nJAKARTA - Warga.", "JAKARTA", "", "",
		  "Warga." },
	};
	CHECK_ALL(state, cases);
}

/* What looks like a dateline and belongs to the sentence. */
static void test_no_datelines(void **state)
{
	static const char *const texts[] = {
		"KADIV Humas Polri menyebut angka itu.",
		"BERKACA pada potret itu, warga diam.",
		"KPK - lembaga itu - memeriksa tiga orang.",
		"PSSI-nya Indonesia - begitu katanya.",
		"Persija - Persib berakhir imbang.",
		"Prabowo Subianto - Gibran menang.",
		"Jakarta - Bandung ditempuh 40 menit.",
		"Jakarta - kota itu - macet.",
		"TNI-Polri berjaga.",
		"JAKARTA-Bandung ditempuh 40 menit.",
		"SOLO-nya Jawa Tengah.",
		"Warga Jakarta - sebagian - pulang.",
		"Harga naik, kata Budi - Wakil Ketua itu - kemarin.",
		"2019 - 2024 adalah masa yang sulit.",
		"- Butir pertama dari daftar.",
		"KABAR.com menulis soal banjir - Jakarta macet.",
		"Kabar.com, Budi menulis soal banjir - Jakarta macet.",
		"KABAR.CO.ID, Oleh: Rina Contoh",
		"KABAR.CO.ID, JAKARTA KPK diam.",
		"Jakarta (15/3) - Warga pulang.",
		"KOLA-KOLA baru itu dijual mulai Senin.",
		"Komisi Pemilihan Umum (KPU) - penyelenggara - diam.",
		"Warga Contoh (WC) - begitu mereka menyebut diri - diam.",
		"Viva la vida - lagu itu - diputar.",
		"PDIP - Gerindra sepakat mengusung Rina Contoh.",
		"PSIS - Persija bermain imbang.",
		"PERSIB - Arema bermain imbang.",
		"WHO - Organisasi Kesehatan Dunia - diam.",
		"BTS - Grup asal Korea - tampil.",
		"AS - Cina sepakat.",
		"A.S. - Cina sepakat.",
		"HUBUNGAN AS - Iran kembali memanas.",
		"PERTANDINGAN PERSIB - Persija tersaji.",
		"BUMN - Swasta bersaing.",
		"VIRAL - Sebuah video memperlihatkan petani.",
		"BREAKING NEWS - Sebuah video memperlihatkan petani.",
		"IKEA Indonesia \xE2\x80\x93 peritel asal Swedia \xE2\x80\x93 "
		"membuka toko.",
		"Umpama.com \xE2\x80\x93 lokapasar \xE2\x80\x93 diam.",
		"Umpama.com, BCA Digital, dan Telkom bekerja sama.",
		"Umpama.com, UMPAMA Digital, dan Telkom bekerja sama.",
		"Jakarta - Cikampek kembali macet.",
		"Bogor - Ciawi ditempuh dua jam.",
		"Liverpool - Arsenal tersaji pekan ini.",
		"Milan - Juventus berakhir imbang.",
	};
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct cleaned c = { texts[i], "", "", "", texts[i] };
		check(*state, &c, false);
	}
}

static void test_bylines(void **state)
{
	static const struct cleaned cases[] = {
		{ "Satu.\n(min)", "", "", "min", "Satu." },
		{ "Satu.\n( abc )", "", "", "abc", "Satu." },
		{ "Satu.\n(abc/de)", "", "", "abc/de", "Satu." },
		{ "Satu.\n(SLF)", "", "", "SLF", "Satu." },
		{ "Satu.\n(Dam/Ysl)", "", "", "Dam/Ysl", "Satu." },
		{ "Satu. (min)", "", "", "min", "Satu." },
		{ "Satu.  (min)", "", "", "min", "Satu." },
		{ "Satu. (abc8/kbr)", "", "", "abc8/kbr", "Satu." },
		{ "Satu. (antara/kbr)", "", "", "antara/kbr", "Satu." },
		{ "\"Satu.\"\xC2\xA0 \xC2\xA0(min)", "", "", "min",
		  "\"Satu.\"" },
		{ "Satu.(OL-13)", "", "", "OL-13", "Satu." },
		{ "\"Satu,\" katanya. (RO/OL-09)", "", "", "RO/OL-09",
		  "\"Satu,\" katanya." },
		{ "Satu. (Ant/OL-1)", "", "", "Ant/OL-1", "Satu." },
		{ "Satu.(Kabar Pagi/OL-5)", "", "", "Kabar Pagi/OL-5",
		  "Satu." },
		{ "Laporan Wartawan Kabar.co. Rina Cont. KABAR.CO. SOLO - "
		  "Satu.",
		  "SOLO", "KABAR.CO", "Rina Cont", "Satu." },
		{ "Satu. (Z-5)", "", "", "Z-5", "Satu." },
		{ "\"Satu!\" (mag/yud)", "", "", "mag/yud", "\"Satu!\"" },
		{ "Satu.\n(Rina Contoh/Budi/Sari A Ayu)", "", "",
		  "Rina Contoh/Budi/Sari A Ayu", "Satu." },
		{ "Satu.\n(Rina Contoh)", "", "", "Rina Contoh", "Satu." },
		{ "Satu.(Rina Contoh)\n(Rina Contoh)", "", "", "Rina Contoh",
		  "Satu." },
		{ "(Rina Contoh)\n(Rina Contoh)", "", "", "Rina Contoh",
		  "(Rina Contoh)" },
		{ "Satu. ( Rin)", "", "", "Rin", "Satu." },
		{ "Satu.(rls)\nsumber: Diskominfo Tegaleditor: rina", "", "",
		  "rls", "Satu." },
		{ "Satu.\nPewarta: Rina Contoh Editor: Budi Misal", "", "",
		  "Rina Contoh", "Satu." },
		{ "Satu.\nPewarta: Rina Contoh Editor: Budi Misal Copyright "
		  "\xC2\xA9 KABAR 2025",
		  "", "", "Rina Contoh", "Satu." },
		{ "Satu.\nPewarta: Rina Contoh\nEditor: Budi Misal", "", "",
		  "Rina Contoh", "Satu." },
		{ "Satu.\nSumber: Kompas.com (Penulis: Rina Contoh | Editor: "
		  "Budi Misal)",
		  "", "", "Rina Contoh", "Satu." },
		{ "Satu.\nCNBC INDONESIA RESEARCH\n[email protected]", "", "",
		  "CNBC INDONESIA RESEARCH", "Satu." },
		/* codes of desks, with and without a full stop before them */
		{ "Satu,\" kata Budi (N-2)", "", "", "N-2",
		  "Satu,\" kata Budi" },
		{ "Satu. ((RO/OL-7)", "", "", "RO/OL-7", "Satu." },
		{ "Satu. (RO/OL-7", "", "", "RO/OL-7", "Satu." },
		{ "Satu. (Kabar.id/OL-6)", "", "", "Kabar.id/OL-6", "Satu." },
		{ "Satu. (*/M-1)", "", "", "*/M-1", "Satu." },
		{ "Satu. (ant)", "", "", "ant", "Satu." },
		{ "Satu.Baca Juga: Cicilan Rumah Tegal Turun 2% (min)", "", "",
		  "min", "Satu.Baca Juga: Cicilan Rumah Tegal Turun 2%" },
		{ "Satu.\n(Antara)", "", "", "Antara", "Satu." },
		{ "Satu. (Kabarnews.com/Rina Contoh)", "", "",
		  "Kabarnews.com/Rina Contoh", "Satu." },
		{ "Satu.\nRINA CONTOH", "", "", "RINA CONTOH", "Satu." },
		{ "Satu.\nRINA CONTOH | BUDI M. MISAL\nBaca Juga:\nHarga Cabai "
		  "Naik Lagi di Pasar",
		  "", "", "RINA CONTOH | BUDI M. MISAL",
		  "Satu.|Baca Juga: Harga Cabai Naik Lagi di Pasar" },
		{ "Satu.\nReporter: Rina Contoh | Editor: Budi Misal", "", "",
		  "Rina Contoh", "Satu." },
		{ "Satu. Penulis: Rina Contoh | Editor: Budi Misal", "", "",
		  "Rina Contoh", "Satu." },
		{ "Satu. (Rina)\n(Sumber Kabar Pagi)", "", "", "Rina",
		  "Satu." },
		{ "Satu. (Kontributor Tribunumpama Kabupaten Tegal, Rina "
		  "Contoh)\n(Sumber TribunUmpama)",
		  "", "", "Rina Contoh", "Satu." },
		{ "Satu. (Kontributor Tegal, Rina Contoh)", "", "",
		  "Rina Contoh", "Satu." },
		{ "Satu. (Kontributor Rina Contoh, Budi Misal)", "", "",
		  "Rina Contoh, Budi Misal", "Satu." },
		{ "Satu. (Penulis Kontributor Tegal, Rina Contoh | Editor Budi "
		  "Misal)",
		  "", "", "Rina Contoh", "Satu." },
		/* a label says where from; what is no label stays */
		{ "Satu. (Penulis: Sari Umpama, Kontributor Tegal, Rina "
		  "Contoh, "
		  "Kontributor Karta TV, Bandung | Editor: Budi Misal)",
		  "", "", "Sari Umpama, Rina Contoh", "Satu." },
		{ "Satu. (Penulis: Kontributor Karta TV, Rina Contoh | Editor: "
		  "Budi Misal)",
		  "", "", "Rina Contoh", "Satu." },
		{ "Satu. (Penulis: Kontributor Rina Contoh, Tegal | Editor: "
		  "Budi Misal)",
		  "", "", "Kontributor Rina Contoh, Tegal", "Satu." },
		{ "Satu. (Penulis: Kontributor Karta TV, Tegal | Editor: Budi "
		  "Misal)",
		  "", "", "Kontributor Karta TV, Tegal", "Satu." },
		{ "Satu. (Penulis: Kontributor Rina | Editor: Budi Misal)", "",
		  "", "Kontributor Rina", "Satu." },
		{ "Satu. Dua.\nSumber: Kabar.com (Penulis: Rina Contoh, Budi "
		  "Misal | Editor: Sari Umpama), KabarTegal.com",
		  "", "", "Rina Contoh, Budi Misal", "Satu. Dua." },
		/* the bracket that closed it was lost with a comma */
		{ "Satu. (Rina Contoh. Sumber: Kabar", "", "", "Rina Contoh",
		  "Satu." },
		{ "Satu. (*. Penulis: Rina Contoh. Artikel ini telah tayang di "
		  "Kabar.com dengan judul Panen. Warga Karta Senang",
		  "", "", "Rina Contoh", "Satu." },
		{ "Satu. (Penulis: Rina.", "", "", "Rina", "Satu." },
		{ "Satu.(cr30/kabar-kota.com.", "", "", "cr30/kabar-kota.com",
		  "Satu." },
		{ "Satu. (Kabarnews.com/Rina Contoh.", "", "",
		  "Kabarnews.com/Rina Contoh", "Satu." },
		{ "Satu. (Tribunumpama.co. Rina Contoh)", "", "",
		  "Tribunumpama.co. Rina Contoh", "Satu." },
		{ "Satu. (*.", "", "", "", "Satu." },
		{ "Satu. (", "", "", "", "Satu." },
		{ "Satu. (RIN).", "", "", "RIN", "Satu." },
		{ "Budi di Karta (Kebun Raya.", "", "", "",
		  "Budi di Karta (Kebun Raya." },
		/* two of them */
		{ "Satu. (Nei. Penulis: Rina Contoh.", "", "", "Rina Contoh",
		  "Satu." },
		{ "Satu. (Tribunumpama/Budi Misal) (Kabar.com/Rina Contoh)", "",
		  "", "Kabar.com/Rina Contoh", "Satu." },
		{ "Satu. (27/2/2023.", "", "", "", "Satu. (27/2/2023." },
		{ "Satu. (Tamat.", "", "", "", "Satu. (Tamat." },
		{ "Satu (NWP).", "", "", "", "Satu (NWP)." },
		{ "Satu.\nSumber: KABAR, Pagi.com | Penulis: Rina Contoh | "
		  "Editor: Budi Misal",
		  "", "", "Rina Contoh", "Satu." },
		{ "Satu dua Pewarta: Rina Contoh Editor: Budi Misal Copyright "
		  "\xC2\xA9 KABAR 2025",
		  "", "", "Rina Contoh", "Satu dua" },
		/* references may follow it */
		{ "Satu.\n(min)\nBaca juga: Harga Cabai Naik Lagi di Pasar", "",
		  "", "min",
		  "Satu.|Baca juga: Harga Cabai Naik Lagi di Pasar" },
		/* at the head */
		{ "Laporan Wartawan Kabar.com, Rina Contoh\n"
		  "KABAR.COM, TEGAL - Satu.",
		  "TEGAL", "KABAR.COM", "Rina Contoh", "Satu." },
		{ "Laporan Wartawan Kabar.com, Rina Contoh KABAR.COM, TEGAL - "
		  "Satu.",
		  "TEGAL", "KABAR.COM", "Rina Contoh", "Satu." },
		{ "Oleh: Rina Contoh\nSatu.", "", "", "Rina Contoh", "Satu." },
		{ "Oleh: Rina Contoh. KABAR.COM, TEGAL - Satu.", "TEGAL",
		  "KABAR.COM", "Rina Contoh", "Satu." },
		{ "Satu.  (Penulis Kontributor Tegal, Rina | Editor Budi)", "",
		  "", "Rina", "Satu." },
		{ "Satu.\nSumber: Kabar.com (Penulis: Kontributor Tegal: Rina; "
		  "Kontributor Solo, Budi | Editor: Sari), Antara",
		  "", "", "Rina; Budi", "Satu." },
		{ "Satu. (Tribunumpama/Rina Contoh)", "", "",
		  "Tribunumpama/Rina Contoh", "Satu." },
		{ "Satu. (Rina Contoh/Kabar.com)", "", "",
		  "Rina Contoh/Kabar.com", "Satu." },
		{ "Satu.\nRINA CONTOH Pilihan editor : Dua Tiga Empat Lima", "",
		  "", "RINA CONTOH",
		  "Satu.|Pilihan editor : Dua Tiga Empat Lima" },
		{ "Satu. Penulis: Rina Contoh.", "", "", "Rina Contoh",
		  "Satu." },
		/* a headline whose commas were lost */
		{ "Satu. Penulis: Rina Cont. Artikel ini telah tayang di "
		  "Kabar.com dengan judul Cabai di Tegal Habi. Warga Diam dan "
		  "Menunggu",
		  "", "", "Rina Cont", "Satu." },
		{ "Satu. Editor: Rina Contoh |", "", "", "", "Satu." },
		{ "Satu.\n(cr30/kabar-kota.com)\nBerita viral lainnya di Kabar "
		  "Kota",
		  "", "", "cr30/kabar-kota.com", "Satu." },
		{ "Satu. (*/rin-kabar-kota.com)", "", "", "rin-kabar-kota.com",
		  "Satu." },
		{ "Satu. (kabarkota.com/rina contoh)", "", "",
		  "kabarkota.com/rina contoh", "Satu." },
		{ "Satu.\nLaporan Kontributor Kabarkota.id, Tegal, Rina Contoh",
		  "", "", "Rina Contoh", "Satu." },
		{ "Oleh Rina Contoh\nSatu.", "", "", "Rina Contoh", "Satu." },
		{ "Oleh: Rina Contoh*)\nSatu.", "", "", "Rina Contoh",
		  "Satu." },
		{ "Laporan Langsung Reporter Kabar.com Rina Contoh dari Tegal "
		  "Jawa\nSatu.",
		  "", "", "Rina Contoh", "Satu." },
		{ "Laporan Rina Contoh\nKABAR.COM, SOLO, - Satu.", "SOLO",
		  "KABAR.COM", "Rina Contoh", "Satu." },
		/* who wrote a column, and what he is */
		{ "Satu.\nDr Rina Contoh.Dosen Ilmu Pasar Universitas Umpama.",
		  "", "", "Dr Rina Contoh", "Satu." },
		{ "Satu.\nRina Contoh.Ketua Umpama\nBaca juga: Dua Tiga Empat",
		  "", "", "Rina Contoh", "Satu.|Baca juga: Dua Tiga Empat" },
		{ "Satu.\nRina Contoh,Fraksi Umpama", "", "", "Rina Contoh",
		  "Satu." },
		{ "Satu.\nDr. Rina C. Misal. Peneliti Umpama & Contoh (UC).",
		  "", "", "Dr. Rina C. Misal", "Satu." },
		{ "Satu.\nRina Contoh, Direktur Umpama", "", "", "Rina Contoh",
		  "Satu." },
		{ "Satu.\nRina ContohSekretaris Umpama (1995-1998)", "", "",
		  "Rina Contoh", "Satu." },
		{ "Satu.\nRina Contoh.Dosen Umpama. Salah satu pendiri Misal.",
		  "", "", "Rina Contoh", "Satu." },
		{ "Satu.\nArtikel ini ditulis oleh Rina Contoh, peserta magang "
		  "di Kabar.",
		  "", "", "Rina Contoh", "Satu." },
		{ "Satu.\nDiadaptasi oleh Rina Contoh dan Budi Misal", "", "",
		  "Rina Contoh dan Budi Misal", "Satu." },
		{ "Satu.\nCNBC INDONESIA RESEARCH\nSanggahan: Artikel ini "
		  "pandangan kami dan tidak bertujuan mengajak membeli.",
		  "", "", "CNBC INDONESIA RESEARCH", "Satu." },
		/* of two the first counts, and the second is no text */
		{ "Oleh: Rina Contoh\nSatu.\n(min)", "", "", "Rina Contoh",
		  "Satu." },
	};
	CHECK_ALL(state, cases);
}

static void test_no_bylines(void **state)
{
	static const char *const texts[] = {
		"Model itu bernama Numerical Weather Prediction (NWP).",
		"Program Keluarga Harapan (PKH)",
		"Tindak pidana pencucian uang (TPPU).",
		"Naik 5 persen (yoy)",
		"Naik 5% (yoy)",
		"Luasnya 850 hektare (ha)",
		"Ia menang atas Weng Hong Yang (Cina)",
		"Satu (min) dua.",
		"(min) di depan kalimat.",
		"Satu.\n(abcde)",
		"Satu.\n(1)",
		"Satu.\n(Bersambung Pekan Depan)",
		"Satu.\n(harga belum termasuk pajak)",
		"Satu. (Lihat grafik di bawah ini.)",
		"Oleh: karena itu warga pulang.\nDua.",
		"Satu.\nOleh: Rina Contoh",
		"Laporan Wartawan Senior itu dibaca warga.",
		"Satu.\nRina Contoh dan Ketua RT pulang.",
		"Satu.\nRina Contoh, Ketua RT: pulang.",
		"1. Budi Misal\nRina Contoh, Ketua RT",
		"Satu.\nArtikel ini ditulis oleh warga desa.",
		"Satu.\nSurat itu ditulis oleh Rina Contoh.",
		"Pewarta: siapa saja boleh",
		"Satu. (min)\nDua panjang tanpa inisial.",
		"Pemain itu masuk tim nasional (U-17)",
		"Pesawat tempur (F-16)",
		"Virus itu menyebar (Covid-19)",
		"Satu.\nSELESAI",
		"Satu.\nRina Contoh.Warga desa itu.",
		"Satu.\nRina Contoh.Dosen itu pulang. Dua.",
		"Daftar kota:\nJAKARTA UTARA",
		"Satu.\nBABAK KEDUA",
		"Satu.\nIV MMI",
		"Oleh Karena Itu\nSatu.",
		"Laporan Keuangan Desa\nSatu.",
		"Laporan itu dibaca warga.\nSatu.",
		"Satu. (kabar.com/)",
		"RINA CONTOH",
	};
	struct maker *m = *state;
	struct buf want = { 0 };
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		buf_clear(&want);
		for (const char *c = texts[i]; *c; c++)
			buf_byte(&want, *c == '\n' ? '|' : *c);
		struct cleaned c = { texts[i], "", "", "", buf_zstr(&want) };
		check(m, &c, false);
	}
	buf_release(&want);
}

static void test_cuts(void **state)
{
	static const struct cleaned cases[] = {
		{ "Satu. SCROLL TO CONTINUE WITH CONTENT Dua.", "", "", "",
		  "Satu. Dua." },
		{ "ADVERTISEMENT SCROLL TO RESUME CONTENT Satu.", "", "", "",
		  "Satu." },
		{ "Satu. [Gambas:Video CNN] Dua. [Gambas:Youtube]", "", "", "",
		  "Satu. Dua." },
		{ "Satu.***", "", "", "", "Satu." },
		{ "Satu. 3. Rina ContohFoto/Instagram @rina.contoh", "", "", "",
		  "Satu. 3. Rina Contoh" },
		{ "Satu. Ia memilih foto/video", "", "", "",
		  "Satu. Ia memilih foto/video" },
		{ "Satu.*", "", "", "", "Satu." },
		{ "*Satu.*", "", "", "", "*Satu.*" },
		{ "Satu. Tidak ada kode iklan yang tersedia. Dua.", "", "", "",
		  "Satu. Dua." },
		{ "Satu. Loading... Ikuti Whatsapp Channel Republika sumber : "
		  "Antara Advertisement",
		  "", "", "", "Satu." },
		{ "Satu. Dapatkan update berita pilihan dan breaking news "
		  "setiap hari dari Kompas.com. Mari bergabung di Grup "
		  "Telegram \"X\", klik, join. Anda harus install aplikasi "
		  "Telegram terlebih dulu di ponsel.\";",
		  "", "", "", "Satu." },
		{ "Satu. Artikel ini telah tayang di Kabar.com dengan judul "
		  "\"Harga Cabai Naik Lagi\".",
		  "", "", "", "Satu." },
		{ "Satu. Tribunners merupakan jurnalisme warga. Tulisan warga "
		  "dikirim ke email redaksi@tribunnews.com",
		  "", "", "", "Satu." },
		{ "Satu. Mari bergabung di grup Telegram Kabar Contoh. Anda "
		  "perlu meng-install aplikasi Telegram terlebih dahulu.",
		  "", "", "", "Satu." },
		{ "Satu. Berita selengkapnya >>> Klik di sini", "", "", "",
		  "Satu." },
		{ "Satu? Baca di halaman selanjutnya >>>", "", "", "",
		  "Satu?" },
		{ "Satu? Baca Selanjutnya >>>", "", "", "", "Satu?" },
		{ "Satu: Timun BACA SELENGKAPNYA>>>>>", "", "", "",
		  "Satu: Timun" },
		{ "Satu. Baca selengkapnya", "", "", "", "Satu." },
		{ "Satu. Warga dapat baca selengkapnya", "", "", "",
		  "Satu. Warga dapat baca selengkapnya" },
		{ "Satu. Lalu klik \"Selanjutnya\"", "", "", "",
		  "Satu. Lalu klik \"Selanjutnya\"" },
		{ "Satu.\nDisclaimer: Informasi ini mengutamakan kecepatan, "
		  "kata Rina.",
		  "", "", "",
		  "Satu.|Disclaimer: Informasi ini mengutamakan kecepatan, "
		  "kata Rina." },
		{ "Satu,\" katanya. Sumber: Reuters", "", "", "",
		  "Satu,\" katanya." },
		{ "Satu. Sumber:https://satu.example/a https://dua.example", "",
		  "", "", "Satu." },
		{ "Satu. Sumber: https://satu.example/a menyebut dua.", "", "",
		  "", "Satu. Sumber: https://satu.example/a menyebut dua." },
		{ "Satu, katanya. Dapur Umum Kota - (Republika)", "", "", "",
		  "Satu, katanya." },
		{ "Satu. Diadaptasi oleh Rina Contoh Editor: Budi Misal", "",
		  "", "", "Satu. Diadaptasi oleh Rina Contoh" },
		{ "Satu.\nSumber:\nhttps://contoh.example/a/b\n"
		  "kabar.example, pagi.example",
		  "", "", "", "Satu." },
		{ "Satu.\nhttps://contoh.example/a/b", "", "", "",
		  "Satu.|https://contoh.example/a/b" },
		{ "Satu,\" katanya. (*)", "", "", "", "Satu,\" katanya." },
		{ "Satu. Selalu update info terkini. Simak breaking news dan "
		  "berita pilihan dari Kabar.co di kanal Telegram "
		  "\"Kabar.co\". Klik https://t.me/kabarcontoh untuk "
		  "bergabung. Anda perlu meng-install aplikasi Telegram "
		  "terlebih dahulu.",
		  "", "", "", "Satu." },
		{ "Satu. Cek Berita dan Artikel yang lain di Google News", "",
		  "", "", "Satu." },
		/* where links were there are more blanks */
		{ "\"Satu,\" katanya. \xC2\xA0 Ikuti berita terbaru di kanal "
		  "Telegram kami",
		  "", "", "", "\"Satu,\" katanya." },
		{ "Satu. (abc/kbr)Jangan Lewatkan Video Terbaru:", "", "",
		  "abc/kbr", "Satu." },
		{ "Satu. (abc/kbr)Yuk, Simak Juga Video ini!", "", "",
		  "abc/kbr", "Satu." },
		{ "Satu.\nKamu Sudah Menonton Video Terbaru Berikut ini?", "",
		  "", "", "Satu." },
		{ "Satu. Video Terpopuler Hari ini:", "", "", "", "Satu." },
		{ "Ia bertanya, \"Sudah menonton video terbaru Rina?\"", "", "",
		  "", "Ia bertanya, \"Sudah menonton video terbaru Rina?\"" },
		{ "Satu.\nVideo Terbaru Rina Contoh: Lagu Panen", "", "", "",
		  "Satu.|Video Terbaru Rina Contoh: Lagu Panen" },
		{ "Nyaman tanpa iklan. Langganan KabarPro\nNyaman tanpa iklan. "
		  "Langganan KabarPro Kabar.com, TEGAL - Satu. Cek Berita dan "
		  "Artikel yang lain di Google\nNews dan WA Channel Nyaman "
		  "tanpa iklan. Langganan KabarPro",
		  "TEGAL", "Kabar.com", "", "Satu." },
		{ "Kini ia nyaman tanpa iklan. Langganan koran naik.", "", "",
		  "", "Kini ia nyaman tanpa iklan. Langganan koran naik." },
		{ "Ekonomi Ilustrasi. Kabar.id.  Rina Contoh Misal "
		  "\xE2\x80\xA2 "
		  "28 January 2025 20:21  SHARE NOW TEGAL - Satu.",
		  "TEGAL", "", "Rina Contoh Misal", "Satu." },
		{ "Rina Contoh \xE2\x80\xA2 Budi Misal \xE2\x80\xA2 Sari.", "",
		  "", "",
		  "Rina Contoh \xE2\x80\xA2 Budi Misal \xE2\x80\xA2 Sari." },
		{ "Satu. Kabar \xC2\xA9 Copyright 2007 - 2025. All Rights "
		  "Reserved",
		  "", "", "", "Satu." },
		{ "Satu. \xC2\xA9 Copyright 2025 PT KABAR PAGI", "", "", "",
		  "Satu." },
		{ "Satu. \xC2\xA9 2025 milik Rina, kata hakim.", "", "", "",
		  "Satu. \xC2\xA9 2025 milik Rina, kata hakim." },
		/* between two pages, and below the first */
		{ "Satu. Halaman Selanjutnya Dua tiga.", "", "", "",
		  "Satu. Dua tiga." },
		{ "Satu. Halaman Selanjutnya \"Ya,\" katanya.", "", "", "",
		  "Satu. \"Ya,\" katanya." },
		{ "Satu. Halaman Selanjutnya --->", "", "", "", "Satu." },
		{ "Satu. *Ke halaman selanjutnya", "", "", "", "Satu." },
		{ "Satu buah Lanjut ke Halaman Berikutnya", "", "", "",
		  "Satu buah" },
		{ "Satu dua di halaman selanjutnya.", "", "", "",
		  "Satu dua di halaman selanjutnya." },
		{ "Kurs 142,60 Cek Berita dan Artikel yang lain di Google News",
		  "", "", "", "Kurs 142,60" },
		{ "Satu. Baca Juga: Warga Desa Tegal Menanam Padi  Cek Berita "
		  "dan Artikel yang lain di Google News",
		  "", "", "",
		  "Satu. Baca Juga: Warga Desa Tegal Menanam Padi" },
		{ "Satu. Ikuti berita terbaru Kabar.com di WhatsApp Channel, "
		  "klik di sini.",
		  "", "", "", "Satu." },
		{ "Kabar.com - 13/05/2024, 05:28 WIB Satu.", "", "", "",
		  "Satu." },
		{ "Rina Contoh - detikKabar Minggu, 04 Feb 2018 17:40 WIB "
		  "Foto: Budi Misal Jakarta - Satu.",
		  "Jakarta", "", "", "Satu." },
		/* text behind it may be of the article: it all stays */
		{ "Artikel ini telah tayang di Kabar.com dengan judul Harga "
		  "Cabai. Kini warga diam dan menunggu kabar dari pasar. Satu "
		  "dua tiga.",
		  "", "", "",
		  "Artikel ini telah tayang di Kabar.com dengan judul Harga "
		  "Cabai. Kini warga diam dan menunggu kabar dari pasar. Satu "
		  "dua tiga." },
		{ "Artikel ini telah tayang di Kabar.com dengan judul Harga "
		  "Cabai. Kini Warga pulang",
		  "", "", "",
		  "Artikel ini telah tayang di Kabar.com dengan judul Harga "
		  "Cabai. Kini Warga pulang" },
		{ "Ia membuka kanal Telegram dan Google News, lalu tidur.", "",
		  "", "",
		  "Ia membuka kanal Telegram dan Google News, lalu tidur." },
		{ "Satu. Sumber: warga setempat yang enggan disebut.", "", "",
		  "", "Satu. Sumber: warga setempat yang enggan disebut." },
		{ "Ia berkata, \"Scroll to continue with content.\"", "", "",
		  "", "Ia berkata, \"Scroll to continue with content.\"" },
		/* what a photograph shows, before the text and inside it */
		{ "Satu.\nAP PHOTO/RINA CONTOH Warga di Tegal, Jumat "
		  "(3/3/2023). Dua tiga.",
		  "", "", "", "Satu.|Dua tiga." },
		{ "Satu.\nKOMPAS.com/Rina C Warga di Tegal, Jumat (3/3/2023) "
		  "Dua tiga.",
		  "", "", "", "Satu.|Dua tiga." },
		{ "Satu.\nPIXABAY/RINA Ilustrasi cabai. Dua tiga.", "", "", "",
		  "Satu.|Dua tiga." },
		{ "Satu.\nAFP/RINA Warga di Tegal. Dua pada (3/3/2023). Tiga.",
		  "", "", "",
		  "Satu.|AFP/RINA Warga di Tegal. Dua pada (3/3/2023). Tiga." },
		{ "Satu, kata dia. DOK. HO Warga di Tegal, Jumat (3/3/2023). "
		  "Dua tiga.",
		  "", "", "", "Satu, kata dia. Dua tiga." },
		{ "Satu, kata dia. Warga di Tegal, Jumat (332023). - (ANTARA "
		  "FOTORina Contoh) Dua tiga.",
		  "", "", "", "Satu, kata dia. Dua tiga." },
		{ "Satu, kata dia. Kepala Pasar Umpama. - (Rina Contoh)", "",
		  "", "", "Satu, kata dia." },
		{ "Satu, kata dia. Isi Pasar - (Republika) Dua.", "", "", "",
		  "Satu, kata dia. Dua." },
		{ "Harga: 6. Cabai Rp. 80.000,- jika utuh Warga di Tegal. - "
		  "(Mg1) Dua.",
		  "", "", "",
		  "Harga: 6. Cabai Rp. 80.000,- jika utuh Warga di Tegal. - "
		  "(Mg1) Dua." },
		{ "Satu, kata Rina Kepala Pasar Rina - (Umpama) Dua.", "", "",
		  "", "Satu, kata Rina Kepala Pasar Rina - (Umpama) Dua." },
		{ "Satu. *****", "", "", "", "Satu." },
		{ "Satu. (Kabar.com)\nDua. (Kompas TV)", "", "", "",
		  "Satu.|Dua." },
		{ "Satu di situs (kabar.com)", "", "", "",
		  "Satu di situs (kabar.com)" },
		/* links spaced out inside a line that is dropped */
		{ "Satu.\nSumber:  kabar.com ,  contoh.go.id", "", "", "",
		  "Satu." },
		{ "Satu.\nSumber:\nkabar.com/a  dan  contoh.go.id", "", "", "",
		  "Satu." },
		/* a line of nothing else is gone */
		{ "[Gambas:Video 20detik] [Gambas:Video 20detik]\nSatu.", "",
		  "", "", "Satu." },
	};
	CHECK_ALL(state, cases);
}

/* Line ends that were lost, and full stops that end no sentence. */
static void test_glued_paragraphs(void **state)
{
	static const struct {
		const char *text, *blocks;
	} cases[] = {
		{ "Harga cabai di pasar naik sejak kemarin.Warga mengeluh.",
		  "Harga cabai di pasar naik sejak kemarin.|Warga mengeluh." },
		{ "\"Kami menunggu kabar sejak pagi,\" kata dia.\"Lama "
		  "sekali.\"Warga pulang.",
		  "\"Kami menunggu kabar sejak pagi,\" kata dia.|\"Lama "
		  "sekali.\"|Warga pulang." },
		{ "\"Kami menunggu kabar di sini sejak pagi.\"Warga pulang.",
		  "\"Kami menunggu kabar di sini sejak pagi.\"|Warga pulang." },
		{ "Kami menunggu di sini sejak pagi.\xE2\x80\x9CLama sekali."
		  "\xE2\x80\x9D",
		  "Kami menunggu di sini sejak pagi.|\xE2\x80\x9CLama sekali."
		  "\xE2\x80\x9D" },
		{ "Rapat itu digelar pada Rabu siang (15/3/2023).KPU diam.",
		  "Rapat itu digelar pada Rabu siang (15/3/2023).|KPU diam." },
		{ "Jembatan itu dibangun pada tahun 1978.Warga senang.",
		  "Jembatan itu dibangun pada tahun 1978.|Warga senang." },
		{ "Apakah warga akan pulang ke desa?Belum tentu, kata Budi.",
		  "Apakah warga akan pulang ke desa?|Belum tentu, kata Budi." },
		{ "Rapat dihadiri pengurus Persatuan UMKM.Dia tidak datang.",
		  "Rapat dihadiri pengurus Persatuan UMKM.|Dia tidak datang." },
		{ "Pasar itu ramai oleh ibu-ibu dan anak-anak.Warga senang.",
		  "Pasar itu ramai oleh ibu-ibu dan anak-anak.|Warga senang." },
		{ "Truk itu terguling di jalan Tegal-Brebes.\"Kami pulang.\"",
		  "Truk itu terguling di jalan Tegal-Brebes.|\"Kami "
		  "pulang.\"" },
		{ "Pelaku itu dijerat dengan pasal KUHPidana.Warga senang.",
		  "Pelaku itu dijerat dengan pasal KUHPidana.|Warga senang." },
		/* a quotation opens, whatever stands before the stop */
		{ "Ia naik mobil Umpama E.\"Murah... ya,\" kata dia.",
		  "Ia naik mobil Umpama E.|\"Murah... ya,\" kata dia." },
		{ "Ia pulang pada Mei.\xE2\x80\x9CTidak! Nanti,\xE2\x80\x9D "
		  "kata "
		  "dia.",
		  "Ia pulang pada Mei.|\xE2\x80\x9CTidak! Nanti,"
		  "\xE2\x80\x9D kata dia." },
		{ "\"Kami pulang,\xE2\x80\x9D kata dia dari UI.\"Ya,\" kata "
		  "dia.",
		  "\"Kami pulang,\xE2\x80\x9D kata dia dari UI.|\"Ya,\" kata "
		  "dia." },
		{ "Kata dia, \xE2\x80\x9CKami pulang.\"\"Harga cabai naik,\" "
		  "kata dia.",
		  "Kata dia, \xE2\x80\x9CKami pulang.\"|\"Harga cabai naik,\" "
		  "kata dia." },
		{ "Film terbaik di pasar itu: .\xE2\x80\x9CUmpama Raya"
		  "\xE2\x80\x9D",
		  NULL },
		/* a short word that stands elsewhere, or an opener */
		{ "Warga UE tidak pulang. Ia warga UE.Rina juga warga UE.",
		  "Warga UE tidak pulang. Ia warga UE.|Rina juga warga UE." },
		{ "Pasar itu yang paling ramai di Tanah Air.Menurut Rina, "
		  "ya.",
		  "Pasar itu yang paling ramai di Tanah Air.|Menurut Rina, "
		  "ya." },
		{ "Warga melihat ke rumah milik UE.Misal dan kawan-kawan UE "
		  "Misal.",
		  NULL },
		{ "Rapat warga di balai desa ditutup pukul 9. B.Menurut Rina "
		  "itu.",
		  NULL },
		/* joined with commas, three times and more */
		{ "Warga pulang.,\"Ya,\" kata dia.,Pasar tutup.,Hujan "
		  "turun., ya.",
		  "Warga pulang.|\"Ya,\" kata dia.|Pasar tutup.|Hujan turun., "
		  "ya." },
		{ "\xE2\x80\x9CYa.\xE2\x80\x9D,Ia "
		  "pulang.,Hujan.,\"Lalu?\",Reda.",
		  "\xE2\x80\x9CYa.\xE2\x80\x9D|Ia "
		  "pulang.|Hujan.|\"Lalu?\"|Reda." },
		{ "Warga pulang.,Pasar tutup.,Hujan turun.", NULL },
		/* abbreviations, names, numbers, addresses */
		{ "Rapat itu dipimpin oleh kepala dinas, Rina, SKom.Dia diam.",
		  NULL },
		{ "Ia dirawat oleh seorang ahli, Sp.Kardio dan S.Kom di situ.",
		  NULL },
		{ "Warga tinggal di Kel.Umpama, Kec.Contoh dan Kab.Misal itu.",
		  NULL },
		{ "Rapat dipimpin oleh kepala dinas itu, Prof.Budi dan "
		  "dr.Rina.",
		  NULL },
		{ "Mereka bekerja untuk perusahaan itu, PT.Umpama di Tegal.",
		  NULL },
		{ "Putusan itu bernomor 12/Pid.Sus/2021 dan berlaku, "
		  "No.5.Budi.",
		  NULL },
		{ "Mereka menulis di Kabarpagi.Com dan kabar.Id sejak dahulu.",
		  NULL },
		{ "Alamatnya http://contoh.example/berita.Warga dan a@b.Warga",
		  NULL },
		{ "Toko itu ada di sepuluh kota besar, yakni 1.Tegal 2.Brebes.",
		  NULL },
		{ "Ditulis oleh Rina W.Contoh dan Budi M.Misal dari kota itu.",
		  NULL },
		/* a name and what its owner is: not thirty bytes before it */
		{ "Rina Contoh.Pengamat pasar dari universitas di Tegal.",
		  NULL },
		/* a sentence is known by its last word; a link stood there */
		{ "Enak sekali.Warga desa itu lalu pulang ke rumahnya.",
		  "Enak sekali.|Warga desa itu lalu pulang ke rumahnya." },
		{ "Warga membaca berita itu di laman Kabar.ng .Pisang naik.",
		  "Warga membaca berita itu di laman Kabar.ng .|Pisang naik." },
		/* items of a list */
		{ "1. Kota Tegal Rp 2,4 triliun2. Kota Solo (SLO)3.Kota Pati",
		  "1. Kota Tegal Rp 2,4 triliun|2. Kota Solo (SLO)|3.Kota "
		  "Pati" },
		{ "1. Uang tahun 19792. Uang tahun 19803. Uang lama",
		  "1. Uang tahun 1979|2. Uang tahun 1980|3. Uang lama" },
		{ "1. Tegal Rp 12.242.0002. Solo Rp 3,353. Pati",
		  "1. Tegal Rp 12.242.000|2. Solo Rp 3,35|3. Pati" },
		{ "1. Luasnya 200 m2. Warga pulang pada 1973. Rina diam.",
		  NULL },
		{ "1. Harganya Rp 502. Warga membeli 12. Rina tidak.", NULL },
		{ "Kota Tegal Rp 2,4 triliun2. Kota Solo", NULL },
		/* a mark stays in its paragraph */
		{ "Harga cabai di pasar naik sejak kemarin.Baca juga: Harga",
		  NULL },
		/* three gaps of two blanks, in a body that is one line */
		{ "Satu dua.  Tiga empat.  \"Lima enam.\"   Tujuh delapan.",
		  "Satu dua.|Tiga empat.|\"Lima enam.\"|Tujuh delapan." },
		{ "Satu dua.  Tiga empat.  Lima enam.", NULL },
	};
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct cleaned c = { cases[i].text, "", "", "",
				     cases[i].blocks ? cases[i].blocks
						     : cases[i].text };
		check(m, &c, false);
	}
	/* parts of one line have its number */
	make(m,
	     SLICE("Judul\nHarga cabai di pasar naik sejak kemarin.Warga "
		   "mengeluh.\nDua.\n"),
	     false);
	assert_int_equal(m->doc.body.block_count, 3);
	assert_int_equal(m->doc.body.blocks[0].line, 2);
	assert_int_equal(m->doc.body.blocks[1].line, 2);
	assert_int_equal(m->doc.body.blocks[2].line, 3);
}

static void test_titles(void **state)
{
	static const struct {
		const char *text, *title, *blocks;
		bool markdown;
	} cases[] = {
		{ "Judul\nSatu.", "Judul", "Satu.", false },
		{ "\n\n  Judul  itu\xC2\xA0\n\nSatu.", "Judul itu", "Satu.",
		  false },
		{ "loading...\nJudul\nSatu.", "Judul", "Satu.", false },
		{ "# Judul\nSatu.", "Judul", "Satu.", false },
		{ "#Judul\nSatu.", "#Judul", "Satu.", false },
		/* said again at the head, with the page's date between */
		{ "Judul Itu\nKamis, 24 September 2020 - 10:28 WIB\n"
		  "JUDUL  itu\nSatu.",
		  "Judul Itu", "Satu.", false },
		{ "Judul Itu\nSatu.\nJudul Itu\nDua.", "Judul Itu",
		  "Satu.|Judul Itu|Dua.", false },
		{ "Judul Itu\nJudul Itu Benar\nSatu.", "Judul Itu",
		  "Judul Itu Benar|Satu.", false },
		/* what a page's own title has around it */
		{ "Harga Cabai Naik | kabar.co\nSatu.", "Harga Cabai Naik",
		  "Satu.", false },
		{ "Harga Cabai Naik - Kabar.com\nSatu.", "Harga Cabai Naik",
		  "Satu.", false },
		{ "Harga Cabai Naik - CNN Indonesia\nSatu.", "Harga Cabai Naik",
		  "Satu.", false },
		{ "Harga Cabai Naik | Merdeka\nSatu.", "Harga Cabai Naik",
		  "Satu.", false },
		/* words and clubs that are no outlets */
		{ "Hasil Liga: Persib - PSM Indonesia\nSatu.",
		  "Hasil Liga: Persib - PSM Indonesia", "Satu.", false },
		{ "Makna Sumpah Pemuda 1928 - Merdeka\nSatu.",
		  "Makna Sumpah Pemuda 1928 - Merdeka", "Satu.", false },
		{ "Harga Cabai Naik Halaman all - Kabar.com\nSatu.",
		  "Harga Cabai Naik", "Satu.", false },
		{ "Kunci Jawaban Kelas 7 Halaman 70\nSatu.",
		  "Kunci Jawaban Kelas 7 Halaman 70", "Satu.", false },
		{ "Harga Cabai Naik - Halaman 2\nSatu.", "Harga Cabai Naik",
		  "Satu.", false },
		{ "Ma%27ruf: %22Ya%22, 30%2 Naik\nSatu.",
		  "Ma'ruf: \"Ya\", 30%2 Naik", "Satu.", false },
		/* entities of which the semicolons were left */
		{ "Rina Tak \";Lupa\"; Pulang, Budi \";Ya\";\nSatu.",
		  "Rina Tak \"Lupa\" Pulang, Budi \"Ya\"", "Satu.", false },
		{ "Rina \"Lupa\"; Budi Pulang\nSatu.",
		  "Rina \"Lupa\"; Budi Pulang", "Satu.", false },
		{ "\"Kami Pulang\"\nSatu.", "\"Kami Pulang\"", "Satu.", false },
		{ "Skor Tegal - Brebes\nSatu.", "Skor Tegal - Brebes", "Satu.",
		  false },
		{ "Kabar.com\nSatu.", "Kabar.com", "Satu.", false },
		/* said again, with the outlet's name or in the text's line */
		{ "Harga Cabai Naik Lagi\nHarga Cabai Naik Lagi | kabar.co\n"
		  "Satu.",
		  "Harga Cabai Naik Lagi", "Satu.", false },
		{ "Harga Cabai Naik Lagi\nHarga Cabai Naik  Lagi JAKARTA - "
		  "Satu.",
		  "Harga Cabai Naik Lagi", "Satu.", false },
		{ "Harga cabai naik lagi\nHarga cabai naik lagi Sabtu ini.",
		  "Harga cabai naik lagi", "Harga cabai naik lagi Sabtu ini.",
		  false },
		{ "Harga Cabai Naik Lagi\nHarga Cabai Naik Lagi kata Budi.",
		  "Harga Cabai Naik Lagi", "Harga Cabai Naik Lagi kata Budi.",
		  false },
		/* front matter */
		{ "---\ntitle: Lain\n---\nSatu.\nDua.", "Lain", "Satu.|Dua.",
		  false },
		{ "---\ntitle: Lain\n---\nLain\nDua.", "Lain", "Dua.", false },
		{ "---\ntitle: Lain\n---\n", "Lain", "", false },
		/* an article that is only a title */
		{ "Judul", "Judul", "", false },
		{ "# Judul\n\nSatu\ndua.\n\n## Bagian\n\n- a\n- b", "Judul",
		  "Satu\ndua.|## Bagian|- a\n- b", true },
		{ "# Judul\nSatu.\n\nDua.", "Judul", "Satu.|Dua.", true },
		{ "Judul\n=====\n\nSatu.", "Judul", "Satu.", true },
		{ "Judul\n---\nSatu.", "Judul", "Satu.", true },
		{ "Judul\n-=-\nSatu.", "Judul", "-=-\nSatu.", true },
		{ "Judul\n---\nSatu.", "Judul", "Satu.", false },
		/* the first item of a list keeps its dash */
		{ "# Judul\n\n- Satu\n- Dua", "Judul", "- Satu\n- Dua", true },
	};
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice in = slice_of(cases[i].text);
		const struct document *doc = make(m, in, cases[i].markdown);
		assert_true(m->has_article);
		assert_said(doc->title, cases[i].title, in);
		assert_said(say_blocks(m, doc), cases[i].blocks, in);
	}
	assert_nothing_reported(m);
	make(m, SLICE("A\nA\nloading...\n"), false);
	assert_false(m->has_article);
}

/* A whole article in its first line: a title is cut from it, no word lost. */
static void test_long_title(void **state)
{
	struct maker *m = *state;
	struct buf text = { 0 };
	repeat(&text, "kata ", 10000);
	struct slice line = slice_trim(buf_slice(&text));
	const struct document *doc = make(m, line, false);
	assert_int_equal(doc->body.block_count, 1);
	assert_int_equal(doc->body.blocks[0].text.len, line.len);
	assert_true(text_length(doc->title) <= TITLE_CAP + 1);
	assert_true(slice_ends(doc->title, SLICE("kata\xE2\x80\xA6")));
	assert_reported(m, "content/a.txt:1: warning: the title is longer");
	/* one word of it, too */
	buf_clear(&text);
	repeat(&text, "\xC3\xA9", 2000);
	doc = make(m, buf_slice(&text), false);
	assert_int_equal(text_length(doc->title), TITLE_CAP + 1);
	assert_int_equal(doc->body.blocks[0].text.len, 2000);
	reports(m);
	buf_release(&text);
}

static void test_front_matter_says_it(void **state)
{
	struct maker *m = *state;
	struct slice in =
	    SLICE("---\nauthor: Rina\noutlet: Lain\n"
		  "dateline: SOLO\ntags: [a]\nurl: http://x.id\n"
		  "slug: s\n---\nJudul\nTEGAL, KABAR.com - Satu.\n");
	const struct document *doc = make(m, in, false);
	assert_said(doc->dateline, "SOLO", in);
	assert_said(doc->outlet, "Lain", in);
	assert_said(doc->byline, "Rina", in);
	assert_said(doc->url, "http://x.id", in);
	assert_said(doc->wanted_slug, "s", in);
	assert_int_equal(doc->tag_count, 1);
	/* cut all the same, and the initials of the text are kept */
	assert_said(say_blocks(m, doc), "Satu.", in);
	in = SLICE("---\nauthor: Rina\n---\nJudul\nSatu.\n(min)\n");
	assert_said(make(m, in, false)->byline, "min", in);
}

/* What was done is told by line, in order. */
static void test_trace(void **state)
{
	static const struct {
		uint32_t line;
		enum fate fate;
		const char *rule, *words;
	} want[] = {
		{ 1, FATE_USED, "title", "Judul" },
		{ 2, FATE_DROPPED, "widget-loading", "loading..." },
		{ 4, FATE_CUT, "inline-video", "[Gambas:Video CNN]" },
		{ 4, FATE_USED, "dateline-place", "TEGAL - " },
		{ 5, FATE_USED, "byline-initials", "(min)" },
	};
	struct maker *m = *state;
	struct slice in = SLICE("Judul\nloading...\n\nTEGAL - Satu. "
				"[Gambas:Video CNN]\n(min)\n");
	const struct document *doc = make(m, in, false);
	assert_int_equal(doc->trace_count, COUNT_OF(want));
	for (size_t i = 0; i < COUNT_OF(want); i++) {
		assert_int_equal(doc->trace[i].line, want[i].line);
		assert_int_equal(doc->trace[i].fate, want[i].fate);
		assert_string_equal(doc->trace[i].rule, want[i].rule);
		assert_said(doc->trace[i].words, want[i].words, in);
	}
	assert_int_equal(doc->body.blocks[0].line, 4);
	assert_true(doc->body.blocks[0].blank_before);
}

#define FOUR "Satu dua.\nTiga empat.\nLima enam.\nTujuh delapan.\n"
#define SAID "Satu dua.|Tiga empat.|Lima enam.|Tujuh delapan."

/* The page's next video, which stood below the text with no mark. */
static void test_last_headline(void **state)
{
	static const char *const stay[] = {
		"Pedagang dan Pembeli di Pasar Tegal Kini Menunggu.",
		"Pembeli di Pasar Kini menunggu lama",
		"Harga Cabai Naik Lagi",
		"Rina Contoh, Juara Pasar dari Universitas Tegal Jaya",
		"Cabai 100 Bawang 200 Beras 300 Gula 400",
	};
	struct maker *m = *state;
	struct buf text = { 0 }, want = { 0 };
	struct cleaned gone = {
		FOUR "Pembeli di Pasar Tegal Kini Menunggu Kabar dari Brebes",
		"", "", "", SAID
	};
	check(m, &gone, false);
	gone.text = FOUR "(abc)\nApakah Cabai di Pasar Tegal Akan Naik Lagi?";
	gone.byline = "abc";
	check(m, &gone, false);
	for (size_t i = 0; i < COUNT_OF(stay); i++) {
		buf_clear(&text);
		buf_clear(&want);
		buf_printf(&text, FOUR "%s", stay[i]);
		buf_printf(&want, SAID "|%s", stay[i]);
		struct cleaned c = { buf_zstr(&text), "", "", "",
				     buf_zstr(&want) };
		check(m, &c, false);
	}
	gone.text =
	    FOUR "Penulis: Rina Contoh\nApakah Cabai di Pasar Tegal Akan "
		 "Naik Lagi?";
	gone.byline = "Rina Contoh";
	check(m, &gone, false);
	gone.text = FOUR "Penulis: Rina Contoh / Madrasah Umpama 1 Tegal";
	gone.byline = "Rina Contoh";
	check(m, &gone, false);
	gone.text = FOUR "RINA CONTOH | BUDI SARI MISAL";
	gone.byline = "RINA CONTOH | BUDI SARI MISAL";
	check(m, &gone, false);
	/* in a short text, and behind what is no sentence, it is text */
	struct cleaned c = { "Satu.\nPembeli di Pasar Tegal Kini Menunggu", "",
			     "", "",
			     "Satu.|Pembeli di Pasar Tegal Kini Menunggu" };
	check(m, &c, false);
	c.text = FOUR "Daftar:\nPembeli di Pasar Tegal Kini Menunggu";
	c.blocks = SAID "|Daftar:|Pembeli di Pasar Tegal Kini Menunggu";
	check(m, &c, false);
	buf_release(&text);
	buf_release(&want);
}

/* A page's head and foot, in the shapes that SINDOnews and Detik have. */
static void test_page_heads(void **state)
{
	static const struct cleaned cases[] = {
		{ "\nSabtu, 26 September 2020 - 10:28 WIB\nloading...\nJudul\n"
		  "Pasar di Tegal. Foto/Rina Contoh\nA A A\nTEGAL - Satu.\n"
		  "(abc)",
		  "TEGAL", "", "abc", "Satu." },
		{ "loading...\nJudul\nA+ A-\nTEGAL - Satu.\n(abc)\n"
		  "Halaman :\n1\n2\nShow All\ntulis komentar anda\n"
		  "Video Rekomendasi\nTerpopuler",
		  "TEGAL", "", "abc", "Satu." },
		{ "Rina Contoh - detikKabar\nSabtu, 26 Sep 2020 10:28 WIB\n"
		  "Foto: Budi Misal\nJakarta - Satu.\n(rin/bud)",
		  "Jakarta", "", "rin/bud", "Satu." },
		/* a number is text but behind the pager */
		{ "Satu.\n1\n2\nTiga.", "", "", "", "Satu.|1|2|Tiga." },
	};
	CHECK_ALL(state, cases);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_datelines),
		cmocka_unit_test(test_no_datelines),
		cmocka_unit_test(test_bylines),
		cmocka_unit_test(test_no_bylines),
		cmocka_unit_test(test_cuts),
		cmocka_unit_test(test_glued_paragraphs),
		cmocka_unit_test(test_titles),
		cmocka_unit_test(test_long_title),
		cmocka_unit_test(test_last_headline),
		cmocka_unit_test(test_page_heads),
		cmocka_unit_test(test_front_matter_says_it),
		cmocka_unit_test(test_trace),
	};
	return RUN_WITH_MAKER(tests);
}
