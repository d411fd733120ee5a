/*
 * rules.c - the cleaning rules: read from YAML, compiled once, asked for every
 * line. The default ones are compiled in; a site's own come before them.
 */
#include "loader/internal.h"

#include "base/embed.h"
#include "base/fs.h"
#include "base/hash.h"
#include "base/nearest.h"
#include "base/text.h"
#include "base/yaml.h"

#include <errno.h>
#include <fcntl.h>

enum {
	RULES_CAP = 1 << 20,
	LISTED_MAX = 120, /* bytes of a listed line */
};

/* A rule as read; compiled when all are known. */
struct draft_rule {
	struct slice name, why, pattern;
	const struct yaml *lines;
	struct place at;
	enum rule_kind kind;
	bool head_only, off;
};

struct listed {
	uint64_t hash; /* 0: free */
	const struct rule *rule;
};

struct rules {
	struct arena arena;
	VEC(struct draft_rule) drafts;
	struct rule *of_kind[RULE_KINDS];
	size_t count[RULE_KINDS];
	struct listed *listed;
	size_t mask, listed_longest;
	struct regex *date, *date_field;
	VEC(struct regex *) compiled;
};

/* Groups: 1 weekday, 2-4 day/month/year, 5-7 day Month year; see dates.c. */
#define WEEKDAY                                                                \
	"\\b(Senin|Selasa|Rabu|Kamis|Jum['\xE2\x80\x99]?at|Sabtu|Minggu|Ahad)"
#define NUMBERS "(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})\\b"
#define MONTH                                                                  \
	"(Jan(?:uari)?|[FP]eb(?:ruari)?|Mar(?:et)?|Apr(?:il)?|Mei|Juni?|Juli?" \
	"|Agu(?:stus)?|Sep(?:tember)?|Okt(?:ober)?|Nov(?:ember)?"              \
	"|Des(?:ember)?)"
static const char date_pattern[] =
    "(?|" WEEKDAY ",?\\h?\\(?\\h?(?:" NUMBERS "|(\\d{1,2})\\h" MONTH
    "\\h(\\d{4})\\b)|()\\(\\h?" NUMBERS "\\h?\\))";

/* A date that fills a field, with or without weekday and time; same groups. */
static const char date_field_pattern[] =
    "(?|()\\b(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})\\b"
    "|()()()()\\b(\\d{1,2})[\\h-]([JFPMASOND][A-Za-z]{2,8})[\\h,-]+(\\d{4})"
    "\\b)";

/* --- reading -------------------------------------------------------------- */

static bool complain(struct diag *d, struct place at, const char *help,
		     const char *what)
{
	diag_add(d, DIAG_USAGE, at, help, "%s", what);
	return false;
}

/* The one key that says what kind of rule it is. */
static bool read_kind(const struct yaml *entry, struct draft_rule *rule,
		      struct diag *d)
{
	static const char *const keys[RULE_KINDS] = { "lines", "pattern", "cut",
						      "dateline", "byline" };
	size_t kinds = 0;
	for (size_t k = 0; k < RULE_KINDS; k++) {
		const struct yaml *node = yaml_get(entry, keys[k]);
		if (!node)
			continue;
		kinds++;
		rule->kind = (enum rule_kind)k;
		rule->pattern = node->text;
		rule->lines = node;
		if ((node->kind == YAML_LIST) != (k == RULE_LINE) ||
		    node->kind == YAML_MAP ||
		    (k != RULE_LINE && !node->text.len))
			return complain(d, rule->at,
					"lines: takes a list, the others one "
					"pattern in quotes",
					"the rule has the wrong form");
	}
	if (kinds == 1 || (rule->off && !kinds))
		return true;
	return complain(d, rule->at,
			"give it one of lines, pattern, cut, dateline, byline",
			"a rule is of one kind");
}

