"""What axe finds on a page, one line for each element that breaks a rule."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Every rule for WCAG 2.0 to 2.2 up to AA, and what axe holds to be good practice. The size of
# targets is a rule of 2.2 that axe leaves off unless it is named.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}

_AXE = Axe()


def violations(page: Page) -> list[str]:
    """The rule, its help and the element, for each violation on the page as it stands."""
    found: dict[str, Any] = _AXE.run(page, options=OPTIONS).response
    assert found["passes"], "axe checked nothing"
    return [
        f"{rule['id']}: {rule['help']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
