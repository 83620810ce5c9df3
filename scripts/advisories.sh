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
# A database with fewer advisories than this is broken or not the real one.
readonly advisories_min=500

required() {
  if [ "${TANDEM_REQUIRE_ADVISORIES:-}" = "1" ]; then
    echo "error: TANDEM_REQUIRE_ADVISORIES=1, and the database as it is now was not reached" >&2
    exit 1
  fi
}

check() {
  cargo deny --log-level error --offline check --hide-inclusion-graph advisories
}

# Withdrawn versions come from the registry, which any machine that builds this can reach.
cargo xtask yanked

# A database that cannot be reached is no failure of ours; an advisory found is.
bound=()
if command -v timeout >/dev/null; then
  bound=(timeout "$fetch_seconds_max")
fi
fetched=yes
export GIT_TERMINAL_PROMPT=0
${bound[@]+"${bound[@]}"} cargo deny --log-level off fetch db >/dev/null 2>&1 </dev/null || fetched=""

# What there is now, whether fetched just now or kept: its size, and the age of its last change.
copy=""
for git_folder in "${CARGO_HOME:-$HOME/.cargo}"/advisory-dbs/*/.git; do
  folder="${git_folder%/.git}"
  if [ -d "$folder/crates" ] &&
    [ "$(find "$folder/crates" -name 'RUSTSEC-*.md' | wc -l)" -ge "$advisories_min" ]; then
    copy="$folder"
  fi
done

if [ -n "$copy" ] && [ -n "$fetched" ]; then
  check
  echo "advisories: CHECKED against the database as it is now"
elif [ -n "$copy" ]; then
  changed="$(git -C "$copy" log -1 --format=%ct)"
  check
  echo "advisories: CHECKED OLD, against a copy whose last change is $((($(date +%s) - changed) / 86400)) days old"
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
