/*
 * test_titles.c - titles.c: the index of all titles, asked directly, and held
 * against the plain way of asking every title in turn.
 */
#include "archive_maker.h"

#include "archive/titles.h"

struct asked {
	struct arena arena;
	struct article articles[64];
	struct titles *titles;
	struct buf key, scratch;
	struct words words;
};

static void begin(struct asked *q, const char *const *titles)
{
	uint32_t count = 0;
	*q = (struct asked){ 0 };
	for (; titles[count]; count++)
		q->articles[count].title = slice_of(titles[count]);
	q->titles = titles_index(q->articles, count, &q->arena);
}

static void end(struct asked *q)
{
	titles_free(q->titles);
	buf_release(&q->key);
	buf_release(&q->scratch);
	arena_release(&q->arena);
}

static const struct words *split(struct asked *q, const char *text)
{
	words_split(&q->words, slice_of(text), &q->key);
	return &q->words;
}

/* The first article of a title, or "-" for none, "*" for many. */
static void check(struct asked *q, uint32_t title, const char *want)
{
	const char *got = title == NO_TITLE	 ? "-"
			  : title == MANY_TITLES ? "*"
						 : NULL;
	uint32_t count;
	if (!got)
		got = q->articles[*titles_articles(q->titles, title, &count)]
			  .title.ptr;
	assert_string_equal(got, want);
}

/* --- examples ------------------------------------------------------------- */

static void test_exact(void **state)
{
	static const char *const titles[] = { "Satu Dua Tiga", "Ma'ruf: 9,28",
					      "", "\xF0\x9F\x98\x80", NULL };
	static const char *const cases[][2] = {
		{ "satu dua TIGA!", "Satu Dua Tiga" },
		{ "\"Satu, Dua; Tiga\"", "Satu Dua Tiga" },
		{ "Ma\xE2\x80\x99ruf 9.28", "Ma'ruf: 9,28" },
		{ "Satu Dua", "-" },
		{ "Satu Dua Tiga Empat", "-" },
		{ "Satudua Tiga", "-" },
		{ "", "-" },
		{ "\xF0\x9F\x98\x80", "-" },
	};
	struct asked q;
	(void)state;
	begin(&q, titles);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct words *w = split(&q, cases[i][0]);
		check(&q, titles_exact(q.titles, w, 0, w->count), cases[i][1]);
	}
	const struct words *w = split(&q, "Lalu satu dua tiga lagi");
	check(&q, titles_exact(q.titles, w, 1, 4), titles[0]);
	check(&q, titles_exact(q.titles, w, 1, 5), "-");
	check(&q, titles_exact(q.titles, w, 2, 2), "-");
	end(&q);
}

/* Articles of one title come in the order of the archive. */
static void test_articles(void **state)
{
	static const char *const titles[] = { "Sama", "Lain", "SAMA", "Sama!",
					      "?",    "!",    NULL };
	struct asked q;
	uint32_t count;
	(void)state;
	begin(&q, titles);
	assert_int_equal(titles_count(q.titles), 2);
	const struct words *w = split(&q, "sama");
	const uint32_t *same =
	    titles_articles(q.titles, titles_exact(q.titles, w, 0, 1), &count);
	assert_int_equal(count, 3);
	assert_int_equal(same[0], 0);
	assert_int_equal(same[1], 2);
	assert_int_equal(same[2], 3);
	w = split(&q, "lain");
	same =
	    titles_articles(q.titles, titles_exact(q.titles, w, 0, 1), &count);
	assert_int_equal(count, 1);
	assert_int_equal(same[0], 1);
	end(&q);
}

static void test_longest(void **state)
{
	static const char *const titles[] = { "A B C", "A B C D", "A B C D E F",
					      "C D E F", NULL };
	static const struct {
		const char *text, *want;
		size_t from, to;
	} cases[] = {
		{ "A B C D E F G", "A B C D E F", 0, 6 },
		{ "A B C D E F", "A B C D E F", 0, 6 },
		{ "A B C D E G", "A B C D", 0, 4 },
		{ "A B C X", "-", 0, 0 }, /* three words are no prefix */
		{ "A B C", "-", 0, 0 },
		{ "X A B C D", "A B C D", 1, 5 },
		{ "A B C D E F", "C D E F", 2, 6 },
		{ "A B C D E F", "-", 3, 0 },
		{ "A B C D", "-", 4, 0 },
		{ "", "-", 0, 0 },
	};
	struct asked q;
	(void)state;
	begin(&q, titles);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		size_t to = 0;
		const struct words *w = split(&q, cases[i].text);
		check(&q, titles_longest(q.titles, w, cases[i].from, &to),
		      cases[i].want);
		assert_int_equal(to, cases[i].to);
	}
	end(&q);
}

