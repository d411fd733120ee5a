/*
 * preview.c - see preview.h. A request names a page of the plan or nothing: no
 * file is ever looked for, so no address leads out of the site.
 */
#include "commands/preview.h"

#include "base/embed.h"
#include "base/hash.h"
#include "commands/inject.h"
#include "commands/render.h"

#include <unistd.h>

enum {
	PROBLEMS = 10, /* of a kind */
	PROBLEM_MAX = 16 << 10,
};

/* The site at one time. */
struct edition {
	struct arena own; /* itself: the loader and renderer point into it */
	struct session session;
	struct renderer *renderer;
};

struct preview {
	struct arena own; /* itself */
	const struct options *options;
	struct edition *shown;
	unsigned version; /* of what is shown: pages ask whether it is theirs */
	int status;
	struct buf problem; /* why the last load failed; empty: it did not */
	struct buf body;
	struct arena scratch; /* of one request */
	char etag[2 + 16 + 1];
};

struct preview *preview_new(const struct options *o)
{
	struct arena own = { 0 };
	struct preview *p = ARENA_NEW(&own, struct preview);
	p->own = own;
	p->options = o;
	return p;
}

static int edition_free(struct edition *e)
{
	if (!e)
		return 0;
	renderer_close(e->renderer);
	int status = session_close(&e->session);
	struct arena own = e->own; /* e itself lives in it */
	arena_release(&own);
	return status;
}

int preview_free(struct preview *p)
{
	int status = edition_free(p->shown);
	if (p->problem.len)
		status = p->status;
	buf_release(&p->problem);
	buf_release(&p->body);
	arena_release(&p->scratch);
	struct arena own = p->own; /* p itself lives in it */
	arena_release(&own);
	return status;
}

const struct session *preview_session(const struct preview *p)
{
	return p->shown ? &p->shown->session : NULL;
}

/* --- loading -------------------------------------------------------------- */

/* For people at the terminal and, in pages' stead, for those at the browser. */
static void tell_problem(struct preview *p, struct diag *d)
{
	char text[PROBLEM_MAX] = "";
	FILE *to = fmemopen(text, sizeof text, "w");
	if (to) {
		diag_print(
		    d, to,
		    (struct diag_style){ .quiet = true, .limit = PROBLEMS });
		fclose(to);
	}
	text[sizeof text - 1] = '\0';
	fputs(text, stderr);
	buf_add(&p->problem, slice_of(text));
	if (!p->problem.len)
		buf_add(&p->problem, SLICE("see the terminal"));
}

bool preview_load(struct preview *p)
{
	struct arena own = { 0 };
	struct edition *e = ARENA_NEW(&own, struct edition);
	struct session *s = &e->session;
	e->own = own;
	bool ok = session_open(s, p->options);
	s->errors_only = p->shown != NULL; /* the rest was said before */
	ok = ok && session_load(s) && session_has_articles(s);
	if (ok)
		e->renderer = render_open(s);
	p->version++;
	buf_clear(&p->problem);
	if (!e->renderer) {
		tell_problem(p, s->diag);
		p->status = edition_free(e);
		return false;
	}
	session_report(s);
	edition_free(p->shown);
	p->shown = e;
	return true;
}

/* --- answers -------------------------------------------------------------- */

/* "127.0.0.1" and "localhost", with any port: a tunnel may end here. By any
   other name a page from elsewhere could make the browser read the site. */
static bool is_our_name(struct slice host)
{
	static const struct slice names[] = { SLICE_INIT("127.0.0.1"),
					      SLICE_INIT("localhost") };
	struct slice name = { 0 };
	unsigned long port;
	slice_cut(&host, ':', &name);
	if (host.len && !slice_number(host, 65535, &port))
		return false;
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (slice_eq(name, names[i]))
			return true;
	return false;
}

static int hex_of(char c)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	const char *at = c ? strchr(digits, c) : NULL;
	return at ? (int)((at - digits) % 16) : -1;
}

/* What stands behind the host, decoded; "%" that begins nothing stays. */
static struct slice decode(struct arena *a, struct slice path)
{
	char *out = arena_alloc(a, path.len);
	size_t len = 0;
	for (size_t i = 0; i < path.len; i++) {
		int high = i + 2 < path.len ? hex_of(path.ptr[i + 1]) : -1;
		int low = high >= 0 ? hex_of(path.ptr[i + 2]) : -1;
		bool escaped = path.ptr[i] == '%' && low >= 0;
		out[len++] = escaped ? (char)(high * 16 + low) : path.ptr[i];
		i += escaped ? 2 : 0;
	}
	return slice_make(out, len);
}

