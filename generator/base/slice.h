/*
 * slice.h - a borrowed run of bytes. Not NUL-terminated, passed by value,
 * owns nothing: it lives as long as what it points into. Nothing here copies.
 */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include "base/base.h"

struct slice {
	const char *ptr;
	size_t len;
};

/* A literal as a slice, for expressions and for static initialisers. */
#define SLICE(lit) ((struct slice){ (lit), sizeof(lit) - 1 })
#define SLICE_INIT(lit)                                                        \
	{                                                                      \
		(lit), sizeof(lit) - 1                                         \
	}
/* For printf: printf("%.*s", SLICE_ARG(s)). */
#define SLICE_ARG(s) (int)(s).len, (s).ptr

static inline struct slice slice_make(const char *ptr, size_t len)
{
	struct slice s = { ptr, len };
	return s;
}

/* Of a NUL-terminated string; NULL gives the empty slice. */
static inline struct slice slice_of(const char *zstr)
{
	return slice_make(zstr, zstr ? strlen(zstr) : 0);
}

/* Bytes [from, to) of s; both are clamped to its length. */
static inline struct slice slice_sub(struct slice s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from > to)
		from = to;
	return slice_make(s.ptr ? s.ptr + from : NULL, to - from);
}

static inline struct slice slice_from(struct slice s, size_t from)
{
	return slice_sub(s, from, s.len);
}

static inline bool slice_eq(struct slice a, struct slice b)
{
	return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Byte order, as memcmp; a prefix sorts first. */
static inline int slice_cmp(struct slice a, struct slice b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int c = n ? memcmp(a.ptr, b.ptr, n) : 0;
	return c ? c : (a.len > b.len) - (a.len < b.len);
}

static inline bool slice_starts(struct slice s, struct slice with)
{
	return s.len >= with.len && slice_eq(slice_sub(s, 0, with.len), with);
}

static inline bool slice_ends(struct slice s, struct slice with)
{
	return s.len >= with.len &&
	       slice_eq(slice_from(s, s.len - with.len), with);
}

static inline bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' ||
	       c == '\f';
}

static inline bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Letters of ASCII, whatever the locale. */
static inline bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool is_ascii_letter(char c)
{
	return is_small(c) || is_capital(c);
}

static inline char to_small(char c)
{
	return is_capital(c) ? (char)(c + ('a' - 'A')) : c;
}

/* Without the ASCII blanks at either end. */
static inline struct slice slice_trim(struct slice s)
{
	while (s.len && is_blank(s.ptr[0]))
		s.ptr++, s.len--;
	while (s.len && is_blank(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

/* Index of the first byte c at or after from, or s.len. */
static inline size_t slice_find(struct slice s, char c, size_t from)
{
	if (from >= s.len)
		return s.len;
	const char *p = (const char *)memchr(s.ptr + from, c, s.len - from);
	return p ? (size_t)(p - s.ptr) : s.len;
}

/*
 * Takes the part of *rest before the first `at` into *part and leaves what
 * follows it in *rest. False when *rest is exhausted. A last part without
 * `at` behind it counts; an `at` at the very end does not start another.
 */
static inline bool slice_cut(struct slice *rest, char at, struct slice *part)
{
	if (!rest->len)
		return false;
	size_t i = slice_find(*rest, at, 0);
	*part = slice_sub(*rest, 0, i);
	*rest = slice_from(*rest, i + 1);
	return true;
}

/* Index of the first byte at or after `at` that is no ASCII blank, or s.len. */
static inline size_t slice_skip_blanks(struct slice s, size_t at)
{
	while (at < s.len && is_blank(s.ptr[at]))
		at++;
	return at;
}

/* How many of its bytes are c. */
size_t slice_count(struct slice s, char c);
/* How many runs of bytes that are no ASCII blanks it has. */
size_t slice_words(struct slice s);

/*
 * A decimal number that fills the slice, at most `max`. False for anything
 * else (empty, sign, blank, too large).
 */
static inline bool slice_number(struct slice s, unsigned long max,
				unsigned long *out)
{
	unsigned long n = 0;
	if (!s.len)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (!is_digit(s.ptr[i]))
			return false;
		unsigned long d = (unsigned long)(s.ptr[i] - '0');
		if (d > max || n > (max - d) / 10)
			return false;
		n = n * 10 + d;
	}
	*out = n;
	return true;
}

#endif
