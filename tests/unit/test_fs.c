/*
 * test_fs.c - files, in a folder of its own below $TMPDIR or /tmp. Each test
 * starts with it empty.
 */
#include "base/fs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/hash.h"
#include "base/pool.h"

struct sandbox {
	char path[200];
	int root; /* the folder, open */
};

static int set_up(void **state)
{
	static struct sandbox box;
	const char *tmp = getenv("TMPDIR");

	snprintf(box.path, sizeof box.path, "%s/arsip-fs-XXXXXX",
		 tmp ? tmp : "/tmp");
	if (!mkdtemp(box.path) || chdir(box.path))
		return -1;
	box.root = open(".", O_RDONLY | O_DIRECTORY);
	*state = &box;
	return box.root < 0 ? -1 : 0;
}

static int remove_one(const char *path, const struct stat *st, int type,
		      struct FTW *ftw)
{
	(void)st, (void)type, (void)ftw;
	return remove(path);
}

static int tear_down(void **state)
{
	struct sandbox *box = *state;

	close(box->root);
	return chdir("/") ||
	       nftw(box->path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static void folder(const char *path)
{
	assert_int_equal(mkdir(path, 0777), 0);
}

static void assert_content(const char *path, const char *text)
{
	struct buf b = { 0 };

	assert_int_equal(fs_read(&b, AT_FDCWD, path, SIZE_MAX), 0);
	assert_string_equal(buf_zstr(&b), text);
	buf_release(&b);
}

/* The errno of reading path below the sandbox. */
static int read_error(int root, const char *path, size_t cap)
{
	struct buf b = { 0 };
	int err;

	buf_add(&b, SLICE("old"));
	err = fs_read(&b, root, path, cap);
	if (err)
		assert_int_equal(b.len, 0);
	buf_release(&b);
	return err;
}

/* The lowest free descriptor: a leak makes it grow. */
static int next_fd(void)
{
	int fd = dup(0);

	close(fd);
	return fd;
}

static void test_read(void **state)
{
	struct sandbox *box = *state;
	struct buf b = { 0 };
	int before = next_fd();

	folder("a");
	folder("a/b");
	put("a/b/c.txt", "Banjir");
	put("empty", "");
	buf_add(&b, SLICE("old content"));
	assert_int_equal(fs_read(&b, box->root, "a/b/c.txt", 6), 0);
	assert_true(slice_eq(buf_slice(&b), SLICE("Banjir")));
	assert_int_equal(fs_read(&b, box->root, "empty", 0), 0);
	assert_int_equal(b.len, 0);
	assert_int_equal(next_fd(), before);
	buf_release(&b);
}

static void test_read_refusals(void **state)
{
	struct sandbox *box = *state;
	struct sockaddr_un name = { .sun_family = AF_UNIX };
	int s = socket(AF_UNIX, SOCK_STREAM, 0), before = next_fd();

	folder("a");
	put("a/file", "123456");
	assert_int_equal(symlink("a/file", "link"), 0);
	assert_int_equal(symlink("a", "to-a"), 0);
	assert_int_equal(mkfifo("fifo", 0666), 0);
	snprintf(name.sun_path, sizeof name.sun_path, "socket");
	assert_int_equal(bind(s, (const struct sockaddr *)&name, sizeof name),
			 0);

	assert_int_equal(read_error(box->root, "a/file", 5), EFBIG);
	assert_int_equal(read_error(box->root, "none", 5), ENOENT);
	assert_int_equal(read_error(box->root, "none/x", 5), ENOENT);
	assert_int_equal(read_error(box->root, "a/file/x", 5), ENOTDIR);
	assert_int_equal(read_error(box->root, "link", 9), ELOOP);
	assert_int_equal(read_error(AT_FDCWD, "link", 9), ELOOP);
	assert_int_equal(read_error(box->root, "to-a/file", 9), ELOOP);
	assert_int_equal(read_error(AT_FDCWD, "to-a/file", 9), 0);
	assert_int_equal(read_error(box->root, "a", 9), EINVAL);
	assert_int_equal(read_error(box->root, "fifo", 9), EINVAL);
	assert_int_equal(read_error(box->root, "socket", 9), EINVAL);
	assert_int_equal(read_error(box->root, "a/../a/file", 9), EINVAL);
	assert_int_equal(read_error(box->root, "/etc/passwd", SIZE_MAX),
			 ENOENT);
	assert_int_equal(next_fd(), before);
	close(s);
}

/* stat says that it is empty: so does a file that grows meanwhile. */
static void test_read_does_not_trust_the_size(void **state)
{
	struct buf b = { 0 };

	(void)state;
	assert_int_equal(fs_read(&b, AT_FDCWD, "/proc/self/status", 100000), 0);
	assert_true(slice_starts(buf_slice(&b), SLICE("Name:")));
	assert_int_equal(fs_read(&b, AT_FDCWD, "/proc/self/status", 10), EFBIG);
	buf_release(&b);
}

static void note_entry(void *ctx, const struct fs_entry *e)
{
	static const char *const kinds[] = { "file", "link", "other",
					     "unreadable" };

	buf_printf(ctx, "%s %s %llu %d\n", kinds[e->kind], e->path,
		   (unsigned long long)e->size, e->err);
}

static void test_walk(void **state)
{
	struct buf seen = { 0 };
	int before = next_fd();

	(void)state;
	folder("a");
	folder("a/sub");
	folder("a-b");
	folder("empty");
	folder(".git");
	put(".git/config", "x");
	put(".hidden", "x");
	put("b.txt", "12345");
	put("B.txt", "");
	put("a/z", "1");
	put("a/sub/y", "12");
	put("a-b/x", "123");
	assert_int_equal(symlink("/etc", "link"), 0);
	assert_int_equal(mkfifo("pipe", 0666), 0);

	assert_int_equal(fs_walk(".", note_entry, &seen), 0);
	assert_string_equal(buf_zstr(&seen), "file B.txt 0 0\n"
					     "file a/sub/y 2 0\n"
					     "file a/z 1 0\n"
					     "file a-b/x 3 0\n"
					     "file b.txt 5 0\n"
					     "link link 0 0\n"
					     "other pipe 0 0\n");
	assert_int_equal(next_fd(), before);
	buf_release(&seen);
}

static void test_walk_of_no_folder(void **state)
{
	struct buf seen = { 0 };

	(void)state;
	put("file", "");
	assert_int_equal(fs_walk("none", note_entry, &seen), ENOENT);
	assert_int_equal(fs_walk("file", note_entry, &seen), ENOTDIR);
	assert_int_equal(seen.len, 0);
}

static void test_walk_stops_at_the_depth(void **state)
{
	char expected[4 * FS_MAX_DEPTH] = "unreadable d";
	struct buf seen = { 0 };
	int before = next_fd();

	(void)state;
	for (int i = 0; i <= FS_MAX_DEPTH; i++) {
		folder("d");
		if (i == FS_MAX_DEPTH - 1)
			put("d/last", "");
		if (i == FS_MAX_DEPTH)
			put("d/beyond", "");
		assert_int_equal(chdir("d"), 0);
	}
	assert_int_equal(chdir(((struct sandbox *)*state)->path), 0);
	for (int i = 0; i < FS_MAX_DEPTH; i++)
		snprintf(expected + strlen(expected), 3, "/d");
	snprintf(expected + strlen(expected), 20, " 0 %d\n", ELOOP);

	assert_int_equal(fs_walk(".", note_entry, &seen), 0);
	buf_zstr(&seen);
	assert_memory_equal(seen.ptr, expected, strlen(expected));
	assert_true(slice_ends(buf_slice(&seen), SLICE("/last 0 0\n")));
	assert_null(strstr(seen.ptr, "beyond"));
	assert_int_equal(next_fd(), before);
	buf_release(&seen);
}

/* With no descriptor left below it, a folder is reported and not lost. */
static void test_walk_reports_what_it_cannot_open(void **state)
{
	struct buf seen = { 0 };
	struct rlimit old, few;
	char expected[100];
	int before = next_fd();

	(void)state;
	folder("a");
	put("a/x", "");
	put("b", "");
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &old), 0);
	few = (struct rlimit){ (rlim_t)before + 1, old.rlim_max };
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
	assert_int_equal(fs_walk(".", note_entry, &seen), 0);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &old), 0);
	snprintf(expected, sizeof expected, "unreadable a 0 %d\nfile b 0 0\n",
		 EMFILE);
	assert_string_equal(buf_zstr(&seen), expected);
	buf_release(&seen);
}

