/*
 * config.c - the files that a site's owner writes: arsip.yaml, rules.yaml,
 * references.yaml. What is wrong in one is reported and never more than that.
 */
#include "reader.h"

#include "archive/archive.h"
#include "commands/command.h"
#include "loader/internal.h"

static struct reader *folder(void)
{
	static struct reader r;
	if (!r.root[0])
		reader_make_folder(&r);
	return &r;
}

static void site_holds(const struct reader *r, struct slice bytes)
{
	struct arena arena = { 0 };
	struct diag *d = diag_new();
	struct site site;
	reader_put(r, "arsip.yaml", bytes);
	if (site_read(&site, r->root, &arena, d)) {
		HOLDS(is_utf8(site.title) && is_utf8(site.base_url));
		HOLDS(site.content[0] && site.page_size);
		HOLDS(!site.base_url.len ||
		      slice_ends(site.base_url, SLICE("/")));
	} else {
		HOLDS(diag_failed(d, DIAG_USAGE));
	}
	diag_free(d);
	arena_release(&arena);
}

static void rules_hold(const char *path)
{
	struct diag *d = diag_new();
	struct rules *rules = rules_new(path, d);
	HOLDS((rules != NULL) == !diag_failed(d, DIAG_USAGE));
	rules_free(rules);
	diag_free(d);
}

static void overrides_hold(const char *path)
{
	struct arena arena = { 0 };
	struct diag *d = diag_new();
	const struct override *overrides;
	size_t count;
	if (overrides_read(path, &arena, &overrides, &count, d)) {
		for (size_t i = 0; i < count; i++)
			HOLDS(overrides[i].text.len &&
			      is_utf8(overrides[i].text));
	} else {
		HOLDS(diag_failed(d, DIAG_USAGE));
	}
	diag_free(d);
	arena_release(&arena);
}

/* The default rules are compiled each time: only for what may be rules. */
static bool may_be_rules(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (slice_starts(slice_from(s, i), SLICE("why:")))
			return true;
	return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice bytes = input_of(data, size);
	struct reader *r = folder();
	char path[512];
	snprintf(path, sizeof path, "%s/arsip.yaml", r->root);
	site_holds(r, bytes);
	overrides_hold(path);
	if (may_be_rules(bytes))
		rules_hold(path);
	return 0;
}
