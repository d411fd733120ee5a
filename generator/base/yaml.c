/*
 * yaml.c - the one adapter to libyaml: its events become the tree of yaml.h.
 * What libyaml finds wrong is said again in plain words. Knows no key of any
 * file.
 */
#include "base/yaml.h"

#include "base/buf.h"
#include "base/text.h"
#include "base/yaml_help.h"

#include <yaml.h>

#define BOM "\xEF\xBB\xBF"

enum {
	SHOWN = 60, /* characters of a key that a message quotes */
};

/*
 * A spot in the text. libyaml counts characters, and more kinds of line ends
 * than an editor does; this finds byte, line and column again from the
 * character. Marks come in rising order, so it only ever moves on.
 */
struct spot {
	size_t index, byte, line_start;
	uint32_t lines;
};

struct reader {
	yaml_parser_t parser;
	yaml_event_t event; /* the one at hand */
	struct slice text;
	struct spot spot;
	struct place at;
	enum severity severity;
	struct arena *arena;
	struct diag *diag;
	size_t nodes;
	bool failed; /* reported, but worth reading on */
};

static bool is_line_end(struct slice s, size_t i)
{
	return s.ptr[i] == '\n' ||
	       (s.ptr[i] == '\r' && !(i + 1 < s.len && s.ptr[i + 1] == '\n'));
}

static void spot_step(struct spot *spot, struct slice text)
{
	size_t was = spot->byte;

	text_next(text, &spot->byte);
	spot->index++;
	if (is_line_end(text, was)) {
		spot->lines++;
		spot->line_start = spot->byte;
	}
}

static struct place place_after(const struct reader *r, const struct spot *spot)
{
	struct place place = r->at;

	place.line = (r->at.line ? r->at.line : 1) + spot->lines;
	place.column = (uint32_t)(spot->byte - spot->line_start) + 1;
	return place;
}

static struct place place_at(struct reader *r, yaml_mark_t mark)
{
	if (mark.index < r->spot.index)
		r->spot = (struct spot){ 0 };
	while (r->spot.index < mark.index && r->spot.byte < r->text.len)
		spot_step(&r->spot, r->text);
	return place_after(r, &r->spot);
}

static struct place place_at_byte(const struct reader *r, size_t byte)
{
	struct spot spot = { 0 };

	while (spot.byte < byte && spot.byte < r->text.len)
		spot_step(&spot, r->text);
	return place_after(r, &spot);
}

/* A tab gets libyaml's message for whatever cannot begin a value. */
static bool is_tab_trouble(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;

	if (!slice_starts(slice_of(p->problem),
			  SLICE("found character that cannot start")))
		return false;
	(void)place_at(r, p->problem_mark);
	return slice_starts(slice_from(r->text, r->spot.byte), SLICE("\t"));
}

static struct place fault_place(struct reader *r, bool at_context)
{
	const yaml_parser_t *p = &r->parser;

	if (p->error == YAML_READER_ERROR)
		return place_at_byte(r, p->problem_offset);
	return place_at(r, at_context ? p->context_mark : p->problem_mark);
}

static void complain(struct reader *r)
{
	const char *problem =
	    is_tab_trouble(r) ? "found a tab" : r->parser.problem;
	struct yaml_help say = yaml_help_for(r->parser.context, problem);

	diag_add(r->diag, r->severity, fault_place(r, say.at_context), say.help,
		 "this is no valid YAML: %s", say.words);
}

/* Takes the next event in hand. False after reporting why there is none. */
static bool advance(struct reader *r)
{
	yaml_event_delete(&r->event);
	if (yaml_parser_parse(&r->parser, &r->event))
		return true;
	if (r->parser.error == YAML_MEMORY_ERROR)
		base_no_memory_in("libyaml");
	complain(r);
	return false;
}

static bool refuse(struct reader *r, const char *what, const char *help)
{
	diag_add(r->diag, r->severity, place_at(r, r->event.start_mark), help,
		 "this YAML is refused: %s", what);
	return false;
}

/* The anchor and tag of the event at hand, or NULL. */
static void event_marks(const yaml_event_t *e, const yaml_char_t **anchor,
			const yaml_char_t **tag)
{
	*anchor = *tag = NULL;
	if (e->type == YAML_SCALAR_EVENT) {
		*anchor = e->data.scalar.anchor;
		*tag = e->data.scalar.tag;
	} else if (e->type == YAML_SEQUENCE_START_EVENT) {
		*anchor = e->data.sequence_start.anchor;
		*tag = e->data.sequence_start.tag;
	} else if (e->type == YAML_MAPPING_START_EVENT) {
		*anchor = e->data.mapping_start.anchor;
		*tag = e->data.mapping_start.tag;
	}
}

