# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by run and check: what the project needs from the system, and how it gets there.
# Each list says why in CONTRIBUTING.md.

BuildPackages=(
    g++ cmake ninja-build mold libgl-dev
    qt6-base-dev libqt6opengl6-dev qt6-httpserver-dev qt6-websockets-dev qt6-charts-dev qt6-svg-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    libyaml-cpp-dev zlib1g-dev libbrotli-dev
    fonts-dejavu-core
)
TestPackages=(
    xvfb xauth tshark curl jq python3 python3-yaml python3-jsonschema chromium
    plantuml default-jre-headless librsvg2-bin poppler-utils tcpdump
)
# Another Node.js than Debian's does as well, and brings its npm along.
command -v node >/dev/null || TestPackages+=(nodejs)
command -v npm >/dev/null || TestPackages+=(npm)
LintPackages=(clang clang-format clang-tidy clazy python3)

# missing_packages PACKAGE... prints those that are neither installed nor provided by one that is: what Debian 12 keeps
# in a package of its own, a later Debian may have taken into another.
missing_packages() {
    local package present
    present=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' 2>/dev/null |
        sed -n 's/^installed //p' | tr ',' '\n' | sed 's/(.*//; s/ //g')
    for package in "$@"; do
        grep -qxF "$package" <<<"$present" || echo "$package"
    done
}

# need_packages PACKAGE... installs what is missing, or says what it is and fails.
need_packages() {
    local -a missing
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This is not a Debian system, so nothing is installed by itself. Wiretale needs a C++20 compiler," \
             "CMake 3.22, Ninja, yaml-cpp, zlib, brotli and Qt 6.4.2 or later (Core, Network, HttpServer, WebSockets," \
             "Widgets, Charts, Svg, Linguist tools); its tests need, by Debian's names: ${TestPackages[*]}." >&2
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0

    local -a as_root=()
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing, and there is no sudo to install them with: ${missing[*]}." \
                 "Install them as root and call this again." >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}"
    # Noninteractive, so that tshark does not ask who may capture.
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            -o Dpkg::Use-Pty=0 "${missing[@]}" >/dev/null || {
        echo "The packages could not be installed: ${missing[*]}. Is the network there, and is this Debian 12" \
             "or later?" >&2
        return 1
    }
}

# configure_and_build PRESET [TARGET...]
configure_and_build() {
    local preset=$1
    shift
    if [ ! -f "build/$preset/build.ninja" ]; then
        cmake --preset "$preset" --log-level=WARNING || return 1
    fi
    if [ $# -gt 0 ]; then
        cmake --build --preset "$preset" --target "$@"
    else
        cmake --build --preset "$preset"
    fi
}
