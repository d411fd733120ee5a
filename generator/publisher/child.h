/*
 * child.h - another program as a child: arguments, no shell, nothing to read,
 * its output and messages caught.
 */
#ifndef PUBLISHER_CHILD_H
#define PUBLISHER_CHILD_H

#include "base/buf.h"

/*
 * Runs argv (NULL at the end; found on PATH) and waits for its end. Both
 * buffers are appended to; of a flood only the first part is kept. Variables
 * of the environment in `set` ("NAME=value", NULL at the end) replace ours,
 * those that begin with a text in `drop` are left out. *status is the exit
 * status, or 128 + the signal. Returns 0, or an errno if it could not be run.
 */
struct child {
	const char *const *argv, *const *set, *const *drop;
};
MUST_CHECK int child_run(const struct child *c, struct buf *out,
			 struct buf *err, int *status);

#endif
