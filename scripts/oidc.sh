#!/usr/bin/env bash
# A sign-in provider for the tests: bash scripts/oidc.sh run <command…>
#
# The tests start it themselves; this sees to it that it is there: oidc-provider for Node, a certified
# implementation of OpenID Connect, in the cache folder. The command finds the folder in
# TANDEM_TEST_OIDC. Where that is set already, it is used.
set -euo pipefail

version="9.13.3"

fail() {
  printf 'error: %s\n  do: %s\n' "$1" "$2" >&2
  exit 1
}

if [ "${1:-}" != "run" ] || [ "$#" -lt 2 ]; then
  echo "usage: bash scripts/oidc.sh run <command…>" >&2
  exit 2
fi
shift
if [ -n "${TANDEM_TEST_OIDC:-}" ]; then
  exec "$@"
fi

home="${XDG_CACHE_HOME:-$HOME/.cache}/tandem/oidc-provider-$version"
mkdir -p "$(dirname "$home")"
exec 8>"$home.lock"
flock 8
if [ ! -e "$home/complete" ]; then
  command -v npm >/dev/null || fail "Node is missing" "install nodejs 20 or later, and npm"
  echo "installing oidc-provider $version" >&2
  rm -rf "$home"
  mkdir -p "$home"
  log="$(mktemp)"
  if ! npm install --prefix "$home" --no-audit --no-fund --ignore-scripts \
    "oidc-provider@$version" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -rf "$home"
    fail "oidc-provider could not be installed" "read the output above"
  fi
  rm -f "$log"
  touch "$home/complete"
fi
exec 8>&-
# Tests are built for it, so it is the same from run to run.
export TANDEM_TEST_OIDC="$home"
exec "$@"
