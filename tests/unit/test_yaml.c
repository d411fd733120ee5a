/*
 * test_yaml.c - yaml.c, yaml_help.c, yaml_keys.c: the tree and its lines, what
 * is refused, and how each common slip is reported.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/yaml.h"

static struct yaml *parse(struct slice text, uint32_t line, struct arena *a)
{
	struct place at = { SLICE("f.yaml"), line, 0 };
	struct diag *d = diag_new();
	struct yaml *root = yaml_parse(text, at, DIAG_USAGE, a, d);

	if (!root)
		diag_print(d, stderr, (struct diag_style){ 0 });
	assert_non_null(root);
	assert_false(diag_failed(d, DIAG_NOTE));
	diag_free(d);
	return root;
}

static void check_text(const struct yaml *node, const char *want)
{
	assert_non_null(node);
	assert_int_equal(node->kind, YAML_SCALAR);
	if (!slice_eq(node->text, slice_of(want)))
		fail_msg("got \"%.*s\", want \"%s\"", SLICE_ARG(node->text),
			 want);
}

static void test_tree(void **state)
{
	struct arena a = { 0 };
	struct yaml *root = parse(SLICE("title: Arsip\n"
					"list:\n"
					"  - one\n"
					"  - {k: v, 'q r': \"s\"}\n"
					"deep:\n"
					"  a: 1\n"
					"  b: |\n"
					"    two\n"
					"    lines\n"),
				  0, &a);
	struct yaml *list = yaml_get(root, "list");

	(void)state;
	assert_int_equal(root->kind, YAML_MAP);
	check_text(yaml_get(root, "title"), "Arsip");
	assert_int_equal(list->kind, YAML_LIST);
	check_text(list->child, "one");
	check_text(yaml_get(list->child->next, "k"), "v");
	check_text(yaml_get(list->child->next, "q r"), "s");
	assert_null(list->child->next->next);
	check_text(yaml_get(yaml_get(root, "deep"), "b"), "two\nlines\n");
	assert_null(yaml_get(root, "none"));
	assert_null(yaml_get(yaml_get(root, "none"), "x"));
	assert_null(yaml_get(yaml_get(root, "title"), "x"));
	assert_null(yaml_get(list, "one"));
	arena_release(&a);
}

static void test_scalars_stay_text(void **state)
{
	static const char *const values[] = {
		"no", "2020-09-26", "1e999", "0x1F", "true", "Null", "a ~", "=",
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(values); i++) {
		struct slice s = arena_printf(&a, "k: %s\n", values[i]);
		struct yaml *node = yaml_get(parse(s, 0, &a), "k");
		check_text(node, values[i]);
		assert_false(node->is_null);
	}
	arena_release(&a);
}

static void test_null(void **state)
{
	struct arena a = { 0 };
	struct yaml *root = parse(SLICE("a:\nb: ~\nc: null\nd: ''\n"
					"e: \"null\"\nf: '~'\n"),
				  0, &a);

	(void)state;
	assert_true(yaml_get(root, "a")->is_null);
	assert_true(yaml_get(root, "b")->is_null);
	assert_true(yaml_get(root, "c")->is_null);
	assert_false(yaml_get(root, "d")->is_null);
	assert_false(yaml_get(root, "e")->is_null);
	assert_false(yaml_get(root, "f")->is_null);
	arena_release(&a);
}

static void test_empty(void **state)
{
	static const struct slice texts[] = {
		{ NULL, 0 },	     SLICE_INIT(""),
		SLICE_INIT("\n\n"),  SLICE_INIT("# only a remark\n"),
		SLICE_INIT("---\n"), SLICE_INIT("\xEF\xBB\xBF"),
		SLICE_INIT("~\n"),
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct yaml *root = parse(texts[i], 0, &a);
		assert_int_equal(root->kind, YAML_MAP);
		assert_null(root->child);
		assert_false(root->is_null);
	}
	arena_release(&a);
}

static void check_place(const struct yaml *node, unsigned key_line,
			unsigned key_column, unsigned line, unsigned column)
{
	assert_non_null(node);
	assert_int_equal(node->key_line, key_line);
	assert_int_equal(node->key_column, key_column);
	assert_int_equal(node->line, line);
	assert_int_equal(node->column, column);
}

static void test_places(void **state)
{
	static const struct slice text =
	    SLICE_INIT("a: 1\n"
		       "\xC3\xA1\xE2\x80\x99: {b: \"\xF0\x9F\x98\x80\", c: 2}\n"
		       "\n"
		       "d:\n"
		       "  - x\n"
		       "  -\n"
		       "    e: f\n");
	struct arena a = { 0 };
	struct yaml *root = parse(text, 0, &a), *map, *list;

	(void)state;
	check_place(yaml_get(root, "a"), 1, 1, 1, 4);
	map = yaml_get(root, "\xC3\xA1\xE2\x80\x99");
	check_place(map, 2, 1, 2, 8);
	check_place(yaml_get(map, "b"), 2, 9, 2, 12);
	check_place(yaml_get(map, "c"), 2, 20, 2, 23);
	list = yaml_get(root, "d")->child;
	check_place(list, 0, 0, 5, 5);
	check_place(yaml_get(list->next, "e"), 7, 5, 7, 8);
	/* In a file where other lines come first. */
	check_place(yaml_get(parse(text, 1, &a), "a"), 1, 1, 1, 4);
	check_place(yaml_get(parse(text, 10, &a), "d")->child, 0, 0, 14, 5);
	arena_release(&a);
}

