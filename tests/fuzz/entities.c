/*
 * entities.c - "&amp;nbsp;" and the like: the result is text, no longer than
 * what it came from, and a text without "&" is the very same.
 */
#include "fuzz.h"

#include "loader/internal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf text = { 0 };
	struct text_repairs done;
	struct arena arena = { 0 };
	text_repair(&text, input_of(data, size), &done);
	struct slice s = buf_slice(&text);
	struct slice decoded = entities_decode(&arena, s, &done);
	HOLDS(is_utf8(decoded) && decoded.len <= s.len);
	HOLDS(slice_find(s, '&', 0) < s.len || decoded.ptr == s.ptr);
	for (size_t i = 0; i < decoded.len; i++)
		HOLDS((unsigned char)decoded.ptr[i] >= ' ' ||
		      decoded.ptr[i] == '\n' || decoded.ptr[i] == '\t');
	buf_release(&text);
	arena_release(&arena);
	return 0;
}
