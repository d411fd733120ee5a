/*
 * leftovers.h - files that a killed program, ours or another, left in a
 * repository. Knows file names of git and libgit2, and calls neither.
 */
#ifndef PUBLISHER_LEFTOVERS_H
#define PUBLISHER_LEFTOVERS_H

#include "base/diag.h"

/*
 * Removes the unfinished packs of libgit2 in objects/pack of the repository
 * folder `git`, if they are a day old: `git gc` never does, and each is as
 * large as a whole publish. Silent: what cannot be removed stays.
 */
void leftovers_sweep(const char *git);

/*
 * Reports that `ref` stays locked (DIAG_LOCKED), with the name and age of the
 * lock file. It is never removed here: its owner may be alive.
 */
void leftovers_report_lock(const char *git, const char *ref, struct diag *d);

#endif
