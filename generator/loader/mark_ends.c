/*
 * mark_ends.c - where the words behind a read-also mark end: at its bracket, at
 * the end of its link or quotation, at two blanks, before a timetable or the
 * credit of a photograph, at its line; or nobody knows, because prose runs on
 * behind them.
 */
#include "loader/dates.h"
#include "loader/marks.h"

#include "base/small_words.h"

enum {
	BRACKET_MAX = 1200, /* bytes to look for a closing bracket */
	HEADLINE = 4,	    /* capitals in a row that are one */
	SENTENCE = 3,	    /* small words behind it that are none */
	SMALL_MAX = 16,	    /* words of a title in small letters */
	INSIDE_MAX = 22,    /* words of a title inside a paragraph */
	LINK_MAX = 60,	    /* bytes of a link within prose */
};

size_t close_of(struct slice s, size_t at)
{
	char open = s.ptr[at], close = open == '(' ? ')' : ']';
	size_t depth = 0,
	       end = at + BRACKET_MAX < s.len ? at + BRACKET_MAX : s.len;
	for (size_t i = at; i < end; i++) {
		depth += s.ptr[i] == open;
		depth -= s.ptr[i] == close;
		if (!depth)
			return i + 1;
	}
	return 0;
}

/* The next two blanks in a row from `at` on, or `to`; their end is moved to. */
static size_t next_gap(struct slice s, size_t at, size_t to, size_t *behind)
{
	for (size_t i = at, next, n; i < to; i = next) {
		next = i;
		if (text_is_blank(text_next(s, &next)) &&
		    (n = blank_at(s, next)) > 0) {
			*behind = skip_blanks(s, next + n);
			return i;
		}
	}
	return *behind = to;
}

/*
 * Whether the two blanks that end at `behind` lead up to a link within prose,
 * which has them on both of its sides: "Drama  Angin Malam  setiap hari".
 */
static bool is_link_padding(struct slice s, size_t behind, size_t to)
{
	size_t end = behind + LINK_MAX < to ? behind + LINK_MAX : to, next;
	if (next_gap(s, behind, end, &next) == end || next >= to)
		return false;
	return text_is_lower(text_next(s, &next));
}

/* " 7 Juni 2025 20:45", "7 Juni 202520.45" at `at`. */
static bool is_day_with_hour(struct slice s, size_t at)
{
	size_t day = skip_blanks(s, at);
	size_t month = skip_blanks(s, digits_end(s, day));
	struct slice name = letters_at(s, month);
	size_t year = skip_blanks(s, month + name.len);
	size_t hour = skip_blanks(s, year + 4);
	int n;
	return month > day && month_of(name) && two_digits(s, year, &n) &&
	       two_digits(s, year + 2, &n) && two_digits(s, hour, &n) &&
	       hour + 2 < s.len && strchr(".:", s.ptr[hour + 2]) &&
	       two_digits(s, hour + 3, &n) &&
	       digits_end(s, hour + 3) == hour + 5;
}

/*
 * Where a list of what happens when begins, "Sabtu, 7 Juni 2025 20:45 WIB:
 * ...", which no title goes on with; or `to`.
 */
static size_t find_schedule(struct slice s, size_t from, size_t to)
{
	for (size_t comma = slice_find(s, ',', from); comma < to;
	     comma = slice_find(s, ',', comma + 1)) {
		size_t day = comma;
		while (day > from && is_ascii_letter(s.ptr[day - 1]))
			day--;
		if (day > from && weekday_of(slice_sub(s, day, comma)) >= 0 &&
		    is_day_with_hour(s, comma + 1))
			return day;
	}
	return to;
}

/* A title goes on with "Foto/Video Pasar"; " Foto/Reuters" is no part of it. */
static bool is_credit_at(struct slice s, size_t at)
{
	static const struct slice things[] = {
		SLICE_INIT("video"), SLICE_INIT("gambar"),  SLICE_INIT("film"),
		SLICE_INIT("audio"), SLICE_INIT("rekaman"),
	};
	struct slice rest = slice_from(s, at + 5);
	if (!slice_starts(slice_from(s, at), SLICE("Foto/")) || !rest.len ||
	    !is_ascii_letter(rest.ptr[0]))
		return false;
	for (size_t i = 0; i < COUNT_OF(things); i++)
		if (word_at(rest, 0, things[i]))
			return false;
	return true;
}

