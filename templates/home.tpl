{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="nameplate">
<h1>{{SITE_TITLE}}</h1>
<p class="motto">{{SITE_DESCRIPTION}}</p>
<p class="strip">
<span>{{ARTICLE_COUNT}} {{T_articles_counted}}</span>
{{#HAS_YEARS}}
<span>{{FIRST_YEAR}}–{{LAST_YEAR}}</span>
{{/HAS_YEARS}}
</p>
</header>
<div class="spread">
<div class="latest">
{{>groups.tpl}}
{{#HAS_OLDER}}
<p class="more"><a href="{{OLDER_URL}}">{{T_older}}: {{OLDER_NAME}}</a></p>
{{/HAS_OLDER}}
</div>
<div class="side">
<section id="tahun">
<h2>{{T_years}}</h2>
{{#HAS_YEARS}}
<ol class="years">
{{#YEAR}}
<li><a href="{{YEAR_URL}}">{{YEAR_NAME}}<span class="unseen">, {{T_articles}}: </span> <span class="count">{{YEAR_COUNT}}</span></a></li>
{{/YEAR}}
</ol>
{{/HAS_YEARS}}
{{#HAS_UNDATED}}
<p class="more"><a href="{{UNDATED_URL}}">{{T_undated}}</a> <span class="count">{{UNDATED_COUNT}}</span></p>
{{/HAS_UNDATED}}
</section>
{{#HAS_THREADS}}
<section>
<h2>{{T_threads}}</h2>
<ul class="plain">
{{#THREAD}}
<li><a href="{{THREAD_URL}}" lang="id">{{THREAD_TITLE}}</a> <span class="count">{{THREAD_COUNT}}</span></li>
{{/THREAD}}
</ul>
<p class="more"><a href="{{ROOT}}thread/index.html">{{T_threads_all}}</a></p>
</section>
{{/HAS_THREADS}}
{{#HAS_WANTED}}
<section>
<h2>{{T_wanted}}</h2>
<p class="more"><a href="{{ROOT}}wanted/index.html">{{T_wanted_way}}</a> <span class="count">{{WANTED_COUNT}}</span></p>
</section>
{{/HAS_WANTED}}
{{#HAS_YEARS}}
<section>
<h2>{{T_on_this_day}}</h2>
<p class="more"><a href="{{ROOT}}on-this-day/index.html">{{T_on_this_day_way}}</a></p>
</section>
{{/HAS_YEARS}}
{{#HAS_TAGS}}
<section>
<h2>{{T_tags_much_used}}</h2>
<ul class="tags" lang="id">
{{#TAG}}
<li><a href="{{TAG_URL}}">{{TAG_NAME}} <span class="count">{{TAG_COUNT}}</span></a></li>
{{/TAG}}
</ul>
<p class="more"><a href="{{ROOT}}tag/index.html">{{T_tags_all}}</a></p>
</section>
{{/HAS_TAGS}}
</div>
</div>
{{>foot.tpl}}
