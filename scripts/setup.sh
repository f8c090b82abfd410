#!/bin/sh
# Brings .venv in line with a lock file and makes the command `readiness` point at this checkout:
#   sh scripts/setup.sh requirements.txt | requirements-test.txt
# Does nothing, and asks no network, when nothing changed since the last time. PYTHON chooses the
# interpreter of a new .venv.
set -eu
cd "$(dirname "$0")/.."
here=$(pwd -P)
lock=$1
python=.venv/bin/python

say() { printf '%s\n' "$*" >&2; }

recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# A copied or moved checkout, or a removed interpreter, leaves a .venv whose commands cannot start.
usable() {
    [ -x "$python" ] && recent "$python" && "$python" -c 'import pip' 2>/dev/null &&
        grep -qF " $here/.venv" .venv/pyvenv.cfg
}

create() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if recent "$candidate"; then
            say "Creating .venv with $("$candidate" --version)"
            "$candidate" -m venv --clear .venv && return
            say "Python's venv module does not work here; on Debian: apt-get install python3-venv"
            exit 1
        fi
    done
    say "Python 3.11 or newer is needed and was not found; name one: make PYTHON=/path/to/python3 ..."
    exit 1
}

usable || create

# The stamp holds what was installed, not when: checking out an older lock installs that one.
stamp=.venv/installed-$lock
wanted=$(cat "$lock" pyproject.toml | cksum)
[ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && exit 0

say "Installing $lock into .venv"
pip() { "$python" -m pip --quiet --disable-pip-version-check "$@"; }
pip install --require-hashes -r "$lock"
# The build backend is in the lock, so that this step needs no network and no unlocked package.
pip install --no-deps --no-build-isolation --editable .
printf '%s\n' "$wanted" >"$stamp"
