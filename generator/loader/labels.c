/*
 * labels.c - a label line and the title below it become one line: "Baca Juga:"
 * and "Title" are "Baca Juga: Title". Below it may be a list of titles, too;
 * but a subheading or an item of the article's own list looks much like one,
 * so only the first line is taken unless the lines show what they are. A label
 * that names nothing is dropped: the list was a widget, and prose goes on.
 * Where even the blanks were lost, "Baca JugaTitle OneTitle Two", "Yuk, baca
 * juga:Title OneTitle Two", each title gets its own line again.
 */
#include "loader/marks.h"

enum {
	LIST_LEAST = 3,	   /* titles in a row: subheadings do not come so */
	LEAST_TITLE = 5,   /* words of a title that is not the first */
	LONG_TITLE = 8,	   /* words that no subheading has */
	GLUED_TITLE = 4,   /* words on each side of a lost line end */
	GLUED_WORD = 3,	   /* letters that begin a title: not "PepsiCo" */
	GLUED_MOST = 1000, /* bytes of such titles: a few */
	LABEL_MAX = 48,	   /* bytes of a label before such titles */
};

/* "- Title", "1. Title", "1.Title": behind the bullet; 0 if there is none. */
static size_t behind_bullet(struct slice s)
{
	size_t at = 0, n = 0;
	if (s.len &&
	    (s.ptr[0] == '*' || (n = sign_at(s, 0)) || (n = dash_at(s, 0)))) {
		at = n ? n : 1;
	} else {
		while (at < s.len && at < 2 && is_digit(s.ptr[at]))
			at++;
		if (!at || at == s.len || !strchr(".),", s.ptr[at]))
			return 0;
		at++;
		n = at < s.len && is_capital(s.ptr[at]);
	}
	return at < s.len && (n || blank_at(s, at)) ? skip_blanks(s, at) : 0;
}

static size_t quote_at(struct slice s, size_t at, const char *curly)
{
	struct slice rest = slice_from(s, at);
	if (slice_starts(rest, slice_of(curly)))
		return 3;
	return slice_starts(rest, SLICE("\""));
}

/* What somebody wrote, all of it or its beginning: "Heboh!", "Heboh. */
static bool is_quotation(struct slice s)
{
	size_t at = quote_at(s, 0, "\xE2\x80\x9C"), close = 0;
	if (!at)
		return false;
	while (at < s.len && !(close = quote_at(s, at, "\xE2\x80\x9D")))
		at++;
	return at + close >= s.len;
}

static bool may_be_title(struct slice s)
{
	return s.len && starts_title(s, 0) && !is_mark_line(s) &&
	       slice_find(s, '\n', 0) == s.len && !looks_like_prose(s) &&
	       !is_quotation(s) && s.ptr[s.len - 1] != ':';
}

/*
 * Whether something of the page stood right behind the line: Liputan6 has its
 * label, a line of the text and an advertisement, and the titles are lost.
 */
static bool is_before_widget(const struct cleaner *c, const struct block *b)
{
	const struct line *lines = c->lines.items;
	size_t from = 0, to = c->lines.count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (lines[middle].number > b->line)
			to = middle;
		else
			from = middle + 1;
	}
	while (from < c->lines.count && !lines[from].text.len)
		from++;
	return from < c->lines.count && lines[from].gone;
}

/* The title of a line below a label, without its bullet; or empty. */
static struct slice title_of(const struct block *b, bool first, bool *bullet)
{
	size_t behind = behind_bullet(b->text);
	struct slice s = slice_from(b->text, behind);
	*bullet = behind > 0;
	if (!may_be_title(s) ||
	    ((*bullet || !first) && !looks_like_headline(s, LEAST_TITLE)))
		return SLICE("");
	return s;
}

/* How many of the lines from `from` on are titles that the label names. */
static size_t count_titles(const struct cleaner *c, size_t from, bool colon)
{
	const struct block *b = c->blocks.items;
	size_t count = c->blocks.count, i = from;
	bool listed, bullet;
	if (i == count || !title_of(&b[i], true, &listed).len ||
	    (!colon && is_before_widget(c, &b[i])))
		return 0;
	for (i++; i < count; i++)
		if (!title_of(&b[i], false, &bullet).len || bullet != listed)
			break;
	if (i == count || i - from >= LIST_LEAST)
		return i - from;
	if (listed) /* as short as this it may be the article's own list */
		return 0;
	return i - from == 2 && !colon &&
		       looks_like_headline(b[from + 1].text, LONG_TITLE)
		   ? 2
		   : 1;
}

