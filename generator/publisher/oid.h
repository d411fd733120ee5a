/*
 * oid.h - the names of git objects (SHA-1) and a set of them. The one adapter
 * to OpenSSL.
 *
 * Its SHA-1 uses the processor's own instructions and does not look for
 * forged collisions; libgit2's does, and hashes whatever is written once
 * more on its way into the repository.
 */
#ifndef PUBLISHER_OID_H
#define PUBLISHER_OID_H

#include "base/arena.h"

#define OID_BYTES 20
#define OID_HEX 40

struct oid {
	unsigned char bytes[OID_BYTES];
};

/* The numbers are those of the pack format and of libgit2. */
enum object_type {
	OBJECT_TREE = 2,
	OBJECT_BLOB = 3,
};

/* Lower-case hex, NUL-terminated. Returns out. */
const char *oid_hex(const struct oid *id, char out[static OID_HEX + 1]);
/* False if s is not 40 hex digits. */
bool oid_parse(struct slice s, struct oid *out);
static inline bool oid_eq(const struct oid *a, const struct oid *b)
{
	return memcmp(a->bytes, b->bytes, OID_BYTES) == 0;
}

/* One thread, one hasher. NULL if this OpenSSL has no SHA-1. */
struct hasher;
MUST_CHECK struct hasher *hasher_new(void);
void hasher_free(struct hasher *h);

/* The name of a whole object. */
void hasher_object(struct hasher *h, enum object_type type,
		   struct slice content, struct oid *out);
/* Of a stream: begin, add as often as needed, end. */
void hasher_begin(struct hasher *h);
void hasher_add(struct hasher *h, struct slice bytes);
void hasher_end(struct hasher *h, struct oid *out);

/* A set that only grows; {0} is an empty one. */
struct oid_set {
	struct arena arena;
	struct oid *slots; /* all zero: free */
	size_t cap, count;
};
/* True if it was not there yet. */
bool oid_set_add(struct oid_set *set, const struct oid *id);
void oid_set_release(struct oid_set *set);

#endif
