/*
 * test_families.c - sketch.c and families.c through the archive's face: which
 * articles are one story. The bodies are planted: made-up words in an order
 * that a number decides, then changed by so much.
 */
#include "archive_maker.h"

enum {
	STORIES = 40,
	WORDS = 300
};

/* A sequence without a state of its own (Steele and others, SplitMix64). */
static uint64_t random_at(uint64_t seed, uint64_t i)
{
	uint64_t x = seed * 0x2545F4914F6CDD1Du + i * 0x9E3779B97F4A7C15u;
	x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
	x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
	return x ^ (x >> 31);
}

static void add_word(struct buf *b, uint64_t number)
{
	static const char *const parts[] = { "ba", "ki", "ru", "so",
					     "me", "ta", "lu", "dan" };
	for (unsigned i = 0; i < 3; i++, number /= 8)
		buf_add(b, slice_of(parts[number % 8]));
}

/*
 * Words [from, to) of story `seed`, of which `changed` in a hundred are not
 * what they were; every 20th is a name or a number, which stay.
 */
static void add_story(struct buf *b, uint64_t seed, unsigned changed,
		      unsigned from, unsigned to)
{
	for (unsigned i = from; i < to; i++) {
		uint64_t word = random_at(seed, i);
		bool other = random_at(seed + 7, i) % 100 < changed;
		if (i % 40 == 39)
			buf_printf(b, "Rp%u", (unsigned)(word % 1000));
		else if (i % 40 == 19)
			buf_byte(b, 'P'), add_word(b, word);
		else
			add_word(b, other ? word ^ random_at(i, seed) : word);
		buf_add(b, i % 50 == 49 ? SLICE(".\n\n") : SLICE(" "));
	}
}

static const char *story(struct maker *m, uint64_t seed, unsigned changed,
			 unsigned from, unsigned to)
{
	struct buf b = { 0 };
	add_story(&b, seed, changed, from, to);
	const char *text = arena_zstr(&m->arena, buf_slice(&b));
	buf_release(&b);
	return text;
}

static const char *name(struct maker *m, const char *what, unsigned i)
{
	return arena_printf(&m->arena, "%s %u", what, i).ptr;
}

static bool are_family(const struct maker *m, const char *one,
		       const char *other)
{
	const struct archive *x = m->archive;
	const struct family *f = archive_family(x, maker_find(x, one));
	return f && f == archive_family(x, maker_find(x, other));
}

/* --- how much may differ -------------------------------------------------- */

/* How many of STORIES are found again with so many words in 100 changed. */
static unsigned found_of(unsigned changed)
{
	struct maker m;
	unsigned found = 0;
	maker_begin(&m, 1);
	for (unsigned i = 0; i < STORIES; i++) {
		struct written w = { .source = name(&m, "satu", i),
				     .title = name(&m, "Judul", i),
				     .date = "2020-09-01",
				     .body = story(&m, i + 1, 0, 0, WORDS) };
		maker_add(&m, 0, w);
		w.source = name(&m, "dua", i);
		w.title = name(&m, "Lain", i);
		w.body = story(&m, i + 1, changed, 0, WORDS);
		maker_add(&m, 0, w);
	}
	maker_finish(&m);
	for (unsigned i = 0; i < STORIES; i++)
		found +=
		    are_family(&m, name(&m, "satu", i), name(&m, "dua", i));
	assert_in_range(m.archive->family_count, found, found);
	maker_end(&m);
	return found;
}

static void test_changed_words(void **state)
{
	static const struct {
		unsigned changed, least, most;
	} cases[] = {
		{ 0, STORIES, STORIES },
		{ 2, STORIES, STORIES },
		{ 5, 30, STORIES },
		{ 10, 0, 4 },
		{ 20, 0, 0 },
		{ 50, 0, 0 },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		unsigned found = found_of(cases[i].changed);
		print_message("%u %% changed: %u of %u found\n",
			      cases[i].changed, found, STORIES);
		assert_in_range(found, cases[i].least, cases[i].most);
	}
}

