/*
 * headline.c - a headline at the head of a body, before the outlet's dateline
 * or the reporter's credit: "Warga Karta Pindah. Laporan wartawan Kabar.com,
 * Rina. KABAR.COM, KARTA - Warga ...". 20 of 550 articles of one outlet have
 * it. It is parted off, so that dateline and credit are read as at the head;
 * and dropped if it is the title, in nearly the same words. Which words are
 * datelines and credits, the rules say.
 */
#include "loader/internal.h"

#include "base/small_words.h"
#include "base/text.h"

#include <string.h>

enum {
	HEADLINE_MAX = 320, /* bytes before the dateline, credit included */
	OUTLET_LEAST = 4,   /* bytes: "KABA" */
	WORDS_LEAST = 4,    /* of a headline */
	WORDS_MOST = 48,    /* of a title that are compared */
	SAME_PERCENT = 66,  /* of the words, in a headline that is the title */
};

/* --- where it ends -------------------------------------------------------- */

/* Behind the stop of a sentence and its blank, from `at` on; or s.len. */
static size_t next_sentence(struct slice s, size_t at)
{
	for (at++; at < s.len; at++)
		if (s.ptr[at] == ' ' && strchr(".!?\"", s.ptr[at - 1]))
			return slice_skip_blanks(s, at);
	return s.len;
}

static bool ends_in_dash(struct slice s)
{
	s = text_trim(s);
	return slice_ends(s, SLICE("-")) ||
	       slice_ends(s, SLICE("\xE2\x80\x93")) ||
	       slice_ends(s, SLICE("\xE2\x80\x94"));
}

/* Whether all letters of it are capitals. */
static bool is_shouted(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (is_small(s.ptr[i]))
			return false;
	return s.len > 0;
}

/* The rule whose dateline s begins with, or NULL. */
static const struct rule *dateline_of(struct cleaner *c, struct slice s,
				      bool with_outlet)
{
	size_t count;
	const struct rule *rules = rules_of(c->rules, RULE_DATELINE, &count);
	for (size_t i = 0; i < count; i++)
		if ((rules[i].outlet || !with_outlet) && !rules[i].by_address &&
		    regex_search(rules[i].regex, c->matcher, s, 0))
			return &rules[i];
	return NULL;
}

/* "KABAR.COM, KARTA - ", an outlet in capitals, at the head of s. */
static bool starts_with_outlet(struct cleaner *c, struct slice s)
{
	if (s.len < OUTLET_LEAST || !is_capital(s.ptr[0]) ||
	    !is_shouted(slice_sub(s, 0, OUTLET_LEAST)))
		return false; /* as all but a few sentences */
	const struct rule *rule = dateline_of(c, s, true);
	return rule && is_shouted(regex_group(c->matcher, rule->outlet)) &&
	       ends_in_dash(regex_group(c->matcher, 0));
}

/* A reporter's credit at the head of s, of at most `most` bytes. */
static bool starts_with_credit(struct cleaner *c, struct slice s, size_t most)
{
	size_t count;
	const struct rule *rules = rules_of(c->rules, RULE_BYLINE, &count);
	for (size_t i = 0; i < count; i++)
		if (rules[i].head_only &&
		    regex_search(rules[i].regex, c->matcher, s, 0))
			return regex_group(c->matcher, 0).len <= most;
	return false;
}

/* Where the headline ends and a dateline or credit begins; 0 if none does. */
static size_t headline_end(struct cleaner *c, struct slice s)
{
	size_t outlet = next_sentence(s, 0);
	while (outlet < s.len && outlet <= HEADLINE_MAX &&
	       !starts_with_outlet(c, slice_from(s, outlet)))
		outlet = next_sentence(s, outlet);
	if (outlet >= s.len || outlet > HEADLINE_MAX ||
	    dateline_of(c, s, false))
		return 0;
	for (size_t at = 0; at < outlet; at = next_sentence(s, at))
		if (starts_with_credit(c, slice_from(s, at), outlet - at))
			return at;
	return outlet;
}

/* --- is it the title? ----------------------------------------------------- */

/* Words between blanks, folded: "U-20" is one. At most WORDS_MOST. */
static size_t fold_words(struct arena *a, struct slice s,
			 struct slice out[static WORDS_MOST])
{
	struct slice word;
	struct buf folded = { 0 };
	size_t count = 0;
	while (count < WORDS_MOST && slice_cut(&s, ' ', &word)) {
		buf_clear(&folded);
		text_fold(&folded, word);
		if (folded.len)
			out[count++] = arena_copy(a, buf_slice(&folded));
	}
	buf_release(&folded);
	return count;
}

/* The same, or a letter short where a comma was lost with the one before. */
static bool is_word_of(struct slice word, struct slice of_title)
{
	return slice_eq(word, of_title) ||
	       (word.len > 1 && slice_starts(of_title, word) &&
		of_title.len == word.len + 1);
}

static bool is_title(struct cleaner *c, struct slice headline)
{
	struct slice words[WORDS_MOST], title[WORDS_MOST];
	size_t count = fold_words(c->arena, headline, words), same = 0;
	size_t titles = fold_words(c->arena, c->doc->title, title);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < titles; k++)
			if (title[k].len && is_word_of(words[i], title[k])) {
				title[k].len = 0; /* each once */
				same++;
				break;
			}
	return count >= WORDS_LEAST && same * 100 > count * SAME_PERCENT;
}

/* Four words or more and none of prose. */
static bool is_headline(struct slice s)
{
	struct slice word;
	size_t words = 0;
	while (slice_cut(&s, ' ', &word)) {
		words += word.len > 0;
		if (word.len && is_small(word.ptr[0]) && !is_small_word(word))
			return false;
	}
	return words >= WORDS_LEAST;
}

/* --- the whole ------------------------------------------------------------ */

/* The line at index i becomes two. */
static void part_line(struct cleaner *c, size_t i, size_t at)
{
	struct lines *lines = &c->lines;
	struct line head = lines->items[i];
	head.text = text_trim(slice_sub(head.text, 0, at));
	lines->items[i].text = slice_from(lines->items[i].text, at);
	lines->items[i].blank_before = false;
	lines->items[i].headed = true;
	vec_push(lines, head);
	memmove(&lines->items[i + 1], &lines->items[i],
		(lines->count - 1 - i) * sizeof head);
	lines->items[i] = head;
}

void part_headline(struct cleaner *c)
{
	struct line *first = cleaner_first(c, 0);
	size_t at = first ? headline_end(c, first->text) : 0;
	if (!at)
		return;
	struct slice headline = slice_sub(first->text, 0, at);
	bool title = is_title(c, headline);
	if (!title && !is_headline(headline))
		return;
	size_t i = (size_t)(first - c->lines.items);
	part_line(c, i, at);
	if (title)
		cleaner_drop(c, &c->lines.items[i], "title-again",
			     "the title, said again at the head of the text");
}
