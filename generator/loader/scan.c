/*
 * scan.c - finds the sources of a site and cuts those with many articles into
 * parts. Nothing is followed out of the content folders.
 */
#include "loader/state.h"

#include "loader/dates.h"

#include "base/fs.h"
#include "base/text.h"

#include <errno.h>
#include <unistd.h>

struct scan {
	struct loader *loader;
	const char *folder;
	struct diag *diag;
	size_t ignored;
};

static bool is_readme(struct slice path)
{
	return slice_ends(path, SLICE("/README.md"));
}

static bool is_packed(struct slice *path)
{
	static const struct slice endings[] = { SLICE_INIT(".gz"),
						SLICE_INIT(".zst") };
	for (size_t i = 0; i < COUNT_OF(endings); i++)
		if (slice_ends(*path, endings[i])) {
			path->len -= endings[i].len;
			return true;
		}
	return false;
}

static bool format_of(struct slice path, enum source_format *format)
{
	static const struct {
		struct slice ending;
		enum source_format format;
	} formats[] = {
		{ SLICE_INIT(".txt"), FORMAT_TEXT },
		{ SLICE_INIT(".md"), FORMAT_MARKDOWN },
		{ SLICE_INIT(".jsonl"), FORMAT_JSONL },
		{ SLICE_INIT(".ndjson"), FORMAT_JSONL },
		{ SLICE_INIT(".csv"), FORMAT_CSV },
		{ SLICE_INIT(".tsv"), FORMAT_CSV },
		{ SLICE_INIT(".html"), FORMAT_HTML },
		{ SLICE_INIT(".htm"), FORMAT_HTML },
		{ SLICE_INIT(".xhtml"), FORMAT_HTML },
	};
	for (size_t i = 0; i < COUNT_OF(formats); i++)
		if (slice_ends(path, formats[i].ending)) {
			*format = formats[i].format;
			return true;
		}
	return false;
}

static bool is_utf8(struct slice s)
{
	struct buf decoded = { 0 };
	struct text_repairs done;
	bool same = slice_eq(text_decode(&decoded, s, &done), s);
	buf_release(&decoded);
	return same;
}

/* A name that is no UTF-8 can stand in no address, report or export. */
static void add_source(struct scan *s, struct source source)
{
	if (is_utf8(source.path))
		vec_push(&s->loader->sources, source);
	else
		diag_add(s->diag, DIAG_CONTENT,
			 (struct place){ source.path, 0, 0 }, "rename it",
			 "has a name that is no UTF-8; left out");
}

static void visit(void *ctx, const struct fs_entry *entry)
{
	struct scan *s = ctx;
	struct loader *l = s->loader;
	struct source source = { 0 };
	source.path = arena_printf(&l->arena, "%s/%s", s->folder, entry->path);
	struct place at = { source.path, 0, 0 };
	struct slice name = source.path;
	source.packed = is_packed(&name);
	bool known = format_of(name, &source.format);
	if (is_readme(source.path))
		return;
	switch (entry->kind) {
	case FS_FILE:
		if (page_is_below(slice_of(entry->path)))
			page_add(l, source.path, s->diag);
		else if (known)
			add_source(s, source);
		else
			s->ignored++;
		break;
	case FS_LINK:
		diag_add(s->diag, DIAG_CONTENT, at,
			 "put a copy of the file here instead",
			 "is a symbolic link; arsip follows none, so that "
			 "nothing outside the content can be published");
		break;
	case FS_OTHER:
		diag_add(s->diag, DIAG_WARNING, at, "remove it",
			 "is no regular file; passed over");
		break;
	case FS_UNREADABLE:
		diag_errno(s->diag, arena_zstr(&l->arena, source.path),
			   entry->err, "cannot read this folder",
			   "make it readable; without it its articles would "
			   "vanish from the site");
		break;
	}
}

static int cmp_sources(const void *a, const void *b)
{
	const struct source *x = a, *y = b;
	return slice_cmp(x->path, y->path);
}

/* --- parts ---------------------------------------------------------------- */

enum {
	HEADER_CAP = 64 << 10
};

struct header_reader {
	struct loader *loader;
	struct source *source;
	struct diag *diag;
	int fd;
	bool known; /* what the columns hold */
};

/* Two columns of one meaning, such as "title" and "judul". */
static void check_twice(struct header_reader *h)
{
	static const char *const names[] = {
		"title", "text", "date", "address", "tags", "author", "outlet",
	};
	const struct columns *c = &h->source->columns;
	size_t first[FIELD_COUNT] = { 0 }; /* column, from 1; 0: none yet */
	for (size_t i = 0; i < c->count; i++) {
		enum field f = c->fields[i];
		if (f == FIELD_COUNT)
			continue;
		if (first[f])
			diag_add(
			    h->diag, DIAG_NOTE,
			    (struct place){ h->source->path, 1, 0 }, NULL,
			    "columns %zu and %zu both hold the %s; of each "
			    "record the first that says something is "
			    "taken",
			    first[f], i + 1, names[f]);
		else
			first[f] = i + 1;
	}
}

