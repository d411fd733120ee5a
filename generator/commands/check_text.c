/*
 * check_text.c - what `arsip check` prints for people: a section for each kind
 * of finding, its count first, the worst of it, and what to do about it. No
 * line is longer than 80 columns but what is to be copied.
 */
#include "commands/findings.h"

#include "base/json.h"
#include "base/text.h"
#include "base/visible.h"
#include "archive/archive.h"

#include <stdarg.h>
#include <unistd.h>

enum {
	COLUMNS = 80,
	/* without --all */
	SHOWN = 5,	 /* of a kind */
	DATES_SHOWN = 2, /* for one reason */
};

struct report {
	const struct findings *f;
	struct arena arena;
	struct buf line;
	size_t limit;
	bool colour;
};

/* --- lines ---------------------------------------------------------------- */

/* One line, harmless for a terminal, cut to its width. */
static void put_line(struct report *r, struct slice text)
{
	buf_clear(&r->line);
	visible_add(&r->line, text);
	struct slice all = buf_slice(&r->line);
	struct slice head = text_head(all, COLUMNS);
	if (head.len < all.len)
		head = text_head(all, COLUMNS - 1);
	printf("%.*s%s\n", SLICE_ARG(head),
	       head.len < all.len ? "\xE2\x80\xA6" : "");
}

static void line(struct report *r, const char *fmt, ...) PRINTF_LIKE(2, 3);
static void line(struct report *r, const char *fmt, ...)
{
	char text[1024];
	va_list args;
	va_start(args, fmt);
	int n = vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	if (n > 0)
		put_line(r, slice_make(text, (size_t)n < sizeof text
						 ? (size_t)n
						 : sizeof text - 1));
}

/* False if there is nothing of this kind, and then nothing is said of it. */
static bool section(struct report *r, const char *name, size_t count,
		    const char *more)
{
	if (!count)
		return false;
	printf("\n%s%s: %.*s%s%s\n", r->colour ? "\033[1m" : "", name,
	       SLICE_ARG(format_count(&r->arena, count, NULL)), more,
	       r->colour ? "\033[0m" : "");
	return true;
}

static size_t shown_of(const struct report *r, size_t count)
{
	return r->limit && count > r->limit ? r->limit : count;
}

/* The end of a section: how many were left out, and what to do. */
static void advise_left(struct report *r, size_t left, const char *help)
{
	if (left)
		line(r, "  ... and %.*s more: arsip check --all",
		     SLICE_ARG(format_count(&r->arena, left, NULL)));
	printf("  help: %s\n", help);
}

static void advise(struct report *r, size_t count, const char *help)
{
	advise_left(r, count - shown_of(r, count), help);
}

static const struct article *article_of(const struct report *r, uint32_t i)
{
	return &r->f->archive->articles[i];
}

/* --- references ----------------------------------------------------------- */

static const char *why_not(enum candidate_why why)
{
	static const char *const words[] = {
		"too many other words", "other numbers",
		"a negation or turning word differs", "one of several"
	};
	return words[why];
}

static void show_wanted(struct report *r, const struct wanted *w)
{
	line(r, "  %3u  %.*s%s", w->count, SLICE_ARG(w->spellings[0]),
	     w->unsure ? " (?)" : "");
	if (w->spelling_count > 1)
		line(r, "       also as: %.*s", SLICE_ARG(w->spellings[1]));
	line(r, "       first asked by %.*s",
	     SLICE_ARG(article_of(r, w->articles[0])->source));
	for (uint32_t i = 0; i < w->candidate_count; i++) {
		const struct candidate *c = &w->candidates[i];
		line(r, "       %u %% alike, %s:", c->percent, why_not(c->why));
		line(r, "         %.*s",
		     SLICE_ARG(article_of(r, c->article)->title));
	}
}

static void print_wanted(struct report *r)
{
	const struct findings *f = r->f;
	struct slice asking = arena_printf(
	    &r->arena, " (asked for by %.*s)",
	    SLICE_ARG(format_count(&r->arena, f->asking, "reference")));
	if (!section(r, "Wanted titles", f->wanted_count, asking.ptr))
		return;
	for (size_t i = 0; i < shown_of(r, f->wanted_count); i++)
		show_wanted(r, &f->wanted[i]);
	advise(r, f->wanted_count,
	       "add the article; or say which one is meant, or none, in\n"
	       "  references.yaml: arsip check --override WORDS prints what to "
	       "write there");
}

