/*
 * page.c - see page.h.
 */
#include "renderer/page.h"

#include "base/text.h"

enum {
	LEVELS = 4,
	LEAST_FULL = 8,
	MOST_FULL = 1 << 15, /* its fourth power is still a number */
};

/* "../" for each folder that the path is below. */
static struct slice root_of(struct arena *a, struct slice path)
{
	size_t depth = slice_count(path, '/');
	char *root = arena_alloc(a, depth * 3 + 1);
	for (size_t i = 0; i < depth; i++)
		memcpy(root + i * 3, "../", 3);
	return slice_make(root, depth * 3);
}

/* The path of base_url: "https://a.example/b/" gives "/b/". */
static struct slice path_of_url(struct slice url)
{
	size_t host = 0;
	for (size_t i = 0, slashes = 0; i < url.len; i++)
		if (url.ptr[i] == '/' && ++slashes == 3) {
			host = i;
			break;
		}
	return host ? slice_from(url, host) : SLICE("/");
}

struct slice page_link(const struct page *p, struct slice path)
{
	return arena_printf(&p->worker->arena, "%.*s%.*s", SLICE_ARG(p->root),
			    SLICE_ARG(path));
}

struct slice page_absolute(const struct page *p, struct slice path)
{
	struct slice base = p->r->options.base_url;
	if (slice_eq(path, SLICE("index.html")))
		path = SLICE("");
	return arena_printf(&p->worker->arena, "%.*s%.*s",
			    SLICE_ARG(base.len ? base : SLICE("/")),
			    SLICE_ARG(path));
}

struct slice page_iso(const struct page *p, struct date date)
{
	char iso[DATE_ISO + 1];
	return arena_copy(&p->worker->arena, slice_of(date_iso(date, iso)));
}

struct slice page_slashed(const struct page *p, struct date date)
{
	return arena_printf(&p->worker->arena, "%04d/%02d/%02d", date.year,
			    date.month, date.day);
}

struct slice page_time(const struct page *p, const struct article *article)
{
	int minute = article->minute < 0 ? 0 : article->minute;
	return arena_printf(&p->worker->arena, "%.*sT%02d:%02d:00%.*s",
			    SLICE_ARG(page_iso(p, article->date)), minute / 60,
			    minute % 60, SLICE_ARG(p->r->options.zone));
}

struct slice page_count(const struct page *p, uint64_t n)
{
	bool english = slice_eq(p->r->options.language, SLICE("en"));
	struct buf out = { 0 };
	text_add_number(&out, n, english ? ',' : '.');
	struct slice text = arena_copy(&p->worker->arena, buf_slice(&out));
	buf_release(&out);
	return text;
}

/*
 * 1 to 4 on a scale of ratios, 1 + floor(3 log count / log fullest), in whole
 * numbers: one day of hundreds leaves the others their differences, and where
 * there is one article a day none is full.
 */
unsigned page_level(uint64_t count, uint64_t fullest)
{
	unsigned level = 1;
	if (fullest < LEAST_FULL)
		fullest = LEAST_FULL;
	if (fullest > MOST_FULL)
		fullest = MOST_FULL;
	if (count > fullest)
		count = fullest;
	for (uint64_t power = fullest;
	     level < LEVELS && count * count * count >= power; power *= fullest)
		level++;
	return level;
}

/* Raw text is the article's; search engines shall name that. */
static struct slice canonical_path(const struct page *p)
{
	return p->plan->kind == PAGE_RAW
		   ? p->archive->articles[p->plan->item].path
		   : p->path;
}

