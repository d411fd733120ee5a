/* literal: what a pattern cannot do without, and whether a text has it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/literal.h"
#include "base/regex.h"

static void test_known(void **state)
{
	static const struct {
		const char *pattern;
		bool caseless;
		const char *want; /* "": nothing is known */
	} cases[] = {
		{ "Baca juga", false, "Baca juga" },
		{ "Baca juga", true, "" }, /* no byte has but one case */
		{ "Foto/Antara", true, "foto/antara" },
		{ "^\\d+ halaman$", false, " halaman" },
		{ "abc.defgh", false, "defgh" },
		{ "abcdef[xy]ghi", false, "abcdef" },
		{ "(?:x|y)abc", false, "abc" },
		{ "a\\.b\\*\\(", false, "a.b*(" },
		{ "\\p{Lu}bcd", false, "bcd" },
		{ "[]x]abc[^]x]", false, "abc" },
		{ "[\\]x]abc", false, "abc" },
		{ "(a(?:b)[)](c))def", false, "def" },
		{ "(?=.*x)def(?<!y)", false, "def" },
		{ "(?<name>x)def", false, "def" },
		{ "\xC3\xA9xyz", false, "\xC3\xA9xyz" },
		{ "a{b}c", false, "a{b}c" },
		/* the last may be missing, or come again */
		{ "abcd?", false, "abc" },
		{ "abcd*", false, "abc" },
		{ "abcd{0,3}", false, "abc" },
		{ "abcd{2}+ef", false, "abc" },
		{ "abcd+efg", false, "abcd" },
		{ "abc\xC3\xA9?", false, "abc" },
		{ "abc\\d?def?", false, "abc" },
		/* an "s" is also U+017F, a "k" U+212A, case aside */
		{ "abc/sabcd/", true, "abcd/" },
		{ "abc/Kabcd/", true, "abcd/" },
		{ "\xC3\xA9"
		  "abc/",
		  true, "abc/" },
		/* nothing is known */
		{ "", false, "" },
		{ "ab", false, "" },
		{ "abc|def", false, "" },
		{ "(abc)", false, "" },
		{ "(abc)?", false, "" },
		{ "(?i)abc", false, "" },
		{ "abc(?x) d", false, "" },
		{ "(?x: # )\n)abc", false, "" },
		{ "(*UTF)abc", false, "" },
		{ "(?#)abc(?#()", false, "" },
		{ "\\Qabc\\E?", false, "" },
		{ "abc\\x41bcd", false, "" },
		{ "[[:alpha:]]abc", false, "" },
	};
	struct arena a = { 0 };
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct literal l = literal_of(slice_of(cases[i].pattern),
					      cases[i].caseless, &a);
		if (!slice_eq(l.bytes, slice_of(cases[i].want)))
			fail_msg("%s: %.*s", cases[i].pattern,
				 SLICE_ARG(l.bytes));
	}
	arena_release(&a);
}

static void test_in(void **state)
{
	static const struct {
		const char *literal;
		bool caseless;
		const char *text;
		bool want;
	} cases[] = {
		{ "Baca", false, "Baca", true },
		{ "Baca", false, "xBaca", true },
		{ "Baca", false, "Bacax", true },
		{ "Baca", false, "BacBaBaca", true },
		{ "Baca", false, "Bac", false },
		{ "Baca", false, "baca", false },
		{ "Baca", false, "", false },
		{ "aaB", false, "aB", false },
		{ "aaB", false, "aBaaB", true },
		{ "Bac", false, "aaBa", false },
		{ "Foto/", true, "fOTO/", true },
		{ "Foto/", true, "x/foto/", true },
		{ "Foto/", true, "foto", false },
		{ "(abc)", false, "", true },
	};
	struct arena a = { 0 };
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct literal l = literal_of(slice_of(cases[i].literal),
					      cases[i].caseless, &a);
		if (literal_in(&l, slice_of(cases[i].text)) != cases[i].want)
			fail_msg("%s in %s", cases[i].literal, cases[i].text);
	}
	arena_release(&a);
}

/* --- whatever the pattern: no match without it ---------------------------- */

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

static void put_parts(struct buf *out, const char *const *parts, size_t count,
		      size_t n, unsigned *seed)
{
	buf_clear(out);
	while (n--)
		buf_add(out, slice_of(parts[next_random(seed) % count]));
}

static void test_no_match_without(void **state)
{
	static const char *const parts[] = {
		"abc",	"abc",	  "skA",     "a",      "b/c",	"\\.",
		"\\d",	"\\p{L}", "(?:a|b)", "[abc]",  "[^]a]", "[\\]b]",
		"?",	"*",	  "+",	     "{2}",    "{0,1}", "{",
		"}",	"|",	  "(?i:Ab)", "(?=a)",  "(?!b)", "(?i)",
		"(",	")",	  "\\(",     "\\)",    ".",	"\xC3\xA9",
		"\\Qb", "\\E",	  "\\x61",   "(?x: )", "[a",	"]",
	};
	static const char *const letters[] = {
		"a",   "b",	   "c",	       "s",
		"k",   "A",	   "/",	       ".",
		"1",   "abc",	   "ABC",      "(",
		")",   "\xC3\xA9", "\xC5\xBF", "\xE2\x84\xAA",
		"b/c", "{",	   "}",
	};
	struct arena a = { 0 };
	struct buf pattern = { 0 }, whole = { 0 }, text = { 0 };
	struct regex_matcher *m = regex_matcher_new();
	struct diag *d = diag_new();
	unsigned seed = 7, known = 0;
	(void)state;
	for (size_t i = 0; i < 20000; i++) {
		unsigned flags = i % 2 ? REGEX_CASELESS : 0;
		put_parts(&pattern, parts, COUNT_OF(parts), 2 + i % 6, &seed);
		/* within brackets nothing is known: this one tries each text */
		buf_clear(&whole);
		buf_printf(&whole, "(?:%.*s)", SLICE_ARG(buf_slice(&pattern)));
		struct literal l =
		    literal_of(buf_slice(&pattern), flags != 0, &a);
		if (!l.bytes.len)
			continue;
		struct regex *alone = regex_new(buf_slice(&pattern), flags,
						(struct place){ 0 }, d);
		struct regex *re =
		    regex_new(buf_slice(&whole), flags, (struct place){ 0 }, d);
		known += alone && re;
		for (size_t k = 0; alone && re && k < 20; k++) {
			put_parts(&text, letters, COUNT_OF(letters), 1 + k,
				  &seed);
			if (regex_search(re, m, buf_slice(&text), 0) &&
			    !literal_in(&l, buf_slice(&text)))
				fail_msg("%s matches %s without %.*s",
					 buf_zstr(&pattern), buf_zstr(&text),
					 SLICE_ARG(l.bytes));
		}
		regex_free(alone);
		regex_free(re);
	}
	assert_true(known > 1000);
	regex_matcher_free(m);
	diag_free(d);
	buf_release(&pattern);
	buf_release(&whole);
	buf_release(&text);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_in),
		cmocka_unit_test(test_no_match_without),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
