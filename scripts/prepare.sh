#!/usr/bin/env bash
# Installs what the checks need and the machine lacks: quiet when nothing is missing.
#
# Needs: a Rust toolchain managed by rustup, and apt for anything of the system's.
# Sourced files see CARGO_TARGET_DIR and PATH as scripts/environment.sh sets them.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
. scripts/environment.sh

fail() {
  printf 'error: %s\n  do: %s\n' "$1" "$2" >&2
  exit 1
}

# Debian packages, only when a command is missing.
packages=()
command -v cc >/dev/null || packages+=(gcc libc6-dev)
command -v pkg-config >/dev/null || packages+=(pkg-config)
command -v make >/dev/null || packages+=(make)
# The web app is walked through in a browser, where Node is there to build it.
if [ "${1:-}" != --quick ] && command -v npm >/dev/null && [ -z "${CHROMIUM:-}" ]; then
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
    command -v google-chrome >/dev/null || packages+=(chromium)
fi
if [ "${#packages[@]}" -gt 0 ]; then
  command -v apt-get >/dev/null ||
    fail "missing on this machine: ${packages[*]}" "install them with the system's package manager"
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "missing: ${packages[*]}" "install them as an administrator"
    as_root=(sudo)
  fi
  echo "installing ${packages[*]}"
  log="$(mktemp)"
  export DEBIAN_FRONTEND=noninteractive
  if ! { ${as_root[@]+"${as_root[@]}"} apt-get update -qq &&
    ${as_root[@]+"${as_root[@]}"} apt-get install -y -qq --no-install-recommends "${packages[@]}"; } \
    >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    fail "apt-get could not install ${packages[*]}" "read its output above"
  fi
  rm -f "$log"
fi

command -v cargo >/dev/null || fail "cargo is missing" "install Rust with rustup"

# Components of the toolchain.
cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
cargo clippy --version >/dev/null 2>&1 || rustup component add clippy

# Tools from the registry. Barely optimised: they are built once and run for seconds.
install_tool() {
  local tool="$1"
  if "$tool" --version >/dev/null 2>&1; then
    return
  fi
  echo "installing $tool (a few minutes, once)"
  local build root=()
  build="$(mktemp -d)"
  if [ -n "${TANDEM_TOOLS:-}" ]; then
    root=(--root "$TANDEM_TOOLS")
  fi
  # A folder of its own, so that its build leaves nothing in ours.
  if ! CARGO_TARGET_DIR="$build" \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install --quiet --locked ${root[@]+"${root[@]}"} "$tool"; then
    rm -rf "$build"
    fail "$tool could not be installed" "read cargo's output above; by hand: cargo install --locked $tool"
  fi
  rm -rf "$build"
}
install_tool cargo-nextest
if [ "${1:-}" != "--quick" ]; then
  install_tool cargo-deny
fi
