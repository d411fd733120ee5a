/*
 * test_title_outlet.c - the outlet's name behind a title, as the address
 * spells it; and ends of titles that only look like one.
 */
#include "loader_maker.h"

static void test_names(void **state)
{
	static const struct {
		const char *title, *url, *want;
	} cases[] = {
		{ "Harga Cabai Naik - Kabar Tegal",
		  "https://www.kabartegal.com/1", "Harga Cabai Naik" },
		{ "Harga Cabai Naik \xE2\x80\x93 KABAR TV", "http://kabar.tv",
		  "Harga Cabai Naik" },
		{ "Harga Cabai Naik | Kabar Pagi Tegal",
		  "https://tegal.kabar-pagi.co.id/a?b=c", "Harga Cabai Naik" },
		{ "Harga Cabai Naik - Jurnal Tani",
		  "https://jurnaltani.kabar.com/1", "Harga Cabai Naik" },
		{ "Harga Cabai Naik - Kabarpagi", "https://kabarpagi.com:80",
		  "Harga Cabai Naik" },
		{ "Tegal - Pekalongan - Kabar Pagi", "https://kabarpagi.com/",
		  "Tegal - Pekalongan" },
		/* a place, a short word, another name, or no address */
		{ "Bus Tegal - Kota Baru", "https://kotabaru.kabar.com/1",
		  NULL },
		{ "Bus Cirebon - Tegal", "https://tegal.kabar.com/1", NULL },
		{ "Persiku - Persitegal", "https://persitegal.kabar.com/1",
		  NULL },
		{ "Hasil Laga - Bola", "https://bola.com/1", NULL },
		{ "Harga Cabai Naik - Kabar Malam", "https://kabarpagi.com/1",
		  NULL },
		{ "Harga Cabai Naik - Kabar Pa", "https://kabarpagi.com/1",
		  NULL },
		{ "Harga Cabai-Kabar Pagi", "https://kabarpagi.com/1", NULL },
		{ "Harga Cabai -", "https://kabarpagi.com/1", NULL },
		{ "- Kabar Pagi", "https://kabarpagi.com/1", NULL },
		{ "Harga Cabai Naik - Kabar Pagi", "kabarpagi.com", NULL },
		{ "Harga Cabai Naik - Kabar Pagi", "", NULL },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice title = slice_of(cases[i].title);
		size_t at = outlet_behind_title(title, slice_of(cases[i].url));
		assert_said(slice_trim(slice_sub(title, 0, at)),
			    cases[i].want ? cases[i].want : cases[i].title,
			    title);
	}
}

/* Of the given title and of the same at the head of the text. */
static void test_in_an_article(void **state)
{
	struct maker *m = *state;
	struct slice in = SLICE("---\nurl: https://kabartegal.com/1\n"
				"title: Harga Cabai Naik Lagi - Kabar Tegal\n"
				"---\nHarga Cabai Naik Lagi | Kabar Tegal\n"
				"Satu.\n");
	const struct document *doc = make(m, in, false);
	assert_true(m->has_article);
	assert_said(doc->title, "Harga Cabai Naik Lagi", in);
	assert_said(say_blocks(m, doc), "Satu.", in);
	in = SLICE("---\nurl: https://kabartegal.com/1\n---\n"
		   "Kabar Tegal - Kabar Tegal\nSatu.\n");
	doc = make(m, in, false);
	assert_said(doc->title, "Kabar Tegal", in);
	assert_string_equal(doc->trace[0].rule, "title-address");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_in_an_article),
	};
	return RUN_WITH_MAKER(tests);
}
