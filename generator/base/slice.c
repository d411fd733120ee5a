/*
 * slice.c - what is too long for slice.h.
 */
#include "base/slice.h"

#include "base/plain.h"

/* The first byte is the lowest on any machine; compilers make it one load. */
static uint64_t word_in_order(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;
	return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
	       (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
	       (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
	       (uint64_t)b[7] << 56;
}

/* The top bit of each blank, as is_blank has it. */
static uint64_t blanks_of(uint64_t word)
{
	uint64_t low = word & ~TOP_BITS;
	uint64_t controls = bytes_from(low, '\t') & ~bytes_from(low, '\r' + 1);
	uint64_t spaces = bytes_from(low, ' ') & ~bytes_from(low, ' ' + 1);
	return (controls | spaces) & ~word;
}

size_t slice_count(struct slice s, char c)
{
	size_t n = 0;
	for (size_t i = 0; (i = slice_find(s, c, i)) < s.len; i++)
		n++;
	return n;
}

size_t slice_words(struct slice s)
{
	uint64_t before = 0x80; /* the byte before was a blank */
	size_t words = 0, i = 0;
	for (; i + WORD <= s.len; i += WORD) {
		uint64_t blanks = blanks_of(word_in_order(s.ptr + i));
		uint64_t starts = ~blanks & (blanks << 8 | before) & TOP_BITS;
		before = blanks >> 56;
		words += (starts >> 7) * EACH_BYTE(1) >> 56;
	}
	for (bool blank = before; i < s.len; i++) {
		words += blank && !is_blank(s.ptr[i]);
		blank = is_blank(s.ptr[i]);
	}
	return words;
}
