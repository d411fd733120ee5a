/*
 * test_loader.c - the loader through its face, over files; then what holds of
 * any text: nothing is lost, and it takes linear time.
 */
#include "scratch.h"

#include "loader_maker.h"

/* --- files ---------------------------------------------------------------- */

struct site {
	struct scratch *s;
	struct loader *loader;
	struct loader_worker *worker;
};

static void put(const char *path, struct slice text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text.ptr, text.len), (ssize_t)text.len);
	close(fd);
}

static void site_open(struct site *site, struct scratch *s, const char *rules)
{
	static const char *const folders[] = { "content", NULL };
	struct loader_options options = { .root = ".",
					  .folders = folders,
					  .rules = rules };
	site->s = s;
	site->loader = loader_open(&options, s->diag);
	assert_non_null(site->loader);
	site->worker = loader_worker_new();
	loader_scan(site->loader, s->diag);
}

static void site_close(struct site *site)
{
	loader_worker_free(site->worker);
	loader_close(site->loader);
}

static const struct document *site_read_file(struct site *site,
					     const char *source)
{
	uint32_t file = loader_find(site->loader, slice_of(source));
	assert_int_not_equal(file, NO_ARTICLE);
	return loader_read(site->loader, site->worker,
			   &(struct where){ .file = file }, site->s->diag);
}

static void test_scan(void **state)
{
	struct scratch *s = *state;
	struct site site;
	shell(s, "mkdir -p content/b content/.git; cd content; "
		 "for f in b/2.txt a.md b/1.txt README.md b/README.md x.pdf "
		 ".hidden.txt .git/x.txt READMEx.md TXT .txt; do echo T >$f; "
		 "done; ln -s a.md link.md; ln -s b folder; mkfifo fifo.txt");
	site_open(&site, s, NULL);
	assert_int_equal(loader_count(site.loader), 4);
	static const char *const want[] = { "content/READMEx.md",
					    "content/a.md", "content/b/1.txt",
					    "content/b/2.txt" };
	for (uint32_t i = 0; i < COUNT_OF(want); i++) {
		struct slice source = loader_source(site.loader, i);
		assert_said(source, want[i], source);
		assert_int_equal(loader_find(site.loader, source), i);
	}
	assert_int_equal(loader_find(site.loader, SLICE("content/b/3.txt")),
			 NO_ARTICLE);
	assert_true(reported(s, "content/link.md: error: is a symbolic link"));
	assert_int_equal(status_of_reports(s), 1);
	site_close(&site);
}

/* It could stand in no export: jansson takes UTF-8 only. */
static void test_names(void **state)
{
	struct scratch *s = *state;
	struct site site;
	shell(s, "mkdir content; echo T >content/\xC3\xA9.txt");
	put("content/a\xFF"
	    "b.txt",
	    SLICE("T\n"));
	site_open(&site, s, NULL);
	assert_int_equal(loader_count(site.loader), 1);
	assert_int_equal(
	    loader_find(site.loader, SLICE("content/\xC3\xA9.txt")), 0);
	assert_true(reported(s, "has a name that is no UTF-8"));
	assert_int_equal(status_of_reports(s), 1);
	site_close(&site);
}

static void test_no_content(void **state)
{
	static const char *const folders[] = { "content", NULL };
	struct scratch *s = *state;
	struct site site;
	site_open(&site, s, NULL);
	assert_int_equal(loader_count(site.loader), 0);
	assert_int_equal(loader_find(site.loader, SLICE("a")), NO_ARTICLE);
	assert_true(reported(s, "cannot read the content"));
	site_close(&site);
	struct loader_options options = { .root = "./none",
					  .folders = folders };
	assert_null(loader_open(&options, s->diag));
	assert_true(reported(s, "cannot open the site"));
	loader_close(NULL);
	loader_worker_free(NULL);
}

