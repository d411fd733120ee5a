/*
 * internal.h - what the files of this room share. Nobody else includes it.
 *
 * An article passes them in this order: source (loader.c) -> text, repaired
 * -> front matter -> lines (text.c: one a line; markdown.c: one a block) ->
 * clean.c with mend.c, letters.c, title.c, title_outlet.c, enclosing.c,
 * split.c, rules.c, torn.c, torn_links.c, doubled.c, nested.c, dates.c,
 * headline.c, credits.c, dateline.c -> labels.c, marks.c -> document.
 */
#ifndef LOADER_INTERNAL_H
#define LOADER_INTERNAL_H

#include "loader/loader.h"
#include "base/regex.h"

enum source_format {
	FORMAT_TEXT,
	FORMAT_MARKDOWN,
	FORMAT_JSONL,
	FORMAT_CSV,
	FORMAT_HTML,
};

/* A line of the source on its way through the cleaner. */
struct line {
	struct slice text; /* trimmed; a Markdown block may hold newlines */
	uint32_t number;   /* from 1 */
	bool blank_before; /* an empty line stands before it */
	bool gone;	   /* dropped, or used for something else */
	bool headed;	   /* a headline was parted off before it */
	uint64_t needles;  /* rules that find the words they need in it */
};

struct lines {
	struct line *items;
	size_t count, cap;
};

/* What the front matter says; empty slices where it is silent. */
struct front_matter {
	struct slice title, byline, url, slug, outlet, dateline;
	struct date date;
	int minute;
	int zone; /* of date and minute, east of UTC, or ZONE_NONE */
	struct slice date_field; /* of a record, as written; or empty */
	struct slice tags[TAGS_CAP];
	size_t tag_count;
};

/* How numbers are meant where a day and a month are both possible. */
enum day_order {
	ORDER_UNKNOWN, /* nothing in the column shows it: day first */
	ORDER_DAY,     /* 26/9 stands in the column */
	ORDER_MONTH,   /* 9/26 does */
};

struct rules;

/* One article on its way. Everything is in the arena. */
struct cleaner {
	const struct rules *rules;
	struct regex_matcher *matcher;
	struct arena *arena;
	struct document *doc;
	struct lines lines;
	VEC(struct trace) trace;
	VEC(struct block) blocks;
	VEC(struct mark) marks;
	struct diag *diag;    /* NULL: silent */
	int zone;	      /* of the site: minutes east of UTC */
	enum day_order order; /* of the column the date stands in */
};

/* --- front_matter.c ------------------------------------------------------- */

/*
 * Takes the YAML block off the head of *text ("---" line to "---" line), if
 * there is one, and counts its lines. False after reporting what makes the
 * article unreadable; what is wrong inside the block is reported and left out.
 */
bool front_matter_take(struct slice *text, uint32_t *lines,
		       struct front_matter *fm, struct slice source,
		       struct arena *a, struct diag *d);

/*
 * The same without reading it: *yaml is what stands between the two lines,
 * empty if there is no block.
 */
bool front_matter_cut(struct slice *text, uint32_t *lines, struct slice *yaml,
		      struct slice source, struct diag *d);

/* --- fields.c ------------------------------------------------------------- */

/* Whether a reader may follow it: http or https, and of bearable length. */
bool is_web_address(struct slice s);

/* --- lines.c -------------------------------------------------------------- */

/* Lines of plain text, the empty ones left out; numbers go on from `first`. */
void lines_of_text(struct lines *out, struct slice text, uint32_t first);
/* Blocks of Markdown: parted by blank lines, but not within a code fence. */
void lines_of_markdown(struct lines *out, struct slice text, uint32_t first);

/* --- entities.c, printed.c, mend.c ---------------------------------------- */

/*
 * The text with "&amp;nbsp;" and the like decoded, and what came of them
 * repaired; shares s if there is none. Adds to *done.
 */
