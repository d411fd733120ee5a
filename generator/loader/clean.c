/*
 * clean.c - from lines to a document. What each step does to which line is
 * noted for `arsip explain`; nothing is dropped for being short, and in doubt
 * a line stays.
 */
#include "loader/internal.h"

#include "base/text.h"

enum {
	LEVELLED_MOST = 2000 /* bytes of a line, for rules of whole lines */
};

void cleaner_trace(struct cleaner *c, uint32_t line, enum fate fate,
		   const char *rule, const char *why, struct slice words)
{
	vec_push(&c->trace, (struct trace){ line, (uint32_t)c->trace.count,
					    fate, rule, why, words });
}

struct line *cleaner_first(struct cleaner *c, size_t from)
{
	for (size_t i = from; i < c->lines.count; i++)
		if (!c->lines.items[i].gone)
			return &c->lines.items[i];
	return NULL;
}

struct line *cleaner_next(struct cleaner *c, const struct line *line)
{
	return cleaner_first(c, (size_t)(line - c->lines.items) + 1);
}

void cleaner_drop(struct cleaner *c, struct line *line, const char *rule,
		  const char *why)
{
	line->gone = true;
	cleaner_trace(c, line->number, FATE_DROPPED, rule, why, line->text);
}

/* --- whole lines ---------------------------------------------------------- */

/* A line, and the rule that drops it if what is around it is right. */
struct doubt {
	struct line *line;
	const struct rule *rule;
};

struct doubts {
	struct doubt *items;
	size_t count, cap;
};

/* Before the title only what is known to be a widget, letter by letter. */
static void drop_before_title(struct cleaner *c)
{
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		const struct rule *rule =
		    rules_listed(c->rules, line->text, true);
		if (!rule || rule->beside_dropped)
			return;
		cleaner_drop(c, line, rule->name, rule->why);
	}
}

/*
 * The rule that drops a line, blanks levelled: "Sumber:  X" had a link. What is
 * longer is no such line.
 */
static const struct rule *rule_against(struct cleaner *c,
				       const struct line *line, bool head,
				       const struct rule *last)
{
	struct line level = *line;
	if (line->text.len <= LEVELLED_MOST) {
		level.text = text_level(c->arena, line->text);
		if (level.text.len != line->text.len)
			level.needles = rules_needles(c->rules, level.text);
	}
	return rules_drop(c->rules, c->matcher, &level, head, last);
}

static void doubt_line(struct doubts *doubts, struct line *line,
		       const struct rule *rule)
{
	line->gone = true;
	vec_push(doubts, (struct doubt){ line, rule });
}

/* Drops them all or none; *doubts is empty then. */
static void settle(struct cleaner *c, struct doubts *doubts, bool drop)
{
	for (size_t i = 0; i < doubts->count; i++) {
		struct line *line = doubts->items[i].line;
		const struct rule *rule = doubts->items[i].rule;
		line->gone = false;
		if (drop)
			cleaner_drop(c, line, rule->name, rule->why);
	}
	doubts->count = 0;
}

static void drop_lines(struct cleaner *c)
{
	struct doubts captions = { 0 }, run = { 0 };
	bool head = true, beside = false;
	const struct rule *last = NULL;
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		line->needles = rules_needles(c->rules, line->text);
		const struct rule *rule = rule_against(c, line, head, last);
		if (rule && rule->beside_dropped) {
			beside = run.count ? beside : last != NULL;
			doubt_line(&run, line, rule);
			continue;
		}
		settle(c, &run, beside || rule);
		last = rule;
		if (rule && rule->beside_text)
			doubt_line(&captions, line, rule);
		else if (rule)
			cleaner_drop(c, line, rule->name, rule->why);
		else if (head && is_title_again(c, line->text))
			cleaner_drop(c, line, "title-again",
				     "the title, said again at the head of the "
				     "text");
		else
			head = false;
	}
	settle(c, &run, beside);
	/* a caption that is all there is, is the text */
	settle(c, &captions, cleaner_first(c, 0));
	vec_release(&run);
	vec_release(&captions);
}

/* --- parts of lines ------------------------------------------------------- */

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

static void cut_line(struct cleaner *c, struct line *line, bool head,
		     struct buf *kept)
{
	size_t count;
	const struct rule *rules = rules_of(c->rules, RULE_CUT, &count);
	for (size_t k = 0; k < count && !line->gone; k++)
		if ((head || !rules[k].head_only) &&
		    rule_may_match(&rules[k], line))
			cut_by_rule(c, line, &rules[k], kept);
}

static void cut_parts(struct cleaner *c)
{
	struct buf kept = { 0 };
	bool head = true;
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		if (head)
			cut_title_again(c, line);
		cut_line(c, line, head, &kept);
		head = head && line->gone;
	}
	buf_release(&kept);
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
	if (!c->doc->body.markdown) {
		mend_lines(c);
		join_letters(c);
	}
	drop_before_title(c);
	if (!take_title(c, fm))
		return false;
	if (!c->doc->body.markdown) {
		drop_enclosing(c);
		split_paragraphs(c);
	}
	drop_lines(c);
	if (!c->doc->body.markdown) {
		drop_foot(c);
		join_torn(c);
		join_links(c);
	}
	drop_doubled(c);
	if (!c->doc->body.markdown)
		drop_nested(c);
	drop_echoes(c);
	find_date(c, fm); /* the page's date may be cut */
	if (!c->doc->body.markdown)
		part_headline(c);
	cut_parts(c);
	take_byline(c);
	take_dateline(c, fm->url);
	apply_front_matter(c, fm);
	make_blocks(c);
	find_marks(c);
	if (c->trace.count)
		qsort(c->trace.items, c->trace.count, sizeof *c->trace.items,
		      cmp_trace);
	keep_results(c);
	return true;
}
