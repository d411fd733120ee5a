{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
{{#COUNTED}}
<p class="count">{{ARTICLE_COUNT}} {{T_articles_counted}}</p>
{{/COUNTED}}
</header>
<div class="spread">
<div class="side">
{{>calendar.tpl}}
</div>
<div class="latest">
{{>groups.tpl}}
{{>pager.tpl}}
</div>
</div>
{{>neighbours.tpl}}
{{>foot.tpl}}
