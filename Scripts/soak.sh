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
    "$program" record patrol --data "$where/city" --at $at --team QS --from "$from" --to +5 >> "$saved" 2> /dev/null &
  done
  # Killed somewhere between starting and having saved.
  sleep "0.0$((round % 10))"
  pkill -9 -P $$ xunfang || true
  wait
done
"$program" record patrol --data "$where/city" --at $at --team QS --from 2228 --to 2230 >> "$saved"
"$program" verify --data "$where/city" || { echo "a volume does not verify" >&2; exit 1; }
lost=0
while read -r _ _ _ _ digest; do
  grep -q "$digest" "$where/city/books/2026/QS.patrol.rec" || lost=$((lost + 1))
done < "$saved"
echo "$round rounds, $(wc -l < "$saved") pages called saved, $lost lost"
[ $lost = 0 ]
