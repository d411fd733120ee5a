/*
 * article_page.c - one article: its body read again, references where they
 * stood, who cites it, what came before and after.
 */
#include "renderer/page.h"

#include "renderer/markdown.h"

enum {
	CITED_MAX = 100, /* listed; the rest is counted */
	FAMILY_MAX = 20, /* listed: each of n copies would list n */
	WORDS_A_MINUTE = 200,
};

static void add_crumbs(struct page *p, const struct article *article)
{
	struct arena *a = &p->worker->arena;
	page_crumb_home(p);
	if (!date_known(article->date)) {
		page_crumb(p, p->strings->undated, SLICE("undated/index.html"));
		return;
	}
	page_crumb_year(p, article->date);
	page_crumb_month(p, article->date);
	page_crumb(p, arena_printf(a, "%d", article->date.day),
		   day_path(a, article->date));
}

static void add_date(struct page *p, const struct article *article)
{
	struct arena *a = &p->worker->arena;
	if (!date_known(article->date)) {
		tmpl_show(p->dict, M_UNDATED);
		return;
	}
	struct tmpl_dict *d = tmpl_section(p->dict, M_HAS_DATE);
	tmpl_value(d, M_DATE_LONG,
		   strings_long_date(p->strings, article->date, a));
	tmpl_value(d, M_DATE_ISO, page_iso(p, article->date));
	tmpl_value(d, M_DAY_URL, page_link(p, day_path(a, article->date)));
	tmpl_value(d, M_ANNIVERSARY_URL,
		   page_link(p, anniversary_path(a, article->date.month,
						 article->date.day)));
	if (article->date_from == DATE_FROM_TEXT)
		tmpl_show(d, M_DATE_FROM_TEXT);
	else if (article->date_from == DATE_FROM_PATH)
		tmpl_show(d, M_DATE_FROM_PATH);
	if (date_confidence((enum date_why)article->date_why) ==
	    CONFIDENCE_DOUBTFUL)
		tmpl_show(d, M_DATE_IN_DOUBT);
}

static void add_optional(struct page *p, enum marker section, enum marker value,
			 struct slice text)
{
	if (text.len)
		tmpl_value(tmpl_section(p->dict, section), value, text);
}

