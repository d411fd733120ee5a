/*
 * repair.c - from the bytes of a file to clean UTF-8: see text.h. Every byte of
 * the archive comes through here, so what is clean is only looked over, eight
 * bytes at a time, and copied once. Knows no news.
 */
#include "base/charset.h"
#include "base/mojibake.h"
#include "base/plain.h"
#include "base/utf16.h"

#define BOM "\xEF\xBB\xBF"
#define REPLACEMENT "\xEF\xBF\xBD"

enum {
	/* Each mends a layer of mojibake; taking out what has no width may
	   bring more of it together. No accident has so many, malice may. */
	ROUNDS = 8,
	INDENT_MAX = 4,
};

static const struct {
	const char *key, *name;
} names[REPAIR_KINDS] = {
	[REPAIR_BOM] = { "bom", "byte order mark removed" },
	[REPAIR_UTF16] = { "utf16", "UTF-16 to UTF-8" },
	[REPAIR_CP1252] = { "windows_1252", "Windows-1252 to UTF-8" },
	[REPAIR_INVALID] = { "invalid", "no UTF-8, to U+FFFD" },
	[REPAIR_NUL] = { "nul", "NUL removed" },
	[REPAIR_CONTROL] = { "control", "control to blank" },
	[REPAIR_LATE] = { "c1_control", "C1 control to Windows-1252" },
	[REPAIR_RETURN] = { "carriage_return", "carriage return to line end" },
	[REPAIR_BREAK] = { "break", "VT, FF, U+2028 or U+2029 to line end" },
	[REPAIR_BLANK] = { "nbsp", "NBSP to blank" },
	[REPAIR_HYPHEN] = { "soft_hyphen", "soft hyphen removed" },
	[REPAIR_WIDTH] = { "zero_width", "zero width removed" },
	[REPAIR_MOJIBAKE] = { "mojibake_windows_1252",
			      "mojibake (UTF-8 read as Windows-1252)" },
	[REPAIR_MACROMAN] = { "mojibake_macroman",
			      "mojibake (UTF-8 read as MacRoman)" },
	[REPAIR_LAYERS] = { "mojibake_layers", "mojibake in so many layers "
					       "that some may be left" },
	[REPAIR_LOST] = { "replacement", "U+FFFD kept" },
	[REPAIR_ENTITY] = { "entity", "entity decoded" },
	[REPAIR_ESCAPE] = { "escape", "printed escape read" },
	[REPAIR_QUOTE] = { "quotation_mark", "quotation mark mended" },
	[REPAIR_TAIL] = { "csv_tail", "rest of CSV removed from the end" },
	[REPAIR_LETTER] = { "torn_letter", "letter joined with its word" },
};

const char *text_repair_key(enum repair kind)
{
	return names[kind].key;
}

const char *text_repair_name(enum repair kind)
{
	return names[kind].name;
}

void text_repairs_add(struct text_repairs *to, const struct text_repairs *more)
{
	for (size_t i = 0; i < REPAIR_KINDS; i++)
		to->count[i] += more->count[i];
	if (!to->first_invalid_line)
		to->first_invalid_line = more->first_invalid_line;
}

static unsigned char byte_at(struct slice s, size_t i)
{
	return (unsigned char)s.ptr[i];
}

/* --- is it UTF-8? --------------------------------------------------------- */

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

/* Where the first character that must not stay begins, or s.len. */
static size_t valid_end(struct slice s, size_t i)
{
	while ((i = ascii_end(s, i)) < s.len) {
		bool valid;
		size_t n = sequence_length(s, i, &valid);
		if (!valid || is_noncharacter(s, i))
			break;
		i += n;
	}
	return i;
}

/* --- Windows-1252 --------------------------------------------------------- */

static bool is_letter_at(struct slice s, size_t i)
{
	return i < s.len && is_ascii_letter(s.ptr[i]);
}

static bool is_quote_or_dash(unsigned char c)
{
	return c == 0x85 || (c >= 0x91 && c <= 0x97);
}

/* Whether a byte of 0x80 to 0xBF is a sign that news has. */
static bool is_likely_sign(struct slice s, size_t i)
{
	unsigned char c = byte_at(s, i);
	unsigned char next = i + 1 < s.len ? byte_at(s, i + 1) : ' ';
	if (next >= 0x80 && next < 0xC0 && !is_quote_or_dash(next))
		return false;
	if (next >= 0x80 && next < 0xC0 && !is_quote_or_dash(c))
		return false;
	if (c == 0x80) /* a euro sign, with its sum */
		return is_digit((char)next) ||
		       (i && (s.ptr[i - 1] == ' ' || is_digit(s.ptr[i - 1])));
	return is_quote_or_dash(c) || c == 0x82 || c == 0x84 || c == 0x8B ||
	       c == 0x99 || c == 0x9B || c >= 0xA0;
}

