/*
 * lines.c - a text as lines: one a line of plain text, one a block of
 * Markdown. Knows nothing of what the lines mean.
 */
#include "loader/internal.h"

#include "base/text.h"

static void push(struct lines *out, struct slice text, uint32_t number,
		 bool blank_before)
{
	vec_push(out, (struct line){ .text = text_trim(text),
				     .number = number,
				     .blank_before = blank_before });
}

void lines_of_text(struct lines *out, struct slice text, uint32_t first)
{
	struct slice line;
	bool blank = false;
	for (uint32_t number = first; slice_cut(&text, '\n', &line); number++) {
		if (text_trim(line).len) {
			push(out, line, number, blank);
			blank = false;
		} else {
			blank = true;
		}
	}
}

static bool is_fence(struct slice line)
{
	struct slice s = slice_trim(line);
	return slice_starts(s, SLICE("```")) || slice_starts(s, SLICE("~~~"));
}

/* A block's own indentation means something in Markdown: only the end goes. */
static void push_block(struct lines *out, const char *from, const char *to,
		       uint32_t number)
{
	struct slice block = slice_make(from, (size_t)(to - from));
	while (block.len && is_blank(block.ptr[block.len - 1]))
		block.len--;
	if (block.len)
		vec_push(out, (struct line){ .text = block,
					     .number = number,
					     .blank_before = true });
}

void lines_of_markdown(struct lines *out, struct slice text, uint32_t first)
{
	struct slice line;
	const char *start = NULL, *end = text.ptr;
	uint32_t start_number = first;
	bool fenced = false;
	for (uint32_t number = first; slice_cut(&text, '\n', &line); number++) {
		if (!text_trim(line).len && !fenced) {
			if (start)
				push_block(out, start, end, start_number);
			start = NULL;
			continue;
		}
		if (!start) {
			start = line.ptr;
			start_number = number;
		}
		end = line.ptr + line.len;
		if (is_fence(line))
			fenced = !fenced;
	}
	if (start)
		push_block(out, start, end, start_number);
}
