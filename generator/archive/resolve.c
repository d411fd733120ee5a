/*
 * resolve.c - see resolve.h.
 *
 * The words behind a mark may be one title, several in a row, or a title and
 * the sentence that runs on behind it. What the archive's titles account for
 * is a reference; what is left over stays text where the mark's end was not
 * sure, and speaks against the link where it was.
 */
#include "archive/resolve.h"

#include "archive/edges.h"
#include "archive/guess.h"
#include "archive/guess_words.h"
#include "archive/span.h"
#include "base/text.h"

enum {
	CHAIN_MAX = 8,	  /* titles behind one mark */
	UNSURE_LEAST = 3, /* words of a guessed title worth reporting */
	ROW_LEAST = 6,	  /* words of a title within a row, known or not */
	ROW_MAX = 220,	  /* code points of those before a known one */
	ONE_MAX = 105,	  /* code points that are one title, most likely */
	LATER_MAX = 365,  /* days from a reference to its article */
	SHORT_TITLE = 6,  /* words: others may begin with it */
	LONGER_BY = 5,	  /* words */
	YEAR_WITHIN = 31, /* days between articles of one year's event */
};

/* One mark of one article on its way. */
struct attempt {
	const struct resolver *resolver;
	const struct article *article;
	const struct pending_mark *mark;
	struct buf *scratch;
	struct words words;
	uint32_t self, number;	/* of the article, of the mark */
	enum reference_why why; /* nothing was picked last, if so */
	bool lost_commas;	/* of the article: guess.h */
	VEC(struct reference) found;
};

static uint32_t pick(struct attempt *t, uint32_t title)
{
	return pick_article(t->resolver, t->self, title, &t->why);
}

/* An article of a later year is none that a paper has referred to. */
static bool is_later_year(const struct attempt *t, uint32_t target)
{
	struct date mine = t->article->date;
	struct date other = t->resolver->articles[target].date;
	return date_known(mine) && date_known(other) &&
	       date_to_days(other) - date_to_days(mine) > LATER_MAX;
}

/* Where the mark's words are free, behind word `from` - 1 and its reference. */
static size_t free_from(const struct attempt *t, size_t from)
{
	size_t at = span_end(t->mark->words, 0, t->words.items[from - 1].to);
	if (!t->found.count)
		return at;
	const struct reference *last = &t->found.items[t->found.count - 1];
	if (last->mark == t->number && last->to - t->mark->words_at > at)
		return last->to - t->mark->words_at;
	return at;
}

/*
 * Words [from, to) as a reference. Words that are all of a title say more than
 * a date, which may be doubtful.
 */
static struct reference *add(struct attempt *t, size_t from, size_t to,
			     uint32_t target, enum reference_how how)
{
	struct slice words = t->mark->words;
	size_t start = 0, end = words.len;
	if (target != NO_ARTICLE && how != HOW_EXACT && how != HOW_OVERRIDE &&
	    is_later_year(t, target)) {
		target = NO_ARTICLE;
		t->why = WHY_UNKNOWN;
	}
	if (from)
		start = span_start(words, t->words.items[from].at,
				   free_from(t, from));
	if (to < t->words.count || t->mark->end == MARK_OPEN)
		end = span_end(words, start, t->words.items[to - 1].to);
	struct reference r = {
		.marker = t->mark->marker,
		.text = slice_sub(words, start, end),
		.mark = t->number,
		.from = t->mark->words_at + (uint32_t)start,
		.to = t->mark->words_at + (uint32_t)end,
		.target = target,
		.how = target == NO_ARTICLE ? HOW_NONE : how,
		.why = t->why,
	};
	vec_push(&t->found, r);
	return &t->found.items[t->found.count - 1];
}

static bool by_override(struct attempt *t)
{
	size_t least = t->mark->end == MARK_OPEN ? 1 : t->words.count;
	uint32_t target;
	for (size_t to = t->words.count; to >= least; to--) {
		struct slice last = t->words.items[to - 1].folded;
		struct slice key =
		    slice_sub(t->words.key, 0,
			      (size_t)(last.ptr + last.len - t->words.key.ptr));
		if (overrides_find(t->resolver->overrides, key,
				   t->article->source, &target)) {
			if (target == t->self)
				target = NO_ARTICLE;
			struct reference *r =
			    add(t, 0, to, target, HOW_OVERRIDE);
			r->how = HOW_OVERRIDE; /* also where it says: none */
			r->why = WHY_OVERRIDE;
			return true;
		}
	}
	return false;
}

