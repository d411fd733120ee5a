/*
 * tags.c - the tags of all articles as one list. Tags are one if their slugs
 * are ("Politik", "politik") or if the site's owner says so; the name shown is
 * the owner's, else the commonest spelling, the first in byte order among
 * equals.
 */
#include "archive/internal.h"

#include "base/text.h"

/* One tag of one article. */
struct use {
	struct slice slug, name;
	uint32_t article;
	bool named; /* by the owner */
};

/* What the owner says of the tags with a slug. */
struct merge {
	struct slice slug, to_slug, name; /* to_slug empty: no tag */
	size_t number;
};

static struct slice tag_slug(struct buf *buf, struct slice name)
{
	buf_clear(buf);
	text_slug(buf, name, SLUG_MAX);
	if (!buf->len) {
		struct buf key = { 0 };
		text_fold(&key, name);
		struct slice of = key.len ? buf_slice(&key) : name;
		buf_printf(buf, "tag-%06x", (unsigned)(hash64(of) & 0xFFFFFF));
		buf_release(&key);
	}
	return buf_slice(buf);
}

static int cmp_uses(const void *a, const void *b)
{
	const struct use *x = a, *y = b;
	int c = slice_cmp(x->slug, y->slug);
	if (!c)
		c = y->named - x->named;
	if (!c)
		c = slice_cmp(x->name, y->name);
	return c ? c : (x->article > y->article) - (x->article < y->article);
}

static int cmp_names(const void *a, const void *b)
{
	const struct use *x = a, *y = b;
	return slice_cmp(x->name, y->name);
}

static int cmp_numbers(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

/* uses[0..count) have one slug and are sorted by name, the owner's first. */
static struct tag make_tag(const struct use *uses, size_t count,
			   struct arena *a)
{
	struct tag tag = { .slug = uses[0].slug };
	uint32_t *articles = ARENA_ARRAY(a, uint32_t, count);
	size_t most = 0, run = 0;
	for (size_t i = 0; i < count; i++) {
		run =
		    i && slice_eq(uses[i].name, uses[i - 1].name) ? run + 1 : 1;
		if (run > most && !(i && uses[0].named)) {
			most = run;
			tag.name = uses[i].name;
		}
		articles[i] = uses[i].article;
	}
	qsort(articles, count, sizeof *articles, cmp_numbers);
	for (size_t i = 0; i < count; i++)
		if (!tag.count || articles[tag.count - 1] != articles[i])
			articles[tag.count++] = articles[i];
	tag.articles = articles;
	return tag;
}

/* Tells each article its tags: by slug, as the list of tags is. */
static void tell_articles(struct archive_builder *b)
{
	const struct archive *x = &b->archive;
	uint32_t **lists = ARENA_ARRAY(&b->scratch, uint32_t *, x->count);
	for (uint32_t i = 0; i < x->count; i++)
		if (b->articles[i].name_count)
			b->articles[i].tags = lists[i] = ARENA_ARRAY(
			    &b->arena, uint32_t, b->articles[i].name_count);
	for (uint32_t t = 0; t < x->tag_count; t++)
		for (uint32_t k = 0; k < x->tags[t].count; k++) {
			uint32_t i = x->tags[t].articles[k];
			lists[i][b->articles[i].tag_count++] = t;
		}
}

/* --- what the owner says --------------------------------------------------
 */

static int cmp_merges(const void *a, const void *b)
{
	const struct merge *x = a, *y = b;
	int c = slice_cmp(x->slug, y->slug);
	return c ? c : (x->number > y->number) - (x->number < y->number);
}

static struct merge *sort_merges(const struct archive_options *o,
				 struct arena *names, struct arena *a)
{
	struct merge *merges = ARENA_ARRAY(a, struct merge, o->merge_count);
	struct buf buf = { 0 };
	for (size_t i = 0; i < o->merge_count; i++) {
		struct slice to = o->merges[i].to;
		merges[i] = (struct merge){
			.slug =
			    arena_copy(a, tag_slug(&buf, o->merges[i].from)),
			.name = arena_copy(names, to),
			.number = i,
		};
		if (to.len)
			merges[i].to_slug =
			    arena_copy(names, tag_slug(&buf, to));
	}
	if (o->merge_count)
		qsort(merges, o->merge_count, sizeof *merges, cmp_merges);
	buf_release(&buf);
	return merges;
}

/* One step, not a chain: what a tag becomes is said where it stands. */
static void apply_merge(struct use *use, const struct merge *merges,
			size_t count)
{
	const struct merge key = { .slug = use->slug };
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (cmp_merges(&merges[middle], &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == count || !slice_eq(merges[low].slug, use->slug))
		return;
	use->slug = merges[low].to_slug;
	use->name = merges[low].name;
	use->named = true;
}

/* --- the index ------------------------------------------------------------
 */

/*
 * Gives uses their slugs, one of a name however often it is used, and what the
 * owner makes of them. Returns how many are left.
 */
static size_t give_slugs(struct use *uses, size_t count,
			 const struct archive_options *o,
			 const struct merge *merges, struct arena *a)
{
	struct buf buf = { 0 };
	struct slice name = { 0 }, slug = { 0 };
	size_t kept = 0;
	if (count)
		qsort(uses, count, sizeof *uses, cmp_names);
	for (size_t i = 0; i < count; i++) {
		if (!i || !slice_eq(uses[i].name, name)) {
			name = uses[i].name;
			slug = arena_copy(a, tag_slug(&buf, name));
		}
		uses[i].slug = slug;
		apply_merge(&uses[i], merges, o->merge_count);
		if (uses[i].slug.len)
			uses[kept++] = uses[i];
	}
	buf_release(&buf);
	return kept;
}

static size_t count_slugs(const struct use *sorted, size_t count)
{
	size_t slugs = 0;
	for (size_t i = 0; i < count; i++)
		slugs += !i || !slice_eq(sorted[i].slug, sorted[i - 1].slug);
	return slugs;
}

void tags_index(struct archive_builder *b, const struct archive_options *o)
{
	VEC(struct use) uses = { 0 };
	struct archive *x = &b->archive;
	const struct merge *merges = sort_merges(o, &b->arena, &b->scratch);
	for (uint32_t i = 0; i < x->count; i++)
		for (uint32_t k = 0; k < b->articles[i].name_count; k++)
			vec_push(&uses, (struct use){
					    .name = b->articles[i].tag_names[k],
					    .article = i });
	uses.count = give_slugs(uses.items, uses.count, o, merges, &b->arena);
	if (uses.count)
		qsort(uses.items, uses.count, sizeof *uses.items, cmp_uses);
	struct tag *tags = ARENA_ARRAY(&b->arena, struct tag,
				       count_slugs(uses.items, uses.count));
	for (size_t from = 0, to; from < uses.count; from = to) {
		for (to = from + 1; to < uses.count; to++)
			if (!slice_eq(uses.items[to].slug,
				      uses.items[from].slug))
				break;
		struct tag tag =
		    make_tag(&uses.items[from], to - from, &b->arena);
		if (tag.count >= o->tag_minimum)
			tags[x->tag_count++] = tag;
	}
	x->tags = tags;
	vec_release(&uses);
	tell_articles(b);
}
