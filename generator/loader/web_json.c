/*
 * web_json.c - JSON-LD of schema.org: the first object that is an article,
 * also within lists and @graph. Outlets print it by templates, so faults are
 * usual: line ends in strings, commas too many; those are mended first.
 */
#include "loader/web.h"

#include "base/json_read.h"
#include "base/text.h"

/* A value, flat: what is in it stands behind it, up to `end`. */
struct value {
	enum json_event kind;
	uint32_t end;
	struct slice key, text;
};

struct reader {
	VEC(struct value) values;
	VEC(uint32_t) open;
	struct slice key; /* of the value that follows */
	struct web_page *page;
	struct web_titles *titles;
	struct arena *arena;
};

/* --- a tree of it --------------------------------------------------------- */

enum {
	JSON_CAP = 2 << 20, /* bytes of a block; real ones have 1 to 20 K */
};

static void take(void *ctx, enum json_event event, struct slice text)
{
	struct reader *r = ctx;
	uint32_t at = (uint32_t)r->values.count;
	switch (event) {
	case JSON_KEY:
		r->key = arena_copy(r->arena, text);
		return;
	case JSON_CLOSE:
		r->values.items[r->open.items[--r->open.count]].end = at;
		return;
	case JSON_OBJECT:
	case JSON_LIST:
		vec_push(&r->open, at);
		break;
	case JSON_TEXT:
	case JSON_NUMBER:
	case JSON_OTHER:
		break;
	}
	if (event != JSON_TEXT && event != JSON_NUMBER)
		text.len = 0;
	vec_push(&r->values, (struct value){ event, at + 1, r->key,
					     arena_copy(r->arena, text) });
	r->key = (struct slice){ 0 };
}

/* --- mending -------------------------------------------------------------- */

/* Behind a comma that nothing follows but a closing bracket. */
static bool is_last_comma(struct slice s, size_t at)
{
	for (at++; at < s.len && is_blank(s.ptr[at]); at++)
		;
	return at < s.len && (s.ptr[at] == '}' || s.ptr[at] == ']');
}

/* Appends what the byte at *at should be, or nothing; may take two. */
static void mend_byte(struct buf *out, struct slice s, size_t *at, bool *quoted)
{
	char c = s.ptr[*at];
	if (c == '"') {
		*quoted = !*quoted;
	} else if (!*quoted) {
		if (c == ',' && is_last_comma(s, *at))
			return;
	} else if (c == '\\' && *at + 1 < s.len) {
		char next = s.ptr[++*at];
		if (!strchr("\"\\/bfnrtu", next) || !next) {
			buf_byte(out, next);
			return;
		}
		buf_byte(out, c);
		c = next;
	} else if ((unsigned char)c < 0x20) {
		c = ' ';
	}
	buf_byte(out, c);
}

static struct slice up_to_bracket(struct slice s)
{
	while (s.len && s.ptr[s.len - 1] != '}' && s.ptr[s.len - 1] != ']')
		s.len--;
	return s;
}

/* From the first bracket to the last: "<![CDATA[" and ";" may be round them. */
static struct slice bracketed(struct slice s)
{
	static const struct slice cdata = SLICE_INIT("[CDATA[");
	while (s.len && s.ptr[0] != '{' && s.ptr[0] != '[')
		s = slice_from(s, 1);
	bool marked = slice_starts(s, cdata);
	if (marked)
		s = slice_from(s, cdata.len);
	s = up_to_bracket(s);
	if (marked && slice_ends(s, SLICE("]]")))
		s = up_to_bracket(slice_sub(s, 0, s.len - 2));
	return s;
}

static bool read_values(struct reader *r, struct slice text)
{
	struct buf why = { 0 };
	r->values.count = r->open.count = 0;
	r->key = (struct slice){ 0 };
	bool ok = json_read(text, take, r, &why);
	buf_release(&why);
	return ok && r->values.count;
}

static bool parse(struct reader *r, struct slice text)
{
	struct buf mended = { 0 };
	bool quoted = false, ok = read_values(r, text);
	if (!ok) {
		text = bracketed(text);
		for (size_t i = 0; i < text.len; i++)
			mend_byte(&mended, text, &i, &quoted);
		ok = read_values(r, buf_slice(&mended));
	}
	buf_release(&mended);
	return ok;
}

/* --- reading -------------------------------------------------------------- */

/* 0 for none: no member is the first value. */
static uint32_t member(const struct reader *r, uint32_t object, const char *key)
{
	const struct value *values = r->values.items;
	if (values[object].kind == JSON_OBJECT)
		for (uint32_t i = object + 1; i < values[object].end;
		     i = values[i].end)
			if (slice_eq(values[i].key, slice_of(key)))
				return i;
	return 0;
}

