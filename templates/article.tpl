{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<article>
<header>
{{#HAS_OUTLET}}
<p class="outlet">{{OUTLET}}</p>
{{/HAS_OUTLET}}
<h1 lang="id">{{TITLE}}</h1>
<ul class="facts">
{{#HAS_DATE}}
<li><a href="{{DAY_URL}}"><time datetime="{{DATE_ISO}}">{{DATE_LONG}}</time></a>{{#DATE_FROM_TEXT}} <small>({{T_date_from_text}})</small>{{/DATE_FROM_TEXT}}{{#DATE_FROM_PATH}} <small>({{T_date_from_path}})</small>{{/DATE_FROM_PATH}}{{#DATE_IN_DOUBT}} <small>({{T_date_in_doubt}})</small>{{/DATE_IN_DOUBT}}</li>
{{/HAS_DATE}}
{{#UNDATED}}
<li>{{T_undated}}</li>
{{/UNDATED}}
{{#HAS_BYLINE}}
<li>{{T_by}} {{BYLINE}}</li>
{{/HAS_BYLINE}}
<li>{{READING_MINUTES}} {{T_minutes}}</li>
{{#HAS_SOURCE_URL}}
<li class="source"><a rel="external" href="{{SOURCE_URL}}">{{T_source}}</a></li>
{{/HAS_SOURCE_URL}}
</ul>
</header>
<div class="prose" lang="id">
{{#HAS_DATELINE}}
<p class="dateline">{{DATELINE}}</p>
{{/HAS_DATELINE}}
{{#BLOCK}}
{{#PROSE}}
{{PROSE_HTML:none}}
{{/PROSE}}
{{#REFERENCE}}
{{#LINKED}}
<p class="reference"><span class="mark">{{REFERENCE_MARKER}}</span> <a href="{{REFERENCE_URL}}">{{REFERENCE_TITLE}}</a> <small lang="{{LANG}}">{{REFERENCE_DATE}}</small></p>
{{/LINKED}}
{{#UNLINKED}}
<p class="reference wanted"><span class="mark">{{REFERENCE_MARKER}}</span> <span class="words">{{REFERENCE_TEXT}}</span> <small lang="{{LANG}}">{{T_not_in_archive}}</small></p>
{{/UNLINKED}}
{{/REFERENCE}}
{{/BLOCK}}
</div>
{{#HAS_TAGS}}
<section class="after">
<h2>{{T_tags}}</h2>
<ul class="tags" lang="id">
{{#TAG}}
<li><a rel="tag" href="{{TAG_URL}}">{{TAG_NAME}}</a></li>
{{/TAG}}
</ul>
</section>
{{/HAS_TAGS}}
{{#THREAD}}
<section class="after">
<h2>{{T_thread}}</h2>
<p class="onward"><a href="{{THREAD_URL}}">{{T_thread_read}}</a></p>
</section>
{{/THREAD}}
{{#HAS_FAMILY}}
<section class="after">
<h2>{{T_same_story}}</h2>
<ul class="plain">
{{#ITEM}}
<li><a href="{{ITEM_URL}}" lang="id">{{ITEM_TITLE}}</a> {{#ITEM_DATED}}<small><time datetime="{{ITEM_ISO}}">{{ITEM_DATE}}</time></small>{{/ITEM_DATED}}</li>
{{/ITEM}}
</ul>
</section>
{{/HAS_FAMILY}}
{{#HAS_CITED_BY}}
<section class="after cited-by">
<h2>{{T_cited_by}} <span class="count">{{CITED_COUNT}}</span></h2>
<ul class="plain">
{{#ITEM}}
<li><a href="{{ITEM_URL}}" lang="id">{{ITEM_TITLE}}</a> {{#ITEM_DATED}}<small><time datetime="{{ITEM_ISO}}">{{ITEM_DATE}}</time></small>{{/ITEM_DATED}}</li>
{{/ITEM}}
</ul>
{{#CITED_MORE}}
<p class="more">{{T_and}} {{CITED_MORE_COUNT}} {{T_others}}</p>
{{/CITED_MORE}}
</section>
{{/HAS_CITED_BY}}
{{#HAS_DATE}}
<p class="after onward"><a href="{{ANNIVERSARY_URL}}">{{T_on_this_day}}</a> <small>{{T_on_this_day_way}}</small></p>
{{/HAS_DATE}}
{{#HAS_RAW}}
<p class="after onward"><a href="{{RAW_URL}}">{{T_raw}}</a> <small>{{T_raw_way}}</small></p>
{{/HAS_RAW}}
<details class="after">
<summary>{{T_cite}}</summary>
<p>{{CITE_PLAIN}}</p>
<h2>BibTeX</h2>
<pre>{{CITE_BIBTEX:p}}</pre>
<h2>RIS</h2>
<pre>{{CITE_RIS:p}}</pre>
</details>
</article>
{{! As neighbours.tpl, but what it names are titles. }}
<nav class="neighbours" aria-label="{{T_nav_neighbours}}">
{{#HAS_PREVIOUS}}
<a class="back" rel="prev" href="{{PREVIOUS_URL}}"><small>{{T_previous}}</small> <span lang="id">{{PREVIOUS_TITLE}}</span></a>
{{/HAS_PREVIOUS}}
{{#HAS_NEXT}}
<a class="forth" rel="next" href="{{NEXT_URL}}"><small>{{T_next}}</small> <span lang="id">{{NEXT_TITLE}}</span></a>
{{/HAS_NEXT}}
</nav>
{{>foot.tpl}}
