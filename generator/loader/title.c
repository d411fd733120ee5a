/*
 * title.c - the title of an article: from its first line or as given, without
 * what a page's title has around it; and the same title again at the head of
 * the text.
 */
#include "loader/marks.h"

#include "base/small_words.h"

enum {
	AGAIN_LEAST_WORDS = 4, /* of a title that a line begins with */
	AGAIN_ROOM = 60,       /* bytes of an outlet's name behind it */
	LAST_LEAST_WORDS = 5,  /* of a headline at the end of the text */
	LAST_MOST_WORDS = 18,
	LAST_LEAST_LINES = 4, /* of the text before it */
	NAME_WORDS = 3,	      /* "Rina Contoh, Pengamat": no headline */
};

static struct slice strip_heading(struct slice line)
{
	size_t hashes = 0;
	while (hashes < line.len && line.ptr[hashes] == '#')
		hashes++;
	if (!hashes || hashes == line.len || line.ptr[hashes] != ' ')
		return line;
	line = text_trim(slice_from(line, hashes));
	while (line.len && line.ptr[line.len - 1] == '#')
		line.len--;
	return text_trim(line);
}

/* A first line this long is the body of an article without a title. */
static bool is_too_long(struct slice title)
{
	return text_head(title, TITLE_CAP).len < title.len;
}

/* Its beginning serves as a title. */
static void cut_title(struct cleaner *c, uint32_t line, const char *help)
{
	struct slice head = text_head(c->doc->title, TITLE_CAP);
	size_t word = head.len;
	if (c->diag)
		diag_add(c->diag, DIAG_WARNING,
			 (struct place){ c->doc->source, line, 0 }, help,
			 "the title is longer than %d characters; its "
			 "beginning is used",
			 TITLE_CAP);
	while (word && head.ptr[word - 1] != ' ')
		word--;
	if (word)
		head.len = word;
	c->doc->title = arena_printf(c->arena, "%.*s\xE2\x80\xA6",
				     SLICE_ARG(text_trim(head)));
}

/* --- what is around a title ----------------------------------------------- */

/* "Ma%27ruf": the two marks that a title has in an address, taken from one. */
static struct slice decode_percent(struct cleaner *c, struct slice title)
{
	struct buf out = { 0 };
	if (slice_find(title, '%', 0) == title.len)
		return title;
	for (size_t i = 0; i < title.len; i++) {
		struct slice rest = slice_from(title, i);
		bool mark = slice_starts(rest, SLICE("%27")) ||
			    slice_starts(rest, SLICE("%22"));
		buf_byte(&out,
			 mark ? rest.ptr[2] == '7' ? '\'' : '"' : rest.ptr[0]);
		i += mark ? 2 : 0;
	}
	title = arena_copy(c->arena, buf_slice(&out));
	buf_release(&out);
	return title;
}

/*
 * `Tak ";Lupa"; Cara Main`: entities of quotation marks that were read but for
 * their semicolons. No title has one between a quotation mark and a letter.
 */
static struct slice drop_entity_ends(struct cleaner *c, struct slice title)
{
	struct buf out = { 0 };
	bool damaged = false;
	for (size_t i = 0; i + 2 < title.len; i++)
		damaged |=
		    title.ptr[i] == '"' && title.ptr[i + 1] == ';' &&
		    (is_letter(title.ptr[i + 2]) || is_digit(title.ptr[i + 2]));
	if (!damaged)
		return title;
	for (size_t i = 0; i < title.len; i++)
		if (!i || title.ptr[i] != ';' || title.ptr[i - 1] != '"')
			buf_byte(&out, title.ptr[i]);
	title = arena_copy(c->arena, buf_slice(&out));
	buf_release(&out);
	return title;
}

/* Without the outlet's name, as the address spells it. */
static struct slice drop_outlet(struct cleaner *c, struct slice title,
				uint32_t line)
{
	size_t at = outlet_behind_title(title, c->doc->url);
	struct slice left = text_trim(slice_sub(title, 0, at));
	if (at == title.len || !left.len)
		return title;
	if (line)
		cleaner_trace(c, line, FATE_CUT, "title-address",
			      "the outlet's name behind the title",
			      slice_from(title, at));
	return left;
}