static bool is_plain_node(struct reader *r)
{
	const yaml_char_t *anchor, *tag;

	event_marks(&r->event, &anchor, &tag);
	if (r->event.type == YAML_ALIAS_EVENT)
		return refuse(r, "an alias (*name)",
			      "write the value out, or put it in quotes if the "
			      "* belongs to it");
	if (anchor)
		return refuse(r, "an anchor (&name)",
			      "take it out, or put the value in quotes if the "
			      "& belongs to it");
	if (tag)
		return refuse(r, "a tag (!name)",
			      "take it out, or put the value in quotes if the "
			      "! belongs to it");
	return true;
}

static bool is_within_limits(struct reader *r, unsigned depth)
{
	struct place at = place_at(r, r->event.start_mark);

	if (depth > YAML_MAX_DEPTH)
		diag_add(r->diag, r->severity, at, "use fewer levels",
			 "lists and maps are nested more than %d deep",
			 YAML_MAX_DEPTH);
	else if (++r->nodes > YAML_MAX_NODES)
		diag_add(r->diag, r->severity, at, "split the file",
			 "more than %d values in one file", YAML_MAX_NODES);
	else
		return true;
	return false;
}

static bool is_allowed(struct reader *r, unsigned depth)
{
	return is_plain_node(r) && is_within_limits(r, depth);
}

/*
 * Escapes can write what the rest of the program was promised never to see.
 */
