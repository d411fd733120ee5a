/*
 * text.c - bytes to UTF-8, then the levelled, folded and shortened forms of a
 * text: each is a fixed point, and none loses a letter that it should keep.
 */
#include "fuzz.h"

static void decode_holds(struct slice in)
{
	struct text_repairs done;
	struct buf out = { 0 }, twice = { 0 };
	struct slice s = text_decode(&out, in, &done);
	HOLDS(is_utf8(s));
	HOLDS(is_inside(s, in) || is_inside(s, buf_slice(&out)));
	HOLDS(slice_eq(text_decode(&twice, s, &done), s));
	buf_release(&out);
	buf_release(&twice);
}

/* Nothing but letters, signs, blanks and line ends; what was lost is counted
   again, since it stays. */
static void repair_holds(struct slice in, struct buf *out)
{
	struct text_repairs done, again;
	struct buf twice = { 0 };
	bool changed = false;
	text_repair(out, in, &done);
	struct slice s = buf_slice(out);
	HOLDS(is_utf8(s));
	for (size_t i = 0; i < s.len; i++)
		HOLDS((unsigned char)s.ptr[i] >= ' ' || s.ptr[i] == '\n' ||
		      s.ptr[i] == '\t');
	for (size_t at = 0; at < s.len;) {
		int32_t c = text_next(s, &at);
		HOLDS(c < 0x7F || !text_is_blank(c));
	}
	if (done.count[REPAIR_LAYERS])
		return;
	text_repair(&twice, s, &again);
	HOLDS(slice_eq(buf_slice(&twice), s));
	for (int i = 0; i < REPAIR_KINDS; i++) {
		HOLDS(i == REPAIR_LOST || !again.count[i]);
		changed |= i != REPAIR_LOST && done.count[i];
	}
	HOLDS(changed || slice_eq(s, in));
	buf_release(&twice);
}

static void level_holds(struct slice s, struct arena *a)
{
	struct letters letters = { { 0 } };
	struct slice level = text_level(a, s);
	HOLDS(is_utf8(level) && level.len <= s.len);
	HOLDS(slice_eq(text_level(a, level), level));
	HOLDS(text_trim(level).len == level.len);
	HOLDS(is_inside(text_trim(s), s));
	letters_add(&letters, s, 1);
	letters_add(&letters, level, -1);
	HOLDS(letters_are_none(&letters));
	size_t length = text_length(s);
	HOLDS(slice_eq(text_head(s, length), s));
	HOLDS(text_length(text_head(s, length / 2)) == length / 2);
}

static void fold_holds(struct slice s)
{
	struct buf once = { 0 }, twice = { 0 };
	text_fold(&once, s);
	struct slice fold = buf_slice(&once);
	HOLDS(is_utf8(fold));
	HOLDS(!fold.len ||
	      (fold.ptr[0] != ' ' && !slice_ends(fold, SLICE(" "))));
	text_fold(&twice, fold);
	HOLDS(slice_eq(buf_slice(&twice), fold));
	buf_release(&once);
	buf_release(&twice);
}

static void slug_holds(struct slice s, size_t max)
{
	struct buf slug = { 0 }, twice = { 0 };
	text_slug(&slug, s, max);
	HOLDS(slug.len <= max);
	for (size_t i = 0; i < slug.len; i++) {
		char c = slug.ptr[i];
		HOLDS(is_digit(c) || (c >= 'a' && c <= 'z') ||
		      (c == '-' && i && i + 1 < slug.len &&
		       slug.ptr[i - 1] != '-'));
	}
	text_slug(&twice, buf_slice(&slug), max);
	HOLDS(slice_eq(buf_slice(&twice), buf_slice(&slug)));
	buf_release(&slug);
	buf_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf text = { 0 };
	struct arena arena = { 0 };
	decode_holds(input_of(data, size));
	repair_holds(input_of(data, size), &text);
	level_holds(buf_slice(&text), &arena);
	fold_holds(buf_slice(&text));
	slug_holds(buf_slice(&text), size % 90);
	buf_release(&text);
	arena_release(&arena);
	return 0;
}
