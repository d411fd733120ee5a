/*
 * json.c - see json.h. A struct json is a json_t; jansson's reference counts
 * do not show: what is put is given away.
 */
#include "base/json.h"

#include <jansson.h>

static json_t *of(struct json *j)
{
	return (json_t *)(void *)j;
}

static struct json *made(json_t *j)
{
	if (!j)
		BUG("jansson gave nothing: out of memory, or text that is not "
		    "valid UTF-8");
	return (struct json *)(void *)j;
}

static json_t *text_or_null(struct slice s)
{
	return s.len ? of(made(json_stringn(s.ptr, s.len))) : json_null();
}

struct json *json_new_object(void)
{
	return made(json_object());
}

struct json *json_new_list(void)
{
	return made(json_array());
}

void json_drop(struct json *j)
{
	json_decref(of(j));
}

void json_put(struct json *object, const char *key, struct json *value)
{
	json_object_set_new(of(object), key, of(value));
}

void json_put_text(struct json *object, const char *key, struct slice s)
{
	json_object_set_new(of(object), key, text_or_null(s));
}

void json_put_number(struct json *object, const char *key, long long n)
{
	json_object_set_new(of(object), key, json_integer(n));
}

void json_put_bool(struct json *object, const char *key, bool b)
{
	json_object_set_new(of(object), key, b ? json_true() : json_false());
}

void json_add(struct json *list, struct json *value)
{
	json_array_append_new(of(list), of(value));
}

void json_add_text(struct json *list, struct slice s)
{
	json_array_append_new(of(list), text_or_null(s));
}

static int append(const char *bytes, size_t n, void *out)
{
	buf_add(out, slice_make(bytes, n));
	return 0;
}

void json_write(struct buf *out, struct json *j)
{
	if (json_dump_callback(of(j), append, out,
			       JSON_COMPACT | JSON_ENCODE_ANY))
		BUG("jansson could not write");
	buf_byte(out, '\n');
	json_drop(j);
}

/* --- reading -------------------------------------------------------------- */

/* jansson's readers want no const; they change nothing. */
static json_t *reading(const struct json *j)
{
	union {
		const struct json *in;
		json_t *out;
	} u = { j };
	return u.out;
}

struct json *json_parse(struct slice text, struct buf *why)
{
	json_error_t error;
	json_t *j = json_loadb(text.ptr ? text.ptr : "", text.len,
			       JSON_ALLOW_NUL | JSON_DECODE_ANY, &error);
	buf_clear(why);
	if (!j)
		buf_printf(why, "%s, at byte %d", error.text, error.position);
	return (struct json *)(void *)j;
}

struct slice json_text(const struct json *j, struct buf *number)
{
	json_t *of_value = reading(j);
	if (json_is_string(of_value))
		return slice_make(json_string_value(of_value),
				  json_string_length(of_value));
	if (!json_is_integer(of_value))
		return (struct slice){ 0 };
	buf_clear(number);
	buf_printf(number, "%lld", (long long)json_integer_value(of_value));
	return buf_slice(number);
}

size_t json_count(const struct json *j)
{
	return json_array_size(reading(j));
}

const struct json *json_at(const struct json *list, size_t i)
{
	return (const struct json *)(void *)json_array_get(reading(list), i);
}

bool json_next(const struct json *object, struct json_member *m)
{
	json_t *o = reading(object);
	m->position = m->position ? json_object_iter_next(o, m->position)
				  : json_object_iter(o);
	if (!m->position)
		return false;
	m->key = slice_of(json_object_iter_key(m->position));
	m->value =
	    (const struct json *)(void *)json_object_iter_value(m->position);
	return true;
}
