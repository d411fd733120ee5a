/*
 * test_watch.c - changes of files, told by the system and asked for: both see
 * the same.
 */
#include "commands/watch.h"

#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/fs.h"

static int set_up(void **state)
{
	static char folder[] = "/tmp/arsip-watch-XXXXXX";
	memcpy(folder + sizeof folder - 7, "XXXXXX", 6);
	*state = mkdtemp(folder);
	return *state ? chdir(folder) : -1;
}

static int remove_one(const char *path, const struct stat *st, int kind,
		      struct FTW *at)
{
	(void)st, (void)kind, (void)at;
	return remove(path);
}

static int tear_down(void **state)
{
	return chdir("/") || nftw(*state, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static const char *const folders[] = { "content", "theme", NULL };
static const char *const files[] = { "arsip.yaml", "more/rules.yaml", NULL };

static void put(const char *path, const char *text)
{
	assert_int_equal(fs_write(AT_FDCWD, path, slice_of(text), false), 0);
}

static void make(const char *folder)
{
	assert_int_equal(fs_make_folders(folder), 0);
}

static void new_article(void)
{
	put("content/a.txt", "1");
}
static void other_text(void)
{
	put("content/a.txt", "another");
}
static void new_folder(void)
{
	make("content/2020/09");
}
static void article_below(void)
{
	put("content/2020/09/b.txt", "2");
}
static void renamed(void)
{
	assert_int_equal(rename("content/2020", "content/2021"), 0);
}
static void removed(void)
{
	assert_int_equal(unlink("content/a.txt"), 0);
}
static void theme_comes(void)
{
	make("theme");
}
static void template_comes(void)
{
	put("theme/foot.tpl", "x");
}
static void config_comes(void)
{
	put("arsip.yaml", "title: A");
}
static void rules_come(void)
{
	put("more/rules.yaml", "");
}
static void other_file(void)
{
	put("other.yaml", "1");
	put("more/other.yaml", "1");
	make("public");
	put("public/index.html", "1");
}
static void hidden_file(void)
{
	put("content/.a.txt.swp", "1");
}

static const struct {
	void (*act)(void);
	bool matters;
} rows[] = {
	{ new_article, true },	  { other_text, true },	  { new_folder, true },
	{ article_below, true },  { other_file, false },  { renamed, true },
	{ hidden_file, false },	  { removed, true },	  { theme_comes, true },
	{ template_comes, true }, { config_comes, true }, { rules_come, true },
	{ other_file, false },
};

static void sees_what_matters(bool poll_files)
{
	struct watch *w = watch_new(poll_files);
	make("content");
	make("more");
	watch_set(w, folders, files);
	assert_int_equal(watch_fd(w) < 0, poll_files);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_false(watch_changed(w));
		rows[i].act();
		watch_set(w, folders, files); /* forgets nothing */
		if (watch_changed(w) != rows[i].matters)
			fail_msg("row %zu", i);
	}
	watch_free(w);
}

static void told_by_the_system(void **state)
{
	(void)state;
	sees_what_matters(false);
}

static void asked_for(void **state)
{
	(void)state;
	sees_what_matters(true);
}

static void the_descriptor_wakes(void **state)
{
	struct watch *w = watch_new(false);
	(void)state;
	make("content");
	watch_set(w, folders, files);
	struct pollfd p = { .fd = watch_fd(w), .events = POLLIN };
	assert_int_equal(poll(&p, 1, 0), 0);
	new_article();
	assert_int_equal(poll(&p, 1, 1000), 1);
	assert_true(watch_changed(w));
	assert_int_equal(poll(&p, 1, 0), 0);
	watch_free(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(told_by_the_system, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(asked_for, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_descriptor_wakes, set_up,
						tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
