/*
 * citation.c - how to cite an article: as a sentence, as BibTeX (@online of
 * biblatex) and as RIS (type NEWS). The address is that of the original if it
 * is known, else the page's own if base_url is set.
 */
#include "renderer/page.h"

/* What BibTeX and LaTeX would take as a command is written as one. */
static void add_bibtex(struct buf *out, struct slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == '\\')
			buf_add(out, SLICE("\\textbackslash{}"));
		else if (c == '~')
			buf_add(out, SLICE("\\textasciitilde{}"));
		else if (c == '^')
			buf_add(out, SLICE("\\textasciicircum{}"));
		else if (strchr("{}%&$#_", c))
			buf_printf(out, "\\%c", c);
		else
			buf_byte(out, c);
	}
}

/* `  title = {{...}},`: the inner braces keep the capitals. */
static void bibtex_field(struct buf *out, const char *name, struct slice value)
{
	if (!value.len)
		return;
	buf_printf(out, ",\n  %s = {{", name);
	add_bibtex(out, value);
	buf_add(out, SLICE("}}"));
}

/* biblatex takes it as it is, so that what would end the field is encoded. */
static void bibtex_address(struct buf *out, struct slice url)
{
	if (!url.len)
		return;
	buf_add(out, SLICE(",\n  url = {"));
	for (size_t i = 0; i < url.len; i++)
		if (strchr("{}\\", url.ptr[i]))
			buf_printf(out, "%%%02X", (unsigned char)url.ptr[i]);
		else
			buf_byte(out, url.ptr[i]);
	buf_byte(out, '}');
}

static void bibtex(struct buf *out, const struct article *article,
		   struct slice iso, struct slice url)
{
	buf_printf(out, "@online{%.*s%s%.*s", SLICE_ARG(iso),
		   iso.len ? "-" : "", SLICE_ARG(article->slug));
	bibtex_field(out, "author", article->byline);
	bibtex_field(out, "title", article->title);
	bibtex_field(out, "organization", article->outlet);
	if (iso.len)
		buf_printf(out, ",\n  date = {%.*s}", SLICE_ARG(iso));
	bibtex_address(out, url);
	buf_add(out, SLICE(",\n  langid = {indonesian}\n}"));
}

static void ris_field(struct buf *out, const char *tag, struct slice value)
{
	if (value.len)
		buf_printf(out, "%s  - %.*s\n", tag, SLICE_ARG(value));
}

static void ris(struct buf *out, const struct article *article,
		struct slice slashed, struct slice url)
{
	buf_add(out, SLICE("TY  - NEWS\n"));
	ris_field(out, "TI", article->title);
	ris_field(out, "AU", article->byline);
	ris_field(out, "T2", article->outlet);
	ris_field(out, "CY", article->dateline);
	ris_field(out, "DA", slashed);
	ris_field(out, "LA", SLICE("id"));
	ris_field(out, "UR", url);
	buf_add(out, SLICE("ER  - "));
}

/* "Nama. Judul. Koran, 26 September 2020. https://..." */
static void sentence(struct buf *out, const struct article *article,
		     struct slice date, struct slice url)
{
	if (article->byline.len)
		buf_printf(out, "%.*s. ", SLICE_ARG(article->byline));
	buf_add(out, article->title);
	if (!strchr(".?!", article->title.ptr[article->title.len - 1]))
		buf_byte(out, '.');
	if (article->outlet.len)
		buf_printf(out, " %.*s%s", SLICE_ARG(article->outlet),
			   date.len ? "," : ".");
	if (date.len)
		buf_printf(out, " %.*s.", SLICE_ARG(date));
	if (url.len)
		buf_printf(out, " %.*s", SLICE_ARG(url));
}

static struct slice kept(struct arena *a, struct buf *buf)
{
	struct slice text = arena_copy(a, buf_slice(buf));
	buf_clear(buf);
	return text;
}

void page_citation(struct page *p, const struct article *article)
{
	struct arena *a = &p->worker->arena;
	struct slice url = article->url, iso = { 0 }, slashed = { 0 };
	struct buf buf = { 0 };
	if (!url.len && p->r->options.base_url.len)
		url = page_absolute(p, article->path);
	if (date_known(article->date)) {
		iso = page_iso(p, article->date);
		slashed = page_slashed(p, article->date);
	}
	sentence(&buf, article,
		 strings_short_date(p->strings, article->date, a), url);
	tmpl_value(p->dict, M_CITE_PLAIN, kept(a, &buf));
	bibtex(&buf, article, iso, url);
	tmpl_value(p->dict, M_CITE_BIBTEX, kept(a, &buf));
	ris(&buf, article, slashed, url);
	tmpl_value(p->dict, M_CITE_RIS, kept(a, &buf));
	buf_release(&buf);
}
