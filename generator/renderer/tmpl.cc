/*
 * tmpl.cc - see tmpl.h. The only C++ file. A struct tmpl_dict is a
 * TemplateDictionary. Every entry is noexcept: an exception ends the program
 * and never unwinds into C.
 */
extern "C" {
#include "renderer/tmpl.h"
}

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_emitter.h>

using ctemplate::StaticTemplateString;
using ctemplate::TemplateCache;
using ctemplate::TemplateDictionary;
using ctemplate::TemplateString;

namespace
{

#define VALUE(name, what)                                                      \
	const StaticTemplateString marker_##name =                             \
	    STS_INIT(marker_##name, #name);
#define HTML(name, what) VALUE(name, what)
#define SECTION(name, what) VALUE(name, what)
#include "renderer/markers.def"
#undef VALUE
#undef HTML
#undef SECTION

#define TEMPLATE(name, file, context)                                          \
	const StaticTemplateString template_##name =                           \
	    STS_INIT(template_##name, file);
#include "renderer/templates.def"
#undef TEMPLATE

const StaticTemplateString *const markers[] = {
#define VALUE(name, what) &marker_##name,
#define HTML(name, what) VALUE(name, what)
#define SECTION(name, what) VALUE(name, what)
#include "renderer/markers.def"
#undef VALUE
#undef HTML
#undef SECTION
};

const StaticTemplateString *const templates[] = {
#define TEMPLATE(name, file, context) &template_##name,
#include "renderer/templates.def"
#undef TEMPLATE
};

/* Straight into our buffer, without a std::string between. */
class BufEmitter : public ctemplate::ExpandEmitter
{
      public:
	explicit BufEmitter(struct buf *out) : out_(out)
	{
	}
	void Emit(char c) override
	{
		buf_byte(out_, c);
	}
	void Emit(const std::string &s) override
	{
		buf_add(out_, slice_make(s.data(), s.size()));
	}
	void Emit(const char *s) override
	{
		buf_add(out_, slice_of(s));
	}
	void Emit(const char *s, size_t len) override
	{
		buf_add(out_, slice_make(s, len));
	}

      private:
	struct buf *out_;
};

TemplateDictionary *of(struct tmpl_dict *d)
{
	return reinterpret_cast<TemplateDictionary *>(d);
}

void set(struct tmpl_dict *d, enum marker name, struct slice text)
{
	of(d)->SetValueWithoutCopy(
	    *markers[name], TemplateString(text.len ? text.ptr : "", text.len));
}

} // namespace

struct tmpl {
	TemplateCache cache;
};

extern "C" {

struct tmpl *tmpl_new(void) noexcept
{
	return new struct tmpl;
}

void tmpl_free(struct tmpl *t) noexcept
{
	delete t;
}

bool tmpl_add(struct tmpl *t, enum template_id id, struct slice text) noexcept
{
	return t->cache.StringToTemplateCache(
	    *templates[id], text.ptr, text.len, ctemplate::STRIP_BLANK_LINES);
}

void tmpl_freeze(struct tmpl *t) noexcept
{
	t->cache.Freeze();
}

struct tmpl_dict *tmpl_page(void) noexcept
{
	return reinterpret_cast<struct tmpl_dict *>(
	    new TemplateDictionary("page"));
}

void tmpl_page_free(struct tmpl_dict *page) noexcept
{
	delete of(page);
}

void tmpl_value(struct tmpl_dict *d, enum marker name,
		struct slice text) noexcept
{
	set(d, name, text);
}

void tmpl_html(struct tmpl_dict *d, enum marker name, struct html html) noexcept
{
	set(d, name, html.markup);
}

struct tmpl_dict *tmpl_section(struct tmpl_dict *d, enum marker name) noexcept
{
	return reinterpret_cast<struct tmpl_dict *>(
	    of(d)->AddSectionDictionary(*markers[name]));
}

void tmpl_show(struct tmpl_dict *d, enum marker name) noexcept
{
	of(d)->ShowSection(*markers[name]);
}

bool tmpl_expand(const struct tmpl *t, enum template_id id,
		 const struct tmpl_dict *page, struct buf *out) noexcept
{
	BufEmitter emitter(out);
	return t->cache.ExpandNoLoad(
	    *templates[id], ctemplate::STRIP_BLANK_LINES,
	    reinterpret_cast<const TemplateDictionary *>(page), nullptr,
	    &emitter);
}

} // extern "C"
