/*
 * preview.h - the site as `arsip serve` shows it: an archive in memory, whose
 * pages are made when somebody asks for them. Nothing is written.
 */
#ifndef COMMANDS_PREVIEW_H
#define COMMANDS_PREVIEW_H

#include "commands/command.h"
#include "commands/http.h"

struct preview;
struct preview *preview_new(const struct options *o);
/* Frees all; the exit status of what was loaded last. */
int preview_free(struct preview *p);
/*
 * Loads the site, instead of the one before. False if it cannot be shown; that
 * was printed, and takes the place of the pages until a load works.
 */
MUST_CHECK bool preview_load(struct preview *p);
/* What is shown; NULL before a load worked. */
const struct session *preview_session(const struct preview *p);
/* http_handler_fn; ctx is the preview. */
void preview_answer(void *ctx, const struct http_request *q,
		    struct http_reply *r);

#endif
