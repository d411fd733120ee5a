{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
</header>
<p class="intro">{{T_wanted_explained}}</p>
<ol class="items wanted-titles">
{{#WANTED}}
<li>
<h2 lang="id">{{WANTED_TITLE}}</h2>
<p class="count">{{T_wanted_by}} {{WANTED_COUNT}} {{T_articles_counted}}</p>
<ul class="plain">
{{#ITEM}}
<li><a href="{{ITEM_URL}}" lang="id">{{ITEM_TITLE}}</a> {{#ITEM_DATED}}<small><time datetime="{{ITEM_ISO}}">{{ITEM_DATE}}</time></small>{{/ITEM_DATED}}</li>
{{/ITEM}}
</ul>
{{#WANTED_MORE}}
<p class="more">{{T_and}} {{WANTED_MORE_COUNT}} {{T_others}}</p>
{{/WANTED_MORE}}
</li>
{{/WANTED}}
</ol>
{{>pager.tpl}}
{{>foot.tpl}}