/* Without the outlet's name and the like, which rules cut. */
static struct slice tidy(struct cleaner *c, struct slice title, uint32_t line)
{
	size_t count;
	const struct rule *rules = rules_of(c->rules, RULE_TITLE, &count);
	title = drop_entity_ends(c, decode_percent(c, title));
	title = text_level(c->arena, title);
	for (size_t i = 0; i < count; i++) {
		if (!regex_search(rules[i].regex, c->matcher, title, 0))
			continue;
		struct slice cut = regex_group(c->matcher, 0);
		size_t at = (size_t)(cut.ptr - title.ptr);
		struct slice left = text_trim(slice_sub(title, 0, at));
		struct slice right = slice_from(title, at + cut.len);
		if (!left.len && !right.len)
			continue;
		if (line)
			cleaner_trace(c, line, FATE_CUT, rules[i].name,
				      rules[i].why, cut);
		title = left.len && right.len
			    ? arena_printf(c->arena, "%.*s %.*s",
					   SLICE_ARG(left), SLICE_ARG(right))
			: left.len ? left
				   : right;
	}
	return drop_outlet(c, title, line);
}

/* --- taking it ------------------------------------------------------------ */

/* "Title\n=====": the line below belongs to the heading. */
static struct slice skip_underline(struct slice rest)
{
	struct slice after = rest, under;
	if (!slice_cut(&after, '\n', &under))
		return rest;
	under = slice_trim(under);
	for (size_t i = 0; i < under.len; i++)
		if (under.ptr[i] != under.ptr[0])
			return rest;
	return under.len && (under.ptr[0] == '=' || under.ptr[0] == '-') ? after
									 : rest;
}

/* The first line; of a Markdown block the lines below it stay. */
static bool title_from_line(struct cleaner *c, struct line *line)
{
	struct slice first, rest = line->text;
	if (!slice_cut(&rest, '\n', &first))
		return false;
	first = strip_heading(first);
	if (!c->doc->body.markdown)
		first = printed_title(c->arena, first, &c->doc->repairs);
	c->doc->title = tidy(c, first, line->number);
	cleaner_trace(c, line->number, FATE_USED, "title",
		      "the first line is the title", c->doc->title);
	if (is_too_long(c->doc->title)) {
		cut_title(c, line->number,
			  "put a title of its own on the first line; the whole "
			  "line stays in the text");
		return true;
	}
	rest = skip_underline(rest);
	line->gone = !text_trim(rest).len;
	if (!line->gone) {
		size_t taken = (size_t)(rest.ptr - line->text.ptr);
		line->number += (uint32_t)slice_count(
		    slice_sub(line->text, 0, taken), '\n');
		line->text = rest;
	}
	return c->doc->title.len > 0;
}

bool take_title(struct cleaner *c, const struct front_matter *fm)
{
	struct line *line = cleaner_first(c, 0);
	struct slice title = fm->title;
	c->doc->url = fm->url;
	if (!title.len)
		return line && title_from_line(c, line);
	if (!c->doc->body.markdown)
		title = printed_title(c->arena, title, &c->doc->repairs);
	c->doc->title = tidy(c, title, 0);
	if (is_too_long(c->doc->title))
		cut_title(c, 0, "shorten the title that is given for it");
	return true;
}

/* --- the same again ------------------------------------------------------- */

static bool same_words(struct slice a, struct slice b)
{
	struct buf x = { 0 }, y = { 0 };
	text_fold(&x, a);
	text_fold(&y, b);
	bool same = x.len && slice_eq(buf_slice(&x), buf_slice(&y));
	buf_release(&x);
	buf_release(&y);
	return same;
}

bool is_title_again(struct cleaner *c, struct slice line)
{
	struct slice title = c->doc->title;
	if (line.len > title.len + AGAIN_ROOM)
		return false;
	return same_words(tidy(c, strip_heading(line), 0), title);
}

/* Where the title ends that the line begins with, letter by letter; or 0. */
static size_t title_at_head(struct slice line, struct slice title)
{
	size_t at = 0;
	for (size_t i = 0; i < title.len; i++) {
		if (is_blank(title.ptr[i])) {
			size_t next = slice_skip_blanks(line, at);
			if (next == at)
				return 0;
			at = next;
		} else if (at == line.len || line.ptr[at++] != title.ptr[i]) {
			return 0;
		}
	}
	return at < line.len && is_blank(line.ptr[at]) ? at : 0;
}

/* Four words and more, most of them with a capital: no sentence is. */
static bool is_headline(struct slice title)
{
	size_t words = 0, capitals = 0;
	for (size_t i = 0; i < title.len; i++)
		if (i == 0 || is_blank(title.ptr[i - 1])) {
			words++;
			capitals += title.ptr[i] < 'a' || title.ptr[i] > 'z';
		}
	return words >= AGAIN_LEAST_WORDS && capitals * 4 >= words * 3;
}

/* Not "(UUKT) menerima" nor "Tbk membukukan": the title is their subject. */
static bool may_begin_sentence(struct slice words)
{
	return !is_small(words.ptr[0]) && words.ptr[0] != '(' &&
	       !slice_starts(words, SLICE("Tbk"));
}

