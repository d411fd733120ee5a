/*
 * embed.h - files compiled into the program: the default cleaning rules and
 * the stock theme. generator/embed.sh makes the table when arsip is built.
 */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#include "base/slice.h"

struct embedded {
	const char *name; /* "rules.yaml", "templates/home.tpl" */
	const unsigned char *bytes;
	size_t size;
};
extern const struct embedded embedded_files[];
extern const size_t embedded_count;

/* The content of an embedded file; ptr is NULL if there is none such. */
static inline struct slice embedded_find(struct slice name)
{
	for (size_t i = 0; i < embedded_count; i++)
		if (slice_eq(slice_of(embedded_files[i].name), name))
			return slice_make((const char *)embedded_files[i].bytes,
					  embedded_files[i].size);
	return (struct slice){ 0 };
}

#endif
