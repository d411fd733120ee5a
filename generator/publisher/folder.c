/*
 * folder.c - the site as files. Every folder is entered part by part from one
 * open root without following links: the output folder may hold anything by
 * the time we come back to it.
 */
#include "publisher/publisher.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "publisher/manifest.h"
#include "publisher/path.h"

/* How fs_write names its temporary files. */
#define TEMP_PREFIX ".arsip-tmp-"

struct writer {
	struct arena paths;
	struct manifest_list made;
	struct folder_counts counts;
	struct buf folder; /* the last one entered, and its descriptor */
	int fd;
	struct buf old; /* content of a file to compare with */
	bool failed;
};

struct folder {
	struct arena arena;
	struct diag *d;
	const char *name;
	int root;
	struct manifest manifest;
	struct writer *writers;
	unsigned workers;
};

/* --- opening and closing ------------------------------------------------ */

static const char *advice(int err)
{
	switch (err) {
	case ENOSPC:
	case EDQUOT:
		return "free some space (or inodes: df -i) there, or let the "
		       "site go to another folder";
	case ELOOP:
		return "a link stands there and is not followed: remove it";
	case EISDIR:
	case ENOTDIR:
		return "what stands there is not of this site: remove it, or "
		       "let the site go to another folder";
	case EMFILE:
	case ENFILE:
		return "raise the limit of open files (ulimit -n)";
	default:
		return "make the folder writable (chmod -R u+rwX), or let the "
		       "site go to another one";
	}
}

static bool failed(const struct folder *f, struct slice path, int err,
		   const char *what)
{
	struct buf full = { 0 };

	buf_printf(&full, "%s%s%.*s", f->name, path.len ? "/" : "",
		   SLICE_ARG(path));
	diag_errno(f->d, buf_zstr(&full), err, what, advice(err));
	buf_release(&full);
	return false;
}

