#!/usr/bin/env bash
# The web app: bash scripts/web.sh build|check|codegen|e2e
#
#   build    builds it into web/dist/app, from where the server takes it in
#   check    format, lints, types and unit tests
#   codegen  describes the API anew in web/openapi.json and generates the client from it
#   e2e      opens it in a browser against a real server on a demo company
# Needs Node 20.19 or newer.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
. scripts/environment.sh

fail() {
  printf 'error: %s\n  do: %s\n' "$1" "$2" >&2
  exit 1
}

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  fail "Node is missing" "install Node 20.19 or newer with its npm"
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number);
  process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  fail "Node $(node --version) is too old" "install Node 20.19 or newer"
fi

# Packages are installed again only when the lock file is another one.
install() {
  local mark=web/node_modules/.tandem-lock
  if ! cmp -s web/package-lock.json "$mark"; then
    # Not `npm ci`: it refuses a lock file without the packages of other systems, and not every
    # registry has those.
    npm --prefix web install --no-save --no-progress
    cp web/package-lock.json "$mark"
  fi
}

case "${1:-}" in
build)
  install
  npm --prefix web run --silent build
  ;;
check)
  install
  npm --prefix web run --silent check
  # The client must be what the description of the API gives.
  generated="$(mktemp)"
  trap 'rm -f "$generated"' EXIT
  node web/build/codegen.mjs "$generated"
  cmp -s "$generated" web/src/api/schema.d.ts ||
    fail "the client is older than web/openapi.json" "run: bash scripts/web.sh codegen"
  ;;
codegen)
  install
  described="$(mktemp)"
  trap 'rm -f "$described"' EXIT
  cargo run --quiet --package tandem-server --example describe >"$described"
  cp "$described" web/openapi.json
  npm --prefix web run --silent codegen
  ;;
e2e)
  install
  npm --prefix web run --silent e2e
  ;;
*)
  echo "usage: bash scripts/web.sh build|check|codegen|e2e" >&2
  exit 2
  ;;
esac
