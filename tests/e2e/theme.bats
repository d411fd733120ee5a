#!/usr/bin/env bats
# theme.bats - templates, style and strings of a site's own, and what is
# refused of them: before anything is written, with the place of the mistake.

load helper

PRAGMA='{{%AUTOESCAPE context="HTML"}}'
BANJIR=public/2020/09/26/banjir-rendam-dua-kampung-di-kota-karta.html

setup() {
	make_small_site
	mkdir templates
}

# template NAME: its text behind the pragma, from stdin.
template() {
	{
		echo "$PRAGMA"
		cat
	} >"templates/$1"
}

# The build says all of it and makes nothing.
expect_refused() {
	arsip build
	expect_status 2
	expect_error "$@"
	expect_no_site
	# The same on the way to git.
	[[ -d .git ]] || git init -q .
	arsip publish
	expect_status 2
	expect_error "$@"
	expect_equal "$(tip)" none
}

expect_no_site() {
	expect_equal "$(find public -type f 2>/dev/null)" '' 'what is in public/'
}

@test "a style of one's own" {
	echo 'body { color: teal }' >templates/style.css
	arsip build
	expect_status 0
	expect_equal "$(cat public/style.css)" 'body { color: teal }'
	expect_in "$BANJIR" '<h1'
}

@test "a script of one's own, or none" {
	echo 'document.title = "x";' >templates/arsip.js
	arsip build
	expect_status 0
	expect_equal "$(cat public/arsip.js)" 'document.title = "x";'
	: >templates/arsip.js
	arsip build
	expect_status 0
	expect_equal "$(cat public/arsip.js)" ''
}

@test "a template of one's own, all others from stock" {
	template foot.tpl <<-'END'
		</main>
		<footer>Dibuat oleh Perpustakaan Karta</footer>
		</body></html>
	END
	arsip build
	expect_status 0
	expect_in "$BANJIR" 'Perpustakaan Karta' '>Banjir Rendam'
	expect_in public/index.html 'Perpustakaan Karta'
}

@test "a folder of another name" {
	rmdir templates
	mkdir -p tema/gelap
	echo 'body { color: navy }' >tema/gelap/style.css
	echo 'theme: tema/gelap' >arsip.yaml
	arsip build
	expect_in public/style.css navy
}

@test "words of one's own" {
	sed 's/^home: .*/home: Halaman Muka Kami/' \
		"$REPO/templates/strings.id.yaml" >templates/strings.id.yaml
	arsip build
	expect_status 0
	expect_in "$BANJIR" 'Halaman Muka Kami'
}

@test "a value is escaped for the place where it stands" {
	write_article content/x.txt 'Kutip " dan <b>' 1/1/2022
	template article.tpl <<-'END'
		<p title="{{TITLE}}">{{TITLE}}</p>
	END
	arsip build
	expect_status 0
	expect_in public/2022/01/01/kutip-dan-b.html \
		'title="Kutip &quot; dan &lt;b&gt;"'
}

@test "a change of the theme is seen by the next build, and taken back" {
	arsip build
	remember
	echo 'body { color: teal }' >templates/style.css
	arsip build --json
	expect_equal "$(field .written)" 1
	rm templates/style.css
	arsip build
	expect_unchanged
}

@test "a template without the pragma" {
	echo '<p>{{TITLE}}</p>' >templates/article.tpl
	expect_refused 'templates/article.tpl:1:1: error:' \
		'the first bytes must be {{%AUTOESCAPE context="HTML"}}'
}

@test "a template with the pragma of another kind" {
	echo '{{%AUTOESCAPE context="XML"}}' >templates/article.tpl
	expect_refused 'templates/article.tpl:1:1: error:' 'the first bytes'
}

@test "an included template without the pragma" {
	echo '<p>{{TITLE}}</p>' >templates/head.tpl
	expect_refused 'templates/head.tpl:1:1: error:' 'the first bytes'
}

@test "an empty template" {
	: >templates/home.tpl
	expect_refused 'templates/home.tpl:1:1: error:' 'the first bytes'
}

