#!/bin/sh
# Everything a change has to pass, cheapest first. pytest comes last: its closing line is the verdict.
set -eu
cd "$(dirname "$0")/.."

sh scripts/setup.sh requirements-test.txt
sh scripts/browser.sh
sh scripts/lint.sh
.venv/bin/mypy
exec .venv/bin/pytest -n 2
