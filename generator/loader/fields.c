/*
 * fields.c - see fields.h.
 */
#include "loader/fields.h"

#include "base/text.h"

enum {
	NAMES_MAX = 16,
	ADDRESS_MAX = 2048, /* bytes; browsers go little further */
};

static const char *const usual[FIELD_COUNT][NAMES_MAX] = {
	[FIELD_TITLE] = { "title", "judul", "headline", "news_title",
			  "judul_berita" },
	[FIELD_BODY] = { "content", "isi", "body", "text", "lines",
			 "isi_berita", "konten", "extracted_text", "body_text",
			 "article", "paragraphs", "content_html", "body_html",
			 "isi_html", "html" },
	[FIELD_DATE] = { "date", "tanggal", "timestamp", "published",
			 "published_at", "publishdate", "publish_date",
			 "waktu_terbit", "pubdate", "datetime" },
	[FIELD_URL] = { "url", "link", "tautan", "source_url" },
	[FIELD_TAGS] = { "tags", "keywords", "topik", "tag", "topics" },
	[FIELD_AUTHOR] = { "author", "penulis", "byline", "authors",
			   "reporter" },
	[FIELD_OUTLET] = { "outlet", "media", "publisher", "sumber", "source" },
};

/* The next letter of a name from *at on, in lower case, or 0 at its end:
   "Publish Date" and "publish_date" are one. */
static char next_letter(struct slice s, size_t *at)
{
	while (*at < s.len &&
	       (s.ptr[*at] == ' ' || s.ptr[*at] == '_' || s.ptr[*at] == '-'))
		++*at;
	char c = *at < s.len ? s.ptr[(*at)++] : '\0';
	return to_small(c);
}

static bool same_name(struct slice a, struct slice b)
{
	size_t i = 0, k = 0;
	for (;;) {
		char x = next_letter(a, &i), y = next_letter(b, &k);
		if (x != y)
			return false;
		if (!x)
			return i == a.len && k == b.len;
	}
}

enum field field_of(struct slice name, const struct slice *own)
{
	name = text_trim(name);
	for (size_t f = 0; own && f < FIELD_COUNT; f++)
		if (own[f].len && same_name(name, own[f]))
			return (enum field)f;
	size_t at = 0;
	char first = next_letter(name, &at); /* most names differ in it */
	for (size_t f = 0; f < FIELD_COUNT; f++)
		for (size_t k = 0; k < NAMES_MAX && usual[f][k]; k++)
			if (usual[f][k][0] == first && !(own && own[f].len) &&
			    same_name(name, slice_of(usual[f][k])))
				return (enum field)f;
	return FIELD_COUNT;
}

/* --- applying ------------------------------------------------------------- */

/* What was escaped has not been repaired yet: "\u0000" is a NUL by now. */
static struct slice mended(struct slice s, struct cleaner *c)
{
	struct buf out = { 0 };
	struct text_repairs done;
	if (!s.len)
		return s;
	text_repair(&out, s, &done);
	text_repairs_add(&c->doc->repairs, &done);
	s = arena_copy(c->arena, buf_slice(&out));
	buf_release(&out);
	return entities_decode(c->arena, s, &c->doc->repairs);
}

/* Several authors, as jsonl_read joins them, are told apart by commas. */
static struct slice names(struct slice s, struct cleaner *c)
{
	struct slice name;
	struct buf all = { 0 };
	s = mended(s, c);
	while (slice_cut(&s, '\n', &name)) {
		name = text_level(c->arena, name);
		if (all.len && name.len)
			buf_add(&all, SLICE(", "));
		buf_add(&all, name);
	}
	s = arena_copy(c->arena, buf_slice(&all));
	buf_release(&all);
	return s;
}

static void add_tag(struct front_matter *fm, struct slice tag, struct arena *a)
{
	tag = text_level(a, tag);
	for (size_t i = 0; i < fm->tag_count; i++)
		if (slice_eq(fm->tags[i], tag))
			return;
	if (tag.len && fm->tag_count < TAGS_CAP)
		fm->tags[fm->tag_count++] = tag;
}

static void apply_tags(struct front_matter *fm, struct slice s,
		       struct cleaner *c)
{
	struct buf lines = { 0 };
	struct slice part;
	char separator = ',';
	bool list = printed_list(s, &lines);
	s = mended(list ? buf_slice(&lines) : s, c);
	if (list || slice_find(s, '\n', 0) < s.len)
		separator = '\n'; /* a list, as jsonl_read joins it */
	else if (slice_find(s, ';', 0) < s.len)
		separator = ';';
	while (slice_cut(&s, separator, &part))
		add_tag(fm, part, c->arena);
	buf_release(&lines);
}

bool is_web_address(struct slice s)
{
	return s.len <= ADDRESS_MAX && slice_find(s, '\n', 0) == s.len &&
	       (slice_starts(s, SLICE("http://")) ||
		slice_starts(s, SLICE("https://")));
}

/* Of a list of addresses the first. */
static struct slice first_line(struct slice s)
{
	s = text_trim(s);
	return text_trim(slice_sub(s, 0, slice_find(s, '\n', 0)));
}

void fields_apply(const struct record *r, struct front_matter *fm,
		  struct buf *text, struct cleaner *c)
{
	struct slice body = r->fields[FIELD_BODY];
	struct arena *a = c->arena;
	*fm = (struct front_matter){ .minute = -1 };
	struct slice url = first_line(mended(r->fields[FIELD_URL], c));
	fm->title =
	    text_level(a, escapes_read(a, mended(r->fields[FIELD_TITLE], c),
				       &c->doc->repairs));
	fm->byline = names(r->fields[FIELD_AUTHOR], c);
	fm->outlet = text_level(a, mended(r->fields[FIELD_OUTLET], c));
	if (is_web_address(fm->outlet)) /* "source" may be the page */
		fm->outlet = SLICE("");
	if (is_web_address(url))
		fm->url = url;
	apply_tags(fm, r->fields[FIELD_TAGS], c);
	fm->date_field = text_level(a, mended(r->fields[FIELD_DATE], c));
	buf_clear(text);
	if (!printed_list(body, text))
		buf_add(text, body);
}
