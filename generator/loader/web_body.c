/*
 * web_body.c - finds what holds the text of an article: by the names that
 * outlets give it (web_words.c), else where most of the page's sentences
 * stand. Whatever a class says: what has more than half of them is no menu.
 *
 * Only tables of numbers by node and loops over them: nothing here is deeper
 * or slower for a page that is.
 */
#include "loader/web.h"

#include "base/text.h"

enum {
	LEAST_BLOCK = 40,    /* bytes of what may be a sentence */
	LEAST_PROSE = 80,    /* bytes of an article that nothing else tells */
	WHOLE_ARTICLE = 300, /* bytes of one among others */
	SHORT = 200,	     /* bytes: what an unsure class may leave out */
	LINKS_OF_LIST = 3,   /* items that are nothing but links */
	LOOK_BACK = 8,	     /* nodes before a list, for its heading */
	LOOK_AHEAD = 16,     /* nodes in a box, for its first words */
};

/* Bytes, blanks not counted. */
struct weight {
	uint32_t owner; /* the block that a text belongs to */
	bool in_link;
	bool read_also; /* in a box of read-also links, which are wanted */
	bool in_body;	/* of an element that is named as a text's container */
	uint32_t text, links, stops; /* directly in a block */
	uint32_t all, all_links;     /* with what is below */
	uint32_t prose;		     /* sentences, with what is below */
};

struct finder {
	const struct html *html;
	struct weight *weights;
	enum web_part *parts;
	uint32_t scope; /* the element to look in */
};

static bool is_block(enum html_tag tag)
{
	return tag != HTML_TEXT && tag != HTML_INLINE && tag != HTML_A &&
	       tag != HTML_BR && tag != HTML_TIME;
}

/* --- weighing ------------------------------------------------------------- */

static void weigh_text(struct weight *block, struct slice text, bool in_link)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (is_blank(c))
			continue;
		block->text++;
		block->links += in_link;
		block->stops +=
		    (c == '.' || c == '?' || c == '!') &&
		    (i + 1 == text.len || is_blank(text.ptr[i + 1]) ||
		     strchr("\"')\xE2", text.ptr[i + 1]));
	}
}

static uint32_t prose_of(const struct weight *w, enum html_tag tag)
{
	bool sentences = w->text >= LEAST_BLOCK && w->stops &&
			 w->links * 2 < w->text && tag != HTML_HEADING &&
			 tag != HTML_H1;
	return sentences ? w->text - w->links : 0;
}

/* What has a part counts for nothing. */
static void weigh(struct finder *f)
{
	const struct html *h = f->html;
	struct weight *w = f->weights;
	for (uint32_t i = 0; i < h->count; i++) {
		const struct html_node *node = &h->nodes[i];
		bool block = is_block(node->tag);
		w[i] = (struct weight){
			.owner = block ? i : w[node->parent].owner,
			.in_link = node->tag == HTML_A ||
				   (i && w[node->parent].in_link),
		};
		if (f->parts[i] == PART_NONE)
			weigh_text(&w[w[i].owner], node->text, w[i].in_link);
	}
	for (uint32_t i = h->count; i-- > 0;) {
		const struct html_node *node = &h->nodes[i];
		w[i].prose += prose_of(&w[i], node->tag);
		w[i].all += w[i].text;
		w[i].all_links += w[i].links;
		if (!i)
			break;
		w[node->parent].prose += w[i].prose;
		w[node->parent].all += w[i].all;
		w[node->parent].all_links += w[i].all_links;
	}
}

/* --- parts ---------------------------------------------------------------- */

static enum web_part part_of_tag(enum html_tag tag)
{
	switch (tag) {
	case HTML_HIDDEN:
	case HTML_SCRIPT:
	case HTML_META:
	case HTML_LINK:
	case HTML_TITLE:
		return PART_HIDDEN;
	default:
		return PART_NONE;
	}
}

