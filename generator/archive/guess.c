/*
 * guess.c - see guess.h. A headline has capitals, prose has not: the first
 * word in small letters is prose, and the sentence it stands in began a word
 * or more before it: at a word that sentences begin with, at an office that
 * its subject holds, before a name. Of 86 run-on references of one outlet,
 * whose titles are known but were hidden, this finds the end of 80; the last
 * capital before the small word is right in 12 %.
 */
#include "archive/guess.h"

#include "archive/guess_words.h"
#include "base/small_words.h"
#include "base/text.h"

enum {
	OPENER_REACH = 3,  /* words back from the last capital */
	NAME_REACH = 4,	   /* words of a name, or of what stands for one */
	SUBJECT_REACH = 8, /* words of an office and its holder's name */
	OPENER_LONGEST = 16,
	SEAM_LEAST = 3,	    /* letters before a glued word */
	LEAST_TITLE = 4,    /* words: nothing within them ends a title */
	USUAL_MAX = 100,    /* code points: 99 titles of 100 have no more */
	COMMA_WITHIN = 600, /* bytes of prose: all but lists have one by then */
};

/* A word in small letters; "iPhone" is a name. */
static bool is_lower(struct slice text, const struct word *w)
{
	size_t at = w->at;
	if (!text_is_lower(text_next(text, &at)))
		return false;
	while (at < w->to)
		if (text_is_upper(text_next(text, &at)))
			return false;
	return true;
}

static struct slice word_at(const struct words *w, struct slice text, size_t i)
{
	return slice_sub(text, w->items[i].at, w->items[i].to);
}

/* What stands between a word and the one before it. */
static struct slice gap_before(const struct words *w, struct slice text,
			       size_t i)
{
	return slice_sub(text, i ? w->items[i - 1].to : 0, w->items[i].at);
}

/* A full stop; "3. " begins an item of a list, and ends before its number. */
static bool is_stop(const struct words *w, struct slice text, size_t i)
{
	struct slice gap = gap_before(w, text, i);
	while (gap.len && strchr("\"')", gap.ptr[0]))
		gap = slice_from(gap, 1);
	return slice_starts(gap, SLICE(". ")) ||
	       (slice_starts(gap, SLICE("\xE2\x80\x9D.")));
}

static bool is_item_number(const struct words *w, struct slice text, size_t i)
{
	const struct word *word = &w->items[i];
	return word->to - word->at <= 2 && is_digit(text.ptr[word->at]) &&
	       i + 1 < w->count &&
	       slice_starts(gap_before(w, text, i + 1), SLICE(". "));
}

/* The quotation mark that opens before word i: its closing one, or "". */
static struct slice closing_of(struct slice gap)
{
	if (slice_ends(gap, SLICE("(")))
		gap.len--;
	if (slice_ends(gap, SLICE("\xE2\x80\x9C")))
		return SLICE("\xE2\x80\x9D");
	if (slice_ends(gap, SLICE(" \"")))
		return SLICE("\"");
	return SLICE("");
}

/* Somebody's speech begins at word i: small letters in it, or a full stop. */
static bool is_speech(const struct words *w, struct slice text, size_t i)
{
	struct slice close = closing_of(gap_before(w, text, i));
	if (!close.len)
		return false;
	for (; i < w->count; i++) {
		struct slice behind = slice_from(text, w->items[i].to);
		size_t more = behind.len && strchr(".,", behind.ptr[0]);
		if (is_lower(text, &w->items[i]) &&
		    !is_small_word(w->items[i].folded))
			return true;
		if (slice_starts(slice_from(behind, more), close))
			return more;
	}
	return true;
}

/* A small letter; but the second to fourth word may be small by chance. */
static bool is_prose(const struct words *w, struct slice text, size_t i)
{
	const struct word *word = &w->items[i];
	if (!is_lower(text, word) || is_small_word(word->folded) ||
	    slice_ends(gap_before(w, text, i), SLICE("-")))
		return false;
	if (i && slice_eq(gap_before(w, text, i), SLICE(".")) &&
	    i + 1 < w->count &&
	    slice_eq(gap_before(w, text, i + 1), SLICE(" ")) &&
	    !is_lower(text, word + 1))
		return false; /* "Booking.com Hingga" */
	if (is_small_at_times(word->folded) && i + 1 < w->count &&
	    !is_lower(text, word + 1) &&
	    slice_eq(gap_before(w, text, i + 1), SLICE(" ")))
		return false;
	return i == 0 || i >= LEAST_TITLE || i + 1 == w->count ||
	       is_lower(text, &w->items[i + 1]);
}

