/*
 * test_repair.c - encodings and mojibake: what is mended, what only looks as if
 * it should be, and how it is counted. (test_text.c has the rest of
 * text_repair, and its properties.)
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/charset.h"
#include "base/utf16.h"

/* The text through text_repair; it must be the same when repaired again. */
static void check(struct slice in, const char *want, struct text_repairs *done)
{
	struct buf once = { 0 }, twice = { 0 };
	struct text_repairs again;

	text_repair(&once, in, done);
	text_repair(&twice, buf_slice(&once), &again);
	if (!slice_eq(buf_slice(&once), slice_of(want)))
		fail_msg("\"%.*s\" gives \"%s\", not \"%s\"", SLICE_ARG(in),
			 buf_zstr(&once), want);
	if (!slice_eq(buf_slice(&once), buf_slice(&twice)))
		fail_msg("\"%s\" gives \"%s\" the second time", want,
			 buf_zstr(&twice));
	buf_release(&once);
	buf_release(&twice);
}

/* --- mojibake ------------------------------------------------------------- */

static void test_mojibake(void **state)
{
	static const struct {
		const char *in, *want;
		uint32_t cp1252, macroman;
	} cases[] = {
		/* punctuation */
		{ "2019â€“2020 â€œYaâ€\xC2\x9D, katanyaâ€¦",
		  "2019–2020 “Ya”, katanya…", 4, 0 },
		{ "Maâ€™ruf â€˜xâ€™ â‚¬5 Xâ„¢", "Ma’ruf ‘x’ €5 X™", 5, 0 },
		{ "â˜… â™¥ âœ“ âˆ’5 â‰¤", "★ ♥ ✓ −5 ≤", 5, 0 },
		{ "â\xC2\x80\xC2\x94 â\xC2\x97\xC2\x8F", "— ●", 2, 0 },
		/* signs of Latin-1 */
		{ "30Â°C Â£5 Â©", "30°C £5 ©", 3, 0 },
		{ "10Â\xC2\xA0km, Â«yaÂ»", "10 km, «ya»", 3, 0 },
		/* letters */
		{ "Ã©tat, cafÃ©, JosÃ©, SeÃ±or", "état, café, José, Señor", 4,
		  0 },
		{ "Ã–zil, GÃ¶tze, voilÃ\xC2\xA0!", "Özil, Götze, voilà!", 3,
		  0 },
		{ "ModriÄ‡, Ä°stanbul, KovaÄ\xC2\x8D",
		  "Modrić, İstanbul, Kovač", 3, 0 },
		{ "3.320Ã—1.490", "3.320×1.490", 1, 0 },
		{ "GaudÃ\xC2\xAD", "Gaudí", 1, 0 },
		/* other scripts, only as words */
		{ "Ð\xC2\x9FÑ€Ð°Ð²Ð´Ð°", "Правда", 6, 0 },
		{ "Ø§Ù„Ù„Ù‡", "الله", 4, 0 },
		{ "æ\xC2\x94¹é\xC2\x9D©", "改革", 2, 0 },
		{ "ðŸ˜€ ï»¿x ï¿½", "😀 x \xEF\xBF\xBD", 3, 0 },
		/* twice */
		{ "Ã¢â‚¬â€œ", "–", 4, 0 },
		{ "cafÃƒÂ©", "café", 3, 0 },
		/* MacRoman */
		{ "10¬†km ‚Äúya‚Äù ‚Äì", "10 km “ya” –", 0, 4 },
		{ "‚Ç¨5 X‚Ñ¢ 30¬∞", "€5 X™ 30°", 0, 3 },
		{ "caf√© S√£o √âcole", "café São École", 0, 3 },
		/* something without width in between */
		{ "cafÃ\xE2\x80\x8B©", "café", 1, 0 },
	};
	struct text_repairs done;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		check(slice_of(cases[i].in), cases[i].want, &done);
		if (done.count[REPAIR_MOJIBAKE] != cases[i].cp1252 ||
		    done.count[REPAIR_MACROMAN] != cases[i].macroman)
			fail_msg("%s: %u and %u", cases[i].in,
				 done.count[REPAIR_MOJIBAKE],
				 done.count[REPAIR_MACROMAN]);
	}
}

