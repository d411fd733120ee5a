/*
 * test_buf.c - growing bytes and arrays.
 */
#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void test_nothing_is_an_empty_buffer(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_add(&b, slice_of(NULL));
	assert_int_equal(buf_slice(&b).len, 0);
	assert_null(b.ptr);
	assert_string_equal(buf_zstr(&b), "");
	assert_int_equal(b.len, 0);
	buf_release(&b);
	assert_null(b.ptr);
	assert_int_equal(b.cap, 0);
}

static void test_content_survives_growing(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_byte(&b, (char)(i % 251));
	assert_int_equal(b.len, 100000);
	for (int i = 0; i < 100000; i++)
		assert_int_equal((unsigned char)b.ptr[i], i % 251);
	buf_release(&b);
}

static void test_add_and_clear(void **state)
{
	struct buf b = { 0 };
	size_t cap;

	(void)state;
	buf_add(&b, SLICE("Baca"));
	buf_byte(&b, ' ');
	buf_add(&b, SLICE("juga"));
	assert_true(slice_eq(buf_slice(&b), SLICE("Baca juga")));
	cap = b.cap;
	buf_clear(&b);
	assert_int_equal(b.len, 0);
	assert_int_equal(b.cap, cap);
	buf_release(&b);
}

static void test_reserve_makes_room_at_once(void **state)
{
	struct buf b = { 0 };
	char *before;

	(void)state;
	buf_reserve(&b, 1000);
	before = b.ptr;
	for (int i = 0; i < 1000; i++)
		buf_byte(&b, 'x');
	assert_ptr_equal(b.ptr, before);
	buf_release(&b);
}

/* Around the room that printf is given at first, each length must fit. */
static void test_printf_of_every_length(void **state)
{
	(void)state;
	for (int width = 1; width < 300; width++) {
		struct buf b = { 0 };

		buf_add(&b, SLICE("<"));
		buf_printf(&b, "%*d>", width, 7);
		assert_int_equal(b.len, width + 2);
		assert_true(slice_ends(buf_slice(&b), SLICE("7>")));
		assert_int_equal(strlen(buf_zstr(&b)), b.len);
		buf_release(&b);
	}
}

static void test_vec_keeps_what_was_pushed(void **state)
{
	struct pair {
		int a, b;
	};
	VEC(struct pair) v = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		vec_push(&v, (struct pair){ i, -i });
	assert_int_equal(v.count, 1000);
	for (int i = 0; i < 1000; i++) {
		assert_int_equal(v.items[i].a, i);
		assert_int_equal(v.items[i].b, -i);
	}
	vec_release(&v);
	assert_null(v.items);
	assert_int_equal(v.count + v.cap, 0);
}

static void test_vec_grows_again_when_trimmed(void **state)
{
	VEC(int) v = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		vec_push(&v, i);
	v.count = 700;
	vec_trim(&v);
	assert_int_equal(v.cap, 700);
	for (int i = 700; i < 2000; i++)
		vec_push(&v, i);
	for (int i = 0; i < 2000; i++)
		assert_int_equal(v.items[i], i);
	v.count = 0;
	vec_trim(&v);
	assert_null(v.items);
	assert_int_equal(v.cap, 0);
	vec_push(&v, 7);
	assert_int_equal(v.items[0], 7);
	vec_release(&v);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_is_an_empty_buffer),
		cmocka_unit_test(test_content_survives_growing),
		cmocka_unit_test(test_add_and_clear),
		cmocka_unit_test(test_reserve_makes_room_at_once),
		cmocka_unit_test(test_printf_of_every_length),
		cmocka_unit_test(test_vec_keeps_what_was_pushed),
		cmocka_unit_test(test_vec_grows_again_when_trimmed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
