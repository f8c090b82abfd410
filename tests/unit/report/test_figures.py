"""The canvas writer draws every mark of the charts' geometry."""

from io import BytesIO
from typing import get_args

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from readiness.core import charts as geometry
from readiness.core.charts import Across, Bar, Dot, Drawing, Mark, Pointer, Upright, Words
from readiness.report import charts as writer
from readiness.report.fonts import register

SAMPLES: dict[type, Mark] = {
    Bar: Bar("known", 0, 40, 2, 10),
    Upright: Upright("cap", 40, 0, 20),
    Across: Across("base", 0, 100, 10),
    Dot: Dot("dot", 50, 10, 5),
    Pointer: Pointer("target", 75, 8),
    Words: Words("label", 50, 10, "word"),
}
ROLES = [
    *((Bar(role, 10, 30, 2, 10)) for role in writer._AREAS),
    *((Upright(role, 10, 2, 10)) for role in writer._PENS),
    *((Across(role, 10, 40, 10)) for role in writer._PENS),
    *((Dot(role, 10, 10, 5)) for role in writer._DOTS),
    *((Words(role, 10, 10, "word")) for role in writer._TEXTS),
]


def drawn(*marks: Mark, across: float = 200) -> PdfReader:
    register()
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    figure = writer.FigureBox(Drawing(20, marks), across)
    assert figure.wrap(1000, 1000) == (across, 20 * writer.SCALE)
    figure.drawOn(canvas, 100, 500)
    canvas.save()
    return PdfReader(BytesIO(out.getvalue()))


def operators(found: PdfReader) -> list[str]:
    content = found.pages[0].get_contents()
    assert content is not None
    return [operator.decode() for _, operator in content.operations]


def test_every_kind_of_mark_has_a_way_to_be_drawn() -> None:
    assert set(SAMPLES) == set(get_args(Mark))


@pytest.mark.parametrize("mark", SAMPLES.values(), ids=lambda mark: type(mark).__name__)
def test_a_mark_is_drawn(mark: Mark) -> None:
    assert len(operators(drawn(mark))) > len(operators(drawn()))


@pytest.mark.parametrize("mark", ROLES, ids=lambda mark: f"{type(mark).__name__} {mark.role}")
def test_every_role_has_a_look(mark: Mark) -> None:
    assert operators(drawn(mark))


@pytest.mark.parametrize("kind", [Bar, Upright, Across, Dot, Words])
def test_every_role_the_geometry_names_has_a_look(kind: type) -> None:
    told = (kind.__doc__ or "").partition("Roles: ")[2].partition(".")[0]
    roles = {role.strip() for role in told.split(",")}
    looks = {Bar: writer._AREAS, Dot: writer._DOTS, Words: writer._TEXTS}
    assert roles
    assert roles <= set(looks.get(kind, writer._PENS))


def test_words_stay_inside_their_figure() -> None:
    for at, anchor in ((0, "end"), (0, "middle"), (100, "start"), (100, "middle")):
        place: list[float] = []
        drawn(Words("label", at, 10, "a long label", anchor)).pages[0].extract_text(
            visitor_text=lambda text, _cm, tm, _font, _size, place=place: (  # type: ignore[misc] # a visitor
                place.append(tm[4]) if text.strip() else None
            )
        )
        assert place
        assert all(0 <= left < 200 for left in place)


def test_the_geometry_is_drawn_as_it_is() -> None:
    found = drawn(Bar("known", 25, 50, 0, 20))
    content = found.pages[0].get_contents()
    assert content is not None
    boxes = [values for values, operator in content.operations if operator == b"re"]
    assert [float(value) for value in boxes[0]] == [50, 0, 100, 20 * writer.SCALE]


def test_what_is_not_known_is_hatched_inside_its_box() -> None:
    used = operators(drawn(Bar("unknown", 0, 50, 0, 20)))
    assert {"W", "W*"} & set(used)
    assert used.count("l") > 10


def test_a_part_that_exists_is_never_invisible() -> None:
    content = drawn(Bar("known", 0, 0.01, 0, 20)).pages[0].get_contents()
    assert content is not None
    boxes = [values for values, operator in content.operations if operator == b"re"]
    assert float(boxes[0][2]) >= 0.5


def test_an_axis_has_each_number_at_its_place() -> None:
    box = writer.axis(("0", "50", "100"), 100)
    marks = [mark for mark in box.figure.marks if isinstance(mark, geometry.Words)]
    assert [(mark.x, mark.text) for mark in marks] == [(0, "0"), (50, "50"), (100, "100")]