static void trace_use(struct cleaner *c, const struct block *b, const char *why,
		      struct slice words)
{
	cleaner_trace(c, b->line, FATE_USED, "mark-label", why, words);
}

/* Those with a colon are marks without words, which find_marks() takes. */
static void drop_label(struct cleaner *c, const struct block *b)
{
	cleaner_trace(c, b->line, FATE_DROPPED, "mark-label-empty",
		      "a label whose titles the page lost", b->text);
}

/* --- titles without anything between them --------------------------------- */

/* How many digits, and how many letters, end before `at`. */
static size_t digits_before(struct slice s, size_t at)
{
	size_t n = 0;
	while (n < at && is_digit(s.ptr[at - n - 1]))
		n++;
	return n;
}

static size_t letters_before(struct slice s, size_t at)
{
	size_t n = 0;
	while (n < at && is_ascii_letter(s.ptr[at - n - 1]))
		n++;
	return n;
}

/* "Mahal?", "(Bagian 1)", "'Angin Malam'"; not "D'Masiv". */
static bool is_closed(struct slice s, size_t at)
{
	static const struct slice quotes[] = { SLICE_INIT("'"),
					       SLICE_INIT("\""),
					       SLICE_INIT("\xE2\x80\x99"),
					       SLICE_INIT("\xE2\x80\x9D") };
	struct slice before = slice_sub(s, 0, at);
	for (size_t i = 0; i < COUNT_OF(quotes); i++)
		if (slice_ends(before, quotes[i])) {
			at -= quotes[i].len;
			return letters_before(s, at) > 1 ||
			       digits_before(s, at) ||
			       (at && strchr("!?.)", s.ptr[at - 1]));
		}
	return at && strchr("?!)", s.ptr[at - 1]);
}

/* "Panen5 Potret", "Mahal?10 Cara": a title that begins with a number. */
static bool is_number_seam(struct slice s, size_t at)
{
	size_t to = at;
	if (!is_digit(s.ptr[at]) ||
	    !(is_closed(s, at) ||
	      (is_small(s.ptr[at - 1]) && letters_before(s, at) >= GLUED_WORD)))
		return false;
	while (to < s.len && is_digit(s.ptr[to]))
		to++;
	return to + 1 < s.len && s.ptr[to] == ' ' && is_capital(s.ptr[to + 1]);
}

/*
 * "DievakuasiIni", "PLKDi", "2012Ia"; not "WhatsApp", "YouTube", "PepsiCo",
 * "IMDb", "McAdam", "Dua2Dua".
 */
static bool is_seam(struct slice s, size_t at)
{
	static const struct slice camels[] = { SLICE_INIT("App"),
					       SLICE_INIT("Tube"),
					       SLICE_INIT("Tok") };
	char before = s.ptr[at - 1];
	bool small_next = at + 1 < s.len && is_small(s.ptr[at + 1]);
	bool acronym = at > 1 && is_capital(before) &&
		       is_capital(s.ptr[at - 2]) && small_next;
	size_t digits = digits_before(s, at);
	if (!is_capital(s.ptr[at]))
		return is_number_seam(s, at);
	bool word_before =
	    is_small(before) && letters_before(s, at) >= GLUED_WORD;
	if (digits ? letters_before(s, at - digits) > 0
		   : !word_before && !is_closed(s, at) && !acronym)
		return false;
	size_t to = at;
	while (to < s.len && (is_letter(s.ptr[to]) || s.ptr[to] == '-'))
		to++;
	struct slice word = slice_sub(s, at, to);
	for (size_t i = 0; i < COUNT_OF(camels); i++)
		if (slice_eq(word, camels[i]))
			return false;
	return word.len >= GLUED_WORD || slice_eq(word, SLICE("Di")) ||
	       slice_eq(word, SLICE("Ia"));
}

/* Where the title ends that begins at `from` of a row of them. */
static size_t glued_end(struct slice s, size_t from, size_t least)
{
	for (size_t at = from + 1; at < s.len; at++)
		if (is_seam(s, at) &&
		    slice_words(slice_sub(s, from, at)) >= least &&
		    slice_words(slice_from(s, at)) >= least)
			return at;
	return s.len;
}

