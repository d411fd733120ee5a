/*
 * date_column.c - whether a file of many articles writes 26/9/2020 or
 * 9/26/2020: its first records are looked at until one can be only the one. So
 * "9/6/2020" among them is not guessed for each record anew, and adding records
 * at the end changes nothing.
 */
#include "loader/dates.h"
#include "loader/fields.h"

#include "base/fs.h"

enum {
	SAMPLE = 1 << 18, /* bytes */
	PLAIN_MAX = 16,	  /* records with other dates, and there are none */
};

/* The date of the next record; false at the end, or where it may be cut off. */
static bool next_date(const struct date_column *file, struct slice *rest,
		      bool is_cut, struct arena *a, struct slice *date)
{
	struct slice line;
	struct record r = { 0 };
	struct buf why = { 0 };
	bool more = file->columns
			? csv_next(rest, file->columns->separator, &line)
			: slice_cut(rest, '\n', &line);
	if (!more || (is_cut && !rest->len))
		return false;
	if (file->columns)
		csv_read(&r, csv_trim(line), file->columns, a);
	else if (!jsonl_read(&r, slice_trim(line), file->own, a, &why))
		r = (struct record){ 0 };
	buf_release(&why);
	*date = r.fields[FIELD_DATE];
	return true;
}

enum day_order column_order(const struct date_column *file)
{
	struct buf bytes = { 0 };
	struct arena a = { 0 };
	enum day_order order = ORDER_UNKNOWN;
	size_t got = 0;
	unsigned plain = 0;
	struct slice date;
	buf_reserve(&bytes, SAMPLE);
	if (fs_read_at(file->fd, file->offset, bytes.ptr, SAMPLE, &got) != 0)
		got = 0;
	struct slice rest = slice_make(bytes.ptr, got);
	while (order == ORDER_UNKNOWN && plain < PLAIN_MAX &&
	       next_date(file, &rest, got == SAMPLE, &a, &date)) {
		order = field_order(date);
		plain += !has_numbers(date);
		arena_clear(&a);
	}
	arena_release(&a);
	buf_release(&bytes);
	return order;
}
