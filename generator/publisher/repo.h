/*
 * repo.h - the git repository: the one adapter to libgit2. Reads the branch
 * and its tree, takes objects in, makes the commit and moves references by
 * compare-and-swap. Never touches a work tree, an index or HEAD, runs no hook
 * or filter.
 *
 * One thread at a time: whoever shares a repository locks around it. Every
 * function that returns false has reported.
 */
#ifndef PUBLISHER_REPO_H
#define PUBLISHER_REPO_H

#include "base/diag.h"
#include "publisher/oid.h"

struct repo;

/* The repository in `path` or above it; NULL after reporting. */
MUST_CHECK struct repo *repo_open(const char *path, struct diag *d);
void repo_free(struct repo *r);
/* Its own folder (".git/"), shared by all work trees; ends in '/'. */
const char *repo_folder(const struct repo *r);
/* Reports what would fail later: folders that cannot be written. */
MUST_CHECK bool repo_check_writable(struct repo *r);

/* --- references --- */

/* A branch name git accepts, and that no program takes for an option. */
bool repo_branch_valid(const char *branch);
/* Whether some work tree has it checked out, be it without a commit yet. */
bool repo_is_checked_out(struct repo *r, const char *ref);
/* What ref points to; *found says whether it exists. */
MUST_CHECK bool repo_read_ref(struct repo *r, const char *ref, struct oid *out,
			      bool *found);
/*
 * Points ref to `to` if it still is what it was: `from`, or NULL for "does
 * not exist". Waits a little for a lock.
 */
MUST_CHECK bool repo_move_ref(struct repo *r, const char *ref,
			      const struct oid *from, const struct oid *to,
			      const char *log);
/* Points it there whatever it was; reports nothing. */
bool repo_force_ref(struct repo *r, const char *ref, const struct oid *to);

/* --- commits and trees --- */

struct repo_commit {
	struct oid tree;
	int64_t time;
};
MUST_CHECK bool repo_read_commit(struct repo *r, const struct oid *id,
				 struct repo_commit *out);
/* Whether `newer` has `older` among its ancestors or is it. False if either
   is not in the repository. */
bool repo_contains(struct repo *r, const struct oid *newer,
		   const struct oid *older);

enum entry_kind {
	ENTRY_FILE, /* mode 100644 */
	ENTRY_TREE,
	ENTRY_OTHER, /* a link, a program, a submodule */
};
typedef void repo_entry_fn(void *ctx, struct slice path, enum entry_kind kind,
			   const struct oid *id);
/* Everything below a tree, in git's order, a folder before its content. */
MUST_CHECK bool repo_walk_tree(struct repo *r, const struct oid *tree,
			       repo_entry_fn *entry, void *ctx);

struct repo_new_commit {
	struct oid tree;
	const struct oid *parent; /* or NULL */
	const struct oid *merged; /* a second parent, or NULL */
	int64_t time;		  /* UTC */
	const char *message;
};
MUST_CHECK bool repo_make_commit(struct repo *r,
				 const struct repo_new_commit *commit,
				 struct oid *out);

/* --- objects in --- */

enum object_state {
	OBJECT_ABSENT,
	OBJECT_SOUND,
	OBJECT_DAMAGED, /* there, but cannot be read or is another */
};
enum object_state repo_has(struct repo *r, const struct oid *id);
/* One loose object; writes nothing if it is there. */
MUST_CHECK bool repo_add_object(struct repo *r, enum object_type type,
				struct slice content);
/* A whole pack, in pieces; libgit2 reads and hashes all of it again. */
MUST_CHECK bool repo_pack_begin(struct repo *r);
MUST_CHECK bool repo_pack_add(struct repo *r, struct slice piece);
/* Puts the pack in place, flushed to the disk, or throws it away. */
MUST_CHECK bool repo_pack_end(struct repo *r);
void repo_pack_abort(struct repo *r);

#endif
