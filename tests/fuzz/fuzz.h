/*
 * fuzz.h - what the fuzz targets share: how a broken promise ends a run, and
 * yardsticks that do not come from the code they measure. A target is a file
 * here with one function; it asserts what must hold of any bytes, not only
 * that nothing crashes. See run.sh.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "base/date.h"
#include "base/diag.h"
#include "base/text.h"

#include <utf8proc.h>

/* libFuzzer's entry. What a target keeps between inputs it never frees. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline struct slice input_of(const uint8_t *data, size_t size)
{
	return slice_make((const char *)data, size);
}

/* A promise: if it does not hold, libFuzzer keeps the input. */
#define HOLDS(condition)                                                       \
	((condition) ? (void)0 : broken(#condition, __FILE__, __LINE__))

static inline void broken(const char *promise, const char *file, int line)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, promise);
	abort();
}

/* By utf8proc, which the program does not use for this. */
static inline bool is_utf8(struct slice s)
{
	utf8proc_int32_t c;
	for (size_t at = 0; at < s.len;) {
		utf8proc_ssize_t n =
		    utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at,
				     (utf8proc_ssize_t)(s.len - at), &c);
		if (n <= 0)
			return false;
		at += (size_t)n;
	}
	return true;
}

/* Whether a character begins at `at`, or the text ends there. */
static inline bool is_boundary(struct slice s, size_t at)
{
	return at == s.len ||
	       (at < s.len && ((unsigned char)s.ptr[at] & 0xC0) != 0x80);
}

static inline bool is_inside(struct slice part, struct slice whole)
{
	return !part.len || (part.ptr >= whole.ptr &&
			     part.ptr + part.len <= whole.ptr + whole.len);
}

static inline bool is_date(struct date d)
{
	return date_valid(d.year, d.month, d.day) &&
	       date_eq(date_from_days(date_to_days(d)), d);
}

/*
 * The letters and digits of texts as a multiset: what was put in with 1 and
 * taken out with -1 leaves nothing. So nothing is lost and nothing doubled.
 */
struct letters {
	int count[4096]; /* by code point, modulo */
};

static inline void letters_add(struct letters *l, struct slice s, int sign)
{
	size_t at = 0;
	for (int32_t c; (c = text_next(s, &at)) >= 0;)
		if (text_is_alnum(c))
			l->count[c % (int)COUNT_OF(l->count)] += sign;
}

/* How many were put in and not taken out. */
static inline int letters_missing(const struct letters *l)
{
	int missing = 0;
	for (size_t i = 0; i < COUNT_OF(l->count); i++)
		missing += l->count[i] > 0 ? l->count[i] : 0;
	return missing;
}

static inline bool letters_are_none(const struct letters *l)
{
	for (size_t i = 0; i < COUNT_OF(l->count); i++)
		if (l->count[i])
			return false;
	return true;
}

#endif
