/*
 * rules_read.c - cleaning rules from YAML: those compiled in and a site's own.
 * Knows their form and not what they do.
 */
#include "loader/rules.h"

#include "base/nearest.h"
#include "base/text.h"

enum {
	PART_MAX = 40, /* bytes of a part's name */
};

static bool complain(struct diag *d, struct place at, const char *help,
		     const char *what)
{
	diag_add(d, DIAG_USAGE, at, help, "%s", what);
	return false;
}

/* --- parts of patterns ---------------------------------------------------- */

static const struct part *part_named(const struct rule_book *book,
				     struct slice name)
{
	for (size_t i = book->part_count; i-- > 0;)
		if (slice_eq(book->parts[i].name, name))
			return &book->parts[i];
	return NULL;
}

/* The pattern with each {{name}} replaced by that part. */
static bool fill_parts(const struct rule_book *book, struct slice *pattern,
		       struct place at, struct arena *a, struct diag *d)
{
	struct buf out = { 0 };
	struct slice rest = *pattern;
	bool ok = true;
	for (size_t open; (open = slice_find(rest, '{', 0)) < rest.len;) {
		struct slice name =
		    slice_sub(rest, open + 2, open + 2 + PART_MAX);
		name.len = slice_find(name, '}', 0);
		if (!slice_starts(slice_from(rest, open), SLICE("{{"))) {
			buf_add(&out, slice_sub(rest, 0, open + 1));
			rest = slice_from(rest, open + 1);
			continue;
		}
		const struct part *part = part_named(book, name);
		ok = part || complain(d, at,
				      "name a part that stands under parts: "
				      "before it",
				      "a pattern has {{...}} around what is no "
				      "part");
		buf_add(&out, slice_sub(rest, 0, open));
		if (part)
			buf_add(&out, part->pattern);
		rest = slice_from(rest, open + name.len + 4);
	}
	if (out.len) {
		buf_add(&out, rest);
		*pattern = arena_copy(a, buf_slice(&out));
	}
	buf_release(&out);
	return ok;
}

static bool read_parts(struct rule_book *book, const struct yaml *parts,
		       struct slice path, struct arena *a, struct diag *d)
{
	bool ok = true;
	if (!parts)
		return true;
	if (parts->kind != YAML_MAP)
		return complain(d, (struct place){ path, parts->line, 0 },
				"write parts: and below it name: 'pattern'",
				"the parts have the wrong form");
	for (const struct yaml *p = parts->child; p; p = p->next) {
		struct part part = { p->key, p->text };
		ok &= fill_parts(book, &part.pattern,
				 (struct place){ path, p->line, p->column }, a,
				 d);
		if (book->part_count == book->part_cap)
			book->parts = vec_grow(book->parts, &book->part_cap,
					       sizeof *book->parts);
		book->parts[book->part_count++] = part;
	}
	return ok;
}

/* --- rules ---------------------------------------------------------------- */

/* The one key that says what kind of rule it is. */
static bool read_kind(const struct yaml *entry, struct draft_rule *rule,
		      struct diag *d)
{
	static const char *const keys[RULE_KINDS] = { "lines",	  "pattern",
						      "cut",	  "title",
						      "dateline", "byline",
						      "label" };
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
			"give it one of lines, pattern, cut, title, dateline, "
			"byline, label",
			"a rule is of one kind");
}

static bool read_where(const struct yaml *where, struct draft_rule *rule,
		       struct diag *d)
{
	if (!where)
		return true;
	rule->head_only = slice_eq(where->text, SLICE("head"));
	rule->after_sentence = slice_eq(where->text, SLICE("after a sentence"));
	rule->beside_text = slice_eq(where->text, SLICE("beside text"));
	rule->beside_dropped =
	    slice_eq(where->text, SLICE("beside a dropped line"));
	rule->by_address = slice_eq(where->text, SLICE("in the address"));
	return rule->head_only || rule->after_sentence || rule->beside_text ||
	       rule->beside_dropped || rule->by_address ||
	       complain(d, rule->at,
			"write where: head, where: after a sentence, where: "
			"beside text, where: beside a dropped line or where: "
			"in the address, or leave it",
			"where: is unknown");
}

