/*
 * test_records.c - a record of a file of many articles: the formats, what its
 * fields become. How files are cut into records: test_units.c.
 */
#include "loader_maker.h"

#include "loader/fields.h"

/* --- csv ------------------------------------------------------------------ */

/* "title|body|..." of a record. */
static const char *say_record(const struct record *r, struct buf *out)
{
	buf_clear(out);
	for (size_t f = 0; f < FIELD_COUNT; f++)
		buf_printf(out, "%s%.*s", f ? "|" : "",
			   SLICE_ARG(r->fields[f]));
	while (out->len && out->ptr[out->len - 1] == '|')
		out->len--;
	return buf_zstr(out);
}

static void test_csv_records(void **state)
{
	static const struct {
		const char *text, *want; /* records with "/" behind each */
		char separator;
	} cases[] = {
		{ "a,b\nc,d\n", "a,b/c,d/", ',' },
		{ "a,b\nc,d", "a,b/c,d/", ',' },
		{ "a\r\nb\r\n", "a\r/b\r/", ',' },
		{ "", "", ',' },
		{ "\n\na", "//a/", ',' },
		{ "\"a\nb\",c\nd", "\"a\nb\",c/d/", ',' },
		{ "x,\"a\nb\"\nd", "x,\"a\nb\"/d/", ',' },
		{ "x;\"a\nb\"\nd", "x;\"a\nb\"/d/", ';' },
		{ "x\t\"a\nb\"\nd", "x\t\"a\nb\"/d/", '\t' },
		/* not a separator here, so no field begins */
		{ "x;\"a\nb\"\nd", "x;\"a/b\"/d/", ',' },
		{ "\"a\"\"\nb\"\nc", "\"a\"\"\nb\"/c/", ',' },
		{ "\"\"\"\n\"\"\"\nc", "\"\"\"\n\"\"\"/c/", ',' },
		{ "\"\",\"\"\nc", "\"\",\"\"/c/", ',' },
		/* inches, and a mark behind a field that was closed */
		{ "layar 5\",b\nc", "layar 5\",b/c/", ',' },
		{ "\"a\"x\"\nc", "\"a\"x\"/c/", ',' },
		{ "\"tak ditutup\na,b\n", "\"tak ditutup\na,b\n/", ',' },
	};
	struct buf said = { 0 };
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice rest = slice_of(cases[i].text), record;
		buf_clear(&said);
		while (csv_next(&rest, cases[i].separator, &record))
			buf_printf(&said, "%.*s/", SLICE_ARG(record));
		assert_said(buf_slice(&said), cases[i].want,
			    slice_of(cases[i].text));
	}
	buf_release(&said);
}

static void test_csv_fields(void **state)
{
	static const struct {
		const char *header, *record, *want;
	} cases[] = {
		{ "title,content", "T,B", "T|B" },
		{ "content,title", "B,T", "T|B" },
		{ "Judul;ISI;Tanggal", "T;B, b;1/2/2020", "T|B, b|1/2/2020" },
		{ "title\tcontent\turl", "T\tB\thttp://x", "T|B||http://x" },
		/* the nameless first column of numbers, also where empty */
		{ "\ttitle\tcontent", "0\tT\tB", "T|B" },
		{ "\ttitle\tcontent", "\tT\tB", "T|B" },
		{ "title,content", "\"T, t\",\"B\"\"b\"\"\"", "T, t|B\"b\"" },
		{ "title,content", "\"T\",\"B\n\nb\"", "T|B\n\nb" },
		{ "title,content", "\"T\" x,B", "T x|B" },
		{ "title,content", "layar 5\" baru,\"B", "layar 5\" baru|B" },
		{ "title,content", "\"\",\"\"", "" },
		/* too few, too many */
		{ "title,content,date", "T", "T" },
		{ "title,content", "T,B, C,D", "T|B, C,D" },
		{ "title,content", "T,B,, ,", "T|B" },
		{ "content,title", "B,T,C,D", "T|B" },
		{ "title,content", "T,\"B\",C,D", "T|B" },
		{ "title|content|tanggal", "T|B, b;b|1/2/2020",
		  "T|B, b;b|1/2/2020" },
		{ "id,title,x,content", "7,T,8,B", "T|B" },
		/* of two columns of one kind the first that is filled */
		{ "title,judul,content", ",J,B", "J|B" },
		{ "title,judul,content", "T,J,B", "T|B" },
		{ "\"title\",\"content\"", "T,B", "T|B" },
		{ "title ,  content", "T,B", "T|B" },
	};
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct columns columns;
		struct record r;
		assert_true(csv_columns(&columns, slice_of(cases[i].header),
					NULL, &m->arena));
		csv_read(&r, slice_of(cases[i].record), &columns, &m->arena);
		assert_string_equal(say_record(&r, &m->said), cases[i].want);
	}
}

