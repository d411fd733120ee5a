/*
 * torn.c - paragraphs torn in mid-sentence, made whole. A scraper that cuts at
 * each full stop, and loses it, cuts "10.000", "15.00 WIB", "kabar.com" and
 * "PT. Umpama" in two: 238 of 731 real articles in such sets. An editor that
 * breaks lines at 70 columns tears the sentence where the line is full: 62 of
 * 1,068 of one outlet. A heading, a list and a table have short lines without
 * full stops, too, and items begin with small letters; so each seam must show
 * on both sides that it is one, and a line that begins small goes on only if it
 * went on from another, or the text is wrapped. A long line that ends with "di"
 * or "yang" goes on in any text. The caption of a photograph, whose credit was
 * torn off in the same way, is dropped: nobody else can tell it any more.
 */
#include "loader/marks.h"
#include "loader/torn.h"

#include "base/small_words.h"

enum {
	PROSE_LEAST = 30,   /* bytes of a line that could end a sentence */
	LINES_LEAST = 4,    /* of prose, to say that the full stops are lost */
	ONE_IN = 10,	    /* lines may still have theirs */
	TORN_LEAST = 50,    /* bytes of a line that an editor broke */
	WRAPPED_LEAST = 3,  /* such lines show that the whole text is wrapped */
	WRAPPED_SHORT = 30, /* bytes of a line in such a text */
	HEADLINE_LEAST = 3, /* words */
	COLUMNS_MAX = 80,   /* bytes */
	DAY_MAX = 31,
	ITEM_BYTES = 4,	 /* "12." */
	WORD_BYTES = 16, /* of a small word */
};

/* What the text shows as a whole. */
struct damage {
	bool stops_lost, wrapped;
};

/* --- where a line was full ------------------------------------------------ */

static bool may_be_torn(struct slice a)
{
	return !ends_whole(a) && !slice_ends(a, SLICE(",")) &&
	       !looks_like_headline(a, HEADLINE_LEAST);
}

/* "... begitu. P" "ada hari": a capital letter at the head of a sentence. */
static bool ends_with_initial(struct slice a)
{
	size_t at = a.len - 1;
	return a.len > 3 && is_capital(a.ptr[at]) && is_blank(a.ptr[at - 1]) &&
	       strchr(".!?\"", a.ptr[at - 2]);
}

/* "... dirawat di": no sentence ends with such a word. */
static bool ends_hanging(struct slice a)
{
	static const struct slice words[] = {
		SLICE_INIT("agar"),	SLICE_INIT("atau"),
		SLICE_INIT("bahwa"),	SLICE_INIT("bagi"),
		SLICE_INIT("dalam"),	SLICE_INIT("dan"),
		SLICE_INIT("dari"),	SLICE_INIT("dengan"),
		SLICE_INIT("di"),	SLICE_INIT("karena"),
		SLICE_INIT("ke"),	SLICE_INIT("kepada"),
		SLICE_INIT("oleh"),	SLICE_INIT("pada"),
		SLICE_INIT("sejak"),	SLICE_INIT("serta"),
		SLICE_INIT("terhadap"), SLICE_INIT("untuk"),
		SLICE_INIT("yang"),
	};
	struct slice last = last_token(a);
	if (slice_ends(a, SLICE("terdiri dari"))) /* a list follows */
		return false;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (slice_eq(last, words[i]))
			return true;
	return false;
}

/* "(21/7)" */
static bool starts_with_day(struct slice s)
{
	size_t slash = slice_find(s, '/', 0);
	unsigned long day = 0;
	return slice_starts(s, SLICE("(")) &&
	       slice_number(slice_sub(s, 1, slash), DAY_MAX, &day) &&
	       slash + 1 < s.len && is_digit(s.ptr[slash + 1]);
}

/* "1. Beras", "a) Gula" */
static bool is_item(struct slice s)
{
	size_t blank = slice_find(s, ' ', 0);
	return blank && blank < ITEM_BYTES && strchr(".)", s.ptr[blank - 1]);
}

/* "Seperti", "Setelah": the sentence before it was cut short. */
static bool starts_anew(struct slice s)
{
	char small[WORD_BYTES];
	struct slice word = first_word(s);
	if (!word.len || word.len > sizeof(small) || !is_capital(word.ptr[0]))
		return false;
	memcpy(small, word.ptr, word.len);
	small[0] = (char)(small[0] - 'A' + 'a');
	return is_small_word(slice_make(small, word.len));
}

/* What one seam shows, whatever the other lines of the text are like. */
static bool breaks_off(struct slice a, struct slice b)
{
	if (a.len < TORN_LEAST || ends_whole(a))
		return false;
	return starts_with_day(b) ||
	       (ends_hanging(a) && !is_item(b) && !starts_anew(b) &&
		(is_ascii_letter(b.ptr[0]) || is_digit(b.ptr[0])));
}

