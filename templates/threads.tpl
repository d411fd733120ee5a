{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
</header>
<p class="intro">{{T_threads_explained}}</p>
<ul class="items threads">
{{#THREAD}}
<li>
<h2 lang="id"><a href="{{THREAD_URL}}">{{THREAD_TITLE}}</a></h2>
{{#THREAD_DATED}}
<p><small>{{T_since}} {{THREAD_DATE}}</small></p>
{{/THREAD_DATED}}
</li>
{{/THREAD}}
</ul>
{{>pager.tpl}}
{{>foot.tpl}}
