#!/bin/sh
# Makes sure that the browser journeys have a Chromium that starts.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python

say() { printf '%s\n' "$*" >&2; }
found() { "$python" -m tests.journeys.chromium >/dev/null 2>&1; }

found && exit 0

say "No Chromium that starts: trying Playwright's own"
"$python" -m playwright install chromium >/dev/null 2>&1 || say "Playwright could not fetch one"
found && exit 0

if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    say "Installing Debian's package chromium"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    found && exit 0
fi

say "No Chromium for the browser journeys. Install one and run this again:"
say "  Debian: sudo apt-get install chromium      any system: .venv/bin/playwright install chromium"
exit 1
