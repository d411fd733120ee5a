/*
 * charset.h - the two old encodings that damaged news comes from, by table:
 * Windows-1252 as browsers read it (WHATWG Encoding: the five bytes without a
 * meaning are C1 controls) and MacRoman (Unicode's ROMAN.TXT).
 */
#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

#include "base/base.h"

enum charset {
	CHARSET_CP1252,
	CHARSET_MACROMAN,
};

/* The character of a byte from 0x80 on. */
int32_t charset_char(enum charset set, unsigned char byte);
/*
 * The byte of a character beyond ASCII, or -1. In Windows-1252 a C1 control
 * has its own: text is read as Latin-1 as often.
 */
int charset_byte(enum charset set, int32_t c);

#endif
