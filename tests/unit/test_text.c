/*
 * test_text.c - text.c and fold.c: examples of every rule, then properties
 * over random bytes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"

struct pair {
	struct slice in, want;
};
#define PAIR(in, want)                                                         \
	{                                                                      \
		SLICE_INIT(in), SLICE_INIT(want)                               \
	}

static void assert_slice(struct slice got, struct slice want)
{
	if (!slice_eq(got, want))
		fail_msg("got \"%.*s\", want \"%.*s\"", SLICE_ARG(got),
			 SLICE_ARG(want));
}

/* Numbers of Knuth's MMIX generator: the same in every run. */
static uint32_t next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) +
		 UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33);
}

/* Pieces that the rules turn on, between bytes of any kind. */
static void add_random_piece(struct buf *b, uint64_t *state)
{
	static const char *const pieces[] = {
		"\xEF\xBB\xBF",
		"\r\n",
		"\r",
		"\xC2\xA0",
		"\xE2\x80\x99",
		"'",
		"`",
		"9,28",
		"1.2.3",
		"Ma'ruf",
		"  ",
		"\n",
		"a",
		"Z",
		"\xC3\x9F",
		"\xEF\xAC\x81",
		"-",
		"e\xCC\x81",
		"\xC2\xAD",
		"7",
		"\xE2\x80\x8B",
		"\xE1\xBE\xB3",
		"\xC5\x89",
		"\xEF\xB7\xBA",
		"abcdefghijklmnop",
		"\xF0\x9F\x98\x80",
		"\xE2\x92\x88",
		"\xC4\xB0",
		"\xCF\x93",
		"\xEA\xB0\x80",
		"\xE3\x80\x80",
	};
	uint32_t r = next_random(state);

	if (r % 4)
		buf_add(b, slice_of(pieces[r / 4 % COUNT_OF(pieces)]));
	else
		buf_byte(b, (char)(r / 4 % 256));
}

static void make_random(struct buf *b, uint64_t *state)
{
	uint32_t n = next_random(state) % 24;

	buf_clear(b);
	while (n--)
		add_random_piece(b, state);
}

