/*
 * jsonl.c - a line of JSONL: an object whose members are fields. A body or
 * tags may be a list; it is joined by line ends.
 */
#include "loader/fields.h"

#include "base/json.h"

/* Of a string, a number, or a list of them; empty for anything else. A copy. */
static struct slice joined(const struct json *value, struct arena *a)
{
	struct buf number = { 0 }, all = { 0 };
	struct slice text = arena_copy(a, json_text(value, &number));
	for (size_t i = 0; i < json_count(value); i++) {
		buf_add(&all, json_text(json_at(value, i), &number));
		buf_byte(&all, '\n');
	}
	if (all.len)
		text = arena_copy(a, buf_slice(&all));
	buf_release(&number);
	buf_release(&all);
	return text;
}

bool jsonl_read(struct record *r, struct slice line, const struct slice *own,
		struct arena *a, struct buf *why)
{
	struct json *object = json_parse(line, why);
	struct json_member m = { 0 };
	*r = (struct record){ 0 };
	if (!object)
		return false;
	if (!slice_starts(slice_trim(line), SLICE("{"))) {
		buf_add(why, SLICE("it is a value, not an object"));
		json_drop(object);
		return false;
	}
	while (json_next(object, &m)) {
		enum field f = field_of(m.key, own);
		/* the first name of a field that says something holds */
		if (f != FIELD_COUNT && !r->fields[f].len)
			r->fields[f] = joined(m.value, a);
	}
	json_drop(object);
	return true;
}
