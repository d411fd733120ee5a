/*
 * loader.h - from files to clean documents. The only face of this room; it
 * knows nothing of pages. Sources are below the content folders: *.txt and
 * *.md with an article each, README.md and pages/ aside; *.jsonl, *.csv and
 * *.tsv with one a record, called FILE#N; *.html with one, found in the page;
 * and any of them packed, *.gz or *.zst. Symbolic links are never followed.
 */
#ifndef LOADER_LOADER_H
#define LOADER_LOADER_H

#include "archive/article.h"
#include "base/arena.h"
#include "base/diag.h"

enum {
	/* An article is refused above this: real ones are 1 to 20 KB, and
	   libcmark takes up to 190 bytes of memory for one of Markdown. */
	ARTICLE_CAP = 2 << 20,
	PAGE_CAP = 16 << 20, /* of HTML, which may hold pictures in itself */
	TITLE_CAP = 300,     /* code points; a longer first line is no title */
	TAGS_CAP = 64,	     /* of an article */
};

/* What a record of a file of many articles may say. */
enum field {
	FIELD_TITLE,
	FIELD_BODY,
	FIELD_DATE,
	FIELD_URL,
	FIELD_TAGS,
	FIELD_AUTHOR,
	FIELD_OUTLET,
	FIELD_COUNT,
};

struct loader_options {
	const char *root; /* the site's folder; sources are relative to it */
	const char *const *folders; /* below root; ends with NULL */
	const char *rules;	    /* the site's own rules, or NULL */
	/* the site's own names of columns and keys, by field; or NULL */
	const struct slice *fields;
	/* a folder for what is unpacked, if it is there; or NULL */
	const char *state;
	int zone; /* minutes east of UTC: times with a zone become its */
};

struct loader;
/* NULL after reporting. */
MUST_CHECK struct loader *loader_open(const struct loader_options *options,
				      struct diag *d);
void loader_close(struct loader *l);

/*
 * Finds the sources, in the order of their paths, and cuts those with many
 * articles into parts. Folders and files that cannot be read are DIAG_MACHINE,
 * links DIAG_CONTENT.
 */
void loader_scan(struct loader *l, struct diag *d);
/* The site's own pages that loader_scan found, in the order of their menu. */
const struct site_page *loader_pages(const struct loader *l, size_t *count);
/* How many parts there are to load. */
uint32_t loader_units(const struct loader *l);
uint32_t loader_count(const struct loader *l);
struct slice loader_source(const struct loader *l, uint32_t file);
/* Whether a source holds an article a record. */
bool loader_is_many(const struct loader *l, uint32_t file);
/* The number of the source with this path, or NO_ARTICLE. */
uint32_t loader_find(const struct loader *l, struct slice source);

/* What one thread needs to read: scratch memory and matchers. */
struct loader_worker;
struct loader_worker *loader_worker_new(void);
void loader_worker_free(struct loader_worker *w);

/* Takes a document, which is the loader's again when this returns. */
typedef void document_fn(void *ctx, unsigned worker,
			 const struct document *doc);
/*
 * Reads and cleans all articles of a part and gives each to `take` with ctx
 * and worker. What is wrong with one is reported and does not keep the others.
 */
void loader_load(const struct loader *l, struct loader_worker *w, uint32_t unit,
		 document_fn *take, void *ctx, unsigned worker, struct diag *d);

/*
 * Sums up, as notes, what was mended in all that these have loaded and is worth
 * knowing: mojibake and lost characters, not blanks and line ends.
 */
void loader_report_repairs(const struct loader *l,
			   struct loader_worker *const *workers, unsigned count,
			   struct diag *d);

/*
 * Reads and cleans one article. The document is w's until its next call. NULL
 * after reporting. With d NULL nothing is reported: for reading again what was
 * read before. The same bytes give the same document.
 */
const struct document *loader_read(const struct loader *l,
				   struct loader_worker *w,
				   const struct where *where, struct diag *d);
/*
 * The text that was cleaned, repaired, front matter and all; of a record its
 * body: for `explain`.
 */
struct slice loader_text(const struct loader_worker *w);

#endif
