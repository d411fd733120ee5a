/*
 * jsonl.c - a line of JSONL as an article: whatever yajl takes, its fields
 * become texts that hold, printed Python lists among them.
 */
#include "holds.h"
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct document *doc =
	    reader_read(reader_get(), "content/a.jsonl", input_of(data, size));
	if (doc) {
		document_holds(doc);
		archive_holds(doc);
	}
	return 0;
}
