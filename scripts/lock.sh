#!/bin/sh
# Writes both lock files anew from pyproject.toml: versions and hashes only, no address of any index.
# Arguments go to pip-compile: sh scripts/lock.sh --upgrade
# Run it with the oldest supported Python (PYTHON=python3.11): it needs the most packages, and a
# lock may hold more than a newer one needs but never less.
set -eu
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT

"${PYTHON:-python3}" -m venv "$tools"
"$tools/bin/pip" --quiet --disable-pip-version-check install pip-tools

compile() {
    "$tools/bin/pip-compile" --quiet --generate-hashes --strip-extras --allow-unsafe \
        --build-deps-for editable --no-header --no-emit-index-url --no-emit-find-links \
        --no-emit-trusted-host --no-emit-options "$@" pyproject.toml
}

compile "$@" --output-file requirements.txt
# The tests run on exactly the versions that people run.
compile "$@" --extra test --constraint requirements.txt --output-file requirements-test.txt
