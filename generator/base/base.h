/*
 * base.h - what every source file starts with: attributes, BUG(), and bans
 * that fail to compile.
 *
 * Memory comes from arena.c and buf.c, which stop the program when there is
 * none; nobody else checks for it. Text is handled as slices with a length.
 */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* A fault of ours, never of the input: says where and aborts. */
#define BUG(what) base_bug(__FILE__, __LINE__, what)
__attribute__((noreturn)) void base_bug(const char *file, int line,
					const char *what);

/* There is no memory, of so many bytes or for a library: says so and ends the
   program with the status for the machine. */
__attribute__((noreturn)) void base_no_memory(size_t n);
__attribute__((noreturn)) void base_no_memory_in(const char *library);

#ifndef MAY_ALLOCATE
#undef malloc
#undef calloc
#undef realloc
#undef free
#define malloc(n) sorry_malloc_is_banned_use_arena_or_buf
#define calloc(n, m) sorry_calloc_is_banned_use_arena_or_buf
#define realloc(p, n) sorry_realloc_is_banned_use_arena_or_buf
#define free(p) sorry_free_is_banned_use_arena_or_buf
#endif

#undef strcpy
#undef strcat
#undef strncpy
#undef sprintf
#undef strtok
#undef gmtime
#undef localtime
#undef atoi
#define strcpy(d, s) sorry_strcpy_is_banned_use_slices
#define strcat(d, s) sorry_strcat_is_banned_use_buf
#define strncpy(d, s, n) sorry_strncpy_is_banned_use_slices
#define sprintf(...) sorry_sprintf_is_banned_use_buf_printf
#define strtok(s, d) sorry_strtok_is_banned_use_slice_cut
#define gmtime(t) sorry_gmtime_is_banned_use_date_h
#define localtime(t) sorry_localtime_is_banned_no_time_zone_here
#define atoi(s) sorry_atoi_is_banned_use_slice_number

#endif
