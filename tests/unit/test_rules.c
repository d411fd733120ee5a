/*
 * test_rules.c - the default rules, and a site's own before them: added, in
 * place of one, switched off, and wrong in every way.
 */
#include "loader_maker.h"

#include "loader/rules.h"

#include <sys/stat.h>
#include <unistd.h>

/* The rules with a site's file of this text; NULL after reporting. */
static struct rules *with_site(struct maker *m, const char *text)
{
	char path[] = "/tmp/arsip-rules-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	struct rules *r = rules_new(path, m->diag);
	unlink(path);
	return r;
}

static const char *dropped_by(struct maker *m, const struct rules *r,
			      const char *line, bool head)
{
	struct line l = { .text = slice_of(line) };
	l.needles = rules_needles(r, l.text);
	const struct rule *rule = rules_drop(r, m->matcher, &l, head, NULL);
	return rule ? rule->name : "-";
}

static void test_default_rules(void **state)
{
	struct maker *m = *state;
	assert_nothing_reported(m); /* of setting up */
	for (int k = 0; k < RULE_KINDS; k++) {
		size_t count;
		const struct rule *rules =
		    rules_of(m->rules, (enum rule_kind)k, &count);
		assert_true(count > 0);
		for (size_t i = 0; i < count; i++) {
			assert_int_equal(rules[i].kind, k);
			assert_true(strlen(rules[i].why) > 5);
			if (k == RULE_BYLINE)
				assert_true(rules[i].byline > 0);
		}
	}
}

struct drop {
	const char *line, *rule;
};

