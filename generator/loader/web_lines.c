/*
 * web_lines.c - from the part of a page that holds a text to its lines: one
 * a paragraph, heading, item of a list or row of a table. Links keep their
 * words. A read-also mark and the link behind it are put into brackets, since
 * a link's end is the title's end, and the finder of marks sees none in text.
 */
#include "loader/web.h"

#include "base/text.h"

enum {
	LEAST_TITLE = 3,    /* words: in brackets, fewer would be a gloss */
	DATELINE_MAX = 100, /* bytes */
};

struct span {
	uint32_t link; /* the node of the link */
	size_t from, to;
};

struct writer {
	struct buf *out;
	size_t start; /* of what this adds to it */
	struct buf line, scratch;
	VEC(struct span) spans; /* of the line's links */
	struct arena *arena;
	struct slice label; /* a line that was only "Baca juga:", held back */
	bool label_used;
};

/* --- one line with its links ---------------------------------------------- */

/* In brackets its end must be found again. */
static bool may_be_bracketed(struct slice title)
{
	int depth = 0;
	for (size_t i = 0; i < title.len && depth >= 0; i++)
		depth += (title.ptr[i] == '(') - (title.ptr[i] == ')');
	return !depth && slice_words(title) >= LEAST_TITLE;
}

static struct slice without_colon(struct slice label)
{
	label = text_trim(label);
	while (label.len && strchr(":;*", label.ptr[label.len - 1]))
		label = text_trim(slice_sub(label, 0, label.len - 1));
	return label;
}

static void put_reference(struct buf *out, struct slice label,
			  struct slice title)
{
	if (out->len && !is_blank(out->ptr[out->len - 1]))
		buf_byte(out, ' ');
	label = without_colon(label);
	buf_printf(out, "(%.*s: %.*s)", SLICE_ARG(label), SLICE_ARG(title));
}

static bool is_between(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!is_blank(s.ptr[i]) && !strchr(",;|-", s.ptr[i]))
			return false;
	return true;
}

static bool ends_open(struct slice s)
{
	return slice_ends(s, SLICE("(")) || slice_ends(s, SLICE("["));
}

/*
 * One link of a line: what stands before it, then it, to `out`. *label is the
 * mark that the link before had, if that was a reference.
 */
static void put_link(struct buf *out, struct slice before, struct slice words,
		     struct slice *label)
{
	struct slice title = text_trim(words);
	size_t at = mark_label_at(before);
	bool fits = may_be_bracketed(title);
	if (fits && label->len && is_between(before)) {
		put_reference(out, *label, title);
		return;
	}
	if (fits && at < before.len &&
	    !ends_open(text_trim(slice_sub(before, 0, at)))) {
		*label = slice_from(before, at);
		buf_add(out, slice_sub(before, 0, at));
		put_reference(out, *label, title);
		return;
	}
	label->len = 0;
	buf_add(out, before);
	if (fits && starts_with_label(title) && !ends_open(text_trim(before)) &&
	    title.ptr[0] != '(')
		buf_printf(out, "(%.*s)", SLICE_ARG(title));
	else
		buf_add(out, words);
}

/* The line with its read-also links in brackets, in w->scratch. */
static struct slice bracketed(struct writer *w)
{
	struct slice line = buf_slice(&w->line), label = { 0 };
	size_t at = 0;
	buf_clear(&w->scratch);
	for (size_t i = 0; i < w->spans.count; i++) {
		struct span s = w->spans.items[i];
		size_t before = w->scratch.len;
		put_link(&w->scratch, slice_sub(line, at, s.from),
			 slice_sub(line, s.from, s.to), &label);
		at = s.to;
		if (w->scratch.len > before &&
		    w->scratch.ptr[w->scratch.len - 1] == ')' &&
		    at < line.len && !is_blank(line.ptr[at]) &&
		    !strchr(".,;)", line.ptr[at]))
			buf_byte(&w->scratch, ' ');
	}
	buf_add(&w->scratch, slice_from(line, at));
	return text_trim(buf_slice(&w->scratch));
}

/* The line is one link and nothing else. */
static bool is_link_line(const struct writer *w, struct slice line)
{
	return w->spans.count == 1 &&
	       text_trim(slice_sub(buf_slice(&w->line), w->spans.items[0].from,
				   w->spans.items[0].to))
		       .len == line.len;
}