static void test_make_folders(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(fs_make_folders("x/y//z/"), 0);
	assert_int_equal(stat("x/y/z", &st), 0);
	assert_true(S_ISDIR(st.st_mode));
	assert_int_equal(fs_make_folders("x/y/z"), 0);
	assert_int_equal(fs_make_folders("/"), 0);
	assert_int_equal(fs_make_folders("/tmp"), 0);
	assert_int_equal(symlink("x", "link"), 0);
	assert_int_equal(fs_make_folders("link/w"), 0);
	assert_int_equal(stat("x/w", &st), 0);
	put("file", "");
	assert_int_equal(fs_make_folders("file"), ENOTDIR);
	assert_int_equal(fs_make_folders("file/x"), ENOTDIR);
	assert_int_equal(fs_make_folders(""), ENOENT);
}

/* Files in the sandbox whose name starts with a dot: ours, left behind. */
static int left_behind(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *e;
	int n = 0;

	assert_non_null(dir);
	while ((e = readdir(dir)))
		n += e->d_name[0] == '.' && strcmp(e->d_name, ".") &&
		     strcmp(e->d_name, "..");
	closedir(dir);
	return n;
}

static void test_write(void **state)
{
	struct sandbox *box = *state;
	mode_t mask = umask(027);
	int before = next_fd();
	struct stat st;

	folder("a");
	folder("a/b");
	assert_int_equal(fs_write(box->root, "a/b/c", SLICE("one"), false), 0);
	assert_content("a/b/c", "one");
	assert_int_equal(fs_write(box->root, "a/b/c", SLICE("two"), true), 0);
	assert_content("a/b/c", "two");
	assert_int_equal(fs_write(AT_FDCWD, "a/b/d", SLICE(""), false), 0);
	assert_content("a/b/d", "");
	assert_int_equal(fs_write(box->root, "e", SLICE("3"), false), 0);
	assert_content("e", "3");
	assert_int_equal(stat("e", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_int_equal(left_behind(".") + left_behind("a/b"), 0);
	assert_int_equal(next_fd(), before);
	umask(mask);
}

static void test_write_refusals(void **state)
{
	struct sandbox *box = *state;
	struct slice x = SLICE("x");
	int before = next_fd();

	folder("a");
	folder("outside");
	put("file", "old");
	assert_int_equal(symlink("outside", "link"), 0);
	assert_int_equal(fs_write(box->root, "a", x, false), EISDIR);
	assert_int_equal(fs_write(box->root, "none/x", x, false), ENOENT);
	assert_int_equal(fs_write(box->root, "file/x", x, false), ENOTDIR);
	assert_int_equal(fs_write(box->root, "link/x", x, false), ELOOP);
	assert_int_equal(fs_write(box->root, "a/../x", x, false), EINVAL);
	assert_int_equal(fs_write(box->root, "/tmp/arsip-x", x, false), ENOENT);
	assert_int_equal(left_behind(".") + left_behind("outside"), 0);
	assert_int_equal(access("outside/x", F_OK), -1);
	assert_int_equal(next_fd(), before);
}

static void test_write_replaces_a_link_and_not_its_target(void **state)
{
	struct sandbox *box = *state;
	struct stat st;

	put("precious", "old");
	assert_int_equal(symlink("precious", "link"), 0);
	assert_int_equal(link("precious", "hard"), 0);
	assert_int_equal(fs_write(box->root, "link", SLICE("new"), false), 0);
	assert_int_equal(fs_write(box->root, "hard", SLICE("new"), false), 0);
	assert_content("precious", "old");
	assert_int_equal(lstat("link", &st), 0);
	assert_true(S_ISREG(st.st_mode));
	assert_content("hard", "new");
}

/* In a process of its own, for which files end at 1000 bytes. */
static int write_with_limit(int root)
{
	static char big[5000];
	struct rlimit limit = { 1000, 1000 };

	signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &limit))
		return 99;
	return fs_write(root, "file", slice_make(big, sizeof big), false);
}

