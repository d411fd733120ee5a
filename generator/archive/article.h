/*
 * article.h - the nouns that every room shares. Data only.
 *
 *   struct document  one article as the loader yields it, body and all; it
 *                    lives in the reader's scratch arena until the next one
 *   struct article   what the archive keeps of it: no body, about 1 KB
 *   struct body      the text with the read-also marks found in it
 *   struct mark      a read-also mark: where, and which words may be a title
 *   struct reference a mark's title, settled against all titles
 */
#ifndef ARCHIVE_ARTICLE_H
#define ARCHIVE_ARTICLE_H

#include "base/buf.h"
#include "base/date.h"
#include "base/hash.h"
#include "base/text.h"

/* No article, where the index of one is expected. */
#define NO_ARTICLE UINT32_MAX

/* How the date was found; the later kind wins over the earlier. */
enum date_source {
	DATE_FROM_NONE,
	DATE_FROM_PATH,
	DATE_FROM_TEXT,
	DATE_FROM_FIELD,
	DATE_FROM_FRONT_MATTER,
};

/*
 * Why the date is believed. Of those from DATE_SEVERAL on the date is in doubt
 * (date_confidence).
 */
enum date_why {
	DATE_NOTHING,  /* there is none */
	DATE_NO_YEAR,  /* none: "Sabtu (18/3)", and nothing tells the year */
	DATE_TWO_DAYS, /* none: "Sabtu (1112025)" may be two days */
	DATE_GIVEN,    /* the front matter or the record says so */
	DATE_ADDRESS,  /* it stands in the article's url */
	DATE_PAGE,     /* the date line of the page */
	DATE_SAID,     /* the text reports what was said on that weekday */
	DATE_FITS,     /* the text names it, and it was that weekday */
	DATE_TODAY,    /* the text calls it today, or the next day tomorrow */
	DATE_IN_PATH,
	DATE_SEVERAL,	   /* there are other days that it could be as well */
	DATE_YEAR_DEDUCED, /* the year is one of several in the text */
	DATE_AHEAD,	   /* the text speaks of it as still to come */
	DATE_NO_WEEKDAY,   /* a date in the text without its weekday */
	DATE_SLIP,	   /* its year was mended so that the weekday fits */
	DATE_MISFIT,	   /* it was another weekday */
	DATE_ORDER,	   /* "3/5/2020": day and month may be reversed */
	DATE_TOO_LATE,	   /* far behind all that are given; check finds it */
	DATE_CONTRADICTED, /* given, but the text or url has another */
};

enum confidence {
	CONFIDENCE_NONE, /* no date */
	CONFIDENCE_SURE,
	CONFIDENCE_LIKELY,
	CONFIDENCE_DOUBTFUL,
};

/* How a reference found its article. */
enum reference_how {
	HOW_NONE,
	HOW_OVERRIDE, /* the site's references.yaml says so */
	HOW_EXACT,    /* the same title, blanks and punctuation levelled */
	HOW_PREFIX,   /* the longest title that the words start with, or the
			 one title that words cut off by "..." start */
	HOW_NEAR,     /* the word rule; or all but lost commas is equal */
};

/* Why a reference found none. */
enum reference_why {
	WHY_UNKNOWN,  /* no article has the title */
	WHY_SEVERAL,  /* more than one could be meant */
	WHY_ITSELF,   /* only this article has the title */
	WHY_OVERRIDE, /* the site's owner says: no link */
	WHY_END,      /* where its title ends cannot be told */
};

/* Where the words after a mark end. */
enum mark_end {
	MARK_CLOSED, /* at a bracket, a quotation mark: surely */
	MARK_LINE,   /* at the end of its line, which looks like a title */
	MARK_OPEN,   /* nobody knows: the sentence runs on */
};

struct mark {
	uint32_t block;	 /* index in body.blocks */
	uint32_t at, to; /* bytes of the block's text: the whole mark */
	uint32_t words_at, words_to; /* bytes that may be titles */
	enum mark_end end;
	bool weak;  /* a reference only if it is an archive title: a gloss
		       such as "(baca: polisi)" stays text */
	bool bare;  /* no colon: several titles may follow, in a row */
	bool glued; /* no blank before the words, so maybe none behind */
	struct slice marker; /* "Baca juga", without colon and bracket */
};

