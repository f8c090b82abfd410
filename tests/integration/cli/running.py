"""The command as a person runs it: in this process, which is fast, or in one of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from readiness.cli import main

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
PROGRAM = "from readiness.cli import main; main(prog_name='readiness')"


def run(*arguments: str | Path, environment: Mapping[str, str | None] | None = None) -> Result:
    """Run the command here; what it does not catch fails the test."""
    words = [str(argument) for argument in arguments]
    return CliRunner().invoke(
        main, words, prog_name="readiness", env=environment, catch_exceptions=False
    )


def command(*arguments: str | Path) -> list[str]:
    """The command line that runs the command in a process of its own."""
    return [sys.executable, "-c", PROGRAM, *map(str, arguments)]


def run_process(
    *arguments: str | Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        command(*arguments),
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def lines(text: str) -> Sequence[str]:
    """Lines as a terminal shows them: no other character ends one."""
    return text.removesuffix("\n").split("\n") if text else []
