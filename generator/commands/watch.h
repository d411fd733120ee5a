/*
 * watch.h - whether files have changed: told by the system (inotify, Linux),
 * else asked for. It knows paths, not what is in the files. Names that begin
 * with a dot are passed over, as the loader does.
 */
#ifndef COMMANDS_WATCH_H
#define COMMANDS_WATCH_H

#include "base/base.h"

struct watch;
/* With `poll` the system is not asked to tell. */
struct watch *watch_new(bool poll);
void watch_free(struct watch *w);
/*
 * From now on these folders with all in them, and these files; any of them may
 * be missing, and come. Lists end with NULL and stay the caller's until the
 * next call. What changed before and was not told yet is told nevertheless; so
 * may be, once, that the lists are others.
 */
void watch_set(struct watch *w, const char *const *folders,
	       const char *const *files);
/* Readable when something may have changed; -1: ask every second or so. */
int watch_fd(const struct watch *w);
/*
 * Whether something has changed since the last time or the first watch_set. If
 * so it first waits until all is quiet, half a second at most: who saves one
 * file often writes several.
 */
bool watch_changed(struct watch *w);

#endif
