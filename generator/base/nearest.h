/*
 * nearest.h - "did you mean": the known name that a mistyped one comes closest
 * to.
 */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include "base/slice.h"

/*
 * The entry of the NULL-terminated list `known` that word can be turned into
 * with the fewest slips (a letter wrong, missing, too many, or two swapped;
 * case does not count), the first of equals; NULL if that takes more than one
 * slip for every three letters of word.
 */
const char *nearest(struct slice word, const char *const *known);

#endif
