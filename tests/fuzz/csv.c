/*
 * csv.c - a file cut into units, units into records, records into fields: the
 * units lie in the file one behind another, and their records are numbered as
 * one reading of the whole numbers them.
 */
#include "fuzz.h"

#include "loader/fields.h"
#include "loader/units.h"

#include <unistd.h>

struct file {
	struct slice bytes;
	struct columns columns;
	struct arena arena;
	bool known;
};

static char read_header(void *ctx, uint64_t offset, uint64_t length,
			size_t *columns)
{
	struct file *f = ctx;
	struct text_repairs done;
	struct buf text = { 0 };
	HOLDS(offset + length <= f->bytes.len);
	text_repair(
	    &text,
	    slice_sub(f->bytes, (size_t)offset, (size_t)(offset + length)),
	    &done);
	struct slice header = csv_trim(arena_copy(&f->arena, buf_slice(&text)));
	f->known = csv_columns(&f->columns, header, NULL, &f->arena);
	HOLDS(f->columns.count <= header.len + 1);
	buf_release(&text);
	*columns = f->columns.count;
	return f->columns.separator;
}

static void record_holds(struct file *f, struct slice record)
{
	struct record r;
	size_t length = 0;
	csv_read(&r, csv_trim(record), &f->columns, &f->arena);
	for (size_t i = 0; i < FIELD_COUNT; i++)
		length += r.fields[i].len;
	HOLDS(length <= record.len);
}

/* How many records it has; all of its bytes are in them. */
static uint32_t read_unit(struct file *f, const struct unit *u)
{
	struct slice unit = slice_sub(f->bytes, (size_t)u->offset,
				      (size_t)(u->offset + u->length));
	struct slice rest = unit, record;
	size_t taken = 0;
	uint32_t records = 0;
	while (csv_next(&rest, f->columns.separator, &record)) {
		HOLDS(record.ptr == unit.ptr + taken);
		taken = (size_t)(rest.ptr - unit.ptr);
		HOLDS(taken == unit.len || unit.ptr[taken - 1] == '\n');
		records += slice_trim(record).len > 0;
		record_holds(f, record);
	}
	HOLDS(taken == unit.len);
	return records;
}

static void units_hold(struct file *f, const struct units *units)
{
	uint64_t at = 0;
	uint32_t number = 1;
	for (size_t i = 0; i < units->count; i++) {
		const struct unit *u = &units->items[i];
		HOLDS(u->file == 7 && u->length > 0);
		HOLDS(u->offset >= at && u->first >= number);
		at = u->offset + u->length;
		HOLDS(at <= f->bytes.len);
		number = u->first + read_unit(f, u);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct file f = { .bytes = input_of(data, size) };
	char name[] = "/tmp/arsip-fuzz-XXXXXX";
	struct units units = { 0 };
	struct diag *d = diag_new();
	struct records_file file = { .fd = mkstemp(name),
				     .number = 7,
				     .path = SLICE("a.csv"),
				     .to = size,
				     .csv = true,
				     .header = read_header,
				     .ctx = &f };
	HOLDS(file.fd >= 0 && unlink(name) == 0);
	HOLDS(write(file.fd, data, size) == (ssize_t)size);
	HOLDS(units_split(&units, &file, d));
	HOLDS(!f.known || f.columns.count);
	units_hold(&f, &units);
	close(file.fd);
	vec_release(&units);
	diag_free(d);
	arena_release(&f.arena);
	return 0;
}
