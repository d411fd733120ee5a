/*
 * test_diag.c - what is printed, in which order, and how much of it.
 */
#include "base/diag.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/pool.h"

/* What diag_print prints; valid until the next call. */
static const char *printed(struct diag *d, struct diag_style style)
{
	static char text[8192];
	FILE *f = tmpfile();
	size_t n;

	assert_non_null(f);
	diag_print(d, f, style);
	rewind(f);
	n = fread(text, 1, sizeof text - 1, f);
	text[n] = '\0';
	fclose(f);
	return text;
}

static const struct diag_style plain;

static struct place at(const char *path, uint32_t line, uint32_t column)
{
	return (struct place){ slice_of(path), line, column };
}

static void test_format(void **state)
{
	struct diag *d = diag_new();

	(void)state;
	diag_add(d, DIAG_CONTENT, at("a.txt", 3, 7), "write another",
		 "the date %s does not exist", "2024-02-30");
	diag_add(d, DIAG_WARNING, at("a.txt", 4, 0), "mend it", "odd");
	diag_add(d, DIAG_NOTE, at("b.txt", 0, 9), NULL, "seen");
	diag_add(d, DIAG_USAGE, place_of(NULL), "say build", "no command");
	assert_string_equal(printed(d, plain),
			    "arsip: error: no command\n"
			    "  help: say build\n"
			    "a.txt:3:7: error: the date 2024-02-30 does not "
			    "exist\n"
			    "  help: write another\n"
			    "a.txt:4: warning: odd\n"
			    "  help: mend it\n"
			    "b.txt: note: seen\n");
	diag_free(d);
}

static void test_what_was_given_is_copied(void **state)
{
	char path[] = "a.txt", help[] = "help", word[] = "word";
	struct diag *d = diag_new();

	(void)state;
	diag_add(d, DIAG_WARNING, place_of(path), help, "%s", word);
	path[0] = help[0] = word[0] = 'X';
	assert_string_equal(printed(d, plain),
			    "a.txt: warning: word\n  help: help\n");
	diag_free(d);
}

static void test_order_is_by_place(void **state)
{
	static const struct {
		const char *path;
		uint32_t line, column;
		enum severity severity;
		const char *text;
	} sorted[] = {
		{ "a", 0, 0, DIAG_NOTE, "z" },
		{ "a", 1, 0, DIAG_NOTE, "z" },
		{ "a", 2, 1, DIAG_NOTE, "z" },
		{ "a", 2, 2, DIAG_NOTE, "b" },
		{ "a", 2, 2, DIAG_NOTE, "c" },
		{ "a", 2, 2, DIAG_CONTENT, "a" },
		{ "a", 10, 1, DIAG_NOTE, "a" },
		{ "a.b", 1, 1, DIAG_NOTE, "a" },
		{ "ab", 1, 1, DIAG_NOTE, "a" },
	};
	enum {
		N = COUNT_OF(sorted)
	};
	struct diag *one = diag_new(), *two = diag_new();
	char expected[8192];

	(void)state;
	for (size_t i = 0; i < N; i++) {
		size_t k = N - 1 - i;

		diag_add(one, sorted[i].severity,
			 at(sorted[i].path, sorted[i].line, sorted[i].column),
			 "h", "%s", sorted[i].text);
		diag_add(two, sorted[k].severity,
			 at(sorted[k].path, sorted[k].line, sorted[k].column),
			 "h", "%s", sorted[k].text);
	}
	snprintf(expected, sizeof expected, "%s", printed(one, plain));
	assert_string_equal(printed(two, plain), expected);
	assert_non_null(strstr(expected, "a:2:1: note: z\n  help: h\n"
					 "a:2:2: note: b\n  help: h\n"
					 "a:2:2: note: c\n  help: h\n"
					 "a:2:2: error: a\n  help: h\n"
					 "a:10:1: note: a\n  help: h\n"
					 "a.b:1:1: note: a\n  help: h\n"
					 "ab:1:1: note: a\n"));
	diag_free(one);
	diag_free(two);
}

static void test_a_repeated_report_is_shown_once(void **state)
{
	struct diag *d = diag_new();

	(void)state;
	for (int i = 0; i < 3; i++) {
		diag_add(d, DIAG_WARNING, at("a", 1, 1), "h", "same");
		diag_add(d, DIAG_WARNING, at("a", 2, 1), "h", "same");
	}
	assert_string_equal(printed(d, plain),
			    "a:1:1: warning: same\n  help: h\n"
			    "a:2:1: warning: same\n  help: h\n");
	diag_free(d);
}

static void test_only_what_is_new_is_printed(void **state)
{
	struct diag *d = diag_new();

	(void)state;
	diag_add(d, DIAG_NOTE, place_of("a"), NULL, "one");
	assert_string_equal(printed(d, plain), "a: note: one\n");
	assert_string_equal(printed(d, plain), "");
	diag_add(d, DIAG_NOTE, place_of("a"), NULL, "two");
	assert_string_equal(printed(d, plain), "a: note: two\n");
	assert_int_equal(diag_count(d, DIAG_NOTE), 2);
	diag_free(d);
}