static void test_cut_off(void **state)
{
	static const char *const titles[] = {
		"Warga Palu Alami Depresi",	  "Warga Palu Alami Depresiasi",
		"Warga Palu Alami Depresi Berat", "Gempa Palu Rusak 12 Rumah",
		"Gempa Palu Rusak Sekolah Baru",  NULL
	};
	const struct {
		const char *text;
		bool whole;
		const char *want;
	} cases[] = {
		{ "Gempa Palu Rusak 1", false, titles[3] },
		{ "Gempa Palu Rusak 1", true, "-" },
		{ "Gempa Palu Rusak 12", true, titles[3] },
		{ "Gempa Palu Rusak Seko", false, titles[4] },
		{ "Gempa Palu Rusak Seko", true, "-" },
		{ "Gempa Palu Rusak", false, "-" }, /* three words */
		{ "Warga Palu Alami Dep", false, "*" },
		{ "Warga Palu Alami Depresi", true, titles[2] },
		{ "Warga Palu Alami Depresia", false, titles[1] },
		{ "Warga Palu Alami Stres", false, "-" },
		{ "Zebra Zebra Zebra Zebra", false, "-" },
		{ "Aaa Aaa Aaa Aaa", false, "-" },
		{ "", false, "-" },
	};
	struct asked q;
	(void)state;
	begin(&q, titles);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check(&q,
		      titles_cut_off(q.titles, split(&q, cases[i].text),
				     cases[i].whole, &q.scratch),
		      cases[i].want);
	end(&q);
}

/* Of titles with too many words nobody knows how they end. */
static void test_beyond_limit(void **state)
{
	struct buf text = { 0 };
	struct asked q;
	(void)state;
	for (int i = 0; i < WORDS_MAX; i++)
		buf_printf(&text, "k%d ", i);
	const char *head = buf_zstr(&text);
	struct buf longer = { 0 };
	buf_printf(&longer, "%s lagi", head);
	begin(&q, (const char *const[]){ buf_zstr(&longer), NULL });
	const struct words *w = split(&q, head);
	size_t to;
	check(&q, titles_exact(q.titles, w, 0, w->count), "-");
	check(&q, titles_longest(q.titles, w, 0, &to), "-");
	check(&q, titles_cut_off(q.titles, w, true, &q.scratch), "-");
	check(&q, titles_near(q.titles, w, &q.scratch), "-");
	end(&q);
	/* one that fits is found, by words that go on as well */
	begin(&q, (const char *const[]){ head, NULL });
	w = split(&q, buf_zstr(&longer));
	assert_true(w->more);
	check(&q, titles_longest(q.titles, w, 0, &to), head);
	check(&q, titles_near(q.titles, w, &q.scratch), "-");
	end(&q);
	buf_release(&text);
	buf_release(&longer);
}

static void test_empty(void **state)
{
	static const char *const none[] = { NULL };
	struct asked q;
	size_t to;
	(void)state;
	begin(&q, none);
	const struct words *w = split(&q, "Satu Dua Tiga Empat Lima");
	check(&q, titles_exact(q.titles, w, 0, 5), "-");
	check(&q, titles_longest(q.titles, w, 0, &to), "-");
	check(&q, titles_cut_off(q.titles, w, false, &q.scratch), "-");
	check(&q, titles_near(q.titles, w, &q.scratch), "-");
	end(&q);
}

/* --- the word rule against every title in turn ---------------------------- */

static uint32_t next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) +
		 UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33);
}

/* Titles of few words, so that many are nearly one another. */
static const char *make_title(struct arena *a, uint64_t *seed)
{
	static const char *const words[] = { "jakarta", "jakartaa", "tak",
					     "xjakarta" };
	struct buf b = { 0 };
	uint32_t count = 4 + next_random(seed) % 4;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t r = next_random(seed) % 10;
		buf_add(&b, slice_of(words[r < COUNT_OF(words) ? r : 0]));
		buf_byte(&b, ' ');
	}
	const char *title = arena_zstr(a, buf_slice(&b));
	buf_release(&b);
	return title;
}

/* What titles_near promises, without its index. */
static uint32_t near_in_turn(struct asked *q, uint32_t count,
			     const struct words *w)
{
	struct buf key = { 0 };
	struct words other;
	uint32_t found = NO_TITLE;
	for (uint32_t i = 0; i < count; i++) {
		words_split(&other, q->articles[i].title, &key);
		uint32_t title =
		    titles_exact(q->titles, &other, 0, other.count);
		if (words_near(w, &other) && found != title)
			found = found == NO_TITLE ? title : MANY_TITLES;
	}
	buf_release(&key);
	return found;
}

