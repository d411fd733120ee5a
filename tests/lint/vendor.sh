#!/bin/sh
# One vendor library, one adapter file; memory from arena.c and buf.c.
cd "$(dirname "$0")/../.." || exit 1
n=0 status=0
only() { # PATTERN FILES WHAT
	n=$((n + 1))
	got=$(grep -lE "$1" generator/*.c generator/*/*.[ch] generator/*/*.cc | tr '\n' ' ')
	if [ "${got% }" = "$2" ]; then
		echo "ok $n - $3"
	else
		echo "not ok $n - $3: only $2 may"
		echo "# found in: $got"
		status=1
	fi
}
echo "1..17"
only '#include <ctemplate/' generator/renderer/tmpl.cc libctemplate
only '#include <cmark.h>' generator/renderer/markdown.c cmark
only '#include <git2' generator/publisher/repo.c libgit2
only '#include <libdeflate.h>' generator/publisher/pack.c libdeflate
only '#include <openssl/' generator/publisher/oid.c libcrypto
only '#include <yaml.h>' generator/base/yaml.c libyaml
only '#include <utf8proc.h>' generator/base/fold.c utf8proc
only '#include <pcre2.h>' generator/base/regex.c PCRE2
only '#include <libxml/' generator/loader/html.c libxml2
only '#include <jansson.h>' generator/base/json.c jansson
only '#include <yajl/' generator/base/json_read.c yajl
only '#include <zlib.h>' generator/base/gzip.c zlib
only '#include <zstd.h>' generator/base/zstd.c libzstd
only '#include <microhttpd.h>' generator/commands/http.c libmicrohttpd
only '#include <xxhash.h>' generator/base/hash.c xxHash
only '(^|[^a-z_>.])(malloc|calloc|realloc)\(' \
	'generator/base/arena.c generator/base/base.h generator/base/buf.c' malloc
only '(^|[^a-z_])(system|popen)\(' '' 'a shell'
exit $status
