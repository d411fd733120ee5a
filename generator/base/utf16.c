/*
 * utf16.c - see utf16.h. The Unicode Standard, 3.9, table 3-5.
 */
#include "base/utf16.h"

enum {
	UNITS_MIN = 8
};

enum utf16_order utf16_guess(struct slice head)
{
	size_t zeros[2] = { 0 }, units;

	if (slice_starts(head, SLICE("\xFF\xFE")))
		return UTF16_LITTLE;
	if (slice_starts(head, SLICE("\xFE\xFF")))
		return UTF16_BIG;
	head = slice_sub(head, 0, UTF16_HEAD);
	if (slice_find(head, '\0', 0) == head.len)
		return UTF16_NONE;
	units = head.len / 2;
	for (size_t i = 0; i < 2 * units; i++)
		zeros[i % 2] += !head.ptr[i];
	size_t most = zeros[zeros[1] > zeros[0]];
	size_t least = zeros[zeros[1] <= zeros[0]];
	if (units < UNITS_MIN || most * 10 < units * 7 || least * 20 > units)
		return UTF16_NONE;
	return zeros[1] > zeros[0] ? UTF16_LITTLE : UTF16_BIG;
}

static void add_lost(struct buf *out, struct text_repairs *done)
{
	text_add(out, 0xFFFD);
	text_count(done, REPAIR_INVALID, 1);
}

static void add_unit(struct utf16 *u, struct buf *out, int32_t unit,
		     struct text_repairs *done)
{
	bool low = unit >= 0xDC00 && unit < 0xE000;
	bool none = unit >= 0xFFFE; /* no character: XML forbids both */

	if (u->high && low) {
		text_add(out, 0x10000 + ((u->high - 0xD800) << 10) +
				  (unit - 0xDC00));
		u->high = 0;
		return;
	}
	if (u->high)
		add_lost(out, done);
	u->high = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
	if (low || none)
		add_lost(out, done);
	else if (!u->high)
		text_add(out, unit);
}

void utf16_add(struct utf16 *u, struct buf *out, struct slice piece,
	       struct text_repairs *done)
{
	for (size_t i = 0; i < piece.len; i++) {
		int32_t second = (unsigned char)piece.ptr[i];
		int32_t first = u->byte - 1;

		u->byte = 0;
		if (first < 0)
			u->byte = second + 1;
		else if (u->order == UTF16_BIG)
			add_unit(u, out, first << 8 | second, done);
		else
			add_unit(u, out, second << 8 | first, done);
	}
}

void utf16_end(struct utf16 *u, struct buf *out, struct text_repairs *done)
{
	if (u->high)
		add_lost(out, done);
	if (u->byte)
		add_lost(out, done);
	u->high = u->byte = 0;
}
