/*
 * test_overrides.c - overrides.c: references.yaml as read, and what it does to
 * references.
 */
#include "archive_maker.h"

#include <errno.h>
#include <unistd.h>

/* --- what an override does ------------------------------------------------ */

#define OVERRIDE(words, source, only)                                          \
	{                                                                      \
		.text = SLICE_INIT(words), .target = SLICE_INIT(source),       \
		.in = SLICE_INIT(only),                                        \
		.at = { SLICE_INIT("references.yaml"),                         \
			3,                                                     \
			7 }                                                    \
	}

struct overridden {
	const char *body, *want;
	struct override overrides[3];
};

static void make_with(struct maker *m, const char *body,
		      const struct override *overrides, size_t count)
{
	maker_begin(m, 1);
	maker_add(m, 0,
		  (struct written){
		      .source = "me", .title = "Yang Merujuk", .body = body });
	maker_add(
	    m, 0,
	    (struct written){ .source = "a", .title = "Satu Dua Tiga Empat" });
	maker_add(m, 0, (struct written){ .source = "b", .title = "Lain" });
	maker_finish_with(m, overrides, count, 1);
}

static void test_resolving(void **state)
{
	static const struct overridden cases[] = {
		/* exact, by the same levelling as titles */
		{ "{c[JUDUL \xE2\x80\x9CHilang\xE2\x80\x9D!]}",
		  "override:b JUDUL \xE2\x80\x9CHilang\xE2\x80\x9D!",
		  { OVERRIDE("judul 'hilang'", "b", "") } },
		/* it comes before the title itself */
		{ "{c[Satu Dua Tiga Empat]}",
		  "override:b Satu Dua Tiga Empat",
		  { OVERRIDE("Satu Dua Tiga Empat", "b", "") } },
		/* none: no link, whatever the titles say */
		{ "{c[Satu Dua Tiga Empat]}",
		  "override:- Satu Dua Tiga Empat",
		  { OVERRIDE("Satu Dua Tiga Empat", "", "") } },
		/* only in one article; that one comes before the others */
		{ "{c[X Y]}",
		  "override:a X Y",
		  { OVERRIDE("X Y", "b", ""), OVERRIDE("X Y", "a", "me") } },
		{ "{c[X Y]}",
		  "override:a X Y",
		  { OVERRIDE("X Y", "a", "me"), OVERRIDE("X Y", "b", "") } },
		{ "{c[X Y]}", "none:- X Y", { OVERRIDE("X Y", "b", "a") } },
		{ "{c[X Y]}",
		  "override:a X Y",
		  { OVERRIDE("X Y", "b", "b"), OVERRIDE("X Y", "a", "") } },
		/* a part of the words is not the words */
		{ "{c[X Y Z]}", "none:- X Y Z", { OVERRIDE("X Y", "b", "") } },
		{ "{l[X Y Z]}", "none:- X Y Z", { OVERRIDE("X Y", "b", "") } },
		/* but where they run on the longest beginning is */
		{ "{o[X Y Z kata dia.]}",
		  "override:b X Y Z",
		  { OVERRIDE("X", "a", ""), OVERRIDE("X Y Z", "b", "") } },
		{ "{o[X Y Z kata dia.]}",
		  "override:a X",
		  { OVERRIDE("X", "a", ""), OVERRIDE("X Z", "b", "") } },
		/* a gloss as well: the owner knows */
		{ "{w(baca: [polisi])}",
		  "override:b polisi",
		  { OVERRIDE("Polisi", "b", "") } },
		/* oneself is not a link */
		{ "{c[X Y]}", "override:- X Y", { OVERRIDE("X Y", "me", "") } },
		/* no words, no override */
		{ "{c[X Y]}", "none:- X Y", { OVERRIDE("", "b", "") } },
		/* the same said twice: the first in the file */
		{ "{c[X Y]}",
		  "override:b X Y",
		  { OVERRIDE("X Y", "b", ""), OVERRIDE("x y", "a", "") } },
		{ "{c[X Y]}",
		  "override:a X Y",
		  { OVERRIDE("X Y", "a", ""), OVERRIDE("x y", "b", "") } },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct maker m;
		size_t count = 0;
		while (cases[i].overrides[count].at.line)
			count++;
		make_with(&m, cases[i].body, cases[i].overrides, count);
		assert_string_equal(maker_references(&m, "me"), cases[i].want);
		if (slice_starts(slice_of(cases[i].want), SLICE("override:")))
			assert_int_equal(
			    maker_article(&m, "me")->references->why,
			    WHY_OVERRIDE);
		assert_int_equal(diag_status(m.diag, false), 0);
		maker_end(&m);
	}
}

static void test_unknown_target(void **state)
{
	static const struct override overrides[] = {
		OVERRIDE("X Y", "hilang.txt", ""),
	};
	struct maker m;
	(void)state;
	make_with(&m, "{c[X Y]}", overrides, 1);
	assert_string_equal(maker_references(&m, "me"), "none:- X Y");
	assert_reported(&m, "references.yaml:3:7: error: no article comes "
			    "from \"hilang.txt\"");
	assert_int_equal(diag_status(m.diag, false), 2);
	maker_end(&m);
}

