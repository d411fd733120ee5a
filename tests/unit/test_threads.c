/*
 * test_threads.c - which articles are one thread, and the days of the calendar
 * over all years.
 */
#include "archive_maker.h"

/* The threads as "a b c|d e", by source. In the arena. */
static const char *threads_of(struct maker *m)
{
	const struct archive *x = m->archive;
	struct buf out = { 0 };
	for (uint32_t t = 0; t < x->thread_count; t++)
		for (uint32_t k = 0; k < x->threads[t].count; k++) {
			uint32_t i = x->threads[t].articles[k];
			assert_int_equal(x->thread_of[i], t);
			buf_printf(&out, "%s%.*s",
				   k   ? " "
				   : t ? "|"
				       : "",
				   SLICE_ARG(x->articles[i].source));
		}
	const char *text = arena_zstr(&m->arena, buf_slice(&out));
	buf_release(&out);
	return text;
}

#define A(name, words, when, text)                                             \
	{                                                                      \
		.source = name, .title = words, .date = when, .body = text     \
	}
#define REFERS(title) "Isi. {c(Baca juga: [" title "])}"

static const struct {
	const char *want;
	struct written articles[8];
} cases[] = {
	/* chains and forks join, whichever way they point */
	{ "a b c|d e",
	  { A("a", "Judul Pertama Sekali", "2020-01-01", "Isi."),
	    A("b", "Judul Kedua Sekali", "2020-01-02",
	      REFERS("Judul Pertama Sekali")),
	    A("d", "Judul Keempat Sekali", "2020-01-03",
	      REFERS("Judul Kelima Sekali")),
	    A("c", "Judul Ketiga Sekali", "2020-01-04",
	      REFERS("Judul Pertama Sekali")),
	    A("e", "Judul Kelima Sekali", "2020-01-05", "Isi."),
	    A("f", "Judul Keenam Sekali", "2020-01-06", "Isi.") } },
	/* a year is the most; what lies further back is background */
	{ "b c",
	  { A("a", "Judul Pertama Sekali", "2018-12-30", "Isi."),
	    A("b", "Judul Kedua Sekali", "2020-01-01",
	      REFERS("Judul Pertama Sekali")),
	    A("c", "Judul Ketiga Sekali", "2021-01-01",
	      REFERS("Judul Kedua Sekali")) } },
	/* the undated are joined, and stand last */
	{ "b a",
	  { A("a", "Judul Pertama Sekali", NULL, "Isi."),
	    A("b", "Judul Kedua Sekali", "2020-01-01",
	      REFERS("Judul Pertama Sekali")) } },
	/* what is not in the archive joins nothing */
	{ "",
	  { A("a", "Judul Pertama Sekali", "2020-01-01",
	      REFERS("Judul yang Tidak Ada")),
	    A("b", "Judul Kedua Sekali", "2020-01-01",
	      REFERS("Judul yang Tidak Ada")) } },
};

static void test_threads(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct maker m;
		maker_make(&m, cases[i].articles);
		assert_string_equal(threads_of(&m), cases[i].want);
		maker_end(&m);
	}
}

/* A long chain, written from its end: neither deep nor slow. */
static void test_long_chain(void **state)
{
	(void)state;
	enum {
		LENGTH = 5000
	};
	struct maker m;
	maker_begin(&m, 1);
	for (int i = LENGTH; i > 0; i--)
		maker_add(
		    &m, 0,
		    (struct written){
			.source = arena_printf(&m.arena, "%05d", i).ptr,
			.title =
			    arena_printf(&m.arena, "Judul Nomor Ke %d", i).ptr,
			.date = "2020-01-01",
			.body = arena_printf(&m.arena,
					     "Isi. {c(Baca juga: [Judul Nomor "
					     "Ke %d])}",
					     i + 1)
				    .ptr });
	const struct archive *x = maker_finish(&m);
	assert_int_equal(x->thread_count, 1);
	assert_int_equal(x->threads[0].count, LENGTH);
	maker_end(&m);
}

static void test_anniversaries(void **state)
{
	static const struct written articles[] = {
		A("a", "Satu", "2020-12-31", "Isi."),
		A("b", "Dua", "2019-02-28", "Isi."),
		A("c", "Tiga", "2020-02-29", "Isi."),
		A("d", "Empat", "2021-02-28", "Isi."),
		A("e", "Lima", NULL, "Isi."),
		{ .source = NULL },
	};
	(void)state;
	struct maker m;
	const struct archive *x = maker_make(&m, articles);
	const struct anniversary *days = x->anniversaries;
	assert_int_equal(x->anniversary_count, 3);
	assert_int_equal(days[0].month * 100 + days[0].day, 228);
	assert_int_equal(days[0].count, 2);
	assert_slice(x->articles[days[0].articles[0]].source, "b");
	assert_slice(x->articles[days[0].articles[1]].source, "d");
	assert_int_equal(days[1].month * 100 + days[1].day, 229);
	assert_int_equal(days[1].count, 1);
	assert_int_equal(days[2].month * 100 + days[2].day, 1231);
	assert_slice(x->articles[days[2].articles[0]].source, "a");
	maker_end(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_threads),
		cmocka_unit_test(test_long_chain),
		cmocka_unit_test(test_anniversaries),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
