/*
 * torn.h - between torn.c, which makes torn paragraphs whole, torn_stops.c,
 * which tells where a full stop was lost, and torn_items.c, which gives the
 * items of lists their numbers.
 */
#ifndef LOADER_TORN_H
#define LOADER_TORN_H

#include "loader/internal.h"

/* What stood between two lines that are one; SEAM_NONE: they are two. */
enum seam {
	SEAM_NONE,
	SEAM_GLUED,	 /* nothing */
	SEAM_BLANK,	 /* a blank */
	SEAM_STOP,	 /* a full stop: "10.000" */
	SEAM_STOP_BLANK, /* a full stop and a blank: "PT. Umpama" */
	SEAM_QUOTE,	 /* the next line begins with what closes a quotation */
};

/* The line before, and what stands before its end. */
struct seen {
	struct line line; /* as it was; text: empty at the head */
	bool alone;	  /* it begins its paragraph */
	bool quote_open;  /* a straight one; asked where stops are lost */
	unsigned item;	  /* to come next if it ends an item; 0: it does not */
};

/* What a lost full stop left between the line before and line b. */
enum seam seam_of_stop(const struct seen *seen, struct slice b);
/*
 * The bytes of the number of the next item at the end: "yakni: 1", and behind
 * that item "beras 2"; else 0.
 */
size_t item_at_end(struct slice s, unsigned item);

/* The bytes of "(KABAR/Rina Contoh)" before a sentence, or 0. */
size_t credit_at_head(struct slice s);

/*
 * Moves the numbers of whole lists from the ends of lines to the items that
 * begin in the lines below, and tells of each line whether such a number or
 * item begins it: it goes on from no other. In the arena.
 */
bool *number_items(struct cleaner *c);

/* What stands behind the last blank. */
struct slice last_token(struct slice s);
/* The letters that a line begins with. */
struct slice first_word(struct slice s);
/* A mark of the end, a quotation mark behind it or not. */
bool ends_whole(struct slice s);
/* "kata", "kata." and not "b.", "kabar.com", "https:", "x =" */
bool starts_small(struct slice s);

#endif
