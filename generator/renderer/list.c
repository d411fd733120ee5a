/*
 * list.c - lists of articles by day, newest first, over pages whose numbers
 * never shift: 1 is the oldest, and each numbered page is full for ever. One
 * article more rewrites index.html, and once in a page's worth of articles
 * moves the oldest of it into a new numbered page.
 */
#include "renderer/page.h"

enum {
	PAGE_LINKS_MAX = 200,
};

uint32_t list_pages(uint32_t count, uint32_t page_size)
{
	return count < 2 * page_size ? 0 : count / page_size - 1;
}

struct slice list_path(struct arena *a, struct slice folder, uint32_t number)
{
	return number
		   ? arena_printf(a, "%.*s/%u.html", SLICE_ARG(folder), number)
		   : arena_printf(a, "%.*s/index.html", SLICE_ARG(folder));
}

uint32_t list_page_of(const struct page *p, uint32_t count, uint32_t place)
{
	uint32_t size = p->r->options.page_size;
	return place / size < list_pages(count, size) ? place / size + 1 : 0;
}

struct range list_range(const struct page *p, uint32_t count)
{
	uint32_t size = p->r->options.page_size;
	uint32_t last = list_pages(count, size), number = p->plan->number;
	if (!number)
		return (struct range){ last * size, count };
	return (struct range){ (number - 1) * size, number * size };
}

/* All numbered pages; of very many every so-manieth, the last and the first. */
static void link_all(struct page *p, struct tmpl_dict *paged,
		     struct slice folder, uint32_t last)
{
	struct arena *a = &p->worker->arena;
	struct tmpl_dict *all = tmpl_section(paged, M_ALL_PAGES);
	uint32_t step = (last + PAGE_LINKS_MAX - 1) / PAGE_LINKS_MAX;
	for (uint32_t n = last; n > 0; n = n > step ? n - step : n > 1) {
		struct tmpl_dict *d = tmpl_section(all, M_PAGE_LINK);
		tmpl_value(d, M_PAGE_LINK_NUMBER, arena_printf(a, "%u", n));
		tmpl_value(d, M_PAGE_LINK_URL,
			   page_link(p, list_path(a, folder, n)));
	}
}

void list_links(struct page *p, uint32_t count)
{
	struct arena *a = &p->worker->arena;
	uint32_t last = list_pages(count, p->r->options.page_size);
	uint32_t number = p->plan->number;
	struct slice folder = plan_folder(p->r, p->plan, a);
	if (!last)
		return;
	struct tmpl_dict *d = tmpl_section(p->dict, M_PAGED);
	if (number) {
		uint32_t newer = number == last ? 0 : number + 1;
		tmpl_value(d, M_PAGE_NUMBER, arena_printf(a, "%u", number));
		tmpl_value(tmpl_section(d, M_HAS_NEWER), M_NEWER_URL,
			   page_link(p, list_path(a, folder, newer)));
	} else
		link_all(p, d, folder, last);
	if (number != 1)
		tmpl_value(tmpl_section(d, M_HAS_OLDER), M_OLDER_URL,
			   page_link(p, list_path(a, folder,
						  number ? number - 1 : last)));
}

struct slice list_heading(struct page *p, struct slice heading)
{
	if (!p->plan->number)
		return heading;
	return arena_printf(&p->worker->arena, "%.*s \xE2\x80\x93 %.*s %u",
			    SLICE_ARG(heading), SLICE_ARG(p->strings->page),
			    p->plan->number);
}

/* "y2020": the place of a year on a page of a list. */
static struct slice year_id(struct page *p, int year)
{
	return arena_printf(&p->worker->arena, "y%d", year);
}

static struct tmpl_dict *begin_group(struct page *p, struct date date,
				     struct date own)
{
	struct arena *a = &p->worker->arena;
	struct tmpl_dict *group = tmpl_section(p->dict, M_GROUP);
	tmpl_value(group, M_GROUP_NAME,
		   date_known(date) ? strings_long_date(p->strings, date, a)
				    : p->strings->undated);
	if (date_known(date) && !date_eq(date, own))
		tmpl_value(tmpl_section(group, M_GROUP_LINKED), M_GROUP_URL,
			   page_link(p, day_path(a, date)));
	else
		tmpl_show(group, M_GROUP_UNLINKED);
	return group;
}

/* The articles that this one refers to, each once. */
static void add_cited(struct page *p, struct tmpl_dict *item,
		      const struct article *article)
{
	for (uint32_t i = 0; i < article->reference_count; i++) {
		const struct reference *r = &article->references[i];
		if (r->target == NO_ARTICLE || r->repeated)
			continue;
		const struct article *target = &p->archive->articles[r->target];
		struct tmpl_dict *d = tmpl_section(item, M_ITEM_CITES);
		tmpl_value(d, M_CITES_URL, page_link(p, target->path));
		tmpl_value(d, M_CITES_TITLE, target->title);
	}
}

void page_list(struct page *p, const struct list *list, struct date own)
{
	struct range range = list_range(p, list->count);
	struct tmpl_dict *group = NULL;
	struct date date = { 0 };
	for (uint32_t n = 0; n < range.to - range.from; n++) {
		uint32_t i = list->is_story ? range.from + n : range.to - 1 - n;
		uint32_t number =
		    list->numbers ? list->numbers[i] : list->from + i;
		const struct article *article = &p->archive->articles[number];
		if (!group || !date_eq(article->date, date)) {
			bool new_year =
			    !group || article->date.year != date.year;
			group = begin_group(p, article->date, own);
			if (new_year && date_known(article->date))
				tmpl_value(tmpl_section(group, M_YEAR_BEGINS),
					   M_YEAR_ID,
					   year_id(p, article->date.year));
		}
		date = article->date;
		struct tmpl_dict *item = page_item(p, group, number);
		if (list->is_story)
			add_cited(p, item, article);
	}
	/* a numbered page says nothing of the whole: it must never change */
	if (!p->plan->number)
		tmpl_value(tmpl_section(p->dict, M_COUNTED), M_ARTICLE_COUNT,
			   page_count(p, list->count));
	list_links(p, list->count);
}
