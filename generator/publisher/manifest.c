/*
 * manifest.c - reading and writing the two files of the state folder.
 */
#include "publisher/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

#include "base/fs.h"
#include "publisher/path.h"

#define MANIFEST "manifest"
#define PENDING "pending"
#define HEADER "arsip manifest 1 "

enum {
	STATE_MAX = 1 << 30
};

static int by_path(const void *a, const void *b)
{
	const struct manifest_file *left = a, *right = b;

	return slice_cmp(left->path, right->path);
}

void manifest_sort(struct manifest_list *list)
{
	if (list->files.count)
		qsort(list->files.items, list->files.count,
		      sizeof *list->files.items, by_path);
}

bool manifest_knows(const struct manifest *m, struct slice path)
{
	struct manifest_file key = { .path = path };

	return m->known.files.count &&
	       bsearch(&key, m->known.files.items, m->known.files.count,
		       sizeof key, by_path);
}

/* --- reading ------------------------------------------------------------ */

/* "<hash> <size> <path>"; the hash is only for people and for later. */
static bool read_line(struct manifest *m, struct slice line)
{
	struct manifest_file file = { 0 };
	struct slice hash, size;
	unsigned long n;

	if (!slice_cut(&line, ' ', &hash) || hash.len != HASH128_HEX ||
	    !slice_cut(&line, ' ', &size) ||
	    !slice_number(size, LONG_MAX, &n) || !path_allowed(line))
		return false;
	file.size = n;
	file.path = arena_copy(&m->arena, line);
	vec_push(&m->known.files, file);
	return true;
}

/* False if anything in it is not as we wrote it. */
static bool read_manifest(struct manifest *m, struct slice text)
{
	char hex[HASH128_HEX + 1];
	struct slice head, line;

	if (!slice_starts(text, SLICE(HEADER)) ||
	    !slice_cut(&text, '\n', &head))
		return false;
	hash128_hex(hash128(text), hex);
	if (!slice_eq(slice_from(head, sizeof HEADER - 1), slice_of(hex)))
		return false;
	while (slice_cut(&text, '\n', &line))
		if (!read_line(m, line))
			return false;
	return true;
}

/* A last line without its end was cut off by the kill: its file was never
   begun. */
static void read_pending(struct manifest *m, struct slice text)
{
	struct manifest_file file = { 0 };
	struct slice line;

	while (text.len && text.ptr[text.len - 1] != '\n')
		text.len--;
	while (slice_cut(&text, '\n', &line)) {
		if (!path_allowed(line))
			continue;
		file.path = arena_copy(&m->arena, line);
		vec_push(&m->known.files, file);
	}
}

static void drop_doubles(struct manifest_list *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->files.count; i++)
		if (!kept || !slice_eq(list->files.items[kept - 1].path,
				       list->files.items[i].path))
			list->files.items[kept++] = list->files.items[i];
	list->files.count = kept;
}

static void read_state(struct manifest *m, struct diag *d)
{
	struct buf text = { 0 }, path = { 0 };
	int err = fs_read(&text, m->state, MANIFEST, STATE_MAX);

	buf_printf(&path, "%s/" MANIFEST, m->name);
	if (err != ENOENT && (err || !read_manifest(m, buf_slice(&text)))) {
		m->known.files.count = 0;
		diag_add(d, DIAG_WARNING, place_of(buf_zstr(&path)),
			 "if the site shows pages that should be gone, empty "
			 "the output folder and build again",
			 "the list of what earlier builds wrote is damaged "
			 "or of another version: none of it is removed");
	}
	err = fs_read(&text, m->state, PENDING, STATE_MAX);
	m->interrupted = err != ENOENT;
	if (!err)
		read_pending(m, buf_slice(&text));
	manifest_sort(&m->known);
	drop_doubles(&m->known);
	buf_release(&path);
	buf_release(&text);
}

bool manifest_open(struct manifest *m, const char *state, struct diag *d)
{
	int err = fs_make_folders(state);

	*m = (struct manifest){ .state = -1, .pending = -1 };
	m->name = arena_zstr(&m->arena, slice_of(state));
	if (!err) {
		m->state = open(state, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		err = m->state < 0 ? errno : 0;
	}
	if (!err) {
		read_state(m, d);
		m->pending = openat(m->state, PENDING,
				    O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC |
					O_NOFOLLOW,
				    0666);
		/* The end of a line that a kill may have cut off. */
		if (m->pending < 0 || write(m->pending, "\n", 1) != 1)
			err = errno;
	}
	if (!err)
		return true;
	diag_errno(d, state, err, "cannot keep the state of the build here",
		   "make this folder writable, or name another one");
	manifest_release(m);
	return false;
}

void manifest_release(struct manifest *m)
{
	if (m->pending >= 0)
		close(m->pending);
	if (m->state >= 0)
		close(m->state);
	vec_release(&m->known.files);
	arena_release(&m->arena);
	*m = (struct manifest){ .state = -1, .pending = -1 };
}

/* --- writing ------------------------------------------------------------ */

int manifest_announce(const struct manifest *m, struct slice path)
{
	char line[PATH_MAX_BYTES + 1];
	ssize_t n;

	memcpy(line, path.ptr, path.len);
	line[path.len] = '\n';
	/* One write: with O_APPEND lines of several threads do not mix. */
	do
		n = write(m->pending, line, path.len + 1);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return errno;
	return (size_t)n == path.len + 1 ? 0 : ENOSPC;
}

int manifest_save(struct manifest *m, const struct manifest_list *list)
{
	struct buf lines = { 0 }, text = { 0 };
	char hex[HASH128_HEX + 1];
	int err;

	for (size_t i = 0; i < list->files.count; i++) {
		const struct manifest_file *file = &list->files.items[i];

		hash128_hex(file->hash, hex);
		buf_printf(&lines, "%s %llu %.*s\n", hex,
			   (unsigned long long)file->size,
			   SLICE_ARG(file->path));
	}
	hash128_hex(hash128(buf_slice(&lines)), hex);
	buf_printf(&text, HEADER "%s\n", hex);
	buf_add(&text, buf_slice(&lines));
	buf_release(&lines);
	err = fs_write(m->state, MANIFEST, buf_slice(&text), true);
	if (!err && unlinkat(m->state, PENDING, 0) && errno != ENOENT)
		err = errno;
	buf_release(&text);
	return err;
}