static void test_dropped_lines(void **state)
{
	static const struct drop cases[] = {
		{ "loading...", "widget-loading" },
		{ "LOADING...", "widget-loading" },
		{ "A  A \t A", "widget-font-size" },
		{ "A+ A-", "widget-font-size" },
		{ "SCROLL TO CONTINUE WITH CONTENT", "widget-scroll" },
		{ "Tidak ada kode iklan yang tersedia.", "widget-ad-code" },
		{ "[Gambas:Video 20detik]", "widget-video" },
		{ "1 2 3 Selanjutnya", "widget-pager" },
		{ "Halaman : 2", "widget-pager" },
		{ "Lanjut baca di halaman berikutnya...", "widget-pager" },
		{ "Berlanjut ke halaman berikutnya >>>", "widget-pager" },
		{ "A post shared by Warung Contoh (@contoh)", "widget-share" },
		{ "Saksikan LiveDetikpagi:", "plug-live" },
		{ "Copyright \xC2\xA9 CONTOH 2023", "copyright" },
		{ "Pewarta: Editor: Rina Contoh Copyright \xC2\xA9 CONTOH",
		  "copyright" },
		{ "Artikel ini telah tayang di Contoh.com dengan judul "
		  "Pasar Kembali Ramai",
		  "syndication" },
		{ "Baca selengkapnya di sini", "more-link" },
		{ "Baca juga artikel seputar ikan hias lainnya:", "more-link" },
		{ "Foto: Rina/Contoh", "photo-credit" },
		{ "Diperbarui: Kamis, 24/9/2020, 10.28 WIB",
		  "page-date-label" },
		{ "Sumber: Reuters", "source-line" },
		{ "Sumber: contoh.go.id (1)   (2)", "source-line" },
		{ "Editor: Budi Contoh", "byline-editor" },
		{ "(*)", "byline-star" },
		{ "[email protected]", "byline-address" },
		/* the same kinds of line, of more outlets */
		{ "memuat...", "widget-loading" },
		{ "A- A A+", "widget-font-size" },
		{ "- Advertisement -", "widget-scroll" },
		{ "Scroll untuk melanjutkan", "widget-scroll" },
		{ "[Gambas:Youtube] [Gambas:Twitter]", "widget-video" },
		{ "\xE2\x80\x8F", "widget-invisible" },
		{ "Halaman 1 dari 3", "widget-pager" },
		{ "1 2 3 Next", "widget-pager" },
		{ "Tampilkan Semua", "widget-pager" },
		{ "Selanjutnya: Rina Contoh mengatakan...", "widget-pager" },
		{ "Baca halaman selanjutnya >>>", "widget-pager" },
		{ "Rekomendasi Untuk Anda", "widget-box" },
		{ "Dengarkan Berita", "widget-box" },
		{ "12 Komentar", "widget-comment" },
		{ "Tulis komentar Anda di bawah", "widget-comment" },
		{ "Bagikan:", "widget-share-buttons" },
		{ "Bagikan artikel ini:", "widget-share-buttons" },
		{ "Facebook Twitter WhatsApp Copy Link",
		  "widget-share-buttons" },
		{ "View this post on Instagram", "widget-share" },
		{ "Tags: banjir, Tegal", "widget-tags" },
		{ "#banjir #tegal", "widget-tags" },
		{ "Cek Berita dan Artikel yang lain di Google News",
		  "plug-news" },
		{ "Ikuti berita terbaru Kabar.com di WhatsApp Channel",
		  "plug-news" },
		{ "Dapatkan informasi terkini lewat aplikasi Kabar, unduh di "
		  "sini",
		  "plug-news" },
		{ "Simak breaking news dan berita pilihan kami langsung di "
		  "ponselmu",
		  "plug-news" },
		{ "(Ayo ikuti saluran WhatsApp Kabar.com biar enggak "
		  "ketinggalan update dan berita terbaru. Klik di sini ya!)",
		  "plug-news" },
		{ "Simak jadwal lengkap panen raya pada halaman berikut!",
		  "widget-pager" },
		{ "Baca selengkapnya di tautan berikut ini.", "more-link" },
		{ "(Image: contoh.example)", "photo-bracket" },
		{ "Rina Contoh (credit: Budi/Kabar)", "photo-bracket" },
		{ "Rina Contoh bakal kembali. Kapan? (credit: rina_contoh)",
		  "photo-bracket" },
		{ "Rina Contoh (Instagram/@rina.contoh)", "photo-bracket" },
		{ "X.com/rina_contoh", "photo-bracket" },
		{ "**Punya informasi atau klaim yang ingin Anda cek faktanya? "
		  "Hubungi ChatBot kami.",
		  "plug-live" },
		{ "Sumber: WargaEditor: Rina Contoh", "byline-source-editor" },
		{ "Sobat Kabar, jangan lupa ya untuk follow IG @contoh!",
		  "plug-follow" },
		{ "Baca berita lainnya di Kabar.com", "plug-more" },
		{ "Klik di sini", "plug-more" },
		{ "Saksikan video pilihan di bawah ini:", "plug-live" },
		{ "\xC2\xA9 2023 Kabar Contoh", "copyright" },
		{ "All Rights Reserved", "copyright" },
		{ "Simak selengkapnya di sini .", "more-link" },
		{ "Selengkapnya dalam program Pagi KABAR Contoh (Jumat, "
		  "17/03/2023) berikut ini.",
		  "more-link" },
		{ "S elengkapnya dalam program Pagi KABAR Contoh berikut ini.",
		  "more-link" },
		{ "Baca beritanya dalam bahasa Inggris", "more-link" },
		{ "Artikel ini telah tayang diCNN Indonesia.", "syndication" },
		{ "Artikel ini pertama kali terbit dalam bahasa Inggris",
		  "syndication" },
		{ "*) Tulisan ini opini pribadi dan tidak mencerminkan "
		  "pandangan Kabar",
		  "disclaimer" },
		{ "Disclaimer: Analisis ini bukan ajakan membeli saham.",
		  "disclaimer" },
		{ "Disclaimer:Setiap keputusan investasi ada di tangan "
		  "pembaca. "
		  "Pelajari dan analisis sebelum membeli saham. Kabar.com "
		  "tidak bertanggung jawab atas kerugian yang timbul.",
		  "disclaimer-market" },
		{ "Disclaimer : Keputusan pembelian/penjualan saham "
		  "sepenuhnya ada di tangan investor.",
		  "disclaimer-market" },
		{ "Disclaimer: Ingat, bahwa segala rekomendasi saham dalam "
		  "artikel ini informatif dan bukan merupakan ajakan membeli.",
		  "disclaimer-market" },
		{ "Selengkapnya..", "widget-box" },
		{ "\"Detik Sore, Pulang Bareng Kami!\"", "plug-live" },
		{ "Nikmati terus sajian kabarpagi secara langsung (live "
		  "streaming) pada Senin-Jumat, pukul 06.00-07.30 WIB, di "
		  "tv.kabarpagi.com dan TikTok. Kirim pertanyaan Anda.",
		  "plug-programme" },
		{ "Saksikan ulasannya di Kabar Sore. Program ini tayang Sabtu "
		  "- Minggu, 15:30 - 17:00 WITA di umpama.co.id. Tulislah di "
		  "kolom live chat yang tersedia.",
		  "plug-programme" },
		{ "*", "byline-star" },
		{ "-------", "widget-rule" },
		{ "***2***", "byline-star" },
		{ "Warga di Tegal. Foto: Rina/Kabar", "photo-caption" },
		{ "Warga di Tegal (Foto: dok. Kabar)", "photo-caption" },
		{ "Warga di Tegal. Foto/dok Kabar", "photo-caption" },
		{ "Warga di Tegal Foto/Ist", "photo-caption" },
		{ "Warga di Tegal Foto: Rina/ detikcom", "photo-caption" },
		{ "Warga di Tegal. ANTARA FOTO/Rina Contoh/foc",
		  "photo-caption" },
		{ "(Warga di Tegal. Foto: rina_contoh)", "photo-caption" },
		{ "Warga di Tegal. Foto: tangkapan layar Instagram @rina.c",
		  "photo-caption" },
		{ "sumber : Antara", "source-line" },
		{ "Sumber : reuters", "source-line" },
		{ "Sumber: https://contoh.example/a", "source-line" },
		{ "Penyunting: Budi Contoh", "byline-editor" },
		{ "Selanjutnya: 1. Rina Contoh Bertemu Warga....",
		  "widget-pager" },
		{ "Simak lebih jauh tentang Pasar Contoh di sini .",
		  "plug-more" },
		{ "Berita selengkapnya, baca di sini .", "more-link" },
		{ "Artikel ini telah tayang di Kabar.id dengan judul : Harga "
		  "Cabai Naik dan Surat.co.id dengan judul : Harga Cabai "
		  "Naik Lagi, Warga Diam",
		  "syndication" },
		{ "Sumber: contoh.go.id/tarif , kabar.com .", "source-line" },
		{ "Sumber: Instagram @contoh , @ umpama", "source-line" },
		{ "(Sumber TribunUmpama)", "source-line" },
		{ "(Sumber: Kabar Pagi, Surat Sore).", "source-line" },
		{ "Sumber TribunUmpama", "source-line" },
		{ "Ikuti saluran Kabarkota.com di WhatsApp: https://a.example",
		  "plug-network" },
		{ "Ikuti berita KABAR-KOTA.COM lain di GOOGLE NEWS",
		  "plug-network" },
		{ "Berita lainnya di Sampah di Tegal", "plug-network" },
		{ "Kumpulan Artikel Tegal", "plug-network" },
		{ "Geser untuk melihat tabel lengkap", "plug-network" },
		/* photographs: the credit behind what is shown, or before */
		{ "Perahu di Tegal, 3 Maret 2023. TEMPO/ Rina Contoh",
		  "photo-behind" },
		{ "Perahu di Tegal. Banyak. ANTARA/HO-PP PBSI",
		  "photo-behind" },
		{ "Rina Contoh. Instagram.com/@rina.contoh", "photo-behind" },
		{ "Rina di pasar itu. Dok. Pasar Umpama", "photo-behind" },
		{ "Koleksi baru, \"Pasar\". (dok. Rina Contoh)",
		  "photo-behind" },
		{ "Warga di pasar. Sumber: dokumen Pasar Umpama",
		  "photo-behind" },
		{ "KOMPAS.COM/RINA CONTOH Warga di Tegal, Jumat (3/3/2023).",
		  "photo-before" },
		{ "AFP PHOTO/R. CONTOH Perahu di Tegal, 3 Maret 2023.",
		  "photo-before" },
		{ "AFP / CONTOH Warga di Tegal, Jumat (3/3/2023) malam.",
		  "photo-before" },
		{ "TRIBUN UMPAMA/RINA CONTOH Warga di pasar Tegal",
		  "photo-before" },
		{ "Dok. Polres Umpama Perahu di Tegal, Jumat (3/3/2023)",
		  "photo-before" },
		{ "Shutterstock/Rina Ilustrasi CCTV di rumah, kamera.",
		  "photo-before" },
		{ "SHUTTERSTOCK Ilustrasi garis polisi.", "photo-before" },
		{ "KOMPAS.com/Rina Contoh Pasar Tegal. Ramai sekali itu. Pasar "
		  "Tegal. Ramai sekali itu.",
		  "photo-twice" },
		{ "Warga di pasar Tegal. Ramai. Warga di pasar Tegal. Ramai. "
		  "AFP/Rina Contoh/nz",
		  "photo-twice" },
	};
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		if (strcmp(dropped_by(m, m->rules, cases[i].line, false),
			   cases[i].rule))
			fail_msg("%s: %s", cases[i].line, cases[i].rule);
}

