/*
 * check_json.c - what `arsip check --json` prints: all findings as one object
 * on one line. Its keys are promised in arsip(1).
 */
#include "commands/findings.h"

#include "base/json.h"

static void put_source(const struct archive *x, struct json *j, const char *key,
		       uint32_t article)
{
	json_put_text(j, key, x->articles[article].source);
}

static struct json *sources(const struct archive *x, const uint32_t *articles,
			    size_t count)
{
	struct json *list = json_new_list();
	for (size_t i = 0; i < count; i++)
		json_add_text(list, x->articles[articles[i]].source);
	return list;
}

static struct json *texts(const struct slice *all, size_t count)
{
	struct json *list = json_new_list();
	for (size_t i = 0; i < count; i++)
		json_add_text(list, all[i]);
	return list;
}

static struct json *wanted_json(const struct findings *f)
{
	struct json *list = json_new_list();
	for (uint32_t i = 0; i < f->wanted_count; i++) {
		const struct wanted *w = &f->wanted[i];
		struct json *j = json_new_object(), *near = json_new_list();
		json_put_text(j, "title", w->spellings[0]);
		json_put(j, "spellings",
			 texts(w->spellings, w->spelling_count));
		json_put_bool(j, "unsure", w->unsure);
		json_put(j, "asked_by",
			 sources(f->archive, w->articles, w->count));
		for (uint32_t k = 0; k < w->candidate_count; k++) {
			const struct candidate *c = &w->candidates[k];
			struct json *one = json_new_object();
			put_source(f->archive, one, "source", c->article);
			json_put_text(one, "title",
				      f->archive->articles[c->article].title);
			json_put_number(one, "percent", c->percent);
			json_put_text(one, "why",
				      slice_of(candidate_why_name(c->why)));
			json_add(near, one);
		}
		json_put(j, "candidates", near);
		json_add(list, j);
	}
	return list;
}

static struct json *overrides_json(const struct findings *f)
{
	struct json *list = json_new_list();
	for (uint32_t i = 0; i < f->override_count; i++) {
		const struct override *o = &f->overrides[i];
		const struct override_review *review = &f->reviews[i];
		struct json *j = json_new_object();
		json_put_number(j, "line", o->at.line);
		json_put_text(j, "text", o->text);
		json_put_text(j, "target", o->target);
		json_put_text(j, "in", o->in);
		json_put_text(j, "state",
			      slice_of(override_state_name(review->state)));
		json_put_number(j, "uses", review->uses);
		json_put_text(j, "nearest", review->nearest);
		json_add(list, j);
	}
	return list;
}

static struct json *dates_json(const struct findings *f)
{
	struct json *list = json_new_list();
	for (uint32_t i = 0; i < f->date_count; i++) {
		const struct article *article =
		    &f->archive->articles[f->dates[i].article];
		struct json *j = json_new_object();
		char iso[DATE_ISO + 1];
		json_put_text(j, "source", article->source);
		json_put_text(j, "date",
			      slice_of(date_iso(article->date, iso)));
		json_put_text(j, "reason",
			      slice_of(date_why_text(f->dates[i].why)));
		json_add(list, j);
	}
	return list;
}

static struct json *families_json(const struct archive *x)
{
	struct json *list = json_new_list();
	for (uint32_t i = 0; i < x->family_count; i++) {
		const struct family *family = &x->families[i];
		struct json *j = json_new_object();
		put_source(x, j, "canonical", family->articles[0]);
		json_put(j, "others",
			 sources(x, family->articles + 1, family->count - 1));
		json_add(list, j);
	}
	return list;
}

static struct json *shared_json(const struct archive *x)
{
	struct json *list = json_new_list();
	for (uint32_t i = 0; i < x->shared_count; i++) {
		const struct shared_address *s = &x->shared[i];
		struct json *j = json_new_object();
		json_put_text(j, "path", s->path);
		json_put(j, "articles", sources(x, s->articles, s->count));
		json_add(list, j);
	}
	return list;
}

static struct json *tags_json(const struct findings *f)
{
	struct json *list = json_new_list();
	for (uint32_t i = 0; i < f->tag_count; i++) {
		const struct merged_tag *tag = &f->tags[i];
		struct json *j = json_new_object();
		json_put_text(j, "slug", f->archive->tags[tag->tag].slug);
		json_put(j, "names", texts(tag->names, tag->count));
		json_add(list, j);
	}
	return list;
}

void findings_print_json(const struct findings *f)
{
	const struct archive *x = f->archive;
	struct json *j = json_new_object();
	struct buf out = { 0 };
	json_put_number(j, "articles", x->count);
	json_put_number(j, "findings", (long long)findings_count(f));
	json_put(j, "wanted", wanted_json(f));
	json_put(j, "overrides", overrides_json(f));
	json_put(j, "dates", dates_json(f));
	json_put(j, "families", families_json(x));
	json_put(j, "shared_addresses", shared_json(x));
	json_put(j, "reserved_slugs",
		 sources(x, f->reserved, f->reserved_count));
	json_put(j, "cut_slugs", sources(x, f->cut, f->cut_count));
	json_put(j, "merged_tags", tags_json(f));
	json_write(&out, j);
	fwrite(out.ptr, 1, out.len, stdout);
	buf_release(&out);
}
