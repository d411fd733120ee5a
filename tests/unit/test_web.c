/*
 * test_web.c - a page of HTML: what it says of its article, where its text
 * is, its lines. Whole pages in the shapes of outlets: tests/e2e/html.bats.
 */
#include "loader_maker.h"

#include "loader/html_charset.h"
#include "loader/web.h"

static int set_up(void **state)
{
	html_set_up();
	return maker_set_up(state);
}

static enum web_verdict read(struct maker *m, struct web_page *p,
			     const char *text)
{
	arena_clear(&m->arena);
	return web_read(p, slice_of(text), &m->arena);
}

/* --- facts ---------------------------------------------------------------- */

#define TEXT                                                                   \
	"<p>Jembatan di atas kali itu dibuka lagi pada pagi hari oleh lurah. " \
	"Warga sudah menyeberang sejak subuh tanpa membayar.</p>"
#define LD(json) "<script type=\"application/ld+json\">" json "</script>"

static void test_facts(void **state)
{
	static const struct {
		enum field field;
		const char *head, *want;
	} cases[] = {
		{ FIELD_TITLE,
		  "<title>Jembatan Dibuka | tempo.co</title>"
		  "<meta property=og:url content=https://tempo.co>",
		  "Jembatan Dibuka" },
		{ FIELD_TITLE,
		  "<title>Jembatan Dibuka - Warga Senang</title>"
		  "<meta property=og:url content=https://a.b/c>",
		  "Jembatan Dibuka - Warga Senang" },
		{ FIELD_TITLE,
		  "<title>Jembatan Dibuka : Okezone News</title>"
		  "<h1>Logo</h1><h1>Jembatan Dibuka</h1>",
		  "Jembatan Dibuka" },
		{ FIELD_TITLE,
		  "<title>Koran Kami</title>"
		  "<h1>Jembatan &amp; Jalan</h1>",
		  "Jembatan & Jalan" },
		{ FIELD_TITLE,
		  LD("{\"@type\":\"NewsArticle\",\"headline\":"
		     "\"Jembatan  Dibuka\"}") "<meta property=og:title "
					      "content='Jembatan'>",
		  "Jembatan Dibuka" },
		{ FIELD_DATE,
		  LD("{\"@type\":\"Article\",\"datePublished\":"
		     "\"2020-12-31T18:30:00Z\"}"),
		  "2020-12-31T18:30:00Z" },
		{ FIELD_DATE,
		  LD("{\"@type\":\"Article\",\"datePublished\":"
		     "\"2020-12-31T18:30:00+07:00\"}"),
		  "2020-12-31T18:30:00+07:00" },
		{ FIELD_DATE,
		  "<meta name=pubdate content=2019-01-02>"
		  "<time datetime=2018-01-01></time>",
		  "2019-01-02" },
		{ FIELD_DATE,
		  "<meta name=pubdate content=kemarin>"
		  "<div class=post-date>Sabtu, 26 Sep 2020</div>",
		  "Sabtu, 26 Sep 2020" },
		{ FIELD_DATE, "<span itemprop=datePublished>3 Mei 2021</span>",
		  "3 Mei 2021" },
		{ FIELD_AUTHOR,
		  LD("{\"@graph\":[{\"@type\":\"WebSite\","
		     "\"name\":\"K\"},{\"@type\":[\"Thing\","
		     "\"NewsArticle\"],\"author\":[{\"name\":"
		     "\"Ani\"},\"Budi\",{\"@id\":"
		     "\"https://a.b/#x\"}]}]}"),
		  "Ani\nBudi" },
		{ FIELD_AUTHOR,
		  "<meta property=article:author "
		  "content=https://facebook.com/x>"
		  "<meta name=author content=Citra>",
		  "Citra" },
		{ FIELD_AUTHOR,
		  "<meta name=author content='Koran Karta'>"
		  "<meta property=og:site_name "
		  "content='koran-karta'>",
		  "" },
		{ FIELD_TAGS,
		  "<meta property=article:tag content=a>"
		  "<meta property=article:tag content='b c'>"
		  "<meta name=keywords content=x,y>",
		  "a\nb c" },
		{ FIELD_TAGS, "<a rel=tag>satu</a><a rel=tag>dua</a>",
		  "satu\ndua" },
		{ FIELD_URL,
		  "<meta property=og:url content=https://a.b/2>"
		  "<link rel=canonical href=https://a.b/1>",
		  "https://a.b/1" },
		{ FIELD_URL,
		  LD("[{\"@type\":\"BlogPosting\","
		     "\"mainEntityOfPage\":{\"@id\":"
		     "\"https://a.b/3\"}}]"),
		  "https://a.b/3" },
		{ FIELD_OUTLET,
		  LD("{\"@type\":\"Article\",\"publisher\":"
		     "{\"name\":\"PT K\"}}") "<meta property=og:site_name "
					     "content=Kami>",
		  "Kami" },
		/* what templates get wrong */
		{ FIELD_OUTLET,
		  LD("//<![CDATA[\n{\"@type\":\"Article\",\n"
		     "\"publisher\":{\"name\":\"Ka\tmi\\'s\",},}"
		     "\n//]]>"),
		  "Ka mi's" },
		{ FIELD_OUTLET,
		  LD("{\"@type\":\"Article\",\"publisher\"::1}")
		      LD("{\"@type\":\"Article\",\"publisher\":"
			 "\"Kami\"};"),
		  "Kami" },
		/* an article that the page only offers */
		{ FIELD_OUTLET,
		  LD("{\"@type\":\"ItemList\",\"item\":"
		     "{\"@type\":\"Article\",\"publisher\":"
		     "\"Lain\"}}"),
		  "" },
	};
	struct buf text = { 0 };
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct web_page p;
		buf_clear(&text);
		buf_printf(&text, "%s<div>" TEXT TEXT "</div>", cases[i].head);
		assert_int_equal(read(*state, &p, buf_zstr(&text)),
				 WEB_ARTICLE);
		assert_said(p.facts[cases[i].field].value, cases[i].want,
			    slice_of(cases[i].head));
	}
	buf_release(&text);
}

