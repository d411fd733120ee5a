/*
 * dateline.c - where and for whom it was written: the dateline at the head of
 * the text. Which words it is of, the rules say; that a name is the outlet's,
 * the host of the article's address may.
 */
#include "loader/dates.h"
#include "loader/internal.h"

#include "base/text.h"

#include <string.h>

enum {
	DATELINE_LINES = 3, /* a standfirst or two may stand before it */
	AGAIN_LEAST = 100,  /* bytes of a first paragraph that comes twice */
	HOST_MOST = 253,    /* bytes: RFC 1035 */
	NAME_LEAST = 3,	    /* letters of an outlet, and of either half */
};

/* --- the address ---------------------------------------------------------- */

/* "newskabarcoid" of "https://news.kabar.co.id/1", or empty. */
static struct slice host_letters(struct arena *a, struct slice url)
{
	size_t at = slice_find(url, ':', 0), n = 0;
	char *out = ARENA_ARRAY(a, char, HOST_MOST);
	if (!slice_starts(slice_from(url, at), SLICE("://")))
		return SLICE("");
	for (at += 3; at < url.len && !strchr("/?#:", url.ptr[at]); at++) {
		if (n == HOST_MOST)
			return SLICE("");
		if (is_ascii_letter(url.ptr[at]) || is_digit(url.ptr[at]))
			out[n++] = to_small(url.ptr[at]);
	}
	return slice_make(out, n);
}

/* How many of the letters from `at` on stand in a row in the host. */
static size_t longest_in(struct slice host, struct slice name, size_t at)
{
	size_t best = 0;
	for (size_t i = 0; i < host.len; i++) {
		size_t n = 0;
		while (at + n < name.len && i + n < host.len &&
		       name.ptr[at + n] == host.ptr[i + n])
			n++;
		best = n > best ? n : best;
	}
	return best;
}

/* "KABAR" and "KabarNews" name news.kabar.co.id: letters in one or two rows. */
static bool names_host(struct arena *a, struct slice host, struct slice name)
{
	char *out = arena_zstr(a, name);
	size_t n = 0;
	for (size_t i = 0; i < name.len; i++)
		if (is_ascii_letter(out[i]) || is_digit(out[i]))
			out[n++] = to_small(out[i]);
	struct slice letters = slice_make(out, n);
	size_t first = longest_in(host, letters, 0);
	size_t second = first < n ? longest_in(host, letters, first) : 0;
	return first >= NAME_LEAST && first + second == n &&
	       (!second || second >= NAME_LEAST);
}

/* --- taking it ------------------------------------------------------------ */

/* Behind the dateline, said once or, as some pages do, again and again. */
static struct slice behind_dateline(struct slice text, struct slice said)
{
	struct slice words = text_trim(said);
	do
		text = text_trim(slice_from(text, words.len));
	while (words.len && slice_starts(text, words));
	return text;
}

/* Blanks levelled, and none before the comma of "Karta , Lampung". */
static struct slice place_name(struct arena *a, struct slice said)
{
	struct slice place = text_level(a, said);
	size_t comma = slice_find(place, ',', 0);
	if (comma == place.len ||
	    !slice_ends(slice_sub(place, 0, comma), SLICE(" ")))
		return place;
	return arena_printf(a, "%.*s%.*s",
			    SLICE_ARG(slice_sub(place, 0, comma - 1)),
			    SLICE_ARG(slice_from(place, comma)));
}

/* What a rule needs to have found. */
enum need {
	NEED_ANY,
	NEED_PLACE,
	NEED_BOTH
};