/* What looks like boilerplate and is text: in doubt it stays. */
static void test_lines_that_stay(void **state)
{
	static const char *const lines[] = {
		"A", /* not at the head: a list item */
		"7",
		"-",
		"07.00 WIB | Cerah Berawan | 22 Celsius",
		"Rp 568,000",
		"Tetap Mengejar Cita-cita",
		"Loading barang di pelabuhan memakan waktu.",
		"Halaman rumahnya penuh lumpur.",
		"\"Ya,\" katanya. Baca juga: Warga Tegal Panen Foto/Kabar",
		"Simak gambar di halaman berikut, kata guru itu.",
		"Ia menulis. Lihat jawabannya di halaman berikut.",
		"Warga berswafoto (foto: diri sendiri) lalu pulang.",
		"Polisi memeriksa akun itu. Warga (Instagram: rina) diam.",
		"Halaman 12 buku itu robek.",
		"Selanjutnya warga pulang.",
		"12 anak Selanjutnya",
		"Iklan itu bertuliskan ADVERTISEMENT.",
		"Foto itu diambil kemarin.",
		"Sumber: warga setempat yang enggan disebut namanya.",
		"Sumber air di desa itu: tiga mata air.",
		"Sumber Air Panas",
		"(Sumber Air Panas)",
		"(Sumber itu kering.)",
		"Ia dipuji (credit: Budi) karena menulis lagu itu.",
		"Editor: siapa yang peduli pada kata?",
		"Berita ini telah dimuat di banyak koran dan memicu amarah.",
		"Artikel ini telah tayang di televisi, kata mereka.",
		"Kamis, 24 September 2020, ia pergi.",
		"Copyright adalah hak cipta.",
		"Bagikan makanan itu kepada warga.",
		"Share lokasi dikirim korban kepada kakaknya.",
		"Saksikan sendiri akibatnya, kata Budi.",
		"Kisah selengkapnya dalam buku itu. Harganya berikut ini.",
		/* whose programme it is: of the text, or of the outlet */
		"Saksikan kelas warga setiap Senin-Jumat, pukul 08.00-11.00 "
		"WIB, di TVX, radio, dan lewat live streaming dari kantor "
		"desa.",
		"Saksikan laga itu lewat live streaming di umpama.com pada "
		"Minggu, 24 Juli 2022, pukul 20.45-22.30 WIB, di rumah.",
		"Ikuti terus kabar warga Senin-Jumat, pukul 06.00-07.30 WIB, "
		"di umpama.com, dan tanyakan kepada ketua desa.",
		"Tulisan ini tidak mencerminkan sikap warga, kata Budi.",
		"Buku itu terbit dalam bahasa Inggris",
		"Ikuti saran dokter.",
		"(*) harga per kilogram",
		"Baca juga doa itu sebelum tidur lainnya.",
		"loading... katanya",
		"Komentar warga beragam.",
		"Facebook",
		"Bagikan makanan itu kepada warga di desa.",
		"Tags itu dibaca mesin.",
		"Selanjutnya: ayam, telur, dan beras.",
		"Next step, kata dia, adalah rapat.",
		"Cek saldo di aplikasi bank itu.",
		"Dapatkan vaksin gratis di puskesmas, daftar lewat aplikasi.",
		"Ikuti Instagram @contoh dan Facebook Hotel Contoh.",
		"Klik tombol Daftar di aplikasi.",
		"Jangan lupa membawa payung.",
		"Baca berita itu baik-baik, kata dia.",
		"Ia menunjukkan fotonya. Foto: itu diambil oleh anaknya "
		"sendiri "
		"pada hari Minggu, katanya pula.",
		"Sumber dari semua itu adalah air.",
		"Editor buku itu marah.",
		"Saksikan video itu sampai habis, kata dia.",
		"Lihat semua warga di sana.",
		"[Gambas] adalah alat musik.",
		"Selanjutnya: 1. Ayam. 2. Telur.",
		"Berita lainnya di koran itu dibaca warga.",
		"Kumpulan artikel itu dibaca warga.",
		"Di pasar itu ia menunggu. Di pasar itu ia menunggu.",
		/* what a photograph shows, glued to a sentence */
		"SHUTTERSTOCK Ilustrasi pasar Contoh pasar itu ada di Tegal.",
		"KOMPAS.COM/RINA Warga di pasar Selain itu, ia pergi "
		"Jumat (3/3/2023).",
		"AFP/RINA Warga pergi ke Tegal. Mereka pulang.",
		"AFP melaporkan, perahu itu karam di Tegal, Jumat (3/3/2023).",
		"Perahu itu karam, kata kantor berita AFP/Reuters.",
		"Ia mengutip kabar.com/berita dan REUTERS.",
		/* days that are not the page's */
		"Sabtu, 25 November 2023, 19.30 WIB",
		"Terbit pada 3 Maret 1950, novel itu laris.",
		"Terbit 3 Maret 1950 dalam bahasa Belanda",
		"Terbit 3 Maret 1950",
		"Update 3 Maret 2023: 25 kasus baru",
		"Warga menulis di Instagram.",
	};
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		assert_string_equal(dropped_by(m, m->rules, lines[i], false),
				    "-");
	assert_string_equal(dropped_by(m, m->rules, "A", true),
			    "widget-font-letter");
	assert_string_equal(
	    dropped_by(m, m->rules,
		       "Terbit pada 3 Maret 1950, novel itu laris.", true),
	    "-");
}

