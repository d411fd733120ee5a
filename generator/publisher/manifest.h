/*
 * manifest.h - which files of the output folder are ours. Two files in the
 * state folder:
 *
 *   manifest  of the last build that ended: a line with the version and a
 *             hash of the rest, then "<hash128 hex> <size> <path>" a file,
 *             sorted by path
 *   pending   of a build at work, or killed: a path a line, added before the
 *             file is made
 *
 * What cannot be trusted is left out, so that nothing is ever removed because
 * of a damaged or forged file. Knows nothing of the output folder.
 */
#ifndef PUBLISHER_MANIFEST_H
#define PUBLISHER_MANIFEST_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/hash.h"

struct manifest_file {
	struct slice path;
	struct hash128 hash; /* of the content; zero when from pending */
	uint64_t size;
};
struct manifest_list {
	VEC(struct manifest_file) files;
};

struct manifest {
	struct arena arena;	    /* the paths */
	struct manifest_list known; /* sorted, each path once */
	const char *name;
	int state;	  /* the folder */
	int pending;	  /* open for adding */
	bool interrupted; /* the last build did not end */
};

/* Makes the state folder if needed and reads it; false after reporting. */
MUST_CHECK bool manifest_open(struct manifest *m, const char *state,
			      struct diag *d);
void manifest_release(struct manifest *m);

bool manifest_knows(const struct manifest *m, struct slice path);
/* Says that path is about to be made. Thread-safe. 0 or an errno. */
MUST_CHECK int manifest_announce(const struct manifest *m, struct slice path);
void manifest_sort(struct manifest_list *list);
/* Writes a sorted list as what the build made; ends `pending`. 0 or errno. */
MUST_CHECK int manifest_save(struct manifest *m,
			     const struct manifest_list *list);

#endif
