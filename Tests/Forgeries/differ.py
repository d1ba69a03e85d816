#!/usr/bin/env python3
"""Holds verifiers against each other over random changes.

    differ.py SOUND MUTATIONS.jsonl --check FILE [--program PATH] [--from N] [--to N] [--jobs N]

Of each change it is asked whether a verifier accepts what must be found and, where there are two of
them, whether they say the same: about the whole, and about every page. Printed is a line for each
disagreement:
    accepted  a change that must be found, and was not
    unseen    (with --unseen) a change that need not be found, and was not: to be looked at by people
    differ    two verifiers that do not say the same
    crash     a verifier that gave no answer
"""
import argparse
import collections
import concurrent.futures
import json
import os
import sys
import tempfile

import mutate
import verifiers


def is_sound(answer):
    """Whether nothing of the books is wrong; lists of signers are looked at by the program alone."""
    return answer.status == 0 or answer.status == 1 and bool(answer.findings) and all(
        found.rule == "J28" for found in answer.findings)


def one(change, files, asked):
    """Lines of disagreement about one change."""
    said, lines = [], []
    for verifier in asked:
        with tempfile.TemporaryDirectory() as work:
            folder = os.path.join(work, "directory")
            mutate.write(mutate.apply(files, change["files"]), folder)
            answer = verifier.ask(folder, work)
        said.append(answer)
        reads_lists = isinstance(verifier, verifiers.Program)
        must = change["must"] == "found" or change["must"] == "signers" and reads_lists
        if answer.status not in (0, 1, 2) or not answer.end and not reads_lists:
            lines.append(("crash", f"{type(verifier).__name__} exit {answer.status} {answer.end}"))
        if answer.status == 0 and (must or change["must"] == "perhaps"):
            lines.append(("accepted" if must else "unseen", type(verifier).__name__))
        if answer.status == 0 and answer.findings:
            lines.append(("differ", f"{type(verifier).__name__} accepts what it finds wrong"))
    if len(said) == 2 and change["must"] != "signers":
        one_said, other_said = said
        if is_sound(one_said) != is_sound(other_said):
            lines.append(("differ", f"exit {one_said.status} and {other_said.status}"))
        for page in sorted(one_said.pages.keys() | other_said.pages.keys()):
            verdicts = one_said.pages.get(page), other_said.pages.get(page)
            if verdicts[0] != verdicts[1]:
                lines.append(("differ", f"{' '.join(page)}: {verdicts[0]} and {verdicts[1]}"))
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sound")
    parser.add_argument("mutations")
    parser.add_argument("--check", metavar="FILE")
    parser.add_argument("--program", metavar="PATH")
    parser.add_argument("--from", dest="first", type=int, default=1)
    parser.add_argument("--to", dest="last", type=int, default=10 ** 9)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--unseen", action="store_true")
    given = parser.parse_args()
    asked = [verifiers.Check(given.check)] if given.check else []
    asked += [verifiers.Program(given.program)] if given.program else []
    files = mutate.read(given.sound)
    with open(given.mutations, encoding="ascii") as file:
        changes = [json.loads(line) for line in file]
    changes = [change for change in changes if given.first <= change["number"] <= given.last]
    if not given.program:
        changes = [change for change in changes if change["must"] != "signers"]
    count = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        for change, lines in zip(changes, pool.map(lambda change: one(change, files, asked), changes)):
            count["changes"] += 1
            for kind, words in lines:
                count[kind] += 1
                if kind == "unseen" and not given.unseen:
                    continue
                where = ", ".join(sorted(change["files"]))
                print(f"{kind:9}{change['number']} {change['kind']} ({where})  {words}", flush=True)
    print(", ".join(f"{number} {kind}" for kind, number in count.items()))
    sys.exit(1 if any(count[kind] for kind in ("accepted", "differ", "crash")) else 0)


if __name__ == "__main__":
    main()
