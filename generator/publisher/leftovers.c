/*
 * leftovers.c - unfinished packs and forgotten locks.
 */
#include "publisher/leftovers.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

enum {
	MINUTE = 60,
	HOUR = 60 * MINUTE,
	DAY = 24 * HOUR
};

void leftovers_sweep(const char *git)
{
	struct buf folder = { 0 };
	time_t now = time(NULL);
	struct dirent *entry;
	struct stat st;
	DIR *dir;

	buf_printf(&folder, "%s/objects/pack", git);
	dir = opendir(buf_zstr(&folder));
	while (dir && (entry = readdir(dir))) {
		if (!slice_starts(slice_of(entry->d_name),
				  SLICE("pack_git2_")) ||
		    fstatat(dirfd(dir), entry->d_name, &st,
			    AT_SYMLINK_NOFOLLOW) ||
		    !S_ISREG(st.st_mode) || now - st.st_mtime < DAY)
			continue;
		(void)unlinkat(dirfd(dir), entry->d_name, 0);
	}
	if (dir)
		closedir(dir);
	buf_release(&folder);
}

static void add_age(struct buf *out, int64_t seconds)
{
	static const struct {
		int64_t length;
		const char *name;
	} units[] = { { DAY, "day" },
		      { HOUR, "hour" },
		      { MINUTE, "minute" },
		      { 1, "second" } };
	size_t i = 0;

	while (i < COUNT_OF(units) - 1 && seconds < units[i].length)
		i++;
	int64_t n = seconds < 0 ? 0 : seconds / units[i].length;
	buf_printf(out, "%lld %s%s", (long long)n, units[i].name,
		   n == 1 ? "" : "s");
}

void leftovers_report_lock(const char *git, const char *ref, struct diag *d)
{
	struct buf path = { 0 }, age = { 0 }, help = { 0 };
	struct stat st;

	buf_printf(&path, "%s%s.lock", git, ref);
	if (stat(buf_zstr(&path), &st) == 0) {
		add_age(&age, (int64_t)(time(NULL) - st.st_mtime));
		buf_printf(&help,
			   "if no other program is at work in this "
			   "repository, it was forgotten: rm '%s'",
			   path.ptr);
		diag_add(d, DIAG_LOCKED, place_of(path.ptr), buf_zstr(&help),
			 "the branch is locked, since %s", buf_zstr(&age));
	} else {
		diag_add(d, DIAG_LOCKED, place_of(git),
			 "somebody else is writing to it: try again",
			 "%s was locked all the time", ref);
	}
	buf_release(&path);
	buf_release(&age);
	buf_release(&help);
}
