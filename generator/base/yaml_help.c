/*
 * yaml_help.c - libyaml's messages are written for people who know its
 * grammar; these are for people who know news. Knows the messages, but nothing
 * else of libyaml.
 */
#include "base/yaml_help.h"

#include "base/slice.h"

#define QUOTE_IT                                                               \
	"put the value in quotes, for example title: \"Sidang: Putusan\""
#define SINGLE_QUOTES                                                          \
	"write \\\\ for a backslash, or put the value in single quotes"

/* The first that fits counts; the last one fits anything. */
static const struct complaint {
	const char *context;  /* how its context begins, NULL for any */
	const char *problem;  /* how its message begins */
	struct yaml_help say; /* words NULL: libyaml's own */
} complaints[] = {
	{ NULL,
	  "mapping values are not allowed",
	  { false,
	    "a colon in a value, or a line that begins too far to the right",
	    QUOTE_IT "; begin keys of one level in the same column" } },
	{ "while scanning a quoted scalar",
	  "found unexpected end of stream",
	  { true, "a quotation mark is never closed",
	    "close it at the end of the value; inside \"...\" write \\\" for a "
	    "quotation mark" } },
	{ "while scanning a quoted scalar",
	  "found unexpected document",
	  { true, "a quotation mark is not closed before the document ends",
	    "close it at the end of the value" } },
	{ NULL,
	  "found unknown escape",
	  { false, "there is no such escape in \"...\"", SINGLE_QUOTES } },
	{ NULL,
	  "did not find expected hexdecimal",
	  { false, "\\x, \\u and \\U need 2, 4 and 8 hexadecimal digits",
	    SINGLE_QUOTES } },
	{ NULL,
	  "found invalid Unicode character escape",
	  { false, "an escape names a character that does not exist",
	    SINGLE_QUOTES } },
	{ NULL,
	  "could not find expected ':'",
	  { true, "a line that is no \"key: value\"",
	    "write key: value, with a blank behind the colon; indent a line "
	    "that goes on with the value above" } },
	{ "while parsing a block mapping",
	  "did not find expected key",
	  { false, "something that is no key begins here",
	    "begin keys of one level in the same column; a value that begins "
	    "with a quotation mark or bracket must end with it" } },
	{ "while parsing a block collection",
	  "did not find expected '-'",
	  { false, "something that is no item of the list begins here",
	    "begin each item with \"- \", all in the same column" } },
	{ "while parsing a flow sequence",
	  "did not find expected ','",
	  { true, "a list in [ ] is not closed, or lacks a comma",
	    "close it with ]; put a value that only begins with [ in "
	    "quotes" } },
	{ "while parsing a flow mapping",
	  "did not find expected ','",
	  { true, "a map in { } is not closed, or lacks a comma",
	    "close it with }; put a value that only begins with { in "
	    "quotes" } },
	{ "while scanning an alias",
	  "",
	  { true, "a value must not begin with *", QUOTE_IT } },
	{ "while scanning an anchor",
	  "",
	  { true, "a value must not begin with &", QUOTE_IT } },
	{ "while scanning a tag",
	  "",
	  { true, "a value must not begin with !", QUOTE_IT } },
	{ "while parsing a tag",
	  "",
	  { true, "a value must not begin with !", QUOTE_IT } },
	{ NULL,
	  "found undefined tag handle",
	  { false, "a value must not begin with !", QUOTE_IT } },
	{ NULL,
	  "found a tab",
	  { false, "a tab indents this line",
	    "indent with blanks, never with tabs" } },
	{ "while scanning a block scalar",
	  "",
	  { false,
	    "a value that begins with | or > must go on in the next line",
	    QUOTE_IT } },
	{ NULL,
	  "found character that cannot start any token",
	  { false, "a value must not begin with this character", QUOTE_IT } },
	{ NULL,
	  "block sequence entries are not allowed",
	  { false, "a list cannot begin here",
	    "begin it on a line of its own below the key, or put the value in "
	    "quotes" } },
	{ NULL,
	  "did not find expected <document start>",
	  { false, "something follows the end of the document",
	    "begin all keys of the first level in the same column" } },
	{ "while scanning a directive",
	  "",
	  { true, "a line must not begin with %", QUOTE_IT } },
	{ NULL,
	  "found incompatible YAML",
	  { false, "a %YAML line asks for another version of YAML",
	    "take the line that begins with % out" } },
	{ NULL,
	  "control characters are not allowed",
	  { false, "a control character, which cannot be seen", "delete it" } },
	{ NULL,
	  "invalid ",
	  { false, "bytes that are no UTF-8", "save the file as UTF-8" } },
	{ NULL,
	  "incomplete UTF-8",
	  { false, "bytes that are no UTF-8", "save the file as UTF-8" } },
	{ NULL, "", { false, NULL, QUOTE_IT } },
};

static bool fits(const struct complaint *c, struct slice context,
		 struct slice problem)
{
	return slice_starts(problem, slice_of(c->problem)) &&
	       (!c->context || slice_starts(context, slice_of(c->context)));
}

struct yaml_help yaml_help_for(const char *context, const char *problem)
{
	const struct complaint *c = complaints;
	struct yaml_help say;

	while (!fits(c, slice_of(context), slice_of(problem)))
		c++;
	say = c->say;
	if (!say.words)
		say.words = problem ? problem : "libyaml does not say why";
	return say;
}
