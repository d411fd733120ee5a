{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
<p class="count">{{ARTICLE_COUNT}} {{T_articles_counted}}</p>
<p class="legend" aria-hidden="true">{{T_few}} <i class="level-1"></i><i class="level-2"></i><i class="level-3"></i><i class="level-4"></i> {{T_many}}</p>
</header>
<div class="calendars">
{{>calendar.tpl}}
</div>
{{>neighbours.tpl}}
{{>foot.tpl}}
