"""What axe finds on a page, one line for each element that breaks a rule."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Every rule for WCAG 2.0 to 2.2 up to AA, and what axe holds to be good practice. The size of
# targets is a rule of 2.2 that axe leaves off unless it is named.
_ALL = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# Style sheets of other machines, which there are none of, need not be loaded once more.
_SHORT = {"resultTypes": ["violations"], "preload": False}


def violations(page: Page, *, only_colours: bool = False) -> list[str]:
    """The rule, its help and the element, for each violation on the page as it stands."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    options = {**(_COLOURS if only_colours else _ALL), **_SHORT}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    assert found["passes"], "axe checked nothing"
    return [
        f"{rule['id']}: {rule['help']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
