/*
 * test_tags.c - which tags are one, by their slugs or as the owner says.
 */
#include "archive_maker.h"

struct tag_case {
	const char *want; /* "Name=slug:sources" of each tag */
	uint32_t minimum;
	struct tag_merge merges[4];
	const char *tags[4]; /* of the articles a, b, c, d */
};

#define MERGE(x, y)                                                            \
	{                                                                      \
		SLICE_INIT(x), SLICE_INIT(y)                                   \
	}

static const struct tag_case cases[] = {
	/* one by slug, under the commonest spelling */
	{ "Politik=politik:abc",
	  1,
	  { { { 0 }, { 0 } } },
	  { "Politik", "politik,Politik", "Politik" } },
	/* under the owner's, also where an article has both */
	{ "Angkutan Umum=angkutan-umum:abc|kota=kota:b",
	  1,
	  { MERGE("Kereta", "Angkutan Umum"), MERGE("bus", "Angkutan Umum") },
	  { "kereta", "bus,KERETA,kota", "angkutan umum" } },
	/* a name alone is given the owner's spelling */
	{ "COVID-19=covid-19:ab",
	  1,
	  { MERGE("covid-19", "COVID-19") },
	  { "Covid-19", "covid-19" } },
	/* dropped; and no chain: "lari" becomes what it is told to become */
	{ "Olahraga=olahraga:a",
	  1,
	  { MERGE("berita", ""), MERGE("lari", "Olahraga"),
	    MERGE("Olahraga", "") },
	  { "lari", "berita", "olahraga" } },
	/* the minimum counts articles, after merging */
	{ "Beras=beras:ab",
	  2,
	  { MERGE("padi", "Beras") },
	  { "padi", "beras", "gula,gula" } },
};

static const char *tags_of(struct maker *m)
{
	const struct archive *x = m->archive;
	struct buf out = { 0 };
	for (uint32_t t = 0; t < x->tag_count; t++) {
		const struct tag *tag = &x->tags[t];
		buf_printf(&out, "%s%.*s=%.*s:", t ? "|" : "",
			   SLICE_ARG(tag->name), SLICE_ARG(tag->slug));
		for (uint32_t k = 0; k < tag->count; k++)
			buf_add(&out, x->articles[tag->articles[k]].source);
	}
	const char *text = arena_zstr(&m->arena, buf_slice(&out));
	buf_release(&out);
	return text;
}

static void test_tags(void **state)
{
	static const char *const sources[] = { "a", "b", "c", "d" };
	static const char *const dates[] = { "2020-01-01", "2020-01-02",
					     "2020-01-03", "2020-01-04" };
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct tag_case *c = &cases[i];
		struct archive_options options = { .merges = c->merges,
						   .tag_minimum = c->minimum,
						   .jobs = 1 };
		struct maker m;
		maker_begin(&m, 1);
		while (options.merge_count < COUNT_OF(c->merges) &&
		       c->merges[options.merge_count].from.len)
			options.merge_count++;
		for (size_t k = 0; k < COUNT_OF(sources); k++)
			maker_add(&m, 0,
				  (struct written){
				      .source = sources[k],
				      .title = sources[k],
				      .date = dates[k],
				      .body = "Isi.",
				      .tags = c->tags[k] ? c->tags[k] : "" });
		maker_finish_as(&m, &options);
		assert_string_equal(tags_of(&m), c->want);
		maker_end(&m);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tags),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