/* Line ends as editors count them, a mark at the head, U+2028 inside. */
static void test_odd_line_ends(void **state)
{
	struct arena a = { 0 };
	struct yaml *root = parse(SLICE("\xEF\xBB\xBF"
					"a: 1\r\n"
					"b: \"x\xE2\x80\xA8y\"\r\n"
					"c: 3\r\n"),
				  0, &a);

	(void)state;
	check_place(yaml_get(root, "a"), 1, 1, 1, 4);
	check_place(yaml_get(root, "b"), 2, 1, 2, 4);
	check_place(yaml_get(root, "c"), 3, 1, 3, 4);
	arena_release(&a);
}

/* What is printed for a text that must not parse. */
static void failure(struct slice text, uint32_t line, char *out, size_t size)
{
	struct place at = { SLICE("f.yaml"), line, 0 };
	struct arena a = { 0 };
	struct diag *d = diag_new();
	FILE *to = fmemopen(out, size, "w");

	if (yaml_parse(text, at, DIAG_CONTENT, &a, d))
		fail_msg("parses: %.*s", SLICE_ARG(text));
	assert_true(diag_count(d, DIAG_CONTENT) > 0);
	diag_print(d, to, (struct diag_style){ 0 });
	fclose(to);
	diag_free(d);
	arena_release(&a);
}

