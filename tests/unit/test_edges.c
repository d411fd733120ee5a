/*
 * test_edges.c - edges.c: where titles in a row part that the archive does not
 * know.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "archive/edges.h"

#define TITLE(text)                                                            \
	{                                                                      \
		.title = SLICE_INIT(text)                                      \
	}

/* "Warga" and "Polisi" begin titles, "Cabai" and "Ramai" end them. */
static const struct article articles[] = {
	TITLE("Warga Tegal Menanam Padi dan Cabai"),
	TITLE("Warga Brebes Kembali Memilih Cabai"),
	TITLE("Warga Kudus Menjual Sawah demi Cabai"),
	TITLE("Polisi Blora Menutup Pasar yang Ramai"),
	TITLE("Polisi Rembang Menjaga Jalan yang Ramai"),
	TITLE("Polisi Pati Membuka Jalan Lingkar Ramai"),
	TITLE("Festival Jalan Raya Pos di Semarang"),
	TITLE("Mengapa Gedung Jalan Raya Sepi"),
};

struct fixture {
	struct arena arena;
	struct titles *titles;
	struct edges *edges;
};

static int setup(void **state)
{
	static struct fixture f;
	f = (struct fixture){ 0 };
	f.titles = titles_index(articles, COUNT_OF(articles), &f.arena);
	f.edges = edges_count(f.titles, &f.arena);
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;
	titles_free(f->titles);
	arena_release(&f->arena);
	return 0;
}

/* The row without its "|"; where they stood is where it should part. */
static void check(const struct edges *e, const char *marked)
{
	struct buf text = { 0 }, key = { 0 }, got = { 0 };
	struct words w;
	size_t ends[EDGES_MOST], from = 0;
	for (const char *c = marked; *c; c++)
		if (*c != '|')
			buf_byte(&text, *c);
	words_split(&w, buf_slice(&text), &key);
	size_t count = edges_part(e, &w, buf_slice(&text), 0, w.count, ends);
	for (size_t i = 0; i < count; i++) {
		size_t to = ends[i] < w.count ? w.items[ends[i]].at
					      : buf_slice(&text).len;
		buf_add(&got, slice_sub(buf_slice(&text), from, to));
		if (i + 1 < count)
			buf_byte(&got, '|');
		from = to;
	}
	assert_string_equal(buf_zstr(&got), marked);
	buf_release(&text);
	buf_release(&key);
	buf_release(&got);
}

static void test_rows(void **state)
{
	static const char *const rows[] = {
		/* words that end titles and words that begin them */
		"Bupati Sragen Memuji Hasil Panen Padi dan Cabai |Polisi Solo "
		"Mengatur Arus Kendaraan di Jalan Raya",
		"Gubernur Jateng Meresmikan Bendungan Besar Ramai |Warga "
		"Klaten Menyambut Kirab Budaya Meriah Hari Ini",
		/* three of them */
		"Bupati Sragen Memuji Hasil Panen Padi dan Cabai |Polisi Solo "
		"Mengatur Arus Kendaraan di Pasar Klewer Ramai |Warga Klaten "
		"Menyambut Kirab Budaya dengan Meriah Sekali",
		/* a mark that ends a title and no sentence within it */
		"Benarkah Gunung Merapi Akan Meletus Pekan Depan? |Begini "
		"Penjelasan Lengkap Badan Geologi kepada Pendaki",
	};
	const struct fixture *f = *state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		check(f->edges, rows[i]);
}

static void test_one_title(void **state)
{
	static const char *const rows[] = {
		"Warga Tegal Panen Cabai",
		/* words of edges, but a title is not so short */
		"Bupati Memuji Panen Cabai Polisi Solo",
		"Harga Cabai Polisi Turun",
		/* a comma, a colon, a small word: it goes on */
		"Bupati Sragen Memuji Hasil Panen Padi dan Cabai, Polisi Solo "
		"Mengatur Arus di Jalan",
		"Bupati Sragen Memuji Hasil Panen Padi dan Cabai: Polisi Solo "
		"Mengatur Arus di Jalan",
		"Bupati Sragen Memuji Panen Besar Bagi Polisi dan Warga di "
		"Jalan Lingkar Selatan",
		/* a name of other titles is not torn */
		"Bupati Sragen Memuji Hasil Panen Cabai di Jalan Raya Solo "
		"Menuju Kota Semarang",
		/* longer than any two titles, and nowhere to part it */
		"bupati sragen memuji hasil panen padi dan cabai polisi solo "
		"mengatur arus kendaraan di pasar klewer yang ramai warga "
		"klaten menyambut kirab budaya dengan meriah sekali hari ini",
	};
	const struct fixture *f = *state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		check(f->edges, rows[i]);
}

/* More titles than a row may have: it stays in one, or in some. */
static void test_long_row(void **state)
{
	const struct fixture *f = *state;
	struct buf text = { 0 }, key = { 0 };
	struct words w;
	size_t ends[EDGES_MOST];
	for (size_t i = 0; i < WORDS_MAX / 4; i++)
		buf_add(&text, SLICE("Warga Memilih Padi Cabai "));
	words_split(&w, buf_slice(&text), &key);
	assert_int_equal(w.count, WORDS_MAX);
	size_t count =
	    edges_part(f->edges, &w, buf_slice(&text), 0, w.count, ends);
	assert_in_range(count, 1, EDGES_MOST);
	assert_int_equal(ends[count - 1], w.count);
	for (size_t i = 1; i < count; i++)
		assert_true(ends[i] > ends[i - 1]);
	buf_release(&text);
	buf_release(&key);
}

/* An archive without titles, and words that begin behind the first. */
static void test_nothing_known(void **state)
{
	struct arena arena = { 0 };
	struct titles *none = titles_index(articles, 0, &arena);
	struct edges *e = edges_count(none, &arena);
	struct buf key = { 0 };
	struct slice text = SLICE("Kata Kunci Warga Tegal Panen Cabai Lagi");
	struct words w;
	size_t ends[EDGES_MOST];
	(void)state;
	words_split(&w, text, &key);
	assert_int_equal(edges_part(e, &w, text, 2, 7, ends), 1);
	assert_int_equal(ends[0], 7);
	assert_int_equal(edges_part(e, &w, text, 6, 7, ends), 1);
	assert_int_equal(ends[0], 7);
	titles_free(none);
	arena_release(&arena);
	buf_release(&key);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_one_title),
		cmocka_unit_test(test_long_row),
		cmocka_unit_test(test_nothing_known),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
