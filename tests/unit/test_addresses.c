/*
 * test_addresses.c - addresses.c: slugs, shared addresses, and that no two
 * articles ever have one address.
 */
#include "archive_maker.h"

#include "archive/internal.h"

static void check_slug(const char *wanted, const char *title, const char *want)
{
	struct buf buf = { 0 };
	assert_slice(address_slug(&buf, slice_of(wanted), slice_of(title),
				  UINT64_C(0xFFFFFFFFFF00ABCD)),
		     want);
	buf_release(&buf);
}

static void test_slug(void **state)
{
	static const struct {
		const char *wanted, *title, *want;
	} cases[] = {
		{ NULL, "Putin Desak AS", "putin-desak-as" },
		{ "Nama Lain", "Putin Desak AS", "nama-lain" },
		{ "a/../b", "Putin", "a-b" },
		/* nothing to make a name of */
		{ NULL, "", "artikel-00abcd" },
		{ NULL, "\xF0\x9F\x98\x80 \xF0\x9F\x94\xA5", "artikel-00abcd" },
		{ NULL, "\xE4\xB8\xAD\xE5\x9B\xBD", "artikel-00abcd" },
		{ "?", "Putin", "artikel-00abcd" },
		/* names that mean something else */
		{ NULL, "Index", "artikel-index" },
		{ "index", "Putin", "artikel-index" },
		{ NULL, "CON", "artikel-con" },
		{ NULL, "nul", "artikel-nul" },
		{ NULL, "prn.", "artikel-prn" },
		{ NULL, "(aux)", "artikel-aux" },
		{ NULL, "com1", "artikel-com1" },
		{ NULL, "LPT9", "artikel-lpt9" },
		{ NULL, "2020", "artikel-2020" },
		{ NULL, "7", "artikel-7" },
		/* and names that only begin so */
		{ NULL, "com10", "com10" },
		{ NULL, "com", "com" },
		{ NULL, "Index Saham", "index-saham" },
		{ NULL, "CON Air", "con-air" },
		{ NULL, "2020 2", "2020-2" },
		{ NULL, "1 Abad", "1-abad" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check_slug(cases[i].wanted, cases[i].title, cases[i].want);
}

static void test_slug_long(void **state)
{
	struct buf title = { 0 }, buf = { 0 };
	(void)state;
	for (int i = 0; i < 60; i++)
		buf_add(&title, SLICE("lima "));
	struct slice slug =
	    address_slug(&buf, slice_of(NULL), buf_slice(&title), 1);
	assert_int_equal(slug.len, 79); /* sixteen words, no hyphen behind */
	assert_true(slice_ends(slug, SLICE("-lima")));
	buf_clear(&title);
	for (int i = 0; i < 300; i++)
		buf_byte(&title, '7');
	slug = address_slug(&buf, slice_of(NULL), buf_slice(&title), 1);
	assert_int_equal(slug.len, sizeof("artikel-") - 1 + SLUG_MAX);
	buf_release(&title);
	buf_release(&buf);
}

/* --- whole archives ------------------------------------------------------- */

/* No two articles and shared pages have one path; names fit their paths. */
static void check_addresses(const struct archive *x)
{
	for (uint32_t i = 0; i < x->count; i++) {
		const struct article *a = &x->articles[i];
		assert_true(slice_ends(a->path, SLICE(".html")));
		assert_true(slice_eq(
		    a->slug, slice_sub(a->path, a->path.len - 5 - a->slug.len,
				       a->path.len - 5)));
		for (uint32_t k = i + 1; k < x->count; k++)
			assert_false(slice_eq(a->path, x->articles[k].path));
		for (uint32_t k = 0; k < x->shared_count; k++)
			assert_false(slice_eq(a->path, x->shared[k].path));
	}
	uint32_t listed = 0, with_plain = 0;
	for (uint32_t k = 0; k < x->shared_count; k++) {
		const struct shared_address *s = &x->shared[k];
		if (k)
			assert_true(slice_cmp(s[-1].path, s->path) < 0);
		assert_true(s->count >= 2);
		for (uint32_t i = 0; i < s->count; i++)
			assert_true(slice_eq(x->articles[s->articles[i]].plain,
					     s->path));
		listed += s->count;
	}
	for (uint32_t i = 0; i < x->count; i++)
		with_plain += x->articles[i].plain.len > 0;
	assert_int_equal(listed, with_plain); /* so each is listed once */
}

/* "-" and six digits, or twelve, or those and a number. */
static void check_suffix(struct slice slug, const char *plain, size_t digits,
			 const char *number)
{
	size_t at = strlen(plain);
	assert_true(slice_starts(slug, slice_of(plain)));
	assert_int_equal(slug.ptr[at++], '-');
	for (size_t i = 0; i < digits; i++, at++)
		assert_true(strchr("0123456789abcdef", slug.ptr[at]) != NULL);
	assert_slice(slice_from(slug, at), number);
}

static void test_plain(void **state)
{
	struct maker m;
	(void)state;
	const struct archive *x = maker_make(
	    &m, (struct written[]){
		    { .source = "a", .title = "Putin", .date = "2020-09-26" },
		    { .source = "b", .title = "Putin", .date = "2020-09-27" },
		    { .source = "c", .title = "Putin" },
		    { .source = "d", .title = "Putin", .date = "1899-01-02" },
		    { 0 } });
	check_addresses(x);
	assert_slice(maker_article(&m, "a")->path, "2020/09/26/putin.html");
	assert_slice(maker_article(&m, "b")->path, "2020/09/27/putin.html");
	assert_slice(maker_article(&m, "c")->path, "undated/putin.html");
	assert_slice(maker_article(&m, "d")->path, "1899/01/02/putin.html");
	assert_int_equal(x->shared_count, 0);
	assert_int_equal(maker_article(&m, "a")->plain.len, 0);
	maker_end(&m);
}

static void test_collision(void **state)
{
	struct maker m;
	(void)state;
	const struct archive *x = maker_make(
	    &m, (struct written[]){
		    { .source = "c",
		      .title = "Putin!",
		      .date = "2020-09-26",
		      .body = "Satu." },
		    { .source = "a",
		      .title = "Putin",
		      .date = "2020-09-26",
		      .body = "Dua." },
		    { .source = "b",
		      .title = "Putin",
		      .date = "2020-09-26",
		      .body = "Tiga." },
		    { .source = "u", .title = "Putin", .body = "Satu." },
		    { .source = "v", .title = "Putin", .body = "Dua." },
		    { .source = "w", .title = "Lain", .body = "Dua." },
		    { 0 } });
	check_addresses(x);
	assert_int_equal(x->shared_count, 2);
	assert_slice(x->shared[0].path, "2020/09/26/putin.html");
	assert_int_equal(x->shared[0].count, 3);
	assert_slice(x->shared[1].path, "undated/putin.html");
	assert_int_equal(x->shared[1].count, 2);
	for (uint32_t i = 0; i < 3; i++)
		check_suffix(x->articles[i].slug, "putin", 6, "");
	assert_reported(&m, "the same address as");
	maker_end(&m);
}

/* What an article is called depends on it, not on whom it collides with. */
static void test_collision_is_stable(void **state)
{
	static const struct written first = { .source = "a",
					      .title = "Putin",
					      .date = "2020-09-26",
					      .body = "Satu." };
	struct maker two, three;
	(void)state;
	maker_make(&two, (struct written[]){ first,
					     { .source = "b",
					       .title = "Putin",
					       .date = "2020-09-26",
					       .body = "Dua." },
					     { 0 } });
	maker_make(&three, (struct written[]){ { .source = "0",
						 .title = "PUTIN",
						 .date = "2020-09-26",
						 .body = "Nol." },
					       { .source = "c",
						 .title = "Putin",
						 .date = "2020-09-26",
						 .body = "Tiga." },
					       first,
					       { 0 } });
	assert_true(slice_eq(maker_article(&two, "a")->path,
			     maker_article(&three, "a")->path));
	maker_end(&two);
	maker_end(&three);
}

/* The url is the identity: the same text under two, two texts under one. */
static void test_identity(void **state)
{
	struct maker m;
	(void)state;
	const struct archive *x =
	    maker_make(&m, (struct written[]){ { .source = "a",
						 .title = "Putin",
						 .date = "2020-09-26",
						 .body = "Satu.",
						 .url = "https://a.id/1" },
					       { .source = "b",
						 .title = "Putin",
						 .date = "2020-09-26",
						 .body = "Satu.",
						 .url = "https://a.id/2" },
					       { .source = "c",
						 .title = "Putin",
						 .date = "2020-09-26",
						 .body = "Lain.",
						 .url = "https://a.id/2" },
					       { 0 } });
	check_addresses(x);
	size_t lengths = 0;
	for (uint32_t i = 0; i < 3; i++)
		lengths += x->articles[i].slug.len;
	/* two have six digits, one of the copies has six more */
	assert_int_equal(lengths, 3 * sizeof("putin-xxxxxx") - 3 + 6);
	check_suffix(maker_article(&m, "a")->slug, "putin", 6, "");
	maker_end(&m);
}

static void test_copies(void **state)
{
	struct written copy = { .source = "b",
				.title = "Putin",
				.date = "2020-09-26",
				.body = "Satu." };
	struct written all[5] = { copy, copy, copy, copy, { 0 } };
	struct maker m;
	(void)state;
	all[0].source = "d";
	all[1].source = "a";
	all[2].source = "c";
	const struct archive *x = maker_make(&m, all);
	check_addresses(x);
	check_suffix(maker_article(&m, "a")->slug, "putin", 6, "");
	check_suffix(maker_article(&m, "b")->slug, "putin", 12, "");
	check_suffix(maker_article(&m, "c")->slug, "putin", 12, "-2");
	check_suffix(maker_article(&m, "d")->slug, "putin", 12, "-3");
	assert_reported(&m, "b: warning: the same article as a");
	maker_end(&m);
}

/* An article whose title spells the suffixed address of another. */
static void test_suffix_taken(void **state)
{
	struct written all[] = {
		{ .source = "a",
		  .title = "Putin",
		  .date = "2020-09-26",
		  .body = "Satu." },
		{ .source = "b",
		  .title = "Putin",
		  .date = "2020-09-26",
		  .body = "Dua." },
		{ 0 },
		{ 0 },
	};
	struct maker first, m;
	(void)state;
	maker_make(&first, all);
	struct slice path = maker_article(&first, "a")->path;
	const char *slug =
	    arena_zstr(&first.arena, maker_article(&first, "a")->slug);
	all[2] = (struct written){ .source = "c",
				   .title = slug,
				   .date = "2020-09-26",
				   .body = "Tiga." };
	check_addresses(maker_make(&m, all));
	assert_true(slice_eq(maker_article(&m, "c")->path, path));
	assert_int_equal(maker_article(&m, "c")->plain.len, 0);
	check_suffix(maker_article(&m, "a")->slug, "putin", 12, "");
	maker_end(&m);
	maker_end(&first);
}

/* Names that need a prefix collide with those that have it by nature. */
static void test_reserved_collides(void **state)
{
	struct maker m;
	(void)state;
	const struct archive *x = maker_make(
	    &m, (struct written[]){
		    { .source = "a", .title = "Index", .date = "2020-09-26" },
		    { .source = "b",
		      .title = "Artikel Index",
		      .date = "2020-09-26" },
		    { 0 } });
	check_addresses(x);
	assert_int_equal(x->shared_count, 1);
	assert_slice(x->shared[0].path, "2020/09/26/artikel-index.html");
	maker_end(&m);
}

static void test_many(void **state)
{
	struct maker m;
	(void)state;
	maker_begin(&m, 1);
	for (int i = 0; i < 400; i++) {
		char source[20], body[20];
		snprintf(source, sizeof source, "s%03d", i);
		snprintf(body, sizeof body, "Isi %d.", i % 100);
		maker_add(&m, 0,
			  (struct written){ .source = source,
					    .title = i % 3 ? "Putin" : "7",
					    .date = i % 2 ? "2020-09-26" : NULL,
					    .body = body });
	}
	check_addresses(maker_finish(&m));
	assert_int_equal(m.archive->shared_count, 4);
	maker_end(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slug),
		cmocka_unit_test(test_slug_long),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_collision),
		cmocka_unit_test(test_collision_is_stable),
		cmocka_unit_test(test_identity),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_suffix_taken),
		cmocka_unit_test(test_reserved_collides),
		cmocka_unit_test(test_many),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
