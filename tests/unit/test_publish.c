/*
 * test_publish.c - the site as a commit: judged by git itself (fsck --strict
 * after everything), in repositories of every odd kind.
 */
#include "publisher/publisher.h"

#include "base/pool.h"
#include "publisher/oid.h"
#include "scratch.h"

/*
 * libgit2 1.5.1 forgets a block of PCRE2 for each line of the configuration
 * when it opens a repository of format 1, whose extensions it looks through.
 */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libpcre2-8\n";
}

struct page {
	const char *path, *text;
};

static const struct page three[] = { { "index.html", "home" },
				     { "2020/09/a.html", "a" },
				     { "2020/10/b.html", "b" },
				     { 0 } };
static const struct page changed[] = { { "index.html", "home!" },
				       { "2020/09/a.html", "a" },
				       { "2020/09/c.html", "a" },
				       { ".nojekyll", "" },
				       { 0 } };

static struct publish_options options(void)
{
	return (struct publish_options){ .repository = "r",
					 .branch = "gh-pages",
					 .epoch = 1600000000,
					 .workers = 1 };
}

static bool publish_with(struct scratch *s, const struct publish_options *o,
			 const struct page *pages, struct publish_result *r)
{
	struct publish *p = publish_open(o, s->diag);
	bool ok;

	if (!p)
		return false;
	for (; pages->path; pages++)
		publish_put(p, 0, slice_of(pages->path), slice_of(pages->text));
	ok = publish_finish(p, r);
	publish_free(p);
	return ok;
}

static bool publish(struct scratch *s, const struct page *pages,
		    struct publish_result *r)
{
	struct publish_options o = options();

	return publish_with(s, &o, pages, r);
}

static void make_repository(struct scratch *s)
{
	shell(s, "git init -q -b main r; git -C r config user.name Ana;"
		 "git -C r config user.email ana@example.org");
}

static const char *tip(struct scratch *s)
{
	return shell(s, "git -C r rev-parse -q --verify gh-pages || echo none");
}

static void check(struct scratch *s)
{
	shell(s, "git -C r fsck --strict --no-dangling 2>&1 >fsck;"
		 "test ! -s fsck");
}

/* --- what is published -------------------------------------------------- */

static void first_and_next(void **state)
{
	struct scratch *s = *state;
	struct publish_result r, next;

	make_repository(s);
	shell(s, "echo mine >r/mine; git -C r add mine");
	assert_true(publish(s, three, &r));
	assert_true(r.moved);
	assert_int_equal(r.added, 3);
	assert_string_equal(r.parent, "");
	assert_string_equal(tip(s), r.commit);
	assert_string_equal(shell(s, "git -C r ls-tree -r --name-only "
				     "gh-pages"),
			    "2020/09/a.html\n2020/10/b.html\nindex.html");
	assert_string_equal(shell(s, "git -C r show gh-pages:2020/10/b.html"),
			    "b");
	assert_string_equal(
	    shell(s, "git -C r log -1 --format='%%an %%ae %%at %%ad|%%s' "
		     "gh-pages"),
	    "Ana ana@example.org 1600000000 Sun Sep 13 12:26:40 2020 +0000|"
	    "Publish the archive: 3 pages");

	assert_true(publish(s, changed, &next));
	assert_int_equal(next.added, 2);
	assert_int_equal(next.changed, 1);
	assert_int_equal(next.removed, 1);
	assert_int_equal(next.unchanged, 1);
	assert_string_equal(next.parent, r.commit);
	assert_string_equal(
	    shell(s, "git -C r rev-parse refs/arsip/previous/gh-pages"),
	    r.commit);
	check(s);
	/* Neither index nor HEAD nor work tree were touched. */
	assert_string_equal(shell(s, "git -C r status --porcelain -b"),
			    "## No commits yet on main\nA  mine");
	assert_int_equal(diag_status(s->diag, true), 0);
}

static void no_change_no_commit(void **state)
{
	struct scratch *s = *state;
	struct publish_result r, again;

	make_repository(s);
	assert_true(publish(s, three, &r));
	assert_true(publish(s, three, &again));
	assert_false(again.moved);
	assert_string_equal(again.commit, "");
	assert_string_equal(again.parent, r.commit);
	assert_string_equal(again.tree, r.tree);
	assert_int_equal(again.unchanged, 3);
	assert_string_equal(tip(s), r.commit);
}

