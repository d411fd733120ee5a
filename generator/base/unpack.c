/*
 * unpack.c - drives an adapter over a file: input in, members one behind the
 * other, output to whoever takes it. Knows neither format.
 */
#include "base/unpack.h"

#include "base/fs.h"

enum {
	CHUNK = 64 << 10,
	MAGIC_MAX = 4,
};

struct stream {
	int fd;
	uint64_t read;	  /* bytes of the file so far */
	struct buf bytes; /* CHUNK of room */
	struct slice in;  /* of it, what was not used yet */
	struct buf out;
	bool ended; /* there is no more to read */
	struct unpacked *result;
};

/* Sees to it that there is input, MAGIC_MAX bytes if there are so many. */
static bool fill(struct stream *s)
{
	size_t kept = s->in.len, got;
	if (s->ended || kept >= MAGIC_MAX)
		return kept > 0;
	if (kept)
		memmove(s->bytes.ptr, s->in.ptr, kept);
	int err =
	    fs_read_at(s->fd, s->read, s->bytes.ptr + kept, CHUNK - kept, &got);
	s->read += got;
	s->ended = err || got < CHUNK - kept;
	s->in = slice_make(s->bytes.ptr, kept + got);
	if (err) {
		s->result->end = UNPACK_FAILED;
		s->result->err = err;
		return false;
	}
	return s->in.len > 0;
}

static bool give(struct stream *s, size_t n, unpack_take_fn *take, void *ctx)
{
	struct unpacked *r = s->result;
	if (!n)
		return true;
	if (r->made + n > UNPACK_FREE + UNPACK_RATIO * s->read) {
		r->end = UNPACK_BOMB;
		return false;
	}
	r->err = take(ctx, slice_make(s->out.ptr, n));
	if (r->err) {
		r->end = UNPACK_FAILED;
		return false;
	}
	r->made += n;
	return true;
}

/* One member to its end. False with the result set. */
static bool unpack_member(struct stream *s, const struct unpacker *u,
			  void *self, unpack_take_fn *take, void *ctx)
{
	for (;;) {
		struct slice before = s->in;
		size_t got = 0;
		enum unpack_step step = u->step(self, &s->in, s->out.ptr, CHUNK,
						&got, &s->result->why);
		if (!give(s, got, take, ctx))
			return false;
		if (step == STEP_END)
			return true;
		if (step == STEP_BAD) {
			s->result->end = UNPACK_DAMAGED;
			return false;
		}
		if (got || s->in.len < before.len)
			continue;
		size_t had = s->in.len;
		s->result->end = UNPACK_CUT; /* unless fill knows better */
		if (!fill(s) || s->in.len == had)
			return false;
	}
}

/* What stands behind the last member: tapes and blocks are padded with zeros,
   as gzip(1) knows. */
static void count_trailing(struct stream *s)
{
	uint64_t bytes = 0;
	bool zeros = true;
	for (; fill(s); s->in.len = 0) {
		bytes += s->in.len;
		for (size_t i = 0; i < s->in.len; i++)
			zeros &= !s->in.ptr[i];
	}
	if (s->result->end == UNPACK_FAILED || zeros)
		return;
	s->result->end = UNPACK_TRAILING;
	s->result->trailing = bytes;
}

static void unpack_members(struct stream *s, const struct unpacker *u,
			   unpack_take_fn *take, void *ctx)
{
	void *self = u->open();
	do {
		if (!unpack_member(s, u, self, take, ctx))
			break;
		s->result->end = UNPACK_WHOLE;
	} while (fill(s) && u->begins(s->in));
	u->close(self);
	if (s->result->end == UNPACK_WHOLE)
		count_trailing(s);
}

struct unpacked unpack(int fd, unpack_take_fn *take, void *ctx)
{
	struct unpacked result = { .end = UNPACK_UNKNOWN };
	struct stream s = { .fd = fd, .result = &result };
	buf_reserve(&s.bytes, CHUNK);
	buf_reserve(&s.out, CHUNK);
	if (!fill(&s) && result.end != UNPACK_FAILED)
		result.end = UNPACK_CUT;
	else if (unpacker_gzip.begins(s.in))
		unpack_members(&s, &unpacker_gzip, take, ctx);
	else if (unpacker_zstd.begins(s.in))
		unpack_members(&s, &unpacker_zstd, take, ctx);
	buf_release(&s.bytes);
	buf_release(&s.out);
	return result;
}
