/*
 * web_words.c - what outlets call the parts of their pages: classes and ids
 * of the containers of a text, and words in those of what stands round and
 * within it. A new outlet is a row here at most: without one, web_body.c
 * looks where the sentences are.
 */
#include "loader/web.h"

const char *web_part_rule(enum web_part part)
{
	static const char *const names[PART_KINDS] = {
		[PART_OUTSIDE] = "page-outside",
		[PART_ADS] = "page-ads",
		[PART_AUTHOR] = "page-author",
		[PART_CAPTION] = "page-caption",
		[PART_COMMENTS] = "page-comments",
		[PART_EMBED] = "page-embed",
		[PART_MENU] = "page-menu",
		[PART_PAGER] = "page-pager",
		[PART_PLUG] = "page-plug",
		[PART_RELATED] = "page-related",
		[PART_SHARE] = "page-share",
		[PART_TAGS] = "page-tags",
	};
	return names[part];
}

const char *web_part_why(enum web_part part)
{
	static const char *const reasons[PART_KINDS] = {
		[PART_OUTSIDE] = "outside of what holds the article",
		[PART_ADS] = "an advertisement",
		[PART_AUTHOR] = "who wrote it and when; known from the page",
		[PART_CAPTION] = "a picture and its caption",
		[PART_COMMENTS] = "what readers wrote",
		[PART_EMBED] = "something put in from elsewhere",
		[PART_MENU] = "a menu, a form, the head or foot of the page",
		[PART_PAGER] = "links to the article's other pages",
		[PART_PLUG] = "the outlet asks to be followed",
		[PART_RELATED] = "other articles that the page offers",
		[PART_SHARE] = "buttons for sharing",
		[PART_TAGS] = "the list of tags; known from the page",
	};
	return reasons[part];
}

/* --- containers of a text ------------------------------------------------- */

/* Whole class names or ids, in small letters. */
static const char *const body_names[] = {
	"article-body",		/* WordPress themes and many more */
	"article-content",	/* Republika, Liputan6, SINDOnews */
	"article-content-body", /* Liputan6 */
	"article-content-body__item-content",
	"article-detail",
	"article-text",
	"article__body",
	"article__content",
	"article_body",
	"article_content",
	"articlebody",
	"artikel",
	"baca-content",	   /* Bisnis, before 2020 */
	"body-content",	   /* JPNN */
	"caption-content", /* SINDOnews */
	"content-article", /* Media Indonesia, Beritasatu */
	"content-body",
	"content-detail",
	"content-text",
	"detail-article", /* SINDOnews */
	"detail-berita",
	"detail-body",
	"detail-content", /* iNews, Merdeka */
	"detail-desc",	  /* SINDOnews */
	"detail-in",	  /* Tempo, before 2022 */
	"detail-isi",
	"detail-konten", /* Tempo */
	"detail-text",	 /* CNN Indonesia */
	"detail__body",
	"detail__body-text", /* Detik */
	"detail__content",
	"detail_content",
	"detail_text", /* Detik and CNBC Indonesia, before 2020 */
	"detail_wrap",
	"detailscontent",
	"entry-content", /* WordPress */
	"isi",
	"isi-artikel",
	"isi-berita",
	"isi_artikel",
	"isi_berita",
	"itp_bodycontent", /* Detik */
	"kcm-read-text",   /* Kompas, before 2018 */
	"konten",
	"konten-artikel",
	"main-content-detail", /* Viva */
	"news-content",
	"news-text",
	"newsbody",
	"post-body",
	"post-content", /* Antara */
	"post-entry",
	"read__content", /* Kompas */
	"read__article",
	"side-article", /* Tribun: "side-article txt-article" */
	"single-content",
	"story-body",
	"td-post-content",
	"text-detail", /* Kontan: "tmpt-desk-kon" */
	"the-post-content",
	"tmpt-desk-kon",		/* Kontan */
	"txt-article",			/* Tribun */
	"wrap__article-detail-content", /* Antara */
};

static bool is_body_name(struct slice token)
{
	for (size_t i = 0; i < COUNT_OF(body_names); i++)
		if (slice_eq(token, slice_of(body_names[i])))
			return true;
	return false;
}

/* --- what stands round it ------------------------------------------------- */

/*
 * A word of a class or id: it begins there or behind a sign. A whole word ends
 * there, too. What is not sure counts only for what is short.
 */
