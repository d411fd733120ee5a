/*
 * test_pool.c - every index once, whatever the number of threads.
 */
#include "base/pool.h"

#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>

#include <cmocka.h>

enum {
	MAX_COUNT = 20000,
	MAX_JOBS = 16
};

struct seen {
	unsigned jobs;
	unsigned char times[MAX_COUNT]; /* without a lock: one index, one
					   visitor */
	size_t by_worker[MAX_JOBS];
	atomic_bool bad_worker;
};

static void see(void *ctx, unsigned worker, size_t index)
{
	struct seen *seen = ctx;

	if (worker >= seen->jobs) {
		atomic_store(&seen->bad_worker, true);
		return;
	}
	seen->times[index]++;
	seen->by_worker[worker]++;
}

static void test_each_index_once(void **state)
{
	static const struct {
		unsigned jobs;
		size_t count;
	} cases[] = { { 1, 0 },	    { 1, 1 },	   { 1, 1000 },
		      { 2, 0 },	    { 2, 1 },	   { 4, 3 },
		      { 2, 20000 }, { 16, 20000 }, { 16, 16 } };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		static struct seen seen;
		size_t sum = 0;

		memset(&seen, 0, sizeof seen);
		seen.jobs = cases[i].jobs;
		pool_run(cases[i].jobs, cases[i].count, see, &seen);
		assert_false(atomic_load(&seen.bad_worker));
		for (size_t k = 0; k < MAX_COUNT; k++)
			assert_int_equal(seen.times[k], k < cases[i].count);
		for (size_t k = 0; k < MAX_JOBS; k++)
			sum += seen.by_worker[k];
		assert_int_equal(sum, cases[i].count);
	}
}

static void test_no_jobs_is_one(void **state)
{
	static struct seen seen = { .jobs = 1 };

	(void)state;
	pool_run(0, 10, see, &seen);
	assert_int_equal(seen.by_worker[0], 10);
}

/* Both items wait for the other: it ends only if two threads run at once. */
static void meet(void *ctx, unsigned worker, size_t index)
{
	atomic_int *here = ctx;

	(void)worker;
	(void)index;
	atomic_fetch_add(here, 1);
	while (atomic_load(here) < 2)
		sched_yield();
}

static void test_work_is_done_at_the_same_time(void **state)
{
	atomic_int here = 0;

	(void)state;
	pool_run(2, 2, meet, &here);
	assert_int_equal(atomic_load(&here), 2);
}

static void test_default_jobs(void **state)
{
	(void)state;
	assert_in_range(pool_default_jobs(), 1, 100000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_index_once),
		cmocka_unit_test(test_no_jobs_is_one),
		cmocka_unit_test(test_work_is_done_at_the_same_time),
		cmocka_unit_test(test_default_jobs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
