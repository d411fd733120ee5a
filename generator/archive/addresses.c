/*
 * addresses.c - the permanent address of every article: its day's folder and
 * a slug from its title. Where several would have the same, each gets a "-"
 * and hex digits of its identity, and the plain address becomes a page that
 * lists them, so that an address once given never dies. Decided by content
 * alone: neither scan order nor threads can change an address.
 */
#include "archive/internal.h"

#include "base/text.h"

bool slug_is_reserved(struct slice slug)
{
	static const struct slice names[] = {
		SLICE_INIT("index"), SLICE_INIT("con"), SLICE_INIT("prn"),
		SLICE_INIT("aux"),   SLICE_INIT("nul"),
	};
	size_t digits = 0;
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (slice_eq(slug, names[i]))
			return true;
	while (digits < slug.len && is_digit(slug.ptr[digits]))
		digits++;
	if (digits == slug.len)
		return true; /* pages of a list are 1.html, 2.html, … */
	return slug.len == 4 && is_digit(slug.ptr[3]) &&
	       (slice_starts(slug, SLICE("com")) ||
		slice_starts(slug, SLICE("lpt")));
}

struct slice address_slug(struct buf *buf, struct slice wanted,
			  struct slice title, uint64_t identity)
{
	static const struct slice prefix = SLICE_INIT("artikel-");
	buf_clear(buf);
	text_slug(buf, wanted.len ? wanted : title, SLUG_MAX);
	if (!buf->len) {
		buf_add(buf, prefix);
		buf_printf(buf, "%06x", (unsigned)(identity & 0xFFFFFF));
	} else if (slug_is_reserved(buf_slice(buf))) {
		char slug[SLUG_MAX + 1];
		size_t len = buf->len;
		memcpy(slug, buf->ptr, len);
		buf_clear(buf);
		buf_add(buf, prefix);
		buf_add(buf, slice_make(slug, len));
	}
	return buf_slice(buf);
}

/* --- which addresses are taken -------------------------------------------- */

struct taken {
	uint64_t *slots; /* hashes of paths; 0 is free */
	size_t mask;
};

/* Takes a path; false if somebody has it. */
static bool take(struct taken *t, struct slice path)
{
	uint64_t hash = hash64(path) | 1;
	size_t i = (hash >> 1) & t->mask;
	for (; t->slots[i]; i = (i + 1) & t->mask)
		if (t->slots[i] == hash)
			return false;
	t->slots[i] = hash;
	return true;
}

void address_give(struct article *article, struct slice slug, struct arena *a)
{
	struct date date = article->date;
	struct slice path =
	    date_known(date)
		? arena_printf(a, "%04d/%02d/%02d/%.*s.html", date.year,
			       date.month, date.day, SLICE_ARG(slug))
		: arena_printf(a, "undated/%.*s.html", SLICE_ARG(slug));
	size_t end = path.len - strlen(".html");
	article->path = path;
	article->slug = slice_sub(path, end - slug.len, end);
}

/* --- assigning ------------------------------------------------------------ */

static int cmp_claims(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	const struct article *p = x->article, *q = y->article;
	int c = date_cmp(p->date, q->date);
	if (!c)
		c = slice_cmp(p->slug, q->slug);
	if (!c && p->identity != q->identity)
		c = p->identity < q->identity ? -1 : 1;
	if (!c && x->draft->content != y->draft->content)
		c = x->draft->content < y->draft->content ? -1 : 1;
	return c ? c : slice_cmp(p->source, q->source);
}

static bool same_address(const struct entry *x, const struct entry *y)
{
	return date_eq(x->article->date, y->article->date) &&
	       slice_eq(x->article->slug, y->article->slug);
}

/* Copies of an article stand side by side in the order of claims. */
static bool is_copy(const struct entry *x, const struct entry *y)
{
	return x->draft->content == y->draft->content &&
	       x->article->identity == y->article->identity;
}

/*
 * The slug of one of several: 6 hex digits of the identity; for copies of one
 * article digits of the content follow, and for exact copies a number. Returns
 * the first try that was free, from `n` on.
 */
