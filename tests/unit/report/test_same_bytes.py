"""The same result gives the same file, whenever and wherever it is made."""

import os
import subprocess
import sys
from hashlib import sha256

import pytest

from readiness import report
from tests.architecture.tree import ROOT
from tests.unit.report.cases import ANSWERS_FILE, narrator, pdf, result

PROGRAM = """
from hashlib import sha256
from tests.unit.report.cases import pdf
print(sha256(pdf("ordinary", "en")).hexdigest(), sha256(pdf("ordinary", "fr")).hexdigest())
"""


@pytest.mark.parametrize("case", ["ordinary", "hostile"])
def test_twice_in_one_process_whatever_was_made_between(case: str) -> None:
    first = pdf(case)
    report.render(result("every gate"), narrator("fr"), b"")
    assert report.render(result(case), narrator("en"), ANSWERS_FILE) == first


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_in_another_process_with_another_hash_seed(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    made = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=environment,
        text=True,
    )
    wanted = [sha256(pdf("ordinary", code)).hexdigest() for code in ("en", "fr")]
    assert made.stdout.split() == wanted


def test_other_answers_give_another_file() -> None:
    assert report.render(result("ordinary"), narrator("en"), b"{}\n") != pdf("ordinary")