static void test_csv_header_again(void **state)
{
	static const struct {
		const char *record;
		bool again;
	} cases[] = {
		{ "title,content,tanggal", true },
		{ " Title ,CONTENT,", true },
		{ "title,B,", false },
		{ "title,,", false },
		{ "content,title,", false },
		{ ",,", false },
	};
	struct maker *m = *state;
	struct columns columns;
	struct record r;
	assert_true(csv_columns(&columns, SLICE("title,content,tanggal"), NULL,
				&m->arena));
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		csv_read(&r, slice_of(cases[i].record), &columns, &m->arena);
		assert_int_equal(csv_is_header(&r, NULL), cases[i].again);
	}
}

/* How many fields a record has, whether or not there are columns for them. */
static void test_csv_counts(void **state)
{
	static const struct {
		const char *record;
		size_t read, count;
	} cases[] = {
		{ "a,b,c", 3, 3 },
		{ "a,b", 2, 2 },
		{ "a,b,", 3, 3 },
		{ "a,", 2, 2 },
		{ "", 0, 1 },
		{ "a,b,c,d,e", 5, 5 },
		{ "a,b,c,,", 3, 5 },
		{ "\"a,\"\",b\",b,c", 3, 3 },
		{ "a,\"b\nb,b\",c", 3, 3 },
		{ ",,", 3, 3 },
		{ "a,b\",c", 3, 3 },
	};
	struct maker *m = *state;
	struct columns columns;
	struct record r;
	assert_true(csv_columns(&columns, SLICE("title,content,tanggal"), NULL,
				&m->arena));
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice record = slice_of(cases[i].record);
		size_t read = csv_read(&r, record, &columns, &m->arena);
		size_t count = csv_count(record, ',');
		if (read != cases[i].read || count != cases[i].count)
			fail_msg("%s: %zu and %zu", cases[i].record, read,
				 count);
	}
}

static void test_csv_headers(void **state)
{
	struct maker *m = *state;
	struct columns c;
	assert_false(csv_columns(&c, SLICE("id,tanggal"), NULL, &m->arena));
	assert_false(csv_columns(&c, SLICE(""), NULL, &m->arena));
	assert_true(csv_columns(&c, SLICE("title"), NULL, &m->arena));
	assert_int_equal(c.separator, ',');
	assert_int_equal(c.count, 1);
	assert_true(
	    csv_columns(&c, SLICE("\"a,b\";title;x;y"), NULL, &m->arena));
	assert_int_equal(c.separator, ';');
	assert_int_equal(c.count, 4);
	assert_int_equal(c.fields[1], FIELD_TITLE);
	assert_true(csv_columns(&c, SLICE("title|\"a,b\"|d"), NULL, &m->arena));
	assert_int_equal(c.separator, '|');
	struct slice record = csv_trim(SLICE("\ta\t\r\n"));
	assert_said(record, "\ta\t", record);
}

/* --- names ---------------------------------------------------------------- */

