/*
 * sketch.c - see sketch.h. Runs once for each article while its body is in
 * hand, so it folds as little as will do: ASCII letters to small ones. Words
 * are runs of letters, digits and whatever is not ASCII, but for the blanks
 * and the punctuation of Unicode that news has.
 */
#include "archive/sketch.h"

enum {
	EMPTY_BIN = 255,
	BIN_SHIFT = 64 - 7, /* the upper bits choose one of SKETCH_BINS */
};

struct sketching {
	struct buf *folded;
	uint32_t least[SKETCH_BINS];
	uint64_t before, earlier; /* hashes of the last two words */
	uint32_t words;
	size_t number_to; /* of the text at hand: the number ends there */
	bool begins;	  /* the next word begins a sentence */
	uint32_t facts[SKETCH_FACTS_MAX]; /* the least so far, ascending */
	uint32_t fact_count;
};

enum kind {
	GAP,
	STOP, /* a gap behind which a sentence begins, or may */
	LETTER,
	DIGIT,
	HIGH, /* not ASCII */
};

/* Of each byte of a text folded roughly. */
#define FOUR(at, k)                                                            \
	[at] = (k), [(at) + 1] = (k), [(at) + 2] = (k), [(at) + 3] = (k)
#define SIXTEEN(at, k)                                                         \
	FOUR(at, k), FOUR((at) + 4, k), FOUR((at) + 8, k), FOUR((at) + 12, k)
static const uint8_t kinds[256] = {
	['.'] = STOP,	     ['!'] = STOP,	  ['?'] = STOP,
	[':'] = STOP,	     ['"'] = STOP,	  ['('] = STOP,
	FOUR('0', DIGIT),    FOUR('4', DIGIT),	  ['8'] = DIGIT,
	['9'] = DIGIT,	     FOUR('a', LETTER),	  FOUR('e', LETTER),
	FOUR('i', LETTER),   FOUR('m', LETTER),	  FOUR('q', LETTER),
	FOUR('u', LETTER),   ['y'] = LETTER,	  ['z'] = LETTER,
	SIXTEEN(0xA0, HIGH), SIXTEEN(0xB0, HIGH), SIXTEEN(0xE0, HIGH),
	SIXTEEN(0xF0, HIGH),
};

static inline enum kind kind_of(char c)
{
	return (enum kind)kinds[(unsigned char)c];
}

/* The length of a blank or mark that is not ASCII; 0 inside a word. */
static size_t high_gap(struct slice text, size_t at)
{
	struct slice rest = slice_from(text, at);
	if (slice_starts(rest, SLICE("\xC2\xA0")))
		return 2;
	/* U+2000 to U+203F: blanks, dashes, quotation marks, "…" */
	return slice_starts(rest, SLICE("\xE2\x80")) ? 3 : 0;
}

static void add_fact(struct sketching *k, uint64_t hash)
{
	uint32_t fact = (uint32_t)hash;
	uint32_t from = 0, to = k->fact_count;
	while (from < to) {
		uint32_t middle = (from + to) / 2;
		if (k->facts[middle] < fact)
			from = middle + 1;
		else
			to = middle;
	}
	if (from == SKETCH_FACTS_MAX ||
	    (from < k->fact_count && k->facts[from] == fact))
		return;
	k->fact_count += k->fact_count < SKETCH_FACTS_MAX;
	memmove(&k->facts[from + 1], &k->facts[from],
		(k->fact_count - from - 1) * sizeof *k->facts);
	k->facts[from] = fact;
}

/* Behind a number that begins at `at`: "11.00", "9,5", "11/3/2020". */
static size_t number_end(struct slice text, size_t at)
{
	while (at < text.len &&
	       (is_digit(text.ptr[at]) ||
		(at + 1 < text.len && strchr(".,:/", text.ptr[at]) &&
		 is_digit(text.ptr[at + 1]))))
		at++;
	return at;
}

static void add_run(struct sketching *k, uint64_t hash)
{
	uint64_t mixed = hash ^ (k->before << 19 | k->before >> 45) ^
			 (k->earlier << 41 | k->earlier >> 23);
	mixed *= 0x9E3779B97F4A7C15u;
	mixed ^= mixed >> 29;
	mixed *= 0xBF58476D1CE4E5B9u;
	uint32_t *least = &k->least[mixed >> BIN_SHIFT];
	if (k->words++ > 1 && (uint32_t)mixed < *least)
		*least = (uint32_t)mixed;
	k->earlier = k->before;
	k->before = hash;
}

/* The word [from, to) of the text; `digit`: it has one. */
static void add_word(struct sketching *k, struct slice text,
		     struct slice folded, size_t from, size_t to, bool digit)
{
	uint64_t hash = hash64(slice_sub(folded, from, to));
	if (digit && from >= k->number_to) {
		size_t end = number_end(text, from);
		k->number_to = end > to ? end : to;
		add_fact(k, hash64(slice_sub(folded, from, k->number_to)));
	} else if (!digit && !k->begins && text.ptr[from] >= 'A' &&
		   text.ptr[from] <= 'Z') {
		add_fact(k, hash);
	}
	add_run(k, hash);
	k->begins = false;
}