static void dry_run_writes_nothing(void **state)
{
	struct scratch *s = *state;
	struct publish_options o = options();
	struct publish_result r, real;

	make_repository(s);
	assert_true(publish(s, three, &r));
	shell(s, "find r -printf '%%p %%T@ %%s\\n' | sort >before");
	o.dry_run = true;
	assert_true(publish_with(s, &o, changed, &r));
	shell(s, "find r -printf '%%p %%T@ %%s\\n' | sort >after;"
		 "diff before after");
	assert_false(r.moved);
	assert_int_equal(r.added, 2);
	assert_true(publish(s, changed, &real));
	assert_string_equal(r.tree, real.tree);
}

struct many {
	struct publish *p;
	size_t round;
};

static void put_one(void *ctx, unsigned worker, size_t i)
{
	struct many *m = ctx;
	char path[60], text[3000];
	size_t n = 0;
	int l =
	    snprintf(path, sizeof path, "%zu/%02zu/%zu.html", i % 7, i % 31, i);

	/* Every tenth page has the bytes of another one. */
	while (n < sizeof text - 40)
		n += (size_t)snprintf(text + n, sizeof text - n, "%zu ",
				      i / 10 * 10 == i ? 0 : i * i + n);
	if (i % 97 == 0)
		text[0] = (char)('a' + m->round);
	publish_put(m->p, worker, slice_make(path, (size_t)l),
		    slice_make(text, n));
}

static void publish_many(struct scratch *s, unsigned workers, size_t round,
			 struct publish_result *r)
{
	struct publish_options o = options();
	struct many m = { .round = round };

	o.workers = workers;
	m.p = publish_open(&o, s->diag);
	assert_non_null(m.p);
	pool_run(workers, 2000, put_one, &m);
	assert_true(publish_finish(m.p, r));
	publish_free(m.p);
}

static void same_tree_from_any_workers(void **state)
{
	struct scratch *s = *state;
	struct publish_result one, four, next;

	make_repository(s);
	publish_many(s, 1, 0, &one);
	check(s);
	shell(s, "rm -rf r");
	make_repository(s);
	publish_many(s, 4, 0, &four);
	assert_int_equal(four.added, 2000);
	assert_string_equal(one.tree, four.tree);
	assert_string_equal(one.commit, four.commit);
	assert_string_equal(shell(s, "ls r/.git/objects/pack | wc -l"), "2");
	publish_many(s, 4, 1, &next);
	assert_int_equal(next.changed, 21);
	assert_int_equal(next.unchanged, 1979);
	check(s);
	/* git builds the same tree from a checkout. */
	shell(s, "git -C r worktree add -q ../w gh-pages; cd w;"
		 "rm -rf index; git add -A; git write-tree >../tree");
	assert_string_equal(shell(s, "cat tree"), next.tree);
}

static void few_objects_stay_loose(void **state)
{
	struct scratch *s = *state;
	struct publish_result r;

	make_repository(s);
	assert_true(publish(s, three, &r));
	assert_string_equal(shell(s, "ls r/.git/objects/pack"), "");
	check(s);
}

static void replaces_whatever_was_there(void **state)
{
	struct scratch *s = *state;
	struct publish_result r;

	make_repository(s);
	shell(s, "cd r; git checkout -q -b gh-pages; mkdir -p 2020/09 old;"
		 "ln -s /etc/passwd index.html; echo a >2020/09/a.html;"
		 "chmod +x 2020/09/a.html; echo x >old/x; git add .;"
		 "git commit -qm old; git checkout -q -b main");
	assert_true(publish(s, three, &r));
	assert_int_equal(r.removed, 3);
	assert_int_equal(r.added, 3);
	assert_string_equal(
	    shell(s, "git -C r ls-tree -r gh-pages | cut -d' ' -f1 | uniq"),
	    "100644");
	check(s);
}

/* --- what is refused ---------------------------------------------------- */

