/*
 * needles.c - which of some dozens of words stand in a line, in one pass. The
 * rules that cut inside lines name such words, since trying every pattern on
 * every byte of an archive would cost more than all the rest of the cleaning.
 */
#include "loader/rules.h"

#include <limits.h>

enum {
	HEAD_BYTES = 3,
	HEAD_BITS = 16, /* of its hash */
	PAIR_BITS = 12,
};

/* Of the first `bytes` bytes at p, where four can be read. */
static uint32_t hash_at(const char *p, unsigned bytes, unsigned bits)
{
	const unsigned char *b = (const unsigned char *)p;
	uint32_t word = (uint32_t)b[0] | (uint32_t)b[1] << 8 |
			(uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
	return (word << (32 - 8 * bytes)) * UINT32_C(0x9E3779B1) >> (32 - bits);
}

static void allow(struct needles *n, const char *head)
{
	uint32_t hash = hash_at(head, HEAD_BYTES, HEAD_BITS);
	n->heads[hash / 64] |= UINT64_C(1) << hash % 64;
}

void needles_add(struct needles *n, struct slice word, uint64_t bit)
{
	char head[sizeof(uint32_t)] = { 0 };
	memcpy(head, word.ptr, word.len < HEAD_BYTES ? word.len : HEAD_BYTES);
	uint32_t *first = &n->first[hash_at(head, NEEDLE_LEAST, PAIR_BITS)];
	if (word.len >= HEAD_BYTES)
		allow(n, head);
	for (int any = 0; any <= UCHAR_MAX && word.len < HEAD_BYTES; any++) {
		head[NEEDLE_LEAST] = (char)any;
		allow(n, head);
	}
	vec_push(n, (struct needle){ word, bit, *first });
	*first = (uint32_t)n->count;
}

/* `head` is what `rest` begins with. */
static uint64_t needles_at(const struct needles *n, const char *head,
			   struct slice rest)
{
	uint64_t found = 0;
	uint32_t i = n->first[hash_at(head, NEEDLE_LEAST, PAIR_BITS)];
	for (; i; i = n->items[i - 1].next)
		if (slice_starts(rest, n->items[i - 1].word))
			found |= n->items[i - 1].bit;
	return found;
}

uint64_t needles_in(const struct needles *n, struct slice text)
{
	char tail[2 * sizeof(uint32_t)] = { 0 };
	uint64_t found = 0;
	size_t i = 0;
	for (; i + sizeof(uint32_t) <= text.len; i++) {
		uint32_t hash = hash_at(text.ptr + i, HEAD_BYTES, HEAD_BITS);
		if (n->heads[hash / 64] >> hash % 64 & 1)
			found |=
			    needles_at(n, text.ptr + i, slice_from(text, i));
	}
	memcpy(tail, text.ptr + i, text.len - i);
	for (size_t k = 0; i < text.len; i++, k++)
		found |= needles_at(n, tail + k, slice_from(text, i));
	return found;
}