static void test_names(void **state)
{
	static const struct slice own[FIELD_COUNT] = {
		[FIELD_TITLE] = SLICE_INIT("kepala"),
		[FIELD_BODY] = SLICE_INIT("title"),
	};
	static const struct {
		const char *name;
		enum field usual, own;
	} cases[] = {
		{ "title", FIELD_TITLE, FIELD_BODY },
		{ "JUDUL", FIELD_TITLE, FIELD_COUNT },
		{ " Headline ", FIELD_TITLE, FIELD_COUNT },
		{ "Kepala", FIELD_COUNT, FIELD_TITLE },
		{ "content", FIELD_BODY, FIELD_COUNT },
		{ "paragraphs", FIELD_BODY, FIELD_COUNT },
		{ "Tanggal", FIELD_DATE, FIELD_DATE },
		{ "link", FIELD_URL, FIELD_URL },
		{ "Keywords", FIELD_TAGS, FIELD_TAGS },
		{ "penulis", FIELD_AUTHOR, FIELD_AUTHOR },
		{ "publisher", FIELD_OUTLET, FIELD_OUTLET },
		{ "Sumber", FIELD_OUTLET, FIELD_OUTLET },
		{ "titles", FIELD_COUNT, FIELD_COUNT },
		{ "", FIELD_COUNT, FIELD_COUNT },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice name = slice_of(cases[i].name);
		assert_int_equal(field_of(name, NULL), cases[i].usual);
		assert_int_equal(field_of(name, own), cases[i].own);
	}
}

/* --- jsonl ---------------------------------------------------------------- */

static void test_jsonl(void **state)
{
	static const struct {
		const char *line, *want; /* NULL: not read */
	} cases[] = {
		{ "{\"title\":\"T\",\"content\":\"B\"}", "T|B" },
		{ " { \"isi\" : \"B\\nb\" } ", "|B\nb" },
		{ "{\"title\":\"\\u00e9\\ud83d\\ude00\"}",
		  "\xC3\xA9\xF0\x9F\x98\x80" },
		{ "{\"title\":7,\"date\":1600000000}", "7||1600000000" },
		{ "{\"lines\":[\"a\",\"b\"],\"title\":\"T\"}", "T|a\nb\n" },
		{ "{\"tags\":[\"x, y\"]}", "||||x, y\n" },
		{ "{\"title\":null,\"judul\":\"J\"}", "J" },
		{ "{\"title\":\"T\",\"judul\":\"J\"}", "T" },
		{ "{\"title\":{\"title\":\"x\"},\"isi\":\"B\"}", "|B" },
		{ "{\"title\":true,\"isi\":[[\"x\"],{},null,\"B\"]}",
		  "|\n\n\nB\n" },
		{ "{\"isi\":[\"a\",2.5,-1e3],\"title\":2.5}",
		  "|a\n2.5\n-1e3\n" },
		{ "{}", "" },
		{ "{\"title\":\"T\"", NULL },
		{ "{\"title\":\"T\"} x", NULL },
		{ "{'title':'T'}", NULL },
		{ "", NULL },
		{ "7", NULL },
		{ "\"teks\"", NULL },
		{ "[{\"title\":\"T\"}]", NULL },
	};
	struct maker *m = *state;
	struct buf why = { 0 };
	struct record r;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		bool ok = jsonl_read(&r, slice_of(cases[i].line), NULL,
				     &m->arena, &why);
		assert_int_equal(ok, cases[i].want != NULL);
		assert_int_equal(ok, !why.len);
		if (ok)
			assert_string_equal(say_record(&r, &m->said),
					    cases[i].want);
	}
	buf_release(&why);
}

/* Raw control characters at every offset of a line, beside high bytes. */
static void test_jsonl_level(void **state)
{
	struct maker *m = *state;
	struct text_repairs done = { 0 };
	char line[24], want[24];
	for (size_t at = 0; at < sizeof line; at++) {
		memset(line, at % 2 ? 'x' : '\xFF', sizeof line);
		memcpy(want, line, sizeof want);
		struct slice whole = slice_make(line, sizeof line);
		assert_ptr_equal(jsonl_level(&m->arena, whole, &done).ptr,
				 line);
		line[at] = at % 3 ? '\x1F' : '\t';
		want[at] = ' ';
		assert_true(slice_eq(jsonl_level(&m->arena, whole, &done),
				     slice_make(want, sizeof want)));
	}
	assert_int_equal(done.count[REPAIR_CONTROL], 16);
}

/* --- from fields to front matter ------------------------------------------ */

