{{%AUTOESCAPE context="HTML"}}
</main>
<footer class="colophon">
<p><b>{{SITE_TITLE}}</b> {{T_about}}</p>
{{#HAS_CANONICAL}}<p class="cite">{{CANONICAL}}</p>{{/HAS_CANONICAL}}
<p>{{T_rights}} {{T_made_with}} <i>arsip</i>.</p>
</footer>
</body>
</html>
