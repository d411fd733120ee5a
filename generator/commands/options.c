/*
 * options.c - the command line: one table of options, one of commands; both
 * --help and the parser are made from them.
 */
#include "commands/command.h"

#include "base/nearest.h"
#include "base/pool.h"

#include <getopt.h>

#define VERSION "0.1"

static const struct command commands[] = {
	{ "init", "DIR", "begin a new site in a folder", run_init, "Cqh",
	  "arsip init my-site" },
	{ "build", NULL, "make the site in public/ from content/", run_build,
	  "CjsJqvh", NULL },
	{ "publish", NULL, "commit the site on a branch of a git repository",
	  run_publish, "CjbrpnsqvhJ", NULL },
	{ "serve", NULL, "show the site in a browser while you work on it",
	  run_serve, "CPjqvh", NULL },
	{ "check", NULL,
	  "report what is missing, doubtful or twice, and what to do",
	  run_check, "CjaosJqvh", NULL },
	{ "explain", "FILE",
	  "show an article line by line: kept, dropped or cut, and why",
	  run_explain, "CjqvhJ", "arsip explain content/2020/a.txt" },
	{ "export", NULL, "print every article as one line of JSON", run_export,
	  "Cjsqvh", NULL },
};

struct option_row {
	char letter; /* as getopt returns it */
	bool has_short;
	const char *name, *value, *help;
};
static const struct option_row rows[] = {
	{ 'C', true, "directory", "DIR", "the site's folder (default: .)" },
	{ 'P', false, "port", "N", "port on this machine (8000; 0: any free)" },
	{ 'j', true, "jobs", "N", "threads (default: all processors)" },
	{ 'b', false, "branch", "NAME", "branch to commit on (gh-pages)" },
	{ 'r', false, "repository", "DIR", "its repository (the site's)" },
	{ 'p', false, "push", "REMOTE", "then push the branch there" },
	{ 'n', true, "dry-run", NULL, "say what would change, change nothing" },
	{ 'a', false, "all", NULL, "every finding, not only the first few" },
	{ 'o', false, "override", "WORDS",
	  "print wanted titles with WORDS for references.yaml" },
	{ 's', false, "strict", NULL,
	  "write nothing if the content has an error or warning" },
	{ 'J', false, "json", NULL, "print the result as JSON" },
	{ 'q', true, "quiet", NULL, "errors only" },
	{ 'v', true, "verbose", NULL, "every report, not only the first few" },
	{ 'h', true, "help", NULL, "this text" },
};

static void print_options(FILE *to, const char *letters)
{
	fputs("\nOptions:\n", to);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct option_row *r = &rows[i];
		char name[40];
		if (!strchr(letters, r->letter))
			continue;
		snprintf(name, sizeof name, "--%s%s%s", r->name,
			 r->value ? " " : "", r->value ? r->value : "");
		fprintf(to, "  %c%c%c %-20s %s\n", r->has_short ? '-' : ' ',
			r->has_short ? r->letter : ' ',
			r->has_short ? ',' : ' ', name, r->help);
	}
}

static void print_help(FILE *to)
{
	fputs("arsip turns saved news articles into a website and commits it "
	      "with git.\n\n"
	      "Usage: arsip [-C DIR] COMMAND [OPTIONS]\n\nCommands:\n",
	      to);
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		fprintf(to, "  %-9s %s\n", commands[i].name,
			commands[i].summary);
	fputs("\narsip COMMAND --help lists the options of one. A site is a "
	      "folder with content/\nand, if you like, an arsip.yaml.\n\n"
	      "Exit status: 0 done, 1 content at fault (the site is built "
	      "without it),\n2 usage or configuration, 3 the machine, "
	      "4 the remote refused, 75 locked.\n",
	      to);
}

static void print_command_help(const struct command *c)
{
	printf("arsip %s: %s\n\nUsage: arsip [-C DIR] %s%s%s [OPTIONS]\n",
	       c->name, c->summary, c->name, c->operand ? " " : "",
	       c->operand ? c->operand : "");
	print_options(stdout, c->options);
}

static const struct command *mistake(int *status, const char *what,
				     const char *word, const char *help)
{
	fprintf(stderr, "arsip: error: %s%s%s\n  help: %s\n", what,
		word ? " " : "", word ? word : "", help);
	*status = 2;
	return NULL;
}

static void store(struct options *o, int letter, const char *value)
{
	switch (letter) {
	case 'C':
		o->site = value;
		break;
	case 'P':
		o->port = value;
		break;
	case 'j':
		o->jobs = value;
		break;
	case 'b':
		o->branch = value;
		break;
	case 'r':
		o->repository = value;
		break;
	case 'p':
		o->push = value;
		break;
	case 'n':
		o->dry_run = true;
		break;
	case 'a':
		o->all = true;
		break;
	case 'o':
		o->override = value;
		break;
	case 's':
		o->strict = true;
		break;
	case 'J':
		o->json = true;
		break;
	case 'q':
		o->quiet = true;
		break;
	case 'v':
		o->verbose = true;
		break;
	case 'h':
		o->help = true;
		break;
	default:
		BUG("an option without a place");
	}
}

