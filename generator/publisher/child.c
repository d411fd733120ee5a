/*
 * child.c - posix_spawn and two pipes.
 */
#include "publisher/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

extern char **environ; /* POSIX: declared by whoever uses it */

enum {
	KEPT_MAX = 1 << 20,
	CHUNK = 16 * 1024
};

struct strings {
	VEC(char *) list;
};

static bool starts_with_any(const char *s, const char *const *list)
{
	for (; list && *list; list++)
		if (slice_starts(slice_of(s), slice_of(*list)))
			return true;
	return false;
}

/* Copies, as posix_spawn wants strings that are not const. */
static void add_all(struct strings *to, struct arena *a,
		    const char *const *list)
{
	for (; list && *list; list++)
		vec_push(&to->list, arena_zstr(a, slice_of(*list)));
}

static void add_environment(struct strings *to, struct arena *a,
			    const struct child *c)
{
	struct strings names = { 0 };

	for (const char *const *set = c->set; set && *set; set++) {
		size_t length = slice_find(slice_of(*set), '=', 0) + 1;

		vec_push(&names.list, arena_zstr(a, slice_make(*set, length)));
	}
	vec_push(&names.list, NULL);
	add_all(to, a, c->set);
	for (char **e = environ; *e; e++)
		if (!starts_with_any(*e, c->drop) &&
		    !starts_with_any(*e, (const char *const *)names.list.items))
			vec_push(&to->list, *e);
	vec_release(&names.list);
}

/* A pipe that no other child inherits. 0 or errno. */
static int make_pipe(int fd[2])
{
	if (pipe(fd))
		return errno;
	for (int i = 0; i < 2; i++)
		if (fcntl(fd[i], F_SETFD, FD_CLOEXEC))
			return errno;
	return 0;
}

/* 0 or an errno; out and err are the ends of pipes the child writes to. */
static int spawn(char *const *argv, char *const *environment, int out, int err,
		 pid_t *pid)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t defaults;
	int rc = posix_spawn_file_actions_init(&files);

	if (rc)
		return rc;
	rc = posix_spawnattr_init(&attributes);
	if (rc) {
		posix_spawn_file_actions_destroy(&files);
		return rc;
	}
	/* We may ignore SIGPIPE; git counts on it. */
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	if ((rc = posix_spawnattr_setsigdefault(&attributes, &defaults)) ||
	    (rc = posix_spawnattr_setflags(&attributes,
					   POSIX_SPAWN_SETSIGDEF)) ||
	    (rc = posix_spawn_file_actions_addopen(&files, 0, "/dev/null",
						   O_RDONLY, 0)) ||
	    (rc = posix_spawn_file_actions_adddup2(&files, out, 1)) ||
	    (rc = posix_spawn_file_actions_adddup2(&files, err, 2)))
		goto out;
	rc = posix_spawnp(pid, argv[0], &files, &attributes, argv, environment);
out:
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return rc;
}

/* Reads once; false at the end. */
static bool drain(int fd, struct buf *into)
{
	char chunk[CHUNK];
	ssize_t n = read(fd, chunk, sizeof chunk);

	if (n > 0 && into->len < KEPT_MAX)
		buf_add(into, slice_make(chunk, (size_t)n));
	return n > 0 || (n < 0 && errno == EINTR);
}

/* Both at once: a child that fills one pipe waits for us to empty it. */
static void drain_both(int out, struct buf *out_text, int err,
		       struct buf *err_text)
{
	struct pollfd fds[2] = { { out, POLLIN, 0 }, { err, POLLIN, 0 } };
	struct buf *texts[2] = { out_text, err_text };

	while (fds[0].fd >= 0 || fds[1].fd >= 0) {
		if (poll(fds, 2, -1) < 0 && errno != EINTR)
			return;
		for (int i = 0; i < 2; i++)
			if (fds[i].fd >= 0 && fds[i].revents &&
			    !drain(fds[i].fd, texts[i]))
				fds[i].fd = -1;
	}
}

static int wait_for(pid_t pid, int *status)
{
	int raw;

	while (waitpid(pid, &raw, 0) < 0)
		if (errno != EINTR)
			return errno;
	*status = WIFSIGNALED(raw) ? 128 + WTERMSIG(raw) : WEXITSTATUS(raw);
	return 0;
}

static void close_pipe(int fd[2])
{
	for (int i = 0; i < 2; i++) {
		if (fd[i] >= 0)
			close(fd[i]);
		fd[i] = -1;
	}
}

int child_run(const struct child *c, struct buf *out, struct buf *err,
	      int *status)
{
	struct strings argv = { 0 }, environment = { 0 };
	int to_out[2] = { -1, -1 }, to_err[2] = { -1, -1 };
	struct arena a = { 0 };
	pid_t pid;
	int rc;

	add_all(&argv, &a, c->argv);
	vec_push(&argv.list, NULL);
	add_environment(&environment, &a, c);
	vec_push(&environment.list, NULL);
	if ((rc = make_pipe(to_out)) || (rc = make_pipe(to_err)))
		goto out;
	rc = spawn(argv.list.items, environment.list.items, to_out[1],
		   to_err[1], &pid);
	if (rc)
		goto out;
	/* Our writing ends, else the end would never come. */
	close(to_out[1]);
	close(to_err[1]);
	to_out[1] = to_err[1] = -1;
	drain_both(to_out[0], out, to_err[0], err);
	rc = wait_for(pid, status);
out:
	close_pipe(to_out);
	close_pipe(to_err);
	vec_release(&environment.list);
	vec_release(&argv.list);
	arena_release(&a);
	return rc;
}
