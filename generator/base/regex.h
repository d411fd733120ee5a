/*
 * regex.h - patterns (PCRE2 with its JIT compiler, UTF-8). The one adapter to
 * PCRE2. A compiled pattern may be shared by threads; a matcher may not.
 * Matching is bounded: a pattern that runs away on hostile text counts as "no
 * match".
 */
#ifndef BASE_REGEX_H
#define BASE_REGEX_H

#include "base/arena.h"
#include "base/diag.h"

struct regex;
struct regex_matcher;

enum {
	REGEX_CASELESS = 1, /* letters match in either case */
	REGEX_ANCHORED = 2, /* match only at the start */
	REGEX_FULL = 4,	    /* match only the whole text */
};

/* NULL after reporting (DIAG_USAGE at `at`) what is wrong and where in it. */
MUST_CHECK struct regex *regex_new(struct slice pattern, unsigned flags,
				   struct place at, struct diag *d);
void regex_free(struct regex *re);

/* Whether a match may begin with this byte, as far as is known. */
bool regex_may_begin(const struct regex *re, char byte);

struct regex_matcher *regex_matcher_new(void);
void regex_matcher_free(struct regex_matcher *m);

/*
 * Searches text (valid UTF-8) from byte `from`. On true, regex_group gives the
 * groups until the next search with m; group 0 is the whole match.
 */
bool regex_search(const struct regex *re, struct regex_matcher *m,
		  struct slice text, size_t from);
/* An absent or unset group gives ptr NULL. */
struct slice regex_group(const struct regex_matcher *m, unsigned group);
/* The number of a named group, or 0 when the pattern has none such. */
unsigned regex_group_number(const struct regex *re, const char *name);

#endif
