/*
 * split.c - paragraphs whose line ends were lost: "... kata dia.Kami pergi."
 * A full stop with a capital letter right behind it ends one, unless it
 * belongs to an abbreviation, a name or an address; 2,510 of 39,928 real
 * articles have some. A quotation mark that opens says so, too, whatever stands
 * before the stop. A read-also mark glued there is left to marks.c, a row of
 * titles to labels.c. Items of a numbered list end before the next number:
 * "triliun2. Kota". Where a scraper joined the paragraphs with commas ("...
 * kata dia.,Kami"), these are lost; no other character is. What is split here
 * are lines; it knows nothing of what stands in them.
 */
#include "loader/internal.h"

#include "base/text.h"

enum {
	WORD_LEAST = 3,	     /* letters before a full stop that ends one */
	NAME_LEAST = 4,	     /* with a capital: "Sp", "Kec" are none */
	MIXED_LEAST = 7,     /* "KUHPidana"; "SKom", "SpPD" are none */
	NUMBER_LEAST = 3,    /* digits: "2.Toko" is an item of a list */
	TOKEN_LOOKBACK = 80, /* bytes of an address that are looked at */
	FEW_LINES = 2,	     /* of a body that lost its line ends */
	PIECE_LEAST = 30,    /* bytes: "Nama Orang.Ketua Ini" is one */
	GAPS_LEAST = 3,	     /* two blanks behind a stop, meant as line ends */
	ITEM_MAX = 99,	     /* of a list whose line ends were lost */
	DECIMALS_LEAST = 3,  /* "3,264." is 3,26 and item 4 */
	GROUP_LEAST = 4,     /* "242.0002." is 242.000 and item 2 */
	VALUE_LEAST = 5,     /* "19792." is 1979 and item 2; "1972." a year */
	JOINTS_LEAST = 3,    /* commas behind a stop, as well */
};

/* --- letters and words ---------------------------------------------------- */

/* In small letters, whatever the case of `word`. */
static bool is_one_of(struct slice word, const char *const *list)
{
	for (; *list; list++) {
		size_t i = 0;
		while (i < word.len && (*list)[i] == (word.ptr[i] | 0x20))
			i++;
		if (i == word.len && !(*list)[i])
			return true;
	}
	return false;
}

static struct slice word_before(struct slice s, size_t at)
{
	size_t from = at;
	while (from && is_ascii_letter(s.ptr[from - 1]))
		from--;
	return slice_sub(s, from, at);
}

static struct slice word_behind(struct slice s, size_t at)
{
	size_t to = at;
	while (to < s.len && is_ascii_letter(s.ptr[to]))
		to++;
	return slice_sub(s, at, to);
}

/*
 * "S.Kom", "/detik.com", "a@b.id": what ends here began as something else. A
 * hyphen joins words that end sentences: "anak-anak", "Jepara-Kudus".
 */
static bool is_joined(struct slice s, struct slice word)
{
	size_t at = (size_t)(word.ptr - s.ptr);
	return at && strchr(".@/_", s.ptr[at - 1]);
}

static bool ends_as_word(struct slice s, struct slice word)
{
	static const char *const short_forms[] = {
		"drg",	   "jln",    "tgl",    "hlm",	 "www",	   "ltd",
		"inc",	   "kel",    "kec",    "kab",	 "sdr",	   "prof",
		"kapt",	   "jend",   "mayj",   "letj",	 "brig",   "brigj",
		"brigjen", "irjen",  "komjen", "letkol", "letjen", "mayjen",
		"kompol",  "kombes", "dipl",   "grad",	 "corp",   "ketua",
		NULL
	};
	size_t capitals = 0;
	for (size_t i = 0; i < word.len; i++)
		capitals += is_capital(word.ptr[i]);
	bool name = capitals == 1 && is_capital(word.ptr[0]);
	if (is_joined(s, word) || is_one_of(word, short_forms))
		return false;
	if (capitals && !name && capitals != word.len)
		return word.len >= MIXED_LEAST;
	return word.len >= (name ? NAME_LEAST : WORD_LEAST);
}

/*
 * Names in two capitals behind which a sentence goes on somewhere: "AS dan".
 * Found when first asked for.
 */
struct acronyms {
	const struct lines *lines;
	bool found, goes_on[26][26];
};

