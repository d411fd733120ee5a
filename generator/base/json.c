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
	json_decref(of(j));
}
