/*
 * mojibake.h - UTF-8 that somebody read as Windows-1252 or MacRoman and saved
 * as UTF-8 again: "â€“" for a dash, "Ã©" for é, "¬†" for a no-break space.
 *
 * Only what is certain is mended, character by character. The idea is that of
 * ftfy (R. Speer, 2019, https://ftfy.readthedocs.io/en/latest/heuristic.html):
 * turn the characters back into bytes; if these are UTF-8, and the characters
 * as they stand make no sense side by side, it was mojibake. What makes no
 * sense is told here by the first character and its neighbours, since names
 * such as "SÃO", "Ângela" and "PAPÁ" must stay:
 *
 *  0. A C1 control among them: no text has those. (Not if all behind the first
 *     are quotation marks and dashes, which text of Windows-1252 read as
 *     Latin-1 has as controls.)
 *  1. "â" and a sign such as "€", "‚", "„" or "™", and a third: punctuation.
 *  2. "Â" and a sign of Latin-1 ("Â°", "Â£"). Behind a capital letter not if
 *     the sign is a blank, a soft hyphen or a guillemet, which may follow a
 *     word that ends in Â.
 *  3. "Ã", "Ä", "Å" and a sign or letter of Windows-1252 that is not ASCII
 *     ("Ã©", "Å¡"). If it is punctuation, a blank or a quotation mark, which
 *     may follow any word, then only inside a word: behind a lower-case letter,
 *     or at the head of a word that goes on in lower case ("Ã–zil"), or between
 *     digits ("3Ã—4").
 *  4. Cyrillic and Arabic letters ("Ð", "Ñ", "Ø" to "Û" and a second): two or
 *     more in a row, as words have.
 *  5. "ðŸ" and two more: an emoji. "ï»¿" and "ï¿½": U+FEFF and U+FFFD.
 *  6. MacRoman: "¬" and a sign; "‚Ä", "‚Ç", "‚Ñ" and a third; "√" and a second
 *     behind a letter, or a capital letter so spelt before a lower-case one
 *     ("√âcole"). The mathematical π, Ω, ∞, ∑, ∫ behind it only inside a word.
 *
 * Text that went through this twice is mended twice (text_repair).
 */
#ifndef BASE_MOJIBAKE_H
#define BASE_MOJIBAKE_H

#include "base/text.h"

/*
 * Appends s, which is valid UTF-8, with one layer of mojibake mended, and adds
 * to *done. False, and nothing is appended, if there is none. Linear in s.
 */
bool mojibake_mend(struct buf *out, struct slice s, struct text_repairs *done);

#endif
