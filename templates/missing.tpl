{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
</header>
<p class="intro">{{T_missing_explained}}</p>
<ul class="ways">
<li><a href="{{ROOT}}index.html">{{T_home}}</a> <span>{{T_way_home}}</span></li>
<li><a href="{{ROOT}}index.html#tahun">{{T_years}}</a> <span>{{T_way_years}}</span></li>
{{#SITE_HAS_TAGS}}<li><a href="{{ROOT}}tag/index.html">{{T_tags}}</a> <span>{{T_way_tags}}</span></li>{{/SITE_HAS_TAGS}}
</ul>
{{>foot.tpl}}
