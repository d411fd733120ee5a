/*
 * strings.h - the words of the interface, from strings.<language>.yaml.
 */
#ifndef RENDERER_STRINGS_H
#define RENDERER_STRINGS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"

struct strings {
	const struct yaml *map;
	struct slice months[12], months_short[12];
	struct slice weekdays[7], weekdays_short[7]; /* Monday first */
	struct slice home, tags, undated, page, not_found, same_address;
	struct slice wanted, threads, on_this_day;
};

/*
 * Reads the strings; all that the program itself uses must be there, and none
 * may hold markup, since templates take them as they are. False after
 * reporting (DIAG_USAGE).
 */
MUST_CHECK bool strings_read(struct strings *s, struct slice yaml,
			     struct place at, struct arena *a, struct diag *d);
/* The string of a {{T_name}}; ptr NULL if there is none such. */
struct slice strings_find(const struct strings *s, struct slice name);

/*
 * "Sabtu, 26 September 2020", "26 Sep 2020", "September 2020", "26 September";
 * empty for an unknown date. The parts of a date stay on one line: no-break
 * spaces.
 */
struct slice strings_long_date(const struct strings *s, struct date date,
			       struct arena *a);
struct slice strings_short_date(const struct strings *s, struct date date,
				struct arena *a);
struct slice strings_month(const struct strings *s, struct date date,
			   struct arena *a);
struct slice strings_day(const struct strings *s, int month, int day,
			 struct arena *a);

#endif
