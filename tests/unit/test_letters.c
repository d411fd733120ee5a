/*
 * test_letters.c - first letters that were torn from their words, and people
 * who are called by one letter.
 */
#include "loader_maker.h"

/* Paragraphs are parted by |. */
struct torn {
	const char *in, *want;
};

static void check(struct maker *m, const struct torn *c)
{
	struct buf text = { 0 };
	buf_printf(&text, "Judul itu\n");
	for (const char *p = c->in; *p; p++)
		buf_byte(&text, *p == '|' ? '\n' : *p);
	const struct document *doc = make(m, buf_slice(&text), false);
	assert_said(say_blocks(m, doc), c->want, slice_of(c->in));
	assert_int_equal(doc->repairs.count[REPAIR_LETTER],
			 strcmp(c->in, c->want) != 0);
	buf_release(&text);
}

static void test_joined(void **state)
{
	static const struct torn cases[] = {
		{ "J umlah cabai naik.|Sejumlah warga tahu jumlah itu.",
		  "Jumlah cabai naik.|Sejumlah warga tahu jumlah itu." },
		{ "\"D engan cabai,\" katanya.|Dengan beras juga.",
		  "\"Dengan cabai,\" katanya.|Dengan beras juga." },
		{ "\xE2\x80\x9C"
		  "D engan cabai,\xE2\x80\x9D katanya, dengan beras.",
		  "\xE2\x80\x9C"
		  "Dengan cabai,\xE2\x80\x9D katanya, dengan beras." },
		{ "Warga pulang- K uliner naik.|Bisnis kuliner ramai.",
		  "Warga pulang- Kuliner naik.|Bisnis kuliner ramai." },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check(*state, &cases[i]);
}

static void test_stay(void **state)
{
	static const char *const texts[] = {
		/* the word stands nowhere else, or in another */
		"J umlah cabai naik.|Warga pulang.",
		"J umlah cabai naik.|Sejumlah warga pulang.",
		"J umlah cabai naik.|Warga tahu jumlahnya.",
		/* the rest is a word, there or in what follows a letter */
		"K asih pulang.|Ia kasih tahu ibu.|Asih tahu.|Ibu asih.",
		"M akan pulang.|Warga suka makan cabai.",
		"A bout itu.|Warga membaca about.",
		"J umlah.",
		"J umlahnya naik.|Warga tahu jumlah itu.",
		"J u itu.|Warga tahu ju itu.",
		"-",
		"Umpama -",
		"Umpama - J",
	};
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		check(*state, &(struct torn){ texts[i], texts[i] });
}

/* Each is looked up in the whole text: only so many are. */
static void test_many(void **state)
{
	struct maker *m = *state;
	struct buf text = { 0 };
	buf_printf(&text, "Judul itu\nJumlah cabai naik.\n");
	for (int i = 0; i < 100; i++)
		buf_printf(&text, "J umlah cabai yang ke-%d.\n", i);
	const struct document *doc = make(m, buf_slice(&text), false);
	assert_int_equal(doc->repairs.count[REPAIR_LETTER], 16);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_joined),
		cmocka_unit_test(test_stay),
		cmocka_unit_test(test_many),
	};
	return RUN_WITH_MAKER(tests);
}
