#!/usr/bin/env bats
# cli.bats - the command line: what is understood, and what is said of the
# rest. Mistakes end with 2 and one line that helps, before anything is read.

load helper

COMMANDS=(build publish serve check explain export)

setup() {
	make_small_site
}

expect_mistake() {
	arsip "$@"
	expect_status 2
	expect_equal "$output" '' 'stdout'
	expect_equal "$(ls -A)" content 'what is there'
}

@test "no arguments: how it is used, on stderr" {
	expect_mistake
	[[ $stderr = *'Usage: arsip [-C DIR] COMMAND'* ]]
}

@test "--help: all commands and what the exit status means" {
	local command
	for help in --help -h; do
		arsip "$help"
		expect_status 0
		expect_no_errors
		for command in "${COMMANDS[@]}"; do
			expect_output "  $command "
		done
		expect_output 'Usage: ' 'Exit status: 0 done' '75 locked'
	done
}

@test "--version" {
	arsip --version
	expect_status 0
	[[ $output =~ ^arsip\ [0-9]+\.[0-9]+ ]]
	expect_no_errors
}

@test "--help of each command names its options, and does nothing" {
	local command
	for command in "${COMMANDS[@]}"; do
		arsip "$command" --help
		expect_status 0
		expect_no_errors
		expect_output "arsip $command: " "Usage: arsip [-C DIR] $command" \
			--directory --jobs --quiet --verbose --help
		arsip -C /tidak/ada "$command" -h
		expect_status 0
	done
	arsip publish --help
	expect_output --branch --repository --push --dry-run --strict --json
	arsip explain --help
	expect_output 'explain FILE'
	expect_equal "$(ls -A)" content
}

@test "help fits a terminal of 80 columns" {
	local command
	for command in '' "${COMMANDS[@]}"; do
		# shellcheck disable=SC2086
		arsip $command --help
		expect_output 'Usage: '
		expect_equal "$(awk 'length > 80' <<<"$output")" '' 'long lines'
	done
}

@test "a command that is none" {
	expect_mistake biuld
	expect_error 'no such command' biuld
	expect_mistake ''
	expect_error 'no such command'
}

@test "an option that is none, before and after the command" {
	expect_mistake --colour build
	expect_error colour
	expect_mistake build --colour
	expect_error colour
	expect_mistake build -x
	expect_error x
}

@test "an option that another command has" {
	expect_mistake build --push origin
	expect_error push
	expect_mistake export --dry-run
	expect_error dry-run
}

@test "an option without its value, or with one too many" {
	expect_mistake publish --branch
	expect_error branch
	expect_mistake build --quiet=yes
	expect_error quiet
	expect_mistake build -C
	expect_error C
}

@test "unexpected argument" {
	expect_mistake build content
	expect_error 'unexpected argument' content
	expect_mistake explain content/banjir.txt content/warga.txt
	expect_error 'unexpected argument' content/warga.txt
}

@test "explain without a file" {
	expect_mistake explain
	expect_error 'needs a FILE'
}

@test "a number of threads that is none" {
	local jobs
	for jobs in 0 -1 x 1x 257 99999999999999999999 '' ' 1'; do
		expect_mistake build "--jobs=$jobs"
		expect_error '--jobs takes a number from 1 to 256'
	done
}

@test "options may stand before and after the operand, and be short" {
	arsip explain -q content/banjir.txt --json
	expect_status 0
	expect_equal "$(field .source)" content/banjir.txt
	arsip build -qj2
	expect_status 0
	expect_file public/index.html
}

@test "-- ends the options" {
	arsip explain -- content/banjir.txt
	expect_status 0
	expect_output 'Banjir Rendam'
}

@test "-C: the last one counts, before or behind the command" {
	cd /
	arsip -C /tidak build -C "$SITE" --json
	expect_status 0
	expect_equal "$(field .articles)" 3
}

@test "-C with a folder that is not there, or is none" {
	expect_mistake -C tidak/ada build
	expect_error tidak/ada
	arsip -C content/banjir.txt build
	((status == 2 || status == 3)) || fail "status $status"
	expect_error content/banjir.txt
	expect_mistake -C '' build
}

@test "--json is one line that is JSON" {
	git init -q .
	local command
	for command in build 'publish --dry-run' 'explain content/banjir.txt'; do
		# shellcheck disable=SC2086
		arsip $command --json
		expect_status 0
		expect_equal "${#lines[@]}" 1
		field type | grep -qx object
	done
}

@test "progress and colours are for a terminal only" {
	arsip build
	expect_no_errors
	: >content/kosong.txt
	arsip build
	expect_status 1
	refute grep -q $'\033\|\r' <<<"$output$stderr"
}

@test "closed standard streams break nothing" {
	COMMAND='arsip build, with streams closed'
	run --separate-stderr bash -c '"$0" build <&- >&- 2>&-' "$ARSIP"
	expect_file public/index.html
	xmllint --noout public/feed.xml
	local before
	before=$(fingerprint content)
	run --separate-stderr bash -c '"$0" build <&- >&- 2>&-' "$ARSIP"
	expect_equal "$(fingerprint content)" "$before"
	expect_equal "$(head -c 15 public/2020/09/26/index.html)" '<!doctype html>'
}

@test "a reader that goes away early is no crash" {
	many_articles 300
	COMMAND='arsip export | head -1'
	run --separate-stderr bash -c '
		"$0" export | head -1 >/dev/null; echo "${PIPESTATUS[0]}"' "$ARSIP"
	# Ended by SIGPIPE, or told so.
	[[ $output = 141 || $output = 3 ]] || fail "status $output"
}

@test "a command misspelt, with the one that was meant" {
	expect_mistake biuld
	expect_error 'no such command: biuld' 'did you mean build?'
}

@test "an empty -C is no folder" {
	expect_mistake -C '' build
	expect_error '--directory is empty'
}

@test "a full disk behind the summary is told" {
	make_small_site
	run --separate-stderr bash -c '"$1" build --json >/dev/full' _ "$ARSIP"
	expect_status 3
	expect_error 'cannot write the result: No space left on device'
}
