#!/usr/bin/env python3
"""Writes the sound directory and every forged one.

    forge.py OUTDIR [--only NAME]... [--demo] [--keys FOLDER] [--list]

OUTDIR/sound is a data directory of format 2 in which every page counts, OUTDIR/NAME one in which a
forger was at work. OUTDIR/cases.tsv says what a verifier has to answer, a line an answer: name,
rules (any of them is right), volume, page (any of them), `wide` where honest pages may fall with it,
what the case is about. OUTDIR/states.tsv
says in which state the entries of the sound directory are. Keys lie in OUTDIR/.keys unless it is
said otherwise; the same keys give the same directories.
"""
import argparse
import fnmatch
import os
import shutil

import cases
import states
import station
from sshkeys import KeyRing


def fresh_folder(*parts):
    folder = os.path.join(*parts)
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("outdir")
    parser.add_argument("--only", action="append", metavar="NAME", help="a name, or a pattern such as 'j10-*'")
    parser.add_argument("--demo", action="store_true", help="ids that begin with demo-, and its namespaces")
    parser.add_argument("--keys", metavar="FOLDER")
    parser.add_argument("--list", action="store_true", help="only names the cases")
    asked = parser.parse_args()
    names = [name for name in cases.register()
             if not asked.only or any(fnmatch.fnmatch(name, pattern) for pattern in asked.only)]
    if asked.list:
        print("\n".join(names))
        return
    ring = KeyRing(asked.keys or os.path.join(asked.outdir, ".keys"))
    sound = station.sound(ring, asked.demo)
    sound.write(fresh_folder(asked.outdir, "sound"))
    with open(os.path.join(asked.outdir, "states.tsv"), "w", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in states.of_sound(sound))
    lines = []
    for name in names:
        world, expected = cases.forge(name, sound)
        world.write(fresh_folder(asked.outdir, name))
        kind = cases.CASES[name]
        lines += [[name, rules or "-", volume, page, "wide" if kind.wide else "-", kind.about.split("\n")[0]]
                  for rules, volume, page in expected]
    with open(os.path.join(asked.outdir, "cases.tsv"), "w", encoding="utf-8") as file:
        # A name may have a line end in it.
        file.writelines("\t".join(line).replace("\n", "\\n") + "\n" for line in lines)
    print(f"{len(names)} cases")


if __name__ == "__main__":
    main()
