/*
 * test_archive.c - the archive as a whole: its order, tags, calendar, who
 * cites whom, what is kept of a document.
 */
#include "archive_maker.h"

#include "archive/internal.h"

/* The sources of articles, in the order of a list: "a b c". */
static const char *sources(struct maker *m, const uint32_t *list,
			   uint32_t count)
{
	struct buf out = { 0 };
	for (uint32_t i = 0; i < count; i++) {
		uint32_t number = list ? list[i] : i;
		buf_printf(&out, "%s%.*s", i ? " " : "",
			   SLICE_ARG(m->archive->articles[number].source));
	}
	const char *text = arena_zstr(&m->arena, buf_slice(&out));
	buf_release(&out);
	return text;
}

static void test_empty(void **state)
{
	struct maker m;
	(void)state;
	maker_begin(&m, 2);
	const struct archive *x = maker_finish(&m);
	assert_int_equal(x->count + x->dated + x->tag_count + x->day_count +
			     x->month_count + x->year_count + x->shared_count +
			     x->reference_count,
			 0);
	assert_int_equal(x->cited_from[0], 0);
	maker_end(&m);
	archive_free(NULL);
}

static void test_order(void **state)
{
	struct maker m;
	(void)state;
	const struct archive *x = maker_make(
	    &m, (struct written[]){
		    { .source = "no-date-b", .title = "Beta" },
		    { .source = "no-date-a", .title = "Alfa" },
		    { .source = "late", .title = "Alfa", .date = "2020-09-27" },
		    { .source = "noon",
		      .title = "Alfa",
		      .date = "2020-09-26 12:00" },
		    { .source = "morning",
		      .title = "Zeta",
		      .date = "2020-09-26 07:30" },
		    { .source = "b", .title = "Beta", .date = "2020-09-26" },
		    { .source = "a", .title = "Alfa", .date = "2020-09-26" },
		    { .source = "old", .title = "Zeta", .date = "1999-12-31" },
		    { 0 } });
	assert_string_equal(sources(&m, NULL, x->count),
			    "old b a morning noon late no-date-b no-date-a");
	assert_int_equal(x->dated, 6);
	maker_end(&m);
}

/* --- tags ----------------------------------------------------------------- */

static void test_tags(void **state)
{
	struct maker m;
	(void)state;
	const struct archive *x = maker_make(
	    &m, (struct written[]){
		    { .source = "a",
		      .title = "A",
		      .date = "2020-01-01",
		      .tags = "politik,Pilpres 2019" },
		    { .source = "b",
		      .title = "B",
		      .date = "2020-01-02",
		      .tags = "Politik,POLITIK,politik" },
		    { .source = "c", .title = "C", .tags = "Politik" },
		    { .source = "d",
		      .title = "D",
		      .date = "2020-01-03",
		      .tags = "Politik,pilpres-2019,\xE4\xB8\xAD\xE5\x9B\xBD" },
		    { .source = "e", .title = "E", .date = "2020-01-04" },
		    { 0 } });
	assert_int_equal(x->tag_count, 3);
	/* a tie: the first in byte order */
	assert_slice(x->tags[0].slug, "pilpres-2019");
	assert_slice(x->tags[0].name, "Pilpres 2019");
	assert_string_equal(sources(&m, x->tags[0].articles, x->tags[0].count),
			    "a d");
	/* three of "Politik", two of "politik"; each article once */
	assert_slice(x->tags[1].slug, "politik");
	assert_slice(x->tags[1].name, "Politik");
	assert_string_equal(sources(&m, x->tags[1].articles, x->tags[1].count),
			    "a b d c");
	/* no letter of ours: still a page of its own */
	assert_true(slice_starts(x->tags[2].slug, SLICE("tag-")));
	assert_int_equal(x->tags[2].slug.len, 10);
	assert_slice(x->tags[2].name, "\xE4\xB8\xAD\xE5\x9B\xBD");

	const struct article *d = maker_article(&m, "d");
	assert_int_equal(d->tag_count, 3);
	for (uint32_t i = 0; i < 3; i++)
		assert_int_equal(d->tags[i], i);
	assert_slice(d->tag_names[1], "pilpres-2019"); /* as written */
	const struct article *b = maker_article(&m, "b");
	assert_int_equal(b->name_count, 3);
	assert_int_equal(b->tag_count, 1);
	assert_int_equal(b->tags[0], 1);
	assert_int_equal(maker_article(&m, "e")->tag_count, 0);
	maker_end(&m);
}