static void hide(struct finder *f)
{
	const struct html_node *nodes = f->html->nodes;
	for (uint32_t i = 0; i < f->html->count; i++) {
		f->parts[i] = part_of_tag(nodes[i].tag);
		if (f->parts[i] == PART_NONE && i)
			f->parts[i] = f->parts[nodes[i].parent];
	}
}

/* A box of read-also links is wanted: it begins with "Baca juga". */
static bool is_read_also(const struct finder *f, uint32_t i)
{
	const struct html_node *nodes = f->html->nodes;
	for (uint32_t k = i + 1; k < nodes[i].end && k < i + LOOK_AHEAD; k++) {
		struct slice text = text_trim(nodes[k].text);
		if (text.len && f->parts[k] != PART_HIDDEN)
			return starts_with_label(text);
	}
	return false;
}

/* A heading "Baca juga" just before a list makes it one of references. */
static bool has_label_before(const struct finder *f, uint32_t i)
{
	for (uint32_t back = 1; back <= LOOK_BACK && back < i; back++) {
		struct slice text = text_trim(f->html->nodes[i - back].text);
		if (text.len)
			return mark_label_at(text) < text.len;
	}
	return false;
}

static bool is_list_of_links(const struct finder *f, uint32_t i)
{
	const struct html_node *nodes = f->html->nodes;
	const struct weight *w = &f->weights[i];
	uint32_t items = 0;
	if (nodes[i].tag != HTML_LIST || !w->all || w->all != w->all_links)
		return false;
	for (uint32_t k = i + 1; k < nodes[i].end; k = nodes[k].end)
		items += nodes[k].tag == HTML_LI;
	return items >= LINKS_OF_LIST && !has_label_before(f, i);
}

/* A word within a sentence is text, whatever it is called. */
static bool may_have_part(const struct finder *f, uint32_t i,
			  struct web_class class)
{
	const struct weight *w = &f->weights[i];
	enum html_tag tag = f->html->nodes[i].tag;
	if (class.part == PART_RELATED && w->read_also)
		return false;
	if (class.common && w->in_body && w->prose && tag != HTML_CHROME &&
	    w->all_links * 2ULL < w->all)
		return false;
	if (tag == HTML_INLINE || tag == HTML_TIME)
		return class.surely && class.part != PART_RELATED;
	return class.surely || w->all < SHORT;
}

static enum web_part part_of(const struct finder *f, uint32_t i)
{
	const struct html_node *node = &f->html->nodes[i];
	struct weight *w = &f->weights[i];
	if (node->tag == HTML_TEXT || node->tag == HTML_A)
		return PART_NONE;
	struct web_class class = web_class(node);
	w->in_body |= class.body;
	if (w->prose * 2ULL > f->weights[0].prose)
		return PART_NONE;
	if (class.part == PART_RELATED && !w->read_also)
		w->read_also = is_read_also(f, i) || has_label_before(f, i);
	if (class.part == PART_NONE && node->tag == HTML_CHROME) {
		class.part = PART_MENU;
		class.surely = true;
	}
	if (class.part == PART_NONE && is_list_of_links(f, i))
		return PART_RELATED;
	return may_have_part(f, i, class) ? class.part : PART_NONE;
}

static void find_parts(struct finder *f)
{
	const struct html_node *nodes = f->html->nodes;
	for (uint32_t i = 1; i < f->html->count; i++) {
		if (f->parts[i] == PART_HIDDEN)
			continue;
		f->parts[i] = f->parts[nodes[i].parent];
		f->weights[i].read_also = f->weights[nodes[i].parent].read_also;
		f->weights[i].in_body = f->weights[nodes[i].parent].in_body;
		if (f->parts[i] == PART_NONE)
			f->parts[i] = part_of(f, i);
	}
}

static struct finder finder_new(const struct html *h, struct arena *a)
{
	struct finder f = { .html = h };
	f.weights = ARENA_ARRAY(a, struct weight, h->count);
	f.parts = ARENA_ARRAY(a, enum web_part, h->count);
	hide(&f);
	weigh(&f);
	find_parts(&f);
	return f;
}

