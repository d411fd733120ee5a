/*
 * edges.h - where titles in a row part that the archive does not know: "Warga
 * Tegal Panen Cabai Polisi Tutup Jalan". The words that other titles begin and
 * end with tell, and the names in them. A guess, for what is shown and
 * reported; never used for a link.
 */
#ifndef ARCHIVE_EDGES_H
#define ARCHIVE_EDGES_H

#include "archive/titles.h"

enum {
	EDGES_MOST = 8
}; /* titles that one row is parted into */

/* How often each word begins a title, ends one, stands in one. */
struct edges;
/* Made once, then read by all threads; borrows the titles. */
struct edges *edges_count(const struct titles *titles, struct arena *a);

/* How many titles have the word of this hash (words.h). */
uint32_t edges_titles_with(const struct edges *e, uint32_t hash);

/*
 * The titles that words [from, to) of `text`, whose words are w, seem to be:
 * ends[i] is the word behind title i. Returns how many; one where nothing
 * speaks for more.
 */
size_t edges_part(const struct edges *e, const struct words *w,
		  struct slice text, size_t from, size_t to,
		  size_t ends[EDGES_MOST]);

#endif
