/*
 * rules.c - the cleaning rules: compiled once, asked for every line. The
 * default ones are compiled in; a site's own come before them.
 */
#include "loader/rules.h"

#include "base/embed.h"
#include "base/fs.h"
#include "base/hash.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>

enum {
	RULES_CAP = 1 << 20,
	LISTED_MAX = 120, /* bytes of a listed line */
};

struct listed {
	uint64_t hash; /* 0: free */
	const struct rule *rule;
};

struct rules {
	struct arena arena;
	struct rule_book book;
	struct needles needles;
	unsigned needle_bits; /* given away */
	struct rule *of_kind[RULE_KINDS];
	size_t count[RULE_KINDS];
	struct listed *listed;
	size_t mask, listed_longest;
	/* the patterns of whole lines by the byte that a line begins with, in
	   order of trial; each list ends with NULL */
	const struct rule *const *begins[1 << 8];
	VEC(struct regex *) compiled;
};

static bool read_site_rules(struct rules *r, const char *path, struct diag *d)
{
	struct buf bytes = { 0 };
	int err = fs_read(&bytes, AT_FDCWD, path, RULES_CAP);
	bool ok = err == ENOENT;
	if (err && !ok)
		diag_errno(d, path, err, "cannot read the rules",
			   "make the file readable or remove it");
	else if (!err)
		ok = rules_read(&r->book,
				arena_copy(&r->arena, buf_slice(&bytes)), path,
				&r->arena, d);
	buf_release(&bytes);
	return ok;
}

/* --- compiling ------------------------------------------------------------ */

static bool complain(struct diag *d, struct place at, const char *help,
		     const char *what)
{
	diag_add(d, DIAG_USAGE, at, help, "%s", what);
	return false;
}

/*
 * How a listed line is compared: blanks levelled, ASCII letters small. Returns
 * its length, or max + 1 if it is longer than max bytes.
 */
static size_t listed_form(char out[static LISTED_MAX], struct slice line,
			  size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < line.len; i++) {
		char c = line.ptr[i];
		if (is_blank(c) && n && out[n - 1] == ' ')
			continue;
		if (n == max)
			return max + 1;
		out[n++] = is_blank(c) ? ' ' : to_small(c);
	}
	return n;
}

static uint64_t form_hash(const char *form, size_t n)
{
	return hash64(slice_make(form, n)) | 1;
}

static bool list_lines(struct rules *r, const struct draft_rule *from,
		       const struct rule *rule, struct diag *d)
{
	for (const struct yaml *l = from->lines->child; l; l = l->next) {
		char form[LISTED_MAX];
		size_t n = listed_form(form, text_trim(l->text), LISTED_MAX);
		if (n > LISTED_MAX)
			return complain(
			    d,
			    (struct place){ from->at.path, l->line, l->column },
			    "write it as a pattern: instead",
			    "a listed line is longer than 120 "
			    "bytes");
		uint64_t hash = form_hash(form, n);
		size_t i = hash & r->mask;
		while (r->listed[i].hash && r->listed[i].hash != hash)
			i = (i + 1) & r->mask;
		if (!r->listed[i].hash)
			r->listed[i] = (struct listed){ hash, rule };
		r->listed_longest =
		    n > r->listed_longest ? n : r->listed_longest;
	}
	return true;
}

static bool need_word(struct rules *r, const struct draft_rule *from,
		      struct slice word, uint64_t bit, struct diag *d)
{
	if (word.len < NEEDLE_LEAST)
		return complain(d, from->at,
				"give it a word of two letters or more, as "
				"it stands in the text",
				"has: has a word too short to look for");
	if (bit)
		needles_add(&r->needles, word, bit);
	return true;
}

/* Beyond the bits a rule is tried on every line: slower, and no less right. */
static bool need_words(struct rules *r, const struct draft_rule *from,
		       struct rule *to, struct diag *d)
{
	const struct yaml *has = from->has;
	bool ok = true;
	if (!has)
		return true;
	if (r->needle_bits < NEEDLE_BITS)
		to->needles = UINT64_C(1) << r->needle_bits++;
	if (has->kind == YAML_SCALAR)
		return need_word(r, from, has->text, to->needles, d);
	for (const struct yaml *w = has->child; w; w = w->next)
		ok &= need_word(r, from, w->text, to->needles, d);
	return ok;
}

