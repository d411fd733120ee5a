/*
 * check.c - `arsip check`: what is missing, doubtful or twice in the archive,
 * and what to do about it. It changes nothing.
 */
#include "commands/findings.h"

/* False after reporting: nothing that fits was found. */
static bool print_overrides(struct session *s, const struct findings *f)
{
	if (findings_print_overrides(f, slice_of(s->options->override)))
		return true;
	diag_add(s->diag, DIAG_USAGE, place_of(s->site.references),
		 "arsip check --all lists the wanted titles; name some words "
		 "in a row of one",
		 "no wanted title has the words \"%s\"", s->options->override);
	return false;
}

/* Whether nothing was found. */
static bool check(struct session *s)
{
	const struct options *o = s->options;
	const struct findings *f = findings_collect(s);
	session_report(s);
	if (o->override)
		return print_overrides(s, f);
	if (o->json)
		findings_print_json(f);
	else if (!o->quiet)
		findings_print(f, o->all);
	return !findings_count(f);
}

int run_check(const struct options *o)
{
	struct session s;
	bool clean = true;
	bool ok = session_open(&s, o);
	s.errors_only = true; /* what it finds says it better */
	/* an override whose target is gone stops others, and is told here */
	if (ok && (session_load(&s) || s.archive))
		clean = check(&s);
	int status = session_close(&s);
	return !status && o->strict && !clean ? 1 : status;
}
