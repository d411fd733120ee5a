/*
 * inject.h - what served pages have and built ones have not: the script that
 * loads them again when the site has changed.
 */
#ifndef COMMANDS_INJECT_H
#define COMMANDS_INJECT_H

#include "base/buf.h"

/*
 * Puts the script before the end of a page, and into its
 * Content-Security-Policy that it may run and ask this server.
 */
void inject_reload(struct buf *page, unsigned version);

/* Replaces `page` by one that shows a text, with the script. */
void inject_problem(struct buf *page, struct slice text, unsigned version);

#endif