static bool *acronym_of(struct acronyms *a, struct slice word)
{
	return word.len == 2 && is_capital(word.ptr[0]) &&
		       is_capital(word.ptr[1])
		   ? &a->goes_on[word.ptr[0] - 'A'][word.ptr[1] - 'A']
		   : NULL;
}

static void find_acronyms(struct acronyms *a)
{
	a->found = true;
	for (size_t i = 0; i < a->lines->count; i++) {
		struct slice s = a->lines->items[i].text;
		for (size_t at = 2; at + 1 < s.len; at++) {
			if (s.ptr[at] != ' ' || !is_small(s.ptr[at + 1]))
				continue;
			struct slice word = word_before(s, at);
			bool *goes_on = acronym_of(a, word);
			if (goes_on && !is_joined(s, word))
				*goes_on = true;
		}
	}
}

/* "dollar AS.Musk", "Tanah Air.Dalam"; not "BJ.Umpama", "ID.Contoh" */
static bool ends_as_short_word(struct slice s, size_t at, struct slice next,
			       struct acronyms *a)
{
	/* with these a sentence begins, and no name */
	static const char *const openers[] = {
		"adapun",    "akibat",	 "bahkan",   "berdasarkan",
		"dalam",     "dikutip",	 "karena",   "kemudian",
		"ketika",    "lantas",	 "melalui",  "menanggapi",
		"menurut",   "meski",	 "meskipun", "namun",
		"padahal",   "saat",	 "sebab",    "sebelumnya",
		"sedangkan", "sehingga", "sejak",    "selain",
		"sementara", "seperti",	 "setelah",  "tetapi",
		"tidak",     "untuk",	 "walaupun", NULL
	};
	struct slice word = word_before(s, at);
	bool *goes_on = acronym_of(a, word);
	if (word.len < 2 || is_joined(s, word))
		return false;
	if (is_one_of(next, openers))
		return true;
	if (goes_on && !a->found)
		find_acronyms(a);
	return goes_on && *goes_on;
}

/* "1978", "1.000", "21-19" */
static bool ends_as_number(struct slice s, size_t at)
{
	size_t from = at;
	while (from &&
	       (is_digit(s.ptr[from - 1]) || strchr(".,-:", s.ptr[from - 1])))
		from--;
	return at - from >= NUMBER_LEAST;
}

/* Whether a sentence may end with what stands before the stop at `at`. */
static bool ends_sentence(struct slice s, size_t at)
{
	/* a link stood before the stop */
	bool link = at && s.ptr[at - 1] == ' ' && s.ptr[at] == '.';
	if (at && s.ptr[at - 1] == ' ')
		at--;
	if (!at)
		return false;
	char c = s.ptr[at - 1];
	if (is_ascii_letter(c))
		return link || ends_as_word(s, word_before(s, at));
	if (is_digit(c))
		return ends_as_number(s, at);
	struct slice before = slice_sub(s, 0, at);
	return c == ')' || c == '"' || c == '%' ||
	       slice_ends(before, SLICE("\xE2\x80\x9D"));
}

/* "Kami", "KPK ", and not "COM", "Id": the rest of an address. */
static bool starts_sentence(struct slice s, size_t at)
{
	static const char *const domains[] = { "com", "co", "id",   "net",
					       "org", "go", "ac",   "or",
					       "sch", "tv", "info", "news",
					       NULL };
	struct slice word = word_behind(s, at);
	size_t to = at + word.len;
	if (word.len < 2 || !is_capital(word.ptr[0]) ||
	    is_one_of(word, domains))
		return false;
	if (to < s.len && s.ptr[to] != ' ' && s.ptr[to] != ',' &&
	    s.ptr[to] != '-')
		return false;
	for (size_t i = 2; i < word.len; i++)
		if (is_small(word.ptr[i]) != is_small(word.ptr[1]))
			return false;
	return true;
}

static bool is_in_address(struct slice s, size_t at)
{
	size_t from = at;
	while (from && at - from < TOKEN_LOOKBACK && s.ptr[from - 1] != ' ') {
		from--;
		if (s.ptr[from] == '@' ||
		    slice_starts(slice_from(s, from), SLICE("://")))
			return true;
	}
	return slice_starts(slice_from(s, from), SLICE("www."));
}

/* --- where a line is two -------------------------------------------------- */

static bool is_stop(char c)
{
	return c == '.' || c == '!' || c == '?';
}

