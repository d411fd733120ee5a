/*
 * pages.c - the pages of the site's own ("About", contact): Markdown below the
 * pages/ of a content folder. They are no articles: not cleaned, not dated,
 * not in the archive; read once, while scanning, and kept whole. How they look
 * is the renderer's.
 */
#include "loader/state.h"

#include "base/fs.h"
#include "base/text.h"
#include "base/yaml.h"

enum {
	PAGES_MAX = 100, /* each is named at the foot of every other page */
	ORDER_MAX = 1000000,
};

static bool complain(struct diag *d, struct place at, const char *help,
		     const char *what)
{
	diag_add(d, DIAG_CONTENT, at, help, "%s", what);
	return false;
}

bool page_is_below(struct slice path)
{
	return slice_starts(path, SLICE("pages/"));
}

void page_add(struct loader *l, struct slice source, struct diag *d)
{
	if (slice_ends(source, SLICE(".md")))
		vec_push(&l->pages, (struct site_page){ .source = source });
	else
		complain(d, (struct place){ source, 0, 0 },
			 "write it in Markdown and call it .md, or move it out "
			 "of pages/ if it is an article",
			 "is no page: only .md files can be; left out");
}

/* --- what the front matter says ------------------------------------------- */

static struct slice text_of(const struct yaml *map, const char *key,
			    struct slice source, struct arena *a,
			    struct diag *d)
{
	const struct yaml *node = yaml_get(map, key);
	if (!node || node->is_null)
		return SLICE("");
	if (node->kind == YAML_SCALAR)
		return text_level(a, node->text);
	diag_add(d, DIAG_CONTENT,
		 (struct place){ source, node->line, node->column },
		 "write one text, in quotes if it has a colon",
		 "%s: is no text", key);
	return SLICE("");
}

static void read_order(struct site_page *page, const struct yaml *map,
		       struct diag *d)
{
	const struct yaml *node = yaml_get(map, "order");
	unsigned long n;
	page->order = ORDER_MAX; /* behind those that say one */
	if (!node || node->is_null)
		return;
	if (node->kind == YAML_SCALAR &&
	    slice_number(node->text, ORDER_MAX - 1, &n))
		page->order = (uint32_t)n;
	else
		complain(
		    d, (struct place){ page->source, node->line, node->column },
		    "write a number: order: 1",
		    "order: is no number from 0 to 999999");
}

/* The file's name, without folders and ".md". */
static struct slice name_of(struct slice source)
{
	size_t from = source.len;
	while (from && source.ptr[from - 1] != '/')
		from--;
	return slice_sub(source, from, source.len - 3);
}

/* False after reporting that no address can be made of it. */
static bool take_slug(struct site_page *page, struct slice wanted,
		      struct arena *a, struct diag *d)
{
	struct place at = { page->source, 0, 0 };
	struct slice from = wanted.len ? wanted : name_of(page->source);
	struct buf slug = { 0 };
	text_slug(&slug, from, PAGE_SLUG_MAX);
	page->slug = arena_copy(a, buf_slice(&slug));
	buf_release(&slug);
	if (wanted.len && !slice_eq(page->slug, wanted))
		diag_add(d, DIAG_WARNING, at,
			 "use lower-case letters, digits and hyphens",
			 "the slug \"%.*s\" cannot be an address; \"%.*s\" is "
			 "used",
			 SLICE_ARG(wanted), SLICE_ARG(page->slug));
	if (page->slug.len && !slug_is_reserved(page->slug))
		return true;
	diag_add(d, DIAG_CONTENT, at,
		 "give it another with slug: in its front matter, or another "
		 "name",
		 "\"%.*s\" can be the address of no page: %s; left out",
		 SLICE_ARG(from),
		 page->slug.len ? "the name is taken"
				: "it has neither letters nor digits");
	return false;
}

static bool apply_front_matter(struct site_page *page, struct slice yaml,
			       struct arena *a, struct diag *d)
{
	static const char *const known[] = { "title", "slug", "order", NULL };
	struct place at = { page->source, 2, 0 };
	const struct yaml *map =
	    yaml.len ? yaml_parse(yaml, at, DIAG_CONTENT, a, d) : NULL;
	if (map && map->kind != YAML_MAP) {
		complain(d, at, "write a line for each: key: value",
			 "the front matter is no list of keys");
		map = NULL;
	}
	if (map)
		yaml_check_keys(map, known, page->source, DIAG_WARNING, d);
	page->title = text_of(map, "title", page->source, a, d);
	read_order(page, map, d);
	return take_slug(page, text_of(map, "slug", page->source, a, d), a, d);
}

