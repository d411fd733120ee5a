/*
 * span.c - see span.h.
 */
#include "archive/span.h"

/* Whether a quotation mark or bracket that `close` would close is open. */
static bool is_open(struct slice s, char open, char close)
{
	size_t opened = 0, closed = 0;
	for (size_t i = 0; i < s.len; i++) {
		bool first = i == 0 || is_blank(s.ptr[i - 1]);
		if (s.ptr[i] == open && (open != close || first))
			opened++;
		else if (s.ptr[i] == close &&
			 (i + 1 == s.len || is_blank(s.ptr[i + 1])))
			closed++;
	}
	return opened > closed;
}

size_t span_end(struct slice words, size_t from, size_t at)
{
	static const struct slice marks[] = {
		SLICE_INIT("?"),
		SLICE_INIT("!"),
		SLICE_INIT("%"),
		SLICE_INIT("..."),
		SLICE_INIT("\xE2\x80\xA6"),
		SLICE_INIT("\xE2\x80\x9D"),
		SLICE_INIT("\xE2\x80\x99"),
	};
	for (size_t before = from; before != at;) {
		struct slice title = slice_sub(words, from, at);
		struct slice rest = slice_from(words, at);
		before = at;
		for (size_t i = 0; i < COUNT_OF(marks) && before == at; i++)
			if (slice_starts(rest, marks[i]))
				at += marks[i].len;
		if (before == at && rest.len &&
		    ((rest.ptr[0] == '"' && is_open(title, '"', '"')) ||
		     (rest.ptr[0] == '\'' && is_open(title, '\'', '\'')) ||
		     (rest.ptr[0] == ')' && is_open(title, '(', ')'))))
			at++;
	}
	return at;
}

size_t span_start(struct slice words, size_t at, size_t least)
{
	static const struct slice marks[] = {
		SLICE_INIT("\""),
		SLICE_INIT("'"),
		SLICE_INIT("("),
		SLICE_INIT("\xE2\x80\x9C"),
		SLICE_INIT("\xE2\x80\x98"),
	};
	struct slice gap = slice_sub(words, least, at);
	for (size_t i = 0; i < COUNT_OF(marks); i++)
		if (slice_ends(gap, marks[i]))
			return at - marks[i].len;
	return at;
}
