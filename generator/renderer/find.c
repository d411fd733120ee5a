/*
 * find.c - from an address to its page, for a preview that makes pages when
 * they are asked for. What no page has is not found, whatever it says.
 */
#include "renderer/page.h"

#include "base/hash.h"

static size_t slot_of(const struct renderer *r, struct slice path)
{
	return hash64(path) & (r->slot_count - 1);
}

/* A table of the plan's entries by address; at most half of it is filled. */
static void make_table(struct renderer *r)
{
	struct arena scratch = { 0 };
	for (r->slot_count = 16; r->slot_count < r->plan.count * 2;)
		r->slot_count *= 2;
	r->slots = ARENA_ARRAY(&r->arena, uint32_t, r->slot_count);
	for (size_t i = 0; i < r->plan.count; i++) {
		size_t at =
		    slot_of(r, plan_path(r, &r->plan.items[i], &scratch));
		while (r->slots[at])
			at = (at + 1) & (r->slot_count - 1);
		r->slots[at] = (uint32_t)i + 1;
		arena_clear(&scratch);
	}
	arena_release(&scratch);
}

bool renderer_find(struct renderer *r, struct slice path, size_t *index)
{
	struct arena scratch = { 0 };
	bool found = false;
	if (!r->slots)
		make_table(r);
	for (size_t at = slot_of(r, path); r->slots[at] && !found;
	     at = (at + 1) & (r->slot_count - 1)) {
		*index = r->slots[at] - 1;
		found = slice_eq(plan_path(r, &r->plan.items[*index], &scratch),
				 path);
	}
	arena_release(&scratch);
	return found;
}
