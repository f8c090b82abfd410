"""The benchmark packs: every figure with its provenance, every damage refused."""

import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from readiness.core.benchmarks import Closeness
from readiness.packs import benchmark_texts, benchmarks, load
from readiness.packs.benchmark_pack import read_benchmark_texts, read_benchmarks
from readiness.packs.reading import PackFolder
from readiness.wording.language import LANGUAGES
from tests.oracle.files import BENCHMARKS, figures, toml

FIGURES = benchmarks().figures
# Where a figure was read, by how much the place is worth; a changed count needs a reason.
GRADES = Counter(A=1085, B=597, C=299, D=21)


def test_there_are_2002_figures() -> None:
    assert len(FIGURES) == len(figures()) == 2002


def test_every_file_of_figures_belongs_to_a_listed_pack() -> None:
    files = {path.stem for path in (BENCHMARKS / "figures").iterdir()}
    assert files == set(toml(BENCHMARKS / "packs.toml")) == set(benchmarks().doubts)


def test_every_figure_has_source_address_grade_and_year() -> None:
    for figure in FIGURES:
        assert figure.source_title
        assert re.match(r"https?://[^\s/]+\.[^\s/]+", figure.source_url), figure
        assert figure.grade in {"A", "B", "C", "D"}
        assert 2005 <= figure.year <= 2026
        assert figure.population
        assert figure.sample_n is None or figure.sample_n > 0


def test_shares_lie_between_0_and_100() -> None:
    shares = [figure for figure in FIGURES if figure.unit.startswith("PC_")]
    assert len(shares) > 1_900
    assert all(0 <= figure.value <= 100 for figure in shares)


def test_the_grade_is_that_of_the_source() -> None:
    sources = toml(BENCHMARKS / "sources.toml")
    expected = Counter(sources[row["source"]]["grade"] for row in figures())
    assert Counter(figure.grade for figure in FIGURES) == expected == GRADES


def test_the_survey_of_2010_is_of_the_lowest_grade() -> None:
    own = {figure.grade for figure in FIGURES if figure.pack == "netmediaeurope-2010"}
    assert own == {"D"}
    assert all(entry.figure.grade == "D" for entry in benchmarks().survey)
    assert benchmarks().survey_doubts


def test_every_indicator_names_figures_that_exist_and_an_answer_of_ours() -> None:
    questions = load("2026.1").questionnaire.questions
    profile = {question.id: question for question in load("2026.1").questionnaire.profile}
    for indicator in benchmarks().indicators:
        found = {
            f.pack for f in FIGURES if (f.indicator, f.unit) == (indicator.figure, indicator.unit)
        }
        assert found, indicator.id
        assert set(indicator.packs) <= found, indicator.id
        assert indicator.closeness in Closeness
        rule = indicator.rule
        if rule.question is not None:
            assert rule.question in questions
        else:
            assert rule.profile in profile
            assert rule.contains is None or rule.contains in profile[rule.profile].options


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_figure_is_there(language: str) -> None:
    words = benchmark_texts(language)
    for figure in FIGURES:
        assert words.packs[figure.pack]
        assert words.populations[figure.population]
        assert words.units[figure.unit]
    for doubts in benchmarks().doubts.values():
        assert all(words.doubts[doubt] for doubt in doubts)
    for indicator in benchmarks().indicators:
        assert words.names[indicator.id]
        assert words.does[indicator.id]
        assert words.mappings[indicator.id]


@dataclass(frozen=True)
class Damage:
    """In ``file`` the first match of ``old`` becomes ``new``; ``at`` is the place then named."""

    file: str
    old: str
    new: str
    at: str


CISCO = "figures/cisco-2010.csv"
DAMAGES = [
    Damage(CISCO, ",2010,,,,52,", ",2010,,,,many,", f"{CISCO}:2"),
    Damage(CISCO, ",2010,,,,52,", ",2010,,,,nan,", f"{CISCO}:2"),
    Damage(CISCO, ",2010,,,,52,", ",late,,,,52,", f"{CISCO}:2"),
    Damage(CISCO, "slideshare-cisco-2010", "hearsay", f"{CISCO}:2"),
    Damage(CISCO, r"slideshare-cisco-2010,", "slideshare-cisco-2010", f"{CISCO}:2"),
    Damage(CISCO, r"slideshare-cisco-2010,", "slideshare-cisco-2010,,", f"{CISCO}:2"),
    Damage(CISCO, r",2010,,,,52,", ',2010,,,,"5"2,', f"{CISCO}:2"),
    Damage(CISCO, ",2010,,,,52,", ",2010,,,HUGE,52,", f"{CISCO}:HUGE"),
    Damage(CISCO, ",2010,,,,52,", ",2010,,ZZ,,52,", f"{CISCO}:ZZ"),
    Damage(CISCO, r"\Aindicator,", "series,", f"{CISCO}:1"),
    Damage("packs.toml", r"\A", "[nobody-1999]\ndoubts = []\n", "figures/nobody-1999.csv"),
    Damage("sources.toml", "https://", "ftp://", "sources.toml:"),
    Damage("sources.toml", 'grade = "A"', 'grade = "E"', "sources.toml:"),
    Damage(
        "indicators.toml",
        "closeness = .*",
        'closeness = "far"',
        "indicators.toml:any_social_media.closeness",
    ),
    Damage("indicators.toml", "from_level = .*", "", "indicators.toml:any_social_media.from_level"),
    Damage(
        "indicators.toml",
        "from_level = .*",
        "from_level = 5",
        "indicators.toml:any_social_media.from_level",
    ),
    Damage(
        "indicators.toml",
        "question = .*",
        'question = "GOV-12"\nprofile = "x"',
        "indicators.toml:any_social_media.question",
    ),
    Damage("survey.toml", "year = 2010", "year = 2009", "survey.toml:survey.interest.indicator"),
    Damage("survey.toml", "doubts = .*\n(?=.*\n)", "doubts = 3\n", "survey.toml"),
    Damage("sizes.toml", "covers = .*", "covers = 3", "sizes.toml:"),
    Damage(
        "fr/benchmarks.toml",
        r"\nname = .*",
        "",
        "fr/benchmarks.toml:indicators.any_social_media.name",
    ),
    Damage("fr/benchmarks.toml", r"\[units\]", '[units]\nx = "y"', "fr/benchmarks.toml:units.x"),
    Damage("fr/benchmarks.toml", r"(?s)\[grades\].*?\n\n", "\n", "fr/benchmarks.toml:grades"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the benchmark packs, to be damaged."""
    return shutil.copytree(BENCHMARKS, tmp_path / "benchmarks")


def lines(folder: Path) -> list[str]:
    files = PackFolder(folder)
    read_benchmark_texts(files, "fr", read_benchmarks(files))
    return [fault.line for fault in files.faults]


def test_an_undamaged_copy_has_no_fault(folder: Path) -> None:
    assert lines(folder) == []


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda d: f"{d.at} {d.new!r}")
def test_damage_is_refused_with_file_and_key(folder: Path, damage: Damage) -> None:
    file = folder / damage.file
    text, count = re.subn(damage.old, damage.new, file.read_text(encoding="utf-8"), count=1)
    assert count == 1, f"nothing in {damage.file} matches {damage.old}"
    file.write_text(text, encoding="utf-8")
    found = lines(folder)
    assert any(line.startswith(damage.at) for line in found), found


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"\xff\xfe")])
def test_figures_that_cannot_be_read_are_named(folder: Path, spoil: Callable[[Path], None]) -> None:
    spoil(folder / CISCO)
    assert any(line.startswith(f"{CISCO}: cannot be read") for line in lines(folder))
