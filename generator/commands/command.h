/*
 * command.h - what a command is, and what all of them share: options, the
 * site's configuration, the loaded archive. The only room that knows all the
 * others, and the only one that prints.
 */
#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include "archive/archive.h"
#include "base/diag.h"
#include "loader/loader.h"

/* What the command line said. */
struct options {
	const char *site; /* -C */
	const char *jobs; /* -j */
	const char *branch, *repository, *push;
	const char *operand;  /* FILE of explain, DIR of init */
	const char *override; /* of check */
	const char *port;     /* of serve */
	bool all, help, json, quiet, verbose, strict, dry_run;
};

/* The exit status, after printing what went wrong. */
typedef int command_fn(const struct options *o);
command_fn run_build, run_publish, run_explain, run_export, run_check;
command_fn run_init, run_serve;

/* --- options.c ------------------------------------------------------------ */

struct command {
	const char *name, *operand, *summary;
	command_fn *run;
	const char *options; /* letters of options.c's table that it takes */
	const char *example; /* of one with an operand */
};

/*
 * Reads the command line. Returns the command, or NULL with *status set when
 * the program is to end now (--help, --version, a mistake).
 */
const struct command *options_read(int argc, char **argv, struct options *o,
				   int *status);
unsigned options_jobs(const struct options *o);

/* --- site.c: arsip.yaml --------------------------------------------------- */

struct site {
	const char *folder; /* of the site */
	struct slice title, description, language;
	struct slice base_url;		  /* with "/" at the end, or empty */
	struct slice host;		  /* for CNAME, or empty */
	struct slice zone;		  /* "+07:00" */
	int zone_minutes;		  /* the same, east of UTC */
	const char *const *content;	  /* below folder; ends with NULL */
	struct slice fields[FIELD_COUNT]; /* own names of columns */
	const char *output, *state, *theme, *rules, *references; /* paths */
	const char *branch, *repository, *remote; /* remote may be NULL */
	uint32_t page_size, home_size, feed_size;
	const struct tag_merge *tag_merges; /* what is one tag */
	size_t tag_merge_count;
	uint32_t tag_minimum;
	bool raw;
};
/* False after reporting. Everything is in the arena. */
MUST_CHECK bool site_read(struct site *site, const char *folder,
			  struct arena *a, struct diag *d);

/* --- session.c: what every command does first and last -------------------- */

struct session {
	const struct options *options;
	struct diag *diag;
	struct arena arena;
	struct site site;
	unsigned jobs;
	bool errors_only; /* its output is no report on the archive */
	int lock;
	struct loader *loader;
	struct loader_worker **readers; /* one a job */
	struct archive_builder *builder;
	const struct archive *archive;
	const struct override *overrides; /* as references.yaml has them */
	size_t override_count;
};

/* Reads the configuration. False: print and end with session_close. */
MUST_CHECK bool session_open(struct session *s, const struct options *o);
/* Takes the site's lock, or reports who holds it (DIAG_LOCKED). */
MUST_CHECK bool session_lock(struct session *s);
/*
 * Loads the archive. False if it must not be used: the machine failed, the
 * configuration is wrong, or --strict and the content is at fault.
 */
MUST_CHECK bool session_load(struct session *s);
/*
 * The document of an article again, body and all, until the worker's next one.
 * NULL after reporting that it is not what it was (DIAG_MACHINE).
 */
const struct document *session_read(struct session *s, unsigned worker,
				    uint32_t number);
/*
 * An archive of no articles never replaces a site: it is a wrong folder far
 * more often than a wish. False after reporting (DIAG_CONTENT).
 */
MUST_CHECK bool session_has_articles(struct session *s);
/* Prints the reports since the last time: before a summary, and at the end. */
void session_report(struct session *s);
/* Prints the reports, frees all, returns the exit status. */
int session_close(struct session *s);

/* "12,345", or with a noun "12,345 files", "1 file". */
struct slice format_count(struct arena *a, uint64_t n, const char *noun);

#endif
