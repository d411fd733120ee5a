/*
 * repo.c - libgit2, and what its errors mean to whoever runs us.
 */
#include "publisher/repo.h"

#include <errno.h>
#include <git2.h>
#include <git2/sys/commit.h>
#include <unistd.h>

#include "base/buf.h"
#include "publisher/leftovers.h"

struct repo {
	struct arena arena;
	struct diag *d;
	git_repository *git;
	git_odb *objects;
	git_odb_writepack *packing;
	git_indexer_progress progress; /* libgit2 counts in it */
	const char *folder;
};

static const char *last_error(void)
{
	const git_error *error = git_error_last();

	return error && error->message ? error->message : "no reason given";
}

static bool error_has(const char *part)
{
	return strstr(last_error(), part) != NULL;
}

static bool failed(const struct repo *r, const char *what)
{
	diag_add(r->d, DIAG_MACHINE, place_of(r->folder),
		 "run `git fsck` there; if it is content, look at the free "
		 "space and the rights of that folder",
		 "%s: %s", what, last_error());
	return false;
}

static const git_oid *to_git(const struct oid *id)
{
	_Static_assert(sizeof(git_oid) == sizeof(struct oid), "SHA-1 names");
	return (const git_oid *)(const void *)id;
}

static void from_git(struct oid *out, const git_oid *id)
{
	memcpy(out->bytes, id->id, OID_BYTES);
}

/* --- opening ------------------------------------------------------------ */

static void report_open(const char *path, int rc, struct diag *d)
{
	struct buf help = { 0 };

	/* libgit2 1.5 says the latter where it means the former. */
	if (rc == GIT_EOWNER || error_has("safe.directory")) {
		buf_printf(&help,
			   "if you trust it: git config --global --add "
			   "safe.directory \"$(realpath '%s')\"",
			   path);
		diag_add(d, DIAG_MACHINE, place_of(path), buf_zstr(&help),
			 "this repository belongs to another user");
	} else if (error_has("extension") || error_has("repositoryformat") ||
		   error_has("repository version")) {
		diag_add(d, DIAG_MACHINE, place_of(path),
			 "publish into a repository of the usual format "
			 "(SHA-1, references as files): git init DIR",
			 "this repository is of a kind libgit2 cannot "
			 "write: %s",
			 last_error());
	} else if (rc == GIT_ENOTFOUND) {
		diag_add(d, DIAG_USAGE, place_of(path),
			 "make one with `git init`, or name one with "
			 "--repository",
			 "no git repository here or in a folder above");
	} else {
		diag_add(d, DIAG_MACHINE, place_of(path),
			 "see whether `git -C DIR status` works there",
			 "cannot open the git repository: %s", last_error());
	}
	buf_release(&help);
}

/*
 * Opens; a personal configuration that cannot be read (HOME of another user,
 * as in containers) is left out, as all we want of it is a name.
 */
static int open_git(git_repository **out, const char *path, struct diag *d)
{
	int rc = git_repository_open_ext(out, path, 0, NULL);

	if (!rc || error_has("safe.directory") ||
	    (!error_has(".gitconfig") && !error_has("git/config")) ||
	    !error_has("failed to stat"))
		return rc;
	diag_add(d, DIAG_WARNING, place_of(path),
		 "let HOME name a folder that you may read",
		 "your own git configuration is left out: %s", last_error());
	git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_GLOBAL, "");
	git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, "");
	return git_repository_open_ext(out, path, 0, NULL);
}

struct repo *repo_open(const char *path, struct diag *d)
{
	struct arena arena = { 0 };
	struct repo *r = ARENA_NEW(&arena, struct repo);
	int rc;

	r->d = d;
	r->arena = arena;
	if (git_libgit2_init() < 0)
		BUG("libgit2 cannot be started");
	/* Without it a power cut may leave an empty file for a branch. */
	git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
	rc = open_git(&r->git, path, d);
	if (!rc)
		rc = git_repository_odb(&r->objects, r->git);
	if (rc) {
		report_open(path, rc, d);
		repo_free(r);
		return NULL;
	}
	r->folder = git_repository_commondir(r->git);
	return r;
}

void repo_free(struct repo *r)
{
	if (!r)
		return;
	repo_pack_abort(r);
	git_odb_free(r->objects);
	git_repository_free(r->git);
	git_libgit2_shutdown();
	struct arena arena = r->arena;
	arena_release(&arena);
}

const char *repo_folder(const struct repo *r)
{
	return r->folder;
}

bool repo_check_writable(struct repo *r)
{
	static const char *const folders[] = { "objects", "refs",
					       "refs/heads" };
	struct buf path = { 0 };
	bool ok = true;

	for (size_t i = 0; i < COUNT_OF(folders); i++) {
		buf_clear(&path);
		buf_printf(&path, "%s%s", r->folder, folders[i]);
		if (access(buf_zstr(&path), W_OK) == 0 || errno == ENOENT)
			continue;
		diag_errno(r->d, path.ptr, errno, "cannot write",
			   "publish as the owner of the repository, or give "
			   "yourself the right to write there");
		ok = false;
	}
	buf_release(&path);
	return ok;
}