static const char *what_became(const struct override_review *review)
{
	switch (review->state) {
	case OVERRIDE_UNUSED:
		return "no reference has these words any more";
	case OVERRIDE_NO_TARGET:
		return "no article comes from its target";
	case OVERRIDE_NO_IN:
		return "no article comes from its in:";
	case OVERRIDE_NEEDLESS:
		return "not needed: its target has this very title";
	default:
		BUG("an override that is in use is no finding");
	}
}

static void print_overrides(struct report *r)
{
	const struct findings *f = r->f;
	size_t shown = 0;
	if (!section(r, "Overrides to look at", f->bad_overrides,
		     " in references.yaml"))
		return;
	for (uint32_t i = 0; i < f->override_count; i++) {
		const struct override_review *review = &f->reviews[i];
		if (review->state == OVERRIDE_USED ||
		    shown++ >= shown_of(r, f->bad_overrides))
			continue;
		line(r, "  line %u: %.*s", f->overrides[i].at.line,
		     SLICE_ARG(f->overrides[i].text));
		line(r, "       %s", what_became(review));
		if (review->nearest.len)
			line(r, "       nearest: %.*s",
			     SLICE_ARG(review->nearest));
	}
	advise(r, f->bad_overrides,
	       "remove the ones not needed; name the new file of a target that "
	       "moved");
}

/* --- articles ------------------------------------------------------------- */

static void show_date(struct report *r, const struct article *article)
{
	char iso[DATE_ISO + 1];
	const char *date = date_iso(article->date, iso);
	line(r, "         %-10s %.*s", date && *date ? date : "-",
	     SLICE_ARG(article->source));
}

/* How many for each reason, and some of them. */
static void print_dates(struct report *r)
{
	const struct findings *f = r->f;
	size_t count[DATE_CONTRADICTED + 1] = { 0 }, left = 0;
	if (!section(r, "Dates in doubt", f->date_count, ""))
		return;
	for (uint32_t i = 0; i < f->date_count; i++)
		count[f->dates[i].why]++;
	for (unsigned why = 0; why < COUNT_OF(count); why++) {
		size_t shown = 0;
		if (!count[why])
			continue;
		line(r, "  %5zu  %s", count[why],
		     date_why_text((enum date_why)why));
		for (uint32_t i = 0; i < f->date_count; i++) {
			if (f->dates[i].why != why)
				continue;
			if (r->limit && shown == DATES_SHOWN)
				break;
			show_date(r, article_of(r, f->dates[i].article));
			shown++;
		}
		left += count[why] - shown;
	}
	advise_left(r, left,
		    "write date: YYYY-MM-DD in the front matter or the "
		    "record;\n"
		    "  arsip explain FILE shows where a date came from");
}

static void print_families(struct report *r)
{
	const struct archive *x = r->f->archive;
	struct slice more = arena_printf(
	    &r->arena, " (%.*s besides the fullest)",
	    SLICE_ARG(format_count(&r->arena, r->f->copies, "article")));
	if (!section(r, "Stories told twice", x->family_count, more.ptr))
		return;
	for (size_t i = 0; i < shown_of(r, x->family_count); i++) {
		const struct family *family = &x->families[i];
		for (uint32_t k = 0; k < family->count; k++) {
			const struct article *one =
			    article_of(r, family->articles[k]);
			line(r, "  %s %.*s", k ? "   =" : "    ",
			     SLICE_ARG(one->source));
			line(r, "         %.*s", SLICE_ARG(one->title));
		}
	}
	advise(r, x->family_count,
	       "nothing must be done; the first of each is the fullest, and "
	       "the\n  others may be removed from content");
}

/* --- addresses and tags --------------------------------------------------- */

static void print_shared(struct report *r)
{
	const struct archive *x = r->f->archive;
	if (!section(r, "Addresses that several articles want", x->shared_count,
		     ""))
		return;
	for (size_t i = 0; i < shown_of(r, x->shared_count); i++) {
		const struct shared_address *s = &x->shared[i];
		line(r, "  %.*s", SLICE_ARG(s->path));
		for (uint32_t k = 0; k < s->count; k++)
			line(r, "       %.*s",
			     SLICE_ARG(article_of(r, s->articles[k])->source));
	}
	advise(r, x->shared_count,
	       "each has an address of its own and a page lists them; a "
	       "slug: in the\n  front matter gives a better one; remove "
	       "copies");
}

static void print_slugs(struct report *r, const char *name,
			const uint32_t *articles, size_t count,
			const char *help)
{
	if (!section(r, name, count, ""))
		return;
	for (size_t i = 0; i < shown_of(r, count); i++) {
		const struct article *article = article_of(r, articles[i]);
		line(r, "  %.*s", SLICE_ARG(article->source));
		line(r, "       %.*s", SLICE_ARG(article->path));
	}
	advise(r, count, help);
}

