/*
 * enclosing.c - a scraper that took every block with all that it holds, from a
 * page whose blocks never end: a line is the next line and the one behind that
 * put together, which again is the next two, down to the last paragraph.
 * It is looked at before paragraphs are split, since only then the lines are
 * as they were taken. What no line below has (a list of titles, the last words
 * of the page) stays: only what is said again goes. nested.c knows what is
 * left.
 */
#include "loader/internal.h"

#include "base/text.h"

enum {
	HEAD_LEAST = 40,   /* bytes of the paragraph that a block begins with */
	CHAINED_LEAST = 8, /* the same inside a block that was taken apart */
	GAP_MOST = 700,	   /* bytes that only the block has: titles */
	REST_MOST = 60	   /* the same at its end: "sumber : X" */
};

/* What a block has and the lines below it have not: between two, or behind. */
struct own {
	struct slice words;
	const struct line *before; /* the line that they stand before */
};

/* Where `what` stands at or near behind `from`, or s.len. */
static size_t find_near(struct slice s, struct slice what, size_t from)
{
	size_t last = from + GAP_MOST;
	while (from <= last && from + what.len <= s.len) {
		if (slice_starts(slice_from(s, from), what))
			return from;
		from = slice_find(s, what.ptr[0], from + 1);
	}
	return s.len;
}

/*
 * The last of the lines below that make up the block, or NULL. It may have
 * words of its own in one place only, or else not all could stay.
 */
static struct line *inner_lines(struct cleaner *c, const struct line *block,
				struct own *own)
{
	struct slice text = block->text;
	struct line *last = NULL, *l = cleaner_next(c, block);
	size_t to = 0;
	*own = (struct own){ 0 };
	for (; l && to < text.len; l = cleaner_next(c, l)) {
		size_t at = last ? find_near(text, l->text, to)
				 : (slice_starts(text, l->text) ? 0 : text.len);
		struct slice gap = text_trim(slice_sub(text, to, at));
		if (at == text.len || (gap.len && own->words.len))
			break;
		if (gap.len)
			*own = (struct own){ gap, l };
		to = at + l->text.len;
		last = l;
	}
	struct slice rest = text_trim(slice_from(text, to));
	if (!last || rest.len > REST_MOST || (rest.len && own->words.len))
		return NULL;
	if (rest.len)
		*own = (struct own){ rest, l };
	return last;
}

/* Lines move up by one, so that the block's own words stand where they did. */
static void make_room(struct cleaner *c, struct line *block,
		      const struct own *own)
{
	struct line *to = block;
	for (struct line *from = cleaner_next(c, block); from != own->before;
	     from = cleaner_next(c, from)) {
		to->text = from->text;
		to = from;
	}
	to->text = own->words;
}

/* What the lines below say again, told as cut: all but the own words. */
static void trace_cut(struct cleaner *c, const struct line *block,
		      const struct own *own)
{
	size_t at = (size_t)(own->words.ptr - block->text.ptr);
	const struct slice cut[] = {
		text_trim(slice_sub(block->text, 0, at)),
		text_trim(slice_from(block->text, at + own->words.len)),
	};
	for (size_t i = 0; i < COUNT_OF(cut); i++)
		if (cut[i].len)
			cleaner_trace(c, block->number, FATE_CUT,
				      "enclosing-lines",
				      "the lines below say it again", cut[i]);
}

static struct line *take_apart(struct cleaner *c, struct line *block,
			       bool chained)
{
	struct own own;
	struct line *first = cleaner_next(c, block);
	size_t least = chained ? CHAINED_LEAST : HEAD_LEAST;
	if (!first || first->text.len < least)
		return NULL;
	struct line *last = inner_lines(c, block, &own);
	if (!last || (last == first && !chained))
		return NULL;
	if (own.words.len) {
		trace_cut(c, block, &own);
		make_room(c, block, &own);
	} else {
		cleaner_drop(c, block, "enclosing-lines",
			     "the lines below say the same");
	}
	return last;
}

void drop_enclosing(struct cleaner *c)
{
	const struct line *inside = NULL;
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		const struct line *last = take_apart(c, line, line == inside);
		if (last)
			inside = last;
	}
}
