/*
 * sources.c - a loader, and what it knows of its sources once scan.c found
 * them.
 */
#include "loader/html.h"
#include "loader/state.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

struct loader *loader_open(const struct loader_options *options, struct diag *d)
{
	struct arena arena = { 0 };
	struct loader *l = ARENA_NEW(&arena, struct loader);
	l->arena = arena;
	l->root = arena_zstr(&l->arena, slice_of(options->root));
	l->folders = options->folders;
	l->fields = options->fields;
	l->spool = (struct spool){ .state = options->state,
				   .arena = &l->arena,
				   .fd = -1 };
	l->zone = options->zone;
	html_set_up();
	l->fd = open(options->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (l->fd < 0)
		diag_errno(d, options->root, errno, "cannot open the site",
			   "name the site's folder with -C");
	else
		l->rules = rules_new(options->rules, d);
	if (l->rules)
		return l;
	loader_close(l);
	return NULL;
}

void loader_close(struct loader *l)
{
	if (!l)
		return;
	if (l->fd >= 0)
		close(l->fd);
	spool_close(&l->spool);
	rules_free(l->rules);
	vec_release(&l->sources);
	vec_release(&l->pages);
	vec_release(&l->units);
	struct arena arena = l->arena; /* l itself lives in it */
	arena_release(&arena);
}

/* --- what there is -------------------------------------------------------- */

static int cmp_sources(const void *a, const void *b)
{
	const struct source *x = a, *y = b;
	return slice_cmp(x->path, y->path);
}

uint32_t loader_units(const struct loader *l)
{
	return (uint32_t)l->units.count;
}

uint32_t loader_count(const struct loader *l)
{
	return (uint32_t)l->sources.count;
}

struct slice loader_source(const struct loader *l, uint32_t file)
{
	return l->sources.items[file].path;
}

bool loader_is_many(const struct loader *l, uint32_t file)
{
	enum source_format format = l->sources.items[file].format;
	return format == FORMAT_JSONL || format == FORMAT_CSV;
}

uint32_t loader_find(const struct loader *l, struct slice source)
{
	struct source key = { .path = source };
	const struct source *found =
	    l->sources.count ? bsearch(&key, l->sources.items, l->sources.count,
				       sizeof key, cmp_sources)
			     : NULL;
	return found ? (uint32_t)(found - l->sources.items) : NO_ARTICLE;
}