struct part_word {
	struct slice word; /* in small letters */
	enum web_part part;
	bool whole, surely;
};
static const struct part_word part_words[] = {
	{ SLICE_INIT("ads"), PART_ADS, true, true },
	{ SLICE_INIT("adv"), PART_ADS, true, true },
	{ SLICE_INIT("adslot"), PART_ADS, false, true },
	{ SLICE_INIT("adsense"), PART_ADS, false, true },
	{ SLICE_INIT("adsbygoogle"), PART_ADS, false, true },
	{ SLICE_INIT("advert"), PART_ADS, false, true },
	{ SLICE_INIT("iklan"), PART_ADS, false, true },
	{ SLICE_INIT("sponsor"), PART_ADS, true, true },
	{ SLICE_INIT("sponsored"), PART_ADS, true, true },
	{ SLICE_INIT("sponsors"), PART_ADS, true, true },
	{ SLICE_INIT("taboola"), PART_ADS, false, true },
	{ SLICE_INIT("outbrain"), PART_ADS, false, true },
	{ SLICE_INIT("mgid"), PART_ADS, false, true },
	{ SLICE_INIT("parallax"), PART_ADS, false, true },
	{ SLICE_INIT("banner"), PART_ADS, true, true },
	{ SLICE_INIT("banners"), PART_ADS, true, true },
	{ SLICE_INIT("billboard"), PART_ADS, false, true },
	{ SLICE_INIT("author"), PART_AUTHOR, false, false },
	{ SLICE_INIT("penulis"), PART_AUTHOR, false, false },
	{ SLICE_INIT("editor"), PART_AUTHOR, true, false },
	{ SLICE_INIT("reporter"), PART_AUTHOR, false, false },
	{ SLICE_INIT("byline"), PART_AUTHOR, false, false },
	{ SLICE_INIT("date"), PART_AUTHOR, true, false },
	{ SLICE_INIT("tanggal"), PART_AUTHOR, true, false },
	{ SLICE_INIT("caption"), PART_CAPTION, false, false },
	{ SLICE_INIT("photo"), PART_CAPTION, true, false },
	{ SLICE_INIT("foto"), PART_CAPTION, true, false },
	{ SLICE_INIT("pic_artikel"), PART_CAPTION, false, false },
	{ SLICE_INIT("comment"), PART_COMMENTS, true, true },
	{ SLICE_INIT("comments"), PART_COMMENTS, true, true },
	{ SLICE_INIT("commentlist"), PART_COMMENTS, true, true },
	{ SLICE_INIT("komentar"), PART_COMMENTS, false, true },
	{ SLICE_INIT("disqus"), PART_COMMENTS, false, true },
	{ SLICE_INIT("instagram-media"), PART_EMBED, false, true },
	{ SLICE_INIT("tiktok-embed"), PART_EMBED, false, true },
	{ SLICE_INIT("video-player"), PART_EMBED, false, true },
	{ SLICE_INIT("player"), PART_EMBED, true, true },
	{ SLICE_INIT("social-placeholder"), PART_EMBED, false, true },
	{ SLICE_INIT("breadcrumb"), PART_MENU, false, true },
	{ SLICE_INIT("nav"), PART_MENU, true, true },
	{ SLICE_INIT("navbar"), PART_MENU, false, true },
	{ SLICE_INIT("menu"), PART_MENU, true, true },
	{ SLICE_INIT("footer"), PART_MENU, false, true },
	{ SLICE_INIT("sidebar"), PART_MENU, false, true },
	{ SLICE_INIT("copyright"), PART_MENU, false, false },
	{ SLICE_INIT("cookie"), PART_MENU, false, true },
	{ SLICE_INIT("modal"), PART_MENU, true, true },
	{ SLICE_INIT("popup"), PART_MENU, false, true },
	{ SLICE_INIT("login"), PART_MENU, true, true },
	{ SLICE_INIT("paging"), PART_PAGER, false, true },
	{ SLICE_INIT("pagination"), PART_PAGER, false, true },
	{ SLICE_INIT("pager"), PART_PAGER, true, true },
	{ SLICE_INIT("long-nav"), PART_PAGER, false, true },
	{ SLICE_INIT("anchor-numb"), PART_PAGER, false, true },
	{ SLICE_INIT("newsletter"), PART_PLUG, false, true },
	{ SLICE_INIT("subscribe"), PART_PLUG, false, true },
	{ SLICE_INIT("langganan"), PART_PLUG, false, true },
	{ SLICE_INIT("googlenews"), PART_PLUG, false, true },
	{ SLICE_INIT("google-news"), PART_PLUG, false, true },
	{ SLICE_INIT("related"), PART_RELATED, false, true },
	{ SLICE_INIT("terkait"), PART_RELATED, false, true },
	{ SLICE_INIT("baca-juga"), PART_RELATED, false, true },
	{ SLICE_INIT("bacajuga"), PART_RELATED, false, true },
	{ SLICE_INIT("baca_juga"), PART_RELATED, false, true },
	{ SLICE_INIT("recommend"), PART_RELATED, false, true },
	{ SLICE_INIT("rekomendasi"), PART_RELATED, false, true },
	{ SLICE_INIT("popular"), PART_RELATED, true, true },
	{ SLICE_INIT("populer"), PART_RELATED, false, true },
	{ SLICE_INIT("terpopuler"), PART_RELATED, false, true },
	{ SLICE_INIT("trending"), PART_RELATED, true, true },
	{ SLICE_INIT("terkini"), PART_RELATED, false, true },
	{ SLICE_INIT("latest"), PART_RELATED, true, true },
	{ SLICE_INIT("share"), PART_SHARE, true, true },
	{ SLICE_INIT("shares"), PART_SHARE, true, true },
	{ SLICE_INIT("sharebar"), PART_SHARE, true, true },
	{ SLICE_INIT("sharedaddy"), PART_SHARE, true, true },
	{ SLICE_INIT("shareaholic"), PART_SHARE, false, true },
	{ SLICE_INIT("sharethis"), PART_SHARE, false, true },
	{ SLICE_INIT("sharing"), PART_SHARE, false, true },
	{ SLICE_INIT("sosmed"), PART_SHARE, false, true },
	{ SLICE_INIT("social"), PART_SHARE, true, true },
	{ SLICE_INIT("socials"), PART_SHARE, true, true },
	{ SLICE_INIT("socialmedia"), PART_SHARE, true, true },
	{ SLICE_INIT("addthis"), PART_SHARE, false, true },
	{ SLICE_INIT("tag"), PART_TAGS, true, false },
	{ SLICE_INIT("tags"), PART_TAGS, true, false },
	{ SLICE_INIT("body-tag"), PART_TAGS, false, true },
	{ SLICE_INIT("topik"), PART_TAGS, true, false },
};