/* At the head of the text, where a page has its date. */
static void test_page_dates(void **state)
{
	static const char *const lines[] = {
		"Kamis, 24 September 2020 - 10:28 WIB",
		"Kabar.com - 13/05/2024, 05:28 WIB",
		"30 Sep 2025 20:28 WIB",
		"Terbit: Kamis, 24 September 2020",
	};
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		assert_string_equal(dropped_by(m, m->rules, lines[i], true),
				    "page-date");
		assert_string_equal(dropped_by(m, m->rules, lines[i], false),
				    "-");
	}
}

static void test_site_adds(void **state)
{
	struct maker *m = *state;
	struct rules *r =
	    with_site(m, "rules:\n"
			 "  - name: plug-own\n"
			 "    why: ours\n"
			 "    lines: [\"Dukung  kami\", \"loading...\"]\n"
			 "  - name: plug-line\n"
			 "    why: ours\n"
			 "    pattern: 'Langganan.{0,50}'\n"
			 "  - name: plug-head\n"
			 "    why: ours\n"
			 "    lines: [\"Mode Gelap\"]\n"
			 "    where: head\n");
	assert_non_null(r);
	assert_nothing_reported(m);
	assert_string_equal(dropped_by(m, r, "dukung kami", false), "plug-own");
	/* a whole line, in either case */
	assert_string_equal(dropped_by(m, r, "LANGGANAN di sini", false),
			    "plug-line");
	assert_string_equal(dropped_by(m, r, "Harga langganan", false), "-");
	assert_string_equal(dropped_by(m, r, "Mode Gelap", true), "plug-head");
	assert_string_equal(dropped_by(m, r, "Mode Gelap", false), "-");
	/* the site's rules are asked first, the others still hold */
	assert_string_equal(dropped_by(m, r, "loading...", false), "plug-own");
	assert_string_equal(dropped_by(m, r, "A A A", false),
			    "widget-font-size");
	rules_free(r);
}

