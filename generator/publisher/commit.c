/*
 * commit.c - the site as a commit. Pages are named (hashed) by the workers
 * and compared with the tree that the branch has; only what is new is kept,
 * in a spool. At the end trees, objects, commit, and last of all the branch,
 * by compare-and-swap: whatever fails before that, the branch stands.
 */
#include "publisher/publisher.h"

#include <pthread.h>

#include "publisher/leftovers.h"
#include "publisher/pack.h"
#include "publisher/path.h"
#include "publisher/repo.h"
#include "publisher/tree.h"

/*
 * Up to so many new objects become files of their own, more become a pack.
 * Each file costs its own flush to the disk, a pack two; but one publish an
 * hour would make thousands of packs, and each slows every look-up down.
 */
enum {
	LOOSE_MAX = 32
};

struct worker {
	struct arena paths;
	struct tree_list files;
	struct hasher *hasher;
	bool failed;
};

struct publish {
	struct arena arena;
	struct diag *d;
	struct repo *repo;
	const char *branch, *ref, *remote; /* remote may be NULL */
	bool dry_run;
	int64_t epoch;

	bool has_local, has_parent, has_merged;
	struct oid local;  /* where the branch was when we came */
	struct oid parent; /* what the commit builds on: that, or newer */
	struct oid merged; /* the remote's, where the two went apart */
	struct repo_commit parent_commit;
	struct tree_list old; /* its plain files */
	size_t old_others;    /* links, programs: removed, as all is ours */

	pthread_mutex_t lock;	/* over the two below, and repo */
	struct oid_set written; /* in the old tree, or spooled by now */
	bool mend; /* an object is there but damaged: a pack overrules it */
	struct pack *pack;
	struct worker *workers;
	unsigned count;
};

/* --- opening ------------------------------------------------------------ */

static bool check_branch(struct publish *p)
{
	if (!repo_is_checked_out(p->repo, p->ref))
		return true;
	diag_add(p->d, DIAG_USAGE, place_of(repo_folder(p->repo)),
		 "publish to a branch that nobody works on, or switch that "
		 "work tree to another one",
		 "the branch %s is checked out: its files would look as if "
		 "all of them had been changed back",
		 p->branch);
	return false;
}

/* The branch itself, or what the remote is known to have if that is newer. */
static bool find_parent(struct publish *p)
{
	bool has_remote = false;
	struct oid remote;

	if (!repo_read_ref(p->repo, p->ref, &p->local, &p->has_local))
		return false;
	if (p->remote) {
		const char *ref = arena_printf(&p->arena, "refs/remotes/%s/%s",
					       p->remote, p->branch)
				      .ptr;
		if (!repo_read_ref(p->repo, ref, &remote, &has_remote))
			return false;
	}
	p->has_parent = p->has_local || has_remote;
	p->parent = p->local;
	if (has_remote &&
	    (!p->has_local || repo_contains(p->repo, &remote, &p->local)))
		p->parent = remote;
	else if (has_remote && !repo_contains(p->repo, &p->local, &remote)) {
		/* Somebody else published too: both histories stay. */
		p->has_merged = true;
		p->merged = remote;
	}
	return true;
}

static void add_old(void *ctx, struct slice path, enum entry_kind kind,
		    const struct oid *id)
{
	struct publish *p = ctx;

	if (kind != ENTRY_OTHER)
		oid_set_add(&p->written, id);
	if (kind == ENTRY_FILE)
		vec_push(&p->old.files, (struct tree_file){
					    arena_copy(&p->arena, path), *id });
	else if (kind == ENTRY_OTHER)
		p->old_others++;
}

static bool read_parent(struct publish *p)
{
	if (!p->has_parent)
		return true;
	if (!repo_read_commit(p->repo, &p->parent, &p->parent_commit) ||
	    !repo_walk_tree(p->repo, &p->parent_commit.tree, add_old, p))
		return false;
	oid_set_add(&p->written, &p->parent_commit.tree);
	/* Nearly sorted; a tree that somebody else made may be in disorder. */
	tree_sort(&p->old);
	return true;
}

static bool make_workers(struct publish *p, unsigned count)
{
	p->workers = ARENA_ARRAY(&p->arena, struct worker, count);
	p->count = count;
	for (unsigned i = 0; i < count; i++) {
		p->workers[i].hasher = hasher_new();
		if (p->workers[i].hasher)
			continue;
		diag_add(p->d, DIAG_MACHINE, (struct place){ 0 },
			 "look at the configuration of OpenSSL: git's names "
			 "are SHA-1",
			 "this OpenSSL does not offer SHA-1");
		return false;
	}
	return true;
}