static bool compile(struct rules *r, const struct draft_rule *from,
		    struct rule *to, struct diag *d)
{
	static const unsigned flags[RULE_KINDS] = {
		[RULE_PATTERN] = REGEX_FULL | REGEX_CASELESS,
		[RULE_DATELINE] = REGEX_ANCHORED,
	};
	*to = (struct rule){ .name = arena_zstr(&r->arena, from->name),
			     .why = arena_zstr(&r->arena, from->why),
			     .after = from->after.len
					  ? arena_zstr(&r->arena, from->after)
					  : NULL,
			     .kind = from->kind,
			     .head_only = from->head_only,
			     .after_sentence = from->after_sentence,
			     .beside_text = from->beside_text,
			     .beside_dropped = from->beside_dropped,
			     .by_address = from->by_address };
	if (from->kind == RULE_LINE)
		return list_lines(r, from, to, d);
	if (!need_words(r, from, to, d))
		return false;
	struct regex *re =
	    regex_new(from->pattern, flags[from->kind], from->at, d);
	if (!re)
		return false;
	vec_push(&r->compiled, re);
	to->regex = re;
	to->place = regex_group_number(re, "place");
	to->outlet = regex_group_number(re, "outlet");
	to->byline = regex_group_number(re, "name");
	return true;
}

static void sort_by_first_byte(struct rules *r)
{
	size_t count = r->count[RULE_PATTERN];
	for (size_t b = 0; b < COUNT_OF(r->begins); b++) {
		const struct rule **list =
		    ARENA_ARRAY(&r->arena, const struct rule *, count + 1);
		r->begins[b] = list;
		for (size_t i = 0; i < count; i++) {
			const struct rule *rule = &r->of_kind[RULE_PATTERN][i];
			if (regex_may_begin(rule->regex, (char)b))
				*list++ = rule;
		}
	}
}

static bool compile_all(struct rules *r, struct diag *d)
{
	size_t size = 64, lines = 0;
	bool ok = true;
	for (size_t i = 0; i < r->book.count; i++)
		if (r->book.items[i].kind == RULE_LINE &&
		    r->book.items[i].lines)
			for (const struct yaml *l =
				 r->book.items[i].lines->child;
			     l; l = l->next)
				lines++;
	while (size < lines * 2)
		size *= 2;
	r->mask = size - 1;
	r->listed = ARENA_ARRAY(&r->arena, struct listed, size);
	for (size_t k = 0; k < RULE_KINDS; k++)
		r->of_kind[k] =
		    ARENA_ARRAY(&r->arena, struct rule, r->book.count);
	for (size_t i = 0; i < r->book.count; i++) {
		const struct draft_rule *from = &r->book.items[i];
		if (from->off)
			continue;
		enum rule_kind k = from->kind;
		if (compile(r, from, &r->of_kind[k][r->count[k]], d))
			r->count[k]++;
		else
			ok = false;
	}
	sort_by_first_byte(r);
	return ok;
}

struct rules *rules_new(const char *site_rules, struct diag *d)
{
	struct arena arena = { 0 };
	struct rules *r = ARENA_NEW(&arena, struct rules);
	r->arena = arena;
	struct slice defaults = embedded_find(SLICE("rules.yaml"));
	if (rules_read(&r->book, defaults, "generator/loader/rules.yaml",
		       &r->arena, d) &&
	    (!site_rules || read_site_rules(r, site_rules, d)) &&
	    compile_all(r, d))
		return r;
	rules_free(r);
	return NULL;
}

void rules_free(struct rules *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->compiled.count; i++)
		regex_free(r->compiled.items[i]);
	vec_release(&r->compiled);
	rule_book_release(&r->book);
	vec_release(&r->needles);
	struct arena arena = r->arena; /* r itself lives in it */
	arena_release(&arena);
}

/* --- asking --------------------------------------------------------------- */

const struct rule *rules_listed(const struct rules *r, struct slice line,
				bool at_head)
{
	char form[LISTED_MAX];
	size_t n = listed_form(form, line, r->listed_longest);
	if (n > r->listed_longest)
		return NULL;
	uint64_t hash = form_hash(form, n);
	for (size_t i = hash & r->mask; r->listed[i].hash;
	     i = (i + 1) & r->mask)
		if (r->listed[i].hash == hash &&
		    (at_head || !r->listed[i].rule->head_only))
			return r->listed[i].rule;
	return NULL;
}

static bool may_follow(const struct rule *rule, const struct rule *last)
{
	return !rule->after ||
	       (last && (last == rule || !strcmp(last->name, rule->after)));
}

const struct rule *rules_drop(const struct rules *r, struct regex_matcher *m,
			      const struct line *line, bool at_head,
			      const struct rule *last)
{
	const struct rule *listed = rules_listed(r, line->text, at_head);
	if (listed)
		return listed;
	if (!line->text.len)
		return NULL;
	const struct rule *const *rule =
	    r->begins[(unsigned char)line->text.ptr[0]];
	for (; *rule; rule++)
		if ((at_head || !(*rule)->head_only) &&
		    rule_may_match(*rule, line) && may_follow(*rule, last) &&
		    regex_search((*rule)->regex, m, line->text, 0))
			return *rule;
	return NULL;
}

const struct rule *rules_of(const struct rules *r, enum rule_kind kind,
			    size_t *count)
{
	*count = r->count[kind];
	return r->of_kind[kind];
}

uint64_t rules_needles(const struct rules *r, struct slice text)
{
	return needles_in(&r->needles, text);
}
