#!/usr/bin/env bash
# Segment's own libraries for the tests: bash scripts/segment.sh run <command…>
#
# Installs the libraries for Node, browsers (with jsdom) and Python in the cache folder. The command
# finds the folder in TANDEM_TEST_SEGMENT. Where that is set already, it is used.
set -euo pipefail

node="3.1.0"
browser="1.84.3"
jsdom="29.1.1"
python="2.4.0"

fail() {
  printf 'error: %s\n  do: %s\n' "$1" "$2" >&2
  exit 1
}

if [ "${1:-}" != "run" ] || [ "$#" -lt 2 ]; then
  echo "usage: bash scripts/segment.sh run <command…>" >&2
  exit 2
fi
shift
if [ -n "${TANDEM_TEST_SEGMENT:-}" ]; then
  exec "$@"
fi

home="${XDG_CACHE_HOME:-$HOME/.cache}/tandem/segment-$node-$browser-$jsdom-$python"
mkdir -p "$(dirname "$home")"
exec 8>"$home.lock"
flock 8
if [ ! -e "$home/complete" ]; then
  command -v npm >/dev/null || fail "Node is missing" "install nodejs 20 or later, and npm"
  command -v python3 >/dev/null || fail "Python is missing" "install python3 with its venv module"
  echo "installing Segment's libraries" >&2
  rm -rf "$home"
  mkdir -p "$home"
  log="$(mktemp)"
  if ! { npm install --prefix "$home" --no-audit --no-fund --ignore-scripts \
    "@segment/analytics-node@$node" "@segment/analytics-next@$browser" "jsdom@$jsdom" &&
    python3 -m venv "$home/python" && "$home/python/bin/python" -m pip install --quiet \
    --disable-pip-version-check "segment-analytics-python==$python"; } >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -rf "$home"
    fail "Segment's libraries could not be installed" "read the output above"
  fi
  rm -f "$log"
  touch "$home/complete"
fi
exec 8>&-
# Tests are built for it, so it is the same from run to run.
export TANDEM_TEST_SEGMENT="$home"
exec "$@"
