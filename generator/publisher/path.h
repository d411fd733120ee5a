/*
 * path.h - which paths may be published. The one gate in front of the folder
 * and of git: what passes here is harmless as a file name everywhere, so that
 * the sinks need no check of their own. (git's own tree builder lets a line
 * break, "con" or 5,000 bytes pass.)
 */
#ifndef PUBLISHER_PATH_H
#define PUBLISHER_PATH_H

#include "base/diag.h"

enum {
	PATH_MAX_PART = 240, /* leaves room for the suffix of a temporary */
	PATH_MAX_BYTES = 1000,
	PATH_MAX_PARTS = 16,
};

/*
 * Relative, parts joined by single '/', each of ASCII letters, digits, '-',
 * '_' and '.'; no part ends in a dot, and only ".nojekyll" and ".well-known"
 * begin with one.
 */
bool path_allowed(struct slice path);

/* The same; reports a path that is not. */
bool path_check(struct slice path, struct diag *d);

/* Where the last part begins: 0 for a path of one part. */
size_t path_name_at(struct slice path);

#endif
