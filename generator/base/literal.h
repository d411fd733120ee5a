/*
 * literal.h - the bytes that every match of a pattern holds: a text without
 * them need not be searched. Knows PCRE2's syntax well enough to see what is
 * certain, and takes nothing for certain that it does not understand.
 */
#ifndef BASE_LITERAL_H
#define BASE_LITERAL_H

#include "base/arena.h"

struct literal {
	struct slice bytes; /* caseless: in small letters; empty: none known */
	size_t rare;	    /* index in bytes of the one that is looked for */
	bool caseless;
};

/* Of a pattern that compiles, without options but PCRE2_CASELESS. */
struct literal literal_of(struct slice pattern, bool caseless, struct arena *a);

/* Whether a match may lie in the text; true if nothing is known. */
bool literal_in(const struct literal *l, struct slice text);

#endif
