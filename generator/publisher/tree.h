/*
 * tree.h - git trees from a list of files, bottom-up, as plain data: knows
 * the format of a tree object and nothing of a repository.
 */
#ifndef PUBLISHER_TREE_H
#define PUBLISHER_TREE_H

#include "base/buf.h"
#include "publisher/oid.h"

/* A plain file of the site (mode 100644). */
struct tree_file {
	struct slice path;
	struct oid id;
};
struct tree_list {
	VEC(struct tree_file) files;
};

/* By the bytes of the path; this is git's own order, too. */
void tree_sort(struct tree_list *list);
/* The file with this path in a sorted list, or NULL. */
const struct tree_file *tree_find(const struct tree_list *list,
				  struct slice path);
/*
 * A path of a sorted list that is there twice, or is both a file and the
 * folder of another one. Empty if all is well.
 */
struct slice tree_conflict(const struct tree_list *list);

/*
 * Names every tree of a sorted list without conflicts, folders before what
 * holds them, and gives each to emit: the same list, the same ids. Ends early
 * and returns false when emit does.
 */
typedef bool tree_emit_fn(void *ctx, const struct oid *id,
			  struct slice content);
MUST_CHECK bool tree_build(const struct tree_list *list, struct hasher *hasher,
			   tree_emit_fn *emit, void *ctx, struct oid *root);

#endif
