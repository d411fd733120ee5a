/*
 * pool.h - the same work over many items on several threads.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include "base/base.h"

/* worker is in [0, jobs): index per-worker state with it, without locks. */
typedef void pool_fn(void *ctx, unsigned worker, size_t index);

/* The processors this process may use, at least 1. */
unsigned pool_default_jobs(void);

/*
 * Calls fn once for each index in [0, count), in no fixed order, on `jobs`
 * threads (the caller is one of them), and returns when all are done. If
 * threads cannot be started, the work is done with fewer.
 */
void pool_run(unsigned jobs, size_t count, pool_fn *fn, void *ctx);

#endif
