/*
 * diag.c - collects reports and prints them. Nothing in a report is trusted:
 * names of scraped files and words of articles end up in messages, and those
 * must not be able to drive the reader's terminal.
 */
#include "base/diag.h"

#include "base/text.h"
#include "base/visible.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>

enum {
	SEVERITIES = DIAG_LOCKED + 1
};

struct report {
	enum severity severity;
	struct place at;
	struct slice text, help; /* help.ptr is NULL if there is none */
	const char *kind;	 /* the format that made the text */
};

struct diag {
	struct arena self; /* holds this very struct */
	pthread_mutex_t lock;
	struct arena texts; /* what the reports point into */
	VEC(struct report) reports;
	atomic_size_t counts[SEVERITIES];
};

static const struct {
	const char *word, *colour;
	int status;
} severities[SEVERITIES] = {
	[DIAG_NOTE] = { "note", "\033[1;36m", 0 },
	[DIAG_WARNING] = { "warning", "\033[1;35m", 0 },
	[DIAG_CONTENT] = { "error", "\033[1;31m", 1 },
	[DIAG_USAGE] = { "error", "\033[1;31m", 2 },
	[DIAG_MACHINE] = { "error", "\033[1;31m", 3 },
	[DIAG_REMOTE] = { "error", "\033[1;31m", 4 },
	[DIAG_LOCKED] = { "error", "\033[1;31m", 75 },
};

struct diag *diag_new(void)
{
	struct arena self = { 0 };
	struct diag *d = ARENA_NEW(&self, struct diag);

	d->self = self;
	if (pthread_mutex_init(&d->lock, NULL))
		BUG("a mutex that cannot be made");
	return d;
}

void diag_free(struct diag *d)
{
	struct arena self;

	if (!d)
		return;
	pthread_mutex_destroy(&d->lock);
	vec_release(&d->reports);
	arena_release(&d->texts);
	self = d->self;
	arena_release(&self);
}

static void lock(struct diag *d)
{
	if (pthread_mutex_lock(&d->lock))
		BUG("a lock that cannot be taken");
}

static void unlock(struct diag *d)
{
	if (pthread_mutex_unlock(&d->lock))
		BUG("a lock that was not held");
}

/* --- collecting --------------------------------------------------------- */

/* r's text is in the arena already; place and help are copied to it. */
static void add(struct diag *d, struct report r, const char *help)
{
	if (!help && r.severity != DIAG_NOTE)
		BUG(arena_printf(&d->texts, "a report without help: %.*s",
				 SLICE_ARG(r.text))
			.ptr);
	r.at.path = arena_copy(&d->texts, r.at.path);
	r.help = arena_copy(&d->texts, slice_of(help));
	vec_push(&d->reports, r);
	atomic_fetch_add(&d->counts[r.severity], 1);
}

void diag_add(struct diag *d, enum severity severity, struct place at,
	      const char *help, const char *fmt, ...)
{
	struct report r = { .severity = severity, .at = at };
	va_list args;
	char *text;
	int n;

	if (!fmt)
		BUG("a report without words");
	va_start(args, fmt);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n < 0)
		BUG("a format that printf refuses");

	lock(d);
	text = ARENA_ARRAY(&d->texts, char, (size_t)n + 1);
	va_start(args, fmt);
	vsnprintf(text, (size_t)n + 1, fmt, args);
	va_end(args);
	r.text = slice_make(text, (size_t)n);
	r.kind = fmt;
	add(d, r, help);
	unlock(d);
}

void diag_errno(struct diag *d, const char *path, int err, const char *what,
		const char *help)
{
	struct report r = { .severity = DIAG_MACHINE, .at = place_of(path) };
	char reason[128];

	if (strerror_r(err, reason, sizeof reason))
		snprintf(reason, sizeof reason, "error number %d", err);
	lock(d);
	/* Another reason is another kind: a full disk shall not hide behind
	 * twenty files without permission. */
	r.text = arena_printf(&d->texts, "%s: %s", what, reason);
	r.kind = arena_zstr(&d->texts, r.text);
	add(d, r, help);
	unlock(d);
}

void diag_forget_others(struct diag *d, struct slice path)
{
	size_t kept = 0;

	lock(d);
	for (size_t i = 0; i < d->reports.count; i++) {
		struct report r = d->reports.items[i];

		if (r.severity <= DIAG_CONTENT && !slice_eq(r.at.path, path))
			atomic_fetch_sub(&d->counts[r.severity], 1);
		else
			d->reports.items[kept++] = r;
	}
	d->reports.count = kept;
	unlock(d);
}

size_t diag_count(const struct diag *d, enum severity severity)
{
	return atomic_load(&d->counts[severity]);
}

bool diag_failed(const struct diag *d, enum severity or_worse)
{
	for (size_t i = or_worse; i < SEVERITIES; i++)
		if (atomic_load(&d->counts[i]))
			return true;
	return false;
}

int diag_status(const struct diag *d, bool strict)
{
	for (int i = DIAG_LOCKED; i > DIAG_WARNING; i--)
		if (atomic_load(&d->counts[i]))
			return severities[i].status;
	return strict && diag_count(d, DIAG_WARNING)
		   ? severities[DIAG_CONTENT].status
		   : 0;
}

/* --- showing ------------------------------------------------------------ */

