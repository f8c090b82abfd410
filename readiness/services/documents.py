"""The files a result is handed over in: JSON for programs, PDF for the board."""

import json

from readiness import report
from readiness.core.document import document
from readiness.core.result import Result
from readiness.services.answers_file import answers_json
from readiness.services.assessing import narrator


def result_json(result: Result) -> bytes:
    """The ``readiness-result/1`` document in UTF-8 with sorted keys; same result, same bytes."""
    text = json.dumps(document(result), ensure_ascii=False, indent=2, sort_keys=True)
    return (text + "\n").encode()


def report_pdf(result: Result, language_code: str) -> bytes:
    """The report in a language; it carries its answers and can be read in again."""
    words = narrator(language_code, result.questionnaire.id)
    return report.render(result, words, answers_json(result.sheet))
