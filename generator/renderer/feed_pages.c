/*
 * feed_pages.c - feeds: of the site and of each tag, with the newest articles
 * (Atom, RFC 4287; JSON Feed 1.1), and of each month with all of its articles.
 * Site and months are one archived feed (RFC 5005, section 4): who follows
 * prev-archive from the site's feed comes to every dated article.
 */
#include "renderer/page.h"

#include "base/json.h"

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
	return p->r->options.base_url.len ? page_absolute(p, path)
					  : page_link(p, path);
}

/* The site's own id is that of its base_url, as it has always been. */
static struct slice feed_id(struct page *p)
{
	const struct renderer_options *o = &p->r->options;
	struct slice site = o->base_url.len ? o->base_url : o->title;
	struct arena *a = &p->worker->arena;
	if (p->plan->kind == PAGE_FEED || p->plan->kind == PAGE_JSON_FEED)
		return uuid_of(a, site);
	return uuid_of(a, arena_printf(a, "%.*s%.*s", SLICE_ARG(site),
				       SLICE_ARG(p->path)));
}

/* --- Atom ----------------------------------------------------------------- */

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

/*
 * Articles from..to of a list, the newest first. `of` is what the feed is of,
 * empty for the site; `page` the page that people read.
 */
static void fill_feed(struct page *p, struct slice of, struct slice page,
		      const struct list *list, struct range range)
{
	const struct renderer_options *o = &p->r->options;
	struct arena *a = &p->worker->arena;
	struct slice updated = SLICE("1970-01-01T00:00:00Z");
	page_head(p, "feed", o->title, o->description);
	for (uint32_t i = range.to; i-- > range.from;) {
		uint32_t number =
		    list->numbers ? list->numbers[i] : list->from + i;
		const struct article *article = &p->archive->articles[number];
		if (i + 1 == range.to)
			updated = page_time(p, article);
		add_entry(p, article);
	}
	tmpl_value(p->dict, M_FEED_ID, feed_id(p));
	tmpl_value(p->dict, M_FEED_TITLE,
		   of.len ? arena_printf(a, "%.*s \xE2\x80\x93 %.*s",
					 SLICE_ARG(of), SLICE_ARG(o->title))
			  : o->title);
	tmpl_value(p->dict, M_FEED_URL, feed_link(p, p->path));
	tmpl_value(p->dict, M_HOME_URL, feed_link(p, page));
	tmpl_value(p->dict, M_UPDATED, updated);
}

static struct range newest(uint32_t count, uint32_t most)
{
	return (struct range){ count > most ? count - most : 0, count };
}

static void link_archive(struct page *p, enum marker section, enum marker value,
			 uint32_t month)
{
	const struct planned target = { PAGE_MONTH_FEED, 0, month };
	tmpl_value(tmpl_section(p->dict, section), value,
		   feed_link(p, plan_path(p->r, &target, &p->worker->arena)));
}

bool render_feed(struct page *p)
{
	const struct archive *x = p->archive;
	const struct list all = { NULL, 0, x->dated, false };
	fill_feed(p, SLICE(""), SLICE("index.html"), &all,
		  newest(x->dated, p->r->options.feed_size));
	if (x->month_count)
		link_archive(p, M_HAS_PREV_ARCHIVE, M_PREV_ARCHIVE_URL,
			     x->month_count - 1);
	return true;
}

bool render_tag_feed(struct page *p)
{
	const struct archive *x = p->archive;
	const struct tag *tag = &x->tags[p->plan->item];
	const struct list list = { tag->articles, 0, tag->count, false };
	const struct planned page = { PAGE_TAG, 0, p->plan->item };
	uint32_t dated = tag->count; /* a feed has no place for the undated */
	while (dated && tag->articles[dated - 1] >= x->dated)
		dated--;
	fill_feed(p, tag->name, plan_path(p->r, &page, &p->worker->arena),
		  &list, newest(dated, p->r->options.feed_size));
	return true;
}

bool render_month_feed(struct page *p)
{
	const struct archive *x = p->archive;
	const struct month *month = &x->months[p->plan->item];
	struct arena *a = &p->worker->arena;
	uint32_t count = month->articles.to - month->articles.from;
	const struct list list = { NULL, month->articles.from, count, false };
	fill_feed(p, strings_month(p->strings, month->first, a),
		  month_path(a, month->first), &list,
		  (struct range){ 0, count });
	tmpl_value(tmpl_section(p->dict, M_IS_ARCHIVE), M_CURRENT_URL,
		   feed_link(p, SLICE("feed.xml")));
	if (p->plan->item)
		link_archive(p, M_HAS_PREV_ARCHIVE, M_PREV_ARCHIVE_URL,
			     p->plan->item - 1);
	if (p->plan->item + 1 < x->month_count)
		link_archive(p, M_HAS_NEXT_ARCHIVE, M_NEXT_ARCHIVE_URL,
			     p->plan->item + 1);
	return true;
}

/* --- JSON Feed ------------------------------------------------------------ */

static struct json *json_item(struct page *p, const struct article *article)
{
	struct json *item = json_new_object();
	json_put_text(item, "id", uuid_of(&p->worker->arena, article->path));
	json_put_text(item, "url", feed_link(p, article->path));
	json_put_text(item, "title", article->title);
	/* the lead is all that an archive holds of a body; it may be empty */
	json_put_text(item, "content_text",
		      article->lead.len ? article->lead : article->title);
	json_put_text(item, "date_published", page_time(p, article));
	if (article->byline.len) {
		struct json *authors = json_new_list();
		struct json *author = json_new_object();
		json_put_text(author, "name", article->byline);
		json_add(authors, author);
		json_put(item, "authors", authors);
	}
	if (article->tag_count) {
		struct json *tags = json_new_list();
		for (uint32_t i = 0; i < article->tag_count; i++)
			json_add_text(tags,
				      p->archive->tags[article->tags[i]].name);
		json_put(item, "tags", tags);
	}
	return item;
}

void write_json_feed(struct page *p, struct buf *out)
{
	const struct archive *x = p->archive;
	const struct renderer_options *o = &p->r->options;
	struct json *feed = json_new_object();
	struct json *items = json_new_list();
	struct range range = newest(x->dated, o->feed_size);
	json_put_text(feed, "version",
		      SLICE("https://jsonfeed.org/version/1.1"));
	json_put_text(feed, "title", o->title);
	json_put_text(feed, "home_page_url", feed_link(p, SLICE("index.html")));
	json_put_text(feed, "feed_url", feed_link(p, p->path));
	if (o->description.len)
		json_put_text(feed, "description", o->description);
	json_put_text(feed, "language", SLICE("id"));
	for (uint32_t i = range.to; i-- > range.from;)
		json_add(items, json_item(p, &x->articles[i]));
	json_put(feed, "items", items);
	json_write(out, feed);
}