/* A pattern may be made of parts, and say which words its line must have. */
static void test_parts_and_words(void **state)
{
	struct maker *m = *state;
	struct rules *r =
	    with_site(m, "parts:\n"
			 "  who: '(?:Rina|Budi)'\n"
			 "  both: '{{who}} dan {{who}}'\n"
			 "rules:\n"
			 "  - name: own-parts\n"
			 "    why: ours\n"
			 "    pattern: '{{both}} di {{city}}\\.{1,3}'\n"
			 "  - name: own-words\n"
			 "    why: ours\n"
			 "    pattern: '.{1,90} (?:langganan|BULETIN).{0,9}'\n"
			 "    has: [BULETIN, langgan]\n");
	assert_non_null(r);
	assert_nothing_reported(m);
	assert_string_equal(dropped_by(m, r, "Rina dan Budi di Tegal..", false),
			    "own-parts");
	assert_string_equal(dropped_by(m, r, "Rina dan Sari di Tegal.", false),
			    "-");
	assert_string_equal(dropped_by(m, r, "Ini BULETIN kami", false),
			    "own-words");
	assert_string_equal(dropped_by(m, r, "Ayo langganan", false),
			    "own-words");
	/* the pattern is for any case; its words are as written */
	assert_string_equal(dropped_by(m, r, "Ini buletin kami", false), "-");
	rules_free(r);
}

