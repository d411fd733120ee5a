/*
 * json.h - writing JSON (jansson), one value a line. The one adapter to
 * jansson; json_read.h reads. Keys keep the order in which they were put.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

struct json;

struct json *json_new_object(void);
struct json *json_new_list(void);

/* s must be valid UTF-8; a slice with ptr NULL or no bytes gives null. */
void json_put_text(struct json *object, const char *key, struct slice s);
void json_put_number(struct json *object, const char *key, long long n);
void json_put_bool(struct json *object, const char *key, bool b);
/* Takes over `value`. */
void json_put(struct json *object, const char *key, struct json *value);
void json_add(struct json *list, struct json *value);
void json_add_text(struct json *list, struct slice s);

/* Appends the value in one line with a newline; frees it. */
void json_write(struct buf *out, struct json *j);

#endif
