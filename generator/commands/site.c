/*
 * site.c - arsip.yaml: what a site may say about itself. Every key has a
 * default; a folder with only content/ is a site.
 */
#include "commands/command.h"

#include "base/fs.h"
#include "base/text.h"
#include "base/yaml.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum {
	CONFIG_CAP = 1 << 20
};

struct config {
	const struct yaml *root;
	struct slice path;
	struct arena *arena;
	struct diag *diag;
	bool ok;
};

static void complain(struct config *c, const struct yaml *node,
		     const char *help, const char *what)
{
	diag_add(c->diag, DIAG_USAGE,
		 (struct place){ c->path, node->line, node->column }, help,
		 "%s", what);
	c->ok = false;
}

static struct slice get_text(struct config *c, const struct yaml *map,
			     const char *key, const char *fallback)
{
	const struct yaml *node = yaml_get(map, key);
	if (!node || node->is_null)
		return slice_of(fallback);
	if (node->kind != YAML_SCALAR) {
		complain(c, node, "write one text, in quotes if it has a colon",
			 "this is no text");
		return slice_of(fallback);
	}
	return text_level(c->arena, node->text);
}

static uint32_t get_number(struct config *c, const struct yaml *map,
			   const char *key, uint32_t fallback, uint32_t least,
			   uint32_t most)
{
	const struct yaml *node = yaml_get(map, key);
	unsigned long n;
	if (!node || node->is_null)
		return fallback;
	if (node->kind == YAML_SCALAR && slice_number(node->text, most, &n) &&
	    n >= least)
		return (uint32_t)n;
	diag_add(c->diag, DIAG_USAGE,
		 (struct place){ c->path, node->line, node->column },
		 "write a number in that range", "%s must be between %u and %u",
		 key, least, most);
	c->ok = false;
	return fallback;
}

/* A map in a map, or NULL if it is not there or, reported, no map. */
static const struct yaml *get_map(struct config *c, const struct yaml *in,
				  const char *key, const char *help)
{
	const struct yaml *map = yaml_get(in, key);
	if (!map || map->is_null || map->kind == YAML_MAP)
		return map && !map->is_null ? map : NULL;
	diag_add(c->diag, DIAG_USAGE,
		 (struct place){ c->path, map->line, map->column }, help,
		 "%s: is no list of keys", key);
	c->ok = false;
	return NULL;
}

static bool get_choice(struct config *c, const char *key, bool fallback)
{
	const struct slice text =
	    get_text(c, c->root, key, fallback ? "yes" : "no");
	if (slice_eq(text, SLICE("yes")) || slice_eq(text, SLICE("no")))
		return slice_eq(text, SLICE("yes"));
	complain(c, yaml_get(c->root, key), "write yes or no",
		 "this is neither yes nor no");
	return fallback;
}

/* A path below the site's folder, as the user wrote it there. */
static const char *below(struct config *c, const char *folder,
			 struct slice path)
{
	if ((path.len && path.ptr[0] == '/') || strcmp(folder, ".") == 0)
		return arena_zstr(c->arena, path);
	return arena_printf(c->arena, "%s/%.*s", folder, SLICE_ARG(path)).ptr;
}

/* A content folder must lie in the site: sources are named relative to it. */
static bool is_inside(struct slice path)
{
	struct slice part;
	if (!path.len || path.ptr[0] == '/')
		return false;
	while (slice_cut(&path, '/', &part))
		if (!part.len || slice_eq(part, SLICE("..")) ||
		    slice_eq(part, SLICE(".")))
			return false;
	return true;
}

static struct slice without_slash(struct slice path)
{
	while (path.len > 1 && slice_ends(path, SLICE("/")))
		path.len--;
	return path;
}

/* Whether one of two folders is, or lies in, the other. */
static bool overlap(struct slice a, struct slice b)
{
	struct slice shorter = a.len < b.len ? a : b;
	struct slice longer = a.len < b.len ? b : a;
	return slice_starts(longer, shorter) &&
	       (longer.len == shorter.len || longer.ptr[shorter.len] == '/');
}

/* No file is read twice, and nothing that is written is read. */
static bool is_apart(struct slice path, const char *const *others)
{
	for (; *others; others++)
		if (overlap(path, slice_of(*others)))
			return false;
	return true;
}

static const char *const *get_content(struct config *c)
{
	const struct yaml *node = yaml_get(c->root, "content");
	const struct yaml *list = node;
	const char **out;
	size_t n = 0;
	if (node && node->kind == YAML_LIST)
		list = node->child;
	for (const struct yaml *e = list; e; e = e->next)
		n++;
	out = (const char **)arena_array(c->arena, sizeof *out, n + 2);
	n = 0;
	if (!list || list->is_null) {
		out[n++] = "content";
		return out;
	}
	for (const struct yaml *e = list; e; e = e->next) {
		struct slice path = without_slash(e->text);
		if (e->kind != YAML_SCALAR || !is_inside(path))
			complain(c, e, "name a folder inside the site's",
				 "content: is no folder of the site");
		else if (!is_apart(path, out))
			complain(c, e, "leave it out",
				 "this folder is read already, by another of "
				 "the list");
		else
			out[n++] = arena_zstr(c->arena, path);
		if (list == node)
			break;
	}
	return out;
}

