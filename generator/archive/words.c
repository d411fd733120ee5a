/*
 * words.c - see words.h. Pure: text in, words out.
 */
#include "archive/words.h"

#include "base/hash.h"
#include "base/text.h"

enum {
	/* bytes; shorter words are all alike: "juni", "juli" */
	ALIKE_LEAST = 5,
	YEAR_LENGTH = 4,
	/* "persija" and "persita" are two clubs */
	ALIKE_LEAST_CHANGED = 9,
};

/* Whether c, with the text going on at `next`, stays inside a word. */
static bool is_joiner(struct slice s, size_t next, int32_t c, int32_t before)
{
	int32_t after = text_next(s, &next);
	if (c == '.' || c == ',')
		return before >= '0' && before <= '9' && after >= '0' &&
		       after <= '9';
	if (c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 ||
	    c == 0x201B)
		return text_is_alnum(before) && !(before <= '9') &&
		       text_is_alnum(after) && !(after <= '9');
	return false;
}

/* Marks, zero width and soft hyphen belong to the word they stand in. */
static bool is_silent(int32_t c)
{
	return (c >= 0x0300 && c <= 0x036F) || c == 0x00AD ||
	       (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

static bool next_word(struct slice s, size_t *at, size_t *from, size_t *to)
{
	int32_t before = 0;
	bool inside = false;
	for (size_t next = *at;;) {
		size_t here = next;
		int32_t c = text_next(s, &next);
		if (c >= 0 && text_is_alnum(c)) {
			if (!inside)
				*from = here;
			inside = true;
			*to = next;
			before = c;
		} else if (inside && c >= 0 && is_silent(c)) {
			*to = next;
		} else if (c < 0 ||
			   (inside && !is_joiner(s, next, c, before))) {
			*at = c < 0 ? s.len : here;
			return inside;
		}
	}
}

void words_split(struct words *w, struct slice text, struct buf *key_buf)
{
	size_t at = 0, from = 0, to = 0;
	uint32_t ends[WORDS_MAX];
	w->count = 0;
	w->more = false;
	buf_clear(key_buf);
	while (next_word(text, &at, &from, &to)) {
		if (w->count == WORDS_MAX) {
			w->more = true;
			break;
		}
		size_t start = key_buf->len;
		if (start)
			buf_byte(key_buf, ' ');
		size_t word_at = key_buf->len;
		text_fold(key_buf, slice_sub(text, from, to));
		if (key_buf->len == word_at) {
			key_buf->len = start;
			continue;
		}
		w->items[w->count].at = (uint32_t)from;
		w->items[w->count].to = (uint32_t)to;
		ends[w->count++] = (uint32_t)key_buf->len;
	}
	/* only now: the buffer may have moved while it grew */
	w->key = buf_slice(key_buf);
	for (size_t i = 0, start = 0; i < w->count; i++) {
		struct word *word = &w->items[i];
		word->folded = slice_sub(w->key, start, ends[i]);
		word->hash = (uint32_t)hash64(word->folded);
		start = ends[i] + 1;
	}
}

/* The first byte that differs, or the length of the shorter. */
static size_t common_head(struct slice a, struct slice b)
{
	size_t i = 0;
	while (i < a.len && i < b.len && a.ptr[i] == b.ptr[i])
		i++;
	return i;
}

bool words_spelt_alike(struct slice a, struct slice b)
{
	if (a.len > b.len) {
		struct slice t = a;
		a = b;
		b = t;
	}
	size_t at = common_head(a, b);
	struct slice rest = slice_from(a, at), other = slice_from(b, at);
	if (a.len < ALIKE_LEAST || !other.len)
		return false;
	if (a.len + 1 == b.len) /* a letter put in */
		return slice_eq(rest, slice_from(other, 1));
	if (!rest.len)
		return slice_eq(other, SLICE("nya"));
	if (a.len != b.len)
		return false;
	if (slice_eq(slice_from(rest, 1), slice_from(other, 1)))
		return a.len >= ALIKE_LEAST_CHANGED;
	return rest.ptr[0] == other.ptr[1] && rest.ptr[1] == other.ptr[0] &&
	       slice_eq(slice_from(rest, 2), slice_from(other, 2));
}

static bool is_number(const struct word *w)
{
	for (size_t i = 0; i < w->folded.len; i++)
		if (is_digit(w->folded.ptr[i]))
			return true;
	return false;
}

uint64_t words_numbers(const struct words *w)
{
	uint64_t hash = 0;
	for (size_t i = 0; i < w->count; i++)
		if (is_number(&w->items[i]))
			hash =
			    hash * 0x9E3779B97F4A7C15u + w->items[i].hash + 1;
	return hash;
}

/* A word that turns what is said round, or says it of somebody else. */
static bool is_turning(const struct word *w)
{
	static const struct slice words[] = {
		SLICE_INIT("tak"),
		SLICE_INIT("tidak"),
		SLICE_INIT("bukan"),
		SLICE_INIT("belum"),
		SLICE_INIT("gagal"),
		SLICE_INIT("batal"),
		SLICE_INIT("tanpa"),
		SLICE_INIT("jangan"),
		/* as headlines of popular sites say it */
		SLICE_INIT("nggak"),
		SLICE_INIT("enggak"),
		SLICE_INIT("gak"),
		SLICE_INIT("ga"),
		SLICE_INIT("tiada"),
		SLICE_INIT("takkan"),
		SLICE_INIT("urung"),
		SLICE_INIT("ogah"),
		SLICE_INIT("enggan"),
		/* "PSSI Tolak Terima …", "Mantan Ketua …", "Timnas Wanita …" */
		SLICE_INIT("tolak"),
		SLICE_INIT("menolak"),
		SLICE_INIT("ditolak"),
		SLICE_INIT("bantah"),
		SLICE_INIT("membantah"),
		SLICE_INIT("dibantah"),
		SLICE_INIT("cegah"),
		SLICE_INIT("setop"),
		SLICE_INIT("stop"),
		SLICE_INIT("larang"),
		SLICE_INIT("dilarang"),
		SLICE_INIT("anti"),
		SLICE_INIT("mantan"),
		SLICE_INIT("eks"),
		SLICE_INIT("calon"),
		SLICE_INIT("wakil"),
		SLICE_INIT("wanita"),
		SLICE_INIT("putri"),
		SLICE_INIT("putra"),
		/* somebody else: "Istri Bupati …" */
		SLICE_INIT("istri"),
		SLICE_INIT("suami"),
		SLICE_INIT("anak"),
		SLICE_INIT("ayah"),
		SLICE_INIT("ibu"),
		SLICE_INIT("adik"),
		SLICE_INIT("kakak"),
		SLICE_INIT("keponakan"),
		SLICE_INIT("menantu"),
		SLICE_INIT("mertua"),
		SLICE_INIT("ajudan"),
		/* somewhere else: "Bandung Barat" */
		SLICE_INIT("barat"),
		SLICE_INIT("timur"),
		SLICE_INIT("utara"),
		SLICE_INIT("selatan"),
		SLICE_INIT("tengah"),
		SLICE_INIT("tenggara"),
		/* not so, or not for sure, or another time */
		SLICE_INIT("hampir"),
		SLICE_INIT("nyaris"),
		SLICE_INIT("hoaks"),
		SLICE_INIT("hoax"),
		SLICE_INIT("dikabarkan"),
		SLICE_INIT("terduga"),
		SLICE_INIT("palsu"),
		SLICE_INIT("bekas"),
		SLICE_INIT("susulan"),
		SLICE_INIT("futsal"),
	};
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (slice_eq(w->folded, words[i]))
			return true;
	return false;
}

/* The next word from *i on that `is` a number or a negation, or NULL. */
static const struct word *next_such(const struct words *w, size_t *i,
				    bool (*is)(const struct word *))
{
	while (*i < w->count) {
		const struct word *word = &w->items[(*i)++];
		if (is(word))
			return word;
	}
	return NULL;
}

static bool same_such(const struct words *a, const struct words *b,
		      bool (*is)(const struct word *))
{
	for (size_t i = 0, j = 0;;) {
		const struct word *x = next_such(a, &i, is);
		const struct word *y = next_such(b, &j, is);
		if (!x || !y)
			return x == y;
		if (!slice_eq(x->folded, y->folded))
			return false;
	}
}

static bool same_word(const struct word *a, const struct word *b)
{
	return a->hash == b->hash && slice_eq(a->folded, b->folded);
}

/* Whether `longer` is `shorter` with one word put in. */
static bool one_more(const struct words *shorter, const struct words *longer)
{
	size_t i = 0;
	while (i < shorter->count &&
	       same_word(&shorter->items[i], &longer->items[i]))
		i++;
	for (; i < shorter->count; i++)
		if (!same_word(&shorter->items[i], &longer->items[i + 1]))
			return false;
	return true;
}

static bool ends_as(struct slice a, struct slice b, struct slice end_a,
		    struct slice end_b)
{
	return slice_ends(a, end_a) && slice_ends(b, end_b) &&
	       slice_eq(slice_sub(a, 0, a.len - end_a.len),
			slice_sub(b, 0, b.len - end_b.len));
}

/* "mahasiswa" and "mahasiswi": two people, no slip. */
static bool are_man_and_woman(struct slice a, struct slice b)
{
	return ends_as(a, b, SLICE("a"), SLICE("i")) ||
	       ends_as(a, b, SLICE("i"), SLICE("a"));
}

static bool two_alike(const struct words *a, const struct words *b)
{
	size_t differ = 0;
	for (size_t i = 0; i < a->count; i++)
		if (!same_word(&a->items[i], &b->items[i]) && ++differ > 2)
			return false;
	for (size_t i = 0; i < a->count; i++)
		if (!same_word(&a->items[i], &b->items[i]) &&
		    (!words_spelt_alike(a->items[i].folded,
					b->items[i].folded) ||
		     are_man_and_woman(a->items[i].folded, b->items[i].folded)))
			return false;
	return true;
}

bool words_same_numbers(const struct words *a, const struct words *b)
{
	return same_such(a, b, is_number);
}

bool words_same_turning(const struct words *a, const struct words *b)
{
	return same_such(a, b, is_turning);
}

bool words_near(const struct words *a, const struct words *b)
{
	bool shape = false;
	if (a->more || b->more || a->count < NEAR_LEAST_WORDS ||
	    b->count < NEAR_LEAST_WORDS)
		return false;
	if (a->count + 1 == b->count)
		shape = one_more(a, b);
	else if (b->count + 1 == a->count)
		shape = one_more(b, a);
	else if (a->count == b->count)
		shape = two_alike(a, b);
	return shape && words_same_numbers(a, b) && words_same_turning(a, b);
}

bool words_sign_behind(const struct words *w, struct slice text, size_t i,
		       char sign)
{
	struct slice behind = slice_from(text, w->items[i].to);
	return behind.len > 1 && behind.ptr[0] == sign && behind.ptr[1] == ' ';
}

/* "xi" */
static bool is_roman_number(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!strchr("ivxlc", word.ptr[i]))
			return false;
	return true;
}

/*
 * Whether a is b without its last letter, or without the last digit of a year.
 * Of another number it may be any: "5G", "XI".
 */
static bool is_clipped(struct slice a, struct slice b)
{
	if (!a.len || a.len + 1 != b.len || !slice_starts(b, a))
		return false;
	if (is_digit(b.ptr[a.len]))
		return b.len == YEAR_LENGTH && (slice_starts(b, SLICE("19")) ||
						slice_starts(b, SLICE("20")));
	return is_small(b.ptr[a.len]) && !is_digit(b.ptr[0]) &&
	       !is_roman_number(b);
}

bool words_clipped(const struct words *w, struct slice text, size_t to,
		   const struct words *title)
{
	if (title->count != to)
		return false;
	for (size_t i = 0; i < to; i++) {
		struct slice a = w->items[i].folded;
		struct slice b = title->items[i].folded;
		if (slice_eq(a, b))
			continue;
		if (i + 1 < to && !words_sign_behind(w, text, i, '.'))
			return false;
		if (!is_clipped(a, b))
			return false;
	}
	return true;
}