/* --- lines ---------------------------------------------------------------- */

static void test_fragments(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "<p>Satu.</p><p>Dua <b>kata</b> &amp; tiga.</p>",
		  "Satu.|Dua kata & tiga." },
		{ "Satu.<br><br>Dua.<BR/>Tiga.", "Satu.|Dua.|Tiga." },
		{ "<p>Satu\n  baris.<p>Dua", "Satu baris.|Dua" },
		{ "<div>a<p>b</p>c</div>", "a|b|c" },
		{ "<h2>Judul</h2><ul><li>x</li><li>y <i>z</i></li></ul>",
		  "Judul|x|y z" },
		{ "<table><tr><th>A<th>B<tr><td>1<td>2</table>",
		  "A | B|1 | 2" },
		{ "<p>a<script>b</script><style>c</style></p><iframe>d</"
		  "iframe>",
		  "a" },
		{ "<figure><figcaption>f</figcaption></figure><p>a</p>", "a" },
		{ "<p>a <a class='tag inner-link-baca-juga'>b</a> c</p>",
		  "a b c" },
		{ "<b>KOTA</b> -- <p>Isi.</p><p>Lagi --</p>",
		  "KOTA -- Isi.|Lagi --" },
		{ "<b>KOTA --</b>", "KOTA --" },
		/* read-also marks: a link's end is the title's */
		{ "<p>Baca juga: <a>Satu dua tiga</a></p>",
		  "(Baca juga: Satu dua tiga)" },
		{ "<p>Isi. <b>Baca Juga : </b><a>Satu dua tiga</a>Lalu "
		  "isi.</p>",
		  "Isi. (Baca Juga: Satu dua tiga) Lalu isi." },
		{ "<p>Baca juga: <a>Satu dua tiga</a>, <a>Empat lima "
		  "enam</a></p>",
		  "(Baca juga: Satu dua tiga) (Baca juga: Empat lima enam)" },
		{ "<p><a>Baca juga: Satu dua tiga</a></p>",
		  "(Baca juga: Satu dua tiga)" },
		{ "<b><a>(Baca juga: Satu dua tiga)<br></a></b>Isi.",
		  "(Baca juga: Satu dua tiga)|Isi." },
		{ "<p>(Baca juga: <a>Satu dua tiga</a>)</p>",
		  "(Baca juga: Satu dua tiga)" },
		{ "<p>Baca juga: <a>Satu dua (tiga</a></p>",
		  "Baca juga: Satu dua (tiga" },
		{ "<p>(baca: <a>polisi</a>)</p>", "(baca: polisi)" },
		{ "<p>Ia membaca juga: <a>Satu dua tiga</a></p>",
		  "Ia membaca juga: Satu dua tiga" },
		/* a heading, and links below it */
		{ "<div class=related>Baca Juga<ul class=related><li><a>Satu "
		  "dua "
		  "tiga</a><li><a>Empat lima enam</a></ul></div><p>Isi.</p>",
		  "(Baca Juga: Satu dua tiga)|(Baca Juga: Empat lima enam)|"
		  "Isi." },
		{ "<p>Baca Juga:</p><p>Isi.</p>", "Baca Juga:|Isi." },
		{ "<p>Isi.</p><p>Baca Juga:</p>", "Isi.|Baca Juga:" },
		{ "<ul><li><a>A b c</a><li><a>D e f</a><li><a>G h i</a></ul>"
		  "<p>Isi.</p>",
		  "Isi." },
		/* nothing is left: as it was */
		{ "<script>x</script>", "<script>x</script>" },
	};
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		arena_clear(&m->arena);
		struct slice got = slice_trim(
		    web_fragment(slice_of(cases[i].text), &m->arena));
		buf_clear(&m->said);
		for (size_t k = 0; k < got.len; k++)
			buf_byte(&m->said,
				 got.ptr[k] == '\n' ? '|' : got.ptr[k]);
		assert_said(buf_slice(&m->said), cases[i].want,
			    slice_of(cases[i].text));
	}
}

