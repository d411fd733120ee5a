/*
 * metadata.c - what an article page says to machines besides its <meta>
 * elements, which are in head.tpl: a JSON-LD block, a schema.org NewsArticle
 * (https://schema.org/NewsArticle). Its addresses are absolute with base_url,
 * else relative to the page, as JSON-LD allows.
 */
#include "renderer/page.h"

#include "base/json.h"

static struct slice address(struct page *p, struct slice path)
{
	return p->r->options.base_url.len ? page_absolute(p, path)
					  : page_link(p, path);
}

static struct json *thing(const char *type, const char *key, struct slice value)
{
	struct json *j = json_new_object();
	json_put_text(j, "@type", slice_of(type));
	json_put_text(j, key, value);
	return j;
}

/* schema.org and Open Graph take a date without a time. */
static struct slice published(struct page *p, const struct article *article)
{
	return article->minute < 0 ? page_iso(p, article->date)
				   : page_time(p, article);
}

static void put_known(struct json *j, const char *key, struct slice value)
{
	if (value.len)
		json_put_text(j, key, value);
}

/* The articles that this one refers to, each once; wanted ones by title. */
static void put_citations(struct page *p, struct json *j,
			  const struct article *article)
{
	struct json *list = NULL;
	for (uint32_t i = 0; i < article->reference_count; i++) {
		const struct reference *r = &article->references[i];
		if (r->repeated || r->unsure)
			continue;
		const struct article *target =
		    r->target == NO_ARTICLE ? NULL
					    : &p->archive->articles[r->target];
		struct json *cited = thing("NewsArticle", "headline",
					   target ? target->title : r->text);
		if (target)
			json_put_text(cited, "url", address(p, target->path));
		if (!list)
			list = json_new_list();
		json_add(list, cited);
	}
	if (list)
		json_put(j, "citation", list);
}

static void put_tags(struct page *p, struct json *j,
		     const struct article *article)
{
	if (!article->tag_count)
		return;
	struct json *list = json_new_list();
	for (uint32_t i = 0; i < article->tag_count; i++)
		json_add_text(list, p->archive->tags[article->tags[i]].name);
	json_put(j, "keywords", list);
}

static struct json *news_article(struct page *p, const struct article *article)
{
	const struct renderer_options *o = &p->r->options;
	struct json *j = json_new_object();
	json_put_text(j, "@context", SLICE("https://schema.org"));
	json_put_text(j, "@type", SLICE("NewsArticle"));
	json_put_text(j, "headline", article->title);
	json_put_text(j, "inLanguage", SLICE("id"));
	if (date_known(article->date))
		json_put_text(j, "datePublished", published(p, article));
	put_known(j, "dateline", article->dateline);
	if (article->byline.len)
		json_put(j, "author", thing("Person", "name", article->byline));
	if (article->outlet.len)
		json_put(j, "publisher",
			 thing("Organization", "name", article->outlet));
	json_put_number(j, "wordCount", article->words);
	put_tags(p, j, article);
	json_put_text(j, "url", address(p, article->path));
	put_known(j, "isBasedOn", article->url);
	json_put(j, "isPartOf", thing("WebSite", "name", o->title));
	put_citations(p, j, article);
	return j;
}

/* "<" as an escape: nothing in it can end the script element. */
static struct slice without_tags(struct arena *a, struct slice json)
{
	struct buf out = { 0 };
	for (size_t i = 0; i < json.len; i++)
		if (json.ptr[i] == '<')
			buf_add(&out, SLICE("\\u003c"));
		else
			buf_byte(&out, json.ptr[i]);
	struct slice kept = arena_copy(a, buf_slice(&out));
	buf_release(&out);
	return kept;
}

void page_metadata(struct page *p, const struct article *article)
{
	struct arena *a = &p->worker->arena;
	struct buf json = { 0 };
	json_write(&json, news_article(p, article));
	struct slice block = arena_printf(
	    a, "<script type=\"application/ld+json\">%.*s</script>",
	    SLICE_ARG(without_tags(a, slice_trim(buf_slice(&json)))));
	buf_release(&json);
	struct tmpl_dict *d = tmpl_section(p->dict, M_IS_ARTICLE);
	tmpl_html(d, M_JSON_LD, (struct html){ block });
	if (!date_known(article->date))
		return;
	d = tmpl_section(d, M_HAS_TIME);
	tmpl_value(d, M_TIME, published(p, article));
	tmpl_value(d, M_DATE_SLASHED, page_slashed(p, article->date));
}
