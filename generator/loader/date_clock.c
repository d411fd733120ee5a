/*
 * date_clock.c - the time behind a date, with its zone: "10:28", "- 10.28 WIB",
 * "at 3:28 PM", "T03:28:00.123Z". See dates.h.
 */
#include "loader/dates.h"

enum {
	WITA = 8 * 60, /* minutes east of UTC */
	WIT = 9 * 60,
};

/* Behind blanks, commas, bars and dashes of any length. */
size_t skip_marks(struct slice s, size_t at)
{
	static const char *const dashes[] = { "\xE2\x80\x93", "\xE2\x80\x94",
					      "\xC2\xA0", "\xE2\x80\xA2",
					      "\xC2\xB7" };
	while (at < s.len) {
		size_t before = at;
		if (is_blank(s.ptr[at]) ||
		    (s.ptr[at] && strchr(",|-(;.", s.ptr[at])))
			at++;
		for (size_t i = 0; i < COUNT_OF(dashes); i++)
			if (slice_starts(slice_from(s, at),
					 slice_of(dashes[i])))
				at += strlen(dashes[i]);
		if (at == before)
			break;
	}
	return at;
}

/* "+07:00", "+0700", "+7" behind "GMT" or a time; moves *at behind it. */
static bool take_offset(struct slice s, size_t *at, int *minutes)
{
	size_t i = *at + 1, end;
	int hours, rest = 0;
	if (*at >= s.len || (s.ptr[*at] != '+' && s.ptr[*at] != '-'))
		return false;
	end = digits_end(s, i);
	if (end - i == 1)
		hours = s.ptr[i] - '0';
	else if (!two_digits(s, i, &hours))
		return false;
	i = end - i > 2 ? i + 2 : end;
	if (i < s.len && s.ptr[i] == ':')
		i++;
	if (two_digits(s, i, &rest))
		i += 2;
	*minutes = hours * 60 + rest;
	if (s.ptr[*at] == '-')
		*minutes = -*minutes;
	*at = i;
	return hours < 24 && rest < 60;
}

void zone_read(struct slice s, size_t *at, struct moment *out)
{
	static const struct {
		const char *name;
		int minutes;
	} zones[] = { { "wib", WIB }, { "wita", WITA }, { "wit", WIT },
		      { "gmt", 0 },   { "utc", 0 },	{ "z", 0 } };
	size_t i = *at;
	int minutes = 0, east;
	while (i < s.len && (s.ptr[i] == ' ' || s.ptr[i] == '('))
		i++;
	struct slice name = letters_at(s, i);
	bool known = false;
	for (size_t k = 0; k < COUNT_OF(zones); k++)
		if (is_word(name, zones[k].name)) {
			minutes = zones[k].minutes;
			known = true;
		}
	if (!known && name.len)
		return;
	i += name.len;
	if (take_offset(s, &i, &east)) {
		minutes = east;
		known = true;
	}
	if (!known)
		return;
	if (i < s.len && s.ptr[i] == ')')
		i++;
	out->zone = (int16_t)minutes;
	*at = i;
}

/* ":00" and ".123", of which nothing is kept. */
static void skip_seconds(struct slice s, size_t *at, char separator)
{
	int seconds;
	if (*at >= s.len || s.ptr[*at] != separator ||
	    !two_digits(s, *at + 1, &seconds))
		return;
	*at += 3;
	if (*at < s.len && s.ptr[*at] == '.' && separator == ':')
		*at = digits_end(s, *at + 1);
}

static void take_half(struct slice s, size_t *at, int *hours)
{
	size_t i = *at;
	while (i < s.len && s.ptr[i] == ' ')
		i++;
	struct slice half = letters_at(s, i);
	bool pm = is_word(half, "pm");
	if ((!pm && !is_word(half, "am")) || *hours > 12 || !*hours)
		return;
	*hours = *hours % 12 + (pm ? 12 : 0);
	*at = i + half.len;
}

bool clock_read(struct slice s, struct moment *out, size_t *end)
{
	size_t at = skip_marks(s, 0);
	struct slice word = letters_at(s, at);
	int hours, minutes;
	if (is_word(word, "at") || is_word(word, "pukul") ||
	    is_word(word, "pkl") || is_word(word, "jam") || is_word(word, "t"))
		at = skip_marks(s, at + word.len);
	size_t to = digits_end(s, at);
	if (to == at || to - at > 2 || to >= s.len ||
	    (s.ptr[to] != ':' && s.ptr[to] != '.') ||
	    !two_digits(s, to + 1, &minutes) || digits_end(s, to + 1) != to + 3)
		return false;
	hours = to - at == 1 ? s.ptr[at] - '0'
			     : (s.ptr[at] - '0') * 10 + s.ptr[at + 1] - '0';
	at = to + 3;
	skip_seconds(s, &at, s.ptr[to]);
	take_half(s, &at, &hours);
	if (!set_minute(hours, minutes, out))
		return false;
	zone_read(s, &at, out);
	*end = at;
	return true;
}
