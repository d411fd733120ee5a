/*
 * findings.c - see findings.h.
 */
#include "commands/findings.h"

#include "base/text.h"

#include <stdlib.h>

enum {
	SLUG_WHOLE = 4096,   /* bytes: as long as a title has words */
	SLUG_CUT_LEAST = 50, /* a slug: in the front matter may be shorter */
	FUTURE_DAYS = 366,
	NAMES_MAX = 16, /* of one tag: enough to see what is wrong */
};

/* --- dates ---------------------------------------------------------------- */

/* The latest date that somebody gave; one read from a text may be wrong. */
static struct date newest_sure(const struct archive *x)
{
	struct date newest = { 0 };
	for (uint32_t i = 0; i < x->count; i++)
		if (date_confidence((enum date_why)x->articles[i].date_why) ==
			CONFIDENCE_SURE &&
		    date_cmp(x->articles[i].date, newest) > 0)
			newest = x->articles[i].date;
	return newest;
}

/* No clock: the same archive has the same doubts next year. */
static bool is_doubtful(const struct article *article, struct date newest,
			enum date_why *why)
{
	*why = (enum date_why)article->date_why;
	switch (date_confidence(*why)) {
	case CONFIDENCE_NONE:
	case CONFIDENCE_DOUBTFUL:
		return true;
	case CONFIDENCE_SURE:
		return false;
	case CONFIDENCE_LIKELY:
		break;
	}
	*why = DATE_TOO_LATE;
	return date_known(newest) &&
	       date_to_days(article->date) - date_to_days(newest) > FUTURE_DAYS;
}

static void collect_dates(struct findings *f, struct arena *a)
{
	const struct archive *x = f->archive;
	struct date newest = newest_sure(x);
	struct date_doubt *dates = ARENA_ARRAY(a, struct date_doubt, x->count);
	enum date_why why;
	for (uint32_t i = 0; i < x->count; i++)
		if (is_doubtful(&x->articles[i], newest, &why))
			dates[f->date_count++] = (struct date_doubt){ i, why };
	f->dates = dates;
}

/* --- slugs ---------------------------------------------------------------- */

static void judge_slug(const struct article *article, struct slice of_title,
		       bool *reserved, bool *cut)
{
	static const struct slice prefix = SLICE_INIT("artikel-");
	struct slice slug = article->slug;
	*cut = of_title.len > SLUG_CUT_LEAST && slug.len < of_title.len &&
	       slug.len >= SLUG_CUT_LEAST && slice_starts(of_title, slug);
	*reserved =
	    slice_starts(slug, prefix) && !slice_starts(of_title, prefix);
}

static void collect_slugs(struct findings *f, struct arena *a)
{
	const struct archive *x = f->archive;
	uint32_t *reserved = ARENA_ARRAY(a, uint32_t, x->count);
	uint32_t *cut = ARENA_ARRAY(a, uint32_t, x->count);
	struct buf buf = { 0 };
	for (uint32_t i = 0; i < x->count; i++) {
		bool is_reserved, is_cut;
		buf_clear(&buf);
		text_slug(&buf, x->articles[i].title, SLUG_WHOLE);
		judge_slug(&x->articles[i], buf_slice(&buf), &is_reserved,
			   &is_cut);
		if (is_reserved)
			reserved[f->reserved_count++] = i;
		if (is_cut)
			cut[f->cut_count++] = i;
	}
	f->reserved = reserved;
	f->cut = cut;
	buf_release(&buf);
}

/* --- tags ----------------------------------------------------------------- */

struct name {
	uint32_t tag;
	struct slice text;
};

static int cmp_names(const void *a, const void *b)
{
	const struct name *x = a, *y = b;
	if (x->tag != y->tag)
		return x->tag < y->tag ? -1 : 1;
	return slice_cmp(x->text, y->text);
}

/* The tag of an article that has this slug, or the number of tags. */
static uint32_t tag_of(const struct archive *x, const struct article *article,
		       struct slice slug)
{
	for (uint32_t i = 0; i < article->tag_count; i++)
		if (slice_eq(x->tags[article->tags[i]].slug, slug))
			return article->tags[i];
	return x->tag_count;
}

/*
 * What a name means, as far as its letters tell: folded words, and the signs
 * that a slug loses ("C++", "C#").
 */
