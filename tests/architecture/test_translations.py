"""Every word of the interface in every language: none missing, none left over, none garbled."""

import re
from collections.abc import Sequence

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from readiness.wording.language import LANGUAGES, SOURCE_LANGUAGE
from scripts.messages import catalogue, languages, used

PLACEHOLDER = re.compile(r"%\((\w+)\)s|%%|<[^>]*>")


def texts(message: Message) -> Sequence[str]:
    """A message's translations: one, or one for each plural form."""
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def faults(wanted: Catalog, translated: Catalog) -> list[str]:
    """What is wrong with a catalogue, one line a message."""
    ids = {message.id for message in wanted if message.id}
    found = [f"not used any more: {m.id!r}" for m in translated if m.id and m.id not in ids]
    for message_id in sorted(ids, key=str):
        entry = translated.get(message_id if isinstance(message_id, str) else message_id[0])
        if entry is None or not all(texts(entry)) or entry.fuzzy:
            found.append(f"not translated: {message_id!r}")
            continue
        singular = message_id if isinstance(message_id, str) else message_id[-1]
        expected = sorted(PLACEHOLDER.findall(singular))
        found += [
            f"placeholders differ: {text!r} for {message_id!r}"
            for text in texts(entry)[-1:]
            if sorted(PLACEHOLDER.findall(text)) != expected
        ]
    return found


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    """Every message that code and templates use."""
    return used()


def test_there_are_messages_to_translate(wanted: Catalog) -> None:
    assert len(wanted) > 100


def test_every_language_has_a_catalogue() -> None:
    assert set(languages()) == set(LANGUAGES) - {SOURCE_LANGUAGE}


@pytest.mark.parametrize("language", languages())
def test_catalogue_is_complete(language: str, wanted: Catalog) -> None:
    translated = read_po(
        catalogue(language).read_bytes().splitlines(keepends=True), locale=language
    )
    assert faults(wanted, translated) == [], "run 'make messages', then translate what is empty"


@pytest.mark.parametrize(
    ("string", "fault"),
    [
        ("", "not translated"),
        ("%(numbre)s jours", "placeholders differ"),
        ("%(number)s jours", None),
    ],
)
def test_faults_are_found(string: str, fault: str | None) -> None:
    wanted, translated = Catalog(), Catalog(locale="fr")
    wanted.add("%(number)s days")
    translated.add("%(number)s days", string)
    found = faults(wanted, translated)
    assert found == [] if fault is None else [line.split(":")[0] for line in found] == [fault]


def test_a_message_nobody_uses_is_found() -> None:
    translated = Catalog(locale="fr")
    translated.add("Old words", "Anciens mots")
    assert faults(Catalog(), translated) == ["not used any more: 'Old words'"]
