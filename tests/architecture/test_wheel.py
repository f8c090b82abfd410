"""An installed wheel serves the same pages as a checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from readiness import __version__, paths
from tests.architecture import tree
from tests.architecture.wheel_guards import expected_in_wheel, wheel_faults

CHECKOUT = [
    "Makefile",
    "readiness/__init__.py",
    "readiness/translations/fr/LC_MESSAGES/messages.po",
    "templates/base.html",
    "static/css/base.css",
    "tests/test_one.py",
]
WHEEL = [
    "readiness/__init__.py",
    "readiness/translations/fr/LC_MESSAGES/messages.po",
    "readiness/templates/base.html",
    "readiness/static/css/base.css",
    "readiness-0.1.0.dist-info/METADATA",
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=tree.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_the_wheel_holds_the_package_its_pages_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    checkout = [path.relative_to(tree.ROOT).as_posix() for path in tree.files()]
    expected = expected_in_wheel(checkout)
    for folder in ("templates", "static", "packs", "translations"):
        assert [name for name in expected if name.startswith(f"readiness/{folder}/")]
    assert wheel_faults(wheel.namelist(), checkout) == []


def test_the_wheel_names_its_version_and_licence(wheel: zipfile.ZipFile) -> None:
    information = f"readiness-{__version__}.dist-info"
    metadata = wheel.read(f"{information}/METADATA").decode()
    assert f"Version: {__version__}\n" in metadata
    assert "License-Expression: Apache-2.0\n" in metadata
    assert f"{information}/licenses/LICENSE" in wheel.namelist()
    assert (
        "readiness = readiness.cli:main" in wheel.read(f"{information}/entry_points.txt").decode()
    )


def test_a_good_wheel_has_no_fault() -> None:
    assert wheel_faults(WHEEL, CHECKOUT) == []


@pytest.mark.parametrize("name", [name for name in WHEEL if "dist-info" not in name])
def test_a_missing_file_is_found(name: str) -> None:
    assert wheel_faults([n for n in WHEEL if n != name], CHECKOUT) == [
        f"{name}: missing from the wheel"
    ]


@pytest.mark.parametrize(
    "name", ["tests/test_one.py", "templates/base.html", "instance/a.db", "readiness/core/.a.swp"]
)
def test_a_stray_file_is_found(name: str) -> None:
    assert wheel_faults([*WHEEL, name], CHECKOUT) == [f"{name}: does not belong into the wheel"]


def test_pages_are_found_beside_the_package_and_inside_it(tmp_path: Path) -> None:
    package = tmp_path / "readiness"
    package.mkdir()
    assert paths._root(package) == package
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "base.html").touch()
    assert paths._root(package) == tmp_path
