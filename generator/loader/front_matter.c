/*
 * front_matter.c - the YAML block at the head of an article: title, date,
 * tags, author, url, slug, outlet, dateline. All optional; what it says wins
 * over what the text says.
 */
#include "loader/internal.h"

#include "base/text.h"
#include "base/yaml.h"

enum {
	FRONT_MATTER_CAP = 64 << 10
};

struct reader {
	struct front_matter *fm;
	struct slice source;
	struct arena *arena;
	struct diag *diag;
};

static struct place place_at(const struct reader *r, const struct yaml *node)
{
	return (struct place){ r->source, node->line, node->column };
}

/* Only that something is wrong with a value: the rest of the block counts. */
#define COMPLAIN(r, node, help, ...)                                           \
	do {                                                                   \
		if ((r)->diag)                                                 \
			diag_add((r)->diag, DIAG_CONTENT, place_at(r, node),   \
				 help, __VA_ARGS__);                           \
	} while (0)

static void read_text(struct reader *r, const struct yaml *map, const char *key,
		      struct slice *out)
{
	const struct yaml *node = yaml_get(map, key);
	if (!node || node->is_null)
		return;
	if (node->kind != YAML_SCALAR)
		COMPLAIN(r, node, "write one text, in quotes if it has a colon",
			 "%s: is no text", key);
	else
		*out = text_level(r->arena, node->text);
}

static void read_date(struct reader *r, const struct yaml *map)
{
	const struct yaml *node = yaml_get(map, "date");
	if (!node || node->is_null)
		return;
	struct moment m;
	if (node->kind != YAML_SCALAR || !date_parse_iso(node->text, &m)) {
		COMPLAIN(r, node, "write year-month-day: date: 2020-09-26",
			 "\"%.*s\" is no date of the calendar",
			 SLICE_ARG(node->text));
		return;
	}
	r->fm->date = m.date;
	r->fm->minute = m.minute;
	r->fm->zone = m.zone;
}

static void add_tag(struct reader *r, const struct yaml *node,
		    struct slice name)
{
	struct front_matter *fm = r->fm;
	name = text_level(r->arena, name);
	if (!name.len)
		return;
	for (size_t i = 0; i < fm->tag_count; i++)
		if (slice_eq(fm->tags[i], name))
			return;
	if (fm->tag_count == TAGS_CAP) {
		COMPLAIN(r, node, "keep the tags that readers look for",
			 "more than %d tags; the rest is left out", TAGS_CAP);
		return;
	}
	fm->tags[fm->tag_count++] = name;
}

/* A list, or one text with commas. */
static void read_tags(struct reader *r, const struct yaml *map)
{
	const struct yaml *node = yaml_get(map, "tags");
	struct slice rest, part;
	if (!node || node->is_null)
		return;
	if (node->kind == YAML_MAP) {
		COMPLAIN(r, node, "write tags: [politik, \"luar negeri\"]",
			 "tags: is no list");
		return;
	}
	for (rest = node->text; slice_cut(&rest, ',', &part);)
		add_tag(r, node, part);
	for (const struct yaml *tag = node->child; tag; tag = tag->next)
		if (tag->kind == YAML_SCALAR)
			add_tag(r, tag, tag->text);
		else
			COMPLAIN(r, tag, "write each tag as one text",
				 "a tag is no text");
}

static void read_url(struct reader *r, const struct yaml *map)
{
	struct slice url = { 0 };
	read_text(r, map, "url", &url);
	if (!url.len)
		return;
	if (is_web_address(url))
		r->fm->url = url;
	else
		COMPLAIN(r, yaml_get(map, "url"),
			 "write the whole address: https://...",
			 "the url \"%.*s\" is none that a reader may follow",
			 SLICE_ARG(url));
}

static void read_slug(struct reader *r, const struct yaml *map)
{
	struct buf clean = { 0 };
	struct slice slug = { 0 };
	read_text(r, map, "slug", &slug);
	if (slug.len) {
		text_slug(&clean, slug, slug.len);
		if (!slice_eq(buf_slice(&clean), slug) && r->diag)
			diag_add(r->diag, DIAG_WARNING,
				 place_at(r, yaml_get(map, "slug")),
				 "use lower-case letters, digits and hyphens",
				 "the slug \"%.*s\" cannot be an address; "
				 "\"%.*s\" is used",
				 SLICE_ARG(slug), SLICE_ARG(buf_slice(&clean)));
		r->fm->slug = arena_copy(r->arena, buf_slice(&clean));
	}
	buf_release(&clean);
}

static void read_all(struct reader *r, struct slice yaml)
{
	static const char *const known[] = { "title",  "date",	   "tags",
					     "author", "url",	   "slug",
					     "outlet", "dateline", NULL };
	struct place at = { r->source, 2, 0 };
	struct diag *silent = r->diag ? NULL : diag_new();
	struct diag *d = r->diag ? r->diag : silent;
	const struct yaml *map =
	    yaml_parse(yaml, at, DIAG_CONTENT, r->arena, d);
	if (map && map->kind == YAML_MAP) {
		yaml_check_keys(map, known, r->source, DIAG_WARNING, d);
		read_text(r, map, "title", &r->fm->title);
		read_text(r, map, "author", &r->fm->byline);
		read_text(r, map, "outlet", &r->fm->outlet);
		read_text(r, map, "dateline", &r->fm->dateline);
		read_date(r, map);
		read_tags(r, map);
		read_url(r, map);
		read_slug(r, map);
	} else if (map) {
		COMPLAIN(r, map, "write a line for each: key: value",
			 "the front matter is no list of keys");
	}
	diag_free(silent);
}

/* The line that closes the block; false if there is none. */
static bool find_close(struct slice text, size_t *from, size_t *to,
		       uint32_t *lines)
{
	struct slice line, rest = text;
	*lines = 0;
	while (rest.len && slice_cut(&rest, '\n', &line)) {
		struct slice s = slice_trim(line);
		++*lines;
		if (*lines > 1 && line.len && line.ptr[0] != ' ' &&
		    (slice_eq(s, SLICE("---")) || slice_eq(s, SLICE("...")))) {
			*from = (size_t)(line.ptr - text.ptr);
			*to = (size_t)(rest.ptr - text.ptr);
			return true;
		}
		if ((size_t)(rest.ptr - text.ptr) > FRONT_MATTER_CAP)
			return false;
	}
	return false;
}

bool front_matter_cut(struct slice *text, uint32_t *lines, struct slice *yaml,
		      struct slice source, struct diag *d)
{
	struct slice all = *text, first, rest = all;
	size_t from, to;
	*yaml = SLICE("");
	*lines = 0;
	if (!slice_cut(&rest, '\n', &first) ||
	    !slice_eq(slice_trim(first), SLICE("---")) || first.ptr[0] != '-')
		return true;
	if (!find_close(all, &from, &to, lines)) {
		if (d)
			diag_add(d, DIAG_CONTENT,
				 (struct place){ source, 1, 1 },
				 "end it with a line that holds only ---",
				 "the front matter that begins here does not "
				 "end; the article is left out");
		return false;
	}
	*yaml = slice_sub(all, (size_t)(rest.ptr - all.ptr), from);
	*text = slice_from(all, to);
	return true;
}

bool front_matter_take(struct slice *text, uint32_t *lines,
		       struct front_matter *fm, struct slice source,
		       struct arena *a, struct diag *d)
{
	struct slice yaml;
	*fm = (struct front_matter){ .minute = -1 };
	if (!front_matter_cut(text, lines, &yaml, source, d))
		return false;
	if (*lines)
		read_all(&(struct reader){ fm, source, a, d }, yaml);
	return true;
}