/* --- scenes --------------------------------------------------------------- */

struct pair {
	const char *what;
	bool family;
	struct written one, other;
};

static void check_pair(struct maker *m, struct pair p)
{
	p.one.source = "one";
	p.other.source = "other";
	maker_add(m, 0, p.one);
	maker_add(m, 0, p.other);
	maker_finish(m);
	if (are_family(m, "one", "other") != p.family)
		fail_msg("%s: %s", p.what, p.family ? "no family" : "a family");
	maker_end(m);
}

static const char *joined(struct maker *m, const char *a, const char *b)
{
	return arena_printf(&m->arena, "%s\n\n%s", a, b).ptr;
}

static void test_taken_over(void **state)
{
	struct maker m;
	(void)state;
	maker_begin(&m, 1);
	const char *text = story(&m, 1, 0, 0, WORDS);
	check_pair(&m, (struct pair){
			   "another title, other links",
			   true,
			   { .title = "Judul Satu", .body = text },
			   { .title = "Sama Sekali Lain",
			     .body = joined(&m, "{c(Baca juga: [Satu Dua 3])}",
					    text) } });
	maker_begin(&m, 1);
	text = story(&m, 1, 0, 0, WORDS);
	check_pair(&m,
		   (struct pair){
		       "a paragraph more",
		       true,
		       { .title = "Judul Satu", .body = text },
		       { .title = "Lain",
			 .body = joined(&m, text, story(&m, 2, 0, 0, 30)) } });
	maker_begin(&m, 1);
	check_pair(&m, (struct pair){ "two stories",
				      false,
				      { .title = "Judul Satu",
					.body = story(&m, 1, 0, 0, WORDS) },
				      { .title = "Judul Satu",
					.body = story(&m, 2, 0, 0, WORDS) } });
}

static void test_first_page(void **state)
{
	struct maker m;
	(void)state;
	for (unsigned same = 0; same < 2; same++) {
		maker_begin(&m, 1);
		check_pair(&m,
			   (struct pair){
			       "the first page and all",
			       same,
			       { .title = "Judul Satu",
				 .body = story(&m, 1, 0, 0, WORDS / 2) },
			       { .title = same ? "judul \"SATU\"" : "Judul Dua",
				 .body = story(&m, 1, 0, 0, WORDS) } });
	}
}

static void test_facts_count(void **state)
{
	static const char *const parts[][2] = {
		{ "suhu 23 derajat", "suhu 24 derajat" },
		{ "pukul 11.00 dan tanggal 16", "pukul 11.00 dan tanggal 11" },
		{ "warga Karta berjaga", "warga Sunyi berjaga" },
	};
	struct maker m;
	(void)state;
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		maker_begin(&m, 1);
		const char *text = story(&m, 1, 0, 0, WORDS);
		check_pair(&m, (struct pair){
				   parts[i][1],
				   false,
				   { .title = "Prakiraan Cuaca",
				     .body = joined(&m, text, parts[i][0]) },
				   { .title = "Prakiraan Cuaca",
				     .body = joined(&m, text, parts[i][1]) } });
	}
	maker_begin(&m, 1);
	const char *text = story(&m, 1, 0, 0, WORDS);
	check_pair(&m,
		   (struct pair){
		       "a capital that begins a sentence says nothing",
		       true,
		       { .title = "Satu",
			 .body = joined(&m, text, "Namun begitu adanya.") },
		       { .title = "Dua",
			 .body = joined(&m, text, "Tetapi begitu adanya.") } });
}

