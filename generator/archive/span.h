/*
 * span.h - the bytes of a title whose words are known: with the marks that
 * belong to it, "Kapan Warga Panen?" or "\"Warga\" Panen", and without those of
 * the sentence round it.
 */
#ifndef ARCHIVE_SPAN_H
#define ARCHIVE_SPAN_H

#include "base/slice.h"

/* Where a title ends that begins at `from` and whose last word ends at `at`. */
size_t span_end(struct slice words, size_t from, size_t at);

/* Where a title begins whose first word begins at `at`, not before `least`. */
size_t span_start(struct slice words, size_t at, size_t least);

#endif
