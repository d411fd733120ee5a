/*
 * theme.c - see theme.h. A template is checked and joined in one pass over its
 * markers: includes are put in as text, so that what they hold is escaped for
 * the place where it stands, and strings as text, since they are the same on
 * every page. ctemplate sees one text a page kind, known to be right.
 */
#include "renderer/theme.h"

#include "base/embed.h"
#include "base/fs.h"
#include "base/nearest.h"

#include <errno.h>
#include <fcntl.h>

enum {
	TEMPLATE_CAP = 1 << 20,
	INCLUDE_DEPTH = 8,
};

enum marker_kind {
	KIND_VALUE,
	KIND_HTML,
	KIND_SECTION
};

static const struct {
	struct slice name;
	enum marker_kind kind;
} known_markers[] = {
#define VALUE(name, what) { SLICE_INIT(#name), KIND_VALUE },
#define HTML(name, what) { SLICE_INIT(#name), KIND_HTML },
#define SECTION(name, what) { SLICE_INIT(#name), KIND_SECTION },
#include "renderer/markers.def"
#undef VALUE
#undef HTML
#undef SECTION
};

static const struct {
	const char *file, *context;
} templates[] = {
#define TEMPLATE(name, file, context) { file, context },
#include "renderer/templates.def"
#undef TEMPLATE
};

struct joiner {
	const char *folder;
	const struct strings *strings;
	struct arena *arena;
	struct diag *diag;
	const char *context;
	struct buf out;
	bool ok;
};

/* One file on its way into the text of a template. */
struct file {
	struct slice path, text;
	const struct file *includer;
	unsigned depth;
	VEC(struct slice) open; /* names of sections, where they stand */
};

/* Where a slice of the file's text stands. */
static struct place place_in(const struct file *f, struct slice at)
{
	struct place place = { f->path, 1, 1 };
	for (const char *p = f->text.ptr; p < at.ptr; p++) {
		place.column++;
		if (*p == '\n') {
			place.line++;
			place.column = 1;
		}
	}
	return place;
}

#define COMPLAIN(j, f, at, help, ...)                                          \
	do {                                                                   \
		(j)->ok = false;                                               \
		diag_add((j)->diag, DIAG_USAGE, place_in(f, at), help,         \
			 __VA_ARGS__);                                         \
	} while (0)

/* The site's own file if there is one, else the stock one. */
static bool read_file(const char *folder, struct slice name, struct arena *a,
		      struct slice *path, struct slice *text, struct diag *d)
{
	struct buf bytes = { 0 };
	*path = arena_printf(a, "%s/%.*s", folder, SLICE_ARG(name));
	int err = fs_read(&bytes, AT_FDCWD, path->ptr, TEMPLATE_CAP);
	*text = arena_copy(a, buf_slice(&bytes));
	buf_release(&bytes);
	if (!err)
		return true;
	if (err != ENOENT && err != ENOTDIR) {
		diag_errno(d, path->ptr, err,
			   "cannot read this file of the theme",
			   "make it a readable file, or remove it to use the "
			   "stock one");
		return false;
	}
	*path = arena_printf(a, "templates/%.*s", SLICE_ARG(name));
	*text = embedded_find(*path);
	return text->ptr != NULL;
}

/* --- one marker ----------------------------------------------------------- */

static void join_file(struct joiner *j, struct slice name,
		      const struct file *includer, struct slice at);

static size_t find_marker(struct slice name)
{
	for (size_t i = 0; i < COUNT_OF(known_markers); i++)
		if (slice_eq(known_markers[i].name, name))
			return i;
	return MARKER_COUNT;
}

static const char *nearest_marker(struct joiner *j, struct slice name)
{
	const char *names[COUNT_OF(known_markers) + 1] = { 0 };
	for (size_t i = 0; i < COUNT_OF(known_markers); i++)
		names[i] = known_markers[i].name.ptr;
	const char *near = nearest(name, names);
	return arena_zstr(
	    j->arena, near
			  ? arena_printf(j->arena, "did you mean {{%s}}?", near)
			  : SLICE("templates/README.md lists them all"));
}

static bool check_marker(struct joiner *j, struct file *f, struct slice name,
			 struct slice at, enum marker_kind *kind)
{
	size_t i = find_marker(name);
	if (i == MARKER_COUNT) {
		COMPLAIN(j, f, at, nearest_marker(j, name),
			 "there is no marker {{%.*s}}", SLICE_ARG(name));
		return false;
	}
	*kind = known_markers[i].kind;
	return true;
}

