/*
 * test_inject.c - what a served page has more than a built one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "commands/inject.h"

#define SCRIPT "<script src=\"/_arsip/reload.js?v=7\"></script>\n"
#define META "<meta http-equiv=\"Content-Security-Policy\" content=\""

static const struct {
	const char *page, *want;
} rows[] = {
	{ "", SCRIPT },
	{ "<p>a", "<p>a" SCRIPT },
	{ "<p>a</body></html>", "<p>a" SCRIPT "</body></html>" },
	/* only the last one ends the page */
	{ "</body> </body>", "</body> " SCRIPT "</body>" },
	/* a policy without scripts, or with its own */
	{ META "default-src 'none'\"></body>", META
	  "connect-src 'self'; script-src 'self'; default-src 'none'\">" SCRIPT
	  "</body>" },
	{ META "script-src 'none'; connect-src https://a.example\"></body>",
	  META "script-src 'self' 'none'; connect-src 'self' "
	       "https://a.example\">" SCRIPT "</body>" },
	/* a policy that does not end, or stands behind the page */
	{ META "default-src", META "default-src" SCRIPT },
	{ "</body>" META "x\">", SCRIPT "</body>" META "x\">" },
};

static void the_script_and_its_policy(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct buf page = { 0 };
		buf_add(&page, slice_of(rows[i].page));
		inject_reload(&page, 7);
		assert_string_equal(buf_zstr(&page), rows[i].want);
		buf_release(&page);
	}
}

static void a_problem_is_text(void **state)
{
	struct buf page = { 0 };
	(void)state;
	buf_add(&page, SLICE("old"));
	inject_problem(&page, SLICE("a.txt:1: <script>&amp;</body>"), 7);
	const char *text = buf_zstr(&page);
	assert_non_null(
	    strstr(text, "a.txt:1: &lt;script>&amp;amp;&lt;/body></pre>"));
	assert_non_null(strstr(text, SCRIPT "</body>\n</html>\n"));
	assert_null(strstr(text, "old"));
	buf_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_script_and_its_policy),
		cmocka_unit_test(a_problem_is_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
