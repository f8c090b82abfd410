"""The SVG writer: every kind of mark is drawn, named and described, coloured by class only."""

import re
from fractions import Fraction

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from readiness.core.benchmarks import Margin
from readiness.core.charts import (
    Across,
    Bar,
    Dot,
    Drawing,
    Mark,
    Pointer,
    Upright,
    Words,
    cost_range,
    fall_bar,
    score_scale,
    score_strip,
    share_bar,
    share_dot,
)
from readiness.core.questionnaire import Span
from readiness.core.scoring import Range
from readiness.paths import STATIC, TEMPLATES
from readiness.web import drawing

CAPPED = Range(Fraction(49), Fraction(69))
UNCAPPED = Range(Fraction(56), Fraction(71))
MARGIN = Margin(Fraction(46), Fraction(54))
FIGURES = {
    "strip": score_strip(CAPPED, UNCAPPED, caps=[Fraction(49)]),
    "scale": score_scale(
        CAPPED,
        UNCAPPED,
        caps=[(Fraction(49), "cap 49")],
        names=["unprotected", "partial", "organised", "controlled", "proven"],
        current=1,
    ),
    "dot": share_dot(Fraction(40), MARGIN, yours=True),
    "ring": share_dot(Fraction(40), None, yours=None),
    "bar": share_bar(Fraction(12), MARGIN),
    "cost": cost_range(Span(Fraction(1), Fraction(2), Fraction(4)), Fraction(5)),
    "fall": fall_bar(Fraction(18), Fraction(15)),
}


@pytest.fixture(scope="module")
def environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    found.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # by the extension
    drawing.install(found)
    return found


def drawn(environment: Environment, figure: Drawing, *, title: str = "Title") -> BeautifulSoup:
    macros = environment.get_template("components/chart.html").make_module()
    html = macros.drawing(figure, "chart-1", title, "What it says")  # type: ignore[attr-defined]  # a macro
    return BeautifulSoup(str(html), "html.parser")


@pytest.mark.parametrize(
    ("mark", "selector", "attributes"),
    [
        (
            Bar("known", 0, 49.5, 9, 14),
            "rect.c-known",
            {"x": "0%", "width": "49.5%", "y": "9", "height": "14"},
        ),
        (Bar("held", 49, 7, 9, 14), "rect.c-held", {"x": "49%", "y": "9.5", "height": "13"}),
        (Bar("unknown", 56, 13, 9, 14), "rect.c-open", {"fill": "url(#hatch)", "width": "13%"}),
        (Bar("unknown", 56, 13, 9, 14), "rect.c-edge", {"y": "9.5", "height": "13"}),
        (
            Upright("cap", 49, 4, 28),
            "line.c-cap",
            {"x1": "49%", "x2": "49%", "y1": "4", "y2": "28"},
        ),
        (Upright("end", 49, 4, 28), "line.c-margin", {"x1": "49%"}),
        (Across("side", 0, 40.25, 14), "line.c-side", {"x1": "0%", "x2": "40.25%", "y1": "14"}),
        (Dot("dot", 40, 14, 7), "circle.c-dot", {"cx": "40%", "cy": "14", "r": "7"}),
        (Dot("ring", 40, 14, 6), r"circle.c-dot--ring", {"cx": "40%", "r": "6"}),
        (Pointer("target", 75, 7), "svg > svg", {"x": "75%", "y": "7", "overflow": "visible"}),
        (Pointer("target", 75, 7), "path.c-target-head", {}),
        (Words("tick", 25, 80, "25"), "text.c-tick.mid", {"x": "25%", "y": "80"}),
        (Words("cap", 49, 12, "cap 49", "end"), "text.c-caplabel.end", {}),
        (Words("label", 95, 100, "proven", wide_only=True), "text.c-label.wide-only", {}),
    ],
)
def test_every_kind_of_mark_is_drawn(
    environment: Environment, mark: Mark, selector: str, attributes: dict[str, str]
) -> None:
    (found,) = drawn(environment, Drawing(32, (mark,))).select(selector)
    assert {name: found[name] for name in attributes} == attributes


def test_no_kind_of_mark_is_left_out(environment: Environment) -> None:
    marks = (
        Bar("track", 0, 1, 0, 1), Upright("grid", 0, 0, 1), Across("base", 0, 1, 0),
        Dot("dot", 0, 0, 1), Pointer("target", 0, 0), Words("tick", 0, 0, "0"),
    )  # fmt: skip
    assert {type(mark) for mark in marks} == set(drawing.MARKS.values()) == set(Mark.__args__)
    svg = drawn(environment, Drawing(32, marks)).svg
    assert svg is not None
    assert len(svg.find_all(recursive=False)) == len(marks) + len(("title", "desc"))


@pytest.mark.parametrize("name", FIGURES)
def test_a_drawing_has_a_name_a_description_and_no_style(
    environment: Environment, name: str
) -> None:
    figure = FIGURES[name]
    soup = drawn(environment, figure, title='"Training" & more')
    (svg,) = soup.select('svg[role="img"]')
    assert svg["height"] == f"{figure.height:g}"
    assert not svg.has_attr("viewbox")
    (title,) = soup.select(f"title#{svg['aria-labelledby']}")
    (text,) = soup.select(f"desc#{svg['aria-describedby']}")
    assert (title.get_text(), text.get_text()) == ('"Training" & more', "What it says")
    assert not soup.select("[style], style, script, [stroke]")
    assert all(not tag.has_attr("fill") or tag["fill"] == "url(#hatch)" for tag in soup("rect"))
    ids = [str(tag["id"]) for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", FIGURES)
def test_every_class_of_a_drawing_is_coloured(environment: Environment, name: str) -> None:
    sheet = (STATIC / "css" / "components" / "charts.css").read_text(encoding="utf-8")
    known = set(re.findall(r"\.([\w-]+)", sheet))
    used = {c for tag in drawn(environment, FIGURES[name]).select("[class]") for c in tag["class"]}
    assert used - known == {"c-open"} & used  # the hatch is its colour


def test_what_people_typed_is_escaped(environment: Environment) -> None:
    soup = drawn(environment, Drawing(8, (Words("label", 0, 0, "<b>&"),)), title="<script>")
    assert soup.select("text")[0].get_text() == "<b>&"
    assert not soup.select("script, b")


def test_a_silent_drawing_says_nothing(environment: Environment) -> None:
    macros = environment.get_template("components/chart.html").make_module()
    html = macros.silent_drawing(FIGURES["fall"])  # type: ignore[attr-defined]  # a macro
    (svg,) = BeautifulSoup(str(html), "html.parser").select("svg")
    assert svg["aria-hidden"] == "true"
    assert not svg.select("title, desc")


def test_the_axis_is_spread_over_the_whole_width(environment: Environment) -> None:
    macros = environment.get_template("components/chart.html").make_module()
    html = macros.axis(("0", "25", "50", "75", "100"))  # type: ignore[attr-defined]  # a macro
    places = [text["x"] for text in BeautifulSoup(str(html), "html.parser").select("text")]
    assert places == ["0%", "25%", "50%", "75%", "100%"]
