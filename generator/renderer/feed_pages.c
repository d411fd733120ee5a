/*
 * feed_pages.c - what machines read: the Atom feed (RFC 4287) and the sitemap
 * (sitemaps.org: at most 50,000 addresses a part, an index over the parts).
 */
#include "renderer/page.h"

/*
 * A permanent id that does not depend on where the site is published: a UUID
 * of version 8 (RFC 9562, custom) from a hash of the address.
 */
static struct slice uuid_of(struct arena *a, struct slice path)
{
	struct hash128 h = hash128(path);
	h.high = (h.high & ~UINT64_C(0xF000)) | UINT64_C(0x8000);
	h.low = (h.low & ~(UINT64_C(3) << 62)) | (UINT64_C(2) << 62);
	return arena_printf(
	    a, "urn:uuid:%08x-%04x-%04x-%04x-%012llx", (unsigned)(h.high >> 32),
	    (unsigned)(h.high >> 16) & 0xFFFF, (unsigned)h.high & 0xFFFF,
	    (unsigned)(h.low >> 48),
	    (unsigned long long)(h.low & UINT64_C(0xFFFFFFFFFFFF)));
}

/* Absolute with base_url; else relative to the feed, as RFC 4287 allows. */
static struct slice feed_link(struct page *p, struct slice path)
{
	return p->r->options.base_url.len ? page_absolute(p, path) : path;
}

static void add_entry(struct page *p, const struct article *article)
{
	struct tmpl_dict *e = tmpl_section(p->dict, M_ENTRY);
	tmpl_value(e, M_ENTRY_ID, uuid_of(&p->worker->arena, article->path));
	tmpl_value(e, M_ENTRY_URL, feed_link(p, article->path));
	tmpl_value(e, M_ENTRY_TITLE, article->title);
	tmpl_value(e, M_ENTRY_UPDATED, page_time(p, article));
	tmpl_value(e, M_ENTRY_SUMMARY, article->lead);
	if (article->byline.len)
		tmpl_value(tmpl_section(e, M_ENTRY_AUTHOR), M_ENTRY_AUTHOR_NAME,
			   article->byline);
	for (uint32_t i = 0; i < article->tag_count; i++)
		tmpl_value(tmpl_section(e, M_ENTRY_TAG), M_ENTRY_TAG_NAME,
			   p->archive->tags[article->tags[i]].name);
}

bool render_feed(struct page *p)
{
	const struct archive *x = p->archive;
	const struct renderer_options *o = &p->r->options;
	uint32_t from = x->dated > o->feed_size ? x->dated - o->feed_size : 0;
	page_head(p, "feed", o->title, o->description);
	tmpl_value(p->dict, M_FEED_ID,
		   uuid_of(&p->worker->arena,
			   o->base_url.len ? o->base_url : o->title));
	tmpl_value(p->dict, M_FEED_URL, feed_link(p, p->path));
	tmpl_value(p->dict, M_HOME_URL, feed_link(p, SLICE("index.html")));
	tmpl_value(p->dict, M_UPDATED,
		   x->dated ? page_time(p, &x->articles[x->dated - 1])
			    : SLICE("1970-01-01T00:00:00Z"));
	for (uint32_t i = x->dated; i-- > from;)
		add_entry(p, &x->articles[i]);
	return true;
}

/* --- sitemap -------------------------------------------------------------- */

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
