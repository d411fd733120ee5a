/*
 * regex.c - the one adapter to PCRE2. Whoever wrote a pattern gets PCRE2's own
 * message; whoever wrote the text gets no say in how long matching takes.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/regex.h"

#include "base/literal.h"
#include "base/text.h"

#include <pcre2.h>

enum {
	/* Steps back that one match may take: some milliseconds. */
	MATCH_LIMIT = 1000000,
	HEAP_LIMIT = 20 * 1024, /* KiB, for the interpreter */
	JIT_STACK_MIN = 32 * 1024,
	JIT_STACK_MAX = 1024 * 1024,
	GROUPS_MIN = 16,
	MESSAGE_SIZE = 256,
	SHOWN = 60, /* characters of a pattern that a message quotes */
};

/*
 * Most lines fail most patterns, and it can be seen without PCRE2: for an
 * anchored pattern by the bytes that a match may begin with, for any by the
 * literal that a match must hold.
 */
struct regex {
	struct arena memory; /* in which this struct lies */
	pcre2_code *code;
	bool jit;
	uint32_t groups;
	struct literal literal;
	bool first_known;
	uint8_t first[32]; /* a bit for each byte */
};

struct regex_matcher {
	struct arena memory; /* in which this struct lies */
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	pcre2_match_data *data;
	uint32_t room;	/* groups that data has room for */
	uint32_t count; /* groups of the last search, 0 if it failed */
	struct slice text;
};

/* Stops the program if PCRE2 could not allocate. */
static void need(const void *memory)
{
	if (!memory)
		base_no_memory_in("PCRE2");
}

static uint32_t compile_options(unsigned flags)
{
	/* \C would let a match end inside a character. */
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;

	if (flags & REGEX_CASELESS)
		options |= PCRE2_CASELESS;
	if (flags & (REGEX_ANCHORED | REGEX_FULL))
		options |= PCRE2_ANCHORED;
	if (flags & REGEX_FULL)
		options |= PCRE2_ENDANCHORED;
	return options;
}

static void report(struct slice pattern, int error, size_t offset,
		   struct place at, struct diag *d)
{
	PCRE2_UCHAR message[MESSAGE_SIZE];
	struct slice shown = text_head(pattern, SHOWN);
	size_t column = text_length(slice_sub(pattern, 0, offset)) + 1;

	pcre2_get_error_message(error, message, sizeof message);
	diag_add(d, DIAG_USAGE, at,
		 "see man pcre2pattern; a \\ before one of . ? * + ( ) [ { | "
		 "^ $ makes it stand for itself",
		 "the pattern \"%.*s%s\" is wrong at its character %zu: %s",
		 SLICE_ARG(shown), shown.len < pattern.len ? "..." : "", column,
		 (const char *)message);
}

static void allow_first(struct regex *re, unsigned char byte)
{
	re->first[byte / 8] |= (uint8_t)(1u << byte % 8);
}

/* PCRE2 tells what begins a match for a pattern that is not anchored only. */
static void find_first(struct regex *re, struct slice pattern, unsigned flags)
{
	uint32_t options =
	    compile_options(flags & ~(unsigned)(REGEX_ANCHORED | REGEX_FULL));
	uint32_t type = 0, byte = 0, empty = 1;
	const uint8_t *bitmap = NULL;
	PCRE2_SIZE offset;
	int error;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern.ptr, pattern.len,
					 options, &error, &offset, NULL);

	if (!code)
		return;
	pcre2_pattern_info(code, PCRE2_INFO_MATCHEMPTY, &empty);
	pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODETYPE, &type);
	pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODEUNIT, &byte);
	pcre2_pattern_info(code, PCRE2_INFO_FIRSTBITMAP, &bitmap);
	re->first_known = !empty && (bitmap || (type == 1 && byte < 0x80));
	if (re->first_known && bitmap) {
		memcpy(re->first, bitmap, sizeof re->first);
	} else if (re->first_known) {
		allow_first(re, (unsigned char)byte);
		if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z')
			allow_first(re, (unsigned char)(byte ^ 0x20));
	}
	pcre2_code_free(code);
}

bool regex_may_begin(const struct regex *re, char byte)
{
	unsigned char b = (unsigned char)byte;

	return !re->first_known || (re->first[b / 8] >> b % 8 & 1);
}