/* Any code point, encoded here and not by what is tested. */
static void add_code_point(struct buf *b, uint32_t c)
{
	if (c < 0x80) {
		buf_byte(b, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_byte(b, (char)(0xC0 | c >> 6));
	} else if (c < 0x10000) {
		buf_byte(b, (char)(0xE0 | c >> 12));
		buf_byte(b, (char)(0x80 | (c >> 6 & 0x3F)));
	} else {
		buf_byte(b, (char)(0xF0 | c >> 18));
		buf_byte(b, (char)(0x80 | (c >> 12 & 0x3F)));
		buf_byte(b, (char)(0x80 | (c >> 6 & 0x3F)));
	}
	buf_byte(b, (char)(0x80 | (c & 0x3F)));
}

/* --- repair --- */

static void check_repair(struct slice in, struct slice want,
			 struct text_repairs *done)
{
	struct buf out = { 0 };

	buf_add(&out, SLICE("before:"));
	text_repair(&out, in, done);
	assert_slice(slice_sub(buf_slice(&out), 0, 7), SLICE("before:"));
	assert_slice(slice_from(buf_slice(&out), 7), want);
	buf_release(&out);
}

#define BAD "\xEF\xBF\xBD"

static void test_repair(void **state)
{
	static const struct pair cases[] = {
		PAIR("", ""),
		PAIR("plain text, longer than a word\n\tline 2",
		     "plain text, longer than a word\n\tline 2"),
		PAIR("\xEF\xBB\xBFhead", "head"),
		PAIR("in\xEF\xBB\xBFside", "inside"),
		PAIR("\0\xEF\xBB\xBF\0\xEF\xBB\xBFx", "x"),
		PAIR("a\r\nb\rc\n\rd\r", "a\nb\nc\n\nd\n"),
		PAIR("n\0u\0l", "nul"),
		PAIR("a\x01\x1f"
		     "b\x7f",
		     "a  b\x7f"),
		PAIR("a\vb\fc\xE2\x80\xA8"
		     "d\xE2\x80\xA9"
		     "e",
		     "a\nb\nc\nd\ne"),
		PAIR("a\xC2\xA0 b\xE3\x80\x80"
		     "c\xE2\x80\xAF"
		     "d\xE1\x9A\x80"
		     "e\xE2\x81\x9F",
		     "a  b c d e "),
		/* no indentation in Markdown */
		PAIR("\xC2\xA0 \xC2\xA0\n \xC2\xA0 \xC2\xA0x", " \n  x"),
		PAIR("ber\xC2\xADsama\xE2\x80\x8B\xE2\x81\xA0nya",
		     "bersamanya"),
		PAIR("\xE2\x80\x8ESatu \xE2\x80\x8E"
		     "dua",
		     "Satu dua"),
		/* joiners and marks belong to their word */
		PAIR("\xE2\x80\x8D\xE2\x80\x8C\xE2\x80\x8F e\xCC\x81",
		     "\xE2\x80\x8D\xE2\x80\x8C\xE2\x80\x8F e\xCC\x81"),
		/* C1 controls that Windows-1252 was read as */
		PAIR("\xC2\x93ya\xC2\x94 2019\xC2\x96"
		     "20\xC2\x85 \xC2\x81.",
		     "\xE2\x80\x9Cya\xE2\x80\x9D 2019\xE2\x80\x93"
		     "20\xE2\x80\xA6  ."),
		PAIR(
		    "Sum\xC3\xA1tra \xE2\x80\x9Cx\xE2\x80\x9D \xF0\x9F\x98\x80",
		    "Sum\xC3\xA1tra \xE2\x80\x9Cx\xE2\x80\x9D "
		    "\xF0\x9F\x98\x80"),
		/* Unicode 15, table 3-8 to 3-11, one mark a maximal part. */
		PAIR("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
		     BAD BAD BAD BAD BAD BAD BAD BAD "\x41"),
		PAIR("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
		     BAD BAD BAD BAD BAD BAD BAD BAD "\x41"),
		PAIR("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
		     BAD BAD BAD BAD BAD "\x41" BAD BAD "\x42"),
		PAIR("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41",
		     BAD BAD BAD BAD "\x41"),
		PAIR("cut \xE2\x80", "cut " BAD),
		PAIR("\xF4\x8F\xBF\xBD \xED\x9F\xBF \xEE\x80\x80",
		     "\xF4\x8F\xBF\xBD \xED\x9F\xBF \xEE\x80\x80"),
		/* U+FFFD may stay, U+FFFE and U+FFFF may not. */
		PAIR("\xEF\xBF\xBD\xEF\xBF\xBE\xEF\xBF\xBF", BAD BAD BAD),
	};
	struct text_repairs done;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check_repair(cases[i].in, cases[i].want, &done);
}

static void test_repair_counts(void **state)
{
	struct text_repairs done;

	(void)state;
	check_repair(SLICE("\xEF\xBB\xBFone\r\ntwo\rthree\xFF\0\x02\x03\xFE\n"),
		     SLICE("one\ntwo\nthree" BAD "  " BAD "\n"), &done);
	assert_int_equal(done.count[REPAIR_BOM], 1);
	assert_int_equal(done.count[REPAIR_RETURN], 2);
	assert_int_equal(done.count[REPAIR_INVALID], 2);
	assert_int_equal(done.count[REPAIR_NUL], 1);
	assert_int_equal(done.count[REPAIR_CONTROL], 2);
	assert_int_equal(done.first_invalid_line, 3);
	check_repair(slice_make(NULL, 0), SLICE(""), &done);
	check_repair(SLICE("fine"), SLICE("fine"), &done);
	assert_int_equal(
	    done.count[REPAIR_BOM] + done.count[REPAIR_RETURN] +
		done.count[REPAIR_INVALID] + done.count[REPAIR_NUL] +
		done.count[REPAIR_CONTROL] + done.first_invalid_line,
	    0);
}

/* A fault at every offset of a run, so that every path through a word is. */
static void test_repair_every_offset(void **state)
{
	struct text_repairs done;

	(void)state;
	for (size_t at = 0; at < 40; at++) {
		char in[40], want[42];
		memset(in, 'x', sizeof in);
		in[at] = '\x80';
		memset(want, 'x', sizeof want);
		memcpy(want + at, BAD, 3);
		check_repair(slice_make(in, sizeof in),
			     slice_make(want, sizeof want), &done);
		in[at] = '\n';
		check_repair(slice_make(in, sizeof in),
			     slice_make(in, sizeof in), &done);
		in[at] = '\x1f';
		memcpy(want, in, sizeof in);
		want[at] = ' ';
		check_repair(slice_make(in, sizeof in),
			     slice_make(want, sizeof in), &done);
	}
}

/* By the definition: decode, look at the range, encode, compare. */
static bool is_valid_utf8(struct slice s)
{
	struct buf again = { 0 };
	bool same;
	size_t i = 0;

	while (i < s.len) {
		int32_t c = text_next(s, &i);
		if (c < 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
			break;
		add_code_point(&again, (uint32_t)c);
	}
	same = slice_eq(buf_slice(&again), s);
	buf_release(&again);
	return same;
}

static void test_repair_properties(void **state)
{
	struct buf in = { 0 }, once = { 0 }, twice = { 0 };
	struct text_repairs done;
	uint64_t seed = 1;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		make_random(&in, &seed);
		buf_clear(&once);
		buf_clear(&twice);
		text_repair(&once, buf_slice(&in), &done);
		assert_true(is_valid_utf8(buf_slice(&once)));
		assert_int_equal(slice_find(buf_slice(&once), '\r', 0),
				 once.len);
		text_repair(&twice, buf_slice(&once), &done);
		assert_slice(buf_slice(&twice), buf_slice(&once));
		assert_int_equal(done.count[REPAIR_INVALID], 0);
		assert_int_equal(done.count[REPAIR_BOM] +
				     done.count[REPAIR_NUL] +
				     done.count[REPAIR_CONTROL],
				 0);
	}
	buf_release(&in);
	buf_release(&once);
	buf_release(&twice);
}

/* --- code points --- */

static void test_next(void **state)
{
	static const int32_t want[] = { 'a',   0x7F,   0x80,	0x7FF,
					0x800, 0xFFFD, 0x10000, 0x10FFFF };
	struct buf b = { 0 };
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(want); i++)
		add_code_point(&b, (uint32_t)want[i]);
	for (size_t i = 0; i < COUNT_OF(want); i++)
		assert_int_equal(text_next(buf_slice(&b), &at), want[i]);
	assert_int_equal(text_next(buf_slice(&b), &at), -1);
	assert_int_equal(at, b.len);
	assert_int_equal(text_length(buf_slice(&b)), COUNT_OF(want));
	buf_release(&b);
}

