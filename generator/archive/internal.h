/*
 * internal.h - what the files of this room share. Nobody else includes it.
 */
#ifndef ARCHIVE_INTERNAL_H
#define ARCHIVE_INTERNAL_H

#include "archive/archive.h"
#include "archive/sketch.h"
#include "base/intern.h"

/* A mark as kept from loading until all titles are known. */
struct pending_mark {
	struct slice marker, words; /* words: at most MARK_WORDS_MAX bytes */
	uint32_t words_at;	    /* where they begin in their block */
	enum mark_end end;
	bool weak, bare, glued;
};

enum {
	MARK_WORDS_MAX = 640, /* three of the longest titles */
	SLUG_MAX = 80,
	LEAD_MAX = 180, /* code points */
};

/* What is needed of an article until the archive is finished. */
struct draft {
	const struct pending_mark *marks;
	uint64_t content;	     /* hash of the cleaned body */
	uint64_t title_hash;	     /* of the title, folded */
	const struct sketch *sketch; /* until the families are known */
	uint32_t mark_count;
	bool lost_commas; /* of the body: guess.h */
};

/* Articles on their way into the archive: drafts[i] is of articles[i]. */
struct drafted {
	VEC(struct article) articles;
	VEC(struct draft) drafts;
};

/* One of them, to be put in an order. */
struct entry {
	struct article *article;
	const struct draft *draft;
};

struct archive_worker {
	struct arena arena;	     /* what the archive keeps */
	struct arena drafts_arena;   /* what is needed until it is finished */
	struct arena sketches_arena; /* until the families are known */
	struct arena scratch;
	struct intern names; /* in arena */
	struct drafted drafted;
	struct buf buf;
};

struct archive_builder {
	struct archive archive;
	struct archive_worker *workers;
	unsigned worker_count;
	struct arena arena;
	struct arena scratch; /* until the archive is finished */
	struct drafted all;
	struct article *articles; /* all.articles.items, once in order */
	struct draft *drafts;
};

/* addresses.c: slug of a title; path, and slug as a part of it, of an article
   whose date is known; those that several claim, plain, archive.shared */
struct slice address_slug(struct buf *buf, struct slice wanted,
			  struct slice title, uint64_t identity);
void address_give(struct article *article, struct slice slug, struct arena *a);
void addresses_assign(struct archive_builder *b, struct diag *d);

/* tags.c, calendar.c, graph.c, threads.c: the indexes of archive.h */
void tags_index(struct archive_builder *b, const struct archive_options *o);
void calendar_index(struct archive_builder *b);
void graph_index(struct archive_builder *b);
void threads_index(struct archive_builder *b);

#endif