/* getopt's two tables, of the options in `letters`. */
struct getopt_tables {
	struct option longs[COUNT_OF(rows) + 1];
	char shorts[COUNT_OF(rows) * 2 + 2];
};

static void make_tables(struct getopt_tables *t, const char *letters)
{
	size_t n = 0, s = 0;
	memset(t, 0, sizeof *t);
	t->shorts[s++] = '+';
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (!strchr(letters, rows[i].letter))
			continue;
		t->longs[n++] =
		    (struct option){ rows[i].name,
				     rows[i].value ? required_argument
						   : no_argument,
				     NULL, rows[i].letter };
		if (rows[i].has_short)
			t->shorts[s++] = rows[i].letter;
		if (rows[i].has_short && rows[i].value)
			t->shorts[s++] = ':';
	}
}

/* Options up to the next word that is none; false after a mistake. */
static bool read_some(int argc, char **argv, const char *letters,
		      struct options *o)
{
	struct getopt_tables t;
	int c;
	make_tables(&t, letters);
	while ((c = getopt_long(argc, argv, t.shorts, t.longs, NULL)) != -1) {
		if (c == '?') {
			fputs("  help: arsip --help, or arsip COMMAND --help, "
			      "lists the options\n",
			      stderr);
			return false;
		}
		store(o, c, optarg);
	}
	return true;
}

static bool is_jobs(const char *s)
{
	unsigned long n;
	return !s || (slice_number(slice_of(s), 256, &n) && n > 0);
}

static bool is_port(const char *s)
{
	unsigned long n;
	return !s || slice_number(slice_of(s), 65535, &n);
}

static const struct command *no_such_command(int *status, const char *word)
{
	const char *names[COUNT_OF(commands) + 1] = { 0 };
	char help[80];
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		names[i] = commands[i].name;
	const char *near = nearest(slice_of(word), names);
	snprintf(help, sizeof help, "%s%s%sarsip --help lists them",
		 near ? "did you mean " : "", near ? near : "",
		 near ? "? " : "");
	return mistake(status, "no such command:", word, help);
}

static const struct command *no_operand(int *status, const struct command *c)
{
	char needs[20];
	snprintf(needs, sizeof needs, "needs a %s", c->operand);
	return mistake(status, c->name, needs, c->example);
}

const struct command *options_read(int argc, char **argv, struct options *o,
				   int *status)
{
	const struct command *command = NULL;
	*o = (struct options){ .site = "." };
	*status = 2;
	if (argc > 1 && strcmp(argv[1], "--version") == 0) {
		puts("arsip " VERSION);
		*status = 0;
		return NULL;
	}
	if (!read_some(argc, argv, "Ch", o))
		return NULL;
	if (o->help || optind >= argc) {
		print_help(o->help ? stdout : stderr);
		*status = o->help ? 0 : 2;
		return NULL;
	}
	for (size_t i = 0; i < COUNT_OF(commands) && !command; i++)
		if (strcmp(argv[optind], commands[i].name) == 0)
			command = &commands[i];
	if (!command)
		return no_such_command(status, argv[optind]);
	if (!*o->site)
		return mistake(status, "--directory is empty", NULL,
			       "name the site's folder, or leave it out to use "
			       "the present one");
	optind++;
	if (!read_some(argc, argv, command->options, o))
		return NULL;
	if (optind < argc && command->operand) {
		o->operand = argv[optind++];
		/* At the end getopt would go back behind a "--". */
		if (optind < argc &&
		    !read_some(argc, argv, command->options, o))
			return NULL;
	}
	if (o->help) {
		print_command_help(command);
		*status = 0;
		return NULL;
	}
	if (optind < argc)
		return mistake(status, "unexpected argument:", argv[optind],
			       "arsip COMMAND --help lists what it takes");
	if (command->operand && (!o->operand || !*o->operand))
		return no_operand(status, command);
	if (!is_jobs(o->jobs))
		return mistake(status,
			       "--jobs takes a number from 1 to 256, "
			       "not",
			       o->jobs, "leave it out to use all processors");
	if (!is_port(o->port))
		return mistake(status,
			       "--port takes a number from 0 to 65535, not",
			       o->port, "leave it out to use 8000");
	return command;
}

unsigned options_jobs(const struct options *o)
{
	unsigned long n;
	if (o->jobs && slice_number(slice_of(o->jobs), 256, &n))
		return (unsigned)n;
	return pool_default_jobs();
}
