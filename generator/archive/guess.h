/*
 * guess.h - where a title seems to end when prose runs on behind it and the
 * archive does not know it. A guess, for what is shown and reported; never
 * used for a link.
 */
#ifndef ARCHIVE_GUESS_H
#define ARCHIVE_GUESS_H

#include "archive/words.h"

/* How many of the words of `text`, split into w, seem to be a title. */
size_t guess_title(const struct words *w, struct slice text);

#endif
