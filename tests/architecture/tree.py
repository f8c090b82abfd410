"""What there is to check: the checkout and the files that belong to it."""

import subprocess
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]


def files(root: Path = ROOT) -> list[Path]:
    """Every file that is or would be committed, absolute, in order."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=True,
        text=True,
    )
    paths = (root / name for name in listed.stdout.split("\0") if name)
    return sorted({path for path in paths if path.is_file()})


def python_files(root: Path = ROOT) -> list[Path]:
    """Every Python file of the project."""
    return [path for path in files(root) if path.suffix == ".py"]


def text(path: Path) -> str | None:
    """The text of a file; None for pictures, fonts and other binary files."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
