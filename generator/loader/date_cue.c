/*
 * date_cue.c - what the sentence says of a date in it: "kata Rina, Sabtu
 * (26/9/2020)" is the day of the report, "akan digelar Sabtu (26/9/2020)" is
 * still to come. The word that stands nearest before the date decides; it is
 * no parser, and the sentence may mislead it.
 *
 * On 4,891 real articles a date of the first kind is the day of publication or
 * the day before for 94 %, one of the second for 64 %, others for 81 %.
 */
#include "loader/dates.h"

enum {
	BEFORE_MAX = 160, /* bytes of a sentence that are looked at */
	AFTER_WORDS = 2,
	ANNOUNCED_WORDS = 4, /* "akan digelar pada hari" */
	WORD_MAX = 16,
};

struct cue_word {
	const char *word;
	enum cue cue;
};

/* In order, for bsearch. */
static const struct cue_word words[] = {
	{ "akan", CUE_AHEAD },	       { "bakal", CUE_AHEAD },
	{ "berencana", CUE_AHEAD },    { "berlaku", CUE_AHEAD },
	{ "besok", CUE_AHEAD },	       { "depan", CUE_AHEAD },
	{ "detikcom", CUE_SAID },      { "dihubungi", CUE_SAID },
	{ "dijadwalkan", CUE_AHEAD },  { "dikonfirmasi", CUE_SAID },
	{ "dikutip", CUE_SAID },       { "dilansir", CUE_SAID },
	{ "dilaporkan", CUE_SAID },    { "diperingati", CUE_AHEAD },
	{ "direncanakan", CUE_AHEAD }, { "ditemui", CUE_SAID },
	{ "diterima", CUE_SAID },      { "efektif", CUE_AHEAD },
	{ "hingga", CUE_AHEAD },       { "imbuh", CUE_SAID },
	{ "imbuhnya", CUE_SAID },      { "jadwal", CUE_AHEAD },
	{ "jatuh", CUE_AHEAD },	       { "jelang", CUE_AHEAD },
	{ "jelas", CUE_SAID },	       { "jelasnya", CUE_SAID },
	{ "jumpa", CUE_SAID },	       { "kata", CUE_SAID },
	{ "katanya", CUE_SAID },       { "keterangan", CUE_SAID },
	{ "keterangannya", CUE_SAID }, { "kompas", CUE_SAID },
	{ "konferensi", CUE_SAID },    { "kutip", CUE_SAID },
	{ "lanjut", CUE_SAID },	       { "lusa", CUE_AHEAD },
	{ "melansir", CUE_SAID },      { "mendatang", CUE_AHEAD },
	{ "menegaskan", CUE_SAID },    { "mengatakan", CUE_SAID },
	{ "mengungkapkan", CUE_SAID }, { "mengutip", CUE_SAID },
	{ "menjelang", CUE_AHEAD },    { "menjelaskan", CUE_SAID },
	{ "menuturkan", CUE_SAID },    { "menyampaikan", CUE_SAID },
	{ "menyatakan", CUE_SAID },    { "menyebut", CUE_SAID },
	{ "menyebutkan", CUE_SAID },   { "mulai", CUE_AHEAD },
	{ "nanti", CUE_AHEAD },	       { "papar", CUE_SAID },
	{ "pernyataan", CUE_SAID },    { "pers", CUE_SAID },
	{ "prediksi", CUE_AHEAD },     { "rencana", CUE_AHEAD },
	{ "rencananya", CUE_AHEAD },   { "rilis", CUE_SAID },
	{ "rilisnya", CUE_SAID },      { "sampai", CUE_AHEAD },
	{ "sebut", CUE_SAID },	       { "siaran", CUE_SAID },
	{ "tambah", CUE_SAID },	       { "tegas", CUE_SAID },
	{ "tegasnya", CUE_SAID },      { "terang", CUE_SAID },
	{ "tribunnews", CUE_SAID },    { "tulis", CUE_SAID },
	{ "tutur", CUE_SAID },	       { "tuturnya", CUE_SAID },
	{ "ucap", CUE_SAID },	       { "ujar", CUE_SAID },
	{ "ujarnya", CUE_SAID },       { "ungkap", CUE_SAID },
	{ "ungkapnya", CUE_SAID },     { "wartawan", CUE_SAID },
};

/* "Sabtu (26/9/2020) mendatang", "Sabtu (26/9/2020) pukul 19.30". */
static const char *const ahead_after[] = { "mendatang", "besok", "nanti",
					   "depan",	"pukul", "pkl",
					   "jam",	"lusa" };

static int cmp_word(const void *key, const void *row)
{
	return strcmp(key, ((const struct cue_word *)row)->word);
}

static enum cue cue_of(struct slice word)
{
	char small[WORD_MAX];
	if (word.len >= WORD_MAX)
		return CUE_NONE;
	for (size_t i = 0; i < word.len; i++)
		small[i] = (char)(word.ptr[i] | 0x20); /* letters only */
	small[word.len] = '\0';
	const struct cue_word *found =
	    bsearch(small, words, COUNT_OF(words), sizeof *words, cmp_word);
	return found ? found->cue : CUE_NONE;
}

