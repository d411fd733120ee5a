/*
 * rules.h - between rules_read.c, which reads cleaning rules from YAML,
 * rules.c, which compiles and asks them, and needles.c, which says in one pass
 * over a line which of them are worth asking.
 */
#ifndef LOADER_RULES_H
#define LOADER_RULES_H

#include "loader/internal.h"
#include "base/yaml.h"

/* A rule as read; compiled when all are known. */
struct draft_rule {
	struct slice name, why;
	struct slice after;   /* the name of another rule, or empty */
	struct slice pattern; /* its {{parts}} filled in */
	const struct yaml *lines;
	const struct yaml *has; /* a text or a list of texts, or NULL */
	struct place at;
	enum rule_kind kind;
	bool head_only, after_sentence, beside_text, beside_dropped, by_address;
	bool off;
};

/* A named piece of a pattern: "{{place}}". */
struct part {
	struct slice name, pattern;
};

struct rule_book {
	struct draft_rule *items;
	size_t count, cap;
	struct part *parts;
	size_t part_count, part_cap;
};

/*
 * Reads rules and puts them before those that are there; one with a name that
 * is there takes its place. False after reporting all that is wrong. What is
 * kept lies in `a`.
 */
MUST_CHECK bool rules_read(struct rule_book *book, struct slice text,
			   const char *path, struct arena *a, struct diag *d);
void rule_book_release(struct rule_book *book);

/* --- needles.c ------------------------------------------------------------ */

enum {
	NEEDLE_LEAST = 2, /* bytes */
	NEEDLE_BITS = 64, /* rules that can have needles */
};

/* A word that some rule needs, and the bit of that rule. */
struct needle {
	struct slice word;
	uint64_t bit;
	uint32_t next; /* index + 1 of the next one in its list */
};

/*
 * The words in a form that one pass over a text finds: few of the three bytes
 * that stand at a place begin one of them.
 */
struct needles {
	uint64_t heads[1 << 10]; /* a bit for each hash of three bytes */
	uint32_t first[1 << 12]; /* by a hash of two: index + 1 */
	struct needle *items;
	size_t count, cap;
};

/* `word` has NEEDLE_LEAST bytes or more, and lives as long as n. */
void needles_add(struct needles *n, struct slice word, uint64_t bit);
/* The bits of the words that stand in the text, letter by letter. */
uint64_t needles_in(const struct needles *n, struct slice text);

#endif
