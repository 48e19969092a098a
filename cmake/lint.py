#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py BUILD_FOLDER [FILE...]: clang-format, clang-tidy and clazy over our sources, or over the files named.

Nearly all of a tool's time goes into Qt's headers, so units of one folder are looked at together, as one file that
includes them. Where that finds something, or does not compile, halves of the group are looked at, down to the unit
alone: what is reported was found in the unit alone. What was found clean is looked at again only when it, a header of
ours that it includes, or a rule has changed; BUILD_FOLDER/lint remembers.
"""

import concurrent.futures
import hashlib
import itertools
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

GROUP = 8
# Constants may be texts, which cost nothing that matters at the start; Qt 6 has no QStringRef.
CLAZY_CHECKS = ("level0,level1,connect-3arg-lambda,old-style-connect,tr-non-literal,use-chrono-in-qtimer,"
                "virtual-call-ctor,no-non-pod-global-static,no-qstring-ref")


def output_of(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, **options).stdout


def dependencies(build):
    """The sources of ours that each unit read when it was last built."""
    root = f"{os.getcwd()}/"
    found = {}
    for block in output_of("ninja", "-C", build, "-t", "deps").split("\n\n"):
        paths = [os.path.normpath(line.strip()) for line in block.splitlines() if line.startswith("    ")]
        ours = [path.removeprefix(root) for path in paths if path.startswith(root)]
        if ours:
            found.setdefault(ours[0], ours)
    return found


def keys_of(units, build):
    """One for each unit; it changes with whatever the verdict on the unit depends on."""
    rules = "".join((output_of("clang-tidy", "--version"), output_of("clazy-standalone", "--version"),
                     Path(".clang-tidy").read_text(), Path(__file__).read_text()))
    needed = dependencies(build)

    def key(unit):
        digest = hashlib.sha256(rules.encode())
        for path in sorted(needed[unit]):
            if Path(path).suffix in (".cpp", ".h") and Path(path).exists():
                digest.update(path.encode() + Path(path).read_bytes())
        return digest.hexdigest()

    return {unit: key(unit) for unit in units if unit in needed}


def commands_of(build):
    """What each unit is compiled with, but for warnings, which compilers name differently, and gcc's precompiled
    headers."""
    found = {}
    for entry in json.loads((Path(build) / "compile_commands.json").read_text()):
        arguments = shlex.split(entry["command"])
        kept = []
        skips = False
        for i, argument in enumerate(arguments):
            if skips or argument in ("-c", entry["file"]) or argument.startswith(("-W", "-fuse-ld")):
                skips = False
            elif argument == "-o" or (argument == "-include" and arguments[i + 1].endswith("cmake_pch.hxx")):
                skips = True
            elif not argument.endswith("ccache"):
                kept.append(argument)
        found.setdefault(os.path.relpath(entry["file"]), kept)
    return found


class Tool:
    """Looks at units, together and alone."""

    def __init__(self, name, commands, keys, memory):
        self.name = name
        self.commands = commands
        self.keys = keys
        self.memory = memory

    def stamp(self, unit):
        return self.memory / f"{self.name}-{self.keys[unit]}" if unit in self.keys else None

    def is_clean(self, unit):
        stamp = self.stamp(unit)
        return stamp is not None and stamp.exists()

    def findings(self, units):
        """What is wrong with the units, as text."""
        found = self.look(units)
        if not found:
            for unit in units:
                if self.stamp(unit):
                    self.stamp(unit).touch()
            return ""
        if len(units) == 1:
            return found
        middle = len(units) // 2
        return self.findings(units[:middle]) + self.findings(units[middle:])

    def look(self, units):
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.abspath(units[0])
            if len(units) > 1:
                file = f"{folder}/group.cpp"
                # Each test has a main() of its own.
                Path(file).write_text("".join(
                    f"#define main main{i}\n#include \"{os.path.abspath(unit)}\"\n#undef main\n"
                    for i, unit in enumerate(units)))
            arguments = list(self.commands[units[0]])
            for unit in units[1:]:
                arguments += [each for each in self.commands[unit] if each not in arguments]
            Path(folder, "compile_commands.json").write_text(json.dumps(
                [{"directory": os.getcwd(), "file": file, "arguments": [*arguments, "-c", file]}]))
            return self.run(folder, file, len(units) > 1)

    def run(self, folder, file, is_group):
        if self.name == "clang-tidy":
            more = ["--checks=-bugprone-suspicious-include",
                    r"--header-filter=(common|server|client|app|tests)/.*\.(h|cpp)$"] if is_group else []
            done = subprocess.run(["clang-tidy", "-p", folder, "--quiet", *more, file],
                                  capture_output=True, text=True, check=False)
            return "" if done.returncode == 0 else done.stdout or done.stderr or f"{file}: clang-tidy failed\n"
        done = subprocess.run(["clazy-standalone", "-p", folder, f"--checks={CLAZY_CHECKS}", file],
                              capture_output=True, text=True, check=False,
                              env={**os.environ, "CLAZY_IGNORE_DIRS": ".*(/usr/|_autogen).*"})
        lines = (done.stdout + done.stderr).splitlines(keepends=True)
        return "".join(sorted({line for line in lines if re.search(r"error:|warning:.*clazy", line)}))


def groups_of(units, commands):
    """Units of one folder that are compiled with the same definitions, a few at a time."""
    def kind(unit):
        return (os.path.dirname(unit), [each for each in commands[unit] if each.startswith("-D")])
    for _, alike in itertools.groupby(sorted(units, key=kind), kind):
        alike = list(alike)
        yield from (alike[i:i + GROUP] for i in range(0, len(alike), GROUP))


def main(build, files):
    files = files or output_of("git", "ls-files", "*.cpp", "*.h").split()
    is_clean = True

    print(f"clang-format: {len(files)} files", flush=True)
    if subprocess.run(["clang-format", "--dry-run", "--Werror", *files], check=False).returncode != 0:
        is_clean = False

    commands = commands_of(build)
    units = [file for file in files if file.endswith(".cpp")]
    for unit in [unit for unit in units if unit not in commands]:
        print(f"{unit}: it is not part of the build, so it cannot be looked at")
        units.remove(unit)
        is_clean = False
    keys = keys_of(units, build)
    memory = Path(build) / "lint"
    memory.mkdir(exist_ok=True)
    for name in ("clang-tidy", "clazy"):
        tool = Tool(name, commands, keys, memory)
        left = [unit for unit in units if not tool.is_clean(unit)]
        print(f"{name}: {len(units)} files, {len(left)} of them new or changed", flush=True)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for found in pool.map(tool.findings, groups_of(left, commands)):
                print(found, end="", flush=True)
                is_clean = is_clean and not found
    return 0 if is_clean else 1


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