static void test_a_failed_write_leaves_the_old_content(void **state)
{
	struct sandbox *box = *state;
	int status;
	pid_t pid;

	put("file", "old");
	pid = fork();
	if (!pid)
		_Exit(write_with_limit(box->root));
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), EFBIG);
	assert_content("file", "old");
	assert_int_equal(left_behind("."), 0);
}

/* What a killed run of the same process number left must not stop us. */
static void test_a_leftover_is_no_obstacle(void **state)
{
	struct sandbox *box = *state;
	char temp[100];

	snprintf(temp, sizeof temp, ".arsip-tmp-%ld-%016llx", (long)getpid(),
		 (unsigned long long)hash64(SLICE("file")));
	put(temp, "leftover");
	assert_int_equal(fs_write(box->root, "file", SLICE("new"), false), 0);
	assert_content("file", "new");
	assert_content(temp, "leftover");
	assert_int_equal(left_behind("."), 1);
}

/* The temporary file of a failed rename is gone, so its name is free. */
static void test_a_failed_rename_can_be_repeated(void **state)
{
	struct sandbox *box = *state;

	folder("file");
	assert_int_equal(fs_write(box->root, "file", SLICE("x"), false),
			 EISDIR);
	assert_int_equal(left_behind("."), 0);
	assert_int_equal(rmdir("file"), 0);
	assert_int_equal(fs_write(box->root, "file", SLICE("x"), false), 0);
	assert_content("file", "x");
}

