"""Every kind of damage to a questionnaire pack is refused with a line that names file and key."""

import re
import shutil
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from readiness.packs import PackError, check_folder, text_pack
from readiness.packs.loader import read_pack
from readiness.wording.typography import typeset
from tests.oracle.files import PACKS

RELEASED = PACKS / "questionnaires" / "2026.1"


@dataclass(frozen=True)
class Damage:
    """In ``file`` the first match of ``old`` becomes ``new``; ``at`` is the place then named."""

    file: str
    old: str
    new: str
    at: str


DAMAGES = [
    # The pack as a whole.
    Damage("pack.toml", r'\nid = "2026.1"', "\n", "pack.toml:id"),
    Damage("pack.toml", r'\nid = "2026.1"', "\nid = 2026.1", "pack.toml:id"),
    Damage("pack.toml", r"\A", "editor = 1\n", "pack.toml:editor"),
    Damage("pack.toml", "weight = 30", "weight = 31", "pack.toml:domains"),
    Damage("pack.toml", "weight = 30", "weight = 0", "pack.toml:domains[0].weight"),
    Damage("pack.toml", "weight = 30", "weight = true", "pack.toml:domains[0].weight"),
    Damage("pack.toml", "weight = 30", "weigth = 30", "pack.toml:domains[0].weigth"),
    Damage("pack.toml", r"\[\[domains\]\]", "[[domains", "pack.toml"),
    Damage("pack.toml", "target_level = 3", "target_level = 4", "pack.toml:target_level"),
    Damage("pack.toml", "GOV-12", "GOV-99", "pack.toml:use_question"),
    Damage(
        "pack.toml", "using_from_level = 2", "using_from_level = 5", "pack.toml:using_from_level"
    ),
    # Questions.
    Damage("SEC.toml", r"(?s)\A.*\Z", "", "SEC.toml: has no question"),
    Damage("SEC.toml", 'kind = "coverage"', 'kind = "width"', "SEC.toml:SEC-01.kind"),
    Damage("SEC.toml", "weight = 4", "weight = 6", "SEC.toml:SEC-01.weight"),
    Damage("SEC.toml", "weight = 4", "weight = 4.0", "SEC.toml:SEC-01.weight"),
    Damage("SEC.toml", 'gate = "soft"', 'gate = "wide"', "SEC.toml:SEC-01.gate"),
    Damage("SEC.toml", "core = true", 'core = "yes"', "SEC.toml:SEC-01.core"),
    Damage("SEC.toml", "core = true", "core = true\nnote = 1", "SEC.toml:SEC-01.note"),
    Damage("SEC.toml", "accountable = .*", "", "SEC.toml:SEC-01.accountable"),
    Damage("SEC.toml", r"support = .*", 'support = [""]', "SEC.toml:SEC-01.support"),
    Damage("SEC.toml", r"once = \[3, 4, 5\]", "once = [5, 4, 3]", "SEC.toml:SEC-01.effort_3.once"),
    Damage("SEC.toml", r"once = \[3, 4, 5\]", "once = [3, 5]", "SEC.toml:SEC-01.effort_3.once"),
    Damage("SEC.toml", r"once = \[3, 4, 5\]", "once = [-1, 4, 5]", "SEC.toml:SEC-01.effort_3.once"),
    Damage("SEC.toml", r"once = \[3, 4, 5\]", "once = [0, 0, 0]", "SEC.toml:SEC-01.effort_3.once"),
    Damage("SEC.toml", r"once = \[3, 4, 5\]", 'once = "3"', "SEC.toml:SEC-01.effort_3.once"),
    Damage("SEC.toml", r"requires = \[\]", 'requires = ["SEC-99"]', "SEC.toml:SEC-01.requires"),
    Damage("SEC.toml", r"requires = \[\]", 'requires = ["SEC-01"]', "SEC.toml:SEC-01.requires"),
    Damage("SEC.toml", r"requires = \[\]", 'requires = ["SEC-07"]', "SEC.toml:SEC-01.requires"),
    Damage("SEC.toml", r"requires = \[\]", 'requires = ["SEC-07"]', "SEC.toml:SEC-07.requires"),
    Damage("SEC.toml", 'code = "ISO27002"', 'code = "ISO0"', "SEC.toml:SEC-01.sources[0].code"),
    Damage("SEC.toml", r"(?s)sources = \[.*?\n\]", "sources = []", "SEC.toml:SEC-01.sources"),
    Damage("SEC.toml", r"(?s)sources = \[.*?\n\]", "", "SEC.toml:SEC-01.sources"),
    Damage(
        "SEC.toml",
        r"\[SEC-02\]",
        "[SEC-02]\nnot_applicable = true",
        "SEC.toml:SEC-02.not_applicable",
    ),
    Damage(
        "GOV.toml",
        r"\[GOV-12\]",
        "[GOV-12]\nnot_applicable = true",
        "GOV.toml:GOV-12.not_applicable",
    ),
    Damage("GOV.toml", r"\[GOV-12\]", "[GOV-13]", "pack.toml:use_question"),
    # Sources, profile, roles, costs.
    Damage("sources.toml", "https://", "ftp://", "sources.toml:ISO27002.url"),
    Damage("sources.toml", 'grade = "T"', 'grade = "X"', "sources.toml:ISO27002.grade"),
    Damage("sources.toml", "title = .*", 'title = " "', "sources.toml:ISO27002.title"),
    Damage("profile.toml", '"boolean"', '"maybe"', "profile.toml:finds_social_media_useful.type"),
    Damage("profile.toml", r"options = .*", 'options = ["x"]', "profile.toml:networks.options"),
    Damage("roles.toml", "ROL-01", "ROL-99", "roles.toml:community_manager.trigger"),
    Damage("roles.toml", r"(?s)codes = \[.*?\n\]", "", "roles.toml:community_manager.codes"),
    Damage("costs.toml", 'trigger = "TRA-04"', 'trigger = "TRA-99"', "costs.toml:items[0].trigger"),
    Damage("costs.toml", 'kind = "training"', 'kind = "fun"', "costs.toml:items[0].kind"),
    Damage("costs.toml", 'per = "publisher"', 'per = "reader"', "costs.toml:items[0].per"),
    Damage("costs.toml", "low = 268", "low = 999", "costs.toml:day.low"),
    Damage("costs.toml", "low = 268", "low = -1", "costs.toml:day.low"),
    Damage("costs.toml", "year = 2024", "year = 1999", "costs.toml:day.year"),
    Damage("costs.toml", "source_url = .*", 'source_url = ""', "costs.toml:day.source_url"),
    Damage("costs.toml", '"1-9" = .*', "", "costs.toml:headcounts.1-9"),
    Damage("costs.toml", '"1-9" = .*', '"1-8" = [1, 5, 8]', "costs.toml:headcounts.1-8"),
    Damage("costs.toml", r"\[1, 5, 9\]", "[9, 5, 1]", "costs.toml:headcounts.1-9"),
    Damage("costs.toml", r'\ncurrency = "EUR"', "", "costs.toml:currency"),
    Damage("costs.toml", '"USD"', '"GBP"', "costs.toml:items[2].currency"),
    # Words.
    Damage("fr/SEC.toml", r"\ntitle = .*", "", "fr/SEC.toml:SEC-01.title"),
    Damage("en/SEC.toml", r"\ntitle = .*", '\ntitle = ""', "en/SEC.toml:SEC-01.title"),
    Damage("en/SEC.toml", r"\ntitle = .*", "\ntitle = 1", "en/SEC.toml:SEC-01.title"),
    Damage("en/SEC.toml", r"\ntitle = ", '\nname = "x"\ntitle = ', "en/SEC.toml:SEC-01.name"),
    Damage("fr/SEC.toml", r"(levels = \[)\s*\".*\n", r"\1\n", "fr/SEC.toml:SEC-01.levels"),
    Damage("fr/SEC.toml", r"(?s)to_3 = \[.*?\n\]", "to_3 = []", "fr/SEC.toml:SEC-01.to_3"),
    Damage("fr/SEC.toml", r"\[SEC-02\]", "[SEC-20]", "fr/SEC.toml:SEC-02"),
    Damage("fr/SEC.toml", r"\[SEC-02\]", "[SEC-20]", "fr/SEC.toml:SEC-20"),
    Damage("fr/SEC.toml", r"\nnot_applicable = .*", "", "fr/SEC.toml:SEC-07.not_applicable"),
    Damage("en/pack.toml", r"\nceo = .*", "", "en/pack.toml:roles.ceo"),
    Damage("en/pack.toml", r"\n\[roles\]", '\n[people]\nx = "y"\n[roles]', "en/pack.toml:people"),
    Damage("fr/profile.toml", r"\nfacebook = .*", "", "fr/profile.toml:networks.options.facebook"),
    Damage("fr/costs.toml", r"\[items\.day\]", "[items.week]", "fr/costs.toml:items.day"),
    Damage("fr/costs.toml", r"\[items\.day\]", "[items.week]", "fr/costs.toml:items.week"),
    Damage(
        "fr/roles.toml", r"(?s)duties = \[.*?\n\]", "", "fr/roles.toml:community_manager.duties"
    ),
]
LOADS, TYPESET = cache(tomllib.loads), cache(typeset)
FILES = sorted(str(path.relative_to(RELEASED)) for path in RELEASED.rglob("*.toml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the released pack, to be damaged."""
    return shutil.copytree(RELEASED, tmp_path / "pack")


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test leaves as it was is parsed and typeset once for all tests, to save their time."""
    monkeypatch.setattr(tomllib, "loads", LOADS)
    monkeypatch.setattr(text_pack, "typeset", TYPESET)


def lines(folder: Path) -> list[str]:
    return [fault.line for fault in check_folder(folder)[1]]


def names(line: str, place: str) -> bool:
    """Whether a fault names the place, and does not only begin like it."""
    return line.startswith(place if ": " in place else f"{place}: ")


def test_an_undamaged_copy_has_no_fault(folder: Path) -> None:
    assert lines(folder) == []


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda d: f"{d.at} {d.new!r}")
def test_damage_is_refused_with_file_and_key(folder: Path, damage: Damage) -> None:
    file = folder / damage.file
    text, count = re.subn(damage.old, damage.new, file.read_text(encoding="utf-8"), count=1)
    assert count == 1, f"nothing in {damage.file} matches {damage.old}"
    file.write_text(text, encoding="utf-8")
    found = lines(folder)
    assert any(names(line, damage.at) for line in found), found
    assert not any("\n" in line for line in found)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert any(line.startswith(f"{name}: is missing") for line in lines(folder))


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[SEC-01\n", b'a = 1\na = "2"\n'])
def test_a_file_that_is_no_toml_is_named(folder: Path, content: bytes) -> None:
    (folder / "fr" / "SEC.toml").write_bytes(content)
    assert any(line.startswith("fr/SEC.toml: cannot be read") for line in lines(folder))


def test_several_faults_are_told_at_once(folder: Path) -> None:
    for name in ("sources.toml", "fr/roles.toml"):
        (folder / name).write_text("")
    with pytest.raises(PackError) as refusal:
        read_pack(folder)
    assert {"fr/roles.toml", "SEC.toml"} <= {fault.file for fault in refusal.value.faults}
    assert str(refusal.value).splitlines() == lines(folder)


def test_what_is_no_folder_is_no_pack(tmp_path: Path) -> None:
    pack_id, faults = check_folder(tmp_path / "nothing")
    assert pack_id == ""
    assert len(faults) == 1
