{{%AUTOESCAPE context="HTML"}}
{{! Newer and older pages of one list. Only the newest page has no number, and
    it alone has no newer one. }}
{{#PAGED}}
<nav class="turn" aria-label="{{T_nav_pages}}">
{{#HAS_NEWER}}
<a class="back" rel="prev" href="{{NEWER_URL}}">{{T_newer}}</a>
<span class="here">{{T_page}} {{PAGE_NUMBER}}</span>
{{/HAS_NEWER}}
{{#HAS_OLDER}}
<a class="forth" rel="next" href="{{OLDER_URL}}">{{T_older}}</a>
{{/HAS_OLDER}}
</nav>
{{/PAGED}}
