/*
 * intern.h - one copy of each distinct text: tags, places, outlets and marks
 * come again on thousands of articles. Not thread-safe: each worker has its
 * own. {0} is an empty one.
 */
#ifndef BASE_INTERN_H
#define BASE_INTERN_H

#include "base/arena.h"

struct intern {
	struct slice *slots; /* hash table; ptr NULL is free */
	size_t mask, count;
};

/*
 * The one copy of s, in the arena, which must be the same at every call and
 * live as long as the copies are used. The empty slice stays what it is.
 */
struct slice intern(struct intern *t, struct arena *a, struct slice s);

#endif
