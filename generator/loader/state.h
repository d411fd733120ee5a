/*
 * state.h - a loader, between scan.c, which fills it, and loader.c, which
 * reads from it.
 */
#ifndef LOADER_STATE_H
#define LOADER_STATE_H

#include "loader/fields.h"
#include "loader/spool.h"
#include "loader/units.h"

struct source {
	struct slice path;
	enum source_format format;
	bool packed;		/* with gzip or zstd */
	bool spooled;		/* offsets are those of the spool */
	struct columns columns; /* of a CSV */
	enum day_order order;	/* of a file of many: what its dates show */
};

struct loader {
	struct arena arena;
	const char *root;
	const char *const *folders;
	const struct slice *fields; /* the site's names, or NULL */
	int fd;			    /* of root */
	int zone;
	struct rules *rules;
	VEC(struct source) sources;
	VEC(struct site_page) pages;
	struct units units;
	struct spool spool;
};

/* --- pages.c -------------------------------------------------------------- */

/* Whether a path, from its content folder on, is that of a page. */
bool page_is_below(struct slice path);
/* Notes a file there, or reports that it is none to be a page. */
void page_add(struct loader *l, struct slice source, struct diag *d);
/* Reads what was noted; what is no page is reported and left out. */
void pages_read(struct loader *l, struct diag *d);

/* --- reports.c ------------------------------------------------------------ */

/* Bytes: what is longer is no source of this format. */
size_t source_cap(enum source_format format);
/* A file that could not be read, for this errno. */
void report_unreadable(const struct source *source, int err, const char *path,
		       struct diag *d);
/* What was lost, or guessed, of an article's bytes. */
void report_repairs(const struct text_repairs *done, struct slice source,
		    struct diag *d);
/* A record of a CSV with other fields than its header promised, if it is. */
void report_count(struct cleaner *c, const struct columns *columns,
		  size_t count);

#endif
