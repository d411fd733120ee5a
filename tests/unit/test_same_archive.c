/*
 * test_same_archive.c - everything is decided by content: the same documents
 * in any order, on any number of threads, make the same archive.
 */
#include "archive_maker.h"

#include "base/pool.h"

/* Articles that meet in every way: titles, days, tags, addresses, copies. */
enum {
	SHUFFLED = 150
};

static struct written make_written(struct arena *a, uint32_t i)
{
	static const char *const titles[] = {
		"Trump Tak Jamin Transfer Kekuasaan Jika Kalah Pilpres",
		"Trump Jamin Transfer Kekuasaan Meski Kalah di Pilpres",
		"Prakiraan Cuaca Hari Ini",
		"Prakiraan Cuaca Hari Ini di Jakarta",
		"Index",
		"\xF0\x9F\x98\x80",
		"Putin",
	};
	static const char *const marks[] = {
		"{c(Baca: [Trump Tak Jamin Transfer Kekuasaan Jika Dia Kalah "
		"Pilpres])}",
		"{o Baca: [Prakiraan Cuaca Hari Ini Cerah, kata dia.]}",
		"{l[Trump Jamin Transfer Kekuasaan ...]}",
		"{w(baca: [putin])}",
		"{l[Prakiraan Cuaca Hari Ini Trump Jamin Transfer Kekuasaan "
		"Meski Kalah di Pilpres]}",
	};
	static const char *const tags[] = { NULL, "Politik", "politik,Cuaca",
					    "POLITIK,cuaca,Politik" };
	/* the last digits repeat: some are copies but for the source */
	uint32_t k = i % 120;
	return (struct written){
		.source = arena_zstr(a, arena_printf(a, "content/%03u.txt", i)),
		.title = titles[k % COUNT_OF(titles)],
		.date = k % 9 == 0
			    ? NULL
			    : arena_zstr(a, arena_printf(
						a, "2020-01-%02u%s", 1 + k % 11,
						k % 4 ? "" : " 10:00")),
		.body =
		    arena_zstr(a, arena_printf(a, "Isi %u.\n\n%s %s", k % 30,
					       marks[k % COUNT_OF(marks)],
					       marks[k / 7 % COUNT_OF(marks)])),
		.tags = tags[k % COUNT_OF(tags)],
		.url = k % 13 ? NULL : "https://a.id/x",
		.slug = k % 17 ? NULL : "nama",
	};
}

static void put(struct buf *out, struct slice s)
{
	buf_printf(out, "|%.*s", SLICE_ARG(s));
}

static void put_list(struct buf *out, const uint32_t *list, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		buf_printf(out, " %u", list[i]);
}

static void dump_article(struct buf *out, const struct article *a)
{
	char iso[DATE_ISO + 1];
	put(out, a->source);
	put(out, a->title);
	put(out, a->slug);
	put(out, a->path);
	put(out, a->plain);
	put(out, a->lead);
	put(out, a->url);
	buf_printf(out, "|%llx %s %d %u %u tags",
		   (unsigned long long)a->identity, date_iso(a->date, iso),
		   a->minute, a->date_from, a->words);
	put_list(out, a->tags, a->tag_count);
	for (uint32_t i = 0; i < a->name_count; i++)
		put(out, a->tag_names[i]);
	for (uint32_t i = 0; i < a->reference_count; i++) {
		const struct reference *r = &a->references[i];
		put(out, r->marker);
		put(out, r->text);
		buf_printf(out, " %u %u %u %u %d %d %d %d", r->mark, r->from,
			   r->to, r->target, r->how, r->why, r->repeated,
			   r->unsure);
	}
	buf_byte(out, '\n');
}

/* Everything that can reach the output. */
static void dump(struct buf *out, struct maker *m)
{
	const struct archive *x = m->archive;
	buf_printf(out, "%u %u %u %u\n", x->count, x->dated, x->reference_count,
		   x->resolved_count);
	for (uint32_t i = 0; i < x->count; i++)
		dump_article(out, &x->articles[i]);
	for (uint32_t i = 0; i < x->tag_count; i++) {
		put(out, x->tags[i].name);
		put(out, x->tags[i].slug);
		put_list(out, x->tags[i].articles, x->tags[i].count);
	}
	for (uint32_t i = 0; i < x->shared_count; i++) {
		put(out, x->shared[i].path);
		put_list(out, x->shared[i].articles, x->shared[i].count);
	}
	for (uint32_t i = 0; i < x->day_count; i++)
		buf_printf(out, " %u-%u", x->days[i].articles.from,
			   x->days[i].articles.to);
	put_list(out, x->cited_from, x->count + 1);
	put_list(out, x->citing, x->cited_from[x->count]);
	put(out, slice_of(maker_reports(m)));
}

struct adding {
	struct maker *m;
	const struct document *docs;
	const uint32_t *order;
};

static void add_one(void *ctx, unsigned worker, size_t i)
{
	struct adding *a = ctx;
	uint32_t number = a->order[i];
	archive_add(a->m->builder, worker, &a->docs[number]);
}

static uint32_t next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) +
		 UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33);
}

static void dump_shuffled(struct buf *out, uint64_t *seed, unsigned workers)
{
	struct document docs[SHUFFLED];
	uint32_t order[SHUFFLED];
	static const struct override overrides[] = {
		{ .text = SLICE_INIT("Putin"),
		  .target = SLICE_INIT("content/003.txt"),
		  .in = SLICE_INIT("content/013.txt") },
		{ .text = SLICE_INIT("Prakiraan Cuaca Hari Ini") },
	};
	struct maker m;
	maker_begin(&m, workers);
	for (uint32_t i = 0; i < SHUFFLED; i++) {
		struct written w = make_written(&m.arena, i);
		docs[i] = maker_document(&m, &w);
		order[i] = i;
	}
	for (uint32_t i = SHUFFLED; *seed && i > 1; i--) {
		uint32_t k = next_random(seed) % i, t = order[k];
		order[k] = order[i - 1];
		order[i - 1] = t;
	}
	struct adding adding = { &m, docs, order };
	pool_run(workers, SHUFFLED, add_one, &adding);
	maker_finish_with(&m, overrides, COUNT_OF(overrides), workers);
	dump(out, &m);
	maker_end(&m);
}

static void test_same_in_any_order(void **state)
{
	struct buf first = { 0 }, other = { 0 };
	uint64_t seed = 0;
	(void)state;
	dump_shuffled(&first, &seed, 1);
	for (unsigned round = 0; round < 20; round++) {
		seed = round + 1;
		buf_clear(&other);
		dump_shuffled(&other, &seed, 1 + round % 4);
		if (!slice_eq(buf_slice(&first), buf_slice(&other))) {
			size_t at = 0;
			while (at < first.len && at < other.len &&
			       first.ptr[at] == other.ptr[at])
				at++;
			fail_msg("round %u: %.200s\nbut: %.200s", round,
				 buf_zstr(&other) + at, buf_zstr(&first) + at);
		}
	}
	/* it is a hard case: everything happens in it */
	assert_true(slice_find(buf_slice(&first), '\n', 0) < first.len);
	static const char *const happens[] = {
		"the same article as", "the same address as", "same title as",
		"|undated/",	       "|artikel-",	      "|Politik",
	};
	for (size_t i = 0; i < COUNT_OF(happens); i++)
		assert_non_null(strstr(buf_zstr(&first), happens[i]));
	buf_release(&first);
	buf_release(&other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_in_any_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