static enum seam wrap_seam(struct slice a, struct slice b, bool wrapped)
{
	struct slice word = first_word(b);
	bool full = a.len >= TORN_LEAST && a.len <= COLUMNS_MAX;
	if (a.len >= PROSE_LEAST && ends_with_initial(a) && word.len > 1 &&
	    is_small(word.ptr[0]))
		return SEAM_GLUED;
	if (breaks_off(a, b))
		return SEAM_BLANK;
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
	bool within = false; /* a line that goes on from the one above */
	const struct line *last = NULL;
	for (size_t i = 0; i < lines->count; i++) {
		const struct line *line = &lines->items[i];
		if (line->gone)
			continue;
		prose += line->text.len >= PROSE_LEAST;
		whole += ends_whole(line->text);
		within = last && last->text.len >= TORN_LEAST &&
			 last->text.len <= COLUMNS_MAX &&
			 (within || !is_small(last->text.ptr[0])) &&
			 may_be_torn(last->text) && starts_small(line->text) &&
			 !is_known(last->text);
		torn += within;
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
		seam = seam_of_stop(seen, b->text);
	else if (!b->blank_before &&
		 (d->wrapped || !seen->alone || !is_small(a.ptr[0])))
		seam = wrap_seam(a, b->text, d->wrapped);
	return seam && !is_known(a) && !is_known(b->text) ? seam : SEAM_NONE;
}

/* The paragraph that lines are added to. */
struct paragraph {
	struct line *first;
	struct buf text; /* empty while it has one line */
	size_t count;	 /* paragraphs before it */
};

static void paragraph_end(struct cleaner *c, struct paragraph *p)
{
	if (!p->text.len)
		return;
	p->first->text = text_trim(arena_copy(c->arena, buf_slice(&p->text)));
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

/*
 * "yakni: 1" "Toko beras 2" "Toko cabai": the number goes to its item, in lists
 * that were too short for number_items().
 */
static bool move_item(struct cleaner *c, struct paragraph *p, struct seen *seen,
		      struct line *line)
{
	struct slice a = seen->line.text;
	size_t number = item_at_end(a, 1);
	seen->item = number ? 1 : seen->item;
	if (!number)
		number = item_at_end(a, seen->item);
	if (!number)
		return false;
	if (p->text.len)
		p->text.len -= number;
	else
		p->first->text = text_trim(
		    slice_sub(p->first->text, 0, p->first->text.len - number));
	line->text = arena_printf(c->arena, "%u. %.*s", seen->item++,
				  SLICE_ARG(line->text));
	return true;
}

/* "... di Tegal" "(KABAR/Rina Contoh) Warga": a caption, then its credit. */
static bool drop_caption(struct cleaner *c, struct paragraph *p,
			 struct line *line)
{
	static const char why[] = "the caption of a photograph, and its credit";
	size_t credit = credit_at_head(line->text);
	if (!credit || !p->count || p->first->gone)
		return false;
	paragraph_end(c, p);
	cleaner_drop(c, p->first, "photo-torn", why);
	cleaner_trace(c, line->number, FATE_CUT, "photo-torn", why,
		      slice_sub(line->text, 0, credit));
	line->text = text_trim(slice_from(line->text, credit));
	return true;
}

void join_torn(struct cleaner *c)
{
	struct damage damage = damage_of(&c->lines);
	const bool *starts = damage.stops_lost ? number_items(c) : NULL;
	struct paragraph p = { 0 };
	struct seen seen = { 0 };
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		bool moved = damage.stops_lost && seen.line.text.len &&
			     move_item(c, &p, &seen, line);
		bool apart = moved || (starts && starts[i]) ||
			     (damage.stops_lost && drop_caption(c, &p, line));
		struct line as_it_was = *line;
		enum seam seam =
		    apart ? SEAM_NONE : seam_of(&damage, &seen, line);
		bool joined = seam && join(&p, line, seam);
		if (damage.stops_lost)
			seen.quote_open ^= slice_count(as_it_was.text, '"') % 2;
		seen.line = as_it_was;
		seen.alone = !joined;
		if (!moved && !joined)
			seen.item = 0;
		if (joined) {
			line->gone = true;
			cleaner_trace(c, line->number, FATE_USED, "torn-line",
				      "it goes on from the line above",
				      as_it_was.text);
			continue;
		}
		paragraph_end(c, &p);
		if (!line->gone) {
			p.count += p.first != NULL;
			p.first = line;
		}
	}
	paragraph_end(c, &p);
	buf_release(&p.text);
}