static void print_tags(struct report *r)
{
	const struct findings *f = r->f;
	if (!section(r, "Tags that are one by their address", f->tag_count, ""))
		return;
	for (size_t i = 0; i < shown_of(r, f->tag_count); i++) {
		const struct merged_tag *tag = &f->tags[i];
		struct buf names = { 0 };
		for (uint32_t k = 0; k < tag->count; k++)
			buf_printf(&names, "%s%.*s", k ? ", " : "",
				   SLICE_ARG(tag->names[k]));
		line(r, "  %.*s: %.*s",
		     SLICE_ARG(f->archive->tags[tag->tag].slug),
		     SLICE_ARG(buf_slice(&names)));
		buf_release(&names);
	}
	advise(r, f->tag_count,
	       "spell one of them out in its articles: \"C plus plus\"");
}

/* --- all ------------------------------------------------------------------ */

void findings_print(const struct findings *f, bool all)
{
	struct report r = { .f = f, .limit = all ? 0 : SHOWN };
	size_t count = findings_count(f);
	r.colour = isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
	printf("%.*s: %.*s\n",
	       SLICE_ARG(format_count(&r.arena, f->archive->count, "article")),
	       SLICE_ARG(count ? format_count(&r.arena, count, "finding")
			       : SLICE("nothing to mend")));
	print_wanted(&r);
	print_overrides(&r);
	print_dates(&r);
	print_families(&r);
	print_shared(&r);
	print_slugs(&r, "Slugs that mean something else", f->reserved,
		    f->reserved_count,
		    "each got artikel- before it; a slug: in the front matter "
		    "gives another");
	print_tags(&r);
	if (all)
		print_slugs(&r, "Slugs cut to 80 letters", f->cut, f->cut_count,
			    "nothing must be done; a slug: gives a shorter "
			    "one");
	buf_release(&r.line);
	arena_release(&r.arena);
}

/* --- for references.yaml -------------------------------------------------- */

/*
 * As a scalar in double quotes, which YAML shares with JSON. What does not
 * show, or drives a terminal, goes: overrides compare folded words.
 */
static void put_quoted(struct slice text)
{
	struct buf out = { 0 }, folded = { 0 };
	struct json *list = json_new_list();
	text_fold(&folded, text);
	json_add_text(list, visible_as_is(text) ? text : buf_slice(&folded));
	json_write(&out, list);
	/* ["..."] and a newline */
	printf("%.*s", SLICE_ARG(slice_sub(buf_slice(&out), 1, out.len - 2)));
	buf_release(&out);
	buf_release(&folded);
}

static void put_override(struct report *r, const struct wanted *w)
{
	line(r, "  # asked for by %.*s, first %.*s",
	     SLICE_ARG(format_count(&r->arena, w->count, "article")),
	     SLICE_ARG(article_of(r, w->articles[0])->source));
	for (uint32_t i = 0; i < w->candidate_count; i++) {
		const struct candidate *c = &w->candidates[i];
		const struct article *article = article_of(r, c->article);
		line(r, "  # %u %% alike, %s: %.*s", c->percent,
		     why_not(c->why), SLICE_ARG(article->title));
		fputs("  #   target: ", stdout);
		put_quoted(article->source);
		putchar('\n');
	}
	for (uint32_t i = 0; i < w->spelling_count; i++) {
		fputs("  - text: ", stdout);
		put_quoted(w->spellings[i]);
		fputs("\n    target: none\n", stdout);
	}
}

static bool has_words(const struct wanted *w, struct slice words,
		      struct buf *buf)
{
	bool found = false;
	for (uint32_t i = 0; i < w->spelling_count && !found; i++) {
		buf_clear(buf);
		text_fold(buf, w->spellings[i]);
		struct slice key = buf_slice(buf);
		for (size_t at = 0; at + words.len <= key.len && !found; at++)
			found = slice_starts(slice_from(key, at), words);
	}
	return found;
}

bool findings_print_overrides(const struct findings *f, struct slice words)
{
	struct report r = { .f = f };
	struct buf folded = { 0 }, key = { 0 };
	bool found = false;
	text_fold(&folded, words);
	for (uint32_t i = 0; i < f->wanted_count; i++) {
		if (!has_words(&f->wanted[i], buf_slice(&folded), &key))
			continue;
		if (!found)
			puts("references:");
		found = true;
		put_override(&r, &f->wanted[i]);
	}
	buf_release(&folded);
	buf_release(&key);
	buf_release(&r.line);
	arena_release(&r.arena);
	return found;
}
