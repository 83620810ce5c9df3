#!/usr/bin/env bash
# Asks the API of a demo company whatever its own description allows, and some that it does not:
# bash scripts/fuzz.sh [SECONDS]
#
# No answer may be a fault of the server, and none may be one that the description does not name.
# Schemathesis asks; it lives in a virtual environment of Python in the cache folder. The program is
# the one that the tests built. What is asked depends on SCHEMATHESIS_SEED, 1 when it is not set.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
. scripts/environment.sh

version="4.32.5"
seconds="${1:-40}"

fail() {
  printf 'error: %s\n  do: %s\n' "$1" "$2" >&2
  exit 1
}

python="${XDG_CACHE_HOME:-$HOME/.cache}/tandem/schemathesis-$version"
mkdir -p "$(dirname "$python")"
exec 8>"$python.lock"
flock 8
if ! "$python/bin/st" --version >/dev/null 2>&1; then
  command -v python3 >/dev/null || fail "Python is missing" "install python3 with its venv module"
  echo "installing schemathesis $version" >&2
  rm -rf "$python"
  log="$(mktemp)"
  if ! { python3 -m venv "$python" && "$python/bin/python" -m pip install --quiet \
    --disable-pip-version-check "schemathesis==$version"; } >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -rf "$python"
    fail "schemathesis could not be installed" "read the output above; python3-venv may be missing"
  fi
  rm -f "$log"
fi
exec 8>&-

program="${CARGO_TARGET_DIR:-target}/debug/tandem"
[ -x "$program" ] || cargo build --quiet --package tandem
program="$(realpath "$program")"
home="$(mktemp -d)"
server=""
stop() {
  local code="$?"
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$home"
  exit "$code"
}
trap stop EXIT
trap 'exit 130' INT TERM

(cd "$home" && exec "$program" --db "$home/demo.db" demo --size 100 --serve \
  --listen 127.0.0.1:0) >"$home/said" 2>"$home/log" </dev/null &
server="$!"
link=""
for _ in $(seq 1 600); do
  link="$(grep -oE 'http://[0-9.:]+/enter#[^ ]+' <(grep ', operations' "$home/said" || true) || true)"
  [ -z "$link" ] || break
  kill -0 "$server" 2>/dev/null || fail "the server ended: $(cat "$home/log")" "read what it said"
  sleep 0.1
done
[ -n "$link" ] || fail "the server said no way in" "look at what \`tandem demo --serve\` prints"

# A token that may do all that operations may, as connected software has it.
token="$("$python/bin/python" - "${link%%/enter*}" "${link##*#}" <<'PYTHON'
import json, sys, urllib.request
url, link = sys.argv[1:]

def post(path, body, **headers):
    headers |= {"Content-Type": "application/json"}
    asked = urllib.request.Request(url + path, json.dumps(body).encode(), headers)
    answer = urllib.request.urlopen(asked, timeout=60)
    return answer.headers, json.load(answer)

headers, _ = post("/api/v1/session/links", {"link": link})
cookie = headers["Set-Cookie"].split(";")[0]
me = urllib.request.Request(url + "/api/v1/me", headers={"Cookie": cookie})
scope = json.load(urllib.request.urlopen(me, timeout=60))["permissions"]
made = post("/api/v1/tokens", {"name": "fuzz", "scope": scope}, Cookie=cookie)[1]
print(made["secret"])
PYTHON
)"

# Live events are a stream without an end, and whoever revokes tokens may hit its own.
cd "$home"
"$python/bin/st" run "${link%%/enter*}/api/v1/openapi.json" \
  --header "Authorization: Bearer $token" \
  --exclude-path /api/v1/events --exclude-path-regex '/tokens/' \
  --phases examples,coverage,fuzzing --max-examples 8 --max-time "$seconds" \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
  --rate-limit 90/s --request-timeout 30 --workers 1 --continue-on-failure --generation-database none --no-color \
  --seed "${SCHEMATHESIS_SEED:-1}" --warnings off
if grep -q ERROR "$home/log"; then
  cat "$home/log" >&2
  fail "the server logged faults" "read them above"
fi
