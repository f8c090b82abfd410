"""The interface's messages: ``make messages`` brings every catalogue in line with the code.

New messages are added empty, messages nobody uses any more are removed; a translator fills the
empty ones. The tests refuse a catalogue that is not complete.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "readiness" / "translations"
# Packs are left out: their words live in their own files, and they have methods named "text" too.
FOLDERS = (
    "readiness/cli",
    "readiness/report",
    "readiness/services",
    "readiness/web",
    "readiness/wording",
    "templates",
)
# Only what readers of the file need: dates and names of tools would change it without reason.
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"

"""
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "plural": (1, 2),
    "text": None,
}
OPTIONS = {"**.html": {"newstyle_gettext": "true", "trimmed": "true"}}


def used() -> Catalog:
    """Every message of the code and the templates, in order of first use."""
    catalog = Catalog()
    for folder in FOLDERS:
        for message, place in _messages(ROOT / folder):
            catalog.add(message, locations=[(f"{folder}/{place}", 0)])
    return catalog


def _messages(folder: Path) -> Iterator[tuple[str | tuple[str, ...], str]]:
    for name, _line, message, _comments, _context in extract_from_dir(
        folder, method_map=METHODS, options_map=OPTIONS, keywords=KEYWORDS, strip_comment_tags=True
    ):
        if message:
            yield message, name


def catalogue(language: str) -> Path:
    """The file of a language's messages."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.name for path in TRANSLATIONS.iterdir() if path.is_dir())


def bring_up_to_date(language: str) -> tuple[int, int]:
    """Rewrite a catalogue; how many messages it has and how many are still empty."""
    path, wanted = catalogue(language), used()
    known = read_po(path.read_bytes().splitlines(keepends=True), locale=language)
    fresh = Catalog(locale=language)
    empty = 0
    for message in wanted:
        if not message.id:
            continue
        old = known.get(message.id if isinstance(message.id, str) else message.id[0])
        string = (old.string if old else "") or ""
        fresh.add(message.id, string, locations=message.locations)
        empty += not (string if isinstance(string, str) else all(string))
    body = BytesIO()
    write_po(body, fresh, width=96, include_lineno=False, sort_by_file=True, omit_header=True)
    path.write_bytes(HEADER.format(language=language, plurals=fresh.plural_forms).encode())
    with path.open("ab") as file:
        file.write(body.getvalue())
    return len(fresh), empty


def main() -> None:
    """Bring every catalogue in line with the code and tell what is left to translate."""
    for language in languages():
        count, empty = bring_up_to_date(language)
        print(f"{language}: {count} messages, {empty} to translate")


if __name__ == "__main__":
    main()