/* Where the credit of a photograph begins behind the title, or `to`. */
static size_t find_credit(struct slice s, size_t from, size_t to)
{
	for (size_t i = slice_find(s, '/', from); i < to;
	     i = slice_find(s, '/', i + 1))
		if (i >= from + 5 && blank_at(s, i - 5) &&
		    is_credit_at(s, i - 4))
			return i - 4;
	return to;
}

/*
 * Behind the credit that stands at `at`, "Foto/Instagram @warga_tegal": handles
 * have no capitals, so prose may be glued to them. Other names have no end that
 * can be told: then it is `at`.
 */
static size_t credit_end(struct slice s, size_t at)
{
	size_t name = at + 5;
	if (at >= s.len || !is_credit_at(s, at))
		return at;
	size_t to = name + letters_at(s, name).len;
	if (to < s.len && s.ptr[to] == ' ')
		to++;
	if (to == s.len || s.ptr[to] != '@')
		return at;
	for (to++; to < s.len && (is_small(s.ptr[to]) || is_digit(s.ptr[to]) ||
				  strchr("._", s.ptr[to]));)
		to++;
	return to;
}

/*
 * Two blanks in a row, or a newline in plain text, part a title from prose.
 * `prose`: it runs on, for a link stands in it.
 */
static size_t hard_end(struct slice s, size_t from, size_t to, bool markdown,
		       bool *found, bool *prose)
{
	size_t newline = markdown ? to : slice_find(s, '\n', from);
	size_t behind, end = newline < to ? newline : to;
	size_t gap = next_gap(s, from, end, &behind);
	*prose = gap < end && is_link_padding(s, behind, end);
	if (gap < end && !*prose)
		end = gap;
	end = find_credit(s, from, find_schedule(s, from, end));
	*found |= end < to;
	return end;
}

static bool is_stop(struct slice s, size_t at)
{
	return s.ptr[at] == '.' && !(at >= 2 && s.ptr[at - 1] == '.') &&
	       !(at && is_capital(s.ptr[at - 1]) &&
		 (at < 2 || !is_letter(s.ptr[at - 2])));
}

bool looks_like_prose(struct slice words)
{
	struct slice s = words;
	bool quote = false;
	if (text_length(words) > TITLE_MAX)
		return true;
	if (slice_ends(s, SLICE("\xE2\x80\x9D"))) {
		s.len -= 3;
		quote = true;
	} else if (s.len && s.ptr[s.len - 1] == '"') {
		s.len--;
		quote = true;
	}
	if (s.len && (is_stop(s, s.len - 1) ||
		      (quote && strchr(",!?", s.ptr[s.len - 1]))))
		return true;
	for (size_t i = 1; i + 2 < s.len; i++)
		if (s.ptr[i + 1] == ' ' && is_stop(s, i) &&
		    !is_digit(s.ptr[i - 1]) && starts_title(s, i + 2))
			return true;
	return false;
}

/* --- headlines ------------------------------------------------------------ */

/* Words by their first letters; signs alone are none. */
struct letters {
	size_t words, capitals, head, small; /* head: capitals before small */
	bool item, asked;		     /* " 2. "; small behind "?" */
};

/* The next word of s, without the marks at its ends; its end is moved to. */
static bool next_token(struct slice s, size_t *at, struct slice *word)
{
	*at = skip_blanks(s, *at);
	size_t from = *at;
	while (*at < s.len && !blank_at(s, *at))
		text_next(s, at);
	while (from < *at && strchr("\"'([", s.ptr[from]))
		from++;
	*word = slice_sub(s, from, *at);
	return from < s.len;
}

static struct letters count_letters(struct slice s)
{
	struct letters n = { 0 };
	struct slice word;
	size_t at = 0;
	bool ended = false;
	while (next_token(s, &at, &word)) {
		size_t first = 0, len = word.len;
		int32_t c = text_next(word, &first);
		while (len && strchr(",.:;?!\"')", word.ptr[len - 1]))
			len--;
		n.words += len > 0;
		n.item |= n.words > 1 && len && len <= 2 &&
			  is_digit(word.ptr[0]) &&
			  is_digit(word.ptr[len - 1]) && at < s.len &&
			  s.ptr[at - 1] == '.';
		if (text_is_upper(c)) {
			n.capitals++;
			n.head += !n.small;
		} else if (text_is_lower(c) &&
			   !is_small_word(slice_sub(word, 0, len))) {
			n.small++;
			n.asked |= ended;
		}
		ended |= slice_find(word, '?', 0) < word.len ||
			 slice_find(word, '!', 0) < word.len;
	}
	return n;
}

