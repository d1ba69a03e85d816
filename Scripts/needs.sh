#!/bin/sh
# Installs the Debian packages named that are missing; says which where it may not.
set -e
missing=""
for package in "$@"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok' || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ]; then
  as=""
elif command -v sudo >/dev/null; then
  as="sudo"
else
  echo "please install:$missing" >&2
  exit 1
fi
$as apt-get update -q
$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $missing
