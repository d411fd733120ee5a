/*
 * test_doubled.c - bodies that a scraper took twice, and repeats that are
 * meant: refrains, prayers, tables.
 */
#include "loader_maker.h"

#define P1 "Paragraf pertama ini cukup panjang untuk dihitung sebagai baris."
#define P2 "Paragraf kedua juga panjang, karena berita memang begitu adanya."
#define P3 "Paragraf ketiga menyebut angka 3 dan tetap saja panjang sekali ya."
#define P4 "Paragraf keempat menutup cerita dengan kalimat yang panjang pula."
#define LONG                                                                   \
	"Kalimat ini sengaja dibuat amat panjang supaya dua baris saja sudah " \
	"melewati dua ratus bita, dan begitulah adanya "
#define V1 "Di tepi kali kami menunggu hujan yang tak jua datang"
#define V2 "Layang-layang putus terbang jauh ke balik awan kelabu"
#define V3 "Pulanglah kau pulang sebelum malam menutup jalan setapak"
#define V4 "Lampu di beranda masih menyala menanti langkah kakimu"
#define S1 "Hujan turun"
#define S2 "Kami menunggu"
#define S3 "Di tepi kali"

/* The lines, by letters: what stays must be `want`. */
static void check(struct maker *m, const char *const *lines, const char *want)
{
	struct buf text = { 0 };
	size_t kept = 0;
	buf_add(&text, SLICE("Judul\n"));
	for (const char *const *l = lines; *l; l++)
		buf_printf(&text, "%s\n", *l);
	make(m, buf_slice(&text), false);
	for (size_t i = 1; i < m->cleaner.lines.count; i++) {
		bool gone = m->cleaner.lines.items[i].gone;
		if (want[i - 1] != (gone ? '-' : '+'))
			fail_msg("line %zu: \"%s\", want %s", i, lines[i - 1],
				 want);
		kept += !gone;
	}
	assert_int_equal(m->doc.body.block_count, kept);
	assert_int_equal(strlen(want), m->cleaner.lines.count - 1);
	for (size_t i = 0; i < m->doc.trace_count; i++)
		if (m->doc.trace[i].fate == FATE_DROPPED)
			assert_true(!strncmp(m->doc.trace[i].rule, "doubled-",
					     strlen("doubled-")));
	buf_release(&text);
}

#define CHECK(want, ...)                                                       \
	check(*state, (const char *const[]){ __VA_ARGS__, NULL }, want)

static void test_whole(void **state)
{
	CHECK("+++---", P1, P2, P3, P1, P2, P3);
	CHECK("+++------", P1, P2, P3, P1, P2, P3, P1, P2, P3);
	/* short lines between the long ones go with them */
	CHECK("++++----", P1, S1, P2, P3, P1, S1, P2, P3);
}

/* Long sentences twice running; one alone, a litany or a refrain is none. */
static void test_echo(void **state)
{
	CHECK("++++", P1, LONG "kita.", LONG "kita.", P2);
	CHECK("++-++-", P1, LONG "kita.", LONG "kita.", P2, LONG "ini.",
	      LONG "ini.");
	CHECK("++-+-", P1, LONG "kita.", LONG "kita.", LONG "\"ini.\"",
	      LONG "\"ini.\"");
	CHECK("++++", P1, LONG "kita.", LONG "kita.", LONG "kita.");
	/* two of them */
	CHECK("+++--+", P1, LONG "kita.", LONG "ini.", LONG "kita.",
	      LONG "ini.", P2);
	CHECK("++++", LONG "kita.", P1, LONG "kita.", P1);
	CHECK("+++", P1, LONG "tanpa titik", LONG "tanpa titik");
	CHECK("+++", P1, P1, P2);
	CHECK("+++", LONG "kita.", P1, LONG "kita.");
}

static void test_tail(void **state)
{
	/* from paragraph 2: a block, then the blocks inside it */
	CHECK("++++---", P1, P2, P3, P4, P2, P3, P4);
	/* the end of the first run need not come again */
	CHECK("++++---+", P1, P2, P3, P4, P1, P2, P3, S1);
	/* initials behind the second copy */
	CHECK("+++---+", P1, P2, P3, P1, P2, P3, S1);
	/* in the middle, with new text behind */
	CHECK("+++---+", P1, P2, P3, P1, P2, P3, P4);
}

