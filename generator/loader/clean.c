/*
 * clean.c - from lines to a document. What each step does to which line is
 * noted for `arsip explain`; nothing is dropped for being short, and in doubt
 * a line stays.
 */
#include "loader/internal.h"

#include "base/text.h"

enum {
	BYLINE_LOOKBACK = 4, /* lines at the end; references may follow it */
};

void cleaner_trace(struct cleaner *c, uint32_t line, enum fate fate,
		   const char *rule, const char *why, struct slice words)
{
	vec_push(&c->trace, (struct trace){ line, (uint32_t)c->trace.count,
					    fate, rule, why, words });
}

void cleaner_drop(struct cleaner *c, struct line *line, const char *rule,
		  const char *why)
{
	line->gone = true;
	cleaner_trace(c, line->number, FATE_DROPPED, rule, why, line->text);
}

static struct line *first_line(struct cleaner *c, size_t from)
{
	for (size_t i = from; i < c->lines.count; i++)
		if (!c->lines.items[i].gone)
			return &c->lines.items[i];
	return NULL;
}

/* --- title ---------------------------------------------------------------- */

static struct slice strip_heading(struct slice line)
{
	size_t hashes = 0;
	while (hashes < line.len && line.ptr[hashes] == '#')
		hashes++;
	if (!hashes || hashes == line.len || line.ptr[hashes] != ' ')
		return line;
	line = text_trim(slice_from(line, hashes));
	while (line.len && line.ptr[line.len - 1] == '#')
		line.len--;
	return text_trim(line);
}

/* A first line this long is the body of an article without a title. */
static bool is_too_long(struct slice title)
{
	return text_head(title, TITLE_CAP).len < title.len;
}

/* Its beginning serves as a title. */
static void cut_title(struct cleaner *c, uint32_t line, const char *help)
{
	struct slice head = text_head(c->doc->title, TITLE_CAP);
	size_t word = head.len;
	if (c->diag)
		diag_add(c->diag, DIAG_WARNING,
			 (struct place){ c->doc->source, line, 0 }, help,
			 "the title is longer than %d characters; its "
			 "beginning is used",
			 TITLE_CAP);
	while (word && head.ptr[word - 1] != ' ')
		word--;
	if (word)
		head.len = word;
	c->doc->title = arena_printf(c->arena, "%.*s\xE2\x80\xA6",
				     SLICE_ARG(text_trim(head)));
}

/* "Title\n=====": the line below belongs to the heading. */
static struct slice skip_underline(struct slice rest)
{
	struct slice after = rest, under;
	if (!slice_cut(&after, '\n', &under))
		return rest;
	under = slice_trim(under);
	for (size_t i = 0; i < under.len; i++)
		if (under.ptr[i] != under.ptr[0])
			return rest;
	return under.len && (under.ptr[0] == '=' || under.ptr[0] == '-') ? after
									 : rest;
}

static uint32_t newlines_in(struct slice s)
{
	uint32_t lines = 0;
	for (size_t i = 0; i < s.len; i++)
		lines += s.ptr[i] == '\n';
	return lines;
}

/* The first line; of a Markdown block the lines below it stay. */
static bool title_from_line(struct cleaner *c, struct line *line)
{
	struct slice first, rest = line->text;
	if (!slice_cut(&rest, '\n', &first))
		return false;
	c->doc->title = text_level(c->arena, strip_heading(first));
	cleaner_trace(c, line->number, FATE_USED, "title",
		      "the first line is the title", c->doc->title);
	if (is_too_long(c->doc->title)) {
		cut_title(c, line->number,
			  "put a title of its own on the first line; the whole "
			  "line stays in the text");
		return true;
	}
	rest = skip_underline(rest);
	line->gone = !text_trim(rest).len;
	if (!line->gone) {
		size_t taken = (size_t)(rest.ptr - line->text.ptr);
		line->number += newlines_in(slice_sub(line->text, 0, taken));
		line->text = rest;
	}
	return c->doc->title.len > 0;
}

