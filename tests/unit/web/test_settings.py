"""Settings: good defaults, and one clear line for what cannot be used."""

import stat
from pathlib import Path

import pytest

from readiness.web.settings import Settings, SettingsError, from_environment


def _settings(tmp_path: Path, **given: str) -> Settings:
    return from_environment({"READINESS_INSTANCE_PATH": str(tmp_path / "instance"), **given})


def test_the_defaults(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    assert settings.address == "http://127.0.0.1:8000"
    assert settings.database == f"sqlite:///{tmp_path}/instance/readiness.sqlite3"
    assert stat.S_IMODE(settings.instance.stat().st_mode) == stat.S_IRWXU


def test_without_a_folder_the_checkouts_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readiness.web.settings.default_instance", lambda: tmp_path / "own")
    assert from_environment({}).instance == tmp_path / "own"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("PORT", "abc", "PORT: 'abc' is not a port; expected 1 to 65535"),
        ("PORT", "0", "PORT: '0' is not a port"),
        ("PORT", "65536", "PORT: '65536' is not a port"),
        ("PORT", "²", "PORT: '²' is not a port"),
        ("HOST", "a b", "HOST: 'a b' is not a host"),
        ("DATABASE_URL", "nonsense", "DATABASE_URL: is not a database address"),
        ("DATABASE_URL", "mysql://x/y", "DATABASE_URL: names the database 'mysql'"),
        ("DATABASE_URL", "sqlite://", "DATABASE_URL: keeps nothing"),
        ("DATABASE_URL", "sqlite:///:memory:", "DATABASE_URL: keeps nothing"),
        (
            "READINESS_INSTANCE_PATH",
            "relative",
            "READINESS_INSTANCE_PATH: 'relative' is not absolute",
        ),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(
    tmp_path: Path, name: str, value: str, message: str
) -> None:
    with pytest.raises(SettingsError) as told:
        _settings(tmp_path, **{name: value})
    assert str(told.value).startswith(message)
    assert "\n" not in str(told.value)


def test_an_instance_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="cannot be made"):
        from_environment({"READINESS_INSTANCE_PATH": str(tmp_path / "file" / "instance")})


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    key = settings.secret_key()
    assert len(key) == 32
    assert _settings(tmp_path).secret_key() == key
    file = settings.instance / "secret.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_broken_key_is_told(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    (settings.instance / "secret.key").write_bytes(b"short")
    with pytest.raises(SettingsError, match="delete it, start again"):
        settings.secret_key()


def test_an_address_of_the_newer_kind(tmp_path: Path) -> None:
    assert _settings(tmp_path, HOST="::1").address == "http://[::1]:8000"
