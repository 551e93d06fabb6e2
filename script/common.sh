# Shared by the scripts: say what is done, how long it took, and what to do when it fails.
# shellcheck shell=bash
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "== $*" >&2; }

# step TITLE COMMAND...: the output goes to a file that is shown when the command fails.
step() {
  local title=$1 log began=$SECONDS rc=0
  shift
  mkdir -p build
  log=build/last-step.log
  say "$title..."
  "$@" >"$log" 2>&1 || rc=$?
  if [ "$rc" -ne 0 ]; then
    tail -n 60 "$log" >&2
    say "$title: FAILED (exit $rc). The whole output is in $log."
    return "$rc"
  fi
  say "$title: done in $((SECONDS - began)) s"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    say "this step needs root: install sudo, or run it as root: $*"
    return 1
  fi
}

jobs=$(nproc 2>/dev/null || echo 2)
export jobs
export CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-2G}
