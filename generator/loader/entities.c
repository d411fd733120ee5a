/*
 * entities.c - HTML's names of characters that a scraper left in plain text:
 * "&nbsp;", "&amp;ldquo;", "&#8217;". Of 7,881 real articles 409 have some,
 * mostly escaped twice. Numbers of C1 controls mean Windows-1252, as in
 * browsers (HTML, 13.2.5.80). What is no known name stays as it is
 * ("R&D; ..."), and Markdown never comes here: it has a rule for them of its
 * own.
 */
#include "loader/internal.h"

#include "base/charset.h"
#include "base/text.h"

enum {
	NAME_MAX_BYTES = 8, /* "#x1F600" has seven */
	PASSES = 2,	    /* "&amp;nbsp;" */
};

struct entity {
	char name[NAME_MAX_BYTES + 1];
	uint16_t c;
};
static const struct entity entities[] = {
#include "loader/entities.def"
};

static int digit_value(char c)
{
	if (is_digit(c))
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* "#8217", "#x2019": a character that may stand in a text, or -1. */
static int32_t numbered(struct slice name)
{
	bool hex = name.len > 1 && (name.ptr[1] | 0x20) == 'x';
	size_t at = hex ? 2 : 1;
	int base = hex ? 16 : 10;
	int32_t c = 0;
	if (name.len < 2 || name.ptr[0] != '#' || at == name.len)
		return -1;
	for (; at < name.len; at++) {
		int digit = digit_value(name.ptr[at]);
		if (digit >= base)
			return -1;
		c = c * base + digit;
	}
	if (c == '\t' || c == '\n' || c == '\r')
		return ' ';
	if (c >= 0x80 && c < 0xA0)
		c = charset_char(CHARSET_CP1252, (unsigned char)c);
	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE ||
	    (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF)
		return -1;
	return c;
}

static int cmp_name(const void *key, const void *one)
{
	const struct slice *name = key;
	const struct entity *e = one;
	return slice_cmp(*name, slice_of(e->name));
}

/* The character of a name or number without "&" and ";", or -1. */
static int32_t meaning(struct slice name)
{
	int32_t c = numbered(name);
	const struct entity *e;
	if (c >= 0 || !name.len)
		return c;
	e = bsearch(&name, entities, COUNT_OF(entities), sizeof *entities,
		    cmp_name);
	return e ? e->c : -1;
}

/* How many were decoded. */
static uint32_t decode_once(struct buf *out, struct slice s)
{
	uint32_t count = 0;
	for (size_t at = 0, next; at < s.len; at = next) {
		size_t amp = slice_find(s, '&', at);
		struct slice head =
		    slice_sub(s, amp + 1, amp + 2 + NAME_MAX_BYTES);
		size_t end = slice_find(head, ';', 0);
		int32_t c =
		    end < head.len ? meaning(slice_sub(head, 0, end)) : -1;
		buf_add(out, slice_sub(s, at, amp));
		next = amp + 1;
		if (c >= 0) {
			text_add(out, c);
			next += end + 1;
			count++;
		} else if (amp < s.len) {
			buf_byte(out, '&');
		}
	}
	return count;
}

struct slice entities_decode(struct arena *a, struct slice s,
			     struct text_repairs *done)
{
	struct buf out = { 0 };
	struct text_repairs again;
	uint32_t count = 0, all = 0;
	for (int i = 0; i < PASSES && slice_find(s, '&', 0) < s.len; i++) {
		buf_clear(&out);
		count = decode_once(&out, s);
		if (!count)
			break;
		all += count;
		s = arena_copy(a, buf_slice(&out));
	}
	if (all) { /* blanks and soft hyphens that had names */
		buf_clear(&out);
		text_repair(&out, s, &again);
		s = arena_copy(a, buf_slice(&out));
		text_repairs_add(done, &again);
		text_count(done, REPAIR_ENTITY, all);
	}
	buf_release(&out);
	return s;
}
