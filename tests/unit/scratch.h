/*
 * scratch.h - for tests of the publisher: a folder of one's own to work in,
 * and the shell to set up and to ask git with.
 */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/diag.h"
#include "publisher/child.h"

/* Every test: an empty folder as the current one and as HOME, and reports. */
struct scratch {
	char path[200];
	struct diag *diag;
	struct buf text; /* of the last question */
};

static int scratch_set_up(void **state)
{
	static struct scratch s;
	const char *tmp = getenv("TMPDIR");

	snprintf(s.path, sizeof s.path, "%s/arsip-XXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(s.path) || chdir(s.path) || setenv("HOME", s.path, 1) ||
	    setenv("GIT_CONFIG_NOSYSTEM", "1", 1) ||
	    unsetenv("XDG_CONFIG_HOME"))
		return -1;
	s.diag = diag_new();
	s.text = (struct buf){ 0 };
	*state = &s;
	return 0;
}

static int remove_entry(const char *path, const struct stat *st, int kind,
			struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

static int scratch_tear_down(void **state)
{
	struct scratch *s = *state;

	diag_free(s->diag);
	buf_release(&s->text);
	if (chdir("/"))
		return -1;
	return nftw(s->path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

#define SCRATCH_TEST(f)                                                        \
	cmocka_unit_test_setup_teardown(f, scratch_set_up, scratch_tear_down)

/* What a shell command prints, without the last line end; it must succeed. */
static const char *shell(struct scratch *s, const char *fmt, ...)
    PRINTF_LIKE(2, 3);
static const char *shell(struct scratch *s, const char *fmt, ...)
{
	struct buf err = { 0 };
	char command[2000];
	const char *argv[] = { "sh", "-ec", command, NULL };
	struct child child = { .argv = argv };
	int status = -1;
	va_list args;

	va_start(args, fmt);
	vsnprintf(command, sizeof command, fmt, args);
	va_end(args);
	buf_clear(&s->text);
	assert_int_equal(child_run(&child, &s->text, &err, &status), 0);
	if (status)
		print_error("%s: %d: %s\n", command, status, buf_zstr(&err));
	assert_int_equal(status, 0);
	buf_release(&err);
	while (s->text.len && s->text.ptr[s->text.len - 1] == '\n')
		s->text.len--;
	return buf_zstr(&s->text);
}

/* Whether a report that was not looked at yet holds this text. */
static bool reported(struct scratch *s, const char *part)
{
	char *text = NULL;
	size_t length = 0;
	FILE *to = open_memstream(&text, &length);

	assert_non_null(to);
	diag_print(s->diag, to, (struct diag_style){ 0 });
	fclose(to);
	buf_clear(&s->text);
	buf_add(&s->text, slice_make(text, length));
	(free)(text);
	if (strstr(buf_zstr(&s->text), part))
		return true;
	print_error("not in the reports: %s\n%s", part, s->text.ptr);
	return false;
}

/* The status of what was reported since the last look; then forgets it. */
static int status_of_reports(struct scratch *s)
{
	int status = diag_status(s->diag, false);

	diag_free(s->diag);
	s->diag = diag_new();
	return status;
}

#endif
