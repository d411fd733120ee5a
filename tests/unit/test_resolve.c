/*
 * test_resolve.c - resolve.c: which article a reference means. The promise is
 * that a wrong link is worse than plain text: most of these are traps.
 */
#include "archive_maker.h"

enum {
	SCENE_MAX = 8
};

/* Articles, of which "me" refers; its references as maker_references says. */
struct scene {
	const char *want;
	struct written articles[SCENE_MAX];
};

static void check(const struct scene *scenes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct maker m;
		maker_make(&m, scenes[i].articles);
		const char *got = maker_references(&m, "me");
		if (!slice_eq(slice_of(got), slice_of(scenes[i].want)))
			fail_msg("got:  %s\nwant: %s\nfrom: %s", got,
				 scenes[i].want,
				 maker_article(&m, "me")->title.ptr);
		maker_end(&m);
	}
}

#define ME(text)                                                               \
	{                                                                      \
		.source = "me", .title = "Artikel yang Merujuk",               \
		.date = "2020-09-26", .body = text                             \
	}
#define OTHER(name, words)                                                     \
	{                                                                      \
		.source = name, .title = words, .date = "2020-09-01"           \
	}
#define DATED(name, words, when)                                               \
	{                                                                      \
		.source = name, .title = words, .date = when                   \
	}

/* --- exact ---------------------------------------------------------------- */

static void test_exact(void **state)
{
	static const struct scene scenes[] = {
		{ "exact:a Putin Desak AS", /* short titles too */
		  { ME("Isi. {c(Baca: [Putin Desak AS])}"),
		    OTHER("a", "Putin Desak AS") } },
		/* blanks, case, quotation marks, punctuation are levelled */
		{ "exact:a PUTIN Desak: 'AS' Jangan Ma'ruf 9.28 persen!",
		  { ME("{lBaca: [PUTIN Desak: 'AS' Jangan\xC2\xA0 Ma'ruf "
		       "9.28 persen!]}"),
		    OTHER("a", "Putin Desak AS, Jangan \"Ma\xE2\x80\x99ruf\" "
			       "9,28 Persen") } },
		/* exact wins over a longer and a shorter one */
		{ "exact:b Satu Dua Tiga Empat Lima",
		  { ME("{c[Satu Dua Tiga Empat Lima]}"),
		    OTHER("a", "Satu Dua Tiga Empat"),
		    OTHER("b", "Satu Dua Tiga Empat Lima"),
		    OTHER("c", "Satu Dua Tiga Empat Lima Enam") } },
		/* two marks with one title, said apart */
		{ "exact:a Judul A; exact:b Judul B",
		  { ME("{c(Baca: [Judul A])} dan {c(Baca: [Judul B])}"),
		    OTHER("a", "Judul A"), OTHER("b", "Judul B") } },
		/* a mark that names nothing is no reference */
		{ "", { ME("{lBaca juga:[]}"), OTHER("a", "Judul A") } },
		{ "",
		  { ME("{lBaca: [\xF0\x9F\x98\x80]}"),
		    OTHER("a", "\xF0\x9F\x98\x80") } },
		{ "none:- Judul Lain",
		  { ME("{lBaca: [Judul Lain]}"), OTHER("a", "Judul A") } },
	};
	(void)state;
	check(scenes, COUNT_OF(scenes));
}

