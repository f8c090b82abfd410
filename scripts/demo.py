"""A throw-away program with something in it: ``make demo``.

A consultant's seven invented client organisations, each assessed in two years. There are no
accounts yet, so every assessment stands behind its own private address, which is printed.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from uuid import UUID

from readiness.core.answers import (
    UNKNOWN,
    Answer,
    AnswerSheet,
    Organisation,
    ProfileValue,
    Size,
    not_applicable,
    rated,
)
from readiness.core.questionnaire import Form, Question
from readiness.services.assessing import pack
from readiness.services.assessments import Assessments
from readiness.services.clock import StoppedClock
from readiness.services.session import Database
from readiness.web.settings import from_environment
from scripts.storing import store

YEARS = (2025, 2026)
IMPROVED, UNKNOWN_AT_FIRST, WITHOUT_OBJECT = 0.35, 0.06, 0.1
"""Shares of the questions: better in the second year, not known in the first, not applicable."""


@dataclass(frozen=True, slots=True)
class Client:
    """An invented client: who it is, how far it is (mean level), how much it uses networks."""

    organisation: Organisation
    mean_level: float
    use: int
    networks: tuple[str, ...]


def _client(organisation: Organisation, mean_level: float, use: int) -> Client:
    networks = ("linkedin", "facebook", "instagram")[: 1 + use // 2]
    return Client(organisation, mean_level, use, networks)


CLIENTS = (
    _client(Organisation("Hautpré & Sœurs Logiciels SAS", "FR", "J", Size.MEDIUM, 180), 2.1, 3),
    _client(
        Organisation("Brandt Antriebstechnik GmbH & Co. KG", "DE", "C", Size.VERY_LARGE, 1200),
        2.9,
        1,
    ),
    _client(Organisation("Corrib Home & Garden Ltd", "IE", "G", Size.SMALL, 25), 0.9, 4),
    _client(Organisation("Cabinet Lestrange et associés", "FR", "M", Size.SMALL, 38), 1.6, 1),
    _client(Organisation("Havenlogistiek Verbruggen NV", "BE", "H", Size.LARGE, 420), 2.3, 2),
    _client(Organisation("Hotel Miramar Gestión SL", "ES", "I", Size.MEDIUM, 95), 1.3, 4),
    _client(Organisation("Stadtwerke Oberau AöR", "DE", "D", Size.LARGE, 610), 2.6, 2),
)


def fill(database: Database) -> list[tuple[str, int, UUID]]:
    """Store every client's assessments; the name, year and address of each."""
    made = []
    for index, client in enumerate(CLIENTS):
        for year in YEARS:
            clock = StoppedClock(datetime(year, 10, 5 + index, 9, tzinfo=UTC))
            with database.writing() as session:
                sheet = _sheet(client, year, Random(index))  # noqa: S311 - invented answers
                chosen = store(Assessments(session, clock), sheet)
                session.commit()
            made.append((client.organisation.name, year, chosen))
    return made


def _sheet(client: Client, year: int, random: Random) -> AnswerSheet:
    questionnaire = pack().questionnaire
    answers = {q.id: _answer(client, q, year, random) for q in questionnaire.questions.values()}
    answers[questionnaire.use_question] = rated(client.use)
    profile: dict[str, ProfileValue] = {
        "finds_social_media_useful": client.use > 0,
        "networks": client.networks,
        "purposes": ("marketing", "recruitment")[: client.use],
        "blocks_networks_at_work": client.use == 0,
    }
    return AnswerSheet(
        questionnaire=questionnaire.id,
        form=Form.FULL,
        date=date(year, 10, 5),
        organisation=client.organisation,
        profile=profile,
        answers=answers,
    )


def _answer(client: Client, question: Question, year: int, random: Random) -> Answer:
    """The same draw in both years, so that the second year differs by what was improved."""
    drawn, improved, known = random.gauss(client.mean_level, 0.9), random.random(), random.random()
    level = round(drawn) + (year == YEARS[-1] and improved < IMPROVED)
    if known < UNKNOWN_AT_FIRST and year == YEARS[0]:
        return UNKNOWN
    if question.not_applicable and known > 1 - WITHOUT_OBJECT:
        return not_applicable("Nothing of the kind exists here.")
    return rated(min(4, max(0, level)))


def main() -> None:
    """Fill a temporary instance, print the addresses, serve until Ctrl-C, leave nothing."""
    with tempfile.TemporaryDirectory(prefix="readiness-demo-") as folder:
        surroundings = {**os.environ, "READINESS_INSTANCE_PATH": folder}
        surroundings.pop("DATABASE_URL", None)
        settings = from_environment(surroundings)
        database = Database(settings.database)
        database.upgrade()
        for name, year, assessment in fill(database):
            print(f"{year}  {name:<38} {settings.address}/assessments/{assessment}/result")
        database.close()
        # A process of its own: the server's workers must not tidy this folder away.
        program = Path(sys.executable).with_name("readiness")
        with contextlib.suppress(KeyboardInterrupt):
            subprocess.run([program, "serve"], env=surroundings, check=False)


if __name__ == "__main__":
    main()
