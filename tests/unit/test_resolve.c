/*
 * test_resolve.c - resolve.c: which article a reference means. The promise is
 * that a wrong link is worse than plain text: most of these are traps.
 */
#include "archive_maker.h"

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
	check_scenes(scenes, COUNT_OF(scenes));
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
	check_scenes(scenes, COUNT_OF(scenes));
#undef WEATHER
}

/* One title in two outlets: a paper refers to itself. */
static void test_outlets(void **state)
{
#define T "Harga Cabai Turun di Tegal"
#define REFERS(address, name)                                                  \
	{                                                                      \
		.source = "me", .title = "M", .date = "2020-09-26",            \
		.body = "{c[" T "]}", .url = address, .outlet = name           \
	}
#define FROM(name, when, address, paper)                                       \
	{                                                                      \
		.source = name, .title = T, .date = when, .url = address,      \
		.outlet = paper                                                \
	}
	static const struct scene scenes[] = {
		{ "exact:a " T,
		  { REFERS("https://kota.kabar.com/9", NULL),
		    FROM("a", "2020-09-01", "https://www.kabar.com/1", NULL),
		    FROM("b", "2020-09-20", "https://warta.co.id/1", NULL) } },
		/* the name of one against the address of another */
		{ "exact:a " T,
		  { REFERS(NULL, "KABAR.com"),
		    FROM("a", "2020-09-01", "https://www.kabar.com/1", NULL),
		    FROM("b", "2020-09-20", NULL, "WARTA.CO.ID") } },
		/* known to be its own before not known at all */
		{ "exact:a " T,
		  { REFERS(NULL, "KABAR.com"),
		    FROM("a", "2020-09-01", NULL, "kabar.com"),
		    FROM("b", "2020-09-20", NULL, NULL) } },
		{ "exact:b " T,
		  { REFERS(NULL, "KABAR.com"),
		    FROM("a", "2020-09-20", NULL, "WARTA.CO.ID"),
		    FROM("b", "2020-09-01", NULL, NULL) } },
		/* two of its own on one day: none, whatever others have */
		{ "none:- " T,
		  { REFERS(NULL, "KABAR.com"),
		    FROM("a", "2020-09-20", "https://kabar.com/1", NULL),
		    FROM("b", "2020-09-20", "https://kabar.com/2", NULL),
		    FROM("c", "2020-09-21", NULL, "WARTA.CO.ID") } },
		/* its own is later: the others', as without outlets */
		{ "exact:b " T,
		  { REFERS(NULL, "KABAR.com"),
		    FROM("a", "2020-09-27", NULL, "KABAR.com"),
		    FROM("b", "2020-09-20", NULL, "WARTA.CO.ID") } },
		{ "exact:b " T,
		  { REFERS(NULL, NULL),
		    FROM("a", "2020-09-01", NULL, "KABAR.com"),
		    FROM("b", "2020-09-20", NULL, "WARTA.CO.ID") } },
		/* "Kabar" may be "Kabar Pagi" */
		{ "exact:b " T,
		  { REFERS(NULL, "KABAR"),
		    FROM("a", "2020-09-01", NULL, "WARTA.CO.ID"),
		    FROM("b", "2020-08-01", "https://kabarpagi.com/1",
			 NULL) } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
#undef T
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
		    OTHER("c", "Trump Tak Jamin Transfr Kekuasaan Damai Jika "
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
	check_scenes(scenes, COUNT_OF(scenes));
}

/* One word more or less, or one letter, that makes it another story. */
static void test_not_so_near(void **state)
{
	static const struct {
		const char *reference, *title;
	} others[] = {
		/* the reference has a word more */
		{ "KPK Periksa Istri Bupati Umpama terkait Suap",
		  "KPK Periksa Bupati Umpama terkait Suap" },
		{ "Menteri Keuangan Malaysia Mundur dari Kabinet",
		  "Menteri Keuangan Mundur dari Kabinet" },
		{ "Warga Umpama Berangkat Menuju Kota Semarang Besok",
		  "Warga Umpama Berangkat Menuju Kota Semarang" },
		/* the title has one */
		{ "Banjir Rendam Ratusan Rumah di Bandung",
		  "Banjir Rendam Ratusan Rumah di Bandung Barat" },
		{ "Artis Umpama Meninggal di Rumah Sakit",
		  "Artis Umpama Dikabarkan Meninggal di Rumah Sakit" },
		/* a word of its own: another title has it */
		{ "Persib Kalahkan Umpama di Laga Pertama",
		  "Persiba Kalahkan Umpama di Laga Pertama" },
		{ "Warga Umpama Memantau Pencarian Dana Desa",
		  "Warga Umpama Memantau Pencairan Dana Desa" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		char body[120];
		struct maker m;
		snprintf(body, sizeof body, "{l[%s]}", others[i].reference);
		maker_make(&m, (struct written[]){
				   ME(body),
				   OTHER("a", others[i].title),
				   OTHER("b", "Persib Ikut Pencarian Korban"),
				   { 0 } });
		if (strncmp(maker_references(&m, "me"), "none:-", 6) != 0)
			fail_msg("%s is %s", others[i].reference,
				 others[i].title);
		maker_end(&m);
	}
}

/* The same word, however many titles have it. */
static void test_near_spelling(void **state)
{
	static const struct scene scenes[] = {
		{ "near:a Banjir Rendam Rumah Warga di Sumatra",
		  { ME("{l[Banjir Rendam Rumah Warga di Sumatra]}"),
		    OTHER("a", "Banjir Rendam Rumah Warga di Sumatera"),
		    OTHER("b", "Kabar dari Sumatra") } },
		{ "near:a Warga Umpama Puji Kebijakannya tentang Sawah",
		  { ME("{l[Warga Umpama Puji Kebijakannya tentang Sawah]}"),
		    OTHER("a", "Warga Umpama Puji Kebijakan tentang Sawah"),
		    OTHER("b", "Kebijakannya Dipuji") } },
		{ "near:a Warga Umpama Dapat Hadiah dari Menso",
		  { ME("{l[Warga Umpama Dapat Hadiah dari Menso]}"),
		    OTHER("a", "Warga Umpama Dapat Hadiah dari Mensos") } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
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
	check_scenes(scenes, COUNT_OF(scenes));
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
		  { ME("{o[Judul Kedua Ketiga Keempat Kelimax Itu kata "
		       "dia.]}\n\n"
		       "{c[Judul Kedua Ketiga Keempat Kelimax]}"),
		    OTHER("a", "Judul Kedua Ketiga Keempat Kelima") } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
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

/* What `arsip explain` says of a reference without a link. */
static void test_why(void **state)
{
	static const enum reference_why want[] = { WHY_UNKNOWN, WHY_SEVERAL,
						   WHY_SEVERAL, WHY_ITSELF,
						   WHY_END };
	struct maker m;
	(void)state;
	maker_make(&m,
		   (struct written[]){
		       ME("{c[Judul X]}{c[Judul A]}{l[Warga Palu Masih Banyak "
			  "...]}{c[Artikel yang Merujuk]}{o[Judul yang Lain "
			  "Sekali kata dia.]}"),
		       OTHER("a", "Judul A"),
		       OTHER("b", "Judul A"),
		       OTHER("c", "Warga Palu Masih Banyak Mengungsi"),
		       OTHER("d", "Warga Palu Masih Banyak Berduka"),
		       { 0 } });
	const struct article *me = maker_article(&m, "me");
	assert_int_equal(me->reference_count, COUNT_OF(want));
	for (uint32_t i = 0; i < me->reference_count; i++) {
		assert_int_equal(me->references[i].target, NO_ARTICLE);
		assert_int_equal(me->references[i].why, want[i]);
	}
	maker_end(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_same_title),
		cmocka_unit_test(test_outlets),
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_not_so_near),
		cmocka_unit_test(test_near_spelling),
		cmocka_unit_test(test_near_everywhere),
		cmocka_unit_test(test_weak),
		cmocka_unit_test(test_repeated),
		cmocka_unit_test(test_long_words),
		cmocka_unit_test(test_long_titles),
		cmocka_unit_test(test_wordless_titles),
		cmocka_unit_test(test_why),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