static void test_two_lines(void **state)
{
	/* enough at the end of the text, and only if they say something */
	CHECK("++--", LONG "satu.", LONG "dua.", LONG "satu.", LONG "dua.");
	CHECK("++++", P1, P2, P1, P2);
	CHECK("++--+", LONG "satu.", LONG "dua.", LONG "satu.", LONG "dua.",
	      S1);
	CHECK("++--++", LONG "satu.", LONG "dua.", LONG "satu.", LONG "dua.",
	      S1, S2);
	CHECK("++++++", P1, P2, P1, P2, S1, S2);
}

static void test_single_lines_stay(void **state)
{
	CHECK("++", P1, P1);
	CHECK("++++", P1, P2, P3, P1);
	CHECK("+++++", LONG, P2, P3, P4, LONG);
	/* a prayer: one long line again and again is no run of lines */
	CHECK("++++++++", P1, P1, P1, P1, P1, P1, P1, P1);
	CHECK("++++++++", LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG);
}

static void test_refrains_stay(void **state)
{
	CHECK("+++++++", S1, S2, S3, P1, S1, S2, S3);
	CHECK("++++++++", S1, S2, S3, S1, S2, S3, S1, S2);
	/* a chorus; the same as sentences is a scrape */
	CHECK("++++++++", V1, V2, V3, V4, V1, V2, V3, V4);
	CHECK("+++++++++", P1, V1, V2, V3, V4, V1, V2, V3, V4);
	CHECK("++++----", V1 ".", V2, V3 ".", V4, V1 ".", V2, V3 ".", V4);
	/* a song in long lines, among sentences; a text without full stops */
	CHECK("+++++++", P1, LONG, LONG "dua", LONG "tiga", LONG, LONG "dua",
	      LONG "tiga");
	CHECK("+++---", LONG, LONG "dua", LONG "tiga", LONG, LONG "dua",
	      LONG "tiga");
	/* a table with the same cells twice */
	CHECK("++++++++++", "Lokasi", "22", "25", "Cerah", "-", "Lokasi", "22",
	      "25", "Cerah", "-");
	/* like lines that are not the same */
	CHECK("++++++", P1, P2, P3, P1 "!", P2 "!", P3 "!");
	/* the same lines in another order */
	CHECK("++++++", P1, P2, P3, P3, P2, P1);
}

/* What comes of lines that hold others, or themselves twice. */
static void check_nested(struct maker *m, const char *text, const char *want)
{
	struct buf all = { 0 };
	buf_printf(&all, "Judul\n%s\n", text);
	const struct document *doc = make(m, buf_slice(&all), false);
	assert_said(say_blocks(m, doc), want, slice_of(text));
	buf_release(&all);
}

static void test_lines_that_hold_the_next(void **state)
{
	/* a block, then the blocks inside it */
	check_nested(*state, P1 " " P2 " " P3 "\n" P1 "\n" P2 "\n" P3,
		     P1 "|" P2 "|" P3);
	/* without the first of them, which only the block has */
	check_nested(*state, P1 " " P2 " " P3 "\n" P2 "\n" P3,
		     P1 "|" P2 "|" P3);
	/* each line holds all that follow, and stands there twice */
	check_nested(*state,
		     P1 " " P2 " " P3 "\n" P2 " " P3 "\n" P2 " " P3 "\n" P3
			"\n" P3,
		     P1 "|" P2 "|" P3);
	/* more text behind them */
	check_nested(*state, P1 " " P2 " " P3 "\n" P2 "\n" P3 "\n" P4,
		     P1 "|" P2 "|" P3 "|" P4);
	/* one line that is quoted, once, at the end of another */
	check_nested(*state, P1 " " P2 "\n" P2, P1 " " P2 "|" P2);
	/* the lines do not fill it */
	check_nested(*state, P1 " " P2 " " P3 " " P4 "\n" P1 "\n" P2,
		     P1 " " P2 " " P3 " " P4 "|" P1 "|" P2);
	/* short lines prove nothing */
	check_nested(*state, S1 " " S2 "\n" S1 "\n" S2,
		     S1 " " S2 "|" S1 "|" S2);
}

