/*
 * review.c - what became of the overrides of references.yaml: an override
 * outlives what it was written for, and nobody would notice.
 */
#include "archive/archive.h"
#include "archive/words.h"
#include "base/nearest.h"

#include <stdlib.h>

/* The words of an override, hashed, and the titles that have them. */
struct reviewed {
	uint64_t key;
	size_t number;		/* of equals the first in the file speaks */
	uint32_t titles, title; /* how many articles have it; one of them */
};

struct review {
	const struct archive *x;
	const struct override *overrides;
	struct reviewed *all; /* by key */
	size_t count;
	struct words words;
	struct buf buf;
};

const char *override_state_name(enum override_state state)
{
	static const char *const names[] = { "used", "unused", "target-gone",
					     "in-gone", "needless" };
	return names[state];
}

static uint64_t key_of(struct review *r, struct slice text)
{
	words_split(&r->words, text, &r->buf);
	return hash64(r->words.key);
}

static int cmp_reviewed(const void *a, const void *b)
{
	const struct reviewed *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

/* The first with this key or one behind it. */
static struct reviewed *find(const struct review *r, uint64_t key)
{
	size_t from = 0, to = r->count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (r->all[middle].key < key)
			from = middle + 1;
		else
			to = middle;
	}
	return &r->all[from];
}

/* As overrides_find decides: those with `in` first, then the first. */
static size_t speaker(const struct review *r, uint64_t key, struct slice source)
{
	size_t found = SIZE_MAX;
	for (struct reviewed *v = find(r, key);
	     v < r->all + r->count && v->key == key; v++) {
		struct slice in = r->overrides[v->number].in;
		if (in.len && slice_eq(in, source))
			return v->number;
		if (!in.len && found == SIZE_MAX)
			found = v->number;
	}
	return found;
}

static void count_uses(struct review *r, struct override_review *out)
{
	for (uint32_t i = 0; i < r->x->count; i++) {
		const struct article *article = &r->x->articles[i];
		for (uint32_t k = 0; k < article->reference_count; k++) {
			const struct reference *one = &article->references[k];
			if (one->how != HOW_OVERRIDE)
				continue;
			size_t number =
			    speaker(r, key_of(r, one->text), article->source);
			if (number != SIZE_MAX)
				out[number].uses++;
		}
	}
}

static void count_titles(struct review *r)
{
	for (uint32_t i = 0; i < r->x->count; i++) {
		uint64_t key = key_of(r, r->x->articles[i].title);
		for (struct reviewed *v = find(r, key);
		     v < r->all + r->count && v->key == key; v++) {
			v->titles++;
			v->title = i;
		}
	}
}

/* --- sources that are gone ------------------------------------------------ */

static struct slice file_name(struct slice path)
{
	size_t at = path.len;
	while (at && path.ptr[at - 1] != '/')
		at--;
	return slice_from(path, at);
}

/* A file of that name elsewhere, else the name that is nearest. */
static struct slice find_nearest(const struct archive *x, struct slice source)
{
	struct arena a = { 0 };
	const char **names = ARENA_ARRAY(&a, const char *, x->count + 1);
	struct slice found = { 0 };
	for (uint32_t i = 0; i < x->count && !found.len; i++) {
		struct slice other = x->articles[i].source;
		if (slice_eq(file_name(other), file_name(source)))
			found = other;
		names[i] = arena_zstr(&a, other);
	}
	const char *near = found.len ? NULL : nearest(source, names);
	for (uint32_t i = 0; near && i < x->count; i++)
		if (slice_eq(x->articles[i].source, slice_of(near)))
			found = x->articles[i].source;
	arena_release(&a);
	return found;
}

static bool is_source(const struct archive *x, struct slice source)
{
	for (uint32_t i = 0; i < x->count; i++)
		if (slice_eq(x->articles[i].source, source))
			return true;
	return false;
}

static void judge(struct review *r, const struct reviewed *v,
		  struct override_review *out)
{
	const struct override *o = &r->overrides[v->number];
	if (o->target.len && !is_source(r->x, o->target)) {
		out->state = OVERRIDE_NO_TARGET;
		out->nearest = find_nearest(r->x, o->target);
	} else if (o->in.len && !is_source(r->x, o->in)) {
		out->state = OVERRIDE_NO_IN;
		out->nearest = find_nearest(r->x, o->in);
	} else if (!out->uses) {
		out->state = OVERRIDE_UNUSED;
	} else if (o->target.len && v->titles == 1 &&
		   slice_eq(r->x->articles[v->title].source, o->target)) {
		out->state = OVERRIDE_NEEDLESS;
	}
}

void overrides_review(const struct archive *x, const struct override *overrides,
		      size_t count, struct override_review *out)
{
	struct arena a = { 0 };
	struct review r = { .x = x, .overrides = overrides };
	r.all = ARENA_ARRAY(&a, struct reviewed, count + 1);
	for (size_t i = 0; i < count; i++) {
		out[i] = (struct override_review){ 0 };
		r.all[i] =
		    (struct reviewed){ .key = key_of(&r, overrides[i].text),
				       .number = i };
	}
	r.count = count;
	if (count) {
		qsort(r.all, count, sizeof *r.all, cmp_reviewed);
		count_uses(&r, out);
		count_titles(&r);
	}
	for (size_t i = 0; i < count; i++)
		judge(&r, &r.all[i], &out[r.all[i].number]);
	buf_release(&r.buf);
	arena_release(&a);
}
