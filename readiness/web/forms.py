"""What all forms share: text comes in clean, and errors say what to do."""

import re
from collections.abc import Callable, Collection
from typing import Any

from typing_extensions import override
from wtforms import Field, Form, ValidationError
from wtforms.meta import DefaultMeta

from readiness.web.i18n import current
from readiness.web.i18n import gettext as _

Check = Callable[[Form, Field], None]

# Everything that no keyboard types and that databases or documents may choke on; line breaks and
# tabs stay.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: object) -> object:
    """Text without surrounding space, unprintable characters, or two kinds of line break."""
    if not isinstance(text, str):
        return text
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


class _Meta(DefaultMeta):
    # The stubs of the base class use types that only exist while checking.
    @override
    def bind_field(self, form: Any, unbound_field: Any, options: Any) -> Any:
        own = unbound_field.kwargs.get("filters", ())
        return unbound_field.bind(form=form, **{**options, "filters": (*own, clean)})


class BaseForm(Form):
    """A form whose text comes in clean. Protection against forging is on for all requests."""

    Meta = _Meta

    @property
    def problems(self) -> list[tuple[str, str]]:
        """The faults in the order of the fields: where to go, what to do."""
        return [(field.id, str(field.errors[0])) for field in self if field.errors]


def at_most(limit: int) -> Check:
    """Check that a text has at most ``limit`` characters; nothing is cut off."""

    def check(_form: Form, field: Field) -> None:
        length = len(field.data or "")
        if length > limit:
            counts = {"limit": current().number(limit), "length": current().number(length)}
            message = _("Shorten this text to %(limit)s characters; it has %(length)s", **counts)
            raise ValidationError(message)

    return check


def one_of(choices: Callable[[], Collection[str]], message: Callable[[], str]) -> Check:
    """Check that a value is empty or one of ``choices``; the message is made when needed."""

    def check(_form: Form, field: Field) -> None:
        if field.data and field.data not in choices():
            raise ValidationError(message())

    return check


def whole_number(highest: int, message: Callable[[], str], *, lowest: int = 0) -> Check:
    """Check that a text is empty or a whole number from ``lowest`` to ``highest``."""

    def check(_form: Form, field: Field) -> None:
        number = to_number(field.data)
        if field.data and (number is None or not lowest <= number <= highest):
            raise ValidationError(message())

    return check


def to_number(text: str | None) -> int | None:
    """A whole number as people type it, with spaces between thousands; None if it is none."""
    digits = re.sub(r"[\s\u202f\u00a0]", "", text or "")
    return int(digits) if re.fullmatch(r"[0-9]{1,12}", digits) else None
