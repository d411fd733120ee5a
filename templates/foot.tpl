{{%AUTOESCAPE context="HTML"}}
</main>
<footer class="colophon">
<p><b>{{SITE_TITLE}}</b> {{T_about}}</p>
<p>{{T_rights}} {{T_made_with}} <i>arsip</i>.</p>
</footer>
</body>
</html>
