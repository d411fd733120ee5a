/*
 * init.c - `arsip init DIR`: a new site, from the files of commands/starter/
 * that are compiled in. It only makes files that are not there; what somebody
 * wrote is never touched.
 */
#include "commands/command.h"

#include "base/embed.h"
#include "base/fs.h"
#include "base/visible.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * arsip.yaml comes last: with it the folder is a site, and an init that broke
 * off before can be run again.
 */
static const struct starter {
	const char *path, *from;
	bool is_content; /* not where there is a content folder already */
} starters[] = {
	{ "content/contoh.txt", "starter/artikel.txt", true },
	{ "content/pages/tentang.md", "starter/tentang.md", true },
	{ ".gitignore", "starter/gitignore", false },
	{ "arsip.yaml", "starter/arsip.yaml", false },
};

struct init {
	struct slice folder;
	struct arena arena;
	struct diag *diag;
	bool has_content; /* before we came */
	bool made[COUNT_OF(starters)];
};

static const char *below(struct init *s, const char *path)
{
	return arena_printf(&s->arena, "%.*s/%s", SLICE_ARG(s->folder), path)
	    .ptr;
}

static bool is_there(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0;
}

/* True if the folder can become a site; what is no folder is found later. */
static bool is_free(struct init *s)
{
	const char *config = below(s, "arsip.yaml");
	if (!is_there(config))
		return true;
	diag_add(s->diag, DIAG_USAGE, place_of(config),
		 "name another folder, or edit this file; man 5 arsip.yaml "
		 "lists all keys",
		 "there is a site here already; nothing was changed");
	return false;
}

static int write_all(int fd, struct slice bytes)
{
	while (bytes.len) {
		ssize_t n = write(fd, bytes.ptr, bytes.len);
		if (n < 0 && errno != EINTR)
			return errno;
		bytes = slice_from(bytes, n > 0 ? (size_t)n : 0);
	}
	return 0;
}

/* O_EXCL: whoever made it meanwhile keeps what he wrote, link or file. */
static int make_file(const char *path, struct slice bytes, bool *made)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		return errno == EEXIST ? 0 : errno;
	int err = write_all(fd, bytes);
	if (close(fd) && !err)
		err = errno;
	if (err)
		unlink(path);
	*made = !err;
	return err;
}

static int make_folder_of(struct init *s, const char *path)
{
	struct slice folder = slice_of(path);
	while (folder.len && folder.ptr[folder.len - 1] != '/')
		folder.len--;
	return fs_make_folders(
	    arena_zstr(&s->arena, slice_sub(folder, 0, folder.len - 1)));
}

/* False after reporting. */
static bool make_site(struct init *s)
{
	s->has_content = is_there(below(s, "content"));
	for (size_t i = 0; i < COUNT_OF(starters); i++) {
		const struct starter *one = &starters[i];
		const char *path = below(s, one->path);
		struct slice bytes = embedded_find(slice_of(one->from));
		if (one->is_content && s->has_content)
			continue;
		int err = make_folder_of(s, path);
		if (!err)
			err = make_file(path, bytes, &s->made[i]);
		if (err) {
			diag_errno(s->diag, path, err, "cannot make this file",
				   "name a folder that can be written to; what "
				   "was made so far stays");
			return false;
		}
	}
	return true;
}

/* --- what is said --------------------------------------------------------- */

static void print_visible(struct slice s)
{
	struct buf shown = { 0 };
	visible_add(&shown, s);
	fwrite(shown.ptr, 1, shown.len, stdout);
	buf_release(&shown);
}

/* As a shell takes it. */
static void print_word(struct slice word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789-_./+,";
	struct buf quoted = { 0 };
	bool needs = false;
	buf_byte(&quoted, '\'');
	for (size_t i = 0; i < word.len; i++) {
		needs |= !memchr(plain, word.ptr[i], sizeof plain - 1);
		if (word.ptr[i] == '\'')
			buf_add(&quoted, SLICE("'\\'"));
		buf_byte(&quoted, word.ptr[i]);
	}
	buf_byte(&quoted, '\'');
	print_visible(needs ? buf_slice(&quoted) : word);
	buf_release(&quoted);
}

static void print_fate(struct init *s, const char *fate, const char *path)
{
	printf("%s  ", fate);
	print_visible(slice_of(below(s, path)));
	putchar('\n');
}

static void print_command(const struct init *s, const char *command)
{
	fputs("  arsip -C ", stdout);
	print_word(s->folder);
	printf(" %s\n", command);
}

static void print_result(struct init *s)
{
	for (size_t i = 0; i < COUNT_OF(starters); i++)
		if (s->made[i])
			print_fate(s, "made", starters[i].path);
		else if (!starters[i].is_content)
			print_fate(s, "kept", starters[i].path);
	if (s->has_content)
		print_fate(s, "kept", "content");
	puts("\nPut articles into content/. To look at the site, and to make "
	     "it:");
	print_command(s, "serve");
	print_command(s, "build");
}

static struct slice folder_of(struct init *s, const struct options *o)
{
	struct slice path = slice_of(o->operand);
	while (path.len > 1 && path.ptr[path.len - 1] == '/')
		path.len--;
	if (path.ptr[0] == '/' || strcmp(o->site, ".") == 0)
		return path;
	return arena_printf(&s->arena, "%s/%.*s", o->site, SLICE_ARG(path));
}

int run_init(const struct options *o)
{
	struct init s = { .diag = diag_new() };
	s.folder = folder_of(&s, o);
	if (is_free(&s) && make_site(&s) && !o->quiet)
		print_result(&s);
	diag_print(s.diag, stderr,
		   (struct diag_style){ .colour = isatty(STDERR_FILENO) &&
						  !getenv("NO_COLOR"),
					.quiet = o->quiet });
	int status = diag_status(s.diag, false);
	diag_free(s.diag);
	arena_release(&s.arena);
	return status;
}
