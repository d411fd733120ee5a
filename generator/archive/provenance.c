/*
 * provenance.c - a source line by line, each with what became of it and the
 * rule behind that; each reference where it was found. `arsip explain` and the
 * pages of raw text are made from it.
 */
#include "archive/archive.h"

#include "base/text.h"

struct teller {
	const struct document *doc;
	const struct article *article;
	const struct piece *pieces; /* as the page has them */
	size_t piece_count;
	size_t trace;	    /* the next of doc->trace */
	size_t block;	    /* the next of doc->body.blocks */
	size_t piece;	    /* the first on the present line, or behind it */
	uint32_t until;	    /* behind the last line of the last block told */
	uint32_t reference; /* the next of article->references */
	struct arena *arena;
	VEC(struct told) told;
};

const char *told_fate_name(enum told_fate fate)
{
	static const char *const names[] = { "kept", "reference", "used",
					     "cut",  "dropped",	  "left out" };
	return names[fate];
}

static void tell(struct teller *t, uint32_t line, enum told_fate fate,
		 struct slice text)
{
	vec_push(&t->told,
		 (struct told){ .line = line, .fate = fate, .text = text });
}

/* What the cleaner noted of this line; true if it dropped some of it, or all.
 */
static bool tell_trace(struct teller *t, uint32_t line)
{
	static const enum told_fate fates[] = { [FATE_DROPPED] = TOLD_DROPPED,
						[FATE_CUT] = TOLD_CUT,
						[FATE_USED] = TOLD_USED,
						[FATE_LEFT] = TOLD_LEFT };
	const struct document *doc = t->doc;
	bool dropped = false;
	for (; t->trace < doc->trace_count && doc->trace[t->trace].line <= line;
	     t->trace++) {
		const struct trace *one = &doc->trace[t->trace];
		vec_push(&t->told, (struct told){
				       .line = one->line,
				       .fate = fates[one->fate],
				       .text = text_level(t->arena, one->words),
				       .rule = one->rule,
				       .why = one->why });
		dropped |= one->fate == FATE_DROPPED;
	}
	return dropped;
}

static void tell_references(struct teller *t, size_t block, uint32_t line)
{
	const struct article *article = t->article;
	for (; t->reference < article->reference_count; t->reference++) {
		const struct reference *r = &article->references[t->reference];
		if (t->doc->body.marks[r->mark].block != block)
			return;
		vec_push(&t->told, (struct told){ .line = line,
						  .fate = TOLD_REFERENCE,
						  .text = r->text,
						  .reference = r });
	}
}

/*
 * Whether a paragraph comes of a block: not of "Baca juga: Title" alone. Lines
 * are asked in their order, which is that of the pieces.
 */
static bool is_prose(struct teller *t, uint32_t line)
{
	while (t->piece < t->piece_count && t->pieces[t->piece].line < line)
		t->piece++;
	for (size_t i = t->piece;
	     i < t->piece_count && t->pieces[i].line == line; i++)
		if (t->pieces[i].kind == PIECE_TEXT)
			return true;
	return false;
}

/*
 * A line that stayed, or each of the paragraphs that it was parted into, one of
 * which may have been dropped: with the block that begins on it come its
 * references.
 */
static void tell_kept(struct teller *t, uint32_t line, struct slice text,
		      bool dropped)
{
	const struct block *blocks = t->doc->body.blocks;
	size_t end = t->block;
	if (line < t->until && !dropped) {
		tell(t, line, TOLD_KEPT, text);
		return;
	}
	while (end < t->doc->body.block_count && blocks[end].line == line)
		end++;
	if (end == t->block && !dropped && line <= t->doc->front_lines)
		vec_push(&t->told, (struct told){ .line = line,
						  .fate = TOLD_USED,
						  .text = text,
						  .rule = "front-matter",
						  .why = "what is known of the "
							 "article" });
	bool parted = end - t->block > 1 || dropped;
	for (; t->block < end; t->block++) {
		tell(t, line, is_prose(t, line) ? TOLD_KEPT : TOLD_REFERENCE,
		     parted ? text_level(t->arena, blocks[t->block].text)
			    : text);
		tell_references(t, t->block, line);
		t->until = line + 1 +
			   (uint32_t)slice_count(blocks[t->block].text, '\n');
	}
}

const struct told *provenance(const struct document *doc,
			      const struct article *article, struct slice text,
			      const struct piece *pieces, size_t piece_count,
			      struct arena *a, size_t *count)
{
	struct teller t = { .doc = doc,
			    .article = article,
			    .pieces = pieces,
			    .piece_count = piece_count,
			    .arena = a };
	struct slice line;
	for (uint32_t number = 1; slice_cut(&text, '\n', &line); number++) {
		struct slice shown = text_level(a, line);
		bool dropped = tell_trace(&t, number);
		if (shown.len)
			tell_kept(&t, number, shown, dropped);
	}
	*count = t.told.count;
	struct told *told = ARENA_ARRAY(a, struct told, t.told.count);
	if (t.told.count)
		memcpy(told, t.told.items, t.told.count * sizeof *told);
	vec_release(&t.told);
	return told;
}