static unsigned give_suffix(struct archive_builder *b, const struct entry *c,
			    struct taken *taken, struct slice plain, unsigned n)
{
	struct article *article = c->article;
	unsigned identity = (unsigned)(article->identity & 0xFFFFFF);
	unsigned content = (unsigned)(c->draft->content & 0xFFFFFF);
	for (;; n++) {
		struct slice slug =
		    n == 0 ? arena_printf(&b->arena, "%.*s-%06x",
					  SLICE_ARG(plain), identity)
		    : n == 1
			? arena_printf(&b->arena, "%.*s-%06x%06x",
				       SLICE_ARG(plain), identity, content)
			: arena_printf(&b->arena, "%.*s-%06x%06x-%u",
				       SLICE_ARG(plain), identity, content, n);
		address_give(article, slug, &b->arena);
		if (take(taken, article->path))
			return n;
	}
}

static void report_shared(const struct entry *claims, size_t count,
			  struct diag *d)
{
	for (size_t i = 1; i < count; i++) {
		const struct entry *one = &claims[i], *before = one - 1;
		struct place at = { one->article->source, 0, 0 };
		if (is_copy(one, before))
			diag_add(d, DIAG_WARNING, at,
				 "remove one of the two files",
				 "the same article as %.*s",
				 SLICE_ARG(before->article->source));
		else
			diag_add(
			    d, DIAG_WARNING, at,
			    "nothing is lost: each got an address of its "
			    "own, and the plain one lists them; a slug: in "
			    "the front matter gives a better name",
			    "the same address as %.*s",
			    SLICE_ARG(claims[0].article->source));
	}
}

static void share(struct archive_builder *b, const struct entry *claims,
		  size_t count, struct taken *taken, struct shared_address *out)
{
	struct slice plain = claims[0].article->slug;
	uint32_t *articles = ARENA_ARRAY(&b->arena, uint32_t, count);
	unsigned n = 0;
	for (size_t i = 0; i < count; i++) {
		/* what a copy took, and all before that, is taken */
		bool copy = i && is_copy(&claims[i], &claims[i - 1]);
		n = give_suffix(b, &claims[i], taken, plain, copy ? n + 1 : 0);
		claims[i].article->plain = out->path;
		articles[i] = (uint32_t)(claims[i].article - b->articles);
	}
	out->articles = articles;
	out->count = (uint32_t)count;
}

static size_t group_end(const struct entry *claims, size_t from, size_t count)
{
	size_t to = from + 1;
	while (to < count && same_address(&claims[from], &claims[to]))
		to++;
	return to;
}

static int cmp_shared(const void *a, const void *b)
{
	const struct shared_address *x = a, *y = b;
	return slice_cmp(x->path, y->path);
}

void addresses_assign(struct archive_builder *b, struct diag *d)
{
	uint32_t count = b->archive.count;
	size_t size = 16;
	while (size < (size_t)count * 2)
		size *= 2;
	struct arena scratch = { 0 };
	struct taken taken = { ARENA_ARRAY(&scratch, uint64_t, size),
			       size - 1 };
	struct entry *claims = ARENA_ARRAY(&scratch, struct entry, count);
	VEC(struct shared_address) shared = { 0 };
	for (uint32_t i = 0; i < count; i++)
		claims[i] = (struct entry){ &b->articles[i], &b->drafts[i] };
	if (count)
		qsort(claims, count, sizeof *claims, cmp_claims);
	/* plain addresses first: they win over any suffixed one */
	for (size_t i = 0, to; i < count; i = to) {
		struct slice path = claims[i].article->path;
		to = group_end(claims, i, count);
		take(&taken, path);
		if (to > i + 1)
			vec_push(&shared,
				 (struct shared_address){ .path = path });
	}
	for (size_t i = 0, to, n = 0; i < count; i = to) {
		to = group_end(claims, i, count);
		if (to == i + 1)
			continue;
		report_shared(&claims[i], to - i, d);
		share(b, &claims[i], to - i, &taken, &shared.items[n++]);
	}
	struct shared_address *kept =
	    ARENA_ARRAY(&b->arena, struct shared_address, shared.count);
	for (size_t i = 0; i < shared.count; i++)
		kept[i] = shared.items[i];
	if (shared.count)
		qsort(kept, shared.count, sizeof *kept, cmp_shared);
	b->archive.shared = kept;
	b->archive.shared_count = (uint32_t)shared.count;
	vec_release(&shared);
	arena_release(&scratch);
}
