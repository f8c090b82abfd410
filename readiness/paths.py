"""Where the page templates and the static files are.

In a checkout (also an editable install) both folders stand beside the package, so that edits show
at once. In an installed wheel they lie inside it. Data that never leaves the package (packs,
migrations, translations) is read with ``importlib.resources`` instead.
"""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent


def _root(package: Path) -> Path:
    """The folder that holds ``templates/`` and ``static/`` for the package at ``package``."""
    checkout = package.parent
    return checkout if (checkout / "templates" / "base.html").is_file() else package


TEMPLATES: Final = _root(_PACKAGE) / "templates"
STATIC: Final = _root(_PACKAGE) / "static"