static bool ends_sentence(struct slice s, size_t at)
{
	return s.ptr[at] == '\n' || (strchr(".!?", s.ptr[at]) && s.ptr[at] &&
				     at + 1 < s.len && is_blank(s.ptr[at + 1]));
}

/*
 * What the words right behind the date say of it; "sore ini" is the day of the
 * report, whatever is planned for it.
 */
static enum cue cue_after(struct slice s, size_t at)
{
	struct slice last = { 0 };
	for (int word = 0; word < AFTER_WORDS; word++) {
		while (at < s.len && (s.ptr[at] == ' ' || s.ptr[at] == ','))
			at++;
		struct slice next = letters_at(s, at);
		if (is_word(next, "ini") && is_part_of_day(last))
			return CUE_SAID;
		for (size_t i = 0; i < COUNT_OF(ahead_after); i++)
			if (is_word(next, ahead_after[i]))
				return CUE_AHEAD;
		at += next.len;
		last = next;
	}
	return CUE_NONE;
}

/* "TEMPO.co - " at `at`, behind the name: an article begins; nobody is told. */
static bool is_dateline(struct slice s, size_t at)
{
	if (at < s.len && s.ptr[at] == '.')
		at += 1 + letters_at(s, at + 1).len;
	while (at < s.len && s.ptr[at] == ' ')
		at++;
	struct slice rest = slice_from(s, at);
	return slice_starts(rest, SLICE("- ")) ||
	       slice_starts(rest, SLICE("\xE2\x80\x93")) ||
	       slice_starts(rest, SLICE("\xE2\x80\x94"));
}

/* Whether what was opened before `at` with a quotation mark is still open. */
static bool is_quoted(struct slice text, size_t at)
{
	bool open = false;
	for (size_t i = 0; i < at; i++) {
		struct slice rest = slice_from(text, i);
		if (text.ptr[i] == '"')
			open = !open;
		else if (slice_starts(rest, SLICE("\xE2\x80\x9C")))
			open = true;
		else if (slice_starts(rest, SLICE("\xE2\x80\x9D")))
			open = false;
	}
	return open;
}

/* The word that ends before *at, which moves to where it begins. */
static struct slice word_back(struct slice text, size_t *at)
{
	size_t to = *at;
	while (to && strchr(" ,(", text.ptr[to - 1]) && text.ptr[to - 1])
		to--;
	*at = to;
	while (*at && is_ascii_letter(text.ptr[*at - 1]))
		--*at;
	return slice_sub(text, *at, to);
}

bool date_is_tomorrow(struct slice text, size_t at)
{
	for (int back = 0; back < 3; back++) {
		struct slice word = word_back(text, &at);
		if (is_word(word, "besok") || is_word(word, "esok"))
			return !is_quoted(text, at);
		if (!is_part_of_day(word))
			return false;
	}
	return false;
}

bool date_is_announced(struct slice text, size_t at)
{
	for (int back = 0; back < ANNOUNCED_WORDS; back++) {
		struct slice word = word_back(text, &at);
		if (is_word(word, "akan") || is_word(word, "bakal"))
			return true;
		if (!word.len)
			return false;
	}
	return false;
}

/* Whether "ini" stands anywhere, with this n: most texts have none. */
static bool has_ini(struct slice s, char n)
{
	for (size_t at = slice_find(s, n, 1); at + 1 < s.len;
	     at = slice_find(s, n, at + 1))
		if (to_small(s.ptr[at + 1]) == 'i' &&
		    to_small(s.ptr[at - 1]) == 'i')
			return true;
	return false;
}

bool date_says_today(struct slice text)
{
	struct slice before = { 0 }, last = { 0 };
	if (!has_ini(text, 'n') && !has_ini(text, 'N'))
		return false;
	for (size_t at = 0; at < text.len; at++) {
		struct slice word = letters_at(text, at);
		if (!word.len)
			continue;
		if (is_word(word, "ini") && is_part_of_day(last) &&
		    !is_word(before, "hingga") && !is_word(before, "sampai") &&
		    !is_quoted(text, at))
			return true;
		before = last;
		last = word;
		at += word.len;
	}
	return false;
}

enum cue date_cue(struct slice text, size_t at, size_t end)
{
	size_t from = at > BEFORE_MAX ? at - BEFORE_MAX : 0;
	enum cue after = cue_after(text, end);
	if (after != CUE_NONE)
		return after;
	bool today = false; /* "ini" is the next word */
	for (size_t i = at; i > from && !ends_sentence(text, i - 1);) {
		size_t to = i;
		while (i > from && is_ascii_letter(text.ptr[i - 1]))
			i--;
		struct slice word = slice_sub(text, i, to);
		if (today && is_part_of_day(word))
			return CUE_SAID;
		enum cue cue = cue_of(word);
		if (cue != CUE_NONE)
			return is_dateline(text, to) ? CUE_DATELINE : cue;
		if (word.len)
			today = is_word(word, "ini");
		i -= i == to;
	}
	return CUE_NONE;
}
