/*
 * arena.h - memory that is given back all at once. The run's arena owns what
 * lives to the end, a scratch arena owns the rest. Allocation cannot fail: it
 * stops the program with the size that was asked for. Not thread-safe: each
 * worker has its own. With -DARENA_DEBUG every allocation is its own malloc,
 * so that a sanitizer sees one byte too many.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/slice.h"

struct arena_block;
struct arena {
	struct arena_block *head;
	size_t total; /* bytes taken from the system */
};

/* Zeroed memory, aligned for any type. n == 0 gives a unique pointer. */
void *arena_alloc(struct arena *a, size_t n);
#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_array((a), sizeof(type), (n)))
void *arena_array(struct arena *a, size_t size, size_t n);

/* A copy that the arena owns. These two have a NUL behind it: arena_zstr's,
 * and arena_printf's, whose .ptr is a string therefore. */
struct slice arena_copy(struct arena *a, struct slice s);
char *arena_zstr(struct arena *a, struct slice s);
struct slice arena_printf(struct arena *a, const char *fmt, ...)
    PRINTF_LIKE(2, 3);

/* Forgets all content but keeps the largest block for the next round. */
void arena_clear(struct arena *a);
/* Gives everything back; the arena can be used again. */
void arena_release(struct arena *a);

/*
 * To be called before the first thread. What a thread's arenas give back shall
 * be there for the others: glibc keeps blocks of sizes that were given back
 * once, in a heap of each thread. A hint; without it only more memory is
 * needed.
 */
void arena_share_blocks(void);

#endif
