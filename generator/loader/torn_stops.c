/*
 * torn_stops.c - the seams of a text that was cut at its full stops and lost
 * them. Names, numbers and quotations go over a full stop in so many ways that
 * each has its own sign on both sides; where one side alone speaks, as in
 * "ciptaan R" "Maladi" and "grup A" "Mereka", the lines stay two.
 */
#include "loader/torn.h"

#include "base/text.h"

enum {
	GROUP_MAX = 3,	 /* digits: "10" "000"; a year has four */
	ITEM_BYTES = 60, /* "500 gram cabai" is shorter */
	ITEM_MAX = 99,	 /* of a list */
	WORD_LEAST = 4,	 /* letters before a full stop: "dr." is none */
	CREDIT_MAX = 60, /* bytes of an agency and a name */
	DEGREE_MAX = 4,	 /* letters: "S.Farm"; "M. Ridwan" is a name */
};

/* --- ends and beginnings -------------------------------------------------- */

struct slice last_token(struct slice s)
{
	size_t at = s.len;
	while (at && !is_blank(s.ptr[at - 1]))
		at--;
	return slice_from(s, at);
}

static struct slice first_token(struct slice s)
{
	size_t to = 0;
	while (to < s.len && !is_blank(s.ptr[to]))
		to++;
	return slice_sub(s, 0, to);
}

struct slice first_word(struct slice s)
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

bool ends_whole(struct slice s)
{
	if (slice_ends(s, SLICE("\"")))
		s.len--;
	else if (slice_ends(s, SLICE("\xE2\x80\x9D")) ||
		 slice_ends(s, SLICE("\xE2\x80\xA6")))
		s.len -= 3;
	return s.len && strchr(".!?:;", s.ptr[s.len - 1]);
}

bool starts_small(struct slice s)
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

size_t item_at_end(struct slice s, unsigned item)
{
	struct slice token = last_token(s);
	unsigned long number = 0;
	struct slice before = text_trim(slice_sub(s, 0, s.len - token.len));
	bool is_item =
	    item && before.len && slice_number(token, ITEM_MAX, &number) &&
	    number == item && (item > 1 || slice_ends(before, SLICE(":")));
	return is_item ? token.len : 0;
}

size_t credit_at_head(struct slice s)
{
	size_t close = slice_find(s, ')', 0);
	struct slice inside = slice_sub(s, s.len ? 1 : 0, close);
	size_t slash = slice_find(inside, '/', 0);
	if (!slice_starts(s, SLICE("(")) || close + 2 >= s.len ||
	    inside.len > CREDIT_MAX || slash + 1 >= inside.len)
		return 0;
	struct slice behind = slice_from(s, close + 2);
	bool named = is_capital(inside.ptr[0]) &&
		     first_word(inside).len == slash &&
		     is_capital(inside.ptr[slash + 1]);
	bool sentence = s.ptr[close + 1] == ' ' &&
			(is_capital(behind.ptr[0]) || behind.ptr[0] == '"' ||
			 slice_starts(behind, SLICE("\xE2\x80\x9C")));
	return named && sentence ? close + 1 : 0;
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
	static const char *const clocks[] = { "Wib", "Wita", "Wit", NULL };
	size_t tail = digits_at_end(a), head = digits_at_head(b);
	size_t before = a.len - tail;
	bool name = before > 1 && a.ptr[before - 1] == '-' &&
		    is_ascii_letter(a.ptr[before - 2]); /* "Covid-19" */
	bool row = head + 2 < b.len && b.ptr[0] != '0' && b.ptr[head] == ' ' &&
		   is_capital(b.ptr[head + 1]) &&
		   is_small(b.ptr[head + 2]) && /* "5 Kota Umpama" */
		   !is_any(first_word(slice_from(b, head + 1)), clocks);
	if (!tail || !head || tail > GROUP_MAX || head > GROUP_MAX || name ||
	    row || (head < b.len && is_small(b.ptr[head])))
		return SEAM_NONE;
	return SEAM_STOP;
}

/* "123/PMK", "010/2022", "G/2022/PN"; not "(16/3/2023)" */
static bool is_file_number(struct slice s)
{
	size_t digits = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (!is_digit(s.ptr[i]) && !is_ascii_letter(s.ptr[i]) &&
		    s.ptr[i] != '/')
			return false;
		digits += is_digit(s.ptr[i]);
	}
	return digits && slice_find(s, '/', 0) < s.len;
}

