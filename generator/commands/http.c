/*
 * http.c - see http.h. Sockets do not block, so that no slow client holds up
 * another; how many there are, how long they may be silent and how much they
 * may say is limited.
 */
#include "commands/http.h"

#include "base/arena.h"
#include "base/buf.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
	CLIENTS_MAX = 128,
	WAITING_MAX = 64, /* of these; the one that waits longest gives way */
	SILENCE_MAX = 15, /* seconds */
	HEADERS_MAX = 32 << 10,
};

struct http {
	struct arena arena; /* h itself */
	struct MHD_Daemon *daemon;
	http_handler_fn *handler;
	void *ctx;
	unsigned port;
	/* how far a request has come: it is given the address of one */
	char seen, woken;
	VEC(struct MHD_Connection *) waiting;
};

/* --- one request ---------------------------------------------------------- */

static struct slice header(struct MHD_Connection *c, enum MHD_ValueKind kind,
			   const char *name)
{
	return slice_of(MHD_lookup_connection_value(c, kind, name));
}

static void add_header(struct MHD_Response *response, const char *name,
		       const char *value)
{
	if (value)
		(void)MHD_add_response_header(response, name, value);
}

static enum MHD_Result reply(struct MHD_Connection *c,
			     const struct http_reply *r)
{
	/* it copies, whatever its type says */
	union {
		const char *from;
		void *to;
	} body = { r->body.len ? r->body.ptr : "" };
	struct MHD_Response *response = MHD_create_response_from_buffer(
	    r->body.len, body.to, MHD_RESPMEM_MUST_COPY);
	if (!response)
		return MHD_NO;
	add_header(response, "Content-Type", r->type);
	add_header(response, "X-Content-Type-Options", "nosniff");
	add_header(response, "Cache-Control", "no-cache");
	add_header(response, "ETag", r->etag);
	add_header(response, "Location", r->location);
	add_header(response, "Allow", r->allow);
	enum MHD_Result result = MHD_queue_response(c, r->status, response);
	MHD_destroy_response(response);
	return result;
}

static void wake_first(struct http *h)
{
	MHD_resume_connection(h->waiting.items[0]);
	h->waiting.count--;
	memmove(h->waiting.items, h->waiting.items + 1,
		h->waiting.count * sizeof *h->waiting.items);
}

static void wait_for_news(struct http *h, struct MHD_Connection *c)
{
	if (h->waiting.count == WAITING_MAX)
		wake_first(h);
	MHD_suspend_connection(c);
	vec_push(&h->waiting, c);
}

/* Called first when the headers are there, then for the body, at last without
   one; and once more after a suspension. The parameters are libmicrohttpd's.
   NOLINTNEXTLINE(readability-function-size) */
static enum MHD_Result handle(void *ctx, struct MHD_Connection *c,
			      const char *url, const char *method,
			      const char *http_version, const char *upload,
			      size_t *upload_size, void **mark)
{
	struct http *h = ctx;
	struct http_request q = {
		.path = slice_of(url),
		.host = header(c, MHD_HEADER_KIND, "Host"),
		.etag = header(c, MHD_HEADER_KIND, "If-None-Match"),
		.version = header(c, MHD_GET_ARGUMENT_KIND, "v"),
		.is_read =
		    strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0,
		.is_woken = *mark == &h->woken,
	};
	struct http_reply r = { .status = 500 };
	(void)http_version;
	(void)upload;
	if (!*mark && q.is_read) {
		*mark = &h->seen;
		return MHD_YES;
	}
	if (*upload_size) {
		*upload_size = 0;
		return MHD_YES;
	}
	h->handler(h->ctx, &q, &r);
	if (!r.wait)
		return reply(c, &r);
	*mark = &h->woken;
	wait_for_news(h, c);
	return MHD_YES;
}

/* Addresses are handed on as sent: a decoded one may hold a NUL. */
static size_t keep_escapes(void *ctx, struct MHD_Connection *c, char *text)
{
	(void)ctx;
	(void)c;
	return strlen(text);
}

/* What a client does wrong is its own affair. */
static void be_silent(void *ctx, const char *fmt, va_list args)
{
	(void)ctx;
	(void)fmt;
	(void)args;
}

/* --- the server ----------------------------------------------------------- */

/* 0 or an errno; nobody but this machine can reach it. */
static int listen_on(unsigned *port, int *fd)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
				  .sin_port = htons((uint16_t)*port),
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof at;
	const int yes = 1;
	*fd = socket(AF_INET, SOCK_STREAM, 0);
	if (*fd < 0)
		return errno;
	if (fcntl(*fd, F_SETFD, FD_CLOEXEC) == 0 &&
	    fcntl(*fd, F_SETFL, O_NONBLOCK) == 0 &&
	    setsockopt(*fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
	    bind(*fd, (struct sockaddr *)&at, sizeof at) == 0 &&
	    listen(*fd, CLIENTS_MAX) == 0 &&
	    getsockname(*fd, (struct sockaddr *)&at, &size) == 0) {
		*port = ntohs(at.sin_port);
		return 0;
	}
	int err = errno;
	close(*fd);
	return err;
}

int http_open(struct http **out, unsigned port, http_handler_fn *handler,
	      void *ctx)
{
	struct arena arena = { 0 };
	int fd, err = listen_on(&port, &fd);
	if (err)
		return err;
	struct http *h = ARENA_NEW(&arena, struct http);
	h->arena = arena;
	h->handler = handler;
	h->ctx = ctx;
	h->port = port;
	/* it closes fd when it ends */
	h->daemon = MHD_start_daemon(
	    MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG,
	    (uint16_t)port, NULL, NULL, handle, h, MHD_OPTION_EXTERNAL_LOGGER,
	    be_silent, NULL, MHD_OPTION_LISTEN_SOCKET, fd,
	    MHD_OPTION_UNESCAPE_CALLBACK, keep_escapes, NULL,
	    MHD_OPTION_CONNECTION_LIMIT, (unsigned)CLIENTS_MAX,
	    MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)SILENCE_MAX,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEADERS_MAX,
	    MHD_OPTION_END);
	if (h->daemon) {
		*out = h;
		return 0;
	}
	close(fd);
	arena = h->arena; /* h itself lives in it */
	arena_release(&arena);
	return ENOSYS;
}

void http_close(struct http *h)
{
	if (!h)
		return;
	http_wake(h); /* none may be suspended when the daemon stops */
	MHD_run(h->daemon);
	MHD_stop_daemon(h->daemon);
	vec_release(&h->waiting);
	struct arena arena = h->arena; /* h itself lives in it */
	arena_release(&arena);
}

unsigned http_port(const struct http *h)
{
	return h->port;
}

int http_fd(const struct http *h)
{
	return MHD_get_daemon_info(h->daemon, MHD_DAEMON_INFO_EPOLL_FD)
	    ->epoll_fd;
}

int http_timeout(const struct http *h)
{
	unsigned long long ms;
	if (MHD_get_timeout(h->daemon, &ms) != MHD_YES)
		return -1;
	return ms > INT32_MAX ? INT32_MAX : (int)ms;
}

void http_run(struct http *h)
{
	MHD_run(h->daemon);
}

void http_wake(struct http *h)
{
	while (h->waiting.count)
		wake_first(h);
}