static void test_same_title(void **state)
{
#define WEATHER "Prakiraan Cuaca Hari Ini"
	static const struct scene scenes[] = {
		/* nearest in date before */
		{ "exact:b " WEATHER,
		  { ME("{c[" WEATHER "]}"), DATED("a", WEATHER, "2020-09-01"),
		    DATED("b", WEATHER, "2020-09-25"),
		    DATED("c", WEATHER, "2020-09-27") } },
		/* the same day is before */
		{ "exact:b " WEATHER,
		  { ME("{c[" WEATHER "]}"), DATED("a", WEATHER, "2020-09-25"),
		    DATED("b", WEATHER, "2020-09-26") } },
		/* a tie on the nearest day, not one further off */
		{ "none:- " WEATHER,
		  { ME("{c[" WEATHER "]}"),
		    DATED("a", WEATHER, "2020-09-25 07:00"),
		    DATED("b", WEATHER, "2020-09-25 16:00") } },
		{ "exact:c " WEATHER,
		  { ME("{c[" WEATHER "]}"), DATED("a", WEATHER, "2020-09-24"),
		    DATED("b", WEATHER, "2020-09-24"),
		    DATED("c", WEATHER, "2020-09-25") } },
		{ "none:- " WEATHER,
		  { ME("{c[" WEATHER "]}"), DATED("a", WEATHER, "2020-09-24"),
		    DATED("b", WEATHER, "2020-09-25"),
		    DATED("c", WEATHER, "2020-09-25") } },
		/* all later: nobody referred to what was not written yet */
		{ "none:- " WEATHER,
		  { ME("{c[" WEATHER "]}"), DATED("a", WEATHER, "2020-10-24"),
		    DATED("b", WEATHER, "2020-10-25") } },
		/* but the only one may be later (dates are often wrong) */
		{ "exact:a " WEATHER,
		  { ME("{c[" WEATHER "]}"),
		    DATED("a", WEATHER, "2020-10-24") } },
		/* undated ones do not count among several */
		{ "exact:a " WEATHER,
		  { ME("{c[" WEATHER "]}"), DATED("a", WEATHER, "2020-09-24"),
		    DATED("b", WEATHER, NULL) } },
		{ "none:- " WEATHER,
		  { ME("{c[" WEATHER "]}"), DATED("a", WEATHER, NULL),
		    DATED("b", WEATHER, NULL) } },
		{ "exact:a " WEATHER,
		  { ME("{c[" WEATHER "]}"), DATED("a", WEATHER, NULL) } },
		/* from an undated article "before" means nothing */
		{ "none:- " WEATHER,
		  { { .source = "me",
		      .title = "M",
		      .body = "{c[" WEATHER "]}" },
		    DATED("a", WEATHER, "2020-09-24"),
		    DATED("b", WEATHER, "2020-09-25") } },
		/* oneself is meant by nobody */
		{ "none:- " WEATHER,
		  { { .source = "me",
		      .title = WEATHER,
		      .date = "2020-09-26",
		      .body = "{c[" WEATHER "]}" } } },
		{ "exact:a " WEATHER,
		  { { .source = "me",
		      .title = WEATHER,
		      .date = "2020-09-26",
		      .body = "{c[" WEATHER "]}" },
		    DATED("a", WEATHER, "2020-09-25") } },
		/* the same holds where the title is a prefix or near */
		{ "prefix:b " WEATHER,
		  { ME("{o[" WEATHER " Jakarta cerah sepanjang hari.]}"),
		    DATED("a", WEATHER, "2020-09-01"),
		    DATED("b", WEATHER, "2020-09-25") } },
		{ "none:- " WEATHER " Jakarta",
		  { ME("{c[" WEATHER " Jakarta]}"),
		    DATED("a", WEATHER " di Jakarta", "2020-09-25"),
		    DATED("b", WEATHER " di Jakarta", "2020-09-25") } },
	};
	(void)state;
	check(scenes, COUNT_OF(scenes));
#undef WEATHER
}

/* --- the word rule -------------------------------------------------------- */

#define DIA "Trump Tak Jamin Transfer Kekuasaan Damai Jika Dia Kalah Pilpres"
#define KALAH "Trump Tak Jamin Transfer Kekuasaan Damai Jika Kalah Pilpres"
#define JAMIN "Trump Jamin Transfer Kekuasaan Damai Meski Kalah di Pilpres"

static void test_near(void **state)
{
	static const struct scene scenes[] = {
		{ "near:a " DIA,
		  { ME("{c(Baca: [" DIA "])}"), OTHER("a", KALAH),
		    OTHER("b", JAMIN) } },
		{ "none:- " DIA,
		  { ME("{c(Baca: [" DIA "])}"), OTHER("b", JAMIN) } },
		{ "none:- " DIA,
		  { ME("{c(Baca: [" DIA "])}"),
		    OTHER("b", "Trump Jamin Transfer Kekuasaan Damai Jika Dia "
			       "Kalah Pilpres") } },
		/* two that are near: neither */
		{ "none:- " DIA,
		  { ME("{c(Baca: [" DIA "])}"), OTHER("a", KALAH),
		    OTHER("c", DIA " Amerika") } },
		/* however they are near: one word less, one misspelt */
		{ "none:- " DIA,
		  { ME("{l[" DIA "]}"), OTHER("a", KALAH),
		    OTHER("c", "Trump Tak Jamim Transfer Kekuasaan Damai Jika "
			       "Dia Kalah Pilpres") } },
		/* numbers */
		{ "none:- Prakiraan Cuaca di Jakarta Rabu 17 Maret",
		  { ME("{l[Prakiraan Cuaca di Jakarta Rabu 17 Maret]}"),
		    OTHER("a", "Prakiraan Cuaca di Jakarta Rabu 10 Maret") } },
		/* near to oneself only */
		{ "none:- Artikel yang Sangat Panjang Merujuk",
		  { { .source = "me",
		      .title = "Artikel yang Panjang Merujuk",
		      .date = "2020-09-26",
		      .body = "{c[Artikel yang Sangat Panjang Merujuk]}" } } },
		/* four words on one side */
		{ "none:- Artikel yang Sangat Panjang Merujuk",
		  { ME("{c[Artikel yang Sangat Panjang Merujuk]}"),
		    OTHER("a", "Artikel Sangat Panjang Merujuk") } },
	};
	(void)state;
	check(scenes, COUNT_OF(scenes));
}