/* The first word from `from` on that is prose for sure, or their number. */
static size_t find_prose(const struct words *w, struct slice text, size_t from,
			 bool *stop)
{
	*stop = true;
	for (size_t i = from; i < w->count; i++) {
		if (i > from &&
		    (is_stop(w, text, i) || is_item_number(w, text, i) ||
		     is_speech(w, text, i)))
			return i;
		if (is_prose(w, text, i)) {
			*stop = false;
			return i;
		}
	}
	return w->count;
}

/* Whether a sentence begins at word i, behind a title. */
static bool begins_sentence(const struct words *w, struct slice text, size_t i)
{
	struct slice gap = gap_before(w, text, i);
	return is_opener(w->items[i].folded) ||
	       slice_find(gap, '?', 0) < gap.len ||
	       slice_find(gap, '!', 0) < gap.len;
}

/* "… di Bekasi", "… Minta Hujan": no title ends in "di", nor in "Minta". */
static bool needs_next(const struct words *w, struct slice text, size_t i)
{
	struct slice folded = w->items[i].folded;
	return ((is_lower(text, &w->items[i]) && is_small_word(folded)) ||
		is_no_end(folded)) &&
	       slice_eq(gap_before(w, text, i), SLICE(" ")) &&
	       slice_eq(gap_before(w, text, i + 1), SLICE(" "));
}

/* Whether words i - 1 and i stand together elsewhere, too: a name. */
static bool is_pair(const struct words *w, struct slice text,
		    const struct titles *titles, size_t i)
{
	if (!slice_eq(gap_before(w, text, i), SLICE(" ")))
		return false;
	if (titles && titles_may_have_pair(titles, &w->items[i - 1]))
		return true;
	for (size_t k = 1; k < w->count; k++)
		if (k != i &&
		    slice_eq(w->items[k].folded, w->items[i].folded) &&
		    slice_eq(w->items[k - 1].folded, w->items[i - 1].folded) &&
		    slice_eq(gap_before(w, text, k), SLICE(" ")))
			return true;
	return false;
}

/* Whether what ends behind word i - 1 is no title: "Hal, " "Pato (" "Anak-". */
static bool goes_on(const struct words *w, struct slice text,
		    const struct titles *titles, size_t i)
{
	struct slice gap = gap_before(w, text, i);
	for (size_t k = 0; k < gap.len; k++)
		if (strchr(",(/", gap.ptr[k]))
			return true;
	return slice_eq(gap, SLICE("-")) ||
	       is_digit(text.ptr[w->items[i].at]) ||
	       is_pair(w, text, titles, i);
}

/*
 * "Badan Cuaca dan Iklim (BCI)": where the words begin whose first letters
 * word i has, or i.
 */
static size_t expansion_start(const struct words *w, struct slice text,
			      size_t i)
{
	struct slice letters = w->items[i].folded;
	size_t left = letters.len, at = i;
	if (!slice_ends(gap_before(w, text, i), SLICE(" (")))
		return i;
	for (; at && left; at--)
		if (w->items[at - 1].folded.ptr[0] == letters.ptr[left - 1])
			left--;
		else if (!is_small_word(w->items[at - 1].folded))
			break;
	return left ? i : at;
}

/*
 * "Kasat Reskrim Polres Tegal AKP Budi Santoso mengatakan": where such a
 * subject begins whose last word is `end`, or `end`.
 */
