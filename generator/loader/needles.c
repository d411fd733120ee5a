/*
 * needles.c - which of some dozens of words stand in a line, in one pass. The
 * rules that cut inside lines name such words, since trying every pattern on
 * every byte of an archive would cost more than all the rest of the cleaning.
 */
#include "loader/rules.h"

static unsigned pair_at(const char *p)
{
	return (unsigned)(unsigned char)p[0] << 8 | (unsigned char)p[1];
}

void needles_add(struct needles *n, struct slice word, uint64_t bit)
{
	unsigned pair = pair_at(word.ptr);
	uint32_t *first = &n->first[pair & 0xFF];
	n->begins[pair >> 8] = true;
	n->pairs[pair / 64] |= UINT64_C(1) << pair % 64;
	vec_push(n, (struct needle){ word, bit, *first });
	*first = (uint32_t)n->count;
}

static uint64_t needles_at(const struct needles *n, struct slice rest)
{
	uint64_t found = 0;
	uint32_t i = n->first[(unsigned char)rest.ptr[1]];
	for (; i; i = n->items[i - 1].next)
		if (slice_starts(rest, n->items[i - 1].word))
			found |= n->items[i - 1].bit;
	return found;
}

uint64_t needles_in(const struct needles *n, struct slice text)
{
	uint64_t found = 0;
	for (size_t i = 0; i + 1 < text.len; i++) {
		if (!n->begins[(unsigned char)text.ptr[i]])
			continue;
		unsigned pair = pair_at(text.ptr + i);
		if (n->pairs[pair / 64] >> pair % 64 & 1)
			found |= needles_at(n, slice_from(text, i));
	}
	return found;
}
