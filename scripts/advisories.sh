#!/usr/bin/env bash
# Security advisories about dependencies, with or without a way to their database.
#
# The last line says what was done and starts with "advisories: ". It says
#   CHECKED       against the database as it is now,
#   CHECKED OLD   against a copy kept from an earlier run, with its age, or
#   NOT CHECKED   when there is neither. Only withdrawn versions were looked for then.
# With TANDEM_REQUIRE_ADVISORIES=1 (for releases) only CHECKED passes.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
. scripts/environment.sh

# How long the database may take to answer.
readonly fetch_seconds_max=60

required() {
  if [ "${TANDEM_REQUIRE_ADVISORIES:-}" = "1" ]; then
    echo "error: TANDEM_REQUIRE_ADVISORIES=1, and the database as it is now was not reached" >&2
    exit 1
  fi
}

# Withdrawn versions come from the registry, which any machine that builds this can reach.
cargo xtask yanked

# A database that cannot be reached is no failure of ours; an advisory found is.
fetched=yes
export GIT_TERMINAL_PROMPT=0
timeout "$fetch_seconds_max" cargo deny --log-level off fetch db >/dev/null 2>&1 </dev/null || fetched=""

copy="${CARGO_HOME:-$HOME/.cargo}/advisory-dbs"
newest_head="$(find "$copy" -mindepth 2 -maxdepth 3 -name FETCH_HEAD -printf '%T@\n' 2>/dev/null | sort -rn | head -n 1)"

if [ -n "$fetched" ]; then
  cargo deny --log-level error check --disable-fetch --hide-inclusion-graph advisories
  echo "advisories: CHECKED against the database as it is now"
elif [ -n "$newest_head" ]; then
  age_days="$((($(date +%s) - ${newest_head%.*}) / 86400))"
  cargo deny --log-level error check --disable-fetch --hide-inclusion-graph advisories
  echo "advisories: CHECKED OLD, against a copy of the database that is $age_days days old"
  required
else
  echo "############################################################################"
  echo "# Security advisories were NOT CHECKED: their database cannot be reached  #"
  echo "# from here, and there is no copy of it from an earlier run.              #"
  echo "# Withdrawn versions were looked for; none is in use.                     #"
  echo "# Run this where the database can be reached: bash scripts/advisories.sh  #"
  echo "############################################################################"
  echo "advisories: NOT CHECKED (only withdrawn versions were looked for)"
  required
fi
