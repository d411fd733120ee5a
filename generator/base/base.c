/*
 * base.c - the end of a program that found a fault in itself, or no memory.
 */
#include "base/base.h"

enum {
	EXIT_NO_MEMORY = 3, /* the design's status for "the machine" */
};

_Noreturn void base_bug(const char *file, int line, const char *what)
{
	fprintf(stderr, "arsip: BUG at %s:%d: %s\n", file, line, what);
	abort();
}

static _Noreturn void end_without_memory(void)
{
	fputs("  help: close other programs, or use fewer threads (-j 1)\n",
	      stderr);
	_Exit(EXIT_NO_MEMORY);
}

_Noreturn void base_no_memory(size_t n)
{
	fprintf(stderr, "arsip: error: out of memory (asked for %zu bytes)\n",
		n);
	end_without_memory();
}

_Noreturn void base_no_memory_in(const char *library)
{
	fprintf(stderr, "arsip: error: out of memory (in %s)\n", library);
	end_without_memory();
}
