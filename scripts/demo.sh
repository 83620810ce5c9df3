#!/usr/bin/env bash
# Builds Tandem and opens a working demo company; arguments go to `tandem demo`.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
. scripts/environment.sh

# The server carries the web app, where Node is there to build it.
if command -v npm >/dev/null; then
  bash scripts/web.sh build
fi
cargo build --release --package tandem
exec "${CARGO_TARGET_DIR:-target}/release/tandem" demo --serve "$@"
