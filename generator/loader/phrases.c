/*
 * phrases.c - the words that read-also marks begin with, and whether what
 * stands round them makes them one. Where their titles end is for mark_ends.c
 * to say.
 *
 * "(baca: polisi)" with a small letter is a gloss: text, unless the words are
 * a title of the archive (a weak mark).
 */
#include "loader/marks.h"

enum {
	LEAST_PHRASE = 4, /* bytes: "baca" */
	HEAD_SIGNS = 24,  /* bytes of signs and brackets before a phrase */
	LEAST_TITLE = 4,  /* words behind a phrase of prose */
	LABEL_MAX = 60,	  /* bytes of a label with its signs */
};

struct phrase {
	struct slice first, second; /* in small letters */
	enum phrase_use use;
};

/* A longer phrase stands before the one that it begins with. */
static const struct phrase phrases[] = {
	{ SLICE_INIT("baca"), SLICE_INIT("juga"), PHRASE_MARK },
	{ SLICE_INIT("baca"), SLICE_INIT("pula"), PHRASE_MARK },
	{ SLICE_INIT("baca"), SLICE_INIT("ini juga deh"), PHRASE_MARK },
	{ SLICE_INIT("baca"), SLICE_INIT("jiga"), PHRASE_MARK }, /* sic */
	{ SLICE_INIT("lihat"), SLICE_INIT("juga"), PHRASE_MARK },
	{ SLICE_INIT("lihat"), SLICE_INIT("pula"), PHRASE_MARK },
	{ SLICE_INIT("simak"), SLICE_INIT("juga"), PHRASE_MARK },
	{ SLICE_INIT("simak"), SLICE_INIT("pula"), PHRASE_MARK },
	{ SLICE_INIT("tonton"), SLICE_INIT("juga"), PHRASE_MARK },
	{ SLICE_INIT("tonton"), SLICE_INIT("pula"), PHRASE_MARK },
	{ SLICE_INIT("pilihan"), SLICE_INIT("editor"), PHRASE_MARK },
	{ SLICE_INIT("baca"), SLICE_INIT("selengkapnya"), PHRASE_PROSE },
	{ SLICE_INIT("baca"), SLICE_INIT("berita selengkapnya"), PHRASE_PROSE },
	{ SLICE_INIT("baca"), SLICE_INIT("artikel menarik lainnya"),
	  PHRASE_PROSE },
	{ SLICE_INIT("baca"), SLICE_INIT("berita lainnya"), PHRASE_PROSE },
	{ SLICE_INIT("simak"), SLICE_INIT("berita lainnya"), PHRASE_PROSE },
	{ SLICE_INIT("lihat"), SLICE_INIT("video"), PHRASE_PROSE },
	{ SLICE_INIT("simak"), SLICE_INIT("video"), PHRASE_PROSE },
	{ SLICE_INIT("tonton"), SLICE_INIT("video"), PHRASE_PROSE },
	{ SLICE_INIT("baca"), SLICE_INIT(""), PHRASE_MARK },
};
/* These are too common inside a text: only at the head of a block. */
static const struct phrase heads[] = {
	{ SLICE_INIT("artikel"), SLICE_INIT("terkait"), PHRASE_LABEL },
	{ SLICE_INIT("artikel"), SLICE_INIT("lainnya"), PHRASE_LABEL },
	{ SLICE_INIT("berita"), SLICE_INIT("terkait"), PHRASE_LABEL },
	{ SLICE_INIT("berita"), SLICE_INIT("lainnya"), PHRASE_LABEL },
	{ SLICE_INIT("video"), SLICE_INIT("terkait"), PHRASE_LABEL },
	{ SLICE_INIT("menarik"), SLICE_INIT("dibaca"), PHRASE_LABEL },
	{ SLICE_INIT("read"), SLICE_INIT("also"), PHRASE_LABEL },
	{ SLICE_INIT("also"), SLICE_INIT("read"), PHRASE_LABEL },
	{ SLICE_INIT("baca"), SLICE_INIT("artikel menarik lainnya"),
	  PHRASE_TITLE },
	{ SLICE_INIT("baca"), SLICE_INIT("artikel lainnya"), PHRASE_TITLE },
	{ SLICE_INIT("baca"), SLICE_INIT("berita menarik lainnya"),
	  PHRASE_TITLE },
	{ SLICE_INIT("baca"), SLICE_INIT("berita lainnya"), PHRASE_TITLE },
	{ SLICE_INIT("klik"), SLICE_INIT("juga"), PHRASE_TITLE },
	{ SLICE_INIT("cek"), SLICE_INIT("juga"), PHRASE_TITLE },
	{ SLICE_INIT("cek"), SLICE_INIT("yang lain juga, yuk"), PHRASE_LABEL },
	{ SLICE_INIT("jangan"), SLICE_INIT("ketinggalan baca yang ini juga"),
	  PHRASE_LABEL },
	{ SLICE_INIT("saksikan"), SLICE_INIT("juga"), PHRASE_TITLE },
	{ SLICE_INIT("saksikan"), SLICE_INIT("video di bawah ini"),
	  PHRASE_TITLE },
	{ SLICE_INIT("saksikan"), SLICE_INIT("video"), PHRASE_TITLE },
	{ SLICE_INIT("saksikan"), SLICE_INIT(""), PHRASE_TITLE },
	{ SLICE_INIT("simak"), SLICE_INIT(""), PHRASE_TITLE },
	{ SLICE_INIT("lihat"), SLICE_INIT(""), PHRASE_TITLE },
	{ SLICE_INIT("tonton"), SLICE_INIT(""), PHRASE_TITLE },
	{ SLICE_INIT("terkait"), SLICE_INIT(""), PHRASE_TITLE },
	{ SLICE_INIT("selanjutnya"), SLICE_INIT(""), PHRASE_PAGER },
};