/* A line of the source that stayed: prose, marks still inside. */
struct block {
	struct slice text; /* valid UTF-8, blanks not yet levelled */
	uint32_t line;	   /* of the source, from 1 */
	bool blank_before; /* an empty line stands before it */
};

struct body {
	bool markdown; /* blocks are Markdown, to be joined by blank lines */
	const struct block *blocks;
	size_t block_count;
	const struct mark *marks; /* by block, then position */
	size_t mark_count;
};

/* One decision of the cleaner, for `arsip explain` and "dropped". */
enum fate {
	FATE_DROPPED, /* the whole line */
	FATE_CUT,     /* a part of it */
	FATE_USED,    /* title, front matter, label of a mark: no paragraph */
	FATE_LEFT,    /* parts of a page round its text, in counts; line 0 */
};
struct trace {
	uint32_t line, order; /* order: in which it was decided */
	enum fate fate;
	const char *rule;   /* name of the rule */
	const char *why;    /* its one-line reason */
	struct slice words; /* what was dropped, cut or used */
};

/* Where an article stands among the sources, to be read again. */
struct where {
	uint32_t file;
	uint32_t record; /* from 1 in a file of many articles, else 0 */
	uint64_t offset; /* of the record, in bytes */
	uint32_t length;
};

struct document {
	struct where where;
	struct slice source;  /* "content/2020/putin.txt", "…/a.jsonl#17" */
	uint64_t fingerprint; /* of the bytes as read */
	uint32_t front_lines; /* of the front matter's block */
	struct text_repairs repairs; /* of all its texts */
	struct slice title;
	struct date date;
	int16_t minute; /* of the day, -1 unknown */
	enum date_source date_from;
	enum date_why date_why;
	struct slice date_words; /* as written; empty if given */
	uint32_t date_line;	 /* where; 0: not in the text */
	uint32_t date_times;	 /* how often the text names that day */
	struct slice dateline, outlet, byline, url;
	struct slice wanted_slug; /* from the front matter, or empty */
	const struct slice *tags; /* as written, levelled, each once */
	size_t tag_count;
	struct body body;
	const struct trace *trace; /* by line */
	size_t trace_count;
};

struct reference {
	struct slice marker, text; /* "Baca juga", the title as written */
	uint32_t mark;		   /* index in the body's marks */
	uint32_t from, to;	   /* bytes of the mark's block: the title */
	uint32_t target;	   /* index of an article, or NO_ARTICLE */
	enum reference_how how;
	enum reference_why why; /* when there is no target */
	bool repeated; /* said before in this article: cut, not listed */
	bool unsure;   /* its end is a guess: the words stay in the text */
};

struct article {
	struct slice source;
	struct slice title;
	struct slice slug;  /* unique in its folder */
	struct slice path;  /* "2020/09/26/slug.html" */
	struct slice plain; /* the shared address that lists this and
			       others: "2020/09/26/putin.html"; empty if
			       path is the plain one */
	struct slice lead;  /* first words of the first paragraph */
	struct slice dateline, outlet, byline, url;
	uint64_t fingerprint; /* of the source's bytes */
	uint64_t identity;    /* of url, else title and first paragraph */
	struct date date;
	int16_t minute;
	uint8_t date_from; /* enum date_source */
	uint8_t date_why;  /* enum date_why */
	uint32_t words;	   /* of the body */
	uint32_t tag_count, name_count, reference_count;
	struct where where;
	const uint32_t *tags;	       /* indexes in archive.tags, by slug */
	const struct slice *tag_names; /* as written in this article */
	struct reference *references;  /* by mark, then position */
};

/* --- pages that are no articles ------------------------------------------- */

enum {
	PAGE_SLUG_MAX = 80,
};

/* A page of the site's own, as its owner wrote it: "About", contact. */
struct site_page {
	struct slice source;   /* "content/pages/tentang.md" */
	struct slice slug;     /* its address is <slug>.html */
	struct slice title;    /* text */
	struct slice markdown; /* without front matter and title */
	uint32_t order;	       /* in the menu, then by slug */
};

/* Whether this slug would mean something else to arsip, to a server or to
   Windows: index, con, a number (addresses.c). */
bool slug_is_reserved(struct slice slug);

#endif
