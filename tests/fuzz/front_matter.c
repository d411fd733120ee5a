/*
 * front_matter.c - YAML, as a document and as the head of an article: what is
 * taken off is a head of the text, and its values are text and dates.
 */
#include "fuzz.h"

#include "base/yaml.h"
#include "loader/internal.h"

static size_t tree_holds(const struct yaml *node, unsigned depth)
{
	size_t count = 1;
	HOLDS(depth <= YAML_MAX_DEPTH);
	HOLDS(is_utf8(node->text) && is_utf8(node->key));
	HOLDS(node->kind != YAML_SCALAR || !node->child);
	for (const struct yaml *c = node->child; c; c = c->next)
		count += tree_holds(c, depth + 1);
	return count;
}

static void yaml_holds(struct slice s, struct arena *a, struct diag *d)
{
	size_t reports = diag_count(d, DIAG_CONTENT);
	struct yaml *root = yaml_parse(s, (struct place){ SLICE("a"), 1, 0 },
				       DIAG_CONTENT, a, d);
	if (root)
		HOLDS(tree_holds(root, 0) <= YAML_MAX_NODES);
	else
		HOLDS(diag_count(d, DIAG_CONTENT) > reports);
}

static void fields_hold(const struct front_matter *fm)
{
	const struct slice texts[] = { fm->title, fm->byline, fm->url,
				       fm->slug,  fm->outlet, fm->dateline };
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		HOLDS(is_utf8(texts[i]));
		HOLDS(text_trim(texts[i]).len == texts[i].len);
		HOLDS(slice_find(texts[i], '\n', 0) == texts[i].len);
	}
	HOLDS(!date_known(fm->date) || is_date(fm->date));
	HOLDS(fm->minute >= -1 && fm->minute < 24 * 60);
	HOLDS(fm->tag_count <= TAGS_CAP);
	for (size_t i = 0; i < fm->tag_count; i++)
		for (size_t k = 0; k < i; k++)
			HOLDS(!slice_eq(fm->tags[i], fm->tags[k]));
	HOLDS(!fm->url.len || slice_starts(fm->url, SLICE("http")));
}

static void head_holds(struct slice all, struct arena *a, struct diag *d)
{
	struct front_matter fm;
	struct slice text = all;
	uint32_t lines = 0, newlines = 0;
	if (!front_matter_take(&text, &lines, &fm, SLICE("a.txt"), a, d)) {
		HOLDS(diag_count(d, DIAG_CONTENT));
		return;
	}
	HOLDS(text.ptr + text.len == all.ptr + all.len);
	for (const char *p = all.ptr; p && p < text.ptr; p++)
		newlines += *p == '\n';
	HOLDS(newlines == lines || (!text.len && newlines + 1 == lines));
	fields_hold(&fm);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf text = { 0 };
	struct text_repairs done;
	struct arena arena = { 0 };
	struct diag *d = diag_new();
	yaml_holds(input_of(data, size), &arena, d);
	buf_add(&text, SLICE("---\n"));
	text_repair(&text, input_of(data, size), &done);
	head_holds(buf_slice(&text), &arena, d);
	head_holds(slice_from(buf_slice(&text), 4), &arena, d);
	buf_release(&text);
	arena_release(&arena);
	diag_free(d);
	return 0;
}