static struct front_matter apply(struct maker *m, enum field field,
				 struct slice value, struct buf *body)
{
	struct front_matter fm;
	struct record r = { 0 };
	r.fields[field] = value;
	m->cleaner.arena = &m->arena;
	m->cleaner.rules = m->rules;
	m->cleaner.matcher = m->matcher;
	m->cleaner.doc = &m->doc;
	fields_apply(&r, &fm, body, &m->cleaner);
	return fm;
}

static void test_body(void **state)
{
	static const char *const cases[][2] = {
		{ "a\nb", "a\nb" },
		{ "['a', 'b']", "a\nb\n" },
		{ " [\"a\", 'b'] \n", "a\nb\n" },
		{ "['a\\nb']", "a\nb\n" },
		{ "['Jum\\'at']", "Jum'at\n" },
		{ "[\"Jum'at\", 'kata \"ya\"']", "Jum'at\nkata \"ya\"\n" },
		{ "['a\\xa0b \\u2019 \\U0001f600 \\\\']",
		  "a\xC2\xA0"
		  "b \xE2\x80\x99 \xF0\x9F\x98\x80 \\\n" },
		{ "['\\ud800']", "\xEF\xBF\xBD\n" },
		{ "[\"\\ud83d\\ude00 \\ud83d\\u0041\"]",
		  "\xF0\x9F\x98\x80 \xEF\xBF\xBD"
		  "A\n" },
		{ "['a'\n 'b']", "a\nb\n" },
		{ "['a', None, 'b', None]", "a\nb\n" },
		{ "['a', Nona]", "['a', Nona]" },
		{ "['\\uZZ', '\\xa']", "uZZ\nxa\n" },
		{ "['\\Uffffffff\\U00110000']", "UffffffffU00110000\n" },
		{ "['a]', 'b']", "a]\nb\n" },
		{ "[]", "" },
		{ "", "" },
		/* these only look like one */
		{ "['a', 'b'", "['a', 'b'" },
		{ "[Foto: Antara] Kota [Karta]",
		  "[Foto: Antara] Kota [Karta]" },
		{ "['Ya' katanya]", "['Ya' katanya]" },
		{ "['tak ditutup]", "['tak ditutup]" },
		{ "['a\\']", "['a\\']" },
		{ "[", "[" },
		{ "]", "]" },
	};
	struct maker *m = *state;
	struct buf body = { 0 };
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice in = slice_of(cases[i][0]);
		apply(m, FIELD_BODY, in, &body);
		assert_said(buf_slice(&body), cases[i][1], in);
	}
	buf_release(&body);
}

static void test_tags(void **state)
{
	static const char *const cases[][2] = {
		{ "banjir, Kota Karta ,banjir,,", "banjir|Kota Karta" },
		{ "banjir; Karta, Jawa", "banjir|Karta, Jawa" },
		{ "x, y\n", "x, y" },
		{ "banjir\nlumpur\n", "banjir|lumpur" },
		{ "['x, y', \"z\"]", "x, y|z" },
		{ "[]", "" },
		{ "a &amp; b, c", "a & b|c" },
		{ "", "" },
	};
	struct maker *m = *state;
	struct buf body = { 0 }, many = { 0 };
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice in = slice_of(cases[i][0]);
		struct front_matter fm = apply(m, FIELD_TAGS, in, &body);
		buf_clear(&m->said);
		for (size_t k = 0; k < fm.tag_count; k++)
			buf_printf(&m->said, "%s%.*s", k ? "|" : "",
				   SLICE_ARG(fm.tags[k]));
		assert_said(buf_slice(&m->said), cases[i][1], in);
	}
	for (int i = 0; i < 2 * TAGS_CAP; i++)
		buf_printf(&many, "t%d,", i);
	assert_int_equal(
	    apply(m, FIELD_TAGS, buf_slice(&many), &body).tag_count, TAGS_CAP);
	buf_release(&many);
	buf_release(&body);
}

