/*
 * text.h - UTF-8: repairing, levelling, folding, slugs. Unicode knowledge
 * comes from utf8proc. No locale.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"
#include "base/buf.h"

/* --- repair.c: from bytes to clean UTF-8 ---------------------------------- */

/* What can be mended. text_repair_name says it to people. */
enum repair {
	REPAIR_BOM,
	REPAIR_UTF16,
	REPAIR_CP1252,	/* bytes that are no UTF-8, read as Windows-1252 */
	REPAIR_INVALID, /* bytes that are no UTF-8: lost */
	REPAIR_NUL,
	REPAIR_CONTROL,
	REPAIR_LATE,   /* C1 controls that stood for Windows-1252 */
	REPAIR_RETURN, /* CRLF and CR */
	REPAIR_BREAK,  /* VT, FF, U+2028, U+2029 */
	REPAIR_BLANK,  /* NBSP and its like */
	REPAIR_HYPHEN, /* soft ones */
	REPAIR_WIDTH,  /* zero width */
	REPAIR_MOJIBAKE,
	REPAIR_MACROMAN,
	REPAIR_LAYERS, /* a text with more than are mended: some may stay */
	REPAIR_LOST,   /* U+FFFD, which was there before: it stays */
	REPAIR_ENTITY, /* by the loader, as those below */
	REPAIR_ESCAPE,
	REPAIR_QUOTE,
	REPAIR_TAIL,
	REPAIR_LETTER,
	REPAIR_KINDS,
};
struct text_repairs {
	uint32_t count[REPAIR_KINDS];
	uint32_t first_invalid_line; /* from 1; 0 if none */
};

static inline void text_count(struct text_repairs *done, enum repair kind,
			      uint32_t n)
{
	done->count[kind] += n;
}
/* Adds the counts of `more`; the line stays that of the first. */
void text_repairs_add(struct text_repairs *to, const struct text_repairs *more);
/* A key for machines, "nbsp"; what was done, to be said behind a number:
   "NBSP to blank". */
const char *text_repair_key(enum repair kind);
const char *text_repair_name(enum repair kind);

/*
 * The bytes as valid UTF-8, in themselves or, if something had to change, in
 * `out`: a byte order mark at the head goes, UTF-16 is converted (utf16.h), a
 * line that is no UTF-8 is read as Windows-1252 if all in it speaks for that,
 * else a byte that is no UTF-8 becomes U+FFFD (one for each maximal part of a
 * character, as browsers do), and so do U+FFFE and U+FFFF, which XML forbids.
 * Controls and line ends stay. *done is set anew.
 *
 * A line is Windows-1252 if none of it is UTF-8 beyond ASCII or a part of it,
 * and each other byte is a letter that touches an ASCII letter ("caf\xE9"), or
 * punctuation or a sign on its own or in a row (a quotation mark behind a
 * dash); Cyrillic or Chinese text of an old encoding is not, and a character
 * cut off at the very end is not.
 */
struct slice text_decode(struct buf *out, struct slice bytes,
			 struct text_repairs *done);

/*
 * Appends s to out as clean UTF-8 with "\n" line ends: as text_decode; then
 * mojibake is mended (mojibake.h); CRLF, a lone CR, VT, FF, U+2028 and U+2029
 * become LF; NUL goes, other C0 controls but tab become blanks; C1 controls
 * are what they are in Windows-1252; NBSP and other Unicode blanks become
 * blanks, or go at the head of a line; zero width characters and soft
 * hyphens go, but not joiners, which belong to their word. What comes out,
 * repaired again, stays as it is, but where REPAIR_LAYERS is counted: time
 * shall not grow with the layers. *done is set anew.
 */
void text_repair(struct buf *out, struct slice s, struct text_repairs *done);

/* --- text.c --------------------------------------------------------------- */

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

/* Appends a number, its digits in groups of three: 1234567 as 1,234,567. */
void text_add_number(struct buf *out, uint64_t n, char separator);

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
