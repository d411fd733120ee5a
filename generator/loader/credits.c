/*
 * credits.c - who wrote it: the byline at either end of the text. Which words
 * these are, the rules say.
 */
#include "loader/marks.h"

#include "base/text.h"

#include <string.h>

enum {
	BYLINE_LOOKBACK = 4, /* lines at the end; references may follow it */
	BYLINE_MAX = 400,    /* bytes at the end of a line that are looked at */
};

/* The text without bytes [from, to), blanks at the seam levelled to one. */
static struct slice without(struct cleaner *c, struct slice text, size_t from,
			    size_t to)
{
	struct slice left = text_trim(slice_sub(text, 0, from));
	struct slice right = text_trim(slice_from(text, to));
	if (!left.len)
		return right;
	if (!right.len)
		return left;
	return arena_printf(c->arena, "%.*s %.*s", SLICE_ARG(left),
			    SLICE_ARG(right));
}

/* The line before that is left, or NULL. */
static struct line *line_before(const struct cleaner *c,
				const struct line *line)
{
	for (size_t i = (size_t)(line - c->lines.items); i-- > 0;)
		if (!c->lines.items[i].gone)
			return &c->lines.items[i];
	return NULL;
}

bool ends_as_sentence(struct slice s)
{
	static const struct slice ends[] = {
		SLICE_INIT("."),
		SLICE_INIT("!"),
		SLICE_INIT("?"),
		SLICE_INIT("\""),
		SLICE_INIT(")"),
		SLICE_INIT("\xE2\x80\x9D"),
		SLICE_INIT("\xE2\x80\x99"),
		SLICE_INIT("\xE2\x80\xA6"),
	};
	for (size_t i = 0; i < COUNT_OF(ends); i++)
		if (slice_ends(s, ends[i]))
			return true;
	return false;
}

/* Whether all of it is a byline as it stands at the end: "Penulis: Nama". */
static bool is_byline(const struct cleaner *c, const struct line *line)
{
	size_t count;
	const struct rule *rules = rules_of(c->rules, RULE_BYLINE, &count);
	for (size_t i = 0; i < count; i++)
		if (!rules[i].head_only && !rules[i].after_sentence &&
		    rule_may_match(&rules[i], line) &&
		    regex_search(rules[i].regex, c->matcher, line->text, 0) &&
		    regex_group(c->matcher, 0).len == line->text.len)
			return true;
	return false;
}

bool is_after_sentence(const struct cleaner *c, const struct line *line)
{
	const struct line *before = line_before(c, line);
	return before && (ends_as_sentence(before->text) ||
			  is_mark_line(before->text) || is_byline(c, before));
}

/* --- byline --------------------------------------------------------------- */

/* A byline at the end is looked for in the end of its line. */
static size_t search_from(struct slice s, bool head)
{
	size_t at = head || s.len < BYLINE_MAX ? 0 : s.len - BYLINE_MAX;
	while (at && ((unsigned char)s.ptr[at] & 0xC0) == 0x80)
		at--;
	return at;
}

/* "... katanya.(Nama)" and, on a line of its own, "(Nama)" again. */
static void drop_said_before(struct cleaner *c, const struct line *line,
			     struct slice said)
{
	struct line *before = line_before(c, line);
	if (!before || said.ptr[0] != '(' || !slice_ends(before->text, said) ||
	    before->text.len == said.len)
		return;
	before->text = without(c, before->text, before->text.len - said.len,
			       before->text.len);
	cleaner_trace(c, before->number, FATE_CUT, "byline-again",
		      "the byline, said twice", said);
}

/* Without what is no name: "Kontributor Kota, Nama Orang". */
static struct slice without_labels(struct cleaner *c, struct slice byline)
{
	size_t count;
	const struct rule *rules = rules_of(c->rules, RULE_LABEL, &count);
	struct slice left = byline;
	for (size_t i = 0; i < count; i++) {
		size_t len = left.len + 1; /* each cut must shorten it */
		while (left.len < len &&
		       regex_search(rules[i].regex, c->matcher, left, 0)) {
			struct slice cut = regex_group(c->matcher, 0);
			size_t at = (size_t)(cut.ptr - left.ptr);
			len = left.len;
			left = without(c, left, at, at + cut.len);
		}
	}
	while (left.len && strchr(",; ", left.ptr[left.len - 1]))
		left.len--;
	return left.len ? left : byline;
}

static bool take_byline_from(struct cleaner *c, struct line *line, bool head)
{
	size_t count, from = search_from(line->text, head);
	const struct rule *rules = rules_of(c->rules, RULE_BYLINE, &count);
	for (size_t i = 0; i < count; i++) {
		if (rules[i].head_only != head ||
		    !rule_may_match(&rules[i], line) ||
		    (rules[i].after_sentence && !is_after_sentence(c, line)) ||
		    !regex_search(rules[i].regex, c->matcher, line->text, from))
			continue;
		struct slice all = regex_group(c->matcher, 0);
		struct slice name = regex_group(c->matcher, rules[i].byline);
		size_t at = (size_t)(all.ptr - line->text.ptr);
		if (!c->doc->byline.len)
			c->doc->byline =
			    text_level(c->arena, without_labels(c, name));
		cleaner_trace(c, line->number, FATE_USED, rules[i].name,
			      rules[i].why, all);
		line->text = without(c, line->text, at, at + all.len);
		line->gone = !line->text.len;
		if (line->gone && !head)
			drop_said_before(c, line, all);
		return true;
	}
	return false;
}

/* "Baca Juga:" and, on the next line, the title that it names. */
static bool is_named_by_label(const struct cleaner *c, const struct line *line)
{
	const struct line *before = line_before(c, line);
	struct find f;
	return before && is_label(before->text, &f);
}

/*
 * In the last lines; those that are only marks may stand behind it. A second
 * one before it on its line, "(Kabar/Nama) (Pagi/Nama)", goes, too.
 */
static bool take_last_byline(struct cleaner *c)
{
	size_t looked = 0;
	for (size_t i = c->lines.count; i-- > 0 && looked < BYLINE_LOOKBACK;) {
		struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		looked++;
		if (take_byline_from(c, line, false)) {
			if (!line->gone)
				(void)take_byline_from(c, line, false);
			return true;
		}
		if (!is_mark_line(line->text) && !is_named_by_label(c, line))
			return false;
	}
	return false;
}

/* The first line, or the one behind a headline that was parted off it. */
static struct line *head_line(struct cleaner *c)
{
	for (size_t i = 0; i < c->lines.count; i++)
		if (c->lines.items[i].headed && !c->lines.items[i].gone)
			return &c->lines.items[i];
	return cleaner_first(c, 0);
}

/* At the head of the text and at its end. Where both have one the first counts.
 */
void take_byline(struct cleaner *c)
{
	struct line *first = head_line(c);
	if (first)
		(void)take_byline_from(c, first, true);
	if (!take_last_byline(c) && drop_last_headline(c))
		(void)take_last_byline(c);
}
