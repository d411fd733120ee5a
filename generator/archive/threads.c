/*
 * threads.c - the articles that references join, as threads: the connected
 * parts of the graph of references, whichever way they point. Found with
 * union and find (Tarjan 1975, paths halved), the lower number as root: so the
 * root of a thread is its first article.
 *
 * A reference over more than a year joins nothing: it is background, not the
 * story going on. Without this all of an old archive is one thread.
 */
#include "archive/internal.h"

enum {
	THREAD_GAP = 366 /* days */
};

static uint32_t find_root(uint32_t *parent, uint32_t i)
{
	while (parent[i] != i) {
		parent[i] = parent[parent[i]];
		i = parent[i];
	}
	return i;
}

static void join(uint32_t *parent, uint32_t i, uint32_t k)
{
	i = find_root(parent, i);
	k = find_root(parent, k);
	parent[i > k ? i : k] = i > k ? k : i;
}

static bool is_background(struct date a, struct date b)
{
	return date_known(a) && date_known(b) &&
	       abs(date_to_days(a) - date_to_days(b)) > THREAD_GAP;
}

static void join_all(const struct archive *x, uint32_t *parent)
{
	for (uint32_t i = 0; i < x->count; i++)
		parent[i] = i;
	for (uint32_t i = 0; i < x->count; i++)
		for (uint32_t k = 0; k < x->articles[i].reference_count; k++) {
			uint32_t to = x->articles[i].references[k].target;
			if (to != NO_ARTICLE &&
			    !is_background(x->articles[i].date,
					   x->articles[to].date))
				join(parent, i, to);
		}
}

/* Begins a thread at each root that has more than itself. */
static void begin_threads(struct archive_builder *b, const uint32_t *parent,
			  uint32_t *places, struct thread *threads,
			  uint32_t *thread_of)
{
	struct archive *x = &b->archive;
	uint32_t *size = ARENA_ARRAY(&b->scratch, uint32_t, x->count);
	for (uint32_t i = 0; i < x->count; i++)
		size[parent[i]]++;
	for (uint32_t i = 0; i < x->count; i++) {
		thread_of[i] = NO_THREAD;
		if (parent[i] != i || size[i] < 2)
			continue;
		thread_of[i] = x->thread_count;
		threads[x->thread_count++].articles = places;
		places += size[i];
	}
}

void threads_index(struct archive_builder *b)
{
	struct archive *x = &b->archive;
	uint32_t *parent = ARENA_ARRAY(&b->scratch, uint32_t, x->count);
	uint32_t *thread_of = ARENA_ARRAY(&b->arena, uint32_t, x->count);
	uint32_t *places = ARENA_ARRAY(&b->arena, uint32_t, x->count);
	struct thread *threads =
	    ARENA_ARRAY(&b->arena, struct thread, x->count / 2);
	join_all(x, parent);
	for (uint32_t i = 0; i < x->count; i++)
		parent[i] = find_root(parent, i);
	begin_threads(b, parent, places, threads, thread_of);
	for (uint32_t i = 0; i < x->count; i++) {
		thread_of[i] = thread_of[parent[i]];
		if (thread_of[i] == NO_THREAD)
			continue;
		struct thread *t = &threads[thread_of[i]];
		places[t->articles - places + t->count++] = i;
	}
	x->threads = threads;
	x->thread_of = thread_of;
}
