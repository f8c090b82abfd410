"""Who may use an address: every view says so, and the program does not start if one forgot."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from flask import Flask, abort, current_app, request

View = TypeVar("View", bound=Callable[..., object])

_ATTRIBUTE = "access_policy"
_STATIC = "static"


class Policy(StrEnum):
    """The kinds of right there are."""

    PUBLIC = "public"
    """Anybody."""

    LINK = "link"
    """Whoever knows the random address of an assessment."""


class MissingPolicyError(RuntimeError):
    """Views that do not say who may use them."""


def allow(policy: Policy) -> Callable[[View], View]:
    """Declare who may use a view. Stands directly under its route."""

    def declare(view: View) -> View:
        setattr(view, _ATTRIBUTE, policy)
        return view

    return declare


def policies(app: Flask) -> dict[str, str]:
    """Every route with its methods and who may use it, sorted."""
    found = {}
    for rule in app.url_map.iter_rules():
        methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        if rule.endpoint != _STATIC:
            found[f"{' '.join(methods)} {rule.rule}"] = str(_policy(app, rule.endpoint))
    return dict(sorted(found.items()))


def init_app(app: Flask) -> None:
    """Deny every request to a view that does not say who may use it."""
    app.before_request(_deny_undeclared)


def check(app: Flask) -> None:
    """Refuse to start with a view that does not say who may use it.

    Raises:
        MissingPolicyError: naming every such view.
    """
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()} - {_STATIC}
    missing = sorted(name for name in endpoints if _policy(app, name) is None)
    if missing:
        raise MissingPolicyError(f"add @allow(Policy....) to: {', '.join(missing)}")


def _policy(app: Flask, endpoint: str) -> Policy | None:
    policy = getattr(app.view_functions[endpoint], _ATTRIBUTE, None)
    return policy if isinstance(policy, Policy) else None


def _deny_undeclared() -> None:
    endpoint = request.endpoint
    if endpoint not in {None, _STATIC} and _policy(current_app, endpoint or "") is None:
        abort(404)
