{{%AUTOESCAPE context="HTML"}}
{{! Older and newer pages of one list, older first as everywhere. Only the
    newest page has no number; it alone lists all pages. }}
{{#PAGED}}
<nav class="turn" aria-label="{{T_nav_pages}}">
{{#HAS_OLDER}}
<a class="back" rel="next" href="{{OLDER_URL}}">{{T_older}}</a>
{{/HAS_OLDER}}
{{#HAS_NEWER}}
<span class="here">{{T_page}} {{PAGE_NUMBER}}</span>
<a class="forth" rel="prev" href="{{NEWER_URL}}">{{T_newer}}</a>
{{/HAS_NEWER}}
</nav>
{{#ALL_PAGES}}
<nav class="letters" aria-label="{{T_all_pages}}">
<ul>
{{#PAGE_LINK}}
<li><a href="{{PAGE_LINK_URL}}">{{PAGE_LINK_NUMBER}}</a></li>
{{/PAGE_LINK}}
</ul>
</nav>
{{/ALL_PAGES}}
{{/PAGED}}
