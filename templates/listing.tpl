{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
{{#COUNTED}}
<p class="count">{{ARTICLE_COUNT}} {{T_articles_counted}}</p>
{{/COUNTED}}
</header>
{{#TIMELINE}}
<nav class="timeline" aria-label="{{T_nav_timeline}}">
<ol>
{{#TIMELINE_YEAR}}
{{#TIMELINE_LINKED}}
<li><a href="{{YEAR_URL}}"><span>{{YEAR_NAME}}</span><i class="level-{{YEAR_LEVEL}}"></i><small>{{YEAR_COUNT}}<span class="unseen"> {{T_articles_counted}}</span></small></a></li>
{{/TIMELINE_LINKED}}
{{#TIMELINE_EMPTY}}
<li><span>{{YEAR_NAME}}</span></li>
{{/TIMELINE_EMPTY}}
{{/TIMELINE_YEAR}}
</ol>
</nav>
{{/TIMELINE}}
{{>groups.tpl}}
{{>pager.tpl}}
{{>neighbours.tpl}}
{{>foot.tpl}}
