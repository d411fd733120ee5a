/*
 * path.c - the rule for paths, part by part.
 */
#include "publisher/path.h"

static bool is_plain(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
}

static bool part_allowed(struct slice part)
{
	if (!part.len || part.len > PATH_MAX_PART)
		return false;
	for (size_t i = 0; i < part.len; i++)
		if (!is_plain(part.ptr[i]))
			return false;
	if (part.ptr[0] == '.')
		return slice_eq(part, SLICE(".nojekyll")) ||
		       slice_eq(part, SLICE(".well-known"));
	/* Windows drops a dot at the end: "a." would become "a". */
	return part.ptr[part.len - 1] != '.';
}

bool path_allowed(struct slice path)
{
	struct slice part;
	unsigned parts = 0;

	if (!path.len || path.len > PATH_MAX_BYTES ||
	    path.ptr[path.len - 1] == '/')
		return false;
	while (slice_cut(&path, '/', &part))
		if (!part_allowed(part) || ++parts > PATH_MAX_PARTS)
			return false;
	return true;
}

bool path_check(struct slice path, struct diag *d)
{
	if (path_allowed(path))
		return true;
	diag_add(d, DIAG_MACHINE, (struct place){ path, 0, 0 },
		 "the name comes from a title, a tag or a setting: give it "
		 "one of plain letters, digits and hyphens",
		 "this is no path that may be published");
	return false;
}

size_t path_name_at(struct slice path)
{
	size_t at = path.len;

	while (at && path.ptr[at - 1] != '/')
		at--;
	return at;
}
