/*
 * alike.h - which of many titles share most words with one: for reports, never
 * for links. Made once, then asked by all threads.
 */
#ifndef ARCHIVE_ALIKE_H
#define ARCHIVE_ALIKE_H

#include "archive/words.h"

enum {
	ALIKE_FOUND_MAX = 8,
	ALIKE_LEAST_PERCENT = 50,
};

struct alike_index;
/* The texts must live as long as the index. Given back with alike_free, but
   for itself, which is in the arena. */
struct alike_index *alike_index(const struct slice *texts, uint32_t count,
				struct arena *a);
void alike_free(struct alike_index *x);

/* One asker's memory: {0}; given back with alike_release. */
struct alike_asker {
	VEC(uint8_t)
	shared; /* words in common, of each text; 0 but in a call */
	VEC(uint32_t) touched;
	struct buf key;
	struct words words;
};
void alike_release(struct alike_asker *q);

struct alike {
	uint32_t text;	  /* its number */
	uint32_t percent; /* 2 * words in common / words of both */
};
/*
 * The texts most like w, at least ALIKE_LEAST_PERCENT, best first, of equals
 * the one with the lower number; how many, at most ALIKE_FOUND_MAX. Of words
 * that very many texts have only the rarest are looked up.
 */
size_t alike_find(const struct alike_index *x, const struct words *w,
		  struct alike_asker *q, struct alike found[ALIKE_FOUND_MAX]);

#endif
