/*
 * mend.c - damage within the lines of a plain text, after its bytes are clean
 * and before the cleaner looks at them: entities, and what careless CSV leaves.
 * Of 17,989 real articles 92 have doubled quotation marks and 367 end in `";`.
 */
#include "loader/internal.h"

#include "base/text.h"

/* Whether the doubled mark at `at` opens ("": blank before, none behind) or
   closes; false: it is neither. */
static bool is_side(struct slice s, size_t at, bool opens)
{
	char before = at ? s.ptr[at - 1] : ' ';
	char behind = at + 2 < s.len ? s.ptr[at + 2] : ' ';
	if (before == '"' || behind == '"')
		return false;
	return opens ? (is_blank(before) || before == '(') && !is_blank(behind)
		     : !is_blank(before);
}

/*
 * How many doubled marks there are, if they are all marks of the line, and
 * open and close in turn: `""Siap,"" katanya.` Else 0, as for `""` (empty) and
 * `"Ia bilang ""siap"" lagi"` (which may be one quotation within another).
 */
static uint32_t doubled_quotes(struct slice s)
{
	uint32_t count = 0;
	for (size_t at = slice_find(s, '"', 0); at < s.len;
	     at = slice_find(s, '"', at + 2)) {
		if (at + 1 == s.len || s.ptr[at + 1] != '"' ||
		    !is_side(s, at, count % 2 == 0))
			return 0;
		count++;
	}
	return count % 2 ? 0 : count;
}

static struct slice single_quotes(struct slice s, struct arena *a)
{
	char *out = arena_alloc(a, s.len);
	size_t len = 0;
	for (size_t i = 0; i < s.len; i++) {
		out[len++] = s.ptr[i];
		i += s.ptr[i] == '"';
	}
	return slice_make(out, len);
}

static size_t count_quotes(struct slice s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++)
		n += s.ptr[i] == '"';
	return n;
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
	s.len -= count_quotes(s) % 2 ? 2 : 1;
	line->text = text_trim(s);
	text_count(&c->doc->repairs, REPAIR_TAIL, 1);
}

void mend_lines(struct cleaner *c)
{
	struct text_repairs *done = &c->doc->repairs;
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		line->text =
		    text_trim(entities_decode(c->arena, line->text, done));
		uint32_t doubled = doubled_quotes(line->text);
		if (doubled)
			line->text = single_quotes(line->text, c->arena);
		text_count(done, REPAIR_QUOTE, doubled);
		if (i + 1 == c->lines.count)
			mend_tail(c, line);
		line->gone = !line->text.len;
	}
}
