/*
 * date_digits.c - dates made of digits alone, and the small change of the other
 * readers of dates. See dates.h.
 */
#include "loader/dates.h"

enum {
	DAY_DIGITS = 8,	    /* 20200926 */
	MINUTE_DIGITS = 12, /* 202009261028 */
	SECOND_DIGITS = 14,
	EPOCH_DIGITS = 10, /* seconds from 2001 to 2286 */
};

size_t digits_end(struct slice s, size_t at)
{
	while (at < s.len && is_digit(s.ptr[at]))
		at++;
	return at;
}

bool two_digits(struct slice s, size_t at, int *out)
{
	if (at + 2 > s.len || !is_digit(s.ptr[at]) || !is_digit(s.ptr[at + 1]))
		return false;
	*out = (s.ptr[at] - '0') * 10 + s.ptr[at + 1] - '0';
	return true;
}

bool set_date(int year, int month, int day, struct date *out)
{
	if (!date_valid(year, month, day))
		return false;
	*out = (struct date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
	return true;
}

bool set_minute(int hours, int minutes, struct moment *out)
{
	if (hours > 23 || minutes > 59)
		return false;
	out->minute = (int16_t)(hours * 60 + minutes);
	return true;
}

struct slice letters_at(struct slice s, size_t at)
{
	size_t end = at;
	while (end < s.len && is_ascii_letter(s.ptr[end]))
		end++;
	return slice_sub(s, at, end);
}

bool compact(struct slice digits, struct moment *out)
{
	int century, year, month, day, hours, minutes;
	if ((digits.len != DAY_DIGITS && digits.len != MINUTE_DIGITS &&
	     digits.len != SECOND_DIGITS) ||
	    !two_digits(digits, 0, &century) || !two_digits(digits, 2, &year) ||
	    !two_digits(digits, 4, &month) || !two_digits(digits, 6, &day) ||
	    !set_date(century * 100 + year, month, day, &out->date))
		return false;
	if (digits.len == DAY_DIGITS)
		return true;
	return two_digits(digits, 8, &hours) &&
	       two_digits(digits, 10, &minutes) &&
	       set_minute(hours, minutes, out);
}

bool epoch(struct slice digits, struct moment *out)
{
	unsigned long n;
	if (digits.len != EPOCH_DIGITS && digits.len != EPOCH_DIGITS + 3 &&
	    digits.len != EPOCH_DIGITS + 6)
		return false;
	return slice_number(slice_sub(digits, 0, EPOCH_DIGITS), 9999999999UL,
			    &n) &&
	       moment_of_seconds((int64_t)n, out);
}

bool year_first(struct slice s, size_t at, const char *separators,
		struct date *out, size_t *end)
{
	int century, year, parts[2];
	char separator = at + 4 < s.len ? s.ptr[at + 4] : '\0';
	if (!separator || !strchr(separators, separator) ||
	    !two_digits(s, at, &century) || !two_digits(s, at + 2, &year))
		return false;
	at += 5;
	for (int i = 0; i < 2; i++) {
		size_t to = digits_end(s, at);
		if (to == at || to - at > 2)
			return false;
		parts[i] = to - at == 1 ? s.ptr[at] - '0' : 0;
		if (to - at == 2 && !two_digits(s, at, &parts[i]))
			return false;
		at = to;
		if (!i && (at >= s.len || s.ptr[at++] != separator))
			return false;
	}
	*end = at;
	return set_date(century * 100 + year, parts[0], parts[1], out);
}
