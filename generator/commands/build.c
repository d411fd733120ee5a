/*
 * build.c - `arsip build`: content/ to public/.
 */
#include "commands/render.h"
#include "publisher/publisher.h"

static bool put_file(void *folder, unsigned worker, struct slice path,
		     struct slice bytes)
{
	return folder_put(folder, worker, path, bytes);
}

static void print_result(const struct session *s, size_t pages,
			 const struct folder_counts *n)
{
	struct arena a = { 0 };
	print_archive(s);
	printf("%s: %.*s, %.*s written, %.*s unchanged, %.*s removed; "
	       "%.1f MB\n",
	       s->site.output, SLICE_ARG(format_count(&a, pages, "file")),
	       SLICE_ARG(format_count(&a, n->written, NULL)),
	       SLICE_ARG(format_count(&a, n->unchanged, NULL)),
	       SLICE_ARG(format_count(&a, n->removed, NULL)),
	       (double)n->bytes / 1e6);
	arena_release(&a);
}

static void print_json(const struct session *s, size_t pages,
		       const struct folder_counts *n)
{
	struct buf out = { 0 };
	struct json *j = json_new_object();
	put_archive(s, j);
	json_put_number(j, "files", (long long)pages);
	json_put_number(j, "written", (long long)n->written);
	json_put_number(j, "unchanged", (long long)n->unchanged);
	json_put_number(j, "removed", (long long)n->removed);
	json_put_number(j, "bytes", (long long)n->bytes);
	json_write(&out, j);
	fwrite(out.ptr, 1, out.len, stdout);
	buf_release(&out);
}

static void build(struct session *s)
{
	struct folder_counts counts;
	size_t pages = 0;
	struct folder *folder =
	    folder_open(s->site.output, s->site.state, s->jobs, s->diag);
	if (!folder)
		return;
	if (render_site(s, put_file, folder, &pages) &&
	    folder_finish(folder, &counts)) {
		session_report(s);
		if (s->options->json)
			print_json(s, pages, &counts);
		else if (!s->options->quiet)
			print_result(s, pages, &counts);
	}
	folder_free(folder);
}

int run_build(const struct options *o)
{
	struct session s;
	if (session_open(&s, o) && session_lock(&s) && session_load(&s) &&
	    session_has_articles(&s))
		build(&s);
	return session_close(&s);
}
