{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
</header>
<nav class="letters" aria-label="{{T_nav_letters}}">
<ul>
{{#LETTER_LINK}}
<li><a href="{{LETTER_LINK_URL}}">{{LETTER_LINK_NAME}}</a></li>
{{/LETTER_LINK}}
</ul>
</nav>
{{#LETTER}}
<section class="letter" id="{{LETTER_ID}}">
<h2>{{LETTER_NAME}}</h2>
<ul lang="id">
{{#TAG}}
<li><a href="{{TAG_URL}}">{{TAG_NAME}} <span class="count">{{TAG_COUNT}}</span></a></li>
{{/TAG}}
</ul>
</section>
{{/LETTER}}
{{>foot.tpl}}
