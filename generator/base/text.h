/*
 * text.h - UTF-8: checking, repairing, levelling, folding, slugs. Unicode
 * knowledge comes from utf8proc. No locale.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"
#include "base/buf.h"

/* What text_repair mended, in counts. */
struct text_repairs {
	uint32_t bom, nul, carriage, invalid, control;
	uint32_t first_invalid_line; /* from 1; 0 if none */
};

/*
 * Appends s to out as valid UTF-8 with "\n" line ends: a byte order mark at
 * the head goes, CRLF and a lone CR become LF, NUL goes, other C0 controls but
 * tab become blanks, a byte that is no UTF-8 becomes U+FFFD (one for each
 * maximal part of a character, as browsers do), and so do U+FFFE and U+FFFF,
 * which XML forbids. *done is set anew.
 */
void text_repair(struct buf *out, struct slice s, struct text_repairs *done);

/*
 * Decodes the code point at *at and moves *at behind it; s must be valid.
 * Returns -1 at the end.
 */
int32_t text_next(struct slice s, size_t *at);

/* Appends a code point as UTF-8; one that is none as U+FFFD. */
void text_add(struct buf *out, int32_t c);

/* Length in code points of valid UTF-8. */
size_t text_length(struct slice s);
/* The longest prefix of at most n code points. */
struct slice text_head(struct slice s, size_t n);

/* Blank of any kind: ASCII, NBSP, the Unicode Zs class, zero width. */
bool text_is_blank(int32_t c);
bool text_is_upper(int32_t c);
bool text_is_lower(int32_t c);
bool text_is_alnum(int32_t c);

/*
 * Trims blanks of any kind and turns every inner run of them into one space;
 * a run that has no width goes altogether ("Prab<U+200B>owo" is one word).
 * The result may share s (when there was nothing to level) or be in a.
 */
struct slice text_level(struct arena *a, struct slice s);
/* Without blanks of any kind at either end; shares s. */
struct slice text_trim(struct slice s);

/*
 * The words of a text for comparing: case folded and decomposed, marks and
 * apostrophes dropped, every other character that is no letter or digit a
 * separator; "." and "," between digits stay, as ".". Appends the words with
 * one space between them, no space at the ends.
 * "Ma'ruf: 9,28 Persen" gives "maruf 9.28 persen".
 */
void text_fold(struct buf *out, struct slice s);

/*
 * A name for files and addresses: ASCII lower-case letters, digits and single
 * hyphens, at most max bytes, cut at a hyphen where there is one in the last
 * third. Letters with marks lose them. May come out empty.
 */
void text_slug(struct buf *out, struct slice s, size_t max);

#endif