/* Wherever a word is put in, left out or misspelt, the index finds it. */
static void test_near_everywhere(void **state)
{
	static const char *const words[] = {
		"Pertama",  "Kesatuan", "Ketigaan", "Keempat",
		"Kelimaan", "Keenam",	"Ketujuh",  "Kedelapan",
	};
	(void)state;
	for (size_t n = 5; n <= COUNT_OF(words); n++)
		for (size_t kind = 0; kind < 3; kind++)
			for (size_t at = 0; at < n + (kind == 0); at++) {
				struct buf ref = { 0 }, title = { 0 };
				if (kind == 1 && n == 5)
					continue; /* four are too few */
				for (size_t i = 0; i < n; i++) {
					buf_printf(&title, "%s ", words[i]);
					if (i == at && kind == 0)
						buf_add(&ref, SLICE("Di "));
					if (i != at || kind != 1)
						buf_add(&ref,
							slice_of(words[i]));
					if (kind == 2 &&
					    (i == at || i == (at + 3) % n))
						buf_byte(&ref, 'x');
					buf_byte(&ref, ' ');
				}
				if (at == n)
					buf_add(&ref, SLICE("Di "));
				struct buf body = { 0 };
				buf_printf(&body, "{l[%s]}", buf_zstr(&ref));
				struct maker m;
				maker_make(&m, (struct written[]){
						   ME(buf_zstr(&body)),
						   OTHER("a", buf_zstr(&title)),
						   { 0 } });
				const char *got = maker_references(&m, "me");
				if (strncmp(got, "near:a", 6) != 0)
					fail_msg("%s from %s", got, title.ptr);
				maker_end(&m);
				buf_release(&ref);
				buf_release(&title);
				buf_release(&body);
			}
}

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
	check(scenes, COUNT_OF(scenes));
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
	check(scenes, COUNT_OF(scenes));
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
		{ "?none:- Jokowi Lantik Menteri Baru, Siapa Dia",
		  { ME("{o[Jokowi Lantik Menteri Baru, Siapa Dia ini kata "
		       "istana.]}"),
		    OTHER("a", "Jokowi Lantik Menteri Baru") } },
		{ "?none:- Jokowi Lantik Menteri Baru: Ini Daftarnya",
		  { ME("{o[Jokowi Lantik Menteri Baru: Ini Daftarnya kata "
		       "istana.]}"),
		    OTHER("a", "Jokowi Lantik Menteri Baru") } },
		{ "?none:- Polisi Temukan Empat Anak-Anak Jalanan",
		  { ME("{o[Polisi Temukan Empat Anak-Anak Jalanan kata "
		       "kapolsek.]}"),
		    OTHER("a", "Polisi Temukan Empat Anak") } },
		/* and a number */
		{ "?none:- Timnas Indonesia Kalahkan Malaysia 3-1 Tadi Malam",
		  { ME("{o[Timnas Indonesia Kalahkan Malaysia 3-1 Tadi Malam "
		       "ini kata pelatih.]}"),
		    OTHER("a", "Timnas Indonesia Kalahkan Malaysia") } },
		/* unless it counts the items of a list */
		{ "prefix:a Timnas Indonesia Kalahkan Malaysia",
		  { ME("{o[Timnas Indonesia Kalahkan Malaysia 3. Pelatih "
		       "Kepala tidak hadir.]}"),
		    OTHER("a", "Timnas Indonesia Kalahkan Malaysia") } },
		/* nothing known: capitals show how far, and it stays text */
		{ "?none:- Judul Lain yang Tidak",
		  { ME("{o[Judul Lain yang Tidak diketahui siapa pun.]}"),
		    OTHER("a", "Satu Dua Tiga Empat") } },
		{ "", /* too short a guess to report */
		  { ME("{o[Judul Lain kata dia hari ini.]}"),
		    OTHER("a", "Satu Dua Tiga Empat") } },
		/* a guess is never a link, even if it is near to a title */
		{ "?none:- Judul Kedua Ketiga Keempat Kelimax",
		  { ME("{o[Judul Kedua Ketiga Keempat Kelimax kata dia.]}"),
		    OTHER("a", "Judul Kedua Ketiga Keempat Kelima") } },
		/* all of it near: the full stop is the title's end */
		{ "near:a Judul Kedua Ketiga Keempat Kelimax",
		  { ME("{o[Judul Kedua Ketiga Keempat Kelimax.]}"),
		    OTHER("a", "Judul Kedua Ketiga Keempat Kelima") } },
	};
	(void)state;
	check(scenes, COUNT_OF(scenes));
}

