/*
 * watch.c - see watch.h.
 */
#include "commands/watch.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/hash.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	QUIET = 50, /* milliseconds */
	ROUNDS = 10,
	EVENTS = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
		 IN_MOVED_TO | IN_ATTRIB,
};

/* A folder that the system watches, and what of it matters. */
struct watched {
	int number;	   /* inotify's */
	struct slice name; /* of the one file; empty: all */
};

struct watch {
	struct arena own;   /* w itself */
	struct arena arena; /* names */
	int fd;		    /* inotify's, or -1 */
	VEC(struct watched) watched;
	const char *const *folders, *const *files;
	uint64_t stamp; /* of all files, without inotify */
};

struct watch *watch_new(bool poll)
{
	struct arena own = { 0 };
	struct watch *w = ARENA_NEW(&own, struct watch);
	w->own = own;
	w->fd = poll ? -1 : inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	return w;
}

/* What it can no longer be told, it will ask for. */
static void stop_telling(struct watch *w)
{
	if (w->fd >= 0)
		close(w->fd);
	w->fd = -1;
	w->watched.count = 0;
}

void watch_free(struct watch *w)
{
	if (!w)
		return;
	stop_telling(w);
	vec_release(&w->watched);
	arena_release(&w->arena);
	struct arena own = w->own; /* w itself lives in it */
	arena_release(&own);
}

int watch_fd(const struct watch *w)
{
	return w->fd;
}

/* --- all that is in a folder ---------------------------------------------- */

typedef void visit_fn(struct watch *w, const char *path, const struct stat *st);

static void walk(struct watch *w, const char *path, visit_fn *visit,
		 unsigned depth)
{
	struct stat st;
	struct dirent *entry;
	struct buf child = { 0 };
	if (lstat(path, &st) != 0)
		return;
	visit(w, path, &st);
	DIR *dir =
	    S_ISDIR(st.st_mode) && depth < FS_MAX_DEPTH ? opendir(path) : NULL;
	while (dir && (entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		buf_clear(&child);
		buf_printf(&child, "%s/%s", path, entry->d_name);
		walk(w, buf_zstr(&child), visit, depth + 1);
	}
	if (dir)
		closedir(dir);
	buf_release(&child);
}

static void walk_all(struct watch *w, visit_fn *visit)
{
	struct stat st;
	for (const char *const *f = w->folders; *f; f++)
		walk(w, *f, visit, 0);
	for (const char *const *f = w->files; *f; f++)
		if (lstat(*f, &st) == 0)
			visit(w, *f, &st);
}

/* --- asking --------------------------------------------------------------- */

/* A sum, since a folder has no order. Of a folder its name alone counts: its
   time tells of hidden files, too. */
static void stamp_one(struct watch *w, const char *path, const struct stat *st)
{
	bool is_file = !S_ISDIR(st->st_mode);
	const int64_t facts[] = { is_file ? st->st_mtim.tv_sec : 0,
				  is_file ? st->st_mtim.tv_nsec : 0,
				  is_file ? st->st_size : 0,
				  (int64_t)st->st_ino, (int64_t)st->st_mode };
	w->stamp += hash64_more(hash64(slice_of(path)),
				slice_make((const char *)facts, sizeof facts));
}

static bool stamp_differs(struct watch *w)
{
	uint64_t before = w->stamp;
	w->stamp = 0;
	walk_all(w, stamp_one);
	return w->stamp != before;
}

/* --- being told ----------------------------------------------------------- */

static void watch_folder(struct watch *w, const char *folder, struct slice name)
{
	int number = w->fd < 0 ? -1 : inotify_add_watch(w->fd, folder, EVENTS);
	if (number >= 0)
		vec_push(&w->watched, (struct watched){ number, name });
	else if (errno == ENOSPC || errno == ENOMEM)
		stop_telling(w);
}

static void watch_one(struct watch *w, const char *path, const struct stat *st)
{
	if (S_ISDIR(st->st_mode))
		watch_folder(w, path, SLICE(""));
}

/* A file that is replaced is another one: its folder tells of it. */
static void watch_name(struct watch *w, const char *path)
{
	size_t name = strlen(path);
	while (name && path[name - 1] != '/')
		name--;
	const char *folder =
	    name ? arena_zstr(&w->arena, slice_make(path, name)) : ".";
	watch_folder(w, folder, arena_copy(&w->arena, slice_of(path + name)));
}

void watch_set(struct watch *w, const char *const *folders,
	       const char *const *files)
{
	w->folders = folders;
	w->files = files;
	w->watched.count = 0;
	arena_clear(&w->arena);
	if (w->fd >= 0)
		walk_all(w, watch_one);
	for (const char *const *f = folders; w->fd >= 0 && *f; f++)
		watch_name(w, *f);
	for (const char *const *f = files; w->fd >= 0 && *f; f++)
		watch_name(w, *f);
	/* not anew: what has changed since the last look is still to be told */
	if (w->fd < 0 && !w->stamp)
		(void)stamp_differs(w);
}

static bool matters(const struct watch *w, const struct inotify_event *e,
		    const char *name)
{
	if (e->mask & IN_Q_OVERFLOW)
		return true;
	if (e->mask & IN_IGNORED || !e->len || name[0] == '.')
		return false;
	for (size_t i = 0; i < w->watched.count; i++) {
		const struct watched *one = &w->watched.items[i];
		if (one->number == e->wd &&
		    (!one->name.len || slice_eq(one->name, slice_of(name))))
			return true;
	}
	return false;
}

/* All that was told so far. */
static bool read_events(const struct watch *w)
{
	char bytes[8 << 10];
	struct inotify_event e;
	bool any = false;
	ssize_t n;
	while ((n = read(w->fd, bytes, sizeof bytes)) > 0)
		for (ssize_t at = 0; at < n;
		     at += (ssize_t)(sizeof e + e.len)) {
			memcpy(&e, bytes + at, sizeof e);
			any |= matters(w, &e, bytes + at + sizeof e);
		}
	return any;
}

bool watch_changed(struct watch *w)
{
	if (w->fd < 0)
		return stamp_differs(w);
	bool changed = read_events(w);
	struct pollfd quiet = { .fd = w->fd, .events = POLLIN };
	for (int i = 0; changed && i < ROUNDS && poll(&quiet, 1, QUIET) > 0;
	     i++)
		(void)read_events(w);
	return changed;
}
