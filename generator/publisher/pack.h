/*
 * pack.h - new objects on their way into a repository: deflated by the
 * workers in parallel, kept in an unlinked temporary file, given out once
 * their number is known, as a pack or one by one. Memory stays flat, and a
 * killed run leaves nothing behind. The one adapter to libdeflate; knows
 * nothing of libgit2.
 */
#ifndef PUBLISHER_PACK_H
#define PUBLISHER_PACK_H

#include "base/diag.h"
#include "publisher/oid.h"

struct pack;

/* `folder` is where the temporary goes, made at the first object. */
struct pack *pack_new(const char *folder, unsigned workers, struct diag *d);
void pack_free(struct pack *p);

/*
 * One object, which must not have been added before: a pack with an object
 * twice is no pack. Thread-safe for different workers. False after reporting.
 */
MUST_CHECK bool pack_add(struct pack *p, unsigned worker, enum object_type type,
			 struct slice content);
/* How many; not while a worker adds. */
size_t pack_count(const struct pack *p);

/*
 * The whole as a pack stream, in large pieces. False when `piece` gives false
 * (it reports) or after reporting.
 */
typedef bool pack_piece_fn(void *ctx, struct slice bytes);
MUST_CHECK bool pack_stream(struct pack *p, struct hasher *hasher,
			    pack_piece_fn *piece, void *ctx);

/* Each object by itself, inflated, in the order of coming; for a few. */
typedef bool pack_object_fn(void *ctx, enum object_type type,
			    struct slice content);
MUST_CHECK bool pack_each(struct pack *p, pack_object_fn *object, void *ctx);

#endif
