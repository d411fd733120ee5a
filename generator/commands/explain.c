/*
 * explain.c - `arsip explain FILE`: an article line by line, each with its
 * fate and the rule behind it; each reference with how it was resolved, or
 * why not.
 */
#include "commands/command.h"

#include "base/json.h"
#include "base/text.h"
#include "base/visible.h"

enum {
	SHOWN_MAX = 60
}; /* code points of a line */

struct explanation {
	const struct archive *archive;
	const struct document *doc;
	const struct article *article;
	const struct told *told;
	size_t told_count;
	struct arena arena;
};

/* --- for a reader --------------------------------------------------------- */

/* What an article or its name holds must not drive the terminal. */
static void print_visible(struct slice s)
{
	struct buf shown = { 0 };
	visible_add(&shown, s);
	fwrite(shown.ptr, 1, shown.len, stdout);
	buf_release(&shown);
}

/* The reason of a rule is said once for all lines in a row that it took. */
static void print_line(const struct told *one, const char **last_rule)
{
	struct slice head = text_head(one->text, SHOWN_MAX);
	if (one->line)
		printf("%5u", one->line);
	else
		fputs("     ", stdout);
	printf("  %-9s ", told_fate_name(one->fate));
	print_visible(head);
	fputs(head.len < one->text.len ? "\xE2\x80\xA6" : "", stdout);
	if (one->rule)
		printf("  (%s)", one->rule);
	putchar('\n');
	if (one->rule && (!*last_rule || strcmp(one->rule, *last_rule) != 0))
		printf("                  %s\n", one->why);
	*last_rule = one->rule;
}

static const char *why_not(const struct reference *r)
{
	switch (r->why) {
	case WHY_SEVERAL:
		return "several articles could be meant, and nothing is "
		       "guessed";
	case WHY_ITSELF:
		return "it is the title of this article";
	case WHY_OVERRIDE:
		return "references.yaml says: no link";
	case WHY_END:
		return "nobody can tell where its title ends; the words stay "
		       "in the text";
	case WHY_UNKNOWN:
		break;
	}
	return "no article has this title, nor one that the word rule takes";
}

static void print_target(enum reference_how how, struct slice source)
{
	printf("                  %s: ", reference_how_name(how));
	print_visible(source);
	putchar('\n');
}

static void print_reference(const struct explanation *e,
			    const struct reference *r)
{
	printf("       %s  ", r->target == NO_ARTICLE ? "?" : "\xE2\x86\x92");
	print_visible(r->marker);
	fputs(": ", stdout);
	print_visible(r->text);
	putchar('\n');
	if (r->repeated)
		puts("                  said before in this article; counted "
		     "once");
	else if (r->target == NO_ARTICLE)
		printf("                  %s\n", why_not(r));
	else
		print_target(r->how, e->archive->articles[r->target].source);
}

static void print_fact(const char *name, struct slice value)
{
	printf("%-9s ", name);
	print_visible(value.len ? value : SLICE("-"));
	putchar('\n');
}

/* "12 NBSP to blank, 1 soft hyphen removed" */
static void print_repairs(const struct text_repairs *done)
{
	const char *before = "repairs   ";
	for (size_t i = 0; i < REPAIR_KINDS; i++) {
		if (!done->count[i])
			continue;
		printf("%s%u %s", before, done->count[i],
		       text_repair_name((enum repair)i));
		before = ", ";
	}
	if (before[0] == ',')
		putchar('\n');
}

static void print_date(const struct document *doc)
{
	char iso[DATE_ISO + 1];
	printf("%-9s %s (%s)\n%10s", "date",
	       date_known(doc->date) ? date_iso(doc->date, iso) : "-",
	       date_source_name(doc->date_from), "");
	if (date_known(doc->date))
		printf("%s: ", confidence_name(date_confidence(doc->date_why)));
	fputs(date_why_text(doc->date_why), stdout);
	if (doc->date_words.len) {
		fputs("; \"", stdout);
		print_visible(doc->date_words);
		putchar('"');
	}
	if (doc->date_line)
		printf(", line %u", doc->date_line);
	if (doc->date_times > 1)
		printf(", named %u times", doc->date_times);
	putchar('\n');
}

static void print_facts(const struct explanation *e)
{
	const struct article *a = e->article;
	print_visible(a->source);
	fputs("\n\n", stdout);
	print_fact("title", a->title);
	print_date(e->doc);
	print_fact("dateline", a->dateline);
	print_fact("outlet", a->outlet);
	print_fact("byline", a->byline);
	print_fact("address", a->path);
	if (a->plain.len)
		print_fact("shared", a->plain);
	print_repairs(&e->doc->repairs);
	putchar('\n');
}

static void print_told(const struct explanation *e)
{
	const char *last_rule = NULL;
	for (size_t i = 0; i < e->told_count; i++)
		if (e->told[i].reference)
			print_reference(e, e->told[i].reference);
		else
			print_line(&e->told[i], &last_rule);
}

/* --- for a machine -------------------------------------------------------- */

