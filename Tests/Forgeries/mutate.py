#!/usr/bin/env python3
"""Random changes of a sound directory, for holding two verifiers against each other.

    mutate.py SOUND OUTDIR --seed N --count K [--directories]

Writes OUTDIR/mutations.jsonl, a change a line: its number, its kind, what must be answered (`found`: no
verifier may accept it; `perhaps`: they only have to agree; `signers`: it touches the list of allowed
signers alone, which a stranger's check does not read) and what becomes of each file: its new bytes
where they differ (`at`, `old` many bytes replaced by `new`, in base64), or null where it is gone. With
--directories each is written out as OUTDIR/NUMBER. The same seed over the same directory gives the
same changes.
"""
import argparse
import base64
import json
import os
import random
import sys

import mutations_pages  # noqa: F401
from mutations import KINDS


def read(folder):
    """Every file of a directory by its path."""
    found = {}
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def patch(old, new):
    """The one stretch that differs."""
    if new is None:
        return None
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return {"at": start, "old": len(old) - start - end,
            "new": base64.b64encode(new[start:len(new) - end]).decode("ascii")}


def apply(files, changes):
    """The files of a directory after a change; `files` stays as it is."""
    changed = dict(files)
    for path, one in changes.items():
        if one is None:
            changed.pop(path, None)
            continue
        old = files.get(path, b"")
        changed[path] = old[:one["at"]] + base64.b64decode(one["new"]) + old[one["at"] + one["old"]:]
    return changed


def write(files, folder):
    for path, content in files.items():
        path = os.path.join(folder, path)
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
        os.chmod(path, 0o600)


def mutations(files, seed, count):
    """`count` changes, each another than nothing."""
    chance = random.Random(seed)
    names = sorted(KINDS)
    made = 0
    while made < count:
        kind = chance.choice(names)
        changed = dict(files)
        must = KINDS[kind](changed, chance)
        paths = [path for path in sorted(set(files) | set(changed)) if files.get(path) != changed.get(path)]
        if must is None or not paths:
            continue
        made += 1
        yield {"number": made, "kind": kind, "must": must,
               "files": {path: patch(files.get(path, b""), changed.get(path)) for path in paths}}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sound")
    parser.add_argument("outdir")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--directories", action="store_true")
    asked = parser.parse_args()
    files = read(asked.sound)
    os.makedirs(asked.outdir, exist_ok=True)
    with open(os.path.join(asked.outdir, "mutations.jsonl"), "w", encoding="ascii") as file:
        for change in mutations(files, asked.seed, asked.count):
            file.write(json.dumps(change) + "\n")
            if asked.directories:
                write(apply(files, change["files"]), os.path.join(asked.outdir, str(change["number"])))


if __name__ == "__main__":
    sys.exit(main())
