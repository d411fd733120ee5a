/*
 * small_words.c - see small_words.h.
 */
#include "base/small_words.h"

bool is_small_word(struct slice word)
{
	static const struct slice words[] = {
		SLICE_INIT("agar"),
		SLICE_INIT("akan"),
		SLICE_INIT("akibat"),
		SLICE_INIT("ala"),
		SLICE_INIT("antara"),
		SLICE_INIT("atas"),
		SLICE_INIT("atau"),
		SLICE_INIT("bagi"),
		SLICE_INIT("bak"),
		SLICE_INIT("bersama"),
		SLICE_INIT("bila"),
		SLICE_INIT("buat"),
		SLICE_INIT("dalam"),
		SLICE_INIT("dan"),
		SLICE_INIT("dari"),
		SLICE_INIT("demi"),
		SLICE_INIT("dengan"),
		SLICE_INIT("di"),
		SLICE_INIT("dkk"),
		SLICE_INIT("gara"),
		SLICE_INIT("hingga"),
		SLICE_INIT("jadi"),
		SLICE_INIT("jelang"),
		SLICE_INIT("jika"),
		SLICE_INIT("karena"),
		SLICE_INIT("ke"),
		SLICE_INIT("lalu"),
		SLICE_INIT("meski"),
		SLICE_INIT("oleh"),
		SLICE_INIT("pada"),
		SLICE_INIT("pakai"),
		SLICE_INIT("para"),
		SLICE_INIT("per"),
		SLICE_INIT("pun"),
		SLICE_INIT("saat"),
		SLICE_INIT("sampai"),
		SLICE_INIT("sang"),
		SLICE_INIT("sebagai"),
		SLICE_INIT("seperti"),
		SLICE_INIT("serta"),
		SLICE_INIT("si"),
		SLICE_INIT("soal"),
		SLICE_INIT("tak"),
		SLICE_INIT("tanpa"),
		SLICE_INIT("tapi"),
		SLICE_INIT("tentang"),
		SLICE_INIT("untuk"),
		SLICE_INIT("usai"),
		SLICE_INIT("via"),
		SLICE_INIT("vs"),
		SLICE_INIT("yang"),
		/* in names */
		SLICE_INIT("al"),
		SLICE_INIT("bin"),
		SLICE_INIT("binti"),
		SLICE_INIT("da"),
		SLICE_INIT("de"),
		SLICE_INIT("del"),
		SLICE_INIT("el"),
		SLICE_INIT("la"),
		SLICE_INIT("ten"),
		SLICE_INIT("van"),
	};
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (slice_eq(word, words[i]))
			return true;
	return false;
}
