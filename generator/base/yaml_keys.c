/*
 * yaml_keys.c - looking things up in the tree of yaml.h. Knows nothing of
 * libyaml.
 */
#include "base/yaml.h"

#include "base/buf.h"
#include "base/nearest.h"
#include "base/text.h"

enum {
	SHOWN = 60, /* characters of a key that a message quotes */
};

struct yaml *yaml_get(const struct yaml *map, const char *key)
{
	if (!map || map->kind != YAML_MAP)
		return NULL;
	for (struct yaml *p = map->child; p; p = p->next)
		if (slice_eq(p->key, slice_of(key)))
			return p;
	return NULL;
}

static bool is_known(struct slice key, const char *const *known)
{
	for (; *known; known++)
		if (slice_eq(key, slice_of(*known)))
			return true;
	return false;
}

static void report_unknown(const struct yaml *pair, const char *const *known,
			   struct slice path, enum severity severity,
			   struct diag *d)
{
	struct place at = { path, pair->key_line, pair->key_column };
	struct slice shown = text_head(pair->key, SHOWN);
	const char *meant = nearest(pair->key, known);
	struct buf help = { 0 };

	if (meant)
		buf_printf(&help, "did you mean \"%s\"? ", meant);
	buf_add(&help, SLICE("known keys:"));
	for (size_t i = 0; known[i]; i++)
		buf_printf(&help, "%s %s", i ? "," : "", known[i]);
	diag_add(d, severity, at, buf_zstr(&help), "unknown key \"%.*s\"",
		 SLICE_ARG(shown));
	buf_release(&help);
}

bool yaml_check_keys(const struct yaml *map, const char *const *known,
		     struct slice path, enum severity severity, struct diag *d)
{
	bool all_known = true;

	if (!map || map->kind != YAML_MAP)
		return true;
	for (const struct yaml *p = map->child; p; p = p->next) {
		if (is_known(p->key, known))
			continue;
		report_unknown(p, known, path, severity, d);
		all_known = false;
	}
	return all_known;
}
