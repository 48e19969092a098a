#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what the scripts beside it need from npm, exactly as package-lock.json pins it, into node_modules
# beside it. Does nothing when that is there already.

set -u
cd "$(dirname "$(readlink -f "$0")")" || exit 1

# Says which lock file the folder was filled from.
stamp=node_modules/.wiretale-lock
if cmp -s package-lock.json "$stamp"; then
    exit 0
fi
if ! command -v npm >/dev/null; then
    echo "npm is missing: install the package npm, or Node.js with its npm, and call this again." >&2
    exit 1
fi
npm ci --ignore-scripts --loglevel=error >&2 && cp package-lock.json "$stamp" || {
    echo "The packages in tests/interop/package.json could not be installed. Is the network there?" >&2
    exit 1
}
