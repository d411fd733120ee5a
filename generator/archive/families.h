/*
 * families.h - articles that tell the same story in the same words: scraped
 * again, taken over by another outlet under a title of its own, or the first
 * page of a story and the whole of it. archive.h says what a family is.
 */
#ifndef ARCHIVE_FAMILIES_H
#define ARCHIVE_FAMILIES_H

#include "archive/internal.h"

/*
 * Fills archive.families and archive.family_of from the drafts' sketches.
 * Time grows with the number of articles, whatever they say: each is held
 * against a bounded number of others.
 */
void families_index(struct archive_builder *b);

#endif
