/*
 * web_facts.c - what a page says of its article: JSON-LD, OpenGraph and other
 * <meta>, microdata, <time>, <link>, <h1>, <title>. Outlets disagree about
 * where they say what, so each fact has ranks, and the best that is there
 * holds. Knows nothing of the text.
 */
#include "loader/web.h"

#include "base/text.h"

enum {
	DATE_LINE = 80,	 /* bytes: "Sabtu, 26 September 2020 - 10:28 WIB" */
	OUTLET_MAX = 40, /* bytes of " - Kompas.com" */
	DATE_NODES = 32, /* within one */
	MORE_MAX = 4096, /* bytes of several tags or authors */
	NAME_CAP = 300,	 /* characters of a name or host that are compared */
};

void web_offer(struct web_page *p, enum field field, int rank, const char *from,
	       struct slice value)
{
	struct web_fact *fact = &p->facts[field];
	value = text_trim(value);
	if (value.len && (!fact->rank || rank < fact->rank))
		*fact = (struct web_fact){ value, from, rank };
}

void web_offer_more(struct web_page *p, enum field field, int rank,
		    const char *from, struct slice value, struct arena *a)
{
	struct web_fact *fact = &p->facts[field];
	value = text_trim(value);
	if (value.len && fact->rank == rank && fact->value.len < MORE_MAX)
		fact->value = arena_printf(
		    a, "%.*s\n%.*s", SLICE_ARG(fact->value), SLICE_ARG(value));
	else if (fact->rank != rank)
		web_offer(p, field, rank, from, value);
}

/* --- dates ---------------------------------------------------------------- */

/* Years are all that tells a date from a number. */
static bool has_year(struct slice s)
{
	for (size_t i = 0; i + 4 <= s.len; i++)
		if (((s.ptr[i] == '1' && s.ptr[i + 1] == '9') ||
		     (s.ptr[i] == '2' && s.ptr[i + 1] == '0')) &&
		    is_digit(s.ptr[i + 2]) && is_digit(s.ptr[i + 3]))
			return true;
	return false;
}

void web_date(struct web_page *p, int rank, const char *from,
	      struct slice value)
{
	value = text_trim(value);
	if (has_year(value))
		web_offer(p, FIELD_DATE, rank, from, value);
}

/* --- <meta> --------------------------------------------------------------- */

struct meta_name {
	const char *name; /* in small letters */
	enum field field;
	int rank;
};
static const struct meta_name meta_names[] = {
	{ "article:published_time", FIELD_DATE, 2 },
	{ "og:article:published_time", FIELD_DATE, 2 },
	{ "og:published_time", FIELD_DATE, 2 },
	{ "content_publisheddate", FIELD_DATE, 3 },
	{ "content_published_date", FIELD_DATE, 3 },
	{ "dtk:publishdate", FIELD_DATE, 3 },
	{ "publishdate", FIELD_DATE, 3 },
	{ "publish-date", FIELD_DATE, 3 },
	{ "publish_date", FIELD_DATE, 3 },
	{ "published_date", FIELD_DATE, 3 },
	{ "publisheddate", FIELD_DATE, 3 },
	{ "pubdate", FIELD_DATE, 3 },
	{ "datepublished", FIELD_DATE, 3 },
	{ "originalpublicationdate", FIELD_DATE, 3 },
	{ "parsely-pub-date", FIELD_DATE, 3 },
	{ "sailthru.date", FIELD_DATE, 3 },
	{ "cxenseparse:recs:publishtime", FIELD_DATE, 3 },
	{ "dc.date", FIELD_DATE, 4 },
	{ "dc.date.issued", FIELD_DATE, 4 },
	{ "dcterms.created", FIELD_DATE, 4 },
	{ "dcterms.date", FIELD_DATE, 4 },
	{ "date", FIELD_DATE, 5 },
	{ "dtk:author", FIELD_AUTHOR, 2 },
	{ "content_author", FIELD_AUTHOR, 2 },
	{ "article:author", FIELD_AUTHOR, 3 },
	{ "author", FIELD_AUTHOR, 4 },
	{ "dc.creator", FIELD_AUTHOR, 4 },
	{ "parsely-author", FIELD_AUTHOR, 4 },
	{ "sailthru.author", FIELD_AUTHOR, 4 },
	{ "article:tag", FIELD_TAGS, 2 },
	{ "content_tags", FIELD_TAGS, 3 },
	{ "content_tag", FIELD_TAGS, 3 },
	{ "dtk:keywords", FIELD_TAGS, 3 },
	{ "news_keywords", FIELD_TAGS, 4 },
	{ "parsely-tags", FIELD_TAGS, 4 },
	{ "sailthru.tags", FIELD_TAGS, 4 },
	{ "keywords", FIELD_TAGS, 6 },
	{ "og:url", FIELD_URL, 2 },
	{ "og:site_name", FIELD_OUTLET, 1 },
	{ "application-name", FIELD_OUTLET, 3 },
	{ "publisher", FIELD_OUTLET, 3 },
	{ "dc.publisher", FIELD_OUTLET, 3 },
};

