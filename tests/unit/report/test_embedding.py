"""The answers travel inside the report and come out as they went in."""

from contextlib import suppress
from io import BytesIO

import pikepdf
import pytest

from readiness import report
from readiness.core.errors import ReadinessError
from readiness.report import embedding
from tests.unit.report.cases import ANSWERS_FILE, narrator, pdf, reader, result


def empty_pdf() -> pikepdf.Pdf:
    document = pikepdf.new()
    document.add_blank_page()
    return document


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    out = BytesIO()
    document.save(out, **options)  # type: ignore[arg-type] # the library's own options
    return out.getvalue()


def with_attachment(content: bytes) -> pikepdf.Pdf:
    document = empty_pdf()
    document.attachments[embedding.ANSWERS_NAME] = pikepdf.AttachedFileSpec(
        document,
        content,
        description="",
        filename=embedding.ANSWERS_NAME,
        mime_type="application/json",
        creation_date="",
        mod_date="",
    )
    return document


def test_answers_come_out_as_they_went_in() -> None:
    assert report.embedded_answers(pdf("ordinary")) == ANSWERS_FILE
    assert report.embedded_answers(pdf("hostile", "fr")) == ANSWERS_FILE


@pytest.mark.parametrize("answers", [b"", b"\x00\xff", "é漢\n".encode(), b"x" * 3_000_000])
def test_any_bytes_come_out_as_they_went_in(answers: bytes) -> None:
    made = report.render(result("all proven"), narrator("en"), answers)
    assert report.embedded_answers(made) == answers
    assert len(made) < 400_000


def test_other_programs_find_them_too() -> None:
    assert reader("ordinary").attachments == {"answers.json": [ANSWERS_FILE]}


def test_a_report_saved_by_another_program_still_gives_them() -> None:
    with pikepdf.open(BytesIO(pdf("ordinary"))) as document:
        plain = saved(document, compress_streams=False, static_id=True)
    assert report.embedded_answers(plain) == ANSWERS_FILE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"%PDF-1.7\n%%EOF\n",
        b"not a PDF at all",
        b"%PDF" + b"\x00" * 10_000,
        saved(empty_pdf()),
        pdf("ordinary")[: len(pdf("ordinary")) // 2],
    ],
)
def test_anything_else_is_not_our_report(content: bytes) -> None:
    with pytest.raises(report.NotOurReportError):
        report.embedded_answers(content)


def test_a_locked_report_is_refused() -> None:
    document = empty_pdf()
    locked = saved(document, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(report.NotOurReportError):
        report.embedded_answers(locked)


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused() -> None:
    bomb = saved(with_attachment(b"0" * (embedding.LARGEST_ANSWERS + 1)), compress_streams=True)
    assert len(bomb) < 200_000
    with pytest.raises(report.NotOurReportError):
        report.embedded_answers(bomb)


def test_answers_in_a_form_we_do_not_write_are_refused() -> None:
    document = with_attachment(b"0")
    stream = document.attachments[embedding.ANSWERS_NAME].get_file().obj
    stream.write(b"30>", filter=pikepdf.Name.ASCIIHexDecode)
    with pytest.raises(report.NotOurReportError):
        report.embedded_answers(saved(document, compress_streams=False))


@pytest.mark.parametrize("step", range(0, 100, 7))
def test_a_damaged_report_gives_the_answers_or_is_refused(step: int) -> None:
    content = bytearray(pdf("all proven"))
    at = len(content) * step // 100
    content[at : at + 200] = bytes(200)
    with suppress(report.NotOurReportError):
        assert report.embedded_answers(bytes(content)) == ANSWERS_FILE


def test_the_refusal_is_one_of_the_products() -> None:
    assert issubclass(report.NotOurReportError, ReadinessError)
