"""Answers files that cannot be used: what is in them, and what the command says of each."""

from dataclasses import dataclass

HEAD = 'questionnaire = "2026.1"\ndate = 2026-11-23\n'
PLACE = {"name": '"Example SA"', "country": '"FR"', "sector": '"J"', "size": '"50-249"'}


@dataclass(frozen=True)
class Faulty:
    """A file, the places its faults name in order of their lines, and words of the first one."""

    id: str
    content: bytes
    places: tuple[str, ...]
    words: str
    name: str = "answers.toml"


def table(title: str, entries: dict[str, str]) -> str:
    return f"[{title}]\n" + "".join(f"{key} = {value}\n" for key, value in entries.items())


def organisation(**changes: str | None) -> str:
    entries = {**PLACE, **changes}
    return table("organisation", {key: value for key, value in entries.items() if value})


SOUND = HEAD + organisation()


def toml(case: str, text: str, *places: str, words: str = "") -> Faulty:
    return Faulty(case, text.encode(), places, words)


def json(case: str, inside: str, *places: str, words: str = "", name: str = '"A"') -> Faulty:
    place = f'{{"name": {name}, "country": "FR", "sector": "J", "size": "50-249"}}'
    text = f'{{"questionnaire": "2026.1", "date": "2026-11-23", "organisation": {place}{inside}}}'
    return Faulty(case, text.encode(), places, words, "answers.json")


def place(case: str, words: str, **change: str | None) -> Faulty:
    return toml(
        case, HEAD + organisation(**change), f"organisation.{next(iter(change))}", words=words
    )


def answer(case: str, entry: str, *places: str, words: str) -> Faulty:
    return toml(
        case, f"{SOUND}[answers]\n{entry}\n", *(f"answers.{at}" for at in places), words=words
    )


def profile(case: str, entry: str, at: str, words: str) -> Faulty:
    return toml(case, f"{SOUND}[profile]\n{entry}\n", f"profile.{at}", words=words)


def cost(case: str, entry: str, *places: str, words: str) -> Faulty:
    return toml(case, f"{SOUND}[costs]\n{entry}\n", *(f"costs.{at}" for at in places), words=words)


def dated(case: str, value: str) -> Faulty:
    text = f'questionnaire = "2026.1"\ndate = {value}\n{organisation()}'
    return toml(case, text, "date", words="a date like 2026-11-23")


LEVEL = '0 to 4, "unknown" or'
AMOUNT = "an amount from 0"
PEOPLE = "a whole number of people from 1"