/* Behind the quotation mark at `at`, curly or straight, or `at`. */
static size_t skip_quote(struct slice s, size_t at, struct slice curly)
{
	if (at < s.len && s.ptr[at] == '"')
		return at + 1;
	return slice_starts(slice_from(s, at), curly) ? at + curly.len : at;
}

/* The quotation marks of a paragraph, read as the stops go by. */
struct quotes {
	size_t counted; /* up to here */
	bool open;
};

static bool is_quote_open(struct quotes *q, struct slice s, size_t at)
{
	for (; q->counted < at; q->counted++) {
		struct slice rest = slice_from(s, q->counted);
		if (rest.ptr[0] == '"')
			q->open = !q->open;
		else if (slice_starts(rest, SLICE("\xE2\x80\x9C")))
			q->open = true;
		else if (slice_starts(rest, SLICE("\xE2\x80\x9D")))
			q->open = false;
	}
	return q->open;
}

/* "AS.", "(KPK).", "2023.", and not "...", ": ." */
static bool ends_anything(struct slice s, size_t at)
{
	char c = at ? s.ptr[at - 1] : ' ';
	return is_ascii_letter(c) || is_digit(c) || (unsigned char)c >= 0x80 ||
	       strchr(")'\"%", c);
}

/*
 * Where the next paragraph begins if the stop at `at` ends one, else 0. A
 * straight quotation mark behind the stop closes an open one,
 * or else opens the next paragraph, as a curly one does.
 */
static size_t paragraph_behind(struct slice s, size_t at, struct quotes *q,
			       struct acronyms *a)
{
	size_t close = at + 1;
	if (slice_starts(slice_from(s, close), SLICE("\xE2\x80\x9D")))
		close += 3;
	else if (close < s.len && s.ptr[close] == '"' &&
		 is_quote_open(q, s, at))
		close++;
	size_t word = skip_quote(s, close, SLICE("\xE2\x80\x9C"));
	if (word >= s.len || !is_capital(s.ptr[word]))
		return 0;
	if (word > close && ends_anything(s, at))
		return close;
	return starts_sentence(s, word) &&
		       (ends_sentence(s, at) ||
			ends_as_short_word(s, at, word_behind(s, word), a)) &&
		       !is_in_address(s, at)
		   ? close
		   : 0;
}

/* The same for two or more blanks behind the stop. */
static size_t paragraph_after_gap(struct slice s, size_t at)
{
	size_t to = skip_quote(s, at + 1, SLICE("\xE2\x80\x9D")), gap = to;
	while (to < s.len && s.ptr[to] == ' ')
		to++;
	size_t word = skip_quote(s, to, SLICE("\xE2\x80\x9C"));
	return to - gap >= 2 && word < s.len && is_capital(s.ptr[word]) ? to
									: 0;
}

static bool has_gaps(struct slice s)
{
	size_t gaps = 0;
	for (size_t i = 0; i < s.len; i++)
		gaps += is_stop(s.ptr[i]) && paragraph_after_gap(s, i);
	return gaps >= GAPS_LEAST;
}

/* The comma behind the stop at `at` that joins it to a sentence, or 0. */
static size_t joint_behind(struct slice s, size_t at)
{
	size_t comma = skip_quote(s, at + 1, SLICE("\xE2\x80\x9D"));
	if (comma + 1 >= s.len || s.ptr[comma] != ',')
		return 0;
	size_t word = skip_quote(s, comma + 1, SLICE("\xE2\x80\x9C"));
	return word < s.len && is_capital(s.ptr[word]) ? comma : 0;
}

static bool has_joints(struct slice s)
{
	size_t joints = 0;
	for (size_t i = 0; i < s.len; i++)
		joints += is_stop(s.ptr[i]) && joint_behind(s, i);
	return joints >= JOINTS_LEAST;
}

/* "Enak sekali.Warga", and not "Nama Orang.Ketua", "1978.Ketua" */
static bool ends_in_small_word(struct slice s, size_t stop)
{
	struct slice word = word_before(s, stop);
	return word.len && is_small(word.ptr[0]);
}

static bool opens_quote(struct slice s, size_t at)
{
	return skip_quote(s, at, SLICE("\xE2\x80\x9C")) > at;
}

/* --- lists ---------------------------------------------------------------- */