static void test_markup_or_text(void **state)
{
	static const struct {
		const char *text;
		bool markup;
	} cases[] = {
		{ "<p>a</p>", true }, { "a<br>b", true },
		{ "a<BR />b", true }, { "a <a href=x>b</a>", true },
		{ "a < b", false },   { "2<3, 4>1", false },
		{ "a <3", false },    { "<nama>", false },
		{ "</p", false },     { "", false },
		{ "<- baca", false }, { "<pribadi>", false },
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		if (web_is_markup(slice_of(cases[i].text)) != cases[i].markup)
			fail_msg("wrong of \"%s\"", cases[i].text);
	assert_true(web_is_whole(SLICE(" <!DOCTYPE html><p>a")));
	assert_true(web_is_whole(SLICE("<HTML lang=id>")));
	assert_false(web_is_whole(SLICE("<p>a <html>")));
}

/* --- what is no article --------------------------------------------------- */

#define CARD(n) "<article><h2><a>Judul " n "</a></h2>" TEXT "</article>"
#define WHOLE TEXT TEXT TEXT TEXT

static void test_verdicts(void **state)
{
	static const struct {
		const char *text;
		enum web_verdict want;
	} cases[] = {
		{ "", WEB_NO_TEXT },
		{ "<", WEB_NO_TEXT },
		{ "<nav>" TEXT "</nav><p>a", WEB_ARTICLE },
		{ TEXT, WEB_ARTICLE },
		{ "<ul><li><a>Menu</a></ul>", WEB_NO_TEXT },
		{ "<noscript>" TEXT "</noscript>", WEB_NO_TEXT },
		{ CARD("1") CARD("2") CARD("3"), WEB_LIST },
		{ "<article>" WHOLE "</article><article>" WHOLE "</article>",
		  WEB_SEVERAL },
		{ "<article><h1>Judul Satu</h1>" WHOLE
		  "</article><article><h1>Judul Dua</h1>" WHOLE WHOLE
		  "</article><title>Judul Satu</title>",
		  WEB_ARTICLE },
		{ LD("{\"@type\":\"NewsArticle\",\"articleBody\":\"Isi.\"}"),
		  WEB_ARTICLE },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct web_page p;
		enum web_verdict got = read(*state, &p, cases[i].text);
		if (got != cases[i].want)
			fail_msg("%d, not %d, of \"%s\"", got, cases[i].want,
				 cases[i].text);
	}
}

/* The first of several is taken, not the longest. */
static void test_first_article(void **state)
{
	struct web_page p;
	assert_int_equal(
	    read(*state, &p,
		 "<article><h1>Judul Satu</h1><p>Ini yang pertama, bukan yang "
		 "lain.</p>" WHOLE
		 "</article><article><h1>Judul Dua</h1>" WHOLE WHOLE
		 "</article><title>Judul Satu</title>"),
	    WEB_ARTICLE);
	assert_true(slice_starts(p.facts[FIELD_BODY].value,
				 SLICE("Judul Satu\nIni yang pertama")));
}

static bool has_line(struct slice text, struct slice line)
{
	struct slice part;
	while (slice_cut(&text, '\n', &part))
		if (slice_eq(part, line))
			return true;
	return false;
}

/* A word of a class in another one, and the part of a page that it names. */
static void test_common_words(void **state)
{
	static const char sentence[] =
	    "Kalimat ini berdiri di dalam berita itu, kata Rina Contoh.";
	static const struct {
		const char *name;
		bool stays;
	} cases[] = {
		{ "social-forestry", true },
		{ "pasar-modal", true },
		{ "menu-resep", true },
		{ "shared-economy", true },
		{ "popular-vote", true },
		{ "player-profile", true },
		{ "banner-demo", true },
		{ "commentary", true },
		{ "sponsorship-case", true },
		{ "menu", false },
		{ "modal fade", false },
		{ "comment-box", false },
		{ "comments", false },
		{ "ads-banner", false },
		{ "sponsored", false },
		{ "related popular-posts", false },
		{ "social-placeholder", false },
		{ "share", false },
	};
	struct buf text = { 0 };
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct web_page p;
		buf_clear(&text);
		buf_printf(&text,
			   "<h1>Judul</h1><div class=article-body>%s<div "
			   "class='%s'><p>%s</p></div>%s</div>",
			   WHOLE, cases[i].name, sentence, TEXT);
		assert_int_equal(read(*state, &p, buf_zstr(&text)),
				 WEB_ARTICLE);
		if (has_line(p.facts[FIELD_BODY].value, slice_of(sentence)) !=
		    cases[i].stays)
			fail_msg("%s", cases[i].name);
	}
	buf_release(&text);
}