static bool prepare(struct publish *p, const struct publish_options *options)
{
	if (!repo_branch_valid(options->branch)) {
		diag_add(p->d, DIAG_USAGE, (struct place){ 0 },
			 "letters, digits and hyphens do, for example "
			 "gh-pages",
			 "\"%s\" cannot be the name of a branch",
			 options->branch);
		return false;
	}
	p->repo = repo_open(options->repository, p->d);
	if (!p->repo || !check_branch(p) ||
	    (!p->dry_run && !repo_check_writable(p->repo)))
		return false;
	if (!p->dry_run)
		leftovers_sweep(repo_folder(p->repo));

	const char *spool =
	    arena_printf(&p->arena, "%sobjects/pack", repo_folder(p->repo)).ptr;
	p->pack = pack_new(spool, options->workers, p->d);
	return make_workers(p, options->workers) && find_parent(p) &&
	       read_parent(p);
}

struct publish *publish_open(const struct publish_options *options,
			     struct diag *d)
{
	struct arena arena = { 0 };
	struct publish *p = ARENA_NEW(&arena, struct publish);

	p->arena = arena;
	p->d = d;
	p->branch = arena_zstr(&p->arena, slice_of(options->branch));
	p->ref = arena_printf(&p->arena, "refs/heads/%s", p->branch).ptr;
	if (options->remote)
		p->remote = arena_zstr(&p->arena, slice_of(options->remote));
	p->dry_run = options->dry_run;
	p->epoch = options->epoch;
	if (pthread_mutex_init(&p->lock, NULL))
		BUG("a mutex that cannot be made");
	if (prepare(p, options))
		return p;
	publish_free(p);
	return NULL;
}

void publish_free(struct publish *p)
{
	if (!p)
		return;
	for (unsigned i = 0; i < p->count; i++) {
		struct worker *w = &p->workers[i];

		hasher_free(w->hasher);
		vec_release(&w->files.files);
		arena_release(&w->paths);
	}
	pack_free(p->pack);
	repo_free(p->repo);
	vec_release(&p->old.files);
	oid_set_release(&p->written);
	pthread_mutex_destroy(&p->lock);
	struct arena arena = p->arena;
	arena_release(&arena);
}

/* --- one file ----------------------------------------------------------- */

/* Whether this object has to be spooled; the first to ask is told so. */
static bool claim(struct publish *p, const struct oid *id)
{
	enum object_state state = OBJECT_SOUND;

	if (pthread_mutex_lock(&p->lock))
		BUG("a lock that cannot be taken");
	if (oid_set_add(&p->written, id))
		state = repo_has(p->repo, id);
	p->mend |= state == OBJECT_DAMAGED;
	if (pthread_mutex_unlock(&p->lock))
		BUG("a lock that was not held");
	return state != OBJECT_SOUND;
}

bool publish_put(struct publish *p, unsigned worker, struct slice path,
		 struct slice bytes)
{
	struct worker *w = &p->workers[worker];
	const struct tree_file *old;
	struct tree_file file;
	bool ok = path_check(path, p->d);

	if (ok) {
		hasher_object(w->hasher, OBJECT_BLOB, bytes, &file.id);
		file.path = arena_copy(&w->paths, path);
		vec_push(&w->files.files, file);
		old = p->dry_run ? NULL : tree_find(&p->old, path);
		if (!p->dry_run && !(old && oid_eq(&old->id, &file.id)) &&
		    claim(p, &file.id))
			ok = pack_add(p->pack, worker, OBJECT_BLOB, bytes);
	}
	w->failed |= !ok;
	return ok;
}

/* --- the end ------------------------------------------------------------ */

/* All files that were put, sorted. */
static bool gather(struct publish *p, struct tree_list *all)
{
	struct slice conflict;

	for (unsigned i = 0; i < p->count; i++) {
		const struct worker *w = &p->workers[i];

		if (w->failed)
			return false;
		for (size_t j = 0; j < w->files.files.count; j++)
			vec_push(&all->files, w->files.files.items[j]);
	}
	if (!all->files.count) {
		diag_add(p->d, DIAG_CONTENT, (struct place){ 0 },
			 "to take a site down, delete its branch",
			 "there is not one file to publish");
		return false;
	}
	tree_sort(all);
	conflict = tree_conflict(all);
	if (!conflict.len)
		return true;
	diag_add(p->d, DIAG_MACHINE, (struct place){ conflict, 0, 0 },
		 "this is a fault of arsip: please report it",
		 "two pages were made for one path");
	return false;
}

static void count_differences(const struct publish *p,
			      const struct tree_list *now,
			      struct publish_result *r)
{
	size_t i = 0, j = 0;

	while (i < p->old.files.count || j < now->files.count) {
		const struct tree_file *old = p->old.files.items + i;
		const struct tree_file *new = now->files.items + j;
		int c = i == p->old.files.count ? 1
			: j == now->files.count
			    ? -1
			    : slice_cmp(old->path, new->path);

		i += c <= 0;
		j += c >= 0;
		if (c)
			*(c < 0 ? &r->removed : &r->added) += 1;
		else if (oid_eq(&old->id, &new->id))
			r->unchanged++;
		else
			r->changed++;
	}
	r->removed += p->old_others;
}