static void test_bytes(void **state)
{
	struct scratch *s = *state;
	struct site site;
	shell(s, "mkdir content");
	put("content/dos.txt", SLICE("\xEF\xBB\xBF---\r\ntitle: \"Judul\"\r\n"
				     "date: 2020-01-02\r\n---\r\n\r\nSatu.\r\n"
				     "\r\nDua.\rTiga.\r\n"));
	put("content/latin.txt", SLICE("Judul\nKaf\xE9 \xFF\n"));
	put("content/nul.txt", SLICE("Ju\0dul\nSa\x01tu.\n"));
	put("content/empty.txt", SLICE(""));
	put("content/blank.txt", SLICE("\n \n\xC2\xA0\n"));
	put("content/head.txt", SLICE("---\ndate: 2020-01-02\n---\n"));
	put("content/widgets.txt", SLICE("loading...\nA\n"));
	put("content/open.txt", SLICE("---\ntitle: a\n"));
	site_open(&site, s, NULL);

	const struct document *doc = site_read_file(&site, "content/dos.txt");
	struct maker m = { 0 };
	assert_said(doc->title, "Judul", doc->title);
	assert_said(say_blocks(&m, doc), "Satu.|Dua.|Tiga.", doc->title);
	assert_int_equal(doc->body.blocks[0].line, 6);
	assert_int_equal(doc->date_from, DATE_FROM_FRONT_MATTER);
	assert_int_equal(diag_count(s->diag, DIAG_WARNING), 0);

	doc = site_read_file(&site, "content/latin.txt");
	assert_said(say_blocks(&m, doc), "Kaf\xEF\xBF\xBD \xEF\xBF\xBD",
		    doc->title);
	assert_true(reported(s, "content/latin.txt:2: warning: 2 bytes are no "
				"UTF-8"));
	doc = site_read_file(&site, "content/nul.txt");
	assert_said(doc->title, "Judul", doc->title);
	assert_said(say_blocks(&m, doc), "Sa tu.", doc->title);
	assert_true(reported(s, "1 NUL bytes"));
	assert_int_equal(status_of_reports(s), 0);

	assert_null(site_read_file(&site, "content/empty.txt"));
	assert_true(reported(s, "is empty"));
	assert_null(site_read_file(&site, "content/blank.txt"));
	assert_true(reported(s, "nothing in it but blanks"));
	assert_null(site_read_file(&site, "content/head.txt"));
	assert_true(reported(s, "nothing in it but blanks"));
	assert_null(site_read_file(&site, "content/widgets.txt"));
	assert_true(reported(s, "has no title"));
	assert_null(site_read_file(&site, "content/open.txt"));
	assert_true(reported(s, "does not end"));
	assert_int_equal(status_of_reports(s), 1);
	buf_release(&m.said);
	site_close(&site);
}

static void test_size(void **state)
{
	struct scratch *s = *state;
	struct site site;
	struct buf text = { 0 };
	shell(s, "mkdir content");
	buf_add(&text, SLICE("Judul\n"));
	while (text.len < ARTICLE_CAP)
		buf_byte(&text, 'a');
	put("content/full.txt", buf_slice(&text));
	buf_byte(&text, 'a');
	put("content/over.txt", buf_slice(&text));
	site_open(&site, s, NULL);
	const struct document *doc = site_read_file(&site, "content/full.txt");
	assert_non_null(doc);
	assert_int_equal(doc->body.blocks[0].text.len, ARTICLE_CAP - 6);
	assert_int_equal(diag_count(s->diag, DIAG_CONTENT), 0);
	assert_null(site_read_file(&site, "content/over.txt"));
	assert_true(reported(s, "content/over.txt: error: is longer than "
				"2097152 bytes"));
	assert_int_equal(status_of_reports(s), 1);
	buf_release(&text);
	site_close(&site);
}

/* A file that went away, or became a link, since the scan. */
static void test_changes_while_reading(void **state)
{
	struct scratch *s = *state;
	struct site site;
	shell(s, "mkdir content; echo T >content/a.txt; echo T >content/b.txt");
	site_open(&site, s, NULL);
	shell(s, "rm content/a.txt content/b.txt; ln -s /etc/passwd "
		 "content/b.txt");
	assert_null(site_read_file(&site, "content/a.txt"));
	assert_null(site_read_file(&site, "content/b.txt"));
	assert_int_equal(status_of_reports(s), 3);
	/* read again to render: nothing is said */
	assert_null(loader_read(site.loader, site.worker,
				&(struct where){ .file = 0 }, NULL));
	site_close(&site);
}

