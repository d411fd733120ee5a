/*
 * test_twins.c - twins.c: the guessed end of a title, mended by another
 * article that names the same one.
 */
#include "archive_maker.h"

#define TITLE "Warga Tegal Panen Cabai Merah di Sawah"
#define NAMES "Budi Santoso Hadi Wijaya"

/* Whose references are looked at, and an article with this body besides. */
#define TOLD(name, text)                                                       \
	{                                                                      \
		.source = name, .title = "Kabar Lain Hari Ini " name,          \
		.date = "2020-09-20", .body = text                             \
	}

static void test_mended(void **state)
{
	static const struct scene scenes[] = {
		/* the guess takes a name along; the other one does not */
		{ "?none:- " TITLE,
		  { ME("{o[" TITLE " " NAMES " pulang ke rumah.]}"),
		    TOLD("b", "{o[" TITLE " Ia pulang ke rumah.]}") } },
		/* that one's end is sure */
		{ "?none:- " TITLE,
		  { ME("{o[" TITLE " " NAMES " pulang ke rumah.]}"),
		    TOLD("b", "{l[" TITLE "]}") } },
		/* most of those that speak */
		{ "?none:- " TITLE,
		  { ME("{o[" TITLE " " NAMES " pulang ke rumah.]}"),
		    TOLD("b", "{l[" TITLE " Budi]}"),
		    TOLD("c", "{l[" TITLE "]}"),
		    TOLD("d", "{o[" TITLE " Ia pulang ke rumah.]}") } },
		/* its own mark belongs to the title */
		{ "?none:- " TITLE "?",
		  { ME("{o[" TITLE "? " NAMES " pulang ke rumah.]}"),
		    TOLD("b", "{l[" TITLE "?]}") } },
		/* within one article, and then it says so twice */
		{ "?none:- " TITLE "; =?none:- " TITLE,
		  { ME("{o[" TITLE " Ia pulang ke rumah.]}\n\n"
		       "{o[" TITLE " " NAMES " pulang ke rumah.]}") } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
}

static void test_left_alone(void **state)
{
#define GUESS TITLE " Budi Santoso Hadi"
	static const struct scene scenes[] = {
		/* nobody else names it */
		{ "?none:- " GUESS,
		  { ME("{o[" TITLE " " NAMES " pulang ke rumah.]}"),
		    TOLD("b", "Isi.") } },
		/* a series: they part where neither ends */
		{ "?none:- " GUESS,
		  { ME("{o[" TITLE " " NAMES " pulang ke rumah.]}"),
		    TOLD("b", "{l[" TITLE " Ani Lestari]}") } },
		/* too few words in common */
		{ "?none:- " GUESS,
		  { ME("{o[" TITLE " " NAMES " pulang ke rumah.]}"),
		    TOLD("b", "{l[Warga Tegal Panen Cabai Merah]}") } },
		/* what follows belongs to it */
		{ "?none:- " TITLE ", Budi Santoso Hadi",
		  { ME("{o[" TITLE ", " NAMES " pulang ke rumah.]}"),
		    TOLD("b", "{l[" TITLE "]}") } },
		/* a sure end */
		{ "none:- " GUESS,
		  { ME("{l[" GUESS "]}"), TOLD("b", "{l[" TITLE "]}") } },
	};
	(void)state;
	check_scenes(scenes, COUNT_OF(scenes));
#undef GUESS
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mended),
		cmocka_unit_test(test_left_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
