/*
 * test_units.c - files of many articles, cut into parts: every record has its
 * number and can be read again by where it stands, whatever is wrong with the
 * others.
 */
#include "scratch.h"

#include "loader_maker.h"

/* --- a site with one such file -------------------------------------------- */

struct site {
	struct scratch *s;
	struct loader *loader;
	struct loader_worker *worker, *again;
	struct buf said; /* "number:title " of what was loaded */
	size_t count, wrong;
	bool silent; /* only counts */
};

static void put(const char *path, struct slice text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text.ptr, text.len), (ssize_t)text.len);
	close(fd);
}

static bool same_document(const struct document *a, const struct document *b)
{
	if (!b || a->fingerprint != b->fingerprint ||
	    a->body.block_count != b->body.block_count ||
	    a->where.record != b->where.record || a->minute != b->minute ||
	    !slice_eq(a->source, b->source) || !slice_eq(a->title, b->title) ||
	    !date_eq(a->date, b->date) || a->tag_count != b->tag_count)
		return false;
	for (size_t i = 0; i < a->body.block_count; i++)
		if (!slice_eq(a->body.blocks[i].text, b->body.blocks[i].text))
			return false;
	return true;
}

static void take(void *ctx, unsigned worker, const struct document *doc)
{
	struct site *site = ctx;
	assert_int_equal(worker, 3);
	site->count++;
	if (!same_document(
		doc, loader_read(site->loader, site->again, &doc->where, NULL)))
		site->wrong++;
	if (!site->silent)
		buf_printf(&site->said, "%u:%.*s ", doc->where.record,
			   SLICE_ARG(doc->title));
}

/* Loads all parts of `path` with this text; each is read again besides. */
static void load(struct site *site, struct scratch *s, const char *path,
		 struct slice text)
{
	static const char *const folders[] = { "content", NULL };
	const struct loader_options options = { .root = ".",
						.folders = folders };
	bool silent = site->silent;
	*site = (struct site){ .s = s, .silent = silent };
	shell(s, "rm -rf content; mkdir content");
	put(path, text);
	site->loader = loader_open(&options, s->diag);
	assert_non_null(site->loader);
	site->worker = loader_worker_new();
	site->again = loader_worker_new();
	loader_scan(site->loader, s->diag);
	for (uint32_t i = 0; i < loader_units(site->loader); i++)
		loader_load(site->loader, site->worker, i, take, site, 3,
			    s->diag);
	assert_int_equal(site->wrong, 0);
}

static void site_close(struct site *site)
{
	loader_worker_free(site->worker);
	loader_worker_free(site->again);
	loader_close(site->loader);
	buf_release(&site->said);
}

/* --- small files ---------------------------------------------------------- */

#define A "{\"title\":\"A\",\"isi\":\"Satu.\"}"
#define B "{\"title\":\"B\",\"isi\":\"Dua.\"}"