struct slice entities_decode(struct arena *a, struct slice s,
			     struct text_repairs *done);

/*
 * The text with printed escapes read: "\\xa0", "\\'", one or two backslashes
 * before them. Where a line end was printed it has one. Shares s if there is
 * none. Adds to *done.
 */
struct slice escapes_read(struct arena *a, struct slice s,
			  struct text_repairs *done);
/* A title that is a printed list is its strings: "['Judul']". Adds to *done. */
struct slice printed_title(struct arena *a, struct slice title,
			   struct text_repairs *done);
/* "['a', "b"]" as lines; false, with out as it was, if s is no such list. */
bool printed_list(struct slice s, struct buf *out);

/*
 * Mends the lines of a plain text: escapes, entities, and quotation marks that
 * careless handling of CSV doubled or left at the end. Counts in
 * c->doc->repairs.
 */
void mend_lines(struct cleaner *c);

/* --- letters.c ------------------------------------------------------------ */

/* Joins the first letters of lines with the words that they were torn from. */
void join_letters(struct cleaner *c);

/* --- rules.c -------------------------------------------------------------- */

enum rule_kind {
	RULE_LINE,     /* whole lines, listed */
	RULE_PATTERN,  /* a whole line, by pattern */
	RULE_CUT,      /* a part of a line, by pattern */
	RULE_TITLE,    /* a part of the title, by pattern */
	RULE_DATELINE, /* at the head of the text: groups place, outlet */
	RULE_BYLINE,   /* at the end of the text: group name */
	RULE_LABEL,    /* a part of the byline that is no name, by pattern */
	RULE_KINDS,
};
struct rule {
	const char *name, *why;
	const char *after; /* only behind a line that this rule dropped */
	enum rule_kind kind;
	bool head_only;	     /* only before the first paragraph */
	bool after_sentence; /* only behind a line that ends a sentence */
	bool beside_text;    /* only where another line stays */
	bool beside_dropped; /* only next to a line that is dropped */
	bool by_address;     /* only if the outlet stands in the address */
	uint64_t needles;    /* bit of the words it needs; 0: tried always */
	const struct regex *regex;
	unsigned place, outlet, byline; /* group numbers, 0: none */
};

/* The default rules and the site's (path, or NULL). NULL after reporting. */
struct rules *rules_new(const char *site_rules, struct diag *d);
void rules_free(struct rules *r);
/* The rule that lists this whole line, or NULL. */
const struct rule *rules_listed(const struct rules *r, struct slice line,
				bool at_head);
/*
 * The rule, listed or by pattern, that drops this whole line, or NULL. `last`:
 * the rule that dropped the line before, or NULL.
 */
const struct rule *rules_drop(const struct rules *r, struct regex_matcher *m,
			      const struct line *line, bool at_head,
			      const struct rule *last);
/* The rules of a kind, in order of trial. */
const struct rule *rules_of(const struct rules *r, enum rule_kind kind,
			    size_t *count);
/* The bits (struct rule) of the rules that find a word they need in the text.
 */
uint64_t rules_needles(const struct rules *r, struct slice text);
/* Whether the line has what the rule needs. */
static inline bool rule_may_match(const struct rule *rule,
				  const struct line *line)
{
	return !rule->needles || rule->needles & line->needles;
}

/* --- clean.c -------------------------------------------------------------- */

/*
 * From lines to a document: title, what is dropped, dateline, byline, date,
 * blocks, marks. False after reporting that there is no article in it.
 */
bool clean_document(struct cleaner *c, const struct front_matter *fm);

/* Notes a decision. */
void cleaner_trace(struct cleaner *c, uint32_t line, enum fate fate,
		   const char *rule, const char *why, struct slice words);
/* Drops a line, noting the rule. */
void cleaner_drop(struct cleaner *c, struct line *line, const char *rule,
		  const char *why);