static void bad_pages(void **state)
{
	static const struct page cases[][3] = {
		{ { "a.html", "a" }, { "../x", "" }, { 0 } },
		{ { "a.html", "a" }, { ".git/config", "" }, { 0 } },
		{ { "a.html", "a" }, { "a.html", "a" }, { 0 } },
		{ { "a", "a" }, { "a/b", "b" }, { 0 } },
		{ { "a/b/c", "a" }, { "a/b", "b" }, { 0 } },
		{ { 0 } },
	};
	struct scratch *s = *state;
	struct publish_result r;

	make_repository(s);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_false(publish(s, cases[i], &r));
		assert_int_not_equal(status_of_reports(s), 0);
		assert_string_equal(tip(s), "none");
	}
}

static void bad_branches(void **state)
{
	static const char *const names[] = { "",      "-x",  "--all", "a..b",
					     "a b",   "a~1", "a\nb",  "x.lock",
					     "/x",    "x/",  "HEAD",  "a^",
					     "@{-1}", ".x" };
	struct scratch *s = *state;
	struct publish_options o = options();
	struct publish_result r;

	make_repository(s);
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		o.branch = names[i];
		if (publish_with(s, &o, three, &r))
			fail_msg("%s", names[i]);
		assert_int_equal(status_of_reports(s), 2);
	}
}

static void checked_out_branches(void **state)
{
	static const char *const set_ups[] = {
		"git -C r checkout -q -b gh-pages", /* unborn */
		"git -C r checkout -q -b gh-pages; git -C r commit -q "
		"--allow-empty -m x",
		"git -C r commit -q --allow-empty -m x; git -C r worktree add "
		"-q -b gh-pages ../w 2>&1",
	};
	struct scratch *s = *state;
	struct publish_result r;

	for (size_t i = 0; i < COUNT_OF(set_ups); i++) {
		shell(s, "rm -rf r w");
		make_repository(s);
		shell(s, "%s", set_ups[i]);
		assert_false(publish(s, three, &r));
		assert_true(reported(s, "checked out"));
		assert_int_equal(status_of_reports(s), 2);
	}
}

static void not_our_kind_of_repository(void **state)
{
	static const struct {
		const char *set_up, *says;
		int status;
	} cases[] = {
		{ "mkdir r", "no git repository", 2 },
		{ "true", "no git repository", 2 },
		{ "git init -q --object-format=sha256 r",
		  "of a kind libgit2 cannot write", 3 },
		{ "git init -q r; git -C r config "
		  "core.repositoryFormatVersion 1; git -C r config "
		  "extensions.refStorage reftable",
		  "of a kind libgit2 cannot write", 3 },
		{ "git init -q r; echo '[x' >>r/.git/config",
		  "cannot open the git repository", 3 },
	};
	struct scratch *s = *state;
	struct publish_result r;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		shell(s, "rm -rf r; %s", cases[i].set_up);
		assert_false(publish(s, three, &r));
		assert_true(reported(s, cases[i].says));
		assert_int_equal(status_of_reports(s), cases[i].status);
	}
}

static void somebody_elses_repository(void **state)
{
	struct scratch *s = *state;
	struct publish_result r;

	if (geteuid())
		skip();
	make_repository(s);
	shell(s, "chown -R 12345 r");
	assert_false(publish(s, three, &r));
	assert_true(reported(s, "belongs to another user"));
	assert_true(reported(s, ""));
	status_of_reports(s);
	shell(s, "git config --global --add safe.directory \"$PWD/r\"");
	assert_true(publish(s, three, &r));
}

/* --- repositories of odd kinds ------------------------------------------ */

