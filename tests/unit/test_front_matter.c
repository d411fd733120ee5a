/*
 * test_front_matter.c - the YAML block at the head of an article: what it
 * gives, and what is reported where.
 */
#include "loader_maker.h"

static bool take(struct maker *m, struct slice text, struct front_matter *fm,
		 struct slice *rest, uint32_t *lines)
{
	arena_clear(&m->arena);
	*rest = text;
	return front_matter_take(rest, lines, fm, SLICE("content/x.txt"),
				 &m->arena, m->diag);
}

static void assert_slice(struct slice got, const char *want)
{
	assert_said(got, want, got);
}

static void test_all_keys(void **state)
{
	struct maker *m = *state;
	struct front_matter fm;
	struct slice rest;
	uint32_t lines;
	assert_true(take(m,
			 SLICE("---\n"
			       "title: \"Pasar:  Buka  Lagi\"\n"
			       "date: 2021-03-04 05:06\n"
			       "tags: [pasar, \"harga  cabai\", pasar]\n"
			       "author: Rina\n"
			       "url: https://contoh.id/a\n"
			       "slug: pasar-buka\n"
			       "outlet: Kabar Contoh\n"
			       "dateline: TEGAL\n"
			       "---\n"
			       "Teks\n"),
			 &fm, &rest, &lines));
	assert_nothing_reported(m);
	assert_slice(rest, "Teks\n");
	assert_int_equal(lines, 10);
	assert_slice(fm.title, "Pasar: Buka Lagi");
	assert_int_equal(date_to_days(fm.date),
			 date_to_days((struct date){ 2021, 3, 4 }));
	assert_int_equal(fm.minute, 5 * 60 + 6);
	assert_int_equal(fm.tag_count, 2);
	assert_slice(fm.tags[0], "pasar");
	assert_slice(fm.tags[1], "harga cabai");
	assert_slice(fm.byline, "Rina");
	assert_slice(fm.url, "https://contoh.id/a");
	assert_slice(fm.slug, "pasar-buka");
	assert_slice(fm.outlet, "Kabar Contoh");
	assert_slice(fm.dateline, "TEGAL");
}

static void test_there_is_none(void **state)
{
	static const char *const texts[] = {
		"",
		"Judul\n---\na: b\n---\n",
		" ---\ntitle: x\n---\n", /* indented: a rule in the text */
		"----\nJudul\n",
		"\n---\ntitle: x\n---\n",
	};
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct front_matter fm;
		struct slice rest;
		uint32_t lines;
		assert_true(take(m, slice_of(texts[i]), &fm, &rest, &lines));
		assert_slice(rest, texts[i]);
		assert_int_equal(lines, 0);
		assert_int_equal(fm.minute, -1);
		assert_false(date_known(fm.date));
	}
	assert_nothing_reported(m);
}

static void test_where_it_ends(void **state)
{
	struct maker *m = *state;
	struct front_matter fm;
	struct slice rest;
	uint32_t lines;
	assert_true(take(m, SLICE("---\n---\nJudul"), &fm, &rest, &lines));
	assert_slice(rest, "Judul");
	assert_int_equal(lines, 2);
	assert_true(
	    take(m, SLICE("---  \ntitle: a\n...\nT"), &fm, &rest, &lines));
	assert_slice(rest, "T");
	assert_slice(fm.title, "a");
	/* an indented --- belongs to a value */
	assert_true(take(m, SLICE("---\ntitle: |\n  a\n  ---\n---\nT"), &fm,
			 &rest, &lines));
	assert_slice(rest, "T");
	assert_slice(fm.title, "a ---");
	assert_nothing_reported(m);
}

static void test_not_closed(void **state)
{
	struct maker *m = *state;
	struct front_matter fm;
	struct slice rest;
	struct buf long_one = { 0 };
	uint32_t lines;
	assert_false(take(m, SLICE("---\ntitle: a\n"), &fm, &rest, &lines));
	assert_reported(m, "content/x.txt:1:1: error: the front matter that "
			   "begins here does not end");
	/* nor does one that is longer than any could be */
	buf_add(&long_one, SLICE("---\n"));
	repeat(&long_one, "a: b\n", 70000);
	buf_add(&long_one, SLICE("---\nT"));
	assert_false(take(m, buf_slice(&long_one), &fm, &rest, &lines));
	assert_reported(m, "does not end");
	buf_release(&long_one);
}

struct bad {
	const char *text, *report;
};