static void test_many_of_a_kind_are_summed_up(void **state)
{
	struct diag *d = diag_new();

	(void)state;
	for (uint32_t i = 1; i <= 1236; i++)
		diag_add(d, DIAG_WARNING, at("a", i, 0), "h",
			 "%5.1f%% of %s is odd", 1.0, "x");
	diag_add(d, DIAG_NOTE, at("a", 2, 0), NULL, "another");
	assert_string_equal(
	    printed(d, (struct diag_style){ .limit = 2 }),
	    "a:1: warning:   1.0% of x is odd\n  help: h\n"
	    "a:2: note: another\n"
	    "a:2: warning:   1.0% of x is odd\n  help: h\n"
	    "arsip: warning: and 1,234 more like \"…% of … is odd\" "
	    "(--verbose shows all)\n");
	diag_free(d);
}

static void test_a_limit_that_is_just_met_hides_nothing(void **state)
{
	struct diag *d = diag_new();

	(void)state;
	for (uint32_t i = 1; i <= 2; i++)
		diag_add(d, DIAG_NOTE, at("a", i, 0), NULL, "n");
	assert_string_equal(printed(d, (struct diag_style){ .limit = 2 }),
			    "a:1: note: n\na:2: note: n\n");
	diag_free(d);
}

static void test_a_kind_without_words_is_named_by_example(void **state)
{
	struct diag *d = diag_new();

	(void)state;
	for (uint32_t i = 1; i <= 3; i++)
		diag_add(d, DIAG_NOTE, at("a", i, 0), NULL, "%s %u", "line", i);
	assert_string_equal(printed(d, (struct diag_style){ .limit = 1 }),
			    "a:1: note: line 1\n"
			    "arsip: note: and 2 more like \"line 1\" "
			    "(--verbose shows all)\n");
	diag_free(d);
}

static void test_failed_calls_with_one_reason_are_a_kind(void **state)
{
	struct diag *d = diag_new();
	const char *text;

	(void)state;
	for (int i = 0; i < 4; i++) {
		char path[] = { (char)('a' + i), '\0' };

		diag_errno(d, path, i < 3 ? EACCES : ENOSPC, "cannot read",
			   "h");
	}
	text = printed(d, (struct diag_style){ .limit = 1 });
	assert_string_equal(text,
			    "a: error: cannot read: Permission denied\n"
			    "  help: h\n"
			    "d: error: cannot read: No space left on device\n"
			    "  help: h\n"
			    "arsip: error: and 2 more like \"cannot read: "
			    "Permission denied\" (--verbose shows all)\n");
	assert_int_equal(diag_count(d, DIAG_MACHINE), 4);
	diag_free(d);
}

static void test_quiet_leaves_errors(void **state)
{
	struct diag *d = diag_new();

	(void)state;
	diag_add(d, DIAG_NOTE, place_of("a"), NULL, "note");
	diag_add(d, DIAG_WARNING, place_of("a"), "h", "warning");
	diag_add(d, DIAG_CONTENT, place_of("a"), "h", "content");
	assert_string_equal(printed(d, (struct diag_style){ .quiet = true }),
			    "a: error: content\n  help: h\n");
	assert_int_equal(diag_count(d, DIAG_WARNING), 1);
	diag_free(d);
}

static void test_colour(void **state)
{
	struct diag *d = diag_new();

	(void)state;
	diag_add(d, DIAG_WARNING, at("a", 1, 0), "h", "odd");
	assert_string_equal(printed(d, (struct diag_style){ .colour = true }),
			    "\033[1ma:1:\033[0m \033[1;35mwarning:\033[0m odd\n"
			    "  help: h\n");
	diag_free(d);
}

