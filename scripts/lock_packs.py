"""Releases a questionnaire pack: adds what sha256sum prints for its files to packs.lock.

    .venv/bin/python -m scripts.lock_packs 2026.1

From then on the pack never changes; tests/architecture/test_packs_lock.py watches over it. A
pack that is locked already is refused: a correction is a new pack with a new id.
"""

import argparse
from pathlib import Path

from readiness.packs.digests import LOCK, lock_lines

PACKS = Path(__file__).resolve().parents[1] / "readiness" / "packs"


class LockedError(Exception):
    """The pack is released already."""


def write(packs: Path, pack_id: str) -> int:
    """Add the pack to the lock file of the folder ``packs`` and return how many files it has.

    Raises:
        LockedError: it is locked already.
        NotADirectoryError: there is no such pack.
    """
    prefix, lock = f"questionnaires/{pack_id}/", packs / LOCK
    if not (packs / prefix).is_dir():
        raise NotADirectoryError(packs / prefix)
    before = lock.read_text(encoding="utf-8") if lock.exists() else ""
    if any(line.split("  ", 1)[1].startswith(prefix) for line in before.splitlines()):
        raise LockedError(f"{pack_id} is locked already; make a new pack with a new id")
    lines = lock_lines(packs / prefix, prefix)
    lock.write_text(before + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(lines)


def main() -> None:
    """Read the command line and lock one pack."""
    parser = argparse.ArgumentParser(description="Release a questionnaire pack.")
    parser.add_argument("pack", help="its id, such as 2026.1")
    pack_id = parser.parse_args().pack
    try:
        print(f"{pack_id}: {write(PACKS, pack_id)} files locked")
    except (LockedError, NotADirectoryError) as error:
        parser.exit(1, f"{error}\n")


if __name__ == "__main__":
    main()