static void test_near_in_turn(void **state)
{
	uint64_t seed = 11;
	size_t none = 0, one = 0, many = 0;
	(void)state;
	for (int round = 0; round < 200; round++) {
		const char *titles[41] = { NULL };
		struct arena a = { 0 };
		struct asked q;
		uint32_t count = 1 + next_random(&seed) % 20;
		for (uint32_t i = 0; i < count; i++)
			titles[i] = make_title(&a, &seed);
		begin(&q, titles);
		for (int i = 0; i < 50; i++) {
			const struct words *w =
			    split(&q, make_title(&a, &seed));
			uint32_t want = near_in_turn(&q, count, w);
			assert_int_equal(titles_near(q.titles, w, &q.scratch),
					 want);
			none += want == NO_TITLE;
			many += want == MANY_TITLES;
			one += want < MANY_TITLES;
		}
		end(&q);
		arena_release(&a);
	}
	assert_true(none > 1000 && one > 100 && many > 100);
}

/* --- many titles that begin alike ----------------------------------------- */

/*
 * As many references as titles, all of one beginning: only so many titles are
 * held against each (NEAR_BUDGET), and nothing is guessed.
 */
static void test_begin_alike(void **state)
{
	if (getenv("VALGRIND"))
		skip(); /* minutes there, and nothing new */
	enum {
		MANY = 60000
	};
	struct asked q = { 0 };
	struct article *articles = ARENA_ARRAY(&q.arena, struct article, MANY);
	(void)state;
	for (unsigned i = 0; i < MANY; i++)
		articles[i].title = arena_printf(
		    &q.arena, "Jadwal Imsakiyah Ramadan Kota %c%c%c%c%c a b c",
		    'a' + i % 20, 'a' + i / 20 % 20, 'a' + i / 400 % 20,
		    'a' + i % 7, 'a' + i / 8000 % 20);
	q.titles = titles_index(articles, MANY, &q.arena);
	clock_t start = clock();
	for (unsigned i = 0; i < MANY; i++) {
		char text[80];
		snprintf(text, sizeof text,
			 "Jadwal Imsakiyah Ramadan Kota z%c x y z",
			 'a' + i % 20);
		check(&q, titles_near(q.titles, split(&q, text), &q.scratch),
		      "*");
	}
	/* under a second; without the budget, most of a minute */
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	if (seconds > 25) /* a sanitizer takes ten times as long */
		fail_msg("%g seconds", seconds);
	end(&q);
}

/* A series by dates is as many small groups: within them nothing is lost. */
static void test_series(void **state)
{
	enum {
		DAYS = 3000
	};
	struct asked q = { 0 };
	struct article *articles = ARENA_ARRAY(&q.arena, struct article, DAYS);
	(void)state;
	for (unsigned i = 0; i < DAYS; i++)
		articles[i].title = arena_printf(
		    &q.arena, "Prakiraan Cuaca Tegal Hari Ini Nomor %u", i);
	memcpy(q.articles, articles, sizeof q.articles);
	q.titles = titles_index(articles, DAYS, &q.arena);
	uint32_t title = titles_near(
	    q.titles, split(&q, "Prakiraan Cuaca Tegal Hari Nomor 42"),
	    &q.scratch);
	check(&q, title, "Prakiraan Cuaca Tegal Hari Ini Nomor 42");
	end(&q);
}

/*
 * Parts that differ in their last word only are different parts: else as many
 * titles would be held against a reference as there are of these.
 */
static void test_end_in_one_word(void **state)
{
	enum {
		MANY = 2000
	};
	struct asked q = { 0 };
	struct article *articles = ARENA_ARRAY(&q.arena, struct article, MANY);
	(void)state;
	for (unsigned i = 0; i < MANY; i++)
		articles[i].title = arena_printf(
		    &q.arena,
		    "Bupati Resmikan %c%c%c%ctan Baru Desa %c%c%c%cri",
		    'a' + i % 10, 'a' + i / 10 % 10, 'a' + i / 100 % 10,
		    'a' + i / 1000, 'a' + i % 10, 'a' + i / 10 % 10,
		    'a' + i / 100 % 10, 'a' + i / 1000);
	q.titles = titles_index(articles, MANY, &q.arena);
	const struct words *w =
	    split(&q, "Bupati Resmikn eabbtan Baru Desa eabbri");
	assert_int_equal(titles_near(q.titles, w, &q.scratch), 1104);
	end(&q);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_articles),
		cmocka_unit_test(test_longest),
		cmocka_unit_test(test_cut_off),
		cmocka_unit_test(test_beyond_limit),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_near_in_turn),
		cmocka_unit_test(test_begin_alike),
		cmocka_unit_test(test_end_in_one_word),
		cmocka_unit_test(test_series),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
