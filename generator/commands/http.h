/*
 * http.h - a small HTTP server on 127.0.0.1, by libmicrohttpd: the one adapter
 * to it. One thread: nothing happens but in http_run, which calls the handler.
 * It knows no pages.
 */
#ifndef COMMANDS_HTTP_H
#define COMMANDS_HTTP_H

#include "base/slice.h"

struct http_request {
	struct slice path;    /* as sent: still with %20 and the like */
	struct slice host;    /* header Host; empty if there is none */
	struct slice etag;    /* header If-None-Match */
	struct slice version; /* v=... behind the "?" */
	bool is_read;	      /* GET or HEAD */
	bool is_woken;	      /* asked once more: waiting is over */
};

/* What is pointed to must live until the handler's next call. */
struct http_reply {
	bool wait; /* say nothing yet: asked again after http_wake */
	unsigned status;
	struct slice body;
	const char *type;
	const char *etag, *location, *allow; /* or NULL */
};

typedef void http_handler_fn(void *ctx, const struct http_request *q,
			     struct http_reply *r);

struct http;
/*
 * Listens on this port of 127.0.0.1, or with 0 on a free one. 0 or an errno:
 * EADDRINUSE if somebody else does.
 */
MUST_CHECK int http_open(struct http **h, unsigned port,
			 http_handler_fn *handler, void *ctx);
void http_close(struct http *h);
unsigned http_port(const struct http *h);

/* Readable when http_run has something to do. */
int http_fd(const struct http *h);
/* After how many milliseconds http_run is due at the latest, or -1. */
int http_timeout(const struct http *h);
void http_run(struct http *h);
/* Who waits is asked again, in the next http_run. */
void http_wake(struct http *h);

#endif
