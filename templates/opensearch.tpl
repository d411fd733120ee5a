{{%AUTOESCAPE context="XML"}}
<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{{SHORT_NAME}}</ShortName>
<Description>{{T_search_in}} {{SITE_TITLE}}</Description>
<Url type="text/html" template="{{SEARCH_URL}}"/>
<Language>id</Language>
<InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
