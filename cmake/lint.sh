#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lint.sh BUILD_FOLDER [FILE...]: clang-format, clang-tidy and clazy over our sources, or over the files named.

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

# Clang cannot read the precompiled headers of gcc.
database=$(mktemp -d)
trap 'rm -rf "$database"' EXIT
sed -E 's/-Winvalid-pch//g; s/-include [^ "]*cmake_pch\.hxx//g; s/-fuse-ld=mold//g' \
    "$build/compile_commands.json" >"$database/compile_commands.json"

echo "clang-tidy: ${#units[@]} files"
printf '%s\0' "${units[@]}" |
    xargs -0 -n 1 -P "$(nproc)" clang-tidy -p "$database" --quiet 2>/dev/null || failed=1

echo "clazy: ${#units[@]} files"
clazy_checks=level0,level1,connect-3arg-lambda,old-style-connect,tr-non-literal,use-chrono-in-qtimer,virtual-call-ctor
printf '%s\0' "${units[@]}" |
    CLAZY_IGNORE_DIRS='.*(/usr/|_autogen).*' xargs -0 -n 1 -P "$(nproc)" \
        clazy-standalone -p "$database" --checks="$clazy_checks" 2>&1 |
    grep -E 'warning:.*clazy' | sort -u && failed=1

exit $failed
