#!/bin/sh
# Kills writers at random moments, for a while: no page that was called saved may be gone, and every
# volume must verify after the next append. SOAK is the number of rounds.
set -e
cd "$(dirname "$0")/.."
program=$PWD/.build/release/xunfang
export XUNFANG_HOME=$PWD
where=$(mktemp -d)
trap 'rm -rf "$where"' EXIT
at=2026-11-24T22:30:00+08:00
"$program" demo "$where/city" --at $at > /dev/null
saved=$where/saved
: > "$saved"
round=0
while [ $round -lt "${SOAK:-300}" ]; do
  round=$((round + 1))
  for writer in 1 2 3; do
    # Each round's patrol has its own minute, so that none is refused as a repetition.
    minute=$((round * 3 + writer))
    from=$(printf '%02d%02d' $((9 + minute / 60 % 13)) $((minute % 60)))
    "$program" record patrol --data "$where/city" --at $at --team QS --from "$from" --to +5 --members all --found none >> "$saved" 2> /dev/null &
  done
  # Killed somewhere between starting and having saved.
  sleep "0.0$((round % 10))"
  pkill -9 -P $$ xunfang || true
  wait
done
"$program" record patrol --data "$where/city" --at $at --team QS --from 2228 --to 2230 --members all --found none >> "$saved"
"$program" verify --data "$where/city" || { echo "a volume does not verify" >&2; exit 1; }
lost=0
while read -r _ _ _ _ digest; do
  grep -q "$digest" "$where/city/books/2026/QS.patrol.rec" || lost=$((lost + 1))
done < "$saved"
# A table killed while it is imported is in the register whole or not at all, and can be taken back.
python3 - "$program" "$where/city" "$at" <<'PYTHON'
import random, subprocess, sys, time
program, city, at = sys.argv[1:]
table = city + "-people.csv"
with open(table, "w") as file:
    file.write("姓名,队伍\n" + "".join(f"来{i:04d},青石镇专职队\n" for i in range(2000)))
def run(*arguments):
    return subprocess.run([program, *arguments, "--data", city, "--at", at], capture_output=True, text=True)
def people():
    text = open(city + "/register/QSP/members.rec").read()
    return text.count("Name: 来")
whole = 0
for turn in range(60):
    writer = subprocess.Popen([program, "import", "members", table, "--data", city, "--at", at],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(random.uniform(0.05, 0.6))
    writer.kill()
    writer.wait()
    found = people()
    assert found in (0, 2000), f"{found} of 2000 are there"
    if found:
        whole += 1
        assert run("undo").returncode == 0, "an import can't be taken back"
        assert people() == 0
assert run("import", "members", table).returncode == 0 and people() == 2000
print(f"60 imports killed: {whole} whole, {60 - whole} not at all")
PYTHON
echo "$round rounds, $(wc -l < "$saved") pages called saved, $lost lost"
[ $lost = 0 ]
