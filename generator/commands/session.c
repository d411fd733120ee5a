/*
 * session.c - what every command does first and last: configuration, lock,
 * loading, reports.
 */
#include "commands/command.h"

#include "base/fs.h"
#include "base/pool.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	REPORTS_OF_A_KIND = 5
};

/*
 * Asked before anything is written: a wrong -C or the wrong place to stand
 * shall not leave a state folder behind.
 */
static bool has_content_folders(struct session *s)
{
	bool ok = true;
	for (const char *const *f = s->site.content; *f; f++) {
		struct slice path =
		    arena_printf(&s->arena, "%s/%s", s->site.folder, *f);
		struct place at = { path, 0, 0 };
		struct stat st;
		bool there = lstat(path.ptr, &st) == 0;
		if (there ? S_ISDIR(st.st_mode)
			  : errno != ENOENT && errno != ENOTDIR)
			continue;
		if (there)
			diag_add(s->diag, DIAG_USAGE, at,
				 "name the folder itself with content: in "
				 "arsip.yaml; links are not followed",
				 "is no folder");
		else
			diag_add(s->diag, DIAG_USAGE, at,
				 "name the site's folder with -C, or make this "
				 "one",
				 "there is no such folder");
		ok = false;
	}
	return ok;
}

bool session_open(struct session *s, const struct options *o)
{
	*s = (struct session){ .options = o,
			       .diag = diag_new(),
			       .jobs = options_jobs(o),
			       .lock = -1 };
	arena_share_blocks();
	return site_read(&s->site, o->site, &s->arena, s->diag) &&
	       has_content_folders(s);
}

/*
 * A lock of the process, held until it ends however it ends; the file stays.
 * Record locks (fcntl) rather than a pid file: a dead holder holds nothing.
 */
bool session_lock(struct session *s)
{
	const char *path =
	    arena_printf(&s->arena, "%s/lock", s->site.state).ptr;
	const char *ignore =
	    arena_printf(&s->arena, "%s/.gitignore", s->site.state).ptr;
	struct flock want = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int err = fs_make_folders(s->site.state);
	if (!err && access(ignore, F_OK) != 0)
		err = fs_write(AT_FDCWD, ignore, SLICE("*\n"), false);
	if (!err) {
		s->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
		err = s->lock < 0 ? errno : 0;
	}
	if (err) {
		diag_errno(s->diag, s->site.state, err,
			   "cannot keep the state of the site",
			   "make the site's folder writable");
		return false;
	}
	if (fcntl(s->lock, F_SETLK, &want) == 0)
		return true;
	if (errno != EACCES && errno != EAGAIN) {
		diag_errno(s->diag, path, errno, "cannot take the lock",
			   "keep the site on a file system that has locks");
		return false;
	}
	fcntl(s->lock, F_GETLK, &want);
	diag_add(s->diag, DIAG_LOCKED, place_of(path),
		 "wait until it has ended, then run this again",
		 "another arsip is at work on this site (process %ld)",
		 (long)want.l_pid);
	return false;
}

/* --- loading -------------------------------------------------------------- */

static void take_document(void *ctx, unsigned worker,
			  const struct document *doc)
{
	archive_add(ctx, worker, doc);
}

static void load_one(void *ctx, unsigned worker, size_t index)
{
	struct session *s = ctx;
	loader_load(s->loader, s->readers[worker], (uint32_t)index,
		    take_document, s->builder, worker, s->diag);
}

static bool may_go_on(const struct session *s)
{
	return !diag_failed(s->diag,
			    s->options->strict ? DIAG_WARNING : DIAG_USAGE);
}

bool session_load(struct session *s)
{
	const struct loader_options options = {
		s->site.folder, s->site.content, s->site.rules,
		s->site.fields, s->site.state,	 s->site.zone_minutes
	};
	struct archive_options archive = { .merges = s->site.tag_merges,
					   .merge_count =
					       s->site.tag_merge_count,
					   .tag_minimum = s->site.tag_minimum,
					   .jobs = s->jobs };
	if (!overrides_read(s->site.references, &s->arena, &s->overrides,
			    &s->override_count, s->diag))
		return false;
	archive.overrides = s->overrides;
	archive.override_count = s->override_count;
	s->loader = loader_open(&options, s->diag);
	if (!s->loader)
		return false;
	loader_scan(s->loader, s->diag);
	s->readers = ARENA_ARRAY(&s->arena, struct loader_worker *, s->jobs);
	for (unsigned i = 0; i < s->jobs; i++)
		s->readers[i] = loader_worker_new();
	s->builder = archive_begin(s->jobs);
	pool_run(s->jobs, loader_units(s->loader), load_one, s);
	loader_report_repairs(s->loader, s->readers, s->jobs, s->diag);
	s->archive = archive_finish(s->builder, &archive, s->diag);
	return may_go_on(s);
}

const struct document *session_read(struct session *s, unsigned worker,
				    uint32_t number)
{
	const struct article *article = &s->archive->articles[number];
	const struct document *doc =
	    loader_read(s->loader, s->readers[worker], &article->where, NULL);
	if (doc && doc->fingerprint == article->fingerprint)
		return doc;
	diag_add(s->diag, DIAG_MACHINE, (struct place){ article->source, 0, 0 },
		 "see that it can be read, and run this again when nobody "
		 "writes there",
		 "what was read a moment ago is not there any more");
	return NULL;
}

bool session_has_articles(struct session *s)
{
	if (s->archive->count)
		return true;
	diag_add(
	    s->diag, DIAG_CONTENT, place_of(s->site.folder),
	    "put .txt, .md or .html files below the content folder, or "
	    "name another folder with -C; what was built or published before "
	    "stays as it is",
	    "there is not one article here");
	return false;
}

/* --- the end -------------------------------------------------------------- */

/* What was printed must have arrived: a full disk is no success. */
static void check_output(struct session *s)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return;
	diag_errno(s->diag, "standard output", errno, "cannot write the result",
		   "see that the disk is not full and the reader still there");
}

void session_report(struct session *s)
{
	const struct options *o = s->options;
	diag_print(s->diag, stderr,
		   (struct diag_style){
		       .colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR"),
		       .quiet = o->quiet || (s->errors_only && !o->verbose),
		       .limit = o->verbose ? 0 : REPORTS_OF_A_KIND });
}

int session_close(struct session *s)
{
	check_output(s);
	int status = diag_status(s->diag, s->options->strict);
	session_report(s);
	for (unsigned i = 0; s->readers && i < s->jobs; i++)
		loader_worker_free(s->readers[i]);
	archive_free(s->builder);
	loader_close(s->loader);
	if (s->lock >= 0)
		close(s->lock);
	diag_free(s->diag);
	arena_release(&s->arena);
	return status;
}

struct slice format_count(struct arena *a, uint64_t n, const char *noun)
{
	struct buf out = { 0 };
	text_add_number(&out, n, ',');
	if (noun)
		buf_printf(&out, " %s%s", noun, n == 1 ? "" : "s");
	struct slice text = arena_copy(a, buf_slice(&out));
	buf_release(&out);
	return text;
}
