"""The forms about the organisation and its profile, and the one that begins an assessment."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from werkzeug.datastructures import MultiDict
from wtforms import (
    Field,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    ValidationError,
)
from wtforms import Form as WtForm

from readiness.core.answers import NACE_SECTIONS, ProfileValue, Size
from readiness.core.questionnaire import Form, ProfileQuestion
from readiness.services.drafts import HEADCOUNT_LIMIT, NAME_LIMIT, OrganisationDraft
from readiness.web.forms import BaseForm, Check, at_most, one_of, to_number, whole_number
from readiness.web.i18n import gettext as _
from readiness.wording.countries import COUNTRIES

NONE_OF_THESE = "none"
OPEN = "open"
YES, NO = "yes", "no"


class VersionedForm(BaseForm):
    """A form that knows which version of the stored values it was made from."""

    version = HiddenField()

    @property
    def based_on(self) -> int:
        """That version; 0 if it is unreadable, so that nothing is overwritten."""
        return to_number(str(self.version.data or "")) or 0


class StartForm(BaseForm):
    """How long the questionnaire shall be."""

    form = RadioField(
        validate_choice=False,
        validators=[one_of(lambda: list(Form), lambda: _("Choose the short or the full form"))],
    )

    def validate_form(self, field: Field) -> None:
        """Nothing is preselected, so nothing may have been chosen."""
        if not field.data:
            raise ValidationError(_("Choose the short or the full form"))

    @property
    def chosen(self) -> Form:
        """The form that was chosen; only for a valid form."""
        return Form(self.form.data)


class OrganisationForm(VersionedForm):
    """The assessed organisation; everything may stay empty in a draft."""

    name = StringField(validators=[at_most(NAME_LIMIT)])
    country = SelectField(
        validate_choice=False,
        validators=[one_of(lambda: COUNTRIES, lambda: _("Choose a country from the list"))],
    )
    sector = SelectField(
        validate_choice=False,
        validators=[
            one_of(lambda: NACE_SECTIONS, lambda: _("Choose a main activity from the list"))
        ],
    )
    size = RadioField(
        validate_choice=False,
        validators=[one_of(lambda: list(Size), lambda: _("Choose a number of staff"))],
    )
    headcount = StringField(
        validators=[
            whole_number(
                HEADCOUNT_LIMIT,
                lambda: _("Enter the headcount as a whole number, like 180"),
                lowest=1,
            )
        ]
    )

    @classmethod
    def of(cls, stored: OrganisationDraft, version: int) -> "OrganisationForm":
        """The form filled with what is stored."""
        return cls(
            data={
                "name": stored.name,
                "country": stored.country,
                "sector": stored.sector,
                "size": stored.size.value if stored.size else None,
                "headcount": "" if stored.headcount is None else str(stored.headcount),
                "version": str(version),
            }
        )

    def given(self, stored: OrganisationDraft) -> OrganisationDraft:
        """What was entered; a field with a fault keeps its stored value."""
        entered = OrganisationDraft(
            name=self.name.data or "",
            country=self.country.data or "",
            sector=self.sector.data or "",
            size=Size(self.size.data) if self.size.data and not self.size.errors else None,
            headcount=to_number(self.headcount.data),
        )
        faulty = {name: getattr(stored, name) for name in self.errors if name}
        return replace(entered, **faulty)


class ProfileForm(VersionedForm):
    """Unscored questions about the organisation; use :func:`profile_form` to make one."""

    questions: ClassVar[Sequence[ProfileQuestion]] = ()

    def given(self, stored: Mapping[str, ProfileValue]) -> dict[str, ProfileValue]:
        """What was entered; a field with a fault keeps its stored value."""
        found: dict[str, ProfileValue] = {}
        for question in self.questions:
            faulty = self[question.id].errors
            value = stored.get(question.id) if faulty else self._value(question)
            if value is not None:
                found[question.id] = value
        return found

    def _value(self, question: ProfileQuestion) -> ProfileValue | None:
        data = self[question.id].data
        match question.type:
            case "boolean":
                return {YES: True, NO: False}.get(data)
            case "count":
                return to_number(data)
            case "choices":
                return _several(question, data)
            case _:
                return data if data in question.options else None


def profile_form(
    questions: Sequence[ProfileQuestion],
    *,
    sent: MultiDict[str, str] | None = None,
    stored: Mapping[str, ProfileValue] | None = None,
    version: int = 0,
) -> ProfileForm:
    """A form for profile questions: filled with what was sent, else with what is stored."""
    fields: dict[str, Any] = {question.id: _field(question) for question in questions}
    form = type("OwnProfileForm", (ProfileForm,), {"questions": tuple(questions), **fields})
    data = {key: _shown(value) for key, value in (stored or {}).items()}
    # type() gives no better type than this.
    return form(formdata=sent, data={**data, "version": str(version)})  # type: ignore[no-any-return]


def _shown(value: ProfileValue) -> object:
    """A stored value as its field shows it."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return list(value) or [NONE_OF_THESE]
    return str(value)


def _several(question: ProfileQuestion, ticked: Sequence[str] | None) -> ProfileValue | None:
    """The options ticked in pack order; none of them is an answer too, no tick at all is not."""
    if not ticked:
        return None
    return tuple(option for option in question.options if option in ticked)


def _field(question: ProfileQuestion) -> Field:
    def problem() -> str:
        return _("Choose one of the answers shown")

    def number_problem() -> str:
        return _("Enter a whole number, like 12")

    match question.type:
        case "count":
            field: Any = StringField(validators=[whole_number(HEADCOUNT_LIMIT, number_problem)])
        case "choices":
            field = SelectMultipleField(
                validate_choice=False,
                validators=[_options_or_none(question)],
            )
        case kind:
            options = (YES, NO) if kind == "boolean" else question.options
            choices = (*options, OPEN)
            field = RadioField(
                validate_choice=False,
                validators=[one_of(lambda: choices, problem)],
            )
    return field  # type: ignore[no-any-return]  # a field that is not bound to a form yet


def _options_or_none(question: ProfileQuestion) -> Check:
    def check(_form: WtForm, field: Field) -> None:
        ticked = set(field.data or ())
        if ticked - {*question.options, NONE_OF_THESE}:
            raise ValidationError(_("Choose one of the answers shown"))
        if NONE_OF_THESE in ticked and len(ticked) > 1:
            raise ValidationError(_('Tick what applies, or "None of these", not both'))

    return check