/* Each block was taken with all that follows it: nothing of it is split yet. */
static void test_blocks_that_never_end(void **state)
{
	check_nested(*state, P1 P2 P3 "\n" P1 "\n" P2 P3 "\n" P2 "\n" P3,
		     P1 "|" P2 "|" P3);
	/* what only a block has stays, where it stood */
	check_nested(*state,
		     P1 "Baca juga: Satu Dua Tiga Empat" P2 P3 "\n" P1
			"\n" P2 P3 "\n" P2 "\n" P3,
		     P1 "|Baca juga: Satu Dua Tiga Empat|" P2 "|" P3);
	check_nested(*state,
		     P1 P2 P3 " Sisa.\n" P1 "\n" P2 P3 " Sisa.\n" P2 "\n" P3
			      " Sisa.\n" P3,
		     P1 "|" P2 "|" P3 "|Sisa.");
	/* short lines at the end of the chain, and a block in a block */
	check_nested(*state,
		     P1 P2 "Ya."
			   "\n" P1 "\n" P2 "Ya."
			   "\n" P2 "Ya."
			   "\n" P2 "\nYa.",
		     P1 "|" P2 "|Ya.");
	/* another text between them */
	check_nested(*state, P1 P2 "\n" P1 "\n" P3 "\n" P2,
		     P1 "|" P2 "|" P1 "|" P3 "|" P2);
	/* a line said again, longer: a refrain */
	check_nested(*state, P1 " Ya.\n" P1, P1 " Ya.|" P1);
	/* the block has much more than the lines below it */
	check_nested(*state, P1 P2 P3 "\n" P1 "\n" P2,
		     P1 "|" P2 "|" P3 "|" P1 "|" P2);
	/* words of its own in two places: nothing may be lost */
	check_nested(
	    *state, P1 "Satu kata." P2 "Dua kata." P3 "\n" P1 "\n" P2 "\n" P3,
	    P1 "|Satu kata.|" P2 "|Dua kata.|" P3 "|" P1 "|" P2 "|" P3);
	/* in one, behind the second line */
	check_nested(*state,
		     P1 P2 "Baca juga: Satu Dua Tiga Empat" P3 "\n" P1 "\n" P2
			   "\n" P3,
		     P1 "|" P2 "|Baca juga: Satu Dua Tiga Empat|" P3);
}

#define BODY P1 " " P2 " " P3 " " P4 " " LONG "tiga."

static void test_body_twice_in_a_line(void **state)
{
	check_nested(*state, BODY " " BODY, BODY);
	/* the second copy lacks the beginning; initials are behind it */
	check_nested(*state, "TEGAL - Kabar pertama. " BODY " " BODY " (min)",
		     "Kabar pertama. " BODY);
	/* a part that comes again is a refrain */
	check_nested(*state, BODY " " P1 " " P2, BODY " " P1 " " P2);
	check_nested(*state,
		     BODY " Satu lagi, kata dia, dan panjang pula "
			  "kalimat ini adanya sampai jauh. " BODY,
		     BODY " Satu lagi, kata dia, dan panjang pula kalimat ini "
			  "adanya sampai jauh. " BODY);
}

/* A long text twice, and texts that repeat themselves in every way. */
static void test_linear(void **state)
{
	static const char *const units[] = {
		"a\n",		 P1 "\n",
		S1 "\n" S2 "\n", S1 "\n" S2 "\n" S3 "\n" P1 "\n",
		LONG "\n",
	};
	struct maker *m = *state;
	struct buf text = { 0 };
	skip_under_valgrind();
	for (size_t i = 0; i < COUNT_OF(units); i++) {
		buf_clear(&text);
		buf_add(&text, SLICE("Judul\n"));
		repeat(&text, units[i], ARTICLE_CAP);
		double from = cpu_seconds();
		make(m, buf_slice(&text), false);
		double took = cpu_seconds() - from;
		if (took > SECONDS_FOR_2_MB)
			fail_msg("%.1f s for \"%s\"", took, units[i]);
	}
	buf_release(&text);
}

static void test_hundred_thousand_lines(void **state)
{
	enum {
		HALF = 50000
	};
	struct maker *m = *state;
	struct buf text = { 0 };
	skip_under_valgrind();
	buf_add(&text, SLICE("Judul\n"));
	for (int copy = 0; copy < 2; copy++)
		for (int i = 0; i < HALF; i++)
			buf_printf(&text, "%s Nomor %d.\n", P1, i);
	double from = cpu_seconds();
	const struct document *doc = make(m, buf_slice(&text), false);
	assert_int_equal(doc->body.block_count, HALF);
	assert_true(cpu_seconds() - from < 3 * SECONDS_FOR_2_MB);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_echo),
		cmocka_unit_test(test_tail),
		cmocka_unit_test(test_two_lines),
		cmocka_unit_test(test_single_lines_stay),
		cmocka_unit_test(test_refrains_stay),
		cmocka_unit_test(test_lines_that_hold_the_next),
		cmocka_unit_test(test_blocks_that_never_end),
		cmocka_unit_test(test_body_twice_in_a_line),
		cmocka_unit_test(test_linear),
		cmocka_unit_test(test_hundred_thousand_lines),
	};
	return RUN_WITH_MAKER(tests);
}
