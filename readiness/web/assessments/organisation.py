"""About the organisation: who is assessed, and the unscored questions about it."""

from collections.abc import Mapping
from dataclasses import asdict
from uuid import UUID

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from readiness.core.answers import ProfileValue
from readiness.services import assessing
from readiness.services.drafts import OrganisationDraft
from readiness.web.access import Policy, allow
from readiness.web.assessments import blueprint, wording
from readiness.web.assessments.differences import Difference, chosen, differences, undecided
from readiness.web.assessments.forms import OrganisationForm, ProfileForm, profile_form
from readiness.web.assessments.loading import load, reload
from readiness.web.assessments.view_models import AssessmentView
from readiness.web.i18n import current
from readiness.web.transaction import assessments

_TASKS = "tasks"
_CHOOSING = "choosing"


@blueprint.get("/<uuid:assessment_id>/organisation")
@allow(Policy.LINK)
def organisation(assessment_id: UUID) -> str:
    view = load(assessment_id)
    form = OrganisationForm.of(view.draft.organisation, view.draft.organisation_version)
    return _organisation_page(view, form)


@blueprint.post("/<uuid:assessment_id>/organisation")
@allow(Policy.LINK)
def save_organisation(assessment_id: UUID) -> str | Response:
    view = load(assessment_id)
    form = OrganisationForm(request.form)
    form.validate()
    if not view.draft.is_draft:
        return _organisation_page(view, form)
    return _keep_organisation(view, form)


@blueprint.get("/<uuid:assessment_id>/profile")
@allow(Policy.LINK)
def profile(assessment_id: UUID) -> str:
    view = load(assessment_id)
    draft = view.draft
    questions = view.questionnaire.profile
    form = profile_form(questions, stored=draft.profile, version=draft.profile_version)
    return _profile_page(view, form)


@blueprint.post("/<uuid:assessment_id>/profile")
@allow(Policy.LINK)
def save_profile(assessment_id: UUID) -> str | Response:
    view = load(assessment_id)
    form = profile_form(view.questionnaire.profile, sent=request.form)
    form.validate()
    if not view.draft.is_draft:
        return _profile_page(view, form)
    return _keep_profile(view, form)


def _keep_organisation(view: AssessmentView, form: OrganisationForm) -> str | Response:
    """Save what has no fault; ask where somebody else saved something different meanwhile."""
    assessment_id = view.draft.id
    stored = view.draft.organisation
    entered = form.given(stored)
    found = _organisation_differences(stored, entered)
    if _is_undecided(found):
        return _choose(view, found, view.draft.organisation_version)
    given = OrganisationDraft(**chosen(asdict(stored), asdict(entered), request.form))
    theirs = assessments().save_organisation(assessment_id, given, based_on_version=form.based_on)
    if theirs is not None:
        return _choose(view, found, view.draft.organisation_version)
    view = reload(assessment_id)
    if form.problems:
        form.version.data = str(view.draft.organisation_version)
        return _organisation_page(view, form)
    return redirect(_after("assessments.profile", assessment_id), code=303)


def _keep_profile(view: AssessmentView, form: ProfileForm) -> str | Response:
    """As for the organisation."""
    assessment_id = view.draft.id
    entered = form.given(view.draft.profile)
    found = _profile_differences(view, entered)
    if _is_undecided(found):
        return _choose(view, found, view.draft.profile_version)
    given = _known(chosen(view.draft.profile, entered, request.form))
    theirs = assessments().save_profile(assessment_id, given, based_on_version=form.based_on)
    if theirs is not None:
        return _choose(view, found, view.draft.profile_version)
    view = reload(assessment_id)
    if form.problems:
        form.version.data = str(view.draft.profile_version)
        return _profile_page(view, form)
    return redirect(_after("assessments.tasks", assessment_id), code=303)


def _known(values: Mapping[str, object]) -> dict[str, ProfileValue]:
    """The values without those that the chosen side leaves open."""
    kinds = (bool, int, str, tuple)
    return {key: value for key, value in values.items() if isinstance(value, kinds)}


def _organisation_differences(
    theirs: OrganisationDraft, yours: OrganisationDraft
) -> list[Difference]:
    labels, in_words = wording.organisation_labels(), wording.organisation_value
    return differences(asdict(theirs), asdict(yours), labels, in_words)


def _profile_differences(
    view: AssessmentView, yours: Mapping[str, ProfileValue]
) -> list[Difference]:
    labels = {key: text.label for key, text in view.texts.profile.items()}
    narrator = assessing.narrator(current().code, view.draft.pack_id)
    return differences(view.draft.profile, yours, labels, narrator.profile_value)


def _is_undecided(found: list[Difference]) -> bool:
    """Whether this request is a choice between two versions that leaves something open."""
    return _CHOOSING in request.form and bool(undecided(found, request.form))


def _organisation_page(view: AssessmentView, form: OrganisationForm) -> str:
    return render_template(
        "assessments/organisation.html",
        assessment=view,
        form=form,
        countries=wording.country_choices(),
    )


def _profile_page(view: AssessmentView, form: ProfileForm) -> str:
    return render_template("assessments/profile.html", assessment=view, form=form)


def _choose(view: AssessmentView, found: list[Difference], version: int) -> str:
    """Both values of each field; the choice is sent to where the form was sent."""
    hidden = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in {"csrf_token", "version", _CHOOSING} and not name.startswith("keep-")
    ]
    return render_template(
        "assessments/differences.html",
        assessment=view,
        differences=found,
        version=version,
        hidden=hidden,
        undecided=undecided(found, request.form) if _CHOOSING in request.form else [],
    )


def _after(following: str, assessment_id: UUID) -> str:
    """Where to go once everything is saved."""
    tasks_next = request.form.get("then") == _TASKS
    return url_for("assessments.tasks" if tasks_next else following, assessment_id=assessment_id)
