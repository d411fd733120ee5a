/*
 * fs.c - the only place that knows how files are opened, walked and replaced.
 * Folders are entered part by part with O_NOFOLLOW, so that a link put in the
 * way, even while we run, ends in ELOOP and never outside.
 */
#include "base/fs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"

enum {
	READ_MIN = 4096, /* asked for beyond the size that stat gave */
	TEMP_TRIES = 100,
	TEMP_NAME = 64,
};

/* --- opening ------------------------------------------------------------ */

static int open_retry(int at, const char *name, int flags)
{
	int fd;

	do
		fd = openat(at, name, flags | O_CLOEXEC | O_NOCTTY, 0666);
	while (fd < 0 && errno == EINTR);
	return fd;
}

/* Enters the folder `name` in `at`; a link gives ELOOP. 0 or errno. */
static int open_folder(int at, const char *name, int *fd)
{
	struct stat st;
	int err;

	*fd = open_retry(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
	if (*fd >= 0)
		return 0;
	err = errno;
	/* Of O_DIRECTORY and O_NOFOLLOW Linux reports the first. */
	if (err == ENOTDIR && !fstatat(at, name, &st, AT_SYMLINK_NOFOLLOW) &&
	    S_ISLNK(st.st_mode))
		err = ELOOP;
	return err;
}

/* Enters `path` (which is cut up) below `root` part by part. 0 or errno. */
static int open_below(int root, char *path, int *fd)
{
	int at = root, err = 0;

	for (char *part = path, *end; part && !err; part = end) {
		int next = -1;

		end = strchr(part, '/');
		if (end)
			*end++ = '\0';
		err =
		    strcmp(part, "..") ? open_folder(at, part, &next) : EINVAL;
		if (at != root)
			close(at);
		at = next;
	}
	*fd = at;
	return err;
}

/*
 * Opens the folder that path lies in and points *name to the last part. With
 * AT_FDCWD the path is the user's own, whose links are meant to be followed.
 */
static int open_parent(int root, const char *path, int *fd, const char **name)
{
	const char *slash = strrchr(path, '/');
	struct buf folder = { 0 };
	int err = 0;

	*name = slash ? slash + 1 : path;
	*fd = root;
	if (!slash)
		return 0;
	buf_add(&folder, slice_make(path, (size_t)(slash - path)));
	if (root != AT_FDCWD) {
		buf_zstr(&folder);
		err = open_below(root, folder.ptr, fd);
	} else {
		if (!folder.len)
			buf_byte(&folder, '/');
		*fd =
		    open_retry(root, buf_zstr(&folder), O_RDONLY | O_DIRECTORY);
		err = *fd < 0 ? errno : 0;
	}
	buf_release(&folder);
	return err;
}

static void close_parent(int root, int fd)
{
	if (fd != root && fd >= 0)
		close(fd);
}

/* --- reading ------------------------------------------------------------ */

static int open_regular(int at, const char *name, struct stat *st, int *fd)
{
	/* O_NONBLOCK: opening a fifo must not wait for somebody to write. */
	*fd = open_retry(at, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
	if (*fd < 0)
		return errno == ENXIO ? EINVAL : errno;
	if (fstat(*fd, st))
		return errno;
	return S_ISREG(st->st_mode) ? 0 : EINVAL;
}

/* Reads to the end, wherever that is by now: files grow and shrink. */
static int read_all(int fd, struct buf *out, size_t cap)
{
	for (;;) {
		ssize_t n;

		if (out->len > cap)
			return EFBIG;
		if (out->len == out->cap)
			buf_reserve(out, READ_MIN);
		n = read(fd, out->ptr + out->len, out->cap - out->len);
		if (!n)
			return 0;
		if (n > 0)
			out->len += (size_t)n;
		else if (errno != EINTR)
			return errno;
	}
}

/* Opens a regular file below root; *fd is -1 after a failure. */
static int open_file(int root, const char *path, struct stat *st, int *fd)
{
	const char *name = path;
	int at = root, err = 0;

	*fd = -1;
	if (root != AT_FDCWD)
		err = open_parent(root, path, &at, &name);
	if (!err)
		err = open_regular(at, name, st, fd);
	close_parent(root, at);
	if (err && *fd >= 0) {
		close(*fd);
		*fd = -1;
	}
	return err;
}

int fs_open(int root, const char *path, int *fd)
{
	struct stat st = { 0 };

	return open_file(root, path, &st, fd);
}

int fs_read_at(int fd, uint64_t offset, char *to, size_t n, size_t *got)
{
	*got = 0;
	while (*got < n) {
		ssize_t more =
		    pread(fd, to + *got, n - *got, (off_t)(offset + *got));
		if (!more)
			break;
		if (more > 0)
			*got += (size_t)more;
		else if (errno != EINTR)
			return errno;
	}
	return 0;
}

int fs_read(struct buf *out, int root, const char *path, size_t cap)
{
	struct stat st = { 0 };
	int fd, err = open_file(root, path, &st, &fd);

	buf_clear(out);
	if (!err && (uintmax_t)st.st_size > cap)
		err = EFBIG;
	if (!err) {
		/* One more, so that the end is found without growing. */
		buf_reserve(out, (size_t)st.st_size + 1);
		err = read_all(fd, out, cap);
	}
	if (err)
		buf_clear(out);
	if (fd >= 0)
		close(fd);
	return err;
}

/* --- walking ------------------------------------------------------------ */

struct walk {
	fs_visit_fn *visit;
	void *ctx;
	struct buf path; /* of the entry at hand */
};

/* The names in one folder; list points into bytes. */
struct names {
	struct buf bytes;
	VEC(const char *) list;
};

static int cmp_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_names(struct names *n)
{
	struct slice rest = buf_slice(&n->bytes), name;

	while (slice_cut(&rest, '\0', &name))
		vec_push(&n->list, name.ptr);
	if (n->list.count)
		qsort(n->list.items, n->list.count, sizeof *n->list.items,
		      cmp_names);
}

/* The visible names in the folder, sorted. 0 or errno. */
static int read_names(DIR *dir, struct names *n)
{
	struct dirent *entry;

	while ((errno = 0, entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			buf_add(&n->bytes,
				slice_make(entry->d_name,
					   strlen(entry->d_name) + 1));
	if (errno)
		return errno;
	sort_names(n);
	return 0;
}

static void visit_entry(struct walk *w, enum fs_kind kind, uint64_t size,
			int err)
{
	struct fs_entry entry = { buf_zstr(&w->path), kind, size, err };

	w->visit(w->ctx, &entry);
}

static int walk_folder(struct walk *w, int fd, int depth);

/* One name in the folder `at`; w->path is its whole path. */
static void walk_entry(struct walk *w, int at, const char *name, int depth)
{
	struct stat st;
	int fd, err;

	if (fstatat(at, name, &st, AT_SYMLINK_NOFOLLOW)) {
		err = errno;
		/* Gone since the folder was read is as good as never there. */
		if (err != ENOENT)
			visit_entry(w, FS_UNREADABLE, 0, err);
		return;
	}
	if (S_ISDIR(st.st_mode)) {
		err = depth < FS_MAX_DEPTH ? open_folder(at, name, &fd) : ELOOP;
		if (!err)
			err = walk_folder(w, fd, depth + 1);
		if (err)
			visit_entry(w, FS_UNREADABLE, 0, err);
	} else if (S_ISREG(st.st_mode)) {
		visit_entry(w, FS_FILE, (uint64_t)st.st_size, 0);
	} else {
		visit_entry(w, S_ISLNK(st.st_mode) ? FS_LINK : FS_OTHER, 0, 0);
	}
}

/*
 * Visits what is in the folder, or nothing at all if that cannot be read to
 * its end: half a folder would look as if the rest had been deleted. Takes fd.
 * 0 or errno.
 */
static int walk_folder(struct walk *w, int fd, int depth)
{
	DIR *dir = fdopendir(fd);
	size_t len = w->path.len;
	struct names names = { 0 };
	int err = dir ? read_names(dir, &names) : errno;

	if (!dir)
		close(fd);
	for (size_t i = 0; i < names.list.count; i++) {
		if (len)
			buf_byte(&w->path, '/');
		buf_add(&w->path, slice_of(names.list.items[i]));
		walk_entry(w, dirfd(dir), names.list.items[i], depth);
		w->path.len = len;
	}
	if (dir)
		closedir(dir);
	vec_release(&names.list);
	buf_release(&names.bytes);
	return err;
}

int fs_walk(const char *root, fs_visit_fn *visit, void *ctx)
{
	struct walk w = { .visit = visit, .ctx = ctx };
	int fd = open_retry(AT_FDCWD, root, O_RDONLY | O_DIRECTORY);
	int err;

	if (fd < 0)
		return errno;
	err = walk_folder(&w, fd, 0);
	buf_release(&w.path);
	return err;
}

/* --- making ------------------------------------------------------------- */

static int make_folder(const char *path)
{
	struct stat st;
	int err;

	if (!mkdir(path, 0777))
		return 0;
	err = errno;
	/* Made by somebody else meanwhile, or there and not ours to make. */
	if (!stat(path, &st))
		return S_ISDIR(st.st_mode) ? 0 : ENOTDIR;
	return err;
}

int fs_make_folders(const char *path)
{
	struct buf part = { 0 };
	int err = *path ? 0 : ENOENT;

	for (size_t i = 0; path[i] && !err; i++) {
		buf_byte(&part, path[i]);
		/* At the end of each part; "a//b/" has three of them. */
		if (path[i] != '/' && (path[i + 1] == '/' || !path[i + 1]))
			err = make_folder(buf_zstr(&part));
	}
	buf_release(&part);
	return err;
}

int fs_spool(const char *folder, int *fd)
{
	struct buf name = { 0 };
	int err = 0;

	buf_printf(&name, "%s/.arsip-tmp-XXXXXX", folder);
	buf_zstr(&name);
	*fd = mkstemp(name.ptr);
	if (*fd < 0)
		err = errno;
	else if (unlink(name.ptr) || fcntl(*fd, F_SETFD, FD_CLOEXEC))
		err = errno;
	if (err && *fd >= 0) {
		close(*fd);
		*fd = -1;
	}
	buf_release(&name);
	return err;
}

int fs_write_at(int fd, uint64_t offset, struct slice bytes)
{
	while (bytes.len) {
		ssize_t n = pwrite(fd, bytes.ptr, bytes.len, (off_t)offset);

		if (n >= 0) {
			bytes = slice_from(bytes, (size_t)n);
			offset += (uint64_t)n;
		} else if (errno != EINTR) {
			return errno;
		}
	}
	return 0;
}

static int write_all(int fd, struct slice bytes)
{
	while (bytes.len) {
		ssize_t n = write(fd, bytes.ptr, bytes.len);

		if (n >= 0)
			bytes = slice_from(bytes, (size_t)n);
		else if (errno != EINTR)
			return errno;
	}
	return 0;
}

/*
 * Makes a file that nobody else has: O_EXCL sees to that, and the process and
 * the path in its name make a clash of two writers unlikely to begin with.
 */
static int open_temp(int at, const char *path, char name[static TEMP_NAME],
		     int *fd)
{
	uint64_t n = hash64(slice_of(path));

	for (int tries = 0; tries < TEMP_TRIES; tries++) {
		snprintf(name, TEMP_NAME, ".arsip-tmp-%ld-%016llx",
			 (long)getpid(), (unsigned long long)n++);
		*fd = open_retry(at, name, O_WRONLY | O_CREAT | O_EXCL);
		if (*fd >= 0)
			return 0;
		if (errno != EEXIST)
			return errno;
	}
	return EEXIST;
}

static int fill_temp(int fd, struct slice bytes, bool sync)
{
	int err = write_all(fd, bytes);

	if (!err && sync && fsync(fd))
		err = errno;
	/* After EINTR the descriptor is closed on every system of ours. */
	if (close(fd) && !err && errno != EINTR)
		err = errno;
	return err;
}

int fs_write(int root, const char *path, struct slice bytes, bool sync)
{
	char temp[TEMP_NAME];
	const char *name;
	int at, fd;
	int err = open_parent(root, path, &at, &name);

	if (!err)
		err = open_temp(at, path, temp, &fd);
	if (!err) {
		err = fill_temp(fd, bytes, sync);
		if (!err && renameat(at, temp, at, name))
			err = errno;
		if (err)
			unlinkat(at, temp, 0);
	}
	close_parent(root, at);
	return err;
}
