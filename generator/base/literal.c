/*
 * literal.c - see literal.h. Only what stands outside of all brackets counts;
 * alternatives there, or anything unusual, and nothing is known.
 */
#include "base/literal.h"

#include "base/buf.h"

enum {
	LITERAL_LEAST = 3 /* bytes; shorter ones are in most texts */
};

struct parser {
	struct slice in;
	size_t at;
	bool caseless, unknown;
	struct buf run; /* of characters that follow each other */
	size_t last;	/* where its last character begins */
	struct literal best;
	struct arena *arena;
};

/* --- which byte to look for ----------------------------------------------- */

/* The more, the rarer in a text in Latin letters. */
static int rarity(char c)
{
	static const char common[] = "ane itudkrsmglpbyhojcwvfzqx,.-";
	const char *found = c ? strchr(common, c) : NULL;
	return found ? (int)(found - common) : (int)sizeof common;
}

/* False if no byte of it can be looked for. */
static bool choose(struct literal *l)
{
	int best = -1;
	for (size_t i = 0; i < l->bytes.len; i++) {
		char c = l->bytes.ptr[i];
		if (l->caseless && (is_ascii_letter(c) || c == ' '))
			continue; /* not one byte to look for, or everywhere */
		if (rarity(c) > best) {
			best = rarity(c);
			l->rare = i;
		}
	}
	return best >= 0;
}

/* --- the pattern ---------------------------------------------------------- */

static char peek(const struct parser *p)
{
	return p->at < p->in.len ? p->in.ptr[p->at] : '\0';
}

static bool take(struct parser *p, char c)
{
	bool there = p->at < p->in.len && p->in.ptr[p->at] == c;
	p->at += there;
	return there;
}

static void end_run(struct parser *p)
{
	struct literal l = { buf_slice(&p->run), 0, p->caseless };
	if (l.bytes.len >= LITERAL_LEAST && l.bytes.len > p->best.bytes.len &&
	    choose(&l)) {
		l.bytes = arena_copy(p->arena, l.bytes);
		p->best = l;
	}
	buf_clear(&p->run);
	p->last = 0;
}

/*
 * U+017F is an "s" and U+212A a "k" to PCRE2 if case does not count, and what
 * is beyond ASCII has cases of its own.
 */
static void add_byte(struct parser *p, char c)
{
	if (p->caseless && ((c | 0x20) == 's' || (c | 0x20) == 'k' ||
			    (unsigned char)c >= 0x80)) {
		end_run(p);
		return;
	}
	if (((unsigned char)c & 0xC0) != 0x80)
		p->last = p->run.len;
	buf_byte(&p->run,
		 p->caseless && is_ascii_letter(c) ? (char)(c | 0x20) : c);
}

/* The character before may be missing. */
static void forget_last(struct parser *p)
{
	p->run.len = p->last;
	end_run(p);
}

/* "{2,5}"; false, and nothing taken, if the brace is only a brace. */
static bool take_count(struct parser *p)
{
	size_t start = p->at;
	take(p, '{');
	while (is_digit(peek(p)) || peek(p) == ',')
		p->at++;
	if (p->at > start + 1 && take(p, '}'))
		return true;
	p->at = start;
	return false;
}

/* p->at is behind the bracket that opens it. */
static void skip_class(struct parser *p)
{
	take(p, '^');
	take(p, ']'); /* the first is a character */
	while (p->at < p->in.len && !take(p, ']')) {
		p->unknown |= peek(p) == '['; /* [:alpha:] or the like */
		take(p, '\\');
		p->at++;
	}
}