static void odd_repositories(void **state)
{
	static const char *const set_ups[] = {
		"git init -q --bare r",
		"git init -q r; git -C r commit -q --allow-empty -m x;"
		"git -C r checkout -q --detach",
		"git init -q main; git -C main commit -q --allow-empty -m x;"
		"git -C main worktree add -q -b side ../r 2>&1",
		"git init -q up; mkdir up/r",
		"git init -q r; git -C r config core.autocrlf true;"
		"printf '#!/bin/sh\\nexit 1\\n' >r/.git/hooks/pre-commit;"
		"chmod +x r/.git/hooks/pre-commit",
		"git init -q --bare sub.git; git init -q big;"
		"git -C sub.git config user.name x; ln -s . link;"
		"git clone -q sub.git r 2>&1",
	};
	static const struct page crlf[] = { { "a.html", "a\r\nb\r\n" }, { 0 } };
	struct scratch *s = *state;
	struct publish_options o = options();
	struct publish_result r, first;

	shell(s, "git config --global user.name A;"
		 "git config --global user.email a@example.org");
	for (size_t i = 0; i < COUNT_OF(set_ups); i++) {
		shell(s, "rm -rf r up main; %s", set_ups[i]);
		o.repository = i == 3 ? "up/r" : "r";
		assert_true(publish_with(s, &o, crlf, &r));
		shell(s, "git -C %s fsck --strict --no-dangling 2>&1",
		      o.repository);
		if (!i)
			first = r;
		assert_string_equal(r.commit, first.commit);
	}
}

static void no_name_configured(void **state)
{
	struct scratch *s = *state;
	struct publish_result r;

	shell(s, "git init -q r");
	assert_true(publish(s, three, &r));
	assert_true(reported(s, "note: user.name and user.email"));
	assert_int_equal(status_of_reports(s), 0);
	assert_string_equal(
	    shell(s, "git -C r log --format='%%an <%%ae>' gh-pages"),
	    "arsip <arsip@localhost>");
	shell(s, "git -C r config user.name \"$(printf 'a\\nb')\";"
		 "git -C r config user.email x@example.org");
	assert_false(publish(s, changed, &r));
	assert_int_equal(status_of_reports(s), 2);
	check(s);
}

static void home_cannot_be_read(void **state)
{
	struct scratch *s = *state;
	struct publish_result r;

	make_repository(s);
	shell(s, "ln -s loop loop");
	setenv("HOME", "loop", 1);
	assert_true(publish(s, three, &r));
	assert_true(reported(s, "git configuration is left out"));
	assert_int_equal(status_of_reports(s), 0);
}

static void commit_is_never_older_than_its_parent(void **state)
{
	struct scratch *s = *state;
	struct publish_options o = options();
	struct publish_result r;

	make_repository(s);
	o.epoch = 4102444800; /* 2100 */
	assert_true(publish_with(s, &o, three, &r));
	o.epoch = 0;
	assert_true(publish_with(s, &o, changed, &r));
	assert_string_equal(
	    shell(s, "git -C r log -1 --format='%%ct %%at' gh-pages"),
	    "4102444800 4102444800");
	o.epoch = -1;
	o.branch = "other";
	assert_true(publish_with(s, &o, three, &r));
	shell(s, "test $(git -C r log -1 --format=%%ct other) -ge "
		 "$(($(date +%%s) - 60))");
}

/* --- the parent --------------------------------------------------------- */

static void parent_from_the_remote(void **state)
{
	struct scratch *s = *state;
	struct publish_options o = options();
	struct publish_result first, second, r;

	make_repository(s);
	o.remote = "origin";
	assert_true(publish(s, three, &first));
	assert_true(publish(s, changed, &second));
	shell(s, "git -C r update-ref refs/remotes/origin/gh-pages %s",
	      second.commit);

	/* No branch here: it starts from the remote's. */
	shell(s, "git -C r branch -q -D gh-pages");
	assert_true(publish_with(s, &o, three, &r));
	assert_string_equal(r.parent, second.commit);

	/* The same site: no commit, but the branch is there. */
	shell(s, "git -C r branch -q -D gh-pages");
	assert_true(publish_with(s, &o, changed, &r));
	assert_false(r.moved);
	assert_string_equal(tip(s), second.commit);

	/* Behind the remote's. */
	shell(s, "git -C r branch -q -f gh-pages %s", first.commit);
	assert_true(publish_with(s, &o, three, &r));
	assert_string_equal(r.parent, second.commit);

	/* Ahead of it, as now: its own. */
	assert_true(publish_with(s, &o, changed, &second));
	assert_string_equal(second.parent, r.commit);

	/* An address instead of a name has no branch to look at. */
	o.remote = "https://example.org/x.git";
	assert_true(publish_with(s, &o, three, &r));
	assert_string_equal(r.parent, second.commit);
	check(s);
}

