"""Importing the core loads nothing but the standard library and the core.

import-linter reads import statements; it does not see that Python runs a package's parents first,
so an import in readiness/__init__.py would pass it. Here the import really happens.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import tree

PROGRAM = """
import importlib, json, sys
sys.path.insert(0, sys.argv[1])
before = set(sys.modules)
for name in sys.argv[2:]:
    importlib.import_module(name)
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def core_modules(root: Path) -> list[str]:
    """The dotted name of every module of the core."""
    paths = sorted((root / "readiness" / "core").rglob("*.py"))
    names = (path.relative_to(root).with_suffix("").parts for path in paths)
    return [".".join(parts).removesuffix(".__init__") for parts in names]


def strangers(root: Path) -> list[str]:
    """Modules that came along with the core and are neither standard library nor core."""
    command = [sys.executable, "-c", PROGRAM, str(root), *core_modules(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded: list[str] = json.loads(done.stdout)
    return [
        name
        for name in loaded
        if name.partition(".")[0] not in sys.stdlib_module_names
        and name not in {"readiness", "readiness.core"}
        and not name.startswith("readiness.core.")
    ]


def miniature(root: Path, **files: str) -> Path:
    """A package with the project's names; keys are module names with __ for dots."""
    core = root / "readiness" / "core"
    core.mkdir(parents=True)
    for path in (root / "readiness" / "__init__.py", core / "__init__.py"):
        path.touch()
    for name, content in files.items():
        (root / "readiness" / name).with_suffix(".py").write_text(content)
    (core / "scoring.py").write_text("from fractions import Fraction\n")
    return root


def test_the_core_loads_only_the_standard_library() -> None:
    assert "readiness.core.scoring" in core_modules(tree.ROOT)
    assert strangers(tree.ROOT) == []


def test_a_plain_core_passes(tmp_path: Path) -> None:
    assert strangers(miniature(tmp_path)) == []


@pytest.mark.parametrize(
    ("module", "content", "stranger"),
    [
        ("core/charts", "import markupsafe\n", "markupsafe"),
        ("core/charts", "from readiness import web\n", "readiness.web"),
        ("__init__", "from readiness.web import create_app\n", "readiness.web"),
    ],
)
def test_a_stranger_is_found(tmp_path: Path, module: str, content: str, stranger: str) -> None:
    root = miniature(tmp_path, **{"web": "def create_app(): ...\n", module: content})
    assert stranger in strangers(root)