/* Behind a backslash: a character, or what stands for one or for a place. */
static void take_escape(struct parser *p, bool counts)
{
	static const char simple[] = "dDwWsShHvVbBARnrtfeaGzZX";
	char c = peek(p);
	p->at++;
	if ((c == 'p' || c == 'P') && peek(p) == '{') {
		p->at = slice_find(p->in, '}', p->at) + 1;
	} else if (c > ' ' && c < 0x7F && !is_digit(c) && !is_ascii_letter(c)) {
		if (counts)
			add_byte(p, c);
		return;
	} else if (!c || !strchr(simple, c)) {
		p->unknown = true; /* \x41, \Q, \1, \K */
	}
	if (counts)
		end_run(p);
}

/* "(?i)" changes what follows it, "(?x" what a pattern looks like. */
static void check_options(struct parser *p)
{
	size_t at = p->at + 1;
	if (peek(p) != '?')
		return;
	while (at < p->in.len && strchr("imsxnJU^-a", p->in.ptr[at]))
		p->unknown |= p->in.ptr[at++] == 'x';
	p->unknown |= at < p->in.len && p->in.ptr[at] == ')';
}

/* p->at is behind the bracket that opens it. */
static void skip_group(struct parser *p)
{
	size_t depth = 1;
	check_options(p);
	while (depth && p->at < p->in.len && !p->unknown) {
		if (take(p, '\\')) {
			take_escape(p, false);
		} else if (take(p, '[')) {
			skip_class(p);
		} else if (take(p, '(')) {
			depth++;
			check_options(p);
		} else {
			depth -= peek(p) == ')';
			p->at++;
		}
	}
}

static void step(struct parser *p)
{
	if (take(p, '\\')) {
		take_escape(p, true);
	} else if (take(p, '[')) {
		skip_class(p);
		end_run(p);
	} else if (take(p, '(')) {
		skip_group(p);
		end_run(p);
	} else if (take(p, '?') || take(p, '*') ||
		   (peek(p) == '{' && take_count(p))) {
		forget_last(p);
	} else if (take(p, '+') || take(p, '.') || take(p, '^') ||
		   take(p, '$')) {
		end_run(p);
	} else if (peek(p) == '|' || peek(p) == ')') {
		p->unknown = true;
	} else {
		add_byte(p, p->in.ptr[p->at++]);
	}
}

static bool has(struct slice s, struct slice part)
{
	for (size_t i = 0; i + part.len <= s.len; i++)
		if (slice_starts(slice_from(s, i), part))
			return true;
	return false;
}

struct literal literal_of(struct slice pattern, bool caseless, struct arena *a)
{
	struct parser p = { .in = pattern, .caseless = caseless, .arena = a };
	/* verbs, comments, quotations: what they hold is no pattern */
	p.unknown = has(pattern, SLICE("(*")) || has(pattern, SLICE("(?#")) ||
		    has(pattern, SLICE("\\Q"));
	while (p.at < p.in.len && !p.unknown)
		step(&p);
	end_run(&p);
	buf_release(&p.run);
	if (p.unknown)
		p.best = (struct literal){ 0 };
	return p.best;
}

/* --- the text ------------------------------------------------------------- */

static bool same(const struct literal *l, const char *text)
{
	if (!l->caseless)
		return memcmp(text, l->bytes.ptr, l->bytes.len) == 0;
	for (size_t i = 0; i < l->bytes.len; i++) {
		char c = text[i];
		if ((is_ascii_letter(c) ? (char)(c | 0x20) : c) !=
		    l->bytes.ptr[i])
			return false;
	}
	return true;
}

bool literal_in(const struct literal *l, struct slice text)
{
	size_t behind = l->bytes.len - l->rare; /* with the rare byte itself */
	if (!l->bytes.len)
		return true;
	if (text.len < l->bytes.len)
		return false;
	/* where the rare byte of a literal may be */
	struct slice in = slice_sub(text, l->rare, text.len - behind + 1);
	char rare = l->bytes.ptr[l->rare];
	for (size_t i = slice_find(in, rare, 0); i < in.len;
	     i = slice_find(in, rare, i + 1))
		if (same(l, text.ptr + i))
			return true;
	return false;
}
