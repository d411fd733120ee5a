/*
 * test_unpack.c - gzip and zstd as streams: whole, in a row, cut at every byte,
 * spoilt at every byte, with something behind; and who takes it may stop.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/fs.h"
#include "base/unpack.h"

#include <errno.h>
#include <unistd.h>

#define TEXT "Kabar dari Karta. Kabar dari Karta. Selesai.\n"

/* TEXT by gzip -n, and by zstd -19 --check. */
static const struct slice packed[] = {
	SLICE_INIT(
	    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\xFF\xF3\x4E\x4C\x4A\x2C\x52"
	    "\x48\x49\x2C\xCA\x54\xF0\x4E\x2C\x2A\x49\xD4\x03\x52\xE8\x22\xC1"
	    "\xA9\x39\xA9\xC5\x89\x99\x7A\x5C\x00\x31\xBE\xAE\x41\x2D\x00\x00"
	    "\x00"),
	SLICE_INIT(
	    "\x28\xB5\x2F\xFD\x04\x68\x0D\x01\x00\xD8\x4B\x61\x62\x61\x72\x20"
	    "\x64\x61\x72\x69\x20\x4B\x61\x72\x74\x61\x2E\x20\x53\x65\x6C\x65"
	    "\x73\x61\x69\x2E\x0A\x01\x00\xCA\x9B\x61\xF7\x82\xA3\xE7")
};

static int take(void *ctx, struct slice piece)
{
	buf_add(ctx, piece);
	return 0;
}

/* What a file of these bytes gives, in out. */
static struct unpacked unpack_bytes(struct slice bytes, struct buf *out)
{
	struct unpacked result;
	int fd;

	buf_clear(out);
	assert_int_equal(fs_spool("/tmp", &fd), 0);
	assert_int_equal(fs_write_at(fd, 0, bytes), 0);
	result = unpack(fd, take, out);
	assert_int_equal(result.made, out->len);
	close(fd);
	return result;
}

static void test_whole(void **state)
{
	struct buf in = { 0 }, out = { 0 };

	(void)state;
	for (size_t k = 0; k < COUNT_OF(packed); k++) {
		assert_int_equal(unpack_bytes(packed[k], &out).end,
				 UNPACK_WHOLE);
		assert_true(slice_eq(buf_slice(&out), SLICE(TEXT)));
		buf_clear(&in);
		for (int i = 0; i < 3; i++)
			buf_add(&in, packed[k]);
		assert_int_equal(unpack_bytes(buf_slice(&in), &out).end,
				 UNPACK_WHOLE);
		assert_true(slice_eq(buf_slice(&out), SLICE(TEXT TEXT TEXT)));
	}
	buf_release(&in);
	buf_release(&out);
}

static void test_cut(void **state)
{
	struct buf in = { 0 }, out = { 0 };

	(void)state;
	for (size_t k = 0; k < COUNT_OF(packed); k++)
		for (size_t n = 4; n < packed[k].len; n++) {
			struct slice head = slice_sub(packed[k], 0, n);
			assert_int_equal(unpack_bytes(head, &out).end,
					 UNPACK_CUT);
			assert_true(slice_starts(SLICE(TEXT), buf_slice(&out)));
			/* the second of two */
			buf_clear(&in);
			buf_add(&in, packed[k]);
			buf_add(&in, head);
			assert_int_equal(unpack_bytes(buf_slice(&in), &out).end,
					 UNPACK_CUT);
			assert_true(slice_starts(buf_slice(&out), SLICE(TEXT)));
		}
	assert_int_equal(unpack_bytes(SLICE(""), &out).end, UNPACK_CUT);
	buf_release(&in);
	buf_release(&out);
}

/* A flipped bit is found, or stands where nobody reads (the head of gzip). */
static void test_spoilt(void **state)
{
	struct buf in = { 0 }, out = { 0 };

	(void)state;
	for (size_t k = 0; k < COUNT_OF(packed); k++)
		for (size_t i = 0; i < packed[k].len * 8; i++) {
			buf_clear(&in);
			buf_add(&in, packed[k]);
			in.ptr[i / 8] = (char)(in.ptr[i / 8] ^ 1 << i % 8);
			struct unpacked u = unpack_bytes(buf_slice(&in), &out);
			if (u.end == UNPACK_WHOLE)
				assert_true(
				    slice_eq(buf_slice(&out), SLICE(TEXT)));
			else if (u.end == UNPACK_DAMAGED)
				assert_non_null(u.why);
		}
	buf_release(&in);
	buf_release(&out);
}

static void test_behind(void **state)
{
	static const struct {
		struct slice behind;
		enum unpack_end end;
		uint64_t trailing;
	} cases[] = {
		{ SLICE_INIT("\0\0\0\0\0\0\0"), UNPACK_WHOLE, 0 },
		{ SLICE_INIT("x"), UNPACK_TRAILING, 1 },
		{ SLICE_INIT("\0\0text"), UNPACK_TRAILING, 6 },
	};
	struct buf in = { 0 }, out = { 0 };

	(void)state;
	for (size_t k = 0; k < COUNT_OF(packed); k++)
		for (size_t i = 0; i < COUNT_OF(cases); i++) {
			buf_clear(&in);
			buf_add(&in, packed[k]);
			buf_add(&in, cases[i].behind);
			struct unpacked u = unpack_bytes(buf_slice(&in), &out);
			assert_int_equal(u.end, cases[i].end);
			assert_int_equal(u.trailing, cases[i].trailing);
			assert_true(slice_eq(buf_slice(&out), SLICE(TEXT)));
		}
	assert_int_equal(unpack_bytes(SLICE("plain text"), &out).end,
			 UNPACK_UNKNOWN);
	assert_int_equal(out.len, 0);
	buf_release(&in);
	buf_release(&out);
}

static int refuse(void *ctx, struct slice piece)
{
	(void)ctx;
	(void)piece;
	return ENOSPC;
}

static void test_refused(void **state)
{
	struct unpacked u;
	int fd;

	(void)state;
	assert_int_equal(fs_spool("/tmp", &fd), 0);
	assert_int_equal(fs_write_at(fd, 0, packed[0]), 0);
	u = unpack(fd, refuse, NULL);
	assert_int_equal(u.end, UNPACK_FAILED);
	assert_int_equal(u.err, ENOSPC);
	assert_int_equal(u.made, 0);
	close(fd);
	u = unpack(-1, take, NULL);
	assert_int_equal(u.end, UNPACK_FAILED);
	assert_int_equal(u.err, EBADF);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole),	cmocka_unit_test(test_cut),
		cmocka_unit_test(test_spoilt),	cmocka_unit_test(test_behind),
		cmocka_unit_test(test_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
