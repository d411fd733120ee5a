/*
 * diag.h - what went wrong, where, and how to mend it. Reports are collected
 * from all threads and printed sorted by place, so that the order of work
 * never shows; all of them, not just the first. GNU format, so editors jump:
 *
 *   content/2024/flood.txt:3:7: error: the date 2024-02-30 does not exist
 *     help: write year-month-day, for example 2024-02-28
 *
 * The worst report decides the exit status.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/slice.h"

/* In order of weight: of two reports the later kind decides the status. */
enum severity {
	DIAG_NOTE,    /* status 0 */
	DIAG_WARNING, /* 0: mended or settled, and counted */
	DIAG_CONTENT, /* 1: content at fault; the site is built without it */
	DIAG_USAGE,   /* 2: command line, configuration, rules, templates */
	DIAG_MACHINE, /* 3: I/O, memory, repository */
	DIAG_REMOTE,  /* 4: the remote refused */
	DIAG_LOCKED,  /* 75: somebody else holds the lock */
};

/* Where. Line and column count from 1 (column in bytes); 0 means unknown. */
struct place {
	struct slice path;
	uint32_t line, column;
};

struct diag;
struct diag *diag_new(void);
void diag_free(struct diag *d);

/*
 * Adds a report; thread-safe; copies all it is given. `fmt` is the kind of the
 * report as well: many of one fmt are printed shortened. `help` may be NULL
 * for a note only.
 */
void diag_add(struct diag *d, enum severity severity, struct place at,
	      const char *help, const char *fmt, ...) PRINTF_LIKE(5, 6);

/* A failed system call on path: "path: what: strerror(err)", DIAG_MACHINE. */
void diag_errno(struct diag *d, const char *path, int err, const char *what,
		const char *help);

static inline struct place place_of(const char *path)
{
	return (struct place){ slice_of(path), 0, 0 };
}

/*
 * Forgets what was said of the content of other files than this one: neither
 * printed nor counted any more.
 */
void diag_forget_others(struct diag *d, struct slice path);

/* How many reports of this severity; and of it or worse. */
size_t diag_count(const struct diag *d, enum severity severity);
bool diag_failed(const struct diag *d, enum severity or_worse);

/*
 * Prints what was collected since the last call, sorted. After `limit`
 * reports of one kind the rest is summed up in a line; 0 means no limit.
 * With quiet, warnings and notes are left out.
 */
struct diag_style {
	bool colour, quiet;
	size_t limit;
};
void diag_print(struct diag *d, FILE *to, struct diag_style style);

/* The exit status of the design. With strict a warning counts as content. */
int diag_status(const struct diag *d, bool strict);

#endif
