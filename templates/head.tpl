{{%AUTOESCAPE context="HTML"}}
<!doctype html>
<html lang="{{LANG}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>{{PAGE_TITLE}} – {{SITE_TITLE}}</title>
{{#UNLISTED}}
<meta name="robots" content="noindex">
{{/UNLISTED}}
{{#HAS_DESCRIPTION}}
<meta name="description" content="{{PAGE_DESCRIPTION}}">
<meta property="og:description" content="{{PAGE_DESCRIPTION}}">
{{/HAS_DESCRIPTION}}
{{#HAS_CANONICAL}}
<link rel="canonical" href="{{CANONICAL}}">
{{/HAS_CANONICAL}}
<meta property="og:site_name" content="{{SITE_TITLE}}">
<meta property="og:title" content="{{PAGE_TITLE}}">
{{#HAS_CANONICAL}}
<meta property="og:url" content="{{CANONICAL}}">
{{/HAS_CANONICAL}}
{{#IS_ARTICLE}}
{{>article-head.tpl}}
{{/IS_ARTICLE}}
<link rel="alternate" type="application/atom+xml" title="{{SITE_TITLE}}" href="{{ROOT}}feed.xml">
<link rel="alternate" type="application/feed+json" title="{{SITE_TITLE}}" href="{{ROOT}}feed.json">
{{#HAS_TAG_FEED}}
<link rel="alternate" type="application/atom+xml" title="{{PAGE_TITLE}}" href="{{TAG_FEED_URL}}">
{{/HAS_TAG_FEED}}
{{#HAS_CANONICAL}}
<link rel="search" type="application/opensearchdescription+xml" title="{{SITE_TITLE}}" href="{{ROOT}}opensearch.xml">
{{/HAS_CANONICAL}}
<script src="{{ROOT}}arsip.js" data-auto="{{T_theme_auto}}" data-light="{{T_theme_light}}" data-dark="{{T_theme_dark}}"></script>
<link rel="stylesheet" href="{{ROOT}}style.css">
</head>
<body class="page-{{PAGE_KIND}}">
<a class="skip" href="#main">{{T_skip}}</a>
<header class="masthead">
<p class="name"><a href="{{ROOT}}index.html" rel="home">{{SITE_TITLE}}</a></p>
<nav aria-label="{{T_nav_main}}">
<ul>
<li><a href="{{ROOT}}index.html">{{T_home}}</a></li>
<li><a href="{{ROOT}}index.html#tahun">{{T_years}}</a></li>
{{#SITE_HAS_TAGS}}<li><a href="{{ROOT}}tag/index.html">{{T_tags}}</a></li>{{/SITE_HAS_TAGS}}
<li><a href="{{ROOT}}feed.xml" type="application/atom+xml">{{T_feed}}</a></li>
</ul>
</nav>
<div class="tools"></div>
</header>
<nav class="crumbs" aria-label="{{T_nav_crumbs}}">
<ol>
{{#CRUMB}}
<li><a href="{{CRUMB_URL}}">{{CRUMB_NAME}}</a></li>
{{/CRUMB}}
</ol>
</nav>
<main id="main">
