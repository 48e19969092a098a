# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every shipped lesson keeps the JSON Schema that editors complete and check it by."""

import json
import pathlib
import sys

import jsonschema
import yaml

folder = pathlib.Path(sys.argv[1])
schema = json.loads((folder / "lesson.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
lessons = sorted(folder.glob("*.lesson.yaml"))
faults = [
    f"{lesson.name}: {'/'.join(map(str, error.path))}: {error.message[:200]}"
    for lesson in lessons
    for error in validator.iter_errors(yaml.safe_load(lesson.read_text(encoding="utf-8")))
]
# The schema must be able to say no.
broken = yaml.safe_load(lessons[0].read_text(encoding="utf-8"))
broken["chapterz"] = []
if validator.is_valid(broken):
    faults.append("a misspelt word passes the schema")
print("\n".join(faults) or f"{len(lessons)} lessons keep the schema")
sys.exit(1 if faults or not lessons else 0)
