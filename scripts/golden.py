"""Writes the results of the examples anew into tests/golden, to be read in a diff: make golden."""

from pathlib import Path

from readiness.cli import main as readiness

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"


def main() -> None:
    """Assess every example and keep the result beside the last one."""
    for example in sorted((ROOT / "examples").glob("*.toml")):
        kept = GOLDEN / f"{example.stem}.json"
        words = ["assess", str(example), "--json", str(kept), "--force"]
        readiness(words, prog_name="readiness", standalone_mode=False)
        print(kept.relative_to(ROOT))


if __name__ == "__main__":
    main()
