#!/usr/bin/env python3
"""Writes the sound directory and every forged one.

    forge.py OUTDIR [--only NAME]... [--demo] [--keys FOLDER] [--list]

OUTDIR/sound is a data directory of format 2 in which every page counts, OUTDIR/NAME one in which a
forger was at work, and OUTDIR/cases.tsv says what a verifier has to answer. Keys lie in
OUTDIR/.keys unless it is said otherwise; the same keys give the same directories.
"""
import argparse
import os
import shutil

import station
from sshkeys import KeyRing


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("outdir")
    parser.add_argument("--only", action="append", metavar="NAME")
    parser.add_argument("--demo", action="store_true", help="ids that begin with demo-, and its namespaces")
    parser.add_argument("--keys", metavar="FOLDER")
    asked = parser.parse_args()
    ring = KeyRing(asked.keys or os.path.join(asked.outdir, ".keys"))
    sound = station.sound(ring, asked.demo)
    shutil.rmtree(os.path.join(asked.outdir, "sound"), ignore_errors=True)
    sound.write(os.path.join(asked.outdir, "sound"))


if __name__ == "__main__":
    main()
