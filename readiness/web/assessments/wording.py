"""Words that several pages of an assessment need."""

from collections.abc import Mapping

from readiness.core.answers import Size
from readiness.services import assessing
from readiness.services.drafts import OrganisationDraft, Progress
from readiness.web.i18n import current, ngettext
from readiness.web.i18n import gettext as _
from readiness.wording.countries import countries_by_name

_SIZE_BOUNDS = {
    Size.MICRO: (1, 9),
    Size.SMALL: (10, 49),
    Size.MEDIUM: (50, 249),
    Size.LARGE: (250, 999),
    Size.VERY_LARGE: (1000, None),
}


def country_choices() -> Mapping[str, str]:
    """Every country's code and name, sorted by name in the reader's language."""
    return countries_by_name(current().locale)


def progress_sentence(progress: Progress) -> str:
    """Where the questions of a part stand: "11 of 14 answered, 1 not known, 2 open"."""
    parts = [
        _("%(answered)s of %(total)s answered", answered=progress.answered, total=progress.total)
    ]
    if progress.unknown:
        parts.append(_("%(num)s not known", num=progress.unknown))
    if progress.not_applicable:
        parts.append(_("%(num)s not applicable", num=progress.not_applicable))
    if progress.open and not progress.is_untouched:
        parts.append(ngettext("%(num)s open", "%(num)s open", progress.open))
    return ", ".join(parts)


def organisation_labels() -> Mapping[str, str]:
    """The fields of the organisation as their form calls them."""
    return {
        "name": _("Name"),
        "country": _("Country"),
        "sector": _("Main activity"),
        "size": _("Number of staff"),
        "headcount": _("Exact headcount"),
    }


def organisation_value(name: str, value: object) -> str:
    """A value of the organisation in words."""
    texts = assessing.pack().texts[current().code]
    if value is None or value == "":
        return _("Nothing entered")
    match name:
        case "country":
            return current().country(str(value))
        case "sector":
            return texts.sectors.get(str(value), str(value))
        case "size":
            return texts.sizes[str(value)]
        case "headcount" if isinstance(value, int):
            return current().number(value)
        case _:
            return str(value)


def contradictions(organisation: OrganisationDraft) -> list[str]:
    """What does not fit together; it is told and never refused."""
    if organisation.size is None or organisation.headcount is None:
        return []
    low, high = _SIZE_BOUNDS[organisation.size]
    if low <= organisation.headcount and (high is None or organisation.headcount <= high):
        return []
    return [
        _(
            "The headcount of %(headcount)s does not fit the number of staff: %(size)s",
            headcount=current().number(organisation.headcount),
            size=organisation_value("size", organisation.size.value),
        )
    ]