static bool read_rule(const struct yaml *entry, struct slice path,
		      struct draft_rule *rule, struct diag *d)
{
	static const char *const known[] = { "name",	"why",	 "lines",
					     "pattern", "cut",	 "dateline",
					     "byline",	"where", "off",
					     NULL };
	const struct yaml *name = yaml_get(entry, "name");
	const struct yaml *why = yaml_get(entry, "why");
	const struct yaml *where = yaml_get(entry, "where");
	const struct yaml *off = yaml_get(entry, "off");
	*rule =
	    (struct draft_rule){ .at = { path, entry->line, entry->column } };
	if (entry->kind != YAML_MAP || !name || !name->text.len)
		return complain(d, rule->at, "begin it with - name: my-rule",
				"a rule without a name");
	if (!yaml_check_keys(entry, known, path, DIAG_USAGE, d))
		return false;
	rule->name = name->text;
	rule->off = off && slice_eq(off->text, SLICE("true"));
	if (why)
		rule->why = why->text;
	else if (!rule->off)
		return complain(d, rule->at,
				"add why: and one line for the one who asks "
				"why a line is gone",
				"a rule without a reason");
	if (where && !slice_eq(where->text, SLICE("head")))
		return complain(d, rule->at, "write where: head, or leave it",
				"where: is unknown");
	rule->head_only = where != NULL;
	return read_kind(entry, rule, d);
}

/* A misspelt name would switch off nothing and nobody would know. */
static void check_off(struct rules *r, const struct draft_rule *rule,
		      struct diag *d)
{
	size_t count = r->drafts.count;
	const char **names = ARENA_ARRAY(&r->arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++) {
		names[i] = arena_zstr(&r->arena, r->drafts.items[i].name);
		if (slice_eq(r->drafts.items[i].name, rule->name))
			return;
	}
	const char *meant = nearest(rule->name, names), *help = "remove it";
	if (meant)
		help = arena_zstr(
		    &r->arena,
		    arena_printf(&r->arena, "did you mean %s?", meant));
	diag_add(d, DIAG_WARNING, rule->at, help,
		 "there is no rule \"%.*s\" to switch off",
		 SLICE_ARG(rule->name));
}

/* The new rules come first; one with a known name takes its place. */
static void merge(struct rules *r, const struct draft_rule *new, size_t count)
{
	size_t old_count = r->drafts.count;
	struct draft_rule *old =
	    ARENA_ARRAY(&r->arena, struct draft_rule, old_count + 1);
	bool *replaced = ARENA_ARRAY(&r->arena, bool, count + 1);
	for (size_t i = 0; i < old_count; i++) {
		old[i] = r->drafts.items[i];
		for (size_t k = 0; k < count; k++)
			if (slice_eq(old[i].name, new[k].name)) {
				old[i] = new[k];
				replaced[k] = true;
			}
	}
	r->drafts.count = 0;
	for (size_t k = 0; k < count; k++)
		if (!replaced[k])
			vec_push(&r->drafts, new[k]);
	for (size_t i = 0; i < old_count; i++)
		vec_push(&r->drafts, old[i]);
}

static bool read_rules(struct rules *r, struct slice text, const char *path,
		       struct diag *d)
{
	static const char *const known[] = { "rules", NULL };
	struct place at = place_of(path);
	const struct yaml *root =
	    yaml_parse(text, at, DIAG_USAGE, &r->arena, d);
	VEC(struct draft_rule) new = { 0 };
	if (!root || !yaml_check_keys(root, known, at.path, DIAG_USAGE, d))
		return false;
	bool ok = true;
	const struct yaml *list = yaml_get(root, "rules");
	if (root->kind != YAML_MAP || (list && list->kind == YAML_MAP) ||
	    (list && list->kind == YAML_SCALAR && !list->is_null))
		return complain(d, at, "write rules: and below it - name: ...",
				"the rules are no list below the key rules:");
	at.path = arena_copy(&r->arena, at.path);
	for (const struct yaml *e = list ? list->child : NULL; e; e = e->next) {
		struct draft_rule rule;
		if (!read_rule(e, at.path, &rule, d)) {
			ok = false;
			continue;
		}
		if (rule.off)
			check_off(r, &rule, d);
		vec_push(&new, rule);
	}
	merge(r, new.items, new.count);
	vec_release(&new);
	return ok;
}

