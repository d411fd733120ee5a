/*
 * visible.h - text of unknown origin for a terminal: what would drive it or
 * make a line read in another order is shown as an escape.
 */
#ifndef BASE_VISIBLE_H
#define BASE_VISIBLE_H

#include "base/buf.h"

/*
 * Appends s; controls (C0, DEL, C1) and bytes that are no UTF-8 as \xNN,
 * C1 and bidirectional controls as \uNNNN.
 */
void visible_add(struct buf *out, struct slice s);

/* Whether visible_add would change nothing. */
bool visible_as_is(struct slice s);

#endif
