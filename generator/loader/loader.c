/*
 * loader.c - reads the sources that scan.c found, one article after the other.
 * See loader.h for the face, which sources.c has a part of, and internal.h for
 * the steps inside.
 */
#include "loader/html_charset.h"
#include "loader/web.h"
#include "loader/state.h"

#include "base/fs.h"
#include "base/text.h"

#include <errno.h>
#include <unistd.h>

struct loader_worker {
	struct arena own;   /* w itself */
	struct arena arena; /* the document */
	struct buf bytes, decoded, text;
	struct regex_matcher *matcher;
	struct cleaner cleaner;
	struct document doc;
	uint32_t file; /* of many articles, that is open; or NO_ARTICLE */
	int fd;
	/* of what it loaded: mojibake mended, where, and where U+FFFD was */
	uint64_t mended, mended_articles, lost_articles;
};

/* --- reading -------------------------------------------------------------- */

struct loader_worker *loader_worker_new(void)
{
	struct arena own = { 0 };
	struct loader_worker *w = ARENA_NEW(&own, struct loader_worker);
	w->own = own;
	w->matcher = regex_matcher_new();
	w->file = NO_ARTICLE;
	w->fd = -1;
	return w;
}

static void close_file(struct loader_worker *w)
{
	if (w->fd >= 0)
		close(w->fd);
	w->file = NO_ARTICLE;
	w->fd = -1;
}

void loader_worker_free(struct loader_worker *w)
{
	if (!w)
		return;
	close_file(w);
	arena_release(&w->arena);
	buf_release(&w->bytes);
	buf_release(&w->decoded);
	buf_release(&w->text);
	regex_matcher_free(w->matcher);
	vec_release(&w->cleaner.lines);
	vec_release(&w->cleaner.trace);
	vec_release(&w->cleaner.blocks);
	vec_release(&w->cleaner.marks);
	struct arena own = w->own; /* w itself lives in it */
	arena_release(&own);
}

struct slice loader_text(const struct loader_worker *w)
{
	return buf_slice(&w->text);
}

static bool complain(struct diag *d, struct slice source, const char *what,
		     const char *help)
{
	if (d)
		diag_add(d, DIAG_CONTENT, (struct place){ source, 0, 0 }, help,
			 "%s", what);
	return false;
}

static bool to_lines(struct cleaner *c, enum source_format format,
		     struct slice text, uint32_t first, struct slice source)
{
	c->lines.count = c->trace.count = 0;
	c->blocks.count = c->marks.count = 0;
	if (format == FORMAT_MARKDOWN)
		lines_of_markdown(&c->lines, text, first);
	else
		lines_of_text(&c->lines, text, first);
	return c->lines.count ||
	       complain(c->diag, source,
			"there is nothing in it but blanks and front matter",
			"write the title on the first line and the text below, "
			"or remove the file");
}

/* What every article begins with. */
static struct cleaner *begin(const struct loader *l, struct loader_worker *w,
			     const struct source *source, struct where where,
			     struct slice bytes, struct diag *d)
{
	struct cleaner *c = &w->cleaner;
	w->doc = (struct document){
		.where = where,
		.source = source->path,
		.fingerprint = hash64(bytes),
		.minute = -1,
		.body.markdown = source->format == FORMAT_MARKDOWN,
	};
	if (where.record)
		w->doc.source =
		    arena_printf(&w->arena, "%.*s#%u", SLICE_ARG(source->path),
				 where.record);
	c->rules = l->rules;
	c->matcher = w->matcher;
	c->arena = &w->arena;
	c->doc = &w->doc;
	c->diag = d;
	c->zone = l->zone;
	c->order = source->order;
	return c;
}

static void repair(struct loader_worker *w, struct slice bytes, struct diag *d)
{
	struct text_repairs done;
	buf_clear(&w->text);
	text_repair(&w->text, bytes, &done);
	text_repairs_add(&w->doc.repairs, &done);
	if (d)
		report_repairs(&done, w->doc.source, d);
}

/* --- a file with one article ---------------------------------------------- */

static const struct document *
clean_file(struct cleaner *c, enum source_format format, struct slice text)
{
	struct slice source = c->doc->source;
	struct front_matter fm;
	uint32_t lines;
	if (!text.len)
		return complain(c->diag, source, "is empty",
				"write an article or remove the file"),
		       NULL;
	if (!front_matter_take(&text, &lines, &fm, source, c->arena, c->diag) ||
	    !to_lines(c, format, text, lines + 1, source))
		return NULL;
	c->doc->front_lines = lines;
	if (!clean_document(c, &fm))
		return complain(c->diag, source, "has no title",
				"write it on the first line, or as title: in "
				"the front matter"),
		       NULL;
	return c->doc;
}

/* --- a record among many -------------------------------------------------- */