/* --- charset -------------------------------------------------------------- */

static void test_charset(void **state)
{
	static const struct {
		const char *bytes, *want; /* NULL: left as it is */
	} cases[] = {
		{ "<meta charset=windows-1252>\x93x\x94 caf\xE9",
		  "<meta charset=windows-1252>\xE2\x80\x9Cx\xE2\x80\x9D "
		  "caf\xC3\xA9" },
		{ "<META content=\"text/html; CHARSET=ISO-8859-1\">\xE9",
		  "<META content=\"text/html; CHARSET=ISO-8859-1\">\xC3\xA9" },
		{ "<meta charset=\"latin1\">caf\xC3\xA9", NULL },
		{ "<meta charset=utf-8>\xE9", NULL },
		{ "\xE9", NULL },
		{ "charset=", NULL },
	};
	struct buf out = { 0 };
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct slice bytes = slice_of(cases[i].bytes);
		buf_clear(&out);
		assert_int_equal(html_decode(&out, bytes),
				 cases[i].want != NULL);
		if (cases[i].want)
			assert_said(buf_slice(&out), cases[i].want, bytes);
	}
	buf_release(&out);
}

/* --- cost ----------------------------------------------------------------- */

static void expect_linear(struct maker *m, const char *head, const char *unit,
			  enum web_verdict want)
{
	struct buf b = { 0 };
	struct web_page p;
	buf_add(&b, slice_of(head));
	repeat(&b, unit, 2 << 20);
	double start = cpu_seconds();
	assert_int_equal(read(m, &p, buf_zstr(&b)), want);
	double took = cpu_seconds() - start;
	if (took > SECONDS_FOR_2_MB)
		fail_msg("2 MB of \"%s\" took %.1f s", unit, took);
	buf_release(&b);
}

static void test_hostile_pages(void **state)
{
	static const struct {
		const char *head, *unit;
		enum web_verdict want;
	} cases[] = {
		{ "", "<div>", WEB_DEEP },
		{ "", "<b><i><p><font><a>", WEB_DEEP },
		{ "", "<", WEB_NO_TEXT },
		{ "", "&", WEB_NO_TEXT },
		{ "<p ", "a ", WEB_NO_TEXT },
		{ TEXT "<div>", "</p></b></x>", WEB_ARTICLE },
		{ TEXT, "<br>", WEB_ARTICLE },
		{ TEXT "<div class=isi>", "<i class='isi ads'></i>",
		  WEB_ARTICLE },
		{ TEXT "<p>", "Baca juga: <a>A b c</a> ", WEB_LIST },
		{ TEXT "<p>Isi ini. ", "Baca juga: A b c ", WEB_ARTICLE },
		{ TEXT, "<meta property=article:tag content=abc>",
		  WEB_ARTICLE },
		{ TEXT "<script type='application/ld+json'>", "[",
		  WEB_ARTICLE },
		{ TEXT "<script type='application/ld+json'>", ", ",
		  WEB_ARTICLE },
	};
	skip_under_valgrind();
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		expect_linear(*state, cases[i].head, cases[i].unit,
			      cases[i].want);
}

/* Each name differs: libxml2 compares each with all others of its tag. */
static void test_a_million_attributes(void **state)
{
	struct buf b = { 0 };
	struct web_page p;
	skip_under_valgrind();
	buf_add(&b, SLICE(TEXT "<p "));
	for (int i = 0; i < 1000000; i++)
		buf_printf(&b, "a%d ", i);
	double start = cpu_seconds();
	assert_int_equal(read(*state, &p, buf_zstr(&b)), WEB_ARTICLE);
	assert_true(cpu_seconds() - start < SECONDS_FOR_2_MB);
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_facts),
		cmocka_unit_test(test_fragments),
		cmocka_unit_test(test_markup_or_text),
		cmocka_unit_test(test_verdicts),
		cmocka_unit_test(test_first_article),
		cmocka_unit_test(test_common_words),
		cmocka_unit_test(test_charset),
		cmocka_unit_test(test_hostile_pages),
		cmocka_unit_test(test_a_million_attributes),
	};
	return cmocka_run_group_tests(tests, set_up, maker_tear_down);
}
