/*
 * unpack.h - files packed with gzip or zstd, unpacked as a stream. The bytes at
 * their head say which, not their name. Each library has an adapter of its own
 * (gzip.c, zstd.c), which this drives member after member: a file may be
 * several packed files in a row (`cat a.gz b.gz`, pzstd).
 */
#ifndef BASE_UNPACK_H
#define BASE_UNPACK_H

#include "base/buf.h"

/*
 * A decompression bomb is told by its ratio: news text packs 3 to 10 times, a
 * heap of equal pages perhaps 50 times, deflate can reach 1,032 and zstd far
 * more. Until UNPACK_FREE bytes are made the ratio does not count.
 */
enum {
	UNPACK_RATIO = 200,
	UNPACK_FREE = 64 << 20,
};

enum unpack_end {
	UNPACK_WHOLE,	 /* to its end */
	UNPACK_TRAILING, /* whole, but what follows is not packed */
	UNPACK_CUT,	 /* the file ends before the packed data does */
	UNPACK_DAMAGED,	 /* `why` says what the library found */
	UNPACK_BOMB,	 /* more than the ratio */
	UNPACK_UNKNOWN,	 /* neither gzip nor zstd; nothing was made */
	UNPACK_FAILED,	 /* `err`: of reading, or what `take` returned */
};

struct unpacked {
	enum unpack_end end;
	uint64_t made; /* bytes given to `take`, all good as far as known */
	uint64_t
	    trailing;	 /* bytes behind the last member; zeros do not count */
	const char *why; /* of a library; static */
	int err;
};

/* Takes what was unpacked, in pieces; 0, or an errno that ends it. */
typedef int unpack_take_fn(void *ctx, struct slice piece);

/* Unpacks the file from its beginning. Needs some 200 KB, with zstd up to the
   128 MB that the file's window may ask for. */
struct unpacked unpack(int fd, unpack_take_fn *take, void *ctx);

/* --- for the adapters ----------------------------------------------------- */

enum unpack_step {
	STEP_MORE, /* go on, with more input or room */
	STEP_END,  /* this member is whole */
	STEP_BAD,  /* *why says what is wrong */
};
struct unpacker {
	/* Whether a member begins with these bytes. */
	bool (*begins)(struct slice head);
	void *(*open)(void);
	/* Takes bytes off *in and writes up to n to `out`, *got of them. At the
	   end of a member it is ready for the next. */
	enum unpack_step (*step)(void *self, struct slice *in, char *out,
				 size_t n, size_t *got, const char **why);
	void (*close)(void *self);
};
extern const struct unpacker unpacker_gzip, unpacker_zstd;

#endif
