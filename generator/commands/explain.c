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
	const struct piece *pieces; /* as the page has them */
	size_t piece_count;
	struct slice text;  /* the source, repaired */
	size_t trace;	    /* the next of doc->trace */
	size_t block;	    /* the next of doc->body.blocks */
	uint32_t reference; /* the next of article->references */
	struct arena arena;
};

/* Calls per thing that happened on a line, in order. */
struct teller {
	void (*line)(void *ctx, uint32_t number, const char *fate,
		     struct slice text, const char *rule, const char *why);
	void (*reference)(void *ctx, const struct explanation *e,
			  uint32_t number, const struct reference *r);
	void *ctx;
};

static const char *const fate_names[] = {
	[FATE_DROPPED] = "dropped", [FATE_CUT] = "cut", [FATE_USED] = "used"
};

/* What the cleaner noted of this line; true if the whole line is spoken for. */
static bool tell_trace(struct explanation *e, uint32_t number,
		       const struct teller *t)
{
	bool whole = false;
	for (; e->trace < e->doc->trace_count &&
	       e->doc->trace[e->trace].line <= number;
	     e->trace++) {
		const struct trace *one = &e->doc->trace[e->trace];
		t->line(t->ctx, number, fate_names[one->fate],
			text_level(&e->arena, one->words), one->rule, one->why);
		whole |= one->fate == FATE_DROPPED;
	}
	return whole;
}

static uint32_t lines_of(struct slice text)
{
	uint32_t lines = 1;
	for (size_t i = 0; i < text.len; i++)
		lines += text.ptr[i] == '\n';
	return lines;
}

static void tell_references(struct explanation *e, size_t block,
			    uint32_t number, const struct teller *t)
{
	const struct article *article = e->article;
	for (; e->reference < article->reference_count; e->reference++) {
		const struct reference *r = &article->references[e->reference];
		if (e->doc->body.marks[r->mark].block != block)
			return;
		t->reference(t->ctx, e, number, r);
	}
}

/* Whether a paragraph comes of a block: not of "Baca juga: Title" alone. */
static bool is_prose(const struct explanation *e, uint32_t line)
{
	for (size_t i = 0; i < e->piece_count; i++)
		if (e->pieces[i].kind == PIECE_TEXT &&
		    e->pieces[i].line == line)
			return true;
	return false;
}

/*
 * A line that stayed, or each of the paragraphs that it was parted into: with
 * the block that begins on it come its references.
 */
static void tell_kept(struct explanation *e, uint32_t number, struct slice line,
		      const struct teller *t)
{
	const struct body *body = &e->doc->body;
	if (e->block && body->blocks[e->block - 1].line +
				lines_of(body->blocks[e->block - 1].text) >
			    number) {
		t->line(t->ctx, number, "kept", line, NULL, NULL);
		return;
	}
	if (e->block == body->block_count ||
	    body->blocks[e->block].line != number) {
		if (number <= e->doc->front_lines)
			t->line(t->ctx, number, "used", line, "front-matter",
				"what is known of the article");
		return;
	}
	const char *fate = is_prose(e, number) ? "kept" : "reference";
	bool parted = e->block + 1 < body->block_count &&
		      body->blocks[e->block + 1].line == number;
	for (; e->block < body->block_count &&
	       body->blocks[e->block].line == number;
	     e->block++) {
		struct slice piece = body->blocks[e->block].text;
		t->line(t->ctx, number, fate,
			parted ? text_level(&e->arena, piece) : line, NULL,
			NULL);
		tell_references(e, e->block, number, t);
	}
}

static void tell(struct explanation *e, const struct teller *t)
{
	struct slice rest = e->text, line;
	for (uint32_t number = 1; slice_cut(&rest, '\n', &line); number++) {
		struct slice shown = text_level(&e->arena, line);
		if (!tell_trace(e, number, t) && shown.len)
			tell_kept(e, number, shown, t);
	}
}

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
static void print_line(void *ctx, uint32_t number, const char *fate,
		       struct slice text, const char *rule, const char *why)
{
	struct slice head = text_head(text, SHOWN_MAX);
	const char **last_rule = ctx;
	printf("%5u  %-9s ", number, fate);
	print_visible(head);
	fputs(head.len < text.len ? "\xE2\x80\xA6" : "", stdout);
	if (rule)
		printf("  (%s)", rule);
	putchar('\n');
	if (rule && (!*last_rule || strcmp(rule, *last_rule) != 0))
		printf("                  %s\n", why);
	*last_rule = rule;
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

static void print_reference(void *ctx, const struct explanation *e,
			    uint32_t number, const struct reference *r)
{
	(void)ctx;
	(void)number;
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

/* --- for a machine -------------------------------------------------------- */

static void json_line(void *ctx, uint32_t number, const char *fate,
		      struct slice text, const char *rule, const char *why)
{
	struct json *one = json_new_object();
	json_put_number(one, "line", number);
	json_put_text(one, "fate", slice_of(fate));
	json_put_text(one, "text", text);
	json_put_text(one, "rule", slice_of(rule));
	json_put_text(one, "why", slice_of(why));
	json_add(ctx, one);
}

static void json_reference(void *ctx, const struct explanation *e,
			   uint32_t number, const struct reference *r)
{
	struct json *one = json_new_object();
	bool found = r->target != NO_ARTICLE;
	json_put_number(one, "line", number);
	json_put_text(one, "fate", SLICE("reference"));
	json_put_text(one, "marker", r->marker);
	json_put_text(one, "text", r->text);
	json_put_text(one, "target",
		      found ? e->archive->articles[r->target].source
			    : (struct slice){ 0 });
	json_put_text(one, "how", slice_of(reference_how_name(r->how)));
	json_put_bool(one, "repeated", r->repeated);
	json_put_text(one, "why", slice_of(found ? NULL : why_not(r)));
	json_add(ctx, one);
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
	const struct teller t = { json_line, json_reference, lines };
	struct buf out = { 0 };
	tell(e, &t);
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
	else if (!diag_failed(s->diag, DIAG_CONTENT))
		diag_add(s->diag, DIAG_USAGE, at,
			 "numbers count from 1, and not every record is one",
			 "has no such article");
}

static void explain(struct session *s)
{
	struct slice source = source_of(s);
	struct explanation e = { .archive = s->archive };
	const char *last_rule = NULL;
	const struct teller printer = { print_line, print_reference,
					&last_rule };
	diag_forget_others(s->diag, source);
	e.article = find_article(s->archive, source);
	if (!e.article) {
		report_no_article(s, source);
		return;
	}
	e.doc = loader_read(s->loader, s->readers[0], &e.article->where, NULL);
	if (!e.doc)
		return;
	e.text = loader_text(s->readers[0]);
	e.pieces =
	    body_compose(&e.doc->body, e.article, &e.arena, &e.piece_count);
	if (s->options->json) {
		explain_json(&e);
	} else {
		print_facts(&e);
		tell(&e, &printer);
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
