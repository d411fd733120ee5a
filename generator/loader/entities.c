/*
 * entities.c - HTML's names of characters that a scraper left in plain text:
 * "&nbsp;", "&amp;ldquo;", "&#8217;". Of 7,881 real articles 409 have some,
 * mostly escaped twice. What is no known name stays as it is ("R&D; ..."), and
 * Markdown never comes here: it has a rule for them of its own.
 */
#include "loader/internal.h"

#include "base/text.h"

enum {
	NAME_MAX_BYTES = 8, /* "#x1F600" has seven */
	PASSES = 2,	    /* "&amp;nbsp;" */
};

struct entity {
	struct slice name, text;
};
static const struct entity entities[] = {
	{ SLICE_INIT("amp"), SLICE_INIT("&") },
	{ SLICE_INIT("nbsp"), SLICE_INIT("\xC2\xA0") },
	{ SLICE_INIT("quot"), SLICE_INIT("\"") },
	{ SLICE_INIT("apos"), SLICE_INIT("'") },
	{ SLICE_INIT("lt"), SLICE_INIT("<") },
	{ SLICE_INIT("gt"), SLICE_INIT(">") },
	{ SLICE_INIT("ldquo"), SLICE_INIT("\xE2\x80\x9C") },
	{ SLICE_INIT("rdquo"), SLICE_INIT("\xE2\x80\x9D") },
	{ SLICE_INIT("lsquo"), SLICE_INIT("\xE2\x80\x98") },
	{ SLICE_INIT("rsquo"), SLICE_INIT("\xE2\x80\x99") },
	{ SLICE_INIT("ndash"), SLICE_INIT("\xE2\x80\x93") },
	{ SLICE_INIT("mdash"), SLICE_INIT("\xE2\x80\x94") },
	{ SLICE_INIT("hellip"), SLICE_INIT("\xE2\x80\xA6") },
	{ SLICE_INIT("bull"), SLICE_INIT("\xE2\x80\xA2") },
	{ SLICE_INIT("deg"), SLICE_INIT("\xC2\xB0") },
	{ SLICE_INIT("copy"), SLICE_INIT("\xC2\xA9") },
	{ SLICE_INIT("shy"), SLICE_INIT("\xC2\xAD") },
	{ SLICE_INIT("times"), SLICE_INIT("\xC3\x97") },
	{ SLICE_INIT("aacute"), SLICE_INIT("\xC3\xA1") },
	{ SLICE_INIT("eacute"), SLICE_INIT("\xC3\xA9") },
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
	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE ||
	    (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF)
		return -1;
	return c;
}

static bool add_named(struct buf *out, struct slice name)
{
	int32_t c = numbered(name);
	if (c >= 0) {
		text_add(out, c);
		return true;
	}
	for (size_t i = 0; i < COUNT_OF(entities); i++)
		if (slice_eq(entities[i].name, name)) {
			buf_add(out, entities[i].text);
			return true;
		}
	return false;
}

static void decode_once(struct buf *out, struct slice s)
{
	for (size_t at = 0, next; at < s.len; at = next) {
		size_t amp = slice_find(s, '&', at);
		struct slice head =
		    slice_sub(s, amp + 1, amp + 2 + NAME_MAX_BYTES);
		size_t end = slice_find(head, ';', 0);
		buf_add(out, slice_sub(s, at, amp));
		next = amp + 1;
		if (end < head.len && add_named(out, slice_sub(head, 0, end)))
			next += end + 1;
		else if (amp < s.len)
			buf_byte(out, '&');
	}
}

struct slice entities_decode(struct arena *a, struct slice s)
{
	struct buf out = { 0 };
	for (int i = 0; i < PASSES && slice_find(s, '&', 0) < s.len; i++) {
		buf_clear(&out);
		decode_once(&out, s);
		if (slice_eq(buf_slice(&out), s))
			break;
		s = arena_copy(a, buf_slice(&out));
	}
	buf_release(&out);
	return s;
}
