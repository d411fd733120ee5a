/*
 * test_push.c - pushing to repositories next door, with the real git; and the
 * running of children.
 */
#include "publisher/publisher.h"

#include <limits.h>

#include "scratch.h"

/* A commit on gh-pages of r, made by git. */
static void commit(struct scratch *s, const char *text)
{
	shell(s,
	      "cd r; b=$(echo '%s' | git hash-object -w --stdin);"
	      "t=$(printf '100644 blob %%s\\tindex.html\\n' $b | git mktree);"
	      "p=$(git rev-parse -q --verify gh-pages || true);"
	      "c=$(git commit-tree ${p:+-p $p} -m '%s' $t);"
	      "git update-ref refs/heads/gh-pages $c",
	      text, text);
}

static void make_repositories(struct scratch *s)
{
	shell(s, "git config --global user.name A;"
		 "git config --global user.email a@example.org;"
		 "git init -q r; git init -q --bare remote;"
		 "git -C r remote add origin ../remote");
	commit(s, "first");
}

/* Pushes; what was reported on the way is left in s->text. */
static bool push_to(struct scratch *s, const char *remote)
{
	struct push_options o = { .repository = "r",
				  .branch = "gh-pages",
				  .remote = remote };
	char *text = NULL;
	size_t length = 0;
	bool ok;

	o.out = open_memstream(&text, &length);
	assert_non_null(o.out);
	ok = push_branch(&o, s->diag);
	fclose(o.out);
	buf_clear(&s->text);
	buf_add(&s->text, slice_make(text, length));
	(free)(text);
	buf_zstr(&s->text);
	/* Whatever happened, no child is left behind. */
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	return ok;
}

static void same_on_both_sides(struct scratch *s)
{
	shell(s, "test $(git -C r rev-parse gh-pages) = "
		 "$(git -C remote rev-parse gh-pages)");
}

static void new_then_more(void **state)
{
	struct scratch *s = *state;

	make_repositories(s);
	shell(s, "git -C r config push.followTags true;"
		 "git -C r tag -a -m x v1 gh-pages");
	assert_true(push_to(s, "origin"));
	assert_non_null(strstr(s->text.ptr, "origin refs/heads/gh-pages "));
	assert_non_null(strstr(s->text.ptr, "[new branch]"));
	same_on_both_sides(s);
	commit(s, "second");
	assert_true(push_to(s, "origin"));
	same_on_both_sides(s);
	assert_true(push_to(s, "origin"));
	assert_non_null(strstr(s->text.ptr, "up to date"));
	/* By address as well; and never anything but the branch. */
	commit(s, "third");
	assert_true(push_to(s, "../remote"));
	same_on_both_sides(s);
	assert_string_equal(shell(s, "git -C remote for-each-ref "
				     "--format='%%(refname)'"),
			    "refs/heads/gh-pages");
	assert_int_equal(diag_status(s->diag, true), 0);
}

/* A longer name with the same end is another branch. */
static void name_alike(void **state)
{
	struct scratch *s = *state;

	make_repositories(s);
	shell(s, "git -C r push -q origin "
		 "gh-pages:refs/heads/a/refs/heads/gh-pages");
	commit(s, "second");
	assert_true(push_to(s, "origin"));
	same_on_both_sides(s);
}

/* Somebody pushes a commit of their own to the remote. */
static const char *const they_push =
    "git clone -q remote w -b gh-pages 2>&1; cd w; echo x >x; git add x;"
    "git commit -qm theirs; git push -q";

static void remote_is_ahead(void **state)
{
	struct scratch *s = *state;
	struct publish_options o = { .repository = "r",
				     .branch = "gh-pages",
				     .remote = "origin",
				     .epoch = -1,
				     .workers = 1 };
	struct publish_result r;
	struct publish *p;

	make_repositories(s);
	assert_true(push_to(s, "origin"));
	shell(s, "%s", they_push);
	assert_false(push_to(s, "origin"));
	assert_true(reported(s, "holds commits that ours does not"));
	assert_int_equal(status_of_reports(s), 4);

	/* The way out that was named: fetch, publish, push. */
	shell(s, "git -C r fetch -q origin");
	p = publish_open(&o, s->diag);
	assert_non_null(p);
	assert_true(publish_put(p, 0, SLICE("a.html"), SLICE("a")));
	assert_true(publish_finish(p, &r));
	publish_free(p);
	assert_true(push_to(s, "origin"));
	same_on_both_sides(s);
	assert_string_equal(shell(s, "git -C r log --format=%%s gh-pages"),
			    "Publish the archive: 1 page\ntheirs\nfirst");
}

/* A git of ours that lets another pusher in between look and push. */
static void remote_moves_meanwhile(void **state)
{
	struct scratch *s = *state;
	char path[PATH_MAX];
	const char *old = getenv("PATH");

	make_repositories(s);
	assert_true(push_to(s, "origin"));
	shell(s,
	      "mkdir bin; cat >bin/git <<'E'\n#!/bin/sh\n"
	      "PATH=${PATH#*:}\n"
	      "case $3 in push) (cd \"$HOME\"; %s) >/dev/null;; esac\n"
	      "exec git \"$@\"\nE\nchmod +x bin/git",
	      they_push);
	commit(s, "second");
	snprintf(path, sizeof path, "%s/bin:%s", s->path, old);
	char *kept = strdup(old);
	setenv("PATH", path, 1);
	assert_false(push_to(s, "origin"));
	setenv("PATH", kept, 1);
	(free)(kept);
	assert_true(reported(s, "stale info"));
	assert_int_equal(status_of_reports(s), 4);
	assert_string_equal(
	    shell(s, "git -C remote log -1 --format=%%s gh-pages"), "theirs");
}