static bool parse_record(const struct loader *l, const struct source *source,
			 struct cleaner *c, struct slice text, struct record *r)
{
	struct buf why = { 0 };
	bool ok = true;
	if (source->format == FORMAT_CSV)
		report_count(
		    c, &source->columns,
		    csv_read(r, csv_trim(text), &source->columns, c->arena));
	else
		ok = jsonl_read(r, slice_trim(text), l->fields, c->arena, &why);
	if (!ok && c->diag)
		diag_add(c->diag, DIAG_CONTENT,
			 (struct place){ c->doc->source, 0, 0 },
			 "write one JSON object a line",
			 "is no JSON: %s; left out", buf_zstr(&why));
	buf_release(&why);
	if (ok && source->format == FORMAT_CSV && csv_is_header(r, l->fields))
		return complain(c->diag, c->doc->source,
				"names the columns again; left out",
				"remove it: files that are joined need one "
				"header");
	return ok;
}

static const struct document *clean_record(struct cleaner *c,
					   const struct front_matter *fm,
					   const struct web_page *page,
					   struct slice text)
{
	if (!to_lines(c, FORMAT_TEXT, text, 1, c->doc->source))
		return NULL;
	if (page)
		web_note(page, c);
	if (!clean_document(c, fm))
		return complain(c->diag, c->doc->source, "has no title",
				"fill its title; the others are not touched"),
		       NULL;
	return c->doc;
}

/*
 * Only the encoding: what is a line end or a quotation mark to the format must
 * stay one. JSON knows no raw control character, but scrapers write some; they
 * can only stand for blanks.
 */
static struct slice decode_record(struct loader_worker *w,
				  enum source_format format, struct slice bytes,
				  struct diag *d)
{
	struct text_repairs done;
	struct slice text = text_decode(&w->decoded, bytes, &done);
	if (format == FORMAT_JSONL)
		text = jsonl_level(&w->arena, slice_trim(text), &done);
	text_repairs_add(&w->doc.repairs, &done);
	if (d)
		report_repairs(&done, w->doc.source, d);
	return text;
}

/* is_page: the body is a whole page of HTML, which says more than the text. */
static const struct document *clean_fields(struct loader_worker *w,
					   struct cleaner *c, struct record *r,
					   bool is_page)
{
	struct front_matter fm;
	struct web_page page;
	struct buf body = { 0 };
	if (is_page && !web_fill(r, &page, c))
		return NULL;
	web_plain_names(r, c);
	fields_apply(r, &fm, &body, c);
	repair(w, buf_slice(&body), NULL);
	struct slice text = buf_slice(&w->text);
	if (!is_page)
		text = web_without_tags(text, c);
	if (text.ptr != w->text.ptr)
		repair(w, text, NULL);
	if (w->text.len > ARTICLE_CAP) {
		(void)complain(c->diag, c->doc->source,
			       "has a text longer than an article's; left out",
			       "see what is in it, or move it out of the "
			       "content");
		buf_release(&body);
		return NULL;
	}
	buf_release(&body);
	if (r->nested && !slice_trim(buf_slice(&w->text)).len)
		return complain(c->diag, c->doc->source,
				"has a body of lists or objects; left out",
				"write it as one text, or as a list of texts"),
		       NULL;
	return clean_record(c, &fm, is_page ? &page : NULL,
			    buf_slice(&w->text));
}

/* A page is a record that has a body only; web_fill finds the rest. */
static const struct document *read_page(struct loader_worker *w,
					struct cleaner *c, struct slice bytes)
{
	struct buf decoded = { 0 };
	struct record r = { 0 };
	if (html_decode(&decoded, bytes))
		bytes = buf_slice(&decoded);
	repair(w, bytes, c->diag);
	buf_release(&decoded);
	r.fields[FIELD_BODY] = arena_copy(c->arena, buf_slice(&w->text));
	return clean_fields(w, c, &r, true);
}

/* The whole file, unpacked, into w->bytes. */
static bool read_article(const struct loader *l, struct loader_worker *w,
			 const struct source *source, struct diag *d)
{
	const char *path = arena_zstr(&w->arena, source->path);
	bool ok = true;
	int err, fd;
	if (source->packed) {
		err = fs_open(l->fd, path, &fd);
		if (!err) {
			ok =
			    unpack_article(&w->bytes, fd, source->path,
					   source_cap(source->format), &err, d);
			close(fd);
		}
	} else {
		err =
		    fs_read(&w->bytes, l->fd, path, source_cap(source->format));
	}
	if (err && d)
		report_unreadable(source, err, path, d);
	return ok && !err;
}

static const struct document *read_file(const struct loader *l,
					struct loader_worker *w, uint32_t file,
					struct diag *d)
{
	const struct source *source = &l->sources.items[file];
	if (!read_article(l, w, source, d))
		return NULL;
	struct slice bytes = buf_slice(&w->bytes);
	struct where where = { .file = file };
	struct cleaner *c = begin(l, w, source, where, bytes, d);
	if (source->format == FORMAT_HTML)
		return read_page(w, c, bytes);
	repair(w, bytes, d);
	return clean_file(c, source->format, buf_slice(&w->text));
}

static const struct document *read_record(const struct loader *l,
					  struct loader_worker *w,
					  struct where where,
					  struct slice bytes, struct diag *d)
{
	const struct source *source = &l->sources.items[where.file];
	struct cleaner *c = begin(l, w, source, where, bytes, d);
	struct record r;
	struct slice text = decode_record(w, source->format, bytes, d);
	if (!parse_record(l, source, c, text, &r))
		return NULL;
	return clean_fields(w, c, &r, web_is_whole(r.fields[FIELD_BODY]));
}

