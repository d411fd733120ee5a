/*
 * nested.c - text that a scraper took twice within lines: a line that holds
 * the lines below it (a block, then the blocks inside it), and a body on one
 * line that says itself again. doubled.c knows whole lines only. Both are rare
 * (3 of 39,928 real articles), so only long texts that fit to the last byte
 * count; refrains and tables never do.
 */
#include "loader/internal.h"

#include "base/text.h"

enum {
	INNER_LEAST = 40,     /* bytes of a line that another one holds */
	INNER_SURE = 200,     /* bytes: one such line is enough */
	BODY_LEAST = 600,     /* bytes of a body that may be there twice */
	PROBE = 40,	      /* bytes that are looked for again */
	PROBES = 4,	      /* the first sentences: the second copy may lack
				 the dateline and the first paragraph */
	TAIL_MOST = 60,	      /* bytes behind the second copy: initials */
	CANDIDATES_MOST = 500 /* places looked at, whatever the text */
};

/* --- searching ------------------------------------------------------------ */

/* Where `what` stands in s at or behind `from`; s.len if nowhere near. */
static size_t find(struct slice s, struct slice what, size_t from)
{
	for (size_t tries = 0; tries < CANDIDATES_MOST; tries++) {
		from = slice_find(s, what.ptr[0], from);
		if (from + what.len > s.len)
			break;
		if (slice_starts(slice_from(s, from), what))
			return from;
		from++;
	}
	return s.len;
}

static size_t common_length(struct slice a, struct slice b)
{
	size_t n = 0;
	while (n < a.len && n < b.len && a.ptr[n] == b.ptr[n])
		n++;
	return n;
}

/* --- a line that holds the next ones -------------------------------------- */

static bool is_copy(const struct line *line, const struct line *of)
{
	return line && slice_eq(line->text, of->text);
}

/*
 * Whether lines below the outer one fill it from *from to its end; the last of
 * them, which may stand there once more.
 */
static struct line *inner_lines(struct cleaner *c, const struct line *outer,
				size_t *from)
{
	struct line *line = cleaner_next(c, outer), *last = NULL;
	struct slice text = outer->text;
	size_t lines = 0, to;
	if (!line || line->text.len < INNER_LEAST || line->text.len >= text.len)
		return NULL;
	*from = to = find(text, line->text, 0);
	while (line && to < text.len &&
	       slice_starts(slice_from(text, to), line->text)) {
		to = slice_skip_blanks(text, to + line->text.len);
		last = line;
		line = cleaner_next(c, line);
		lines++;
	}
	return to == text.len &&
		       (lines > 1 || (last && (last->text.len >= INNER_SURE ||
					       is_copy(line, last))))
		   ? last
		   : NULL;
}

static void cut_inner(struct cleaner *c, struct line *outer)
{
	size_t from;
	struct line *last = inner_lines(c, outer, &from);
	if (!last)
		return;
	for (struct line *l = cleaner_next(c, last); is_copy(l, last);
	     l = cleaner_next(c, l))
		cleaner_drop(c, l, "nested-lines",
			     "the line before says the same");
	cleaner_trace(c, outer->number, FATE_CUT, "nested-lines",
		      "the lines below say it again",
		      slice_from(outer->text, from));
	outer->text = text_trim(slice_sub(outer->text, 0, from));
	outer->gone = !outer->text.len;
}

/* --- a body that says itself again ---------------------------------------- */

/* The beginning of the sentence behind the one at `at`, or s.len. */
static size_t next_sentence(struct slice s, size_t at)
{
	do {
		at = slice_find(s, '.', at) + 1;
	} while (at < s.len && !is_blank(s.ptr[at]));
	return at < s.len ? slice_skip_blanks(s, at) : s.len;
}

/* If what begins at `first` comes again up to the end: its place and length. */
static bool comes_again(struct slice s, size_t first, size_t *again,
			size_t *length)
{
	struct slice probe = slice_sub(s, first, first + PROBE);
	*again = find(s, probe, first + PROBE);
	if (*again == s.len)
		return false;
	*length =
	    common_length(slice_from(s, *again), slice_sub(s, first, *again));
	return *length >= INNER_SURE && *again + *length + TAIL_MOST >= s.len &&
	       first + *length + TAIL_MOST >= *again;
}

static void cut_second_half(struct cleaner *c, struct line *line)
{
	struct slice s = line->text;
	size_t at = 0, again, length;
	for (int i = 0; i < PROBES && at + PROBE < s.len; i++) {
		if (comes_again(s, at, &again, &length)) {
			cleaner_trace(c, line->number, FATE_CUT, "doubled-half",
				      "the line says it before",
				      slice_sub(s, again, again + length));
			struct slice head = text_trim(slice_sub(s, 0, again));
			struct slice tail =
			    text_trim(slice_from(s, again + length));
			line->text = arena_printf(
			    c->arena, "%.*s%s%.*s", SLICE_ARG(head),
			    tail.len ? " " : "", SLICE_ARG(tail));
			return;
		}
		at = next_sentence(s, at);
	}
}

void drop_nested(struct cleaner *c)
{
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		cut_inner(c, line);
		if (!line->gone && line->text.len >= BODY_LEAST)
			cut_second_half(c, line);
	}
}
