/*
 * archive.h - the model that everybody reads: articles in order, tags,
 * calendar, references and their reverse. Made once from all documents, then
 * never changed. It holds no bodies. The order of everything is decided by
 * content, not by how files were found.
 */
#ifndef ARCHIVE_ARCHIVE_H
#define ARCHIVE_ARCHIVE_H

#include "archive/article.h"
#include "base/arena.h"
#include "base/diag.h"

/* A run of archive.articles. */
struct range {
	uint32_t from, to;
};

struct day {
	struct date date;
	struct range articles;
};
struct month {
	struct date first; /* its first day */
	struct range days, articles;
};
struct year {
	int16_t year;
	struct range months, days, articles;
};

/*
 * Tags are one if their slugs are or the site's owner says so; the name is the
 * owner's, or the commonest spelling.
 */
struct tag {
	struct slice name, slug;
	const uint32_t *articles; /* oldest first, undated last */
	uint32_t count;
};

/* Articles of one calendar day, of all years: "26 September". */
struct anniversary {
	uint8_t month, day;
	const uint32_t *articles; /* oldest first */
	uint32_t count;
};

#define NO_THREAD UINT32_MAX
/* Two articles or more that references join, directly or through others, each
   not more than a year apart. */
struct thread {
	const uint32_t *articles; /* oldest first, undated last */
	uint32_t count;
};

/* An address that several articles would have had: a page that lists them. */
struct shared_address {
	struct slice path;
	const uint32_t *articles;
	uint32_t count;
};

/*
 * Articles that tell the same story in the same words, numbers and names: the
 * canonical one first, then the others, oldest first. The canonical one has
 * the longest body, and of equals is the oldest. What differs between articles
 * of one template (weather, prices, scores) makes them no family.
 */
struct family {
	const uint32_t *articles;
	uint32_t count; /* two or more */
};

/* No family, where the index of one is expected. */
#define NO_FAMILY UINT32_MAX

struct archive {
	const struct article *articles; /* oldest first, undated at the end */
	uint32_t count, dated;
	const struct tag *tags; /* by slug */
	uint32_t tag_count;
	const struct day *days;
	const struct month *months;
	const struct year *years;
	uint32_t day_count, month_count, year_count;
	const struct anniversary *anniversaries; /* January 1 first */
	uint32_t anniversary_count;
	const struct thread *threads; /* by their first articles */
	uint32_t thread_count;
	const uint32_t *thread_of; /* of article i: its thread or NO_THREAD */
	const struct shared_address *shared; /* by path */
	uint32_t shared_count;
	/* who cites article i: citing[cited_from[i] .. cited_from[i + 1]),
	   oldest first, each once */
	const uint32_t *cited_from, *citing;
	uint32_t reference_count, resolved_count;
	const struct family *families; /* by canonical article */
	uint32_t family_count;
	const uint32_t *family_of; /* of each article, or NO_FAMILY */
};

/* The family of article i, or NULL; it is canonical if it comes first there. */
static inline const struct family *archive_family(const struct archive *x,
						  uint32_t i)
{
	return x->family_of[i] == NO_FAMILY ? NULL
					    : &x->families[x->family_of[i]];
}

/* What the references of a title should be, said by the site's owner. */
struct override {
	struct slice text;   /* the title as written in the mark */
	struct slice target; /* source of the article; empty: no link */
	struct slice in;     /* only in this article's source; or empty */
	struct place at;
};

/* A tag as articles write it, and the tag that is meant. */
struct tag_merge {
	struct slice from;
	struct slice to; /* empty: no tag */
};

struct archive_options {
	const struct override *overrides;
	size_t override_count;
	const struct tag_merge *merges;
	size_t merge_count;
	uint32_t tag_minimum; /* tags of fewer articles are left out */
	unsigned jobs;
};

/* --- making it ---------------------------------------------------------- */

struct archive_builder;
struct archive_builder *archive_begin(unsigned workers);
/*
 * Keeps what the archive needs of one document (copies all of it). Safe from
 * different workers at once.
 */
void archive_add(struct archive_builder *b, unsigned worker,
		 const struct document *doc);
/*
 * Sorts, gives addresses, resolves references on o->jobs threads, makes the
 * indexes. What had to be settled is reported as a note or warning; an
 * override that names no article is DIAG_USAGE. The builder owns the result.
 */
const struct archive *archive_finish(struct archive_builder *b,
				     const struct archive_options *o,
				     struct diag *d);
void archive_free(struct archive_builder *b);

/*
 * Reads the overrides file (references.yaml). False after reporting; a file
 * that does not exist is an empty one.
 */