@test "an unknown marker, with its place and the one that was meant" {
	template article.tpl <<-'END'
		<h1>{{TITLE}}</h1>
		  <p>{{DATELIEN}}</p>
	END
	expect_refused 'templates/article.tpl:3:' \
		'there is no marker {{DATELIEN}}' 'did you mean {{DATELINE}}?'
	expect_error 'templates/article.tpl:3:8:'
}

@test "an include that is missing" {
	template article.tpl <<<'{{>hed.tpl}}'
	expect_refused 'templates/article.tpl:2:1: error:' \
		'the template "hed.tpl" is missing'
}

@test "an include that leads out of the theme" {
	echo "$PRAGMA" >rahasia.tpl
	template article.tpl <<<'{{>../rahasia.tpl}}'
	expect_refused 'templates/article.tpl:2:1: error:' '../rahasia.tpl'
}

@test "templates that include each other" {
	template head.tpl <<<'{{>foot.tpl}}'
	template foot.tpl <<<'{{>head.tpl}}'
	expect_refused 'includes itself' 'take one of the includes out'
}

@test "sections: unclosed, closed twice, crossed, no section" {
	template article.tpl <<<'<h1>{{#HAS_DATE}}a</h1>'
	expect_refused 'templates/article.tpl:2:' '{{#HAS_DATE}} does not close'
	template article.tpl <<<'<h1>a</h1>{{/HAS_DATE}}'
	expect_refused 'templates/article.tpl:2:' 'closes no section'
	template article.tpl <<<'{{#TAG}}{{#BLOCK}}{{/TAG}}{{/BLOCK}}'
	expect_refused 'templates/article.tpl:2:' 'closes no section'
	template article.tpl <<<'{{#TITLE}}a{{/TITLE}}'
	expect_refused 'templates/article.tpl:2:' 'is a value, no section'
}

@test "a marker that does not end" {
	template article.tpl <<<'<h1>{{TITLE</h1>'
	expect_refused 'templates/article.tpl:2:5: error:' \
		'a marker begins here and does not end'
}

@test "escaping cannot be switched off" {
	template article.tpl <<<'<h1>{{TITLE:none}}</h1>'
	expect_refused 'templates/article.tpl:2:' 'takes no modifier'
	template article.tpl <<<'<h1>{{%AUTOESCAPE context="JSON"}}</h1>'
	expect_refused 'templates/article.tpl:2:' 'only the pragma at the head'
	template article.tpl <<<'{{={ }=}}<h1>{TITLE}</h1>'
	expect_refused 'templates/article.tpl:2:'
}

@test "an unknown string" {
	template foot.tpl <<<'{{T_tidak_ada}}</main></body></html>'
	expect_refused 'templates/foot.tpl:2:' \
		'there is no string "tidak_ada"'
}

@test "strings that are no YAML, or carry markup" {
	printf 'home: "a\n' >templates/strings.id.yaml
	expect_refused 'templates/strings.id.yaml:1:7: error:'
	sed 's/^home: .*/home: "<script>"/' \
		"$REPO/templates/strings.id.yaml" >templates/strings.id.yaml
	expect_refused 'templates/strings.id.yaml:'
}

@test "all mistakes of a theme at once" {
	template article.tpl <<<'{{SATU}}'
	template home.tpl <<<'{{DUA}}'
	expect_refused 'templates/article.tpl:2:' 'templates/home.tpl:2:'
}

@test "a theme at fault leaves the site that stands" {
	build_and_remember
	write_article content/baru.txt 'Berita Baru dari Kota Karta' 1/1/2020
	template article.tpl <<<'{{SATU}}'
	arsip build
	expect_status 2
	expect_unchanged
}

@test "a template that cannot be read is not passed over" {
	template article.tpl <<<'<h1>{{TITLE}}</h1>'
	chmod 000 templates/article.tpl
	arsip_unprivileged build
	((status == 2 || status == 3)) || fail "status $status"
	expect_error 'templates/article.tpl: error: cannot read'
	expect_no_site
}

@test "the stock theme, copied, makes the same site" {
	build_and_remember
	cp "$REPO"/templates/*.tpl "$REPO"/templates/*.css \
		"$REPO"/templates/*.yaml templates/
	arsip build --json
	expect_status 0
	expect_equal "$(field .written)" 0
	expect_unchanged
}