/* Whether all that is not ASCII in the line speaks for Windows-1252. */
static bool is_cp1252(struct slice line, bool last)
{
	size_t i = 0;
	while ((i = ascii_end(line, i)) < line.len) {
		unsigned char c = byte_at(line, i);
		bool valid;
		if (sequence_length(line, i, &valid) > 1)
			return false;
		if (c >= 0xC0 && !(i && is_letter_at(line, i - 1)) &&
		    !is_letter_at(line, i + 1))
			return false;
		if (c < 0xC0 && !is_likely_sign(line, i))
			return false;
		if (last && c >= 0xC0 && i + 1 == line.len)
			return false;
		i++;
	}
	return true;
}

static void add_cp1252(struct buf *out, struct slice line,
		       struct text_repairs *done)
{
	size_t from = 0, i = 0;
	for (; (i = ascii_end(line, i)) < line.len; from = ++i) {
		buf_add(out, slice_sub(line, from, i));
		text_add(out, charset_char(CHARSET_CP1252, byte_at(line, i)));
		text_count(done, REPAIR_CP1252, 1);
	}
	buf_add(out, slice_from(line, from));
}

/* --- decoding ------------------------------------------------------------- */

static void add_lossy(struct buf *out, struct slice line,
		      struct text_repairs *done)
{
	size_t from = 0, to;
	while ((to = valid_end(line, from)) < line.len) {
		bool valid;
		buf_add(out, slice_sub(line, from, to));
		buf_add(out, SLICE(REPLACEMENT));
		text_count(done, REPAIR_INVALID, 1);
		from = to + sequence_length(line, to, &valid);
	}
	buf_add(out, slice_from(line, from));
}

/* Line ends of old Macs before the first byte that is wrong. */
static uint32_t lone_returns(struct slice line)
{
	uint32_t count = 0;
	line = slice_sub(line, 0, valid_end(line, 0));
	for (size_t i = 0; i + 1 < line.len; i++)
		count += line.ptr[i] == '\r' && line.ptr[i + 1] != '\n';
	return count;
}

static void decode_lines(struct buf *out, struct slice s,
			 struct text_repairs *done)
{
	struct slice line;
	for (uint32_t number = 1; s.len; number++) {
		size_t end = slice_find(s, '\n', 0);
		line = slice_sub(s, 0, end + 1);
		s = slice_from(s, end + 1);
		if (valid_end(line, 0) == line.len)
			buf_add(out, line);
		else if (is_cp1252(line, !s.len))
			add_cp1252(out, line, done);
		else
			add_lossy(out, line, done);
		number += lone_returns(line);
		if (done->count[REPAIR_INVALID] && !done->first_invalid_line)
			done->first_invalid_line = number;
	}
}

/*
 * Marks that stand one behind another go too, and NULs between them: what was
 * repaired must not be in need of repair.
 */
static struct slice skip_marks(struct slice s, struct text_repairs *done)
{
	for (;;) {
		if (slice_starts(s, SLICE(BOM))) {
			text_count(done, REPAIR_BOM, 1);
			s = slice_from(s, sizeof(BOM) - 1);
		} else if (s.len && !s.ptr[0]) {
			text_count(done, REPAIR_NUL, 1);
			s = slice_from(s, 1);
		} else {
			return s;
		}
	}
}

static void decode_utf16(struct buf *out, struct slice s,
			 enum utf16_order order, struct text_repairs *done)
{
	struct utf16 u = { .order = order };
	utf16_add(&u, out, s, done);
	utf16_end(&u, out, done);
	text_count(done, REPAIR_UTF16, 1);
}

struct slice text_decode(struct buf *out, struct slice bytes,
			 struct text_repairs *done)
{
	enum utf16_order order = utf16_guess(bytes);
	*done = (struct text_repairs){ 0 };
	buf_clear(out);
	if (order != UTF16_NONE) {
		decode_utf16(out, bytes, order, done);
		return skip_marks(buf_slice(out), done);
	}
	bytes = skip_marks(bytes, done);
	if (valid_end(bytes, 0) == bytes.len)
		return bytes;
	decode_lines(out, bytes, done);
	return buf_slice(out);
}

/* --- cleaning ------------------------------------------------------------- */

enum action {
	KEEP,
	BREAK,
	BLANK,
	DROP,
	LATE, /* as Windows-1252 */
	NOTE, /* keep and count */
};

/* What happens to a character beyond ASCII, and what it is counted as. */
static enum action action_for(int32_t c, enum repair *kind)
{
	if (c < 0xA0) {
		*kind = REPAIR_LATE;
		return LATE;
	}
	if (c == 0xAD) {
		*kind = REPAIR_HYPHEN;
		return DROP;
	}
	if (c == 0x2028 || c == 0x2029) {
		*kind = REPAIR_BREAK;
		return BREAK;
	}
	if (c == 0xFFFD) {
		*kind = REPAIR_LOST;
		return NOTE;
	}
	if (c == 0x200B || c == 0x200E || c == 0x2060 || c == 0xFEFF) {
		*kind = REPAIR_WIDTH;
		return DROP;
	}
	*kind = REPAIR_BLANK;
	return text_is_blank(c) ? BLANK : KEEP;
}