MUST_CHECK bool overrides_read(const char *path, struct arena *a,
			       const struct override **out, size_t *count,
			       struct diag *d);

/* What became of an override in the archive. */
enum override_state {
	OVERRIDE_USED,
	OVERRIDE_UNUSED,    /* no reference has these words */
	OVERRIDE_NO_TARGET, /* no article comes from its target */
	OVERRIDE_NO_IN,	    /* nor from the source it is limited to */
	OVERRIDE_NEEDLESS,  /* its target, alone, has this very title */
};
struct override_review {
	enum override_state state;
	uint32_t uses;	      /* references, also repeated ones */
	struct slice nearest; /* source much like the one that is gone */
};
/* out has room for `count`. */
void overrides_review(const struct archive *x, const struct override *overrides,
		      size_t count, struct override_review *out);

/* The words of the design for these enums: "front-matter", "exact", ... */
const char *date_source_name(enum date_source from);
const char *confidence_name(enum confidence c); /* "sure", "likely", ... */
/* How far a date is to be believed, and the reason in words. */
enum confidence date_confidence(enum date_why why);
const char *date_why_text(enum date_why why);
const char *reference_how_name(enum reference_how how);
const char *override_state_name(enum override_state state);

/* --- what is asked for and not there ---------------------------------------
 */

/* Why an article with a title much like a wanted one was not taken for it. */
enum candidate_why {
	CANDIDATE_FAR,	   /* too many words differ */
	CANDIDATE_NUMBERS, /* other numbers */
	CANDIDATE_TURNING, /* a negation, or a word such as "mantan", differs */
	CANDIDATE_SEVERAL, /* one of several that could be meant */
};
struct candidate {
	uint32_t article;
	uint32_t percent; /* 2 * words in common / words of both */
	enum candidate_why why;
};

enum {
	CANDIDATES_MAX = 3
};

/*
 * A title that references name and no article is taken for. Spellings that are
 * equal as folded words, or near by the word rule, are one wanted title.
 */
struct wanted {
	const struct slice *spellings; /* the commonest first, "…" last */
	uint32_t spelling_count;
	const uint32_t *articles; /* that ask for it, oldest first, each once */
	uint32_t count;
	bool unsure; /* every time where the title ends was a guess */
	struct candidate candidates[CANDIDATES_MAX]; /* the likest first */
	uint32_t candidate_count; /* 0 until archive_candidates */
};
/*
 * All wanted titles, those that most articles ask for first, of equals in byte
 * order; in the arena. Not those that an override says no to.
 */
struct wanted *archive_wanted(const struct archive *x, struct arena *a,
			      uint32_t *count);
/* Fills in the candidates of wanted titles: for reports, no page has them. */
void archive_candidates(const struct archive *x, struct wanted *wanted,
			uint32_t count, unsigned jobs);

/* "numbers-differ", … */
const char *candidate_why_name(enum candidate_why why);

/* --- a body, once its references are settled ---------------------------- */

enum piece_kind {
	PIECE_TEXT,	 /* a paragraph, its references cut out, not empty */
	PIECE_REFERENCE, /* stands behind the paragraph it was found in */
};
struct piece {
	enum piece_kind kind;
	struct slice text; /* levelled; Markdown: as written */
	uint32_t line;
	const struct reference *reference;
};

/*
 * The body in reading order, with the settled references of its article.
 * Pieces are in the arena; *count of them.
 */
const struct piece *body_compose(const struct body *body,
				 const struct article *article, struct arena *a,
				 size_t *count);

/* --- a source, once its article is cleaned and resolved ----------------- */

enum told_fate {
	TOLD_KEPT,
	TOLD_REFERENCE, /* the line of a mark; with `reference`, what it said */
	TOLD_USED,	/* title, front matter, label of a mark */
	TOLD_CUT,	/* these words of the line */
	TOLD_DROPPED,
	TOLD_LEFT, /* of a page of HTML, in counts; on line 0 */
};
/* A thing that happened on a line, in order; several may be on one. */
struct told {
	uint32_t line; /* 0: of the page that the text was found in */
	enum told_fate fate;
	struct slice text;	/* levelled: the line, or the words concerned */
	const char *rule, *why; /* NULL where no rule spoke */
	const struct reference *reference;
};
const char *told_fate_name(enum told_fate fate);

/*
 * What became of each line of `text`, the repaired source of doc, whose body
 * was composed into `pieces`. All is in the arena, or borrows from doc and
 * article; *count of them.
 */
const struct told *provenance(const struct document *doc,
			      const struct article *article, struct slice text,
			      const struct piece *pieces, size_t piece_count,
			      struct arena *a, size_t *count);

#endif