/* "…Alami Depresi ..." : the words are the beginning of a longer title. */
static bool is_cut_off(struct slice words)
{
	return slice_ends(words, SLICE("...")) ||
	       slice_ends(words, SLICE("\xE2\x80\xA6"));
}

/* Whether the words are cut off behind their last word, not within it. */
static bool is_last_whole(const struct attempt *t)
{
	const struct word *last = &t->words.items[t->words.count - 1];
	for (size_t i = 0; i < last->folded.len; i++)
		if (is_digit(last->folded.ptr[i]))
			return true; /* half a number is another number */
	struct slice behind = slice_from(t->mark->words, last->to);
	return !slice_starts(behind, SLICE("...")) &&
	       !slice_starts(behind, SLICE("\xE2\x80\xA6"));
}

static bool starts_lower(struct slice s)
{
	size_t at = 0;
	return text_is_lower(text_next(s, &at));
}

/* Prose has words in lower case or ends as a sentence does; titles do not. */
static bool is_running_text(const struct attempt *t, size_t from)
{
	size_t lower = 0, count = t->words.count - from;
	struct slice words = t->mark->words;
	while (words.len && (words.ptr[words.len - 1] == '"' ||
			     words.ptr[words.len - 1] == ')'))
		words.len--;
	if (slice_ends(words, SLICE("\xE2\x80\x9D")))
		words.len -= 3;
	if (slice_ends(words, SLICE(".")) && !is_cut_off(words) && count > 1)
		return true;
	for (size_t i = from; i < t->words.count; i++)
		lower +=
		    starts_lower(slice_sub(t->mark->words, t->words.items[i].at,
					   t->words.items[i].to));
	return count >= 4 && lower * 2 >= count;
}

/* Whether the words from `from` on may be left behind a title as text. */
static bool may_be_left(const struct attempt *t, size_t from)
{
	if (from == t->words.count)
		return true;
	if (t->mark->end == MARK_CLOSED ||
	    guess_goes_on(&t->words, t->mark->words, from))
		return false;
	return t->mark->end == MARK_OPEN || is_running_text(t, from);
}

/* Titles in a row on their way; NO_TITLE: one that the archive has not. */
struct row {
	uint32_t titles[CHAIN_MAX];
	size_t ends[CHAIN_MAX], count;
};

/*
 * Where a title of the archive begins behind words from `from` on that look
 * like another title; *to is its end. `from` if there is none.
 */
static size_t next_known(const struct attempt *t, size_t from, uint32_t *title,
			 size_t *to)
{
	struct slice text = t->mark->words;
	size_t prose = guess_prose(&t->words, text, from);
	for (size_t i = from + ROW_LEAST; i < prose; i++) {
		if (text_length(slice_sub(text, t->words.items[from].at,
					  t->words.items[i - 1].to)) > ROW_MAX)
			break;
		if (guess_goes_on(&t->words, text, i) ||
		    starts_lower(slice_from(text, t->words.items[i - 1].at)))
			continue;
		*title = titles_longest(t->resolver->titles, &t->words, i, to);
		if (*title != NO_TITLE && *to >= i + ROW_LEAST)
			return i;
	}
	return from;
}

/* Titles in a row from word 0 on: where the last of them ends. */
static size_t find_row(const struct attempt *t, struct row *row)
{
	size_t from = 0, to = 0, at;
	uint32_t title;
	for (row->count = 0; row->count < CHAIN_MAX; from = to) {
		title =
		    titles_longest(t->resolver->titles, &t->words, from, &to);
		if (title == NO_TITLE) {
			at = t->mark->end == MARK_OPEN
				 ? next_known(t, from, &title, &to)
				 : from;
			if (at == from || row->count + 1 == CHAIN_MAX)
				return from;
			row->titles[row->count] = NO_TITLE;
			row->ends[row->count++] = at;
		}
		row->titles[row->count] = title;
		row->ends[row->count++] = to;
	}
	return from;
}

