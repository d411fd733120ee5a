/*
 * hash.c - the one adapter to libxxhash.
 */
#include "base/hash.h"

#include <xxhash.h>

uint64_t hash64(struct slice s)
{
	return XXH3_64bits(s.ptr, s.len);
}

uint64_t hash64_more(uint64_t seed, struct slice s)
{
	return XXH3_64bits_withSeed(s.ptr, s.len, seed);
}

struct hash128 hash128(struct slice s)
{
	XXH128_hash_t h = XXH3_128bits(s.ptr, s.len);

	return (struct hash128){ h.high64, h.low64 };
}

void hash128_hex(struct hash128 h, char out[static HASH128_HEX + 1])
{
	static const char digits[] = "0123456789abcdef";

	for (int i = 0; i < HASH128_HEX; i++) {
		uint64_t half = i < 16 ? h.high : h.low;

		out[i] = digits[half >> (60 - i % 16 * 4) & 15];
	}
	out[HASH128_HEX] = '\0';
}
