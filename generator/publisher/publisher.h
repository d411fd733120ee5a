/*
 * publisher.h - where (path, bytes) go: the folder public/, or objects and a
 * commit in a git repository. The only face of this room. It knows nothing of
 * articles or templates; a path is relative, with '/' between its parts, and
 * is refused unless every part is plain ASCII (letters, digits, "-", "_", ".")
 * and neither "." nor ".." nor ".git".
 */
#ifndef PUBLISHER_PUBLISHER_H
#define PUBLISHER_PUBLISHER_H

#include "base/diag.h"

/*
 * --- the folder ---------------------------------------------------------
 * Writes only files whose bytes differ, each whole by rename; removes only
 * what an earlier build wrote and this one did not. Which files are ours is
 * remembered in `state` (a folder, made when missing): "manifest" after a
 * build that ended, "pending" while one runs, so that a killed build leaves
 * nothing behind that a later one would not know as ours.
 */
struct folder_counts {
	size_t written, unchanged, removed;
	uint64_t bytes; /* of all files of the site */
};
struct folder;

/* NULL after reporting. Nothing below `folder` is touched yet. */
MUST_CHECK struct folder *folder_open(const char *folder, const char *state,
				      unsigned workers, struct diag *d);
/*
 * One file. Thread-safe for different workers. A link inside the folder is
 * never followed. After a failure (reported) the rest may still be put.
 */
bool folder_put(struct folder *f, unsigned worker, struct slice path,
		struct slice bytes);
/*
 * Removes what is ours and was not put, with folders left empty, and writes
 * the manifest. After a failed put nothing is removed. False after reporting.
 */
MUST_CHECK bool folder_finish(struct folder *f, struct folder_counts *counts);
void folder_free(struct folder *f);

/*
 * --- git ----------------------------------------------------------------
 * Blobs, trees, one commit, and the branch moved by compare-and-swap; work
 * tree, index and HEAD are never touched. No change, no commit. The site is
 * the whole tree of the branch.
 */
struct publish_options {
	const char *repository; /* a folder in or of the repository */
	const char *branch;	/* "gh-pages"; checked as a ref name */
	const char *remote;	/* for the parent when the branch is new, or
				   behind refs/remotes/<remote>/<branch>; or
				   NULL */
	bool dry_run;		/* compare only; writes nothing at all */
	int64_t epoch;		/* commit time in seconds; -1: the clock */
	unsigned workers;
};
struct publish_result {
	char commit[41], tree[41], parent[41]; /* hex; "" if there is none */
	size_t added, changed, removed, unchanged; /* files */
	bool moved; /* a commit was made and the branch moved */
};
struct publish;

/* NULL after reporting. Nothing is written yet. */
MUST_CHECK struct publish *publish_open(const struct publish_options *options,
					struct diag *d);
/* One file. Thread-safe for different workers. */
bool publish_put(struct publish *p, unsigned worker, struct slice path,
		 struct slice bytes);
/*
 * Writes the trees and the commit and moves the branch. After a failed put
 * nothing of that happens. False after reporting.
 */
MUST_CHECK bool publish_finish(struct publish *p,
			       struct publish_result *result);
void publish_free(struct publish *p);

/*
 * --- push ---------------------------------------------------------------
 * `git push --porcelain --force-with-lease=<ref>:<what the remote had>` as a
 * child, no shell. Refused before that when the remote's branch holds commits
 * that ours does not. Reports each ref on `out`; what the remote refuses is
 * DIAG_REMOTE.
 */
struct push_options {
	const char *repository, *branch, *remote;
	FILE *out; /* a line for each ref; NULL for none */
};
bool push_branch(const struct push_options *options, struct diag *d);
/*
 * False, after reporting (DIAG_USAGE), for what is no name or plain address of
 * a remote: an option, a command ("ext::sh -c ..."), a control character.
 */
bool push_remote_allowed(const char *remote, struct diag *d);

#endif
