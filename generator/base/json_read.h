/*
 * json_read.h - reading JSON as a stream of events (yajl): nothing is built,
 * nesting costs no stack. The one adapter to yajl; json.h writes.
 */
#ifndef BASE_JSON_READ_H
#define BASE_JSON_READ_H

#include "base/buf.h"

enum json_event {
	JSON_OBJECT, /* opens */
	JSON_LIST,   /* opens */
	JSON_CLOSE,  /* the object or list that was opened last */
	JSON_KEY,    /* of an object; its value follows */
	JSON_TEXT,   /* decoded */
	JSON_NUMBER, /* as written */
	JSON_OTHER,  /* true, false, null */
};
/* `text` (empty where an event has none) lasts as long as the call. */
typedef void json_event_fn(void *ctx, enum json_event event, struct slice text);

/*
 * Reads the one value that fills text, which must be valid UTF-8, and calls
 * fn for each event. False after writing to `why` what is wrong and where; the
 * events before it have happened. A text may hold NUL ("\u0000"), and bytes
 * that are no UTF-8 where half a surrogate pair was escaped; a key may come
 * more than once.
 */
MUST_CHECK bool json_read(struct slice text, json_event_fn *fn, void *ctx,
			  struct buf *why);

#endif
