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

bool render_sitemap(struct page *p)
{
	page_head(p, "sitemap", SLICE(""), SLICE(""));
	for (uint32_t i = 0; i < sitemap_parts(p->r); i++) {
		struct planned part = { PAGE_SITEMAP_PART, 0, i };
		tmpl_value(tmpl_section(p->dict, M_SITEMAP_PART), M_SITEMAP_URL,
			   page_absolute(
			       p, plan_path(p->r, &part, &p->worker->arena)));
	}
	return true;
}

bool render_sitemap_part(struct page *p)
{
	const struct renderer *r = p->r;
	struct arena *a = &p->worker->arena;
	uint32_t from = p->plan->item * SITEMAP_MAX;
	page_head(p, "sitemap", SLICE(""), SLICE(""));
	for (uint32_t i = from; i < r->sitemap_pages && i < from + SITEMAP_MAX;
	     i++) {
		const struct planned *entry = &r->plan.items[i];
		struct tmpl_dict *d = tmpl_section(p->dict, M_SITEMAP_PAGE);
		tmpl_value(d, M_SITEMAP_URL,
			   page_absolute(p, plan_path(r, entry, a)));
		if (entry->kind != PAGE_ARTICLE ||
		    entry->item >= p->archive->dated)
			continue;
		tmpl_value(tmpl_section(d, M_HAS_LASTMOD), M_LASTMOD,
			   page_iso(p, p->archive->articles[entry->item].date));
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
