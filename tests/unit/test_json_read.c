/* json_read: the events of a JSON text, and what is said of a wrong one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/json_read.h"

/* { [ ) for what opens and closes, k t n for key, text, number, o: other. */
static void say(void *ctx, enum json_event event, struct slice text)
{
	static const char letters[] = {
		[JSON_OBJECT] = '{', [JSON_LIST] = '[', [JSON_CLOSE] = ')',
		[JSON_KEY] = 'k',    [JSON_TEXT] = 't', [JSON_NUMBER] = 'n',
		[JSON_OTHER] = 'o',
	};
	struct buf *said = ctx;
	buf_byte(said, letters[event]);
	buf_add(said, text);
	buf_byte(said, ' ');
}

static void test_events(void **state)
{
	static const struct {
		struct slice text, want;
	} cases[] = {
		{ SLICE_INIT("{}"), SLICE_INIT("{ ) ") },
		{ SLICE_INIT(" [ ] "), SLICE_INIT("[ ) ") },
		{ SLICE_INIT("{\"a\":\"b\",\"c\":[1,-2.5e3,[]]}"),
		  SLICE_INIT("{ ka tb kc [ n1 n-2.5e3 [ ) ) ) ") },
		{ SLICE_INIT("[true,false,null,\"\"]"),
		  SLICE_INIT("[ o o o t ) ") },
		{ SLICE_INIT("\"x\""), SLICE_INIT("tx ") },
		{ SLICE_INIT("123456789012345678901234567890"),
		  SLICE_INIT("n123456789012345678901234567890 ") },
		/* what is escaped */
		{ SLICE_INIT("\"\\\"\\\\\\/\\n\\t\\u00e9\\ud83d\\ude00\""),
		  SLICE_INIT("t\"\\/\n\t\xC3\xA9\xF0\x9F\x98\x80 ") },
		{ SLICE_INIT("\"a\\u0000b\""), SLICE_INIT("ta\0b ") },
		{ SLICE_INIT("\"\\ud83dx\""), SLICE_INIT("t?x ") },
		/* a key that comes again is told again */
		{ SLICE_INIT("{\"a\":1,\"a\":2}"),
		  SLICE_INIT("{ ka n1 ka n2 ) ") },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct buf said = { 0 }, why = { 0 };
		assert_true(json_read(cases[i].text, say, &said, &why));
		assert_int_equal(why.len, 0);
		assert_string_equal(buf_zstr(&said), cases[i].want.ptr);
		assert_int_equal(said.len, cases[i].want.len);
		buf_release(&said);
		buf_release(&why);
	}
}

static void test_errors(void **state)
{
	static const struct {
		const char *text, *why; /* what it begins with */
	} cases[] = {
		{ "", "parse error: premature EOF" },
		{ "{\"a\":1", "parse error: premature EOF" },
		{ "\"a", "parse error: premature EOF" },
		{ "{'a':1}", "lexical error: invalid char in json text" },
		{ "{\"a\" 1}", "parse error: object key and value must be" },
		{ "[1,]", "parse error: unallowed token" },
		{ "{} x", "parse error: trailing garbage" },
		{ "{}{}", "parse error: trailing garbage" },
		{ "\"a\nb\"", "lexical error: invalid character inside str" },
		{ "\"\\x41\"", "lexical error: inside a string" },
		{ "\"\\u12g4\"", "lexical error: invalid (non-hex)" },
		{ "/* a */ {}", "lexical error: probable comment" },
		{ "nul", "lexical error: invalid string in json text" },
		{ "01", "parse error: trailing garbage" },
		{ "\"\xFF\"", "lexical error: invalid bytes in UTF8 string" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct buf said = { 0 }, why = { 0 };
		assert_false(
		    json_read(slice_of(cases[i].text), say, &said, &why));
		assert_true(
		    slice_starts(buf_slice(&why), slice_of(cases[i].why)));
		assert_non_null(strstr(buf_zstr(&why), ", at byte "));
		assert_null(strchr(buf_zstr(&why), '\n'));
		buf_release(&said);
		buf_release(&why);
	}
}

static void test_position(void **state)
{
	static const char *const cases[][2] = {
		{ "{\"a\": x}",
		  "lexical error: invalid char in json text, at byte 7" },
		{ "{\"a\": 1", "parse error: premature EOF, at byte 7" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct buf said = { 0 }, why = { 0 };
		assert_false(
		    json_read(slice_of(cases[i][0]), say, &said, &why));
		assert_string_equal(buf_zstr(&why), cases[i][1]);
		buf_release(&said);
		buf_release(&why);
	}
}

/* Nesting is memory, not stack. */
static void test_depth(void **state)
{
	enum {
		DEPTH = 500000
	};
	struct buf text = { 0 }, said = { 0 }, why = { 0 };
	(void)state;
	for (int i = 0; i < DEPTH; i++)
		buf_byte(&text, '[');
	for (int i = 0; i < DEPTH; i++)
		buf_byte(&text, ']');
	assert_true(json_read(buf_slice(&text), say, &said, &why));
	assert_int_equal(said.len, DEPTH * 4);
	buf_release(&text);
	buf_release(&said);
	buf_release(&why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_events),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_position),
		cmocka_unit_test(test_depth),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