/*
 * The text with bit 5 of every byte set: small letters, for Latin ones of two
 * bytes as well; digits and what may stand between them are as they were.
 * Eight bytes at a time, and a gap stands behind the end: most of the time
 * would go here and into looking for that end.
 */
static struct slice fold_roughly(struct buf *out, struct slice text)
{
	buf_clear(out);
	buf_reserve(out, text.len + sizeof(uint64_t));
	buf_add(out, text);
	memset(out->ptr + text.len, 0, sizeof(uint64_t));
	for (size_t i = 0; i < text.len; i += sizeof(uint64_t)) {
		uint64_t eight;
		memcpy(&eight, out->ptr + i, sizeof eight);
		eight |= 0x2020202020202020u;
		memcpy(out->ptr + i, &eight, sizeof eight);
	}
	return buf_slice(out);
}

/* Behind the word at `at`, or `at` if there is none. */
static size_t word_end(struct slice text, const char *folded, size_t at,
		       bool *digit)
{
	for (;; at++) {
		enum kind kind = kind_of(folded[at]);
		if (kind == LETTER)
			continue;
		if (kind < LETTER || (kind == HIGH && high_gap(text, at)))
			return at;
		*digit |= kind == DIGIT;
	}
}

static void add_text(struct sketching *k, struct slice text)
{
	struct slice folded = fold_roughly(k->folded, text);
	k->number_to = 0;
	for (size_t i = 0; i < text.len;) {
		bool digit = false;
		size_t to = word_end(text, folded.ptr, i, &digit);
		if (to > i) {
			add_word(k, text, folded, i, to, digit);
			i = to;
		} else if (kind_of(folded.ptr[i]) == HIGH) {
			i += high_gap(text, i);
			k->begins = true;
		} else {
			k->begins |= kind_of(folded.ptr[i++]) == STOP;
		}
	}
}

/* A copy of the story may well have other links in it. */
static void add_body(struct sketching *k, const struct body *body)
{
	const struct mark *mark = body->marks;
	const struct mark *end = mark + body->mark_count;
	for (uint32_t i = 0; i < body->block_count; i++) {
		struct slice text = body->blocks[i].text;
		size_t at = 0;
		k->begins = true;
		for (; mark < end && mark->block == i; mark++) {
			if (mark->weak || mark->end == MARK_OPEN)
				continue;
			add_text(k, slice_sub(text, at, mark->at));
			at = mark->to;
		}
		add_text(k, slice_from(text, at));
	}
}

const struct sketch *sketch_make(const struct body *body, struct arena *a,
				 struct buf *buf)
{
	struct sketching k = { .folded = buf };
	memset(k.least, 0xFF, sizeof k.least);
	add_body(&k, body);
	size_t facts = k.fact_count * sizeof *k.facts;
	struct sketch *s = arena_alloc(a, sizeof *s + facts);
	for (size_t i = 0; i < SKETCH_BINS; i++) {
		uint8_t low = k.least[i] & 0xFF;
		s->bins[i] = k.least[i] == UINT32_MAX ? EMPTY_BIN
			     : low == EMPTY_BIN	      ? EMPTY_BIN - 1
						      : low;
	}
	memcpy(s->facts, k.facts, facts);
	s->fact_count = k.fact_count;
	s->words = k.words;
	return s;
}

/* --- comparing ------------------------------------------------------------ */

unsigned sketch_likeness(const struct sketch *a, const struct sketch *b)
{
	unsigned same = 0, empty = 0;
	for (size_t i = 0; i < SKETCH_BINS; i++) {
		same += a->bins[i] == b->bins[i];
		empty += (a->bins[i] & b->bins[i]) == EMPTY_BIN;
	}
	return empty == SKETCH_BINS
		   ? 0
		   : (same - empty) * 100 / (SKETCH_BINS - empty);
}

/*
 * Of x runs in common, J = x / (m + n - x); so x = J (m + n) / (1 + J), and
 * the share of the shorter is x / min(m, n).
 */
unsigned sketch_containment(const struct sketch *a, const struct sketch *b)
{
	uint64_t likeness = sketch_likeness(a, b);
	uint64_t both = (uint64_t)a->words + b->words;
	uint32_t least = a->words < b->words ? a->words : b->words;
	if (!least)
		return 0;
	uint64_t share = likeness * 100 * both / (100 + likeness) / least;
	return share < 100 ? (unsigned)share : 100;
}

bool sketch_same_facts(const struct sketch *a, const struct sketch *b)
{
	const struct sketch *less = a->words < b->words ? a : b;
	const struct sketch *more = less == a ? b : a;
	unsigned j = 0;
	for (unsigned i = 0; i < less->fact_count; i++) {
		while (j < more->fact_count && more->facts[j] < less->facts[i])
			j++;
		if (j == more->fact_count) /* the sample ends here */
			return more->fact_count == SKETCH_FACTS_MAX;
		if (more->facts[j] != less->facts[i])
			return false;
	}
	return true;
}
