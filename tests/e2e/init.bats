#!/usr/bin/env bats
# init.bats - a new site: what it holds, that it builds, and that nothing
# which was there before is touched.

load helper

setup() {
	isolate
	cd "$BATS_TEST_TMPDIR" || return
}

@test "init makes a site that builds, and says how" {
	local next
	arsip init baru/situs
	expect_status 0
	expect_no_errors
	expect_output 'made  baru/situs/arsip.yaml' \
		'made  baru/situs/content/contoh.txt' \
		'made  baru/situs/content/pages/tentang.md' '-C baru/situs build' '-C baru/situs serve'
	next=$(sed -n 's/^  arsip \(.* build\)$/\1/p' <<<"$output")
	# shellcheck disable=SC2086
	arsip $next --strict
	expect_status 0
	expect_no_errors
	expect_file baru/situs/public/index.html
	expect_file baru/situs/public/tentang.html
	expect_file baru/situs/public/2020/01/06/*.html
}

@test "arsip.yaml says the defaults: with every key the site is the same" {
	arsip init situs
	mkdir situs/templates
	touch situs/{rules,references}.yaml
	rm situs/arsip.yaml
	arsip -C situs build
	expect_status 0
	mv situs/public bare
	arsip -C "$PWD" init .
	sed -E 's/^#([a-z]|  )/\1/' arsip.yaml >situs/arsip.yaml
	expect_in situs/arsip.yaml 'page_size: 50' '  branch: gh-pages'
	refute grep -q '^#[a-z]' situs/arsip.yaml
	arsip -C situs build
	expect_status 0
	expect_no_errors
	expect_same_folder bare situs/public
}

@test "a folder that is there keeps all it has" {
	mkdir -p situs/content
	echo 'public' >situs/.gitignore
	echo 'Isi' >situs/content/a.txt
	arsip init situs
	expect_status 0
	expect_output 'kept  situs/.gitignore' 'kept  situs/content' \
		'made  situs/arsip.yaml'
	expect_equal "$(<situs/.gitignore)" public
	expect_equal "$(ls situs/content)" a.txt
}

@test "a site is refused, and so is a link to one" {
	mkdir situs lain
	echo 'title: Lama' >situs/arsip.yaml
	ln -s ../tidak-ada lain/arsip.yaml
	for folder in situs lain; do
		arsip init "$folder"
		expect_status 2
		expect_equal "$output" ''
		expect_error "$folder/arsip.yaml" 'a site here already'
		expect_equal "$(ls -A "$folder")" arsip.yaml
	done
	expect_equal "$(<situs/arsip.yaml)" 'title: Lama'
}

@test "what cannot be made is reported" {
	echo berkas >situs
	arsip init situs
	expect_status 3
	expect_error situs 'cannot make'
	expect_equal "$(<situs)" berkas
}

@test "a link of a name that init uses is not written through" {
	mkdir situs
	ln -s ../luar situs/.gitignore
	arsip init situs
	expect_status 0
	expect_output 'kept  situs/.gitignore'
	expect_no_file luar
}

@test "the command that comes next can be typed, whatever the name" {
	local next
	arsip init "situs 'baru' \$HOME"
	expect_status 0
	next=$(sed -n 's/^  arsip \(.* build\)$/\1/p' <<<"$output")
	eval "arsip $next"
	expect_status 0
	expect_file "situs 'baru' \$HOME/public/index.html"
}

@test "init below -C, quiet, without a folder" {
	mkdir atas
	arsip -C atas init -q bawah/
	expect_status 0
	expect_equal "$output" ''
	expect_file atas/bawah/arsip.yaml
	arsip init
	expect_status 2
	expect_error 'init needs a DIR' 'arsip init my-site'
	arsip init ''
	expect_status 2
	expect_error 'init needs a DIR'
}