static struct slice meaning_of(struct slice name, struct buf *buf)
{
	buf_clear(buf);
	text_fold(buf, name);
	for (size_t i = 0; i < name.len; i++)
		if (strchr("+#&@*%/=<>$", name.ptr[i]))
			buf_byte(buf, name.ptr[i]);
	return buf_slice(buf);
}

/* names[0..count) are of one tag. */
static void judge_tag(struct findings *f, struct merged_tag *out,
		      const struct name *names, size_t count, struct arena *a)
{
	VEC(struct slice) meanings = { 0 };
	VEC(struct slice) kept = { 0 };
	struct arena scratch = { 0 };
	struct buf buf = { 0 };
	for (size_t i = 0; i < count; i++) {
		struct slice meaning = meaning_of(names[i].text, &buf);
		size_t k = 0;
		if (kept.count == NAMES_MAX ||
		    (i && slice_eq(names[i].text, names[i - 1].text)))
			continue;
		while (k < meanings.count &&
		       !slice_eq(meanings.items[k], meaning))
			k++;
		if (k < meanings.count)
			continue;
		vec_push(&meanings, arena_copy(&scratch, meaning));
		vec_push(&kept, names[i].text);
	}
	if (kept.count > 1) {
		struct slice *list = ARENA_ARRAY(a, struct slice, kept.count);
		memcpy(list, kept.items, kept.count * sizeof *list);
		out[f->tag_count++] =
		    (struct merged_tag){ names[0].tag, list,
					 (uint32_t)kept.count };
	}
	vec_release(&meanings);
	vec_release(&kept);
	buf_release(&buf);
	arena_release(&scratch);
}

static void collect_tags(struct findings *f, struct arena *a)
{
	const struct archive *x = f->archive;
	struct merged_tag *tags =
	    ARENA_ARRAY(a, struct merged_tag, x->tag_count);
	VEC(struct name) names = { 0 };
	struct buf slug = { 0 };
	for (uint32_t i = 0; i < x->count; i++)
		for (uint32_t k = 0; k < x->articles[i].name_count; k++) {
			struct slice text = x->articles[i].tag_names[k];
			buf_clear(&slug);
			text_slug(&slug, text, SLUG_WHOLE);
			uint32_t tag =
			    tag_of(x, &x->articles[i], buf_slice(&slug));
			if (tag < x->tag_count) /* else merged on purpose */
				vec_push(&names, (struct name){ tag, text });
		}
	if (names.count)
		qsort(names.items, names.count, sizeof *names.items, cmp_names);
	for (size_t from = 0, to; from < names.count; from = to) {
		for (to = from + 1; to < names.count; to++)
			if (names.items[to].tag != names.items[from].tag)
				break;
		judge_tag(f, tags, &names.items[from], to - from, a);
	}
	f->tags = tags;
	vec_release(&names);
	buf_release(&slug);
}

/* --- all ------------------------------------------------------------------ */

static void collect_overrides(struct findings *f, struct session *s)
{
	struct override_review *reviews =
	    ARENA_ARRAY(&s->arena, struct override_review, s->override_count);
	overrides_review(s->archive, s->overrides, s->override_count, reviews);
	f->overrides = s->overrides;
	f->override_count = (uint32_t)s->override_count;
	f->reviews = reviews;
	for (uint32_t i = 0; i < f->override_count; i++)
		f->bad_overrides += reviews[i].state != OVERRIDE_USED;
}

struct findings *findings_collect(struct session *s)
{
	struct findings *f = ARENA_NEW(&s->arena, struct findings);
	f->archive = s->archive;
	struct wanted *wanted =
	    archive_wanted(s->archive, &s->arena, &f->wanted_count);
	archive_candidates(s->archive, wanted, f->wanted_count, s->jobs);
	f->wanted = wanted;
	for (uint32_t i = 0; i < f->wanted_count; i++)
		f->asking += f->wanted[i].count;
	for (uint32_t i = 0; i < f->archive->family_count; i++)
		f->copies += f->archive->families[i].count - 1;
	collect_overrides(f, s);
	collect_dates(f, &s->arena);
	collect_slugs(f, &s->arena);
	collect_tags(f, &s->arena);
	return f;
}

size_t findings_count(const struct findings *f)
{
	return (size_t)f->wanted_count + f->bad_overrides + f->date_count +
	       f->archive->family_count + f->archive->shared_count +
	       f->reserved_count + f->tag_count;
}