static struct slice small_letters(struct slice s, struct arena *a)
{
	char *out = arena_zstr(a, s);
	for (size_t i = 0; i < s.len; i++)
		out[i] = to_small(out[i]);
	return slice_make(out, s.len);
}

static const struct meta_name *meta_of(struct slice name)
{
	for (size_t i = 0; i < COUNT_OF(meta_names); i++)
		if (slice_eq(name, slice_of(meta_names[i].name)))
			return &meta_names[i];
	return NULL;
}

static bool is_address(struct slice s)
{
	return is_web_address(s) || slice_starts(s, SLICE("//"));
}

static void take_meta(struct web_page *p, struct web_titles *t,
		      const struct html_node *node, struct arena *a)
{
	struct slice name = html_attr(node, HTML_PROPERTY);
	struct slice value = html_attr(node, HTML_CONTENT);
	if (!name.len)
		name = html_attr(node, HTML_NAME);
	name = small_letters(name, a);
	if (slice_eq(name, SLICE("og:title")) && !t->open_graph.len)
		t->open_graph = text_level(a, value);
	const struct meta_name *meta = meta_of(name);
	if (!meta)
		return;
	if (meta->field == FIELD_DATE)
		web_date(p, meta->rank, meta->name, value);
	else if (meta->field == FIELD_TAGS)
		web_offer_more(p, FIELD_TAGS, meta->rank, meta->name, value, a);
	else if (meta->field == FIELD_URL || !is_address(value))
		web_offer(p, meta->field, meta->rank, meta->name, value);
}

/* --- other elements ------------------------------------------------------- */

/* "itemprop=datePublished", in whichever of three places its value stands. */
static void take_itemprop(struct web_page *p, const struct html *h, uint32_t i,
			  struct arena *a)
{
	const struct html_node *node = &h->nodes[i];
	struct slice prop = html_attr(node, HTML_ITEMPROP);
	bool date = slice_eq(prop, SLICE("datePublished"));
	bool author = slice_eq(prop, SLICE("author"));
	if (!date && !author && !slice_eq(prop, SLICE("keywords")))
		return;
	struct slice value = html_attr(node, HTML_CONTENT);
	if (!value.len)
		value = html_attr(node, HTML_DATETIME);
	if (!value.len)
		value = html_text(h, i, a);
	if (date)
		web_date(p, 3, "itemprop=datePublished", value);
	else if (author && !is_address(value) && value.len < DATE_LINE)
		web_offer(p, FIELD_AUTHOR, 5, "itemprop=author", value);
	else if (!author)
		web_offer_more(p, FIELD_TAGS, 4, "itemprop=keywords", value, a);
}