/* Titles that nobody knows: one, or behind a bare mark a row, parted. */
static void add_unknown(struct attempt *t, size_t from, size_t to, bool unsure)
{
	size_t ends[EDGES_MOST] = { to }, count = 1;
	if (t->mark->bare)
		count = edges_part(t->resolver->edges, &t->words,
				   t->mark->words, from, to, ends);
	for (size_t i = 0; i < count; from = ends[i++]) {
		struct reference *r =
		    add(t, from, ends[i], NO_ARTICLE, HOW_NONE);
		r->unsure = unsure;
		r->why = unsure || count > 1 || text_length(r->text) > ONE_MAX
			     ? WHY_END
			     : WHY_UNKNOWN;
	}
}

/* A guess at a title, for reports; its words stay in the text. */
static void add_unsure(struct attempt *t, size_t from, size_t to)
{
	add_unknown(t, from, to, true);
}

/* "Baca Juga Title Title Title Prose": the last one, which nobody knows. */
static void add_last_of_row(struct attempt *t, size_t from)
{
	if (from == t->words.count || !t->mark->bare ||
	    t->mark->end != MARK_OPEN)
		return;
	size_t end = guess_title(&t->words, t->mark->words, t->resolver->titles,
				 from, t->lost_commas);
	if (end >= from + ROW_LEAST)
		add_unsure(t, from, end);
}

/*
 * "Harga Emas Hari Ini Anjlok Tajam Menurut Rina": a short title may be the
 * head of another one, which seems to end some words further.
 */
static bool is_longer_title(const struct attempt *t, const struct row *row)
{
	if (row->count != 1 || row->ends[0] > SHORT_TITLE || t->mark->bare ||
	    t->mark->end != MARK_OPEN || row->ends[0] == t->words.count ||
	    is_opener(t->words.items[row->ends[0]].folded))
		return false;
	size_t end = guess_title(&t->words, t->mark->words, t->resolver->titles,
				 0, t->lost_commas);
	return end > row->ends[0] && end <= row->ends[0] + LONGER_BY;
}

static bool by_row(struct attempt *t)
{
	struct row row;
	size_t end = find_row(t, &row), from = 0;
	if (!row.count || !may_be_left(t, end) || is_longer_title(t, &row))
		return false;
	for (size_t i = 0; i < row.count; from = row.ends[i++]) {
		if (row.titles[i] == NO_TITLE)
			add_unknown(t, from, row.ends[i], false);
		else
			add(t, from, row.ends[i], pick(t, row.titles[i]),
			    HOW_PREFIX);
	}
	add_last_of_row(t, end);
	return true;
}

/*
 * Whether words [0, to) that lack no digit, or are of the same weeks as the
 * article whose title lacks none: then "Piala Dunia 202" is this year's.
 */
static bool is_same_year(struct attempt *t, size_t to, uint32_t target)
{
	const struct article *other = &t->resolver->articles[target];
	struct words title;
	bool lost = false;
	words_split(&title, other->title, t->scratch);
	for (size_t i = 0; i < to; i++)
		lost |=
		    is_digit(title.items[i].folded.ptr[0]) &&
		    !slice_eq(title.items[i].folded, t->words.items[i].folded);
	if (!lost)
		return true;
	if (!date_known(other->date) || !date_known(t->article->date))
		return false;
	int32_t ago =
	    date_to_days(t->article->date) - date_to_days(other->date);
	return ago >= 0 && ago <= YEAR_WITHIN;
}

/* All words up to a full stop are a title whose commas are lost. */
static bool by_clipped(struct attempt *t)
{
	struct slice text = t->mark->words;
	size_t to =
	    t->lost_commas && t->mark->end == MARK_OPEN ? t->words.count : 0;
	for (; to >= NEAR_LEAST_WORDS; to--) {
		if (to < t->words.count &&
		    !words_sign_behind(&t->words, text, to - 1, '.'))
			continue;
		uint32_t title = titles_clipped(t->resolver->titles, &t->words,
						text, to, t->scratch);
		if (title == NO_TITLE)
			continue;
		uint32_t target = pick(t, title);
		if (target != NO_ARTICLE && !is_same_year(t, to, target)) {
			t->why = WHY_UNKNOWN;
			target = NO_ARTICLE;
		}
		add(t, 0, to, target, HOW_NEAR);
		return true;
	}
	return false;
}

/* A full stop taken for a lost comma may end the title, after all. */
static bool may_hold_heading(const struct attempt *t)
{
	struct slice words = t->mark->words;
	size_t at = t->lost_commas ? slice_find(words, '.', 0) : words.len;
	while (at < words.len &&
	       !slice_starts(slice_from(words, at), SLICE(". ")))
		at = slice_find(words, '.', at + 1);
	return t->mark->end == MARK_OPEN &&
	       (at < words.len || text_length(words) > ONE_MAX);
}