/* The rest of the block counts, and the article stays. */
static void test_what_is_wrong(void **state)
{
	static const struct bad cases[] = {
		{ "title: a\nauthor: \"b\ndate: 2020-01-01\n",
		  "content/x.txt:3:" },
		{ "title: a\n\tauthor: b\n", "content/x.txt:3:" },
		{ "judul saja\n", "the front matter is no list of keys" },
		{ "- a\n- b\n", "the front matter is no list of keys" },
		{ "title: a\ntitel: b\n", "content/x.txt:3:1: warning" },
		{ "title: a\ntitel: b\n", "did you mean" },
		{ "title: a\ntitel: b\n", "title" },
		{ "title: [a, b]\n", "content/x.txt:2:8: error: title: is no" },
		{ "author: a\nauthor: b\n", "content/x.txt:3:" },
		{ "date: 2020-02-30\n",
		  "content/x.txt:2:7: error: \"2020-02-30\" is no date" },
		{ "date: 26/9/2020\n", "write year-month-day" },
		{ "date: [2020-02-03]\n", "is no date" },
		{ "url: javascript:alert(1)\n", "that a reader may follow" },
		{ "url: //contoh.id\n", "write the whole address" },
		{ "tags: {a: b}\n", "tags: is no list" },
		{ "tags: [a, [b]]\n", "a tag is no text" },
		{ "slug: ../x\n", "the slug \"../x\" cannot be an address; "
				  "\"x\" is used" },
		{ "a: &b c\n", "content/x.txt:2:" },
	};
	struct maker *m = *state;
	struct buf text = { 0 };
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct front_matter fm;
		struct slice rest;
		uint32_t lines;
		buf_clear(&text);
		buf_printf(&text, "---\n%s---\nT", cases[i].text);
		assert_true(take(m, buf_slice(&text), &fm, &rest, &lines));
		assert_slice(rest, "T");
		assert_slice(fm.url, "");
		assert_false(date_known(fm.date));
		assert_reported(m, cases[i].report);
	}
	buf_release(&text);
}

static void test_slug_is_safe(void **state)
{
	static const char *const pairs[][2] = {
		{ "../x", "x" },
		{ "/etc/passwd", "etc-passwd" },
		{ "Pasar Buka", "pasar-buka" },
		{ "..", "" },
		{ "a\\b", "a-b" },
	};
	struct maker *m = *state;
	struct buf text = { 0 };
	for (size_t i = 0; i < COUNT_OF(pairs); i++) {
		struct front_matter fm;
		struct slice rest;
		uint32_t lines;
		buf_clear(&text);
		buf_printf(&text, "---\nslug: '%s'\n---\n", pairs[i][0]);
		assert_true(take(m, buf_slice(&text), &fm, &rest, &lines));
		assert_slice(fm.slug, pairs[i][1]);
		assert_reported(m, "warning");
	}
	buf_release(&text);
}

static void test_tags_as_text(void **state)
{
	struct maker *m = *state;
	struct front_matter fm;
	struct slice rest;
	uint32_t lines;
	assert_true(
	    take(m, SLICE("---\ntags: banjir, jalan raya ,, banjir\n---\n"),
		 &fm, &rest, &lines));
	assert_int_equal(fm.tag_count, 2);
	assert_slice(fm.tags[0], "banjir");
	assert_slice(fm.tags[1], "jalan raya");
	assert_true(take(m, SLICE("---\ntags:\ntitle: ~\ndate:\n---\n"), &fm,
			 &rest, &lines));
	assert_int_equal(fm.tag_count, 0);
	assert_slice(fm.title, "");
	assert_nothing_reported(m);
}

static void test_too_many_tags(void **state)
{
	struct maker *m = *state;
	struct front_matter fm;
	struct slice rest;
	struct buf text = { 0 };
	uint32_t lines;
	buf_add(&text, SLICE("---\ntags: ["));
	for (int i = 0; i < TAGS_CAP + 3; i++)
		buf_printf(&text, "t%d, ", i);
	buf_add(&text, SLICE("]\n---\n"));
	assert_true(take(m, buf_slice(&text), &fm, &rest, &lines));
	assert_int_equal(fm.tag_count, TAGS_CAP);
	assert_reported(m, "more than 64 tags");
	buf_release(&text);
}

/* Read again for rendering: nothing is reported, the same is found. */
static void test_silent(void **state)
{
	struct maker *m = *state;
	struct front_matter fm;
	struct slice rest = SLICE("---\ntitle: a\ndate: x\nzzz: b\nslug: ../x\n"
				  "tags: {}\nurl: x\n---\nT");
	uint32_t lines;
	assert_true(
	    front_matter_take(&rest, &lines, &fm, SLICE("x"), &m->arena, NULL));
	assert_slice(fm.title, "a");
	rest = SLICE("---\n\"\n---\nT");
	assert_true(
	    front_matter_take(&rest, &lines, &fm, SLICE("x"), &m->arena, NULL));
	rest = SLICE("---\na");
	assert_false(
	    front_matter_take(&rest, &lines, &fm, SLICE("x"), &m->arena, NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_keys),
		cmocka_unit_test(test_there_is_none),
		cmocka_unit_test(test_where_it_ends),
		cmocka_unit_test(test_not_closed),
		cmocka_unit_test(test_what_is_wrong),
		cmocka_unit_test(test_slug_is_safe),
		cmocka_unit_test(test_tags_as_text),
		cmocka_unit_test(test_too_many_tags),
		cmocka_unit_test(test_silent),
	};
	return RUN_WITH_MAKER(tests);
}