static void put_line(struct writer *w, struct slice line)
{
	buf_add(w->out, line);
	buf_byte(w->out, '\n');
}

/* "Baca juga:" was on a line before: each link below it is a title. */
static bool use_label(struct writer *w, struct slice line)
{
	if (!w->label.len)
		return false;
	if (is_link_line(w, line) && may_be_bracketed(line) &&
	    !starts_with_label(line)) {
		put_reference(&w->scratch, w->label, line);
		put_line(w, buf_slice(&w->scratch));
		w->label_used = true;
		return true;
	}
	if (!w->label_used)
		put_line(w, w->label);
	w->label.len = 0;
	return false;
}

/* "Jakarta, CNN Indonesia --" and then a paragraph: they are one. */
static bool is_dateline(const struct writer *w, struct slice line)
{
	return w->out->len == w->start && line.len < DATELINE_MAX &&
	       (slice_ends(line, SLICE(" -")) ||
		slice_ends(line, SLICE(" --")) ||
		slice_ends(line, SLICE(" \xE2\x80\x93")) ||
		slice_ends(line, SLICE(" \xE2\x80\x94")));
}

static void end_line(struct writer *w)
{
	struct slice line = text_trim(buf_slice(&w->line));
	if (is_dateline(w, line))
		return;
	buf_clear(&w->scratch);
	if (line.len && !use_label(w, line)) {
		if (mark_label_at(line) == 0) {
			w->label = arena_copy(w->arena, line);
			w->label_used = false;
		} else {
			put_line(w, bracketed(w));
		}
	}
	buf_clear(&w->line);
	w->spans.count = 0;
}

/* --- the walk ------------------------------------------------------------- */

/* Runs of ASCII blanks are one, as a browser shows them. */
static void put_text(struct writer *w, struct slice text, uint32_t link)
{
	struct buf *line = &w->line;
	if (link && text.len &&
	    (!w->spans.count ||
	     w->spans.items[w->spans.count - 1].link != link)) {
		if (is_blank(text.ptr[0]) && line->len &&
		    line->ptr[line->len - 1] != ' ')
			buf_byte(line, ' ');
		vec_push(&w->spans,
			 (struct span){ link, line->len, line->len });
	}
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (!is_blank(c))
			buf_byte(line, c);
		else if (line->len && line->ptr[line->len - 1] != ' ')
			buf_byte(line, ' ');
	}
	if (link)
		w->spans.items[w->spans.count - 1].to = line->len;
}

static bool is_line_of_its_own(enum html_tag tag)
{
	return tag != HTML_TEXT && tag != HTML_INLINE && tag != HTML_A &&
	       tag != HTML_TIME && tag != HTML_CELL && tag != HTML_HIDDEN;
}

/* Of each node: the element whose line it is on, and the link it is in. */
struct place_of {
	uint32_t block, link;
};

void web_lines(struct buf *out, const struct html *h, uint32_t node,
	       const enum web_part *parts, struct arena *a)
{
	struct writer w = { .out = out, .start = out->len, .arena = a };
	const struct html_node *nodes = h->nodes;
	uint32_t last = node, size = nodes[node].end - node;
	struct place_of *places = ARENA_ARRAY(a, struct place_of, size);
	for (uint32_t i = node; i < nodes[node].end; i++) {
		enum html_tag tag = nodes[i].tag;
		struct place_of *p = &places[i - node];
		*p = i == node ? (struct place_of){ i, 0 }
			       : places[nodes[i].parent - node];
		if (tag == HTML_A)
			p->link = i;
		if (is_line_of_its_own(tag))
			p->block = i;
		if (parts[i] != PART_NONE)
			continue;
		if (p->block != last)
			end_line(&w);
		last = p->block;
		if (tag == HTML_CELL && w.line.len)
			buf_add(&w.line, SLICE(" | "));
		else if (tag == HTML_TEXT)
			put_text(&w, nodes[i].text, p->link);
	}
	end_line(&w);
	if (w.line.len) /* a dateline that nothing follows */
		put_line(&w, text_trim(buf_slice(&w.line)));
	if (w.label.len && !w.label_used)
		put_line(&w, w.label);
	buf_release(&w.line);
	buf_release(&w.scratch);
	vec_release(&w.spans);
}