/*
 * "Ketua Rina M" "Ridwan", "Agung W" "Contoh": an initial within a name. Behind
 * a noun the letter tells one of several; I, V and X are numbers.
 */
static bool ends_with_initial(struct slice a, struct slice b)
{
	static const char *const counted[] = {
		"Grup",	      "Group",	  "Seri",	"Serie",
		"Series",     "Formula",  "Vitamin",	"Brigadir",
		"Kelas",      "Tipe",	  "Type",	"Investor",
		"Algoritma",  "Gelora",	  "Liga",	"Blok",
		"Zona",	      "Golongan", "Rhesus",	"Hepatitis",
		"Bab",	      "BAB",	  "Stanza",	"Meeting",
		"Pakubuwana", "Kategori", "Pakubuwono", "Mangkunegara",
		"Influenza",  "Gedung",	  "Tower",	"Terminal",
		"Hari",	      "Pihak",	  "Kelompok",	"Tim",
		"Lampiran",   "Huruf",	  "Nilai",	"Rencana",
		"Plan",	      "Model",	  "Kompi",	"Jalur",
		"Sektor",     "Tahap",	  "SIM",	"Generasi",
		"Gen",	      "Paket",	  "Jawaban",	"Soal",
		"Bagian",     NULL
	};
	static const char *const openers[] = {
		"Berdasarkan", "Dalam",	  "Dia",     "Ia",     "Kami",
		"Karena",      "Kita",	  "Menurut", "Mereka", "Namun",
		"Pada",	       "Para",	  "Pihak",   "Saya",   "Selain",
		"Sementara",   "Setelah", "Untuk",   NULL
	};
	struct slice last = last_token(a);
	struct slice before =
	    last_token(text_trim(slice_sub(a, 0, a.len - last.len)));
	return last.len == 1 && is_capital(last.ptr[0]) &&
	       !strchr("IVX", last.ptr[0]) && before.len > 1 &&
	       is_capital(before.ptr[0]) &&
	       first_word(before).len == before.len &&
	       !is_any(before, counted) && b.len > 1 && is_capital(b.ptr[0]) &&
	       is_small(b.ptr[1]) && !is_any(first_word(b), openers);
}

/* "M" "I" "A, dan", "123/PMK" "010/2022": what looks on both sides like it */
static enum seam letter_seam(struct slice a, struct slice b)
{
	struct slice last = last_token(a), first = first_token(b);
	bool letter = last.len == 1 && is_capital(last.ptr[0]);
	if (is_file_number(last) && is_file_number(first))
		return SEAM_STOP;
	if (letter && first_word(b).len == 1 && is_capital(b.ptr[0]))
		return SEAM_STOP;
	if (letter && last.len == a.len && is_capital(b.ptr[0]))
		return SEAM_STOP_BLANK;
	if (ends_with_initial(a, b))
		return SEAM_STOP_BLANK;
	return SEAM_NONE;
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
	if (slice_eq(word, SLICE("No")))
		return digits_at_head(b) ? SEAM_STOP_BLANK : SEAM_NONE;
	if (!is_capital(b.ptr[0]))
		return SEAM_NONE;
	while (word.len && (word.ptr[0] == '(' || word.ptr[0] == '"'))
		word = slice_from(word, 1);
	if (is_any(word, forms))
		return SEAM_STOP_BLANK;
	if (is_any(word, degrees) && slice_ends(before, SLICE(",")))
		return first_word(b).len <= DEGREE_MAX ? SEAM_STOP
						       : SEAM_STOP_BLANK;
	return SEAM_NONE;
}

enum seam seam_of_stop(const struct seen *seen, struct slice b)
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
	if (!word.len || !is_small(word.ptr[0])) {
		enum seam seam = letter_seam(a, b);
		return seam ? seam : short_form_seam(a, b);
	}
	if (is_address(last_token(a), word))
		return SEAM_STOP;
	bool item = seen->alone && (is_small(a.ptr[0]) ||
				    (is_digit(a.ptr[0]) && a.len < ITEM_BYTES));
	if (!starts_small(b) || item)
		return SEAM_NONE;
	return ends_whole(a) ? SEAM_BLANK : SEAM_STOP_BLANK;
}