/* --- references --------------------------------------------------------- */

bool repo_branch_valid(const char *branch)
{
	int valid = 0;

	/* Asked before any repository is open. */
	if (git_libgit2_init() < 0)
		BUG("libgit2 cannot be started");
	bool ok = git_branch_name_is_valid(&valid, branch) == 0 && valid &&
		  branch[0] != '-';
	git_libgit2_shutdown();
	return ok;
}

/* HEAD names the branch, also one that has no commit yet. */
static bool is_head(const struct repo *r, const char *ref)
{
	git_reference *head = NULL;
	const char *target;
	bool is = false;

	if (git_repository_is_bare(r->git) ||
	    git_reference_lookup(&head, r->git, "HEAD"))
		return false;
	target = git_reference_symbolic_target(head);
	is = target && strcmp(target, ref) == 0;
	git_reference_free(head);
	return is;
}

bool repo_is_checked_out(struct repo *r, const char *ref)
{
	git_reference *branch = NULL;
	bool is = is_head(r, ref);

	if (!is && git_reference_lookup(&branch, r->git, ref) == 0)
		is = git_branch_is_checked_out(branch) == 1;
	git_reference_free(branch);
	return is;
}

bool repo_read_ref(struct repo *r, const char *ref, struct oid *out,
		   bool *found)
{
	git_oid id;
	int rc = git_reference_name_to_id(&id, r->git, ref);

	*found = rc == 0;
	if (*found)
		from_git(out, &id);
	/* A name that cannot exist (a URL as the remote) does not. */
	if (!rc || rc == GIT_ENOTFOUND || rc == GIT_EINVALIDSPEC)
		return true;
	return failed(r, "cannot read the branch");
}

/* One try; 0 or an error of libgit2. */
static int move_ref(struct repo *r, const char *ref, const struct oid *from,
		    const struct oid *to, const char *log)
{
	static const struct oid nothing;
	git_reference *moved = NULL;
	int rc =
	    git_reference_create_matching(&moved, r->git, ref, to_git(to), 1,
					  to_git(from ? from : &nothing), log);

	git_reference_free(moved);
	return rc;
}

bool repo_move_ref(struct repo *r, const char *ref, const struct oid *from,
		   const struct oid *to, const char *log)
{
	enum {
		TRIES = 8,
		FIRST_WAIT_MS = 10
	}; /* 2.5 s in all */
	int rc = move_ref(r, ref, from, to, log);

	for (int try = 0; rc == GIT_ELOCKED && try < TRIES; try++) {
		long ms = (long)FIRST_WAIT_MS << try;
		struct timespec wait = { ms / 1000, ms % 1000 * 1000000 };

		nanosleep(&wait, NULL);
		rc = move_ref(r, ref, from, to, log);
	}
	if (rc == GIT_ELOCKED) {
		leftovers_report_lock(r->folder, ref, r->d);
	} else if (rc == GIT_EMODIFIED || (rc == GIT_ENOTFOUND && from)) {
		diag_add(r->d, DIAG_LOCKED, place_of(r->folder),
			 "publish again: it builds on what is there now",
			 "somebody else moved %s while we were at work", ref);
	} else if (rc) {
		return failed(r, "cannot move the branch");
	}
	return !rc;
}

bool repo_force_ref(struct repo *r, const char *ref, const struct oid *to)
{
	git_reference *made = NULL;
	int rc =
	    git_reference_create(&made, r->git, ref, to_git(to), 1, "arsip");

	git_reference_free(made);
	return !rc;
}

/* --- commits and trees -------------------------------------------------- */

bool repo_read_commit(struct repo *r, const struct oid *id,
		      struct repo_commit *out)
{
	git_commit *commit = NULL;

	if (git_commit_lookup(&commit, r->git, to_git(id)))
		return failed(r, "cannot read the commit of the branch");
	from_git(&out->tree, git_commit_tree_id(commit));
	out->time = git_commit_time(commit);
	git_commit_free(commit);
	return true;
}

bool repo_contains(struct repo *r, const struct oid *newer,
		   const struct oid *older)
{
	git_commit *commit = NULL;

	if (git_commit_lookup(&commit, r->git, to_git(older)))
		return false;
	git_commit_free(commit);
	return oid_eq(newer, older) ||
	       git_graph_descendant_of(r->git, to_git(newer), to_git(older)) ==
		   1;
}

static enum entry_kind kind_of(const git_tree_entry *entry)
{
	switch (git_tree_entry_filemode_raw(entry)) {
	case GIT_FILEMODE_BLOB:
		return ENTRY_FILE;
	case GIT_FILEMODE_TREE:
		return ENTRY_TREE;
	default:
		return ENTRY_OTHER;
	}
}

/* What stays the same through the recursion; path grows and shrinks. */
struct walk {
	struct repo *r;
	repo_entry_fn *entry;
	void *ctx;
	struct buf path;
	unsigned depth;
};

