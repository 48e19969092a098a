#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Brings the .ts files up to date with the sources. With --check only says, by its exit status, whether they are.

set -eu
cd "$(dirname "$(readlink -f "$0")")/.."
lupdate=$(command -v /usr/lib/qt6/bin/lupdate lupdate6 lupdate | head -n 1)
languages=(en ru)

if [ "${1:-}" = --check ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    cp translations/*.ts "$folder"
else
    folder=translations
fi
for language in "${languages[@]}"; do
    plural=()
    # English needs its plural forms only; all else is the source text.
    [ "$language" = en ] && plural=(-pluralonly)
    "$lupdate" -silent -locations none -no-obsolete -source-language en_US -target-language "$language" \
        "${plural[@]}" -I . common server client app -ts "$folder/wiretale_$language.ts"
done
if [ "$folder" != translations ]; then
    diff -q "$folder/wiretale_en.ts" translations/wiretale_en.ts
    diff -q "$folder/wiretale_ru.ts" translations/wiretale_ru.ts
fi
