/*
 * small_words.h - the words that Indonesian headlines write with a small
 * letter: "di", "dan", "yang". A small letter in any other word is prose.
 */
#ifndef BASE_SMALL_WORDS_H
#define BASE_SMALL_WORDS_H

#include "base/slice.h"

/* `word` in small letters. */
bool is_small_word(struct slice word);

#endif
