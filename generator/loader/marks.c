/*
 * marks.c - finds read-also marks: "(Baca: …)", "Baca juga: …", "Pilihan
 * Editor: …", in brackets or not, on a line of their own, over two lines, or
 * run on inside a paragraph. Which words behind a mark are a title is for the
 * archive to say; here only where they may end.
 *
 * "(baca: polisi)" with a small letter is a gloss: text, unless the words are
 * a title of the archive (a weak mark).
 */
#include "loader/internal.h"

#include "base/text.h"

enum {
	BRACKET_MAX = 1200, /* bytes to look for a closing bracket */
	TITLE_MAX = 200,    /* code points: the longest real title is 199 */
	LEAST_WORDS = 3,    /* of a title that the archive need not know */
};

struct phrase {
	struct slice first, second; /* in small letters */
};
static const struct phrase phrases[] = {
	{ SLICE_INIT("baca"), SLICE_INIT("juga") },
	{ SLICE_INIT("baca"), SLICE_INIT("pula") },
	{ SLICE_INIT("lihat"), SLICE_INIT("juga") },
	{ SLICE_INIT("lihat"), SLICE_INIT("pula") },
	{ SLICE_INIT("simak"), SLICE_INIT("juga") },
	{ SLICE_INIT("simak"), SLICE_INIT("pula") },
	{ SLICE_INIT("tonton"), SLICE_INIT("juga") },
	{ SLICE_INIT("pilihan"), SLICE_INIT("editor") },
	{ SLICE_INIT("baca"), SLICE_INIT("") },
};

/* A phrase with what stands round it. */
struct find {
	size_t at;	     /* of the bracket or the phrase */
	size_t phrase, to;   /* of the phrase alone */
	size_t words;	     /* behind the colon */
	bool bracket, colon, video, weak;
};

/* --- one phrase ----------------------------------------------------------- */

/* The blank at `at`, of any kind: its length in bytes, or 0. */
static size_t blank_at(struct slice s, size_t at)
{
	size_t next = at;
	if (at >= s.len)
		return 0;
	if ((unsigned char)s.ptr[at] < 0x80)
		return is_blank(s.ptr[at]);
	int32_t c = text_next(s, &next);
	return text_is_blank(c) ? next - at : 0;
}

static size_t skip_blanks(struct slice s, size_t at)
{
	for (size_t n; (n = blank_at(s, at)) > 0;)
		at += n;
	return at;
}

static bool word_at(struct slice s, size_t at, struct slice small)
{
	if (at + small.len > s.len)
		return false;
	for (size_t i = 0; i < small.len; i++)
		if ((s.ptr[at + i] | 0x20) != small.ptr[i])
			return false;
	return true;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80;
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

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
		f->at = at - 1;
	}
}

static bool at_sentence_start(struct slice s, const struct find *f)
{
	struct slice before = text_trim(slice_sub(s, 0, f->at));
	if (!before.len || f->bracket)
		return true;
	char c = before.ptr[before.len - 1];
	return c == '.' || c == '!' || c == '?' || c == '"' || c == ')' ||
	       c == ':' ||
	       slice_ends(before, SLICE("\xE2\x80\x9D"));
}

static bool starts_title(struct slice s, size_t at)
{
	int32_t c = text_next(s, &at);
	return text_is_upper(c) || (c >= '0' && c <= '9') || c == '"' ||
	       c == '\'' || c == 0x201C || c == 0x2018;
}

/* Whether what was found is a mark at all, and how sure. */
static bool is_mark(struct slice s, struct find *f, const struct phrase *p)
{
	char first = s.ptr[f->phrase];
	bool glued = f->at && !f->bracket && is_letter(s.ptr[f->at - 1]);
	if (glued && (!f->colon || !is_capital(first) ||
		      is_capital(s.ptr[f->at - 1])))
		return false;
	if (f->colon) {
		f->weak = !p->second.len && !is_capital(first);
		return true;
	}
	if (!p->second.len || !is_capital(first) ||
	    !at_sentence_start(s, f) || !starts_title(s, f->words))
		return false;
	return f->video || f->bracket ||
	       is_capital(s.ptr[f->to - p->second.len]) ||
	       !text_trim(slice_sub(s, 0, f->at)).len;
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
	while (at < line.len && (is_blank(line.ptr[at]) ||
				 strchr("([*", line.ptr[at])))
		at++;
	return mark_at(line, at, &f);
}

/* --- where its words end -------------------------------------------------- */

