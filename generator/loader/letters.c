/*
 * letters.c - first letters that a page set apart from their words: "J umlah
 * warga", once or twice in an article, 15 of 7,881 real ones. A person may be
 * called by one letter, too: "S akan pulang". So a letter is joined only if the
 * whole word stands elsewhere in the text and the rest of it nowhere: there is
 * no "umlah". Comes behind mend.c; knows nothing of what the lines are.
 */
#include "loader/internal.h"

#include "base/text.h"

enum {
	REST_LEAST = 2,	    /* letters of the word that are left */
	DATELINE_MOST = 60, /* bytes */
	TRIED_MOST = 16,    /* letters in a text, each looked up in all of it */
};

static bool is_word_byte(struct slice s, size_t at)
{
	char c = at < s.len ? s.ptr[at] : ' ';
	return is_digit(c) || is_ascii_letter(c) || (unsigned char)c >= 0x80;
}

static bool is_alone(struct slice s, size_t at)
{
	/* the other two are words of English */
	return at + 1 < s.len && is_capital(s.ptr[at]) && s.ptr[at] != 'A' &&
	       s.ptr[at] != 'I' && s.ptr[at + 1] == ' ';
}

/*
 * Where a torn letter may stand in s, or s.len: at its head, behind a mark that
 * opens, or behind the dash of a dateline.
 */
static size_t letter_at(struct slice s)
{
	size_t at = 0;
	if (slice_starts(s, SLICE("\"")))
		at = 1;
	else if (slice_starts(s, SLICE("\xE2\x80\x9C")))
		at = 3;
	if (is_alone(s, at))
		return at;
	at = slice_find(slice_sub(s, 0, DATELINE_MOST), '-', 0) + 2;
	return at < DATELINE_MOST && is_alone(s, at) && s.ptr[at - 1] == ' '
		   ? at
		   : s.len;
}

/* The rest of a word that may have begun with the letter at `at`. */
static struct slice rest_behind(struct slice s, size_t at)
{
	/* what people do who are called by a letter: "M akan", "P ada" */
	static const struct slice words[] = {
		SLICE_INIT("ada"),  SLICE_INIT("agar"), SLICE_INIT("akan"),
		SLICE_INIT("atau"), SLICE_INIT("ini"),	SLICE_INIT("itu")
	};
	static const struct slice none = SLICE_INIT("");
	size_t from = at + 2, to = from;
	while (to < s.len && is_small(s.ptr[to]))
		to++;
	struct slice rest = slice_sub(s, from, to);
	if (rest.len < REST_LEAST || is_word_byte(s, to))
		return none;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (slice_eq(rest, words[i]))
			return none;
	return rest;
}

/* What speaks for a word, and against it. */
struct evidence {
	bool whole, rest;
};

/* "J umlah", once more or that which is asked about */
static bool is_behind(struct slice s, size_t at, char letter)
{
	return at > 1 && s.ptr[at - 1] == ' ' && s.ptr[at - 2] == letter;
}

static void look_through(struct slice s, char letter, struct slice rest,
			 struct evidence *e)
{
	for (size_t at = slice_find(s, rest.ptr[0], 0); at < s.len;
	     at = slice_find(s, rest.ptr[0], at + 1)) {
		if (!slice_starts(slice_from(s, at), rest) ||
		    is_word_byte(s, at + rest.len) || is_behind(s, at, letter))
			continue;
		if (!at || !is_word_byte(s, at - 1))
			e->rest = true;
		else if (to_small(s.ptr[at - 1]) == to_small(letter) &&
			 (at == 1 || !is_word_byte(s, at - 2)))
			e->whole = true;
	}
}

static bool is_torn(const struct cleaner *c, char letter, struct slice rest)
{
	struct evidence e = { 0 };
	for (size_t i = 0; i < c->lines.count && !e.rest; i++)
		if (!c->lines.items[i].gone)
			look_through(c->lines.items[i].text, letter, rest, &e);
	return e.whole && !e.rest;
}

void join_letters(struct cleaner *c)
{
	size_t tried = 0;
	for (size_t i = 0; i < c->lines.count && tried < TRIED_MOST; i++) {
		struct line *line = &c->lines.items[i];
		struct slice s = line->text;
		size_t at = letter_at(s);
		struct slice rest = at < s.len ? rest_behind(s, at) : s;
		if (at == s.len || !rest.len)
			continue;
		tried++;
		if (!is_torn(c, s.ptr[at], rest))
			continue;
		line->text = arena_printf(c->arena, "%.*s%.*s",
					  SLICE_ARG(slice_sub(s, 0, at + 1)),
					  SLICE_ARG(slice_from(s, at + 2)));
		text_count(&c->doc->repairs, REPAIR_LETTER, 1);
	}
}
