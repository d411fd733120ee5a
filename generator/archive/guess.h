/*
 * guess.h - where a title seems to end when prose runs on behind it and the
 * archive does not know it. A guess, for what is shown and reported; never
 * used for a link.
 */
#ifndef ARCHIVE_GUESS_H
#define ARCHIVE_GUESS_H

#include "archive/titles.h"

/*
 * How many of the words of `text`, split into w, seem to be a title.
 * `titles`: of the archive, for the names in them, or NULL. `lost_commas`: the
 * article has lost its commas (guess_lost_commas).
 */
size_t guess_title(const struct words *w, struct slice text,
		   const struct titles *titles, bool lost_commas);

/*
 * Whether the commas of a text are lost, each with the letter before it, and
 * full stops stand for them: "Di Sol. kata Bud. warga menabun. ". One large
 * set of real articles is so. A small letter behind a full stop says it.
 */
bool guess_lost_commas(struct slice text);

#endif