static void resolve_mark(struct attempt *t)
{
	const struct titles *titles = t->resolver->titles;
	size_t count = t->words.count, extent;
	uint32_t title = NO_TITLE;
	if (!count || by_override(t))
		return;
	if (!t->words.more)
		title = titles_exact(titles, &t->words, 0, count);
	if (title != NO_TITLE) {
		uint32_t target = pick(t, title);
		if (target != NO_ARTICLE || !t->mark->weak)
			add(t, 0, count, target, HOW_EXACT);
		return;
	}
	if (t->mark->weak)
		return;
	if (t->mark->end != MARK_OPEN && is_cut_off(t->mark->words)) {
		title = titles_cut_off(titles, &t->words, is_last_whole(t),
				       t->scratch);
		add(t, 0, count, pick(t, title), HOW_PREFIX);
		return;
	}
	if (by_row(t) || by_clipped(t))
		return;
	extent = count;
	if (t->mark->end == MARK_OPEN)
		extent = guess_title(&t->words, t->mark->words, titles, 0,
				     t->lost_commas);
	if (extent == count && !t->words.more)
		title = titles_near(titles, &t->words, t->scratch);
	if (title < MANY_TITLES &&
	    !near_is_meant(t->resolver, &t->words, title, t->scratch))
		title = NO_TITLE;
	if (extent == count && !t->words.more &&
	    (title != NO_TITLE || !may_hold_heading(t)))
		add(t, 0, count, pick(t, title), HOW_NEAR);
	else if (extent >= UNSURE_LEAST)
		add_unsure(t, 0, extent);
}

void references_mark_repeats(struct reference *r, size_t count, struct buf *key)
{
	VEC(uint64_t) keys = { 0 };
	for (size_t i = 0; i < count; i++) {
		buf_clear(key);
		text_fold(key, r[i].text);
		uint64_t hash = hash64(buf_slice(key));
		r[i].repeated = false;
		for (size_t j = 0; j < i && !r[i].repeated; j++)
			r[i].repeated =
			    keys.items[j] == hash && r[j].target == r[i].target;
		vec_push(&keys, hash);
	}
	vec_release(&keys);
}

/*
 * "Baca juga:Warga Tegal Panen CabaiKetika hujan turun": a title glued to the
 * sentence behind it ends as surely as at the end of its line. With a blank
 * before it, it had one behind it, too: then it is a heading that is glued.
 */
static bool ends_at_seam(struct attempt *t, struct pending_mark *mark,
			 struct buf *key)
{
	size_t seam = mark->end == MARK_OPEN && mark->glued
			  ? guess_seam(mark->words)
			  : mark->words.len;
	struct slice title = slice_sub(mark->words, 0, seam);
	if (seam == mark->words.len)
		return false;
	words_split(&t->words, title, key);
	if (t->words.count < ROW_LEAST || t->words.more ||
	    guess_prose(&t->words, title, 0) < t->words.count)
		return false;
	mark->words = title;
	mark->end = MARK_LINE;
	return true;
}

void resolve_article(const struct resolver *r, struct article *article,
		     uint32_t self, const struct draft *draft,
		     struct archive_worker *worker)
{
	struct attempt t = { .resolver = r,
			     .article = article,
			     .scratch = &worker->buf,
			     .lost_commas = draft->lost_commas,
			     .self = self };
	struct buf key = { 0 };
	for (t.number = 0; t.number < draft->mark_count; t.number++) {
		struct pending_mark mark = draft->marks[t.number];
		t.mark = &mark;
		t.why = WHY_UNKNOWN;
		if (!ends_at_seam(&t, &mark, &key))
			words_split(&t.words, mark.words, &key);
		resolve_mark(&t);
	}
	references_mark_repeats(t.found.items, t.found.count, &key);
	article->reference_count = (uint32_t)t.found.count;
	if (t.found.count)
		article->references = ARENA_ARRAY(
		    &worker->arena, struct reference, t.found.count);
	for (size_t i = 0; i < t.found.count; i++) {
		article->references[i] = t.found.items[i];
		article->references[i].text = arena_copy(
		    &worker->arena,
		    text_level(&worker->scratch, t.found.items[i].text));
	}
	arena_clear(&worker->scratch);
	buf_release(&key);
	vec_release(&t.found);
}