static bool take_title(struct cleaner *c, const struct front_matter *fm)
{
	struct line *line = first_line(c, 0);
	c->doc->title = fm->title;
	if (!fm->title.len)
		return line && title_from_line(c, line);
	if (is_too_long(fm->title))
		cut_title(c, 0, "shorten the title that is given for it");
	return true;
}

static bool same_words(struct slice a, struct slice b)
{
	struct buf x = { 0 }, y = { 0 };
	text_fold(&x, a);
	text_fold(&y, b);
	bool same = x.len && slice_eq(buf_slice(&x), buf_slice(&y));
	buf_release(&x);
	buf_release(&y);
	return same;
}

/* --- whole lines ---------------------------------------------------------- */

/* Before the title only what is known to be a widget, letter by letter. */
static void drop_before_title(struct cleaner *c)
{
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		const struct rule *rule =
		    rules_listed(c->rules, line->text, true);
		if (!rule)
			return;
		cleaner_drop(c, line, rule->name, rule->why);
	}
}

static void drop_lines(struct cleaner *c)
{
	bool head = true;
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		const struct rule *rule =
		    rules_drop(c->rules, c->matcher, line->text, head);
		if (rule)
			cleaner_drop(c, line, rule->name, rule->why);
		else if (head && line->text.len < c->doc->title.len + 8 &&
			 same_words(strip_heading(line->text), c->doc->title))
			cleaner_drop(c, line, "title-again",
				     "the title, said again at the head of the "
				     "text");
		else
			head = false;
	}
}

/* --- parts of lines ------------------------------------------------------- */

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

/* All that one rule cuts out of one line, in one pass. */
static void cut_by_rule(struct cleaner *c, struct line *line,
			const struct rule *rule, struct buf *kept)
{
	struct slice text = line->text;
	size_t from = 0;
	buf_clear(kept);
	while (regex_search(rule->regex, c->matcher, text, from)) {
		struct slice cut = regex_group(c->matcher, 0);
		size_t at = (size_t)(cut.ptr - text.ptr);
		if (!cut.len)
			break;
		cleaner_trace(c, line->number, FATE_CUT, rule->name, rule->why,
			      cut);
		buf_add(kept, text_trim(slice_sub(text, from, at)));
		buf_byte(kept, ' ');
		from = at + cut.len;
	}
	if (!from)
		return;
	buf_add(kept, text_trim(slice_from(text, from)));
	line->text = text_trim(arena_copy(c->arena, buf_slice(kept)));
	line->gone = !line->text.len;
}

static void cut_parts(struct cleaner *c)
{
	size_t count;
	const struct rule *rules = rules_of(c->rules, RULE_CUT, &count);
	struct buf kept = { 0 };
	for (size_t i = 0; i < c->lines.count; i++)
		for (size_t k = 0; k < count && !c->lines.items[i].gone; k++)
			cut_by_rule(c, &c->lines.items[i], &rules[k], &kept);
	buf_release(&kept);
}

static bool take_byline_from(struct cleaner *c, struct line *line, bool head)
{
	size_t count;
	const struct rule *rules = rules_of(c->rules, RULE_BYLINE, &count);
	for (size_t i = 0; i < count; i++) {
		if (rules[i].head_only != head ||
		    !regex_search(rules[i].regex, c->matcher, line->text, 0))
			continue;
		struct slice all = regex_group(c->matcher, 0);
		struct slice name = regex_group(c->matcher, rules[i].byline);
		size_t at = (size_t)(all.ptr - line->text.ptr);
		c->doc->byline = text_level(c->arena, name);
		cleaner_trace(c, line->number, FATE_USED, rules[i].name,
			      rules[i].why, all);
		line->text = without(c, line->text, at, at + all.len);
		line->gone = !line->text.len;
		return true;
	}
	return false;
}

/*
 * At the head of the text, else at its end, where lines that are only marks
 * may stand behind it. Where both have one the second stays text: one would
 * be lost.
 */