static void test_hostile_text_cannot_drive_a_terminal(void **state)
{
	static const struct {
		const char *raw, *shown;
	} cases[] = {
		{ "\033[2J\a", "\\x1b[2J\\x07" },
		{ "a\nb\r\tc\x7f", "a\\x0ab\\x0d\\x09c\\x7f" },
		{ "\xc2\x9b"
		  "31m",
		  "\\u009b31m" },
		{ "\xe2\x80\xae"
		  "txt.exe",
		  "\\u202etxt.exe" },
		{ "\xe2\x81\xa6\xe2\x81\xa9", "\\u2066\\u2069" },
		{ "\xe2\x80\xaa\xe2\x80\xa9", "\\u202a\xe2\x80\xa9" },
		{ "caf\xc3\xa9 \xe2\x80\x9cx\xe2\x80\x9d \xf0\x9f\x98\x80",
		  "caf\xc3\xa9 \xe2\x80\x9cx\xe2\x80\x9d \xf0\x9f\x98\x80" },
		{ "\xff\xc3", "\\xff\\xc3" },
		{ "\xc0\xaf", "\\xc0\\xaf" },
		{ "\xe0\x80\xaf", "\\xe0\\x80\\xaf" },
		{ "\xed\xa0\x80", "\\xed\\xa0\\x80" },
		{ "\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80" },
		{ "\x80", "\\x80" },
		{ "\xe2\x80", "\\xe2\\x80" },
		{ "\xe2(\xa1", "\\xe2(\\xa1" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct diag *d = diag_new();
		char expected[300];

		diag_add(d, DIAG_WARNING, place_of(cases[i].raw), cases[i].raw,
			 "<%s>", cases[i].raw);
		snprintf(expected, sizeof expected,
			 "%s: warning: <%s>\n  help: %s\n", cases[i].shown,
			 cases[i].shown, cases[i].shown);
		assert_string_equal(printed(d, plain), expected);
		diag_free(d);
	}
}

static void test_status(void **state)
{
	static const int status[] = { 0, 0, 1, 2, 3, 4, 75 };

	(void)state;
	for (int worst = DIAG_NOTE; worst <= DIAG_LOCKED; worst++) {
		struct diag *d = diag_new();

		assert_int_equal(diag_status(d, true), 0);
		for (int s = worst; s >= DIAG_NOTE; s--)
			diag_add(d, (enum severity)s, place_of("a"), "h", "x");
		assert_int_equal(diag_status(d, false), status[worst]);
		assert_int_equal(diag_status(d, true),
				 worst == DIAG_WARNING ? 1 : status[worst]);
		assert_true(diag_failed(d, (enum severity)worst));
		assert_true(diag_failed(d, DIAG_NOTE));
		if (worst < DIAG_LOCKED)
			assert_false(
			    diag_failed(d, (enum severity)(worst + 1)));
		printed(d, plain);
		assert_int_equal(diag_status(d, false), status[worst]);
		diag_free(d);
	}
}

static void add_from_thread(void *ctx, unsigned worker, size_t index)
{
	(void)worker;
	diag_add(ctx, DIAG_WARNING, at("a", (uint32_t)index + 1, 0), "h",
		 "number %zu", index);
}

static void test_threads(void **state)
{
	struct diag *d = diag_new();
	struct diag *alone = diag_new();
	char expected[8192];

	(void)state;
	pool_run(8, 100, add_from_thread, d);
	pool_run(1, 100, add_from_thread, alone);
	assert_int_equal(diag_count(d, DIAG_WARNING), 100);
	snprintf(expected, sizeof expected, "%s", printed(alone, plain));
	assert_string_equal(printed(d, plain), expected);
	diag_free(d);
	diag_free(alone);
}

/* The signal that ended a process which reported an error without help. */
static void test_an_error_without_help_is_a_bug(void **state)
{
	int status;
	pid_t pid = fork();

	(void)state;
	if (!pid) {
		signal(SIGABRT, SIG_DFL);
		if (!freopen("/dev/null", "w", stderr))
			_Exit(98);
		diag_add(diag_new(), DIAG_CONTENT, place_of("a"), NULL, "x");
		_Exit(99);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
}

static void test_others_are_forgotten(void **state)
{
	struct diag *d = diag_new();

	(void)state;
	diag_add(d, DIAG_CONTENT, at("a.txt", 1, 0), "help", "is wrong");
	diag_add(d, DIAG_WARNING, at("b.txt", 1, 0), "help", "is odd");
	diag_forget_others(d, SLICE("b.txt"));
	assert_int_equal(diag_count(d, DIAG_CONTENT), 0);
	assert_int_equal(diag_count(d, DIAG_WARNING), 1);
	assert_int_equal(diag_status(d, false), 0);
	assert_string_equal(printed(d, plain),
			    "b.txt:1: warning: is odd\n  help: help\n");
	/* what is no fault of the content is never forgotten */
	diag_add(d, DIAG_USAGE, at("arsip.yaml", 1, 0), "help", "no such key");
	diag_forget_others(d, SLICE("b.txt"));
	assert_int_equal(diag_status(d, false), 2);
	diag_free(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_format),
		cmocka_unit_test(test_others_are_forgotten),
		cmocka_unit_test(test_what_was_given_is_copied),
		cmocka_unit_test(test_order_is_by_place),
		cmocka_unit_test(test_a_repeated_report_is_shown_once),
		cmocka_unit_test(test_only_what_is_new_is_printed),
		cmocka_unit_test(test_many_of_a_kind_are_summed_up),
		cmocka_unit_test(test_a_limit_that_is_just_met_hides_nothing),
		cmocka_unit_test(test_a_kind_without_words_is_named_by_example),
		cmocka_unit_test(test_failed_calls_with_one_reason_are_a_kind),
		cmocka_unit_test(test_quiet_leaves_errors),
		cmocka_unit_test(test_colour),
		cmocka_unit_test(test_hostile_text_cannot_drive_a_terminal),
		cmocka_unit_test(test_status),
		cmocka_unit_test(test_threads),
		cmocka_unit_test(test_an_error_without_help_is_a_bug),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