static bool read_rule(const struct yaml *entry, struct slice path,
		      struct draft_rule *rule, struct diag *d)
{
	static const char *const known[] = { "name",	 "why",	   "lines",
					     "pattern",	 "cut",	   "title",
					     "dateline", "byline", "label",
					     "where",	 "after",  "has",
					     "off",	 NULL };
	const struct yaml *name = yaml_get(entry, "name");
	const struct yaml *why = yaml_get(entry, "why");
	const struct yaml *after = yaml_get(entry, "after");
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
	rule->has = yaml_get(entry, "has");
	if (after)
		rule->after = after->text;
	return read_where(yaml_get(entry, "where"), rule, d) &&
	       read_kind(entry, rule, d);
}

/* A misspelt name would switch off nothing and nobody would know. */
static void check_off(struct rule_book *book, const struct draft_rule *rule,
		      struct arena *a, struct diag *d)
{
	size_t count = book->count;
	const char **names = ARENA_ARRAY(a, const char *, count + 1);
	for (size_t i = 0; i < count; i++) {
		names[i] = arena_zstr(a, book->items[i].name);
		if (slice_eq(book->items[i].name, rule->name))
			return;
	}
	const char *meant = nearest(rule->name, names), *help = "remove it";
	if (meant)
		help =
		    arena_zstr(a, arena_printf(a, "did you mean %s?", meant));
	diag_add(d, DIAG_WARNING, rule->at, help,
		 "there is no rule \"%.*s\" to switch off",
		 SLICE_ARG(rule->name));
}

/* The new rules come first; one with a known name takes its place. */
static void merge(struct rule_book *book, const struct draft_rule *new,
		  size_t count, struct arena *a)
{
	size_t old_count = book->count;
	struct draft_rule *old =
	    ARENA_ARRAY(a, struct draft_rule, old_count + 1);
	bool *replaced = ARENA_ARRAY(a, bool, count + 1);
	for (size_t i = 0; i < old_count; i++) {
		old[i] = book->items[i];
		for (size_t k = 0; k < count; k++)
			if (slice_eq(old[i].name, new[k].name)) {
				old[i] = new[k];
				replaced[k] = true;
			}
	}
	book->count = 0;
	for (size_t k = 0; k < count; k++)
		if (!replaced[k])
			vec_push(book, new[k]);
	for (size_t i = 0; i < old_count; i++)
		vec_push(book, old[i]);
}

bool rules_read(struct rule_book *book, struct slice text, const char *path,
		struct arena *a, struct diag *d)
{
	static const char *const known[] = { "parts", "rules", NULL };
	struct place at = place_of(path);
	const struct yaml *root = yaml_parse(text, at, DIAG_USAGE, a, d);
	VEC(struct draft_rule) new = { 0 };
	if (!root || !yaml_check_keys(root, known, at.path, DIAG_USAGE, d))
		return false;
	bool ok = true;
	const struct yaml *list = yaml_get(root, "rules");
	if (root->kind != YAML_MAP || (list && list->kind == YAML_MAP) ||
	    (list && list->kind == YAML_SCALAR && !list->is_null))
		return complain(d, at, "write rules: and below it - name: ...",
				"the rules are no list below the key rules:");
	at.path = arena_copy(a, at.path);
	ok = read_parts(book, yaml_get(root, "parts"), at.path, a, d);
	for (const struct yaml *e = list ? list->child : NULL; e; e = e->next) {
		struct draft_rule rule;
		if (!read_rule(e, at.path, &rule, d) ||
		    !fill_parts(book, &rule.pattern, rule.at, a, d)) {
			ok = false;
			continue;
		}
		if (rule.off)
			check_off(book, &rule, a, d);
		vec_push(&new, rule);
	}
	merge(book, new.items, new.count, a);
	vec_release(&new);
	return ok;
}

void rule_book_release(struct rule_book *book)
{
	vec_release(book);
	vec_free(book->parts);
	book->parts = NULL;
}
