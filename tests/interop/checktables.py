#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""checktables.py FILE.csv...

Compares each table, as Python's reader of CSV reads it, with the JSON lines beside it (the same name with .jsonl): the
same rows with equal values. Says on standard error what differs. Exit status 1 for a difference.
"""

import csv
import json
import pathlib
import sys

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def cell_of(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return " ".join(map(str, value))
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return str(value)


def differences(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    with open(path.with_suffix(".jsonl"), encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    if len(rows) != len(records):
        yield f"{len(rows)} rows for {len(records)} records"
    for row, record in zip(rows, records):
        expected = {name: cell_of(value) for name, value in record.items()}
        if row != expected:
            yield f"row {row.get('n')} is {row} instead of {expected}"


status = 0
for argument in sys.argv[1:]:
    for difference in differences(pathlib.Path(argument)):
        print(f"{argument}: {difference}", file=sys.stderr)
        status = 1
sys.exit(status)
