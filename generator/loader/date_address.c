/*
 * date_address.c - the date in an address of the web or in the path of a file.
 * Outlets put the day, some of them the minute, into their addresses; these are
 * of Jakarta. Knows nothing of what the article says itself.
 */
#include "loader/dates.h"

/* The head of an address, without what a browser sends on. */
static struct slice without_query(struct slice url)
{
	size_t query = slice_find(url, '?', 0);
	return slice_sub(url, 0, slice_find(slice_sub(url, 0, query), '#', 0));
}

static bool has_host(struct slice url, struct slice host)
{
	for (size_t i = 0; i + host.len <= url.len; i++)
		if (slice_eq(slice_sub(url, i, i + host.len), host))
			return true;
	return false;
}

/* "/2022/07/24/14310591/" of Kompas: 14:31:05. */
static void take_kompas_time(struct slice url, size_t at, struct moment *out)
{
	int hours, minutes;
	if (has_host(url, SLICE("kompas.com/")) &&
	    digits_end(url, at + 1) >= at + 1 + 6 &&
	    two_digits(url, at + 1, &hours) &&
	    two_digits(url, at + 3, &minutes) &&
	    set_minute(hours, minutes, out))
		out->zone = WIB;
}

static bool url_date_at(struct slice url, size_t at, size_t to,
			struct moment *out)
{
	struct moment m = { .minute = -1, .zone = ZONE_NONE };
	struct slice digits = slice_sub(url, at, to);
	char before = at ? url.ptr[at - 1] : '\0';
	size_t end;
	if (before == '/' && digits.len == 4 &&
	    year_first(url, at, "/-", &m.date, &end)) {
		if (end < url.len && url.ptr[end] == '/')
			take_kompas_time(url, end, &m);
	} else if (before == '/' && compact(digits, &m)) {
		m.zone = WIB; /* CNN, CNBC: /20200926102800-12-3456/ */
	} else if (to != url.len || !has_host(url, SLICE("sindonews.com/")) ||
		   !epoch(digits, &m)) {
		return false;
	}
	*out = m;
	return true;
}

bool url_date(struct slice url, struct moment *out)
{
	bool found = false;
	url = without_query(url);
	for (size_t at = 0, to; at < url.len; at = to) {
		to = digits_end(url, at);
		if (to == at)
			to++;
		else if (url_date_at(url, at, to, out))
			found = true;
	}
	return found;
}

bool path_date(struct slice path, struct date *out)
{
	struct moment m;
	bool found = false;
	for (size_t at = 0, to; at < path.len; at = to) {
		to = digits_end(path, at);
		size_t end;
		struct date date;
		if (to == at) {
			to++;
		} else if (to - at == 4 &&
			   year_first(path, at, "/-_", &date, &end) &&
			   end == at + DATE_ISO) {
			*out = date;
			found = true;
			to = end;
		} else if (compact(slice_sub(path, at, to), &m)) {
			*out = m.date;
			found = true;
		}
	}
	return found;
}

int path_year(struct slice path)
{
	int year = 0, century, rest;
	for (size_t at = 0, to; at < path.len; at = to) {
		to = digits_end(path, at);
		if (to == at)
			to++;
		else if (to - at == 4 && at && path.ptr[at - 1] == '/' &&
			 two_digits(path, at, &century) &&
			 (century == 19 || century == 20) &&
			 two_digits(path, at + 2, &rest))
			year = century * 100 + rest;
	}
	return year;
}
