/*
 * utf16.h - UTF-16 to UTF-8, in pieces of any length. Not iconv(3): that stops
 * at the first unpaired surrogate, and its converters are files that a small
 * container may not have.
 */
#ifndef BASE_UTF16_H
#define BASE_UTF16_H

#include "base/text.h"

enum utf16_order {
	UTF16_NONE, /* it is something else */
	UTF16_LITTLE,
	UTF16_BIG,
};
/*
 * By the head of a text, UTF16_HEAD bytes if there are so many: by a byte order
 * mark, or without one if of 8 units or more 7 in 10 have a zero in the one
 * byte, as text in Latin letters does, and at most 1 in 20 in the other.
 */
enum {
	UTF16_HEAD = 4096
};
enum utf16_order utf16_guess(struct slice head);

/* {order} to begin with. */
struct utf16 {
	enum utf16_order order;
	int32_t high; /* a surrogate that waits for its other half, or 0 */
	int32_t byte; /* the first of a unit, plus 1; or 0 */
};
/*
 * Appends the next piece as UTF-8. What is no character becomes U+FFFD, and is
 * counted as invalid.
 */
void utf16_add(struct utf16 *u, struct buf *out, struct slice piece,
	       struct text_repairs *done);
/* Says that nothing follows. */
void utf16_end(struct utf16 *u, struct buf *out, struct text_repairs *done);

#endif