/* fields: the site's own names of columns and keys. */
static void get_fields(struct config *c, struct site *site)
{
	static const char *const known[] = {
		[FIELD_TITLE] = "title",   [FIELD_BODY] = "content",
		[FIELD_DATE] = "date",	   [FIELD_URL] = "url",
		[FIELD_TAGS] = "tags",	   [FIELD_AUTHOR] = "author",
		[FIELD_OUTLET] = "outlet", [FIELD_COUNT] = NULL,
	};
	const struct yaml *map =
	    get_map(c, c->root, "fields", "write title: judul below it");
	if (map && !yaml_check_keys(map, known, c->path, DIAG_USAGE, c->diag))
		c->ok = false;
	for (size_t f = 0; f < FIELD_COUNT; f++)
		site->fields[f] = get_text(c, map, known[f], "");
}

/* tags: which are one ("Covid: COVID-19"), which are none, which are rare. */
static void get_tags(struct config *c, struct site *site)
{
	static const char *const known[] = { "minimum", "map", NULL };
	const struct yaml *tags =
	    get_map(c, c->root, "tags", "write minimum: 2 below it");
	if (tags && !yaml_check_keys(tags, known, c->path, DIAG_USAGE, c->diag))
		c->ok = false;
	const struct yaml *map =
	    get_map(c, tags, "map", "write Covid: COVID-19 below it");
	size_t count = 0;
	for (const struct yaml *e = map ? map->child : NULL; e; e = e->next)
		count++;
	struct tag_merge *merges =
	    ARENA_ARRAY(c->arena, struct tag_merge, count);
	for (const struct yaml *e = map ? map->child : NULL; e; e = e->next) {
		struct tag_merge *m = &merges[site->tag_merge_count++];
		m->from = e->key;
		if (e->kind != YAML_SCALAR)
			complain(c, e, "write one tag, or none to drop it",
				 "this is no text");
		else if (!e->is_null && !slice_eq(e->text, SLICE("none")))
			m->to = text_level(c->arena, e->text);
	}
	site->tag_merges = merges;
	site->tag_minimum = get_number(c, tags, "minimum", 1, 1, 1000000);
}

static void get_base_url(struct config *c, struct site *site)
{
	const struct yaml *node = yaml_get(c->root, "base_url");
	struct slice url = get_text(c, c->root, "base_url", "");
	if (!url.len)
		return;
	if (!slice_starts(url, SLICE("https://")) &&
	    !slice_starts(url, SLICE("http://"))) {
		complain(c, node,
			 "write the whole address: "
			 "https://arsip.example/",
			 "base_url is no address");
		return;
	}
	site->base_url = slice_ends(url, SLICE("/"))
			     ? url
			     : arena_printf(c->arena, "%.*s/", SLICE_ARG(url));
}

static void get_language(struct config *c, struct site *site)
{
	site->language = get_text(c, c->root, "language", "id");
	if (!slice_eq(site->language, SLICE("id")) &&
	    !slice_eq(site->language, SLICE("en")))
		complain(c, yaml_get(c->root, "language"),
			 "write language: id or language: en",
			 "there are no strings for this language");
}

/* A host name and nothing else: it becomes the file CNAME. */
static void get_host(struct config *c, struct site *site)
{
	site->host = get_text(c, c->root, "cname", "");
	for (size_t i = 0; i < site->host.len; i++) {
		char ch = site->host.ptr[i];
		if ((ch >= 'a' && ch <= 'z') || is_digit(ch) || ch == '.' ||
		    ch == '-')
			continue;
		complain(c, yaml_get(c->root, "cname"),
			 "write it like arsip.example.org",
			 "cname: is no host name");
		return;
	}
}

/* The zones of Indonesia, by their usual names. */
static void get_zone(struct config *c, struct site *site)
{
	static const struct {
		struct slice names[2], zone;
		int minutes;
	} zones[] = {
		{ { SLICE_INIT("WIB"), SLICE_INIT("Asia/Jakarta") },
		  SLICE_INIT("+07:00"),
		  7 * 60 },
		{ { SLICE_INIT("WITA"), SLICE_INIT("Asia/Makassar") },
		  SLICE_INIT("+08:00"),
		  8 * 60 },
		{ { SLICE_INIT("WIT"), SLICE_INIT("Asia/Jayapura") },
		  SLICE_INIT("+09:00"),
		  9 * 60 },
	};
	struct slice name = get_text(c, c->root, "timezone", "WIB");
	for (size_t i = 0; i < COUNT_OF(zones); i++)
		if (slice_eq(name, zones[i].names[0]) ||
		    slice_eq(name, zones[i].names[1])) {
			site->zone = zones[i].zone;
			site->zone_minutes = zones[i].minutes;
		}
	if (!site->zone.len)
		complain(c, yaml_get(c->root, "timezone"),
			 "write WIB, WITA or WIT",
			 "timezone: is none of Indonesia's");
}