static bool walk_tree(struct walk *w, const git_oid *id)
{
	enum {
		DEPTH_MAX = 256
	}; /* somebody else may have made it */
	size_t base = w->path.len;
	git_tree *tree = NULL;
	bool ok = true;

	if (w->depth == DEPTH_MAX || git_tree_lookup(&tree, w->r->git, id))
		return failed(w->r, "cannot read the tree of the branch");
	w->depth++;
	for (size_t i = 0; ok && i < git_tree_entrycount(tree); i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
		enum entry_kind kind = kind_of(entry);
		struct oid found;

		from_git(&found, git_tree_entry_id(entry));
		buf_add(&w->path, slice_of(git_tree_entry_name(entry)));
		w->entry(w->ctx, buf_slice(&w->path), kind, &found);
		if (kind == ENTRY_TREE) {
			buf_byte(&w->path, '/');
			ok = walk_tree(w, git_tree_entry_id(entry));
		}
		w->path.len = base;
	}
	w->depth--;
	git_tree_free(tree);
	return ok;
}

bool repo_walk_tree(struct repo *r, const struct oid *tree,
		    repo_entry_fn *entry, void *ctx)
{
	struct walk w = { .r = r, .entry = entry, .ctx = ctx };
	bool ok = walk_tree(&w, to_git(tree));

	buf_release(&w.path);
	return ok;
}

static bool has_control(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s < ' ' || *s == 127)
			return true;
	return false;
}

/* The signature of the configuration, or our own where it has none. */
static bool signature(struct repo *r, int64_t when, git_signature **out)
{
	const char *name = NULL, *email = NULL;
	git_config *config = NULL;
	bool ok = false;

	if (git_repository_config_snapshot(&config, r->git))
		return failed(r, "cannot read the configuration");
	if (git_config_get_string(&name, config, "user.name") || !*name ||
	    git_config_get_string(&email, config, "user.email") || !*email) {
		diag_add(r->d, DIAG_NOTE, place_of(r->folder),
			 "git config user.name NAME; git config user.email "
			 "ADDRESS",
			 "user.name and user.email are not set: the commit "
			 "is signed arsip <arsip@localhost>");
		name = "arsip";
		email = "arsip@localhost";
	}
	/* libgit2 lets a line break pass, which makes a broken commit. */
	if (has_control(name) || has_control(email) ||
	    git_signature_new(out, name, email, when, 0))
		diag_add(r->d, DIAG_USAGE, place_of(r->folder),
			 "set them anew, without line breaks, < and >",
			 "user.name or user.email of the git configuration "
			 "cannot stand in a commit");
	else
		ok = true;
	git_config_free(config);
	return ok;
}

bool repo_make_commit(struct repo *r, const struct repo_new_commit *commit,
		      struct oid *out)
{
	git_signature *who = NULL;
	const git_oid *parents[2] = { 0 };
	size_t count = 0;
	git_oid id;
	int rc;

	if (commit->parent)
		parents[count++] = to_git(commit->parent);
	if (commit->merged)
		parents[count++] = to_git(commit->merged);
	if (!signature(r, commit->time, &who))
		return false;
	rc = git_commit_create_from_ids(&id, r->git, NULL, who, who, NULL,
					commit->message, to_git(&commit->tree),
					count, parents);
	/* The reflog shall name the same person. */
	if (!rc)
		rc = git_repository_set_ident(r->git, who->name, who->email);
	git_signature_free(who);
	if (rc)
		return failed(r, "cannot write the commit");
	from_git(out, &id);
	return true;
}

/* --- objects in --------------------------------------------------------- */

enum object_state repo_has(struct repo *r, const struct oid *id)
{
	git_odb_object *object = NULL;

	/* A look for new packs at each new page would cost more than all. */
	if (!git_odb_exists_ext(r->objects, to_git(id),
				GIT_ODB_LOOKUP_NO_REFRESH))
		return OBJECT_ABSENT;
	/* Reading checks the hash: an empty file is no object. */
	if (git_odb_read(&object, r->objects, to_git(id)))
		return OBJECT_DAMAGED;
	git_odb_object_free(object);
	return OBJECT_SOUND;
}

bool repo_add_object(struct repo *r, enum object_type type,
		     struct slice content)
{
	git_oid id;

	if (git_odb_write(&id, r->objects, content.ptr, content.len,
			  (git_object_t)type))
		return failed(r, "cannot write an object");
	return true;
}

bool repo_pack_begin(struct repo *r)
{
	r->progress = (git_indexer_progress){ 0 };
	if (git_odb_write_pack(&r->packing, r->objects, NULL, NULL))
		return failed(r, "cannot begin a pack");
	return true;
}

bool repo_pack_add(struct repo *r, struct slice piece)
{
	if (r->packing->append(r->packing, piece.ptr, piece.len, &r->progress))
		return failed(r, "cannot write a pack");
	return true;
}

bool repo_pack_end(struct repo *r)
{
	int rc = r->packing->commit(r->packing, &r->progress);

	if (!rc)
		rc = git_odb_refresh(r->objects);
	if (rc)
		failed(r, "cannot finish a pack");
	repo_pack_abort(r);
	return !rc;
}

void repo_pack_abort(struct repo *r)
{
	if (r->packing)
		(r->packing->free)(r->packing); /* not the banned one */
	r->packing = NULL;
}
