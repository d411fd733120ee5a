/*
 * test_arena.c - the arena hands out zeroed, aligned, distinct memory, and
 * stops the program when there is none.
 */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void test_alloc_is_zeroed_aligned_and_distinct(void **state)
{
	static const size_t sizes[] = { 0,    0,     1,	     3,	      16,
					1000, 70000, 100000, 2000000, 7 };
	struct arena a = { 0 };
	char *got[COUNT_OF(sizes)];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		got[i] = arena_alloc(&a, sizes[i]);
		assert_int_equal((uintptr_t)got[i] % _Alignof(max_align_t), 0);
		for (size_t k = 0; k < sizes[i]; k++)
			assert_int_equal(got[i][k], 0);
		memset(got[i], (int)i + 1, sizes[i]);
	}
	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		for (size_t k = 0; k < sizes[i]; k++)
			assert_int_equal(got[i][k], i + 1);
		for (size_t k = 0; k < i; k++)
			assert_ptr_not_equal(got[i], got[k]);
	}
	arena_release(&a);
}

static void test_reused_memory_is_zeroed(void **state)
{
	struct arena a = { 0 };

	(void)state;
	memset(arena_alloc(&a, 5000), 0xff, 5000);
	arena_clear(&a);
	for (size_t i = 0; i < 5000; i += 50) {
		const char *p = arena_alloc(&a, 50);

		for (size_t k = 0; k < 50; k++)
			assert_int_equal(p[k], 0);
	}
	arena_release(&a);
}

static void test_copies(void **state)
{
	char text[] = "Banjir";
	struct arena a = { 0 };
	struct slice copy = arena_copy(&a, slice_of(text));
	char *z = arena_zstr(&a, slice_sub(slice_of(text), 0, 3));
	struct slice printed = arena_printf(&a, "%s-%d", text, 42);

	(void)state;
	text[0] = 'X';
	assert_true(slice_eq(copy, SLICE("Banjir")));
	assert_string_equal(z, "Ban");
	assert_true(slice_eq(printed, SLICE("Banjir-42")));
	assert_string_equal(arena_zstr(&a, slice_of(NULL)), "");
	arena_release(&a);
}

static void test_an_absent_text_stays_absent(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_null(arena_copy(&a, slice_of(NULL)).ptr);
	assert_non_null(arena_copy(&a, slice_of("")).ptr);
	assert_int_equal(a.total, 0);
	arena_release(&a);
}

static void test_total_is_what_was_taken(void **state)
{
	struct arena a = { 0 };

	(void)state;
	arena_alloc(&a, 10);
	assert_in_range(a.total, 10, 66 * 1024);
	arena_alloc(&a, 5000000);
	assert_in_range(a.total, 5000010, 5000010 + 66 * 1024);
	arena_release(&a);
	assert_int_equal(a.total, 0);
	assert_null(a.head);
}

#ifndef ARENA_DEBUG
static void test_a_big_request_does_not_waste_the_block(void **state)
{
	struct arena a = { 0 };
	const char *first = arena_alloc(&a, 16), *third;

	(void)state;
	arena_alloc(&a, 3000000);
	third = arena_alloc(&a, 16);
	assert_ptr_equal(third, first + 16);
	arena_release(&a);
}

static void test_clear_keeps_the_largest_block(void **state)
{
	struct arena a = { 0 };
	size_t total;

	(void)state;
	for (int i = 0; i < 100; i++)
		arena_alloc(&a, 3000);
	arena_alloc(&a, 3000000);
	arena_clear(&a);
	total = a.total;
	assert_in_range(total, 3000000, 3000100);
	arena_alloc(&a, 2900000);
	assert_int_equal(a.total, total);
	arena_release(&a);
}

static void test_blocks_grow(void **state)
{
	struct arena a = { 0 };
	size_t blocks = 0, before = 0;

	(void)state;
	for (int i = 0; i < 100000; i++) {
		arena_alloc(&a, 160);
		blocks += a.total != before;
		before = a.total;
	}
	/* 4, 8 ... 512 KiB, and of 1 MiB as many as it takes. */
	assert_int_equal(blocks, 8 + 15);
	arena_release(&a);
}
#endif

/* The exit status of fn in a process of its own, and what it says. */
static int status_of(void (*fn)(void), char said[static 200])
{
	int status, ends[2];
	ssize_t n;
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (!pid) {
		dup2(ends[1], STDERR_FILENO);
		fn();
		_Exit(99);
	}
	close(ends[1]);
	n = read(ends[0], said, 199);
	said[n > 0 ? n : 0] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void ask_too_much(void)
{
	struct arena a = { 0 };

	arena_alloc(&a, SIZE_MAX - 5);
}

static void ask_too_many(void)
{
	struct arena a = { 0 };

	arena_array(&a, 16, SIZE_MAX / 16 + 2); /* wraps to 16 bytes */
}

static void test_without_memory_the_program_stops(void **state)
{
	char said[200];

	(void)state;
	assert_int_equal(status_of(ask_too_much, said), 3);
	assert_non_null(strstr(said, "out of memory"));
	assert_non_null(strstr(said, "18446744073709551610"));
	assert_int_equal(status_of(ask_too_many, said), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alloc_is_zeroed_aligned_and_distinct),
		cmocka_unit_test(test_reused_memory_is_zeroed),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_an_absent_text_stays_absent),
		cmocka_unit_test(test_total_is_what_was_taken),
#ifndef ARENA_DEBUG
		cmocka_unit_test(test_a_big_request_does_not_waste_the_block),
		cmocka_unit_test(test_clear_keeps_the_largest_block),
		cmocka_unit_test(test_blocks_grow),
#endif
		cmocka_unit_test(test_without_memory_the_program_stops),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