/* More rules with words than there are bits for them: none is lost. */
/* At any place of a text of any length, its last bytes among them. */
static void test_needles(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		uint64_t found;
	} cases[] = {
		{ "", 0 },
		{ "A", 0 },
		{ "AP", 1 },
		{ "xAP", 1 },
		{ "xxAP", 1 },
		{ "xxxxxAPx", 1 },
		{ "via", 2 },
		{ "Olivia", 2 },
		{ "vi", 0 },
		{ "xxxxvi", 0 },
		{ "Google News", 4 },
		{ "di Google New", 0 },
		{ "via AP, Google News", 7 },
		{ "ap VIA google news", 0 },
	};
	struct needles n = { 0 };
	needles_add(&n, SLICE("AP"), 1);
	needles_add(&n, SLICE("via"), 2);
	needles_add(&n, SLICE("Google News"), 4);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(needles_in(&n, slice_of(cases[i].text)),
				 cases[i].found);
	vec_release(&n);
}

static void test_words_of_many_rules(void **state)
{
	enum {
		MANY = 100
	};
	struct maker *m = *state;
	struct buf text = { 0 };
	char line[32], name[32];
	buf_add(&text, SLICE("rules:\n"));
	for (int i = 0; i < MANY; i++)
		buf_printf(&text,
			   "  - name: r%d\n    why: b\n    pattern: '.{0,9}"
			   "kata%dx'\n    has: kata%dx\n",
			   i, i, i);
	struct rules *r = with_site(m, buf_zstr(&text));
	assert_non_null(r);
	for (int i = 0; i < MANY; i++) {
		snprintf(line, sizeof line, "ini kata%dx", i);
		snprintf(name, sizeof name, "r%d", i);
		assert_string_equal(dropped_by(m, r, line, false), name);
	}
	rules_free(r);
	buf_release(&text);
}

