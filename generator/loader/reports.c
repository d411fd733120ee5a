/*
 * reports.c - what the loader says of a source whose bytes are not as they
 * should be.
 */
#include "loader/state.h"

#include "base/text.h"

#include <errno.h>

size_t source_cap(enum source_format format)
{
	return format == FORMAT_HTML ? PAGE_CAP : ARTICLE_CAP;
}

void report_unreadable(const struct source *source, int err, const char *path,
		       struct diag *d)
{
	struct place at = { source->path, 0, 0 };
	if (err == EFBIG)
		diag_add(d, DIAG_CONTENT, at,
			 "split it, one article a file, or move it out of the "
			 "content",
			 "is longer than %zu bytes, which no article is; left "
			 "out",
			 source_cap(source->format));
	else
		diag_errno(d, path, err, "cannot read this article",
			   "make it readable or move it out of the content; "
			   "without it its page would vanish");
}

void report_repairs(const struct text_repairs *done, struct slice source,
		    struct diag *d)
{
	struct place at = { source, done->first_invalid_line, 0 };
	uint32_t invalid = done->count[REPAIR_INVALID];
	uint32_t nul = done->count[REPAIR_NUL];
	uint32_t control = done->count[REPAIR_CONTROL];
	uint32_t guessed = done->count[REPAIR_CP1252];
	if (invalid)
		diag_add(d, DIAG_WARNING, at,
			 "save the file as UTF-8; what is shown as \xEF\xBF"
			 "\xBD was lost before arsip saw it",
			 "%u bytes are no UTF-8 and were replaced", invalid);
	at.line = 0;
	if (guessed)
		diag_add(d, DIAG_WARNING, at,
			 "see that the letters are right, and save the file "
			 "as UTF-8",
			 "%u bytes are no UTF-8 and were read as Windows-1252",
			 guessed);
	if (nul)
		diag_add(d, DIAG_WARNING, at, "remove them from the file",
			 "%u NUL bytes were taken out", nul);
	if (control)
		diag_add(d, DIAG_WARNING, at, "remove them from the file",
			 "%u control characters became blanks", control);
}

/* A record of a CSV that has other fields than the header promised. */
void report_count(struct cleaner *c, const struct columns *columns,
		  size_t count)
{
	const struct place at = { c->doc->source, 0, 0 };
	if (!c->diag || count == columns->count)
		return;
	if (count < columns->count)
		diag_add(c->diag, DIAG_WARNING, at,
			 "see whether a quotation mark or separator is missing",
			 "has %zu fields, the header has %zu; the last are "
			 "taken as empty",
			 count, columns->count);
	else
		diag_add(c->diag, DIAG_WARNING, at,
			 "put fields that hold the separator into quotation "
			 "marks",
			 "has %zu fields, the header has %zu; what is more %s",
			 count, columns->count,
			 csv_joins(columns) ? "was read as text"
					    : "is left out");
}
