/*
 * render.h - what build and publish share: all pages of the loaded archive
 * into a sink, on all threads, with progress on a terminal.
 */
#ifndef COMMANDS_RENDER_H
#define COMMANDS_RENDER_H

#include "base/json.h"
#include "commands/command.h"
#include "renderer/renderer.h"

/* The pages of the loaded archive, one worker a job. NULL after reporting. */
MUST_CHECK struct renderer *render_open(struct session *s);
/*
 * False after reporting: the theme is wrong, there is no article, or some page
 * could not be made or taken (the others were). *pages: how many there are.
 */
MUST_CHECK bool render_site(struct session *s, page_fn *put, void *put_ctx,
			    size_t *pages);

/* The first line of a summary: articles, references, tags, years. */
void print_archive(const struct session *s);
/* The same as keys of a JSON object. */
void put_archive(const struct session *s, struct json *object);

#endif
