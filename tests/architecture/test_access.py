"""Who may use which address: reviewed as a list. A new or changed route is a readable diff.

After a change that is meant: ``python -m tests.architecture.test_access`` writes the list anew.
"""

import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Final

import pytest

from readiness.web import create_app
from readiness.web.access import policies
from readiness.web.settings import from_environment

LIST: Final = Path(__file__).with_name("routes.json")


def _routes(instance: str) -> dict[str, str]:
    return policies(create_app(from_environment({"READINESS_INSTANCE_PATH": instance})))


@pytest.fixture
def routes(tmp_path: Path) -> dict[str, str]:
    return _routes(str(tmp_path))


def test_every_route_is_on_the_list_with_its_policy(routes: dict[str, str]) -> None:
    assert len(routes) > 10
    assert routes == json.loads(LIST.read_text(encoding="utf-8"))


def test_every_parameter_of_an_address_has_a_type(routes: dict[str, str]) -> None:
    untyped = {"domain", "question_id"}  # checked against the questionnaire by their views
    for route in routes:
        for parameter in re.findall(r"<([^>]+)>", route):
            assert ":" in parameter or parameter in untyped, route


def test_addresses_are_in_small_letters(routes: dict[str, str]) -> None:
    for route in routes:
        path = re.sub(r"<[^>]+>", "", route.split(" ", 1)[1])
        assert re.fullmatch(r"[a-z/.-]*", path), route


def test_only_the_start_is_open_to_anybody_who_writes(routes: dict[str, str]) -> None:
    writing = {route for route, policy in routes.items() if "POST" in route and policy == "public"}
    assert writing == {"POST /assessments/"}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        LIST.write_text(json.dumps(_routes(folder), indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"{LIST.name} written; read the difference before you commit it\n")