/* "<div class="detail__date">Sabtu, 26 Sep 2020 10:28 WIB</div>" */
static bool is_date_line(const struct html_node *node)
{
	static const struct slice words[] = {
		SLICE_INIT("date"),
		SLICE_INIT("tanggal"),
		SLICE_INIT("waktu"),
		SLICE_INIT("time"),
	};
	struct slice class = html_attr(node, HTML_CLASS);
	for (size_t k = 0; k < COUNT_OF(words); k++)
		for (size_t i = 0; i + words[k].len <= class.len; i++)
			if (slice_starts(slice_from(class, i), words[k]))
				return true;
	return false;
}

static void take_date_line(struct web_page *p, const struct html *h, uint32_t i,
			   struct arena *a)
{
	const struct html_node *node = &h->nodes[i];
	size_t bytes = 0;
	if (!is_date_line(node))
		return;
	for (uint32_t k = i + 1; k < node->end && k < i + DATE_NODES; k++)
		bytes += slice_trim(h->nodes[k].text).len;
	if (bytes <= DATE_LINE && node->end <= i + DATE_NODES)
		web_date(p, 8, "a date line", html_text(h, i, a));
}

static void take_time(struct web_page *p, const struct html *h, uint32_t i,
		      struct arena *a)
{
	struct slice value = html_attr(&h->nodes[i], HTML_DATETIME);
	if (value.len)
		web_date(p, 6, "<time datetime>", value);
	else
		web_date(p, 7, "<time>", html_text(h, i, a));
}

/* --- the title ------------------------------------------------------------ */

static struct slice folded(struct slice s, struct arena *a)
{
	struct buf out = { 0 };
	text_fold(&out, s);
	s = arena_copy(a, buf_slice(&out));
	buf_release(&out);
	return s;
}

/* "Title" begins "Title | tempo.co"; both are folded. */
static bool begins(struct slice shorter, struct slice longer)
{
	return shorter.len && slice_starts(longer, shorter) &&
	       (longer.len == shorter.len || longer.ptr[shorter.len] == ' ');
}

/* Without blanks and dots: "ANTARA News" stands in antaranews.com. */
static struct slice squeezed(struct slice s, struct arena *a)
{
	struct slice words = folded(s, a);
	char *out = arena_zstr(a, words);
	size_t n = 0;
	for (size_t i = 0; i < words.len; i++)
		if (out[i] != ' ' && out[i] != '.')
			out[n++] = out[i];
	return slice_make(out, n);
}

static bool holds(struct slice s, struct slice part)
{
	for (size_t i = 0; part.len && i + part.len <= s.len; i++)
		if (slice_starts(slice_from(s, i), part))
			return true;
	return false;
}

/* "www.antaranews.com" of an address. */
static struct slice host_of(struct slice url)
{
	size_t at = slice_find(url, ':', 0);
	if (!slice_starts(slice_from(url, at), SLICE("://")))
		return (struct slice){ 0 };
	url = slice_from(url, at + 3);
	return slice_sub(url, 0, slice_find(url, '/', 0));
}

static bool names_outlet(const struct web_page *p, struct slice tail,
			 struct arena *a)
{
	struct slice words = squeezed(text_head(tail, NAME_CAP), a);
	struct slice host = squeezed(
	    text_head(host_of(p->facts[FIELD_URL].value), NAME_CAP), a);
	struct slice outlet =
	    squeezed(text_head(p->facts[FIELD_OUTLET].value, NAME_CAP), a);
	return words.len >= 3 && (holds(host, words) || holds(outlet, words) ||
				  (outlet.len >= 3 && holds(words, outlet)));
}

/* Where the last separator with what stands behind it begins; or s.len. */
static size_t tail_at(struct slice s)
{
	static const struct slice separators[] = {
		SLICE_INIT(" | "),
		SLICE_INIT(" - "),
		SLICE_INIT(" : "),
		SLICE_INIT(" \xE2\x80\x93 "),
		SLICE_INIT(" \xE2\x80\x94 "),
		SLICE_INIT(" \xC2\xBB "),
		SLICE_INIT("| "),
		SLICE_INIT("- "),
	};
	for (size_t i = s.len; i-- > 1;)
		for (size_t k = 0; k < COUNT_OF(separators); k++)
			if (slice_starts(slice_from(s, i), separators[k]))
				return i;
	return s.len;
}