static void test_reports(void **state)
{
	static const struct {
		struct slice text;
		const char *place, *words, *help;
	} cases[] = {
#define BAD_YAML(text, place, words, help)                                     \
	{ SLICE_INIT(text), "f.yaml:" place ": error: ", words, help }
		BAD_YAML("a: &x 1\n", "1:4", "an anchor", "quotes"),
		BAD_YAML("a: &x [1]\n", "1:4", "an anchor", "quotes"),
		BAD_YAML("a: 1\nb: *a\n", "2:4", "an alias", "quotes"),
		BAD_YAML("a: 1\nb: !!binary x\n", "2:4", "a tag", "quotes"),
		BAD_YAML("a: !Wow x\n", "1:4", "a tag", "quotes"),
		BAD_YAML("a: !!map {}\n", "1:4", "a tag", "quotes"),
		BAD_YAML("&k a: 1\n", "1:1", "an anchor", "quotes"),
		BAD_YAML("a: 1\n---\nb: 2\n", "2:1", "a second document",
			 "---"),
		BAD_YAML("? [a]\n: b\n", "1:3", "a list or map as a key",
			 "word"),
		BAD_YAML("a: 1\nb: 2\na: 3\n", "3:1",
			 "the key \"a\" was already given in line 1", "keep"),
		BAD_YAML("b: 1\na: 2\nc: 3\nb: 4\n", "4:1",
			 "the key \"b\" was already given in line 1", "keep"),
		BAD_YAML("x:\n  - {q: 1, q: 2}\n", "2:12",
			 "the key \"q\" was already given in line 2", "keep"),
		BAD_YAML("a: \"x\\0y\"\n", "1:4", "control character",
			 "escape"),
		BAD_YAML("a: 1\n\tb: 2\n", "2:1", "a tab", "never with tabs"),
		BAD_YAML("a:\n\tb: 2\n", "2:1", "a tab", "never with tabs"),
		BAD_YAML("a: |\n\tx\n", "2:1", "a tab", "never with tabs"),
		BAD_YAML("title: Sidang: Putusan\n", "1:14", "a colon",
			 "in quotes"),
		BAD_YAML("a: 1\n  b: 2\n", "2:4", "too far to the right",
			 "same column"),
		BAD_YAML("x: 1\na: \"open\nb: 2\n", "2:4", "never closed",
			 "close it"),
		BAD_YAML("a: 'open\n", "1:4", "never closed", "close it"),
		BAD_YAML("a: \"x\\qy\"\n", "1:6", "no such escape", "\\\\"),
		BAD_YAML("a: \"x\\u12\"\n", "1:8", "hexadecimal", "\\\\"),
		BAD_YAML("a: \"\\ud800\"\n", "1:7", "does not exist", "\\\\"),
		BAD_YAML("a: 1\njust words\n", "2:1", "no \"key: value\"",
			 "colon"),
		BAD_YAML("a: 'x' y\n", "1:8", "no key begins here",
			 "quotation"),
		BAD_YAML("a: [Breaking] x\n", "1:15", "no key begins here",
			 "bracket"),
		BAD_YAML("- a\nb: c\n", "2:1", "no item of the list", "\"- \""),
		BAD_YAML("a: [1, 2\nb: 3\n", "1:4", "a list in [ ]", "]"),
		BAD_YAML("a: {b: 1\nc: 3\n", "1:4", "a map in { }", "}"),
		BAD_YAML("a: * x\n", "1:4", "must not begin with *", "quotes"),
		BAD_YAML("a: & x\n", "1:4", "must not begin with &", "quotes"),
		BAD_YAML("a: !x!y z\n", "1:4", "must not begin with !",
			 "quotes"),
		BAD_YAML("a: @x\n", "1:4", "must not begin with this",
			 "quotes"),
		BAD_YAML("a: `x`\n", "1:4", "must not begin with this",
			 "quotes"),
		BAD_YAML("a: | x\n", "1:6", "| or >", "quotes"),
		BAD_YAML("a: - b\n", "1:4", "a list cannot begin here",
			 "below the key"),
		BAD_YAML("  a: 1\nb: 2\n", "2:1", "end of the document",
			 "same column"),
		BAD_YAML("%x\na: 1\n", "1:1", "begin with %", "quotes"),
		BAD_YAML("%YAML 9.9\n---\na: 1\n", "1:1", "another version",
			 "take"),
		BAD_YAML("a: 1\nb: \x01\n", "2:4", "control character",
			 "delete"),
		BAD_YAML("a: 1\nb: \xFFx\n", "2:4", "no UTF-8", "UTF-8"),
		BAD_YAML("a: x\xE2\x80", "1:5", "no UTF-8", "UTF-8"),
	};
	char out[2048];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		failure(cases[i].text, 0, out, sizeof out);
		if (!strstr(out, cases[i].place) ||
		    !strstr(out, cases[i].words) ||
		    !strstr(strstr(out, "help: "), cases[i].help))
			fail_msg("want %s%s ... %s, got:\n%s", cases[i].place,
				 cases[i].words, cases[i].help, out);
	}
}

static void test_report_line(void **state)
{
	char out[2048];

	(void)state;
	failure(SLICE("a: 1\nb: @\n"), 41, out, sizeof out);
	assert_non_null(strstr(out, "f.yaml:42:4: error: "));
	failure(SLICE("a: 1\na: 2\n"), 41, out, sizeof out);
	assert_non_null(strstr(out, "f.yaml:42:1: error: "));
	assert_non_null(strstr(out, "in line 41"));
}

static void test_all_duplicates(void **state)
{
	char out[4096];

	(void)state;
	failure(SLICE("a: 1\nb: {x: 1, x: 2}\na: 3\na: 4\n"), 0, out,
		sizeof out);
	assert_non_null(strstr(out, "f.yaml:2:11: "));
	assert_non_null(strstr(out, "f.yaml:3:1: "));
	assert_non_null(strstr(out, "f.yaml:4:1: "));
}

static void test_depth(void **state)
{
	struct buf text = { 0 };
	struct arena a = { 0 };
	char out[2048];

	(void)state;
	for (int i = 0; i < YAML_MAX_DEPTH; i++)
		buf_byte(&text, '[');
	for (int i = 0; i < YAML_MAX_DEPTH; i++)
		buf_byte(&text, ']');
	assert_non_null(parse(buf_slice(&text), 0, &a));
	buf_clear(&text);
	for (int i = 0; i < 100000; i++)
		buf_byte(&text, '[');
	failure(buf_slice(&text), 0, out, sizeof out);
	assert_non_null(strstr(out, "f.yaml:1:18: "));
	assert_non_null(strstr(out, "more than 16 deep"));
	buf_release(&text);
	arena_release(&a);
}

