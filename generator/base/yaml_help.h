/*
 * yaml_help.h - what libyaml complains of, in plain words. For yaml.c alone.
 */
#ifndef BASE_YAML_HELP_H
#define BASE_YAML_HELP_H

#include "base/base.h"

struct yaml_help {
	/* The fault lies where libyaml's context begins (the quotation mark
	 * that is never closed), not where libyaml noticed (end of file). */
	bool at_context;
	const char *words, *help;
};

/* libyaml's context (may be NULL) and problem; the words are never NULL. */
struct yaml_help yaml_help_for(const char *context, const char *problem);

#endif
