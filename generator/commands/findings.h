/*
 * findings.h - what `arsip check` finds, before anybody prints it. What the
 * archive does not know of itself is worked out here from its face.
 */
#ifndef COMMANDS_FINDINGS_H
#define COMMANDS_FINDINGS_H

#include "commands/command.h"

struct date_doubt {
	uint32_t article;
	enum date_why why;
};
/* Names that differ and have one address. */
struct merged_tag {
	uint32_t tag;
	const struct slice *names; /* one of each meaning, in byte order */
	uint32_t count;
};

struct findings {
	const struct archive *archive;
	const struct override *overrides;
	const struct wanted *wanted;
	const struct override_review *reviews; /* of all overrides */
	const struct date_doubt *dates;
	/* articles whose slug is not what the title gives: since that means
	   something else ("index"), or is longer than an address may be */
	const uint32_t *reserved, *cut;
	const struct merged_tag *tags;
	uint32_t wanted_count, asking; /* articles that ask */
	uint32_t override_count, bad_overrides;
	uint32_t date_count, reserved_count, cut_count, tag_count;
	uint32_t copies; /* members of families but the canonical one */
};

/* Everything is in the session's arena or the archive. */
struct findings *findings_collect(struct session *s);
/* How many there are, of all kinds; a slug that was cut is none to mend. */
size_t findings_count(const struct findings *f);

/* --- how they are told: to stdout ----------------------------------------- */

/* check_text.c; `all`: not only the first few of each kind */
void findings_print(const struct findings *f, bool all);
/* check_json.c: one object, described in arsip(1) */
void findings_print_json(const struct findings *f);
/*
 * check_text.c: the wanted titles that have these words, as references.yaml
 * wants them. False if there is none.
 */
MUST_CHECK bool findings_print_overrides(const struct findings *f,
					 struct slice words);

#endif
