/*
 * sitemap_pages.c - what search engines read: every page (sitemaps.org: at most
 * 50,000 addresses a part, an index over the parts), and how this site can be
 * searched (OpenSearch 1.1).
 */
#include "renderer/page.h"

#include "base/text.h"

enum {
	SHORT_NAME_MAX = 16 /* code points: OpenSearch 1.1, ShortName */
};

uint32_t sitemap_parts(const struct renderer *r)
{
	return (r->sitemap_pages + SITEMAP_MAX - 1) / SITEMAP_MAX;
}

static uint32_t part_end(const struct renderer *r, uint32_t part)
{
	uint32_t end = (part + 1) * SITEMAP_MAX;
	return end < r->sitemap_pages ? end : r->sitemap_pages;
}

/* The date of a planned page: of an article that has one, else unknown. */
static struct date date_of(const struct renderer *r, uint32_t entry)
{
	const struct planned *p = &r->plan.items[entry];
	return p->kind == PAGE_ARTICLE ? r->archive->articles[p->item].date
				       : (struct date){ 0 };
}

static void add_lastmod(struct page *p, struct tmpl_dict *d, struct date date)
{
	if (date_known(date))
		tmpl_value(tmpl_section(d, M_HAS_LASTMOD), M_LASTMOD,
			   page_iso(p, date));
}

bool render_sitemap(struct page *p)
{
	const struct renderer *r = p->r;
	page_head(p, "sitemap", SLICE(""), SLICE(""));
	for (uint32_t i = 0; i < sitemap_parts(r); i++) {
		struct planned part = { PAGE_SITEMAP_PART, 0, i };
		struct tmpl_dict *d = tmpl_section(p->dict, M_SITEMAP_PART);
		struct date newest = { 0 };
		tmpl_value(
		    d, M_SITEMAP_URL,
		    page_absolute(p, plan_path(r, &part, &p->worker->arena)));
		for (uint32_t k = i * SITEMAP_MAX; k < part_end(r, i); k++)
			if (date_cmp(date_of(r, k), newest) > 0)
				newest = date_of(r, k);
		add_lastmod(p, d, newest);
	}
	return true;
}

bool render_sitemap_part(struct page *p)
{
	const struct renderer *r = p->r;
	struct arena *a = &p->worker->arena;
	uint32_t part = p->plan->item;
	page_head(p, "sitemap", SLICE(""), SLICE(""));
	for (uint32_t i = part * SITEMAP_MAX; i < part_end(r, part); i++) {
		struct tmpl_dict *d = tmpl_section(p->dict, M_SITEMAP_PAGE);
		tmpl_value(
		    d, M_SITEMAP_URL,
		    page_absolute(p, plan_path(r, &r->plan.items[i], a)));
		add_lastmod(p, d, date_of(r, i));
	}
	return true;
}

/*
 * The archive has no search of its own; a search engine that is told to keep to
 * this site has. Nothing asks it but a reader who searches.
 */
bool render_opensearch(struct page *p)
{
	const struct renderer_options *o = &p->r->options;
	struct slice site = o->base_url, scheme;
	slice_cut(&site, ':', &scheme);
	site = slice_from(site, 2); /* behind the slashes */
	page_head(p, "opensearch", o->title, SLICE(""));
	tmpl_value(p->dict, M_SHORT_NAME, text_head(o->title, SHORT_NAME_MAX));
	tmpl_value(p->dict, M_SEARCH_URL,
		   arena_printf(&p->worker->arena,
				"https://duckduckgo.com/"
				"?q=site:%.*s%%20{searchTerms}",
				SLICE_ARG(site)));
	return true;
}
