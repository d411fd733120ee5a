/*
 * base.c - the end of a program that found a fault in itself.
 */
#include "base/base.h"

_Noreturn void base_bug(const char *file, int line, const char *what)
{
	fprintf(stderr, "arsip: BUG at %s:%d: %s\n", file, line, what);
	abort();
}
