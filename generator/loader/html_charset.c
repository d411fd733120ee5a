/*
 * html_charset.c - see html_charset.h. What is wrong in UTF-8, and in a page
 * that declares nothing, is for text_repair.
 */
#include "loader/html_charset.h"

#include "base/charset.h"
#include "base/text.h"

enum {
	DECLARED_WITHIN = 4096, /* bytes; the standard says 1024 */
};

static bool is_name_byte(char c)
{
	return is_digit(c) || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

static bool same_letters(struct slice s, struct slice small)
{
	if (s.len != small.len)
		return false;
	for (size_t i = 0; i < s.len; i++)
		if ((s.ptr[i] | 0x20) != small.ptr[i])
			return false;
	return true;
}

/* The name that <meta charset> or its older form has, or an empty slice. */
static struct slice declared(struct slice page)
{
	static const struct slice key = SLICE_INIT("charset=");
	struct slice head = slice_sub(page, 0, DECLARED_WITHIN);
	for (size_t i = 0; i + key.len < head.len; i++) {
		size_t at = i + key.len, to;
		if (!same_letters(slice_sub(head, i, at), key))
			continue;
		while (at < head.len && strchr("\"' ", head.ptr[at]))
			at++;
		for (to = at; to < head.len && is_name_byte(head.ptr[to]);)
			to++;
		return slice_sub(head, at, to);
	}
	return (struct slice){ 0 };
}

static bool is_1252(struct slice name)
{
	static const struct slice names[] = {
		SLICE_INIT("windows-1252"), SLICE_INIT("cp1252"),
		SLICE_INIT("iso-8859-1"),   SLICE_INIT("iso8859-1"),
		SLICE_INIT("latin1"),	    SLICE_INIT("us-ascii"),
		SLICE_INIT("ascii"),
	};
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (same_letters(name, names[i]))
			return true;
	return false;
}

static bool is_utf8(struct slice bytes)
{
	struct buf decoded = { 0 };
	struct text_repairs done;
	(void)text_decode(&decoded, bytes, &done);
	buf_release(&decoded);
	return !done.count[REPAIR_INVALID] && !done.count[REPAIR_CP1252];
}

bool html_decode(struct buf *out, struct slice bytes)
{
	if (!is_1252(declared(bytes)) || is_utf8(bytes))
		return false;
	for (size_t i = 0; i < bytes.len; i++)
		text_add(out, charset_char(CHARSET_CP1252,
					   (unsigned char)bytes.ptr[i]));
	return true;
}