static bool phrase_at(struct slice s, size_t at, const struct phrase *p,
		      struct find *f)
{
	size_t to = at + p->first.len, second = to;
	if (!word_at(s, at, p->first))
		return false;
	if (p->second.len) {
		second = skip_blanks(s, to);
		if (second == to || !word_at(s, second, p->second))
			return false;
		to = second + p->second.len;
	}
	if (to < s.len && is_letter(s.ptr[to]) && blank_at(s, to) == 0 &&
	    sign_at(s, to) == 0)
		return false;
	*f = (struct find){
		.phrase = at, .to = to, .second = second, .use = p->use
	};
	return true;
}

/* "Cek yang lain juga, yuk!Title": the line's end was lost. */
static bool is_glued_call(struct slice s, size_t at)
{
	return s.ptr[at] == '!' && at + 1 < s.len &&
	       (is_capital(s.ptr[at + 1]) || is_digit(s.ptr[at + 1]));
}

/* "**Baca juga:** Title", "Baca Juga » Title", "Simak juga Video 'Title'" */
static void find_words(struct slice s, struct find *f)
{
	size_t at = skip_blanks(s, f->to), sign;
	f->video =
	    f->to - f->phrase > 5 && word_at(s, f->to - 5, SLICE("video"));
	if (word_at(s, at, SLICE("video")) &&
	    (at + 5 == s.len || !is_letter(s.ptr[at + 5]))) {
		f->video = true;
		at = skip_blanks(s, at + 5);
	}
	while (at < s.len && s.ptr[at] == '*')
		at++;
	f->colon = at < s.len && (s.ptr[at] == ':' || s.ptr[at] == ';' ||
				  is_glued_call(s, at));
	if (f->colon)
		at++;
	else if ((sign = sign_at(s, at)) || (sign = dash_at(s, at))) {
		f->colon = true;
		at += sign;
	}
	while (at < s.len &&
	       ((sign = blank_at(s, at)) || (sign = sign_at(s, at)) ||
		(sign = s.ptr[at] == '*')))
		at += sign;
	f->words = at;
}

/* Whether nothing but signs stand before `at`: ">>> Baca juga: Title". */
static bool only_signs_before(struct slice s, size_t at)
{
	size_t i = 0, n;
	if (at > HEAD_SIGNS)
		return false;
	while (i < at && ((n = blank_at(s, i)) || (n = sign_at(s, i)) ||
			  (n = dash_at(s, i)) || (n = s.ptr[i] == '#')))
		i += n;
	return i == at;
}