static void test_no_mojibake(void **state)
{
	static const char *const cases[] = {
		"São Paulo, SÃO, Ângela Ô, PÂTÉ, Château, Pâque",
		"IRMÃ… MANHÃ” AMANHÃ— “FÃ”, IRMÃ’, FÃ»",
		"PARÂ» Â… Â–",
		"café…”, déjà—“, José’’, “é”",
		"Møre Ø Å Ä Ö, Øyvind, Ørsted, Ø 50, Ø°",
		"Ñandú, Ð, ÑÑ, ÐÐ",
		"é…»",
		"√2, √π, x√π, 2√Ω, a√∞, √(3)",
		"¬a, ¬ b, p ¬ q",
		"‚Ärger‘, ‚Änderung‘, ‚Çelik‘",
		"â€ tanpa akhir, â€", /* which mark it was is lost */
		"Ã, Â, â, Ã a, â a",
		"naïve, Zoë, Beyoncé, Citroën, façade, Đoković",
		"日本語 한국어 العربية Русский 😀",
		"Rp 5 ± 2 °C ½ × 3 §4 «ya» ©2020",
	};
	struct text_repairs done;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		check(slice_of(cases[i]), cases[i], &done);
		assert_int_equal(done.count[REPAIR_MOJIBAKE], 0);
		assert_int_equal(done.count[REPAIR_MACROMAN], 0);
	}
}

/* Any character of Latin, Cyrillic or punctuation in a word, spoilt, comes
   back or stays spoilt, but never becomes a third thing. */
static void test_mojibake_of_all(void **state)
{
	struct buf in = { 0 }, spoilt = { 0 }, out = { 0 };
	struct text_repairs done;

	(void)state;
	for (int32_t c = 0xA1; c < 0x2600; c++) {
		if (c == 0xAD || text_is_blank(c) ||
		    (c >= 0xD800 && c < 0xE000))
			continue;
		buf_clear(&in);
		buf_clear(&spoilt);
		buf_clear(&out);
		text_add(&in, c);
		for (size_t i = 0; i < in.len; i++)
			text_add(&spoilt,
				 charset_char(CHARSET_CP1252,
					      (unsigned char)in.ptr[i]));
		text_repair(&out, buf_slice(&spoilt), &done);
		if (done.count[REPAIR_MOJIBAKE])
			assert_true(slice_eq(buf_slice(&out), buf_slice(&in)));
	}
	buf_release(&in);
	buf_release(&spoilt);
	buf_release(&out);
}

/* Malice: long runs of what could begin mojibake, nested, take linear time and
   come to an end. */
static void test_mojibake_of_malice(void **state)
{
	static const char *const pieces[] = { "Ã",  "Ãƒ", "Ð",
					      "â€", "√",  "Ã\xE2\x80\x8B",
					      "ÃƒÂ" };
	struct buf in = { 0 }, out = { 0 };
	struct text_repairs done;

	(void)state;
	for (size_t k = 0; k < COUNT_OF(pieces); k++) {
		buf_clear(&in);
		buf_clear(&out);
		while (in.len < 1 << 19)
			buf_add(&in, slice_of(pieces[k]));
		text_repair(&out, buf_slice(&in), &done);
		assert_true(out.len <= in.len);
	}
	buf_release(&in);
	buf_release(&out);
}

/* As many layers as an accident has come off; more are said to be left. */
static void test_mojibake_in_layers(void **state)
{
	struct buf in = { 0 }, out = { 0 };
	struct text_repairs done;

	(void)state;
	for (size_t layers = 1; layers < 16; layers++) {
		buf_clear(&in);
		buf_clear(&out);
		text_add(&in, 0xC3);
		for (size_t i = 1; i < layers; i++)
			text_add(&in, 0x83);
		text_add(&in, 0xA9);
		text_repair(&out, buf_slice(&in), &done);
		assert_int_equal(done.count[REPAIR_LAYERS], layers >= 8);
		assert_int_equal(slice_eq(buf_slice(&out), SLICE("é")),
				 layers <= 8);
	}
	buf_release(&in);
	buf_release(&out);
}

/* --- Windows-1252 --------------------------------------------------------- */

