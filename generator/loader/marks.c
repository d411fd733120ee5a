/*
 * marks.c - finds read-also marks: "(Baca: …)", "Baca juga: …", "Pilihan
 * Editor: …", in brackets or not, on a line of their own, over two lines, or
 * run on inside a paragraph. Which words behind a mark are a title is for the
 * archive to say; where they may end, for mark_ends.c.
 *
 * "(baca: polisi)" with a small letter is a gloss: text, unless the words are
 * a title of the archive (a weak mark).
 */
#include "loader/marks.h"

enum {
	MARKS_MAX = 500,  /* of an article; 14 are the most in real ones */
	LEAST_PHRASE = 4, /* bytes: "baca" */
	LEAST_WORDS = 3,  /* of a title that the archive need not know */
};

/*
 * A strict phrase is one of prose, too ("simak video itu"): it counts with a
 * colon, or with a capital in its second word at the head of a line.
 */
struct phrase {
	struct slice first, second; /* in small letters */
	bool strict;
};
static const struct phrase phrases[] = {
	{ SLICE_INIT("baca"), SLICE_INIT("juga"), false },
	{ SLICE_INIT("baca"), SLICE_INIT("pula"), false },
	{ SLICE_INIT("lihat"), SLICE_INIT("juga"), false },
	{ SLICE_INIT("lihat"), SLICE_INIT("pula"), false },
	{ SLICE_INIT("simak"), SLICE_INIT("juga"), false },
	{ SLICE_INIT("simak"), SLICE_INIT("pula"), false },
	{ SLICE_INIT("tonton"), SLICE_INIT("juga"), false },
	{ SLICE_INIT("pilihan"), SLICE_INIT("editor"), false },
	{ SLICE_INIT("baca"), SLICE_INIT("selengkapnya"), true },
	{ SLICE_INIT("baca"), SLICE_INIT("berita selengkapnya"), true },
	{ SLICE_INIT("lihat"), SLICE_INIT("video"), true },
	{ SLICE_INIT("simak"), SLICE_INIT("video"), true },
	{ SLICE_INIT("tonton"), SLICE_INIT("video"), true },
	{ SLICE_INIT("baca"), SLICE_INIT(""), false },
};

/* --- one phrase ----------------------------------------------------------- */

static bool phrase_at(struct slice s, size_t at, const struct phrase *p,
		      struct find *f)
{
	size_t to = at + p->first.len;
	if (!word_at(s, at, p->first))
		return false;
	if (p->second.len) {
		size_t second = skip_blanks(s, to);
		if (second == to || !word_at(s, second, p->second))
			return false;
		to = second + p->second.len;
	}
	if (to < s.len && is_letter(s.ptr[to]) && blank_at(s, to) == 0)
		return false;
	f->phrase = at;
	f->to = to;
	return true;
}

/* "Simak juga Video 'T'", "**Baca juga:**": what may stand before words. */
static void find_words(struct slice s, struct find *f)
{
	size_t at = skip_blanks(s, f->to);
	f->video =
	    f->to - f->phrase > 5 && word_at(s, f->to - 5, SLICE("video"));
	if (word_at(s, at, SLICE("video")) &&
	    (at + 5 == s.len || !is_letter(s.ptr[at + 5]))) {
		f->video = true;
		at = skip_blanks(s, at + 5);
	}
	while (at < s.len && s.ptr[at] == '*')
		at++;
	f->colon = at < s.len && (s.ptr[at] == ':' || s.ptr[at] == ';');
	if (f->colon)
		at++;
	while (at < s.len && s.ptr[at] == '*')
		at++;
	f->words = skip_blanks(s, at);
}

static void find_bracket(struct slice s, struct find *f)
{
	size_t at = f->phrase;
	while (at && s.ptr[at - 1] == '*')
		at--;
	f->at = at;
	while (at && is_blank(s.ptr[at - 1]))
		at--;
	if (at && (s.ptr[at - 1] == '(' || s.ptr[at - 1] == '[')) {
		f->bracket = true;
		f->open = f->at = at - 1;
		while (f->at && s.ptr[f->at - 1] == '*')
			f->at--;
	}
	f->stars = (f->bracket ? f->open : f->phrase) - f->at;
}

/*
 * What stands before the mark, without the blanks between. (Not text_trim: the
 * blanks at the head of the block would be looked at again for every mark.)
 */
