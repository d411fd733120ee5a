/*
 * tmpl.h - templates (libctemplate) for C. The one adapter to it. Names of
 * markers and templates are interned once, when the program starts, and
 * passed as numbers: ctemplate then takes no lock on names while pages are
 * filled, and two threads make nearly twice the pages of one.
 *
 * Values are borrowed: they must live until tmpl_expand. tmpl_html alone sets
 * a marker that templates do not escape; it takes a struct html, which only
 * markup made by markdown.c and metadata.c becomes.
 */
#ifndef RENDERER_TMPL_H
#define RENDERER_TMPL_H

#include "base/buf.h"

enum marker {
#define VALUE(name, what) M_##name,
#define HTML(name, what) M_##name,
#define SECTION(name, what) M_##name,
#include "renderer/markers.def"
#undef VALUE
#undef HTML
#undef SECTION
	MARKER_COUNT
};

enum template_id {
#define TEMPLATE(name, file, context) T_##name,
#include "renderer/templates.def"
#undef TEMPLATE
	TEMPLATE_COUNT
};

/* Markup that is safe to emit as it is. */
struct html {
	struct slice markup;
};

/* An exception ends the program; it never unwinds into C. */
#ifdef __cplusplus
#define NO_THROW noexcept
#else
#define NO_THROW
#endif

struct tmpl;	  /* the templates of a theme; shared by threads when frozen */
struct tmpl_dict; /* the values of a page, or of a section of it */

struct tmpl *tmpl_new(void) NO_THROW;
void tmpl_free(struct tmpl *t) NO_THROW;
/* False if ctemplate refuses the text (it says why on stderr). */
bool tmpl_add(struct tmpl *t, enum template_id id, struct slice text) NO_THROW;
/* No more is added; from here on any thread may expand. */
void tmpl_freeze(struct tmpl *t) NO_THROW;

struct tmpl_dict *tmpl_page(void) NO_THROW;
void tmpl_page_free(struct tmpl_dict *page) NO_THROW;
void tmpl_value(struct tmpl_dict *d, enum marker name,
		struct slice text) NO_THROW;
void tmpl_html(struct tmpl_dict *d, enum marker name,
	       struct html html) NO_THROW;
/* Shows a section once more and returns its dictionary (owned by d). */
struct tmpl_dict *tmpl_section(struct tmpl_dict *d, enum marker name) NO_THROW;
/* Shows a section that has no values of its own. */
void tmpl_show(struct tmpl_dict *d, enum marker name) NO_THROW;
/* Appends the page. False if anything in it could not be expanded. */
bool tmpl_expand(const struct tmpl *t, enum template_id id,
		 const struct tmpl_dict *page, struct buf *out) NO_THROW;

#endif