static void test_cp1252(void **state)
{
	static const struct {
		const char *in, *want;
		uint32_t guessed, invalid;
	} cases[] = {
		{ "caf\xE9 di S\xE3o Paulo\n", "café di São Paulo\n", 2, 0 },
		{ "\x93Ya,\x94 katanya \x96 Ma\x92ruf\x85\n",
		  "“Ya,” katanya – Ma’ruf…\n", 5, 0 },
		{ "Rp\xA0"
		  "5.000, 30\xB0"
		  "C, \x80"
		  "5, 5\x80, \xA9 2020",
		  "Rp 5.000, 30°C, €5, 5€, © 2020", 5, 0 },
		{ "kata\x85\x94 dan\n", "kata…” dan\n", 2, 0 },
		/* line by line */
		{ "José\ncaf\xE9 ini\n", "José\ncafé ini\n", 1, 0 },
		/* both in a line: a byte was lost */
		{ "José caf\xE9 ini\n", "José caf\xEF\xBF\xBD ini\n", 0, 1 },
		/* a part of a character in UTF-8 */
		{ "kata\xE2\x80\n", "kata\xEF\xBF\xBD\n", 0, 1 },
		{ "kata\x80\x9C lagi\n", "kata\xEF\xBF\xBD\xEF\xBF\xBD lagi\n",
		  0, 2 },
		{ "cut\xC3", "cut\xEF\xBF\xBD", 0, 1 },
		/* Cyrillic and Chinese of old encodings */
		{ "\xCF\xF0\xE0\xE2\xE4\xE0",
		  "\xEF\xBF\xBD\xEF\xBF\xBD"
		  "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
		  0, 6 },
		{ "\xB1\xBE\xC8\xD5 ",
		  "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
		  "\xEF\xBF\xBD ",
		  0, 4 },
		/* a byte that means nothing */
		{ "a\x81 b\n", "a\xEF\xBF\xBD b\n", 0, 1 },
	};
	struct text_repairs done;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		check(slice_of(cases[i].in), cases[i].want, &done);
		if (done.count[REPAIR_CP1252] != cases[i].guessed ||
		    done.count[REPAIR_INVALID] != cases[i].invalid)
			fail_msg("%s: %u and %u", cases[i].in,
				 done.count[REPAIR_CP1252],
				 done.count[REPAIR_INVALID]);
	}
}

/* --- UTF-16 --------------------------------------------------------------- */

/* The text in UTF-16. */
static void encode(struct buf *out, const char *text, bool big)
{
	struct slice s = slice_of(text);
	size_t at = 0;

	buf_clear(out);
	for (int32_t c; (c = text_next(s, &at)) >= 0;) {
		int32_t units[2] = { c, -1 };
		if (c > 0xFFFF) {
			units[0] = 0xD7C0 + (c >> 10);
			units[1] = 0xDC00 + (c & 0x3FF);
		}
		for (size_t i = 0; i < 2 && units[i] >= 0; i++) {
			buf_byte(out, (char)(big ? units[i] >> 8 : units[i]));
			buf_byte(out, (char)(big ? units[i] : units[i] >> 8));
		}
	}
}

static void test_utf16(void **state)
{
	static const char text[] = "Judul Berita\nIsi “ya” café 😀 selesai.\n";
	struct text_repairs done;
	struct buf in = { 0 }, marked = { 0 };

	(void)state;
	for (int big = 0; big < 2; big++) {
		encode(&in, text, big);
		check(buf_slice(&in), text, &done);
		assert_int_equal(done.count[REPAIR_UTF16], 1);
		buf_clear(&marked);
		buf_add(&marked, big ? SLICE("\xFE\xFF") : SLICE("\xFF\xFE"));
		buf_add(&marked, buf_slice(&in));
		check(buf_slice(&marked), text, &done);
		assert_int_equal(done.count[REPAIR_BOM], 1);
	}
	/* an odd byte and half a character */
	buf_clear(&marked);
	buf_add(&marked, SLICE("\xFF\xFE\x3D\xD8x\0\x00\xDCy\0z"));
	check(buf_slice(&marked), "\xEF\xBF\xBDx\xEF\xBF\xBDy\xEF\xBF\xBD",
	      &done);
	assert_int_equal(done.count[REPAIR_INVALID], 3);
	assert_int_equal(done.count[REPAIR_LOST], 0);
	/* no characters */
	buf_clear(&marked);
	buf_add(&marked, SLICE("\xFF\xFEx\0\xFE\xFFy\0\xFF\xFF"));
	check(buf_slice(&marked), "x\xEF\xBF\xBDy\xEF\xBF\xBD", &done);
	assert_int_equal(done.count[REPAIR_INVALID], 2);
	buf_release(&in);
	buf_release(&marked);
}