/* The file stays open for the next part: mostly there is but one. */
static int open_records(const struct loader *l, struct loader_worker *w,
			uint32_t file)
{
	if (file == w->file)
		return 0;
	close_file(w);
	int err = fs_open(
	    l->fd, arena_zstr(&w->arena, l->sources.items[file].path), &w->fd);
	if (!err)
		w->file = file;
	return err;
}

/* A part of a file, or a single record of it, into w->bytes. 0 or an errno. */
static int read_part(const struct loader *l, struct loader_worker *w,
		     uint32_t file, uint64_t offset, size_t length)
{
	size_t got = 0;
	bool spooled = l->sources.items[file].spooled;
	int err = spooled ? 0 : open_records(l, w, file);
	if (err)
		return err;
	buf_clear(&w->bytes);
	buf_reserve(&w->bytes, length + 1);
	err = fs_read_at(spooled ? l->spool.fd : w->fd, offset, w->bytes.ptr,
			 length, &got);
	w->bytes.len = got;
	return err;
}

static bool next_record(const struct source *source, struct slice *rest,
			struct slice *record)
{
	return source->format == FORMAT_CSV
		   ? csv_next(rest, source->columns.separator, record)
		   : slice_cut(rest, '\n', record);
}

static void hand_on(struct loader_worker *w, const struct document *doc,
		    document_fn *take, void *ctx, unsigned worker)
{
	const uint32_t *count = doc->repairs.count;
	uint32_t mended = count[REPAIR_MOJIBAKE] + count[REPAIR_MACROMAN];
	w->mended += mended;
	w->mended_articles += mended > 0;
	w->lost_articles += count[REPAIR_LOST] > 0;
	take(ctx, worker, doc);
}

static void load_records(const struct loader *l, struct loader_worker *w,
			 const struct unit *unit, document_fn *take, void *ctx,
			 unsigned worker, struct diag *d)
{
	const struct source *source = &l->sources.items[unit->file];
	uint32_t number = unit->first;
	struct slice record;
	int err =
	    read_part(l, w, unit->file, unit->offset, (size_t)unit->length);
	if (err) {
		report_unreadable(source, err,
				  arena_zstr(&w->arena, source->path), d);
		return;
	}
	const char *start = w->bytes.ptr;
	struct slice rest = buf_slice(&w->bytes);
	while (next_record(source, &rest, &record)) {
		if (!slice_trim(record).len)
			continue;
		const struct where where = {
			.file = unit->file,
			.record = number++,
			.offset = unit->offset + (uint64_t)(record.ptr - start),
			.length = (uint32_t)record.len,
		};
		arena_clear(&w->arena);
		const struct document *doc =
		    read_record(l, w, where, record, d);
		if (doc)
			hand_on(w, doc, take, ctx, worker);
	}
}

/* --- the face ------------------------------------------------------------- */

void loader_report_repairs(const struct loader *l,
			   struct loader_worker *const *workers, unsigned count,
			   struct diag *d)
{
	const struct place at = place_of(l->folders[0]);
	unsigned long long mended = 0, articles = 0, lost = 0;
	for (unsigned i = 0; i < count; i++) {
		mended += workers[i]->mended;
		articles += workers[i]->mended_articles;
		lost += workers[i]->lost_articles;
	}
	if (mended)
		diag_add(d, DIAG_NOTE, at, NULL,
			 "mojibake was mended in %llu %s of %llu %s; arsip "
			 "explain FILE counts it",
			 mended, mended == 1 ? "place" : "places", articles,
			 articles == 1 ? "article" : "articles");
	if (lost)
		diag_add(d, DIAG_NOTE, at, NULL,
			 "%llu %s U+FFFD (\xEF\xBF\xBD) where a character was "
			 "lost before arsip saw it; it stays",
			 lost, lost == 1 ? "article has" : "articles have");
}

void loader_load(const struct loader *l, struct loader_worker *w, uint32_t unit,
		 document_fn *take, void *ctx, unsigned worker, struct diag *d)
{
	const struct unit *u = &l->units.items[unit];
	arena_clear(&w->arena);
	if (u->first) {
		load_records(l, w, u, take, ctx, worker, d);
		return;
	}
	const struct document *doc = read_file(l, w, u->file, d);
	if (doc)
		hand_on(w, doc, take, ctx, worker);
}

const struct document *loader_read(const struct loader *l,
				   struct loader_worker *w,
				   const struct where *where, struct diag *d)
{
	const struct source *source = &l->sources.items[where->file];
	arena_clear(&w->arena);
	if (!where->record)
		return read_file(l, w, where->file, d);
	int err = read_part(l, w, where->file, where->offset, where->length);
	if (err && d)
		report_unreadable(source, err,
				  arena_zstr(&w->arena, source->path), d);
	if (err)
		return NULL;
	return read_record(l, w, *where, buf_slice(&w->bytes), d);
}
