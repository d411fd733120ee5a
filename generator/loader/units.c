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
};

struct splitter {
	const struct records_file *file;
	struct units *out;
	struct diag *diag;
	uint64_t unit, record;	   /* where the present ones begin */
	uint32_t unit_first;	   /* number of the unit's first record */
	uint32_t number;	   /* of the present record */
	uint64_t line, quote_line; /* from 1; where the open quote stands */
	struct csv_scan csv;
	bool blank;  /* nothing but blanks so far */
	bool header; /* the present record is the header of a CSV */
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
		s->csv.separator =
		    s->file->header(s->file->ctx, s->record, at - s->record);
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
static size_t take_quoted(struct splitter *s, struct slice rest)
{
	struct slice text = slice_sub(rest, 0, slice_find(rest, '"', 0));
	size_t i = slice_find(text, '\n', 0);
	for (; i < text.len; i = slice_find(text, '\n', i + 1))
		s->line++;
	return text.len;
}

static void take_byte(struct splitter *s, char c, uint64_t at)
{
	bool was_in = s->csv.quoted || s->csv.closed; /* "" goes on */
	bool ends = csv_scan(&s->csv, c);
	if (s->csv.quoted && !was_in)
		s->quote_line = s->line;
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
		return take_quoted(s, rest);
	take_byte(s, rest.ptr[0], at);
	return 1;
}

static bool never_closes(struct splitter *s, uint64_t at)
{
	if (!s->csv.quoted || at - s->record <= ARTICLE_CAP)
		return false;
	diag_add(s->diag, DIAG_CONTENT,
		 (struct place){ s->file->path, (uint32_t)s->quote_line, 0 },
		 "close it, or write \"\" for a quotation mark inside a field",
		 "a quotation mark opens here and does not close within %d "
		 "bytes; the records from number %u on are left out",
		 ARTICLE_CAP, s->number);
	return true;
}

bool units_split(struct units *out, const struct records_file *file,
		 struct diag *d)
{
	struct splitter s = { .file = file,
			      .out = out,
			      .diag = d,
			      .unit_first = 1,
			      .number = 1,
			      .line = 1,
			      .csv = { ',', true, false, false },
			      .blank = true,
			      .header = file->csv };
	struct buf chunk = { 0 };
	uint64_t at = file->from, left;
	size_t got = 0, want;
	int err;
	buf_reserve(&chunk, CHUNK);
	s.unit = s.record = at;
	do {
		left = file->to - at;
		want = left < CHUNK ? (size_t)left : CHUNK;
		err = fs_read_at(file->fd, at, chunk.ptr, want, &got);
		for (size_t i = 0; i < got;)
			i += take_some(&s, slice_make(chunk.ptr + i, got - i),
				       at + i);
		at += got;
	} while (!err && got == CHUNK && !never_closes(&s, at));
	buf_release(&chunk);
	if (!err && !file->cut && got < CHUNK && s.csv.quoted) {
		diag_add(
		    d, DIAG_CONTENT,
		    (struct place){ file->path, (uint32_t)s.quote_line, 0 },
		    "close it, or write \"\" for one inside a field",
		    "a quotation mark opens here and the file ends; the "
		    "last record, number %u, may hold several",
		    s.number);
		s.csv.quoted = false;
	}
	if (!err && !file->cut && !s.csv.quoted) {
		end_record(&s, at);
		end_unit(&s, at, s.number);
	} else if (!err) {
		end_unit(&s, s.record, s.number);
	}
	return err == 0 || (errno = err, false);
}