NO_FILE = [
    toml("empty", "", "questionnaire", "organisation", "date", words="is missing"),
    Faulty("binary", bytes(range(256)), ("2",), "is not UTF-8"),
    Faulty("Latin-1", (SOUND + "# é").encode("latin-1"), ("8",), "is not UTF-8"),
    Faulty("UTF-16", SOUND.encode("utf-16"), ("1",), "is not UTF-8"),
    Faulty("NUL bytes", b"\0" * 64, ("1",), "is not TOML"),
    Faulty("a PDF of somebody else", b"%PDF-1.4\n%%EOF\n", ("",), "holds no answers", "report.pdf"),
    Faulty("brackets, TOML", b"a = " + b"[" * 10_000_000, ("",), "nested too deeply"),
    Faulty("brackets, JSON", b"[" * 10_000_000, ("",), "nested too deeply", "answers.json"),
    json(
        "half nested", ', "answers": {"SEC-01": ' + "[" * 700 + "]" * 700 + "}", "", words="deeply"
    ),
    toml("20 lists", f"{SOUND}[answers]\nSEC-01 = {'[' * 20}{']' * 20}\n", "", words="deeply"),
    toml("dotted", f"{SOUND}[answers]\nSEC-01{'.a' * 900} = 1\n", "", words="nested too deeply"),
    toml("TOML syntax", HEAD + "[organisation\n", "3", words="is not TOML"),
    toml("TOML without a value", "form =\n", "1", words="is not TOML"),
    toml("TOML key twice", HEAD + HEAD, "3", words="is not TOML"),
    toml("TOML control character", HEAD + 'form = "\x1b[31m"\n', "3", words="is not TOML"),
    Faulty("JSON syntax", b'{\n"a": 1,\n}', ("3",), "is not JSON", "answers.json"),
    Faulty("JSON and more", b"{} {}", ("1",), "is not JSON", "answers.json"),
    Faulty("JSON list", b"[]", ("",), "a table with", "answers.json"),
    Faulty("JSON null", b"null", ("",), "a table with", "answers.json"),
    json("JSON key twice", ', "form": "full", "form": "core"', "form", words="stands twice"),
    toml(
        "a number of 5,000 digits",
        f"{SOUND}[answers]\nSEC-01 = {'9' * 5000}\n",
        "9",
        words="digits",
    ),
]
HEAD_FAULTS = [
    toml(
        "no questionnaire", "date = 2026-11-23\n" + organisation(), "questionnaire", words="missing"
    ),
    toml(
        "another questionnaire", SOUND.replace("2026.1", "2025.1"), "questionnaire", words="2026.1"
    ),
    toml("a path", SOUND.replace("2026.1", "../2026.1"), "questionnaire", words="2026.1"),
    toml("a number", SOUND.replace('"2026.1"', "2026.1"), "questionnaire", words="is 2026.1"),
    toml("form", 'form = "short"\n' + SOUND, "form", words='"full" or "core"'),
    toml("no date", 'questionnaire = "2026.1"\n' + organisation(), "date", words="--date"),
    dated("a moment", "2026-11-23T10:00:00"),
    dated("a moment with zone", "2026-11-23T00:00:00Z"),
    dated("a time", "10:00:00"),
    dated("30 February", '"2026-02-30"'),
    dated("a week", '"2026-W48-1"'),
    dated("digits of another script", '"2026-11-2\\u0663"'),
    dated("a date and a line", '"2026-11-23\\n"'),
    dated("a date as number", "20261123"),
    toml("no organisation", HEAD, "organisation", words="is missing"),
    toml("organisation as text", HEAD + 'organisation = "A"\n', "organisation", words="a table"),
    place("no name", "is missing", name=None),
    place("blank name", "a name", name='" \\u00a0 "'),
    json("half a character", "", "organisation.name", words="half a Unicode", name='"\\ud800"'),
    place("country in lower case", "ISO 3166-1", country='"fr"'),
    place("UK", "ISO 3166-1", country='"UK"'),
    place("EL", "ISO 3166-1", country='"EL"'),
    place("a country's name", "ISO 3166-1", country='"France"'),
    place("sector of two letters", "NACE", sector='"JJ"'),
    place("sector in lower case", "NACE", sector='"j"'),
    place("size", '"50-249"', size='"50"'),
    place("no people", PEOPLE, headcount="0"),
    place("fewer than none", PEOPLE, headcount="-1"),
    place("true people", PEOPLE, headcount="true"),
    place("people in quotes", PEOPLE, headcount='"180"'),
    place("half people", PEOPLE, headcount="180.0"),
    place("too many people", PEOPLE, headcount="9" * 30),
    place("misspelt country", "country, perhaps", contry='"FR"'),
]
ANSWER_FAULTS = [
    answer(
        "not applicable on a hard gate",
        'SEC-02 = { not_applicable = "x" }',
        "SEC-02",
        words="not offered",
    ),
    answer("not offered", 'SEC-01 = { not_applicable = "x" }', "SEC-01", words="not offered"),
    answer(
        "not of the use question",
        'GOV-12 = { not_applicable = "x" }',
        "GOV-12",
        words="not offered",
    ),
    answer(
        "without a reason", 'GOV-05 = { not_applicable = "" }', "GOV-05", words="without a reason"
    ),
    answer("blank reason", 'GOV-05 = { not_applicable = " " }', "GOV-05", words="without a reason"),
    answer(
        "true reason",
        "GOV-05 = { not_applicable = true }",
        "GOV-05.not_applicable",
        words="a reason",
    ),
    answer("reason as answer", 'GOV-05 = "not applicable"', "GOV-05", words=LEVEL),
    answer(
        "a reason and a level",
        'GOV-05 = { not_applicable = "x", level = 2 }',
        "GOV-05.level",
        words="not known",
    ),
    answer("level 5", "SEC-01 = 5", "SEC-01", words=f"is 5; expected {LEVEL}"),
    answer("level -1", "SEC-01 = -1", "SEC-01", words=LEVEL),
    answer("level in quotes", 'SEC-01 = "3"', "SEC-01", words=f'is "3"; expected {LEVEL}'),
    answer("level true", "SEC-01 = true", "SEC-01", words=f"is true; expected {LEVEL}"),
    answer("level 3.0", "SEC-01 = 3.0", "SEC-01", words=f"is 3.0; expected {LEVEL}"),
    answer("level of 40 digits", f"SEC-01 = {'9' * 40}", "SEC-01", words=LEVEL),
    answer("level of 4,000 digits", f"SEC-01 = {'9' * 4000}", "SEC-01", words=LEVEL),
    answer("level in hexadecimal", f"SEC-01 = 0x{'f' * 5000}", "SEC-01", words=LEVEL),
    answer("level in a list", "SEC-01 = [3]", "SEC-01", words=LEVEL),
    json("level null", ', "answers": {"SEC-01": null}', "answers.SEC-01", words=LEVEL),
    json("JSON digits", f', "answers": {{"SEC-01": {"9" * 5000}}}', "answers.SEC-01", words=LEVEL),
    answer("inner level", "SEC-01 = { level = 5 }", "SEC-01.level", words="is 5"),
    answer("table as level", "SEC-01 = { level = { a = 1 } }", "SEC-01.level", words="0 to 4"),
    answer("no inner level", 'SEC-01 = { note = "x" }', "SEC-01.level", words="is missing"),
    answer("note", "SEC-01 = { level = 2, note = 3 }", "SEC-01.note", words="a text"),
    answer(
        "evidence", 'SEC-01 = { level = 2, evidence = "heard" }', "SEC-01.evidence", words='"seen"'
    ),
    answer(
        "inner key",
        'SEC-01 = { level = 2, evidnce = "seen" }',
        "SEC-01.evidnce",
        words="evidence, perhaps",
    ),
    answer("question in lower case", "sec-01 = 3", "sec-01", words="SEC-01, perhaps"),
    answer("no such question", "SEC-99 = 3", "SEC-99", words="is not known"),
    answer("escape in a key", '"a\\u001b[31m" = 3', "a\ufffd[31m", words="is not known"),
    answer("line break in a key", '"a\\nb" = 3', "a\ufffdb", words="is not known"),
    answer("separator in a key", '"a\\u2028b" = 3', "a\ufffdb", words="is not known"),
    answer("escape in an answer", 'SEC-01 = "\\u001b[31m"', "SEC-01", words="[31m"),
    answer("direction mark", 'SEC-01 = "\\u202e3"', "SEC-01", words="\ufffd3"),
    json("JSON key twice with escape", ', "a\\u001b": 1, "a\\u001b": 1', "a\ufffd", words="twice"),
    json(
        "half a character in a note",
        ', "answers": {"SEC-01": {"level": 1, "note": "\\udc00"}}',
        "answers.SEC-01.note",
        words="half",
    ),
]
OTHER_FAULTS = [
    profile("no such option", 'networks = ["myspace"]', "networks.0", "one of facebook"),
    profile("option twice", 'networks = ["x", "x"]', "networks", "without repetition"),
    profile("no list", 'networks = "x"', "networks", "a list"),
    profile("no choice", 'run_by = "cloud"', "run_by", "one of in_house"),
    profile(
        "no truth",
        'finds_social_media_useful = "yes"',
        "finds_social_media_useful",
        "true or false",
    ),
    profile(
        "1 for true", "finds_social_media_useful = 1", "finds_social_media_useful", "true or false"
    ),
    profile("negative count", "accounts = -1", "accounts", "a whole number"),
    profile("true count", "accounts = true", "accounts", "a whole number"),
    profile("misspelt question", 'network = ["x"]', "network", "networks, perhaps"),
    toml("misspelt table", SOUND + "[answer]\nSEC-01 = 2\n", "answer", words="answers, perhaps"),
    toml(
        "misspelt key",
        'questionaire = "2026.1"\n' + SOUND,
        "questionaire",
        words="questionnaire, perhaps",
    ),
    cost(
        "misspelt cost",
        "publisher_halfday = 3",
        "publisher_halfday",
        words="publisher_half_day, perhaps",
    ),
    cost("negative", "day = -1", "day", words=AMOUNT),
    cost("in quotes", 'day = "300"', "day", words=AMOUNT),
    cost("true", "day = true", "day", words=AMOUNT),
    cost("NaN", "day = nan", "day", words=AMOUNT),
    cost("infinite", "day = -inf", "day", words=AMOUNT),
    cost("1e400", "day = 1e400", "day", words=AMOUNT),
    cost("1e-400", "day = 1e-400", "day", words=AMOUNT),
    cost("1e999999999", "day = 1e999999999", "day", words=AMOUNT),
    cost("too many decimals", f"day = 0.{'3' * 5000}", "day", words="15 digits"),
    json("JSON NaN", ', "costs": {"day": NaN}', "costs.day", words=AMOUNT),
    json("JSON Infinity", ', "costs": {"day": Infinity}', "costs.day", words=AMOUNT),
    json("JSON NaN as a name", "", "organisation.name", words="a name", name="NaN"),
    json("JSON 1e400", ', "costs": {"day": 1e400}', "costs.day", words=AMOUNT),
    cost(
        "disordered",
        "day = { low = 3, typical = 2, high = 4 }",
        "day",
        words="low <= typical <= high",
    ),
    cost("negative end", "day = { low = -3, typical = 2, high = 4 }", "day.low", words=AMOUNT),
    cost("no ends", "day = { low = 3 }", "day.typical", "day.high", words="is missing"),
    cost(
        "further end",
        "day = { low = 1, typical = 2, high = 3, top = 4 }",
        "day.top",
        words="not known",
    ),
    cost("list", "day = [1, 2, 3]", "day", words=AMOUNT),
    toml(
        "several at once",
        'form = "x"\nfoo = 1\n'
        + HEAD
        + organisation(country='"UK"', size='"5"')
        + "[answers]\nSEC-01 = 7\nSEC-02 = { level = 1, note = 1, evidence = 1 }\n"
        + "[costs]\nday = -1\n",
        "foo",
        "answers.SEC-01",
        "answers.SEC-02.note",
        "answers.SEC-02.evidence",
        "costs.day",
        "form",
        "organisation.country",
        "organisation.size",
        words="is not known",
    ),
]
FAULTY = [*NO_FILE, *HEAD_FAULTS, *ANSWER_FAULTS, *OTHER_FAULTS]
