/*
 * theme.h - the templates, style and strings of a site: the stock theme,
 * compiled in, overridden file by file from the site's own folder. All of it
 * is read, checked and joined before the first page.
 */
#ifndef RENDERER_THEME_H
#define RENDERER_THEME_H

#include "renderer/strings.h"
#include "renderer/tmpl.h"

struct theme {
	struct tmpl *templates;
	struct strings strings;
	struct slice style, script; /* style.css, arsip.js */
};

/*
 * `folder`: the site's own files, or one that does not exist. Refuses, with
 * file and line (DIAG_USAGE): a template whose first bytes are not the
 * AUTOESCAPE pragma of its language, an unknown marker, string or modifier, a
 * section that does not close, an include that is missing or includes itself.
 * False after reporting all of that; theme_close is right in any case.
 */
MUST_CHECK bool theme_open(struct theme *theme, const char *folder,
			   struct slice language, struct arena *a,
			   struct diag *d);
void theme_close(struct theme *theme);

#endif
