/*
 * pool.c - threads that take the next index off a counter until none is left.
 * Nobody waits for a slow neighbour, and no item is dealt out in advance.
 */
#include "base/pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "base/arena.h"

struct work {
	pool_fn *fn;
	void *ctx;
	size_t count;
	atomic_size_t next;
};

struct worker {
	struct work *work;
	pthread_t thread;
	unsigned number;
};

unsigned pool_default_jobs(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : (unsigned)n;
}

static void *work_on(void *ctx)
{
	struct worker *self = ctx;
	struct work *work = self->work;
	size_t i;

	while ((i = atomic_fetch_add(&work->next, 1)) < work->count)
		work->fn(work->ctx, self->number, i);
	return NULL;
}

void pool_run(unsigned jobs, size_t count, pool_fn *fn, void *ctx)
{
	struct work work = { .fn = fn, .ctx = ctx, .count = count };
	struct arena a = { 0 };
	struct worker *workers;
	unsigned started = 1; /* the caller */

	if (jobs > count)
		jobs = (unsigned)count;
	if (!jobs)
		jobs = 1;
	workers = ARENA_ARRAY(&a, struct worker, jobs);
	for (unsigned i = 0; i < jobs; i++)
		workers[i] = (struct worker){ .work = &work, .number = i };

	while (started < jobs && !pthread_create(&workers[started].thread, NULL,
						 work_on, &workers[started]))
		started++;
	work_on(&workers[0]);
	for (unsigned i = 1; i < started; i++)
		if (pthread_join(workers[i].thread, NULL))
			BUG("a thread that cannot be joined");
	arena_release(&a);
}
