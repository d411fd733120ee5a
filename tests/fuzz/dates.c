/*
 * dates.c - a date in a field, an address, a text and as ISO 8601: what is
 * found is a day of the calendar, a time of the day, and where it came from.
 */
#include "holds.h"
#include "reader.h"

#include "base/json.h"
#include "loader/dates.h"

static void moment_holds(struct moment m)
{
	HOLDS(is_date(m.date) && m.minute >= -1 && m.minute < 24 * 60);
	m = moment_in(m, 9 * 60);
	HOLDS(is_date(m.date) && m.minute >= -1 && m.minute < 24 * 60);
}

static void readers_hold(struct slice s)
{
	struct moment m;
	struct field_date field;
	struct mention mention;
	size_t at = 0, before = 0;
	char iso[DATE_ISO + 1];
	if (date_parse_iso(s, &m)) {
		moment_holds(m);
		HOLDS(slice_starts(s, slice_of(date_iso(m.date, iso))));
	}
	if (field_date_read(s, &field))
		moment_holds(field.when);
	if (url_date(s, &m))
		moment_holds(m);
	while (mention_next(s, &at, &mention)) {
		HOLDS(at > before && at <= s.len && at == mention.end);
		HOLDS(mention.at < mention.end && mention.weekday < 7);
		before = at;
	}
}

/* The input as a field and as a text, or as one of them only. */
static void article_holds(struct slice s, bool field, bool text)
{
	struct buf line = { 0 }, body = { 0 };
	struct json *object = json_new_object();
	json_put_text(object, "title", SLICE("Judul"));
	if (field)
		json_put_text(object, "tanggal", s);
	buf_add(&body, SLICE("Isi.\n"));
	if (text)
		buf_add(&body, s);
	json_put_text(object, "isi", buf_slice(&body));
	json_write(&line, object);
	const struct document *doc =
	    reader_read(reader_get(), "content/a.jsonl", buf_slice(&line));
	HOLDS(doc);
	document_holds(doc);
	HOLDS(text || doc->date_from != DATE_FROM_TEXT);
	HOLDS(field || doc->date_from != DATE_FROM_FIELD);
	buf_release(&line);
	buf_release(&body);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf text = { 0 };
	struct text_repairs done;
	text_repair(&text, input_of(data, size), &done);
	struct slice s = buf_slice(&text);
	readers_hold(s);
	if (size && s.len) {
		article_holds(s, true, false);
		article_holds(s, false, true);
		article_holds(s, true, true);
	}
	buf_release(&text);
	return 0;
}