static const char *type_of(struct slice path)
{
	static const struct {
		struct slice ending;
		const char *type;
	} types[] = {
		{ SLICE_INIT(".html"), "text/html; charset=utf-8" },
		{ SLICE_INIT(".css"), "text/css; charset=utf-8" },
		{ SLICE_INIT("feed.xml"), "application/atom+xml" },
		{ SLICE_INIT("opensearch.xml"),
		  "application/opensearchdescription+xml" },
		{ SLICE_INIT(".xml"), "application/xml" },
		{ SLICE_INIT(".json"), "application/feed+json" },
		{ SLICE_INIT(".js"), "text/javascript; charset=utf-8" },
	};
	for (size_t i = 0; i < COUNT_OF(types); i++)
		if (slice_ends(path, types[i].ending))
			return types[i].type;
	return "text/plain; charset=utf-8";
}

static void say(struct http_reply *r, unsigned status, const char *text)
{
	r->status = status;
	r->type = "text/plain; charset=utf-8";
	r->body = slice_of(text);
}

static bool take_page(void *ctx, unsigned worker, struct slice path,
		      struct slice bytes)
{
	(void)worker;
	(void)path;
	buf_clear(ctx);
	buf_add(ctx, bytes);
	return true;
}

/* A page of our own, for what cannot be shown: it comes again by itself. */
static void show_problem(struct preview *p, struct http_reply *r,
			 unsigned status, struct slice what)
{
	r->status = status;
	r->type = type_of(SLICE(".html"));
	inject_problem(&p->body, what, p->version);
	r->body = buf_slice(&p->body);
}

static void show_page(struct preview *p, const struct http_request *q,
		      struct http_reply *r, struct slice path, size_t index)
{
	struct edition *e = p->shown;
	if (!renderer_page(e->renderer, 0, index, take_page, &p->body)) {
		session_report(&e->session);
		show_problem(p, r, 503,
			     SLICE("The article has changed since it was read. "
				   "It will be read again."));
		return;
	}
	r->type = type_of(path);
	if (slice_ends(path, SLICE(".html")))
		inject_reload(&p->body, p->version);
	r->body = buf_slice(&p->body);
	snprintf(p->etag, sizeof p->etag, "\"%016llx\"",
		 (unsigned long long)hash64(r->body));
	r->etag = p->etag;
	if (r->status == 200 && slice_eq(q->etag, slice_of(p->etag))) {
		r->status = 304;
		r->body = SLICE("");
	}
}

/* As on a host that serves the site below a folder, as base_url says. */
static struct slice below_base(const struct preview *p, struct slice path)
{
	struct slice base = p->shown->session.site.base_url;
	for (int slashes = 0; base.len && slashes < 3; slashes++)
		base = slice_from(base, slice_find(base, '/', 0) + 1);
	if (base.len && slice_starts(path, base))
		return slice_from(path, base.len);
	return path;
}

static void show_path(struct preview *p, const struct http_request *q,
		      struct http_reply *r, struct slice path)
{
	struct renderer *renderer = p->shown->renderer;
	struct arena *a = &p->scratch;
	size_t index;
	path = below_base(p, path);
	if (!path.len || slice_ends(path, SLICE("/")))
		path = arena_printf(a, "%.*sindex.html", SLICE_ARG(path));
	struct slice folder =
	    arena_printf(a, "%.*s/index.html", SLICE_ARG(path));
	r->status = 200;
	if (renderer_find(renderer, path, &index)) {
		show_page(p, q, r, path, index);
	} else if (renderer_find(renderer, folder, &index)) {
		say(r, 302, "This is a folder.\n");
		r->location = arena_printf(a, "/%.*s/", SLICE_ARG(path)).ptr;
	} else if (renderer_find(renderer, SLICE("404.html"), &index)) {
		r->status = 404;
		show_page(p, q, r, SLICE("404.html"), index);
	}
}

/* Answered when there is news, or when it was waited for long enough. */
static void tell_version(struct preview *p, const struct http_request *q,
			 struct http_reply *r)
{
	struct slice now = arena_printf(&p->scratch, "%u", p->version);
	r->wait = !q->is_woken && slice_eq(now, q->version);
	say(r, 200, now.ptr);
}

void preview_answer(void *ctx, const struct http_request *q,
		    struct http_reply *r)
{
	struct preview *p = ctx;
	arena_clear(&p->scratch);
	struct slice path = decode(&p->scratch, q->path);
	if (!q->is_read) {
		say(r, 405, "This is only for reading.\n");
		r->allow = "GET, HEAD";
	} else if (!is_our_name(q->host)) {
		say(r, 403,
		    "Ask for localhost: another name is refused, so "
		    "that no page from elsewhere reads this one.\n");
	} else if (slice_eq(path, SLICE("/_arsip/changes"))) {
		tell_version(p, q, r);
	} else if (slice_eq(path, SLICE("/_arsip/reload.js"))) {
		r->status = 200;
		r->type = type_of(path);
		r->body = embedded_find(SLICE("reload.js"));
	} else if (p->problem.len) {
		show_problem(p, r, 500, buf_slice(&p->problem));
	} else if (!slice_starts(path, SLICE("/"))) {
		say(r, 400, "This is no address of this site.\n");
	} else {
		show_path(p, q, r, slice_from(path, 1));
	}
}