/* --- others at work ----------------------------------------------------- */

static void somebody_moved_the_branch(void **state)
{
	struct scratch *s = *state;
	struct publish_options o = options();
	struct publish_result r;
	struct publish *p;
	char theirs[OID_HEX + 1];

	make_repository(s);
	for (int exists = 0; exists < 2; exists++) {
		p = publish_open(&o, s->diag);
		assert_non_null(p);
		assert_true(publish_put(p, 0, SLICE("x.html"), SLICE("new")));
		shell(s, "cd r; t=$(git mktree </dev/null);"
			 "c=$(git commit-tree -m other$$ $t);"
			 "git update-ref refs/heads/gh-pages $c");
		snprintf(theirs, sizeof theirs, "%s", tip(s));
		assert_false(publish_finish(p, &r));
		publish_free(p);
		assert_true(reported(s, "somebody else moved"));
		assert_int_equal(status_of_reports(s), 75);
		assert_string_equal(tip(s), theirs);
	}
	check(s);
}

static void stale_lock(void **state)
{
	struct scratch *s = *state;
	struct publish_result r;

	make_repository(s);
	shell(s, "touch -d '2 days ago' r/.git/refs/heads/gh-pages.lock");
	assert_false(publish(s, three, &r));
	assert_true(reported(s, "refs/heads/gh-pages.lock: error: the branch "
				"is locked, since 2 days"));
	assert_int_equal(status_of_reports(s), 75);
	shell(s, "test -e r/.git/refs/heads/gh-pages.lock");
	assert_string_equal(tip(s), "none");
	shell(s, "rm r/.git/refs/heads/gh-pages.lock");
	assert_true(publish(s, three, &r));
}

/* --- accidents ---------------------------------------------------------- */

static void killed_in_the_middle(void **state)
{
	struct scratch *s = *state;
	char before[OID_HEX + 1];
	struct publish_result r;

	make_repository(s);
	publish_many(s, 2, 0, &r);
	for (long ms = 4; ms <= 100; ms += 16) {
		snprintf(before, sizeof before, "%s", tip(s));
		pid_t pid = fork();
		if (pid == 0) {
			publish_many(s, 2, (size_t)ms, &r);
			_exit(0);
		}
		struct timespec wait = { 0, ms * 1000000 };
		nanosleep(&wait, NULL);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		/* The old commit, or a whole new one on top of it. */
		shell(s, "git -C r merge-base --is-ancestor %s gh-pages",
		      before);
		check(s);
	}
	publish_many(s, 2, 0, &r);
	check(s);
	shell(s, "test -z \"$(ls r/.git/objects/pack | grep tmp_arsip)\"");
}

static void sweeps_what_a_kill_left(void **state)
{
	struct scratch *s = *state;
	struct publish_result r;

	make_repository(s);
	shell(s, "cd r/.git/objects/pack; touch pack_git2_new tmp_x;"
		 "touch -d '2 days ago' pack_git2_old pack-old.pack;"
		 "rm pack-old.pack; ln -s /dev/null pack_git2_link;"
		 "touch -h -d '2 days ago' pack_git2_link");
	assert_true(publish(s, three, &r));
	assert_string_equal(shell(s, "ls r/.git/objects/pack"),
			    "pack_git2_link\npack_git2_new\ntmp_x");
}

/* An empty file of the right name: a power cut leaves such. */
static void damaged_object_is_overruled(void **state)
{
	struct scratch *s = *state;
	struct publish_result r;

	make_repository(s);
	shell(s, "cd r; id=$(printf home | git hash-object -w --stdin);"
		 "f=.git/objects/$(echo $id | sed 's|..|&/|'); chmod +w $f;"
		 ": >$f");
	assert_true(publish(s, three, &r));
	assert_string_equal(
	    shell(s, "git -C r cat-file blob gh-pages:index.html"), "home");
	assert_string_equal(shell(s, "ls r/.git/objects/pack | wc -l"), "2");
}

