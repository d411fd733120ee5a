/*
 * text.c - UTF-8 as bytes: checking, repairing, levelling. Every byte of the
 * archive comes through here, so plain ASCII is taken eight bytes at a time.
 * Knows no letters (fold.c does) and no news.
 */
#include "base/text.h"

#define EACH_BYTE(b) (UINT64_C(0x0101010101010101) * (b))
#define TOP_BITS EACH_BYTE(0x80)
#define BOM "\xEF\xBB\xBF"
#define REPLACEMENT "\xEF\xBF\xBD"

enum {
	WORD = sizeof(uint64_t)
};

static unsigned char byte_at(struct slice s, size_t i)
{
	return (unsigned char)s.ptr[i];
}

static uint64_t word_at(struct slice s, size_t i)
{
	uint64_t word;
	memcpy(&word, s.ptr + i, WORD);
	return word;
}

/*
 * The top bit of each byte that is at least `least`, when none has it set
 * itself: such bytes cannot carry into their neighbours.
 */
static uint64_t bytes_from(uint64_t word, unsigned least)
{
	return (word + EACH_BYTE(0x80 - least)) & TOP_BITS;
}

/* Printable ASCII only. */
static bool is_plain_word(uint64_t word)
{
	return !(word & TOP_BITS) && bytes_from(word, ' ') == TOP_BITS;
}

/*
 * The length of the character at i, which is not ASCII, by the table of
 * well-formed sequences (Unicode, 3.9). If *valid comes out false, it is that
 * of the longest part that could have begun one, at least 1.
 */
static size_t sequence_length(struct slice s, size_t i, bool *valid)
{
	unsigned char lead = byte_at(s, i);
	unsigned char low = 0x80, high = 0xBF;
	size_t want = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;

	*valid = false;
	if (lead < 0xC2 || lead > 0xF4)
		return 1;
	if (lead == 0xE0)
		low = 0xA0; /* overlong below */
	else if (lead == 0xED)
		high = 0x9F; /* surrogates above */
	else if (lead == 0xF0)
		low = 0x90; /* overlong below */
	else if (lead == 0xF4)
		high = 0x8F; /* beyond U+10FFFF */
	for (size_t n = 1; n < want; n++) {
		if (i + n >= s.len || byte_at(s, i + n) < low ||
		    byte_at(s, i + n) > high)
			return n;
		low = 0x80;
		high = 0xBF;
	}
	*valid = true;
	return want;
}

/* U+FFFE and U+FFFF: well-formed UTF-8, but one of them spoils an XML feed. */
static bool is_noncharacter(struct slice s, size_t i)
{
	return byte_at(s, i) == 0xEF && byte_at(s, i + 1) == 0xBF &&
	       byte_at(s, i + 2) >= 0xBE;
}

/* The length of the character at i if it can stay as it is, else 0. */
static size_t pure_length(struct slice s, size_t i)
{
	unsigned char c = byte_at(s, i);
	bool valid;
	size_t n;

	if (c < 0x80)
		return c >= ' ' || c == '\n' || c == '\t';
	n = sequence_length(s, i, &valid);
	return valid && !is_noncharacter(s, i) ? n : 0;
}

/* Where the run that needs no mending ends. */
static size_t pure_end(struct slice s, size_t i)
{
	while (i < s.len) {
		if (s.len - i >= WORD && is_plain_word(word_at(s, i))) {
			i += WORD;
			continue;
		}
		size_t n = pure_length(s, i);
		if (!n)
			break;
		i += n;
	}
	return i;
}

static uint32_t line_after(struct slice s)
{
	uint32_t line = 1;
	size_t i = slice_find(s, '\n', 0);

	for (; i < s.len; i = slice_find(s, '\n', i + 1))
		line++;
	return line;
}

/* Mends what stands at i and returns where to go on. */
static size_t mend(struct buf *out, struct slice s, size_t i,
		   struct text_repairs *done)
{
	unsigned char c = byte_at(s, i);
	bool valid;

	if (c >= 0x80) {
		done->invalid++;
		buf_add(out, SLICE(REPLACEMENT));
		return i + sequence_length(s, i, &valid);
	}
	if (c == '\r') {
		done->carriage++;
		buf_byte(out, '\n');
		return i +
		       (slice_starts(slice_from(s, i), SLICE("\r\n")) ? 2 : 1);
	}
	if (c == '\0') {
		done->nul++;
		return i + 1;
	}
	done->control++;
	buf_byte(out, ' ');
	return i + 1;
}

/*
 * Marks that stand one behind another go too, and NULs between them: what was
 * repaired must not be in need of repair.
 */
static size_t skip_marks(struct slice s, struct text_repairs *done)
{
	size_t i = 0;

	for (;;) {
		if (slice_starts(slice_from(s, i), SLICE(BOM))) {
			done->bom++;
			i += sizeof(BOM) - 1;
		} else if (i < s.len && !s.ptr[i]) {
			done->nul++;
			i++;
		} else {
			return i;
		}
	}
}

void text_repair(struct buf *out, struct slice s, struct text_repairs *done)
{
	size_t start = out->len;
	size_t from, to;

	*done = (struct text_repairs){ 0 };
	if (!s.len)
		return;
	buf_reserve(out, s.len);
	from = skip_marks(s, done);
	while ((to = pure_end(s, from)) < s.len) {
		buf_add(out, slice_sub(s, from, to));
		from = mend(out, s, to, done);
		if (done->invalid && !done->first_invalid_line)
			done->first_invalid_line =
			    line_after(slice_from(buf_slice(out), start));
	}
	buf_add(out, slice_from(s, from));
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

/* The joiners U+200C and U+200D are none: they belong to their word. */
static bool is_zero_width(int32_t c)
{
	return c == 0x200B || c == 0x2060 || c == 0xFEFF;
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