/* Behind "Baca Juga" to which a title is glued, or 0. */
static size_t behind_bare_label(struct slice s)
{
	static const struct slice label = SLICE_INIT("baca juga");
	if (s.len <= label.len || !word_at(s, 0, label) ||
	    !is_capital(s.ptr[0]) || s.ptr[s.len - 1] == '.' ||
	    !(is_capital(s.ptr[label.len]) || is_digit(s.ptr[label.len])) ||
	    is_capital(s.ptr[label.len - 1]))
		return 0;
	return label.len;
}

/* Behind "Yuk baca juga:" to which several titles are glued, or 0. */
static size_t behind_label(struct slice s)
{
	struct find f;
	size_t at = 0;
	struct slice label =
	    slice_sub(s, 0, s.len < LABEL_MAX ? s.len : LABEL_MAX);
	size_t colon = slice_find(label, ':', 0);
	size_t sign = slice_find(slice_sub(label, 0, colon), '!', 0);
	if (sign == label.len || sign + 1 >= s.len || blank_at(s, sign + 1))
		return 0;
	size_t end = glued_end(s, sign + 1, LEAST_TITLE);
	struct slice first = slice_sub(s, 0, end);
	if (end == s.len ||
	    (!mark_at_head(first, &f) && !(next_mark(first, &at, &f) && !f.at)))
		return 0;
	return f.words == sign + 1 ? f.words : 0;
}

/* Whether the row is one of titles from `from` on, and of nothing else. */
static bool are_titles(struct slice s, size_t from)
{
	for (size_t to; from < s.len; from = to) {
		to = glued_end(s, from, LEAST_TITLE);
		if (!looks_like_headline(slice_sub(s, from, to), LEAST_TITLE))
			return false;
	}
	return true;
}

bool is_title_row(struct slice line)
{
	size_t from = line.len <= GLUED_MOST ? behind_label(line) : 0;
	return from && are_titles(line, from);
}

/* A line for each title; how many. */
static size_t push_glued(struct cleaner *c, struct blocks *out,
			 const struct block *b)
{
	struct slice s = b->text;
	size_t least = GLUED_TITLE, count = 0, to;
	size_t from = s.len <= GLUED_MOST ? behind_bare_label(s) : 0;
	struct slice label = slice_sub(s, 0, from);
	if (!from && is_title_row(s)) {
		from = behind_label(s);
		least = LEAST_TITLE;
		label = slice_sub(s, 0, from - 1);
	}
	for (; from && from < s.len; from = to) {
		struct block title = *b;
		to = glued_end(s, from, least);
		title.text =
		    arena_printf(c->arena, "%.*s: %.*s", SLICE_ARG(label),
				 SLICE_ARG(slice_sub(s, from, to)));
		vec_push(out, title);
		count++;
	}
	if (count)
		trace_use(c, b, "a label of titles whose line ends were lost",
			  label);
	return count;
}

void take_blocks(struct cleaner *c, struct blocks *new)
{
	c->blocks.count = 0;
	for (size_t i = 0; i < new->count; i++)
		vec_push(&c->blocks, new->items[i]);
	vec_release(new);
}

void join_labels(struct cleaner *c)
{
	struct blocks out = { 0 };
	for (size_t i = 0; i < c->blocks.count; i++) {
		const struct block *b = &c->blocks.items[i];
		struct find f;
		if (push_glued(c, &out, b))
			continue;
		bool found = is_label(b->text, &f);
		size_t titles = found ? count_titles(c, i + 1, f.colon) : 0;
		if (!titles) {
			if (found && !f.colon && f.use == PHRASE_MARK)
				drop_label(c, b);
			else
				vec_push(&out, *b);
			continue;
		}
		struct slice label = slice_sub(b->text, f.phrase, f.to);
		trace_use(c, b, "what it names is on the next line", b->text);
		for (size_t k = 1; k <= titles; k++) {
			struct block joined = k == 1 ? *b : b[k];
			bool bullet;
			struct slice title = title_of(&b[k], k == 1, &bullet);
			trace_use(c, &b[k],
				  "a title that the label above names",
				  b[k].text);
			joined.text =
			    arena_printf(c->arena, "%.*s: %.*s",
					 SLICE_ARG(label), SLICE_ARG(title));
			vec_push(&out, joined);
		}
		i += titles;
	}
	take_blocks(c, &out);
}
