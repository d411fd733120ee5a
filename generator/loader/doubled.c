/*
 * doubled.c - bodies that a scraper took twice: once from an outer block and
 * again from the blocks inside it. The second of two equal runs of lines is
 * dropped. In 10,944 real articles three or more lines in a row come again in
 * 6. A single line that is repeated is a refrain, and stays, and so does a run
 * of verses, which have no full stops in a text that has them. Where two or
 * more long sentences each stand there twice running, the scrape did it.
 */
#include "loader/internal.h"

#include "base/hash.h"

enum {
	RUN_LEAST = 3,	/* lines */
	TAIL_LEAST = 2, /* lines, if the text ends with them */
	TAIL_LEAST_BYTES = 200,
	LONG_LINE = 40,	   /* bytes: shorter lines prove nothing */
	VERSE_MOST = 100,  /* bytes of a line of a song */
	ECHO_LEAST = 100,  /* bytes of a line that comes twice running */
	ECHOES_LEAST = 2,  /* such lines */
	ONE_IN = 10,	   /* lines may end so where full stops are lost */
	STEPS_A_LINE = 64, /* a text that repeats itself more is a litany */
};

struct run_finder {
	struct line **lines; /* those that are not gone */
	uint64_t *hashes;
	uint32_t *slots; /* by hash: first line + 1 */
	size_t count, mask;
	size_t steps; /* comparisons left, so that a litany takes linear time */
	bool stops_lost; /* of all its lines, not of a song in it */
};

static uint32_t *slot_of(const struct run_finder *f, uint64_t hash)
{
	size_t i = hash & f->mask;
	while (f->slots[i] && f->hashes[f->slots[i] - 1] != hash)
		i = (i + 1) & f->mask;
	return &f->slots[i];
}

static bool same_line(const struct run_finder *f, size_t i, size_t j)
{
	return f->hashes[i] == f->hashes[j] &&
	       slice_eq(f->lines[i]->text, f->lines[j]->text);
}

/*
 * How many lines from `again` on are those from `first` on. The lines that
 * end the text (initials) need not come twice.
 */
static size_t run_length(struct run_finder *f, size_t first, size_t again)
{
	size_t n = 0;
	while (again + n < f->count && first + n < again && f->steps &&
	       same_line(f, first + n, again + n)) {
		n++;
		f->steps--;
	}
	return n;
}

/* A sentence; where the full stops are lost, a line longer than verses. */
static bool is_prose(const struct run_finder *f, struct slice s)
{
	return ends_as_sentence(s) || (f->stops_lost && s.len >= VERSE_MOST);
}

/* One line said again and again is a litany: only different lines count. */
static bool is_doubled(const struct run_finder *f, size_t first, size_t again,
		       size_t length)
{
	size_t bytes = 0, long_lines = 0, different = 0, prose = 0;
	for (size_t i = 0; i < length; i++) {
		bytes += f->lines[again + i]->text.len;
		long_lines += f->lines[again + i]->text.len >= LONG_LINE;
		prose += is_prose(f, f->lines[again + i]->text);
		different += *slot_of(f, f->hashes[again + i]) == first + i + 1;
	}
	if (prose * 2 < length)
		return false;
	if (different >= RUN_LEAST && long_lines * 2 >= length)
		return true;
	/* a byline may follow the second copy */
	return different >= TAIL_LEAST && again + length + 1 >= f->count &&
	       bytes >= TAIL_LEAST_BYTES && long_lines == length;
}

static void scan(struct cleaner *c, struct run_finder *f)
{
	for (size_t i = 0; i < f->count;) {
		uint32_t *slot = slot_of(f, f->hashes[i]);
		size_t first = *slot ? *slot - 1 : i;
		size_t length = first < i ? run_length(f, first, i) : 0;
		*slot = (uint32_t)first + 1;
		if (!length || !is_doubled(f, first, i, length)) {
			i++;
			continue;
		}
		for (size_t k = 0; k < length; k++)
			cleaner_drop(c, f->lines[i + k], "doubled-run",
				     "these lines in a row stand in the text "
				     "before");
		i += length;
	}
}

void drop_doubled(struct cleaner *c)
{
	size_t n = c->lines.count, size = 16;
	struct run_finder f = { 0 };
	while (size < n * 2)
		size *= 2;
	f.lines = ARENA_ARRAY(c->arena, struct line *, n);
	f.hashes = ARENA_ARRAY(c->arena, uint64_t, n);
	f.slots = ARENA_ARRAY(c->arena, uint32_t, size);
	f.mask = size - 1;
	size_t sentences = 0;
	for (size_t i = 0; i < n; i++) {
		if (c->lines.items[i].gone)
			continue;
		f.lines[f.count] = &c->lines.items[i];
		sentences += ends_as_sentence(c->lines.items[i].text);
		f.hashes[f.count++] = hash64(c->lines.items[i].text);
	}
	f.steps = f.count * STEPS_A_LINE;
	f.stops_lost = sentences * ONE_IN <= f.count;
	scan(c, &f);
}

/* Whether the first n lines are long sentences that come again right behind. */
static bool is_echo(struct line *const *lines, size_t left, size_t n)
{
	if (left < 2 * n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (lines[i]->text.len < ECHO_LEAST ||
		    !ends_as_sentence(lines[i]->text) ||
		    !slice_eq(lines[i]->text, lines[i + n]->text))
			return false;
	return true;
}

/*
 * The lines that stand right behind themselves: how many; drops them if c is
 * given. Three times running is a litany.
 */
static size_t find_echoes(struct cleaner *c, struct line *const *lines,
			  size_t count)
{
	size_t echoes = 0, end;
	for (size_t i = 0; i < count; i = end) {
		size_t n = is_echo(lines + i, count - i, 1) ? 1 : 2;
		end = i + n;
		while (is_echo(lines + end - n, count - end + n, n))
			end += n;
		if (end == i + n)
			end = i + 1;
		if (end != i + 2 * n)
			continue;
		echoes += n;
		for (size_t k = i + n; c && k < end; k++)
			cleaner_drop(c, lines[k], "doubled-line",
				     "the same stands right before it");
	}
	return echoes;
}

/* KapanLagi's pages, 35 of 122: each line twice. One alone may be meant. */
void drop_echoes(struct cleaner *c)
{
	struct line **lines =
	    ARENA_ARRAY(c->arena, struct line *, c->lines.count);
	size_t count = 0;
	for (size_t i = 0; i < c->lines.count; i++)
		if (!c->lines.items[i].gone)
			lines[count++] = &c->lines.items[i];
	if (find_echoes(NULL, lines, count) >= ECHOES_LEAST)
		(void)find_echoes(c, lines, count);
}