static bool open_root(struct folder *f)
{
	int err = fs_make_folders(f->name);

	if (err)
		return failed(f, SLICE(""), err, "cannot make the folder");
	f->root = open(f->name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (f->root < 0)
		return failed(f, SLICE(""), errno, "cannot open the folder");
	if (faccessat(f->root, ".", W_OK | X_OK, 0))
		return failed(f, SLICE(""), errno, "cannot write here");
	return true;
}

struct folder *folder_open(const char *folder, const char *state,
			   unsigned workers, struct diag *d)
{
	struct arena arena = { 0 };
	struct folder *f = ARENA_NEW(&arena, struct folder);

	f->name = arena_zstr(&arena, slice_of(folder));
	f->writers = ARENA_ARRAY(&arena, struct writer, workers);
	f->workers = workers;
	f->d = d;
	f->root = -1;
	f->arena = arena;
	f->manifest.state = f->manifest.pending = -1;
	for (unsigned i = 0; i < workers; i++)
		f->writers[i].fd = -1;
	if (open_root(f) && manifest_open(&f->manifest, state, d))
		return f;
	folder_free(f);
	return NULL;
}

void folder_free(struct folder *f)
{
	if (!f)
		return;
	for (unsigned i = 0; i < f->workers; i++) {
		struct writer *w = &f->writers[i];

		if (w->fd >= 0)
			close(w->fd);
		vec_release(&w->made.files);
		buf_release(&w->folder);
		buf_release(&w->old);
		arena_release(&w->paths);
	}
	manifest_release(&f->manifest);
	if (f->root >= 0)
		close(f->root);
	struct arena arena = f->arena;
	arena_release(&arena);
}

/* --- entering folders --------------------------------------------------- */

enum entering {
	ENTER_ONLY,
	ENTER_MAKE
};

/* Enters one folder; a link gives ELOOP. 0 or errno. */
static int enter_part(int at, const char *name, enum entering how, int *fd)
{
	enum {
		FLAGS = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
	};
	struct stat st;
	int err;

	*fd = openat(at, name, FLAGS);
	if (*fd < 0 && errno == ENOENT && how == ENTER_MAKE &&
	    (!mkdirat(at, name, 0777) || errno == EEXIST))
		*fd = openat(at, name, FLAGS);
	if (*fd >= 0)
		return 0;
	err = errno;
	/* Of O_DIRECTORY and O_NOFOLLOW Linux reports the first. */
	if (err == ENOTDIR && !fstatat(at, name, &st, AT_SYMLINK_NOFOLLOW) &&
	    S_ISLNK(st.st_mode))
		err = ELOOP;
	return err;
}

/* Enters `folder` below the root; *fd is the caller's to close. */
static int enter(const struct folder *f, struct slice folder, enum entering how,
		 int *fd)
{
	char name[PATH_MAX_PART + 1];
	struct slice part;
	int at = -1, err = 0;

	if (!folder.len) {
		*fd = openat(f->root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		return *fd < 0 ? errno : 0;
	}
	while (!err && slice_cut(&folder, '/', &part)) {
		int from = at < 0 ? f->root : at, next = -1;

		memcpy(name, part.ptr, part.len);
		name[part.len] = '\0';
		err = enter_part(from, name, how, &next);
		if (at >= 0)
			close(at);
		at = next;
	}
	*fd = at;
	return err;
}

/* The folder part of a path, without the '/'. */
static struct slice folder_of(struct slice path)
{
	size_t at = path_name_at(path);

	return slice_sub(path, 0, at ? at - 1 : 0);
}

/* Makes w->fd the folder of path; pages come folder by folder mostly. */
static int enter_cached(const struct folder *f, struct writer *w,
			struct slice path)
{
	struct slice folder = folder_of(path);
	int err;

	if (w->fd >= 0 && slice_eq(folder, buf_slice(&w->folder)))
		return 0;
	if (w->fd >= 0)
		close(w->fd);
	w->fd = -1;
	err = enter(f, folder, ENTER_MAKE, &w->fd);
	buf_clear(&w->folder);
	buf_add(&w->folder, folder);
	return err;
}

/* --- one file ----------------------------------------------------------- */

/* Whether the file stands there with these very bytes. */
static bool is_same(struct writer *w, const char *name, struct slice bytes)
{
	struct stat st;

	return !fstatat(w->fd, name, &st, AT_SYMLINK_NOFOLLOW) &&
	       S_ISREG(st.st_mode) && (uintmax_t)st.st_size == bytes.len &&
	       !fs_read(&w->old, w->fd, name, bytes.len) &&
	       slice_eq(buf_slice(&w->old), bytes);
}

static bool put(struct folder *f, struct writer *w, const char *path,
		struct slice bytes)
{
	struct slice whole = slice_of(path);
	const char *name = path + path_name_at(whole);
	int err = 0;

	if (!manifest_knows(&f->manifest, whole))
		err = manifest_announce(&f->manifest, whole);
	if (err)
		return failed(f, whole, err, "cannot note that it is made");
	err = enter_cached(f, w, whole);
	if (err)
		return failed(f, folder_of(whole), err,
			      "cannot enter or make the folder");
	if (is_same(w, name, bytes)) {
		w->counts.unchanged++;
		return true;
	}
	err = fs_write(w->fd, name, bytes, false);
	if (err)
		return failed(f, whole, err, "cannot write");
	w->counts.written++;
	return true;
}

bool folder_put(struct folder *f, unsigned worker, struct slice path,
		struct slice bytes)
{
	struct writer *w = &f->writers[worker];
	bool ok = path_check(path, f->d);

	if (ok) {
		struct manifest_file file = { .hash = hash128(bytes),
					      .size = bytes.len };
		const char *own = arena_zstr(&w->paths, path);

		file.path = slice_of(own);
		vec_push(&w->made.files, file);
		w->counts.bytes += bytes.len;
		ok = put(f, w, own, bytes);
	}
	w->failed |= !ok;
	return ok;
}

/* --- the end of a build ------------------------------------------------- */

/* Removes folders from the deepest up as long as they are empty. */
static void remove_empty(const struct folder *f, struct slice folder)
{
	while (folder.len) {
		char name[PATH_MAX_PART + 1];
		struct slice last = slice_from(folder, path_name_at(folder));
		int fd;

		memcpy(name, last.ptr, last.len);
		name[last.len] = '\0';
		folder = folder_of(folder);
		if (enter(f, folder, ENTER_ONLY, &fd))
			return;
		bool gone =
		    !unlinkat(fd, name, AT_REMOVEDIR) || errno == ENOENT;
		close(fd);
		if (!gone)
			return;
	}
}

/* Removes one file of ours; a link itself, never what it points to. */
static bool remove_file(const struct folder *f, struct slice path,
			size_t *removed)
{
	struct slice last = slice_from(path, path_name_at(path));
	char name[PATH_MAX_PART + 1];
	int fd, err = enter(f, folder_of(path), ENTER_ONLY, &fd);

	if (!err) {
		memcpy(name, last.ptr, last.len);
		name[last.len] = '\0';
		err = unlinkat(fd, name, 0) ? errno : 0;
		close(fd);
	}
	*removed += !err;
	if (!err || err == ENOENT)
		remove_empty(f, folder_of(path));
	/*
	 * ENOENT: somebody was faster. The others: where our file was,
	 * somebody put something else, which is theirs.
	 */
	if (!err || err == ENOENT || err == ENOTDIR || err == ELOOP ||
	    err == EISDIR)
		return true;
	return failed(f, path, err, "cannot remove what is no longer made");
}

/* Temporaries of a killed build lie beside what it wrote. */
static void sweep_folder(const struct folder *f, struct slice folder)
{
	struct dirent *entry;
	DIR *dir;
	int fd;

	if (enter(f, folder, ENTER_ONLY, &fd))
		return;
	dir = fdopendir(fd);
	while (dir && (entry = readdir(dir)))
		if (slice_starts(slice_of(entry->d_name), SLICE(TEMP_PREFIX)))
			(void)unlinkat(fd, entry->d_name, 0);
	if (dir)
		closedir(dir);
	else
		close(fd);
}

static void sweep(const struct folder *f)
{
	struct slice last = SLICE("/");

	for (size_t i = 0; i < f->manifest.known.files.count; i++) {
		struct slice path = f->manifest.known.files.items[i].path;

		if (slice_eq(folder_of(path), last))
			continue;
		last = folder_of(path);
		sweep_folder(f, last);
	}
}

/* All that was put, sorted. False if a put failed or a path came twice. */
static bool gather(struct folder *f, struct manifest_list *all,
		   struct folder_counts *counts)
{
	bool ok = true;

	for (unsigned i = 0; i < f->workers; i++) {
		struct writer *w = &f->writers[i];

		for (size_t j = 0; j < w->made.files.count; j++)
			vec_push(&all->files, w->made.files.items[j]);
		counts->written += w->counts.written;
		counts->unchanged += w->counts.unchanged;
		counts->bytes += w->counts.bytes;
		ok &= !w->failed;
	}
	manifest_sort(all);
	for (size_t i = 1; i < all->files.count; i++) {
		struct slice path = all->files.items[i].path;

		if (!slice_eq(path, all->files.items[i - 1].path))
			continue;
		diag_add(f->d, DIAG_MACHINE, (struct place){ path, 0, 0 },
			 "this is a fault of arsip: please report it",
			 "two pages were made for one path");
		ok = false;
	}
	return ok;
}

/* Both lists are sorted: what is known but was not made now. */
static bool remove_stale(struct folder *f, const struct manifest_list *made,
			 size_t *removed)
{
	size_t at = 0;
	bool ok = true;

	for (size_t i = 0; i < f->manifest.known.files.count; i++) {
		struct slice path = f->manifest.known.files.items[i].path;

		while (at < made->files.count &&
		       slice_cmp(made->files.items[at].path, path) < 0)
			at++;
		if (at == made->files.count ||
		    !slice_eq(made->files.items[at].path, path))
			ok &= remove_file(f, path, removed);
	}
	return ok;
}

bool folder_finish(struct folder *f, struct folder_counts *counts)
{
	struct manifest_list made = { 0 };
	bool ok;
	int err;

	*counts = (struct folder_counts){ 0 };
	ok = gather(f, &made, counts);
	if (ok) {
		if (f->manifest.interrupted)
			sweep(f);
		ok = remove_stale(f, &made, &counts->removed);
	}
	/* Last: until then all that may be there is still known as ours. */
	if (ok && (err = manifest_save(&f->manifest, &made))) {
		diag_errno(f->d, f->manifest.name, err,
			   "cannot write the list of what was built",
			   advice(err));
		ok = false;
	}
	vec_release(&made.files);
	return ok;
}
