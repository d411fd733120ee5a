{{%AUTOESCAPE context="XML"}}
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="{{LANG}}">
<id>{{FEED_ID}}</id>
<title>{{FEED_TITLE}}</title>
<subtitle>{{SITE_DESCRIPTION}}</subtitle>
<updated>{{UPDATED}}</updated>
<link rel="self" type="application/atom+xml" href="{{FEED_URL}}"/>
<link rel="alternate" type="text/html" href="{{HOME_URL}}"/>
{{#IS_ARCHIVE}}
<fh:archive/>
<link rel="current" type="application/atom+xml" href="{{CURRENT_URL}}"/>
{{/IS_ARCHIVE}}
{{#HAS_PREV_ARCHIVE}}
<link rel="prev-archive" type="application/atom+xml" href="{{PREV_ARCHIVE_URL}}"/>
{{/HAS_PREV_ARCHIVE}}
{{#HAS_NEXT_ARCHIVE}}
<link rel="next-archive" type="application/atom+xml" href="{{NEXT_ARCHIVE_URL}}"/>
{{/HAS_NEXT_ARCHIVE}}
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
