/*
 * mojibake.c - see mojibake.h for the rules, whose numbers stand below.
 */
#include "base/mojibake.h"

#include "base/charset.h"
#include "base/plain.h"

enum {
	SEQUENCE_MAX = 4
};

/* Characters that may be the bytes of one. */
struct sequence {
	enum charset set;
	unsigned char bytes[SEQUENCE_MAX];
	size_t count;
	size_t controls; /* C1, without a meaning of their own */
	size_t quotes;	 /* quotation marks, dashes, dots of Windows-1252 */
	size_t end;	 /* in the text */
	int32_t means;	 /* the character that they were */
};

/* What stands around it, mended before it and not yet behind it. */
struct around {
	int32_t before, after; /* -1 at either end */
	bool in_row; /* what is before was mended by rule 4 just now */
};

/* How many bytes a character takes that begins with this one; 0: none. */
static size_t length_of(int byte)
{
	if (byte < 0xC2 || byte > 0xF4)
		return 0;
	return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* The value of a well-formed sequence, or -1 (Unicode, 3.9, table 3-7). */
static int32_t value_of(const struct sequence *q)
{
	static const int32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	int32_t c = q->bytes[0] & (0xFF >> (q->count + 1));
	for (size_t i = 1; i < q->count; i++)
		c = c << 6 | (q->bytes[i] & 0x3F);
	if (c < least[q->count] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return -1;
	return c;
}

/* The sequence at `at`, if the characters there are one in that encoding. */
static bool read_sequence(struct sequence *q, enum charset set, struct slice s,
			  size_t at)
{
	int byte = charset_byte(set, text_next(s, &at));
	*q = (struct sequence){ .set = set, .count = length_of(byte) };
	if (!q->count)
		return false;
	q->bytes[0] = (unsigned char)byte;
	for (size_t i = 1; i < q->count; i++) {
		int32_t c = text_next(s, &at);
		byte = c < 0x80 ? -1 : charset_byte(set, c);
		if (byte < 0x80 || byte > 0xBF)
			return false;
		q->bytes[i] = (unsigned char)byte;
		q->controls += c < 0xA0;
		q->quotes += byte == 0x85 || (byte >= 0x91 && byte <= 0x97);
	}
	q->end = at;
	q->means = value_of(q);
	return q->means >= 0;
}

static bool is_one_of(unsigned char byte, const char *bytes)
{
	return byte && strchr(bytes, byte);
}

static bool is_latin_letter(int32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Inside a word, where no punctuation stands. */
static bool in_word(const struct around *w)
{
	if (w->before >= '0' && w->before <= '9')
		return w->after >= '0' && w->after <= '9';
	return text_is_lower(w->before) || (!text_is_alnum(w->before) &&
					    w->after >= 'a' && w->after <= 'z');
}

/* Rules 2 to 4. */
static bool is_certain_pair(const struct sequence *q, const struct around *w)
{
	unsigned char lead = q->bytes[0], second = q->bytes[1];
	if (lead == 0xC2)
		return second >= 0xA0 &&
		       !(is_one_of(second, "\xA0\xAB\xAD\xBB") &&
			 text_is_upper(w->before));
	if (lead <= 0xC5)
		return !is_one_of(second, "\x82\x84\x85\x8B\x91\x92\x93\x94\x96"
					  "\x97\x9B\xA0\xAB\xAD\xBB") ||
		       in_word(w);
	return w->in_row;
}

/* The scripts of rule 4: Cyrillic, Arabic; 0: neither. */
static int script_of(unsigned char lead)
{
	return lead == 0xD0 || lead == 0xD1   ? 1
	       : lead >= 0xD8 && lead <= 0xDB ? 2
					      : 0;
}

static bool is_certain_cp1252(const struct sequence *q, const struct around *w)
{
	unsigned char second = q->bytes[1];
	if (q->controls && q->quotes + 1 < q->count)
		return true;
	if (q->count == 4)
		return q->bytes[0] == 0xF0 && second == 0x9F;
	if (q->count == 3 && q->bytes[0] == 0xEF)
		return q->means == 0xFEFF || q->means == 0xFFFD;
	if (q->count == 3)
		return q->bytes[0] == 0xE2 &&
		       is_one_of(second, "\x80\x81\x82\x84\x86\x88\x89\x98\x99"
					 "\x9C\x9D");
	return (q->bytes[0] <= 0xC5 || script_of(q->bytes[0])) &&
	       is_certain_pair(q, w);
}

/* Rule 6. */
static bool is_certain_macroman(const struct sequence *q,
				const struct around *w)
{
	unsigned char second = q->bytes[1];
	bool behind = is_latin_letter(w->before);
	bool goes_on = w->after >= 'a' && w->after <= 'z';
	if (q->bytes[0] == 0xC2)
		return second >= 0xA0;
	if (q->bytes[0] == 0xE2)
		return is_one_of(second, "\x80\x82\x84");
	if (q->bytes[0] == 0xEF)
		return q->means == 0xFEFF || q->means == 0xFFFD;
	if (q->bytes[0] != 0xC3)
		return false;
	if (is_one_of(second, "\xB0\xB7\xB9\xBA\xBD"))
		return behind && goes_on;
	return behind || (second < 0xA0 && goes_on);
}

/* Whether another of the same script follows: two are a row. */
static bool begins_row(const struct sequence *q, struct slice s)
{
	struct sequence next;
	int script = script_of(q->bytes[0]);
	return script && read_sequence(&next, CHARSET_CP1252, s, q->end) &&
	       script_of(next.bytes[0]) == script;
}

/* Cheap: characters with which none begins are most. */
static bool may_begin(int32_t c)
{
	return (c >= 0xC2 && c <= 0xF4) || c == 0xAC || c == 0x221A ||
	       c == 0x201A;
}

/* The mojibake at `at`, behind what w says. */
static bool find_at(struct sequence *q, struct slice s, size_t at,
		    struct around *w)
{
	if (read_sequence(q, CHARSET_CP1252, s, at)) {
		size_t next = q->end;
		w->after = text_next(s, &next);
		w->in_row |= begins_row(q, s);
		if (is_certain_cp1252(q, w))
			return true;
	}
	if (read_sequence(q, CHARSET_MACROMAN, s, at)) {
		size_t next = q->end;
		w->after = text_next(s, &next);
		return is_certain_macroman(q, w);
	}
	return false;
}

bool mojibake_mend(struct buf *out, struct slice s, struct text_repairs *done)
{
	struct around w = { .before = -1 };
	struct sequence q;
	size_t from = 0, at = 0;
	while ((at = ascii_end(s, at)) < s.len) {
		size_t next = at;
		int32_t c = text_next(s, &next);
		if (at > from + 1) /* words of a row have a blank between */
			w.in_row = false;
		if (at && (unsigned char)s.ptr[at - 1] < 0x80)
			w.before = (unsigned char)s.ptr[at - 1];
		if (!may_begin(c) || !find_at(&q, s, at, &w)) {
			w.before = c;
			w.in_row = false;
			at = next;
			continue;
		}
		buf_add(out, slice_sub(s, from, at));
		text_add(out, q.means);
		text_count(done,
			   q.set == CHARSET_CP1252 ? REPAIR_MOJIBAKE
						   : REPAIR_MACROMAN,
			   1);
		w.before = q.means;
		w.in_row = script_of(q.bytes[0]) != 0;
		from = at = q.end;
	}
	if (!from)
		return false;
	buf_add(out, slice_from(s, from));
	return true;
}
