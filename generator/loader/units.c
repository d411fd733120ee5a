/*
 * units.c - files of many articles, cut into parts that workers read at the
 * same time: a file is streamed once, and a part ends where a record does.
 * Memory does not depend on the length of a file. Knows where records end
 * (JSONL: at a line end; CSV: at a line end outside quotes) and nothing else.
 */
#include "loader/fields.h"
#include "loader/units.h"

#include "base/fs.h"

#include <errno.h>
#include <unistd.h>

enum {
	CHUNK = 1 << 20,      /* bytes read at a time */
	UNIT_BYTES = 1 << 20, /* a part is at least so long, if it can be */
	AHEAD = 1 << 18,      /* looked at behind a mark that is not closed */
	RECORDS_SEEN = 8,
	LOOKS_MAX = 1000, /* in a file, lest they take more than reading it */
};

struct splitter {
	const struct records_file *file;
	struct units *out;
	struct diag *diag;
	uint64_t unit, record;	   /* where the present ones begin */
	uint32_t unit_first;	   /* number of the unit's first record */
	uint32_t number;	   /* of the present record */
	uint64_t line, quote_line; /* from 1; where the open quote stands */
	uint64_t resume; /* behind that line's end; 0: not there yet */
	size_t columns;	 /* of the header */
	struct csv_scan csv;
	uint32_t looks; /* ahead, so far */
	bool stray;	/* text stands behind a field of several lines */
	bool blank;	/* nothing but blanks so far */
	bool header;	/* the present record is the header of a CSV */
};

static void end_unit(struct splitter *s, uint64_t at, uint32_t next)
{
	if (at > s->unit && next > s->unit_first)
		vec_push(s->out, (struct unit){ .file = s->file->number,
						.first = s->unit_first,
						.offset = s->unit,
						.length = at - s->unit });
	s->unit = at;
	s->unit_first = next;
}

/* A record ends before byte `at`. */
static void end_record(struct splitter *s, uint64_t at)
{
	if (s->header && !s->blank) {
		s->csv.separator = s->file->header(s->file->ctx, s->record,
						   at - s->record, &s->columns);
		s->header = false;
		s->unit = at;
	} else if (!s->blank && at - s->record > ARTICLE_CAP) {
		diag_add(s->diag, DIAG_CONTENT,
			 (struct place){ s->file->path, (uint32_t)s->line, 0 },
			 "see whether a quotation mark is missing before it",
			 "record %u is longer than %d bytes, which no article "
			 "is; left out",
			 s->number, ARTICLE_CAP);
		end_unit(s, s->record, s->number);
		s->unit = at;
		s->unit_first = ++s->number;
	} else if (!s->blank) {
		s->number++;
		if (at - s->unit >= UNIT_BYTES)
			end_unit(s, at, s->number);
	} else if (at - s->unit >= UNIT_BYTES) { /* no part holds many blanks */
		end_unit(s, s->record, s->number);
		s->unit = at;
	}
	s->record = at;
	s->blank = true;
}

/* Of JSONL: up to the line's end, or to the end of what is there. */
static size_t take_line(struct splitter *s, struct slice rest, uint64_t at)
{
	size_t end = slice_find(rest, '\n', 0);
	if (s->blank)
		s->blank = !slice_trim(slice_sub(rest, 0, end)).len;
	if (end == rest.len)
		return end;
	end_record(s, at + end + 1);
	s->line++;
	return end + 1;
}

/* Of CSV: what is inside quotes, in one go, for most of a file is. */
static size_t take_quoted(struct splitter *s, struct slice rest, uint64_t at)
{
	struct slice text = slice_sub(rest, 0, slice_find(rest, '"', 0));
	size_t i = slice_find(text, '\n', 0);
	if (!s->resume && i < text.len)
		s->resume = at + i + 1;
	for (; i < text.len; i = slice_find(text, '\n', i + 1))
		s->line++;
	return text.len;
}

static void take_byte(struct splitter *s, char c, uint64_t at)
{
	bool was_in = s->csv.quoted || s->csv.closed; /* "" goes on */
	bool closed = s->csv.closed;
	bool ends = csv_scan(&s->csv, c);
	if (closed && s->resume && c != '"' && !is_blank(c) &&
	    c != s->csv.separator)
		s->stray = true;
	if (s->csv.quoted && !was_in) {
		s->quote_line = s->line;
		s->resume = 0;
	}
	if (!is_blank(c))
		s->blank = false;
	if (ends)
		end_record(s, at + 1);
	s->line += c == '\n';
}

/* Returns how many bytes of the rest it took. */
static size_t take_some(struct splitter *s, struct slice rest, uint64_t at)
{
	if (!s->file->csv)
		return take_line(s, rest, at);
	if (s->csv.quoted && rest.ptr[0] != '"')
		return take_quoted(s, rest, at);
	take_byte(s, rest.ptr[0], at);
	return 1;
}

/* --- a quotation mark that nobody closed -----------------------------------
 */

/*
 * Whether whole records begin behind the line of the open quotation mark: the
 * next RECORDS_SEEN, or all up to the end of the file but two at least, have
 * as many fields as the header. Lines of prose do not.
 */
