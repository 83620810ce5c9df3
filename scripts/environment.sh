# shellcheck shell=bash
# What every script agrees on; to be sourced from the repository's root.

# In CI, built dependencies and tools are kept under the home's cache from run to run.
if [ "${CI:-}" = "true" ]; then
  tandem_cache="${XDG_CACHE_HOME:-$HOME/.cache}/tandem"
  export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$tandem_cache/target}"
  export TANDEM_TOOLS="${TANDEM_TOOLS:-$tandem_cache/tools}"
  export CARGO_TERM_COLOR=never
  mkdir -p "$CARGO_TARGET_DIR" "$TANDEM_TOOLS"
  PATH="$PATH:$TANDEM_TOOLS/bin"
fi
PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
export PATH

# Data sets that some tests read; a test whose data is missing says so and passes.
if [ -z "${TANDEM_DATA:-}" ]; then
  TANDEM_DATA="$PWD/../shared/data"
  if [ -d "$TANDEM_DATA" ]; then
    TANDEM_DATA="$(cd "$TANDEM_DATA" && pwd)"
  fi
fi
export TANDEM_DATA