/* A format as a reader's words: what varies becomes an ellipsis. */
static void add_pattern(struct buf *out, const char *fmt)
{
	while (*fmt) {
		char c = *fmt++;

		if (c != '%') {
			buf_byte(out, c);
		} else if (*fmt == '%') {
			buf_byte(out, *fmt++);
		} else {
			buf_add(out, SLICE("…"));
			fmt += strspn(fmt, "-+ #0123456789.*hlLjzt");
			fmt += *fmt != '\0';
		}
	}
}

static bool has_letter(struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
			return true;
	}
	return false;
}

/* --- printing ----------------------------------------------------------- */

/* How many of a kind were printed, and how many were not. */
struct kind {
	const char *fmt;
	struct slice example;
	enum severity severity;
	size_t shown, hidden;
};

/* One call of diag_print. */
struct printing {
	struct diag_style style;
	struct buf out;
	VEC(struct kind) kinds;
};

static int cmp_number(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int cmp_reports(const void *x, const void *y)
{
	const struct report *a = x, *b = y;
	int c = slice_cmp(a->at.path, b->at.path);

	c = c ? c : cmp_number(a->at.line, b->at.line);
	c = c ? c : cmp_number(a->at.column, b->at.column);
	c = c ? c : (int)a->severity - (int)b->severity;
	c = c ? c : slice_cmp(a->text, b->text);
	/* Only so that the order of threads never decides. */
	c = c ? c : slice_cmp(a->help, b->help);
	return c ? c : strcmp(a->kind, b->kind);
}

static bool is_repeated(const struct report *r, const struct report *before)
{
	return slice_eq(r->at.path, before->at.path) &&
	       r->at.line == before->at.line &&
	       r->at.column == before->at.column &&
	       r->severity == before->severity &&
	       slice_eq(r->text, before->text);
}

static void show_severity(struct buf *out, enum severity severity, bool colour)
{
	buf_printf(out, "%s%s:%s ", colour ? severities[severity].colour : "",
		   severities[severity].word, colour ? "\033[0m" : "");
}

static void show_place(struct buf *out, struct place at, bool colour)
{
	if (colour)
		buf_add(out, SLICE("\033[1m"));
	visible_add(out, at.path.len ? at.path : SLICE("arsip"));
	if (at.path.len && at.line)
		buf_printf(out, ":%u", (unsigned)at.line);
	if (at.path.len && at.line && at.column)
		buf_printf(out, ":%u", (unsigned)at.column);
	buf_byte(out, ':');
	if (colour)
		buf_add(out, SLICE("\033[0m"));
	buf_byte(out, ' ');
}

static void show_report(struct buf *out, const struct report *r, bool colour)
{
	show_place(out, r->at, colour);
	show_severity(out, r->severity, colour);
	visible_add(out, r->text);
	buf_byte(out, '\n');
	if (r->help.len) {
		buf_add(out, SLICE("  help: "));
		visible_add(out, r->help);
		buf_byte(out, '\n');
	}
}

static void show_hidden(struct buf *out, const struct kind *k, bool colour)
{
	struct buf pattern = { 0 };

	if (!k->hidden)
		return;
	add_pattern(&pattern, k->fmt);
	show_place(out, (struct place){ 0 }, colour);
	show_severity(out, k->severity, colour);
	buf_add(out, SLICE("and "));
	text_add_number(out, k->hidden, ',');
	buf_add(out, SLICE(" more like \""));
	visible_add(out, has_letter(buf_slice(&pattern)) ? buf_slice(&pattern)
							 : k->example);
	buf_add(out, SLICE("\" (--verbose shows all)\n"));
	buf_release(&pattern);
}

static struct kind *kind_of(struct printing *p, const struct report *r)
{
	for (size_t i = 0; i < p->kinds.count; i++) {
		struct kind *k = &p->kinds.items[i];

		if (k->severity == r->severity && !strcmp(k->fmt, r->kind))
			return k;
	}
	vec_push(&p->kinds, (struct kind){ .fmt = r->kind,
					   .example = r->text,
					   .severity = r->severity });
	return &p->kinds.items[p->kinds.count - 1];
}

static void print_report(struct printing *p, const struct report *r)
{
	struct kind *k;

	if (p->style.quiet && r->severity <= DIAG_WARNING)
		return;
	k = kind_of(p, r);
	if (p->style.limit && k->shown == p->style.limit) {
		k->hidden++;
		return;
	}
	k->shown++;
	show_report(&p->out, r, p->style.colour);
}

void diag_print(struct diag *d, FILE *to, struct diag_style style)
{
	struct printing p = { .style = style };

	lock(d);
	if (d->reports.count)
		qsort(d->reports.items, d->reports.count,
		      sizeof *d->reports.items, cmp_reports);
	for (size_t i = 0; i < d->reports.count; i++) {
		const struct report *r = &d->reports.items[i];

		if (!i || !is_repeated(r, r - 1))
			print_report(&p, r);
	}
	for (size_t i = 0; i < p.kinds.count; i++)
		show_hidden(&p.out, &p.kinds.items[i], style.colour);
	if (p.out.len)
		fwrite(p.out.ptr, 1, p.out.len, to);
	fflush(to);

	vec_release(&d->reports);
	arena_clear(&d->texts);
	unlock(d);
	vec_release(&p.kinds);
	buf_release(&p.out);
}
