/*
 * units.h - the work of loading in parts: a file with one article is a part,
 * a file with many is cut into parts of about a megabyte.
 */
#ifndef LOADER_UNITS_H
#define LOADER_UNITS_H

#include "loader/internal.h"

struct unit {
	uint32_t file;
	uint32_t first; /* number of its first record; 0: one article */
	uint64_t offset, length;
};

struct units {
	struct unit *items;
	size_t count, cap;
};

/* A file to be cut. */
struct records_file {
	int fd;
	uint32_t number; /* among the sources */
	struct slice path;
	uint64_t from, to; /* the bytes of fd; `to` may lie behind its end */
	bool cut; /* its end was lost: a record without a line end is a half */
	bool csv; /* quotes count, and the first record is the header */
	/* Told where the header is; says what separates fields, and how many
	   there are. */
	char (*header)(void *ctx, uint64_t offset, uint64_t length,
		       size_t *columns);
	void *ctx;
};

/*
 * Appends the parts of a file. Records too long are reported (DIAG_CONTENT)
 * and left out. So is what follows a quotation mark that does not close within
 * ARTICLE_CAP bytes; but if whole records follow on its line, that record ends
 * with its line, with a warning, and nothing is left out. False with errno set
 * if it cannot be read.
 */
MUST_CHECK bool units_split(struct units *out, const struct records_file *file,
			    struct diag *d);

#endif
