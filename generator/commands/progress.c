/*
 * progress.c - see progress.h. The clock reaches the terminal only, never a
 * page.
 */
#include "commands/progress.h"

#include "base/arena.h"

#include <stdatomic.h>
#include <unistd.h>

enum {
	INTERVAL_MS = 150
};

struct progress {
	struct arena arena;
	const char *what;
	size_t total;
	atomic_size_t done;
	int64_t start, printed; /* milliseconds */
};

static int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct progress *progress_new(const char *what, size_t total, bool quiet)
{
	struct arena arena = { 0 };
	if (quiet || !isatty(STDERR_FILENO))
		return NULL;
	struct progress *p = ARENA_NEW(&arena, struct progress);
	p->arena = arena;
	p->what = what;
	p->total = total;
	p->start = p->printed = now_ms();
	return p;
}

void progress_step(struct progress *p, unsigned worker)
{
	if (!p)
		return;
	size_t done = atomic_fetch_add(&p->done, 1) + 1;
	if (worker != 0)
		return;
	int64_t now = now_ms();
	if (now - p->printed < INTERVAL_MS)
		return;
	p->printed = now;
	double seconds = (double)(now - p->start) / 1000;
	double rate = (double)done / seconds;
	fprintf(stderr, "\r\x1b[K%zu of %zu %s, %.0f a second, %.0f s to go",
		done, p->total, p->what, rate,
		(double)(p->total - done) / rate);
	fflush(stderr);
}

void progress_free(struct progress *p)
{
	if (!p)
		return;
	fputs("\r\x1b[K", stderr);
	struct arena arena = p->arena; /* p itself lives in it */
	arena_release(&arena);
}