/* Behind the bracket that closes the one at `at`; 0 if there is none near. */
static size_t close_of(struct slice s, size_t at)
{
	char open = s.ptr[at], close = open == '(' ? ')' : ']';
	size_t depth = 0, end = at + BRACKET_MAX < s.len ? at + BRACKET_MAX
							 : s.len;
	for (size_t i = at; i < end; i++) {
		depth += s.ptr[i] == open;
		depth -= s.ptr[i] == close;
		if (!depth)
			return i + 1;
	}
	return 0;
}

/* Two blanks in a row, or a newline in plain text, part a title from prose. */
static size_t hard_end(struct slice s, size_t from, size_t to, bool markdown,
		       bool *found)
{
	for (size_t i = from; i < to; i++) {
		size_t n = blank_at(s, i);
		if (!n)
			continue;
		if (s.ptr[i] == '\n' ? !markdown
				     : blank_at(s, i + n) > 0 && i > from) {
			*found = true;
			return i;
		}
	}
	return to;
}

static bool is_stop(struct slice s, size_t at)
{
	return s.ptr[at] == '.' && !(at >= 2 && s.ptr[at - 1] == '.') &&
	       !(at && is_capital(s.ptr[at - 1]) &&
		 (at < 2 || !is_letter(s.ptr[at - 2])));
}

/* Prose runs on behind the words: they end as a sentence or hold one. */
static bool looks_like_prose(struct slice words)
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

struct extent {
	size_t words_at, words_to, to;
	enum mark_end end;
};

/* `limit`: where the next mark begins, or the end of the block. */
static struct extent extent_of(struct slice s, const struct find *f,
			       size_t limit, bool markdown)
{
	struct extent e = { f->words, limit, limit, MARK_CLOSED };
	size_t close = f->bracket ? close_of(s, f->at) : 0;
	bool ended = limit < s.len;
	if (is_link(s, f->words, &e.words_to, &e.to)) {
		e.words_at++;
		if (close)
			e.to = close;
		return e;
	}
	if (close) {
		e.words_to = close - 1;
		e.to = close;
		return e;
	}
	if ((f->video || !f->colon) &&
	    is_quoted(s, f, &e.words_at, &e.words_to, &e.to))
		return e;
	e.words_to = e.to = hard_end(s, f->words, limit, markdown, &ended);
	if (looks_like_prose(text_trim(slice_sub(s, f->words, e.to))))
		e.end = MARK_OPEN;
	else if (!ended)
		e.end = MARK_LINE;
	return e;
}

/* --- all marks of a block ------------------------------------------------- */

static size_t count_words(struct slice s)
{
	size_t words = 0;
	for (size_t i = 0; i < s.len; i++)
		words += !is_blank(s.ptr[i]) &&
			 (i == 0 || is_blank(s.ptr[i - 1]));
	return words;
}

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
	struct slice words = text_trim(
	    slice_sub(text, e.words_at, e.words_to > e.words_at ? e.words_to
								: e.words_at));
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
				    count_words(words) < LEAST_WORDS),
		.marker = text_level(c->arena,
				     slice_sub(text, f->phrase, f->to)),
	};
	vec_push(&c->marks, mark);
}

/* The next mark of s at or after *at; false at the end. */
static bool next_mark(struct slice s, size_t *at, struct find *f)
{
	for (; *at < s.len; ++*at)
		switch (s.ptr[*at]) {
		case 'B':
		case 'b':
		case 'L':
		case 'l':
		case 'P':
		case 'p':
		case 'S':
		case 's':
		case 'T':
		case 't':
			if (mark_at(s, *at, f))
				return true;
			break;
		default:
			break;
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
		size_t close = f.bracket ? close_of(text, f.at) : 0;
		if (close > at)
			at = close;
		more = next_mark(text, &at, &next);
		struct extent e = extent_of(text, &f,
					    more ? next.at : text.len,
					    markdown);
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
			       (f.colon || phrases[i].second.len);
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
			while (label.len && strchr(": ;", label.ptr[label.len - 1]))
				label.len--;
			b.text = arena_printf(c->arena, "%.*s: %.*s",
					      SLICE_ARG(label),
					      SLICE_ARG(blocks[i + 1].text));
			cleaner_trace(c, b.line, FATE_USED, "mark-label",
				      "the title that it names is on the next "
				      "line",
				      label);
			i++;
		}
		blocks[out++] = b;
	}
	c->blocks.count = out;
}

void find_marks(struct cleaner *c)
{
	join_labels(c);
	for (uint32_t i = 0; i < c->blocks.count; i++)
		marks_of_block(c, i, c->doc->body.markdown);
}
