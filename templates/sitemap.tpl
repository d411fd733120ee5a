{{%AUTOESCAPE context="XML"}}
<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{{#SITEMAP_PART}}
<sitemap><loc>{{SITEMAP_URL}}</loc>{{#HAS_LASTMOD}}<lastmod>{{LASTMOD}}</lastmod>{{/HAS_LASTMOD}}</sitemap>
{{/SITEMAP_PART}}
</sitemapindex>
