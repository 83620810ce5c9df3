#!/usr/bin/env bash
# A mail server for the tests: bash scripts/smtp.sh run <command…>
#
# The tests start it themselves; this sees to it that it is there: aiosmtpd, in a virtual
# environment of Python in the cache folder. The command finds the Python that has it in
# TANDEM_TEST_SMTP. Where that is set already, it is used.
set -euo pipefail

version="1.4.6"

fail() {
  printf 'error: %s\n  do: %s\n' "$1" "$2" >&2
  exit 1
}

if [ "${1:-}" != "run" ] || [ "$#" -lt 2 ]; then
  echo "usage: bash scripts/smtp.sh run <command…>" >&2
  exit 2
fi
shift
if [ -n "${TANDEM_TEST_SMTP:-}" ]; then
  exec "$@"
fi

home="${XDG_CACHE_HOME:-$HOME/.cache}/tandem/aiosmtpd-$version"
mkdir -p "$(dirname "$home")"
exec 8>"$home.lock"
flock 8
if ! "$home/bin/python" -c "import aiosmtpd" 2>/dev/null; then
  command -v python3 >/dev/null || fail "Python is missing" "install python3 with its venv module"
  echo "installing aiosmtpd $version" >&2
  rm -rf "$home"
  log="$(mktemp)"
  if ! { python3 -m venv "$home" && "$home/bin/python" -m pip install --quiet \
    --disable-pip-version-check "aiosmtpd==$version"; } >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -rf "$home"
    fail "aiosmtpd could not be installed" "read the output above; python3-venv may be missing"
  fi
  rm -f "$log"
fi
exec 8>&-
# Tests are built for it, so it is the same from run to run.
export TANDEM_TEST_SMTP="$home/bin/python"
exec "$@"
