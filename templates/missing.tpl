{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
</header>
<p class="intro">{{T_missing_explained}}</p>
<ul class="plain">
<li><a href="{{ROOT}}index.html">{{T_home}}</a> <small>{{T_way_home}}</small></li>
<li><a href="{{ROOT}}index.html#tahun">{{T_years}}</a> <small>{{T_way_years}}</small></li>
{{#SITE_HAS_TAGS}}<li><a href="{{ROOT}}tag/index.html">{{T_tags}}</a> <small>{{T_way_tags}}</small></li>{{/SITE_HAS_TAGS}}
</ul>
{{>foot.tpl}}
