#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lint.sh BUILD_FOLDER [FILE...]: clang-format, clang-tidy and clazy over our sources, or over the files named.
# What was found clean is looked at again only when it, a header of ours that it includes, or a rule has changed:
# BUILD_FOLDER/lint remembers.

set -u
build=$1
shift
if [ $# -gt 0 ]; then
    files=("$@")
else
    mapfile -t files < <(git ls-files '*.cpp' '*.h')
fi
mapfile -t units < <(printf '%s\n' "${files[@]}" | grep '\.cpp$')
failed=0

echo "clang-format: ${#files[@]} files"
clang-format --dry-run --Werror "${files[@]}" || failed=1

export database clean=$build/lint
export clazy_checks=level0,level1,connect-3arg-lambda,old-style-connect,tr-non-literal,use-chrono-in-qtimer,virtual-call-ctor
mkdir -p "$clean"
database=$(mktemp -d)
trap 'rm -rf "$database"' EXIT
# Clang cannot read the precompiled headers of gcc.
sed -E 's/-Winvalid-pch//g; s/-include [^ "]*cmake_pch\.hxx//g; s/-fuse-ld=mold//g' \
    "$build/compile_commands.json" >"$database/compile_commands.json"

# "UNIT KEY" a line. The key changes with all that the verdict on the unit depends on: its text and that of our headers
# which it included when it was last built, the rules, the tools. A unit that was not built has no line.
rules=$( (clang-tidy --version; clazy-standalone --version; cat .clang-tidy cmake/lint.sh) 2>/dev/null | sha256sum)
sources_and_hashes() {
    git ls-files -z '*.cpp' '*.h' | xargs -0 sha256sum
}
{ sources_and_hashes; ninja -C "$build" -t deps; } |
    awk -v root="$PWD/" '
        NF == 2 && length($1) == 64 { hash[$2] = $1; next }
        /: #deps/ { unit = ""; next }
        NF == 1 {
            path = $1
            while (sub(/[^\/]+\/\.\.\//, "", path)) { }
            if (index(path, root) != 1)
                next
            path = substr(path, length(root) + 1)
            if (unit == "") {
                unit = path
                isKnown = unit in seen
                seen[unit] = 1
            }
            if (!isKnown && path in hash)
                print unit, path, hash[path]
        }' | sort |
    awk '{ if ($1 != unit && unit != "") { print unit, text; text = "" } unit = $1; text = text $2 $3 }
         END { if (unit != "") print unit, text }' |
    while read -r unit text; do
        key=$(sha256sum <<<"$rules $text")
        echo "$unit ${key%% *}"
    done >"$database/keys"

# judge TOOL UNIT: what the tool finds in it goes to standard output.
judge() {
    local tool=$1 unit=$2 key found
    key=$(awk -v unit="$unit" '$1 == unit { print $2 }' "$database/keys")
    [ -n "$key" ] && [ -e "$clean/$tool-$key" ] && return 0
    if [ "$tool" = clang-tidy ]; then
        if found=$(clang-tidy -p "$database" --quiet "$unit" 2>/dev/null); then
            found=
        elif [ -z "$found" ]; then
            found="$unit: clang-tidy failed"
        fi
    else
        found=$(CLAZY_IGNORE_DIRS='.*(/usr/|_autogen).*' \
            clazy-standalone -p "$database" --checks="$clazy_checks" "$unit" 2>&1 |
            grep -E 'error:|warning:.*clazy' | sort -u)
    fi
    if [ -z "$found" ]; then
        [ -z "$key" ] || touch "$clean/$tool-$key"
        return 0
    fi
    printf '%s\n' "$found"
    return 1
}
export -f judge

for tool in clang-tidy clazy; do
    echo "$tool: ${#units[@]} files"
    printf '%s\0' "${units[@]}" |
        xargs -0 -n 1 -P "$(nproc)" bash -c 'judge "$@"' judge $tool || failed=1
done

exit $failed