static struct json *json_reference(const struct explanation *e,
				   const struct told *of)
{
	struct json *one = json_new_object();
	const struct reference *r = of->reference;
	bool found = r->target != NO_ARTICLE;
	json_put_number(one, "line", of->line);
	json_put_text(one, "fate", SLICE("reference"));
	json_put_text(one, "marker", r->marker);
	json_put_text(one, "text", r->text);
	json_put_text(one, "target",
		      found ? e->archive->articles[r->target].source
			    : (struct slice){ 0 });
	json_put_text(one, "how", slice_of(reference_how_name(r->how)));
	json_put_bool(one, "repeated", r->repeated);
	json_put_text(one, "why", slice_of(found ? NULL : why_not(r)));
	return one;
}

static struct json *json_told(const struct explanation *e,
			      const struct told *told)
{
	if (told->reference)
		return json_reference(e, told);
	struct json *one = json_new_object();
	json_put_number(one, "line", told->line);
	json_put_text(one, "fate", slice_of(told_fate_name(told->fate)));
	json_put_text(one, "text", told->text);
	json_put_text(one, "rule", slice_of(told->rule));
	json_put_text(one, "why", slice_of(told->why));
	return one;
}

static struct json *repairs_json(const struct text_repairs *done)
{
	struct json *object = json_new_object();
	for (size_t i = 0; i < REPAIR_KINDS; i++)
		if (done->count[i])
			json_put_number(object, text_repair_key((enum repair)i),
					done->count[i]);
	return object;
}

static struct json *date_json(const struct document *doc)
{
	struct json *one = json_new_object();
	char iso[DATE_ISO + 1];
	json_put_text(one, "date", slice_of(date_iso(doc->date, iso)));
	json_put_text(one, "from", slice_of(date_source_name(doc->date_from)));
	json_put_text(
	    one, "confidence",
	    slice_of(confidence_name(date_confidence(doc->date_why))));
	json_put_text(one, "why", slice_of(date_why_text(doc->date_why)));
	json_put_text(one, "words", doc->date_words);
	json_put_number(one, "line", doc->date_line);
	json_put_number(one, "times", doc->date_times);
	return one;
}

static void explain_json(struct explanation *e)
{
	struct json *object = json_new_object(), *lines = json_new_list();
	struct buf out = { 0 };
	for (size_t i = 0; i < e->told_count; i++)
		json_add(lines, json_told(e, &e->told[i]));
	json_put_text(object, "source", e->article->source);
	json_put_text(object, "title", e->article->title);
	json_put_text(object, "url", e->article->path);
	json_put(object, "repairs", repairs_json(&e->doc->repairs));
	json_put(object, "date", date_json(e->doc));
	json_put(object, "lines", lines);
	json_write(&out, object);
	fwrite(out.ptr, 1, out.len, stdout);
	buf_release(&out);
}

/* --- the command ---------------------------------------------------------- */

/* The operand as a source: "./" and the site's folder may stand before it. */
static struct slice source_of(const struct session *s)
{
	struct slice file = slice_of(s->options->operand);
	struct slice folder = slice_of(s->site.folder);
	if (slice_starts(file, folder) && file.len > folder.len &&
	    file.ptr[folder.len] == '/')
		file = slice_from(file, folder.len + 1);
	return slice_starts(file, SLICE("./")) ? slice_from(file, 2) : file;
}

static const struct article *find_article(const struct archive *x,
					  struct slice source)
{
	for (uint32_t i = 0; i < x->count; i++)
		if (slice_eq(x->articles[i].source, source))
			return &x->articles[i];
	return NULL;
}

/* Why a file that is there is no article has been reported when it was read. */
static void report_no_article(struct session *s, struct slice source)
{
	struct place at = { source, 0, 0 };
	struct slice file = slice_sub(source, 0, slice_find(source, '#', 0));
	uint32_t found = loader_find(s->loader, file);
	if (found == NO_ARTICLE)
		diag_add(s->diag, DIAG_USAGE, at,
			 "name it as `arsip export` does: "
			 "content/2020/article.txt",
			 "is no source of this site");
	else if (loader_is_many(s->loader, found) && file.len == source.len)
		diag_add(s->diag, DIAG_USAGE, at,
			 "name one by its number: FILE#1",
			 "holds many articles");
	else if (diag_failed(s->diag, DIAG_CONTENT))
		return;
	else if (file.len == source.len)
		diag_add(s->diag, DIAG_USAGE, at, "the warning says why",
			 "is left out, so there is nothing to explain");
	else
		diag_add(s->diag, DIAG_USAGE, at,
			 "numbers count from 1, and not every record is one",
			 "has no such article");
}

static void explain(struct session *s)
{
	struct slice source = source_of(s);
	struct explanation e = { .archive = s->archive };
	diag_forget_others(s->diag, source);
	e.article = find_article(s->archive, source);
	if (!e.article) {
		report_no_article(s, source);
		return;
	}
	e.doc = loader_read(s->loader, s->readers[0], &e.article->where, NULL);
	if (!e.doc)
		return;
	size_t count;
	const struct piece *pieces =
	    body_compose(&e.doc->body, e.article, &e.arena, &count);
	e.told = provenance(e.doc, e.article, loader_text(s->readers[0]),
			    pieces, count, &e.arena, &e.told_count);
	if (s->options->json) {
		explain_json(&e);
	} else {
		print_facts(&e);
		print_told(&e);
	}
	arena_release(&e.arena);
}

int run_explain(const struct options *o)
{
	struct session s;
	bool ok = session_open(&s, o);
	if (ok && session_load(&s))
		explain(&s);
	return session_close(&s);
}
