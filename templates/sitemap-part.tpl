{{%AUTOESCAPE context="XML"}}
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{{#SITEMAP_PAGE}}
<url><loc>{{SITEMAP_URL}}</loc>{{#HAS_LASTMOD}}<lastmod>{{LASTMOD}}</lastmod>{{/HAS_LASTMOD}}</url>
{{/SITEMAP_PAGE}}
</urlset>