static void test_short_bodies(void **state)
{
	struct maker m;
	(void)state;
	maker_begin(&m, 1);
	check_pair(&m,
		   (struct pair){ "a caption",
				  false,
				  { .title = "Satu", .body = "Foto: AFP" },
				  { .title = "Dua", .body = "Foto: AFP" } });
	maker_begin(&m, 1);
	check_pair(&m, (struct pair){ "no body",
				      false,
				      { .title = "Satu", .body = "" },
				      { .title = "Satu", .body = "" } });
	maker_begin(&m, 1);
	check_pair(&m,
		   (struct pair){
		       "a short copy",
		       true,
		       { .title = "Satu", .body = story(&m, 1, 0, 0, 25) },
		       { .title = "Dua", .body = story(&m, 1, 0, 0, 25) } });
}

/* --- a whole archive ------------------------------------------------------ */

/* One template a thousand times, with numbers of its own each time. */
static void test_template(void **state)
{
	struct maker m;
	(void)state;
	maker_begin(&m, 1);
	const char *text = story(&m, 1, 0, 0, WORDS);
	for (unsigned i = 0; i < 1000; i++)
		maker_add(
		    &m, 0,
		    (struct written){ .source = name(&m, "cuaca", i),
				      .title = "Prakiraan Cuaca Hari Ini",
				      .body = arena_printf(&m.arena,
							   "%s suhu %u derajat",
							   text, 10000 + i)
						  .ptr });
	maker_add(&m, 0,
		  (struct written){ .source = "copy",
				    .title = "Cuaca",
				    .body = arena_printf(&m.arena,
							 "%s suhu %u derajat",
							 text, 10500)
						.ptr });
	maker_finish(&m);
	assert_int_equal(m.archive->family_count, 1);
	assert_true(are_family(&m, "copy", "cuaca 500"));
	maker_end(&m);
}

/* "canonical:member,member …", by canonical article. */
static const char *families(struct maker *m)
{
	const struct archive *x = m->archive;
	struct buf out = { 0 };
	for (uint32_t i = 0; i < x->family_count; i++)
		for (uint32_t k = 0; k < x->families[i].count; k++) {
			uint32_t one = x->families[i].articles[k];
			assert_ptr_equal(archive_family(x, one),
					 &x->families[i]);
			buf_printf(&out, "%s%.*s", k ? "," : " ",
				   SLICE_ARG(x->articles[one].source));
		}
	const char *text = arena_zstr(&m->arena, buf_slice(&out));
	buf_release(&out);
	return text;
}

/* The fullest is canonical, then the oldest, whoever comes from where. */
static void test_order(void **state)
{
	(void)state;
	for (unsigned turn = 0; turn < 6; turn++) {
		struct maker m;
		maker_begin(&m, 3);
		struct written all[] = {
			{ .source = "full",
			  .title = "A",
			  .date = "2020-03-01" },
			{ .source = "old", .title = "B", .date = "2020-01-01" },
			{ .source = "new", .title = "C", .date = "2020-02-01" },
			{ .source = "same",
			  .title = "D",
			  .date = "2020-05-02" },
			{ .source = "copy",
			  .title = "E",
			  .date = "2020-05-01" },
			{ .source = "other", .title = "F" },
		};
		for (unsigned i = 0; i < 6; i++)
			all[i].body = story(&m,
					    i == 5  ? 3
					    : i < 3 ? 1
						    : 2,
					    0, 0, i ? WORDS - 10 : WORDS);
		for (unsigned i = 0; i < 6; i++)
			maker_add(&m, (i * 5 + turn) % 3, all[(i + turn) % 6]);
		maker_finish(&m);
		assert_string_equal(families(&m), " full,old,new copy,same");
		assert_null(
		    archive_family(m.archive, maker_find(m.archive, "other")));
		maker_end(&m);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_changed_words),
		cmocka_unit_test(test_taken_over),
		cmocka_unit_test(test_first_page),
		cmocka_unit_test(test_facts_count),
		cmocka_unit_test(test_short_bodies),
		cmocka_unit_test(test_template),
		cmocka_unit_test(test_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