static void join_section(struct joiner *j, struct file *f, struct slice name,
			 bool opens)
{
	enum marker_kind kind;
	if (!check_marker(j, f, name, name, &kind))
		return;
	if (kind != KIND_SECTION) {
		COMPLAIN(j, f, name, "write it as {{NAME}}",
			 "{{%.*s}} is a value, no section", SLICE_ARG(name));
	} else if (opens) {
		vec_push(&f->open, name);
	} else if (f->open.count &&
		   slice_eq(f->open.items[f->open.count - 1], name)) {
		f->open.count--;
	} else {
		COMPLAIN(j, f, name,
			 "close sections in the reverse order of opening, in "
			 "the file that opens them",
			 "{{/%.*s}} closes no section that is open here",
			 SLICE_ARG(name));
	}
}

static void join_value(struct joiner *j, struct file *f, struct slice inside)
{
	size_t colon = slice_find(inside, ':', 0);
	struct slice name = slice_sub(inside, 0, colon);
	struct slice modifier = slice_from(inside, colon);
	enum marker_kind kind;
	if (!check_marker(j, f, name, inside, &kind))
		return;
	if (kind == KIND_SECTION)
		COMPLAIN(j, f, inside, "open it with {{#NAME}}",
			 "{{%.*s}} is a section, no value", SLICE_ARG(name));
	else if (kind == KIND_HTML && !slice_eq(modifier, SLICE(":none")))
		COMPLAIN(j, f, inside, "write {{NAME:none}}",
			 "{{%.*s}} is markup already and must not be escaped "
			 "again",
			 SLICE_ARG(name));
	else if (kind == KIND_VALUE && modifier.len &&
		 !slice_eq(modifier, SLICE(":p")))
		COMPLAIN(j, f, inside,
			 "leave the modifier out: a value is escaped for the "
			 "place where it stands",
			 "{{%.*s}} takes no modifier", SLICE_ARG(name));
}

static void join_string(struct joiner *j, struct file *f, struct slice name)
{
	struct slice text = strings_find(j->strings, slice_from(name, 2));
	if (text.ptr)
		buf_add(&j->out, text);
	else
		COMPLAIN(j, f, name, "add it to the strings of each language",
			 "there is no string \"%.*s\"",
			 SLICE_ARG(slice_from(name, 2)));
}

/* `inside` stands between "{{" and "}}"; `whole` has them. */
static void join_marker(struct joiner *j, struct file *f, struct slice inside,
			struct slice whole)
{
	char first = inside.len ? inside.ptr[0] : '\0';
	struct slice rest = slice_from(inside, 1);
	if (first == '!')
		return;
	if (first == '>') {
		join_file(j, slice_trim(rest), f, whole);
		return;
	}
	if (slice_starts(inside, SLICE("T_"))) {
		join_string(j, f, inside);
		return;
	}
	if (first == '#' || first == '/')
		join_section(j, f, rest, first == '#');
	else if (first == '%' || first == '=')
		COMPLAIN(j, f, whole, "leave it out",
			 "only the pragma at the head of the file may stand "
			 "here");
	else if (!slice_eq(inside, SLICE("BI_SPACE")) &&
		 !slice_eq(inside, SLICE("BI_NEWLINE")))
		join_value(j, f, inside);
	buf_add(&j->out, whole);
}

/* --- one file ------------------------------------------------------------- */

static struct slice pragma_of(struct joiner *j)
{
	return arena_printf(j->arena, "{{%%AUTOESCAPE context=\"%s\"}}",
			    j->context);
}

static void join_text(struct joiner *j, struct file *f, struct slice rest)
{
	while (rest.len) {
		const char *open = NULL;
		for (size_t i = 0; i + 1 < rest.len && !open; i++)
			if (rest.ptr[i] == '{' && rest.ptr[i + 1] == '{')
				open = rest.ptr + i;
		size_t before = open ? (size_t)(open - rest.ptr) : rest.len;
		buf_add(&j->out, slice_sub(rest, 0, before));
		rest = slice_from(rest, before);
		if (!open)
			return;
		size_t end = 2;
		while (end + 1 < rest.len &&
		       !(rest.ptr[end] == '}' && rest.ptr[end + 1] == '}'))
			end++;
		if (end + 1 >= rest.len) {
			COMPLAIN(j, f, rest, "close it with }}",
				 "a marker begins here and does not end");
			return;
		}
		join_marker(j, f, slice_sub(rest, 2, end),
			    slice_sub(rest, 0, end + 2));
		rest = slice_from(rest, end + 2);
	}
}

