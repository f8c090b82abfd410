"""The answers inside the report: attached to it, and read back out of it."""

import zlib
from datetime import date
from io import BytesIO
from typing import Final

import pikepdf

from readiness.core.errors import ReadinessError

ANSWERS_NAME: Final = "answers.json"
LARGEST_ANSWERS: Final = 32 * 1024 * 1024
"""More is no answers file; the limit also stops a small file that unpacks to a huge one."""


_UNREADABLE: Final = (
    pikepdf.PdfError,
    pikepdf.PasswordError,
    pikepdf.DataDecodingError,
    zlib.error,
    # What a damaged file makes of the objects in it.
    AttributeError,
    KeyError,
    TypeError,
    ValueError,
)


class NotOurReportError(ReadinessError):
    """A PDF that this program did not make, that lost its answers, or that is broken."""


def with_answers(pdf: bytes, answers: bytes, on: date, description: str) -> bytes:
    """``pdf`` with ``answers`` attached, compressed; the same input gives the same bytes.

    ``on`` is the date the report is said to be made on, ``description`` tells a reader what the
    attachment is.
    """
    stamp = f"D:{on:%Y%m%d}000000Z"
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.attachments[ANSWERS_NAME] = pikepdf.AttachedFileSpec(
            document,
            answers,
            description=description,
            filename=ANSWERS_NAME,
            mime_type="application/json",
            # Known to the library and missing in its types.
            relationship=pikepdf.Name.Source,  # type: ignore[call-arg]
            creation_date=stamp,
            mod_date=stamp,
        )
        # The one clock of a report is the date of its answers.
        document.docinfo[pikepdf.Name.CreationDate] = stamp
        document.docinfo[pikepdf.Name.ModDate] = stamp
        document.save(
            out,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


def embedded_answers(pdf: bytes) -> bytes:
    """The answers file inside a report that this program made.

    Raises:
        NotOurReportError: the PDF holds none, or cannot be read.
    """
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            if ANSWERS_NAME not in document.attachments:
                raise NotOurReportError("holds no answers")
            stream = document.attachments[ANSWERS_NAME].get_file().obj
            return _unpacked(stream)
    except _UNREADABLE as error:
        raise NotOurReportError(f"cannot be read: {error}") from error


def _unpacked(stream: pikepdf.Object) -> bytes:
    packed = stream.read_raw_bytes()
    kind = stream.get("/Filter")
    if isinstance(kind, pikepdf.Array) and len(kind) == 1:
        kind = kind[0]
    if kind is None:
        answers = packed
    elif kind == pikepdf.Name.FlateDecode and "/DecodeParms" not in stream:
        answers = zlib.decompressobj().decompress(packed, LARGEST_ANSWERS + 1)
    else:
        raise NotOurReportError("holds answers in a form that this program does not write")
    if len(answers) > LARGEST_ANSWERS:
        raise NotOurReportError("holds more than an answers file can be")
    return answers
