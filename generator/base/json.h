/*
 * json.h - writing and reading JSON (jansson), one value a line. The one
 * adapter to jansson. Keys keep the order in which they were put.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

struct json;

struct json *json_new_object(void);
struct json *json_new_list(void);
/* For a value that was not put anywhere; what was put belongs to its holder. */
void json_drop(struct json *j);

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

/* --- reading -------------------------------------------------------------- */

/*
 * One value that fills text; json_drop frees it. NULL if it is none, with what
 * jansson says of it in `why`.
 */
MUST_CHECK struct json *json_parse(struct slice text, struct buf *why);

/* Of a string, or of a number as written; ptr NULL for anything else. */
struct slice json_text(const struct json *j, struct buf *number);
/* The elements of a list; 0 for anything else. */
size_t json_count(const struct json *j);
const struct json *json_at(const struct json *list, size_t i);

/* Walks the members of an object: {0} first; false at the end. */
struct json_member {
	struct slice key;
	const struct json *value;
	void *position;
};
bool json_next(const struct json *object, struct json_member *m);

#endif