static bool includes_itself(const struct file *f, struct slice path)
{
	for (; f; f = f->includer)
		if (slice_eq(f->path, path) || f->depth >= INCLUDE_DEPTH)
			return true;
	return false;
}

/* A file's name, not a path: a theme is one folder. */
static bool is_name(struct slice name)
{
	return slice_ends(name, SLICE(".tpl")) && name.ptr[0] != '.' &&
	       slice_find(name, '/', 0) == name.len;
}

static void join_file(struct joiner *j, struct slice name,
		      const struct file *includer, struct slice at)
{
	struct file f = { .includer = includer,
			  .depth = includer ? includer->depth + 1 : 0 };
	struct slice pragma = pragma_of(j);
	if (!is_name(name) ||
	    !read_file(j->folder, name, j->arena, &f.path, &f.text, j->diag)) {
		COMPLAIN(j, includer ? includer : &f, at,
			 "name a file of the theme's folder, such as head.tpl",
			 "the template \"%.*s\" is missing", SLICE_ARG(name));
		return;
	}
	if (includes_itself(includer, f.path)) {
		COMPLAIN(j, includer, at, "take one of the includes out",
			 "\"%.*s\" includes itself", SLICE_ARG(name));
		return;
	}
	if (!slice_starts(f.text, pragma)) {
		COMPLAIN(j, &f, f.text, "without it ctemplate escapes nothing",
			 "the first bytes must be %.*s", SLICE_ARG(pragma));
		return;
	}
	struct slice rest = slice_from(f.text, pragma.len);
	if (!includer)
		buf_add(&j->out, pragma);
	else if (slice_starts(rest, SLICE("\n")))
		rest = slice_from(rest, 1);
	join_text(j, &f, rest);
	for (size_t i = 0; i < f.open.count; i++)
		COMPLAIN(j, &f, f.open.items[i], "close it with {{/NAME}}",
			 "the section {{#%.*s}} does not close",
			 SLICE_ARG(f.open.items[i]));
	vec_release(&f.open);
}

/* --- all of it ------------------------------------------------------------ */

static bool open_strings(struct theme *theme, const char *folder,
			 struct slice language, struct arena *a, struct diag *d)
{
	struct slice path, text;
	struct slice name =
	    arena_printf(a, "strings.%.*s.yaml", SLICE_ARG(language));
	if (!read_file(folder, name, a, &path, &text, d)) {
		diag_add(d, DIAG_USAGE, (struct place){ path, 0, 0 },
			 "language: is id or en, or add such a file to the "
			 "theme",
			 "there are no strings for this language");
		return false;
	}
	return strings_read(&theme->strings, text, (struct place){ path, 0, 0 },
			    a, d);
}

bool theme_open(struct theme *theme, const char *folder, struct slice language,
		struct arena *a, struct diag *d)
{
	struct slice path;
	*theme = (struct theme){ 0 };
	if (!open_strings(theme, folder, language, a, d) ||
	    !read_file(folder, SLICE("style.css"), a, &path, &theme->style,
		       d) ||
	    !read_file(folder, SLICE("arsip.js"), a, &path, &theme->script, d))
		return false;
	struct joiner j = { .folder = folder,
			    .strings = &theme->strings,
			    .arena = a,
			    .diag = d,
			    .ok = true };
	theme->templates = tmpl_new();
	for (size_t i = 0; i < COUNT_OF(templates); i++) {
		buf_clear(&j.out);
		j.context = templates[i].context;
		join_file(&j, slice_of(templates[i].file), NULL,
			  (struct slice){ 0 });
		if (j.ok && !tmpl_add(theme->templates, (enum template_id)i,
				      buf_slice(&j.out))) {
			diag_add(d, DIAG_USAGE, place_of(templates[i].file),
				 "see the line that ctemplate printed",
				 "ctemplate refuses the template");
			j.ok = false;
		}
	}
	tmpl_freeze(theme->templates);
	buf_release(&j.out);
	return j.ok;
}

void theme_close(struct theme *theme)
{
	tmpl_free(theme->templates);
	theme->templates = NULL;
}