static void damaged_branch_is_reported(void **state)
{
	struct scratch *s = *state;
	struct publish_result r;

	make_repository(s);
	assert_true(publish(s, three, &r));
	shell(s,
	      "cd r/.git/objects; f=$(echo %s | sed 's|..|&/|');"
	      "chmod +w $f; : >$f",
	      r.tree);
	assert_false(publish(s, changed, &r));
	assert_true(reported(s, "cannot read the tree of the branch"));
	assert_int_equal(status_of_reports(s), 3);
}

/* A limit on the size of files stands for a full disk. */
static void no_room(void **state)
{
	struct scratch *s = *state;
	char before[OID_HEX + 1];
	struct publish_result r;
	int raw;

	make_repository(s);
	assert_true(publish(s, three, &r));
	snprintf(before, sizeof before, "%s", tip(s));
	pid_t pid = fork();
	if (pid == 0) {
		struct rlimit limit = { 100000, 100000 };
		struct publish_options o = options();
		struct many m = { 0 };

		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &limit);
		m.p = publish_open(&o, s->diag);
		if (!m.p)
			_exit(10);
		pool_run(1, 2000, put_one, &m);
		if (publish_finish(m.p, &r))
			_exit(11);
		publish_free(m.p);
		_exit(diag_status(s->diag, false));
	}
	assert_int_equal(waitpid(pid, &raw, 0), pid);
	assert_int_equal(WEXITSTATUS(raw), 3);
	assert_string_equal(tip(s), before);
	assert_string_equal(shell(s, "ls r/.git/objects/pack"), "");
	check(s);
}

/* --- the parts ---------------------------------------------------------- */

static void names_of_objects(void **state)
{
	struct hasher *h = hasher_new();
	char hex[OID_HEX + 1];
	struct oid id, back;

	(void)state;
	assert_non_null(h);
	hasher_object(h, OBJECT_BLOB, SLICE(""), &id);
	assert_string_equal(oid_hex(&id, hex),
			    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
	hasher_object(h, OBJECT_TREE, SLICE(""), &id);
	assert_string_equal(oid_hex(&id, hex),
			    "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
	assert_true(oid_parse(slice_of(hex), &back));
	assert_true(oid_eq(&id, &back));
	assert_false(oid_parse(slice_sub(slice_of(hex), 0, 39), &back));
	hex[7] = 'G';
	assert_false(oid_parse(slice_of(hex), &back));
	hasher_free(h);
}

static void set_of_names(void **state)
{
	struct hasher *h = hasher_new();
	struct oid_set set = { 0 };
	struct oid id;

	(void)state;
	assert_non_null(h);
	for (int round = 0; round < 2; round++)
		for (unsigned i = 0; i < 5000; i++) {
			hasher_object(h, OBJECT_BLOB,
				      slice_make((const char *)&i, sizeof i),
				      &id);
			assert_int_equal(oid_set_add(&set, &id), !round);
		}
	assert_int_equal(set.count, 5000);
	oid_set_release(&set);
	hasher_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCRATCH_TEST(first_and_next),
		SCRATCH_TEST(no_change_no_commit),
		SCRATCH_TEST(dry_run_writes_nothing),
		SCRATCH_TEST(same_tree_from_any_workers),
		SCRATCH_TEST(few_objects_stay_loose),
		SCRATCH_TEST(replaces_whatever_was_there),
		SCRATCH_TEST(bad_pages),
		SCRATCH_TEST(bad_branches),
		SCRATCH_TEST(checked_out_branches),
		SCRATCH_TEST(not_our_kind_of_repository),
		SCRATCH_TEST(somebody_elses_repository),
		SCRATCH_TEST(odd_repositories),
		SCRATCH_TEST(no_name_configured),
		SCRATCH_TEST(home_cannot_be_read),
		SCRATCH_TEST(commit_is_never_older_than_its_parent),
		SCRATCH_TEST(parent_from_the_remote),
		SCRATCH_TEST(somebody_moved_the_branch),
		SCRATCH_TEST(stale_lock),
		SCRATCH_TEST(killed_in_the_middle),
		SCRATCH_TEST(sweeps_what_a_kill_left),
		SCRATCH_TEST(damaged_object_is_overruled),
		SCRATCH_TEST(damaged_branch_is_reported),
		SCRATCH_TEST(no_room),
		cmocka_unit_test(names_of_objects),
		cmocka_unit_test(set_of_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
