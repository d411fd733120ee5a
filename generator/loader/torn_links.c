/*
 * torn_links.c - what a scraper that takes each piece of a page for a line
 * leaves: sentences torn at their links, "Birokrasi (" "PANRB" "), katanya",
 * and the labels with the names and tags below the text, or headlines of other
 * articles. Of 45 real articles
 * of one outlet 25 are torn so and 44 have such a foot. (Where full stops were
 * lost, too, torn.c comes first.)
 */
#include "loader/marks.h"

#include "base/text.h"

enum {
	FOOT_MOST = 40,	 /* lines of labels, names and tags */
	FOOT_LINE = 100, /* bytes of one of them */
	TAG_WORDS = 5,	 /* of a tag that ends in a stop */
	TAG_LINE = 40,	 /* bytes of it */
	HEADLINE = 4,	 /* words of one in a box */
};

/* --- sentences torn at their links ---------------------------------------- */

/* ")", ", katanya", ". Ia": no line begins so, and no ".id", "...", ".5" */
static bool goes_on(struct slice s)
{
	bool apart = s.len == 1 || is_blank(s.ptr[1]);
	switch (s.ptr[0]) {
	case ')':
		return true;
	case ',':
	case ';':
	case '.':
		return apart;
	default:
		return false;
	}
}

/* "\xE2\x80\x93 Warga", behind the bracket of a dateline */
static bool starts_with_dash(struct slice s)
{
	return slice_starts(s, SLICE("\xE2\x80\x93")) ||
	       slice_starts(s, SLICE("\xE2\x80\x94"));
}

/* The line that others are added to. */
struct torn {
	struct line *first;
	struct buf text; /* empty while it is alone */
	size_t open;	 /* brackets */
	bool bracket_closed;
};

static void count_brackets(struct torn *t, struct slice s)
{
	size_t closed = slice_count(s, ')');
	t->open += slice_count(s, '(');
	t->open -= closed < t->open ? closed : t->open;
}

static void torn_end(struct cleaner *c, struct torn *t)
{
	if (!t->text.len)
		return;
	t->first->text = arena_copy(c->arena, buf_slice(&t->text));
	t->first->needles = rules_needles(c->rules, t->first->text);
	buf_clear(&t->text);
}

static void torn_begin(struct torn *t, struct line *line)
{
	t->first = line;
	t->open = 0;
	t->bracket_closed = false;
	count_brackets(t, line->text);
}

/* "a)" begins an item of a list: ")" goes on only from an open bracket. */
static bool is_torn(const struct torn *t, const struct line *line)
{
	struct slice above = t->text.len ? buf_slice(&t->text) : t->first->text;
	if (line->blank_before)
		return false;
	return (slice_ends(above, SLICE("(")) ||
		(t->bracket_closed && starts_with_dash(line->text)) ||
		(goes_on(line->text) &&
		 (line->text.ptr[0] != ')' || t->open))) &&
	       !is_mark_line(t->first->text);
}

void join_links(struct cleaner *c)
{
	struct torn t = { 0 };
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		if (!t.first || !is_torn(&t, line)) {
			torn_end(c, &t);
			torn_begin(&t, line);
			continue;
		}
		if (!t.text.len)
			buf_add(&t.text, t.first->text);
		if (starts_with_dash(line->text))
			buf_byte(&t.text, ' ');
		buf_add(&t.text, line->text);
		count_brackets(&t, line->text);
		t.bracket_closed = slice_eq(line->text, SLICE(")"));
		line->gone = true;
		cleaner_trace(c, line->number, FATE_USED, "torn-link",
			      "it goes on from the line above", line->text);
	}
	torn_end(c, &t);
	buf_release(&t.text);
}

/* --- below the text ------------------------------------------------------- */

static bool is_foot_label(struct slice s)
{
	static const struct slice labels[] = {
		SLICE_INIT("Tags:"),
		SLICE_INIT("Tag:"),
		SLICE_INIT("Source:"),
		SLICE_INIT("Via:"),
	};
	for (size_t i = 0; i < COUNT_OF(labels); i++)
		if (slice_eq(s, labels[i]))
			return true;
	return false;
}

/* The next line that stays, or NULL. */
static const struct line *line_above(const struct cleaner *c, size_t at)
{
	while (at-- > 0)
		if (!c->lines.items[at].gone)
			return &c->lines.items[at];
	return NULL;
}

static bool ends_open(const struct line *line)
{
	return line && !ends_as_sentence(line->text);
}

/*
 * "Pekan Si Cepat." among tags: its author ended the name with a stop. Tags
 * without one stand on both sides of it; the label alone is none.
 */
static bool is_tag_with_stop(const struct cleaner *c, size_t at,
			     const struct line *below)
{
	struct slice s = c->lines.items[at].text;
	const struct line *above = line_above(c, at);
	return s.len <= TAG_LINE && slice_ends(s, SLICE(".")) &&
	       slice_words(s) <= TAG_WORDS && ends_open(below) &&
	       ends_open(above) && !is_foot_label(above->text);
}

/* A sentence behind "Tags:" is one of the text: the label is, too. */
static size_t find_foot(const struct cleaner *c)
{
	const struct line *below = NULL;
	size_t from = c->lines.count, looked = 0;
	for (size_t i = c->lines.count; i-- > 0 && looked < FOOT_MOST;) {
		const struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		looked++;
		if (is_foot_label(line->text))
			from = i;
		else if (line->text.len > FOOT_LINE ||
			 (ends_as_sentence(line->text) &&
			  !is_tag_with_stop(c, i, below)) ||
			 is_mark_line(line->text))
			break;
		below = line;
	}
	return from;
}

/* Boxes with headlines of other articles, which rules.yaml drops. */
static bool is_box_label(struct slice s)
{
	static const struct slice labels[] = {
		SLICE_INIT("Berita Pilihan"),	  SLICE_INIT("Berita Populer"),
		SLICE_INIT("Berita Terbaru"),	  SLICE_INIT("Berita Terkini"),
		SLICE_INIT("Berita Rekomendasi"),
	};
	for (size_t i = 0; i < COUNT_OF(labels); i++)
		if (slice_eq(s, labels[i]))
			return true;
	return false;
}

static bool is_headline(struct slice s)
{
	if (slice_starts(s, SLICE("- ")))
		s = slice_from(s, 2);
	return looks_like_headline(s, HEADLINE) && !is_mark_line(s);
}

static bool has_sentence_above(const struct cleaner *c, size_t at)
{
	while (at-- > 0) {
		const struct line *line = &c->lines.items[at];
		if (!line->gone && ends_as_sentence(line->text))
			return true;
	}
	return false;
}

/* Below the text, and nothing but headlines down to the end. */
static size_t find_boxes(const struct cleaner *c)
{
	size_t from = c->lines.count, looked = 0;
	for (size_t i = c->lines.count; i-- > 0;) {
		const struct line *line = &c->lines.items[i];
		if (is_box_label(line->text))
			from = i;
		else if (!line->gone &&
			 (looked++ == FOOT_MOST || !is_headline(line->text)))
			break;
	}
	return has_sentence_above(c, from) ? from : c->lines.count;
}

static void drop_from(struct cleaner *c, size_t from, const char *rule,
		      const char *why)
{
	for (size_t i = from; i < c->lines.count; i++)
		if (!c->lines.items[i].gone)
			cleaner_drop(c, &c->lines.items[i], rule, why);
}

void drop_foot(struct cleaner *c)
{
	drop_from(c, find_foot(c), "page-foot",
		  "labels with names and tags below the text");
	drop_from(c, find_boxes(c), "page-boxes",
		  "headlines of other articles below the text");
}
