{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
</header>
<div class="prose">
{{#PROSE}}
{{PROSE_HTML:none}}
{{/PROSE}}
</div>
{{>foot.tpl}}
