/*
 * arena.c - bump allocation in a list of blocks. The head of the list is the
 * block that is being filled; a request too big for a block of the usual size
 * gets one of its own behind the head, so that the head's rest is not lost.
 * With buf.c the only caller of malloc.
 */
#define MAY_ALLOCATE
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum {
	BLOCK_MIN = 4 * 1024,
	BLOCK_MAX = 1024 * 1024,
	KEPT_FREE = 4 * BLOCK_MAX, /* by a heap, for what comes and goes */
};

struct arena_block {
	struct arena_block *next;
	size_t cap, used;
	alignas(max_align_t) char bytes[];
};

static struct arena_block *block_new(struct arena *a, size_t cap)
{
	struct arena_block *block = NULL;

	if (cap <= PTRDIFF_MAX - sizeof *block)
		block = malloc(sizeof *block + cap);
	if (!block)
		base_no_memory(cap);
	block->next = NULL;
	block->cap = cap;
	block->used = 0;
	a->total += sizeof *block + cap;
	return block;
}

#ifdef ARENA_DEBUG

static void *take(struct arena *a, size_t n, size_t align)
{
	struct arena_block *block = block_new(a, n);

	(void)align;
	block->next = a->head;
	a->head = block;
	return block->bytes;
}

#else

/* Blocks double, so that a small arena stays small and a big one has few. */
static size_t next_cap(const struct arena *a)
{
	size_t cap = a->head ? a->head->cap * 2 : BLOCK_MIN;

	if (cap < BLOCK_MIN)
		return BLOCK_MIN;
	return cap > BLOCK_MAX ? BLOCK_MAX : cap;
}

/* The memory of a request that the head block has no room for. */
static void *take_new(struct arena *a, size_t n)
{
	size_t cap = next_cap(a);
	bool own = n > cap / 4 && a->head;
	struct arena_block *block = block_new(a, own || n > cap ? n : cap);

	block->used = n;
	if (own) {
		block->next = a->head->next;
		a->head->next = block;
	} else {
		block->next = a->head;
		a->head = block;
	}
	return block->bytes;
}

static void *take(struct arena *a, size_t n, size_t align)
{
	struct arena_block *head = a->head;

	if (head) {
		size_t from = (head->used + align - 1) & ~(align - 1);

		if (from <= head->cap && n <= head->cap - from) {
			head->used = from + n;
			return head->bytes + from;
		}
	}
	return take_new(a, n);
}

#endif

void *arena_alloc(struct arena *a, size_t n)
{
	/* One byte for nothing: every pointer is another one. */
	void *p = take(a, n ? n : 1, alignof(max_align_t));

	return memset(p, 0, n ? n : 1);
}

void *arena_array(struct arena *a, size_t size, size_t n)
{
	if (size && n > SIZE_MAX / size)
		base_no_memory(SIZE_MAX);
	return arena_alloc(a, size * n);
}

struct slice arena_copy(struct arena *a, struct slice s)
{
	/* An absent text (NULL) stays one, and nothing needs no memory. */
	if (!s.len)
		return slice_make(s.ptr ? "" : NULL, 0);
	return slice_make(memcpy(take(a, s.len, 1), s.ptr, s.len), s.len);
}

char *arena_zstr(struct arena *a, struct slice s)
{
	char *copy;

	if (s.len == SIZE_MAX)
		base_no_memory(s.len);
	copy = take(a, s.len + 1, 1);
	if (s.len)
		memcpy(copy, s.ptr, s.len);
	copy[s.len] = '\0';
	return copy;
}

struct slice arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list args;
	char *text;
	int n;

	if (!fmt)
		BUG("no format to print by");
	va_start(args, fmt);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n < 0)
		BUG("a format that printf refuses");

	text = take(a, (size_t)n + 1, 1);
	va_start(args, fmt);
	vsnprintf(text, (size_t)n + 1, fmt, args);
	va_end(args);
	return slice_make(text, (size_t)n);
}

void arena_clear(struct arena *a)
{
#ifdef ARENA_DEBUG
	/* Keep nothing: a sanitizer shall see who still reads it. */
	arena_release(a);
#else
	struct arena_block *largest = a->head, *next;

	for (struct arena_block *b = a->head; b; b = b->next)
		if (b->cap > largest->cap)
			largest = b;
	for (struct arena_block *b = a->head; b; b = next) {
		next = b->next;
		if (b != largest)
			free(b);
	}
	a->head = largest;
	a->total = 0;
	if (largest) {
		largest->next = NULL;
		largest->used = 0;
		a->total = sizeof *largest + largest->cap;
	}
#endif
}

void arena_release(struct arena *a)
{
	struct arena_block *next;

	for (struct arena_block *b = a->head; b; b = next) {
		next = b->next;
		free(b);
	}
	a->head = NULL;
	a->total = 0;
}

void arena_share_blocks(void)
{
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, BLOCK_MAX);
	mallopt(M_TRIM_THRESHOLD, KEPT_FREE);
#endif
}