static void test_next_stays_inside(void **state)
{
	char cut[2] = { '\xF0', '\x9F' };
	size_t at = 0;

	(void)state;
	assert_int_equal(text_next(slice_make(cut, sizeof cut), &at), 0xFFFD);
	assert_int_equal(at, 2);
}

static void test_head(void **state)
{
	struct slice s = SLICE("a\xC3\xA1\xE2\x80\x99\xF0\x9F\x98\x80z");

	(void)state;
	assert_int_equal(text_head(s, 0).len, 0);
	assert_int_equal(text_head(s, 1).len, 1);
	assert_int_equal(text_head(s, 2).len, 3);
	assert_int_equal(text_head(s, 3).len, 6);
	assert_int_equal(text_head(s, 4).len, 10);
	assert_int_equal(text_head(s, 5).len, 11);
	assert_int_equal(text_head(s, 99).len, 11);
	assert_int_equal(text_length(slice_make(NULL, 0)), 0);
	assert_int_equal(text_head(slice_make(NULL, 0), 3).len, 0);
}

static void test_classes(void **state)
{
	static const int32_t blank[] = { ' ',	 '\t',	 '\n',	 '\v',	 '\r',
					 0x85,	 0xA0,	 0x1680, 0x2000, 0x200A,
					 0x200B, 0x200E, 0x2028, 0x2029, 0x202F,
					 0x205F, 0x2060, 0x3000, 0xFEFF };
	static const int32_t other[] = { -1,	 0,	 'a',	 '_',
					 0x86,	 0xAD,	 0x1FFF, 0x200C,
					 0x200D, 0x3001, 0xFFFD };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(blank); i++)
		assert_true(text_is_blank(blank[i]));
	for (size_t i = 0; i < COUNT_OF(other); i++)
		assert_false(text_is_blank(other[i]));
	assert_true(text_is_upper('Q') && text_is_upper(0xC1));
	assert_false(text_is_upper('q') || text_is_upper(0xE1) ||
		     text_is_upper('1') || text_is_upper(-1));
	assert_true(text_is_lower('q') && text_is_lower(0xE1));
	assert_false(text_is_lower('Q') || text_is_lower(0xC1) ||
		     text_is_lower('[') || text_is_lower(-1));
	assert_true(text_is_alnum('q') && text_is_alnum('7') &&
		    text_is_alnum(0xE1) && text_is_alnum(0x627) &&
		    text_is_alnum(0x4E2D) && text_is_alnum(0x663));
	assert_false(text_is_alnum('_') || text_is_alnum(0x2019) ||
		     text_is_alnum(0x1F600) || text_is_alnum(-1));
}

