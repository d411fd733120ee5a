/*
 * plain.h - bytes eight at a time, for loops that every byte of the archive
 * passes.
 */
#ifndef BASE_PLAIN_H
#define BASE_PLAIN_H

#include "base/slice.h"

#define EACH_BYTE(b) (UINT64_C(0x0101010101010101) * (b))
#define TOP_BITS EACH_BYTE(0x80)

enum {
	WORD = sizeof(uint64_t)
};

static inline uint64_t word_at(struct slice s, size_t i)
{
	uint64_t word;
	memcpy(&word, s.ptr + i, WORD);
	return word;
}

/*
 * The top bit of each byte that is at least `least`, when none has it set
 * itself: such bytes cannot carry into their neighbours.
 */
static inline uint64_t bytes_from(uint64_t word, unsigned least)
{
	return (word + EACH_BYTE(0x80 - least)) & TOP_BITS;
}

/* Printable ASCII only. */
static inline bool is_plain_word(uint64_t word)
{
	return !(word & TOP_BITS) && bytes_from(word, ' ') == TOP_BITS;
}

/* Whether any byte is a control character of ASCII (C0). */
static inline bool has_controls(struct slice s)
{
	size_t i = 0;
	for (; s.len - i >= WORD; i += WORD) {
		uint64_t word = word_at(s, i);
		if ((word - EACH_BYTE(' ')) & ~word & TOP_BITS)
			return true;
	}
	for (; i < s.len; i++)
		if ((unsigned char)s.ptr[i] < ' ')
			return true;
	return false;
}

/* Where the next byte that is not ASCII stands, or s.len. */
static inline size_t ascii_end(struct slice s, size_t i)
{
	while (s.len - i >= WORD && !(word_at(s, i) & TOP_BITS))
		i += WORD;
	while (i < s.len && (unsigned char)s.ptr[i] < 0x80)
		i++;
	return i;
}

#endif
