/*
 * overrides.c - what the site's owner says of references, in references.yaml:
 *
 *   references:
 *     - text: "Trump Tak Jamin Transfer Kekuasaan"
 *       target: content/2020/trump.txt   # or: none
 *       in: content/2020/putin.txt       # optional: only in this article
 */
#include "archive/resolve.h"
#include "archive/words.h"
#include "base/fs.h"
#include "base/yaml.h"

#include <errno.h>
#include <fcntl.h>

enum {
	OVERRIDES_CAP = 16 << 20
};

static bool read_one(const struct yaml *entry, struct place at,
		     struct override *out, struct diag *d)
{
	static const char *const known[] = { "text", "target", "in", NULL };
	const struct yaml *text = yaml_get(entry, "text");
	const struct yaml *target = yaml_get(entry, "target");
	const struct yaml *in = yaml_get(entry, "in");
	at.line = entry->line;
	at.column = entry->column;
	if (entry->kind != YAML_MAP || !text || !target ||
	    text->kind != YAML_SCALAR || target->kind != YAML_SCALAR ||
	    (in && in->kind != YAML_SCALAR)) {
		diag_add(d, DIAG_USAGE, at,
			 "write - text: \"Title\" and target: "
			 "content/file.txt (or none)",
			 "an override needs text and target");
		return false;
	}
	*out = (struct override){ .text = text->text, .at = at };
	if (!target->is_null && !slice_eq(target->text, SLICE("none")))
		out->target = target->text;
	if (in)
		out->in = in->text;
	return yaml_check_keys(entry, known, at.path, DIAG_USAGE, d);
}

bool overrides_read(const char *path, struct arena *a,
		    const struct override **out, size_t *count, struct diag *d)
{
	static const char *const known[] = { "references", NULL };
	struct place at = place_of(path);
	struct buf bytes = { 0 };
	bool ok = false;
	*count = 0;
	*out = NULL;
	int err = fs_read(&bytes, AT_FDCWD, path, OVERRIDES_CAP);
	if (err == ENOENT)
		return true;
	if (err) {
		diag_errno(d, path, err, "cannot read the overrides",
			   "make the file readable or remove it");
		return false;
	}
	struct yaml *root =
	    yaml_parse(arena_copy(a, buf_slice(&bytes)), at, DIAG_USAGE, a, d);
	if (!root || !yaml_check_keys(root, known, at.path, DIAG_USAGE, d))
		goto out;
	const struct yaml *list = yaml_get(root, "references");
	if (root->kind != YAML_MAP ||
	    (list && list->kind != YAML_LIST && !list->is_null)) {
		diag_add(d, DIAG_USAGE, at,
			 "write references: and below it - text: \"Title\" "
			 "with target: content/file.txt (or none)",
			 "the overrides are a list under references:");
		goto out;
	}
	VEC(struct override) all = { 0 };
	ok = true;
	for (const struct yaml *e = list ? list->child : NULL; e; e = e->next) {
		struct override one;
		if (read_one(e, at, &one, d))
			vec_push(&all, one);
		else
			ok = false;
	}
	struct override *kept = ARENA_ARRAY(a, struct override, all.count);
	if (all.count)
		memcpy(kept, all.items, all.count * sizeof *kept);
	*out = kept;
	*count = all.count;
	vec_release(&all);
out:
	buf_release(&bytes);
	return ok;
}

/* --- looking up ----------------------------------------------------------- */

struct indexed {
	struct slice key, in;
	uint32_t target;
	size_t number; /* of equals the first in the file speaks */
};

struct overrides_index {
	struct indexed *items; /* by key, then those with `in` first */
	size_t count;
};

static int cmp_indexed(const void *a, const void *b)
{
	const struct indexed *x = a, *y = b;
	int c = slice_cmp(x->key, y->key);
	if (!c)
		c = slice_cmp(y->in, x->in);
	return c ? c : (x->number > y->number) - (x->number < y->number);
}

/* False after reporting; no source is NO_ARTICLE. */
static bool find_source(const struct article *articles, uint32_t count,
			struct slice source, struct place at, uint32_t *found,
			struct diag *d)
{
	*found = NO_ARTICLE;
	if (!source.len)
		return true;
	for (uint32_t i = 0; i < count; i++)
		if (slice_eq(articles[i].source, source)) {
			*found = i;
			return true;
		}
	diag_add(d, DIAG_USAGE, at,
		 "target: and in: are paths of articles as `arsip export` "
		 "gives them; a target may be none",
		 "no article comes from \"%.*s\"", SLICE_ARG(source));
	return false;
}

struct overrides_index *overrides_index(const struct override *overrides,
					size_t count,
					const struct article *articles,
					uint32_t article_count, struct arena *a,
					struct diag *d)
{
	struct overrides_index *o = ARENA_NEW(a, struct overrides_index);
	struct words w;
	struct buf key = { 0 };
	o->items = ARENA_ARRAY(a, struct indexed, count);
	for (size_t i = 0; i < count; i++) {
		const struct override *from = &overrides[i];
		uint32_t in, target;
		if (!find_source(articles, article_count, from->in, from->at,
				 &in, d) ||
		    !find_source(articles, article_count, from->target,
				 from->at, &target, d))
			continue;
		words_split(&w, from->text, &key);
		o->items[o->count++] = (struct indexed){ arena_copy(a, w.key),
							 from->in, target, i };
	}
	if (o->count)
		qsort(o->items, o->count, sizeof *o->items, cmp_indexed);
	buf_release(&key);
	return o;
}

bool overrides_find(const struct overrides_index *o, struct slice key,
		    struct slice source, uint32_t *target)
{
	size_t from = 0, to = o->count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (slice_cmp(o->items[middle].key, key) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	for (; from < o->count && slice_eq(o->items[from].key, key); from++)
		if (!o->items[from].in.len ||
		    slice_eq(o->items[from].in, source)) {
			*target = o->items[from].target;
			return true;
		}
	return false;
}