/* --- level --- */

static void test_level(void **state)
{
	static const struct pair cases[] = {
		PAIR("", ""),
		PAIR(" \t\n", ""),
		PAIR("one", "one"),
		PAIR("  one two  ", "one two"),
		PAIR("one  two", "one two"),
		PAIR("one\ttwo\nthree\r\n four", "one two three four"),
		PAIR("a long line of words that is level already, all of it",
		     "a long line of words that is level already, all of it"),
		PAIR("\xC2\xA0one\xC2\xA0two\xE3\x80\x80", "one two"),
		PAIR("one \xC2\xA0 two", "one two"),
		PAIR("Prab\xE2\x80\x8Bowo \xE2\x80\x8Bx", "Prabowo x"),
		PAIR("\xE2\x80\x8EPrab\xE2\x80\x8Eowo", "Prabowo"),
		PAIR("\xEF\xBB\xBF x\xE2\x81\xA0", "x"),
		PAIR("\xC3\xA1 \xE2\x80\x9C  \xE2\x80\x9D \xF0\x9F\x98\x80",
		     "\xC3\xA1 \xE2\x80\x9C \xE2\x80\x9D \xF0\x9F\x98\x80"),
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_slice(text_level(&a, cases[i].in), cases[i].want);
	assert_int_equal(text_level(&a, slice_make(NULL, 0)).len, 0);
	arena_release(&a);
}

/* A double space at every offset, also across two words. */
static void test_level_every_offset(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t at = 1; at < 38; at++) {
		char in[40], want[39];
		memset(in, 'x', sizeof in);
		memset(want, 'x', sizeof want);
		in[at] = in[at + 1] = want[at] = ' ';
		assert_slice(text_level(&a, slice_make(in, sizeof in)),
			     slice_make(want, sizeof want));
	}
	arena_release(&a);
}

static void test_level_shares(void **state)
{
	struct slice s = SLICE("  nothing to level here  ");
	struct arena a = { 0 };
	struct slice level = text_level(&a, s);

	(void)state;
	assert_ptr_equal(level.ptr, s.ptr + 2);
	assert_ptr_equal(text_trim(s).ptr, s.ptr + 2);
	assert_int_equal(a.total, 0);
}

static void check_leveled(struct slice s)
{
	size_t i = 0;
	int32_t c, last = ' ';

	while ((c = text_next(s, &i)) >= 0) {
		if (text_is_blank(c))
			assert_true(c == ' ' && last != ' ');
		last = c;
	}
	assert_true(!s.len || last != ' ');
}

static void test_level_properties(void **state)
{
	struct buf in = { 0 }, valid = { 0 };
	struct text_repairs done;
	struct arena a = { 0 };
	uint64_t seed = 2;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		make_random(&in, &seed);
		buf_clear(&valid);
		text_repair(&valid, buf_slice(&in), &done);
		check_leveled(text_level(&a, buf_slice(&valid)));
		arena_clear(&a);
	}
	buf_release(&in);
	buf_release(&valid);
	arena_release(&a);
}

/* --- fold --- */

static void check_fold(struct slice in, struct slice want)
{
	struct buf out = { 0 };

	buf_add(&out, SLICE("x"));
	text_fold(&out, in);
	assert_slice(slice_from(buf_slice(&out), 1), want);
	buf_release(&out);
}

