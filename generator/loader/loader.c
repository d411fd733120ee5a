/*
 * loader.c - finds the sources and reads one after the other. See loader.h
 * for the face and internal.h for the steps inside.
 */
#include "loader/internal.h"

#include "base/fs.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

struct source {
	struct slice path;
	enum source_format format;
};

struct loader {
	struct arena arena;
	const char *root;
	const char *const *folders;
	int fd; /* of root */
	struct rules *rules;
	VEC(struct source) sources;
};

struct loader_worker {
	struct arena own;   /* w itself */
	struct arena arena; /* the document */
	struct buf bytes, text;
	struct regex_matcher *matcher;
	struct cleaner cleaner;
	struct document doc;
};

struct loader *loader_open(const struct loader_options *options, struct diag *d)
{
	struct arena arena = { 0 };
	struct loader *l = ARENA_NEW(&arena, struct loader);
	l->arena = arena;
	l->root = arena_zstr(&l->arena, slice_of(options->root));
	l->folders = options->folders;
	l->fd = open(options->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (l->fd < 0)
		diag_errno(d, options->root, errno, "cannot open the site",
			   "name the site's folder with -C");
	else
		l->rules = rules_new(options->rules, d);
	if (l->rules)
		return l;
	loader_close(l);
	return NULL;
}

void loader_close(struct loader *l)
{
	if (!l)
		return;
	if (l->fd >= 0)
		close(l->fd);
	rules_free(l->rules);
	vec_release(&l->sources);
	struct arena arena = l->arena; /* l itself lives in it */
	arena_release(&arena);
}

/* --- scanning ------------------------------------------------------------- */

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

static bool format_of(struct slice path, enum source_format *format)
{
	*format =
	    slice_ends(path, SLICE(".md")) ? FORMAT_MARKDOWN : FORMAT_TEXT;
	return *format == FORMAT_MARKDOWN || slice_ends(path, SLICE(".txt"));
}

static bool is_utf8(struct slice s)
{
	struct buf repaired = { 0 };
	struct text_repairs done;
	text_repair(&repaired, s, &done);
	buf_release(&repaired);
	return done.invalid == 0;
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
	struct source source;
	source.path = arena_printf(&l->arena, "%s/%s", s->folder, entry->path);
	struct place at = { source.path, 0, 0 };
	bool known = format_of(source.path, &source.format);
	if (is_readme(source.path))
		return;
	switch (entry->kind) {
	case FS_FILE:
		if (known)
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
				 "%zu files that are neither .txt nor .md are "
				 "not read",
				 s.ignored);
	}
	if (l->sources.count)
		qsort(l->sources.items, l->sources.count,
		      sizeof *l->sources.items, cmp_sources);
}

uint32_t loader_count(const struct loader *l)
{
	return (uint32_t)l->sources.count;
}

struct slice loader_source(const struct loader *l, uint32_t file)
{
	return l->sources.items[file].path;
}

uint32_t loader_find(const struct loader *l, struct slice source)
{
	struct source key = { .path = source };
	const struct source *found =
	    l->sources.count ? bsearch(&key, l->sources.items, l->sources.count,
				       sizeof key, cmp_sources)
			     : NULL;
	return found ? (uint32_t)(found - l->sources.items) : NO_ARTICLE;
}

/* --- reading -------------------------------------------------------------- */

struct loader_worker *loader_worker_new(void)
{
	struct arena own = { 0 };
	struct loader_worker *w = ARENA_NEW(&own, struct loader_worker);
	w->own = own;
	w->matcher = regex_matcher_new();
	return w;
}

void loader_worker_free(struct loader_worker *w)
{
	if (!w)
		return;
	arena_release(&w->arena);
	buf_release(&w->bytes);
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

/* False after reporting why the file cannot be an article. */
static bool read_bytes(const struct loader *l, struct loader_worker *w,
		       const struct source *source, struct diag *d)
{
	const char *path = arena_zstr(&w->arena, source->path);
	struct place at = { source->path, 0, 0 };
	int err = fs_read(&w->bytes, l->fd, path, ARTICLE_CAP);
	if (!err)
		return true;
	if (!d)
		return false;
	if (err == EFBIG)
		diag_add(d, DIAG_CONTENT, at,
			 "split it, one article a file, or move it out of the "
			 "content",
			 "is longer than %d bytes, which no article is; left "
			 "out",
			 ARTICLE_CAP);
	else
		diag_errno(d, path, err, "cannot read this article",
			   "make it readable or move it out of the content; "
			   "without it its page would vanish");
	return false;
}

static void report_repairs(const struct text_repairs *done, struct slice source,
			   struct diag *d)
{
	struct place at = { source, done->first_invalid_line, 0 };
	if (done->invalid)
		diag_add(d, DIAG_WARNING, at,
			 "save the file as UTF-8; what is shown as \xEF\xBF"
			 "\xBD was lost before arsip saw it",
			 "%u bytes are no UTF-8 and were replaced",
			 done->invalid);
	at.line = 0;
	if (done->nul)
		diag_add(d, DIAG_WARNING, at, "remove them from the file",
			 "%u NUL bytes were taken out", done->nul);
	if (done->control)
		diag_add(d, DIAG_WARNING, at, "remove them from the file",
			 "%u control characters became blanks", done->control);
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

const struct document *loader_read(const struct loader *l,
				   struct loader_worker *w, uint32_t file,
				   struct diag *d)
{
	const struct source *source = &l->sources.items[file];
	struct text_repairs done = { 0 };
	struct front_matter fm;
	struct cleaner *c = &w->cleaner;
	uint32_t lines;
	arena_clear(&w->arena);
	buf_clear(&w->text);
	if (!read_bytes(l, w, source, d))
		return NULL;
	text_repair(&w->text, buf_slice(&w->bytes), &done);
	if (d)
		report_repairs(&done, source->path, d);
	w->doc = (struct document){
		.source = source->path,
		.fingerprint = hash64(buf_slice(&w->bytes)),
		.minute = -1,
		.body.markdown = source->format == FORMAT_MARKDOWN,
	};
	c->rules = l->rules;
	c->matcher = w->matcher;
	c->arena = &w->arena;
	c->doc = &w->doc;
	c->diag = d;
	struct slice text = buf_slice(&w->text);
	if (!text.len)
		return complain(d, source->path, "is empty",
				"write an article or remove the file"),
		       NULL;
	if (!front_matter_take(&text, &lines, &fm, source->path, &w->arena,
			       d) ||
	    !to_lines(c, source->format, text, lines + 1, source->path))
		return NULL;
	if (!clean_document(c, &fm))
		return complain(d, source->path, "has no title",
				"write it on the first line, or as title: in "
				"the front matter"),
		       NULL;
	return &w->doc;
}
