{{%AUTOESCAPE context="HTML"}}
{{! What came before and after, by time: a day, a month, a year. }}
<nav class="neighbours" aria-label="{{T_nav_neighbours}}">
{{#HAS_PREVIOUS}}
<a class="back" rel="prev" href="{{PREVIOUS_URL}}"><small>{{T_previous}}</small> <span>{{PREVIOUS_TITLE}}</span></a>
{{/HAS_PREVIOUS}}
{{#HAS_NEXT}}
<a class="forth" rel="next" href="{{NEXT_URL}}"><small>{{T_next}}</small> <span>{{NEXT_TITLE}}</span></a>
{{/HAS_NEXT}}
</nav>