static void take_byline(struct cleaner *c)
{
	struct line *first = first_line(c, 0);
	size_t looked = 0;
	if (first && take_byline_from(c, first, true))
		return;
	for (size_t i = c->lines.count; i-- > 0 && looked < BYLINE_LOOKBACK;) {
		struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		looked++;
		if (take_byline_from(c, line, false) ||
		    !is_mark_line(line->text))
			return;
	}
}

static void take_dateline(struct cleaner *c)
{
	size_t count;
	const struct rule *rules = rules_of(c->rules, RULE_DATELINE, &count);
	struct line *line = first_line(c, 0);
	for (size_t i = 0; line && i < count; i++) {
		if (!regex_search(rules[i].regex, c->matcher, line->text, 0))
			continue;
		struct slice all = regex_group(c->matcher, 0);
		struct slice place = regex_group(c->matcher, rules[i].place);
		struct slice outlet = regex_group(c->matcher, rules[i].outlet);
		if (rules[i].place)
			c->doc->dateline = text_level(c->arena, place);
		if (rules[i].outlet)
			c->doc->outlet = text_level(c->arena, outlet);
		cleaner_trace(c, line->number, FATE_USED, rules[i].name,
			      rules[i].why, all);
		line->text = text_trim(slice_from(line->text, all.len));
		line->gone = !line->text.len;
		return;
	}
}

/* --- the whole ------------------------------------------------------------ */

static void apply_front_matter(struct cleaner *c, const struct front_matter *fm)
{
	struct document *doc = c->doc;
	struct slice *tags = ARENA_ARRAY(c->arena, struct slice, fm->tag_count);
	for (size_t i = 0; i < fm->tag_count; i++)
		tags[i] = fm->tags[i];
	doc->tags = tags;
	doc->tag_count = fm->tag_count;
	doc->url = fm->url;
	doc->wanted_slug = fm->slug;
	if (fm->dateline.len)
		doc->dateline = fm->dateline;
	if (fm->outlet.len)
		doc->outlet = fm->outlet;
	if (!doc->byline.len)
		doc->byline = fm->byline;
}

static void make_blocks(struct cleaner *c)
{
	for (size_t i = 0; i < c->lines.count; i++) {
		const struct line *line = &c->lines.items[i];
		if (!line->gone)
			vec_push(&c->blocks,
				 (struct block){ line->text, line->number,
						 line->blank_before });
	}
}

static int cmp_trace(const void *a, const void *b)
{
	const struct trace *x = a, *y = b;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

/* The vectors' content moves into the arena; the document points there. */
static void keep_results(struct cleaner *c)
{
	struct body *body = &c->doc->body;
	struct block *blocks =
	    ARENA_ARRAY(c->arena, struct block, c->blocks.count);
	struct mark *marks = ARENA_ARRAY(c->arena, struct mark, c->marks.count);
	struct trace *trace =
	    ARENA_ARRAY(c->arena, struct trace, c->trace.count);
	for (size_t i = 0; i < c->blocks.count; i++)
		blocks[i] = c->blocks.items[i];
	for (size_t i = 0; i < c->marks.count; i++)
		marks[i] = c->marks.items[i];
	for (size_t i = 0; i < c->trace.count; i++)
		trace[i] = c->trace.items[i];
	body->blocks = blocks;
	body->block_count = c->blocks.count;
	body->marks = marks;
	body->mark_count = c->marks.count;
	c->doc->trace = trace;
	c->doc->trace_count = c->trace.count;
}

bool clean_document(struct cleaner *c, const struct front_matter *fm)
{
	if (!c->doc->body.markdown)
		mend_lines(c);
	drop_before_title(c);
	if (!take_title(c, fm))
		return false;
	drop_lines(c);
	drop_doubled(c);
	cut_parts(c);
	take_byline(c);
	take_dateline(c);
	find_date(c, fm);
	apply_front_matter(c, fm);
	make_blocks(c);
	find_marks(c);
	if (c->trace.count)
		qsort(c->trace.items, c->trace.count, sizeof *c->trace.items,
		      cmp_trace);
	keep_results(c);
	return true;
}
