/*
 * body.c - a body with its settled references, in reading order: what the
 * page, the export and the explanation agree on.
 */
#include "archive/archive.h"

#include "base/text.h"

struct composer {
	const struct body *body;
	const struct article *article;
	struct arena *arena;
	struct buf text;
	uint32_t reference; /* the next of article->references */
	VEC(struct piece) pieces;
};

/* The references of mark number m, or NULL; they are in the order of marks. */
static const struct reference *of_mark(struct composer *c, uint32_t m,
				       uint32_t *count)
{
	const struct article *article = c->article;
	while (c->reference < article->reference_count &&
	       article->references[c->reference].mark < m)
		c->reference++;
	uint32_t from = c->reference, to = from;
	while (to < article->reference_count &&
	       article->references[to].mark == m)
		to++;
	*count = to - from;
	return *count ? &article->references[from] : NULL;
}

/*
 * Where the cut of a mark ends; its start if nothing is to be cut: a gloss, or
 * a guess whose words must not be lost.
 */
static uint32_t cut_end(const struct mark *mark, const struct reference *r,
			uint32_t count)
{
	if (!count)
		return mark->weak || mark->words_at < mark->words_to ? mark->at
								     : mark->to;
	for (uint32_t i = 0; i < count; i++)
		if (r[i].unsure)
			return i ? r[i].from : mark->at;
	if (mark->end == MARK_CLOSED || r[count - 1].to >= mark->words_to)
		return mark->to;
	return r[count - 1].to;
}

/* Punctuation that clings to the word before it; dots are an author's. */
static bool clings(struct slice s)
{
	return s.len && strchr(".,;:!?)", s.ptr[0]) &&
	       !slice_starts(s, SLICE(".."));
}

/* Whether a full stop behind this would be one too many. */
static bool is_ended(struct slice s)
{
	while (s.len && strchr("\"')", s.ptr[s.len - 1]))
		s.len--;
	if (slice_ends(s, SLICE("\xE2\x80\x9D")))
		s.len -= 3;
	return !s.len || strchr(".!?", s.ptr[s.len - 1]);
}

static size_t trimmed_end(struct slice s)
{
	struct slice trimmed = text_trim(s);
	return trimmed.len ? (size_t)(trimmed.ptr + trimmed.len - s.ptr) : 0;
}

/* The blanks from their last line end on; `otherwise` if they have none. */
static struct slice line_end_in(struct slice blanks, struct slice otherwise)
{
	for (size_t i = blanks.len; i-- > 0;)
		if (blanks.ptr[i] == '\n')
			return slice_from(blanks, i);
	return otherwise;
}

/*
 * Adds what stands behind a cut. The full stop of a sentence that was nothing
 * but the mark goes; what stood apart by the mark stands apart by a blank, or
 * by the line end that Markdown needs.
 */
static void add_behind_cut(struct composer *c, struct slice rest)
{
	struct slice left = buf_slice(&c->text), trimmed, apart;
	left.len = trimmed_end(left);
	apart =
	    line_end_in(slice_from(buf_slice(&c->text), left.len), SLICE(" "));
	for (;; rest = slice_from(rest, 1)) {
		trimmed = text_trim(rest);
		size_t blanks = (size_t)(trimmed.ptr - rest.ptr);
		apart = line_end_in(slice_sub(rest, 0, blanks), apart);
		rest = slice_from(rest, blanks);
		if (!clings(rest) || rest.ptr[0] == ')' || !is_ended(left))
			break;
	}
	if (!rest.len)
		return;
	apart = arena_copy(c->arena, apart); /* it may be in c->text */
	if (clings(rest) && left.len && strchr(",;:", left.ptr[left.len - 1]))
		left.len--;
	c->text.len = left.len;
	if (left.len && !clings(rest))
		buf_add(&c->text, apart);
	buf_add(&c->text, rest);
}

static void add_text(struct composer *c, struct slice text, bool behind_cut)
{
	if (behind_cut)
		add_behind_cut(c, text);
	else
		buf_add(&c->text, text);
}

static bool has_words(struct slice text)
{
	size_t at = 0;
	for (int32_t ch; (ch = text_next(text, &at)) >= 0;)
		if (text_is_alnum(ch))
			return true;
	return false;
}

static void add_paragraph(struct composer *c, const struct block *block,
			  bool cut)
{
	struct slice text = buf_slice(&c->text);
	if (cut && !has_words(text))
		return;
	if (cut)
		text.len = trimmed_end(text);
	text = c->body->markdown && !cut ? block->text
					 : arena_copy(c->arena, text);
	if (!c->body->markdown)
		text = text_level(c->arena, text);
	if (text_trim(text).len)
		vec_push(&c->pieces, (struct piece){ .kind = PIECE_TEXT,
						     .text = text,
						     .line = block->line });
}

/* One block: its text without the cuts, then the references cut out of it. */
static size_t add_block(struct composer *c, uint32_t number, size_t mark)
{
	const struct body *body = c->body;
	const struct block *block = &body->blocks[number];
	const struct reference *first = NULL;
	uint32_t at = 0, total = 0, count;
	bool cut = false;
	buf_clear(&c->text);
	for (; mark < body->mark_count && body->marks[mark].block == number;
	     mark++) {
		const struct mark *m = &body->marks[mark];
		const struct reference *r = of_mark(c, (uint32_t)mark, &count);
		uint32_t end = cut_end(m, r, count);
		if (count && !first)
			first = r;
		total += count;
		if (end == m->at || m->at < at)
			continue;
		add_text(c, slice_sub(block->text, at, m->at), cut);
		at = end;
		cut = true;
	}
	add_text(c, slice_from(block->text, at), cut);
	add_paragraph(c, block, cut);
	for (uint32_t i = 0; i < total; i++)
		if (!first[i].repeated)
			vec_push(&c->pieces,
				 (struct piece){ .kind = PIECE_REFERENCE,
						 .line = block->line,
						 .reference = &first[i] });
	return mark;
}

const struct piece *body_compose(const struct body *body,
				 const struct article *article, struct arena *a,
				 size_t *count)
{
	struct composer c = { body, article, a, { 0 }, 0, { 0 } };
	size_t mark = 0;
	for (uint32_t i = 0; i < body->block_count; i++)
		mark = add_block(&c, i, mark);
	struct piece *pieces = ARENA_ARRAY(a, struct piece, c.pieces.count);
	if (c.pieces.count)
		memcpy(pieces, c.pieces.items, c.pieces.count * sizeof *pieces);
	*count = c.pieces.count;
	vec_release(&c.pieces);
	buf_release(&c.text);
	return pieces;
}
