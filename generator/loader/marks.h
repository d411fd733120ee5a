/*
 * marks.h - between phrases.c, which knows the words of marks, marks.c, which
 * finds them in a body, mark_ends.c, which finds where their titles end, and
 * labels.c, which joins labels with the titles on the lines below.
 */
#ifndef LOADER_MARKS_H
#define LOADER_MARKS_H

#include "loader/internal.h"
#include "base/text.h"

enum {
	TITLE_MAX = 200, /* code points: the longest real title is 199 */
};

/* What a phrase is besides a mark, which decides what it takes to be one. */
enum phrase_use {
	PHRASE_MARK,  /* nothing else: "Baca juga" */
	PHRASE_PROSE, /* words of a sentence, too: "Simak video" */
	PHRASE_TITLE, /* only before a colon and a title, at the head of a
			 line: "Simak: Title" */
	PHRASE_LABEL, /* the same; or a heading over titles: "Berita terkait" */
	PHRASE_PAGER, /* the next page, or a title: "Selanjutnya: Title" */
};

/* A phrase with what stands round it. */
struct find {
	size_t at;	    /* of the bracket or the phrase, with its stars */
	size_t phrase, to;  /* of the phrase alone */
	size_t second;	    /* of its second word; `to` if it has one word */
	size_t words;	    /* behind the colon */
	size_t open, stars; /* the bracket; how many stars stand before it */
	enum phrase_use use;
	bool bracket, colon, video, weak;
	bool inside; /* text stands before it in its block */
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
/* At least so many words, with capitals as headlines have them. */
bool looks_like_headline(struct slice words, size_t least);

/*
 * The mark that a block begins with, if its phrase is one that counts only
 * there. Brackets and signs may stand before it.
 */
bool mark_at_head(struct slice s, struct find *f);
/* The next mark of s at or after *at, which moves there; false at the end. */
bool next_mark(struct slice s, size_t *at, struct find *f);
/* "Baca Juga:" or "Berita Terkait" and nothing else. */
bool is_label(struct slice line, struct find *f);

/* Blocks that take the place of an article's. */
struct blocks {
	struct block *items;
	size_t count, cap;
};
/* They do so; what holds them is released. */
void take_blocks(struct cleaner *c, struct blocks *new);
/* Joins labels with the titles on the lines below them: labels.c. */
void join_labels(struct cleaner *c);

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

/* Of ASCII, or part of a character beyond it. */
static inline bool is_letter(char c)
{
	return is_ascii_letter(c) || (unsigned char)c >= 0x80;
}

/* A sign that only points or leads a list: its length in bytes, or 0. */
static inline size_t sign_at(struct slice s, size_t at)
{
	size_t next = at;
	int32_t c = text_next(s, &next);
	bool arrow = c == 0xBB || c == 0x203A || c == 0x2022 || c == 0xB7 ||
		     (c >= 0x2190 && c <= 0x21FF) ||
		     (c >= 0x25A0 && c <= 0x25FF) ||
		     (c >= 0x2700 && c <= 0x27BF) || c >= 0x1F300;
	return arrow || c == '>' ? next - at : 0;
}

/* The dash between blanks at `at`: its length in bytes, or 0. */
static inline size_t dash_at(struct slice s, size_t at)
{
	size_t next = at;
	int32_t c = text_next(s, &next);
	return (c == '-' || c == 0x2013 || c == 0x2014 || c == '|') &&
		       blank_at(s, next)
		   ? next - at
		   : 0;
}

static inline bool starts_title(struct slice s, size_t at)
{
	int32_t c = text_next(s, &at);
	return text_is_upper(c) || (c >= '0' && c <= '9') || c == '"' ||
	       c == '\'' || c == 0x201C || c == 0x2018;
}

#endif