static void test_addresses(void **state)
{
	static const char *const cases[][2] = {
		{ "https://koran.example/a b", "https://koran.example/a b" },
		{ " http://koran.example/a\n", "http://koran.example/a" },
		/* a list: the first; what follows could be a field of RIS */
		{ "http://koran.example/a\nTI  - x", "http://koran.example/a" },
		{ "//koran.example/a", "" },
		{ "javascript:alert(1)", "" },
		{ "", "" },
	};
	struct maker *m = *state;
	struct buf body = { 0 }, large = { 0 };
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice in = slice_of(cases[i][0]);
		assert_said(apply(m, FIELD_URL, in, &body).url, cases[i][1],
			    in);
	}
	buf_add(&large, SLICE("https://koran.example/"));
	while (large.len <= 2048)
		buf_byte(&large, 'a');
	assert_int_equal(apply(m, FIELD_URL, buf_slice(&large), &body).url.len,
			 0);
	large.len--;
	assert_int_equal(apply(m, FIELD_URL, buf_slice(&large), &body).url.len,
			 2048);
	buf_release(&large);
	buf_release(&body);
}

/* As jsonl_read joins them; of very many none is copied again and again. */
static void test_authors(void **state)
{
	enum {
		MANY = 100000
	};
	static const char *const cases[][2] = {
		{ "Rina Contoh", "Rina Contoh" },
		{ "Rina\n Budi  Karta \n\nSari\n", "Rina, Budi Karta, Sari" },
		{ "\n \n", "" },
	};
	struct maker *m = *state;
	struct buf body = { 0 }, many = { 0 };
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice in = slice_of(cases[i][0]);
		assert_said(apply(m, FIELD_AUTHOR, in, &body).byline,
			    cases[i][1], in);
	}
	for (int i = 0; i < MANY; i++)
		buf_add(&many, SLICE("A\n"));
	size_t before = m->arena.total;
	assert_int_equal(
	    apply(m, FIELD_AUTHOR, buf_slice(&many), &body).byline.len,
	    3 * MANY - 2);
	assert_true(m->arena.total < before + ((size_t)16 << 20));
	buf_release(&many);
	buf_release(&body);
}

static void test_lines_of_fields(void **state)
{
	struct maker *m = *state;
	struct buf body = { 0 };
	struct slice got;
	/* as JSON can say it with \u0000 */
	got = apply(m, FIELD_TITLE,
		    SLICE(" Judul\0\n\x01"
			  "baru\xEF\xBF\xBE &amp; lama "),
		    &body)
		  .title;
	assert_said(got, "Judul baru\xEF\xBF\xBD & lama", got);
	got = apply(m, FIELD_AUTHOR, SLICE("Ani\n\nBudi\n"), &body).byline;
	assert_said(got, "Ani, Budi", got);
	got = apply(m, FIELD_OUTLET, SLICE("Kabar\tKarta"), &body).outlet;
	assert_said(got, "Kabar Karta", got);
	got = apply(m, FIELD_URL, SLICE(" https://x.id/a\0b\n"), &body).url;
	assert_said(got, "https://x.id/ab", got);
	got = apply(m, FIELD_URL, SLICE("javascript:x()"), &body).url;
	assert_int_equal(got.len, 0);
	buf_release(&body);
}

/* --- dates ---------------------------------------------------------------- */

static const struct document *make_dated(struct maker *m, const char *field,
					 const char *text)
{
	struct front_matter fm = { .minute = -1 };
	struct buf all = { 0 };
	buf_printf(&all, "Judul\n%s\n", text);
	make(m, buf_slice(&all), false);
	buf_release(&all);
	fm.date_field = slice_of(field);
	find_date(&m->cleaner, &fm);
	return &m->doc;
}

