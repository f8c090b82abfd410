"""The import contracts of pyproject.toml: the tree keeps them, and each is seen to break."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture import tree

LAYERS = ("cli", "web", "services", "persistence", "report", "packs", "wording", "core")

# One breach of each contract, in the contracts' order.
BREACHES = {
    "Layers: the command line and the pages on top, the core at the bottom": (
        "wording",
        "import readiness.services\n",
    ),
    "The core is plain Python": ("core", "import jsonschema\n"),
    "Only persistence talks SQLAlchemy and Alembic": ("services", "import sqlalchemy.orm\n"),
    "Only report makes and reads PDF": ("services", "from pikepdf import Pdf\n"),
    "Only web talks HTTP and forms": ("report", "from flask import g\n"),
    "Pages and commands reach data, packs and reports through services": (
        "web",
        "import readiness.packs\n",
    ),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the contracts of ``folder/pyproject.toml`` on the package beside it."""
    command = str(Path(sys.executable).with_name("lint-imports"))
    return subprocess.run(
        [command, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def miniature(tmp_path: Path) -> Path:
    """One empty module for each layer, under the project's own contracts."""
    package = tmp_path / "readiness"
    package.mkdir()
    for name in ("__init__", "paths", *LAYERS):
        (package / f"{name}.py").touch()
    (tmp_path / "pyproject.toml").write_bytes((tree.ROOT / "pyproject.toml").read_bytes())
    return tmp_path


def test_the_tree_keeps_every_contract() -> None:
    done = lint_imports(tree.ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(BREACHES)} kept, 0 broken" in done.stdout


def test_every_contract_has_its_breach() -> None:
    contracts = tomllib.loads((tree.ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    assert [contract["name"] for contract in contracts["contracts"]] == list(BREACHES)


def test_empty_layers_keep_every_contract(miniature: Path) -> None:
    done = lint_imports(miniature)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_contract_is_seen_to_break(miniature: Path) -> None:
    for module, line in BREACHES.values():
        with (miniature / "readiness" / f"{module}.py").open("a") as source:
            source.write(line)
    done = lint_imports(miniature)
    assert f"0 kept, {len(BREACHES)} broken" in done.stdout, done.stdout + done.stderr
    for _, line in BREACHES.values():
        assert line.split()[1].partition(".")[0] in done.stdout


def test_a_module_without_a_layer_is_refused(miniature: Path) -> None:
    (miniature / "readiness" / "toolbox.py").touch()
    done = lint_imports(miniature)
    assert done.returncode == 1
    assert "readiness.toolbox" in done.stdout
