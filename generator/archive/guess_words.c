/*
 * guess_words.c - see guess_words.h.
 */
#include "archive/guess_words.h"

static bool is_one_of(struct slice w, const struct slice *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (slice_eq(w, words[i]))
			return true;
	return false;
}

bool is_opener(struct slice w)
{
	static const struct slice openers[] = {
		SLICE_INIT("adapun"),	   SLICE_INIT("alhasil"),
		SLICE_INIT("akibatnya"),   SLICE_INIT("artinya"),
		SLICE_INIT("bagi"),	   SLICE_INIT("bahkan"),
		SLICE_INIT("begitu"),	   SLICE_INIT("berdasarkan"),
		SLICE_INIT("dalam"),	   SLICE_INIT("dari"),
		SLICE_INIT("dengan"),	   SLICE_INIT("di"),
		SLICE_INIT("dia"),	   SLICE_INIT("diketahui"),
		SLICE_INIT("dikutip"),	   SLICE_INIT("dilansir"),
		SLICE_INIT("hal"),	   SLICE_INIT("hingga"),
		SLICE_INIT("ia"),	   SLICE_INIT("jika"),
		SLICE_INIT("kalau"),	   SLICE_INIT("karena"),
		SLICE_INIT("kemudian"),	   SLICE_INIT("kendati"),
		SLICE_INIT("ketika"),	   SLICE_INIT("kini"),
		SLICE_INIT("lanjut"),	   SLICE_INIT("lantas"),
		SLICE_INIT("lebih"),	   SLICE_INIT("melansir"),
		SLICE_INIT("mengutip"),	   SLICE_INIT("menurut"),
		SLICE_INIT("menurutnya"),  SLICE_INIT("mereka"),
		SLICE_INIT("meski"),	   SLICE_INIT("meskipun"),
		SLICE_INIT("namun"),	   SLICE_INIT("oleh"),
		SLICE_INIT("pada"),	   SLICE_INIT("padahal"),
		SLICE_INIT("para"),	   SLICE_INIT("pasalnya"),
		SLICE_INIT("sebab"),	   SLICE_INIT("sebagai"),
		SLICE_INIT("sebagaimana"), SLICE_INIT("sebaliknya"),
		SLICE_INIT("sebelumnya"),  SLICE_INIT("sedangkan"),
		SLICE_INIT("sehingga"),	   SLICE_INIT("sejak"),
		SLICE_INIT("sejauh"),	   SLICE_INIT("selain"),
		SLICE_INIT("selanjutnya"), SLICE_INIT("sementara"),
		SLICE_INIT("setelah"),	   SLICE_INIT("terkait"),
		SLICE_INIT("tetapi"),	   SLICE_INIT("untuk"),
	};
	return is_one_of(w, openers, COUNT_OF(openers));
}

bool is_in_no_name(struct slice w)
{
	static const struct slice words[] = {
		SLICE_INIT("baru"),    SLICE_INIT("beberapa"),
		SLICE_INIT("belum"),   SLICE_INIT("kami"),
		SLICE_INIT("kita"),    SLICE_INIT("menjelang"),
		SLICE_INIT("saat"),    SLICE_INIT("saya"),
		SLICE_INIT("sebelum"), SLICE_INIT("sejumlah"),
		SLICE_INIT("selama"),  SLICE_INIT("semua"),
		SLICE_INIT("seorang"), SLICE_INIT("setiap"),
		SLICE_INIT("tidak"),   SLICE_INIT("usai"),
	};
	return is_one_of(w, words, COUNT_OF(words));
}

bool is_no_end(struct slice w)
{
	static const struct slice words[] = {
		SLICE_INIT("ada"),    SLICE_INIT("harap"),
		SLICE_INIT("jelang"), SLICE_INIT("menjelang"),
		SLICE_INIT("minta"),  SLICE_INIT("perlu"),
		SLICE_INIT("soal"),
	};
	return is_one_of(w, words, COUNT_OF(words));
}

