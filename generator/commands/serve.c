/*
 * serve.c - `arsip serve`: the site in a browser while it is worked on. One
 * thread waits for requests, changes of files and the end; a change loads the
 * archive anew, a request makes one page of it.
 */
#include "commands/preview.h"
#include "commands/watch.h"

#include <errno.h>
#include <signal.h>
#include <sys/select.h>
#include <unistd.h>

enum {
	DEFAULT_PORT = 8000,
	ASK_FILES = 1,	  /* seconds, where nobody tells of changes */
	ASK_WAITING = 20, /* whether those who wait for news are still there */
};

struct serve {
	const struct options *options;
	struct preview *preview;
	struct http *http;
	struct watch *watch;
	struct arena paths; /* of what is watched */
	time_t woken;	    /* when the waiting were asked last */
};

static time_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

/* --- what is watched ------------------------------------------------------ */

static const char *below(struct serve *s, const char *folder, const char *name)
{
	return arena_printf(&s->paths, "%s/%s", folder, name).ptr;
}

/* Copies, since the next load frees what these are of. */
static void watch_site(struct serve *s)
{
	const struct site *site = &preview_session(s->preview)->site;
	size_t count = 0, n = 0;
	while (site->content[count])
		count++;
	arena_clear(&s->paths);
	const char **folders =
	    (const char **)arena_array(&s->paths, sizeof *folders, count + 2);
	const char **files =
	    (const char **)arena_array(&s->paths, sizeof *files, 4);
	for (; n < count; n++)
		folders[n] = below(s, site->folder, site->content[n]);
	folders[n] = arena_zstr(&s->paths, slice_of(site->theme));
	files[0] = below(s, site->folder, "arsip.yaml");
	files[1] = arena_zstr(&s->paths, slice_of(site->rules));
	files[2] = arena_zstr(&s->paths, slice_of(site->references));
	watch_set(s->watch, folders, files);
}

static double seconds_since(const struct timespec *start)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)(t.tv_sec - start->tv_sec) +
	       (double)(t.tv_nsec - start->tv_nsec) / 1e9;
}

/* Watched first, then read: what changes meanwhile is read once more. */
static void load_again(struct serve *s)
{
	struct timespec start;
	clock_gettime(CLOCK_MONOTONIC, &start);
	watch_site(s);
	bool ok = preview_load(s->preview);
	if (ok)
		watch_site(s); /* arsip.yaml may name others now */
	http_wake(s->http);
	if (s->options->quiet)
		return;
	printf("%s, in %.2f s\n",
	       ok ? "read again" : "read again, and it cannot be shown",
	       seconds_since(&start));
	fflush(stdout);
}

/* --- the loop ------------------------------------------------------------- */

static void on_signal(int number)
{
	(void)number; /* pselect returns, and that is all */
}

/* From here on a signal comes only where it is waited for, in *waiting. */
static void hold_signals(sigset_t *waiting)
{
	static const int numbers[] = { SIGINT, SIGTERM };
	struct sigaction act = { .sa_handler = on_signal };
	sigset_t held;
	sigemptyset(&act.sa_mask);
	sigemptyset(&held);
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		sigaction(numbers[i], &act, NULL);
		sigaddset(&held, numbers[i]);
	}
	sigprocmask(SIG_BLOCK, &held, waiting);
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		sigdelset(waiting, numbers[i]);
}

/* False when a signal says that it is over. */
static bool wait_for_something(struct serve *s, const sigset_t *waiting,
			       bool *told)
{
	int files = watch_fd(s->watch), ms = http_timeout(s->http);
	int http = http_fd(s->http), most = files > http ? files : http;
	int least = (files < 0 ? ASK_FILES : ASK_WAITING) * 1000;
	if (ms < 0 || ms > least)
		ms = least;
	struct timespec timeout = { ms / 1000, ms % 1000 * 1000000L };
	fd_set ready;
	FD_ZERO(&ready);
	FD_SET(http, &ready);
	if (files >= 0)
		FD_SET(files, &ready);
	int n = pselect(most + 1, &ready, NULL, NULL, &timeout, waiting);
	*told = n >= 0 && (files < 0 || FD_ISSET(files, &ready));
	return n >= 0;
}

static void loop(struct serve *s, const sigset_t *waiting)
{
	bool told;
	time_t asked = now();
	while (wait_for_something(s, waiting, &told)) {
		time_t t = now();
		bool due = watch_fd(s->watch) >= 0 || t - asked >= ASK_FILES;
		if (told && due) {
			asked = t;
			if (watch_changed(s->watch))
				load_again(s);
		}
		if (t - s->woken >= ASK_WAITING) {
			http_wake(s->http);
			s->woken = t;
		}
		http_run(s->http);
	}
}

/* --- the command ---------------------------------------------------------- */

/* False after saying why. */
static bool open_port(struct serve *s)
{
	unsigned long port = DEFAULT_PORT;
	if (s->options->port)
		(void)slice_number(slice_of(s->options->port), 65535, &port);
	int err =
	    http_open(&s->http, (unsigned)port, preview_answer, s->preview);
	if (!err)
		return true;
	fprintf(stderr,
		"arsip: error: cannot listen on port %lu: %s\n"
		"  help: arsip serve --port %lu, or --port 0 for any that is "
		"free\n",
		port, strerror(err), port < 65535 ? port + 1 : 8000);
	return false;
}

static void serve(struct serve *s)
{
	sigset_t waiting;
	s->watch = watch_new(false);
	s->woken = now();
	watch_site(s);
	hold_signals(&waiting);
	printf("http://localhost:%u/  shows %s; Ctrl-C ends it\n",
	       http_port(s->http), preview_session(s->preview)->site.folder);
	fflush(stdout);
	loop(s, &waiting);
	watch_free(s->watch);
}

int run_serve(const struct options *o)
{
	struct serve s = { .options = o, .preview = preview_new(o) };
	bool ok = open_port(&s), shown = ok && preview_load(s.preview);
	if (shown)
		serve(&s);
	http_close(s.http);
	int status = preview_free(s.preview);
	arena_release(&s.paths);
	return shown ? 0 : ok ? status : 3;
}
