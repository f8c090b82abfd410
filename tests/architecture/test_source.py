"""House rules that a machine can read off the text of files."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.architecture import source_guards as guards
from tests.architecture import tree

Guard = Callable[[Iterable[Path]], list[str]]

LOCKS = ("requirements.txt", "requirements-test.txt")


def written(folder: Path, content: str, name: str = "sample.py") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_there_is_something_to_check() -> None:
    python = {path.relative_to(tree.ROOT).as_posix() for path in tree.python_files()}
    assert {"readiness/__init__.py", "tests/architecture/test_source.py"} <= python
    assert tree.ROOT / "pyproject.toml" in tree.files()


@pytest.mark.parametrize(
    "guard", [guards.long_modules, guards.unexplained_ignores, guards.skipped_tests]
)
def test_python_keeps(guard: Guard) -> None:
    assert guard(tree.python_files()) == []


@pytest.mark.parametrize(
    "guard", [guards.leftover_notes, guards.machine_paths, guards.registry_hosts]
)
def test_every_file_keeps(guard: Guard) -> None:
    assert guard(tree.files()) == []


@pytest.mark.parametrize("name", LOCKS)
def test_lock_files_hold_no_address(name: str) -> None:
    lock = tree.ROOT / name
    assert "--hash=sha256:" in lock.read_text()
    assert guards.lock_faults(lock) == []


def test_a_long_module_is_found(tmp_path: Path) -> None:
    fits = written(tmp_path, "x = 1\n" * guards.MAX_LINES, "fits.py")
    long = written(tmp_path, "x = 1\n" * (guards.MAX_LINES + 1), "long.py")
    assert guards.long_modules([fits, long]) == [
        f"{long}: 401 lines; split it by subject (at most 400)"
    ]


@pytest.mark.parametrize(("first", "second"), [("TO", "DO"), ("FIX", "ME"), ("X", "XX")])
def test_a_leftover_note_is_found(tmp_path: Path, first: str, second: str) -> None:
    assert guards.leftover_notes([written(tmp_path, f"x = 1  # {first}{second} later\n")])
    assert not guards.leftover_notes([written(tmp_path, f"x = 1  # {first}A{second}\n")])


@pytest.mark.parametrize("verb", ["skip", "importorskip", "xfail"])
def test_a_skipped_test_is_found(tmp_path: Path, verb: str) -> None:
    assert guards.skipped_tests([written(tmp_path, f"pytest.{verb}('no browser')\n")])


@pytest.mark.parametrize("mark", ["skip", "skipif", "xfail"])
def test_a_mark_that_skips_is_found(tmp_path: Path, mark: str) -> None:
    assert guards.skipped_tests([written(tmp_path, f"@pytest.mark.{mark}\n")])


@pytest.mark.parametrize("folder", ["home/ada", "Users/ada", "root", "work"])
def test_a_path_of_one_machine_is_found(tmp_path: Path, folder: str) -> None:
    assert guards.machine_paths([written(tmp_path, f"cache = '/{folder}/cache/'\n")])
    assert not guards.machine_paths([written(tmp_path, f"href = '/clients/{folder}/notes'\n")])


def test_the_checkout_itself_is_found(tmp_path: Path) -> None:
    sample = written(tmp_path, f"data = '{tmp_path}'\n")
    assert guards.machine_paths([sample], checkout=tmp_path)
    assert not guards.machine_paths([sample], checkout=Path("/"))


@pytest.mark.parametrize(("name", "ending"), [("pypi", "org"), ("registry.npmjs", "org")])
def test_a_registry_address_is_found(tmp_path: Path, name: str, ending: str) -> None:
    assert guards.registry_hosts([written(tmp_path, f"see https://{name}.{ending}/project\n")])
    assert not guards.registry_hosts([written(tmp_path, f"install it from {name}\n")])


@pytest.mark.parametrize(
    ("line", "faulty"),
    [
        ("x = f()  # {noqa}", True),
        ("x = f()  # {noqa}: S603", True),
        ("x = f()  # {noqa}: S603 - our own program", False),
        ("x = f()  # {noqa}: S603, S607 - our own program", False),
        ("x = f()  # {ignore}", True),
        ("x = f()  # {ignore}[misc]", True),
        ("# the library has no types\nx = f()  # {ignore}[misc]", False),
    ],
)
def test_an_ignore_without_a_reason_is_found(tmp_path: Path, line: str, *, faulty: bool) -> None:
    content = line.format(noqa="no" + "qa", ignore="type" + ": ignore")
    assert bool(guards.unexplained_ignores([written(tmp_path, content)])) is faulty


GOOD_LOCK = f"flask==3.1.3 \\\n    --hash=sha256:{'0' * 64}\n    # via readiness (pyproject.toml)\n"


def test_a_good_lock_has_no_fault(tmp_path: Path) -> None:
    assert guards.lock_faults(written(tmp_path, GOOD_LOCK)) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example/simple",
        "--extra-index-url=packages.example",
        "--find-links wheels",
        "--trusted-host packages.example",
        "-f wheels",
        "flask @ file:///wheels/flask.whl",
        "flask==3.1.3",
        f"flask>=3.1.3 --hash=sha256:{'0' * 64}",
    ],
)
def test_an_address_or_a_missing_hash_in_a_lock_is_found(tmp_path: Path, line: str) -> None:
    assert guards.lock_faults(written(tmp_path, GOOD_LOCK + line + "\n"))
