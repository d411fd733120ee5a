/*
 * yaml.h - YAML (libyaml) as a small tree that knows its lines. The one
 * adapter to libyaml. Anchors and aliases are refused (a bomb is one line),
 * depth and size are limited, a duplicate key is an error. Scalars stay text:
 * "no", "2020-09-26" and "1e999" are what was written.
 */
#ifndef BASE_YAML_H
#define BASE_YAML_H

#include "base/arena.h"
#include "base/diag.h"

enum yaml_kind {
	YAML_SCALAR,
	YAML_LIST,
	YAML_MAP,
};

/*
 * A node; all in the arena. Children are a list through `next`; in a map each
 * child has a key. Null ("key:" or "key: ~" or "key: null", plain) is a
 * scalar with is_null.
 */
struct yaml {
	enum yaml_kind kind;
	bool is_null;
	struct slice text;
	struct slice key;
	uint32_t line, column, key_line, key_column; /* from 1 */
	struct yaml *child, *next;
};

enum {
	YAML_MAX_DEPTH = 16,
	YAML_MAX_NODES = 100000,
};

/*
 * Parses one document. `at` is the file and the line on which text begins
 * (0 or 1: its first line is line 1). NULL after reporting what is wrong with
 * `severity`; an empty document gives an empty map.
 */
MUST_CHECK struct yaml *yaml_parse(struct slice text, struct place at,
				   enum severity severity, struct arena *a,
				   struct diag *d);

/* The child of a map with this key, or NULL. Also NULL if map is NULL. */
struct yaml *yaml_get(const struct yaml *map, const char *key);

/*
 * Reports every key of map that is not in the NULL-terminated list `known`,
 * with the nearest known one. Returns true if all are known.
 */
bool yaml_check_keys(const struct yaml *map, const char *const *known,
		     struct slice path, enum severity severity, struct diag *d);

#endif
