/*
 * text.c - UTF-8 that is whole: code points, blanks, levelling. Plain ASCII is
 * taken eight bytes at a time. Knows no letters (fold.c does) and no news.
 */
#include "base/text.h"

#include "base/plain.h"

static unsigned char byte_at(struct slice s, size_t i)
{
	return (unsigned char)s.ptr[i];
}

int32_t text_next(struct slice s, size_t *at)
{
	if (*at >= s.len)
		return -1;
	unsigned char lead = byte_at(s, *at);
	if (lead < 0x80) {
		++*at;
		return lead;
	}
	size_t n = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	if (n > s.len - *at) { /* cut by a careless caller: stay inside s */
		*at = s.len;
		return 0xFFFD;
	}
	int32_t c = lead & (0xFF >> (n + 1));
	for (size_t i = 1; i < n; i++)
		c = c << 6 | (byte_at(s, *at + i) & 0x3F);
	*at += n;
	return c;
}

static bool is_continuation(struct slice s, size_t i)
{
	return (byte_at(s, i) & 0xC0) == 0x80;
}

size_t text_length(struct slice s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += !is_continuation(s, i);
	return n;
}

struct slice text_head(struct slice s, size_t n)
{
	size_t i = 0;

	if (s.len <= n)
		return s;
	for (; i < s.len; i++)
		if (!is_continuation(s, i) && n-- == 0)
			break;
	return slice_sub(s, 0, i);
}

/* Space that shows: White_Space of Unicode beyond ASCII. */
static bool is_wide_blank(int32_t c)
{
	return c == 0x85 || c == 0xA0 || c == 0x1680 ||
	       (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
	       c == 0x202F || c == 0x205F || c == 0x3000;
}

/* The joiners U+200C and U+200D are none: they belong to their word. Nor is
   U+200F, which Arabic needs; U+200E stands where WhatsApp put it. */
static bool is_zero_width(int32_t c)
{
	return c == 0x200B || c == 0x200E || c == 0x2060 || c == 0xFEFF;
}

bool text_is_blank(int32_t c)
{
	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	return is_wide_blank(c) || is_zero_width(c);
}

/* Where the character that ends before `end` begins. */
static size_t char_before(struct slice s, size_t end)
{
	size_t i = end - 1;

	while (i > 0 && is_continuation(s, i))
		i--;
	return i;
}

struct slice text_trim(struct slice s)
{
	size_t from = 0, next = 0, end = s.len;

	if (!s.len)
		return s;
	while (text_is_blank(text_next(s, &next)))
		from = next;
	while (end > from) {
		size_t last = char_before(s, end), at = last;
		if (!text_is_blank(text_next(slice_sub(s, 0, end), &at)))
			break;
		end = last;
	}
	return slice_sub(s, from, end);
}

/* Printable ASCII in which no two spaces touch. */
static bool is_level_word(uint64_t word)
{
	uint64_t spaces;

	if (!is_plain_word(word))
		return false;
	spaces = ~bytes_from(word, ' ' + 1) & TOP_BITS;
	return !(spaces & spaces << 8);
}

/* Where the next run of blanks begins that is not just one space. */
static size_t level_end(struct slice s, size_t i)
{
	while (i < s.len) {
		/* Words overlap by a byte, so that no pair falls between. */
		if (s.len - i >= WORD && is_level_word(word_at(s, i))) {
			i += WORD - 1;
			continue;
		}
		size_t next = i, ahead;
		int32_t c = text_next(s, &next);
		ahead = next;
		if (text_is_blank(c) &&
		    (c != ' ' || text_is_blank(text_next(s, &ahead))))
			break;
		i = next;
	}
	return i;
}

/* Skips a run of blanks; tells whether anything of it can be seen. */
static size_t skip_blanks(struct slice s, size_t i, bool *visible)
{
	size_t next = i;
	int32_t c;

	*visible = false;
	while (text_is_blank(c = text_next(s, &next))) {
		*visible |= !is_zero_width(c);
		i = next;
	}
	return i;
}

struct slice text_level(struct arena *a, struct slice s)
{
	size_t from = 0, to, len = 0;
	bool visible;
	char *out;

	s = text_trim(s);
	to = level_end(s, 0);
	if (to == s.len)
		return s;
	out = arena_alloc(a, s.len);
	for (;;) {
		memcpy(out + len, s.ptr + from, to - from);
		len += to - from;
		if (to == s.len)
			return slice_make(out, len);
		from = skip_blanks(s, to, &visible);
		if (visible)
			out[len++] = ' ';
		to = level_end(s, from);
	}
}

void text_add(struct buf *out, int32_t c)
{
	static const int lead[] = { 0, 0xC0, 0xE0, 0xF0 };
	if (c < 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = 0xFFFD;
	int more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
	buf_byte(out, (char)(lead[more] | c >> 6 * more));
	while (more-- > 0)
		buf_byte(out, (char)(0x80 | (c >> 6 * more & 0x3F)));
}

void text_add_number(struct buf *out, uint64_t n, char separator)
{
	char digits[24];
	int len =
	    snprintf(digits, sizeof digits, "%llu", (unsigned long long)n);
	for (int i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0)
			buf_byte(out, separator);
		buf_byte(out, digits[i]);
	}
}