/* --- calendar ------------------------------------------------------------- */

static void check_range(struct range r, uint32_t from, uint32_t to)
{
	assert_int_equal(r.from, from);
	assert_int_equal(r.to, to);
}

static void test_calendar(void **state)
{
	struct maker m;
	char iso[DATE_ISO + 1];
	(void)state;
	const struct archive *x = maker_make(
	    &m, (struct written[]){
		    { .source = "a", .title = "A", .date = "2019-12-31" },
		    { .source = "b", .title = "B", .date = "2020-01-01" },
		    { .source = "c", .title = "C", .date = "2020-01-01" },
		    { .source = "d", .title = "D", .date = "2020-01-31" },
		    { .source = "e", .title = "E", .date = "2020-12-31" },
		    { .source = "f", .title = "F", .date = "2021-12-31" },
		    { .source = "g", .title = "G" },
		    { 0 } });
	assert_int_equal(x->day_count, 5);
	assert_int_equal(x->month_count, 4);
	assert_int_equal(x->year_count, 3);
	check_range(x->days[0].articles, 0, 1);
	check_range(x->days[1].articles, 1, 3);
	check_range(x->days[2].articles, 3, 4);
	check_range(x->days[3].articles, 4, 5);
	check_range(x->days[4].articles, 5, 6);
	assert_string_equal(date_iso(x->days[2].date, iso), "2020-01-31");
	check_range(x->months[1].articles, 1, 4);
	check_range(x->months[1].days, 1, 3);
	assert_string_equal(date_iso(x->months[1].first, iso), "2020-01-01");
	assert_string_equal(date_iso(x->months[2].first, iso), "2020-12-01");
	/* the same month of another year is another month */
	check_range(x->months[2].articles, 4, 5);
	check_range(x->months[3].articles, 5, 6);
	assert_int_equal(x->years[1].year, 2020);
	check_range(x->years[1].months, 1, 3);
	check_range(x->years[1].days, 1, 4);
	check_range(x->years[1].articles, 1, 5);
	check_range(x->years[0].articles, 0, 1);
	check_range(x->years[2].articles, 5, 6);
	maker_end(&m);
}

/* --- who cites whom ------------------------------------------------------- */

static const char *citing(struct maker *m, const char *source)
{
	const struct archive *x = m->archive;
	uint32_t i = maker_find(x, source);
	return sources(m, &x->citing[x->cited_from[i]],
		       x->cited_from[i + 1] - x->cited_from[i]);
}

static void test_graph(void **state)
{
	struct maker m;
	(void)state;
	const struct archive *x = maker_make(
	    &m,
	    (struct written[]){
		{ .source = "a",
		  .title = "Judul A",
		  .date = "2020-01-01",
		  .body = "{c[Judul C]}" },
		{ .source = "b",
		  .title = "Judul B",
		  .date = "2020-01-02",
		  /* twice the same words, once other words: one citation */
		  .body =
		      "{c[Judul A]}{c[Judul A]}{c[judul: A!]}{c[Judul C]}" },
		{ .source = "c",
		  .title = "Judul C",
		  .date = "2020-01-03",
		  .body = "{c[Judul A]}{c[Judul X]}{c[Judul X]}{c[Judul C]}" },
		{ .source = "d", .title = "Judul D", .body = "{c[Judul A]}" },
		{ 0 } });
	assert_string_equal(citing(&m, "a"), "b c d");
	assert_string_equal(citing(&m, "b"), "");
	assert_string_equal(citing(&m, "c"), "a b");
	assert_string_equal(citing(&m, "d"), "");
	assert_int_equal(x->cited_from[0], 0);
	assert_int_equal(x->cited_from[4], 5);
	assert_int_equal(x->reference_count, 1 + 2 + 3 + 1);
	assert_int_equal(x->resolved_count, 1 + 2 + 1 + 1);
	maker_end(&m);
}

/* --- what is kept of a document ------------------------------------------- */

