/*
 * entities.c - "&amp;nbsp;", "\xa0" and the like: the result is text, no longer
 * than what it came from, and a text without "&" or "\" is the very same.
 */
#include "fuzz.h"

#include "loader/internal.h"

static void hold_text(struct slice s)
{
	HOLDS(is_utf8(s));
	for (size_t i = 0; i < s.len; i++)
		HOLDS((unsigned char)s.ptr[i] >= ' ' || s.ptr[i] == '\n' ||
		      s.ptr[i] == '\t');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf text = { 0 };
	struct text_repairs done;
	struct arena arena = { 0 };
	text_repair(&text, input_of(data, size), &done);
	struct slice s = buf_slice(&text);
	struct slice decoded = entities_decode(&arena, s, &done);
	struct slice read = escapes_read(&arena, s, &done);
	hold_text(decoded);
	hold_text(read);
	HOLDS(decoded.len <= s.len && read.len <= s.len);
	HOLDS(slice_find(s, '&', 0) < s.len || decoded.ptr == s.ptr);
	HOLDS(slice_find(s, '\\', 0) < s.len || read.ptr == s.ptr);
	HOLDS(is_utf8(printed_title(&arena, s, &done)));
	buf_release(&text);
	arena_release(&arena);
	return 0;
}
