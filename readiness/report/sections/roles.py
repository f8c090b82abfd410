"""Profiles of the community manager and the web marketer, where that control is low."""

from functools import partial

from reportlab.platypus import CondPageBreak, PageBreak, Table

from readiness.core.answers import State
from readiness.core.texts import RoleProfile, RoleText
from readiness.report.document import BODY_ROOM
from readiness.report.flowables import (
    Chapter,
    Story,
    bullets,
    first_fitting,
    gap,
    linked,
    paragraph,
    side_by_side,
    spread,
)
from readiness.report.material import Material
from readiness.report.styles import columns


def roles(material: Material) -> Story:
    """One page for each role whose question is below the target or not known."""
    story: Story = []
    for profile in material.narrator.role_profiles:
        if _wanted(material, profile):
            listed = "" if story else material.text("Role profiles")
            story += [PageBreak()] if story else []
            settings = [
                partial(_profile, material, profile, listed, look)
                for look in ("bullet", "bullet-item")
            ]
            story += first_fitting(settings, BODY_ROOM)
    return story


def _wanted(material: Material, profile: RoleProfile) -> bool:
    result = material.result
    asked = {q.id for q in result.questionnaire.asked(result.sheet.form)}
    answer = result.sheet.answer(profile.trigger)
    if profile.trigger not in asked or answer.state is State.NOT_APPLICABLE:
        return False
    return answer.level is None or answer.level < result.questionnaire.target_level


def _profile(material: Material, profile: RoleProfile, listed: str, look: str) -> Story:
    text, words = material.text, material.narrator.texts.role_profiles[profile.id]
    kicker = text("Role profile · %(code)s is below level 3", code=profile.trigger)
    if material.result.sheet.answer(profile.trigger).level is None:
        kicker = text("Role profile · %(code)s is not known", code=profile.trigger)
    return [
        Chapter(f"role-{profile.id}", words.title, listed),
        paragraph(kicker, "kicker"),
        gap(2),
        paragraph(words.title, "h1"),
        gap(3),
        paragraph(words.mission, "lead"),
        gap(12),
        *_lists(material, words, look),
        paragraph(text("How much of a post"), "h3"),
        gap(2),
        paragraph(words.sizing, "small"),
        gap(10),
        CondPageBreak(60),
        paragraph(text("In public classifications"), "h3"),
        gap(2),
        *[linked(f"{c.scheme}, {c.code}", c.url, f"  {c.url}", "micro") for c in profile.codes],
    ]


def _lists(material: Material, words: RoleText, look: str) -> Story:
    text = material.text
    pairs = (
        ((text("Duties"), words.duties), (text("Security duties"), words.security_duties)),
        ((text("May decide"), words.authority), (text("Hands over"), words.deliverables)),
        ((text("Skills"), words.skills), (text("In the interview"), words.interview)),
    )
    story: Story = []
    for left, right in pairs:
        story += [_pair(left, right, look), gap(10)]
    return story


def _pair(
    left: tuple[str, tuple[str, ...]], right: tuple[str, tuple[str, ...]], look: str
) -> Table:
    cells: list[Story] = [
        [paragraph(head, "h3"), gap(2), *spread(bullets(lines, look), 1.5)]
        for head, lines in (left, right)
    ]
    return side_by_side(cells, [columns(6)] * 2)
