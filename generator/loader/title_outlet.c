/*
 * title_outlet.c - the outlet's name behind a title, told by the address: two
 * words that spell labels of its host, " - Banten Raya" at bantenraya.com.
 * Pure; knows no list of outlets. Of 55 real titles that end in such a name the
 * rules, which know outlets by heart, leave 23.
 */
#include "loader/internal.h"

#include "base/text.h"

enum {
	NAME_MOST = 40,	 /* bytes of an outlet's name */
	HOST_MOST = 253, /* bytes of a host: RFC 1035 */
	LABEL_LEAST = 4, /* letters: "co", "com", "www" name nobody */
	WORD_LEAST = 8,	 /* letters of a name of one word: "bola", "persib" */
};

/* "www.bantenraya.com" of an address, or empty. */
static struct slice host_of(struct slice url)
{
	size_t at = slice_find(url, ':', 0), end = 0;
	if (!slice_starts(slice_from(url, at), SLICE("://")))
		return SLICE("");
	struct slice host = slice_from(url, at + 3);
	while (end < host.len && !strchr("/?#:", host.ptr[end]))
		end++;
	return end <= HOST_MOST ? slice_sub(host, 0, end) : SLICE("");
}

static bool is_letter_or_digit(char c)
{
	return is_ascii_letter(c) || is_digit(c);
}

/* Behind the letters of the label, which begin at `at` of the name; or 0. */
static size_t behind_label(struct slice name, size_t at, struct slice label)
{
	for (size_t i = 0; i < label.len; i++) {
		if (!is_letter_or_digit(label.ptr[i]))
			continue;
		while (at < name.len && !is_letter_or_digit(name.ptr[at]))
			at++;
		if (at == name.len ||
		    to_small(name.ptr[at++]) != to_small(label.ptr[i]))
			return 0;
	}
	return at;
}

/* "Bandung Raya", "Aceh Timur": as often a place. */
static bool may_be_place(struct slice name)
{
	static const struct slice ends[] = {
		SLICE_INIT(" Raya"),	SLICE_INIT(" Barat"),
		SLICE_INIT(" Timur"),	SLICE_INIT(" Utara"),
		SLICE_INIT(" Selatan"), SLICE_INIT(" Tengah"),
		SLICE_INIT(" Kota"),	SLICE_INIT(" Baru"),
	};
	for (size_t i = 0; i < COUNT_OF(ends); i++)
		if (slice_ends(name, ends[i]))
			return true;
	return slice_words(name) < 2;
}

/*
 * Whether labels of the host spell the name, one behind the other: the site's
 * own, or another that is no place ("jurnalpagi.kabar.com").
 */
static bool spells(struct slice host, struct slice name)
{
	size_t at = 0;
	bool own = false, any = false;
	while (at < name.len) {
		struct slice rest = host, label;
		size_t best = at;
		while (slice_cut(&rest, '.', &label)) {
			size_t to = behind_label(name, at, label);
			bool names = label.len >= LABEL_LEAST;
			if (to <= best)
				continue;
			best = to;
			any |= names;
			own |= names && slice_find(rest, '.', 0) <= 3;
			own |= names && slice_find(rest, '.', 0) == rest.len;
		}
		if (best == at)
			return false;
		at = best;
	}
	return own || (any && !may_be_place(name));
}

size_t outlet_behind_title(struct slice title, struct slice url)
{
	static const struct slice signs[] = {
		SLICE_INIT("-"),
		SLICE_INIT("|"),
		SLICE_INIT("\xE2\x80\x93"),
		SLICE_INIT("\xE2\x80\x94"),
	};
	size_t least = title.len > NAME_MOST ? title.len - NAME_MOST : 1;
	for (size_t at = title.len; at-- > least;)
		for (size_t i = 0; i < COUNT_OF(signs); i++) {
			if (!is_blank(title.ptr[at - 1]))
				break;
			struct slice rest = slice_from(title, at);
			if (!slice_starts(rest, signs[i]) ||
			    rest.len == signs[i].len ||
			    !is_blank(rest.ptr[signs[i].len]))
				continue;
			struct slice host = host_of(url);
			struct slice name =
			    slice_trim(slice_from(rest, signs[i].len));
			bool word = slice_words(name) < 2;
			return !host.len || (word && name.len < WORD_LEAST) ||
				       !spells(host, name)
				   ? title.len
				   : at - 1;
		}
	return title.len;
}
