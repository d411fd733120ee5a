/*
 * buf.c - growing runs of bytes and arrays, by doubling. With arena.c the only
 * caller of malloc.
 */
#define MAY_ALLOCATE
#include "base/buf.h"

#include <stdarg.h>

enum {
	BUF_MIN = 64,
	VEC_MIN = 8,
};

static void *resize(void *p, size_t n)
{
	p = n <= PTRDIFF_MAX ? realloc(p, n) : NULL;
	if (!p)
		base_no_memory(n);
	return p;
}

void buf_reserve(struct buf *b, size_t more)
{
	size_t need = b->len + more;
	size_t cap = b->cap ? b->cap : BUF_MIN;

	if (need < more)
		base_no_memory(SIZE_MAX);
	if (need <= b->cap)
		return;
	cap = b->cap > SIZE_MAX / 2 ? need : cap;
	while (cap < need)
		cap = cap > SIZE_MAX / 2 ? need : cap * 2;
	b->ptr = resize(b->ptr, cap);
	b->cap = cap;
}

void buf_add(struct buf *b, struct slice s)
{
	if (!s.len)
		return;
	buf_reserve(b, s.len);
	memcpy(b->ptr + b->len, s.ptr, s.len);
	b->len += s.len;
}

void buf_byte(struct buf *b, char c)
{
	buf_reserve(b, 1);
	b->ptr[b->len++] = c;
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list args;
	int n;

	/* Mostly it fits, so print first and measure by doing so. */
	buf_reserve(b, BUF_MIN);
	va_start(args, fmt);
	n = vsnprintf(b->ptr + b->len, b->cap - b->len, fmt, args);
	va_end(args);
	if (n < 0)
		BUG("a format that printf refuses");

	if ((size_t)n >= b->cap - b->len) {
		buf_reserve(b, (size_t)n + 1);
		va_start(args, fmt);
		vsnprintf(b->ptr + b->len, b->cap - b->len, fmt, args);
		va_end(args);
	}
	b->len += (size_t)n;
}

const char *buf_zstr(struct buf *b)
{
	buf_reserve(b, 1);
	b->ptr[b->len] = '\0';
	return b->ptr;
}

void buf_release(struct buf *b)
{
	free(b->ptr);
	*b = (struct buf){ 0 };
}

void *vec_grow(void *items, size_t *cap, size_t size)
{
	size_t more = *cap ? *cap * 2 : VEC_MIN;

	if (more < *cap || more > SIZE_MAX / size)
		base_no_memory(SIZE_MAX);
	items = resize(items, more * size);
	*cap = more;
	return items;
}

void *vec_shrink(void *items, size_t *cap, size_t count, size_t size)
{
	if (count == *cap)
		return items;
	*cap = count;
	if (count)
		return resize(items, count * size);
	free(items);
	return NULL;
}

void vec_free(void *items)
{
	free(items);
}
