{{%AUTOESCAPE context="HTML"}}
{{! One table a month: used by month (one) and year (twelve). }}
{{#MONTH}}
<table class="calendar">
<caption>
{{#MONTH_LINKED}}
<h2><a href="{{MONTH_URL}}">{{MONTH_NAME}}</a></h2> <span class="unseen">{{T_articles}}: </span><span class="count">{{MONTH_COUNT}}</span>
{{/MONTH_LINKED}}
{{#MONTH_UNLINKED}}
<h2>{{MONTH_NAME}}</h2>
{{/MONTH_UNLINKED}}
</caption>
<thead>
<tr>{{#WEEKDAY}}<th scope="col"><abbr title="{{WEEKDAY_NAME}}">{{WEEKDAY_SHORT}}</abbr></th>{{/WEEKDAY}}</tr>
</thead>
<tbody>
{{#WEEK}}
<tr>{{#CELL}}{{#CELL_EMPTY}}<td></td>{{/CELL_EMPTY}}{{#CELL_DAY}}<td>{{CELL_NUMBER}}</td>{{/CELL_DAY}}{{#CELL_LINKED}}<td><a class="level-{{CELL_LEVEL}}" href="{{CELL_URL}}">{{CELL_NUMBER}}<span class="unseen">, {{T_articles}}: </span><small>{{CELL_COUNT}}</small></a></td>{{/CELL_LINKED}}{{/CELL}}</tr>
{{/WEEK}}
</tbody>
</table>
{{/MONTH}}