static size_t subject_start(const struct words *w, struct slice text,
			    size_t from, size_t end)
{
	size_t start = end;
	for (size_t i = end;
	     i > from + LEAST_TITLE && i + SUBJECT_REACH > start; i--) {
		struct slice gap = gap_before(w, text, i);
		if (is_lower(text, &w->items[i]) ||
		    is_in_no_subject(w->items[i].folded))
			break;
		if (slice_eq(gap, SLICE(" ")) &&
		    (is_office(w->items[i].folded) ||
		     (i + 1 == end &&
		      is_head_of_subject(w->items[i].folded))) &&
		    !is_lower(text, &w->items[i - 1]))
			start = i;
		if (!slice_eq(gap, SLICE(" ")) && !slice_eq(gap, SLICE(", ")))
			break;
	}
	return start;
}

/*
 * "Menurut Andi Nur Alam Syah, harga": where such a sentence begins whose last
 * capital is word `end`, or `end`. "Menurut BMKG" may end a title.
 */
static size_t opener_start(const struct words *w, struct slice text,
			   size_t from, size_t end)
{
	for (size_t i = end; i > from + LEAST_TITLE && i + SUBJECT_REACH > end;
	     i--) {
		struct slice next =
		    i < end ? word_at(w, text, i + 1) : SLICE("");
		if (is_lower(text, &w->items[i]) ||
		    !slice_eq(gap_before(w, text, i), SLICE(" ")))
			break;
		if (is_sure_opener(w->items[i].folded) && next.len > 1 &&
		    is_small(next.ptr[1]))
			return i;
	}
	return end;
}

/* A sentence without small letters up to word `end` begins before it. */
static size_t sentence_start(const struct words *w, struct slice text,
			     const struct titles *titles, size_t from,
			     size_t end)
{
	if (is_in_no_name(w->items[end].folded))
		return end;
	size_t last = end = expansion_start(w, text, end);
	while (end > from && end + NAME_REACH > last &&
	       !is_opener(w->items[end].folded) &&
	       goes_on(w, text, titles, end))
		end--;
	for (size_t i = end; i > from + LEAST_TITLE && i + OPENER_REACH > end;
	     i--)
		if (!is_lower(text, &w->items[i]) &&
		    begins_sentence(w, text, i))
			return i;
	size_t opener = opener_start(w, text, from, last);
	if (opener < last)
		return opener;
	end = subject_start(w, text, from, end);
	return end > from && needs_next(w, text, end - 1) ? end + 1 : end;
}

static size_t guess_plain(const struct words *w, struct slice text,
			  const struct titles *titles, size_t from)
{
	bool stop;
	size_t end = find_prose(w, text, from, &stop);
	if (stop)
		return end;
	while (end > from && is_lower(text, &w->items[end - 1]))
		end--;
	/* its last capital begins the sentence, if no other does */
	return end > from ? sentence_start(w, text, titles, from, end - 1)
			  : from;
}

bool guess_goes_on(const struct words *w, struct slice text, size_t i)
{
	const struct word *word = &w->items[i];
	struct slice gap = gap_before(w, text, i);
	size_t at = word->at;
	for (size_t k = 0; k < gap.len; k++)
		if (strchr(",;:/&|", gap.ptr[k]))
			return true;
	if (is_digit(text.ptr[word->at]))
		return !slice_starts(slice_from(text, word->to), SLICE(". "));
	return slice_starts(gap, SLICE("-")) ||
	       text_is_lower(text_next(text, &at));
}

/* Whether an opener begins at `at`: "Ketika" and no letter behind. */
static bool is_opener_at(struct slice text, size_t at)
{
	char word[OPENER_LONGEST];
	size_t len = 0;
	while (at + len < text.len && len < sizeof word &&
	       is_ascii_letter(text.ptr[at + len])) {
		word[len] = to_small(text.ptr[at + len]);
		len++;
	}
	return (at + len == text.len || text.ptr[at + len] == ' ' ||
		text.ptr[at + len] == ',') &&
	       is_opener(slice_make(word, len));
}

/* Three letters of a word or more, or a number: of "PaDi" "Pa" is none. */
static bool is_word_before(struct slice text, size_t at)
{
	if (is_digit(text.ptr[at - 1]))
		return true;
	for (size_t i = at - SEAM_LEAST; i < at; i++)
		if (!is_ascii_letter(text.ptr[i]))
			return false;
	return true;
}

