/*
 * strings.c - see strings.h.
 */
#include "renderer/strings.h"

#include "base/yaml.h"

#define NBSP "\xC2\xA0"

static bool complain(struct diag *d, struct place at, const char *key,
		     const char *help)
{
	diag_add(d, DIAG_USAGE, at, help, "the string \"%s\" is not right",
		 key);
	return false;
}

/* A string goes into templates as it is: it must be text in any place. */
static bool is_plain(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (strchr("<>&\"{}", s.ptr[i]))
			return false;
	return true;
}

static bool read_list(const struct strings *s, const char *key,
		      struct slice *out, size_t count, struct place at,
		      struct diag *d)
{
	const struct yaml *list = yaml_get(s->map, key);
	const struct yaml *e = list ? list->child : NULL;
	size_t n = 0;
	if (list)
		at.line = list->line;
	for (; e && e->kind == YAML_SCALAR && is_plain(e->text) && n < count;
	     e = e->next)
		out[n++] = e->text;
	if (n == count && !e)
		return true;
	return complain(d, at, key,
			"write a list of all the names, without < > & \" { }");
}

static bool read_one(const struct strings *s, const char *key,
		     struct slice *out, struct place at, struct diag *d)
{
	*out = strings_find(s, slice_of(key));
	return out->ptr || complain(d, at, key, "the program needs it: add it");
}

bool strings_read(struct strings *s, struct slice yaml, struct place at,
		  struct arena *a, struct diag *d)
{
	bool ok = true;
	*s = (struct strings){ .map = yaml_parse(yaml, at, DIAG_USAGE, a, d) };
	if (!s->map)
		return false;
	for (const struct yaml *e = s->map->child; e; e = e->next) {
		at.line = e->line;
		if (e->kind == YAML_SCALAR && !is_plain(e->text))
			ok = complain(d, at, arena_zstr(a, e->key),
				      "leave out < > & \" { }: it is text");
	}
	at.line = 0;
	ok &= read_list(s, "months", s->months, 12, at, d);
	ok &= read_list(s, "months_short", s->months_short, 12, at, d);
	ok &= read_list(s, "weekdays", s->weekdays, 7, at, d);
	ok &= read_list(s, "weekdays_short", s->weekdays_short, 7, at, d);
	ok &= read_one(s, "home", &s->home, at, d);
	ok &= read_one(s, "tags", &s->tags, at, d);
	ok &= read_one(s, "undated", &s->undated, at, d);
	ok &= read_one(s, "page", &s->page, at, d);
	ok &= read_one(s, "not_found", &s->not_found, at, d);
	ok &= read_one(s, "same_address", &s->same_address, at, d);
	ok &= read_one(s, "wanted", &s->wanted, at, d);
	ok &= read_one(s, "threads", &s->threads, at, d);
	ok &= read_one(s, "on_this_day", &s->on_this_day, at, d);
	return ok;
}

struct slice strings_find(const struct strings *s, struct slice name)
{
	for (const struct yaml *e = s->map->child; e; e = e->next)
		if (e->kind == YAML_SCALAR && slice_eq(e->key, name))
			return e->text.ptr ? e->text : SLICE("");
	return (struct slice){ 0 };
}

struct slice strings_long_date(const struct strings *s, struct date date,
			       struct arena *a)
{
	if (!date_known(date))
		return (struct slice){ 0 };
	return arena_printf(a, "%.*s, %d" NBSP "%.*s" NBSP "%d",
			    SLICE_ARG(s->weekdays[date_weekday(date)]),
			    date.day, SLICE_ARG(s->months[date.month - 1]),
			    date.year);
}

struct slice strings_short_date(const struct strings *s, struct date date,
				struct arena *a)
{
	if (!date_known(date))
		return (struct slice){ 0 };
	return arena_printf(a, "%d" NBSP "%.*s" NBSP "%d", date.day,
			    SLICE_ARG(s->months_short[date.month - 1]),
			    date.year);
}

struct slice strings_day(const struct strings *s, int month, int day,
			 struct arena *a)
{
	return arena_printf(a, "%d" NBSP "%.*s", day,
			    SLICE_ARG(s->months[month - 1]));
}

struct slice strings_month(const struct strings *s, struct date date,
			   struct arena *a)
{
	return arena_printf(a, "%.*s" NBSP "%d",
			    SLICE_ARG(s->months[date.month - 1]), date.year);
}