static void test_fold(void **state)
{
	static const struct pair cases[] = {
		PAIR("", ""),
		PAIR(" -- ", ""),
		PAIR("Ma'ruf: 9,28 Persen", "maruf 9.28 persen"),
		PAIR("9,28%", "9.28"),
		PAIR("Rp 5.000", "rp 5.000"),
		PAIR("Rp5.000,00.", "rp5.000.00"),
		PAIR("1..2 3., 4 ,5", "1 2 3 4 5"),
		PAIR("v.1 1.v", "v 1 1 v"),
		PAIR("Undang-Undang", "undang undang"),
		PAIR("\"Trump\" \xE2\x80\x9CTak\xE2\x80\x9D 'Jamin'",
		     "trump tak jamin"),
		PAIR("Jum\xE2\x80\x99"
		     "at Jum\xCA\xBC"
		     "at Jum\xE2\x80\x98"
		     "at "
		     "Jum`at Qur\xCA\xBE"
		     "an Jum\xC2\xB4"
		     "at",
		     "jumat jumat jumat jumat quran jumat"),
		PAIR("Jum\xE2\x80\x9B"
		     "at",
		     "jumat"),
		PAIR("para' 'ulama '90-an 80's a''b",
		     "para ulama 90 an 80 s a b"),
		PAIR("Sum\xC3\xA1tra", "sumatra"),
		PAIR("Suma\xCC\x81tra", "sumatra"),
		PAIR("\xEF\xAC\x81 stra\xC3\x9F"
		     "e \xC4\xB0zmir",
		     "fi strasse izmir"),
		PAIR("pra\xC2\xAD"
		     "bo\xE2\x80\x8Bwo\xEF\xBB\xBF",
		     "prabowo"),
		PAIR("1\xC2\xAD.\xE2\x80\x8B"
		     "2",
		     "1.2"),
		PAIR("satu\xC2\xA0"
		     "dua",
		     "satu dua"),
		PAIR("\xEF\xBC\xA1\xEF\xBC\x91\xEF\xBC\x8E\xEF\xBC\x92",
		     "a1.2"),
		PAIR("\xD9\x85\xD8\xB1\xD8\xAD \xE4\xB8\xAD\xE5\x9B\xBD",
		     "\xD9\x85\xD8\xB1\xD8\xAD \xE4\xB8\xAD\xE5\x9B\xBD"),
		PAIR("\xD0\x9C\xD0\xBE\xD1\x81", "\xD0\xBC\xD0\xBE\xD1\x81"),
		PAIR("A\xF0\x9F\x98\x80"
		     "B\xEF\xBF\xBD"
		     "C",
		     "a b c"),
		PAIR("\xC5\x89", "n"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check_fold(cases[i].in, cases[i].want);
	check_fold(slice_make(NULL, 0), SLICE(""));
}

/* The result may be many times as long as the text; run under ASan. */
static void test_fold_grows(void **state)
{
	struct buf in = { 0 }, out = { 0 };

	(void)state;
	for (size_t round = 0; round < 100; round++) {
		buf_clear(&in);
		for (size_t n = 0; n < 1900 + round; n++)
			buf_add(&in, SLICE("\xEF\xB7\xBA")); /* U+FDFA */
		for (size_t n = 0; n < 2000; n++)
			buf_byte(&in, 'x');
		text_fold(&out, buf_slice(&in));
		assert_true(out.len > 10 * in.len / 2);
		buf_release(&out);
	}
	buf_release(&in);
}

static void check_fold_idempotent(struct slice s)
{
	struct buf once = { 0 }, twice = { 0 };

	text_fold(&once, s);
	text_fold(&twice, buf_slice(&once));
	assert_slice(buf_slice(&twice), buf_slice(&once));
	assert_true(!once.len ||
		    (once.ptr[0] != ' ' && once.ptr[once.len - 1] != ' '));
	buf_release(&once);
	buf_release(&twice);
}

static void test_fold_properties(void **state)
{
	struct buf in = { 0 }, valid = { 0 };
	struct text_repairs done;
	uint64_t seed = 3;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		make_random(&in, &seed);
		buf_clear(&valid);
		text_repair(&valid, buf_slice(&in), &done);
		check_fold_idempotent(buf_slice(&valid));
	}
	buf_release(&in);
	buf_release(&valid);
}

/* Every character of Unicode, between letters and between digits. */
static void test_fold_every_character(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		if (c == 0x30000) /* nothing but unassigned planes */
			c = 0xE0000;
		buf_clear(&b);
		buf_byte(&b, 'a');
		add_code_point(&b, c);
		buf_add(&b, SLICE("b1"));
		add_code_point(&b, c);
		buf_byte(&b, '2');
		check_fold_idempotent(buf_slice(&b));
	}
	buf_release(&b);
}

/* --- slug --- */

static void check_slug(struct slice in, size_t max, struct slice want)
{
	struct buf out = { 0 };

	buf_add(&out, SLICE("x"));
	text_slug(&out, in, max);
	assert_slice(slice_from(buf_slice(&out), 1), want);
	buf_release(&out);
}

