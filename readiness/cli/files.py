"""Reading what a person names and writing what they asked for, whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from readiness.cli.faults import InputError


def read_file(path: Path, most: int) -> bytes:
    """The file's content, or one byte more than ``most`` where there is more: some never end.

    Raises:
        InputError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        expected = "expected a file that can be read"
        raise InputError([f"{path}: {_reason(error)}; {expected}"]) from error


def check_free(paths: list[Path], *, source: Path, force: bool) -> None:
    """Refuse to replace a file unless told to, to replace ``source``, to write two into one.

    Raises:
        InputError: naming each file that is in the way.
    """
    faults = [
        f"{path}: is there already; expected a new name, or --force to replace it"
        for path in paths
        if path.exists() and not force
    ]
    faults += [
        f"{path}: is not a file that can be replaced; expected another name"
        for path in paths
        if force and path.exists() and (not path.is_file() or path.samefile(source))
    ]
    faults += [
        f"{path}: is not in a folder that exists; expected an existing folder"
        for path in paths
        if not path.absolute().parent.is_dir()
    ]
    if len({path.resolve() for path in paths}) < len(paths):
        faults.append(f"{paths[0]}: is named for two outputs; expected a file for each")
    if faults:
        raise InputError(faults)


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write every file under a temporary name, then rename them all.

    Raises:
        InputError: one could not be written; none is left half-written.
    """
    written: dict[Path, str] = {}
    path = Path()
    try:
        for path, content in contents.items():
            written[path] = _write_beside(path, content)
        for path in list(written):
            Path(written[path]).replace(path)
            del written[path]
    except OSError as error:
        expected = "expected a place that can be written"
        raise InputError([f"{path}: {_reason(error)}; {expected}"]) from error
    finally:
        for name in written.values():
            Path(name).unlink(missing_ok=True)


def _write_beside(path: Path, content: bytes) -> str:
    handle, name = tempfile.mkstemp(prefix=".readiness-", dir=path.absolute().parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files for the owner alone; what a person asks for has usual permissions.
        Path(name).chmod(0o666 & ~_umask())
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return name


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
