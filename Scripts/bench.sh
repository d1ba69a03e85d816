#!/bin/sh
# Measures the released program on the demo city and on a synthetic city of 1,000 teams, 20 years and
# 1,000,000 entries: time to start and draw, to search, to list a year, to verify. Medians of nine runs, in one go.
set -e
cd "$(dirname "$0")/.."
program=$PWD/.build/release/xunfang
export XUNFANG_HOME=$PWD
where=${XUNFANG_BENCH:-$PWD/.build/bench}
mkdir -p "$where"
rm -rf "$where/demo" && "$program" demo "$where/demo" > /dev/null
[ -d "$where/city" ] || "$program" generate "$where/city" --teams 1000 --years 20 --entries 1000000
# A million chained pages, twenty thousand signatures among them.
[ -d "$where/signed" ] ||
  "$program" generate "$where/signed" --teams 1000 --years 20 --entries 970000 --signatures 20000

python3 - "$program" "$where" <<'PYTHON'
import os, statistics, subprocess, sys, time

program, where = sys.argv[1:]

def median(name, *arguments, runs=9):
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run([program, *arguments], stdout=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - begun) * 1000)
    print(f"{name:<40}{statistics.median(times):>10.1f} ms")
    return statistics.median(times)

first = ["--script", "", "--size", "120x40", "--dump"]
median("nothing but starting", "--version")
# The index is built by the first look and kept.
median("demo: the first look", "--data", f"{where}/demo", *first, runs=1)
demo = median("demo: start and first frame", "--data", f"{where}/demo", *first)
median("city: the first look", "--data", f"{where}/city", *first, runs=1)
city = median("city: start and first frame", "--data", f"{where}/city", *first)
print(f"{'city to demo':<40}{city / demo:>10.2f}")
keys = "<Down><Up>" * 500
many = median("city: 1,000 keys in the tree", "--data", f"{where}/city", "--script", keys, "--dump", runs=3)
print(f"{'city: one key, without its frame':<40}{(many - city) / 1000:>10.3f} ms")
search = median("city: search every book", "search", "--data", f"{where}/city", "没有这样的词", runs=5)
begun = time.perf_counter()
for _ in range(5):
    subprocess.run(["grep", "-rc", "没有这样的词", f"{where}/city/books"], stdout=subprocess.DEVNULL)
print(f"{'search to grep -rc':<40}{search / ((time.perf_counter() - begun) * 200):>10.2f}")
year = time.gmtime().tm_year - 1
median("city: a year of pages as CSV", "list", "patrol", "--csv", "--data", f"{where}/city",
       "--from", f"{year}-01-01", "--to", f"{year}-12-31", runs=5)

# What verification is held against: sha256sum over the same files on both cores, and the signatures
# at the rate at which they are verified one after another in this very run.
def seconds(command):
    begun = time.perf_counter()
    subprocess.run(command, shell=True, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun

cores = os.cpu_count()
sums = f"find {where}/signed/books -name '*.rec' -print0 | xargs -0 -P{cores} -n 500 sha256sum"
verify = f"{program} verify --data {where}/signed"
seconds(sums), seconds(verify)
ratios = []
for _ in range(5):
    rate = float(subprocess.check_output([program, "docs", "rate"]))
    hashed, verified = seconds(sums), seconds(verify)
    signed = 20000 / rate / cores
    ratios.append(verified / (hashed + signed))
    print(f"sha256sum {hashed:.2f} s + signatures {signed:.2f} s ({rate:.0f} a second); verify {verified:.2f} s")
print(f"{'verify to sha256sum and signatures':<40}{statistics.median(ratios):>10.2f}")
PYTHON

Scripts/bench-day.py "$program" "$where/city"
Scripts/bench-filter.py "$program" "$where/people"
Scripts/bench-start.py "$program" "$where/demo" "$where/city" "$where/people"
