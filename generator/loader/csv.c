/*
 * csv.c - records and fields of CSV (RFC 4180): a field may be quoted, then
 * separators and line ends in it are text and "" is a quotation mark. The
 * separator is read off the header.
 */
#include "loader/fields.h"

#include "base/text.h"

struct slice csv_trim(struct slice record)
{
	while (record.len && (record.ptr[record.len - 1] == '\n' ||
			      record.ptr[record.len - 1] == '\r'))
		record.len--;
	return record;
}

bool csv_next(struct slice *rest, char separator, struct slice *record)
{
	struct csv_scan scan = { .separator = separator, .start = true };
	size_t i = 0;
	if (!rest->len)
		return false;
	for (;; i++) {
		if (scan.quoted)
			i = slice_find(*rest, '"', i);
		if (i >= rest->len || csv_scan(&scan, rest->ptr[i]))
			break;
	}
	*record = slice_sub(*rest, 0, i);
	*rest = slice_from(*rest, i + 1);
	return true;
}

/* The field that begins with a quotation mark, without it; its end in *at. */
static struct slice quoted_field(struct slice s, size_t *at, char separator,
				 struct arena *a)
{
	struct buf out = { 0 };
	size_t from = 1, to;
	while ((to = slice_find(s, '"', from)) + 1 < s.len &&
	       s.ptr[to + 1] == '"') {
		buf_add(&out, slice_sub(s, from, to + 1));
		from = to + 2;
	}
	buf_add(&out, slice_sub(s, from, to));
	*at = to;
	if (to + 1 < s.len && s.ptr[to + 1] != separator) /* `"a" b`: kept */
		buf_add(&out,
			slice_sub(s, to + 1, slice_find(s, separator, to + 1)));
	struct slice field = arena_copy(a, buf_slice(&out));
	buf_release(&out);
	return field;
}

/* Takes the next field off *rest. */
static struct slice next_field(struct slice *rest, char separator,
			       struct arena *a)
{
	struct slice field = { 0 };
	size_t at = 0;
	bool quoted = rest->len && rest->ptr[0] == '"';
	if (quoted)
		field = quoted_field(*rest, &at, separator, a);
	at = slice_find(*rest, separator, at);
	if (!quoted)
		field = slice_sub(*rest, 0, at);
	*rest = slice_from(*rest, at + 1);
	return field;
}

size_t csv_count(struct slice record, char separator)
{
	struct csv_scan scan = { .separator = separator, .start = true };
	size_t count = 1;
	for (size_t i = 0; i < record.len; i++) {
		csv_scan(&scan, record.ptr[i]);
		count += record.ptr[i] == separator && !scan.quoted;
	}
	return count;
}

static char separator_of(struct slice header)
{
	static const char candidates[] = { ',', ';', '\t', '|' };
	char best = ',';
	size_t most = 0;
	for (size_t k = 0; k < COUNT_OF(candidates); k++) {
		size_t n = csv_count(header, candidates[k]) - 1;
		if (n > most) {
			most = n;
			best = candidates[k];
		}
	}
	return best;
}

bool csv_columns(struct columns *out, struct slice header,
		 const struct slice *own, struct arena *a)
{
	bool text = false;
	*out = (struct columns){ .separator = separator_of(header) };
	out->fields = ARENA_ARRAY(a, enum field, header.len + 1);
	for (struct slice rest = header; rest.len;) {
		enum field f =
		    field_of(next_field(&rest, out->separator, a), own);
		text |= f == FIELD_TITLE || f == FIELD_BODY;
		out->fields[out->count++] = f;
	}
	return text;
}

bool csv_is_header(const struct record *r, const struct slice *own)
{
	size_t names = 0;
	for (size_t f = 0; f < FIELD_COUNT; f++) {
		if (!r->fields[f].len)
			continue;
		if (field_of(r->fields[f], own) != (enum field)f)
			return false;
		names++;
	}
	return names >= 2;
}

/* How many fields there are in what stands behind the last column. */
static size_t count_more(struct slice rest, char separator)
{
	struct slice part;
	for (struct slice s = rest; slice_cut(&s, separator, &part);)
		if (text_trim(part).len)
			return csv_count(rest, separator);
	return 0; /* only separators, which some programs add */
}

size_t csv_read(struct record *r, struct slice text, const struct columns *c,
		struct arena *a)
{
	char end = text.len ? text.ptr[text.len - 1] : '\0';
	struct slice last = { 0 };
	size_t i = 0, more;
	*r = (struct record){ 0 };
	for (; i < c->count && text.len; i++) {
		last = text;
		struct slice field = next_field(&text, c->separator, a);
		enum field f = c->fields[i];
		if (f != FIELD_COUNT && !r->fields[f].len)
			r->fields[f] = field;
	}
	more = count_more(text, c->separator);
	if (more && csv_joins(c) && last.ptr[0] != '"')
		r->fields[FIELD_BODY] = last;
	return i + more + (i < c->count && end == c->separator);
}
