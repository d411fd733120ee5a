/*
 * html_charset.h - a page that declares Windows-1252 and is no UTF-8.
 */
#ifndef LOADER_HTML_CHARSET_H
#define LOADER_HTML_CHARSET_H

#include "base/buf.h"

/*
 * Appends the bytes as UTF-8 if they are not UTF-8 and the page declares
 * Windows-1252, or what means the same to a browser: iso-8859-1. False, with
 * out as it was, for any other page.
 */
bool html_decode(struct buf *out, struct slice bytes);

#endif