/* Without " - Nasional - Kompas.com" at its end. */
static struct slice without_outlet(const struct web_page *p, struct slice title,
				   struct arena *a)
{
	size_t at = tail_at(title);
	struct slice tail = slice_from(title, at);
	if (at == title.len || tail.len > OUTLET_MAX ||
	    !names_outlet(p, tail, a))
		return title;
	return text_trim(slice_sub(title, 0, at));
}

/*
 * The <h1> that the page's other titles begin with, else the best of these; a
 * <title> says less than an <h1> that is the only one.
 */
static void choose_title(struct web_page *p, const struct html *h,
			 const struct web_titles *t, struct slice name,
			 struct arena *a)
{
	struct slice others[] = { folded(t->headline, a),
				  folded(t->open_graph, a), folded(name, a) };
	struct slice only = { 0 };
	uint32_t heads = 0;
	for (uint32_t i = 0; i < h->count; i++) {
		if (h->nodes[i].tag != HTML_H1)
			continue;
		struct slice own = html_text(h, i, a);
		struct slice words = folded(own, a);
		for (size_t k = 0; k < COUNT_OF(others); k++)
			if (begins(words, others[k]) && !p->heading) {
				web_offer(p, FIELD_TITLE, 1, "<h1>", own);
				p->heading = i;
			}
		if (words.len && !heads++)
			only = own;
	}
	if (heads == 1)
		web_offer(p, FIELD_TITLE, 4, "<h1>", only);
	web_offer(p, FIELD_TITLE, 2, "JSON-LD headline", t->headline);
	web_offer(p, FIELD_TITLE, 3, "og:title",
		  without_outlet(p, t->open_graph, a));
	web_offer(p, FIELD_TITLE, 5, "<title>", without_outlet(p, name, a));
}

/* --- the whole ------------------------------------------------------------ */

static void take_node(struct web_page *p, struct web_titles *t,
		      const struct html *h, uint32_t i, struct arena *a)
{
	const struct html_node *node = &h->nodes[i];
	struct slice rel = html_attr(node, HTML_REL);
	switch (node->tag) {
	case HTML_META:
		take_meta(p, t, node, a);
		break;
	case HTML_LINK:
		if (slice_eq(rel, SLICE("canonical")))
			web_offer(p, FIELD_URL, 1, "canonical link",
				  html_attr(node, HTML_HREF));
		break;
	case HTML_A:
		if (slice_eq(rel, SLICE("tag")))
			web_offer_more(p, FIELD_TAGS, 5, "rel=tag",
				       html_text(h, i, a), a);
		break;
	case HTML_SCRIPT:
		if (slice_starts(html_attr(node, HTML_TYPE),
				 SLICE("application/ld+json")) &&
		    i + 1 < node->end)
			web_json(p, t, h->nodes[i + 1].text, a);
		break;
	case HTML_TIME:
		take_time(p, h, i, a);
		break;
	default:
		take_date_line(p, h, i, a);
		break;
	}
	take_itemprop(p, h, i, a);
}

/* An author who is the outlet says nothing. */
static void drop_outlet_as_author(struct web_page *p, struct arena *a)
{
	struct web_fact *author = &p->facts[FIELD_AUTHOR];
	if (author->value.len && names_outlet(p, author->value, a))
		*author = (struct web_fact){ 0 };
}

void web_facts(struct web_page *p, const struct html *h, struct arena *a)
{
	struct web_titles titles = { 0 };
	struct slice name = { 0 };
	for (uint32_t i = 0; i < h->count; i++) {
		take_node(p, &titles, h, i, a);
		if (h->nodes[i].tag == HTML_TITLE && !name.len)
			name = html_text(h, i, a);
	}
	choose_title(p, h, &titles, name, a);
	drop_outlet_as_author(p, a);
}
