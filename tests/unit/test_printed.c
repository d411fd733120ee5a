/*
 * test_printed.c - what a program printed: escapes in prose, titles as lists;
 * and what has backslashes of its own.
 */
#include "loader_maker.h"

static void test_escapes(void **state)
{
	static const struct {
		struct slice in;
		const char *want;
	} cases[] = {
		{ SLICE_INIT("tanpa apa-apa"), "tanpa apa-apa" },
		{ SLICE_INIT("Kata Ma\\'un dan Ra\\'uf"),
		  "Kata Ma'un dan Ra'uf" },
		{ SLICE_INIT("menit (33\\') dan 90+5\\'Budi"),
		  "menit (33') dan 90+5'Budi" },
		{ SLICE_INIT("tagline \\'Karta Maju\\', ya \\\\'Maju\\\\'"),
		  "tagline 'Karta Maju', ya 'Maju'" },
		{ SLICE_INIT("\\\"Siap,\\\" katanya"), "\"Siap,\" katanya" },
		{ SLICE_INIT("Siaga 3\\\\xa0"), "Siaga 3 " },
		{ SLICE_INIT("Bank\\xa0Naik \\xe9"), "Bank Naik \xC3\xA9" },
		{ SLICE_INIT("2019\\x962020 \\u2019ya\\u2019"),
		  "2019\xE2\x80\x93"
		  "2020 \xE2\x80\x99ya\xE2\x80\x99" },
		/* UTF-8 that was printed byte by byte */
		{ SLICE_INIT("\\xe2\\x80\\x9cya\\xe2\\x80\\x9d"),
		  "\xE2\x80\x9Cya\xE2\x80\x9D" },
		{ SLICE_INIT("tawa \\ud83d\\ude00"), "tawa \xF0\x9F\x98\x80" },
		{ SLICE_INIT("kata dia.\\nWarga pulang."),
		  "kata dia.\nWarga pulang." },
		{ SLICE_INIT("kata dia.\\n\\nWarga \\\\n"),
		  "kata dia.\n\nWarga \\\\n" },
		{ SLICE_INIT("kata dia. \\r\\n\\t\\\"Siap!\\\""),
		  "kata dia. \n\n \"Siap!\"" },
		{ SLICE_INIT("kata dia.\\n"), "kata dia.\n" },
		/* what is none stays */
		{ SLICE_INIT("Makassar,\\ AKBP Budi"),
		  "Makassar,\\ AKBP Budi" },
		{ SLICE_INIT("tinggi.\\"), "tinggi.\\" },
		{ SLICE_INIT(". \\Direktur"), ". \\Direktur" },
		{ SLICE_INIT("C:\\xampp\\htdocs D:\\xa0\\new"),
		  "C:\\xampp\\htdocs D:\\xa0\\new" },
		{ SLICE_INIT("(\"C:\\xad.exe\") \\\\xa0\\Data"),
		  "(\"C:\\xad.exe\") \\\\xa0\\Data" },
		{ SLICE_INIT("folder data\\tabel dan data.\\nama"),
		  "folder data\\tabel dan data.\\nama" },
		{ SLICE_INIT("pakai \\n untuk baris baru"),
		  "pakai \\n untuk baris baru" },
		{ SLICE_INIT("print('It\\'s') lalu \"a\\\"b\""),
		  "print('It\\'s') lalu \"a\\\"b\"" },
		{ SLICE_INIT("printf(\"Halo.\\n\");"),
		  "printf(\"Halo.\\n\");" },
		{ SLICE_INIT("\\\\\\'a\\\\\\'"), "\\\\\\'a\\\\\\'" },
		{ SLICE_INIT("\\ud83d \\ude00 \\x0 \\x00 \\x1b \\u12"),
		  "\\ud83d \\ude00 \\x0 \\x00 \\x1b \\u12" },
	};
	struct text_repairs done = { 0 };
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_said(escapes_read(&m->arena, cases[i].in, &done),
			    cases[i].want, cases[i].in);
}

static void test_counts(void **state)
{
	struct maker *m = *state;
	struct text_repairs done = { 0 };
	struct slice s = SLICE("Ma\\'un\\xa0dan C:\\xa0");
	(void)escapes_read(&m->arena, s, &done);
	assert_int_equal(done.count[REPAIR_ESCAPE], 2);
	assert_int_equal(done.count[REPAIR_BLANK], 1);
	s = SLICE("D:\\data");
	assert_ptr_equal(escapes_read(&m->arena, s, &done).ptr, s.ptr);
	assert_int_equal(done.count[REPAIR_ESCAPE], 2);
}

static void test_title(void **state)
{
	static const struct {
		struct slice in;
		const char *want;
	} cases[] = {
		{ SLICE_INIT("[\"Warga \\\\'Tak Mau\\\\' Pindah\"]\nIsi."),
		  "Warga 'Tak Mau' Pindah" },
		{ SLICE_INIT("['Judul Satu', 'Judul Dua']\nIsi."),
		  "Judul Satu Judul Dua" },
		{ SLICE_INIT("['Hari Jum\\'at di Karta']\nIsi."),
		  "Hari Jum'at di Karta" },
		{ SLICE_INIT("Hujan Ringan\\\\xa0\nIsi."), "Hujan Ringan" },
		/* no list */
		{ SLICE_INIT("[Opini] Warga Pindah\nIsi."),
		  "[Opini] Warga Pindah" },
		{ SLICE_INIT("[\"Opini\"] Warga \"Pindah\"\nIsi."),
		  "[\"Opini\"] Warga \"Pindah\"" },
		{ SLICE_INIT("[]\nIsi."), "[]" },
		{ SLICE_INIT("['']\nIsi."), "['']" },
		{ SLICE_INIT("[1, 2]\nIsi."), "[1, 2]" },
	};
	struct maker *m = *state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_said(make(m, cases[i].in, false)->title, cases[i].want,
			    cases[i].in);
}

static void test_in_an_article(void **state)
{
	struct maker *m = *state;
	struct slice in =
	    SLICE("Judul\nKARTA - Kata Ra\\'uf, ya.\\nWarga pulang.\n"
		  "Akhir.\n");
	const struct document *doc = make(m, in, false);
	assert_said(say_blocks(m, doc), "Kata Ra'uf, ya.|Warga pulang.|Akhir.",
		    in);
	/* in Markdown a backslash is its own */
	in = SLICE("Judul\n\nKata Ra\\'uf.\n");
	assert_said(say_blocks(m, make(m, in, true)), "Kata Ra\\'uf.", in);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_title),
		cmocka_unit_test(test_in_an_article),
	};
	return RUN_WITH_MAKER(tests);
}
