/*
 * test_body.c - body.c: what stays of a text when its references are cut out,
 * and where they stand instead. No word of the text may be lost.
 */
#include "archive_maker.h"

#include "base/text.h"

struct composed {
	const char *body, *want;
};

/* Every article here may refer to these two. */
#define A "Satu Dua Tiga Empat"
#define B "Lima Enam Tujuh Delapan"
/* Titles that nobody knows; only between them stand two capitals together. */
#define LONG_A                                                                 \
	"Kabar dan Warta dari Kota dan Desa untuk Petani dan Nelayan di "      \
	"Pantai"
#define LONG_B                                                                 \
	"Upah dan Harga di Pasar dan Toko untuk Pedagang dan Pembeli dari "    \
	"Gunung"
#define NBSP "\xC2\xA0"

static void make_with(struct maker *m, const char *body, bool markdown)
{
	maker_make(m, (struct written[]){ { .source = "me",
					    .title = "Artikel yang Merujuk",
					    .body = body,
					    .markdown = markdown },
					  { .source = "a", .title = A },
					  { .source = "b", .title = B },
					  { 0 } });
}

static void check(const struct composed *cases, size_t count, bool markdown)
{
	for (size_t i = 0; i < count; i++) {
		struct maker m;
		make_with(&m, cases[i].body, markdown);
		const char *got =
		    maker_composed(&m, "me", cases[i].body, markdown);
		if (!slice_eq(slice_of(got), slice_of(cases[i].want)))
			fail_msg("got:  %s\nwant: %s\nof:   %s", got,
				 cases[i].want, cases[i].body);
		maker_end(&m);
	}
}

static void test_untouched(void **state)
{
	static const struct composed cases[] = {
		{ "", "" },
		{ "Satu kalimat.", "Satu kalimat." },
		{ "Satu.\n\nDua.\n\nTiga.", "Satu./Dua./Tiga." },
		{ "  Satu " NBSP " kalimat\t. ", "Satu kalimat ." },
		{ "***", "***" }, /* nothing was cut: it is the author's */
		{ "...dan lain-lain", "...dan lain-lain" },
		/* a gloss, and a guess at a title */
		{ "Aparat {w(baca: [polisi])} datang.",
		  "Aparat (baca: polisi) datang." },
		{ "Isi. {oBaca: [Judul Lain kata dia hari ini.]}",
		  "Isi. Baca: Judul Lain kata dia hari ini." },
		{ "Isi. {oBaca: [Judul yang Lain Sekali Itu kata dia.]}",
		  "Isi. Baca: Judul yang Lain Sekali Itu kata dia./<Judul yang "
		  "Lain Sekali>" },
	};
	(void)state;
	check(cases, COUNT_OF(cases), false);
}

