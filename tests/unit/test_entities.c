/*
 * test_entities.c - what a scraper left escaped, once or twice.
 */
#include "loader_maker.h"

static void test_decode(void **state)
{
	static const struct {
		struct slice in;
		const char *want;
	} cases[] = {
		{ SLICE_INIT("tanpa apa-apa"), "tanpa apa-apa" },
		{ SLICE_INIT("a&nbsp;b"), "a b" },
		{ SLICE_INIT("a&amp;nbsp;b &nbsp; c"), "a b   c" },
		{ SLICE_INIT("ber&shy;sama&#173;&#8203;nya"), "bersamanya" },
		/* a line of HTML 4's, and numbers as browsers take them */
		{ SLICE_INIT("&hellip;&Ograve;&thetasym;&trade;&AMP;&zwj;"),
		  "\xE2\x80\xA6\xC3\x92\xCF\x91\xE2\x84\xA2&"
		  "\xE2\x80\x8D" },
		{ SLICE_INIT("2019&#150;2020 &#x93;a&#x94; &#133;"),
		  "2019\xE2\x80\x93"
		  "2020 \xE2\x80\x9C"
		  "a\xE2\x80\x9D \xE2\x80\xA6" },
		{ SLICE_INIT("a&#13;b&#10;c&#9;d"), "a b c d" },
		{ SLICE_INIT("&acirc;&euro;&ldquo;"), "\xE2\x80\x93" },
		{ SLICE_INIT("&ldquo;Ya&rdquo; &quot;x&quot;"),
		  "\xE2\x80\x9CYa\xE2\x80\x9D \"x\"" },
		{ SLICE_INIT("&amp;quot;&lt;b&gt;"), "\"<b>" },
		{ SLICE_INIT("Siti &amp; Rudi"), "Siti & Rudi" },
		{ SLICE_INIT("&#39;&#x2019;&#X41;&#128512;"),
		  "'\xE2\x80\x99"
		  "A\xF0\x9F\x98\x80" },
		/* what is none stays */
		{ SLICE_INIT("R&D; AT&T; & &; &"), "R&D; AT&T; & &; &" },
		{ SLICE_INIT("&nbsp &ampx &namapanjang;"),
		  "&nbsp &ampx &namapanjang;" },
		{ SLICE_INIT(
		      "&#; &#x; &#0; &#129; &#xD800; &#xFFFE; &#1114112;"),
		  "&#; &#x; &#0; &#129; &#xD800; &#xFFFE; &#1114112;" },
		{ SLICE_INIT("&#99999999999;&#12a;&#-1;"),
		  "&#99999999999;&#12a;&#-1;" },
		/* three times is not twice */
		{ SLICE_INIT("&amp;amp;lt;"), "&lt;" },
		{ SLICE_INIT("&"), "&" },
		{ SLICE_INIT(""), "" },
	};
	struct text_repairs done = { 0 };
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_said(entities_decode(&m->arena, cases[i].in, &done),
			    cases[i].want, cases[i].in);
}

static void test_shares_what_has_none(void **state)
{
	struct maker *m = *state;
	struct slice s = SLICE("Tom & Jerry; ya"), got;
	struct text_repairs done = { 0 };
	got = entities_decode(&m->arena, s, &done);
	assert_ptr_equal(got.ptr, s.ptr);
	assert_int_equal(got.len, s.len);
}

static void test_in_an_article(void **state)
{
	struct maker *m = *state;
	struct slice in = SLICE("&quot;Judul&quot;\n&nbsp;\nTEGAL,&amp;nbsp;"
				"KABAR.com&amp;nbsp;- Isi &lt;b&gt;.\n");
	const struct document *doc = make(m, in, false);
	assert_said(doc->title, "\"Judul\"", in);
	assert_said(doc->dateline, "TEGAL", in);
	assert_said(say_blocks(m, doc), "Isi <b>.", in);
	/* Markdown has a rule for them of its own */
	in = SLICE("Judul\n\nIsi &lt;b&gt;.\n");
	assert_said(say_blocks(m, make(m, in, true)), "Isi &lt;b&gt;.", in);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decode),
		cmocka_unit_test(test_shares_what_has_none),
		cmocka_unit_test(test_in_an_article),
	};
	return RUN_WITH_MAKER(tests);
}