static void hook_refuses(void **state)
{
	struct scratch *s = *state;

	make_repositories(s);
	shell(s, "printf '#!/bin/sh\\necho no pages on Friday >&2; exit 1\\n'"
		 " >remote/hooks/pre-receive; chmod +x remote/hooks/*");
	assert_false(push_to(s, "origin"));
	assert_true(reported(s, "no pages on Friday"));
	assert_true(diag_count(s->diag, DIAG_REMOTE) == 1);
	assert_string_equal(shell(s, "git -C remote for-each-ref"), "");
}

static void refused_before_git_runs(void **state)
{
	static const char *const remotes[] = {
		"",
		"-x",
		"--upload-pack=touch pwned;",
		"ext::sh -c touch% pwned",
		"fd::17",
		"a\nb",
		"origin\t",
	};
	static const char *const branches[] = { "-f", "a..b",	"a\nb",
						"",   "x.lock", "missing" };
	struct scratch *s = *state;
	struct push_options o = { .repository = "r", .remote = "origin" };

	make_repositories(s);
	for (size_t i = 0; i < COUNT_OF(remotes); i++) {
		if (push_to(s, remotes[i]))
			fail_msg("%s", remotes[i]);
		assert_int_equal(status_of_reports(s), 2);
	}
	for (size_t i = 0; i < COUNT_OF(branches); i++) {
		o.branch = branches[i];
		if (push_branch(&o, s->diag))
			fail_msg("%s", branches[i]);
		assert_int_equal(status_of_reports(s), 2);
	}
	assert_string_equal(shell(s, "find . -name pwned"), "");
}

static void remote_cannot_be_reached(void **state)
{
	struct scratch *s = *state;

	make_repositories(s);
	assert_false(push_to(s, "http://ana:s3cret@127.0.0.1:1/x.git"));
	assert_true(reported(s, "http://***@127.0.0.1:1/x.git"));
	assert_null(strstr(s->text.ptr, "s3cret"));
	assert_int_equal(status_of_reports(s), 4);
	shell(s, "git -C r remote add gone https://t0ken@127.0.0.1:1/x.git");
	assert_false(push_to(s, "gone"));
	assert_true(reported(s, "gone"));
	assert_null(strstr(s->text.ptr, "t0ken"));
	assert_int_equal(status_of_reports(s), 4);
	assert_false(push_to(s, "nowhere"));
	assert_int_equal(status_of_reports(s), 4);
}

static void git_is_missing(void **state)
{
	struct scratch *s = *state;
	char *kept = strdup(getenv("PATH"));

	make_repositories(s);
	setenv("PATH", "/nonexistent", 1);
	assert_false(push_to(s, "origin"));
	setenv("PATH", kept, 1);
	(free)(kept);
	assert_true(reported(s, "pushing needs the program git"));
	assert_int_equal(status_of_reports(s), 3);
}

/* As when a hook runs us: the variables are for another repository. */
static void environment_of_a_hook(void **state)
{
	struct scratch *s = *state;

	make_repositories(s);
	setenv("GIT_DIR", "/nonexistent", 1);
	assert_true(push_to(s, "origin"));
	unsetenv("GIT_DIR");
	same_on_both_sides(s);
}

/* --- children ----------------------------------------------------------- */

static void child_of(const char *command, struct buf *out, struct buf *err,
		     int *status)
{
	static const char *const set[] = { "MARK=set", NULL };
	static const char *const drop[] = { "DROP", NULL };
	const char *argv[] = { "sh", "-c", command, NULL };
	struct child c = { argv, set, drop };

	buf_clear(out);
	buf_clear(err);
	assert_int_equal(child_run(&c, out, err, status), 0);
}

static void children(void **state)
{
	const char *argv[] = { "/nonexistent", NULL };
	struct child missing = { .argv = argv };
	struct buf out = { 0 }, err = { 0 };
	int status;

	(void)state;
	setenv("MARK", "unset", 1);
	setenv("DROPPED", "yes", 1);
	child_of("echo $MARK:$DROPPED:$HOME; echo no >&2; cat; exit 7", &out,
		 &err, &status);
	assert_int_equal(status, 7);
	assert_true(slice_starts(buf_slice(&out), SLICE("set::/")));
	assert_string_equal(buf_zstr(&err), "no\n");
	child_of("kill -9 $$", &out, &err, &status);
	assert_int_equal(status, 128 + 9);
	/* Both at once, more than a pipe holds and than is kept. */
	child_of("yes | head -c 3000000 & yes | head -c 3000000 >&2; wait",
		 &out, &err, &status);
	assert_int_equal(status, 0);
	assert_in_range(out.len, 1000000, 1100000);
	assert_in_range(err.len, 1000000, 1100000);
	/* SIGPIPE is what it always is, even if we ignore it. */
	signal(SIGPIPE, SIG_IGN);
	child_of("kill -PIPE $$; exit 3", &out, &err, &status);
	signal(SIGPIPE, SIG_DFL);
	assert_int_equal(status, 128 + SIGPIPE);
	assert_int_equal(child_run(&missing, &out, &err, &status), ENOENT);
	buf_release(&out);
	buf_release(&err);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCRATCH_TEST(new_then_more),
		SCRATCH_TEST(name_alike),
		SCRATCH_TEST(remote_is_ahead),
		SCRATCH_TEST(remote_moves_meanwhile),
		SCRATCH_TEST(hook_refuses),
		SCRATCH_TEST(refused_before_git_runs),
		SCRATCH_TEST(remote_cannot_be_reached),
		SCRATCH_TEST(git_is_missing),
		SCRATCH_TEST(environment_of_a_hook),
		SCRATCH_TEST(children),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