static struct slice text_before(struct slice s, const struct find *f)
{
	size_t at = f->at;
	while (at) {
		size_t last = at - 1;
		while (last && ((unsigned char)s.ptr[last] & 0xC0) == 0x80)
			last--;
		if (!blank_at(s, last))
			break;
		at = last;
	}
	return slice_sub(s, 0, at);
}

static bool at_sentence_start(const struct find *f, struct slice before)
{
	if (!before.len || f->bracket)
		return true;
	char c = before.ptr[before.len - 1];
	return c == '.' || c == '!' || c == '?' || c == '"' || c == ')' ||
	       c == ':' || slice_ends(before, SLICE("\xE2\x80\x9D"));
}

/* Whether what was found is a mark at all, and how sure. */
static bool is_mark(struct slice s, struct find *f, const struct phrase *p)
{
	char first = s.ptr[f->phrase];
	bool glued = f->at && !f->bracket && is_letter(s.ptr[f->at - 1]);
	if (glued &&
	    (!f->colon || !is_capital(first) || is_capital(s.ptr[f->at - 1])))
		return false;
	if (f->colon) {
		if (p->strict && !is_capital(first))
			return false;
		f->weak = !p->second.len && !is_capital(first);
		return true;
	}
	struct slice before = text_before(s, f);
	if (!p->second.len || !is_capital(first) ||
	    !at_sentence_start(f, before) || !starts_title(s, f->words))
		return false;
	bool capital = is_capital(s.ptr[f->to - p->second.len]);
	if (p->strict)
		return capital && !before.len;
	return f->video || f->bracket || capital || !before.len;
}

static bool mark_at(struct slice s, size_t at, struct find *f)
{
	for (size_t i = 0; i < COUNT_OF(phrases); i++) {
		*f = (struct find){ 0 };
		if (!phrase_at(s, at, &phrases[i], f))
			continue;
		find_words(s, f);
		find_bracket(s, f);
		return is_mark(s, f, &phrases[i]);
	}
	return false;
}

bool is_mark_line(struct slice line)
{
	struct find f;
	size_t at = 0;
	while (at < line.len &&
	       (is_blank(line.ptr[at]) || strchr("([*", line.ptr[at])))
		at++;
	return mark_at(line, at, &f);
}

/* --- all marks of a block ------------------------------------------------- */

static bool has_alnum(struct slice s)
{
	size_t at = 0;
	for (int32_t c; (c = text_next(s, &at)) >= 0;)
		if (text_is_alnum(c))
			return true;
	return false;
}

static void add_mark(struct cleaner *c, uint32_t block, const struct find *f,
		     struct extent e)
{
	struct slice text = c->blocks.items[block].text;
	if (c->marks.count == MARKS_MAX)
		return; /* what follows stays text */
	struct slice words = text_trim(
	    slice_sub(text, e.words_at,
		      e.words_to > e.words_at ? e.words_to : e.words_at));
	while (words.len && strchr("*_", words.ptr[words.len - 1]))
		words.len--;
	if (e.end == MARK_CLOSED && text_length(words) > TITLE_MAX * 3 / 2)
		return; /* a sentence in brackets, not a title */
	if (!has_alnum(words))
		words.len = 0;
	size_t at = (size_t)(words.ptr - text.ptr);
	struct mark mark = {
		.block = block,
		.at = (uint32_t)f->at,
		.to = (uint32_t)e.to,
		.words_at = (uint32_t)at,
		.words_to = (uint32_t)(at + words.len),
		.end = e.end,
		.weak = f->weak || (words.len && e.end == MARK_CLOSED &&
				    slice_words(words) < LEAST_WORDS),
		.marker =
		    text_level(c->arena, slice_sub(text, f->phrase, f->to)),
	};
	vec_push(&c->marks, mark);
}

/* Whether a phrase may begin with these three letters. */
static bool may_begin(const char *p)
{
	int first = p[0] | 0x20, second = p[1] | 0x20, third = p[2] | 0x20;
	switch (first) {
	case 'b': /* baca */
		return second == 'a' && third == 'c';
	case 'l': /* lihat */
		return second == 'i' && third == 'h';
	case 'p': /* pilihan */
		return second == 'i' && third == 'l';
	case 's': /* simak */
		return second == 'i' && third == 'm';
	case 't': /* tonton */
		return second == 'o' && third == 'n';
	default:
		return false;
	}
}

/*
 * How many of three places to look at are left when the third holds this
 * letter: of "baca" and the others the third letter is one of c h l m n, the
 * second one of a i o, the first one of b l p s t. (Horspool's search; most
 * bytes of a text are never looked at.)
 */
