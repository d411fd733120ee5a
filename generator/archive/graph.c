/*
 * graph.c - who cites whom, the other way round: the references of all
 * articles, counted and laid out by their targets.
 */
#include "archive/internal.h"

/* Whether reference i of the article names its target for the first time. */
static bool is_first_link(const struct article *article, uint32_t i)
{
	const struct reference *r = article->references;
	if (r[i].target == NO_ARTICLE)
		return false;
	for (uint32_t j = 0; j < i; j++)
		if (r[j].target == r[i].target)
			return false;
	return true;
}

void graph_index(struct archive_builder *b)
{
	struct archive *x = &b->archive;
	uint32_t *from = ARENA_ARRAY(&b->arena, uint32_t, x->count + 2);
	for (uint32_t i = 0; i < x->count; i++)
		for (uint32_t k = 0; k < x->articles[i].reference_count; k++) {
			const struct reference *r =
			    &x->articles[i].references[k];
			x->reference_count += !r->repeated;
			x->resolved_count +=
			    !r->repeated && r->target != NO_ARTICLE;
			if (is_first_link(&x->articles[i], k))
				from[r->target + 2]++;
		}
	for (uint32_t i = 2; i < x->count + 2; i++)
		from[i] += from[i - 1];
	uint32_t *citing = ARENA_ARRAY(&b->arena, uint32_t, from[x->count + 1]);
	/* filling moves each start to its end, which is the next one's start:
	   hence the two empty places at the head */
	for (uint32_t i = 0; i < x->count; i++)
		for (uint32_t k = 0; k < x->articles[i].reference_count; k++)
			if (is_first_link(&x->articles[i], k))
				citing
				    [from[x->articles[i].references[k].target +
					  1]++] = i;
	x->cited_from = from;
	x->citing = citing;
}
