/*
 * load.c - times what comes before the first page: finding the sources,
 * loading (decoding, cleaning, keeping), making the archive of it, and reading
 * each article once more, as its page does. For `make bench`.
 *
 *   load SITE [JOBS]    a line a stage: name, seconds, CPU seconds, articles
 *                       a second, peak memory of the process in KiB by then
 */
#include "archive/archive.h"
#include "base/pool.h"
#include "loader/loader.h"

#include <sys/resource.h>

struct stage {
	const char *name;
	double wall, cpu;
	long peak;
};

struct bench {
	struct loader *loader;
	struct loader_worker **readers;
	struct archive_builder *builder;
	const struct archive *archive;
	struct diag *diag;
	struct arena arena;
	unsigned jobs;
};

static double now(clockid_t clock)
{
	struct timespec t;
	if (clock_gettime(clock, &t))
		BUG("a clock that does not exist");
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* --- the stages ----------------------------------------------------------- */

static void scan(struct bench *b)
{
	loader_scan(b->loader, b->diag);
}

static void take(void *ctx, unsigned worker, const struct document *doc)
{
	archive_add(ctx, worker, doc);
}

static void load_one(void *ctx, unsigned worker, size_t unit)
{
	struct bench *b = ctx;
	loader_load(b->loader, b->readers[worker], (uint32_t)unit, take,
		    b->builder, worker, b->diag);
}

static void load(struct bench *b)
{
	pool_run(b->jobs, loader_units(b->loader), load_one, b);
}

static void finish(struct bench *b)
{
	const struct archive_options options = { .jobs = b->jobs };
	b->archive = archive_finish(b->builder, &options, b->diag);
}

static void read_one(void *ctx, unsigned worker, size_t number)
{
	struct bench *b = ctx;
	const struct article *article = &b->archive->articles[number];
	const struct document *doc =
	    loader_read(b->loader, b->readers[worker], &article->where, NULL);
	if (!doc || doc->fingerprint != article->fingerprint)
		BUG("an article that is not what it was a moment ago");
}

static void read_again(struct bench *b)
{
	pool_run(b->jobs, b->archive->count, read_one, b);
}

/* -------------------------------------------------------------------------- */

static struct stage timed(const char *name, void (*fn)(struct bench *),
			  struct bench *b)
{
	struct rusage usage = { 0 };
	double wall = now(CLOCK_MONOTONIC);
	double cpu = now(CLOCK_PROCESS_CPUTIME_ID);
	fn(b);
	wall = now(CLOCK_MONOTONIC) - wall;
	cpu = now(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	getrusage(RUSAGE_SELF, &usage);
	return (struct stage){ name, wall, cpu, usage.ru_maxrss };
}

static void run(struct bench *b)
{
	const struct stage stages[] = {
		timed("scan", scan, b),
		timed("load", load, b),
		timed("finish", finish, b),
		timed("again", read_again, b),
	};
	printf("%u articles, %u threads\n", b->archive->count, b->jobs);
	for (size_t i = 0; i < COUNT_OF(stages); i++)
		printf("%-6s %8.3f s %8.3f s CPU %9.0f articles/s %8ld KiB\n",
		       stages[i].name, stages[i].wall, stages[i].cpu,
		       b->archive->count / stages[i].wall, stages[i].peak);
}

int main(int argc, char **argv)
{
	static const char *const folders[] = { "content", NULL };
	struct loader_options options = { .folders = folders };
	struct bench b = { .diag = diag_new(), .jobs = pool_default_jobs() };
	unsigned long jobs;
	arena_share_blocks();
	if (argc > 1)
		options.root = argv[1];
	if (argc > 2 && slice_number(slice_of(argv[2]), 256, &jobs) && jobs)
		b.jobs = (unsigned)jobs;
	if (options.root)
		b.loader = loader_open(&options, b.diag);
	if (b.loader) {
		b.readers =
		    ARENA_ARRAY(&b.arena, struct loader_worker *, b.jobs);
		for (unsigned i = 0; i < b.jobs; i++)
			b.readers[i] = loader_worker_new();
		b.builder = archive_begin(b.jobs);
		run(&b);
		for (unsigned i = 0; i < b.jobs; i++)
			loader_worker_free(b.readers[i]);
		archive_free(b.builder);
	}
	loader_close(b.loader);
	arena_release(&b.arena);
	int status = b.loader ? diag_status(b.diag, false) : 2;
	diag_free(b.diag);
	return status;
}
