#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""checktrace.py FILE...

Says on standard error what is wrong with files of Chrome trace events: members that the format requires, beginnings
without ends, flows that no slice begins or ends. Prints how many slices each file has. Exit status 1 for a fault.
"""

import collections
import json
import pathlib
import sys

import jsonschema

SCHEMA = json.loads((pathlib.Path(__file__).parent / "traceevents.schema.json").read_text(encoding="utf-8"))


def unbalanced(events):
    """Asynchronous slices must end after they began, each within the one around it."""
    open_slices = collections.defaultdict(list)
    for event in sorted((e for e in events if e["ph"] in "be"), key=lambda e: e["ts"]):
        stack = open_slices[event["cat"], event["id"]]
        if event["ph"] == "b":
            stack.append(event["name"])
        elif event["name"] in stack:
            stack.remove(event["name"])
        else:
            yield f"{event['cat']} {event['id']} ends before it begins"
    for (category, identity), stack in open_slices.items():
        if stack:
            yield f"{category} {identity} does not end"


def loose_flows(events):
    places = {(e["pid"], e["tid"], e["ts"]) for e in events if e["ph"] == "X"}
    flows = collections.defaultdict(list)
    for event in events:
        if event["ph"] in "sf":
            flows[event["cat"], event["id"]].append(event)
            if (event["pid"], event["tid"], event["ts"]) not in places:
                yield f"flow {event['id']} is at no slice"
    for (_, identity), ends in flows.items():
        if [e["ph"] for e in ends] != ["s", "f"] or ends[0]["ts"] > ends[1]["ts"]:
            yield f"flow {identity} does not go from a beginning to an end"


def faults_of(path):
    trace = json.loads(path.read_text(encoding="utf-8"))
    schema_faults = [
        f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in jsonschema.Draft7Validator(SCHEMA).iter_errors(trace)
    ]
    if schema_faults:
        return schema_faults
    events = trace["traceEvents"]
    named = {e["pid"] for e in events if e["ph"] == "M" and e["name"] == "process_name"}
    nameless = [f"process {pid} has no name" for pid in {e["pid"] for e in events} - named]
    print(sum(e["ph"] == "X" for e in events))
    return nameless + list(unbalanced(events)) + list(loose_flows(events))


status = 0
for argument in sys.argv[1:]:
    for fault in faults_of(pathlib.Path(argument)):
        print(f"{argument}: {fault}", file=sys.stderr)
        status = 1
sys.exit(status)