/* The same bytes give the same document; the text is there for `explain`. */
static void test_same_again(void **state)
{
	struct scratch *s = *state;
	struct site site;
	struct maker m = { 0 };
	shell(s, "mkdir content");
	struct slice a = SLICE("Judul\nTEGAL - Satu. (Baca juga: Dua Tiga "
			       "Empat)\n(min)\n");
	put("content/a.txt", a);
	put("content/b.md", SLICE("# Lain\n\nIsi *itu*.\n"));
	site_open(&site, s, NULL);
	for (int i = 0; i < 3; i++) {
		const struct document *doc =
		    loader_read(site.loader, site.worker,
				&(struct where){ .file = 0 }, NULL);
		assert_said(doc->source, "content/a.txt", a);
		assert_int_equal(doc->fingerprint, hash64(a));
		assert_said(doc->dateline, "TEGAL", a);
		assert_said(doc->byline, "min", a);
		assert_said(say_marks(&m, doc), "Baca juga{Dua Tiga Empat})",
			    a);
		assert_false(doc->body.markdown);
		assert_said(loader_text(site.worker), a.ptr, a);
		doc = loader_read(site.loader, site.worker,
				  &(struct where){ .file = 1 }, NULL);
		assert_true(doc->body.markdown);
		assert_int_equal(doc->body.mark_count, 0);
		assert_said(say_blocks(&m, doc), "Isi *itu*.", a);
	}
	buf_release(&m.said);
	site_close(&site);
}

static void test_site_rules(void **state)
{
	struct scratch *s = *state;
	struct site site;
	struct maker m = { 0 };
	shell(s, "mkdir content; printf 'Judul\\nDukung kami!\\nSatu.\\n' "
		 ">content/a.txt");
	put("rules.yaml", SLICE("rules:\n  - name: own\n    why: ours\n"
				"    lines: [\"dukung kami!\"]\n"));
	site_open(&site, s, "rules.yaml");
	const struct document *doc = site_read_file(&site, "content/a.txt");
	assert_said(say_blocks(&m, doc), "Satu.", doc->title);
	site_close(&site);

	static const char *const folders[] = { "content", NULL };
	struct loader_options options = { .root = ".",
					  .folders = folders,
					  .rules = "rules.yaml" };
	put("rules.yaml", SLICE("rules:\n\n  - name: own\n    why: ours\n"
				"    cut: 'a)'\n"));
	assert_null(loader_open(&options, s->diag));
	assert_true(reported(s, "rules.yaml:3:5: error: the pattern \"a)\""));
	assert_int_equal(status_of_reports(s), 2);
	buf_release(&m.said);
}

/* --- any text ------------------------------------------------------------- */

/* Letters and digits of ASCII: what no step may lose or double. */
static size_t count_letters(struct slice s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++)
		n += is_digit(s.ptr[i]) ||
		     (s.ptr[i] >= 'A' && s.ptr[i] <= 'Z') ||
		     (s.ptr[i] >= 'a' && s.ptr[i] <= 'z');
	return n;
}

/* In the blocks, or in the trace with the reason. */
static size_t count_accounted(const struct document *doc)
{
	size_t n = 0;
	for (size_t i = 0; i < doc->body.block_count; i++)
		n += count_letters(doc->body.blocks[i].text);
	size_t label = 0, titles = 0;
	for (size_t i = 0; i < doc->trace_count; i++) {
		const struct trace *t = &doc->trace[i];
		if (!strcmp(t->rule, "torn-line"))
			continue; /* in the block of the line above */
		if (t->fate != FATE_USED || strcmp(t->rule, "mark-label")) {
			n += count_letters(t->words);
		} else if (!strncmp(t->why, "what it names", 13)) {
			label = count_letters(t->words);
			titles = 0;
		} else if (titles++) {
			n -= label; /* said once, in the block of each title */
		}
	}
	return n;
}

static void make_article(struct buf *text, uint64_t *random)
{
	static const char *const pieces[] = {
		"Warga pulang. ",
		"JAKARTA - ",
		"(min)",
		"\n",
		"\n",
		"\n\n",
		"Baca juga: ",
		"Harga Cabai Naik Lagi ",
		"Baca Juga:\n",
		"loading...",
		"SCROLL TO CONTINUE WITH CONTENT ",
		"A\n",
		"[Gambas:Video CNN]",
		"Foto: Rina\n",
		"KABAR.com, Tegal - ",
		"Advertisement",
		("Kalimat yang cukup panjang untuk dihitung sebagai baris "
		 "panjang sekali.\n"),
		"Sumber: Reuters\n",
		"(Baca: Satu Dua Tiga )",
		"Sabtu (26/9/2020) ",
		"- ",
		"# ",
		"Pewarta: Rina Contoh\n",
		"Judul itu\n",
		"Laporan Wartawan Kabar.com, Rina Contoh\n",
		" Ikuti Whatsapp Channel Republika Advertisement\n",
		"1 2 Selanjutnya\n",
		"\xC2\xA0",
		"```\n",
		"Oleh: Budi\n",
		"Mari bergabung di grup Telegram Kabar.\n",
	};
	buf_clear(text);
	buf_add(text, SLICE("Judul itu\n"));
	for (int n = 0; n < 40; n++) {
		*random = *random * UINT64_C(6364136223846793005) +
			  UINT64_C(1442695040888963407);
		buf_add(text,
			slice_of(pieces[(*random >> 33) % COUNT_OF(pieces)]));
	}
}

