/*
 * progress.h - a line on the terminal while there is much to do: how far, how
 * fast, how long still. Nothing at all where standard error is no terminal.
 */
#ifndef COMMANDS_PROGRESS_H
#define COMMANDS_PROGRESS_H

#include "base/base.h"

struct progress;
/* `what` is counted; NULL (which is fine to use) when nothing is to show. */
struct progress *progress_new(const char *what, size_t total, bool quiet);
/* One more is done. Thread-safe; worker 0 is the one that prints. */
void progress_step(struct progress *p, unsigned worker);
/* Clears the line. */
void progress_free(struct progress *p);

#endif
