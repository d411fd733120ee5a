/*
 * intern.c - see intern.h. The table grows within the arena; what it outgrew
 * is a part of what the last one takes.
 */
#include "base/intern.h"

#include "base/hash.h"

enum {
	FIRST_SIZE = 64
};

static struct slice *slot_of(const struct intern *t, struct slice s)
{
	size_t i = hash64(s) & t->mask;
	while (t->slots[i].ptr && !slice_eq(t->slots[i], s))
		i = (i + 1) & t->mask;
	return &t->slots[i];
}

static void grow(struct intern *t, struct arena *a)
{
	struct intern old = *t;
	size_t size = old.slots ? (old.mask + 1) * 2 : FIRST_SIZE;
	t->slots = ARENA_ARRAY(a, struct slice, size);
	t->mask = size - 1;
	for (size_t i = 0; old.slots && i <= old.mask; i++)
		if (old.slots[i].ptr)
			*slot_of(t, old.slots[i]) = old.slots[i];
}

struct slice intern(struct intern *t, struct arena *a, struct slice s)
{
	if (!s.len)
		return s;
	if (!t->slots || t->count * 2 > t->mask)
		grow(t, a);
	struct slice *slot = slot_of(t, s);
	if (!slot->ptr) {
		*slot = arena_copy(a, s);
		t->count++;
	}
	return *slot;
}
