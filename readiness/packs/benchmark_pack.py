"""The benchmark packs: published figures with their sources, and what they are compared with."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from io import StringIO

from readiness.core.benchmarks import (
    EU27,
    EU28,
    AnswerRule,
    Benchmarks,
    Closeness,
    Coverage,
    Figure,
    Indicator,
    SurveyEntry,
)
from readiness.core.texts import BenchmarkTexts
from readiness.packs.reading import PackFolder, Table
from readiness.packs.text_pack import Words

GRADES = ("A", "B", "C", "D")
COLUMNS = [
    "indicator",
    "unit",
    "year",
    "country",
    "sector",
    "size_class",
    "value",
    "sample_n",
    "population",
    "source",
    "note",
]


@dataclass(frozen=True, slots=True)
class FigureSource:
    """Where figures were read: a page or file, and the grade its kind earns."""

    title: str
    url: str
    grade: str


def read_benchmarks(files: PackFolder) -> Benchmarks:
    """All benchmark packs in ``files``; what is wrong becomes a fault there."""
    sources = _sources(files.table("sources.toml"))
    packs = files.table("packs.toml")
    figures = [f for pack in packs for f in _figures(files, pack, sources)]
    sizes = _coverages(files.table("sizes.toml"))
    sectors = _coverages(files.table("sectors.toml"))
    indicators = _indicators(files.table("indicators.toml"))
    survey = files.table("survey.toml")
    for figure in figures:
        for classes, code in ((sizes, figure.size_class), (sectors, figure.sector)):
            if code and code not in classes:
                file = f"figures/{figure.pack}.csv"
                files.fault(file, code, "is a class without coverage; add it")
    return Benchmarks(
        figures=tuple(figures),
        indicators=indicators,
        survey=_survey(survey, figures),
        survey_doubts=survey.table("survey").names("doubts"),
        sizes=sizes,
        sectors=sectors,
        doubts={pack: packs.table(pack).names("doubts") for pack in packs},
    )


def _sources(table: Table) -> Mapping[str, FigureSource]:
    sources = {}
    for key in table:
        entry = table.table(key)
        source = FigureSource(entry.text("title"), entry.address("url"), entry.text("grade"))
        if source.grade not in GRADES:
            entry.fault("grade", f"is {source.grade!r}; expected one of {', '.join(GRADES)}")
        entry.text("why")
        entry.done()
        sources[key] = source
    return sources


def _figures(files: PackFolder, pack: str, sources: Mapping[str, FigureSource]) -> list[Figure]:
    name = f"figures/{pack}.csv"
    try:
        text = files.text(name)
    except (FileNotFoundError, UnicodeDecodeError) as error:
        files.fault(name, "", f"cannot be read: {error}; expected CSV in UTF-8")
        return []
    rows = csv.DictReader(StringIO(text), strict=True)
    if list(rows.fieldnames or ()) != COLUMNS:
        files.fault(name, "1", f"expected the columns {', '.join(COLUMNS)}")
        return []
    figures = []
    try:
        for row in rows:
            try:
                figures.append(_figure(pack, row, sources))
            except (ValueError, KeyError, TypeError) as error:
                problem = f"is not a figure: {error!s}; expected numbers and a source id"
                files.fault(name, str(rows.line_num), problem)
    except csv.Error as error:
        files.fault(name, str(rows.line_num + 1), f"is not CSV: {error}; expected quoted commas")
    return figures


def _figure(pack: str, row: Mapping[str, str], sources: Mapping[str, FigureSource]) -> Figure:
    if set(row) != set(COLUMNS) or None in row.values():
        raise ValueError(f"has not {len(COLUMNS)} columns")
    source = sources[row["source"]]
    return Figure(
        pack=pack,
        indicator=row["indicator"],
        unit=row["unit"],
        year=int(row["year"]),
        country=row["country"],
        sector=row["sector"],
        size_class=row["size_class"],
        value=Fraction(row["value"]),
        sample_n=int(row["sample_n"]) if row["sample_n"] else None,
        population=row["population"],
        source=row["source"],
        source_title=source.title,
        source_url=source.url,
        note=row["note"],
        grade=source.grade,
    )


def _coverages(table: Table) -> Mapping[str, Coverage]:
    coverages = {}
    for key in table:
        entry = table.table(key)
        members = frozenset(entry.names("covers"))
        coverages[key] = Coverage(members, everyone=entry.flag("all", default=False))
        entry.done()
    return coverages


def _indicators(table: Table) -> tuple[Indicator, ...]:
    return tuple(_indicator(table.table(key), key) for key in table)


def _indicator(entry: Table, indicator_id: str) -> Indicator:
    indicator = Indicator(
        id=indicator_id,
        figure=entry.text("figure"),
        unit=entry.text("unit"),
        packs=entry.names("packs") if entry.has("packs") else (),
        topic=entry.text("topic"),
        closeness=entry.choice("closeness", Closeness),
        rule=_rule(entry),
    )
    entry.done()
    return indicator


def _rule(entry: Table) -> AnswerRule:
    rule = AnswerRule(
        question=entry.optional_text("question") or None,
        from_level=entry.integer("from_level", low=1, high=4) if entry.has("from_level") else None,
        profile=entry.optional_text("profile") or None,
        contains=entry.optional_text("contains") or None,
    )
    if (rule.question is None) == (rule.profile is None):
        entry.fault("question", "expected exactly one of question and profile")
    if rule.question is not None and rule.from_level is None:
        entry.fault("from_level", "is missing; expected the level from which the answer is a yes")
    return rule


def _survey(table: Table, figures: list[Figure]) -> tuple[SurveyEntry, ...]:
    survey = table.table("survey")
    pack = survey.text("pack")
    entries = []
    for key in survey.names("entries"):
        entry = survey.table(key)
        found = [f for f in figures if f.pack == pack and _is_row(entry, f)]
        if len(found) != 1:
            entry.fault("indicator", f"names {len(found)} figures; expected exactly one")
            continue
        sample_n = entry.integer("n", low=1) if entry.has("n") else None
        entries.append(
            SurveyEntry(
                id=key,
                figure=replace(found[0], sample_n=sample_n),
                rule=_rule(entry),
                country=entry.optional_text("shown_for"),
                official=entry.text("official", empty=True),
                doubts=entry.names("doubts"),
            )
        )
        entry.done()
    return tuple(entries)


def _is_row(entry: Table, figure: Figure) -> bool:
    return (
        figure.indicator == entry.text("indicator")
        and figure.unit == entry.text("unit")
        and figure.year == entry.integer("year")
        and figure.country == entry.text("country", empty=True)
        and figure.sector == entry.text("sector", empty=True)
        and figure.size_class == entry.text("size_class", empty=True)
    )


def read_benchmark_texts(
    files: PackFolder, language: str, benchmarks: Benchmarks
) -> BenchmarkTexts:
    """All words of the benchmark packs in ``language``; what is wrong becomes a fault."""
    words = Words(language)
    table = files.table(f"{language}/benchmarks.toml")
    indicators, survey = table.table("indicators"), table.table("survey")
    ids = [indicator.id for indicator in benchmarks.indicators]
    entries = [entry.id for entry in benchmarks.survey]
    used = {doubt for doubts in benchmarks.doubts.values() for doubt in doubts}
    texts = BenchmarkTexts(
        language=language,
        names=_parts(words, indicators, ids, "name"),
        does=_parts(words, indicators, ids, "does"),
        mappings=_parts(words, indicators, ids, "mapping"),
        populations=words.labels(
            table.table("populations"), dict.fromkeys(f.population for f in benchmarks.figures)
        ),
        packs=_parts(words, table.table("packs"), benchmarks.doubts, "title"),
        survey=_parts(words, survey, entries, "label"),
        survey_remarks=_parts(words, survey, entries, "remark"),
        doubts=words.labels(table.table("doubts"), sorted(used | set(benchmarks.survey_doubts))),
        units=words.labels(table.table("units"), dict.fromkeys(f.unit for f in benchmarks.figures)),
        grades=words.labels(table.table("grades"), GRADES),
        aggregates=words.labels(table.table("aggregates"), (EU27, EU28)),
        regions=words.labels(table.table("regions"), sorted(_regions(benchmarks))),
        sizes=words.labels(table.table("sizes"), benchmarks.sizes),
        sectors=words.labels(table.table("sectors"), benchmarks.sectors),
    )
    table.done()
    return texts


def _parts(words: Words, table: Table, ids: Iterable[str], key: str) -> dict[str, str]:
    return {entry: words.one(table.table(entry).text(key)) for entry in ids}


def _regions(benchmarks: Benchmarks) -> set[str]:
    return {figure.country for figure in benchmarks.figures if "-" in figure.country}
