/*
 * test_slice.c - borrowed text.
 */
#include "base/slice.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define assert_slice(s, lit) assert_true(slice_eq((s), SLICE(lit)))

static void test_of(void **state)
{
	(void)state;
	assert_int_equal(slice_of(NULL).len, 0);
	assert_slice(slice_of("abc"), "abc");
}

static void test_sub_clamps(void **state)
{
	struct slice s = SLICE("banjir");

	(void)state;
	assert_slice(slice_sub(s, 0, 3), "ban");
	assert_slice(slice_sub(s, 3, 99), "jir");
	assert_slice(slice_sub(s, 4, 2), "");
	assert_slice(slice_sub(s, 99, SIZE_MAX), "");
	assert_slice(slice_from(s, 5), "r");
	assert_slice(slice_from(s, 6), "");
	assert_int_equal(slice_sub(slice_of(NULL), 0, 5).len, 0);
}

static void test_eq_and_cmp(void **state)
{
	static const struct {
		const char *a, *b;
		int sign;
	} cases[] = {
		{ "", "", 0 },	   { "a", "a", 0 },   { "a", "b", -1 },
		{ "b", "a", 1 },   { "a", "ab", -1 }, { "ab", "a", 1 },
		{ "", "a", -1 },   { "B", "a", -1 },  { "z", "\xc3\xa9", -1 },
		{ "ab", "b", -1 }, { "b", "ab", 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice a = slice_of(cases[i].a), b = slice_of(cases[i].b);
		int c = slice_cmp(a, b);

		assert_int_equal((c > 0) - (c < 0), cases[i].sign);
		assert_int_equal(slice_eq(a, b), cases[i].sign == 0);
	}
	assert_true(slice_eq(slice_of(NULL), SLICE("")));
}

static void test_starts_and_ends(void **state)
{
	struct slice s = SLICE("Baca juga");

	(void)state;
	assert_true(slice_starts(s, SLICE("Baca")));
	assert_true(slice_starts(s, SLICE("")));
	assert_false(slice_starts(s, SLICE("baca")));
	assert_false(slice_starts(s, SLICE("Baca juga:")));
	assert_true(slice_ends(s, SLICE("juga")));
	assert_true(slice_ends(s, SLICE("")));
	assert_false(slice_ends(s, SLICE("jug")));
	assert_false(slice_ends(s, SLICE(" Baca juga")));
}

static void test_trim(void **state)
{
	(void)state;
	assert_slice(slice_trim(SLICE(" \t\r\n\v\f a b \n")), "a b");
	assert_slice(slice_trim(SLICE(" \n ")), "");
	assert_slice(slice_trim(SLICE("")), "");
	assert_slice(slice_trim(SLICE("\xc2\xa0x")), "\xc2\xa0x");
}

static void test_find(void **state)
{
	struct slice s = SLICE("a,b,c");

	(void)state;
	assert_int_equal(slice_find(s, ',', 0), 1);
	assert_int_equal(slice_find(s, ',', 1), 1);
	assert_int_equal(slice_find(s, ',', 2), 3);
	assert_int_equal(slice_find(s, ',', 4), 5);
	assert_int_equal(slice_find(s, 'a', 99), 5);
	assert_int_equal(slice_find(slice_of(NULL), 'a', 0), 0);
}

static void test_cut(void **state)
{
	static const struct {
		const char *text, *parts; /* parts in brackets */
	} cases[] = {
		{ "", "" },	 { "a", "[a]" }, { "a,b", "[a][b]" },
		{ "a,", "[a]" }, { ",", "[]" },	 { ",,b", "[][][b]" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice rest = slice_of(cases[i].text), part;
		char got[50] = "";

		while (slice_cut(&rest, ',', &part))
			snprintf(got + strlen(got), sizeof got - strlen(got),
				 "[%.*s]", SLICE_ARG(part));
		assert_string_equal(got, cases[i].parts);
	}
}

static void test_number(void **state)
{
	static const struct {
		const char *text;
		unsigned long max, value;
		bool is_number;
	} cases[] = {
		{ "0", 0, 0, true },
		{ "5", 5, 5, true },
		{ "007", 10, 7, true },
		{ "65535", 65535, 65535, true },
		{ "18446744073709551615", ULONG_MAX, ULONG_MAX, true },
		{ "", 10, 0, false },
		{ "65536", 65535, 0, false },
		{ "100", 99, 0, false },
		{ "1", 0, 0, false },
		{ "7", 5, 0, false },
		{ "18446744073709551616", ULONG_MAX, 0, false },
		{ "99999999999999999999", ULONG_MAX, 0, false },
		{ "-1", 10, 0, false },
		{ "+1", 10, 0, false },
		{ " 1", 10, 0, false },
		{ "1 ", 10, 0, false },
		{ "1x", 10, 0, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		unsigned long n = 0;
		bool is_number =
		    slice_number(slice_of(cases[i].text), cases[i].max, &n);

		if (is_number != cases[i].is_number)
			fail_msg("\"%s\" up to %lu", cases[i].text,
				 cases[i].max);
		assert_int_equal(n, cases[i].value);
	}
}

/* Every byte at every place of a word of eight, against a look at each. */
static void test_words(void **state)
{
	static const struct {
		const char *text;
		size_t words;
	} cases[] = {
		{ "", 0 },
		{ " ", 0 },
		{ "a", 1 },
		{ " a ", 1 },
		{ "Harga beras naik lagi", 4 },
		{ "\t\n\v\f\r        x", 1 },
		{ "12345678", 1 },
		{ "1234567 8", 2 },
		{ "12345678 9", 2 },
		{ "12345678abc d", 2 },
		{ "\xE2\x80\x9CHarga\xC2\xA0"
		  "beras\xE2\x80\x9D naik",
		  2 },
	};
	char text[24];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		if (slice_words(slice_of(cases[i].text)) != cases[i].words)
			fail_msg("\"%s\"", cases[i].text);
	for (int c = 0; c < 256; c++)
		for (size_t at = 0; at < sizeof text; at++) {
			size_t want = 1;
			memset(text, 'x', sizeof text);
			text[at] = (char)c;
			if (is_blank((char)c) && at && at < sizeof text - 1)
				want = 2;
			if (slice_words(slice_make(text, sizeof text)) != want)
				fail_msg("byte %d at %zu", c, at);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_of),
		cmocka_unit_test(test_sub_clamps),
		cmocka_unit_test(test_eq_and_cmp),
		cmocka_unit_test(test_starts_and_ends),
		cmocka_unit_test(test_trim),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_number),
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
