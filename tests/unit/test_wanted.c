/*
 * test_wanted.c - wanted.c, alike.c and review.c: what is asked for and not
 * there, what comes nearest, and what became of overrides.
 */
#include "archive_maker.h"

/* "count spelling|spelling [source percent why …]; …" */
static const char *wanted(struct maker *m)
{
	const struct archive *x = m->archive;
	struct buf out = { 0 };
	uint32_t count;
	struct wanted *all = archive_wanted(x, &m->arena, &count);
	archive_candidates(x, all, count, 2);
	for (uint32_t i = 0; i < count; i++) {
		const struct wanted *w = &all[i];
		buf_printf(&out, "%s%u%s ", i ? "; " : "", w->count,
			   w->unsure ? "?" : "");
		for (uint32_t k = 0; k < w->spelling_count; k++)
			buf_printf(&out, "%s%.*s", k ? "|" : "",
				   SLICE_ARG(w->spellings[k]));
		for (uint32_t k = 0; k < w->candidate_count; k++)
			buf_printf(
			    &out, " [%.*s %u %s]",
			    SLICE_ARG(
				x->articles[w->candidates[k].article].source),
			    w->candidates[k].percent,
			    candidate_why_name(w->candidates[k].why));
	}
	const char *text = arena_zstr(&m->arena, buf_slice(&out));
	buf_release(&out);
	return text;
}

#define ASKS(name, text)                                                       \
	{                                                                      \
		.source = name, .title = name, .date = "2020-09-26",           \
		.body = "{c(Baca juga: [" text "])}"                           \
	}

static void test_wanted(void **state)
{
	static const struct {
		const char *want;
		struct written articles[6];
	} cases[] = {
		{ "",
		  { ASKS("a", "Judul yang Ada di Sini"),
		    OTHER("b", "Judul yang Ada di Sini") } },
		/* one title, however spelt; the most wanted first */
		{ "2 \"satu dua tiga\"|Satu Dua Tiga; 1 Empat Lima Enam",
		  { ASKS("a", "Empat Lima Enam"), ASKS("b", "Satu Dua Tiga"),
		    ASKS("c", "\"satu dua tiga\""), ASKS("b2", "") } },
		{ "2 Polisi Tangkap Lima Perampok Bank|Polisi Tangkap Lima "
		  "Perampok Bank Karta",
		  { ASKS("a", "Polisi Tangkap Lima Perampok Bank"),
		    ASKS("b", "Polisi Tangkap Lima Perampok Bank Karta") } },
		{ "2 Polisi Tangkap Lima Perampok Bank Karta Kota|Polisi "
		  "Tangkap Lima Perampok ...",
		  { ASKS("a", "Polisi Tangkap Lima Perampok ..."),
		    ASKS("b", "Polisi Tangkap Lima Perampok Bank Karta "
			      "Kota") } },
		/* opposites and numbers stay apart */
		{ "1 Bupati Akan Hadir di Rapat; 1 Bupati Tak Akan Hadir di "
		  "Rapat",
		  { ASKS("a", "Bupati Akan Hadir di Rapat"),
		    ASKS("b", "Bupati Tak Akan Hadir di Rapat") } },
		/* candidates, and why not */
		{ "1 Harga Emas Naik 5 Persen [b 80 numbers-differ]",
		  { ASKS("a", "Harga Emas Naik 5 Persen"),
		    OTHER("b", "Harga Emas Naik 7 Persen") } },
		{ "1 Bupati Akan Hadir Hari Ini [b 90 negation-differs]",
		  { ASKS("a", "Bupati Akan Hadir Hari Ini"),
		    OTHER("b", "Bupati Tak Akan Hadir Hari Ini") } },
		{ "1 Bupati Akan Hadir Siang Hari [b 60 far]",
		  { ASKS("a", "Bupati Akan Hadir Siang Hari"),
		    OTHER("b", "Bupati Lama Akan Datang Hari") } },
		{ "1 Satu Dua Tiga Empat [b 100 several] [c 100 several]",
		  { ASKS("a", "Satu Dua Tiga Empat"),
		    OTHER("b", "Satu Dua Tiga Empat"),
		    OTHER("c", "Satu Dua Tiga Empat") } },
		/* itself is no candidate, and not wanted */
		{ "", { ASKS("Satu Dua Tiga Empat", "Satu Dua Tiga Empat") } },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct maker m;
		maker_make(&m, cases[i].articles);
		assert_string_equal(wanted(&m), cases[i].want);
		maker_end(&m);
	}
}

/* A word of every title is looked up only as far as the budget goes. */
static void test_common_words(void **state)
{
	struct maker m;
	(void)state;
	maker_begin(&m, 1);
	for (unsigned i = 0; i < 6000; i++) {
		const char *name = arena_printf(&m.arena, "n%u", i).ptr;
		maker_add(
		    &m, 0,
		    (struct written){
			.source = name,
			.title =
			    arena_printf(&m.arena, "Harga Emas Hari Ini x%u", i)
				.ptr });
	}
	maker_add(
	    &m, 0,
	    (struct written)ASKS("a", "Harga Emas Hari Ini x77 Lagi Dong"));
	maker_finish(&m);
	const char *got = wanted(&m);
	if (!strstr(got, "Dong [n77 83 "))
		fail_msg("%s", got);
	maker_end(&m);
}

static void test_review(void **state)
{
	static const struct override overrides[] = {
		{ .text = SLICE_INIT("Judul Lama"), .target = SLICE_INIT("b") },
		{ .text = SLICE_INIT("Tidak Disebut") },
		{ .text = SLICE_INIT("Judul Baru"), .target = SLICE_INIT("b") },
		{ .text = SLICE_INIT("Hilang"),
		  .target = SLICE_INIT("content/x/file.txt") },
		{ .text = SLICE_INIT("Judul Lama"),
		  .target = SLICE_INIT("b"),
		  .in = SLICE_INIT("gone") },
	};
	static const enum override_state want[] = {
		OVERRIDE_USED,	    OVERRIDE_UNUSED, OVERRIDE_NEEDLESS,
		OVERRIDE_NO_TARGET, OVERRIDE_NO_IN,
	};
	struct override_review got[COUNT_OF(overrides)];
	struct maker m;
	(void)state;
	maker_begin(&m, 1);
	maker_add(&m, 0, (struct written)ASKS("a", "\"Judul Lama\""));
	maker_add(&m, 0, (struct written)ASKS("a2", "Judul Baru"));
	maker_add(&m, 0, (struct written)OTHER("b", "Judul Baru"));
	maker_add(&m, 0, (struct written)OTHER("content/y/file.txt", "C"));
	maker_finish_with(&m, overrides, COUNT_OF(overrides), 1);
	overrides_review(m.archive, overrides, COUNT_OF(overrides), got);
	for (size_t i = 0; i < COUNT_OF(want); i++)
		assert_int_equal(got[i].state, want[i]);
	assert_int_equal(got[0].uses, 1);
	assert_int_equal(got[2].uses, 1);
	assert_slice(got[3].nearest, "content/y/file.txt");
	maker_end(&m);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wanted),
		cmocka_unit_test(test_common_words),
		cmocka_unit_test(test_review),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