/* --- the text ------------------------------------------------------------- */

/* The words of a heading "## Words ##"; empty if the line is none. */
static struct slice heading_of(struct slice line)
{
	size_t marks = 0;
	while (marks < line.len && line.ptr[marks] == '#')
		marks++;
	if (!marks || marks > 6 || marks == line.len ||
	    !is_blank(line.ptr[marks]))
		return SLICE("");
	line = slice_trim(slice_from(line, marks));
	while (line.len && line.ptr[line.len - 1] == '#')
		line.len--;
	return slice_trim(line);
}

/*
 * Without a title the first heading is it. A heading at the head of the text
 * that is the title goes: the page has it already.
 */
static void title_of_page(struct site_page *page, struct arena *a)
{
	struct slice rest = page->markdown, line;
	for (bool first = true; slice_cut(&rest, '\n', &line);) {
		if (!slice_trim(line).len)
			continue;
		struct slice heading = text_level(a, heading_of(line));
		bool is_title = heading.len && (!page->title.len ||
						slice_eq(page->title, heading));
		if (is_title)
			page->title = heading;
		if (is_title && first)
			page->markdown = rest;
		if (page->title.len)
			return;
		first = false;
	}
}

static bool read_page(const struct loader *l, struct site_page *page,
		      struct arena *a, struct diag *d)
{
	const char *path = arena_zstr(a, page->source);
	struct text_repairs done;
	struct buf bytes = { 0 }, text = { 0 };
	struct slice yaml;
	uint32_t lines;
	int err = fs_read(&bytes, l->fd, path, ARTICLE_CAP);
	if (err)
		diag_errno(d, path, err, "cannot read this page",
			   "make it a readable file of at most 2 MB");
	else
		text_repair(&text, buf_slice(&bytes), &done);
	page->markdown = arena_copy(a, buf_slice(&text));
	buf_release(&bytes);
	buf_release(&text);
	if (err ||
	    !front_matter_cut(&page->markdown, &lines, &yaml, page->source,
			      d) ||
	    !apply_front_matter(page, yaml, a, d))
		return false;
	title_of_page(page, a);
	return page->title.len ||
	       complain(d, (struct place){ page->source, 0, 0 },
			"write it as title: in the front matter, or as a "
			"heading: # Title",
			"has no title; left out");
}

/* --- all of them ---------------------------------------------------------- */

static int cmp_sources(const void *a, const void *b)
{
	const struct site_page *x = a, *y = b;
	return slice_cmp(x->source, y->source);
}

static int cmp_order(const void *a, const void *b)
{
	const struct site_page *x = a, *y = b;
	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return slice_cmp(x->slug, y->slug);
}

/* The first of those that want an address, by path, has it. */
static bool is_address_free(const struct loader *l, size_t kept,
			    const struct site_page *page, struct diag *d)
{
	for (size_t i = 0; i < kept; i++) {
		if (!slice_eq(l->pages.items[i].slug, page->slug))
			continue;
		diag_add(d, DIAG_CONTENT, (struct place){ page->source, 0, 0 },
			 "give one of them another slug: in its front matter",
			 "wants the address %.*s.html, which is that of %.*s; "
			 "left out",
			 SLICE_ARG(page->slug),
			 SLICE_ARG(l->pages.items[i].source));
		return false;
	}
	return true;
}

void pages_read(struct loader *l, struct diag *d)
{
	size_t kept = 0;
	if (l->pages.count)
		qsort(l->pages.items, l->pages.count, sizeof *l->pages.items,
		      cmp_sources);
	for (size_t i = 0; i < l->pages.count; i++) {
		struct site_page *page = &l->pages.items[i];
		if (kept == PAGES_MAX) {
			complain(d, (struct place){ page->source, 0, 0 },
				 "make them articles, or fewer",
				 "is one page too many: every page names all "
				 "of them, and at most 100 are read");
			break;
		}
		if (read_page(l, page, &l->arena, d) &&
		    is_address_free(l, kept, page, d))
			l->pages.items[kept++] = *page;
	}
	l->pages.count = kept;
	if (kept)
		qsort(l->pages.items, kept, sizeof *l->pages.items, cmp_order);
}

const struct site_page *loader_pages(const struct loader *l, size_t *count)
{
	*count = l->pages.count;
	return l->pages.items;
}