/* A misspelt "in" would never speak: say so. */
static void test_unknown_in(void **state)
{
	static const struct override overrides[] = {
		OVERRIDE("X Y", "a", "mee"),
	};
	struct maker m;
	(void)state;
	make_with(&m, "{c[X Y]}", overrides, 1);
	assert_string_equal(maker_references(&m, "me"), "none:- X Y");
	assert_reported(&m, "no article comes from \"mee\"");
	assert_int_equal(diag_status(m.diag, false), 2);
	maker_end(&m);
}

/* --- the file ------------------------------------------------------------- */

struct file {
	struct maker m; /* for its arena and reports */
	char path[64];
	const struct override *list;
	size_t count;
	bool ok;
};

static void read_file(struct file *f, const char *text)
{
	*f = (struct file){ .path = "/tmp/arsip-overrides-XXXXXX" };
	maker_begin(&f->m, 1);
	int fd = mkstemp(f->path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	assert_int_equal(close(fd), 0);
	f->ok = overrides_read(f->path, &f->m.arena, &f->list, &f->count,
			       f->m.diag);
}

static void end_file(struct file *f)
{
	unlink(f->path);
	maker_end(&f->m);
}

static void test_read(void **state)
{
	struct file f;
	(void)state;
	read_file(&f, "references:\n"
		      "  - text: \"Trump Tak Jamin: Ya\"\n"
		      "    target: content/a.txt\n"
		      "  - text: 2020\n"
		      "    target: none\n"
		      "    in: content/b.txt\n"
		      "  - {text: Putin, target: ~}\n");
	assert_true(f.ok);
	assert_int_equal(f.count, 3);
	assert_slice(f.list[0].text, "Trump Tak Jamin: Ya");
	assert_slice(f.list[0].target, "content/a.txt");
	assert_slice(f.list[0].in, "");
	assert_int_equal(f.list[0].at.line, 2);
	assert_slice(f.list[1].text, "2020");
	assert_slice(f.list[1].target, "");
	assert_slice(f.list[1].in, "content/b.txt");
	assert_slice(f.list[2].target, "");
	end_file(&f);
}

static void test_read_nothing(void **state)
{
	static const char *const empty[] = { "", "# nothing\n", "references:\n",
					     "references: []\n" };
	struct file f;
	(void)state;
	for (size_t i = 0; i < COUNT_OF(empty); i++) {
		read_file(&f, empty[i]);
		assert_true(f.ok);
		assert_int_equal(f.count, 0);
		end_file(&f);
	}
	read_file(&f, "references: 1\n");
	unlink(f.path); /* there is none */
	assert_true(
	    overrides_read(f.path, &f.m.arena, &f.list, &f.count, f.m.diag));
	assert_int_equal(f.count, 0);
	end_file(&f);
}

static void test_read_wrong(void **state)
{
	static const struct {
		const char *text, *report;
	} cases[] = {
		{ "references:\n  - text: A\n", ":2:5: error: an override" },
		{ "references:\n  - target: a\n", "needs text and target" },
		{ "references:\n  - A\n", "needs text and target" },
		{ "references:\n  - {text: [A], target: a}\n",
		  "needs text and target" },
		{ "references:\n  - {text: A, target: a, in: [b]}\n",
		  "needs text and target" },
		{ "references:\n  - {text: A, target: a, inn: b}\n",
		  "unknown key \"inn\"" },
		{ "reference:\n  - {text: A, target: a}\n",
		  "unknown key \"reference\"" },
		{ "- {text: A, target: a}\n", "a list under references:" },
		{ "references: A\n", "a list under references:" },
		{ "references: {text: A, target: a}\n",
		  "a list under references:" },
		{ "references: [", "error: " },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct file f;
		read_file(&f, cases[i].text);
		if (f.ok)
			fail_msg("no fault found in: %s", cases[i].text);
		assert_reported(&f.m, cases[i].report);
		assert_int_equal(diag_status(f.m.diag, false), 2);
		end_file(&f);
	}
}

/* One bad entry does not hide the faults of the next. */
static void test_read_all_wrong(void **state)
{
	struct file f;
	(void)state;
	read_file(&f, "references:\n  - A\n  - {text: B, target: b}\n  - C\n");
	assert_false(f.ok);
	assert_int_equal(diag_count(f.m.diag, DIAG_USAGE), 2);
	end_file(&f);
}

static void test_read_folder(void **state)
{
	struct maker m;
	const struct override *list;
	size_t count;
	(void)state;
	maker_begin(&m, 1);
	assert_false(overrides_read("/tmp", &m.arena, &list, &count, m.diag));
	assert_int_equal(diag_status(m.diag, false), 3);
	maker_end(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_resolving),
		cmocka_unit_test(test_unknown_target),
		cmocka_unit_test(test_unknown_in),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_read_nothing),
		cmocka_unit_test(test_read_wrong),
		cmocka_unit_test(test_read_all_wrong),
		cmocka_unit_test(test_read_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