static void add_facts(struct page *p, const struct article *article)
{
	uint32_t minutes =
	    (article->words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
	tmpl_value(p->dict, M_TITLE, article->title);
	tmpl_value(
	    p->dict, M_READING_MINUTES,
	    arena_printf(&p->worker->arena, "%u", minutes ? minutes : 1));
	add_date(p, article);
	add_optional(p, M_HAS_DATELINE, M_DATELINE, article->dateline);
	add_optional(p, M_HAS_OUTLET, M_OUTLET, article->outlet);
	add_optional(p, M_HAS_BYLINE, M_BYLINE, article->byline);
	add_optional(p, M_HAS_SOURCE_URL, M_SOURCE_URL, article->url);
}

/* --- the body ------------------------------------------------------------- */

static void add_reference(struct page *p, const struct reference *r)
{
	struct tmpl_dict *block = tmpl_section(p->dict, M_BLOCK);
	struct tmpl_dict *d = tmpl_section(block, M_REFERENCE);
	tmpl_value(d, M_REFERENCE_MARKER, r->marker);
	if (r->target == NO_ARTICLE) {
		tmpl_value(tmpl_section(d, M_UNLINKED), M_REFERENCE_TEXT,
			   r->text);
		return;
	}
	const struct article *target = &p->archive->articles[r->target];
	struct tmpl_dict *linked = tmpl_section(d, M_LINKED);
	tmpl_value(linked, M_REFERENCE_URL, page_link(p, target->path));
	tmpl_value(linked, M_REFERENCE_TITLE, target->title);
	tmpl_value(
	    linked, M_REFERENCE_DATE,
	    strings_short_date(p->strings, target->date, &p->worker->arena));
}

/* Paragraphs up to the next reference: one PROSE. Returns where it stopped. */
static size_t add_prose(struct page *p, const struct piece *pieces, size_t i,
			size_t count, bool markdown)
{
	struct buf *prose = &p->worker->prose;
	struct buf html = { 0 };
	buf_clear(prose);
	for (; i < count && pieces[i].kind == PIECE_TEXT; i++) {
		if (!markdown) {
			markdown_paragraph(&html, pieces[i].text);
			continue;
		}
		buf_add(prose, pieces[i].text);
		buf_add(prose, SLICE("\n\n"));
	}
	if (markdown)
		markdown_html(&html, buf_slice(prose));
	struct tmpl_dict *block = tmpl_section(p->dict, M_BLOCK);
	tmpl_html(
	    tmpl_section(block, M_PROSE), M_PROSE_HTML,
	    (struct html){ arena_copy(&p->worker->arena, buf_slice(&html)) });
	buf_release(&html);
	return i;
}

static void add_body(struct page *p)
{
	const struct reading *r = p->reading;
	size_t i = 0;
	while (i < r->piece_count) {
		const struct piece *piece = &r->pieces[i];
		if (piece->kind == PIECE_TEXT)
			i = add_prose(p, r->pieces, i, r->piece_count,
				      r->doc->body.markdown);
		else
			i++;
		/* the words of an unsure one are in the prose already */
		if (piece->kind == PIECE_REFERENCE && !piece->reference->unsure)
			add_reference(p, piece->reference);
	}
}

/* --- around it ------------------------------------------------------------ */

static void add_tags(struct page *p, const struct article *article)
{
	struct arena *a = &p->worker->arena;
	if (!article->tag_count)
		return;
	struct tmpl_dict *d = tmpl_section(p->dict, M_HAS_TAGS);
	for (uint32_t i = 0; i < article->tag_count; i++) {
		const struct tag *tag = &p->archive->tags[article->tags[i]];
		struct tmpl_dict *t = tmpl_section(d, M_TAG);
		tmpl_value(t, M_TAG_NAME, tag->name);
		tmpl_value(t, M_TAG_URL,
			   page_link(p, arena_printf(a, "tag/%.*s/index.html",
						     SLICE_ARG(tag->slug))));
	}
}

static void add_cited_by(struct page *p)
{
	const struct archive *x = p->archive;
	uint32_t from = x->cited_from[p->plan->item];
	uint32_t count = x->cited_from[p->plan->item + 1] - from;
	if (!count)
		return;
	struct tmpl_dict *d = tmpl_section(p->dict, M_HAS_CITED_BY);
	tmpl_value(d, M_CITED_COUNT, page_count(p, count));
	for (uint32_t i = 0; i < count && i < CITED_MAX; i++)
		page_item(p, d, x->citing[from + i]);
	if (count > CITED_MAX)
		tmpl_value(tmpl_section(d, M_CITED_MORE), M_CITED_MORE_COUNT,
			   page_count(p, count - CITED_MAX));
}

/* The first of the others that tell the same story, the canonical one first. */
static void add_family(struct page *p)
{
	const struct family *family = archive_family(p->archive, p->plan->item);
	if (!family)
		return;
	struct tmpl_dict *d = tmpl_section(p->dict, M_HAS_FAMILY);
	for (uint32_t i = 0; i < family->count && i < FAMILY_MAX; i++)
		if (family->articles[i] != p->plan->item)
			page_item(p, d, family->articles[i]);
}

static void add_thread(struct page *p)
{
	const struct archive *x = p->archive;
	uint32_t thread = x->thread_of[p->plan->item];
	if (thread != NO_THREAD)
		tmpl_value(
		    tmpl_section(p->dict, M_THREAD), M_THREAD_URL,
		    page_link(p, thread_path(x, thread, &p->worker->arena)));
}

static void add_neighbours(struct page *p)
{
	const struct archive *x = p->archive;
	uint32_t i = p->plan->item;
	struct slice none = { 0 };
	if (i >= x->dated)
		return;
	const struct article *before = i ? &x->articles[i - 1] : NULL;
	const struct article *after =
	    i + 1 < x->dated ? &x->articles[i + 1] : NULL;
	page_neighbours(
	    p, before ? before->title : none, before ? before->path : none,
	    after ? after->title : none, after ? after->path : none);
}

bool render_article(struct page *p)
{
	const struct article *article = &p->archive->articles[p->plan->item];
	page_head(p, "article", article->title, article->lead);
	page_metadata(p, article);
	add_crumbs(p, article);
	add_facts(p, article);
	add_body(p);
	add_tags(p, article);
	add_cited_by(p);
	page_citation(p, article);
	if (p->r->options.raw)
		tmpl_value(tmpl_section(p->dict, M_HAS_RAW), M_RAW_URL,
			   page_link(p, raw_path(article, &p->worker->arena)));
	add_family(p);
	add_thread(p);
	add_neighbours(p);
	return true;
}
