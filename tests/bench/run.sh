#!/bin/sh
# make bench [N=5000] [RECORDS=20000] [RUNS=5]: paired runs in memory, medians;
# only the ratios mean something, this machine is not yours.
#
# - Loading RECORDS made articles of 400 words from JSONL against a cleaner as
#   one would write it in an afternoon (baseline.py), in CPU seconds.
# - `arsip publish` of N made articles against what one would do by hand:
#   `arsip build`, then `git add -A && git commit` of the pages. git gets the
#   allocator settings without which its loose objects are four times as slow.
set -eu
here=$(dirname "$0")
arsip=${ARSIP:-build/arsip} load=${LOAD:-build/release/bench/load}
articles=${N:-5000} records=${RECORDS:-20000} runs=${RUNS:-5}
tmp=$(mktemp -d -p "${TMPDIR:-/dev/shm}")
trap 'rm -rf "$tmp"' EXIT
export MALLOC_TRIM_THRESHOLD_=268435456 MALLOC_TOP_PAD_=67108864 \
	MALLOC_MMAP_THRESHOLD_=268435456
export GIT_AUTHOR_NAME=bench GIT_AUTHOR_EMAIL=bench@localhost \
	GIT_COMMITTER_NAME=bench GIT_COMMITTER_EMAIL=bench@localhost

make_articles() { # N: over ten years, each citing the one before
	awk -v n="$1" -v dir="$tmp/site/content" 'BEGIN {
		srand(7)
		split("warga pasar jembatan sungai petani harga beras hujan " \
		      "kapal sekolah kereta gunung panen nelayan listrik " \
		      "kampung banjir jalan pemerintah rapat", w, " ")
		for (i = 1; i <= n; i++) {
			day = 1 + int(28 * rand()); month = 1 + int(12 * rand())
			year = 2011 + int(10 * rand())
			title = "Kabar Nomor " i " dari Kampung " w[1 + i % 20]
			file = sprintf("%s/%02d/%06d.txt", dir, i % 100, i)
			printf "---\ndate: %d-%02d-%02d\ntags: [%s, %s]\n---\n%s\n" \
			       "loading...\n", year, month, day, w[1 + i % 20],
			       w[1 + i % 7], title > file
			for (p = 0; p < 10; p++) {
				line = p ? "" : "SERANG - "
				for (k = 0; k < 40; k++)
					line = line w[1 + int(20 * rand())] " "
				print line (p == 5 ? "(Baca: " last " )" : ".") > file
			}
			print "(abc)" > file
			close(file)
			last = title
		}
	}'
}

milliseconds() { # of a command
	start=$(date +%s%N)
	"$@" >/dev/null 2>&1
	echo $((($(date +%s%N) - start) / 1000000))
}

by_arsip() { "$arsip" -C "$tmp/site" publish -q; }
by_add() {
	"$arsip" -C "$tmp/site" build -q
	git -C "$tmp/site/public" add -A
	git -C "$tmp/site/public" commit -q -m pages
}
fresh() {
	rm -rf "$tmp/site/.git" "$tmp/site/.arsip" "$tmp/site/public"
	git init -q "$tmp/site"
	git init -q "$tmp/site/public"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

echo "$runs runs, $(getconf _NPROCESSORS_ONLN) processors"
mkdir -p "$tmp/records/content"
awk -v n="$records" -f "$here/records.awk" > "$tmp/records/content/all.jsonl"
for run in $(seq "$runs"); do
	"$load" "$tmp/records" > "$tmp/load.$run"
	python3 "$here/baseline.py" "$tmp/records/content/all.jsonl" > "$tmp/base.$run"
done
echo "$records articles of JSONL, from the file to the archive"
awk '$1 == "scan" || $1 == "load" || $1 == "finish" {
	wall[FILENAME] += $2; cpu[FILENAME] += $4; peak[FILENAME] = $(NF - 1)
} END { for (f in wall) print wall[f], cpu[f], peak[f] }' "$tmp"/load.* > "$tmp/loads"
wall=$(cut -d' ' -f1 "$tmp/loads" | median) cpu=$(cut -d' ' -f2 "$tmp/loads" | median)
peak=$(cut -d' ' -f3 "$tmp/loads" | median)
base=$(cut -d' ' -f2 "$tmp"/base.* | median)
awk -v n="$records" -v w="$wall" -v c="$cpu" -v b="$base" -v p="$peak" 'BEGIN {
	printf "loading                          %6d articles/s, %.1f KB an article at the peak\n", n / w, p * 1.024 / n
	printf "Python and regular expressions   %6.1f times the CPU time\n", b / c
}'
rm -rf "$tmp/records"

mkdir -p "$tmp/site/content"
for i in $(seq 0 99); do mkdir "$tmp/site/content/$(printf %02d "$i")"; done
make_articles "$articles"
echo "$articles articles, published"
for run in $(seq "$runs"); do
	fresh; a=$(milliseconds by_arsip)
	fresh; g=$(milliseconds by_add)
	again=$(fresh; by_arsip; milliseconds by_arsip)
	echo "$a $g $again"
done | sort -n | tee "$tmp/runs" | awk '
	{ add[NR] = $2 / $1; ms[NR] = $1; again[NR] = $3 }
	function median(v, n,  i, j, t) {
		for (i = 1; i <= n; i++)
			for (j = i + 1; j <= n; j++)
				if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t }
		return v[int((n + 1) / 2)]
	}
	END {
		printf "arsip publish                    %6d ms\n", median(ms, NR)
		printf "again, nothing changed           %6d ms\n", median(again, NR)
		printf "build + git add + git commit     %6.1f times as long\n", median(add, NR)
	}'