static void test_dates(void **state)
{
	static const struct {
		const char *field, *want;
		int minute;
	} cases[] = {
		{ "2020-09-26", "2020-09-26", -1 },
		{ "2020-09-26T10:28:00+07:00", "2020-09-26", 628 },
		{ "2020-09-26 10:28", "2020-09-26", 628 },
		{ "2020-09-26 10:28:00 WIB", "2020-09-26", 628 },
		{ "2020/09/26 10:28", "2020-09-26", 628 },
		{ "2020/09/26", "2020-09-26", -1 },
		{ "26/9/2020", "2020-09-26", -1 },
		{ "26-09-2020 10:28", "2020-09-26", 628 },
		{ "9/26/2020", "2020-09-26", -1 },
		{ "3/5/2023", "2023-05-03", -1 },
		{ "Sabtu, 26 September 2020 - 10:28 WIB", "2020-09-26", 628 },
		{ "Sabtu, 26 Sep 2020, 10.28", "2020-09-26", 628 },
		{ "26 Sep 2020", "2020-09-26", -1 },
		{ "Sat, 26 Sep 2020 00:00:01 +0700", "2020-09-26", 0 },
		{ "26 August 2020", "2020-08-26", -1 },
		{ "6 May 2020 23:59", "2020-05-06", 1439 },
		{ "6 Oct 2020", "2020-10-06", -1 },
		{ "6 Desember 2020 24:00", "2020-12-06", -1 },
		{ "6-Dec-2020", "2020-12-06", -1 },
		{ "29/2/2020", "2020-02-29", -1 },
	};
	struct maker *m = *state;
	char iso[DATE_ISO + 1];
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct document *doc =
		    make_dated(m, cases[i].field, "Tanpa tanggal.");
		if (strcmp(date_iso(doc->date, iso), cases[i].want) ||
		    doc->minute != cases[i].minute)
			fail_msg("%s: %s at %d", cases[i].field, iso,
				 doc->minute);
		assert_int_equal(doc->date_from, DATE_FROM_FIELD);
	}
	assert_nothing_reported(m);
}

static void test_day_or_month(void **state)
{
	static const char *const cases[][3] = {
		{ "3/5/2023", "Minggu (5/3/2023).", "2023-03-05" },
		{ "3/5/2023", "Sabtu (4/3/2023).", "2023-03-05" },
		{ "3/5/2023", "Rabu (3/5/2023).", "2023-05-03" },
		{ "3/5/2023", "Jumat (1/1/2021).", "2023-05-03" },
		{ "3/5/2023", "Tanpa tanggal.", "2023-05-03" },
		/* only one of the two exists */
		{ "13/5/2023", "Jumat (1/1/2021).", "2023-05-13" },
		{ "5/13/2023", "Jumat (1/1/2021).", "2023-05-13" },
		/* near both: ours */
		{ "4/5/2023", "Sejak (20/4/2023).", "2023-05-04" },
	};
	struct maker *m = *state;
	char iso[DATE_ISO + 1];
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		make_dated(m, cases[i][0], cases[i][1]);
		assert_string_equal(date_iso(m->doc.date, iso), cases[i][2]);
	}
	assert_nothing_reported(m);
}

static void test_no_dates(void **state)
{
	static const char *const cases[] = {
		"kemarin",    "31/2/2020",   "99/99/2020",  "26 Foo 2020",
		"2020-13-01", "2020/09/261", "2592025",	    "nan",
		"0/0/0000",   "1/1/9999",    "32 Mei 2020", "(17/3/3023)",
	};
	struct maker *m = *state;
	char iso[DATE_ISO + 1];
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		make_dated(m, cases[i], "Sabtu (26/9/2020).");
		assert_string_equal(date_iso(m->doc.date, iso), "2020-09-26");
		assert_int_equal(m->doc.date_from, DATE_FROM_TEXT);
		assert_reported(m, cases[i]);
		make_dated(m, cases[i], "Tanpa tanggal.");
		assert_string_equal(date_iso(m->doc.date, iso), "");
		assert_int_equal(m->doc.date_from, DATE_FROM_NONE);
		assert_reported(m, cases[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_csv_records),
		cmocka_unit_test(test_csv_fields),
		cmocka_unit_test(test_csv_counts),
		cmocka_unit_test(test_csv_header_again),
		cmocka_unit_test(test_csv_headers),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_jsonl),
		cmocka_unit_test(test_jsonl_level),
		cmocka_unit_test(test_body),
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_authors),
		cmocka_unit_test(test_lines_of_fields),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_day_or_month),
		cmocka_unit_test(test_no_dates),
	};
	return RUN_WITH_MAKER(tests);
}
