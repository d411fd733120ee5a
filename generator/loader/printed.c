/*
 * printed.c - what a program printed instead of writing it: a list as Python
 * shows one, and characters as escapes, "\xa0". Of 7,881 real articles 35 have
 * quotation marks with a backslash before them, 16 a title that ends in
 * "\\xa0". Paths of Windows and code have backslashes of their own; what is
 * not surely an escape stays.
 */
#include "loader/internal.h"

#include "base/text.h"

enum {
	SLASHES_MOST = 2, /* before an escape: printed once or twice */
};

/* --- one escape ----------------------------------------------------------- */

/* The code point of `digits` hexadecimal digits at `at`; -1 if they are none,
   as are those beyond U+10FFFF. */
static int32_t hex_at(struct slice s, size_t at, size_t digits)
{
	int32_t code = 0;
	if (at + digits > s.len)
		return -1;
	for (size_t i = at; i < at + digits; i++) {
		char c = s.ptr[i];
		int32_t digit = is_digit(c)	       ? c - '0'
				: c >= 'a' && c <= 'f' ? c - 'a' + 10
						       : -1;
		if (digit < 0 || code > 0x10FFFF / 16)
			return -1;
		code = code * 16 + digit;
	}
	return code;
}

/* What is to be added to a high surrogate for its low half behind *at, as JSON
   writes one ("\\ud83d\\ude00"); 0 if there is none. */
static int32_t low_half(struct slice s, int32_t high, size_t *at)
{
	if (high < 0xD800 || high > 0xDBFF ||
	    !slice_starts(slice_from(s, *at + 1), SLICE("\\u")))
		return 0;
	int32_t low = hex_at(s, *at + 3, 4);
	if (low < 0xDC00 || low > 0xDFFF)
		return 0;
	*at += 6;
	return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) - high;
}

/* What stands behind a backslash at *at, which moves to its last byte. */
static void add_escape(struct buf *out, struct slice s, size_t *at)
{
	char c = s.ptr[*at];
	size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
	int32_t code = digits ? hex_at(s, *at + 1, digits) : -1;
	if (code >= 0) {
		*at += digits;
		text_add(out, code + low_half(s, code, at));
	} else if (c == 'n' || c == 'r') {
		buf_byte(out, '\n');
	} else {
		buf_byte(out, c == 't' ? ' ' : c);
	}
}

/* --- a list --------------------------------------------------------------- */

/* The string that begins at *at with a quotation mark; false if it is none. */
static bool python_string(struct slice s, size_t *at, struct buf *out)
{
	char quote = s.ptr[*at];
	if (quote != '\'' && quote != '"')
		return false;
	for (size_t i = *at + 1; i < s.len; i++) {
		if (s.ptr[i] == quote) {
			*at = i + 1;
			return true;
		}
		if (s.ptr[i] != '\\' || i + 1 == s.len) {
			buf_byte(out, s.ptr[i]);
		} else {
			i++;
			add_escape(out, s, &i);
		}
	}
	return false;
}

/* "None" as an item, which says nothing. */
static bool is_none(struct slice s, size_t at)
{
	return slice_starts(slice_from(s, at), SLICE("None")) &&
	       at + 4 < s.len && strchr(",] \n", s.ptr[at + 4]);
}

bool printed_list(struct slice s, struct buf *out)
{
	size_t start = out->len, at = 1;
	s = text_trim(s);
	if (s.len < 2 || s.ptr[0] != '[' || s.ptr[s.len - 1] != ']')
		return false;
	while (at < s.len - 1) {
		if (is_blank(s.ptr[at]) || s.ptr[at] == ',') {
			at++;
		} else if (python_string(s, &at, out)) {
			buf_byte(out, '\n');
		} else if (is_none(s, at)) {
			at += 4;
		} else {
			out->len = start;
			return false;
		}
	}
	return true;
}

struct slice printed_title(struct arena *a, struct slice title,
			   struct text_repairs *done)
{
	struct buf lines = { 0 };
	if (title.len && title.ptr[0] == '[' && printed_list(title, &lines) &&
	    slice_trim(buf_slice(&lines)).len) {
		title = text_level(a, arena_copy(a, buf_slice(&lines)));
		text_count(done, REPAIR_ESCAPE, 1);
	}
	buf_release(&lines);
	return title;
}

/* --- escapes in prose ----------------------------------------------------- */

/* Where the backslashes that stand before `at` begin. */
static size_t slashes_before(struct slice s, size_t at)
{
	while (at && s.ptr[at - 1] == '\\')
		at--;
	return at;
}

/* Whether none of these marks is without a backslash: all were printed. */
static bool is_always_escaped(struct slice s, char mark)
{
	for (size_t at = slice_find(s, mark, 0); at < s.len;
	     at = slice_find(s, mark, at + 1))
		if (slashes_before(s, at) == at)
			return false;
	return true;
}

