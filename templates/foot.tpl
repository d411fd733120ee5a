{{%AUTOESCAPE context="HTML"}}
</main>
<footer class="colophon">
{{#HAS_SITE_PAGES}}
<nav aria-label="{{T_nav_site}}">
<ul>
{{#SITE_PAGE}}
<li><a href="{{SITE_PAGE_URL}}">{{SITE_PAGE_TITLE}}</a></li>
{{/SITE_PAGE}}
</ul>
</nav>
{{/HAS_SITE_PAGES}}
<p><b>{{SITE_TITLE}}</b> {{T_about}}</p>
{{#HAS_CANONICAL}}<p class="cite">{{CANONICAL}}</p>{{/HAS_CANONICAL}}
<p>{{T_rights}} {{T_made_with}} <i>arsip</i>.</p>
</footer>
</body>
</html>
