/*
 * visible.c - see visible.h. It decodes for itself: what it is given need not
 * be valid, unlike all other text here.
 */
#include "base/visible.h"

/* The length of the UTF-8 sequence at s.ptr[at], or 0 if it is none. */
static size_t decode(struct slice s, size_t at, uint32_t *code)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned char lead = (unsigned char)s.ptr[at];
	size_t n = lead < 0x80	 ? 1
		   : lead < 0xc0 ? 0
		   : lead < 0xe0 ? 2
		   : lead < 0xf0 ? 3
		   : lead < 0xf8 ? 4
				 : 0;
	uint32_t c = n > 1 ? lead & (0x7fu >> n) : lead;

	if (!n || n > s.len - at)
		return 0;
	for (size_t i = 1; i < n; i++) {
		unsigned char more = (unsigned char)s.ptr[at + i];

		if ((more & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (more & 0x3f);
	}
	if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	*code = c;
	return n;
}

/* C1 controls, and those that make a line read in another order. */
static bool is_unsafe(uint32_t c)
{
	return (c >= 0x80 && c <= 0x9f) || (c >= 0x202a && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069);
}

void visible_add(struct buf *out, struct slice s)
{
	for (size_t at = 0, n; at < s.len; at += n) {
		uint32_t c = 0;

		n = decode(s, at, &c);
		if (!n || c < 0x20 || c == 0x7f) {
			n = 1;
			buf_printf(out, "\\x%02x", (unsigned char)s.ptr[at]);
		} else if (is_unsafe(c)) {
			buf_printf(out, "\\u%04x", (unsigned)c);
		} else {
			buf_add(out, slice_sub(s, at, at + n));
		}
	}
}

bool visible_as_is(struct slice s)
{
	struct buf shown = { 0 };
	visible_add(&shown, s);
	bool same = slice_eq(buf_slice(&shown), s);
	buf_release(&shown);
	return same;
}
