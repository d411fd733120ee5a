{{%AUTOESCAPE context="HTML"}}
{{>head.tpl}}
<header class="heading">
<h1>{{HEADING}}</h1>
</header>
<p class="intro">{{T_raw_explained}}</p>
<table class="raw">
<thead>
<tr><th scope="col">{{T_raw_line}}</th><th scope="col">{{T_raw_source}}</th><th scope="col">{{T_raw_result}}</th></tr>
</thead>
<tbody lang="id">
{{#RAW_LINE}}
<tr>
<th scope="row">{{RAW_NUMBER}}</th>
<td>{{RAW_TEXT}}</td>
<td>
{{#RAW_PIECE}}
<p>{{RAW_TEXT}}</p>
{{/RAW_PIECE}}
{{#RAW_REFERENCE}}
<p class="ref"><span class="mark">{{REFERENCE_MARKER}}</span> {{#LINKED}}<a href="{{REFERENCE_URL}}">{{REFERENCE_TITLE}}</a>{{/LINKED}}{{#UNLINKED}}{{REFERENCE_TEXT}} <small lang="{{LANG}}">{{T_not_in_archive}}</small>{{/UNLINKED}}</p>
{{/RAW_REFERENCE}}
{{#RAW_USED}}
<p><small><span lang="{{LANG}}">{{T_raw_used}}:</span> {{RAW_WORDS}} <code>{{RAW_RULE}}</code></small></p>
{{/RAW_USED}}
{{#RAW_CUT}}
<p><small><span lang="{{LANG}}">{{T_raw_cut}}:</span> <del>{{RAW_WORDS}}</del> <code>{{RAW_RULE}}</code> <span lang="en">{{RAW_WHY}}</span></small></p>
{{/RAW_CUT}}
{{#RAW_DROPPED}}
<p><small><span lang="{{LANG}}">{{T_raw_dropped}}</span> <code>{{RAW_RULE}}</code> <span lang="en">{{RAW_WHY}}</span></small></p>
{{/RAW_DROPPED}}
</td>
</tr>
{{/RAW_LINE}}
</tbody>
</table>
{{>foot.tpl}}
