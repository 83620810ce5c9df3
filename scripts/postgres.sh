#!/usr/bin/env bash
# A PostgreSQL server for the tests, in a temporary folder: bash scripts/postgres.sh run <command…>
#
# It listens on a socket of its own and on no port, holds nothing when it starts, and is gone when
# the command ends. The command finds its address in TANDEM_TEST_POSTGRES. Where that is set
# already, the server that it names is used.
# Installs PostgreSQL through apt where it is missing. PostgreSQL refuses to run as root, so root
# runs it as the user `postgres`.
set -euo pipefail

fail() {
  printf 'error: %s\n  do: %s\n' "$1" "$2" >&2
  exit 1
}

if [ "${1:-}" != "run" ] || [ "$#" -lt 2 ]; then
  echo "usage: bash scripts/postgres.sh run <command…>" >&2
  exit 2
fi
shift
if [ -n "${TANDEM_TEST_POSTGRES:-}" ]; then
  exec "$@"
fi

# find_server: prints the folder of the server's programs, the newest version first.
find_server() {
  local folder
  for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV) \
    "$(dirname "$(readlink -f "$(command -v postgres 2>/dev/null || echo /none)")")"; do
    if [ -x "$folder/postgres" ] && [ -x "$folder/initdb" ]; then
      echo "$folder"
      return
    fi
  done
  return 1
}

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo)
fi
if ! programs="$(find_server)"; then
  command -v apt-get >/dev/null ||
    fail "PostgreSQL is missing on this machine" "install it with the system's package manager"
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    fail "PostgreSQL is missing" "install it as an administrator: apt-get install postgresql"
  fi
  echo "installing postgresql" >&2
  log="$(mktemp)"
  export DEBIAN_FRONTEND=noninteractive
  if ! { ${as_root[@]+"${as_root[@]}"} apt-get update -qq &&
    ${as_root[@]+"${as_root[@]}"} apt-get install -y -qq --no-install-recommends postgresql; } \
    >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    fail "apt-get could not install postgresql" "read its output above"
  fi
  rm -f "$log"
  programs="$(find_server)" || fail "PostgreSQL was installed but not found" "look in /usr/lib/postgresql"
fi

# as_server <command…>: runs it as a user that may run the server.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

home="$(mktemp -d)"
# Tests are built for the address, so it is the same from run to run; the first name that no other
# run holds is taken.
for number in $(seq 0 99); do
  socket="/tmp/tandem-postgres-$(id -u)-$number"
  exec 8>"$socket.lock"
  if flock -n 8; then
    break
  fi
  [ "$number" -lt 99 ] || fail "a hundred servers for tests run already" "end some of them"
done
stop() {
  local code="$?"
  as_server "$programs/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$home" "$socket"
  exit "$code"
}
trap stop EXIT
trap 'exit 130' INT TERM

rm -rf "$socket"
mkdir -p "$home/data" "$socket"
if [ "$(id -u)" -eq 0 ]; then
  chmod 755 "$home"
  chown -R postgres "$home" "$socket"
fi
# Nothing of it outlives the run, so it need not reach the disk. In the language of no country, so
# that a message is the same everywhere.
if ! as_server "$programs/initdb" -D "$home/data" -U tandem -A trust -E UTF8 --locale=C --no-sync \
  >"$home/log" 2>&1 </dev/null ||
  ! as_server "$programs/pg_ctl" -D "$home/data" -w -t 60 -l "$home/data/log" \
    -o "-k $socket -c listen_addresses='' -c fsync=off -c full_page_writes=off" \
    -o "-c max_connections=200 -c autovacuum_naptime=10min" start >>"$home/log" 2>&1 </dev/null; then
  cat "$home/log" "$home/data/log" >&2 2>/dev/null || true
  fail "the PostgreSQL server for the tests did not start" "read its output above"
fi

export TANDEM_TEST_POSTGRES="postgres://tandem@${socket//\//%2F}/postgres?sslmode=disable"
"$@" 8>&-
