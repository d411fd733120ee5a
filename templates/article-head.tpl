{{%AUTOESCAPE context="HTML"}}
{{! What an article says to machines: Open Graph, Highwire Press (Google
    Scholar, Zotero), Dublin Core and schema.org. }}
<meta property="og:type" content="article">
<meta property="og:locale" content="id_ID">
<meta name="citation_title" content="{{TITLE}}">
<meta name="citation_language" content="id">
<meta name="DC.title" content="{{TITLE}}">
<meta name="DC.type" content="Text">
<meta name="DC.language" content="id">
{{#HAS_TIME}}
<meta property="article:published_time" content="{{TIME}}">
<meta name="citation_publication_date" content="{{DATE_SLASHED}}">
{{/HAS_TIME}}
{{#HAS_DATE}}
<meta name="DC.date" content="{{DATE_ISO}}">
{{/HAS_DATE}}
{{#HAS_BYLINE}}
<meta name="citation_author" content="{{BYLINE}}">
<meta name="DC.creator" content="{{BYLINE}}">
{{/HAS_BYLINE}}
{{#HAS_OUTLET}}
<meta name="citation_journal_title" content="{{OUTLET}}">
<meta name="DC.publisher" content="{{OUTLET}}">
{{/HAS_OUTLET}}
{{#HAS_DATELINE}}
<meta name="DC.coverage" content="{{DATELINE}}">
{{/HAS_DATELINE}}
{{#HAS_SOURCE_URL}}
<meta name="DC.source" content="{{SOURCE_URL}}">
{{/HAS_SOURCE_URL}}
{{#HAS_CANONICAL}}
<meta name="citation_public_url" content="{{CANONICAL}}">
<meta name="DC.identifier" content="{{CANONICAL}}">
{{/HAS_CANONICAL}}
{{#HAS_TAGS}}
{{#TAG}}
<meta property="article:tag" content="{{TAG_NAME}}">
{{/TAG}}
{{/HAS_TAGS}}
{{JSON_LD:none}}