static bool add_tree(void *ctx, const struct oid *id, struct slice content)
{
	struct publish *p = ctx;

	/* A folder as it was before is known by its name already. */
	return p->dry_run || !claim(p, id) ||
	       pack_add(p->pack, 0, OBJECT_TREE, content);
}

static bool add_loose(void *ctx, enum object_type type, struct slice content)
{
	struct publish *p = ctx;

	return repo_add_object(p->repo, type, content);
}

static bool add_piece(void *ctx, struct slice piece)
{
	struct publish *p = ctx;

	return repo_pack_add(p->repo, piece);
}

/* From the spool into the repository, flushed to the disk. */
static bool store_objects(struct publish *p)
{
	if (!pack_count(p->pack))
		return true;
	if (pack_count(p->pack) <= LOOSE_MAX && !p->mend)
		return pack_each(p->pack, add_loose, p);
	if (!repo_pack_begin(p->repo))
		return false;
	if (pack_stream(p->pack, p->workers[0].hasher, add_piece, p))
		return repo_pack_end(p->repo);
	repo_pack_abort(p->repo);
	return false;
}

static size_t count_pages(const struct tree_list *files)
{
	size_t n = 0;

	for (size_t i = 0; i < files->files.count; i++)
		n += slice_ends(files->files.items[i].path, SLICE(".html"));
	return n;
}

/* The commit time: given or now, but no commit is older than its parent. */
static int64_t commit_time(const struct publish *p)
{
	int64_t when = p->epoch >= 0 ? p->epoch : (int64_t)time(NULL);

	if (p->has_parent && when < p->parent_commit.time)
		when = p->parent_commit.time;
	return when;
}

static bool make_commit(struct publish *p, const struct tree_list *files,
			const struct oid *tree, const struct publish_result *r,
			struct oid *out)
{
	size_t pages = count_pages(files);
	struct buf message = { 0 };
	struct repo_new_commit commit = {
		.tree = *tree,
		.parent = p->has_parent ? &p->parent : NULL,
		.merged = p->has_merged ? &p->merged : NULL,
		.time = commit_time(p),
	};

	buf_printf(&message,
		   "Publish the archive: %zu page%s\n\n"
		   "Files added: %zu\nFiles changed: %zu\n"
		   "Files removed: %zu\n",
		   pages, pages == 1 ? "" : "s", r->added, r->changed,
		   r->removed);
	commit.message = buf_zstr(&message);
	bool ok = repo_make_commit(p->repo, &commit, out);
	buf_release(&message);
	return ok;
}

static bool move_branch(struct publish *p, const struct oid *to)
{
	const char *previous =
	    arena_printf(&p->arena, "refs/arsip/previous/%s", p->branch).ptr;

	/* The way back, where there is no reflog (a bare repository). */
	if (p->has_local && !repo_force_ref(p->repo, previous, &p->local))
		diag_add(p->d, DIAG_WARNING, place_of(repo_folder(p->repo)),
			 "look at its rights and for a forgotten .lock file",
			 "cannot set %s, which keeps what was published "
			 "before",
			 previous);
	return repo_move_ref(p->repo, p->ref, p->has_local ? &p->local : NULL,
			     to, "arsip: publish");
}

/* The trees are named; now everything becomes real. */
static bool commit_tree(struct publish *p, const struct tree_list *files,
			const struct oid *tree, struct publish_result *result)
{
	struct oid commit;

	if (p->has_parent && !p->has_merged &&
	    oid_eq(tree, &p->parent_commit.tree)) {
		/* Nothing new, but the remote may have been ahead of us. */
		return (p->has_local && oid_eq(&p->local, &p->parent)) ||
		       move_branch(p, &p->parent);
	}
	if (!store_objects(p) ||
	    !make_commit(p, files, tree, result, &commit) ||
	    !move_branch(p, &commit))
		return false;
	oid_hex(&commit, result->commit);
	result->moved = true;
	return true;
}

bool publish_finish(struct publish *p, struct publish_result *result)
{
	struct tree_list files = { 0 };
	struct oid tree;
	bool ok = false;

	*result = (struct publish_result){ 0 };
	if (!gather(p, &files) ||
	    !tree_build(&files, p->workers[0].hasher, add_tree, p, &tree))
		goto out;
	count_differences(p, &files, result);
	oid_hex(&tree, result->tree);
	if (p->has_parent)
		oid_hex(&p->parent, result->parent);
	ok = p->dry_run || commit_tree(p, &files, &tree, result);
out:
	vec_release(&files.files);
	return ok;
}