static void test_lead(void **state)
{
	static const struct {
		const char *body, *want;
		bool markdown;
	} cases[] = {
		{ "", "", false },
		{ "Satu  kalimat.\n\nDua.", "Satu kalimat.", false },
		{ "Isi satu {c(Baca: [Judul X])} lagi.", "Isi satu", false },
		{ "{c(Baca: [Judul X])}\n\n{lBaca: [Y Z]}\n\nIsi.", "Isi.",
		  false },
		/* a gloss is text */
		{ "Aparat {w(baca: [polisi])} datang.",
		  "Aparat (baca: polisi) datang.", false },
		{ "# Judul *kecil*\n\n> `Isi`", "Judul kecil", true },
		{ "5 * 3 # tetap_an", "5 * 3 # tetap_an", false },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct maker m;
		maker_make(
		    &m, (struct written[]){ { .source = "a",
					      .title = "A",
					      .body = cases[i].body,
					      .markdown = cases[i].markdown },
					    { 0 } });
		assert_slice(m.archive->articles[0].lead, cases[i].want);
		maker_end(&m);
	}
}

static struct slice long_lead(struct maker *m, const char *word, int count)
{
	struct buf body = { 0 };
	for (int i = 0; i < count; i++)
		buf_add(&body, slice_of(word));
	maker_make(m,
		   (struct written[]){
		       { .source = "a", .title = "A", .body = buf_zstr(&body) },
		       { 0 } });
	buf_release(&body);
	return m->archive->articles[0].lead;
}

static void test_long_lead(void **state)
{
	struct maker m;
	(void)state;
	struct slice lead = long_lead(&m, "kata\xC3\xA9 ", 100);
	assert_true(slice_ends(lead, SLICE("kata\xC3\xA9\xE2\x80\xA6")));
	assert_true(lead.len > LEAD_MAX && lead.len < LEAD_MAX * 7 / 6 + 3);
	maker_end(&m);
	lead = long_lead(&m, "kata ", 36); /* 179 with the last blank gone */
	assert_int_equal(lead.len, 179);
	maker_end(&m);
	/* without any blank it is cut all the same, between characters */
	lead = long_lead(&m, "\xE4\xB8\xAD", 500);
	assert_int_equal(lead.len, LEAD_MAX * 3 + 3);
	maker_end(&m);
}

static void test_kept(void **state)
{
	struct maker m;
	(void)state;
	maker_begin(&m, 2);
	struct document doc = maker_document(
	    &m, &(struct written){ .source = "a",
				   .title = "Judul",
				   .date = "2020-01-02 03:04",
				   .body = "Satu dua\ttiga\n\n empat ",
				   .url = "https://a.id" });
	doc.dateline = SLICE("JAKARTA");
	doc.outlet = SLICE("KOMPAS.com");
	doc.byline = SLICE("abc");
	doc.fingerprint = 42;
	doc.where = (struct where){ 7, 9, 11, 13 };
	archive_add(m.builder, 1, &doc);
	const struct archive *x = maker_finish(&m);
	const struct article *a = &x->articles[0];
	assert_slice(a->dateline, "JAKARTA");
	assert_slice(a->outlet, "KOMPAS.com");
	assert_slice(a->byline, "abc");
	assert_slice(a->url, "https://a.id");
	assert_true(a->fingerprint == 42);
	assert_int_equal(a->words, 4);
	assert_int_equal(a->minute, 184);
	assert_int_equal(a->date_from, DATE_FROM_TEXT);
	assert_int_equal(a->where.file, 7);
	assert_int_equal(a->where.record, 9);
	assert_ptr_not_equal(a->title.ptr, doc.title.ptr); /* a copy */
	maker_end(&m);
}

static void test_names(void **state)
{
	(void)state;
	assert_string_equal(date_source_name(DATE_FROM_NONE), "none");
	assert_string_equal(date_source_name(DATE_FROM_PATH), "path");
	assert_string_equal(date_source_name(DATE_FROM_TEXT), "text");
	assert_string_equal(date_source_name(DATE_FROM_FIELD), "field");
	assert_string_equal(date_source_name(DATE_FROM_FRONT_MATTER),
			    "front-matter");
	assert_string_equal(reference_how_name(HOW_NONE), "none");
	assert_string_equal(reference_how_name(HOW_OVERRIDE), "override");
	assert_string_equal(reference_how_name(HOW_EXACT), "exact");
	assert_string_equal(reference_how_name(HOW_PREFIX), "prefix");
	assert_string_equal(reference_how_name(HOW_NEAR), "near");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_calendar),
		cmocka_unit_test(test_graph),
		cmocka_unit_test(test_lead),
		cmocka_unit_test(test_long_lead),
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
