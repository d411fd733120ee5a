/*
 * fs.h - files: whole reads, sorted walks, whole writes. Paths are relative to
 * an open folder where that matters, and no symbolic link is ever followed
 * below it: scraped trees and output folders are not trusted.
 */
#ifndef BASE_FS_H
#define BASE_FS_H

#include "base/buf.h"
#include "base/diag.h"

/*
 * Reads a regular file below the folder `root` (an open descriptor, or
 * AT_FDCWD) into out, replacing its content. Opened without following links in
 * the last component. Returns 0 or an errno; EFBIG if longer than cap bytes,
 * ELOOP for a link, EINVAL for what is no regular file.
 */
MUST_CHECK int fs_read(struct buf *out, int root, const char *path, size_t cap);

/*
 * Opens such a file as fs_read does, to be read in parts. 0 or an errno; the
 * caller closes *fd.
 */
MUST_CHECK int fs_open(int root, const char *path, int *fd);
/*
 * Reads up to n bytes from `offset` on into `to`; *got is less than n only at
 * the end of the file. 0 or an errno.
 */
MUST_CHECK int fs_read_at(int fd, uint64_t offset, char *to, size_t n,
			  size_t *got);

/*
 * Makes a file without a name in a folder, for what is too long for memory; it
 * is gone when *fd is closed, however the program ends. 0 or an errno.
 */
MUST_CHECK int fs_spool(const char *folder, int *fd);
/* Writes all bytes from `offset` on. 0 or an errno. */
MUST_CHECK int fs_write_at(int fd, uint64_t offset, struct slice bytes);

enum fs_kind {
	FS_FILE,
	FS_LINK,
	FS_OTHER,     /* fifo, socket, device */
	FS_UNREADABLE /* a folder that could not be read; err says why */
};
struct fs_entry {
	const char *path; /* below the walked folder, '/' between parts */
	enum fs_kind kind;
	uint64_t size;
	int err;
};
typedef void fs_visit_fn(void *ctx, const struct fs_entry *entry);

/*
 * Calls visit for everything but folders below `root`, in byte order of the
 * names within each folder. Names that start with a dot are passed over.
 * Returns 0, or the errno of opening root itself. Links are reported, not
 * followed. Depth is limited to FS_MAX_DEPTH (ELOOP on the folder beyond).
 */
#define FS_MAX_DEPTH 64
MUST_CHECK int fs_walk(const char *root, fs_visit_fn *visit, void *ctx);

/* Makes a folder and its parents (links in them are followed). 0 or errno. */
MUST_CHECK int fs_make_folders(const char *path);

/*
 * Writes a whole file below the open folder `root`: a temporary file beside
 * it, then rename, so that a reader sees the old or the new content. The
 * folder of `path` must exist. Returns 0 or an errno; on failure the temporary
 * file is removed and the old content stands. With `sync` the data is flushed
 * to the disk before the rename.
 */
MUST_CHECK int fs_write(int root, const char *path, struct slice bytes,
			bool sync);

#endif
