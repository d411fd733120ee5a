/*
 * jsonl.c - a line of JSONL: an object whose members are fields. A body or
 * tags may be a list; it is joined by line ends.
 */
#include "loader/fields.h"

#include "base/json_read.h"
#include "base/plain.h"

struct reading {
	struct record *record;
	const struct slice *own;
	char *out, *end;  /* room for what is kept of the line */
	char *list;	  /* where the field's list was begun, or NULL */
	enum field field; /* that the present member holds */
	unsigned depth;	  /* objects and lists that are open */
};

/* What is decoded is never longer than it was written. */
static void keep(struct reading *r, struct slice s)
{
	if (s.len > (size_t)(r->end - r->out))
		BUG("a line of JSON that says more than it has bytes");
	if (s.len)
		memcpy(r->out, s.ptr, s.len);
	r->out += s.len;
}

static void set_field(struct reading *r, const char *from)
{
	r->record->fields[r->field] = slice_make(from, (size_t)(r->out - from));
}

static bool is_integer(struct slice number)
{
	for (size_t i = 0; i < number.len; i++)
		if (!is_digit(number.ptr[i]) && (i || number.ptr[i] != '-'))
			return false;
	return true;
}

static void take_key(struct reading *r, struct slice key)
{
	if (r->depth != 1)
		return;
	r->field = field_of(key, r->own);
	/* the first name of a field that says something holds */
	if (r->field != FIELD_COUNT && r->record->fields[r->field].len)
		r->field = FIELD_COUNT;
}

/* Of a value that is no text there is nothing but the line's end in a list. */
static void take_value(struct reading *r, struct slice text)
{
	char *from = r->out;
	if (r->depth == 1 && r->field != FIELD_COUNT) {
		keep(r, text);
		set_field(r, from);
	} else if (r->depth == 2 && r->list) {
		keep(r, text);
		keep(r, SLICE("\n"));
	}
}

static void take_open(struct reading *r, bool list)
{
	if (r->depth == 1 && list && r->field != FIELD_COUNT)
		r->list = r->out;
	else if (r->depth == 2 && r->list) {
		take_value(r, (struct slice){ 0 });
		r->record->nested |= r->field == FIELD_BODY;
	}
	r->depth++;
}

static void take_close(struct reading *r)
{
	r->depth--;
	if (r->depth == 1 && r->list) {
		set_field(r, r->list);
		r->list = NULL;
	}
}

static void take(void *ctx, enum json_event event, struct slice text)
{
	struct reading *r = ctx;
	switch (event) {
	case JSON_OBJECT:
	case JSON_LIST:
		take_open(r, event == JSON_LIST);
		break;
	case JSON_CLOSE:
		take_close(r);
		break;
	case JSON_KEY:
		take_key(r, text);
		break;
	case JSON_NUMBER:
		if (r->depth == 1 && !is_integer(text))
			text = (struct slice){ 0 };
		take_value(r, text);
		break;
	case JSON_TEXT:
	case JSON_OTHER:
		take_value(r, text);
		break;
	}
}

struct slice jsonl_level(struct arena *a, struct slice line,
			 struct text_repairs *done)
{
	uint32_t mended = 0;
	if (!has_controls(line))
		return line;
	char *out = arena_alloc(a, line.len);
	for (size_t i = 0; i < line.len; i++) {
		bool control = (unsigned char)line.ptr[i] < ' ';
		out[i] = control ? ' ' : line.ptr[i];
		mended += control && line.ptr[i] != '\t';
	}
	text_count(done, REPAIR_CONTROL, mended);
	return slice_make(out, line.len);
}

bool jsonl_read(struct record *r, struct slice line, const struct slice *own,
		struct arena *a, struct buf *why)
{
	char *room = arena_alloc(a, line.len);
	struct reading reading = { .record = r,
				   .own = own,
				   .out = room,
				   .end = room + line.len,
				   .field = FIELD_COUNT };
	*r = (struct record){ 0 };
	if (!json_read(line, take, &reading, why))
		return false;
	if (slice_starts(slice_trim(line), SLICE("{")))
		return true;
	buf_clear(why);
	buf_add(why, SLICE("it is a value, not an object"));
	return false;
}
