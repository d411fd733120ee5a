/*
 * test_lines.c - a text as lines, Markdown as blocks: numbers, blanks, fences.
 */
#include "loader_maker.h"

/* "number:text", with "_" before it where a blank line stands before. */
static void check(struct maker *m, struct slice text, bool markdown,
		  const char *want)
{
	struct lines lines = { 0 };
	if (markdown)
		lines_of_markdown(&lines, text, 1);
	else
		lines_of_text(&lines, text, 1);
	buf_clear(&m->said);
	for (size_t i = 0; i < lines.count; i++) {
		const struct line *l = &lines.items[i];
		assert_false(l->gone);
		buf_printf(&m->said, "%s%s%u:%.*s", i ? "|" : "",
			   !markdown && l->blank_before ? "_" : "", l->number,
			   SLICE_ARG(l->text));
	}
	assert_said(buf_slice(&m->said), want, text);
	vec_release(&lines);
}

static void test_text(void **state)
{
	static const struct {
		struct slice text;
		const char *want;
	} cases[] = {
		{ SLICE_INIT(""), "" },
		{ SLICE_INIT("\n\n \t\n"), "" },
		{ SLICE_INIT("satu"), "1:satu" },
		{ SLICE_INIT("satu\ndua\n"), "1:satu|2:dua" },
		{ SLICE_INIT("satu\n\n\ndua"), "1:satu|_4:dua" },
		{ SLICE_INIT("\n  satu \t\n"), "_2:satu" },
		/* a line of blanks of any kind is an empty line */
		{ SLICE_INIT("a\n\xC2\xA0 \xE2\x80\x8B\nb"), "1:a|_3:b" },
		{ SLICE_INIT("\xC2\xA0 a b\xC2\xA0\n"), "1:a b" },
		/* short lines are lines */
		{ SLICE_INIT("a\n1\n-\n"), "1:a|2:1|3:-" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check(*state, cases[i].text, false, cases[i].want);
}

static void test_markdown(void **state)
{
	static const struct {
		struct slice text;
		const char *want;
	} cases[] = {
		{ SLICE_INIT("\n\n"), "" },
		{ SLICE_INIT("# A\n\nb\nc\n\n\nd"), "1:# A|3:b\nc|7:d" },
		{ SLICE_INIT("a  \n\n    code\n"), "1:a|3:    code" },
		{ SLICE_INIT("```\na\n\nb\n```\n\nc"),
		  "1:```\na\n\nb\n```|7:c" },
		{ SLICE_INIT("~~~\n\n~~~\nd"), "1:~~~\n\n~~~\nd" },
		/* a fence that nobody closes loses nothing */
		{ SLICE_INIT("a\n\n```\nb\n\nc\n"), "1:a|3:```\nb\n\nc" },
		{ SLICE_INIT("a\n\n- b\n\n- c"), "1:a|3:- b|5:- c" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check(*state, cases[i].text, true, cases[i].want);
}

static void test_numbers_go_on(void **state)
{
	struct lines lines = { 0 };
	(void)state;
	lines_of_text(&lines, SLICE("a\n\nb"), 7);
	assert_int_equal(lines.items[0].number, 7);
	assert_int_equal(lines.items[1].number, 9);
	lines.count = 0;
	lines_of_markdown(&lines, SLICE("\na\n\nb"), 7);
	assert_int_equal(lines.items[0].number, 8);
	assert_int_equal(lines.items[1].number, 10);
	vec_release(&lines);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_markdown),
		cmocka_unit_test(test_numbers_go_on),
	};
	return RUN_WITH_MAKER(tests);
}
