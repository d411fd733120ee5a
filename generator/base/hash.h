/*
 * hash.h - XXH3 of bytes, for tables, identities and fingerprints; stable on
 * every machine and for ever. Not for secrets.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/slice.h"

struct hash128 {
	uint64_t high, low;
};

uint64_t hash64(struct slice s);
/* To join parts: hash64_more(hash64_more(0, a), b). Order matters. */
uint64_t hash64_more(uint64_t seed, struct slice s);
struct hash128 hash128(struct slice s);

#define HASH128_HEX 32
/* Lower-case hex, NUL-terminated. */
void hash128_hex(struct hash128 h, char out[static HASH128_HEX + 1]);

#endif
