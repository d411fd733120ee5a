/*
 * html.h - a page of HTML as a flat tree: its elements and texts in the order
 * of the document. Knows nothing of articles.
 */
#ifndef LOADER_HTML_H
#define LOADER_HTML_H

#include "base/arena.h"

enum {
	HTML_DEPTH_MAX = 1000, /* open elements; real pages have 20 to 60 */
	HTML_TEXT_MAX = 4096,  /* of what html_text gives */
};

/* What matters of an element's name. */
enum html_tag {
	HTML_TEXT,   /* characters, no element */
	HTML_INLINE, /* span, b, i, …, and names that nobody knows */
	HTML_BLOCK,  /* div, section, …: begins and ends a line */
	HTML_HIDDEN, /* never read as text: style, iframe, button, … */
	HTML_CHROME, /* nav, aside, footer, header, figure, …: round a text */
	HTML_A,
	HTML_ARTICLE,
	HTML_BR,
	HTML_CELL, /* td, th */
	HTML_H1,
	HTML_HEADING, /* h2 to h6 */
	HTML_LI,
	HTML_LINK,
	HTML_LIST, /* ul, ol */
	HTML_META,
	HTML_P,
	HTML_ROW, /* tr */
	HTML_SCRIPT,
	HTML_TIME,
	HTML_TITLE,
};

enum html_attr_name {
	HTML_CLASS,
	HTML_CONTENT,
	HTML_DATETIME,
	HTML_HREF,
	HTML_ID,
	HTML_ITEMPROP,
	HTML_NAME,
	HTML_PROPERTY,
	HTML_REL,
	HTML_STYLE,
	HTML_TYPE,
	HTML_ATTRS
};
struct html_attr {
	enum html_attr_name name;
	struct slice value;
};

struct html_node {
	enum html_tag tag;
	uint32_t parent; /* the root, node 0, is its own */
	uint32_t end;	 /* behind its last descendant */
	uint32_t attr_count;
	const struct html_attr *attrs;
	struct slice text; /* of HTML_TEXT */
};

struct html {
	const struct html_node *nodes; /* parents stand before children */
	uint32_t count;
};

/* Once, before any thread reads. */
void html_set_up(void);

/*
 * Reads a page or a fragment of one; text must be valid UTF-8 and all faults of
 * markup are mended. The tree and its texts are a's. False for what is nested
 * deeper than HTML_DEPTH_MAX.
 */
MUST_CHECK bool html_parse(struct html *out, struct slice text,
			   struct arena *a);

/* The value of an attribute, or an empty slice. */
struct slice html_attr(const struct html_node *node, enum html_attr_name name);
/* The texts below a node in one, blanks levelled: a title, a name. */
struct slice html_text(const struct html *h, uint32_t node, struct arena *a);

#endif
