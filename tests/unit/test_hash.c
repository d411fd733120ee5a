/*
 * test_hash.c - the values are written into indexes and addresses, so they
 * must be the same for ever. The numbers here are those of `xxhsum -H3` and
 * `xxhsum -H2`.
 */
#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void test_known_values(void **state)
{
	static const struct {
		const char *text;
		uint64_t h64;
		const char *h128;
	} cases[] = {
		{ "", 0x2d06800538d394c2, "99aa06d3014798d86001c324468d497f" },
		{ "a", 0xe6c632b61e964e1f, "a96faf705af16834e6c632b61e964e1f" },
		{ "Banjir Jakarta", 0xfb3a13e2334257da,
		  "1eab88a3cb501e1efe273dd66edf06b4" },
		{ "Trump Tak Jamin Transfer Kekuasaan Berlangsung Damai "
		  "Jika Kalah Pilpres di Amerika Serikat 2020",
		  0xeceb48b0ab0906a9, "f7af5a185083287aa1ad8fe141f90da8" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice s = slice_of(cases[i].text);
		char hex[HASH128_HEX + 1];

		assert_true(hash64(s) == cases[i].h64);
		hash128_hex(hash128(s), hex);
		assert_string_equal(hex, cases[i].h128);
	}
}

static void test_nothing_is_the_empty_text(void **state)
{
	(void)state;
	assert_true(hash64(slice_of(NULL)) == hash64(SLICE("")));
	assert_true(hash128(slice_of(NULL)).low == hash128(SLICE("")).low);
}

static void test_parts_and_their_order_matter(void **state)
{
	uint64_t ab = hash64_more(hash64_more(0, SLICE("a")), SLICE("b"));
	uint64_t ba = hash64_more(hash64_more(0, SLICE("b")), SLICE("a"));

	(void)state;
	assert_true(ab != ba);
	assert_true(ab != hash64(SLICE("ab")));
	assert_true(hash64_more(0, SLICE("a")) == hash64(SLICE("a")));
	assert_true(hash64_more(1, SLICE("")) != hash64_more(2, SLICE("")));
}

static void test_hex_keeps_zeros(void **state)
{
	char hex[HASH128_HEX + 1];

	(void)state;
	hash128_hex((struct hash128){ 0xab, UINT64_C(0xf000000000000001) },
		    hex);
	assert_string_equal(hex, "00000000000000abf000000000000001");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_values),
		cmocka_unit_test(test_nothing_is_the_empty_text),
		cmocka_unit_test(test_parts_and_their_order_matter),
		cmocka_unit_test(test_hex_keeps_zeros),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
