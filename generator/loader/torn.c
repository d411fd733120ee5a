/*
 * torn.c - paragraphs torn in mid-sentence, made whole. A scraper that cuts at
 * each full stop, and loses it, cuts "10.000", "15.00 WIB", "kabar.com" and
 * "PT. Umpama" in two: 238 of 731 real articles in such sets. An editor that
 * breaks lines at 70 columns tears the sentence where the line is full: 62 of
 * 1,068 of one outlet. A heading, a list and a table have short lines without
 * full stops, too; so each seam must show on both sides that it is one. What
 * stands in a line is not known here.
 */
#include "loader/marks.h"

enum {
	PROSE_LEAST = 30,  /* bytes of a line that could end a sentence */
	LINES_LEAST = 4,   /* of prose, to say that the full stops are lost */
	ONE_IN = 10,	   /* lines may still have theirs */
	TORN_LEAST = 50,   /* bytes of a line that an editor broke */
	WRAPPED_LEAST = 3, /* such lines show that the whole text is wrapped */
	WRAPPED_SHORT = 30,
	COLUMNS_MAX = 80, /* bytes */
	GROUP_MAX = 3,	  /* digits: "10" "000"; a year has four */
	WORD_LEAST = 4,	  /* letters before a full stop: "dr." is none */
	DEGREE_MAX = 4,	  /* letters: "S.Farm"; "M. Ridwan" is a name */
};

/* What stood between two lines that are one; SEAM_NONE: they are two. */
enum seam {
	SEAM_NONE,
	SEAM_GLUED,	 /* nothing */
	SEAM_BLANK,	 /* a blank */
	SEAM_STOP,	 /* a full stop: "10.000" */
	SEAM_STOP_BLANK, /* a full stop and a blank: "PT. Umpama" */
	SEAM_QUOTE,	 /* the next line begins with what closes a quotation */
};

/* What the text shows as a whole. */
struct damage {
	bool stops_lost, wrapped;
};

/* The line before, and what stands before its end. */
struct seen {
	struct line line; /* as it was; text: empty at the head */
	bool alone;	  /* it begins its paragraph */
	bool quote_open;
};

/* --- ends and beginnings -------------------------------------------------- */

static struct slice last_token(struct slice s)
{
	size_t at = s.len;
	while (at && !is_blank(s.ptr[at - 1]))
		at--;
	return slice_from(s, at);
}

static struct slice first_word(struct slice s)
{
	size_t to = 0;
	while (to < s.len && is_ascii_letter(s.ptr[to]))
		to++;
	return slice_sub(s, 0, to);
}

static size_t digits_at_end(struct slice s)
{
	size_t at = s.len;
	while (at && is_digit(s.ptr[at - 1]))
		at--;
	return s.len - at;
}

static size_t digits_at_head(struct slice s)
{
	size_t to = 0;
	while (to < s.len && is_digit(s.ptr[to]))
		to++;
	return to;
}

static bool is_any(struct slice word, const char *const *list)
{
	for (; *list; list++)
		if (slice_eq(word, slice_of(*list)))
			return true;
	return false;
}

/* A mark of the end, a quotation mark behind it or not. */
static bool ends_whole(struct slice s)
{
	if (slice_ends(s, SLICE("\"")))
		s.len--;
	else if (slice_ends(s, SLICE("\xE2\x80\x9D")) ||
		 slice_ends(s, SLICE("\xE2\x80\xA6")))
		s.len -= 3;
	return s.len && strchr(".!?:;", s.ptr[s.len - 1]);
}

/* "kata", "kata." and not "b.", "kabar.com", "https:", "x =" */
static bool starts_small(struct slice s)
{
	struct slice word = first_word(s), rest = slice_from(s, word.len);
	if (word.len < 2 || !is_small(word.ptr[0]))
		return false;
	if (!rest.len || strchr(" ,-/\")", rest.ptr[0]))
		return true;
	return rest.ptr[0] == '.' && word.len >= WORD_LEAST &&
	       (rest.len == 1 || strchr(" \")", rest.ptr[1]));
}

/* "a", "12": the letter or number of an item. */
static bool is_item(struct slice s)
{
	return (s.len == 1 && is_small(s.ptr[0])) ||
	       (s.len && s.len < GROUP_MAX && digits_at_head(s) == s.len);
}

/* --- where a full stop was ------------------------------------------------ */

