/*
 * zstd.c - the adapter of libzstd: one frame after the other (RFC 8878). The
 * window is left at the library's limit of 128 MB, as zstd(1) does.
 */
#include "base/unpack.h"

#include <zstd.h>

/* Frames to be skipped are part of the format; pzstd(1) begins with one. */
static bool zstd_begins(struct slice head)
{
	return slice_starts(head, SLICE("\x28\xB5\x2F\xFD")) ||
	       (head.len >= 4 && (head.ptr[0] & 0xF0) == 0x50 &&
		slice_starts(slice_from(head, 1), SLICE("\x2A\x4D\x18")));
}

static void *zstd_open(void)
{
	ZSTD_DStream *z = ZSTD_createDStream();
	if (!z)
		base_no_memory_in("libzstd");
	return z;
}

static enum unpack_step zstd_step(void *self, struct slice *in, char *out,
				  size_t n, size_t *got, const char **why)
{
	ZSTD_inBuffer from = { in->ptr, in->len, 0 };
	ZSTD_outBuffer to = { out, n, 0 };
	size_t result = ZSTD_decompressStream(self, &to, &from);
	*in = slice_from(*in, from.pos);
	*got = to.pos;
	if (ZSTD_isError(result)) {
		*why = ZSTD_getErrorName(result);
		return STEP_BAD;
	}
	return result ? STEP_MORE : STEP_END;
}

static void zstd_close(void *self)
{
	ZSTD_freeDStream(self);
}

const struct unpacker unpacker_zstd = { zstd_begins, zstd_open, zstd_step,
					zstd_close };
