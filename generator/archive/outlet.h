/*
 * outlet.h - whether two articles are of one outlet, by their addresses or by
 * the outlet that a field or the dateline names: "KOMPAS.com" is the outlet of
 * "https://nasional.kompas.com/read/1".
 */
#ifndef ARCHIVE_OUTLET_H
#define ARCHIVE_OUTLET_H

#include "archive/article.h"

enum outlets {
	OUTLETS_SAME,
	OUTLETS_UNKNOWN, /* one is not known, or begins as the other does */
	OUTLETS_DIFFER,
};

enum outlets outlets_compare(const struct article *a, const struct article *b);

#endif
