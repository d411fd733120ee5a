{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
{{#COUNTED}}
<p class="count">{{ARTICLE_COUNT}} {{T_articles_counted}}</p>
{{/COUNTED}}
</header>
{{>groups.tpl}}
{{>pager.tpl}}
{{>neighbours.tpl}}
{{>foot.tpl}}
