#!/usr/bin/env python3
"""Asks the program about every forged directory in two ways: as `verify` judges it, and as its lists and screens do.

    screens.py OUTDIR --program PATH [--only NAME]... [--jobs N]

For each entry `list KIND --json` has to give the verdict that `verify --pages` gives, to bear the marks that stand there
beside it and the pages about it, and to wait for the side that its state says; `list open` has to have exactly the
entries that wait. Printed is a line for each difference; the exit status is 1 if there is any.
"""
import argparse
import collections
import concurrent.futures
import fnmatch
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

import verifiers

SIDES = {"waits-inspector": "inspector", "waits-inspected": "inspected", "waits-outgoing": "outgoing",
         "waits-incoming": "incoming", "waits-witness": "witness", "waits-review": "reviewer"}
KINDS = ["patrol", "inspection", "check", "handover"]
OWN = "QS"


def rows(program, folder, *words):
    run = subprocess.run([program, "list", *words, "--json", "--at", verifiers.Program.NOW, "--data", folder],
                         capture_output=True)
    return [json.loads(line) for line in run.stdout.decode("utf-8", "replace").split("\n") if line.startswith("{")]


def about(folder):
    """Of each page that is about an entry, which that is: a review is about a refusal, which is about one."""
    target = {}
    for path in glob.glob(os.path.join(folder, "books", "*", "*.rec")):
        book, year = os.path.basename(path)[:-4], os.path.basename(os.path.dirname(path))
        if not os.path.isfile(path):
            continue
        with open(path, encoding="utf-8", errors="replace") as file:
            number, kind = "", ""
            for line in file:
                name, _, value = line.rstrip("\n").partition(": ")
                if name == "Number":
                    number = value
                elif name == "Kind":
                    kind = value
                elif name in ("Signs", "Corrects") and kind != "close":
                    words = value.split(" ")
                    if len(words) > 3:
                        target[book, year, number] = (words[0], words[1], words[3])

    def entry(place):
        seen = set()
        while place in target and place not in seen:
            seen.add(place)
            place = target[place]
        return place
    return {place: entry(place) for place in target}


def marks_beside(judged, folder):
    """The marks of each entry that counts, and of the pages about it."""
    marks = collections.defaultdict(set)
    entries = about(folder)
    for place, own in judged.marks.items():
        marks[entries.get(place, place)] |= own
    return marks


def differences(program, folder):
    with tempfile.TemporaryDirectory() as work:
        judged = verifiers.Program(program).ask(folder, work)
    beside = marks_beside(judged, folder)
    with tempfile.TemporaryDirectory() as work:
        copy = os.path.join(work, "given")
        shutil.copytree(folder, copy, symlinks=True)
        listed = set()
        for kind in KINDS:
            for row in rows(program, copy, kind, "--from", "2020-01-01", "--to", "2027-12-31"):
                place = (row["Book"], row["Year"], row["Number"])
                listed.add(place)
                if place not in judged.pages:
                    continue
                # Of a volume in another's place verify says so once, and leaves its pages unchecked.
                verdict = "unchecked" if row["Verdict"] == "J1" else row["Verdict"]
                if verdict != judged.pages[place]:
                    yield f"{' '.join(place)}: list says {row['Verdict']}, verify {judged.pages[place]}"
                if set(row.get("Marks", "").split()) != beside[place]:
                    yield f"{' '.join(place)}: list marks {row.get('Marks', '')}, verify {' '.join(sorted(beside[place]))}"
                state = judged.states.get(place, "")
                waiting = SIDES.get(state, "")
                if state != "waits-again" and row.get("Waiting", "") != waiting or state == "waits-again" and not row.get("Waiting", ""):
                    yield f"{' '.join(place)}: list waits for “{row.get('Waiting', '')}”, verify says {state or 'nothing'}"
        # What can't be told to be an entry any more is in no list.
        for place in judged.states:
            if place not in listed:
                yield f"{' '.join(place)}: in no list"
        opened = {(row["Book"], row["Year"], row["Number"]) for row in rows(program, copy, "open")
                  if row["Duty"] not in ("matter", "out")}
        # The list is of the station's own books.
        waits = {place for place, state in judged.states.items() if state.startswith("waits-")}
        for place in sorted(place for place in waits - opened if place[0].startswith(OWN)):
            yield f"{' '.join(place)}: waits ({judged.states[place]}), and list open has it not"
        for place in sorted(opened - waits):
            yield f"{' '.join(place)}: in list open, and does not wait ({judged.states.get(place)})"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("outdir")
    parser.add_argument("--program", metavar="PATH", required=True)
    parser.add_argument("--only", action="append", metavar="NAME")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    names = sorted(name for name in os.listdir(asked.outdir) if os.path.isdir(os.path.join(asked.outdir, name)))
    if asked.only:
        names = [name for name in names if any(fnmatch.fnmatch(name, pattern) for pattern in asked.only)]
    count = collections.Counter()
    program = os.path.abspath(asked.program)
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        found = pool.map(lambda name: (name, list(differences(program, os.path.join(asked.outdir, name)))), names)
        for name, lines in found:
            count["cases"] += 1
            count["cases that differ"] += bool(lines)
            for line in lines:
                print(f"{name}  {line}", flush=True)
    print(" ".join(f"{number} {word}" for word, number in count.items()))
    return 1 if count["cases that differ"] else 0


if __name__ == "__main__":
    sys.exit(main())
