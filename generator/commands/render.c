/*
 * render.c - see render.h.
 */
#include "commands/render.h"

#include "base/pool.h"
#include "commands/progress.h"

#include <stdatomic.h>

struct rendering {
	struct session *session;
	struct renderer *renderer;
	struct progress *progress;
	page_fn *put;
	void *put_ctx;
	atomic_bool failed;
};

/* The renderer's way to a body. */
static const struct document *read_again(void *ctx, unsigned worker,
					 uint32_t number, struct slice *text)
{
	const struct session *s = ctx;
	const struct document *doc = session_read(ctx, worker, number);
	*text = loader_text(s->readers[worker]);
	return doc;
}

static bool put_one(void *ctx, unsigned worker, struct slice path,
		    struct slice bytes)
{
	struct rendering *r = ctx;
	progress_step(r->progress, worker);
	return r->put(r->put_ctx, worker, path, bytes);
}

static void render_one(void *ctx, unsigned worker, size_t task)
{
	struct rendering *r = ctx;
	if (!renderer_task(r->renderer, worker, task, put_one, r))
		atomic_store(&r->failed, true);
}

struct renderer *render_open(struct session *s)
{
	const struct site *site = &s->site;
	size_t page_count;
	const struct site_page *own = loader_pages(s->loader, &page_count);
	const struct renderer_options options = {
		.title = site->title,
		.description = site->description,
		.language = site->language,
		.base_url = site->base_url,
		.host = site->host,
		.zone = site->zone,
		.theme = site->theme,
		.page_size = site->page_size,
		.home_size = site->home_size,
		.feed_size = site->feed_size,
		.raw = site->raw,
		.pages = own,
		.page_count = page_count,
		.workers = s->jobs,
		.read = read_again,
		.read_ctx = s,
	};
	return renderer_open(s->archive, &options, s->diag);
}

bool render_site(struct session *s, page_fn *put, void *put_ctx, size_t *pages)
{
	struct rendering r = { .session = s, .put = put, .put_ctx = put_ctx };
	r.renderer = render_open(s);
	if (!r.renderer)
		return false;
	*pages = renderer_page_count(r.renderer);
	r.progress = progress_new("pages", *pages, s->options->quiet);
	pool_run(s->jobs, renderer_task_count(r.renderer), render_one, &r);
	progress_free(r.progress);
	renderer_close(r.renderer);
	return !atomic_load(&r.failed);
}

void print_archive(const struct session *s)
{
	const struct archive *x = s->archive;
	struct arena a = { 0 };
	printf("%.*s, %.*s (%.*s linked), %.*s",
	       SLICE_ARG(format_count(&a, x->count, "article")),
	       SLICE_ARG(format_count(&a, x->reference_count, "reference")),
	       SLICE_ARG(format_count(&a, x->resolved_count, NULL)),
	       SLICE_ARG(format_count(&a, x->tag_count, "tag")));
	if (x->year_count)
		printf(", %d to %d", x->years[0].year,
		       x->years[x->year_count - 1].year);
	if (x->dated < x->count)
		printf(", %.*s without a date",
		       SLICE_ARG(format_count(&a, x->count - x->dated, NULL)));
	putchar('\n');
	arena_release(&a);
}

void put_archive(const struct session *s, struct json *object)
{
	const struct archive *x = s->archive;
	json_put_number(object, "articles", x->count);
	json_put_number(object, "references", x->reference_count);
	json_put_number(object, "linked", x->resolved_count);
	json_put_number(object, "tags", x->tag_count);
	json_put_number(object, "warnings",
			(long long)diag_count(s->diag, DIAG_WARNING));
	json_put_number(object, "errors",
			(long long)diag_count(s->diag, DIAG_CONTENT));
}
