/*
 * nearest.c - edit distance with swaps (optimal string alignment) over bytes.
 */
#include "base/nearest.h"

enum {
	NAME_MAX_BYTES = 40, /* longer ones are no slips of a known name */
	LETTERS_A_SLIP = 3,
};

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool same(char a, char b)
{
	return lower(a) == lower(b);
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

static unsigned distance(struct slice a, struct slice b)
{
	unsigned d[NAME_MAX_BYTES + 1][NAME_MAX_BYTES + 1];

	for (unsigned i = 0; i <= a.len; i++)
		d[i][0] = i;
	for (unsigned j = 0; j <= b.len; j++)
		d[0][j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		for (size_t j = 1; j <= b.len; j++) {
			bool eq = same(a.ptr[i - 1], b.ptr[j - 1]);
			unsigned n = d[i - 1][j - 1] + !eq;
			n = least(n, d[i - 1][j] + 1);
			n = least(n, d[i][j - 1] + 1);
			if (i > 1 && j > 1 &&
			    same(a.ptr[i - 1], b.ptr[j - 2]) &&
			    same(a.ptr[i - 2], b.ptr[j - 1]))
				n = least(n, d[i - 2][j - 2] + 1);
			d[i][j] = n;
		}
	}
	return d[a.len][b.len];
}

const char *nearest(struct slice word, const char *const *known)
{
	unsigned best =
	    1 + (unsigned)least(NAME_MAX_BYTES, (unsigned)word.len) /
		    LETTERS_A_SLIP;
	const char *found = NULL;

	if (word.len > NAME_MAX_BYTES)
		return NULL;
	for (; *known; known++) {
		struct slice name = slice_of(*known);
		if (name.len > NAME_MAX_BYTES)
			continue;
		unsigned n = distance(word, name);
		if (n < best) {
			best = n;
			found = *known;
		}
	}
	return found;
}
