/*
 * outlet.c - see outlet.h. Pure; knows no list of outlets.
 */
#include "archive/outlet.h"

/* Takes the last label off a host name. */
static struct slice take_label(struct slice *host)
{
	size_t at = host->len;
	while (at && host->ptr[at - 1] != '.')
		at--;
	struct slice label = slice_from(*host, at);
	*host = slice_sub(*host, 0, at ? at - 1 : 0);
	return label;
}

/* "https://nasional.kompas.com/read/1" and "www.kompas.co.id": "kompas" */
static struct slice outlet_of_url(struct slice url)
{
	size_t scheme = 0, end;
	while (scheme < url.len &&
	       !slice_starts(slice_from(url, scheme), SLICE("://")))
		scheme++;
	struct slice host = slice_from(url, scheme + 3);
	for (end = 0; end < host.len && !strchr("/?#:", host.ptr[end]); end++)
		;
	host = slice_sub(host, 0, end);
	size_t top = take_label(&host).len;
	struct slice name = take_label(&host);
	if (top == 2 && name.len <= 3 && host.len) /* ".co.id", ".com.my" */
		name = take_label(&host);
	return name;
}

/* "KOMPAS.com": "KOMPAS" */
static struct slice outlet_of_name(struct slice name)
{
	return slice_sub(name, 0, slice_find(name, '.', 0));
}

/* The next letter or digit from *at on, small; 0 at the end. */
static int next_letter(struct slice s, size_t *at)
{
	while (*at < s.len) {
		int c = (unsigned char)s.ptr[(*at)++];
		if (c >= 'A' && c <= 'Z')
			return c | 0x20;
		if ((c >= 'a' && c <= 'z') || is_digit((char)c) || c >= 0x80)
			return c;
	}
	return 0;
}

static enum outlets compare(struct slice a, struct slice b)
{
	size_t i = 0, j = 0;
	int x, y;
	do {
		x = next_letter(a, &i);
		y = next_letter(b, &j);
	} while (x && x == y);
	if (x && y)
		return OUTLETS_DIFFER;
	return !x && !y && i && j ? OUTLETS_SAME : OUTLETS_UNKNOWN;
}

enum outlets outlets_compare(const struct article *a, const struct article *b)
{
	struct slice x = outlet_of_url(a->url), y = outlet_of_url(b->url);
	if (!x.len || !y.len) {
		struct slice name = outlet_of_name(a->outlet);
		struct slice other = outlet_of_name(b->outlet);
		if (name.len && (other.len || !x.len))
			x = name;
		if (other.len && (name.len || !y.len))
			y = other;
	}
	if (!x.len || !y.len)
		return OUTLETS_UNKNOWN;
	return compare(x, y);
}
