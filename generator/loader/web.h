/*
 * web.h - a page of HTML with one article in it: what the page says of the
 * article (web_facts.c, web_json.c), where its text is (web_body.c, by the
 * words of web_words.c) and its lines (web_lines.c).
 *
 * What comes out is what a record of a JSONL file would hold, and goes the
 * same way from there.
 */
#ifndef LOADER_WEB_H
#define LOADER_WEB_H

#include "loader/fields.h"
#include "loader/html.h"

/* Why a part of a page is no text of the article. */
enum web_part {
	PART_OUTSIDE, /* not in what holds the article */
	PART_ADS,
	PART_AUTHOR,
	PART_CAPTION,
	PART_COMMENTS,
	PART_EMBED,
	PART_MENU,
	PART_PAGER,
	PART_PLUG,
	PART_RELATED,
	PART_SHARE,
	PART_TAGS,
	PART_KINDS,
	PART_HIDDEN = PART_KINDS, /* no text at all: scripts, styles */
	PART_NONE,		  /* text of the article */
};
/* "page-ads" and its reason, for `explain`. */
const char *web_part_rule(enum web_part part);
const char *web_part_why(enum web_part part);

/* What a page says of its article, and where: "og:title", "h1". */
struct web_fact {
	struct slice value;
	const char *from;
	int rank; /* the lower is believed; 0: not said */
};

struct web_page {
	struct web_fact facts[FIELD_COUNT];
	bool says_article; /* by JSON-LD it is one, no front page */
	uint32_t heading;  /* the node of the <h1> that is its title, or 0 */
	uint32_t broken;   /* blocks of JSON-LD that cannot be read */
	/* what was left out of the text, in parts and in words */
	uint32_t left_parts[PART_KINDS], left_words[PART_KINDS];
};

enum web_verdict {
	WEB_ARTICLE,
	WEB_DEEP,    /* nested deeper than any page */
	WEB_SEVERAL, /* whole articles, one below the other */
	WEB_LIST,    /* beginnings of articles, or a menu */
	WEB_NO_TEXT, /* hardly a sentence */
};

/*
 * Reads a page; text is valid UTF-8. What is in `out` is a's. Only for
 * WEB_ARTICLE there is a text among the facts.
 */
MUST_CHECK enum web_verdict web_read(struct web_page *out, struct slice text,
				     struct arena *a);

/* --- a text with tags, not a page ----------------------------------------- */

/* Whether a record's text is HTML: paragraphs, breaks, links, bold. */
bool web_is_markup(struct slice text);
/* Whether it is a whole page. */
bool web_is_whole(struct slice text);
/* Its lines. What cannot be read is given back as it is. */
struct slice web_fragment(struct slice text, struct arena *a);

/* --- between the files ---------------------------------------------------- */

/* Takes a fact unless one of a lower or the same rank is known. */
void web_offer(struct web_page *p, enum field field, int rank, const char *from,
	       struct slice value);
/* As web_offer, but of the same rank all are kept, one a line. */
void web_offer_more(struct web_page *p, enum field field, int rank,
		    const char *from, struct slice value, struct arena *a);

/* As web_offer, if there is a year in it. */
void web_date(struct web_page *p, int rank, const char *from,
	      struct slice value);

/* The titles that a page gives itself; h1 and <title> aside. */
struct web_titles {
	struct slice headline, open_graph;
};
void web_facts(struct web_page *p, const struct html *h, struct arena *a);
/* One block of JSON-LD. */
void web_json(struct web_page *p, struct web_titles *titles, struct slice json,
	      struct arena *a);

/* What a class or id says of an element. */
struct web_class {
	bool body;	    /* the name of a text's container */
	enum web_part part; /* or PART_NONE */
	bool surely;	    /* of part: not only when it is short */
	bool common;	    /* words with other uses: no part with sentences */
};
struct web_class web_class(const struct html_node *node);

/* What each node of a page is part of; PART_NONE where there is prose. */
enum web_part *web_parts(const struct html *h, struct arena *a);

/* Where the text is: some elements in the order of the page. */
enum {
	ROOTS_MAX = 64,
};
struct web_body {
	uint32_t roots[ROOTS_MAX];
	size_t root_count;
	const enum web_part *parts; /* by node, as above */
};
MUST_CHECK enum web_verdict web_find_body(struct web_body *out,
					  const struct web_page *p,
					  const struct html *h,
					  struct arena *a);

/*
 * Appends the lines of a node: one a paragraph, heading, item or row. What a
 * read-also mark links to is put into brackets with it, "(Baca juga: Title)",
 * since there its title surely ends.
 */
void web_lines(struct buf *out, const struct html *h, uint32_t node,
	       const enum web_part *parts, struct arena *a);

/* --- web_record.c: for loader.c ------------------------------------------ */

/*
 * Reads the page that is a record's body and fills what the record leaves
 * open; the text takes the body's place. False after reporting that there is
 * no article in it.
 */
MUST_CHECK bool web_fill(struct record *r, struct web_page *page,
			 struct cleaner *c);
/* Of 7,881 real titles 6 hold tags: "Cegah <i>Bullying</i>". */
void web_plain_names(struct record *r, struct cleaner *c);
/* A text with tags, escaped or not, as lines; any other text as it is. */
struct slice web_without_tags(struct slice text, struct cleaner *c);
/* Notes for `explain` what was taken from a page and what was left out. */
void web_note(const struct web_page *p, struct cleaner *c);

#endif
