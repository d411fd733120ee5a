/*
 * html.c - a page of HTML as an article: whatever its markup, JSON-LD and
 * encoding, its texts hold, or it is said why there is none.
 */
#include "holds.h"
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct document *doc =
	    reader_read(reader_get(), "content/a.html", input_of(data, size));
	if (doc) {
		document_holds(doc);
		archive_holds(doc);
	}
	return 0;
}
