/*
 * guess.h - where a title seems to end when prose runs on behind it and the
 * archive does not know it. A guess, for what is shown and reported; never
 * used for a link.
 */
#ifndef ARCHIVE_GUESS_H
#define ARCHIVE_GUESS_H

#include "archive/titles.h"

/*
 * The word behind the title that seems to begin at word `from` of `text`, whose
 * words are w. `titles`: of the archive, for the names in them, or NULL.
 * `lost_commas`: the article has lost its commas (guess_lost_commas).
 */
size_t guess_title(const struct words *w, struct slice text,
		   const struct titles *titles, size_t from, bool lost_commas);

/* The first word from `from` on that no title has, or the number of words. */
size_t guess_prose(const struct words *w, struct slice text, size_t from);

/*
 * Whether word i, not the first, seems to go on with the title before it: it
 * has a small letter, it is a number (but "3. " begins an item of a list), or
 * what stands between ends no title.
 */
bool guess_goes_on(const struct words *w, struct slice text, size_t i);

/*
 * The byte where a title is glued to the sentence behind it: "CabaiKetika",
 * "2023Menurut"; or the length of the text. Only where the glued word is one
 * that sentences begin with, since names have capitals within, too.
 */
size_t guess_seam(struct slice text);

/*
 * Whether the commas of a text are lost, each with the letter before it, and
 * full stops stand for them: "Di Sol. kata Bud. warga menabun. ". One large
 * set of real articles is so: in 513 of its 550 articles more small letters
 * stand behind full stops than behind commas; in 7,331 of ten other outlets,
 * in two. Or there is no comma at all in a text that should have some.
 */
bool guess_lost_commas(const struct body *body);

#endif