static bool records_follow(const struct splitter *s)
{
	struct buf ahead = { 0 };
	struct slice rest, record;
	size_t got = 0, seen = 0;
	bool all = true;
	if (!s->resume || s->columns < 2 || s->resume >= s->file->to)
		return false;
	uint64_t left = s->file->to - s->resume;
	size_t want = left < AHEAD ? (size_t)left : AHEAD;
	buf_reserve(&ahead, AHEAD);
	if (fs_read_at(s->file->fd, s->resume, ahead.ptr, want, &got))
		got = 0;
	rest = slice_make(ahead.ptr, got);
	while (all && seen < RECORDS_SEEN &&
	       csv_next(&rest, s->csv.separator, &record)) {
		if (!rest.len && got == AHEAD)
			break; /* it may go on */
		if (!slice_trim(record).len)
			continue;
		all = csv_count(record, s->csv.separator) == s->columns;
		seen++;
	}
	buf_release(&ahead);
	return all && seen >= 2;
}

/* Ends the record with the line of the open mark; it ends a part, too, since
   whoever reads the part would not find its end. */
static void close_quote(struct splitter *s)
{
	diag_add(s->diag, DIAG_WARNING,
		 (struct place){ s->file->path, (uint32_t)s->quote_line, 0 },
		 "close it, or write \"\" for a quotation mark inside a field",
		 "a quotation mark opens here and is not closed; since whole "
		 "records follow, record %u ends with this line",
		 s->number);
	end_unit(s, s->resume, ++s->number);
	s->record = s->resume;
	s->blank = true;
	s->line = s->quote_line + 1;
	s->csv = (struct csv_scan){ s->csv.separator, true, false, false };
}

/* The record is too long, or the file ends in it. True if it goes on behind
   the line. */
static bool mend_quote(struct splitter *s, bool at_end)
{
	const struct place at = { s->file->path, (uint32_t)s->quote_line, 0 };
	if (records_follow(s)) {
		close_quote(s);
		return true;
	}
	if (at_end)
		diag_add(s->diag, DIAG_CONTENT, at,
			 "close it, or write \"\" for one inside a field",
			 "a quotation mark opens here and the file ends; the "
			 "last record, number %u, may hold several",
			 s->number);
	else
		diag_add(s->diag, DIAG_CONTENT, at,
			 "close it, or write \"\" for a quotation mark inside "
			 "a field",
			 "a quotation mark opens here and does not close "
			 "within %d bytes; the records from number %u on are "
			 "left out",
			 ARTICLE_CAP, s->number);
	return false;
}

/* --- the whole ------------------------------------------------------------ */

static int read_chunk(const struct records_file *file, uint64_t at,
		      struct buf *chunk)
{
	uint64_t left = file->to - at;
	chunk->len = 0;
	return fs_read_at(file->fd, at, chunk->ptr,
			  left < CHUNK ? (size_t)left : CHUNK, &chunk->len);
}

/*
 * A field over several lines is closed, and text follows where a separator
 * should: the mark that closed it opened another. True if that was so.
 */
static bool mend_stray(struct splitter *s)
{
	s->stray = false;
	if (s->looks++ < LOOKS_MAX && records_follow(s)) {
		close_quote(s);
		return true;
	}
	diag_add(s->diag, DIAG_WARNING,
		 (struct place){ s->file->path, (uint32_t)s->quote_line, 0 },
		 "see whether it is closed where it should be, and write \"\" "
		 "for a quotation mark inside a field",
		 "a quotation mark opens here, and text stands behind the one "
		 "that closes it; record %u may hold several",
		 s->number);
	return false;
}

/* True if it is to be read again from s->resume on. */
static bool take_chunk(struct splitter *s, struct slice chunk, uint64_t at)
{
	for (size_t i = 0; i < chunk.len;) {
		i += take_some(s, slice_from(chunk, i), at + i);
		if (s->stray && mend_stray(s))
			return true;
	}
	return false;
}

/* Goes over the file. What is left at its end is still to be ended. */
static int split(struct splitter *s, uint64_t *at, struct buf *chunk)
{
	for (;;) {
		int err = read_chunk(s->file, *at, chunk);
		if (take_chunk(s, buf_slice(chunk), *at)) {
			*at = s->resume;
			continue;
		}
		*at += chunk->len;
		bool at_end = err || chunk->len < CHUNK;
		if (err || (at_end && (s->file->cut || !s->csv.quoted)))
			return err;
		if (!s->csv.quoted ||
		    (!at_end && *at - s->record <= ARTICLE_CAP))
			continue;
		if (!mend_quote(s, at_end)) {
			s->csv.quoted = !at_end; /* then nothing more is read */
			return 0;
		}
		*at = s->resume;
	}
}

bool units_split(struct units *out, const struct records_file *file,
		 struct diag *d)
{
	struct splitter s = { .file = file,
			      .out = out,
			      .diag = d,
			      .unit = file->from,
			      .record = file->from,
			      .unit_first = 1,
			      .number = 1,
			      .line = 1,
			      .csv = { ',', true, false, false },
			      .blank = true,
			      .header = file->csv };
	struct buf chunk = { 0 };
	uint64_t at = file->from;
	buf_reserve(&chunk, CHUNK);
	int err = split(&s, &at, &chunk);
	buf_release(&chunk);
	if (!err && !file->cut && !s.csv.quoted) {
		end_record(&s, at);
		end_unit(&s, at, s.number);
	} else if (!err) {
		end_unit(&s, s.record, s.number);
	}
	return err == 0 || (errno = err, false);
}
