/*
 * date_words.c - the words that dates are made of, in Indonesian and in
 * English, as outlets write and shorten them. See dates.h.
 */
#include "loader/dates.h"

bool is_word(struct slice s, const char *word)
{
	size_t i = 0;
	for (; i < s.len && word[i]; i++) {
		if (to_small(s.ptr[i]) != word[i])
			return false;
	}
	return i == s.len && !word[i];
}

struct named {
	const char *word;
	int number;
};

static int number_of(struct slice word, const struct named *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_word(word, names[i].word))
			return names[i].number;
	return -1;
}

int month_of(struct slice word)
{
	static const struct named months[] = {
		{ "januari", 1 },   { "januar", 1 },	{ "january", 1 },
		{ "jan", 1 },	    { "februari", 2 },	{ "february", 2 },
		{ "pebruari", 2 },  { "feb", 2 },	{ "peb", 2 },
		{ "maret", 3 },	    { "march", 3 },	{ "mar", 3 },
		{ "april", 4 },	    { "apr", 4 },	{ "mei", 5 },
		{ "may", 5 },	    { "juni", 6 },	{ "june", 6 },
		{ "jun", 6 },	    { "juli", 7 },	{ "july", 7 },
		{ "jul", 7 },	    { "agustus", 8 },	{ "agust", 8 },
		{ "agus", 8 },	    { "agu", 8 },	{ "ags", 8 },
		{ "agt", 8 },	    { "august", 8 },	{ "aug", 8 },
		{ "september", 9 }, { "sept", 9 },	{ "sep", 9 },
		{ "oktober", 10 },  { "october", 10 },	{ "okt", 10 },
		{ "oct", 10 },	    { "november", 11 }, { "nopember", 11 },
		{ "nov", 11 },	    { "nop", 11 },	{ "desember", 12 },
		{ "december", 12 }, { "des", 12 },	{ "dec", 12 },
	};
	int n = word.len < 3 ? -1 : number_of(word, months, COUNT_OF(months));
	return n < 0 ? 0 : n;
}

int weekday_of(struct slice word)
{
	static const struct named days[] = {
		{ "senin", 0 },
		{ "selasa", 1 },
		{ "rabu", 2 },
		{ "kamis", 3 },
		{ "jumat", 4 },
		{ "sabtu", 5 },
		{ "minggu", 6 },
		{ "ahad", 6 },
		{ "jum'at", 4 },
		{ "jum`at", 4 },
		{ "jum\xE2\x80\x99"
		  "at",
		  4 },
		{ "jum\xE2\x80\x98"
		  "at",
		  4 },
		{ "monday", 0 },
		{ "tuesday", 1 },
		{ "wednesday", 2 },
		{ "thursday", 3 },
		{ "friday", 4 },
		{ "saturday", 5 },
		{ "sunday", 6 },
		{ "sen", 0 },
		{ "sel", 1 },
		{ "rab", 2 },
		{ "kam", 3 },
		{ "jum", 4 },
		{ "sab", 5 },
		{ "min", 6 },
		{ "mon", 0 },
		{ "tue", 1 },
		{ "wed", 2 },
		{ "thu", 3 },
		{ "fri", 4 },
		{ "sat", 5 },
		{ "sun", 6 },
	};
	return word.len < 3 ? -1 : number_of(word, days, COUNT_OF(days));
}

bool is_part_of_day(struct slice word)
{
	static const struct named parts[] = {
		{ "pagi", 0 },	{ "siang", 0 },	 { "sore", 0 },
		{ "malam", 0 }, { "petang", 0 }, { "dini", 0 },
		{ "hari", 0 },	{ "subuh", 0 },	 { "kemarin", 0 },
	};
	return number_of(word, parts, COUNT_OF(parts)) == 0;
}