static bool read_site_rules(struct rules *r, const char *path, struct diag *d)
{
	struct buf bytes = { 0 };
	int err = fs_read(&bytes, AT_FDCWD, path, RULES_CAP);
	bool ok = err == ENOENT;
	if (err && !ok)
		diag_errno(d, path, err, "cannot read the rules",
			   "make the file readable or remove it");
	else if (!err)
		ok = read_rules(r, arena_copy(&r->arena, buf_slice(&bytes)),
				path, d);
	buf_release(&bytes);
	return ok;
}

/* --- compiling ------------------------------------------------------------ */

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
		out[n++] = is_blank(c)		  ? ' '
			   : c >= 'A' && c <= 'Z' ? (char)(c + 32)
						  : c;
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

static bool compile(struct rules *r, const struct draft_rule *from,
		    struct rule *to, struct diag *d)
{
	static const unsigned flags[RULE_KINDS] = {
		[RULE_PATTERN] = REGEX_FULL | REGEX_CASELESS,
		[RULE_DATELINE] = REGEX_ANCHORED,
	};
	*to = (struct rule){ .name = arena_zstr(&r->arena, from->name),
			     .why = arena_zstr(&r->arena, from->why),
			     .kind = from->kind,
			     .head_only = from->head_only };
	if (from->kind == RULE_LINE)
		return list_lines(r, from, to, d);
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

static bool compile_all(struct rules *r, struct diag *d)
{
	size_t size = 64, lines = 0;
	bool ok = true;
	for (size_t i = 0; i < r->drafts.count; i++)
		if (r->drafts.items[i].kind == RULE_LINE &&
		    r->drafts.items[i].lines)
			for (const struct yaml *l =
				 r->drafts.items[i].lines->child;
			     l; l = l->next)
				lines++;
	while (size < lines * 2)
		size *= 2;
	r->mask = size - 1;
	r->listed = ARENA_ARRAY(&r->arena, struct listed, size);
	for (size_t k = 0; k < RULE_KINDS; k++)
		r->of_kind[k] =
		    ARENA_ARRAY(&r->arena, struct rule, r->drafts.count);
	for (size_t i = 0; i < r->drafts.count; i++) {
		const struct draft_rule *from = &r->drafts.items[i];
		if (from->off)
			continue;
		enum rule_kind k = from->kind;
		if (compile(r, from, &r->of_kind[k][r->count[k]], d))
			r->count[k]++;
		else
			ok = false;
	}
	r->date = regex_new(slice_of(date_pattern), 0, (struct place){ 0 }, d);
	r->date_field =
	    regex_new(slice_of(date_field_pattern), 0, (struct place){ 0 }, d);
	return ok && r->date && r->date_field;
}

struct rules *rules_new(const char *site_rules, struct diag *d)
{
	struct arena arena = { 0 };
	struct rules *r = ARENA_NEW(&arena, struct rules);
	r->arena = arena;
	struct slice defaults = embedded_find(SLICE("rules.yaml"));
	if (read_rules(r, defaults, "generator/loader/rules.yaml", d) &&
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
	vec_release(&r->drafts);
	regex_free(r->date);
	regex_free(r->date_field);
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

const struct rule *rules_drop(const struct rules *r, struct regex_matcher *m,
			      struct slice line, bool at_head)
{
	const struct rule *listed = rules_listed(r, line, at_head);
	if (listed)
		return listed;
	for (size_t i = 0; i < r->count[RULE_PATTERN]; i++) {
		const struct rule *rule = &r->of_kind[RULE_PATTERN][i];
		if ((at_head || !rule->head_only) &&
		    regex_search(rule->regex, m, line, 0))
			return rule;
	}
	return NULL;
}

const struct rule *rules_of(const struct rules *r, enum rule_kind kind,
			    size_t *count)
{
	*count = r->count[kind];
	return r->of_kind[kind];
}

const struct regex *rules_date_regex(const struct rules *r)
{
	return r->date;
}

const struct regex *rules_date_field_regex(const struct rules *r)
{
	return r->date_field;
}