void cut_title_again(struct cleaner *c, struct line *line)
{
	struct slice title = c->doc->title;
	size_t end = title_at_head(line->text, title);
	size_t next = slice_skip_blanks(line->text, end);
	if (!end || next == line->text.len || !is_headline(title) ||
	    !may_begin_sentence(slice_from(line->text, next)))
		return;
	cleaner_trace(c, line->number, FATE_CUT, "title-again",
		      "the title, said again at the head of the text",
		      slice_sub(line->text, 0, end));
	line->text = slice_from(line->text, next);
}

/* --- the headline of something else --------------------------------------- */

/* "KeputusanPemilu": two texts, glued. */
static bool is_glued(struct slice word)
{
	for (size_t i = 0; i + 1 < word.len; i++)
		if (is_letter(word.ptr[i]) && !is_capital(word.ptr[i]) &&
		    is_capital(word.ptr[i + 1]))
			return true;
	return false;
}

static bool is_prose_word(struct slice word)
{
	return is_small(word.ptr[0]) && !is_small_word(word);
}

/* No word of prose; neither an author with what he is, nor a row of a table. */
static bool is_plain_headline(struct slice line)
{
	struct slice word, rest = line;
	size_t words = 0, numbers = 0, shouted = 0;
	if (slice_find(line, '|', 0) < line.len)
		return false;
	while (slice_cut(&rest, ' ', &word)) {
		words++;
		shouted += word.len > 1 && is_capital(word.ptr[1]);
		numbers += word.len && is_digit(word.ptr[0]);
		if (!word.len || is_glued(word) || is_prose_word(word) ||
		    (words <= NAME_WORDS &&
		     strchr(",.", word.ptr[word.len - 1])))
			return false;
	}
	return words <= LAST_MOST_WORDS && numbers * 3 <= words &&
	       shouted * 2 < words; /* "RINA CONTOH" is a byline */
}

static bool may_end_headline(char c)
{
	return is_letter(c) || is_digit(c) || c == '?';
}

static bool is_one_of(struct slice word, const struct slice *words,
		      size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (slice_eq(word, words[i]))
			return true;
	return false;
}

/* An address, a wish, who somebody is or did what: of the article itself. */
static bool is_notice(struct slice line)
{
	static const struct slice first[] = {
		SLICE_INIT("Selamat"),	  SLICE_INIT("Dirgahayu"),
		SLICE_INIT("Semoga"),	  SLICE_INIT("Salam"),
		SLICE_INIT("Terima"),	  SLICE_INIT("Penulis"),
		SLICE_INIT("Penulis:"),	  SLICE_INIT("Editor:"),
		SLICE_INIT("Reporter:"),  SLICE_INIT("Pewarta:"),
		SLICE_INIT("Sumber:"),	  SLICE_INIT("Kontributor:"),
		SLICE_INIT("Alamat:"),	  SLICE_INIT("Tempat:"),
		SLICE_INIT("Waktu:"),	  SLICE_INIT("Ketua"),
		SLICE_INIT("Direktur"),	  SLICE_INIT("Kepala"),
		SLICE_INIT("Rektor"),	  SLICE_INIT("Dekan"),
		SLICE_INIT("Dosen"),	  SLICE_INIT("Guru"),
		SLICE_INIT("Peneliti"),	  SLICE_INIT("Pengamat"),
		SLICE_INIT("Sekretaris"), SLICE_INIT("Pemeran"),
		SLICE_INIT("Pemenang"),	  SLICE_INIT("Sutradara"),
		SLICE_INIT("Juara"),	  SLICE_INIT("Oleh"),
	};
	static const struct slice any[] = {
		SLICE_INIT("Jalan"), SLICE_INIT("Jl"),	   SLICE_INIT("Jl."),
		SLICE_INIT("Nomor"), SLICE_INIT("Lantai"), SLICE_INIT("No."),
	};
	struct slice word, rest = line;
	for (bool begins = true; slice_cut(&rest, ' ', &word); begins = false)
		if ((begins && is_one_of(word, first, COUNT_OF(first))) ||
		    is_one_of(word, any, COUNT_OF(any)))
			return true;
	return false;
}

bool drop_last_headline(struct cleaner *c)
{
	struct line *last = NULL;
	size_t lines = 0;
	for (size_t i = 0; i < c->lines.count; i++)
		if (!c->lines.items[i].gone) {
			last = &c->lines.items[i];
			lines++;
		}
	if (lines <= LAST_LEAST_LINES || is_mark_line(last->text) ||
	    !may_end_headline(last->text.ptr[last->text.len - 1]) ||
	    !is_after_sentence(c, last) || is_notice(last->text) ||
	    !is_plain_headline(last->text) ||
	    !looks_like_headline(last->text, LAST_LEAST_WORDS))
		return false;
	cleaner_drop(c, last, "last-headline",
		     "the headline of another page or video, without a mark");
	return true;
}