/* --- glosses, repetitions, limits ----------------------------------------- */

static void test_weak(void **state)
{
	static const struct scene scenes[] = {
		{ "", { ME("Aparat {w(baca: [polisi])} datang.") } },
		{ "exact:a polisi",
		  { ME("Aparat {w(baca: [polisi])} datang."),
		    OTHER("a", "Polisi") } },
		/* oneself, near, prefix, cut off: a gloss is none of these */
		{ "", { ME("{w(baca: [artikel yang merujuk])}") } },
		{ "",
		  { ME("{w(baca: [Satu Dua Tiga Empat Lima Enam])}"),
		    OTHER("a", "Satu Dua Tiga Empat Lima") } },
		{ "",
		  { ME("{w(baca: [Satu Dua Tiga Empat ...])}"),
		    OTHER("a", "Satu Dua Tiga Empat Lima") } },
	};
	(void)state;
	check(scenes, COUNT_OF(scenes));
}

static void test_repeated(void **state)
{
	static const struct scene scenes[] = {
		{ "exact:a Judul A; =exact:a judul \"A\"; exact:b Judul B",
		  { ME("{c[Judul A]} x\n\n{c[judul \"A\"]}{c[Judul B]}"),
		    OTHER("a", "Judul A"), OTHER("b", "Judul B") } },
		{ "none:- Judul X; =none:- Judul X",
		  { ME("{c[Judul X]}\n\n{c[Judul X]}") } },
		/* a guess does not hide the link that comes after it */
		{ "?none:- Judul Kedua Ketiga Keempat Kelimax; near:a Judul "
		  "Kedua Ketiga Keempat Kelimax",
		  { ME("{o[Judul Kedua Ketiga Keempat Kelimax kata dia.]}\n\n"
		       "{c[Judul Kedua Ketiga Keempat Kelimax]}"),
		    OTHER("a", "Judul Kedua Ketiga Keempat Kelima") } },
	};
	(void)state;
	check(scenes, COUNT_OF(scenes));
}

/* Only what was kept of the words was compared: nothing must follow. */
static void test_long_words(void **state)
{
	struct buf title = { 0 }, body = { 0 };
	struct maker m;
	(void)state;
	for (int i = 0; i < 64; i++)
		buf_printf(&title, "%sKata%05d", i ? " " : "", i);
	buf_printf(&body, "{c(Baca: [%s Dan Seterusnya])}", buf_zstr(&title));
	maker_make(&m, (struct written[]){ ME(buf_zstr(&body)),
					   OTHER("a", buf_zstr(&title)),
					   { 0 } });
	/* 639 bytes are the title; what goes on is beyond what was kept */
	assert_int_equal(title.len, 639);
	assert_null(strstr(maker_references(&m, "me"), ":a"));
	maker_end(&m);
	buf_release(&title);
	buf_release(&body);
}

/* Titles longer than are compared: their beginnings do not make them one. */
static void test_long_titles(void **state)
{
	struct buf head = { 0 }, title = { 0 }, body = { 0 };
	struct maker m;
	(void)state;
	for (int i = 0; i < 96; i++)
		buf_printf(&head, "%sk%d", i ? " " : "", i);
	buf_printf(&title, "%s Dan Lain Lain", buf_zstr(&head));
	buf_printf(&body, "{c[%s]}\n\n{o[%s Menurut Susi, ya.]}",
		   buf_zstr(&head), buf_zstr(&head));
	maker_make(&m, (struct written[]){ ME(buf_zstr(&body)),
					   OTHER("a", buf_zstr(&title)),
					   { 0 } });
	assert_null(strstr(maker_references(&m, "me"), ":a"));
	maker_end(&m);
	buf_release(&head);
	buf_release(&title);
	buf_release(&body);
}

/* Two titles without any word are not the same title. */
static void test_wordless_titles(void **state)
{
	struct maker m;
	(void)state;
	maker_make(&m, (struct written[]){ ME("Isi."),
					   OTHER("a", "\xF0\x9F\x98\x80"),
					   OTHER("b", "\xF0\x9F\x98\x81"),
					   { 0 } });
	assert_string_equal(maker_reports(&m), "");
	maker_end(&m);
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
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_same_title),
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_near_everywhere),
		cmocka_unit_test(test_cut_off),
		cmocka_unit_test(test_several),
		cmocka_unit_test(test_run_on),
		cmocka_unit_test(test_weak),
		cmocka_unit_test(test_repeated),
		cmocka_unit_test(test_long_words),
		cmocka_unit_test(test_long_titles),
		cmocka_unit_test(test_wordless_titles),
		cmocka_unit_test(test_places),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