void page_head(struct page *p, const char *kind, struct slice title,
	       struct slice description)
{
	const struct renderer_options *o = &p->r->options;
	/* a page for any wrong address cannot be linked from where it stands */
	p->root = p->plan->kind == PAGE_MISSING
		      ? path_of_url(o->base_url)
		      : root_of(&p->worker->arena, p->path);
	tmpl_value(p->dict, M_LANG, o->language);
	tmpl_value(p->dict, M_ROOT, p->root);
	tmpl_value(p->dict, M_SITE_TITLE, o->title);
	tmpl_value(p->dict, M_SITE_DESCRIPTION, o->description);
	tmpl_value(p->dict, M_PAGE_KIND, slice_of(kind));
	tmpl_value(p->dict, M_PAGE_TITLE, title);
	if (description.len)
		tmpl_value(tmpl_section(p->dict, M_HAS_DESCRIPTION),
			   M_PAGE_DESCRIPTION, description);
	tmpl_value(p->dict, M_HEADING, title);
	if (p->archive->tag_count)
		tmpl_show(p->dict, M_SITE_HAS_TAGS);
	if (o->base_url.len && p->plan->kind != PAGE_MISSING)
		tmpl_value(tmpl_section(p->dict, M_HAS_CANONICAL), M_CANONICAL,
			   page_absolute(p, canonical_path(p)));
	if (p->plan->kind == PAGE_RAW)
		tmpl_show(p->dict, M_UNLISTED);
	add_site_pages(p);
}

/* --- the way here --------------------------------------------------------- */

void page_crumb(struct page *p, struct slice name, struct slice path)
{
	struct tmpl_dict *crumb = tmpl_section(p->dict, M_CRUMB);
	tmpl_value(crumb, M_CRUMB_NAME, name);
	tmpl_value(crumb, M_CRUMB_URL, page_link(p, path));
}

void page_crumb_home(struct page *p)
{
	page_crumb(p, p->strings->home, SLICE("index.html"));
}

void page_crumb_year(struct page *p, struct date date)
{
	struct arena *a = &p->worker->arena;
	page_crumb(p, arena_printf(a, "%d", date.year), year_path(a, date));
}

void page_crumb_month(struct page *p, struct date date)
{
	page_crumb(p, p->strings->months[date.month - 1],
		   month_path(&p->worker->arena, date));
}

/* --- articles and neighbours ---------------------------------------------- */

/* Of several articles that tell one story in the same words only the canonical
   one is told again; the others name it. */
static void add_lead(struct page *p, struct tmpl_dict *item, uint32_t article)
{
	const struct family *family = archive_family(p->archive, article);
	if (!family || family->articles[0] == article) {
		tmpl_value(tmpl_section(item, M_ITEM_ORIGINAL), M_ITEM_LEAD,
			   p->archive->articles[article].lead);
		return;
	}
	const struct article *of = &p->archive->articles[family->articles[0]];
	struct tmpl_dict *d = tmpl_section(item, M_ITEM_COPY);
	tmpl_value(d, M_COPY_OF_URL, page_link(p, of->path));
	tmpl_value(d, M_COPY_OF_TITLE, of->title);
}

struct tmpl_dict *page_item(struct page *p, struct tmpl_dict *d,
			    uint32_t article)
{
	const struct article *of = &p->archive->articles[article];
	struct tmpl_dict *item = tmpl_section(d, M_ITEM);
	tmpl_value(item, M_ITEM_URL, page_link(p, of->path));
	tmpl_value(item, M_ITEM_TITLE, of->title);
	tmpl_value(item, M_ITEM_DATELINE, of->dateline);
	add_lead(p, item, article);
	if (!date_known(of->date))
		return item;
	struct tmpl_dict *dated = tmpl_section(item, M_ITEM_DATED);
	tmpl_value(dated, M_ITEM_ISO, page_iso(p, of->date));
	tmpl_value(dated, M_ITEM_DATE,
		   strings_short_date(p->strings, of->date, &p->worker->arena));
	return item;
}

void page_neighbours(struct page *p, struct slice previous_title,
		     struct slice previous_path, struct slice next_title,
		     struct slice next_path)
{
	if (previous_path.len) {
		struct tmpl_dict *d = tmpl_section(p->dict, M_HAS_PREVIOUS);
		tmpl_value(d, M_PREVIOUS_TITLE, previous_title);
		tmpl_value(d, M_PREVIOUS_URL, page_link(p, previous_path));
	}
	if (next_path.len) {
		struct tmpl_dict *d = tmpl_section(p->dict, M_HAS_NEXT);
		tmpl_value(d, M_NEXT_TITLE, next_title);
		tmpl_value(d, M_NEXT_URL, page_link(p, next_path));
	}
}
