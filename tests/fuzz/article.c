/*
 * article.c - an article from its bytes to its page, once as text and once as
 * Markdown. Read twice it is the same; of a text without front matter,
 * entities and escapes every letter is in a block or in the trace.
 */
#include "holds.h"
#include "reader.h"

/* Whether no line of it became two, or none: entities, escapes, front matter, a
   title that was shortened and whose line stays, or whose "%27" is a mark
   again. */
static bool is_accountable(const struct document *doc, struct slice text)
{
	if (slice_find(text, '&', 0) < text.len ||
	    slice_find(text, '\\', 0) < text.len ||
	    slice_find(text, '%', 0) < text.len || doc->front_lines)
		return false;
	return !slice_ends(doc->title, SLICE("\xE2\x80\xA6"));
}

/* A label and its title, and a line that goes on from the one above, are in
   the trace, and in a block once more. */
static void all_is_accounted(const struct document *doc, struct slice text)
{
	struct letters left = { { 0 } };
	bool twice = false;
	letters_add(&left, text, 1);
	for (size_t i = 0; i < doc->body.block_count; i++)
		letters_add(&left, doc->body.blocks[i].text, -1);
	for (size_t i = 0; i < doc->trace_count; i++) {
		letters_add(&left, doc->trace[i].words, -1);
		twice |= strcmp(doc->trace[i].rule, "mark-label") == 0 ||
			 strcmp(doc->trace[i].rule, "torn-line") == 0 ||
			 strcmp(doc->trace[i].rule, "torn-link") == 0;
	}
	HOLDS(letters_missing(&left) == 0);
	HOLDS(twice || letters_are_none(&left));
}

static void read_as(const char *source, struct slice bytes)
{
	struct reader *r = reader_get();
	const struct document *doc = reader_read(r, source, bytes);
	if (!doc)
		return;
	document_holds(doc);
	if (is_accountable(doc, loader_text(r->worker)))
		all_is_accounted(doc, loader_text(r->worker));
	archive_holds(doc);
	uint64_t hash = document_hash(doc);
	doc = reader_read(r, source, bytes);
	HOLDS(doc && document_hash(doc) == hash);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	read_as("content/a.txt", input_of(data, size));
	read_as("content/a.md", input_of(data, size));
	return 0;
}