size_t guess_seam(struct slice text)
{
	for (size_t i = SEAM_LEAST; i + 1 < text.len; i++)
		if (is_capital(text.ptr[i]) && is_small(text.ptr[i + 1]) &&
		    (is_small(text.ptr[i - 1]) || is_digit(text.ptr[i - 1])) &&
		    is_word_before(text, i) && is_opener_at(text, i))
			return i;
	return text.len;
}

/* How often a small letter stands behind a full stop and behind a comma. */
struct signs {
	size_t stops, commas;
	size_t all_commas; /* before a blank, whatever follows it */
};

static void count_signs(struct slice text, struct signs *n)
{
	for (size_t i = 2; i + 2 < text.len; i++) {
		char c = text.ptr[i];
		if ((c != '.' && c != ',') || text.ptr[i + 1] != ' ')
			continue;
		n->all_commas += c == ',';
		if (!is_small(text.ptr[i + 2]) ||
		    !is_ascii_letter(text.ptr[i - 1]) ||
		    !is_ascii_letter(text.ptr[i - 2]))
			continue;
		n->stops += c == '.';
		n->commas += c == ',';
	}
}

bool guess_lost_commas(const struct body *body)
{
	struct signs n = { 0 };
	size_t bytes = 0;
	for (size_t i = 0; i < body->block_count; i++) {
		count_signs(body->blocks[i].text, &n);
		bytes += body->blocks[i].text.len;
	}
	return n.stops > n.commas ||
	       (n.all_commas == 0 && bytes >= COMMA_WITHIN);
}

/*
 * "Kepala Warga Tega. Budi mengatakan", "Sementara it. Budi pulang": words
 * [from, to) are no title.
 */
static bool is_subject(const struct words *w, struct slice text, size_t from,
		       size_t to)
{
	if (to - from < LEAST_TITLE && is_lower(text, &w->items[to - 1]))
		return true;
	return is_office(w->items[from].folded) && to - from < SUBJECT_REACH &&
	       to < w->count && !is_speech(w, text, to) &&
	       slice_eq(gap_before(w, text, from + 1), SLICE(" "));
}

/* "Persi. dan Persija": the last of several, behind a comma that is lost. */
static bool is_last_of_list(const struct words *w, struct slice text, size_t i)
{
	return i + 1 < w->count && is_stop(w, text, i) &&
	       is_lower(text, &w->items[i]) && is_and(w->items[i].folded) &&
	       !is_lower(text, &w->items[i + 1]);
}

/*
 * In a text that has lost its commas a full stop may be one, and what follows
 * it, if none of it is prose, more of the title.
 */
static size_t go_on(const struct words *w, struct slice text, size_t from,
		    size_t end)
{
	bool stop;
	while (end > from && end < w->count && is_stop(w, text, end)) {
		size_t next = find_prose(w, text, end, &stop);
		if (stop && is_last_of_list(w, text, next))
			next = find_prose(w, text, next, &stop);
		struct slice title =
		    slice_sub(text, w->items[from].at, w->items[next - 1].to);
		if (!stop || is_item_number(w, text, end) ||
		    is_subject(w, text, end, next) ||
		    (next == end + 1 && end >= from + LEAST_TITLE) ||
		    text_length(title) > USUAL_MAX)
			break;
		end = next;
	}
	return end;
}

/* Words [from, to), behind a title, begin as a sentence does. */
static bool is_sentence(const struct words *w, struct slice text, size_t from,
			size_t to)
{
	for (size_t i = from + 1; i < to; i++)
		if (slice_ends(gap_before(w, text, i), SLICE("(")))
			return true;
	return from < w->count && is_opener(w->items[from].folded);
}

size_t guess_title(const struct words *w, struct slice text,
		   const struct titles *titles, size_t from, bool lost_commas)
{
	size_t end = guess_plain(w, text, titles, from);
	if (from && is_sentence(w, text, from, end))
		return from;
	return lost_commas ? go_on(w, text, from, end) : end;
}

size_t guess_prose(const struct words *w, struct slice text, size_t from)
{
	bool stop;
	return find_prose(w, text, from, &stop);
}
