/*
 * spool.h - files of many articles that cannot be read from the middle: those
 * packed with gzip or zstd, and UTF-16. They are converted once, as a stream,
 * into one file without a name on the disk, so that memory does not depend on
 * their size; from there records are read again by where they stand.
 */
#ifndef LOADER_SPOOL_H
#define LOADER_SPOOL_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/* {state, arena, -1}; `state` is the site's folder for such things. */
struct spool {
	const char *state;
	struct arena *arena;
	int fd; /* -1 before the first byte */
	uint64_t end;
	const char *folder; /* where it is */
};
void spool_close(struct spool *s);

/* A run of bytes in some file. */
struct stretch {
	uint64_t from, to;
	bool cut; /* what follows was lost: the last record may be a half */
};

/* Whether a file that is open has to pass through the spool. */
bool spool_needs(int fd, bool packed);

/*
 * Copies a file into the spool as UTF-8, and unpacked if `packed`. What is
 * wrong with it is reported at `path` (DIAG_CONTENT for its data, a warning
 * for bytes behind them, DIAG_MACHINE for the disk); a file that is damaged in
 * the middle gives what stands before. False if nothing of it can be used.
 */
MUST_CHECK bool spool_take(struct spool *s, int fd, bool packed,
			   struct slice path, struct stretch *out,
			   struct diag *d);

/*
 * Unpacks a file with one article into out. Half an article is none: false
 * after reporting (unless d is NULL) what is wrong with its data, with *err 0,
 * or with an errno in *err, EFBIG if it is longer than `cap`.
 */
MUST_CHECK bool unpack_article(struct buf *out, int fd, struct slice path,
			       size_t cap, int *err, struct diag *d);

#endif
