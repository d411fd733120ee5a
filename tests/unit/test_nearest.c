/*
 * test_nearest.c - nearest.c: which slips are understood.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/nearest.h"

static void test_nearest(void **state)
{
	static const char *const known[] = { "title",	 "date", "tags",
					     "base_url", "x",	 NULL };
	static const struct {
		const char *word, *want;
	} cases[] = {
		{ "title", "title" },
		{ "titel", "title" },
		{ "tittle", "title" },
		{ "itle", "title" },
		{ "TITLE", "title" },
		{ "dat", "date" },
		{ "tag", "tags" },
		{ "base-url", "base_url" },
		{ "abse_ulr", "base_url" },
		{ "wholly-other", NULL },
		{ "author", NULL },
		{ "dog", NULL },
		{ "", NULL },
		{ "y", NULL },
		{ "titletitletitletitletitletitletitletitletitle", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *got = nearest(slice_of(cases[i].word), known);
		if (!slice_eq(slice_of(got), slice_of(cases[i].want)) ||
		    !got != !cases[i].want)
			fail_msg("%s: got %s, want %s", cases[i].word,
				 got ? got : "nothing",
				 cases[i].want ? cases[i].want : "nothing");
	}
}

static void test_nothing_known(void **state)
{
	static const char *const none[] = { NULL };
	static const char *const longer[] = {
		"a-name-that-is-longer-than-any-key-of-any-file", NULL
	};

	(void)state;
	assert_null(nearest(SLICE("title"), none));
	assert_null(nearest(SLICE("a-name-that-is-longer"), longer));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nearest),
		cmocka_unit_test(test_nothing_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