enum web_part *web_parts(const struct html *h, struct arena *a)
{
	return finder_new(h, a).parts;
}

/* --- where most sentences are --------------------------------------------- */

static uint32_t heaviest_child(const struct finder *f, uint32_t node)
{
	const struct html_node *nodes = f->html->nodes;
	uint32_t best = 0;
	for (uint32_t k = node + 1; k < nodes[node].end; k = nodes[k].end)
		if (!best || f->weights[k].prose > f->weights[best].prose)
			best = k;
	return best;
}

static bool same_names(const struct finder *f, uint32_t a, uint32_t b)
{
	const struct html_node *x = &f->html->nodes[a], *y = &f->html->nodes[b];
	return x->tag == y->tag &&
	       slice_eq(html_attr(x, HTML_CLASS), html_attr(y, HTML_CLASS));
}

/* Paragraphs that have a wrapper each, alike, belong together. */
static bool has_twin(const struct finder *f, uint32_t node)
{
	const struct html_node *nodes = f->html->nodes;
	uint32_t parent = nodes[node].parent;
	for (uint32_t k = parent + 1; k < nodes[parent].end; k = nodes[k].end)
		if (k != node &&
		    (f->weights[k].prose
			 ? nodes[k].tag == HTML_P || same_names(f, k, node)
			 : f->weights[k].all && same_names(f, k, node) &&
			       html_attr(&nodes[k], HTML_CLASS).len))
			return true;
	return false;
}

/* Down to where no child has three fifths of the sentences. */
static uint32_t densest(const struct finder *f)
{
	const struct html_node *nodes = f->html->nodes;
	uint32_t node = f->scope, child;
	while ((child = heaviest_child(f, node)) != 0 &&
	       nodes[child].tag != HTML_P && nodes[child].tag != HTML_TEXT &&
	       f->weights[child].prose * 5ULL >= f->weights[node].prose * 3ULL)
		node = child;
	while (node != f->scope && has_twin(f, node))
		node = nodes[node].parent;
	return node;
}

/* --- by name -------------------------------------------------------------- */

static bool is_named(const struct finder *f, uint32_t i)
{
	const struct html_node *node = &f->html->nodes[i];
	return node->tag != HTML_TEXT && f->parts[i] == PART_NONE &&
	       f->weights[i].prose && web_class(node).body;
}

static bool is_within(const struct finder *f, uint32_t i, uint32_t outer)
{
	return i > outer && i < f->html->nodes[outer].end;
}

/* With most sentences; the innermost of those with nearly as many; or 0. */
static uint32_t best_named(const struct finder *f)
{
	const struct weight *w = f->weights;
	uint32_t best = 0;
	for (uint32_t i = f->scope + 1; i < f->html->nodes[f->scope].end; i++) {
		if (!is_named(f, i))
			continue;
		bool tighter = best && is_within(f, i, best) &&
			       w[i].prose * 10ULL >= w[best].prose * 9ULL;
		if (!best || tighter || w[i].prose > w[best].prose)
			best = i;
	}
	return best;
}

/*
 * The <article> round the title, if there is a text in it: others may follow,
 * and be longer. 0, the page, if there is none.
 */
static uint32_t scope_of(const struct finder *f, uint32_t heading)
{
	const struct html_node *nodes = f->html->nodes;
	uint32_t i = heading;
	while (i && (nodes[i].tag != HTML_ARTICLE ||
		     f->weights[i].prose < WHOLE_ARTICLE))
		i = nodes[i].parent;
	return i;
}

/* Where an article begins that is loaded below another. */
static bool begins_article(const struct finder *f, uint32_t i)
{
	enum html_tag tag = f->html->nodes[i].tag;
	return tag == HTML_ARTICLE || tag == HTML_H1;
}

/*
 * The containers named like `best`: some pages cut a text into several, and
 * some load whole articles below, of which the first counts. Returns how many
 * articles there are.
 */
