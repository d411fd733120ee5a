/*
 * thread_pages.c - a thread, the articles that references join, told from its
 * beginning; and the list of all threads. A thread is named by its first
 * article, so its address stays when the story goes on.
 */
#include "renderer/page.h"

static const struct article *first_of(const struct page *p, uint32_t thread)
{
	const struct archive *x = p->archive;
	return &x->articles[x->threads[thread].articles[0]];
}

bool render_thread(struct page *p)
{
	const struct thread *thread = &p->archive->threads[p->plan->item];
	const struct article *first = first_of(p, p->plan->item);
	struct list list = { thread->articles, 0, thread->count, true };
	page_head(p, "thread", list_heading(p, first->title), first->lead);
	page_crumb_home(p);
	page_crumb(p, p->strings->threads, SLICE("thread/index.html"));
	if (p->plan->number)
		page_crumb(
		    p, first->title,
		    thread_path(p->archive, p->plan->item, &p->worker->arena));
	page_list(p, &list, (struct date){ 0 });
	return true;
}

static struct tmpl_dict *add_thread(struct page *p, struct tmpl_dict *d,
				    uint32_t thread)
{
	const struct article *first = first_of(p, thread);
	struct arena *a = &p->worker->arena;
	struct tmpl_dict *t = tmpl_section(d, M_THREAD);
	tmpl_value(t, M_THREAD_URL,
		   page_link(p, thread_path(p->archive, thread, a)));
	tmpl_value(t, M_THREAD_TITLE, first->title);
	if (date_known(first->date))
		tmpl_value(tmpl_section(t, M_THREAD_DATED), M_THREAD_DATE,
			   strings_short_date(p->strings, first->date, a));
	return t;
}

/* By their first articles, newest first; nothing that grows is said, so that
   numbered pages stay as they are. */
bool render_threads(struct page *p)
{
	const struct archive *x = p->archive;
	struct range range = list_range(p, x->thread_count);
	page_head(p, "threads", list_heading(p, p->strings->threads),
		  SLICE(""));
	page_crumb_home(p);
	if (p->plan->number)
		page_crumb(p, p->strings->threads, SLICE("thread/index.html"));
	for (uint32_t i = range.to; i-- > range.from;)
		add_thread(p, p->dict, i);
	list_links(p, x->thread_count);
	return true;
}

void add_recent_threads(struct page *p, struct tmpl_dict *d, uint32_t most)
{
	const struct archive *x = p->archive;
	for (uint32_t i = 0; i < x->thread_count && i < most; i++) {
		uint32_t thread = p->r->recent_threads[i];
		tmpl_value(add_thread(p, d, thread), M_THREAD_COUNT,
			   page_count(p, x->threads[thread].count));
	}
}
