/*
 * pack.c - the spool of new objects, in the format of a pack (gitformat-pack)
 * but without its head and tail: the head holds the count, which nobody knows
 * before the last object.
 *
 * Objects are stored whole, not as differences to each other. Searching for
 * differences is what makes other ways slow (measured on 100,000 pages: it
 * saves a third of the bytes and takes 20 times as long); `git repack -adf`
 * does it for whoever wants it.
 */
#include "publisher/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <libdeflate.h>
#include <pthread.h>
#include <unistd.h>

#include "base/buf.h"

enum {
	/* On HTML smaller and twice as fast as zlib's level 6. */
	DEFLATE_LEVEL = 1,
	PIECE = 1024 * 1024,
	HEAD_MAX = 10, /* of an object: type and size, 7 bits a byte */
};

struct packer {
	struct libdeflate_compressor *deflate;
	struct buf out;
};

struct pack {
	struct arena arena;
	struct diag *d;
	const char *folder;
	struct packer *packers;
	unsigned workers;
	pthread_mutex_t lock; /* over the three below */
	int fd;		      /* -1 before the first object */
	uint64_t length;
	size_t count;
};

struct pack *pack_new(const char *folder, unsigned workers, struct diag *d)
{
	struct arena arena = { 0 };
	struct pack *p = ARENA_NEW(&arena, struct pack);

	p->folder = arena_zstr(&arena, slice_of(folder));
	p->packers = ARENA_ARRAY(&arena, struct packer, workers);
	p->workers = workers;
	p->d = d;
	p->fd = -1;
	if (pthread_mutex_init(&p->lock, NULL))
		BUG("a mutex that cannot be made");
	p->arena = arena;
	return p;
}

void pack_free(struct pack *p)
{
	if (!p)
		return;
	for (unsigned i = 0; i < p->workers; i++) {
		libdeflate_free_compressor(p->packers[i].deflate);
		buf_release(&p->packers[i].out);
	}
	if (p->fd >= 0)
		close(p->fd);
	pthread_mutex_destroy(&p->lock);
	struct arena arena = p->arena;
	arena_release(&arena);
}

size_t pack_count(const struct pack *p)
{
	return p->count;
}

static bool failed(const struct pack *p, int err, const char *what)
{
	diag_errno(p->d, p->folder, err, what,
		   err == ENOSPC || err == EDQUOT
		       ? "free some space there: new objects need about 3 KB "
			 "a page, twice while publishing"
		       : "look at the rights and the health of this folder");
	return false;
}

/* --- in ----------------------------------------------------------------- */

/* `git gc` removes a tmp_ file, should we die between the two calls. */
static bool open_spool(struct pack *p)
{
	struct buf name = { 0 };
	bool ok = true;

	buf_printf(&name, "%s/tmp_arsip_XXXXXX", p->folder);
	buf_zstr(&name);
	p->fd = mkstemp(name.ptr);
	if (p->fd < 0)
		ok = failed(p, errno, "cannot make a temporary file");
	else if (unlink(name.ptr) || fcntl(p->fd, F_SETFD, FD_CLOEXEC))
		ok = failed(p, errno, "cannot unlink a temporary file");
	buf_release(&name);
	return ok;
}

/* Takes a stretch of the spool for n bytes of one object. */
static bool reserve(struct pack *p, size_t n, uint64_t *at)
{
	if (pthread_mutex_lock(&p->lock))
		BUG("a lock that cannot be taken");
	bool ok = p->fd >= 0 || open_spool(p);
	*at = p->length;
	p->length += n;
	p->count++;
	if (pthread_mutex_unlock(&p->lock))
		BUG("a lock that was not held");
	return ok;
}

static int write_at(int fd, struct slice bytes, uint64_t at)
{
	while (bytes.len) {
		ssize_t n = pwrite(fd, bytes.ptr, bytes.len, (off_t)at);

		if (n < 0 && errno != EINTR)
			return errno;
		if (n > 0) {
			bytes = slice_from(bytes, (size_t)n);
			at += (uint64_t)n;
		}
	}
	return 0;
}

/* Three bits of type and four of size, then seven of size a byte. */
static void add_head(struct buf *out, enum object_type type, size_t size)
{
	unsigned byte = (unsigned)type << 4 | (unsigned)(size & 15);

	for (size >>= 4; size; size >>= 7) {
		buf_byte(out, (char)(byte | 0x80));
		byte = (unsigned)(size & 0x7f);
	}
	buf_byte(out, (char)byte);
}

/* Leaves the object in its form of a pack in w->out. */
static void deflate_object(struct packer *w, enum object_type type,
			   struct slice content)
{
	if (!w->deflate)
		w->deflate = libdeflate_alloc_compressor(DEFLATE_LEVEL);
	if (!w->deflate)
		base_no_memory_in("libdeflate");
	buf_clear(&w->out);
	add_head(&w->out, type, content.len);