/* Which other words make another: "pasar-modal", "social-forestry". */
static const char *const common_words[] = {
	"banner", "date",   "latest",  "login", "menu",
	"modal",  "player", "popular", "share", "social",
	"tag",	  "tags",   "tanggal", "topik", "trending",
};

static bool is_common_word(struct slice word)
{
	for (size_t i = 0; i < COUNT_OF(common_words); i++)
		if (slice_eq(word, slice_of(common_words[i])))
			return true;
	return false;
}

static bool is_sign(char c)
{
	return !is_digit(c) && (c < 'a' || c > 'z');
}

static const struct part_word *part_word_at(struct slice token, size_t at)
{
	struct slice rest = slice_from(token, at);
	for (size_t i = 0; i < COUNT_OF(part_words); i++) {
		const struct part_word *w = &part_words[i];
		if (slice_starts(rest, w->word) &&
		    (!w->whole || rest.len == w->word.len ||
		     is_sign(rest.ptr[w->word.len])))
			return w;
	}
	return NULL;
}

static void take_token(struct web_class *c, struct slice token)
{
	c->body |= is_body_name(token);
	for (size_t at = 0; at < token.len; at++) {
		if (at && !is_sign(token.ptr[at - 1]))
			continue;
		const struct part_word *w = part_word_at(token, at);
		if (!w)
			continue;
		c->common = (c->part == PART_NONE || c->common) &&
			    w->word.len < token.len && is_common_word(w->word);
		if (c->part == PART_NONE || (w->surely && !c->surely)) {
			c->part = w->part;
			c->surely = w->surely;
		}
	}
}

/* --- the whole ------------------------------------------------------------ */

enum {
	TOKENS_MAX = 40, /* of one element; utility classes come by the dozen */
	TOKEN_MAX = 80,	 /* bytes of a name that means something */
};

static void take_names(struct web_class *c, struct slice names)
{
	char small[TOKEN_MAX];
	for (int tokens = 0; names.len && tokens < TOKENS_MAX; tokens++) {
		size_t n = 0;
		while (names.len && is_blank(names.ptr[0]))
			names = slice_from(names, 1);
		for (; n < names.len && !is_blank(names.ptr[n]); n++)
			if (n < TOKEN_MAX)
				small[n] = to_small(names.ptr[n]);
		if (n <= TOKEN_MAX)
			take_token(c, slice_make(small, n));
		names = slice_from(names, n);
	}
}

struct web_class web_class(const struct html_node *node)
{
	struct web_class c = { .part = PART_NONE };
	struct slice prop = html_attr(node, HTML_ITEMPROP);
	struct slice style = html_attr(node, HTML_STYLE);
	take_names(&c, html_attr(node, HTML_CLASS));
	take_names(&c, html_attr(node, HTML_ID));
	c.body |= slice_eq(prop, SLICE("articleBody"));
	if (c.body) /* "caption-content", "detail__body-text" */
		c.part = PART_NONE;
	if (slice_starts(style, SLICE("display:none")) ||
	    slice_starts(style, SLICE("display: none"))) {
		c.part = PART_MENU;
		c.surely = true;
		c.common = false;
	}
	return c;
}