/* Behind the end of a sentence, of a quotation, or at the head of the text. */
static bool may_end_line(struct slice s, size_t at)
{
	while (at && is_blank(s.ptr[at - 1]))
		at--;
	struct slice before = slice_sub(s, 0, at);
	return !at || strchr(".!?:)\"'", s.ptr[at - 1]) ||
	       slice_ends(before, SLICE("\xE2\x80\x9D")) ||
	       slice_ends(before, SLICE("\xE2\x80\x99"));
}

/* Before what a sentence begins with, another escape, or at the end. */
static bool may_begin_line(struct slice s, size_t at)
{
	at = slice_skip_blanks(s, at);
	if (at == s.len || s.ptr[at] == '\\' || is_capital(s.ptr[at]) ||
	    is_digit(s.ptr[at]) ||
	    slice_starts(slice_from(s, at), SLICE("\xE2\x80\x9C")))
		return true;
	return strchr("\"'(", s.ptr[at]) && at + 1 < s.len &&
	       (is_capital(s.ptr[at + 1]) || is_digit(s.ptr[at + 1]));
}

/* The line in which escapes are read, and what is known of it. */
struct printed {
	struct slice text;
	bool single, twofold; /* all such quotation marks are escaped */
	size_t last;	      /* behind the last escape that was read */
};

/* The character of the escape whose backslashes begin at *at, which moves
   behind it; -1 if it is none. */
static int32_t escape_at(struct printed *p, size_t *at)
{
	struct slice s = p->text;
	size_t letter = *at;
	int32_t c = -1;
	while (letter < s.len && s.ptr[letter] == '\\')
		letter++;
	if (letter == s.len || letter - *at > SLASHES_MOST)
		return -1;
	size_t to = letter + 1;
	switch (s.ptr[letter]) {
	case '\'':
		c = p->single ? '\'' : -1;
		break;
	case '"':
		c = p->twofold ? '"' : -1;
		break;
	case 'x':
		c = hex_at(s, to, 2);
		to += 2;
		break;
	case 'u':
		c = hex_at(s, to, 4);
		to += 3; /* low_half counts from the last digit */
		c = c < 0 ? c : c + low_half(s, c, &to);
		to++;
		break;
	case 'n':
	case 'r':
	case 't':
		if ((p->last == *at || may_end_line(s, *at)) &&
		    may_begin_line(s, to))
			c = s.ptr[letter] == 't' ? ' ' : '\n';
		break;
	default:
		break;
	}
	if ((c < ' ' && c != '\n') || (c >= 0xD800 && c < 0xE000))
		return -1;
	*at = p->last = to;
	return c;
}

/* "C:\\xampp": a drive and its path. */
static bool is_path(struct slice word)
{
	size_t at = 0;
	while (at < word.len && strchr("\"'([", word.ptr[at]))
		at++;
	return at + 2 < word.len && is_ascii_letter(word.ptr[at]) &&
	       word.ptr[at + 1] == ':' && word.ptr[at + 2] == '\\';
}

/*
 * Appends the word [from, to) with its escapes read; as it is if one of its
 * backslashes is none. How many were read.
 */
static uint32_t read_word(struct printed *p, size_t from, size_t to,
			  struct buf *out)
{
	struct slice s = p->text, word = slice_sub(s, from, to);
	size_t start = out->len;
	bool path = is_path(word);
	uint32_t count = 0;
	for (size_t at = from; at < to;) {
		size_t slash = slice_find(slice_sub(s, 0, to), '\\', at);
		buf_add(out, slice_sub(s, at, slash));
		at = slash;
		if (at == to)
			break;
		int32_t c = path ? -1 : escape_at(p, &at);
		if (c < 0) {
			out->len = start;
			buf_add(out, word);
			return 0;
		}
		text_add(out, c);
		count++;
	}
	return count;
}

struct slice escapes_read(struct arena *a, struct slice s,
			  struct text_repairs *done)
{
	struct buf out = { 0 }, clean = { 0 };
	struct text_repairs more;
	uint32_t count = 0;
	if (slice_find(s, '\\', 0) == s.len)
		return s;
	struct printed p = { .text = s,
			     .single = is_always_escaped(s, '\''),
			     .twofold = is_always_escaped(s, '"'),
			     .last = s.len };
	for (size_t at = 0, end; at < s.len; at = end) {
		end = slice_find(s, ' ', at);
		count += read_word(&p, at, end, &out);
		if (end < s.len)
			buf_byte(&out, s.ptr[end++]);
	}
	if (count) { /* a blank of another kind, mojibake */
		text_repair(&clean, buf_slice(&out), &more);
		s = arena_copy(a, buf_slice(&clean));
		text_repairs_add(done, &more);
		text_count(done, REPAIR_ESCAPE, count);
	}
	buf_release(&out);
	buf_release(&clean);
	return s;
}