static char read_header(void *ctx, uint64_t offset, uint64_t length,
			size_t *count)
{
	struct header_reader *h = ctx;
	struct arena *a = &h->loader->arena;
	struct place at = { h->source->path, 1, 0 };
	size_t n = length < HEADER_CAP ? (size_t)length : HEADER_CAP, got = 0;
	char *bytes = arena_alloc(a, n);
	struct buf text = { 0 };
	struct text_repairs done;
	int err = fs_read_at(h->fd, offset, bytes, n, &got);
	struct slice header = csv_trim(arena_copy(
	    a, text_decode(&text, slice_make(bytes, err ? 0 : got), &done)));
	buf_release(&text);
	h->known =
	    csv_columns(&h->source->columns, header, h->loader->fields, a);
	if (!h->known)
		diag_add(h->diag, DIAG_CONTENT, at,
			 "give the columns their usual names (title or judul, "
			 "content or isi), or tell yours with fields: in "
			 "arsip.yaml",
			 "no column is known to hold a title or a text: %.*s",
			 SLICE_ARG(text_head(header, 200)));
	*count = h->source->columns.count;
	check_twice(h);
	return h->source->columns.separator;
}

static void find_order(const struct loader *l, struct source *source, int fd,
		       uint64_t offset)
{
	const struct date_column file = {
		.fd = fd,
		.offset = offset,
		.columns =
		    source->format == FORMAT_CSV ? &source->columns : NULL,
		.own = l->fields,
	};
	source->order = column_order(&file);
}

/* A file of many articles is read once here, to see where they are. */
static void split_records(struct loader *l, uint32_t number, struct diag *d)
{
	struct source *source = &l->sources.items[number];
	const char *path = arena_zstr(&l->arena, source->path);
	struct stretch part = { .to = UINT64_MAX };
	int fd, err = fs_open(l->fd, path, &fd);
	bool ok = !err;
	source->spooled = ok && spool_needs(fd, source->packed);
	if (source->spooled)
		ok = spool_take(&l->spool, fd, source->packed, source->path,
				&part, d);
	struct header_reader h = { l, source, d,
				   source->spooled ? l->spool.fd : fd, true };
	size_t before = l->units.count;
	const struct records_file file = { .fd = h.fd,
					   .number = number,
					   .path = source->path,
					   .from = part.from,
					   .to = part.to,
					   .cut = part.cut,
					   .csv = source->format == FORMAT_CSV,
					   .header = read_header,
					   .ctx = &h };
	if (ok && !units_split(&l->units, &file, d))
		err = errno;
	if (!h.known) /* said once is enough */
		l->units.count = before;
	if (l->units.count > before)
		find_order(l, source, h.fd, l->units.items[before].offset);
	if (err)
		diag_errno(d, path, err, "cannot read these articles",
			   "make the file readable or move it out of the "
			   "content; without it its pages would vanish");
	if (fd >= 0)
		close(fd);
}

static void add_units(struct loader *l, uint32_t number, struct diag *d)
{
	enum source_format format = l->sources.items[number].format;
	if (format == FORMAT_JSONL || format == FORMAT_CSV)
		split_records(l, number, d);
	else
		vec_push(&l->units, (struct unit){ .file = number });
}

/* --- the whole ------------------------------------------------------------ */

void loader_scan(struct loader *l, struct diag *d)
{
	for (const char *const *f = l->folders; *f; f++) {
		struct scan s = { l, *f, d, 0 };
		const char *path =
		    arena_printf(&l->arena, "%s/%s", l->root, *f).ptr;
		int err = fs_walk(path, visit, &s);
		if (err)
			diag_errno(d, path, err, "cannot read the content",
				   "make the folder, or name another with "
				   "content: in arsip.yaml");
		if (s.ignored)
			diag_add(d, DIAG_NOTE, place_of(*f), NULL,
				 "%zu files that are neither .txt, .md, .html, "
				 ".jsonl, .csv nor .tsv, packed or not, are "
				 "not read",
				 s.ignored);
	}
	pages_read(l, d);
	if (l->sources.count)
		qsort(l->sources.items, l->sources.count,
		      sizeof *l->sources.items, cmp_sources);
	for (uint32_t i = 0; i < l->sources.count; i++)
		add_units(l, i, d);
}