static void test_utf16_in_pieces(void **state)
{
	static const char text[] = "Judul 😀 “x”";
	struct text_repairs done = { 0 };
	struct buf in = { 0 }, out = { 0 };

	(void)state;
	encode(&in, text, true);
	for (size_t cut = 0; cut <= in.len; cut++) {
		struct utf16 u = { .order = UTF16_BIG };
		buf_clear(&out);
		utf16_add(&u, &out, slice_sub(buf_slice(&in), 0, cut), &done);
		utf16_add(&u, &out, slice_from(buf_slice(&in), cut), &done);
		utf16_end(&u, &out, &done);
		assert_true(slice_eq(buf_slice(&out), slice_of(text)));
	}
	assert_int_equal(done.count[REPAIR_INVALID], 0);
	buf_release(&in);
	buf_release(&out);
}

static void test_not_utf16(void **state)
{
	static const struct slice cases[] = {
		SLICE_INIT(""),
		SLICE_INIT("a\0b\0c\0"), /* too short to tell */
		SLICE_INIT("ab\0cd\0ef\0gh\0ij\0kl\0mn\0op\0qr\0st"),
		SLICE_INIT("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
		SLICE_INIT("teks biasa tanpa apa-apa di dalamnya"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(utf16_guess(cases[i]), UTF16_NONE);
}

/* --- decoding only, and counts -------------------------------------------- */

/* What is whole is not even copied, and line ends and blanks stay. */
static void test_decode(void **state)
{
	struct slice s = SLICE("a\r\nb\vc\xC2\xA0 â€“ \x01\xE2\x80\xA8z");
	struct buf out = { 0 };
	struct text_repairs done;
	struct slice got = text_decode(&out, s, &done);

	(void)state;
	assert_ptr_equal(got.ptr, s.ptr);
	assert_int_equal(got.len, s.len);
	for (size_t i = 0; i < REPAIR_KINDS; i++)
		assert_int_equal(done.count[i], 0);
	got = text_decode(&out, SLICE("\xEF\xBB\xBFx"), &done);
	assert_true(slice_eq(got, SLICE("x")));
	assert_int_equal(done.count[REPAIR_BOM], 1);
	buf_release(&out);
}

static void test_counts(void **state)
{
	struct text_repairs done, sum = { 0 };

	(void)state;
	check(SLICE("a\r\nb\vc\xC2\xA0"
		    "d\xC2\xAD\xE2\x80\x8B \xEF\xBF\xBD \xC2\x96 Ã©"),
	      "a\nb\nc d \xEF\xBF\xBD – é", &done);
	assert_int_equal(done.count[REPAIR_RETURN], 1);
	assert_int_equal(done.count[REPAIR_BREAK], 1);
	assert_int_equal(done.count[REPAIR_BLANK], 1);
	assert_int_equal(done.count[REPAIR_HYPHEN], 1);
	assert_int_equal(done.count[REPAIR_WIDTH], 1);
	assert_int_equal(done.count[REPAIR_LOST], 1);
	assert_int_equal(done.count[REPAIR_LATE], 1);
	assert_int_equal(done.count[REPAIR_MOJIBAKE], 1);
	text_repairs_add(&sum, &done);
	text_repairs_add(&sum, &done);
	assert_int_equal(sum.count[REPAIR_RETURN], 2);
	for (size_t i = 0; i < REPAIR_KINDS; i++)
		assert_true(*text_repair_key((enum repair)i) &&
			    *text_repair_name((enum repair)i));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mojibake),
		cmocka_unit_test(test_no_mojibake),
		cmocka_unit_test(test_mojibake_of_all),
		cmocka_unit_test(test_mojibake_of_malice),
		cmocka_unit_test(test_mojibake_in_layers),
		cmocka_unit_test(test_cp1252),
		cmocka_unit_test(test_utf16),
		cmocka_unit_test(test_utf16_in_pieces),
		cmocka_unit_test(test_not_utf16),
		cmocka_unit_test(test_decode),
		cmocka_unit_test(test_counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
