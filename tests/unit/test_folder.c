/*
 * test_folder.c - the site as files: what is written, kept and removed, and
 * what stands in the way.
 */
#include "publisher/publisher.h"

#include "base/hash.h"
#include "base/pool.h"
#include "scratch.h"

struct page {
	const char *path, *text;
};

/* Builds public/ of the pages up to one without a path. */
static bool build(struct scratch *s, const struct page *pages,
		  struct folder_counts *counts)
{
	struct folder *f = folder_open("public", "state", 1, s->diag);
	bool ok;

	assert_non_null(f);
	for (; pages->path; pages++)
		folder_put(f, 0, slice_of(pages->path), slice_of(pages->text));
	ok = folder_finish(f, counts);
	folder_free(f);
	return ok;
}

static const struct page three[] = { { "index.html", "home" },
				     { "2020/09/a.html", "a" },
				     { "2020/10/b.html", "b" },
				     { 0 } };
static const struct page two[] = { { "index.html", "home!" },
				   { "2020/09/a.html", "a" },
				   { 0 } };

static void writes_only_what_differs(void **state)
{
	struct scratch *s = *state;
	struct folder_counts n;
	struct stat before, after;

	assert_true(build(s, three, &n));
	assert_int_equal(n.written, 3);
	assert_int_equal(n.bytes, 6);
	assert_string_equal(shell(s, "cat public/2020/10/b.html"), "b");
	assert_int_equal(stat("public/2020/09/a.html", &before), 0);

	assert_true(build(s, three, &n));
	assert_int_equal(n.written, 0);
	assert_int_equal(n.unchanged, 3);

	assert_true(build(s, two, &n));
	assert_int_equal(n.written, 1);
	assert_int_equal(n.unchanged, 1);
	assert_int_equal(n.removed, 1);
	assert_int_equal(stat("public/2020/09/a.html", &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_string_equal(shell(s, "cat public/index.html"), "home!");
	assert_int_equal(diag_status(s->diag, true), 0);
}

static void same_size_other_bytes(void **state)
{
	static const struct page old[] = { { "a.html", "one" }, { 0 } };
	static const struct page new[] = { { "a.html", "two" }, { 0 } };
	struct scratch *s = *state;
	struct folder_counts n;

	assert_true(build(s, old, &n));
	assert_true(build(s, new, &n));
	assert_int_equal(n.written, 1);
	assert_string_equal(shell(s, "cat public/a.html"), "two");
}

static void mends_what_others_changed(void **state)
{
	struct scratch *s = *state;
	struct folder_counts n;

	assert_true(build(s, three, &n));
	shell(s, "echo more >>public/index.html; rm public/2020/09/a.html");
	assert_true(build(s, three, &n));
	assert_int_equal(n.written, 2);
	assert_string_equal(shell(s, "cat public/index.html"), "home");
}

static void removes_only_its_own(void **state)
{
	struct scratch *s = *state;
	struct folder_counts n;

	shell(s, "mkdir -p public/mine; echo x >public/mine/x.html");
	assert_true(build(s, three, &n));
	shell(s, "echo y >public/2020/y.html");
	assert_true(build(s, (struct page[]){ { "z.html", "z" }, { 0 } }, &n));
	assert_int_equal(n.removed, 3);
	assert_string_equal(shell(s, "cd public; find . -type f | sort"),
			    "./2020/y.html\n./mine/x.html\n./z.html");
	/* Emptied folders went, those of others stay. */
	assert_string_equal(shell(s, "cd public; find . -type d | sort"),
			    ".\n./2020\n./mine");
}

static void knows_what_a_killed_build_made(void **state)
{
	struct scratch *s = *state;
	struct folder_counts n;
	struct folder *f;

	assert_true(build(s, two, &n));
	f = folder_open("public", "state", 1, s->diag);
	assert_non_null(f);
	assert_true(folder_put(f, 0, SLICE("tag/x.html"), SLICE("x")));
	folder_free(f); /* as if killed: no finish */
	shell(s, "echo half >public/2020/09/.arsip-tmp-1-2");
	/* Cut off in the middle: no file of ours has that name. */
	shell(s, "echo mine >public/cut; printf 'cut' >>state/pending");

	assert_true(build(s, two, &n));
	assert_int_equal(n.removed, 1);
	assert_string_equal(shell(s, "cd public; find . -type f | sort"),
			    "./2020/09/a.html\n./cut\n./index.html");
	assert_string_equal(shell(s, "ls -d public/*"),
			    "public/2020\npublic/cut\npublic/index.html");
	assert_string_equal(shell(s, "ls state"), "manifest");
}

static void survives_kill(void **state)
{
	struct scratch *s = *state;
	struct folder_counts n;

	for (long ms = 1; ms <= 9; ms += 2) {
		pid_t pid = fork();

		if (pid == 0) {
			struct folder *f =
			    folder_open("public", "state", 1, s->diag);
			char path[60];

			if (!f)
				_exit(1);
			for (int i = 0;; i++) {
				int l = snprintf(path, sizeof path,
						 "%d/%d.html", i % 7, i);
				folder_put(f, 0, slice_make(path, (size_t)l),
					   SLICE("page"));
			}
			_exit(1);
		}
		struct timespec wait = { 0, ms * 1000000 };
		nanosleep(&wait, NULL);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
	}
	assert_true(build(s, two, &n));
	assert_string_equal(shell(s, "cd public; find . -type f | sort"),
			    "./2020/09/a.html\n./index.html");
}

static void link_in_place_of_file(void **state)
{
	struct scratch *s = *state;
	struct folder_counts n;

	shell(s, "echo secret >victim; mkdir -p public/2020/09;"
		 "ln -s ../victim public/index.html;"
		 "mkfifo public/2020/09/a.html");
	assert_true(build(s, three, &n));
	assert_int_equal(n.written, 3);
	assert_string_equal(shell(s, "cat victim"), "secret");
	assert_string_equal(shell(s, "find public ! -type d ! -type f"), "");
}

static void hard_link_is_not_written_through(void **state)
{
	struct scratch *s = *state;
	struct folder_counts n;

	shell(s, "echo source >source; mkdir public;"
		 "ln source public/index.html");
	assert_true(build(s, three, &n));
	assert_string_equal(shell(s, "cat source"), "source");
	assert_string_equal(shell(s, "cat public/index.html"), "home");
}

static void what_stands_in_the_way(void **state)
{
	static const struct {
		const char *set_up, *says;
	} cases[] = {
		{ "ln -s ../victim public/2020", "link" },
		{ "touch public/2020", "Not a directory" },
		{ "mkdir public/index.html", "Is a directory" },
	};
	struct scratch *s = *state;
	struct folder_counts n;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		shell(s,
		      "rm -rf public state victim; mkdir public victim;"
		      "echo keep >victim/keep; %s",
		      cases[i].set_up);
		assert_false(build(s, three, &n));
		assert_true(reported(s, cases[i].says));
		assert_int_equal(status_of_reports(s), 3);
		assert_string_equal(shell(s, "ls victim"), "keep");
	}
}

static void link_in_the_way_of_removal(void **state)
{
	struct scratch *s = *state;
	struct folder_counts n;

	assert_true(build(s, three, &n));
	shell(s, "mkdir victim; echo keep >victim/b.html;"
		 "rm -r public/2020/10; ln -s ../../victim public/2020/10");
	assert_true(build(s, two, &n));
	assert_string_equal(shell(s, "cat victim/b.html"), "keep");
}

static void the_root_may_be_a_link(void **state)
{
	struct scratch *s = *state;
	struct folder_counts n;

	shell(s, "mkdir real; ln -s real public");
	assert_true(build(s, three, &n));
	assert_string_equal(shell(s, "cat real/index.html"), "home");
}

static void failed_put_removes_nothing(void **state)
{
	static const struct page bad[] = { { "../out.html", "x" },
					   { "index.html", "home" },
					   { 0 } };
	struct scratch *s = *state;
	struct folder_counts n;

	assert_true(build(s, three, &n));
	assert_false(build(s, bad, &n));
	assert_int_equal(status_of_reports(s), 3);
	assert_string_equal(shell(s, "ls"), "public\nstate");
	assert_string_equal(shell(s, "find public -type f | wc -l"), "3");
	/* And the next good build still knows all three. */
	assert_true(build(s, two, &n));
	assert_int_equal(n.removed, 1);
}

static void path_twice(void **state)
{
	static const struct page twice[] = {
		{ "a.html", "1" }, { "b.html", "2" }, { "a.html", "1" }, { 0 }
	};
	struct scratch *s = *state;
	struct folder_counts n;

	assert_false(build(s, twice, &n));
	assert_true(reported(s, "a.html"));
}

static void damaged_manifest(void **state)
{
	static const char *const damages[] = {
		"sed -i '2s/^./x/' state/manifest",
		"sed -i '$d' state/manifest",
		"sed -i '1s/manifest 1/manifest 2/' state/manifest",
		"printf 'x' >>state/manifest",
		": >state/manifest",
		"rm state/manifest; ln -s /dev/zero state/manifest",
	};
	struct scratch *s = *state;
	struct folder_counts n;

	for (size_t i = 0; i < COUNT_OF(damages); i++) {
		shell(s, "rm -rf public state");
		assert_true(build(s, three, &n));
		shell(s, "%s", damages[i]);
		assert_true(build(s, two, &n));
		assert_int_equal(n.removed, 0);
		assert_true(reported(s, "damaged or of another version"));
		assert_int_equal(status_of_reports(s), 0);
		assert_string_equal(shell(s, "cat public/2020/10/b.html"), "b");
	}
}

/* With a right hash, but paths that we would never write. */
static void forged_manifest(void **state)
{
	static const char *const paths[] = { "../victim", "/etc/victim",
					     "a/../../victim", ".git/config" };
	struct scratch *s = *state;
	struct folder_counts n;

	for (size_t i = 0; i < COUNT_OF(paths); i++) {
		char hex[HASH128_HEX + 1];
		struct buf lines = { 0 };

		buf_printf(&lines, "%032d 1 %s\n", 0, paths[i]);
		hash128_hex(hash128(buf_slice(&lines)), hex);
		shell(s,
		      "rm -rf public state; mkdir -p state public/.git;"
		      "echo keep >victim; echo keep >public/.git/config;"
		      "printf 'arsip manifest 1 %s\\n%s' >state/manifest;"
		      "printf '%s\\n' >state/pending",
		      hex, buf_zstr(&lines), paths[i]);
		assert_true(build(s, two, &n));
		assert_int_equal(n.removed, 0);
		assert_string_equal(shell(s, "cat victim public/.git/config"),
				    "keep\nkeep");
		buf_release(&lines);
	}
	assert_true(reported(s, "damaged"));
}

static void cannot_open(void **state)
{
	struct scratch *s = *state;

	shell(s, "touch file");
	assert_null(folder_open("file/public", "state", 1, s->diag));
	assert_true(reported(s, "file/public"));
	assert_int_equal(status_of_reports(s), 3);
	assert_null(folder_open("public", "file/state", 1, s->diag));
	assert_true(reported(s, "file/state"));
	assert_int_equal(status_of_reports(s), 3);
}

/* As another user than root, who may write everywhere. */
static void not_writable(void **state)
{
	struct scratch *s = *state;
	int raw;

	shell(s, "mkdir public state; chmod 777 state; chmod 755 . public");
	pid_t pid = fork();
	if (pid == 0) {
		if (geteuid() == 0 && setuid(65534))
			_exit(10);
		if (geteuid() == getuid() && getuid() != 65534)
			chmod("public", 0555);
		if (folder_open("public", "state", 1, s->diag))
			_exit(11);
		_exit(reported(s, "public: error: cannot write here") ? 0 : 12);
	}
	assert_int_equal(waitpid(pid, &raw, 0), pid);
	assert_int_equal(WEXITSTATUS(raw), 0);
}

static void paths(void **state)
{
	static const struct {
		const char *path;
		bool allowed;
	} cases[] = {
		{ "index.html", true },
		{ ".nojekyll", true },
		{ ".well-known/security.txt", true },
		{ "2020/09/26/a-b_c.html", true },
		{ "CNAME", true },
		{ "", false },
		{ "/a", false },
		{ "a/", false },
		{ "a//b", false },
		{ ".", false },
		{ "a/../b", false },
		{ "a/./b", false },
		{ ".git/config", false },
		{ "a/.GIT", false },
		{ ".gitattributes", false },
		{ "git~1", false },
		{ "a b", false },
		{ "a\\b", false },
		{ "a\nb", false },
		{ "caf\xc3\xa9", false },
		{ "a.", false },
		{ "%2e%2e", false },
		{ "1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17", false },
	};
	struct scratch *s = *state;
	struct folder *f = folder_open("public", "state", 1, s->diag);
	char long_part[300];

	assert_non_null(f);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		if (folder_put(f, 0, slice_of(cases[i].path), SLICE("x")) !=
		    cases[i].allowed)
			fail_msg("%s", cases[i].path);
	memset(long_part, 'a', sizeof long_part);
	assert_true(folder_put(f, 0, slice_make(long_part, 240), SLICE("x")));
	assert_false(folder_put(f, 0, slice_make(long_part, 241), SLICE("x")));
	folder_free(f);
}

static void put_one(void *ctx, unsigned worker, size_t i)
{
	char path[60];
	int n = snprintf(path, sizeof path, "%zu/%zu.html", i % 13, i);

	folder_put(ctx, worker, slice_make(path, (size_t)n),
		   slice_make(path, (size_t)n));
}

static void many_workers(void **state)
{
	struct scratch *s = *state;
	struct folder_counts n;

	for (int round = 0; round < 2; round++) {
		struct folder *f = folder_open("public", "state", 4, s->diag);

		assert_non_null(f);
		pool_run(4, 800, put_one, f);
		assert_true(folder_finish(f, &n));
		assert_int_equal(n.written, round ? 0 : 800);
		assert_int_equal(n.unchanged, round ? 800 : 0);
		folder_free(f);
	}
	assert_string_equal(shell(s, "wc -l <state/manifest"), "801");
	assert_string_equal(shell(s, "find public -type f | wc -l"), "800");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCRATCH_TEST(writes_only_what_differs),
		SCRATCH_TEST(same_size_other_bytes),
		SCRATCH_TEST(mends_what_others_changed),
		SCRATCH_TEST(removes_only_its_own),
		SCRATCH_TEST(knows_what_a_killed_build_made),
		SCRATCH_TEST(survives_kill),
		SCRATCH_TEST(link_in_place_of_file),
		SCRATCH_TEST(hard_link_is_not_written_through),
		SCRATCH_TEST(what_stands_in_the_way),
		SCRATCH_TEST(link_in_the_way_of_removal),
		SCRATCH_TEST(the_root_may_be_a_link),
		SCRATCH_TEST(failed_put_removes_nothing),
		SCRATCH_TEST(path_twice),
		SCRATCH_TEST(damaged_manifest),
		SCRATCH_TEST(forged_manifest),
		SCRATCH_TEST(cannot_open),
		SCRATCH_TEST(not_writable),
		SCRATCH_TEST(paths),
		SCRATCH_TEST(many_workers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
