"""An empty answers file with every question and its levels as comments, ready to fill in."""

from collections.abc import Iterator
from datetime import date

from readiness.core.questionnaire import Form, Gate, Question
from readiness.packs import Pack
from readiness.services.assessing import narrator as find_narrator
from readiness.services.assessing import pack as load_pack
from readiness.wording.narrator import Narrator


def blank_answers(form: Form, language_code: str, *, on: date) -> str:
    """The file as TOML in a language; every answer starts as "unknown", which is no answer."""
    pack, narrator = load_pack(), find_narrator(language_code)
    return "\n".join([*_head(pack, narrator, form, on), *_questions(pack, narrator, form), ""])


def _head(pack: Pack, narrator: Narrator, form: Form, on: date) -> Iterator[str]:
    text, texts = narrator.language.text, narrator.texts
    yield from (
        f"# {texts.title}",
        f"# {texts.description}",
        f'questionnaire = "{pack.questionnaire.id}"',
        f'form = "{form.value}"',
        f"date = {on.isoformat()}",
        "",
        "[organisation]",
        'name = ""',
        'country = ""  # ' + text("ISO 3166-1 alpha-2, such as FR"),
        'sector = ""  # ' + text("NACE Rev. 2 section:"),
        *(f"#   {code} {label}" for code, label in texts.sectors.items()),
        'size = ""  # ' + " | ".join(texts.sizes),
        "# headcount = ",
        "",
        "[profile]  # " + text("unscored; take off the # of what you answer"),
    )
    for question in pack.questionnaire.profile:
        words = texts.profile[question.id]
        yield f"# {words.label}"
        yield from (f"#   {option}: {label}" for option, label in words.options.items())
        yield f"# {question.id} = {_example(question.type, question.options)}"
    yield ""
    yield "[answers]"


def _example(kind: str, options: tuple[str, ...]) -> str:
    first = f'"{options[0]}"' if options else ""
    return {"boolean": "true", "count": "0", "choice": first, "choices": f"[{first}]"}[kind]


def _questions(pack: Pack, narrator: Narrator, form: Form) -> Iterator[str]:
    domain = ""
    for question in pack.questionnaire.asked(form):
        if question.domain != domain:
            domain = question.domain
            yield f"\n# ---- {narrator.texts.domains[domain].title}"
        yield from _question(narrator, question)


def _question(narrator: Narrator, question: Question) -> Iterator[str]:
    text, words = narrator.language.text, narrator.question(question.id)
    gate = f" ({narrator.gate(question.gate)})" if isinstance(question.gate, Gate) else ""
    yield f"\n# {question.id} {words.title}{gate}"
    yield f"# {words.question}"
    yield from (f"#   {level} {sentence}" for level, sentence in enumerate(words.levels))
    if question.not_applicable:
        yield (
            '#   { not_applicable = "…" } '
            + text("with your reason:")
            + (f" {words.not_applicable}")
        )
    yield f'{question.id} = "unknown"'