/* What was escaped may be half a character. */
static struct slice clean(struct slice s, struct arena *a)
{
	struct buf out = { 0 };
	struct text_repairs done;
	text_repair(&out, s, &done);
	s = entities_decode(a, arena_copy(a, buf_slice(&out)), &done);
	buf_release(&out);
	return s;
}

/* A text; of a list its first; of an object its name or address. */
static struct slice text_of(const struct reader *r, uint32_t i)
{
	static const char *const keys[] = { "name", "@id", "url" };
	const struct value *values = r->values.items;
	if (values[i].kind == JSON_LIST && i + 1 < values[i].end)
		i++;
	struct slice s = values[i].text;
	for (size_t k = 0; !s.len && k < COUNT_OF(keys); k++) {
		uint32_t own = member(r, i, keys[k]);
		if (own)
			s = values[own].text;
	}
	return clean(s, r->arena);
}

static struct slice text_at(const struct reader *r, uint32_t object,
			    const char *key)
{
	uint32_t i = member(r, object, key);
	return i ? text_of(r, i) : (struct slice){ 0 };
}

static bool is_article_type(struct slice type)
{
	return slice_ends(type, SLICE("Article")) ||
	       slice_ends(type, SLICE("BlogPosting")) ||
	       slice_ends(type, SLICE("Reportage"));
}

/* "@type" may be a list. */
static bool is_article(const struct reader *r, uint32_t object)
{
	const struct value *values = r->values.items;
	uint32_t type = member(r, object, "@type");
	for (uint32_t i = type; type && i < values[type].end; i++)
		if (is_article_type(values[i].text))
			return true;
	return false;
}

/* An address is no name and no keyword. */
static void offer_one(const struct reader *r, enum field field, int rank,
		      const char *from, uint32_t i)
{
	struct slice s = text_of(r, i);
	if (!is_web_address(s))
		web_offer_more(r->page, field, rank, from, s, r->arena);
}

/* Of a list each, of anything else itself. */
static void offer_each(const struct reader *r, enum field field, int rank,
		       const char *from, uint32_t list)
{
	const struct value *values = r->values.items;
	if (values[list].kind != JSON_LIST) {
		offer_one(r, field, rank, from, list);
		return;
	}
	for (uint32_t i = list + 1; i < values[list].end; i = values[i].end)
		offer_one(r, field, rank, from, i);
}

static struct slice address_of(const struct reader *r, uint32_t object)
{
	static const char *const keys[] = { "mainEntityOfPage", "url", "@id" };
	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		struct slice s = text_at(r, object, keys[i]);
		if (is_web_address(s))
			return s;
	}
	return (struct slice){ 0 };
}

static void take_article(const struct reader *r, uint32_t object)
{
	struct web_page *p = r->page;
	uint32_t author = member(r, object, "author");
	uint32_t keywords = member(r, object, "keywords");
	uint32_t publisher = member(r, object, "publisher");
	p->says_article = true;
	r->titles->headline =
	    text_level(r->arena, text_at(r, object, "headline"));
	web_date(p, 1, "JSON-LD datePublished",
		 text_at(r, object, "datePublished"));
	if (author)
		offer_each(r, FIELD_AUTHOR, 1, "JSON-LD author", author);
	if (keywords)
		offer_each(r, FIELD_TAGS, 1, "JSON-LD keywords", keywords);
	if (publisher)
		offer_one(r, FIELD_OUTLET, 2, "JSON-LD publisher", publisher);
	web_offer(p, FIELD_URL, 3, "JSON-LD url", address_of(r, object));
	web_offer(p, FIELD_BODY, 1, "JSON-LD articleBody",
		  text_at(r, object, "articleBody"));
}

/*
 * The first article that stands on its own, in a list of objects or in
 * @graph; those within other objects are what the page offers besides.
 */
static void take_first(const struct reader *r)
{
	const struct value *values = r->values.items;
	for (uint32_t i = 0; i < values[0].end;) {
		bool list = values[i].kind == JSON_LIST;
		uint32_t graph = member(r, i, "@graph");
		if (is_article(r, i)) {
			take_article(r, i);
			return;
		}
		i = list ? i + 1 : graph ? graph : values[i].end;
	}
}

void web_json(struct web_page *p, struct web_titles *titles, struct slice json,
	      struct arena *a)
{
	struct reader r = { .page = p, .titles = titles, .arena = a };
	if (json.len > JSON_CAP || !parse(&r, json))
		p->broken++;
	else if (!titles->headline.len)
		take_first(&r);
	vec_release(&r.values);
	vec_release(&r.open);
}