/* The first line from `from` on that is left, or NULL. */
struct line *cleaner_first(struct cleaner *c, size_t from);
/* The line behind this one that is left, or NULL. */
struct line *cleaner_next(struct cleaner *c, const struct line *line);

/* --- title.c -------------------------------------------------------------- */

/* Title of the document: as given, else the first line. False: there is none.
 */
bool take_title(struct cleaner *c, const struct front_matter *fm);
/* Whether a line at the head of the text says the title again. */
bool is_title_again(struct cleaner *c, struct slice line);
/*
 * Drops the last line if it is the headline of another page or video: behind
 * the end of a sentence, written as headlines are, and no sentence itself.
 * True if there was one.
 */
bool drop_last_headline(struct cleaner *c);
/*
 * Where the outlet's name begins behind a title, with its sign, if the host of
 * the address spells it: title_outlet.c. Else title.len.
 */
size_t outlet_behind_title(struct slice title, struct slice url);
/* Cuts the title off a first line that begins with it. */
void cut_title_again(struct cleaner *c, struct line *line);

/* --- split.c -------------------------------------------------------------- */

/* Parts lines where the end of a paragraph was lost; the parts share a number.
 */
void split_paragraphs(struct cleaner *c);

/* --- headline.c ----------------------------------------------------------- */

/*
 * Parts a headline off the first line if it stands there before the outlet's
 * dateline or the reporter's credit; drops it if it is the title.
 */
void part_headline(struct cleaner *c);

/* --- torn.c --------------------------------------------------------------- */

/* Joins lines that are one paragraph, torn in mid-sentence. */
void join_torn(struct cleaner *c);

/* --- torn_links.c --------------------------------------------------------- */

/* Joins lines that were torn at links: "Badan (" "BPBD" "), katanya". */
void join_links(struct cleaner *c);
/*
 * Drops "Source:", "Via:" and "Tags:" with what they name below the text, and
 * the headlines behind "Berita Populer" and its like.
 */
void drop_foot(struct cleaner *c);

/* --- credits.c ------------------------------------------------------------ */

/* With a stop, or what closes behind one; lines of songs have none. */
bool ends_as_sentence(struct slice s);
/* Whether the text before this line ends a sentence, is a mark or a byline. */
bool is_after_sentence(const struct cleaner *c, const struct line *line);
/* Takes the byline, and what stands behind it and is no text. */
void take_byline(struct cleaner *c);

/* --- dateline.c ----------------------------------------------------------- */

/* Takes place and outlet; url is the article's address, or empty. */
void take_dateline(struct cleaner *c, struct slice url);

/* --- doubled.c, enclosing.c, nested.c, dates.c, marks.c
 * ------------------------------------------ */

/*
 * Drops the second of two equal runs of lines: three or more, or two that
 * reach to the end of the text, of some length, if half of them end as
 * sentences. A single repeated line and a chorus stay.
 */
void drop_doubled(struct cleaner *c);

/* Drops one or two long sentences that stand right before, too. */
void drop_echoes(struct cleaner *c);

/* Cuts off lines what the next two say, which again are such lines. */
void drop_enclosing(struct cleaner *c);
/* Cuts text that stands in long lines twice, and off lines that hold others. */
void drop_nested(struct cleaner *c);

/* The date of the article and how it was found. */
void find_date(struct cleaner *c, const struct front_matter *fm);
/* Joins label lines with their titles; finds the marks of all blocks. */
void find_marks(struct cleaner *c);
/* Whether a line is a mark and nothing else: "Baca juga: Title". */
bool is_mark_line(struct slice line);
/* Whether it is a label and titles glued to it and to each other: labels.c. */
bool is_title_row(struct slice line);
/*
 * Where "Baca juga:" begins if s ends with such a label, else s.len; and
 * whether s begins with one, a title behind it or not.
 */
size_t mark_label_at(struct slice s);
bool starts_with_label(struct slice s);

#endif