/* Whether nothing but a call stands before `at`: "Yuk, baca juga: Title". */
static bool only_call_before(struct slice s, size_t at)
{
	static const struct slice calls[] = { SLICE_INIT("Yuk"),
					      SLICE_INIT("Ayo") };
	struct slice before = text_trim(slice_sub(s, 0, at));
	if (slice_ends(before, SLICE(",")))
		before = slice_sub(before, 0, before.len - 1);
	for (size_t i = 0; i < COUNT_OF(calls); i++)
		if (slice_eq(before, calls[i]))
			return true;
	return false;
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
	if (only_signs_before(s, f->at) ||
	    (f->at <= HEAD_SIGNS && only_call_before(s, f->at)))
		f->at = 0;
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

/*
 * At a sentence's start, and not the first word of a quotation; or behind the
 * title of such a mark: "Baca: Title Baca: Title".
 */
static bool begins_sentence(struct slice s, const struct find *f,
			    struct slice before)
{
	struct slice head = slice_sub(s, 0, f->at);
	for (size_t at = 0; (at = slice_find(head, ':', at)) < head.len; at++)
		if (slice_ends(slice_sub(head, 0, at), SLICE("aca")))
			return true;
	if (!at_sentence_start(f, before))
		return false;
	return f->bracket || !before.len ||
	       (!slice_ends(head, SLICE("\"")) &&
		!slice_ends(head, SLICE("\xE2\x80\x9C")));
}

/* Without a colon a capital must say that it is no prose. */
static bool is_mark_without_colon(struct slice s, const struct find *f,
				  struct slice before)
{
	bool head = !before.len;
	if (f->second == f->to || !is_capital(s.ptr[f->phrase]) ||
	    !at_sentence_start(f, before))
		return false;
	bool capital = is_capital(s.ptr[f->second]);
	if (!starts_title(s, f->words) && !(f->video && head))
		return false;
	if (f->use == PHRASE_PROSE)
		return capital && head;
	return f->video || f->bracket || capital || head;
}

/* Whether what was found is a mark at all, and how sure. */
static bool is_mark(struct slice s, struct find *f)
{
	char first = s.ptr[f->phrase];
	bool glued = f->at && !f->bracket && is_letter(s.ptr[f->at - 1]);
	struct slice before = text_before(s, f);
	f->inside = before.len > 0;
	if (glued &&
	    (!f->colon || !is_capital(first) || is_capital(s.ptr[f->at - 1])))
		return false;
	if (!f->colon)
		return is_mark_without_colon(s, f, before);
	if (f->second == f->to && is_capital(first) &&
	    !begins_sentence(s, f, before))
		return false; /* "Minat Baca: ...", "Pojok Baca: ..." */
	f->weak = f->second == f->to && !is_capital(first);
	return f->use != PHRASE_PROSE || is_capital(first);
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

/* The mark whose phrase begins at `at`; false if there is none. */
static bool mark_at(struct slice s, size_t at, struct find *f)
{
	if (at + LEAST_PHRASE > s.len || !may_begin(s.ptr + at))
		return false;
	for (size_t i = 0; i < COUNT_OF(phrases); i++) {
		if (!phrase_at(s, at, &phrases[i], f))
			continue;
		find_words(s, f);
		find_bracket(s, f);
		return is_mark(s, f);
	}
	return false;
}

/* Behind the signs and brackets that a block begins with. */
static size_t skip_signs(struct slice s)
{
	size_t at = 0, n;
	while (at < s.len && at < HEAD_SIGNS &&
	       ((n = blank_at(s, at)) || (n = sign_at(s, at)) ||
		(n = dash_at(s, at)) ||
		(n = strchr("([*#", s.ptr[at]) != NULL)))
		at += n;
	return at;
}

bool mark_at_head(struct slice s, struct find *f)
{
	size_t at = skip_signs(s);
	if (at == s.len || !is_capital(s.ptr[at]) || mark_at(s, at, f))
		return false;
	for (size_t i = 0; i < COUNT_OF(heads); i++) {
		if (!phrase_at(s, at, &heads[i], f))
			continue;
		find_words(s, f);
		find_bracket(s, f);
		if (f->use == PHRASE_LABEL && f->words == s.len)
			return true;
		return f->colon && (!f->bracket || f->use == PHRASE_LABEL) &&
		       looks_like_headline(slice_from(s, f->words),
					   LEAST_TITLE);
	}
	return false;
}

bool is_label(struct slice line, struct find *f)
{
	if (line.len > LABEL_MAX)
		return false;
	for (size_t i = 0; i < COUNT_OF(phrases); i++) {
		if (!phrase_at(line, 0, &phrases[i], f))
			continue;
		find_words(line, f);
		return f->words == line.len && is_capital(line.ptr[0]) &&
		       (f->colon ||
			(phrases[i].second.len && f->use == PHRASE_MARK));
	}
	return mark_at_head(line, f) && f->words == line.len;
}

size_t mark_label_at(struct slice s)
{
	struct find f;
	size_t from = s.len > LABEL_MAX ? s.len - LABEL_MAX : 0;
	for (size_t at = from; at + LEAST_PHRASE <= s.len; at++)
		if (may_begin(s.ptr + at) &&
		    (!at || !is_letter(s.ptr[at - 1])) &&
		    is_label(slice_from(s, at), &f))
			return at;
	return s.len;
}

bool starts_with_label(struct slice s)
{
	struct find f;
	for (size_t i = 0; i < COUNT_OF(phrases); i++)
		if (phrases[i].second.len && phrases[i].use == PHRASE_MARK &&
		    phrase_at(s, 0, &phrases[i], &f))
			return is_capital(s.ptr[0]);
	return is_mark_line(s);
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

bool next_mark(struct slice s, size_t *at, struct find *f)
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

bool is_mark_line(struct slice line)
{
	struct find f;
	return mark_at(line, skip_signs(line), &f) || mark_at_head(line, &f);
}
