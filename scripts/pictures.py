"""The pictures of the README: ``make pictures`` makes them anew from an example.

The result page is photographed in Chromium, the report's first page is drawn by PDFium.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has none
from playwright.sync_api import sync_playwright

from readiness.services.answers_file import read_answers
from readiness.services.assessments import Assessments
from readiness.services.clock import SystemClock
from readiness.services.session import Database
from scripts.storing import store
from tests.journeys.browsing import DESK, Browsing
from tests.journeys.chromium import ARGUMENTS, find_chromium
from tests.journeys.server import serving

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "french-software-company.toml"
PICTURES = ROOT / "docs" / "pictures"
RESULT_HEIGHT = 1500
DOTS_PER_POINT = 1.6


def picture_of_result(instance: Path) -> None:
    """The upper part of the example's result page."""
    sheet = read_answers(EXAMPLE.read_bytes(), EXAMPLE.name)
    with sync_playwright() as playwright, serving(instance) as server:
        database = Database(f"sqlite:///{instance / 'readiness.sqlite3'}")
        with database.writing() as session:
            chosen = store(Assessments(session, SystemClock()), sheet)
            session.commit()
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        page = Browsing(chromium, base_url=server.url).page(viewport=DESK)
        page.goto(f"/assessments/{chosen}/result")
        page.set_viewport_size({"width": DESK["width"], "height": RESULT_HEIGHT})
        page.screenshot(path=PICTURES / "result.png")
        chromium.close()


def picture_of_report(folder: Path) -> None:
    """The first page of the example's report."""
    report = folder / "report.pdf"
    program = Path(sys.executable).with_name("readiness")
    subprocess.run([program, "assess", EXAMPLE, "--pdf", report, "--lang", "fr"], check=True)
    page = pypdfium2.PdfDocument(report)[0]
    page.render(scale=DOTS_PER_POINT).to_pil().save(PICTURES / "report.png", optimize=True)


def main() -> None:
    """Make both pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        picture_of_report(Path(folder))
        picture_of_result(Path(folder))


if __name__ == "__main__":
    main()
