/*
 * marks.c - the text of an article below its title: the marks found in it, the
 * references that they become, and the page that is composed of both.
 */
#include "holds.h"
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf text = { 0 };
	buf_add(&text, SLICE("Judul Artikel Ini\nKARTA - Satu.\n"));
	buf_add(&text, input_of(data, size));
	const struct document *doc =
	    reader_read(reader_get(), "content/a.txt", buf_slice(&text));
	HOLDS(doc);
	document_holds(doc);
	archive_holds(doc);
	buf_release(&text);
	return 0;
}