	size_t bound = libdeflate_zlib_compress_bound(w->deflate, content.len);
	buf_reserve(&w->out, bound);
	w->out.len +=
	    libdeflate_zlib_compress(w->deflate, content.ptr, content.len,
				     w->out.ptr + w->out.len, bound);
}

bool pack_add(struct pack *p, unsigned worker, enum object_type type,
	      struct slice content)
{
	struct packer *w = &p->packers[worker];
	uint64_t at;

	deflate_object(w, type, content);
	if (!reserve(p, w->out.len, &at))
		return false;
	int err = write_at(p->fd, buf_slice(&w->out), at);
	return !err || failed(p, err, "cannot write new objects");
}

/* --- out ---------------------------------------------------------------- */

/* Reads up to n bytes at `at` into out; 0 or an errno. */
static int read_at(int fd, struct buf *out, size_t n, uint64_t at)
{
	buf_clear(out);
	buf_reserve(out, n);
	while (out->len < n) {
		ssize_t got = pread(fd, out->ptr + out->len, n - out->len,
				    (off_t)(at + out->len));

		if (got < 0 && errno != EINTR)
			return errno;
		if (got == 0)
			return EIO; /* shorter than what we wrote */
		if (got > 0)
			out->len += (size_t)got;
	}
	return 0;
}

static void add_be32(struct buf *out, uint32_t n)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_byte(out, (char)(n >> shift & 0xff));
}

bool pack_stream(struct pack *p, struct hasher *hasher, pack_piece_fn *piece,
		 void *ctx)
{
	struct buf bytes = { 0 };
	struct oid tail;
	bool ok = false;

	buf_add(&bytes, SLICE("PACK"));
	add_be32(&bytes, 2);
	add_be32(&bytes, (uint32_t)p->count);
	hasher_begin(hasher);
	hasher_add(hasher, buf_slice(&bytes));
	if (!piece(ctx, buf_slice(&bytes)))
		goto out;
	for (uint64_t at = 0; at < p->length; at += bytes.len) {
		uint64_t rest = p->length - at;
		int err = read_at(p->fd, &bytes,
				  rest < PIECE ? (size_t)rest : PIECE, at);
		if (err) {
			failed(p, err, "cannot read new objects back");
			goto out;
		}
		hasher_add(hasher, buf_slice(&bytes));
		if (!piece(ctx, buf_slice(&bytes)))
			goto out;
	}
	hasher_end(hasher, &tail);
	ok = piece(ctx, slice_make((const char *)tail.bytes, OID_BYTES));
out:
	buf_release(&bytes);
	return ok;
}

/* The counterpart of add_head. */
static size_t read_head(struct slice *s, enum object_type *type)
{
	unsigned byte = (unsigned char)*s->ptr;
	size_t size = byte & 15;

	*type = (enum object_type)(byte >> 4 & 7);
	*s = slice_from(*s, 1);
	for (unsigned shift = 4; byte & 0x80; shift += 7) {
		byte = (unsigned char)*s->ptr;
		size |= (size_t)(byte & 0x7f) << shift;
		*s = slice_from(*s, 1);
	}
	return size;
}

static bool inflate_each(struct libdeflate_decompressor *inflate,
			 struct slice spool, struct buf *content,
			 pack_object_fn *object, void *ctx)
{
	while (spool.len) {
		enum object_type type;
		size_t size = read_head(&spool, &type), used, got;

		buf_clear(content);
		buf_reserve(content, size + 1);
		if (libdeflate_zlib_decompress_ex(inflate, spool.ptr, spool.len,
						  content->ptr, size, &used,
						  &got) ||
		    got != size)
			BUG("an object that cannot be inflated again");
		content->len = size;
		spool = slice_from(spool, used);
		if (!object(ctx, type, buf_slice(content)))
			return false;
	}
	return true;
}

bool pack_each(struct pack *p, pack_object_fn *object, void *ctx)
{
	struct libdeflate_decompressor *inflate;
	struct buf spool = { 0 }, content = { 0 };
	bool ok = false;
	int err;

	if (!p->count)
		return true;
	inflate = libdeflate_alloc_decompressor();
	if (!inflate)
		base_no_memory_in("libdeflate");
	err = read_at(p->fd, &spool, (size_t)p->length, 0);
	if (err)
		failed(p, err, "cannot read new objects back");
	else
		ok = inflate_each(inflate, buf_slice(&spool), &content, object,
				  ctx);
	libdeflate_free_decompressor(inflate);
	buf_release(&content);
	buf_release(&spool);
	return ok;
}