static void test_site_replaces(void **state)
{
	struct maker *m = *state;
	struct rules *r = with_site(m, "rules:\n"
				       "  - name: widget-loading\n"
				       "    why: ours\n"
				       "    lines: [\"memuat\"]\n"
				       "  - name: source-line\n"
				       "    off: true\n");
	assert_non_null(r);
	assert_nothing_reported(m);
	assert_string_equal(dropped_by(m, r, "Memuat", false),
			    "widget-loading");
	assert_string_equal(dropped_by(m, r, "loading...", false), "-");
	assert_string_equal(dropped_by(m, r, "Sumber: Reuters", false), "-");
	rules_free(r);
	r = with_site(m, "rules:\n  - name: widget-lodaing\n    off: true\n");
	assert_non_null(r);
	assert_reported(m, "did you mean widget-loading?");
	rules_free(r);
}

static void test_site_has_none(void **state)
{
	struct maker *m = *state;
	struct rules *r = rules_new("/nonexistent/rules.yaml", m->diag);
	assert_non_null(r);
	rules_free(r);
	r = with_site(m, "");
	assert_non_null(r);
	rules_free(r);
	r = with_site(m, "rules: []\n");
	assert_non_null(r);
	rules_free(r);
	assert_nothing_reported(m);
	assert_null(rules_new("/", m->diag));
	assert_reported(m, "cannot read the rules");
}

#define RULE(body) "rules:\n  - name: a\n    why: b\n" body

static void test_wrong_rules(void **state)
{
	static const struct drop cases[] = {
		{ RULE("    pattern: 'a(b'\n"), ":2:5: error: the pattern" },
		{ RULE("    cut: '[a'\n"), ":2:5: error: the pattern" },
		{ RULE("    dateline: '*'\n"), ":2:5: error: the pattern" },
		{ RULE("    lines: x\n"), "lines: takes a list" },
		{ RULE("    pattern: [x]\n"), "lines: takes a list" },
		{ RULE("    pattern: x\n    cut: y\n"), "give it one of" },
		{ RULE(""), "give it one of" },
		{ RULE("    patern: x\n"), "pattern" },
		{ RULE("    pattern: x\n    where: tail\n"), "beside text" },
		{ RULE("    cut: x\n    has: x\n"), "a word too short" },
		{ RULE("    cut: x\n    has: [kata, '']\n"),
		  "a word too short" },
		{ RULE("    cut: 'a{{nobody}}b'\n"), "around what is no part" },
		{ RULE("    cut: 'a{{nobody'\n"), "around what is no part" },
		{ "parts: [x]\nrules: []\n", "the parts have the wrong form" },
		{ "parts:\n  a: '{{b}}'\nrules: []\n",
		  "around what is no part" },
		{ "rules:\n  - why: b\n    cut: x\n", "without a name" },
		{ "rules:\n  - name: b\n    cut: x\n", "without a reason" },
		{ "rules:\n  - x\n", "without a name" },
		{ "regeln:\n  - x\n", "rules" },
		{ "rules: [\n", "error" },
	};
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_null(with_site(m, cases[i].line));
		const char *all = reports(m);
		if (!strstr(all, cases[i].rule) ||
		    strncmp(all, "/tmp/arsip-rules-", 17))
			fail_msg("%s\nwithout \"%s\":\n%s", cases[i].line,
				 cases[i].rule, all);
	}
}

/* Lines are compared by a short key: one that is longer must not be lost. */
static void test_listed_line_too_long(void **state)
{
	struct maker *m = *state;
	struct buf text = { 0 };
	buf_add(&text, SLICE("rules:\n  - name: a\n    why: b\n"
			     "    lines:\n      - ok\n      - "));
	repeat(&text, "kata ", text.len + 130);
	assert_null(with_site(m, buf_zstr(&text)));
	assert_reported(m, ":6:9: error: a listed line is longer");
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_default_rules),
		cmocka_unit_test(test_dropped_lines),
		cmocka_unit_test(test_lines_that_stay),
		cmocka_unit_test(test_page_dates),
		cmocka_unit_test(test_site_adds),
		cmocka_unit_test(test_parts_and_words),
		cmocka_unit_test(test_needles),
		cmocka_unit_test(test_words_of_many_rules),
		cmocka_unit_test(test_site_replaces),
		cmocka_unit_test(test_site_has_none),
		cmocka_unit_test(test_wrong_rules),
		cmocka_unit_test(test_listed_line_too_long),
	};
	return RUN_WITH_MAKER(tests);
}
