/*
 * draft.c - what the archive keeps of a document: everything but the body, and
 * of that the first words, a count and the words behind each mark.
 */
#include "archive/guess.h"
#include "archive/internal.h"

#include "base/text.h"

/* Behind the bracket that closes the one at `at`, or the end. */
static size_t behind_address(struct slice text, size_t at)
{
	size_t depth = 0;
	for (; at < text.len; at++) {
		depth += text.ptr[at] == '(';
		depth -= text.ptr[at] == ')';
		if (!depth)
			return at + 1;
	}
	return at;
}

/* Without the marks of Markdown for emphasis, headings, quotes and links. */
static void add_unmarked(struct buf *out, struct slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == ']' && i + 1 < text.len && text.ptr[i + 1] == '(')
			i = behind_address(text, i + 1) - 1;
		else if (!strchr("*`#>_[]!", c) ||
			 (c == '!' &&
			  (i + 1 == text.len || text.ptr[i + 1] != '[')))
			buf_byte(out, c);
	}
}

/* The first block that has words, up to the first mark in it. */
static struct slice first_words(const struct body *body, struct buf *buf)
{
	size_t mark = 0;
	buf_clear(buf);
	for (size_t i = 0; i < body->block_count; i++) {
		struct slice text = body->blocks[i].text;
		while (mark < body->mark_count &&
		       (body->marks[mark].block < i || body->marks[mark].weak))
			mark++; /* a gloss is text */
		if (mark < body->mark_count && body->marks[mark].block == i)
			text = slice_sub(text, 0, body->marks[mark].at);
		if (body->markdown)
			add_unmarked(buf, text);
		else
			buf_add(buf, text);
		if (text_trim(buf_slice(buf)).len)
			return buf_slice(buf);
		buf_clear(buf);
	}
	return buf_slice(buf);
}

/* The first words of the body for lists: plain, one line, cut at a word. */
static struct slice make_lead(const struct body *body, struct archive_worker *w)
{
	struct slice all = text_level(&w->scratch, first_words(body, &w->buf));
	struct slice lead = text_head(all, LEAD_MAX);
	if (lead.len == all.len)
		return arena_copy(&w->arena, all);
	size_t word = lead.len;
	while (word && lead.ptr[word - 1] != ' ')
		word--;
	if (word) /* else it is one long word, or a script without blanks */
		lead.len = word;
	return arena_printf(&w->arena, "%.*s\xE2\x80\xA6",
			    SLICE_ARG(text_trim(lead)));
}

static uint32_t count_words(const struct body *body)
{
	size_t words = 0;
	for (size_t i = 0; i < body->block_count; i++)
		words += slice_words(body->blocks[i].text);
	return (uint32_t)words;
}

static uint64_t hash_body(const struct body *body)
{
	uint64_t hash = 0;
	for (size_t i = 0; i < body->block_count; i++)
		hash = hash64_more(hash, body->blocks[i].text);
	return hash;
}

static uint64_t hash_title(struct slice title, struct buf *buf)
{
	buf_clear(buf);
	text_fold(buf, title);
	return hash64(buf_slice(buf));
}

static uint64_t identity_of(const struct document *doc)
{
	if (doc->url.len)
		return hash64(doc->url);
	uint64_t hash = hash64_more(0, doc->title);
	if (doc->body.block_count)
		hash = hash64_more(hash, doc->body.blocks[0].text);
	return hash;
}

static struct slice keep_name(struct archive_worker *w, struct slice name)
{
	return intern(&w->names, &w->arena, name);
}

static void keep_marks(struct draft *draft, const struct body *body,
		       struct archive_worker *w)
{
	struct arena *a = &w->drafts_arena;
	if (!body->mark_count)
		return;
	struct pending_mark *marks =
	    ARENA_ARRAY(a, struct pending_mark, body->mark_count);
	for (size_t i = 0; i < body->mark_count; i++) {
		const struct mark *m = &body->marks[i];
		struct slice words = slice_sub(body->blocks[m->block].text,
					       m->words_at, m->words_to);
		if (words.len > MARK_WORDS_MAX) {
			/* a beginning says nothing of what ends for sure */
			words.len = m->end == MARK_OPEN ? MARK_WORDS_MAX : 0;
			while (words.len && words.ptr[words.len] != ' ')
				words.len--;
		}
		marks[i] = (struct pending_mark){
			.marker = keep_name(w, m->marker),
			.words = arena_copy(a, words),
			.words_at = m->words_at,
			.end = m->end,
			.weak = m->weak,
			.bare = m->bare,
			.glued = m->glued,
		};
	}
	draft->marks = marks;
	draft->mark_count = (uint32_t)body->mark_count;
}

static void keep_tags(struct article *article, const struct document *doc,
		      struct archive_worker *w)
{
	if (!doc->tag_count)
		return;
	struct slice *names =
	    ARENA_ARRAY(&w->arena, struct slice, doc->tag_count);
	for (size_t i = 0; i < doc->tag_count; i++)
		names[i] = keep_name(w, doc->tags[i]);
	article->tag_names = names;
	article->name_count = (uint32_t)doc->tag_count;
}

static struct article make_article(const struct document *doc,
				   struct archive_worker *w)
{
	struct arena *a = &w->arena;
	struct article article = {
		.source = arena_copy(a, doc->source),
		.title = arena_copy(a, doc->title),
		.lead = make_lead(&doc->body, w),
		.dateline = keep_name(w, doc->dateline),
		.outlet = keep_name(w, doc->outlet),
		.byline = keep_name(w, doc->byline),
		.url = arena_copy(a, doc->url),
		.fingerprint = doc->fingerprint,
		.identity = identity_of(doc),
		.date = doc->date,
		.minute = doc->minute,
		.date_from = (uint8_t)doc->date_from,
		.date_why = (uint8_t)doc->date_why,
		.words = count_words(&doc->body),
		.where = doc->where,
	};
	address_give(&article,
		     address_slug(&w->buf, doc->wanted_slug, doc->title,
				  article.identity),
		     a);
	return article;
}

void archive_add(struct archive_builder *b, unsigned worker,
		 const struct document *doc)
{
	struct archive_worker *w = &b->workers[worker];
	struct article article = make_article(doc, w);
	struct draft draft = {
		.lost_commas =
		    doc->body.mark_count > 0 && guess_lost_commas(&doc->body),
		.content = hash_body(&doc->body),
		.title_hash = hash_title(doc->title, &w->buf),
		.sketch = sketch_make(&doc->body, &w->sketches_arena, &w->buf),
	};
	keep_marks(&draft, &doc->body, w);
	keep_tags(&article, doc, w);
	vec_push(&w->drafted.articles, article);
	vec_push(&w->drafted.drafts, draft);
	arena_clear(&w->scratch);
}
