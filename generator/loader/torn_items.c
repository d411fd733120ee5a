/*
 * torn_items.c - the numbers of a list in a text that was cut at its full stops
 * and lost them: "Cara memasak 1" "Cincang bayam" "2" "Rebus air 3". A number
 * at the end of a line may be one of its sentence: "tipe 2". So a list is taken
 * for one only if it is whole from 1 on, with three items at least; whatever
 * number of lines an item has. 39 of 731 real articles in such sets have some.
 * What is joined afterwards is not known here.
 */
#include "loader/marks.h"
#include "loader/torn.h"

enum {
	ITEM_MAX = 99,	/* of a list */
	CHAIN_LEAST = 3 /* items */
};

/* A number that may be of an item, which begins in the next line. */
struct number {
	struct line *line, *item;
	unsigned long value;
	size_t len;	    /* with the blank before it */
	struct slice word;  /* before it */
	bool alone, behind; /* on its line; behind a colon */
};

/* The list that is being read. */
struct chain {
	struct number numbers[ITEM_MAX];
	size_t count;
	struct number first; /* a 1 inside it: the next list, perhaps */
	bool doubtful;	     /* there are two for one of its places */
};

/* "tipe 2", "kelas 3", "km 5": what counts things that are no items. */
static bool counts_things(struct slice word)
{
	static const char *const nouns[] = {
		"angkatan", "ayat",	 "bab",	      "bagian",	 "cat",
		"cm",	    "divisi",	 "edisi",     "episode", "fase",
		"formula",  "gelombang", "golongan",  "grup",	 "hari",
		"jam",	    "jilid",	 "kategori",  "ke",	 "kelas",
		"km",	    "lapangan",	 "level",     "liga",	 "m",
		"minggu",   "mm",	 "moto",      "musim",	 "no",
		"nomor",    "pasal",	 "peringkat", "posisi",	 "pukul",
		"ranking",  "season",	 "semester",  "seri",	 "soal",
		"tahap",    "terminal",	 "tingkat",   "tipe",	 "type",
		"usia",	    "versi",	 "volume",    NULL
	};
	for (const char *const *noun = nouns; *noun; noun++) {
		size_t i = 0;
		while (i < word.len && (*noun)[i] == (word.ptr[i] | 0x20))
			i++;
		if (i == word.len && !(*noun)[i])
			return true;
	}
	return false;
}

static bool number_at_end(struct line *line, struct line *next,
			  struct number *n)
{
	struct slice s = line->text, token = last_token(s);
	struct slice before = text_trim(slice_sub(s, 0, s.len - token.len));
	*n = (struct number){ .line = line,
			      .item = next,
			      .len = token.len,
			      .word = last_token(before),
			      .alone = !before.len,
			      .behind = slice_ends(before, SLICE(":")) };
	return slice_number(token, ITEM_MAX, &n->value) &&
	       token.ptr[0] != '0' && is_capital(next->text.ptr[0]) &&
	       !starts_with_label(next->text) && !is_mark_line(next->text) &&
	       !counts_things(n->word);
}

/* "Liga 1", "Liga 2", "Liga 3" */
static bool counts_one_word(const struct chain *chain)
{
	struct slice word = chain->numbers[0].word;
	if (word.len < 2 || first_word(word).len != word.len)
		return false;
	for (size_t i = 0; i < chain->count; i++)
		if (!slice_eq(chain->numbers[i].word, word))
			return false;
	return true;
}

static void give_to_items(struct cleaner *c, const struct chain *chain,
			  bool *starts)
{
	if (chain->count < CHAIN_LEAST || chain->doubtful ||
	    counts_one_word(chain))
		return;
	for (size_t i = 0; i < chain->count; i++) {
		const struct number *n = &chain->numbers[i];
		struct slice s = n->line->text;
		/* what stands alone is joined with its item later */
		starts[(n->alone ? n->line : n->item) - c->lines.items] = true;
		if (n->alone)
			continue;
		n->line->text = text_trim(slice_sub(s, 0, s.len - n->len));
		n->item->text = arena_printf(c->arena, "%lu. %.*s", n->value,
					     SLICE_ARG(n->item->text));
	}
}

/* Of two numbers for one place, the one that cannot be of a sentence. */
static void take_rival(struct chain *chain, const struct number *n)
{
	struct number *last = &chain->numbers[chain->count - 1];
	int now = last->alone * 2 + last->behind;
	int then = n->alone * 2 + n->behind;
	if (then > now)
		*last = *n;
	else if (then == now)
		chain->doubtful = true;
}

static void begin(struct chain *chain, const struct number *first)
{
	chain->numbers[0] = *first;
	chain->count = 1;
	chain->first.value = 0;
	chain->doubtful = false;
}

static void take_number(struct cleaner *c, struct chain *chain,
			const struct number *n, bool *starts)
{
	bool another = chain->first.value && n->value == 2;
	if (another) {
		struct number first = chain->first;
		give_to_items(c, chain, starts);
		begin(chain, &first);
	}
	if (!chain->count) {
		if (n->value == 1)
			begin(chain, n);
	} else if (n->value == chain->count + 1) {
		chain->numbers[chain->count++] = *n;
		chain->first.value = 0;
	} else if (n->value == chain->count) {
		take_rival(chain, n);
	} else if (n->value == 1) {
		chain->first = *n;
	}
}

bool *number_items(struct cleaner *c)
{
	bool *starts = ARENA_ARRAY(c->arena, bool, c->lines.count);
	struct chain *chain = ARENA_NEW(c->arena, struct chain);
	struct line *last = NULL;
	struct number n;
	for (size_t i = 0; i < c->lines.count; i++) {
		struct line *line = &c->lines.items[i];
		if (line->gone)
			continue;
		if (last && number_at_end(last, line, &n))
			take_number(c, chain, &n, starts);
		last = line;
	}
	give_to_items(c, chain, starts);
	return starts;
}
