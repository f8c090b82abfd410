"""Pictures of pages, to look at them as people see them: ``make screenshots P="/ /method"``.

Without ``--url`` an empty program is started for it. Each page is taken on a telephone and on a
desk, in every language, whole length, into screenshots/.
"""

import argparse
import re
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import get_args

from playwright.sync_api import sync_playwright

from tests.journeys.browsing import DESK, PHONE, Browsing, Locale
from tests.journeys.chromium import ARGUMENTS, find_chromium
from tests.journeys.server import serving

FOLDER = Path("screenshots")


def file_name(path: str, width: int, locale: Locale) -> str:
    """``/clients/new`` on a desk in French: ``clients-new.1280.fr.png``."""
    page = re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-") or "start"
    return f"{page}.{width}.{locale[:2]}.png"


def take(browsing: Browsing, paths: Iterable[str]) -> None:
    """Takes every picture and prints its name."""
    FOLDER.mkdir(exist_ok=True)
    for path in paths:
        for viewport in (PHONE, DESK):
            for locale in get_args(Locale):
                page = browsing.page(viewport=viewport, locale=locale)
                page.goto(path)
                target = FOLDER / file_name(path, viewport["width"], locale)
                page.screenshot(path=target, full_page=True)
                print(target)
        browsing.close()


def main() -> None:
    """Reads the command line, opens the browser and takes the pictures."""
    parser = argparse.ArgumentParser(description="Takes pictures of pages.")
    parser.add_argument("paths", nargs="*", default=["/"], help="addresses that begin with /")
    parser.add_argument("--url", help="a program that runs already: http://127.0.0.1:8000")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as instance, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        with ExitStack() as stack:
            url = given.url or stack.enter_context(serving(Path(instance))).url
            take(Browsing(chromium, base_url=url), given.paths)
        chromium.close()


if __name__ == "__main__":
    main()
