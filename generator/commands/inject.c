/*
 * inject.c - see inject.h. It looks for the few words that the stock theme has;
 * a theme without them gets the script at its end.
 */
#include "commands/inject.h"

/* Where `what` begins in s at or behind `from`, or s.len. */
static size_t find_first(struct slice s, struct slice what, size_t from)
{
	for (; from + what.len <= s.len; from++)
		if (slice_starts(slice_from(s, from), what))
			return from;
	return s.len;
}

static size_t find_last(struct slice s, struct slice what)
{
	for (size_t i = s.len + 1; i-- > 0;)
		if (slice_starts(slice_from(s, i), what))
			return i;
	return s.len;
}

/* The directive lets this server in: as one more source if it is there. */
static void allow_self(struct buf *policy, struct slice directive)
{
	struct slice all = buf_slice(policy);
	size_t at = find_first(all, directive, 0);
	struct buf out = { 0 };
	if (at == all.len) {
		buf_printf(&out, "%.*s 'self'; %.*s", SLICE_ARG(directive),
			   SLICE_ARG(all));
	} else {
		at += directive.len;
		buf_add(&out, slice_sub(all, 0, at));
		buf_add(&out, SLICE(" 'self'"));
		buf_add(&out, slice_from(all, at));
	}
	buf_release(policy);
	*policy = out;
}

/* From here to there in the page stands the content of its policy. */
static bool find_policy(struct slice page, size_t *from, size_t *to)
{
	static const struct slice name =
	    SLICE_INIT("http-equiv=\"Content-Security-Policy\" content=\"");
	size_t at = find_first(page, name, 0);
	if (at == page.len)
		return false;
	*from = at + name.len;
	*to = slice_find(page, '"', *from);
	return true;
}

void inject_reload(struct buf *page, unsigned version)
{
	struct slice all = buf_slice(page);
	size_t from = 0, to = 0, end = find_last(all, SLICE("</body>"));
	struct buf policy = { 0 }, out = { 0 };
	if (find_policy(all, &from, &to) && to < end) {
		buf_add(&policy, slice_sub(all, from, to));
		allow_self(&policy, SLICE("script-src"));
		allow_self(&policy, SLICE("connect-src"));
	} else {
		from = to = 0;
	}
	buf_add(&out, slice_sub(all, 0, from));
	buf_add(&out, buf_slice(&policy));
	buf_add(&out, slice_sub(all, to, end));
	buf_printf(&out, "<script src=\"/_arsip/reload.js?v=%u\"></script>\n",
		   version);
	buf_add(&out, slice_from(all, end));
	buf_release(&policy);
	buf_release(page);
	*page = out;
}

static void add_escaped(struct buf *out, struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '<')
			buf_add(out, SLICE("&lt;"));
		else if (text.ptr[i] == '&')
			buf_add(out, SLICE("&amp;"));
		else
			buf_byte(out, text.ptr[i]);
}

void inject_problem(struct buf *page, struct slice text, unsigned version)
{
	buf_clear(page);
	buf_add(page, SLICE("<!doctype html>\n<html lang=\"en\">\n<head>\n"
			    "<meta charset=\"utf-8\">\n"
			    "<title>arsip serve</title>\n</head>\n<body>\n"
			    "<h1>The site cannot be shown</h1>\n<pre>"));
	add_escaped(page, text);
	buf_add(page, SLICE("</pre>\n</body>\n</html>\n"));
	inject_reload(page, version);
}
