/*
 * test_regex.c - regex.c: flags, groups, reports, and that no text can make a
 * match run away.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/regex.h"

static struct regex *compile(const char *pattern, unsigned flags)
{
	struct diag *d = diag_new();
	struct regex *re =
	    regex_new(slice_of(pattern), flags, place_of("rules.yaml"), d);

	if (!re)
		fail_msg("\"%s\" does not compile", pattern);
	assert_false(diag_failed(d, DIAG_NOTE));
	diag_free(d);
	return re;
}

/* What the whole pattern matches in text, "-" for no match. */
static void check_match(const char *pattern, unsigned flags, const char *text,
			const char *want)
{
	struct regex *re = compile(pattern, flags);
	struct regex_matcher *m = regex_matcher_new();
	struct slice got = SLICE("-");

	if (regex_search(re, m, slice_of(text), 0))
		got = regex_group(m, 0);
	if (!slice_eq(got, slice_of(want)))
		fail_msg("\"%s\" in \"%s\": got \"%.*s\", want \"%s\"", pattern,
			 text, SLICE_ARG(got), want);
	regex_matcher_free(m);
	regex_free(re);
}

static void test_flags(void **state)
{
	static const struct {
		const char *pattern;
		unsigned flags;
		const char *text, *want;
	} cases[] = {
		{ "juga", 0, "Baca juga: x", "juga" },
		{ "JUGA", 0, "Baca juga: x", "-" },
		{ "JUGA", REGEX_CASELESS, "Baca juga: x", "juga" },
		{ "\xC3\x81", REGEX_CASELESS, "Sum\xC3\xA1tra", "\xC3\xA1" },
		{ "juga", REGEX_ANCHORED, "Baca juga: x", "-" },
		{ "Baca", REGEX_ANCHORED, "Baca juga: x", "Baca" },
		{ "Baca", REGEX_FULL, "Baca juga: x", "-" },
		{ "Baca", REGEX_FULL, "Baca", "Baca" },
		{ "Baca", REGEX_FULL, "Baca\n", "-" },
		{ "a|ab", REGEX_FULL, "ab", "ab" },
		{ ".", 0, "\xE2\x80\x99", "\xE2\x80\x99" },
		{ "\\w+", 0,
		  "\xE2\x80\x9C"
		  "Sum\xC3\xA1tra",
		  "Sum\xC3\xA1tra" },
		{ "x*", 0, "", "" },
		{ "x", 0, "", "-" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check_match(cases[i].pattern, cases[i].flags, cases[i].text,
			    cases[i].want);
}

static void test_search_from(void **state)
{
	struct regex *re = compile("(?<!a)b", 0);
	struct regex_matcher *m = regex_matcher_new();
	struct slice text = SLICE("b ab b");

	(void)state;
	assert_true(regex_search(re, m, text, 0));
	assert_ptr_equal(regex_group(m, 0).ptr, text.ptr);
	/* What stands before `from` is still seen. */
	assert_true(regex_search(re, m, text, 3));
	assert_ptr_equal(regex_group(m, 0).ptr, text.ptr + 5);
	assert_false(regex_search(re, m, text, 6));
	assert_false(regex_search(re, m, text, 7));
	assert_null(regex_group(m, 0).ptr);
	regex_matcher_free(m);
	regex_free(re);
}

static void test_groups(void **state)
{
	struct regex *re =
	    compile("(?<mark>Baca)( juga)?(:)? (?<title>.*)$", 0);
	struct regex_matcher *m = regex_matcher_new();

	(void)state;
	assert_int_equal(regex_group_number(re, "mark"), 1);
	assert_int_equal(regex_group_number(re, "title"), 4);
	assert_int_equal(regex_group_number(re, "none"), 0);
	assert_true(regex_search(re, m, SLICE("Baca: Putin"), 0));
	assert_true(slice_eq(regex_group(m, 1), SLICE("Baca")));
	assert_null(regex_group(m, 2).ptr);
	assert_true(slice_eq(regex_group(m, 3), SLICE(":")));
	assert_true(slice_eq(regex_group(m, 4), SLICE("Putin")));
	assert_null(regex_group(m, 5).ptr);
	assert_null(regex_group(m, 4000).ptr);
	assert_true(regex_search(re, m, SLICE("Baca "), 0));
	assert_non_null(regex_group(m, 4).ptr);
	assert_int_equal(regex_group(m, 4).len, 0);
	regex_matcher_free(m);
	regex_free(re);
}

/* One matcher serves patterns with few and with many groups. */
static void test_many_groups(void **state)
{
	struct regex *few = compile("(a)", 0), *many;
	struct regex_matcher *m = regex_matcher_new();
	struct buf pattern = { 0 }, text = { 0 };

	(void)state;
	for (int i = 0; i < 100; i++) {
		buf_printf(&pattern, "(%d)-", i);
		buf_printf(&text, "%d-", i);
	}
	many = compile(buf_zstr(&pattern), 0);
	assert_true(regex_search(few, m, SLICE("a"), 0));
	assert_true(regex_search(many, m, buf_slice(&text), 0));
	assert_true(slice_eq(regex_group(m, 1), SLICE("0")));
	assert_true(slice_eq(regex_group(m, 100), SLICE("99")));
	assert_true(regex_search(few, m, SLICE("xa"), 0));
	assert_true(slice_eq(regex_group(m, 1), SLICE("a")));
	assert_null(regex_group(m, 2).ptr);
	regex_free(few);
	regex_free(many);
	regex_matcher_free(m);
	buf_release(&pattern);
	buf_release(&text);
}

static void test_empty_text(void **state)
{
	struct regex *re = compile("^$", 0);
	struct regex_matcher *m = regex_matcher_new();

	(void)state;
	assert_true(regex_search(re, m, slice_make(NULL, 0), 0));
	assert_non_null(regex_group(m, 0).ptr);
	assert_int_equal(regex_group(m, 0).len, 0);
	regex_matcher_free(m);
	regex_free(re);
}

static void test_runaway(void **state)
{
	static const char *const patterns[] = {
		"(a+)+$",
		"(?:a|a)*[PQ]",
		"^(.*?,){40}[PQ]",
		"(*NO_JIT)(a+)+$",
	};
	struct regex_matcher *m = regex_matcher_new();
	struct buf text = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_add(&text,
			SLICE("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"));
	for (size_t i = 0; i < COUNT_OF(patterns); i++) {
		struct regex *re = compile(patterns[i], 0);
		assert_false(regex_search(re, m, buf_slice(&text), 0));
		assert_null(regex_group(m, 0).ptr);
		regex_free(re);
	}
	/* The matcher is none the worse for it. */
	struct regex *re = compile("a,a", 0);
	assert_true(regex_search(re, m, buf_slice(&text), 0));
	regex_free(re);
	regex_matcher_free(m);
	buf_release(&text);
}

/* Each would match in the end, after more steps or memory than it may take. */
static void test_limits(void **state)
{
	static const struct {
		const char *pattern;
		size_t letters;
	} cases[] = {
		{ "(?:a+)+$|!", 23 },
		{ "(*NO_JIT)(?:a+)+$|!", 20 },
		{ "(*NO_JIT)(?:(a)|b)*!", 200000 },
	};
	struct regex_matcher *m = regex_matcher_new();
	struct buf text = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct regex *re = compile(cases[i].pattern, 0);
		buf_clear(&text);
		for (size_t n = 0; n < cases[i].letters; n++)
			buf_byte(&text, 'a');
		buf_byte(&text, '!');
		if (regex_search(re, m, buf_slice(&text), 0))
			fail_msg("%s matches", cases[i].pattern);
		assert_true(regex_search(re, m, SLICE("aaaa!"), 0));
		regex_free(re);
	}
	regex_matcher_free(m);
	buf_release(&text);
}

static void check_report(const char *pattern, const char *want)
{
	struct place at = { SLICE("rules.yaml"), 12, 7 };
	struct diag *d = diag_new();
	char out[1024] = "";
	FILE *to = fmemopen(out, sizeof out, "w");

	assert_null(regex_new(slice_of(pattern), 0, at, d));
	assert_int_equal(diag_count(d, DIAG_USAGE), 1);
	diag_print(d, to, (struct diag_style){ 0 });
	fclose(to);
	if (!strstr(out, want))
		fail_msg("want \"%s\" in:\n%s", want, out);
	assert_non_null(strstr(out, "rules.yaml:12:7: error: "));
	assert_non_null(strstr(out, "help: "));
	diag_free(d);
}

static void test_reports(void **state)
{
	(void)state;
	check_report("(abc", "the pattern \"(abc\" is wrong at its character "
			     "5: missing closing parenthesis");
	check_report("\xC3\xA1\xC3\xA1*+*", "is wrong at its character 5: "
					    "quantifier does not follow");
	check_report("a\\Cb", "character 4: ");
	check_report("[z-a]", "range out of order");
	check_report("\xFF", "UTF-8 error");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_flags),
		cmocka_unit_test(test_search_from),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_many_groups),
		cmocka_unit_test(test_empty_text),
		cmocka_unit_test(test_runaway),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_reports),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
