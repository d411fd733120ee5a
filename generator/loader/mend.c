/*
 * mend.c - damage within the lines of a plain text, after its bytes are clean
 * and before the cleaner looks at them: escapes, entities, and what careless
 * CSV leaves.
 * Of 17,989 real articles 92 have doubled quotation marks and 367 end in `";`.
 */
#include "loader/internal.h"

#include "base/text.h"

/* A letter or digit, or part of a character beyond ASCII. */
static bool is_word_byte(struct slice s, size_t at)
{
	char c = at < s.len ? s.ptr[at] : ' ';
	return is_digit(c) || is_ascii_letter(c) || (unsigned char)c >= 0x80;
}

/* Exactly two marks stand at `at`. */
static bool is_doubled(struct slice s, size_t at)
{
	return at + 1 < s.len && s.ptr[at + 1] == '"' &&
	       !(at && s.ptr[at - 1] == '"') &&
	       !(at + 2 < s.len && s.ptr[at + 2] == '"');
}

/* Two marks that open something: an empty quotation has a blank behind it. */
static bool opens(struct slice s, size_t at)
{
	return is_doubled(s, at) && is_word_byte(s, at + 2) &&
	       (!at || is_blank(s.ptr[at - 1]) || s.ptr[at - 1] == '(');
}

/* Two marks behind something: one quotation within another may end so. */
static bool closes(struct slice s, size_t at)
{
	return is_doubled(s, at) && !is_word_byte(s, at + 2) && at &&
	       !is_blank(s.ptr[at - 1]);
}

/*
 * Appends the line with one mark for two that open, and for two that close if
 * such opened before: `""Siap,"" katanya.` How many there were.
 */
static uint32_t undouble(struct buf *out, struct slice s)
{
	uint32_t open = 0, count = 0;
	size_t from = 0;
	for (size_t at = slice_find(s, '"', 0); at < s.len;
	     at = slice_find(s, '"', at + 1)) {
		bool opened = opens(s, at);
		if (!opened && !(open && closes(s, at)))
			continue;
		buf_add(out, slice_sub(s, from, at));
		from = at + 1;
		open = opened ? open + 1 : open - 1;
		count++;
	}
	buf_add(out, slice_from(s, from));
	return count;
}

/*
 * `Lewat ";Urun Dana";`: what is left of `&quot;` when only its letters went.
 * Only if all marks of the line are so, and they are pairs.
 */
static uint32_t unsemicolon(struct buf *out, struct slice s)
{
	uint32_t count = 0;
	size_t from = 0;
	for (size_t at = slice_find(s, '"', 0); at < s.len;
	     at = slice_find(s, '"', at + 1)) {
		if (at + 1 == s.len || s.ptr[at + 1] != ';')
			return 0;
		buf_add(out, slice_sub(s, from, at + 1));
		from = at + 2;
		count++;
	}
	buf_add(out, slice_from(s, from));
	return count % 2 ? 0 : count;
}

static void mend_quotes(struct cleaner *c, struct line *line)
{
	struct buf out = { 0 };
	uint32_t count = 0;
	if (slice_find(line->text, '"', 0) == line->text.len)
		return;
	count = undouble(&out, line->text);
	if (!count) {
		buf_clear(&out);
		count = unsemicolon(&out, line->text);
	}
	if (count)
		line->text = text_trim(arena_copy(c->arena, buf_slice(&out)));
	text_count(&c->doc->repairs, REPAIR_QUOTE, count);
	buf_release(&out);
}

/*
 * `... katanya.";` at the end of all: the mark and semicolon closed a field. If
 * the line needs the mark, only the semicolon goes.
 */
static void mend_tail(struct cleaner *c, struct line *line)
{
	struct slice s = line->text;
	if (s.len < 3 || !slice_ends(s, SLICE("\";")))
		return;
	s.len -= slice_count(s, '"') % 2 ? 2 : 1;
	line->text = text_trim(s);
	text_count(&c->doc->repairs, REPAIR_TAIL, 1);
}

void mend_lines(struct cleaner *c)
{
	struct text_repairs *done = &c->doc->repairs;
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		line->text = escapes_read(c->arena, line->text, done);
		line->text =
		    text_trim(entities_decode(c->arena, line->text, done));
		mend_quotes(c, line);
		if (i + 1 == c->lines.count)
			mend_tail(c, line);
		line->gone = !line->text.len;
	}
}