/* "www" "kabar", "kabar" "com", "@rina" "contoh" */
static bool is_address(struct slice token, struct slice word)
{
	static const char *const domains[] = { "com", "co",  "id",   "net",
					       "org", "go",  "ac",   "or",
					       "tv",  "my",  "info", "news",
					       "uk",  "gov", "sch",  NULL };
	static const char *const heads[] = { "www", "pic", NULL };
	return is_any(word, domains) || is_any(token, heads) ||
	       (token.len && token.ptr[0] == '@') ||
	       slice_starts(token, SLICE("http")) ||
	       slice_starts(token, SLICE("www."));
}

static enum seam number_seam(struct slice a, struct slice b)
{
	size_t tail = digits_at_end(a), head = digits_at_head(b);
	size_t before = a.len - tail;
	bool name = before > 1 && a.ptr[before - 1] == '-' &&
		    is_ascii_letter(a.ptr[before - 2]); /* "Covid-19" */
	bool row = head + 2 < b.len && b.ptr[0] != '0' && b.ptr[head] == ' ' &&
		   is_capital(b.ptr[head + 1]) &&
		   is_small(b.ptr[head + 2]); /* "5 Kota Umpama" */
	if (!tail || !head || tail > GROUP_MAX || head > GROUP_MAX || name ||
	    row || (head < b.len && is_ascii_letter(b.ptr[head])))
		return SEAM_NONE;
	return SEAM_STOP;
}

/* "PT" "Umpama", "S" "Farm" behind a comma */
static enum seam short_form_seam(struct slice a, struct slice b)
{
	static const char *const forms[] = {
		"PT", "CV",  "Dr",  "dr",  "Prof", "Hj",  "Ir", "Drs", "Dra",
		"KH", "Moh", "Muh", "Jl",  "St",   "Ms",  "Mr", "Mrs", "Plt",
		"Pj", "Vol", "Kep", "Jkt", "Pol",  "drg", "Ny", "Tk",  NULL
	};
	static const char *const degrees[] = { "S", "M", "Sp", "Ph", NULL };
	struct slice word = last_token(a);
	struct slice before = text_trim(slice_sub(a, 0, a.len - word.len));
	if (!b.len || !is_capital(b.ptr[0]))
		return word.len == 2 &&
			       is_any(word,
				      (const char *const[]){ "No", NULL }) &&
			       digits_at_head(b)
			   ? SEAM_STOP_BLANK
			   : SEAM_NONE;
	while (word.len && (word.ptr[0] == '(' || word.ptr[0] == '"'))
		word = slice_from(word, 1);
	if (is_any(word, forms))
		return SEAM_STOP_BLANK;
	if (is_any(word, degrees) && slice_ends(before, SLICE(",")))
		return first_word(b).len <= DEGREE_MAX ? SEAM_STOP
						       : SEAM_STOP_BLANK;
	return SEAM_NONE;
}

static enum seam stop_seam(const struct seen *seen, struct slice b)
{
	struct slice a = seen->line.text;
	struct slice word = first_word(b);
	bool curly = slice_starts(b, SLICE("\xE2\x80\x9D"));
	bool straight =
	    b.ptr[0] == '"' && (b.len == 1 || strchr(" ,", b.ptr[1]));
	if (curly || (straight && seen->quote_open))
		return SEAM_QUOTE;
	if (b.ptr[0] == ')' || b.ptr[0] == ',')
		return SEAM_STOP;
	if (is_digit(b.ptr[0]) && digits_at_end(a))
		return number_seam(a, b);
	if (seen->alone && is_item(a))
		return SEAM_STOP_BLANK;
	if (!word.len || !is_small(word.ptr[0]))
		return short_form_seam(a, b);
	if (is_address(last_token(a), word))
		return SEAM_STOP;
	if (!starts_small(b))
		return SEAM_NONE;
	return ends_whole(a) ? SEAM_BLANK : SEAM_STOP_BLANK;
}

/* --- where a line was full ------------------------------------------------ */

static bool may_be_torn(struct slice a)
{
	return !ends_whole(a) && !slice_ends(a, SLICE(",")) &&
	       !looks_like_headline(a, WRAPPED_LEAST);
}

/* "... begitu. P" "ada hari": a capital letter at the head of a sentence. */
static bool ends_with_initial(struct slice a)
{
	size_t at = a.len - 1;
	return a.len > 3 && is_capital(a.ptr[at]) && is_blank(a.ptr[at - 1]) &&
	       strchr(".!?\"", a.ptr[at - 2]);
}