static void write_same(void *ctx, unsigned worker, size_t index)
{
	struct sandbox *box = ctx;
	char text[2] = { (char)('0' + index % 10), '\0' };

	(void)worker;
	if (fs_write(box->root, "same", slice_of(text), false))
		abort();
}

static void test_many_writers_of_one_file(void **state)
{
	struct buf b = { 0 };

	pool_run(8, 400, write_same, *state);
	assert_int_equal(fs_read(&b, AT_FDCWD, "same", 1), 0);
	assert_int_equal(b.len, 1);
	assert_int_equal(left_behind("."), 0);
	buf_release(&b);
}

#define in_sandbox(test)                                                       \
	cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_sandbox(test_read),
		in_sandbox(test_read_refusals),
		in_sandbox(test_read_does_not_trust_the_size),
		in_sandbox(test_walk),
		in_sandbox(test_walk_of_no_folder),
		in_sandbox(test_walk_stops_at_the_depth),
		in_sandbox(test_walk_reports_what_it_cannot_open),
		in_sandbox(test_make_folders),
		in_sandbox(test_write),
		in_sandbox(test_write_refusals),
		in_sandbox(test_write_replaces_a_link_and_not_its_target),
		in_sandbox(test_a_failed_write_leaves_the_old_content),
		in_sandbox(test_a_leftover_is_no_obstacle),
		in_sandbox(test_a_failed_rename_can_be_repeated),
		in_sandbox(test_many_writers_of_one_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