/*
 * Whether the number of digits [at, stop) may have stood behind a line end,
 * and not be the end of a value: "2,4 triliun2.", "tahun 19792.", "242.0002.",
 * and not "m2.", "1972.", "Rp 502.".
 */
static bool is_glued_number(struct slice s, size_t at, size_t stop)
{
	char c = s.ptr[at - 1];
	size_t from = at;
	if (is_ascii_letter(c))
		return word_before(s, at).len >= WORD_LEAST;
	if (!is_digit(c))
		return strchr(")%\".", c);
	while (from && is_digit(s.ptr[from - 1]))
		from--;
	char sign = from ? s.ptr[from - 1] : ' ';
	return stop - from >= (sign == ','   ? DECIMALS_LEAST
			       : sign == '.' ? GROUP_LEAST
					     : VALUE_LEAST);
}

/* Where item number `item` begins if the stop at `stop` is behind it, else 0.
 */
static size_t item_at(struct slice s, size_t stop, unsigned item)
{
	size_t digits = item < 10 ? 1 : 2, behind = stop + 1;
	if (stop <= digits + 1 || item > ITEM_MAX)
		return 0;
	size_t at = stop - digits;
	unsigned long number;
	if (behind < s.len && s.ptr[behind] == ' ')
		behind++;
	bool is_item =
	    slice_number(slice_sub(s, at, stop), ITEM_MAX, &number) &&
	    number == item && behind < s.len && is_capital(s.ptr[behind]) &&
	    is_glued_number(s, at, stop);
	return is_item ? at : 0;
}

/* --- the whole ------------------------------------------------------------ */

static void push(struct lines *out, struct line line, struct slice text)
{
	line.text = text_trim(text);
	line.gone = !line.text.len;
	vec_push(out, line);
}

/* The next stop at or behind `at`; `found` is where each kind was last seen. */
static size_t next_stop(struct slice s, size_t at, size_t found[3])
{
	static const char stops[] = { '.', '!', '?' };
	size_t least = s.len;
	for (size_t i = 0; i < 3; i++) {
		if (found[i] < at || !at)
			found[i] = slice_find(s, stops[i], at);
		if (found[i] < least)
			least = found[i];
	}
	return least;
}

static void split_line(struct lines *out, struct line line, bool few,
		       struct acronyms *acronyms)
{
	struct slice s = line.text;
	size_t from = 0, found[3] = { 0 };
	struct quotes quotes = { 0 };
	unsigned item = slice_starts(s, SLICE("1.")) ? 2 : 0;
	bool gaps = few && has_gaps(s), joints = few && has_joints(s);
	bool row = is_title_row(s);
	for (size_t i = 0; !row && (i = next_stop(s, i, found)) + 1 < s.len;
	     i++) {
		size_t number = item ? item_at(s, i, item) : 0;
		size_t joint = joints ? joint_behind(s, i) : 0;
		size_t next = joint ? joint + 1 : number;
		if (!next && s.ptr[i + 1] != ' ')
			next = paragraph_behind(s, i, &quotes, acronyms);
		if (!number && !joint && next && next - from < PIECE_LEAST &&
		    !opens_quote(s, next) && !ends_in_small_word(s, i))
			next = 0;
		if (!next && gaps)
			next = paragraph_after_gap(s, i);
		row = next && is_title_row(slice_from(s, next));
		if (!next || (!row && is_mark_line(slice_from(s, next))))
			continue;
		push(out, line, slice_sub(s, from, joint ? joint : next));
		line.blank_before = false;
		from = next;
		quotes = (struct quotes){ .counted = from };
		if (number)
			item++;
		else
			i = next - 1;
	}
	push(out, line, slice_from(s, from));
}

void split_paragraphs(struct cleaner *c)
{
	struct lines out = { 0 };
	struct acronyms acronyms = { .lines = &c->lines };
	size_t left = 0;
	for (size_t i = 0; i < c->lines.count; i++)
		left += !c->lines.items[i].gone;
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line line = c->lines.items[i];
		struct slice part, rest = line.text;
		if (line.gone)
			vec_push(&out, line);
		while (!line.gone && slice_cut(&rest, '\n', &part)) {
			line.text = part; /* line ends that were printed */
			split_line(&out, line, left <= FEW_LINES, &acronyms);
			line.blank_before = false;
		}
	}
	vec_release(&c->lines);
	c->lines = out;
}