static enum seam wrap_seam(struct slice a, struct slice b, bool wrapped)
{
	struct slice word = first_word(b);
	bool full = a.len >= TORN_LEAST && a.len <= COLUMNS_MAX;
	if (a.len >= PROSE_LEAST && ends_with_initial(a) && word.len > 1 &&
	    is_small(word.ptr[0]))
		return SEAM_GLUED;
	if (wrapped && full && !ends_whole(a) && !starts_small(b))
		return is_ascii_letter(b.ptr[0]) || is_digit(b.ptr[0]) ||
			       b.ptr[0] == '('
			   ? SEAM_BLANK
			   : SEAM_NONE;
	if (a.len < (wrapped ? WRAPPED_SHORT : TORN_LEAST) || !starts_small(b))
		return SEAM_NONE;
	return may_be_torn(a) || (wrapped && !ends_whole(a)) ? SEAM_BLANK
							     : SEAM_NONE;
}

/* --- the whole ------------------------------------------------------------ */

static bool is_known(struct slice s)
{
	return starts_with_label(s) || is_mark_line(s);
}

static struct damage damage_of(const struct lines *lines)
{
	size_t prose = 0, whole = 0, torn = 0;
	const struct line *last = NULL;
	for (size_t i = 0; i < lines->count; i++) {
		const struct line *line = &lines->items[i];
		if (line->gone)
			continue;
		prose += line->text.len >= PROSE_LEAST;
		whole += ends_whole(line->text);
		torn += last && last->text.len >= TORN_LEAST &&
			last->text.len <= COLUMNS_MAX &&
			may_be_torn(last->text) && starts_small(line->text) &&
			!is_known(last->text);
		last = line;
	}
	return (struct damage){ .stops_lost = prose >= LINES_LEAST &&
					      whole * ONE_IN <= prose,
				.wrapped = torn >= WRAPPED_LEAST };
}

static enum seam seam_of(const struct damage *d, const struct seen *seen,
			 const struct line *b)
{
	struct slice a = seen->line.text;
	enum seam seam = SEAM_NONE;
	if (!a.len)
		return SEAM_NONE;
	if (d->stops_lost)
		seam = stop_seam(seen, b->text);
	else if (!b->blank_before)
		seam = wrap_seam(a, b->text, d->wrapped);
	return seam && !is_known(a) && !is_known(b->text) ? seam : SEAM_NONE;
}

/* The paragraph that lines are added to. */
struct paragraph {
	struct line *first;
	struct buf text; /* empty while it has one line */
};

static void paragraph_end(struct cleaner *c, struct paragraph *p)
{
	if (!p->text.len)
		return;
	p->first->text = arena_copy(c->arena, buf_slice(&p->text));
	p->first->needles = rules_needles(c->rules, p->first->text);
	buf_clear(&p->text);
}

static void add(struct paragraph *p, struct slice between, struct slice more)
{
	if (!p->text.len)
		buf_add(&p->text, p->first->text);
	buf_add(&p->text, between);
	buf_add(&p->text, more);
}

/* What closes a quotation goes to its paragraph; what follows stays. */
static bool add_quote(struct paragraph *p, struct line *line)
{
	size_t mark = line->text.ptr[0] == '"' ? 1 : 3;
	struct slice rest = text_trim(slice_from(line->text, mark));
	add(p, SLICE("."), slice_sub(line->text, 0, mark));
	line->text = rest;
	line->gone = !rest.len;
	if (!starts_small(rest) && !slice_starts(rest, SLICE(",")))
		return false;
	if (rest.ptr[0] != ',')
		buf_byte(&p->text, ' ');
	buf_add(&p->text, rest);
	return true;
}

static bool join(struct paragraph *p, struct line *line, enum seam seam)
{
	static const struct slice between[] = {
		[SEAM_GLUED] = SLICE_INIT(""),
		[SEAM_BLANK] = SLICE_INIT(" "),
		[SEAM_STOP] = SLICE_INIT("."),
		[SEAM_STOP_BLANK] = SLICE_INIT(". "),
	};
	if (seam == SEAM_QUOTE)
		return add_quote(p, line);
	add(p, between[seam], line->text);
	return true;
}

void join_torn(struct cleaner *c)
{
	struct damage damage = damage_of(&c->lines);
	struct paragraph p = { 0 };
	struct seen seen = { 0 };
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i], as_it_was = *line;
		if (line->gone)
			continue;
		enum seam seam = seam_of(&damage, &seen, line);
		bool joined = seam && join(&p, line, seam);
		seen.quote_open ^= slice_count(as_it_was.text, '"') % 2;
		seen.line = as_it_was;
		seen.alone = !joined;
		if (joined) {
			line->gone = true;
			cleaner_trace(c, line->number, FATE_USED, "torn-line",
				      "it goes on from the line above",
				      as_it_was.text);
			continue;
		}
		paragraph_end(c, &p);
		if (!line->gone)
			p.first = line;
	}
	paragraph_end(c, &p);
	buf_release(&p.text);
}
