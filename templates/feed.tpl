{{%AUTOESCAPE context="XML"}}
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{{LANG}}">
<id>{{FEED_ID}}</id>
<title>{{SITE_TITLE}}</title>
<subtitle>{{SITE_DESCRIPTION}}</subtitle>
<updated>{{UPDATED}}</updated>
<link rel="self" type="application/atom+xml" href="{{FEED_URL}}"/>
<link rel="alternate" type="text/html" href="{{HOME_URL}}"/>
<author><name>{{SITE_TITLE}}</name></author>
<generator>arsip</generator>
{{#ENTRY}}
<entry>
<id>{{ENTRY_ID}}</id>
<title>{{ENTRY_TITLE}}</title>
<link rel="alternate" type="text/html" href="{{ENTRY_URL}}"/>
<published>{{ENTRY_UPDATED}}</published>
<updated>{{ENTRY_UPDATED}}</updated>
{{#ENTRY_AUTHOR}}
<author><name>{{ENTRY_AUTHOR_NAME}}</name></author>
{{/ENTRY_AUTHOR}}
{{#ENTRY_TAG}}
<category term="{{ENTRY_TAG_NAME}}"/>
{{/ENTRY_TAG}}
<summary>{{ENTRY_SUMMARY}}</summary>
</entry>
{{/ENTRY}}
</feed>
