/*
 * push.c - pushing, by git itself: it knows the user's keys, helpers, proxies
 * and hooks, sends a pack as it lies on the disk, and has leases. libgit2
 * 1.5 overwrites what others pushed to a local path, and reports success when
 * a hook has refused (both seen).
 */
#include "publisher/publisher.h"

#include "publisher/child.h"
#include "publisher/repo.h"

/* What all steps need. */
struct push {
	const struct push_options *options;
	struct diag *d;
	struct arena arena;
	struct slice remote; /* fit to be shown */
	const char *ref;
	struct oid ours, theirs;
	bool has_theirs;
};

/* --- text --------------------------------------------------------------- */

/* Where the user part of an address ends ("//user:secret@host"), or 0. */
static size_t user_end(struct slice s)
{
	for (size_t i = 0; i < s.len && !is_blank(s.ptr[i]); i++) {
		if (s.ptr[i] == '@')
			return i;
		if (s.ptr[i] == '/' || s.ptr[i] == '\'')
			break;
	}
	return 0;
}

/* Appends s with the user part of every address hidden. */
static void add_masked(struct buf *out, struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		buf_byte(out, s.ptr[i]);
		if (!slice_ends(slice_sub(s, 0, i + 1), SLICE("://")))
			continue;
		size_t end = user_end(slice_from(s, i + 1));
		if (end) {
			buf_add(out, SLICE("***"));
			i += end;
		}
	}
}

static struct slice masked(struct push *p, struct slice s)
{
	struct buf out = { 0 };

	add_masked(&out, s);
	struct slice kept = arena_copy(&p->arena, buf_slice(&out));
	buf_release(&out);
	return kept;
}

/* What git said, on one line: without its hints and its progress. */
static struct slice said(struct push *p, const struct buf *err)
{
	enum {
		ENOUGH = 1000
	};
	struct slice rest = buf_slice(err), line;
	struct buf out = { 0 };

	while (slice_cut(&rest, '\n', &line) && out.len < ENOUGH) {
		line = slice_trim(line);
		if (!line.len || slice_starts(line, SLICE("hint:")) ||
		    slice_find(line, '\r', 0) < line.len)
			continue;
		if (out.len)
			buf_add(&out, SLICE("; "));
		buf_add(&out, line);
	}
	if (!out.len)
		buf_add(&out, SLICE("git gave no reason"));
	struct slice text = masked(p, buf_slice(&out));
	buf_release(&out);
	return text;
}

static bool refused(struct push *p, const char *help, const char *what,
		    struct slice why)
{
	diag_add(p->d, DIAG_REMOTE, (struct place){ p->remote, 0, 0 }, help,
		 "%s: %.*s", what, SLICE_ARG(why));
	return false;
}

/* --- before git is called ----------------------------------------------- */

static bool is_remote(struct slice s)
{
	if (!s.len || s.ptr[0] == '-')
		return false;
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] < ' ' || s.ptr[i] == 127)
			return false;
	/* "helper::address" lets git run git-remote-helper. */
	for (size_t i = 0; i + 1 < s.len && s.ptr[i] != '/'; i++)
		if (s.ptr[i] == ':' && s.ptr[i + 1] == ':')
			return false;
	return true;
}

bool push_remote_allowed(const char *remote, struct diag *d)
{
	if (is_remote(slice_of(remote)))
		return true;
	diag_add(d, DIAG_USAGE, (struct place){ 0 },
		 "give the name of a remote (git remote -v) or a plain address",
		 "\"%s\" cannot be pushed to", remote);
	return false;
}

static bool check_options(struct push *p)
{
	if (!push_remote_allowed(p->options->remote, p->d))
		return false;
	if (!repo_branch_valid(p->options->branch)) {
		diag_add(p->d, DIAG_USAGE, (struct place){ 0 },
			 "letters, digits and hyphens do, for example "
			 "gh-pages",
			 "\"%s\" cannot be the name of a branch",
			 p->options->branch);
		return false;
	}
	return true;
}

static bool find_ours(struct push *p, struct repo *r)
{
	bool found;

	if (!repo_read_ref(r, p->ref, &p->ours, &found))
		return false;
	if (!found)
		diag_add(p->d, DIAG_USAGE, place_of(p->options->repository),
			 "publish first: arsip publish",
			 "there is no branch %s to push", p->options->branch);
	return found;
}

/* --- git ---------------------------------------------------------------- */

static bool run_git(struct push *p, const char *const *argv, struct buf *out,
		    struct buf *err, int *status)
{
	/* A hook that runs us would have git look elsewhere. */
	static const char *const drop[] = { "GIT_DIR=",
					    "GIT_WORK_TREE=",
					    "GIT_INDEX_FILE=",
					    "GIT_COMMON_DIR=",
					    "GIT_OBJECT_DIRECTORY=",
					    "GIT_NAMESPACE=",
					    "GIT_PREFIX=",
					    NULL };
	static const char *const set[] = { "GIT_TERMINAL_PROMPT=0", "LC_ALL=C",
					   NULL };
	struct child child = { .argv = argv, .set = set, .drop = drop };
	int rc = child_run(&child, out, err, status);