static void test_nothing_is_lost(void **state)
{
	struct maker *m = *state;
	struct buf text = { 0 };
	uint64_t random = 7;
	for (int round = 0; round < 10000; round++) {
		make_article(&text, &random);
		const struct document *doc =
		    make(m, buf_slice(&text), round % 2);
		size_t want = count_letters(buf_slice(&text));
		if (count_accounted(doc) != want)
			fail_msg("%zu letters of %zu in round %d:\n%s",
				 count_accounted(doc), want, round,
				 buf_zstr(&text));
	}
	buf_release(&text);
}

#define A10 "A.A.A.A.A.A.A.A.A.A."

/* Each of these took seconds or minutes for a naive search. */
static void test_linear_time(void **state)
{
	static const char *const units[] = {
		"(Baca: ",
		"[",
		"(",
		"(Baca juga: ",
		"Baca juga: ",
		"SCROLL TO CONTINUE WITH CONTENT ",
		"kata ",
		"kata\n",
		"A\n",
		"**",
		"(Baca juga: [x]( ",
		"[Gambas:",
		"Simak juga Video 'a ",
		"Sabtu (99/99/9999) ",
		"Baca    ",
		"&amp;",
		"```\n",
		"Foto/",
		"Halaman     ",
		"1 2 3 ",
		"(Penulis: A",
		"JAKARTA, ",
		"(Aa/",
		("Dapatkan update berita pilihan dan breaking news setiap hari "
		 "dari Kompas.com. Mari bergabung di Grup Telegram "),
		"Laporan Wartawan a.b, Abc ",
		"Sumber: Aa, ",
		"Sumber: " A10 A10 A10 A10 A10 A10 "!\n",
		"\xC2\xA0",
		"Artikel ini telah tayang di a.com dengan judul ",
	};
	struct maker *m = *state;
	struct buf text = { 0 };
	skip_under_valgrind();
	for (size_t i = 0; i < 2 * COUNT_OF(units); i++) {
		const char *unit = units[i / 2];
		buf_clear(&text);
		buf_add(&text, SLICE("Judul\n\n"));
		repeat(&text, unit, ARTICLE_CAP);
		double from = cpu_seconds();
		make(m, buf_slice(&text), i % 2);
		double took = cpu_seconds() - from;
		if (took > SECONDS_FOR_2_MB)
			fail_msg("%.1f s for \"%s\"", took, unit);
	}
	buf_release(&text);
	reports(m);
}

/* A megabyte of blanks before a thousand marks: looked at once. */
static void test_blanks_before_marks(void **state)
{
	struct maker *m = *state;
	struct buf text = { 0 };
	skip_under_valgrind();
	buf_add(&text, SLICE("Judul\n\n"));
	repeat(&text, " ", 1 << 20);
	repeat(&text, "Simak juga Video 'a ", (1 << 20) + (1 << 17));
	double from = cpu_seconds();
	make(m, buf_slice(&text), true);
	assert_true(cpu_seconds() - from < SECONDS_FOR_2_MB);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest files[] = {
		SCRATCH_TEST(test_scan),
		SCRATCH_TEST(test_names),
		SCRATCH_TEST(test_no_content),
		SCRATCH_TEST(test_bytes),
		SCRATCH_TEST(test_size),
		SCRATCH_TEST(test_changes_while_reading),
		SCRATCH_TEST(test_same_again),
		SCRATCH_TEST(test_site_rules),
	};
	const struct CMUnitTest texts[] = {
		cmocka_unit_test(test_nothing_is_lost),
		cmocka_unit_test(test_linear_time),
		cmocka_unit_test(test_blanks_before_marks),
	};
	int failed = cmocka_run_group_tests(files, NULL, NULL);
	return failed + RUN_WITH_MAKER(texts);
}
