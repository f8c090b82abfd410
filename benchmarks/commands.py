"""How long the commands take here: ``make bench``.

Whole processes, because that is what a person waits for. Prints the median and the slowest of
several runs; compare figures of one machine only, and ratios rather than seconds.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
PROGRAM = str(Path(sys.executable).with_name("readiness"))


def seconds(command: list[str]) -> list[float]:
    """Wall time of each run, sorted; raises CalledProcessError when the command fails."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return sorted(taken)


def main() -> None:
    """Times the commands on an answers file in which everything is still unknown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        answers = folder / "answers.toml"
        printed = subprocess.run([PROGRAM, "questions"], check=True, stdout=subprocess.PIPE)
        answers.write_bytes(printed.stdout)
        commands = {
            "python, nothing else": [sys.executable, "-c", ""],
            "readiness --help": [PROGRAM, "--help"],
            "readiness questions": [PROGRAM, "questions"],
            "readiness assess": [PROGRAM, "assess", str(answers)],
        }
        print(f"{'command':<24}{'median':>10}{'slowest':>10}   ({RUNS} runs)")
        for label, command in commands.items():
            taken = seconds(command)
            print(f"{label:<24}{statistics.median(taken):>8.3f} s{taken[-1]:>8.3f} s")


if __name__ == "__main__":
    main()
