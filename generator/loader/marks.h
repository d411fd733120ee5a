/*
 * marks.h - between marks.c, which finds marks, and mark_ends.c, which finds
 * where their words end.
 */
#ifndef LOADER_MARKS_H
#define LOADER_MARKS_H

#include "loader/internal.h"
#include "base/text.h"

enum {
	TITLE_MAX = 200, /* code points: the longest real title is 199 */
};

/* A phrase with what stands round it. */
struct find {
	size_t at;	    /* of the bracket or the phrase, with its stars */
	size_t phrase, to;  /* of the phrase alone */
	size_t words;	    /* behind the colon */
	size_t open, stars; /* the bracket; how many stars stand before it */
	bool bracket, colon, video, weak;
};

struct extent {
	size_t words_at, words_to, to;
	enum mark_end end;
};

/* `limit`: where the next mark begins, or the end of the block. */
struct extent mark_extent(struct slice s, const struct find *f, size_t limit,
			  bool markdown);
/* Behind the bracket that closes the one at `at`; 0 if there is none near. */
size_t close_of(struct slice s, size_t at);
/* Prose runs on behind the words: they end as a sentence or hold one. */
bool looks_like_prose(struct slice words);

/* --- letters -------------------------------------------------------------- */

/* The blank at `at`, of any kind: its length in bytes, or 0. */
static inline size_t blank_at(struct slice s, size_t at)
{
	size_t next = at;
	if (at >= s.len)
		return 0;
	if ((unsigned char)s.ptr[at] < 0x80)
		return is_blank(s.ptr[at]);
	int32_t c = text_next(s, &next);
	return text_is_blank(c) ? next - at : 0;
}

static inline size_t skip_blanks(struct slice s, size_t at)
{
	for (size_t n; (n = blank_at(s, at)) > 0;)
		at += n;
	return at;
}

static inline bool word_at(struct slice s, size_t at, struct slice small)
{
	if (at + small.len > s.len)
		return false;
	for (size_t i = 0; i < small.len; i++)
		if ((s.ptr[at + i] | 0x20) != small.ptr[i])
			return false;
	return true;
}

static inline bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80;
}

static inline bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool starts_title(struct slice s, size_t at)
{
	int32_t c = text_next(s, &at);
	return text_is_upper(c) || (c >= '0' && c <= '9') || c == '"' ||
	       c == '\'' || c == 0x201C || c == 0x2018;
}

#endif
