/*
 * twins.h - the same unknown title, named by two articles: each goes on with
 * prose of its own, and where the two part, the title ends.
 */
#ifndef ARCHIVE_TWINS_H
#define ARCHIVE_TWINS_H

#include "archive/internal.h"

/*
 * Mends the guessed ends (reference.unsure) of all articles where the
 * references of others tell better; they stay guesses. To be called once all
 * marks are resolved, while the drafts are there.
 */
void twins_mend(struct archive_builder *b);

#endif