static void test_small(void **state)
{
	static const struct {
		const char *path, *text, *want;
		int status;
	} cases[] = {
		{ "content/a.jsonl", A "\n" B "\n", "1:A 2:B ", 0 },
		{ "content/a.ndjson", A "\n" B, "1:A 2:B ", 0 },
		{ "content/a.jsonl", "\n \n" A "\r\n\r\n\n" B "\n\n",
		  "1:A 2:B ", 0 },
		{ "content/a.jsonl", "\xEF\xBB\xBF" A "\n", "1:A ", 0 },
		{ "content/a.jsonl", "", "", 0 },
		{ "content/a.jsonl", "\n\n", "", 0 },
		/* what is broken keeps its number */
		{ "content/a.jsonl", A "\n{\"title\":\n" B, "1:A 3:B ", 1 },
		{ "content/a.jsonl", "{}\n" B, "2:B ", 1 },
		{ "content/a.csv", "title,isi\nA,x\nB,y\n", "1:A 2:B ", 0 },
		{ "content/a.csv", "title;isi\r\nA;x\r\nB;y", "1:A 2:B ", 0 },
		{ "content/a.csv", "\xEF\xBB\xBFtitle,isi\nA,x\n", "1:A ", 0 },
		{ "content/a.csv", "\xEF\xBB\xBF\"title\",\"isi\"\nA,x\n",
		  "1:A ", 0 },
		{ "content/a.csv", "\n\ntitle,isi\n\nA,x\n\r\nB,y\n",
		  "1:A 2:B ", 0 },
		{ "content/a.csv",
		  "title,isi\nA,\"x\n\ny\"\nB,\"\"\"y\"\" z\n\"\n", "1:A 2:B ",
		  0 },
		{ "content/a.csv", "id,title,isi\n1,\"A, B\",x\n2,B,y",
		  "1:A, B 2:B ", 0 },
		{ "content/a.csv", "title,isi\n", "", 0 },
		{ "content/a.csv", "title,isi", "", 0 },
		{ "content/a.csv", "", "", 0 },
		{ "content/a.tsv", "title\tisi\nA\tx, \"y\"\nB\t\"y\tz\"\n",
		  "1:A 2:B ", 0 },
		/* the first field is empty, and a tab is a blank, too */
		{ "content/a.tsv", "\ttitle\tisi\n0\tA\tx\n\tB\ty\n",
		  "1:A 2:B ", 0 },
		{ "content/a.tsv", "url\ttitle\tisi\n\tA\tx\n\tB\ty",
		  "1:A 2:B ", 0 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct site site = { 0 };
		struct slice text = slice_of(cases[i].text);
		load(&site, *state, cases[i].path, text);
		assert_said(buf_slice(&site.said), cases[i].want, text);
		site_close(&site);
		assert_int_equal(status_of_reports(*state), cases[i].status);
	}
}

static void test_reports(void **state)
{
	static const char *const cases[][3] = {
		{ "content/a.jsonl", A "\n[]\n" B,
		  "content/a.jsonl#2: error: is no JSON: " },
		{ "content/a.jsonl", A "\n\n{]\n" B,
		  "content/a.jsonl#2: error: is no JSON: " },
		{ "content/a.csv", "id,kepala\n1,A\n2,B\n",
		  "content/a.csv:1: error: no column is known to hold a title "
		  "or a text: id,kepala" },
		{ "content/a.csv", "title,isi\nA,\"x \"\"y\"\"\nB,z\n",
		  "content/a.csv:2: error: a quotation mark opens here and the "
		  "file ends" },
		{ "content/a.csv",
		  "title,isi\nA,\"x\ny\"\nB,\"z\n\"\"y\"\"\nC,z",
		  "content/a.csv:4: error: a quotation mark opens here" },
		{ "content/a.csv", "title,isi\nA,x\ntitle,isi\nB,y\n",
		  "content/a.csv#2: error: names the columns again" },
		{ "content/a.jsonl",
		  A "\n{\"title\":\"T\",\"isi\":[[\"x\"],{}]}\n" B,
		  "content/a.jsonl#2: error: has a body of lists or objects" },
		{ "content/a.csv", "title,isi\n,\n",
		  "content/a.csv#1: error: " },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct site site = { 0 };
		load(&site, *state, cases[i][0], slice_of(cases[i][1]));
		assert_true(reported(*state, cases[i][2]));
		assert_int_equal(status_of_reports(*state), 1);
		site_close(&site);
	}
}

/* One mistake is one report, not one a record. */
static void test_unknown_columns(void **state)
{
	struct scratch *s = *state;
	struct site site = { 0 };
	load(&site, s, "content/a.csv", SLICE("id,kepala\n1,A\n2,B\n"));
	assert_int_equal(loader_units(site.loader), 0);
	assert_true(reported(s, "kepala"));
	assert_null(strstr(s->text.ptr, "a.csv#"));
	site_close(&site);
}

/* --- large files ---------------------------------------------------------- */

/* Several parts; every seventh record is longer than most, some are blank. */
static void large(struct buf *out, bool csv, unsigned count)
{
	if (csv)
		buf_add(out, SLICE("title,isi\n"));
	for (unsigned i = 1; i <= count; i++) {
		const char *end = csv ? "\n" : "\\n";
		buf_printf(out,
			   csv ? "J%u,\"" : "{\"title\":\"J%u\",\"isi\":\"", i);
		for (unsigned k = 0; k < (i % 7 ? 3U : 300U); k++)
			buf_printf(out, "Kalimat %u dari berita %u.%s", k, i,
				   end);
		buf_add(out, slice_of(csv ? "\"\n" : "\"}\n"));
		if (i % 11 == 0)
			buf_add(out, SLICE(" \n"));
	}
}

static void check_large(struct scratch *s, const char *path, bool csv)
{
	enum {
		COUNT = 2500
	};
	struct site site = { 0 };
	struct buf text = { 0 }, want = { 0 };
	large(&text, csv, COUNT);
	for (unsigned i = 1; i <= COUNT; i++)
		buf_printf(&want, "%u:J%u ", i, i);
	load(&site, s, path, buf_slice(&text));
	assert_true(text.len > 3 << 20);
	assert_in_range(loader_units(site.loader), 3, (text.len >> 20) + 1);
	assert_int_equal(site.count, COUNT);
	assert_string_equal(buf_zstr(&site.said), buf_zstr(&want));
	assert_int_equal(status_of_reports(s), 0);
	site_close(&site);
	buf_release(&text);
	buf_release(&want);
}

static void test_large(void **state)
{
	check_large(*state, "content/a.jsonl", false);
	check_large(*state, "content/a.csv", true);
}

static void test_too_long(void **state)
{
	struct scratch *s = *state;
	struct site site = { 0 };
	struct buf text = { 0 };
	buf_add(&text, SLICE(A "\n{\"title\":\"T\",\"isi\":\""));
	repeat(&text, "sangat panjang ", text.len + ARTICLE_CAP);
	buf_add(&text, SLICE("\"}\n\n" B "\n" A));
	load(&site, s, "content/a.jsonl", buf_slice(&text));
	assert_string_equal(buf_zstr(&site.said), "1:A 3:B 4:A ");
	assert_true(reported(s, "content/a.jsonl:2: error: record 2 is longer "
				"than 2097152 bytes"));
	assert_int_equal(status_of_reports(s), 1);
	site_close(&site);
	buf_release(&text);
}

/* Megabytes of nothing between two records are read, but in no part. */
static void test_blanks(void **state)
{
	struct scratch *s = *state;
	struct site site = { 0 };
	struct buf text = { 0 };
	buf_add(&text, SLICE(A "\n"));
	repeat(&text, "\n", text.len + (5 << 20));
	repeat(&text, " ", text.len + (5 << 20));
	buf_add(&text, SLICE("\n" B "\n"));
	load(&site, s, "content/a.jsonl", buf_slice(&text));
	assert_string_equal(buf_zstr(&site.said), "1:A 2:B ");
	assert_int_equal(loader_units(site.loader), 2);
	assert_int_equal(status_of_reports(s), 0);
	site_close(&site);
	buf_release(&text);
}

/* Given up after the longest record there may be, not at the end. */
static void test_never_closes(void **state)
{
	struct scratch *s = *state;
	struct site site = { 0 };
	struct buf text = { 0 };
	buf_add(&text, SLICE("title,isi\nA,x\nB,\"y\"\"\n\"\nC,\"z\n"));
	repeat(&text, "Tanpa tanda petik dan tanpa koma\n", 12 << 20);
	double start = cpu_seconds();
	load(&site, s, "content/a.csv", buf_slice(&text));
	assert_true(cpu_seconds() - start < SECONDS_FOR_2_MB);
	assert_string_equal(buf_zstr(&site.said), "1:A 2:B ");
	assert_true(reported(s, "content/a.csv:5: error: a quotation mark "
				"opens here and does not close within 2097152 "
				"bytes; the records from number 3 on are left "
				"out"));
	assert_int_equal(status_of_reports(s), 1);
	site_close(&site);
	buf_release(&text);
}

/* But where whole records follow, only that one record was damaged. */
static void test_mark_is_closed(void **state)
{
	static const struct {
		const char *text, *want;
		int status; /* 0: recovered, with a warning */
	} cases[] = {
		{ "title,isi\nA,\"x\nB,y\nC,z\n", "1:A 2:B 3:C ", 0 },
		{ "title,isi\r\nA,\"x\r\nB,y\r\n\r\nC,z", "1:A 2:B 3:C ", 0 },
		{ "title,isi\nA,\"x\nB,\"\"\"y\"\" z\"\nC,z\nD,y\n",
		  "1:A 2:B 3:C 4:D ", 0 },
		/* one line may be prose, and prose has no fixed commas */
		{ "title,isi\nA,\"x\nB,y\n", "1:A ", 1 },
		{ "title,isi\nA,\"x\nSatu, dua.\nTiga.\n", "1:A ", 1 },
		{ "title,isi\nA,\"x\nSatu, dua, tiga.\nTiga, ya.\n", "1:A ",
		  1 },
	};
	struct scratch *s = *state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct site site = { 0 };
		load(&site, s, "content/a.csv", slice_of(cases[i].text));
		assert_said(buf_slice(&site.said), cases[i].want,
			    slice_of(cases[i].text));
		assert_true(reported(s, cases[i].status
					    ? ":2: error: a quotation mark"
					    : ":2: warning: a quotation mark"));
		assert_int_equal(status_of_reports(s), cases[i].status);
		site_close(&site);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCRATCH_TEST(test_small),
		SCRATCH_TEST(test_reports),
		SCRATCH_TEST(test_unknown_columns),
		SCRATCH_TEST(test_large),
		SCRATCH_TEST(test_too_long),
		SCRATCH_TEST(test_blanks),
		SCRATCH_TEST(test_never_closes),
		SCRATCH_TEST(test_mark_is_closed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
