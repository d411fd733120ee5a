/*
 * tree.c - git trees from a sorted list of files.
 */
#include "publisher/tree.h"

static int by_path(const void *a, const void *b)
{
	const struct tree_file *left = a, *right = b;

	return slice_cmp(left->path, right->path);
}

void tree_sort(struct tree_list *list)
{
	if (list->files.count)
		qsort(list->files.items, list->files.count,
		      sizeof *list->files.items, by_path);
}

const struct tree_file *tree_find(const struct tree_list *list,
				  struct slice path)
{
	struct tree_file key = { .path = path };

	if (!list->files.count)
		return NULL;
	return bsearch(&key, list->files.items, list->files.count, sizeof key,
		       by_path);
}

/* The folders of a path that the path before it does not share. */
static struct slice file_as_folder(const struct tree_list *list,
				   struct slice before, struct slice path)
{
	for (size_t i = slice_find(path, '/', 0); i < path.len;
	     i = slice_find(path, '/', i + 1)) {
		struct slice folder = slice_sub(path, 0, i);

		if (slice_starts(before, slice_sub(path, 0, i + 1)))
			continue;
		if (tree_find(list, folder))
			return folder;
	}
	return SLICE("");
}

struct slice tree_conflict(const struct tree_list *list)
{
	struct slice before = SLICE(""), found;

	for (size_t i = 0; i < list->files.count; i++) {
		struct slice path = list->files.items[i].path;

		if (slice_eq(path, before))
			return path;
		found = file_as_folder(list, before, path);
		if (found.len)
			return found;
		before = path;
	}
	return SLICE("");
}

/* What stays the same through the recursion. */
struct builder {
	const struct tree_file *files;
	struct hasher *hasher;
	tree_emit_fn *emit;
	void *ctx;
};

static void add_entry(struct buf *tree, const char *mode, struct slice name,
		      const struct oid *id)
{
	buf_printf(tree, "%s %.*s", mode, SLICE_ARG(name));
	buf_byte(tree, '\0');
	buf_add(tree, slice_make((const char *)id->bytes, OID_BYTES));
}

/* One past the last file below the folder that files[from] shows at `depth`. */
static size_t folder_end(const struct builder *b, size_t from, size_t to,
			 size_t length)
{
	struct slice folder = slice_sub(b->files[from].path, 0, length);

	while (from < to && slice_starts(b->files[from].path, folder))
		from++;
	return from;
}

/* The tree of files [from, to), which share their first `skip` bytes. */
static bool build_folder(const struct builder *b, size_t from, size_t to,
			 size_t skip, struct oid *out)
{
	struct buf tree = { 0 };
	bool ok = false;

	while (from < to) {
		struct slice path = b->files[from].path;
		size_t slash = slice_find(path, '/', skip);
		struct slice name = slice_sub(path, skip, slash);

		if (slash == path.len) {
			add_entry(&tree, "100644", name, &b->files[from].id);
			from++;
			continue;
		}
		size_t end = folder_end(b, from, to, slash + 1);
		struct oid below;
		if (!build_folder(b, from, end, slash + 1, &below))
			goto out;
		add_entry(&tree, "40000", name, &below);
		from = end;
	}
	hasher_object(b->hasher, OBJECT_TREE, buf_slice(&tree), out);
	ok = b->emit(b->ctx, out, buf_slice(&tree));
out:
	buf_release(&tree);
	return ok;
}

bool tree_build(const struct tree_list *list, struct hasher *hasher,
		tree_emit_fn *emit, void *ctx, struct oid *root)
{
	struct builder b = { .files = list->files.items,
			     .hasher = hasher,
			     .emit = emit,
			     .ctx = ctx };

	return build_folder(&b, 0, list->files.count, 0, root);
}