bool is_in_no_subject(struct slice w)
{
	static const struct slice words[] = {
		SLICE_INIT("akan"),  SLICE_INIT("bakal"), SLICE_INIT("belum"),
		SLICE_INIT("bisa"),  SLICE_INIT("harus"), SLICE_INIT("jadi"),
		SLICE_INIT("juga"),  SLICE_INIT("masih"), SLICE_INIT("minta"),
		SLICE_INIT("siap"),  SLICE_INIT("sudah"), SLICE_INIT("tak"),
		SLICE_INIT("tidak"),
	};
	return is_one_of(w, words, COUNT_OF(words));
}

bool is_small_at_times(struct slice w)
{
	static const struct slice words[] = {
		SLICE_INIT("bakal"), SLICE_INIT("belum"),   SLICE_INIT("bukan"),
		SLICE_INIT("lagi"),  SLICE_INIT("terkait"), SLICE_INIT("tidak"),
	};
	return is_one_of(w, words, COUNT_OF(words));
}

bool is_office(struct slice w)
{
	static const struct slice offices[] = {
		SLICE_INIT("aiptu"),	  SLICE_INIT("akbp"),
		SLICE_INIT("akp"),	  SLICE_INIT("brigjen"),
		SLICE_INIT("bupati"),	  SLICE_INIT("camat"),
		SLICE_INIT("direktur"),	  SLICE_INIT("dirlantas"),
		SLICE_INIT("dirut"),	  SLICE_INIT("gubernur"),
		SLICE_INIT("ipda"),	  SLICE_INIT("iptu"),
		SLICE_INIT("irjen"),	  SLICE_INIT("jenderal"),
		SLICE_INIT("kabid"),	  SLICE_INIT("kadis"),
		SLICE_INIT("kapolda"),	  SLICE_INIT("kapolres"),
		SLICE_INIT("kapolresta"), SLICE_INIT("kapolri"),
		SLICE_INIT("kapolsek"),	  SLICE_INIT("kasat"),
		SLICE_INIT("kasi"),	  SLICE_INIT("kasubag"),
		SLICE_INIT("kepala"),	  SLICE_INIT("ketua"),
		SLICE_INIT("kolonel"),	  SLICE_INIT("kombes"),
		SLICE_INIT("kompol"),	  SLICE_INIT("letkol"),
		SLICE_INIT("mayor"),	  SLICE_INIT("menteri"),
		SLICE_INIT("pelatih"),	  SLICE_INIT("presiden"),
		SLICE_INIT("rektor"),	  SLICE_INIT("sekretaris"),
		SLICE_INIT("striker"),	  SLICE_INIT("wakapolres"),
		SLICE_INIT("wakil"),	  SLICE_INIT("wali"),
	};
	return is_one_of(w, offices, COUNT_OF(offices));
}

bool is_and(struct slice w)
{
	static const struct slice words[] = {
		SLICE_INIT("dan"),
		SLICE_INIT("hingga"),
		SLICE_INIT("serta"),
	};
	return is_one_of(w, words, COUNT_OF(words));
}

bool is_sure_opener(struct slice w)
{
	static const struct slice words[] = {
		SLICE_INIT("adapun"),	  SLICE_INIT("dikutip"),
		SLICE_INIT("dilansir"),	  SLICE_INIT("melansir"),
		SLICE_INIT("mengutip"),	  SLICE_INIT("menurut"),
		SLICE_INIT("rencananya"), SLICE_INIT("saksikan"),
		SLICE_INIT("sebelumnya"), SLICE_INIT("seorang"),
	};
	return is_one_of(w, words, COUNT_OF(words));
}

bool is_head_of_subject(struct slice w)
{
	static const struct slice words[] = {
		SLICE_INIT("dinas"),	  SLICE_INIT("kedatangan"),
		SLICE_INIT("komisi"),	  SLICE_INIT("manager"),
		SLICE_INIT("pengumuman"), SLICE_INIT("petugas"),
		SLICE_INIT("pihak"),	  SLICE_INIT("polda"),
	};
	return is_one_of(w, words, COUNT_OF(words));
}
