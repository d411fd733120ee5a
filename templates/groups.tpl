{{%AUTOESCAPE context="HTML"}}
{{! The articles of a list, day by day: used by home, listing and month. }}
{{#GROUP}}
<section class="group"{{#YEAR_BEGINS}} id="{{YEAR_ID}}"{{/YEAR_BEGINS}}>
{{#GROUP_LINKED}}
<h2><a href="{{GROUP_URL}}">{{GROUP_NAME}}</a></h2>
{{/GROUP_LINKED}}
{{#GROUP_UNLINKED}}
<h2>{{GROUP_NAME}}</h2>
{{/GROUP_UNLINKED}}
<ul class="items" lang="id">
{{#ITEM}}
<li>
<h3><a href="{{ITEM_URL}}">{{ITEM_TITLE}}</a></h3>
{{#ITEM_ORIGINAL}}
<p><span class="place">{{ITEM_DATELINE}}</span> {{ITEM_LEAD}}</p>
{{/ITEM_ORIGINAL}}
{{#ITEM_COPY}}
<p class="cites"><span class="mark">{{T_copy_of}}</span> <a href="{{COPY_OF_URL}}">{{COPY_OF_TITLE}}</a></p>
{{/ITEM_COPY}}
{{#ITEM_CITES}}
<p class="cites"><span class="mark" lang="{{LANG}}">{{T_refers_to}}</span> <a href="{{CITES_URL}}">{{CITES_TITLE}}</a></p>
{{/ITEM_CITES}}
</li>
{{/ITEM}}
</ul>
</section>
{{/GROUP}}