static bool may_begin(const struct regex *re, struct slice text, size_t at)
{
	if (at < text.len)
		return regex_may_begin(re, text.ptr[at]);
	return !re->first_known;
}

struct regex *regex_new(struct slice pattern, unsigned flags, struct place at,
			struct diag *d)
{
	struct arena memory = { 0 };
	struct regex *re;
	pcre2_code *code;
	PCRE2_SIZE offset, jit_size = 0;
	int error;

	if (!pattern.ptr)
		pattern = SLICE("");
	code = pcre2_compile((PCRE2_SPTR)pattern.ptr, pattern.len,
			     compile_options(flags), &error, &offset, NULL);
	if (!code) {
		report(pattern, error, offset, at, d);
		return NULL;
	}
	re = ARENA_NEW(&memory, struct regex);
	re->code = code;
	/* Where this fails (no JIT here), matching is slower, no more. */
	(void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	pcre2_pattern_info(code, PCRE2_INFO_JITSIZE, &jit_size);
	re->jit = jit_size > 0;
	pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &re->groups);
	re->literal = literal_of(pattern, flags & REGEX_CASELESS, &memory);
	re->memory = memory;
	if (flags & (REGEX_ANCHORED | REGEX_FULL))
		find_first(re, pattern, flags);
	return re;
}

void regex_free(struct regex *re)
{
	struct arena memory;

	if (!re)
		return;
	pcre2_code_free(re->code);
	memory = re->memory;
	arena_release(&memory);
}

struct regex_matcher *regex_matcher_new(void)
{
	struct arena memory = { 0 };
	struct regex_matcher *m = ARENA_NEW(&memory, struct regex_matcher);

	m->memory = memory;
	m->context = pcre2_match_context_create(NULL);
	need(m->context);
	pcre2_set_match_limit(m->context, MATCH_LIMIT);
	pcre2_set_heap_limit(m->context, HEAP_LIMIT);
	/* No stack means no JIT on this machine. */
	m->stack = pcre2_jit_stack_create(JIT_STACK_MIN, JIT_STACK_MAX, NULL);
	if (m->stack)
		pcre2_jit_stack_assign(m->context, NULL, m->stack);
	m->room = GROUPS_MIN;
	m->data = pcre2_match_data_create(m->room, NULL);
	need(m->data);
	return m;
}

void regex_matcher_free(struct regex_matcher *m)
{
	struct arena memory;

	if (!m)
		return;
	pcre2_match_data_free(m->data);
	pcre2_jit_stack_free(m->stack);
	pcre2_match_context_free(m->context);
	memory = m->memory;
	arena_release(&memory);
}

static void make_room(struct regex_matcher *m, uint32_t groups)
{
	if (groups < m->room)
		return;
	pcre2_match_data_free(m->data);
	m->room = groups + 1;
	m->data = pcre2_match_data_create(m->room, NULL);
	need(m->data);
}

bool regex_search(const struct regex *re, struct regex_matcher *m,
		  struct slice text, size_t from)
{
	PCRE2_SPTR bytes;
	int count;

	m->count = 0;
	if (from > text.len || !may_begin(re, text, from) ||
	    !literal_in(&re->literal, slice_from(text, from)))
		return false;
	if (!text.ptr)
		text = SLICE("");
	make_room(m, re->groups);
	bytes = (PCRE2_SPTR)text.ptr;
	/* Running into a limit is an error code too: no match. */
	count = re->jit ? pcre2_jit_match(re->code, bytes, text.len, from, 0,
					  m->data, m->context)
			: pcre2_match(re->code, bytes, text.len, from,
				      PCRE2_NO_UTF_CHECK, m->data, m->context);
	if (count <= 0)
		return false;
	m->count = (uint32_t)count;
	m->text = text;
	return true;
}

struct slice regex_group(const struct regex_matcher *m, unsigned group)
{
	const PCRE2_SIZE *pairs = pcre2_get_ovector_pointer(m->data);

	size_t i = 2 * (size_t)group;

	if (group >= m->count || pairs[i] == PCRE2_UNSET)
		return slice_make(NULL, 0);
	return slice_sub(m->text, pairs[i], pairs[i + 1]);
}

unsigned regex_group_number(const struct regex *re, const char *name)
{
	int number =
	    pcre2_substring_number_from_name(re->code, (PCRE2_SPTR)name);

	return number > 0 ? (unsigned)number : 0;
}