static uint32_t add_roots(struct web_body *out, const struct finder *f,
			  uint32_t best)
{
	const struct html_node *nodes = f->html->nodes;
	uint32_t articles = 0, last = 0;
	bool apart = true;
	out->root_count = 0;
	for (uint32_t i = f->scope + 1; i < nodes[f->scope].end; i++) {
		uint32_t least = out->root_count ? 1 : WHOLE_ARTICLE;
		apart |= begins_article(f, i);
		if (!same_names(f, i, best) || f->parts[i] != PART_NONE ||
		    (last && i < nodes[last].end) ||
		    (f->weights[i].prose < least && i != best))
			continue;
		if (apart && f->weights[i].prose >= WHOLE_ARTICLE)
			articles++;
		if ((!apart || !out->root_count) && articles <= 1 &&
		    out->root_count < ROOTS_MAX)
			out->roots[out->root_count++] = i;
		apart = false;
		last = i;
	}
	return articles;
}

static uint32_t prose_in(const struct web_body *body, const struct finder *f)
{
	uint32_t prose = 0;
	for (size_t i = 0; i < body->root_count; i++)
		prose += f->weights[body->roots[i]].prose;
	return prose;
}

/* --- whether it is an article --------------------------------------------- */

/* Headings that are links to what they head, as front pages have them. */
static uint32_t linked_headings(const struct finder *f, uint32_t root)
{
	const struct html_node *nodes = f->html->nodes;
	uint32_t count = 0;
	for (uint32_t i = root; i < nodes[root].end; i++) {
		const struct weight *w = &f->weights[i];
		bool heading =
		    nodes[i].tag == HTML_HEADING || nodes[i].tag == HTML_H1;
		count += heading && f->parts[i] == PART_NONE && w->all &&
			 w->all == w->all_links;
	}
	return count;
}

static uint32_t whole_articles(const struct finder *f, uint32_t root,
			       uint32_t *first)
{
	const struct html_node *nodes = f->html->nodes;
	uint32_t count = 0;
	for (uint32_t i = root + 1; i < nodes[root].end; i++)
		if (nodes[i].tag == HTML_ARTICLE &&
		    f->weights[i].prose >= WHOLE_ARTICLE && !count++)
			*first = i;
	return count;
}

static enum web_verdict judge(struct web_body *body, const struct web_page *p,
			      const struct finder *f, bool named)
{
	int date = p->facts[FIELD_DATE].rank;
	bool sure = p->says_article || (date && date <= 3);
	uint32_t root = body->roots[0], first = root, prose = prose_in(body, f);
	uint32_t several = named ? 0 : whole_articles(f, root, &first);
	if (several > 1 && !sure)
		return WEB_SEVERAL;
	if (several > 1)
		body->roots[0] = first;
	if (!sure && (linked_headings(f, root) >= LINKS_OF_LIST ||
		      f->weights[root].all_links > prose))
		return WEB_LIST;
	return prose >= LEAST_PROSE || (prose && sure) ? WEB_ARTICLE
						       : WEB_NO_TEXT;
}

enum web_verdict web_find_body(struct web_body *out, const struct web_page *p,
			       const struct html *h, struct arena *a)
{
	struct finder f = finder_new(h, a);
	uint32_t count = 0;
	weigh(&f); /* without what is no prose */
	f.scope = scope_of(&f, p->heading);
	uint32_t dense = densest(&f), named = best_named(&f);
	out->parts = f.parts;
	if (named) {
		count = add_roots(out, &f, named);
		if (prose_in(out, &f) * 5ULL < f.weights[dense].prose * 2ULL)
			named = 0;
	}
	if (!named) {
		out->roots[0] = dense;
		out->root_count = 1;
	} else if (count > 1 && !p->says_article &&
		   !p->facts[FIELD_DATE].rank) {
		return WEB_SEVERAL;
	}
	return judge(out, p, &f, named != 0);
}
