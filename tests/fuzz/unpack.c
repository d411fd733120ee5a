/*
 * unpack.c - a packed file: whatever its bytes, it ends in a way that has a
 * name, and unpacked twice it gives the same.
 */
#include "fuzz.h"

#include "base/hash.h"
#include "base/unpack.h"

#include <unistd.h>

struct taken {
	uint64_t length, hash;
};

static int take(void *ctx, struct slice piece)
{
	struct taken *t = ctx;
	HOLDS(piece.len > 0);
	t->length += piece.len;
	for (size_t i = 0; i < piece.len; i++)
		t->hash = t->hash * 31 + (unsigned char)piece.ptr[i];
	return 0;
}

static struct unpacked unpack_once(int fd, size_t size, struct taken *t)
{
	struct unpacked u = unpack(fd, take, t);
	HOLDS(u.made == t->length);
	HOLDS(u.end <= UNPACK_UNKNOWN); /* reading does not fail */
	HOLDS(u.end != UNPACK_UNKNOWN || !u.made);
	HOLDS((u.end == UNPACK_DAMAGED) == (u.why != NULL));
	HOLDS((u.end == UNPACK_TRAILING) == (u.trailing > 0));
	HOLDS(u.trailing <= size);
	return u;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char name[] = "/tmp/arsip-fuzz-XXXXXX";
	struct taken first = { 0, 0 }, second = { 0, 0 };
	int fd = mkstemp(name);
	HOLDS(fd >= 0 && unlink(name) == 0);
	HOLDS(write(fd, data, size) == (ssize_t)size);
	struct unpacked a = unpack_once(fd, size, &first);
	struct unpacked b = unpack_once(fd, size, &second);
	HOLDS(a.end == b.end && first.hash == second.hash);
	close(fd);
	return 0;
}
