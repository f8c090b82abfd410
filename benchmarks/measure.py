"""How long the main job takes here, and in how much memory: ``make bench``.

Four things a person waits for: a report from warm code, a report from a cold process, a page of
questions and a saved answer over HTTP. Compare figures of one machine only.
"""

import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

from readiness.services.answers_file import read_answers
from readiness.services.assessing import assess
from readiness.services.documents import report_pdf
from tests.journeys.server import serving

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "french-software-company.toml"
PROGRAM = str(Path(sys.executable).with_name("readiness"))
WARM_RUNS, COLD_RUNS, REQUESTS = 20, 7, 200
KIB = 1024


def timed(job: Callable[[], object], runs: int) -> list[float]:
    """Seconds of each run, sorted."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        job()
        taken.append(time.perf_counter() - start)
    return sorted(taken)


def told(what: str, taken: list[float], peak_kib: int) -> None:
    """Print one row of the table: median, slowest, peak memory."""
    median, slowest = 1000 * statistics.median(taken), 1000 * taken[-1]
    print(f"| {what} | {median:,.0f} ms | {slowest:,.0f} ms | {peak_kib / KIB:,.0f} MiB |")


def warm_report() -> None:
    """Score and report the example in this process, again and again."""
    content = EXAMPLE.read_bytes()

    def job() -> bytes:
        return report_pdf(assess(read_answers(content, EXAMPLE.name)), "fr")

    job()
    taken = timed(job, WARM_RUNS)
    told("a report, warm code", taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def cold_report() -> None:
    """Score and report the example in a new process each time."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.pdf"
        command = [PROGRAM, "assess", str(EXAMPLE), "--pdf", str(report), "--lang", "fr", "--force"]
        taken = timed(lambda: subprocess.run(command, check=True), COLD_RUNS)
    told("a report, cold process", taken, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)


class Visitor:
    """A browser without a window: cookies, the anti-forgery token, one connection a request."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._cookie = ""

    def send(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str, str]:
        """Status, place and text of the response."""
        connection = HTTPConnection("127.0.0.1", self._port)
        connection.request(method, path, body.encode(), {"Cookie": self._cookie, **headers})
        response = connection.getresponse()
        text = response.read().decode()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            self._cookie = cookie.partition(";")[0]
        connection.close()
        return response.status, response.headers.get("Location", ""), text

    def begin(self) -> str:
        """Start a full assessment; its address."""
        _, _, page = self.send("GET", "/")
        token = re.findall(r'name="csrf_token"[^>]*value="([^"]+)"', page)[0]
        _, place, _ = self.send(
            "POST",
            "/assessments/",
            f"csrf_token={token}&form=full",
            **{"Content-Type": "application/x-www-form-urlencoded"},
        )
        return place


def over_http() -> None:
    """A page of questions and an answer of the page's script, one request after the other."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        visitor = Visitor(int(server.url.rpartition(":")[2]))
        address = visitor.begin()
        page_address = f"{address}/questions/SEC/1"
        _, _, page = visitor.send("GET", page_address)
        headers = {
            "Content-Type": "application/json",
            "X-CSRFToken": re.findall(r'name="csrf_token"[^>]*value="([^"]+)"', page)[0],
        }
        version = 0

        def save() -> None:
            nonlocal version
            level = version % 5
            body = f'{{"answer": "{level}", "reason": "", "note": "", "evidence": "", '
            body += f'"version": {version}}}'
            status, _, text = visitor.send("POST", f"{address}/answers/SEC-01", body, **headers)
            if status != 200:  # noqa: PLR2004 - the only status that means saved
                raise RuntimeError(text)
            version += 1

        pages = timed(lambda: visitor.send("GET", page_address), REQUESTS)
        answers = timed(save, REQUESTS)
        told("a page of questions over HTTP", pages, _peak(server.pid))
        told("a saved answer over HTTP", answers, _peak(server.pid))


def _peak(parent: int) -> int:
    """The largest peak of a process and its children, in KiB, as Linux keeps it."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    peaks = [
        int(re.findall(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text())[0])
        for process in [str(parent), *children]
    ]
    return max(peaks)


def _machine() -> str:
    name = re.findall(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())[:1]
    processor = " ".join(name) or platform.machine()
    system = f"{platform.system()} {platform.release().partition('-')[0]}"
    return f"{os.cpu_count()} cores, {processor}, {system}"


def main() -> None:
    """Print a table in the form in which the README keeps it."""
    print(f"{_machine()}, Python {platform.python_version()}\n")
    print("| what | median | slowest | peak memory |")
    print("|---|--:|--:|--:|")
    # Children first: their peak is read from a counter that only grows.
    cold_report()
    warm_report()
    over_http()


if __name__ == "__main__":
    main()
