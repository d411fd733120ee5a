/*
 * home_pages.c - the first page, the page for wrong addresses, and the list
 * of tags.
 */
#include "renderer/page.h"

enum {
	POPULAR_TAGS = 40,
	RECENT_THREADS = 6,
};

/* --- tags ----------------------------------------------------------------- */

static void add_tag(struct page *p, struct tmpl_dict *d, uint32_t number)
{
	const struct tag *tag = &p->archive->tags[number];
	struct tmpl_dict *t = tmpl_section(d, M_TAG);
	tmpl_value(t, M_TAG_NAME, tag->name);
	tmpl_value(t, M_TAG_COUNT, page_count(p, tag->count));
	tmpl_value(
	    t, M_TAG_URL,
	    page_link(p, arena_printf(&p->worker->arena, "tag/%.*s/index.html",
				      SLICE_ARG(tag->slug))));
}

static struct slice letter_name(struct page *p, const struct letter_page *l)
{
	char c = l->letter == '0' ? '#' : (char)(l->letter - 'a' + 'A');
	return l->part == 1
		   ? arena_printf(&p->worker->arena, "%c", c)
		   : arena_printf(&p->worker->arena, "%c %u", c, l->part);
}

/* To a place on this page, or with many tags to a page of the letter. */
static void add_letter_links(struct page *p, bool pages)
{
	struct arena *a = &p->worker->arena;
	for (uint32_t i = 0; i < p->r->letters.count; i++) {
		const struct letter_page *l = &p->r->letters.items[i];
		struct planned target = { PAGE_TAGS, 0, i + 1 };
		struct tmpl_dict *d = tmpl_section(p->dict, M_LETTER_LINK);
		tmpl_value(d, M_LETTER_LINK_NAME, letter_name(p, l));
		tmpl_value(d, M_LETTER_LINK_URL,
			   pages ? page_link(p, plan_path(p->r, &target, a))
				 : arena_printf(a, "#%c", l->letter));
	}
}

static void add_letter(struct page *p, const struct letter_page *l)
{
	struct tmpl_dict *d = tmpl_section(p->dict, M_LETTER);
	tmpl_value(d, M_LETTER_NAME, letter_name(p, l));
	tmpl_value(d, M_LETTER_ID,
		   arena_printf(&p->worker->arena, "%c", l->letter));
	for (uint32_t i = l->tags.from; i < l->tags.to; i++)
		add_tag(p, d, i);
}

/* With many tags the index has the most used; the letters' pages have all. */
bool render_tags(struct page *p)
{
	const struct archive *x = p->archive;
	bool many = x->tag_count > TAGS_ON_INDEX;
	page_head(p, "tags", p->strings->tags, SLICE(""));
	page_crumb_home(p);
	if (p->plan->item)
		page_crumb(p, p->strings->tags, SLICE("tag/index.html"));
	add_letter_links(p, many);
	if (p->plan->item) {
		add_letter(p, &p->r->letters.items[p->plan->item - 1]);
		return true;
	}
	for (uint32_t i = 0; !many && i < p->r->letters.count; i++)
		add_letter(p, &p->r->letters.items[i]);
	if (many) {
		struct tmpl_dict *d = tmpl_section(p->dict, M_LETTER);
		tmpl_value(d, M_LETTER_NAME, SLICE("\xE2\x98\x85"));
		tmpl_value(d, M_LETTER_ID, SLICE("most"));
		for (uint32_t i = 0; i < TAGS_ON_INDEX; i++)
			add_tag(p, d, p->r->popular_tags[i]);
	}
	return true;
}

/* --- home ----------------------------------------------------------------- */

static void add_latest(struct page *p)
{
	const struct archive *x = p->archive;
	struct arena *a = &p->worker->arena;
	uint32_t size = p->r->options.home_size;
	uint32_t from = x->dated > size ? x->dated - size : 0;
	struct tmpl_dict *group = NULL;
	struct date date = { 0 };
	for (uint32_t i = x->dated; i-- > from;) {
		const struct article *article = &x->articles[i];
		if (!group || !date_eq(article->date, date)) {
			date = article->date;
			group = tmpl_section(p->dict, M_GROUP);
			tmpl_value(group, M_GROUP_NAME,
				   strings_long_date(p->strings, date, a));
			tmpl_value(tmpl_section(group, M_GROUP_LINKED),
				   M_GROUP_URL,
				   page_link(p, day_path(a, date)));
		}
		page_item(p, group, i);
	}
	if (from) {
		struct date before = x->articles[from - 1].date;
		struct tmpl_dict *d = tmpl_section(p->dict, M_HAS_OLDER);
		tmpl_value(d, M_OLDER_URL, page_link(p, month_path(a, before)));
		tmpl_value(d, M_OLDER_NAME,
			   strings_month(p->strings, before, a));
	}
}

static void add_years(struct page *p)
{
	const struct archive *x = p->archive;
	struct arena *a = &p->worker->arena;
	if (!x->year_count)
		return;
	struct tmpl_dict *d = tmpl_section(p->dict, M_HAS_YEARS);
	tmpl_value(p->dict, M_FIRST_YEAR,
		   arena_printf(a, "%d", x->years[0].year));
	tmpl_value(p->dict, M_LAST_YEAR,
		   arena_printf(a, "%d", x->years[x->year_count - 1].year));
	for (uint32_t i = x->year_count; i-- > 0;) {
		const struct year *year = &x->years[i];
		struct tmpl_dict *y = tmpl_section(d, M_YEAR);
		tmpl_value(y, M_YEAR_NAME, arena_printf(a, "%d", year->year));
		tmpl_value(y, M_YEAR_URL,
			   page_link(p, year_path(a, (struct date){ year->year,
								    1, 1 })));
		tmpl_value(
		    y, M_YEAR_COUNT,
		    page_count(p, year->articles.to - year->articles.from));
	}
}

static void add_threads(struct page *p)
{
	if (p->archive->thread_count)
		add_recent_threads(p, tmpl_section(p->dict, M_HAS_THREADS),
				   RECENT_THREADS);
}

bool render_home(struct page *p)
{
	const struct archive *x = p->archive;
	page_head(p, "home", p->strings->home, p->r->options.description);
	tmpl_value(p->dict, M_ARTICLE_COUNT, page_count(p, x->count));
	add_latest(p);
	add_years(p);
	add_threads(p);
	if (p->r->wanted_count)
		tmpl_value(tmpl_section(p->dict, M_HAS_WANTED), M_WANTED_COUNT,
			   page_count(p, p->r->wanted_count));
	if (x->dated < x->count) {
		struct tmpl_dict *d = tmpl_section(p->dict, M_HAS_UNDATED);
		tmpl_value(d, M_UNDATED_URL, SLICE("undated/index.html"));
		tmpl_value(d, M_UNDATED_COUNT,
			   page_count(p, x->count - x->dated));
	}
	if (x->tag_count) {
		struct tmpl_dict *d = tmpl_section(p->dict, M_HAS_TAGS);
		for (uint32_t i = 0; i < x->tag_count && i < POPULAR_TAGS; i++)
			add_tag(p, d, p->r->popular_tags[i]);
	}
	return true;
}

bool render_missing(struct page *p)
{
	page_head(p, "missing", p->strings->not_found, SLICE(""));
	return true;
}
