#!/bin/sh
# Includes go down only: commands -> publisher, renderer, loader -> archive ->
# base. A stage uses another's face (its one public header) only from commands,
# and nobody includes another room's other headers.
cd "$(dirname "$0")/../.." || exit 1
echo "1..1"
bad=$(grep -n '^#include "' generator/*.c generator/*/*.[ch] generator/*/*.cc |
	awk -F'[:"]' '
	function room(path) { sub(/\/.*/, "", path); return path }
	BEGIN {
		may["base"] = "base"
		may["archive"] = "archive base"
		may["loader"] = "loader archive base"
		may["renderer"] = "renderer archive base"
		may["publisher"] = "publisher base"
		may["commands"] = "commands publisher renderer loader archive base"
		may["main.c"] = "commands"
		face["archive"] = "archive/archive.h archive/article.h"
		face["loader"] = "loader/loader.h"
		face["renderer"] = "renderer/renderer.h renderer/markdown.h"
		face["publisher"] = "publisher/publisher.h"
		face["commands"] = "commands/command.h"
	}
	{
		from = $1; sub(/^generator\//, "", from); from = room(from)
		to = room($4)
		if (!index(" " may[from] " ", " " to " "))
			print $1 ":" $2 ": " from " must not include " $4
		else if (from != to && to != "base" &&
		    !index(" " face[to] " ", " " $4 " "))
			print $1 ":" $2 ": " $4 " is inside of " to
	}')
if [ -z "$bad" ]; then
	echo "ok 1 - includes go down only"
else
	echo "not ok 1 - includes go down only (generator/ARCHITECTURE.md, rooms)"
	echo "$bad" | sed 's/^/# /'
	exit 1
fi
