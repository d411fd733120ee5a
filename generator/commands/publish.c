/*
 * publish.c - `arsip publish`: content/ to a commit on a branch, and with
 * --push to a remote.
 */
#include "commands/render.h"
#include "publisher/publisher.h"

static bool put_blob(void *publish, unsigned worker, struct slice path,
		     struct slice bytes)
{
	return publish_put(publish, worker, path, bytes);
}

/*
 * SOURCE_DATE_EPOCH (reproducible-builds.org) for the commit's time; -1 if it
 * is not set. False after reporting that it is no number.
 */
static bool read_epoch(struct session *s, int64_t *epoch)
{
	const char *text = getenv("SOURCE_DATE_EPOCH");
	unsigned long n;
	*epoch = -1;
	if (!text)
		return true;
	if (slice_number(slice_of(text), INT32_MAX, &n)) {
		*epoch = (int64_t)n;
		return true;
	}
	diag_add(s->diag, DIAG_USAGE, (struct place){ 0 },
		 "set it to seconds since 1970, or unset it",
		 "SOURCE_DATE_EPOCH is no number: %s", text);
	return false;
}

static void print_result(const struct session *s,
			 const struct publish_options *p,
			 const struct publish_result *r)
{
	struct arena a = { 0 };
	const char *will = p->dry_run ? "would be " : "";
	print_archive(s);
	printf("%s: %.*s %sadded, %.*s changed, %.*s removed, %.*s as "
	       "they were\n",
	       p->branch, SLICE_ARG(format_count(&a, r->added, "file")), will,
	       SLICE_ARG(format_count(&a, r->changed, NULL)),
	       SLICE_ARG(format_count(&a, r->removed, NULL)),
	       SLICE_ARG(format_count(&a, r->unchanged, NULL)));
	if (r->moved)
		printf("committed %.12s (tree %.12s)\n", r->commit, r->tree);
	else if (!p->dry_run)
		printf("nothing changed, nothing committed; %s stays at "
		       "%.12s\n",
		       p->branch, r->parent);
	arena_release(&a);
}

static void print_json(const struct session *s, const struct publish_options *p,
		       const struct publish_result *r)
{
	struct buf out = { 0 };
	struct json *j = json_new_object();
	put_archive(s, j);
	json_put_text(j, "branch", slice_of(p->branch));
	json_put_text(j, "commit", slice_of(r->commit));
	json_put_text(j, "tree", slice_of(r->tree));
	json_put_text(j, "parent", slice_of(r->parent));
	json_put_number(j, "added", (long long)r->added);
	json_put_number(j, "changed", (long long)r->changed);
	json_put_number(j, "removed", (long long)r->removed);
	json_put_number(j, "unchanged", (long long)r->unchanged);
	json_put_bool(j, "moved", r->moved);
	json_write(&out, j);
	fwrite(out.ptr, 1, out.len, stdout);
	buf_release(&out);
}

static bool commit(struct session *s, const struct publish_options *p)
{
	struct publish_result result;
	size_t pages;
	struct publish *publish = publish_open(p, s->diag);
	bool ok = publish && render_site(s, put_blob, publish, &pages) &&
		  publish_finish(publish, &result);
	if (ok)
		session_report(s);
	if (ok && s->options->json)
		print_json(s, p, &result);
	else if (ok && !s->options->quiet)
		print_result(s, p, &result);
	fflush(stdout);
	publish_free(publish);
	return ok;
}

static void publish(struct session *s)
{
	const struct options *o = s->options;
	if (!s->site.base_url.len)
		diag_add(s->diag, DIAG_NOTE, place_of("arsip.yaml"),
			 "base_url: https://you.github.io/archive/",
			 "base_url is not set: the sitemap's addresses and the "
			 "links of 404.html are right only at the top of a "
			 "host");
	struct publish_options p = {
		.repository =
		    o->repository ? o->repository : s->site.repository,
		.branch = o->branch ? o->branch : s->site.branch,
		.remote = o->push ? o->push : s->site.remote,
		.dry_run = o->dry_run,
		.workers = s->jobs,
	};
	if (!read_epoch(s, &p.epoch) || !commit(s, &p) || !o->push ||
	    o->dry_run)
		return;
	const struct push_options push = { p.repository, p.branch, o->push,
					   o->quiet || o->json ? NULL
							       : stdout };
	push_branch(&push, s->diag);
}

/* Asked before a commit is made that could not be pushed. */
static bool may_push(struct session *s)
{
	return !s->options->push ||
	       push_remote_allowed(s->options->push, s->diag);
}

int run_publish(const struct options *o)
{
	struct session s;
	/* a dry run writes nothing, not even the lock */
	if (session_open(&s, o) && may_push(&s) &&
	    (o->dry_run || session_lock(&s)) && session_load(&s) &&
	    session_has_articles(&s))
		publish(&s);
	return session_close(&s);
}
