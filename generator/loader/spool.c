/*
 * spool.c - see spool.h. Knows nothing of records.
 */
#include "loader/spool.h"

#include "base/fs.h"
#include "base/unpack.h"
#include "base/utf16.h"
#include "loader/loader.h"

#include <errno.h>
#include <unistd.h>

enum {
	CHUNK = 256 << 10
};

void spool_close(struct spool *s)
{
	if (s->fd >= 0)
		close(s->fd);
	s->fd = -1;
}

/* /tmp comes last: it may be memory, which is what shall be spared. */
static int open_spool(struct spool *s)
{
	const char *const folders[] = { getenv("TMPDIR"), s->state, "/var/tmp",
					"/tmp" };
	int err = ENOENT;
	for (size_t i = 0; s->fd < 0 && i < COUNT_OF(folders); i++) {
		s->folder = folders[i];
		if (s->folder && *s->folder)
			err = fs_spool(s->folder, &s->fd);
	}
	return s->fd < 0 ? err : 0;
}

/* --- one file on its way -------------------------------------------------- */

struct taking {
	struct spool *spool;
	struct utf16 utf16;
	bool started; /* the encoding is known */
	int err;      /* of writing */
	struct buf text;
	struct text_repairs done;
};

static int put(struct taking *t, struct slice bytes)
{
	struct spool *s = t->spool;
	t->err = s->fd < 0 ? open_spool(s) : 0;
	if (!t->err)
		t->err = fs_write_at(s->fd, s->end, bytes);
	if (!t->err)
		s->end += bytes.len;
	return t->err;
}

static int take_piece(void *ctx, struct slice piece)
{
	struct taking *t = ctx;
	if (!t->started)
		t->utf16.order = utf16_guess(piece);
	t->started = true;
	if (t->utf16.order == UTF16_NONE)
		return put(t, piece);
	buf_clear(&t->text);
	utf16_add(&t->utf16, &t->text, piece, &t->done);
	return put(t, buf_slice(&t->text));
}

/* A file that is not packed, in pieces. */
static struct unpacked copy(int fd, struct taking *t)
{
	struct unpacked u = { .end = UNPACK_WHOLE };
	struct buf chunk = { 0 };
	size_t got = 0;
	buf_reserve(&chunk, CHUNK);
	do {
		u.err = fs_read_at(fd, u.made, chunk.ptr, CHUNK, &got);
		if (!u.err)
			u.err = take_piece(t, slice_make(chunk.ptr, got));
		u.made += got;
	} while (!u.err && got == CHUNK);
	if (u.err)
		u.end = UNPACK_FAILED;
	buf_release(&chunk);
	return u;
}

/* --- what to say ---------------------------------------------------------- */

/* What the packed data give, where they are not simply whole. */
static void report_packed(const struct unpacked *u, struct slice path,
			  struct diag *d)
{
	const struct place at = { path, 0, 0 };
	unsigned long long made = (unsigned long long)u->made;
	switch (u->end) {
	case UNPACK_TRAILING:
		diag_add(d, DIAG_WARNING, at,
			 "see whether a part of the file was overwritten, or "
			 "joined to it by mistake",
			 "%llu bytes behind the packed data are not packed; "
			 "passed over",
			 (unsigned long long)u->trailing);
		break;
	case UNPACK_CUT:
		diag_add(d, DIAG_CONTENT, at,
			 "fetch the file again: it is not all there",
			 "the packed file breaks off; %llu bytes of text could "
			 "be unpacked before that, what follows is left out",
			 made);
		break;
	case UNPACK_DAMAGED:
		diag_add(d, DIAG_CONTENT, at, "fetch the file again",
			 "the packed file is damaged (%s); %llu bytes of text "
			 "could be unpacked before that, what follows is left "
			 "out",
			 u->why, made);
		break;
	case UNPACK_BOMB:
		diag_add(d, DIAG_CONTENT, at,
			 "if it is what it should be, unpack it yourself",
			 "unpacks to more than %d times its size, which no "
			 "news does; the file is left out",
			 UNPACK_RATIO);
		break;
	case UNPACK_UNKNOWN:
		diag_add(d, DIAG_CONTENT, at,
			 "if it is a plain file, take .gz or .zst off its name",
			 "is packed neither with gzip nor with zstd; left out");
		break;
	case UNPACK_WHOLE:
	case UNPACK_FAILED:
		break;
	}
}

static void report_machine(struct spool *s, const struct taking *t,
			   const struct unpacked *u, struct slice path,
			   struct diag *d)
{
	if (t->err)
		diag_errno(d, s->folder ? s->folder : "/tmp", t->err,
			   "cannot keep an unpacked file here",
			   "free some space there, or name a folder with room "
			   "in TMPDIR: it takes as much as all packed files "
			   "of the content unpacked");
	else
		diag_errno(d, arena_zstr(s->arena, path), u->err,
			   "cannot read these articles",
			   "make the file readable or move it out of the "
			   "content; without it its pages would vanish");
}

/* --- the face ------------------------------------------------------------- */

bool spool_needs(int fd, bool packed)
{
	char head[UTF16_HEAD];
	size_t got = 0;
	return packed || (!fs_read_at(fd, 0, head, sizeof head, &got) &&
			  utf16_guess(slice_make(head, got)) != UTF16_NONE);
}

bool spool_take(struct spool *s, int fd, bool packed, struct slice path,
		struct stretch *out, struct diag *d)
{
	struct taking t = { .spool = s };
	*out = (struct stretch){ .from = s->end };
	struct unpacked u = packed ? unpack(fd, take_piece, &t) : copy(fd, &t);
	buf_clear(&t.text);
	utf16_end(&t.utf16, &t.text, &t.done);
	if (!t.err && t.text.len && put(&t, buf_slice(&t.text)))
		u.end = UNPACK_FAILED;
	buf_release(&t.text);
	if (u.end == UNPACK_FAILED)
		report_machine(s, &t, &u, path, d);
	else
		report_packed(&u, path, d);
	if (u.end == UNPACK_FAILED || u.end == UNPACK_BOMB)
		s->end = out->from; /* the next file may have the place */
	if (t.done.count[REPAIR_INVALID])
		diag_add(d, DIAG_WARNING, (struct place){ path, 0, 0 },
			 "save the file as UTF-8",
			 "%u halves of characters in UTF-16 were replaced",
			 t.done.count[REPAIR_INVALID]);
	out->to = s->end;
	out->cut = u.end == UNPACK_CUT || u.end == UNPACK_DAMAGED;
	return out->to > out->from;
}

struct capped {
	struct buf *out;
	size_t cap;
};

static int take_article(void *ctx, struct slice piece)
{
	const struct capped *c = ctx;
	buf_add(c->out, piece);
	return c->out->len > c->cap ? EFBIG : 0;
}

bool unpack_article(struct buf *out, int fd, struct slice path, size_t cap,
		    int *err, struct diag *d)
{
	struct capped c = { out, cap };
	buf_clear(out);
	struct unpacked u = unpack(fd, take_article, &c);
	*err = u.err;
	if (d)
		report_packed(&u, path, d);
	return u.end == UNPACK_WHOLE || u.end == UNPACK_TRAILING;
}
