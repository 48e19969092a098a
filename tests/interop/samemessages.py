#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# samemessages.py WIRETALE LESSONS: plays the shipped lessons twice with one seed. All must end well, and each
# client must have sent and been sent the same kinds of messages, in the same order.

import collections
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

# With two thousand clients in one process the machine's own time is no longer small beside the clock's: it is played to
# its end, alone and once.
CROWD = "crowd"
RATE = "5"
AT_ONCE = 4


def play(program, lesson, export):
    subprocess.run(
        [program, "run", lesson, "--rate", RATE, "--seed", "1", "--answers", "right", "--port", "0",
         "--export", export],
        check=True, stdout=subprocess.DEVNULL, timeout=120)


def messages_by_client(export):
    found = collections.defaultdict(list)
    with open(export, encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            found[record["client"]].append((record["kind"], record["from"]))
    return found


def difference(lesson, first, second):
    """One sentence, or None when there is none."""
    if first.keys() != second.keys():
        return f"{lesson.name}: other clients: {sorted(first.keys() ^ second.keys())}"
    for client, messages in first.items():
        others = second[client]
        if messages == others:
            continue
        place = next((i for i, pair in enumerate(zip(messages, others)) if pair[0] != pair[1]),
                     min(len(messages), len(others)))
        return (f"{lesson.name}: {client}: message {place + 1} is {messages[place:place + 3]} in one run and "
                f"{others[place:place + 3]} in the other ({len(messages)} and {len(others)} messages)")
    return None


def main(program, folder):
    lessons = sorted(pathlib.Path(folder).glob("*.lesson.yaml"))
    assert len(lessons) >= 12, lessons
    crowd = next(lesson for lesson in lessons if lesson.name == f"{CROWD}.lesson.yaml")
    lessons.remove(crowd)
    faults = []
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        runs = [(lesson, [f"{scratch}/{lesson.name}.{i}.jsonl" for i in (1, 2)]) for lesson in lessons]
        waiting = [pool.submit(play, program, lesson, export) for lesson, exports in runs for export in exports]
        for each in waiting:
            each.result()
        for lesson, exports in runs:
            first, second = map(messages_by_client, exports)
            assert sum(map(len, first.values())) > 10, f"{lesson.name}: hardly anything passed"
            faults.append(difference(lesson, first, second))
        play(program, crowd, f"{scratch}/crowd.jsonl")
    faults = [fault for fault in faults if fault]
    print("\n".join(faults) or f"{len(lessons)} lessons, each twice the same")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
