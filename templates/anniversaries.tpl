{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
</header>
<p class="intro">{{T_on_this_day_explained}}</p>
<div class="calendars">
{{#MONTH}}
<section class="ring">
{{#MONTH_UNLINKED}}
<h2>{{MONTH_NAME}}</h2>
{{/MONTH_UNLINKED}}
<ol>
{{#CELL}}
{{#CELL_DAY}}
<li>{{CELL_NUMBER}}</li>
{{/CELL_DAY}}
{{#CELL_LINKED}}
<li><a href="{{CELL_URL}}">{{CELL_NUMBER}}<span class="unseen"> {{MONTH_NAME}}</span></a></li>
{{/CELL_LINKED}}
{{/CELL}}
</ol>
</section>
{{/MONTH}}
</div>
{{>foot.tpl}}
