#!/usr/bin/env python3
"""Asks a verifier about every forged directory and says where it answers otherwise than cases.tsv.

    run.py OUTDIR --check FILE [--only NAME]... [--jobs N]      a stranger's check, `sh FILE -v`
    run.py OUTDIR --program PATH ...                            the program: `PATH verify --json --pages --heads …`

Printed is a line for each disagreement: the case, what was asked, what was answered.
    miss    a forgery that was not answered as it should be
    passed  a forgery with which everything is said to be well
    extra   a page accused that nobody forged, in a case that only adds pages or in an honest one
    state   (with --states) an entry that is in another state than in the sound directory
The exit status is 1 if there is a miss, a passed one or an extra one, or a state in the sound directory is another.
"""
import argparse
import collections
import concurrent.futures
import csv
import fnmatch
import os
import sys
import tempfile

import verifiers

# What the stranger's check says that it leaves out.
LEFT_OUT = {"J28": "the list of allowed signers", "j3-inspection-decomposed": "NFC",
            "j12-same-as-in-a-register": "registers"}


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def pages_of(folder):
    """Every volume's text, to see whether pages were added alone."""
    found = {}
    for where, _, names in os.walk(os.path.join(folder, "books")):
        for name in names:
            path = os.path.join(where, name)
            if not os.path.islink(path):
                with open(path, "rb") as file:
                    found[os.path.relpath(path, folder)] = file.read()
    return found


def only_adds(sound, forged):
    return all(forged.get(path, b"").startswith(text) for path, text in sound.items())


def is_answered(answer, rules, path, page):
    if "exit2" in rules and answer.status == 2 or "any" in rules and answer.status:
        return True
    return any(found.rule in rules and found.path == path and (path == "heads.txt" or found.page in page)
               for found in answer.findings)


def compare(name, expected, answer, adds):
    """Lines of disagreement: what kind, and what about."""
    said = ", ".join(f"{found.path}:{found.page} {found.rule}" for found in answer.findings[:4]) or "nothing"
    asked = set()
    for rules, path, page in expected:
        if rules == "-":
            continue
        rules, page = rules.split("|"), page.split("|")
        if not is_answered(answer, rules, path, page):
            kind = "miss" if answer.status else "passed"
            yield kind, f"{path}:{'|'.join(page)} {'|'.join(rules)}: said {said} (exit {answer.status})"
        asked |= {(path, one) for one in page}
    if adds or all(row[0] == "-" for row in expected):
        for found in answer.findings:
            # A forger of pages leaves the list of signers as it was: that is found as well.
            if found.rule == "J28" and any(row[0] != "-" for row in expected):
                continue
            if (found.path, found.page) not in asked and (found.path, "0") not in asked:
                yield "extra", f"{found.path}:{found.page} {found.rule} {found.words}"
        if all(row[0] == "-" for row in expected) and answer.status:
            yield "extra", f"exit {answer.status}: {answer.end}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("outdir")
    parser.add_argument("--check", metavar="FILE")
    parser.add_argument("--program", metavar="PATH")
    parser.add_argument("--only", action="append", metavar="NAME")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--states", action="store_true")
    asked = parser.parse_args()
    verifier = verifiers.Program(asked.program) if asked.program else verifiers.Check(asked.check)
    cases = collections.OrderedDict(sound=[("-", "-", "-")])
    wide = set()
    for name, rules, path, page, reach, *_ in read_rows(os.path.join(asked.outdir, "cases.tsv")):
        if asked.check and not LEFT_OUT.keys().isdisjoint((name, rules)):
            continue
        if not asked.only or any(fnmatch.fnmatch(name, pattern) for pattern in asked.only):
            cases.setdefault(name, []).append((rules, path, page))
            wide |= {name} if reach == "wide" else set()
    states = {tuple(row[:3]): row[3] for row in read_rows(os.path.join(asked.outdir, "states.tsv"))}
    sound = pages_of(os.path.join(asked.outdir, "sound"))
    count = collections.Counter()

    def ask(name):
        folder = os.path.join(asked.outdir, name)
        with tempfile.TemporaryDirectory() as work:
            return name, verifier.ask(folder, work), name not in wide and only_adds(sound, pages_of(folder))

    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        for name, answer, adds in pool.map(ask, cases):
            count["cases"] += 1
            for kind, words in compare(name, cases[name], answer, adds):
                count[kind] += 1
                print(f"{kind:7}{name}  {words}", flush=True)
            for entry, state in states.items():
                now = answer.states.get(entry)
                if now != state and (name == "sound" or asked.states and adds):
                    count["state"] += 1
                    # In the sound directory every entry is where its own table says.
                    count["extra"] += name == "sound"
                    print(f"state  {name}  {' '.join(entry)} {now}, was {state}", flush=True)
    print(", ".join(f"{number} {kind}" for kind, number in count.items()))
    sys.exit(1 if any(count[kind] for kind in ("miss", "passed", "extra")) else 0)


if __name__ == "__main__":
    main()
