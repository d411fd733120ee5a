/*
 * fields.h - what a record of a JSONL or CSV file says, by field: columns and
 * keys are found by their usual names, or by the site's own.
 */
#ifndef LOADER_FIELDS_H
#define LOADER_FIELDS_H

#include "loader/internal.h"

/* A record's texts; empty where it is silent. */
struct record {
	struct slice fields[FIELD_COUNT];
	bool nested; /* its body is a list of lists or objects: not read */
};

/*
 * The field that a column or key of this name holds, or FIELD_COUNT. `own`:
 * the site's names by field, or NULL; a field with an own name has no other.
 */
enum field field_of(struct slice name, const struct slice *own);

/*
 * From the fields to front matter and body: the body's lines go to `text`, one
 * a line (a printed Python list is taken apart), the rest to fm. What cannot
 * be understood is reported at `source` and left out.
 */
void fields_apply(const struct record *r, struct front_matter *fm,
		  struct buf *text, struct cleaner *c);

/* --- the formats ---------------------------------------------------------- */

/* The line with raw control characters as blanks; they are none in JSON. */
struct slice jsonl_level(struct arena *a, struct slice line,
			 struct text_repairs *done);
/* Reads a line of JSONL. False after writing to `why` what is wrong. */
MUST_CHECK bool jsonl_read(struct record *r, struct slice line,
			   const struct slice *own, struct arena *a,
			   struct buf *why);

/* Which column holds which field. */
struct columns {
	enum field *fields; /* by column */
	size_t count;
	char separator; /* ',', ';', '|' or a tab: the header's commonest */
};
/* From the header; false if there is neither a title nor a body. */
MUST_CHECK bool csv_columns(struct columns *out, struct slice header,
			    const struct slice *own, struct arena *a);
/*
 * Reads a record; copies into the arena what was quoted. Returns how many
 * fields it has: with too few the last are empty, of too many the last are
 * passed over, unless csv_joins.
 */
size_t csv_read(struct record *r, struct slice text, const struct columns *c,
		struct arena *a);
/* Whether the text is the last column: then separators in it need no quotes. */
static inline bool csv_joins(const struct columns *c)
{
	return c->count && c->fields[c->count - 1] == FIELD_BODY;
}
/* Whether a record says the names of the columns again. */
bool csv_is_header(const struct record *r, const struct slice *own);
/* The number of fields of a record. */
size_t csv_count(struct slice record, char separator);
/*
 * Where records end: at a line end outside quotes. A quotation mark opens a
 * quoted field only at its beginning; within one it is doubled. {separator}
 * to begin with, `start` true.
 */
struct csv_scan {
	char separator;
	bool start, quoted, closed; /* closed: by the byte before */
};
/* Goes over one byte; true if it ends a record. */
static inline bool csv_scan(struct csv_scan *s, char c)
{
	bool was_closed = s->closed;
	s->closed = false;
	if (s->quoted) {
		s->quoted = c != '"';
		s->closed = c == '"';
		return false;
	}
	s->quoted = c == '"' && (s->start || was_closed);
	s->start = c == s->separator || c == '\n';
	return c == '\n';
}
/* Without the line ends behind it; blanks stay, for a tab may separate. */
struct slice csv_trim(struct slice record);
/* Takes the next record off *rest. */
bool csv_next(struct slice *rest, char separator, struct slice *record);

#endif
