/*
 * fold.c - what a text says, without how it is spelt: words for comparing and
 * names for addresses (text.h). The one adapter to utf8proc. Both are the same
 * walk: decomposed characters come in, word characters go out, and what lies
 * between two of them is settled when the second is known.
 */
#include "base/text.h"

#include <utf8proc.h>

enum kind {
	NOTHING, /* before the first word */
	LETTER,
	DIGIT,
	NUMBER, /* of another script; no "." stays between those */
};

enum between {
	JOINED,
	GAP,
	POINT,	    /* one "." or "," behind a digit */
	APOSTROPHE, /* one behind a letter */
};

struct folding {
	struct buf *out;
	char gap, point;
	bool latin; /* a slug: what is no ASCII letter or digit is a gap */
	enum between between;
	enum kind last;
};

enum {
	/* utf8proc's longest is U+FDFA with 18. */
	MAX_PARTS = 32,
	/* A separator and four bytes of UTF-8. */
	PART_BYTES = 5,
};

bool text_is_upper(int32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z';
	return utf8proc_isupper(c) != 0;
}

bool text_is_lower(int32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	return utf8proc_islower(c) != 0;
}

static bool is_latin_letter(int32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_letter_category(utf8proc_category_t category)
{
	return category >= UTF8PROC_CATEGORY_LU &&
	       category <= UTF8PROC_CATEGORY_LO;
}

static bool is_number_category(utf8proc_category_t category)
{
	return category >= UTF8PROC_CATEGORY_ND &&
	       category <= UTF8PROC_CATEGORY_NO;
}

bool text_is_alnum(int32_t c)
{
	if (c < 0x80)
		return is_latin_letter(c) || (c >= '0' && c <= '9');
	utf8proc_category_t category = utf8proc_category(c);
	return is_letter_category(category) || is_number_category(category);
}

/*
 * ' ` ´ ‘ ’ ‛ and the letter-like ones that Arabic names are spelt with
 * (Qurʾan): to Unicode those are letters.
 */
static bool is_apostrophe(int32_t c)
{
	return c == '\'' || c == '`' || c == 0xB4 ||
	       (c >= 0x2BB && c <= 0x2BF) || c == 0x2018 || c == 0x2019 ||
	       c == 0x201B;
}

/* Room was reserved by fold_all and fold_wide. */
static void put(struct folding *f, char c)
{
	f->out->ptr[f->out->len++] = c;
}

/* Writes what stands between the last word character and one of kind next. */
static void settle(struct folding *f, enum kind next)
{
	if (f->between != JOINED && f->last != NOTHING) {
		if (f->between == POINT && next == DIGIT)
			put(f, f->point);
		else if (f->between != APOSTROPHE || next != LETTER)
			put(f, f->gap);
	}
	f->between = JOINED;
	f->last = next;
}

static void separate(struct folding *f, int32_t c)
{
	if (f->between != JOINED)
		f->between = GAP;
	else if (f->last == DIGIT && (c == '.' || c == ','))
		f->between = POINT;
	else if (f->last == LETTER && is_apostrophe(c))
		f->between = APOSTROPHE;
	else
		f->between = GAP;
}

static void fold_ascii(struct folding *f, int32_t c)
{
	if (is_latin_letter(c)) {
		settle(f, LETTER);
		put(f, (char)(c | 0x20));
	} else if (c >= '0' && c <= '9') {
		settle(f, DIGIT);
		put(f, (char)c);
	} else {
		separate(f, c);
	}
}

/* Letters of Latin scripts that no decomposition brings to ASCII. */
static const char *latin_of(int32_t c)
{
	static const struct {
		int32_t c;
		const char *latin;
	} letters[] = {
		{ 0xE6, "ae" },	 /* æ */
		{ 0xF0, "d" },	 /* ð */
		{ 0xF8, "o" },	 /* ø */
		{ 0xFE, "th" },	 /* þ */
		{ 0x111, "d" },	 /* đ */
		{ 0x127, "h" },	 /* ħ */
		{ 0x131, "i" },	 /* ı */
		{ 0x138, "k" },	 /* ĸ */
		{ 0x142, "l" },	 /* ł */
		{ 0x14B, "ng" }, /* ŋ */
		{ 0x153, "oe" }, /* œ */
		{ 0x167, "t" },	 /* ŧ */
		{ 0x259, "e" },	 /* ə */
	};

	for (size_t i = 0; i < COUNT_OF(letters); i++)
		if (letters[i].c == c)
			return letters[i].latin;
	return NULL;
}

static void put_wide(struct folding *f, int32_t c, enum kind kind)
{
	settle(f, kind);
	f->out->len += (size_t)utf8proc_encode_char(
	    c, (utf8proc_uint8_t *)f->out->ptr + f->out->len);
}

static void put_latin(struct folding *f, int32_t c)
{
	const char *latin = latin_of(c);

	if (!latin) {
		separate(f, c);
		return;
	}
	settle(f, LETTER);
	while (*latin)
		put(f, *latin++);
}

/* One part of a decomposed character. */
static void fold_part(struct folding *f, int32_t c)
{
	utf8proc_category_t category;

	if (c < 0x80) {
		fold_ascii(f, c);
		return;
	}
	category = utf8proc_category(c);
	if (is_apostrophe(c))
		separate(f, c);
	else if (f->latin)
		put_latin(f, c);
	else if (is_letter_category(category))
		put_wide(f, c, LETTER);
	else if (is_number_category(category))
		put_wide(f, c, NUMBER);
	else
		separate(f, c);
}

/* `more` bytes are to be left for what follows. */
static void fold_wide(struct folding *f, int32_t c, size_t more)
{
	const utf8proc_option_t options = UTF8PROC_CASEFOLD |
					  UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
					  UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
	utf8proc_int32_t parts[MAX_PARTS];
	utf8proc_ssize_t count;

	if (is_apostrophe(c)) { /* U+00B4 would come apart into a blank */
		separate(f, c);
		return;
	}
	count = utf8proc_decompose_char(c, parts, MAX_PARTS, options, NULL);
	if (count < 0 || count > MAX_PARTS)
		BUG("utf8proc gave a decomposition that it does not have");
	buf_reserve(f->out, (size_t)count * PART_BYTES + more);
	for (utf8proc_ssize_t i = 0; i < count; i++)
		fold_part(f, parts[i]);
}

/* The rest of a word in one go: nearly all of any text is this. */
static size_t fold_letters(struct folding *f, struct slice s, size_t i)
{
	char *to = f->out->ptr + f->out->len;
	size_t n = 0;

	while (i + n < s.len && is_latin_letter(s.ptr[i + n])) {
		to[n] = (char)(s.ptr[i + n] | 0x20);
		n++;
	}
	f->out->len += n;
	return i + n;
}

/* Folds s, or as much of it as makes more than `limit` bytes. */
static void fold_all(struct folding *f, struct slice s, size_t limit)
{
	size_t start = f->out->len;
	size_t i = 0;

	/* ASCII never grows, but for a separator that waits. */
	buf_reserve(f->out, s.len + 1);
	while (i < s.len && f->out->len - start <= limit) {
		unsigned char c = (unsigned char)s.ptr[i];
		if (c < 0x80) {
			fold_ascii(f, c);
			i++;
			if (f->last == LETTER && f->between == JOINED)
				i = fold_letters(f, s, i);
		} else {
			int32_t wide = text_next(s, &i);
			fold_wide(f, wide, s.len - i + 1);
		}
	}
}

void text_fold(struct buf *out, struct slice s)
{
	struct folding f = { .out = out, .gap = ' ', .point = '.' };

	fold_all(&f, s, SIZE_MAX);
}

/* How much of a slug that is longer than max to keep. */
static size_t slug_cut(struct slice slug, size_t max)
{
	size_t cut = max;

	while (cut > max - max / 3 && slug.ptr[cut] != '-')
		cut--;
	if (slug.ptr[cut] != '-')
		cut = max;
	while (cut && slug.ptr[cut - 1] == '-')
		cut--;
	return cut;
}

void text_slug(struct buf *out, struct slice s, size_t max)
{
	struct folding f = {
		.out = out, .gap = '-', .point = '-', .latin = true
	};
	size_t start = out->len;
	struct slice slug;

	fold_all(&f, s, max);
	slug = slice_from(buf_slice(out), start);
	if (slug.len > max)
		out->len = start + slug_cut(slug, max);
}
