/*
 * buf.h - a growable run of bytes that owns its memory, for output; and
 * VEC(T), a growable array. {0} is an empty one of either. Growing cannot
 * fail: it stops the program with the size that was asked for.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/slice.h"

struct buf {
	char *ptr;
	size_t len, cap;
};

void buf_reserve(struct buf *b, size_t more);
void buf_add(struct buf *b, struct slice s);
void buf_byte(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* The content with a NUL behind it (the NUL does not count in len). */
const char *buf_zstr(struct buf *b);
static inline struct slice buf_slice(const struct buf *b)
{
	return slice_make(b->ptr, b->len);
}
static inline void buf_clear(struct buf *b)
{
	b->len = 0;
}
void buf_release(struct buf *b);

#define VEC(T)                                                                 \
	struct {                                                               \
		T *items;                                                      \
		size_t count, cap;                                             \
	}
#define vec_push(v, ...)                                                       \
	((v)->count == (v)->cap                                                \
	     ? (void)((v)->items =                                             \
			  vec_grow((v)->items, &(v)->cap, sizeof *(v)->items)) \
	     : (void)0,                                                        \
	 (v)->items[(v)->count++] = __VA_ARGS__)
#define vec_release(v)                                                         \
	(vec_free((v)->items), (v)->items = NULL, (v)->count = (v)->cap = 0)
/* Gives back the room for more. */
#define vec_trim(v)                                                            \
	((v)->items = vec_shrink((v)->items, &(v)->cap, (v)->count,            \
				 sizeof *(v)->items))
void *vec_grow(void *items, size_t *cap, size_t size);
void *vec_shrink(void *items, size_t *cap, size_t count, size_t size);
void vec_free(void *items);

#endif
