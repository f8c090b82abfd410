"""Guards over what a wheel holds."""

from collections.abc import Iterable
from typing import Final

# Where each folder of the checkout lands in the wheel.
SHIPPED: Final = {
    "readiness/": "readiness/",
    "templates/": "readiness/templates/",
    "static/": "readiness/static/",
}


def expected_in_wheel(names: Iterable[str]) -> set[str]:
    """Where the files of a checkout (paths below it) belong in the wheel."""
    return {
        target + name.removeprefix(folder)
        for name in names
        for folder, target in SHIPPED.items()
        if name.startswith(folder)
    }


def wheel_faults(in_wheel: Iterable[str], in_checkout: Iterable[str]) -> list[str]:
    """Files that the wheel lacks, and files that have no business in it."""
    shipped = {name for name in in_wheel if ".dist-info/" not in name}
    expected = expected_in_wheel(in_checkout)
    return [f"{name}: missing from the wheel" for name in sorted(expected - shipped)] + [
        f"{name}: does not belong into the wheel" for name in sorted(shipped - expected)
    ]