static size_t places_left(char c)
{
	static const unsigned char left[256] = {
		['c'] = 3, ['C'] = 3, ['h'] = 3, ['H'] = 3, ['l'] = 3,
		['L'] = 3, ['m'] = 3, ['M'] = 3, ['n'] = 3, ['N'] = 3,
		['a'] = 2, ['A'] = 2, ['i'] = 2, ['I'] = 2, ['o'] = 2,
		['O'] = 2, ['b'] = 1, ['B'] = 1, ['p'] = 1, ['P'] = 1,
		['s'] = 1, ['S'] = 1, ['t'] = 1, ['T'] = 1,
	};
	return left[(unsigned char)c];
}

/* The next mark of s at or after *at; false at the end. */
static bool next_mark(struct slice s, size_t *at, struct find *f)
{
	while (*at + LEAST_PHRASE <= s.len) {
		size_t left = places_left(s.ptr[*at + 2]);
		if (left < 3) {
			*at += 3 - left;
			continue;
		}
		if (may_begin(s.ptr + *at) && mark_at(s, *at, f))
			return true;
		++*at;
	}
	return false;
}

static void marks_of_block(struct cleaner *c, uint32_t block, bool markdown)
{
	struct slice text = c->blocks.items[block].text;
	struct find f, next;
	size_t at = 0;
	bool more = next_mark(text, &at, &f);
	while (more) {
		at = f.words > f.to ? f.words : f.to;
		size_t close = f.bracket ? close_of(text, f.open) : 0;
		if (close > at)
			at = close;
		size_t least = at;
		more = next_mark(text, &at, &next);
		if (more && next.at < least) { /* those stars are taken */
			next.stars -= least - next.at;
			next.at = least;
		}
		struct extent e =
		    mark_extent(text, &f, more ? next.at : text.len, markdown);
		add_mark(c, block, &f, e);
		f = next;
	}
}

/* --- label line, title line ----------------------------------------------- */

/* "Baca Juga:" and nothing else. */
static bool is_label(struct slice line)
{
	struct find f = { 0 };
	for (size_t i = 0; i < COUNT_OF(phrases); i++)
		if (phrase_at(line, 0, &phrases[i], &f)) {
			find_words(line, &f);
			return f.words == line.len && is_capital(line.ptr[0]) &&
			       (f.colon ||
				(phrases[i].second.len && !phrases[i].strict));
		}
	return false;
}

static bool may_be_title(const struct block *b)
{
	struct slice s = b->text;
	return s.len && starts_title(s, 0) && !is_mark_line(s) &&
	       slice_find(s, '\n', 0) == s.len && !looks_like_prose(s) &&
	       s.ptr[s.len - 1] != ':';
}

static void join_labels(struct cleaner *c)
{
	struct block *blocks = c->blocks.items;
	size_t out = 0;
	for (size_t i = 0; i < c->blocks.count; i++) {
		struct block b = blocks[i];
		if (i + 1 < c->blocks.count && is_label(b.text) &&
		    may_be_title(&blocks[i + 1])) {
			struct slice label = b.text;
			while (label.len &&
			       strchr(": ;", label.ptr[label.len - 1]))
				label.len--;
			b.text = arena_printf(c->arena, "%.*s: %.*s",
					      SLICE_ARG(label),
					      SLICE_ARG(blocks[i + 1].text));
			cleaner_trace(c, b.line, FATE_USED, "mark-label",
				      "the title that it names is on the next "
				      "line",
				      label);
			cleaner_trace(c, blocks[i + 1].line, FATE_USED,
				      "mark-label",
				      "the title that it names is on the next "
				      "line",
				      blocks[i + 1].text);
			i++;
		}
		blocks[out++] = b;
	}
	c->blocks.count = out;
}

/* Markdown's code is shown as it is: fenced, or four blanks deep. */
static bool is_code(struct slice block)
{
	return slice_starts(block, SLICE("    ")) ||
	       slice_starts(block, SLICE("\t")) ||
	       slice_starts(slice_trim(block), SLICE("```")) ||
	       slice_starts(slice_trim(block), SLICE("~~~"));
}

void find_marks(struct cleaner *c)
{
	bool markdown = c->doc->body.markdown;
	join_labels(c);
	for (uint32_t i = 0; i < c->blocks.count; i++)
		if (!markdown || !is_code(c->blocks.items[i].text))
			marks_of_block(c, i, c->doc->body.markdown);
}
