/*
 * guess_words.h - Indonesian words by what they tell of where a headline ends
 * and a sentence begins. All take a folded word.
 */
#ifndef ARCHIVE_GUESS_WORDS_H
#define ARCHIVE_GUESS_WORDS_H

#include "base/slice.h"

/* Words that begin many sentences and few titles go on with. */
bool is_opener(struct slice word);
/* Of these, those that hardly any title has, however far before prose. */
bool is_sure_opener(struct slice word);
/*
 * Words that stand in titles, but in no name: "Saat", "Baru". Right before
 * prose one begins the sentence.
 */
bool is_in_no_name(struct slice word);
/* Words that no title ends with: "Warga Tegal Minta". */
bool is_no_end(struct slice word);
/* Words that say something of a subject and stand in none: "Belum", "Bakal". */
bool is_in_no_subject(struct slice word);
/* Words that some headlines write small before a capital: "terkait". */
bool is_small_at_times(struct slice word);
/* An office or a rank: a sentence often begins with one, and a name. */
bool is_office(struct slice word);
/* What a title has, too; but with one name behind it a sentence begins so. */
bool is_head_of_subject(struct slice word);
/* Words before the last of several: "Padi, Jagung dan Cabai". */
bool is_and(struct slice word);

#endif
