/*
 * marks.c - the read-also marks of a body: "(Baca: …)", "Baca juga: …",
 * "Pilihan Editor: …", in brackets or not, on a line of their own, over two
 * lines, or run on inside a paragraph, which ends before one that is glued to
 * its stop. Which words behind a mark are a title is for the archive to say.
 */
#include "loader/marks.h"

enum {
	MARKS_MAX = 500, /* of an article; 14 are the most in real ones */
	LEAST_WORDS = 3, /* of a title that the archive need not know */
};

static bool has_alnum(struct slice s)
{
	size_t at = 0;
	for (int32_t c; (c = text_next(s, &at)) >= 0;)
		if (text_is_alnum(c))
			return true;
	return false;
}

/* No blank stands before `at`, behind the phrase of a mark. */
static bool is_glued(struct slice s, size_t at)
{
	do
		at--;
	while (((unsigned char)s.ptr[at] & 0xC0) == 0x80);
	return !blank_at(s, at);
}

static void add_mark(struct cleaner *c, uint32_t block, const struct find *f,
		     struct extent e)
{
	struct slice text = c->blocks.items[block].text;
	struct slice words = text_trim(
	    slice_sub(text, e.words_at,
		      e.words_to > e.words_at ? e.words_to : e.words_at));
	while (words.len && strchr("*_", words.ptr[words.len - 1]))
		words.len--;
	if (e.end == MARK_CLOSED && text_length(words) > TITLE_MAX * 3 / 2)
		return; /* a sentence in brackets, not a title */
	if (!has_alnum(words))
		words.len = 0;
	size_t at = (size_t)(words.ptr - text.ptr);
	struct mark mark = {
		.block = block,
		.at = (uint32_t)f->at,
		.to = (uint32_t)e.to,
		.words_at = (uint32_t)at,
		.words_to = (uint32_t)(at + words.len),
		.end = e.end,
		.weak = f->weak || (words.len && e.end == MARK_CLOSED &&
				    slice_words(words) < LEAST_WORDS),
		.bare = !f->colon,
		.glued = is_glued(text, f->words),
		.marker =
		    text_level(c->arena, slice_sub(text, f->phrase, f->to)),
	};
	vec_push(&c->marks, mark);
}

/*
 * Kontan ends with "Selanjutnya: Title" and "Menarik Dibaca: Title"; elsewhere
 * it is the next page that begins so.
 */
static bool is_pager(const struct cleaner *c, uint32_t block,
		     const struct find *f)
{
	return f->use == PHRASE_PAGER &&
	       (block + 1 == c->blocks.count ||
		!is_mark_line(c->blocks.items[block + 1].text));
}

static bool first_mark(const struct cleaner *c, uint32_t block, size_t *at,
		       struct find *f)
{
	struct slice text = c->blocks.items[block].text;
	if (!mark_at_head(text, f))
		return next_mark(text, at, f);
	f->weak = is_pager(c, block, f);
	return true;
}

static void marks_of_block(struct cleaner *c, uint32_t block, bool markdown)
{
	struct slice text = c->blocks.items[block].text;
	struct find f, next;
	size_t at = 0;
	bool more = first_mark(c, block, &at, &f);
	while (more && c->marks.count < MARKS_MAX) {
		at = f.words > f.to ? f.words : f.to;
		size_t close = f.bracket ? close_of(text, f.open) : 0;
		if (close > at)
			at = close;
		size_t least = at;
		more = next_mark(text, &at, &next);
		if (more && next.at < least) { /* those stars are taken */
			size_t taken = least - next.at;
			next.stars -= taken < next.stars ? taken : next.stars;
			next.at = least;
		}
		struct extent e =
		    mark_extent(text, &f, more ? next.at : text.len, markdown);
		add_mark(c, block, &f, e);
		f = next;
	}
}

/* Markdown's code is shown as it is: fenced, or four blanks deep. */
static bool is_code(struct slice block)
{
	return slice_starts(block, SLICE("    ")) ||
	       slice_starts(block, SLICE("\t")) ||
	       slice_starts(slice_trim(block), SLICE("```")) ||
	       slice_starts(slice_trim(block), SLICE("~~~"));
}

/* "... kata dia.Baca juga: Title": the line's end before it was lost. */
static bool is_glued_to_stop(struct slice s, size_t at)
{
	struct slice before = slice_sub(s, 0, at);
	if (at == s.len || !is_capital(s.ptr[at]))
		return false;
	if (slice_ends(before, SLICE("\xE2\x80\x9D")))
		before.len -= 3;
	else if (slice_ends(before, SLICE("\"")))
		before.len--;
	return before.len && strchr(".!?", before.ptr[before.len - 1]);
}

static void push_block(struct blocks *out, struct block block, size_t from,
		       size_t to)
{
	block.blank_before &= from == 0;
	block.text = slice_sub(block.text, from, to);
	vec_push(out, block);
}

/* Whether split.c parted a line: the text has lost line ends elsewhere. */
static bool has_lost_ends(const struct cleaner *c)
{
	for (size_t i = 1; i < c->blocks.count; i++)
		if (c->blocks.items[i].line == c->blocks.items[i - 1].line)
			return true;
	return false;
}

/*
 * The stop before a mark ends a paragraph like any other with nothing behind
 * it. Not known to split.c, for what it parts would begin with a mark, and so
 * seem to be one.
 */
static void part_before_marks(struct cleaner *c)
{
	struct blocks out = { 0 };
	struct mark *mark = c->marks.items, *end = mark + c->marks.count;
	for (uint32_t i = 0; i < c->blocks.count; i++) {
		struct block block = c->blocks.items[i];
		uint32_t from = 0;
		for (; mark < end && mark->block == i; mark++) {
			if (mark->at > from &&
			    is_glued_to_stop(block.text, mark->at)) {
				push_block(&out, block, from, mark->at);
				from = mark->at;
			}
			mark->block = (uint32_t)out.count;
			mark->at -= from;
			mark->to -= from;
			mark->words_at -= from;
			mark->words_to -= from;
		}
		push_block(&out, block, from, block.text.len);
	}
	take_blocks(c, &out);
}

void find_marks(struct cleaner *c)
{
	bool markdown = c->doc->body.markdown;
	join_labels(c);
	for (uint32_t i = 0; i < c->blocks.count; i++)
		if (!markdown || !is_code(c->blocks.items[i].text))
			marks_of_block(c, i, c->doc->body.markdown);
	if (!markdown && c->marks.count && has_lost_ends(c))
		part_before_marks(c);
}
