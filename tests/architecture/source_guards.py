"""Guards over the text of files. Each takes files and returns faults; every fault names its fix."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from tests.architecture import tree

MAX_LINES: Final = 400

# Patterns are written so that they do not match their own text: this file is checked as well.
_NOTE: Final = re.compile(r"\b(?:TO)(?:DO)\b|\b(?:FIX)(?:ME)\b|\b(?:X)(?:XX)\b")
_SKIP: Final = re.compile(r"pytest\.(?:skip|importorskip|xfail)\b|mark\.(?:skip|skipif|xfail)\b")
_MACHINE: Final = re.compile(
    r"(?<![\w.:/-])/(?:root|work|home/[a-z]\w*|Users/[A-Za-z]\w*|opt/(?:pypi|wheels))[\w-]*/"
)
_REGISTRY: Final = re.compile(
    r"\b(?:pypi\.(?:org|python\.org)|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org)\b"
)
_NOQA: Final = re.compile(
    r"#\s*(?:ruff:\s*)?noqa(?P<codes>:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?(?P<why>.*)"
)
_TYPE_IGNORE: Final = re.compile(r"#\s*type:\s*ignore(?P<codes>\[[\w, -]+\])?(?P<why>.*)")
_ADDRESS: Final = re.compile(
    r"://|\bfile:|^\s*(?:-i|-f|--[\w-]*(?:index|find-links|host)[\w-]*)\b|\s@\s"
)
_REASON: Final = re.compile(r"[A-Za-z]{3,}")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    yield from enumerate((tree.text(path) or "").splitlines(), start=1)


def _lines_matching(paths: Iterable[Path], pattern: re.Pattern[str], fault: str) -> list[str]:
    return [
        f"{path}:{number}: {fault}"
        for path in paths
        for number, line in _lines(path)
        if pattern.search(line)
    ]


def long_modules(paths: Iterable[Path]) -> list[str]:
    """Modules nobody can keep in mind."""
    counted = ((path, len(path.read_text(encoding="utf-8").splitlines())) for path in paths)
    return [
        f"{path}: {count} lines; split it by subject (at most {MAX_LINES})"
        for path, count in counted
        if count > MAX_LINES
    ]


def leftover_notes(paths: Iterable[Path]) -> list[str]:
    """Notes to oneself."""
    return _lines_matching(paths, _NOTE, "a left-over note; do it now or open an issue")


def skipped_tests(paths: Iterable[Path]) -> list[str]:
    """Tests that may pass by not running."""
    return _lines_matching(paths, _SKIP, "a test may not skip; fail with what is missing instead")


def machine_paths(paths: Iterable[Path], checkout: Path = tree.ROOT) -> list[str]:
    """Paths that exist on one machine only. A checkout at the top of a disk has no telling name."""
    here = str(checkout) if len(checkout.parts) > 2 else None
    return [
        f"{path}:{number}: a path of one machine; write it relative to the checkout"
        for path in paths
        for number, line in _lines(path)
        if _MACHINE.search(line) or (here and here in line)
    ]


def registry_hosts(paths: Iterable[Path]) -> list[str]:
    """Package registries by address: which one is used is each machine's own setting."""
    return _lines_matching(paths, _REGISTRY, "a registry's address; name the package only")


def unexplained_ignores(paths: Iterable[Path]) -> list[str]:
    """Silenced lint or types without codes, or without a reason in words."""
    return [fault for path in paths for fault in _unexplained(path)]


def _unexplained(path: Path) -> Iterator[str]:
    above = ""
    for number, line in _lines(path):
        if lint := _NOQA.search(line):
            explained = lint["codes"] and _REASON.search(lint["why"])
            if not explained:
                yield f"{path}:{number}: write noqa: CODE - the reason in words"
        elif types := _TYPE_IGNORE.search(line):
            why = types["why"] + (above if above.lstrip().startswith("#") else "")
            if not (types["codes"] and _REASON.search(why)):
                yield f"{path}:{number}: write type: ignore[code] and the reason beside it"
        above = line


def lock_faults(lock: Path) -> list[str]:
    """A lock file holds names, versions and hashes; no address, and nothing without a hash."""
    faults = [
        f"{lock}:{number}: an address or an option; write the lock with `make lock`"
        for number, line in _lines(lock)
        if _ADDRESS.search(line.partition("#")[0])
    ]
    requirements = (tree.text(lock) or "").replace("\\\n", " ").splitlines()
    return faults + [
        f"{lock}: {line.split()[0]} has no exact version and hash; write the lock with `make lock`"
        for line in requirements
        if line.strip() and not line.lstrip().startswith("#")
        if not re.match(r"[a-z0-9.-]+==\S+\s.*--hash=sha256:[0-9a-f]{64}", line)
    ]