static void get_publish(struct config *c, struct site *site)
{
	static const char *const known[] = { "branch", "repository", "remote",
					     NULL };
	const struct yaml *map =
	    get_map(c, c->root, "publish", "write branch: gh-pages below it");
	if (map && !yaml_check_keys(map, known, c->path, DIAG_USAGE, c->diag))
		c->ok = false;
	struct slice remote = get_text(c, map, "remote", "");
	site->branch =
	    arena_zstr(c->arena, get_text(c, map, "branch", "gh-pages"));
	site->repository =
	    below(c, site->folder, get_text(c, map, "repository", "."));
	site->remote = remote.len ? arena_zstr(c->arena, remote) : NULL;
}

/* A file or folder that the site names must be there; the default need not. */
static const char *get_path(struct config *c, const char *folder,
			    const char *key, const char *fallback)
{
	const struct yaml *node = yaml_get(c->root, key);
	const char *path =
	    below(c, folder, get_text(c, c->root, key, fallback));
	if (node && !node->is_null && access(path, R_OK) != 0)
		complain(c, node, "correct the name, or leave the key out",
			 "there is no such file or folder that can be read");
	return path;
}

static const char *get_output(struct config *c, const struct site *site)
{
	static const char *const state[] = { ".arsip", NULL };
	struct slice path =
	    without_slash(get_text(c, c->root, "output", "public"));
	if (!path.len || slice_eq(path, SLICE(".")) ||
	    !is_apart(path, site->content) || !is_apart(path, state))
		complain(c, yaml_get(c->root, "output"),
			 "name a folder of its own, such as public",
			 "output: would be mixed with what the site is made "
			 "from");
	return below(c, site->folder, path);
}

static void read_keys(struct config *c, struct site *site)
{
	static const char *const known[] = {
		"title",     "description", "base_url",	 "language",
		"content",   "fields",	    "output",	 "theme",
		"rules",     "references",  "page_size", "home_size",
		"feed_size", "cname",	    "publish",	 "timezone",
		"tags",	     "raw",	    NULL
	};
	const char *folder = site->folder;
	if (!yaml_check_keys(c->root, known, c->path, DIAG_USAGE, c->diag))
		c->ok = false;
	site->title = get_text(c, c->root, "title", "Arsip Berita");
	site->description = get_text(c, c->root, "description", "");
	get_language(c, site);
	get_base_url(c, site);
	get_host(c, site);
	get_zone(c, site);
	get_publish(c, site);
	get_fields(c, site);
	get_tags(c, site);
	site->content = get_content(c);
	site->output = get_output(c, site);
	site->theme = get_path(c, folder, "theme", "templates");
	site->rules = get_path(c, folder, "rules", "rules.yaml");
	site->references = get_path(c, folder, "references", "references.yaml");
	site->state = below(c, folder, SLICE(".arsip"));
	site->page_size = get_number(c, c->root, "page_size", 50, 5, 1000);
	site->home_size = get_number(c, c->root, "home_size", 30, 1, 500);
	site->feed_size = get_number(c, c->root, "feed_size", 30, 1, 500);
	site->raw = get_choice(c, "raw", true);
}

bool site_read(struct site *site, const char *folder, struct arena *a,
	       struct diag *d)
{
	struct config c = { .arena = a, .diag = d };
	*site = (struct site){ .folder = arena_zstr(
				   a, without_slash(slice_of(folder))) };
	const char *path = below(&c, site->folder, SLICE("arsip.yaml"));
	c.path = slice_of(path);
	struct buf bytes = { 0 };
	int err = fs_read(&bytes, AT_FDCWD, path, CONFIG_CAP);
	if (err && err != ENOENT)
		diag_errno(d, path, err, "cannot read the configuration",
			   "make it readable, or remove it: every key has a "
			   "default");
	else
		c.root = yaml_parse(arena_copy(a, buf_slice(&bytes)),
				    place_of(path), DIAG_USAGE, a, d);
	buf_release(&bytes);
	c.ok = c.root != NULL;
	if (c.root && c.root->kind != YAML_MAP)
		complain(&c, c.root, "write a line for each: key: value",
			 "the configuration is no list of keys");
	else if (c.root)
		read_keys(&c, site);
	return c.ok;
}
