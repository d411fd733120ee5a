/*
 * markdown.h - text to markup by cmark, the one adapter to it. What comes out
 * is safe: scraped text becomes text nodes through the API and is never
 * parsed; written Markdown is parsed, and of it only what cannot run stays.
 */
#ifndef RENDERER_MARKDOWN_H
#define RENDERER_MARKDOWN_H

#include "base/buf.h"

/* Appends one paragraph of plain text: <p>...</p>. Its newlines are blanks. */
void markdown_paragraph(struct buf *out, struct slice text);

/*
 * Appends Markdown as HTML. The highest of its headings becomes an <h2> (the
 * page has its own <h1>); raw HTML is shown as text; a link stays if it is
 * http, https, mailto or relative, else its text; an image becomes its
 * description.
 */
void markdown_html(struct buf *out, struct slice markdown);

/* Appends the words of Markdown without its marks, in one line. */
void markdown_plain(struct buf *out, struct slice markdown);

#endif
