/*
 * export.c - `arsip export`: every article as one line of JSON, by source.
 * Bodies are read again in batches, on all threads, and printed in order.
 */
#include "commands/command.h"

#include "base/json.h"
#include "base/pool.h"
#include "renderer/markdown.h"

enum {
	BATCH = 512
};

struct exporter {
	struct session *session;
	const uint32_t *order; /* articles by source */
	size_t from;
	struct buf lines[BATCH];
	struct arena *scratch; /* one a job */
};

static struct json *references_json(const struct archive *x,
				    const struct article *article)
{
	struct json *list = json_new_list();
	for (uint32_t i = 0; i < article->reference_count; i++) {
		const struct reference *r = &article->references[i];
		struct json *one;
		if (r->repeated)
			continue;
		one = json_new_object();
		json_put_text(one, "marker", r->marker);
		json_put_text(one, "text", r->text);
		json_put_text(one, "target",
			      r->target == NO_ARTICLE
				  ? (struct slice){ 0 }
				  : x->articles[r->target].source);
		json_put_text(one, "how", slice_of(reference_how_name(r->how)));
		json_add(list, one);
	}
	return list;
}

static struct json *paragraphs_json(const struct document *doc,
				    const struct article *article,
				    struct arena *a)
{
	struct json *list = json_new_list();
	struct buf plain = { 0 };
	size_t count;
	const struct piece *pieces =
	    body_compose(&doc->body, article, a, &count);
	for (size_t i = 0; i < count; i++) {
		if (pieces[i].kind != PIECE_TEXT)
			continue;
		if (!doc->body.markdown) {
			json_add_text(list, pieces[i].text);
			continue;
		}
		buf_clear(&plain);
		markdown_plain(&plain, pieces[i].text);
		if (plain.len)
			json_add_text(list, buf_slice(&plain));
	}
	buf_release(&plain);
	return list;
}

static struct json *dropped_json(const struct document *doc)
{
	struct json *list = json_new_list();
	for (size_t i = 0; i < doc->trace_count; i++) {
		struct json *one;
		if (doc->trace[i].fate != FATE_DROPPED)
			continue;
		one = json_new_object();
		json_put_number(one, "line", doc->trace[i].line);
		json_put_text(one, "rule", slice_of(doc->trace[i].rule));
		json_add(list, one);
	}
	return list;
}

static struct json *cited_by_json(const struct archive *x, uint32_t number)
{
	struct json *list = json_new_list();
	for (uint32_t i = x->cited_from[number]; i < x->cited_from[number + 1];
	     i++)
		json_add_text(list, x->articles[x->citing[i]].source);
	return list;
}

static struct json *article_json(const struct archive *x, uint32_t number,
				 const struct document *doc, struct arena *a)
{
	const struct article *article = &x->articles[number];
	struct json *j = json_new_object(), *tags = json_new_list();
	char iso[DATE_ISO + 1];
	for (uint32_t i = 0; i < article->name_count; i++)
		json_add_text(tags, article->tag_names[i]);
	json_put_text(j, "source", article->source);
	json_put_text(j, "url", article->path);
	json_put_text(j, "title", article->title);
	json_put_text(j, "date", slice_of(date_iso(article->date, iso)));
	json_put_text(
	    j, "date_from",
	    slice_of(date_source_name((enum date_source)article->date_from)));
	json_put_text(j, "dateline", article->dateline);
	json_put_text(j, "outlet", article->outlet);
	json_put_text(j, "byline", article->byline);
	json_put(j, "tags", tags);
	json_put(j, "paragraphs", paragraphs_json(doc, article, a));
	json_put(j, "references", references_json(x, article));
	json_put(j, "cited_by", cited_by_json(x, number));
	json_put(j, "dropped", dropped_json(doc));
	return j;
}

static void export_one(void *ctx, unsigned worker, size_t index)
{
	struct exporter *e = ctx;
	struct session *s = e->session;
	uint32_t number = e->order[e->from + index];
	const struct document *doc = session_read(s, worker, number);
	buf_clear(&e->lines[index]);
	if (doc)
		json_write(
		    &e->lines[index],
		    article_json(s->archive, number, doc, &e->scratch[worker]));
	arena_clear(&e->scratch[worker]);
}

struct keyed {
	struct slice source;
	uint32_t number;
};

static int cmp_keyed(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	return slice_cmp(x->source, y->source);
}

static const uint32_t *order_by_source(struct session *s)
{
	uint32_t count = s->archive->count;
	struct keyed *keyed = ARENA_ARRAY(&s->arena, struct keyed, count);
	uint32_t *order = ARENA_ARRAY(&s->arena, uint32_t, count);
	for (uint32_t i = 0; i < count; i++)
		keyed[i] = (struct keyed){ s->archive->articles[i].source, i };
	if (count)
		qsort(keyed, count, sizeof *keyed, cmp_keyed);
	for (uint32_t i = 0; i < count; i++)
		order[i] = keyed[i].number;
	return order;
}

static void export_all(struct session *s)
{
	struct exporter *e = ARENA_NEW(&s->arena, struct exporter);
	bool ok = true;
	e->session = s;
	e->order = order_by_source(s);
	e->scratch = ARENA_ARRAY(&s->arena, struct arena, s->jobs);
	for (e->from = 0; ok && e->from < s->archive->count; e->from += BATCH) {
		size_t n = s->archive->count - e->from;
		n = n < BATCH ? n : BATCH;
		pool_run(s->jobs, n, export_one, e);
		for (size_t i = 0; i < n && ok; i++)
			ok = fwrite(e->lines[i].ptr, 1, e->lines[i].len,
				    stdout) == e->lines[i].len;
	}
	for (size_t i = 0; i < BATCH; i++)
		buf_release(&e->lines[i]);
	for (unsigned i = 0; i < s->jobs; i++)
		arena_release(&e->scratch[i]);
}

int run_export(const struct options *o)
{
	struct session s;
	bool ok = session_open(&s, o);
	s.errors_only = true;
	if (ok && session_load(&s))
		export_all(&s);
	return session_close(&s);
}
