#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# debian13.sh [FOLDER]: builds and tests the committed tree against Debian 13's Qt 6.8 in a root of its own, made by
# mmdebstrap below FOLDER (default: build/debian13; kept, so that the next call only builds). Needs root. The mirror is
# the one that this machine's apt uses.

set -eu
cd "$(dirname "$(readlink -f "$0")")/../.."
. cmake/packages.sh
folder=${1:-$PWD/build/debian13}
root=$folder/root

need_packages mmdebstrap
packages=("${BuildPackages[@]}" "${TestPackages[@]}" nodejs ca-certificates)
if [ ! -e "$root/etc/debian_version" ]; then
    mkdir -p "$folder"
    # The first mirror of Debian proper that apt knows, whichever of its two formats it is written in.
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' |
        grep -v -e security -e -updates -e backports | grep '/debian/\?$' | head -n 1)
    [ -n "$mirror" ] || { echo "apt knows no Debian mirror on this machine." >&2; exit 1; }
    # What apt on this machine needs to reach the mirror (a proxy, certificates), it needs in there as well.
    config=$folder/apt.conf
    apt-config dump | grep -E '^Acquire::(http|https)::' >"$config" || true
    keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    mmdebstrap --variant=apt --aptopt="$config" --keyring="$keyring" \
        --include="$(IFS=,; echo "${packages[*]}")" trixie "$root" "$mirror"
    echo "${packages[*]}" >"$folder/packages"
fi

# With an index of its own, so that only what a commit changed is written, and built, again.
mkdir -p "$root/wiretale"
GIT_INDEX_FILE=$folder/index git --work-tree="$root/wiretale" read-tree --reset -u HEAD
# Scripts only, so what was installed for this machine serves there too.
tests/interop/install.sh
cp -r tests/interop/node_modules "$root/wiretale/tests/interop/"
for mount in proc dev sys; do
    mountpoint -q "$root/$mount" || mount --bind "/$mount" "$root/$mount"
done
trap 'for mount in sys dev proc; do umount "$root/$mount"; done' EXIT
# What the tree has come to need since the root was made.
if [ "${packages[*]}" != "$(cat "$folder/packages" 2>/dev/null)" ]; then
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive sh -euc '
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends "$@" >/dev/null' sh "${packages[@]}"
    echo "${packages[*]}" >"$folder/packages"
fi
chroot "$root" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin bash -euc '
    cd /wiretale
    cmake --preset dev --log-level=WARNING
    cmake --build --preset dev
    ctest --preset dev'
