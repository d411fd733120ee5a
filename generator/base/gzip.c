/*
 * gzip.c - the adapter of zlib: one gzip member after the other (RFC 1952).
 */
#include "base/unpack.h"

#include "base/arena.h"

#include <limits.h>
#include <zlib.h>

enum {
	GZIP_ONLY = 16 + MAX_WBITS, /* no zlib or raw stream */
};

struct gzip {
	struct arena own;
	z_stream z;
};

static bool gzip_begins(struct slice head)
{
	return slice_starts(head, SLICE("\x1F\x8B"));
}

static void *gzip_open(void)
{
	struct arena own = { 0 };
	struct gzip *g = ARENA_NEW(&own, struct gzip);
	g->own = own;
	if (inflateInit2(&g->z, GZIP_ONLY) != Z_OK)
		BUG("zlib cannot begin: no memory, or not the zlib we know");
	return g;
}

static uInt at_most(size_t n)
{
	return n < UINT_MAX ? (uInt)n : UINT_MAX;
}

static enum unpack_step gzip_step(void *self, struct slice *in, char *out,
				  size_t n, size_t *got, const char **why)
{
	z_stream *z = &((struct gzip *)self)->z;
	uInt given = at_most(in->len), room = at_most(n);
	z->next_in = (z_const Bytef *)(uintptr_t)in->ptr;
	z->avail_in = given;
	z->next_out = (Bytef *)out;
	z->avail_out = room;
	int result = inflate(z, Z_NO_FLUSH);
	*in = slice_from(*in, given - z->avail_in);
	*got = room - z->avail_out;
	if (result == Z_STREAM_END) {
		inflateReset(z);
		return STEP_END;
	}
	if (result == Z_OK || result == Z_BUF_ERROR)
		return STEP_MORE;
	*why = result == Z_MEM_ERROR	  ? "no memory"
	       : result == Z_NEED_DICT	  ? "it needs a dictionary"
	       : !z->msg		  ? "it is no gzip"
	       : strstr(z->msg, "check")  ? "its checksum is wrong"
	       : strstr(z->msg, "length") ? "its length is wrong"
	       : strstr(z->msg, "header") ? "a header is wrong"
					  : "the packed data make no sense";
	return STEP_BAD;
}

static void gzip_close(void *self)
{
	struct gzip *g = self;
	inflateEnd(&g->z);
	struct arena own = g->own; /* g itself lives in it */
	arena_release(&own);
}

const struct unpacker unpacker_gzip = { gzip_begins, gzip_open, gzip_step,
					gzip_close };