	if (!rc)
		return true;
	diag_errno(p->d, "git", rc, "cannot run it",
		   "pushing needs the program git: apt install git");
	return false;
}

/* What the remote's branch points to now. */
static bool find_theirs(struct push *p)
{
	const char *argv[] = { "git",	    "-C", p->options->repository,
			       "ls-remote", "--", p->options->remote,
			       p->ref,	    NULL };
	struct buf out = { 0 }, err = { 0 };
	struct slice rest, line, id;
	bool ok = false;
	int status;

	if (!run_git(p, argv, &out, &err, &status))
		goto out;
	if (status) {
		refused(p,
			"see whether `git ls-remote` works with this remote "
			"in the repository",
			"cannot read the remote", said(p, &err));
		goto out;
	}
	rest = buf_slice(&out);
	/* The pattern matches the ends of names, too. */
	while (!p->has_theirs && slice_cut(&rest, '\n', &line))
		p->has_theirs = slice_cut(&line, '\t', &id) &&
				slice_eq(line, slice_of(p->ref)) &&
				oid_parse(id, &p->theirs);
	ok = true;
out:
	buf_release(&out);
	buf_release(&err);
	return ok;
}

/* We only ever add to what is there. */
static bool check_theirs(struct push *p, struct repo *r)
{
	char hex[OID_HEX + 1];

	if (!p->has_theirs || repo_contains(r, &p->ours, &p->theirs))
		return true;
	return refused(p,
		       "git fetch from it, then publish again: that builds "
		       "on what is there",
		       "its branch holds commits that ours does not",
		       slice_of(oid_hex(&p->theirs, hex)));
}

/* "<flag> TAB <from>:<to> TAB <summary>"; false for any other line. */
static bool parse_line(struct slice line, char *flag, struct slice *to,
		       struct slice *summary)
{
	struct slice first, names;

	if (!slice_cut(&line, '\t', &first) || first.len != 1 ||
	    !slice_cut(&line, '\t', &names))
		return false;
	*flag = first.ptr[0];
	*to = slice_from(names, slice_find(names, ':', 0) + 1);
	*summary = line;
	return true;
}

/* A line on p->out for each reference. False if one was refused. */
static bool report_refs(struct push *p, struct slice out, struct slice why)
{
	struct slice line, to, summary;
	bool ok = true;
	char flag;

	while (slice_cut(&out, '\n', &line)) {
		if (!parse_line(line, &flag, &to, &summary))
			continue;
		summary = masked(p, summary);
		if (flag != '!') {
			if (p->options->out)
				fprintf(p->options->out, "%.*s %.*s %.*s\n",
					SLICE_ARG(p->remote), SLICE_ARG(to),
					SLICE_ARG(summary));
			continue;
		}
		ok = false;
		diag_add(p->d, DIAG_REMOTE, (struct place){ p->remote, 0, 0 },
			 "the commit stays on the branch here; mend the cause "
			 "and push again. \"stale info\" means that somebody "
			 "else pushed: git fetch, then publish again",
			 "refused %.*s: %.*s (%.*s)", SLICE_ARG(to),
			 SLICE_ARG(summary), SLICE_ARG(why));
	}
	return ok;
}

static bool push(struct push *p)
{
	char ours[OID_HEX + 1], theirs[OID_HEX + 1] = "";
	struct buf out = { 0 }, err = { 0 };
	bool ok = false;
	int status;

	if (p->has_theirs)
		oid_hex(&p->theirs, theirs);
	const char *lease =
	    arena_printf(&p->arena, "--force-with-lease=%s:%s", p->ref, theirs)
		.ptr;
	/* The commit that was checked, wherever the branch is by now. */
	const char *what =
	    arena_printf(&p->arena, "%s:%s", oid_hex(&p->ours, ours), p->ref)
		.ptr;
	const char *argv[] = { "git",
			       "-C",
			       p->options->repository,
			       "push",
			       "--porcelain",
			       "--no-follow-tags",
			       "--no-recurse-submodules",
			       lease,
			       "--",
			       p->options->remote,
			       what,
			       NULL };
	if (!run_git(p, argv, &out, &err, &status))
		goto out;
	struct slice why = status ? said(p, &err) : SLICE("");
	ok = report_refs(p, buf_slice(&out), why);
	if (ok && status)
		ok = refused(p,
			     "the commit stays on the branch here; mend the "
			     "cause and push again",
			     "git push failed", why);
out:
	buf_release(&out);
	buf_release(&err);
	return ok;
}

bool push_branch(const struct push_options *options, struct diag *d)
{
	struct push p = { .options = options, .d = d };
	struct repo *r = NULL;
	bool ok = false;

	p.remote = masked(&p, slice_of(options->remote));
	p.ref = arena_printf(&p.arena, "refs/heads/%s", options->branch).ptr;
	if (check_options(&p))
		r = repo_open(options->repository, d);
	ok = r && find_ours(&p, r) && find_theirs(&p) && check_theirs(&p, r) &&
	     push(&p);
	repo_free(r);
	arena_release(&p.arena);
	return ok;
}
