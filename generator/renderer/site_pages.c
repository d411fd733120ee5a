/*
 * site_pages.c - the pages of the site's own, "About" and the like, and the
 * links to them at the foot of every page.
 */
#include "renderer/page.h"

#include "renderer/markdown.h"

struct slice site_page_path(const struct site_page *page, struct arena *a)
{
	return arena_printf(a, "%.*s.html", SLICE_ARG(page->slug));
}

void add_site_pages(struct page *p)
{
	const struct renderer_options *o = &p->r->options;
	if (!o->page_count)
		return;
	struct tmpl_dict *d = tmpl_section(p->dict, M_HAS_SITE_PAGES);
	for (size_t i = 0; i < o->page_count; i++) {
		struct tmpl_dict *one = tmpl_section(d, M_SITE_PAGE);
		tmpl_value(one, M_SITE_PAGE_TITLE, o->pages[i].title);
		tmpl_value(one, M_SITE_PAGE_URL,
			   page_link(p, site_page_path(&o->pages[i],
						       &p->worker->arena)));
	}
}

bool render_site_page(struct page *p)
{
	const struct site_page *page = &p->r->options.pages[p->plan->item];
	struct buf html = { 0 };
	markdown_html(&html, page->markdown);
	page_head(p, "page", page->title, SLICE(""));
	page_crumb_home(p);
	tmpl_html(
	    tmpl_section(p->dict, M_PROSE), M_PROSE_HTML,
	    (struct html){ arena_copy(&p->worker->arena, buf_slice(&html)) });
	buf_release(&html);
	return true;
}
