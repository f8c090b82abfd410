"""The results of the examples are those kept in tests/golden, byte for byte, every time."""

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.integration.cli.running import EXAMPLES, ROOT, run, run_process

GOLDEN = ROOT / "tests" / "golden"
SHOWN = 60


def result(example: Path, folder: Path) -> bytes:
    data = folder / "result.json"
    outcome = run("assess", example, "--json", data, "--force")
    assert outcome.exit_code == 0, outcome.stderr
    return data.read_bytes()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: str(path.stem))
def test_the_result_is_the_one_that_was_kept(example: Path, tmp_path: Path) -> None:
    found = result(example, tmp_path)
    kept = (GOLDEN / f"{example.stem}.json").read_bytes()
    old, new = (content.decode().splitlines() for content in (kept, found))
    changes = list(unified_diff(old, new, "kept", "now", n=1, lineterm=""))
    told = "\n".join(changes[:SHOWN])
    assert found == kept, f"if this is meant: make golden, and read its diff\n{told}"


def test_a_result_is_kept_for_each_example_and_for_nothing_else() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == {path.stem for path in EXAMPLES}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: str(path.stem))
def test_twice_gives_the_same_bytes(example: Path, tmp_path: Path) -> None:
    assert result(example, tmp_path) == result(example, tmp_path)


@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_process_with_another_order_of_sets_gives_the_same_bytes(
    seed: str, tmp_path: Path
) -> None:
    example, data = EXAMPLES[0], tmp_path / "result.json"
    outcome = run_process("assess", example, "--json", data, environment={"PYTHONHASHSEED": seed})
    assert outcome.returncode == 0, outcome.stderr
    assert data.read_bytes() == (GOLDEN / f"{example.stem}.json").read_bytes()