static void test_cut(void **state)
{
	static const struct composed cases[] = {
		/* blanks and punctuation at the cut */
		{ "Isi satu {c(Baca: [" A "])} isi dua.",
		  "Isi satu isi dua./<" A ">" },
		{ "Isi satu {c(Baca: [" A "])}, isi dua.",
		  "Isi satu, isi dua./<" A ">" },
		{ "Isi satu {c(Baca: [" A "])} , isi dua.",
		  "Isi satu, isi dua./<" A ">" },
		{ "Isi satu {c(Baca: [" A "])}. Isi dua.",
		  "Isi satu. Isi dua./<" A ">" },
		{ "(Isi satu {c[" A "]}) isi dua.",
		  "(Isi satu) isi dua./<" A ">" },
		{ NBSP " Isi satu " NBSP "{c(Baca: [" A "])}, isi dua.",
		  "Isi satu, isi dua./<" A ">" },
		{ "  Isi satu {c(Baca: [" A "])}.", "Isi satu./<" A ">" },
		/* glued words come apart */
		{ "kata dia{c(Baca: [" A "])}Lalu dia pergi",
		  "kata dia Lalu dia pergi/<" A ">" },
		/* the mark's own full stop goes with it */
		{ "Isi satu. {c(Baca: [" A "])}. Isi dua.",
		  "Isi satu. Isi dua./<" A ">" },
		{ "\"Isi satu.\" {c(Baca: [" A "])}. Isi dua.",
		  "\"Isi satu.\" Isi dua./<" A ">" },
		{ "{c(Baca: [" A "])}. Isi dua.", "Isi dua./<" A ">" },
		{ "Isi satu? {oBaca: [" A "]}. Isi dua.",
		  "Isi satu? Isi dua./<" A ">" },
		{ "{oBaca juga: [" A ". Isi dua, kata dia.]}",
		  "Isi dua, kata dia./<" A ">" },
		{ "Isi satu. {oBaca: [" A "? Isi dua, kata dia.]}",
		  "Isi satu. Isi dua, kata dia./<" A "?>" },
		{ "Isi satu. {oBaca: [\"" A "\". Isi dua, kata dia.]}",
		  "Isi satu. Isi dua, kata dia./<\"" A "\">" },
		/* not the dots of an author, nor what closes a bracket */
		{ "(Isi satu. {c[" A "]}) Isi dua.",
		  "(Isi satu.) Isi dua./<" A ">" },
		/* at either end */
		{ "{c(Baca: [" A "])} Isi satu.", "Isi satu./<" A ">" },
		{ "Isi satu. {c(Baca: [" A "])}", "Isi satu./<" A ">" },
		/* several in one block */
		{ "Isi {c[" A "]} dan {c[" B "]} akhir.",
		  "Isi dan akhir./<" A ">/<" B ">" },
		{ "Isi {c[" A "]}{c[" B "]} akhir.",
		  "Isi akhir./<" A ">/<" B ">" },
		{ "Isi {c[" A "]}, {c[" B "]}. Akhir.",
		  "Isi. Akhir./<" A ">/<" B ">" },
		{ "Isi satu. {oBaca: [" A " " B " Kata dia, ya.]}",
		  "Isi satu. Kata dia, ya./<" A ">/<" B ">" },
		{ "Isi satu. {bBaca [" A " Satu Lagi yang Tidak Diketahui "
		  "Siapa Itu kata dia.]}",
		  "Isi satu. Satu Lagi yang Tidak Diketahui Siapa Itu kata "
		  "dia./<" A ">/<Satu Lagi yang Tidak Diketahui Siapa>" },
		/* two guesses in a row: the words of both stay */
		{ "Isi satu. {bBaca [" A " " LONG_A " " LONG_B " Itu kata "
		  "dia.]}",
		  "Isi satu. " LONG_A " " LONG_B " Itu kata dia./<" A
		  ">/<" LONG_A ">/<" LONG_B ">" },
		/* references stand behind their paragraph */
		{ "Isi {c[" A "]}\n\nDua.\n\n{c[" B "]}\n\nTiga.",
		  "Isi/<" A ">/Dua./<" B ">/Tiga." },
		/* what has no words after the cut is no paragraph */
		{ "- {c(Baca: [" A "])} .", "<" A ">" },
		{ "{c(Baca: [" A "])}", "<" A ">" },
		{ "{lBaca juga: [Judul X]}", "<Judul X>" },
		/* a label that names nothing vanishes; weak words do not */
		{ "Isi satu. {lBaca juga:[]}", "Isi satu." },
		{ "{lBaca juga:[]}", "" },
		{ "{w(baca: [])} Isi", "(baca: ) Isi" },
		/* said again: cut, not listed */
		{ "Isi {c[" A "]}\n\nDua {c[" A "]} lagi.",
		  "Isi/<" A ">/Dua lagi." },
		{ "{c[" A "]}\n\n{c[" A "]}", "<" A ">" },
		/* a gloss between two references */
		{ "Isi {c[" A "]} atau {w(baca: [polisi])} dan {c[" B "]}.",
		  "Isi atau (baca: polisi) dan./<" A ">/<" B ">" },
	};
	(void)state;
	check(cases, COUNT_OF(cases), false);
}

/* All of the mark's words are used up: so is what stands round them. */
static void test_mark_ends_behind_words(void **state)
{
	static const struct composed cases[] = {
		{ "Isi. {l**Baca juga: [" A "]**}", "Isi./<" A ">" },
		{ "{l**Baca juga: [" A "]**}", "<" A ">" },
		{ "{l_Baca juga: [Judul X]_ }", "<Judul X>" },
	};
	(void)state;
	check(cases, COUNT_OF(cases), true);
}