/* Whether a character that begins with these two bytes may need mending: they
   are few, and punctuation such as a dash is not among them. */
static bool may_need_mending(unsigned char lead, unsigned char second)
{
	switch (lead) {
	case 0xC2:
		return second <= 0xA0 || second == 0xAD;
	case 0xE1:
		return second == 0x9A;
	case 0xE2:
		return second == 0x80 || second == 0x81;
	case 0xE3:
		return second == 0x80;
	case 0xEF:
		return second == 0xBB || second == 0xBF;
	default:
		return false;
	}
}

/* The length of the character at i if it can stay as it is, else 0. */
static size_t pure_length(struct slice s, size_t i)
{
	unsigned char c = byte_at(s, i);
	size_t end = i;
	enum repair kind;

	if (c < 0x80)
		return c >= ' ' || c == '\n' || c == '\t';
	if (!may_need_mending(c, byte_at(s, i + 1)))
		return c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
	return action_for(text_next(s, &end), &kind) == KEEP ? end - i : 0;
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

/*
 * A blank of another kind is one, but not at the head of a line: a text would
 * not miss it, and Markdown would take four for code.
 */
static void add_blank(struct buf *out, size_t start)
{
	for (size_t i = out->len, looked = 0; looked < INDENT_MAX; looked++) {
		if (i-- == start || out->ptr[i] == '\n')
			return;
		if (out->ptr[i] != ' ')
			break;
	}
	buf_byte(out, ' ');
}

static size_t mend_control(struct buf *out, struct slice s, size_t i,
			   struct text_repairs *done)
{
	char c = s.ptr[i];
	if (c == '\r') {
		bool two = i + 1 < s.len && s.ptr[i + 1] == '\n';
		text_count(done, REPAIR_RETURN, 1);
		buf_byte(out, '\n');
		return i + (two ? 2 : 1);
	}
	if (c == '\v' || c == '\f') {
		text_count(done, REPAIR_BREAK, 1);
		buf_byte(out, '\n');
	} else if (c == '\0') {
		text_count(done, REPAIR_NUL, 1);
	} else {
		text_count(done, REPAIR_CONTROL, 1);
		buf_byte(out, ' ');
	}
	return i + 1;
}

/* Mends what stands at i and returns where to go on. */
static size_t mend(struct buf *out, size_t start, struct slice s, size_t i,
		   struct text_repairs *done)
{
	size_t next = i;
	enum repair kind;
	if (byte_at(s, i) < 0x80)
		return mend_control(out, s, i, done);
	int32_t c = text_next(s, &next);
	switch (action_for(c, &kind)) {
	case BREAK:
		buf_byte(out, '\n');
		break;
	case BLANK:
		add_blank(out, start);
		break;
	case LATE:
		c = charset_char(CHARSET_CP1252, (unsigned char)c);
		text_add(out, c < 0xA0 ? ' ' : c);
		break;
	case NOTE:
	case KEEP:
		text_add(out, c);
		break;
	case DROP:
		break;
	}
	text_count(done, kind, 1);
	return next;
}

static void clean(struct buf *out, struct slice s, struct text_repairs *done)
{
	size_t start = out->len, from = 0, to;
	buf_reserve(out, s.len);
	while ((to = pure_end(s, from)) < s.len) {
		buf_add(out, slice_sub(s, from, to));
		from = mend(out, start, s, to, done);
	}
	buf_add(out, slice_from(s, from));
}

/* Whether something was taken out between two characters that stay. */
static bool has_closed_up(const struct text_repairs *done)
{
	return done->count[REPAIR_NUL] || done->count[REPAIR_HYPHEN] ||
	       done->count[REPAIR_WIDTH] || done->count[REPAIR_BLANK] ||
	       done->count[REPAIR_LATE];
}

void text_repair(struct buf *out, struct slice s, struct text_repairs *done)
{
	size_t start = out->len;
	int round;
	struct buf decoded = { 0 }, mended = { 0 };

	s = text_decode(&decoded, s, done);
	for (round = 0; round < ROUNDS; round++) {
		bool again;

		buf_clear(&mended);
		again = mojibake_mend(&mended, s, done);
		if (round && !again)
			break;
		out->len = start;
		done->count[REPAIR_LOST] = 0; /* each round sees all */
		clean(out, again ? buf_slice(&mended) : s, done);
		if (!again && !has_closed_up(done))
			break;
		buf_clear(&decoded);
		buf_add(&decoded, slice_from(buf_slice(out), start));
		s = buf_slice(&decoded);
	}
	done->count[REPAIR_LOST] -= done->count[REPAIR_INVALID];
	done->count[REPAIR_LAYERS] = round == ROUNDS;
	buf_release(&decoded);
	buf_release(&mended);
}
