/*
 * wanted_pages.c - titles that articles refer to and that are not in the
 * archive, by how many ask for them. A title whose end was a guess is left
 * out: it would be half a title, or a title and a half.
 */
#include "renderer/page.h"

enum {
	ASKING_MAX = 5 /* listed; the rest is counted */
};

void find_wanted(struct renderer *r)
{
	uint32_t count, sure = 0;
	const struct wanted *all =
	    archive_wanted(r->archive, &r->arena, &count);
	r->wanted = ARENA_ARRAY(&r->arena, uint32_t, count);
	for (uint32_t i = count; i-- > 0;)
		if (!all[i].unsure)
			r->wanted[sure++] = i;
	r->all_wanted = all;
	r->wanted_count = sure;
}

static void add_wanted(struct page *p, const struct wanted *wanted)
{
	struct tmpl_dict *d = tmpl_section(p->dict, M_WANTED);
	tmpl_value(d, M_WANTED_TITLE, wanted->spellings[0]);
	tmpl_value(d, M_WANTED_COUNT, page_count(p, wanted->count));
	for (uint32_t i = 0; i < wanted->count && i < ASKING_MAX; i++)
		page_item(p, d, wanted->articles[i]);
	if (wanted->count > ASKING_MAX)
		tmpl_value(tmpl_section(d, M_WANTED_MORE), M_WANTED_MORE_COUNT,
			   page_count(p, wanted->count - ASKING_MAX));
}

/* The least wanted on page 1, the most wanted on index.html: as lists are. */
bool render_wanted(struct page *p)
{
	const struct renderer *r = p->r;
	struct range range = list_range(p, r->wanted_count);
	page_head(p, "wanted", list_heading(p, p->strings->wanted), SLICE(""));
	page_crumb_home(p);
	if (p->plan->number)
		page_crumb(p, p->strings->wanted, SLICE("wanted/index.html"));
	for (uint32_t i = range.to; i-- > range.from;)
		add_wanted(p, &r->all_wanted[r->wanted[i]]);
	list_links(p, r->wanted_count);
	return true;
}
