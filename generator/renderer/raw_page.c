/*
 * raw_page.c - where an article's text comes from: each line of its source
 * beside what became of it, with every cut and the rule behind it.
 */
#include "renderer/page.h"

struct walk {
	const struct told *told;
	const struct piece *pieces;
	size_t told_count, piece_count;
	size_t next_told, next_piece;
};

static void add_words(struct tmpl_dict *line, enum marker section,
		      const struct told *told)
{
	struct tmpl_dict *d = tmpl_section(line, section);
	tmpl_value(d, M_RAW_WORDS, told->text);
	tmpl_value(d, M_RAW_RULE, slice_of(told->rule));
	tmpl_value(d, M_RAW_WHY, slice_of(told->why));
}

static void add_told(struct tmpl_dict *line, const struct told *told)
{
	switch (told->fate) {
	case TOLD_DROPPED:
		add_words(line, M_RAW_DROPPED, told);
		break;
	case TOLD_CUT:
		add_words(line, M_RAW_CUT, told);
		break;
	case TOLD_USED:
		add_words(line, M_RAW_USED, told);
		break;
	case TOLD_KEPT:
	case TOLD_REFERENCE: /* the pieces tell of them */
	case TOLD_LEFT:	     /* of no line */
		break;
	}
}

static void add_piece(struct page *p, struct tmpl_dict *line,
		      const struct piece *piece)
{
	const struct reference *r = piece->reference;
	if (piece->kind == PIECE_TEXT) {
		tmpl_value(tmpl_section(line, M_RAW_PIECE), M_RAW_TEXT,
			   piece->text);
		return;
	}
	struct tmpl_dict *d = tmpl_section(line, M_RAW_REFERENCE);
	tmpl_value(d, M_REFERENCE_MARKER, r->marker);
	if (r->target == NO_ARTICLE) {
		tmpl_value(tmpl_section(d, M_UNLINKED), M_REFERENCE_TEXT,
			   r->text);
		return;
	}
	d = tmpl_section(d, M_LINKED);
	tmpl_value(d, M_REFERENCE_URL,
		   page_link(p, p->archive->articles[r->target].path));
	tmpl_value(d, M_REFERENCE_TITLE, p->archive->articles[r->target].title);
}

/* Everything that is told of lines up to this one. */
static void add_line(struct page *p, struct walk *w, uint32_t number,
		     struct slice text)
{
	struct tmpl_dict *line = tmpl_section(p->dict, M_RAW_LINE);
	tmpl_value(line, M_RAW_NUMBER,
		   arena_printf(&p->worker->arena, "%u", number));
	tmpl_value(line, M_RAW_TEXT, text);
	for (; w->next_told < w->told_count &&
	       w->told[w->next_told].line <= number;
	     w->next_told++)
		if (w->told[w->next_told].line)
			add_told(line, &w->told[w->next_told]);
	for (; w->next_piece < w->piece_count &&
	       w->pieces[w->next_piece].line <= number;
	     w->next_piece++)
		add_piece(p, line, &w->pieces[w->next_piece]);
}

bool render_raw(struct page *p)
{
	const struct reading *r = p->reading;
	const struct article *article = &p->archive->articles[p->plan->item];
	struct arena *a = &p->worker->arena;
	struct slice text = r->text, line;
	struct walk w = { .pieces = r->pieces, .piece_count = r->piece_count };
	w.told = provenance(r->doc, article, r->text, r->pieces, r->piece_count,
			    a, &w.told_count);
	page_head(p, "raw", article->title, SLICE(""));
	page_crumb_home(p);
	page_crumb(p, article->title, article->path);
	for (uint32_t number = 1; slice_cut(&text, '\n', &line); number++)
		if (slice_trim(line).len)
			add_line(p, &w, number, slice_trim(line));
	return true;
}