bool looks_like_headline(struct slice words, size_t least)
{
	if (words.len > (size_t)TITLE_MAX * 4 || looks_like_prose(words))
		return false;
	struct letters n = count_letters(words);
	return n.words >= least && n.capitals > n.small * 2 &&
	       starts_title(words, 0);
}

/* A headline, then words that no headline has: a sentence runs on. */
static bool runs_on(struct slice words, const struct find *f)
{
	if (looks_like_prose(words))
		return true;
	struct letters n = count_letters(words);
	if (n.words > SMALL_MAX && n.small * 2 > n.words)
		return true;
	return f->inside &&
	       (n.words > INSIDE_MAX || n.item ||
		(n.head >= HEADLINE && (n.asked || n.small >= SENTENCE)));
}

/* --- extents -------------------------------------------------------------- */

/* "[Title](address)" of Markdown: the title, and where the link ends. */
static bool is_link(struct slice s, size_t at, size_t *words_to, size_t *to)
{
	if (at >= s.len || s.ptr[at] != '[')
		return false;
	size_t close = close_of(s, at);
	if (!close || close >= s.len || s.ptr[close] != '(')
		return false;
	*words_to = close - 1;
	*to = close_of(s, close);
	return *to > 0;
}

/* "[Baca juga: Title](address)": where the link ends, if it is one. */
static size_t link_end(struct slice s, size_t open, size_t close)
{
	size_t to = 0;
	if (s.ptr[open] == '[' && close < s.len && s.ptr[close] == '(')
		to = close_of(s, close);
	return to ? to : close;
}

/* "Simak juga Video 'T' di sini:": the title between quotation marks. */
static bool is_quoted(struct slice s, const struct find *f, size_t *words_at,
		      size_t *words_to, size_t *to)
{
	static const struct slice pairs[][2] = {
		{ SLICE_INIT("\""), SLICE_INIT("\"") },
		{ SLICE_INIT("'"), SLICE_INIT("'") },
		{ SLICE_INIT("\xE2\x80\x9C"), SLICE_INIT("\xE2\x80\x9D") },
		{ SLICE_INIT("\xE2\x80\x98"), SLICE_INIT("\xE2\x80\x99") },
	};
	struct slice rest = slice_sub(s, f->words, f->words + BRACKET_MAX);
	for (size_t i = 0; i < COUNT_OF(pairs); i++) {
		struct slice close = pairs[i][1];
		if (!slice_starts(rest, pairs[i][0]))
			continue;
		for (size_t k = pairs[i][0].len; k + close.len <= rest.len; k++)
			if (slice_starts(slice_from(rest, k), close) &&
			    (k + close.len == rest.len ||
			     !is_letter(rest.ptr[k + close.len]))) {
				*words_at = f->words + pairs[i][0].len;
				*words_to = f->words + k;
				*to = *words_to + close.len;
				size_t here = skip_blanks(s, *to);
				if (word_at(s, here, SLICE("di sini")))
					*to = here + 7;
				if (*to < s.len && s.ptr[*to] == ':')
					++*to;
				return true;
			}
	}
	return false;
}

static struct extent find_extent(struct slice s, const struct find *f,
				 size_t limit, bool markdown)
{
	struct extent e = { f->words, limit, limit, MARK_CLOSED };
	bool ended = limit < s.len, prose;
	s = slice_sub(s, 0, limit); /* no link or quotation reaches beyond */
	size_t close = f->bracket ? close_of(s, f->open) : 0;
	struct slice within = close ? slice_sub(s, 0, close - 1) : s;
	if (is_link(within, f->words, &e.words_to, &e.to)) {
		e.words_at++;
		if (close)
			e.to = close;
		return e;
	}
	if (close) {
		e.words_to = close - 1;
		e.to = markdown ? link_end(s, f->open, close) : close;
		return e;
	}
	if ((f->video || !f->colon) &&
	    is_quoted(s, f, &e.words_at, &e.words_to, &e.to))
		return e;
	e.words_to = e.to =
	    hard_end(s, f->words, limit, markdown, &ended, &prose);
	if (prose || runs_on(text_trim(slice_sub(s, f->words, e.to)), f))
		e.end = MARK_OPEN;
	else if (e.to < limit)
		e.to = credit_end(s, e.to);
	else if (!ended)
		e.end = MARK_LINE;
	return e;
}

/* "**(Baca juga: Title)**": the stars go with what they hold. */
struct extent mark_extent(struct slice s, const struct find *f, size_t limit,
			  bool markdown)
{
	struct extent e = find_extent(s, f, limit, markdown);
	for (size_t i = 0; i < f->stars && e.to < limit; i++)
		e.to += s.ptr[e.to] == '*';
	return e;
}
