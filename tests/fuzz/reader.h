/*
 * reader.h - the loader through its face, over files that hold the input: one
 * of each format, in a folder below $TMPDIR that run.sh removes.
 */
#ifndef TESTS_FUZZ_READER_H
#define TESTS_FUZZ_READER_H

#include "fuzz.h"

#include "loader/loader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

struct reader {
	char root[256];
	struct loader *loader;
	struct loader_worker *worker;
};

static inline void reader_put(const struct reader *r, const char *name,
			      struct slice bytes)
{
	char path[512];
	snprintf(path, sizeof path, "%s/%s", r->root, name);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	HOLDS(fd >= 0);
	HOLDS(write(fd, bytes.ptr, bytes.len) == (ssize_t)bytes.len);
	close(fd);
}

static inline void reader_make_folder(struct reader *r)
{
	const char *tmp = getenv("TMPDIR");
	snprintf(r->root, sizeof r->root, "%s/arsip-fuzz-XXXXXX",
		 tmp ? tmp : "/tmp");
	HOLDS(mkdtemp(r->root));
}

/* Made at the first call: the rules take a while to compile. */
static inline struct reader *reader_get(void)
{
	static struct reader r;
	static const char *const folders[] = { "content", NULL };
	char content[512];
	if (r.loader)
		return &r;
	reader_make_folder(&r);
	snprintf(content, sizeof content, "%s/content", r.root);
	HOLDS(mkdir(content, 0777) == 0);
	reader_put(&r, "content/a.txt", SLICE("T\n"));
	reader_put(&r, "content/a.md", SLICE("T\n"));
	reader_put(&r, "content/a.html", SLICE("T\n"));
	reader_put(&r, "content/a.jsonl", SLICE("{\"title\": \"T\"}\n"));
	struct loader_options options = { .root = r.root, .folders = folders };
	struct diag *d = diag_new();
	r.loader = loader_open(&options, d);
	HOLDS(r.loader);
	loader_scan(r.loader, d);
	HOLDS(diag_status(d, true) == 0);
	diag_free(d);
	r.worker = loader_worker_new();
	return &r;
}

/* The article in content/a.<format> when it holds these bytes; NULL: none. */
static inline const struct document *
reader_read(struct reader *r, const char *source, struct slice bytes)
{
	bool many = slice_ends(slice_of(source), SLICE("jsonl"));
	bool page = slice_ends(slice_of(source), SLICE("html"));
	struct where where = {
		.file = loader_find(r->loader, slice_of(source)),
		.record = many ? 1 : 0,
		.length = (uint32_t)bytes.len,
	};
	reader_put(r, source, bytes);
	struct diag *d = diag_new();
	const struct document *doc =
	    loader_read(r->loader, r->worker, &where, d);
	HOLDS(doc || many ||
	      diag_count(d, page ? DIAG_WARNING : DIAG_CONTENT) ||
	      diag_count(d, DIAG_CONTENT));
	HOLDS(!diag_failed(d, DIAG_USAGE));
	diag_free(d);
	return doc;
}

#endif