static bool is_clean(struct reader *r, struct slice value)
{
	struct text_repairs done;
	struct buf repaired = { 0 };

	if (r->event.data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		return true;
	text_repair(&repaired, value, &done);
	buf_release(&repaired);
	if (!done.count[REPAIR_CONTROL] && !done.count[REPAIR_NUL] &&
	    !done.count[REPAIR_INVALID])
		return true;
	return refuse(r, "an escape that stands for a control character",
		      "take the escape (\\0, \\x01 ...) out");
}

static struct slice scalar_text(const yaml_event_t *scalar)
{
	return slice_make((const char *)scalar->data.scalar.value,
			  scalar->data.scalar.length);
}

static bool is_null(const yaml_event_t *scalar, struct slice value)
{
	return scalar->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
	       (!value.len || slice_eq(value, SLICE("~")) ||
		slice_eq(value, SLICE("null")));
}

static bool read_scalar(struct reader *r, struct yaml *node)
{
	struct slice value = scalar_text(&r->event);

	node->kind = YAML_SCALAR;
	node->is_null = is_null(&r->event, value);
	node->text = arena_copy(r->arena, value);
	return is_clean(r, value);
}

/* Both leave the last event of the node in hand. */
static struct yaml *read_node(struct reader *r, unsigned depth);

static bool read_list(struct reader *r, struct yaml *list, unsigned depth)
{
	struct yaml **tail = &list->child;

	list->kind = YAML_LIST;
	while (advance(r)) {
		if (r->event.type == YAML_SEQUENCE_END_EVENT)
			return true;
		*tail = read_node(r, depth + 1);
		if (!*tail)
			return false;
		tail = &(*tail)->next;
	}
	return false;
}

/* A key and its value; the key is at hand. */
static struct yaml *read_pair(struct reader *r, unsigned depth)
{
	struct yaml key = { 0 };
	struct yaml *value;
	struct place at = place_at(r, r->event.start_mark);

	if (!is_allowed(r, depth))
		return NULL;
	if (r->event.type != YAML_SCALAR_EVENT) {
		(void)refuse(r, "a list or map as a key",
			     "write a word before the colon; in quotes "
			     "anything can be one");
		return NULL;
	}
	if (!read_scalar(r, &key) || !advance(r))
		return NULL;
	value = read_node(r, depth);
	if (value) {
		value->key = key.text;
		value->key_line = at.line;
		value->key_column = at.column;
	}
	return value;
}

static int compare_keys(const void *a, const void *b)
{
	const struct yaml *x = *(const struct yaml *const *)a;
	const struct yaml *y = *(const struct yaml *const *)b;
	int c = slice_cmp(x->key, y->key);

	if (!c)
		c = (x->key_line > y->key_line) - (x->key_line < y->key_line);
	if (!c)
		c = (x->key_column > y->key_column) -
		    (x->key_column < y->key_column);
	return c;
}

static void report_duplicate(struct reader *r, const struct yaml *first,
			     const struct yaml *again)
{
	struct place at = { r->at.path, again->key_line, again->key_column };

	r->failed = true;
	diag_add(r->diag, r->severity, at,
		 "keep one of the two; several values of one key are written "
		 "as a list",
		 "the key \"%.*s\" was already given in line %u",
		 SLICE_ARG(text_head(again->key, SHOWN)),
		 (unsigned)first->key_line);
}

/* Sorted, for a map of a file may have tens of thousands of keys. */
static void check_duplicates(struct reader *r, const struct yaml *map)
{
	VEC(const struct yaml *) pairs = { 0 };
	size_t first = 0;

	for (const struct yaml *p = map->child; p; p = p->next)
		vec_push(&pairs, p);
	if (pairs.count)
		qsort(pairs.items, pairs.count, sizeof *pairs.items,
		      compare_keys);
	for (size_t i = 1; i < pairs.count; i++) {
		if (slice_eq(pairs.items[first]->key, pairs.items[i]->key))
			report_duplicate(r, pairs.items[first], pairs.items[i]);
		else
			first = i;
	}
	vec_release(&pairs);
}

static bool read_map(struct reader *r, struct yaml *map, unsigned depth)
{
	struct yaml **tail = &map->child;

	map->kind = YAML_MAP;
	while (advance(r)) {
		if (r->event.type == YAML_MAPPING_END_EVENT) {
			check_duplicates(r, map);
			return true;
		}
		*tail = read_pair(r, depth + 1);
		if (!*tail)
			return false;
		tail = &(*tail)->next;
	}
	return false;
}

static struct yaml *read_node(struct reader *r, unsigned depth)
{
	struct yaml *node = ARENA_NEW(r->arena, struct yaml);
	struct place at = place_at(r, r->event.start_mark);
	bool worked;

	if (!is_allowed(r, depth))
		return NULL;
	node->line = at.line;
	node->column = at.column;
	if (r->event.type == YAML_SCALAR_EVENT)
		worked = read_scalar(r, node);
	else if (r->event.type == YAML_SEQUENCE_START_EVENT)
		worked = read_list(r, node, depth);
	else
		worked = read_map(r, node, depth);
	return worked ? node : NULL;
}

/* The first event of content, or the end of the stream, comes to hand. */
static bool open_document(struct reader *r)
{
	do {
		if (!advance(r))
			return false;
	} while (r->event.type == YAML_STREAM_START_EVENT ||
		 r->event.type == YAML_DOCUMENT_START_EVENT);
	return true;
}

static bool close_document(struct reader *r)
{
	if (!advance(r))
		return false;
	if (!advance(r))
		return false;
	if (r->event.type == YAML_STREAM_END_EVENT)
		return true;
	return refuse(r, "a second document",
		      "take the line --- out, or what follows it");
}

static struct yaml *read_document(struct reader *r)
{
	struct yaml *root;

	if (!open_document(r))
		return NULL;
	if (r->event.type == YAML_STREAM_END_EVENT) {
		root = ARENA_NEW(r->arena, struct yaml);
		root->kind = YAML_MAP;
		return root;
	}
	root = read_node(r, 0);
	if (!root || !close_document(r) || r->failed)
		return NULL;
	if (root->is_null) {
		root->kind = YAML_MAP;
		root->is_null = false;
	}
	return root;
}

struct yaml *yaml_parse(struct slice text, struct place at,
			enum severity severity, struct arena *a, struct diag *d)
{
	struct reader r = {
		.text = text,
		.at = at,
		.severity = severity,
		.arena = a,
		.diag = d,
	};
	struct yaml *root;

	if (!text.len)
		r.text = SLICE("");
	else if (slice_starts(text, SLICE(BOM)))
		r.text = slice_from(text, sizeof(BOM) - 1);
	if (!yaml_parser_initialize(&r.parser))
		base_no_memory_in("libyaml");
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
	    &r.parser, (const unsigned char *)r.text.ptr, r.text.len);
	root = read_document(&r);
	yaml_event_delete(&r.event);
	yaml_parser_delete(&r.parser);
	return root;
}
