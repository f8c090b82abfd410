#!/bin/sh
# Style, layers and templates: sh scripts/lint.sh [PATH...]   (with paths: only ruff, only there)
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin

"$bin/ruff" check "${@:-.}"
"$bin/ruff" format --check "${@:-.}"
[ $# -eq 0 ] || exit 0
"$bin/lint-imports"
"$bin/djlint" templates --lint --quiet