static void test_size(void **state)
{
	struct buf text = { 0 };
	struct arena a = { 0 };
	char out[2048];

	(void)state;
	/* The map itself, and a key and a value in each line. */
	for (int i = 0; i < (YAML_MAX_NODES - 1) / 2; i++)
		buf_printf(&text, "key-%d:\n", i);
	assert_non_null(parse(buf_slice(&text), 0, &a));
	buf_add(&text, SLICE("more: x\n"));
	failure(buf_slice(&text), 0, out, sizeof out);
	assert_non_null(strstr(out, "f.yaml:50000:7: "));
	assert_non_null(strstr(out, "more than 100000 values"));
	buf_release(&text);
	arena_release(&a);
}

static void test_check_keys(void **state)
{
	static const char *const known[] = { "title", "date", "tags", NULL };
	struct arena a = { 0 };
	struct diag *d = diag_new();
	struct yaml *root = parse(
	    SLICE("title: x\n  \ntitel: y\nwholly-other: z\nDate: 1\n"), 5, &a);
	char out[2048] = "";
	FILE *to = fmemopen(out, sizeof out, "w");

	(void)state;
	assert_false(
	    yaml_check_keys(root, known, SLICE("f.yaml"), DIAG_WARNING, d));
	assert_int_equal(diag_count(d, DIAG_WARNING), 3);
	diag_print(d, to, (struct diag_style){ 0 });
	fclose(to);
	assert_non_null(strstr(
	    out, "f.yaml:7:1: warning: unknown key \"titel\"\n"
		 "  help: did you mean \"title\"? known keys: title, date, "
		 "tags\n"));
	assert_non_null(
	    strstr(out, "f.yaml:8:1: warning: unknown key \"wholly-other\"\n"
			"  help: known keys: title, date, tags\n"));
	assert_non_null(strstr(out, "did you mean \"date\"?"));
	diag_free(d);
	arena_release(&a);
}

static void test_check_keys_good(void **state)
{
	static const char *const known[] = { "title", "date", NULL };
	struct arena a = { 0 };
	struct diag *d = diag_new();
	struct slice path = SLICE("f.yaml");
	struct yaml *root = parse(SLICE("date: x\ntitle: [y]\n"), 0, &a);

	(void)state;
	assert_true(yaml_check_keys(root, known, path, DIAG_USAGE, d));
	assert_true(yaml_check_keys(NULL, known, path, DIAG_USAGE, d));
	assert_true(yaml_check_keys(yaml_get(root, "title"), known, path,
				    DIAG_USAGE, d));
	assert_false(diag_failed(d, DIAG_NOTE));
	diag_free(d);
	arena_release(&a);
}

/* No text may make the parser misbehave; run under the sanitizers. */
static void test_random(void **state)
{
	static const char *const pieces[] = {
		"a",
		": ",
		"\n",
		"  ",
		"- ",
		"[",
		"]",
		"{",
		"}",
		", ",
		"\"",
		"'",
		"|\n",
		">-\n",
		"? ",
		"#",
		"---\n",
		"...\n",
		"&x ",
		"*x",
		"!y ",
		"%",
		"\t",
		"\\n",
		"\xC3\xA1",
		"\xFF",
		"\r",
		"~",
		"b:\n",
		"\xE2\x80\xA8",
		"\xEF\xBB\xBF",
	};
	struct buf text = { 0 };
	struct arena a = { 0 };
	uint64_t seed = 5;
	size_t parsed = 0;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct diag *d = diag_new();
		struct yaml *root;
		buf_clear(&text);
		for (int n = 0; n < round % 20; n++) {
			seed = seed * UINT64_C(6364136223846793005) +
			       UINT64_C(1442695040888963407);
			buf_add(
			    &text,
			    slice_of(pieces[(seed >> 33) % COUNT_OF(pieces)]));
		}
		root = yaml_parse(buf_slice(&text), place_of("f"), DIAG_USAGE,
				  &a, d);
		/* Either a tree or a report, never both or none. */
		assert_int_equal(root == NULL, diag_failed(d, DIAG_NOTE));
		parsed += root != NULL;
		diag_free(d);
		arena_clear(&a);
	}
	assert_true(parsed > 1000 && parsed < 19000);
	buf_release(&text);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tree),
		cmocka_unit_test(test_scalars_stay_text),
		cmocka_unit_test(test_null),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_odd_line_ends),
		cmocka_unit_test(test_reports),
		cmocka_unit_test(test_report_line),
		cmocka_unit_test(test_all_duplicates),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_size),
		cmocka_unit_test(test_check_keys),
		cmocka_unit_test(test_check_keys_good),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
