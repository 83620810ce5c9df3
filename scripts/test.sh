#!/usr/bin/env bash
# Everything CI runs: bash scripts/test.sh [--quick]
#
# --quick leaves out all but format, lints and tests.
# A step that passes prints its time; a step that fails prints its whole output and ends the run.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
. scripts/environment.sh

quick=""
case "${1:-}" in
"") ;;
--quick) quick=yes ;;
*)
  echo "usage: bash scripts/test.sh [--quick]" >&2
  exit 2
  ;;
esac

# The tests run on both databases, so everything runs beside a PostgreSQL server.
if [ -z "${TANDEM_TEST_POSTGRES:-}" ]; then
  exec bash scripts/postgres.sh run bash scripts/test.sh "$@"
fi

# And beside a mail server.
if [ -z "${TANDEM_TEST_SMTP:-}" ]; then
  exec bash scripts/smtp.sh run bash scripts/test.sh "$@"
fi

# And with Segment's own libraries.
if [ -z "${TANDEM_TEST_SEGMENT:-}" ]; then
  exec bash scripts/segment.sh run bash scripts/test.sh "$@"
fi

# And beside a sign-in provider.
if [ -z "${TANDEM_TEST_OIDC:-}" ]; then
  exec bash scripts/oidc.sh run bash scripts/test.sh "$@"
fi

logs="$(mktemp -d)"
trap 'rm -rf "$logs"' EXIT

# In CI the lock file must already be right; elsewhere cargo may bring it up to date.
locked=()
if [ "${CI:-}" = "true" ]; then
  locked=(--locked)
fi

# step <name> <command…>: runs the command in silence.
step() {
  local name="$1" started="$SECONDS"
  shift
  if ! "$@" >"$logs/step" 2>&1 </dev/null; then
    cat "$logs/step"
    printf '✗ %s failed after %d s: %s\n' "$name" "$((SECONDS - started))" "$*" >&2
    exit 1
  fi
  printf '✓ %-12s %4d s\n' "$name" "$((SECONDS - started))"
}

# heard <name> <log> <command…>: runs the command and lets its output be seen.
heard() {
  local name="$1" log="$2" started="$SECONDS"
  shift 2
  if ! "$@" 2>&1 </dev/null | tee "$log"; then
    printf '✗ %s failed after %d s: %s\n' "$name" "$((SECONDS - started))" "$*" >&2
    exit 1
  fi
  local mark="✓"
  if grep -q "NOT CHECKED" "$log"; then
    mark="!"
  fi
  printf '%s %-12s %4d s\n' "$mark" "$name" "$((SECONDS - started))"
}

if [ -d "$TANDEM_DATA" ]; then
  echo "test data: PRESENT in $TANDEM_DATA ($(find "$TANDEM_DATA" -mindepth 1 -maxdepth 1 -type d | wc -l) sets)"
else
  echo "test data: ABSENT. Tests that need data sets are skipped; point TANDEM_DATA at them."
fi

# Properties draw from a seed that the commit gives: another commit tries other cases, and a failure
# comes back when the same commit runs again.
if [ -z "${PROPTEST_RNG_SEED:-}" ]; then
  commit="$(git rev-parse --short=8 HEAD 2>/dev/null || echo 1)"
  PROPTEST_RNG_SEED="$((16#${commit:0:8}))"
fi
export PROPTEST_RNG_SEED TANDEM_SEED="${TANDEM_SEED:-$PROPTEST_RNG_SEED}"
echo "property seed: $PROPTEST_RNG_SEED (again: PROPTEST_RNG_SEED=$PROPTEST_RNG_SEED make test)"

heard prepare "$logs/prepare" bash scripts/prepare.sh ${quick:+--quick}
# First, so that the tests run on a server that carries the web app.
if command -v npm >/dev/null; then
  step "web app" bash scripts/web.sh check
  step "web build" bash scripts/web.sh build
else
  echo "! the web app was NOT CHECKED: Node is missing on this machine"
fi
step format cargo fmt --all -- --check
step lints cargo clippy ${locked[@]+"${locked[@]}"} --quiet --workspace --all-targets -- -D warnings
heard tests "$logs/tests" cargo nextest run ${locked[@]+"${locked[@]}"} --cargo-quiet --workspace \
  --status-level fail --final-status-level fail --show-progress none
advisories=""
if [ -z "$quick" ]; then
  # On the program that the tests built.
  if command -v npm >/dev/null; then
    step journeys bash scripts/web.sh e2e
  fi
  step fuzz bash scripts/fuzz.sh 40
  step "a build without parquet" cargo nextest run ${locked[@]+"${locked[@]}"} --cargo-quiet \
    --package tandem-connect -E 'binary(parquet)' --status-level fail \
    --final-status-level fail --show-progress none
  step "doc tests" cargo test ${locked[@]+"${locked[@]}"} --quiet --workspace --doc
  heard tidy "$logs/tidy" cargo xtask tidy
  step licences cargo deny --log-level error ${locked[@]+"${locked[@]}"} check --hide-inclusion-graph licenses bans sources
  heard advisories "$logs/advisories" bash scripts/advisories.sh
  advisories="$(grep -E '^advisories: ' "$logs/advisories" | tail -n 1)"
  if [ -z "$advisories" ]; then
    echo "✗ scripts/advisories.sh did not say what it checked" >&2
    exit 1
  fi
fi

# The closing lines: what was checked, and how many tests ran.
case "$advisories" in
*"NOT CHECKED"*) printf '! every step passed in %d s, except that %s\n' "$SECONDS" "$advisories" ;;
*) printf '✓ every step passed in %d s%s\n' "$SECONDS" "${advisories:+; $advisories}" ;;
esac
summary="$(grep -E 'Summary \[' "$logs/tests" | tail -n 1)"
if [ -z "$summary" ]; then
  echo "✗ the test runner printed no summary, so nothing proves that tests ran" >&2
  exit 1
fi
echo "$summary"
