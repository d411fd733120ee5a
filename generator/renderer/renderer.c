/*
 * renderer.c - see renderer.h: the table of page kinds, and a page from its
 * plan's entry to bytes.
 */
#include "renderer/page.h"

/* A kind is filled into a template, or its bytes are just there. */
static const struct {
	bool (*fill)(struct page *p);
	enum template_id template;
} kinds[PAGE_KINDS] = {
	[PAGE_ARTICLE] = { render_article, T_ARTICLE },
	[PAGE_RAW] = { render_raw, T_RAW },
	[PAGE_CHOICE] = { render_choice, T_CHOICE },
	[PAGE_DAY] = { render_day, T_LISTING },
	[PAGE_MONTH] = { render_month, T_MONTH },
	[PAGE_YEAR] = { render_year, T_YEAR },
	[PAGE_UNDATED] = { render_undated, T_LISTING },
	[PAGE_TAG] = { render_tag, T_LISTING },
	[PAGE_TAGS] = { render_tags, T_TAGS },
	[PAGE_THREAD] = { render_thread, T_LISTING },
	[PAGE_THREADS] = { render_threads, T_THREADS },
	[PAGE_WANTED] = { render_wanted, T_WANTED },
	[PAGE_ANNIVERSARY] = { render_anniversary, T_LISTING },
	[PAGE_ANNIVERSARIES] = { render_anniversaries, T_ANNIVERSARIES },
	[PAGE_SITE_PAGE] = { render_site_page, T_PAGE },
	[PAGE_HOME] = { render_home, T_HOME },
	[PAGE_MISSING] = { render_missing, T_MISSING },
	[PAGE_FEED] = { render_feed, T_FEED },
	[PAGE_TAG_FEED] = { render_tag_feed, T_FEED },
	[PAGE_MONTH_FEED] = { render_month_feed, T_FEED },
	[PAGE_OPENSEARCH] = { render_opensearch, T_OPENSEARCH },
	[PAGE_SITEMAP] = { render_sitemap, T_SITEMAP },
	[PAGE_SITEMAP_PART] = { render_sitemap_part, T_SITEMAP_PART },
};

struct renderer *renderer_open(const struct archive *archive,
			       const struct renderer_options *o, struct diag *d)
{
	struct arena arena = { 0 };
	struct renderer *r = ARENA_NEW(&arena, struct renderer);
	r->arena = arena;
	r->archive = archive;
	r->options = *o;
	r->diag = d;
	r->workers = ARENA_ARRAY(&r->arena, struct render_worker, o->workers);
	if (!theme_open(&r->theme, o->theme, o->language, &r->arena, d)) {
		renderer_close(r);
		return NULL;
	}
	plan_pages(r);
	return r;
}

void renderer_close(struct renderer *r)
{
	if (!r)
		return;
	for (unsigned i = 0; i < r->options.workers; i++) {
		arena_release(&r->workers[i].arena);
		buf_release(&r->workers[i].out);
		buf_release(&r->workers[i].prose);
	}
	theme_close(&r->theme);
	vec_release(&r->plan);
	vec_release(&r->letters);
	struct arena arena = r->arena; /* r itself lives in it */
	arena_release(&arena);
}

size_t renderer_page_count(const struct renderer *r)
{
	return r->plan.count;
}

static void plain_bytes(struct page *p, struct buf *out)
{
	const struct renderer_options *o = &p->r->options;
	switch ((enum page_kind)p->plan->kind) {
	case PAGE_STYLE:
		buf_add(out, p->r->theme.style);
		break;
	case PAGE_SCRIPT:
		buf_add(out, p->r->theme.script);
		break;
	case PAGE_ROBOTS:
		buf_add(out, SLICE("User-agent: *\nAllow: /\n"));
		if (o->base_url.len)
			buf_printf(out, "Sitemap: %.*ssitemap.xml\n",
				   SLICE_ARG(o->base_url));
		break;
	case PAGE_JSON_FEED:
		write_json_feed(p, out);
		break;
	case PAGE_CNAME:
		buf_printf(out, "%.*s\n", SLICE_ARG(o->host));
		break;
	default: /* .nojekyll is empty */
		break;
	}
}

/* False after reporting. */
static bool fill_template(struct page *p, struct buf *out)
{
	p->dict = tmpl_page();
	bool ok = kinds[p->plan->kind].fill(p);
	if (ok && !tmpl_expand(p->r->theme.templates,
			       kinds[p->plan->kind].template, p->dict, out)) {
		diag_add(p->r->diag, DIAG_MACHINE,
			 (struct place){ p->path, 0, 0 },
			 "see the line that ctemplate printed",
			 "the template could not be filled");
		ok = false;
	}
	tmpl_page_free(p->dict);
	return ok;
}

static bool make_page(struct renderer *r, unsigned worker, size_t index,
		      const struct reading *reading, page_fn *put,
		      void *put_ctx)
{
	struct render_worker *w = &r->workers[worker];
	struct page p = { .r = r,
			  .archive = r->archive,
			  .strings = &r->theme.strings,
			  .worker = w,
			  .plan = &r->plan.items[index],
			  .reading = reading };
	bool ok = true;
	buf_clear(&w->out);
	p.path = plan_path(r, p.plan, &w->arena);
	if (kinds[p.plan->kind].fill)
		ok = fill_template(&p, &w->out);
	else
		plain_bytes(&p, &w->out);
	return ok && put(put_ctx, worker, p.path, buf_slice(&w->out));
}

/* False: the reader has reported. */
static bool read_article(struct renderer *r, unsigned worker, uint32_t article,
			 struct reading *out)
{
	const struct renderer_options *o = &r->options;
	out->doc = o->read(o->read_ctx, worker, article, &out->text);
	if (!out->doc)
		return false;
	out->pieces =
	    body_compose(&out->doc->body, &r->archive->articles[article],
			 &r->workers[worker].arena, &out->piece_count);
	return true;
}

bool renderer_page(struct renderer *r, unsigned worker, size_t index,
		   page_fn *put, void *put_ctx)
{
	const struct planned *plan = &r->plan.items[index];
	struct reading reading = { 0 };
	bool ok = true;
	if (plan->kind == PAGE_ARTICLE || plan->kind == PAGE_RAW)
		ok = read_article(r, worker, plan->item, &reading);
	ok = ok && make_page(r, worker, index, &reading, put, put_ctx);
	arena_clear(&r->workers[worker].arena);
	return ok;
}

size_t renderer_task_count(const struct renderer *r)
{
	return r->tasks;
}

bool renderer_task(struct renderer *r, unsigned worker, size_t task,
		   page_fn *put, void *put_ctx)
{
	const struct planned *plan = &r->plan.items[task];
	struct reading reading;
	if (plan->kind != PAGE_ARTICLE || !r->options.raw)
		return renderer_page(r, worker, task, put, put_ctx);
	bool ok = read_article(r, worker, plan->item, &reading);
	if (ok) {
		ok = make_page(r, worker, task, &reading, put, put_ctx);
		ok = make_page(r, worker, r->tasks + plan->item, &reading, put,
			       put_ctx) &&
		     ok;
	}
	arena_clear(&r->workers[worker].arena);
	return ok;
}
