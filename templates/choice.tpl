{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
</header>
<p class="intro">{{T_choice_explained}}</p>
<ul class="items" lang="id">
{{#ITEM}}
<li>
<h2><a href="{{ITEM_URL}}">{{ITEM_TITLE}}</a></h2>
<p>{{#ITEM_DATED}}<small lang="{{LANG}}"><time datetime="{{ITEM_ISO}}">{{ITEM_DATE}}</time></small> {{/ITEM_DATED}}<span class="place">{{ITEM_DATELINE}}</span> {{#ITEM_ORIGINAL}}{{ITEM_LEAD}}{{/ITEM_ORIGINAL}}{{#ITEM_COPY}}<span lang="{{LANG}}">{{T_copy_of}}</span> <a href="{{COPY_OF_URL}}">{{COPY_OF_TITLE}}</a>{{/ITEM_COPY}}</p>
</li>
{{/ITEM}}
</ul>
{{>foot.tpl}}
