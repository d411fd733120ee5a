/*
 * renderer.h - from the archive to (path, bytes). The face of this room,
 * besides markdown.h. Pure: the same archive and options give the same bytes,
 * on any machine and any number of threads; no clock, locale or host name is
 * asked. It writes nothing; the caller takes each page and gives it to a sink.
 */
#ifndef RENDERER_RENDERER_H
#define RENDERER_RENDERER_H

#include "archive/archive.h"

/*
 * The document of an article again, body and all, and in *text the repaired
 * source whose lines it counts; NULL if it cannot be had or is not what it was
 * (reported by the reader). Both are used before the next call with the same
 * worker.
 */
typedef const struct document *read_fn(void *ctx, unsigned worker,
				       uint32_t article, struct slice *text);
/* Takes a page. False stops nothing, but the page counts as failed. */
typedef bool page_fn(void *ctx, unsigned worker, struct slice path,
		     struct slice bytes);

struct renderer_options {
	struct slice title, description, language;
	struct slice base_url; /* with "/" at the end, or empty */
	struct slice host;     /* for the file CNAME, or empty */
	struct slice zone;     /* "+07:00", of times without one */
	const char *theme;     /* the site's own theme files */
	uint32_t page_size;    /* articles on a numbered page of a list */
	uint32_t home_size, feed_size;
	bool raw;		       /* a page for each source, too */
	const struct site_page *pages; /* in the order of their menu */
	size_t page_count;
	unsigned workers;
	read_fn *read;
	void *read_ctx;
};

struct renderer;
/*
 * Loads and checks the theme and plans every page. NULL after reporting
 * (DIAG_USAGE). What the options point to must live as long as the result.
 */
MUST_CHECK struct renderer *renderer_open(const struct archive *archive,
					  const struct renderer_options *o,
					  struct diag *d);
void renderer_close(struct renderer *r);
size_t renderer_page_count(const struct renderer *r);
/*
 * The page with this address, such as "2020/index.html"; false: there is none.
 * Not from several threads at once: the first call makes a table.
 */
bool renderer_find(struct renderer *r, struct slice path, size_t *index);
/*
 * Renders page `index` and gives it to put. Safe from different workers at
 * once. False if it was not rendered (reported) or not taken.
 */
bool renderer_page(struct renderer *r, unsigned worker, size_t index,
		   page_fn *put, void *put_ctx);
/*
 * All pages as tasks: each is one page, or the two that are made of one
 * article, which is read once for both. Else as renderer_page; false if one of
 * the pages failed.
 */
size_t renderer_task_count(const struct renderer *r);
bool renderer_task(struct renderer *r, unsigned worker, size_t task,
		   page_fn *put, void *put_ctx);

#endif
