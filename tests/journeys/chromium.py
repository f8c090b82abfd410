"""Finds the Chromium of this machine: ``python -m tests.journeys.chromium`` prints its path."""

import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# As root Chromium refuses its sandbox; the rest keeps it from calling home while it starts. No
# name is ever looked up: a page that asks for anything but loopback fails at once.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class ChromiumMissingError(Exception):
    """No browser that starts; the message says how to get one."""


def _candidates() -> Iterator[str]:
    for name in NAMES:
        if path := shutil.which(name):
            yield path
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _starts(path: str) -> bool:
    """Whether the file is there and its libraries too (Playwright's own comes without them)."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except OSError:
        return False
    return answer.returncode == 0


def find_chromium() -> str:
    """The path of the first Chromium that starts; raises ChromiumMissingError."""
    for path in _candidates():
        if _starts(path):
            return path
    raise ChromiumMissingError("no Chromium that starts was found; run: sh scripts/browser.sh")


if __name__ == "__main__":
    try:
        print(find_chromium())  # noqa: T201 - this is the answer to scripts/browser.sh
    except ChromiumMissingError as missing:
        sys.exit(str(missing))