static void test_slug(void **state)
{
	static const struct pair cases[] = {
		PAIR("", ""),
		PAIR("?!", ""),
		PAIR("\xE4\xB8\xAD\xE5\x9B\xBD", ""),
		PAIR("Ma'ruf: 9,28 Persen", "maruf-9-28-persen"),
		PAIR("Rp 5.000", "rp-5-000"),
		PAIR("  Putin -- Desak  ", "putin-desak"),
		PAIR("Stra\xC3\x9F"
		     "e \xC3\x86ro \xC3\x98rsted \xC4\x90uro "
		     "\xC5\x81\xC3\xB3"
		     "d\xC5\xBA \xC4\xB1 \xC3\x9Eor \xC5\x93uvre",
		     "strasse-aero-orsted-duro-lodz-i-thor-oeuvre"),
		PAIR("S\xC3\xA3o Tom\xC3\xA9", "sao-tome"),
		PAIR("a\xD0\x9C"
		     "b",
		     "a-b"),
		PAIR("pra\xC2\xAD"
		     "bowo",
		     "prabowo"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check_slug(cases[i].in, 80, cases[i].want);
}

static void test_slug_cut(void **state)
{
	struct slice s = SLICE("satu dua tiga"); /* 4, 3, 4 letters */

	(void)state;
	check_slug(s, 13, SLICE("satu-dua-tiga"));
	check_slug(s, 12, SLICE("satu-dua"));
	check_slug(s, 9, SLICE("satu-dua"));
	check_slug(s, 8, SLICE("satu-dua"));
	check_slug(s, 7, SLICE("satu-du")); /* the hyphen comes too early */
	check_slug(s, 6, SLICE("satu"));
	check_slug(s, 4, SLICE("satu"));
	check_slug(s, 3, SLICE("sat"));
	check_slug(s, 0, SLICE(""));
	check_slug(SLICE("abcdefghijkl"), 6, SLICE("abcdef"));
}

static void check_slug_form(struct slice slug, size_t max)
{
	bool after_hyphen = true;

	assert_true(slug.len <= max);
	for (size_t i = 0; i < slug.len; i++) {
		char c = slug.ptr[i];
		if (c == '-')
			assert_false(after_hyphen);
		else
			assert_true((c >= 'a' && c <= 'z') || is_digit(c));
		after_hyphen = c == '-';
	}
	assert_true(!slug.len || !after_hyphen);
}

static void test_slug_properties(void **state)
{
	struct buf in = { 0 }, valid = { 0 }, slug = { 0 };
	struct text_repairs done;
	uint64_t seed = 4;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		size_t max = (size_t)round % 60;
		make_random(&in, &seed);
		buf_clear(&valid);
		buf_clear(&slug);
		text_repair(&valid, buf_slice(&in), &done);
		text_slug(&slug, buf_slice(&valid), max);
		check_slug_form(buf_slice(&slug), max);
		check_slug(buf_slice(&slug), max, buf_slice(&slug));
	}
	buf_release(&in);
	buf_release(&valid);
	buf_release(&slug);
}

static void test_add_number(void **state)
{
	static const struct {
		uint64_t n;
		const char *want;
	} cases[] = {
		{ 0, "x0" },
		{ 999, "x999" },
		{ 1000, "x1.000" },
		{ 1234567, "x1.234.567" },
		{ UINT64_MAX, "x18.446.744.073.709.551.615" },
	};
	struct buf out = { 0 };
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		buf_clear(&out);
		buf_byte(&out, 'x');
		text_add_number(&out, cases[i].n, '.');
		assert_string_equal(buf_zstr(&out), cases[i].want);
	}
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_repair),
		cmocka_unit_test(test_repair_counts),
		cmocka_unit_test(test_repair_every_offset),
		cmocka_unit_test(test_repair_properties),
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_next_stays_inside),
		cmocka_unit_test(test_head),
		cmocka_unit_test(test_classes),
		cmocka_unit_test(test_level),
		cmocka_unit_test(test_level_every_offset),
		cmocka_unit_test(test_level_shares),
		cmocka_unit_test(test_level_properties),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_fold_grows),
		cmocka_unit_test(test_fold_properties),
		cmocka_unit_test(test_fold_every_character),
		cmocka_unit_test(test_slug),
		cmocka_unit_test(test_slug_cut),
		cmocka_unit_test(test_slug_properties),
		cmocka_unit_test(test_add_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