/* The first rule whose dateline the text begins with, or NULL. */
static const struct rule *rule_for(struct cleaner *c, struct slice text,
				   struct slice host, enum need need)
{
	size_t count;
	const struct rule *rules = rules_of(c->rules, RULE_DATELINE, &count);
	for (size_t i = 0; i < count; i++) {
		const struct rule *r = &rules[i];
		if ((need >= NEED_PLACE && !r->place) ||
		    (need == NEED_BOTH && !r->outlet) ||
		    (r->by_address && !host.len) ||
		    !regex_search(r->regex, c->matcher, text, 0) ||
		    (r->by_address &&
		     !names_host(c->arena, host,
				 regex_group(c->matcher, r->outlet))))
			continue;
		return r;
	}
	return NULL;
}

static bool take_from(struct cleaner *c, struct line *line, struct slice host,
		      enum need need)
{
	const struct rule *rule = rule_for(c, line->text, host, need);
	if (!rule)
		return false;
	struct slice all = regex_group(c->matcher, 0);
	struct slice place = regex_group(c->matcher, rule->place);
	struct slice outlet = regex_group(c->matcher, rule->outlet);
	if (rule->place)
		c->doc->dateline = place_name(c->arena, place);
	if (rule->outlet)
		c->doc->outlet = text_level(c->arena, outlet);
	struct slice rest = behind_dateline(line->text, all);
	cleaner_trace(c, line->number, FATE_USED, rule->name, rule->why,
		      slice_sub(line->text, 0, line->text.len - rest.len));
	line->text = rest;
	line->gone = !line->text.len;
	return true;
}

/* --- what stands around it ------------------------------------------------ */

/* The same but for blanks: some were lost where links stood. */
static bool same_but_blanks(struct slice a, struct slice b)
{
	size_t i = 0, k = 0;
	for (;;) {
		while (i < a.len && is_blank(a.ptr[i]))
			i++;
		while (k < b.len && is_blank(b.ptr[k]))
			k++;
		if (i == a.len || k == b.len)
			return i == a.len && k == b.len;
		if (a.ptr[i++] != b.ptr[k++])
			return false;
	}
}

/* The last word, its full stop and all. */
static struct slice last_word(struct slice s)
{
	size_t at = s.len;
	while (at && !is_blank(s.ptr[at - 1]))
		at--;
	return slice_from(s, at);
}

/* A long first paragraph that comes again with its dateline: no refrain. */
static void drop_lead_again(struct cleaner *c, const struct line *lead,
			    struct slice host)
{
	struct line *next =
	    cleaner_first(c, (size_t)(lead - c->lines.items) + 1);
	if (!next || lead->gone || lead->text.len < AGAIN_LEAST ||
	    !slice_ends(text_trim(next->text),
			last_word(text_trim(lead->text))) ||
	    !rule_for(c, next->text, host, NEED_BOTH))
		return;
	struct slice rest =
	    behind_dateline(next->text, regex_group(c->matcher, 0));
	if (same_but_blanks(lead->text, rest))
		cleaner_drop(c, next, "lead-again",
			     "the first paragraph with its dateline, again");
}

/* "Senin, 22 September 2025" and nothing else. */
static bool is_day_line(struct slice s)
{
	size_t at = 0;
	struct mention m;
	return mention_next(s, &at, &m) && m.year && m.weekday >= 0 && !m.at &&
	       m.end == s.len;
}

/* Of the first paragraph, or of one below a day or a standfirst. */
void take_dateline(struct cleaner *c, struct slice url)
{
	struct line *first = NULL;
	struct slice host = host_letters(c->arena, url);
	size_t looked = 0;
	for (size_t i = 0; i < c->lines.count && looked < DATELINE_LINES; i++) {
		struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		bool below_day = looked == 1 && is_day_line(first->text);
		enum need need = !looked || line->headed ? NEED_ANY
				 : below_day		 ? NEED_PLACE
							 : NEED_BOTH;
		if (take_from(c, line, host, need)) {
			if (below_day)
				cleaner_drop(c, first, "day-line",
					     "the day, before the dateline");
			drop_lead_again(c, line, host);
			return;
		}
		if (!looked++)
			first = line;
	}
}