static void test_markdown(void **state)
{
	static const struct composed cases[] = {
		/* as written, to the last blank */
		{ "# Judul  kecil\n\n  - satu\n  - dua  \n    lagi\n\n```\n "
		  "x\n```",
		  "# Judul  kecil/  - satu\n  - dua  \n    lagi/```\n x\n```" },
		{ "Teks **tebal** {w(baca: [polisi])}  di sini",
		  "Teks **tebal** (baca: polisi)  di sini" },
		/* a mark on a line of its own takes its line with it */
		{ "Satu\n{c(Baca: [" A "])}\ndua", "Satu\ndua/<" A ">" },
		{ "Satu {c(Baca: [" A "])}\ndua", "Satu\ndua/<" A ">" },
		{ "- satu {c(Baca: [" A "])}\n  lagi\n- dua",
		  "- satu\n  lagi\n- dua/<" A ">" },
		{ "Satu {c(Baca: [" A "])} dua", "Satu dua/<" A ">" },
		{ "Satu  {c(Baca: [" A "])}, dua", "Satu, dua/<" A ">" },
		/* no four blanks at the head: that would be code */
		{ "{c(Baca: [" A "])}     Satu", "Satu/<" A ">" },
		{ "- {c(Baca: [" A "])}", "<" A ">" },
		{ "> {c(Baca: [" A "])}", "<" A ">" },
	};
	(void)state;
	check(cases, COUNT_OF(cases), true);
}

/* Line numbers of the source, kinds, and the reference itself. */
static void test_pieces(void **state)
{
	static const char text[] = "Satu.\n\n{c[" A "]}\n\nDua {c[" B "]}";
	struct maker m;
	size_t count;
	(void)state;
	make_with(&m, text, false);
	const struct article *me = maker_article(&m, "me");
	struct body body = maker_body(&m, text, false);
	const struct piece *p = body_compose(&body, me, &m.arena, &count);
	assert_int_equal(count, 4);
	assert_int_equal(p[0].kind, PIECE_TEXT);
	assert_int_equal(p[0].line, 1);
	assert_null(p[0].reference);
	assert_int_equal(p[1].kind, PIECE_REFERENCE);
	assert_int_equal(p[1].line, 3);
	assert_ptr_equal(p[1].reference, &me->references[0]);
	assert_int_equal(p[2].line, 5);
	assert_int_equal(p[3].line, 5);
	assert_ptr_equal(p[3].reference, &me->references[1]);
	maker_end(&m);
}

/* --- no word is lost ------------------------------------------------------ */

static uint32_t next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) +
		 UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33);
}

static void add_letters(struct buf *out, struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (is_digit(s.ptr[i]))
			buf_byte(out, s.ptr[i]);
}

/*
 * Prose is digits, marks are letters: after composing, every digit that stood
 * outside of a mark is still there, in order, however the marks end.
 */
static void test_no_word_lost(void **state)
{
	static const char *const prose[] = {
		"1", " 2", "3 ", ".",	     ", ", " ",	 NBSP, "(",
		")", "\"", "4",	 " 5 6. 7 ", "?",  "8 ", "9",  "\n\n",
	};
	static const char *const marks[] = {
		"{c(Baca: [" A "])}",
		"{oBaca: [" A "]}",
		"{lBaca: [" A " " B "]}",
		"{w(baca: [x])}",
		"{lBaca:[]}",
		"{c(Baca: [Yang Lain Lagi])}",
		"{oBaca: [Yang Lain Lagi]}",
	};
	struct buf body = { 0 }, want = { 0 }, got = { 0 };
	uint64_t seed = 7;
	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct maker m;
		uint32_t pieces = next_random(&seed) % 12;
		bool markdown = next_random(&seed) % 2;
		buf_clear(&body);
		buf_clear(&want);
		buf_clear(&got);
		for (uint32_t i = 0; i < pieces; i++) {
			uint32_t r = next_random(&seed);
			const char *piece =
			    r % 3 ? prose[r / 3 % COUNT_OF(prose)]
				  : marks[r / 3 % COUNT_OF(marks)];
			buf_add(&body, slice_of(piece));
		}
		add_letters(&want, buf_slice(&body));
		make_with(&m, buf_zstr(&body), markdown);
		add_letters(&got, slice_of(maker_composed(
				      &m, "me", buf_zstr(&body), markdown)));
		if (!slice_eq(buf_slice(&got), buf_slice(&want)))
			fail_msg("got %s, want %s, of %s", buf_zstr(&got),
				 buf_zstr(&want), buf_zstr(&body));
		maker_end(&m);
	}
	buf_release(&body);
	buf_release(&want);
	buf_release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_untouched),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_mark_ends_behind_words),
		cmocka_unit_test(test_markdown),
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_no_word_lost),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
