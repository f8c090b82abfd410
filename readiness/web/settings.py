"""How the program is set up: from the environment, checked once, told in one line if unusable."""

import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from readiness import paths
from readiness.core.errors import ReadinessError
from readiness.services.session import Database, DatabaseAddressError

HOST = "HOST"
PORT = "PORT"
DATABASE_URL = "DATABASE_URL"
INSTANCE_PATH = "READINESS_INSTANCE_PATH"

_HIGHEST_PORT = 65535
_KEY_FILE = "secret.key"
_KEY_BYTES = 32


class SettingsError(ReadinessError):
    """A setting that cannot be used; the message names it and says what is expected."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to listen, where the data lies."""

    host: str
    port: int
    instance: Path
    database: str

    @property
    def address(self) -> str:
        """The address of the start page."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    def secret_key(self) -> bytes:
        """The key that signs cookies, made on first use and readable by its owner only."""
        file = self.instance / _KEY_FILE
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(handle, "wb") as new:
                new.write(secrets.token_bytes(_KEY_BYTES))
        key = file.read_bytes()
        if len(key) < _KEY_BYTES:
            raise SettingsError(INSTANCE_PATH, f"{file} is not a whole key; delete it, start again")
        return key


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the environment asks for; the instance folder is made if missing.

    Raises:
        SettingsError: a value cannot be used.
    """
    instance = _instance(environment.get(INSTANCE_PATH, ""))
    return Settings(
        host=_host(environment.get(HOST, "")),
        port=_port(environment.get(PORT, "")),
        instance=instance,
        database=_database(environment.get(DATABASE_URL, ""), instance),
    )


def default_instance() -> Path:
    """``instance/`` of a checkout; a folder of the Python environment for an installed program."""
    root = paths.TEMPLATES.parent
    installed = (root / "__init__.py").is_file()
    return Path(sys.prefix) / "var" / "readiness-instance" if installed else root / "instance"


def _host(given: str) -> str:
    host = given or "127.0.0.1"
    if any(character.isspace() or character in "/\\@" for character in host):
        raise SettingsError(HOST, f"{host!r} is not a host; expected a name or an address")
    return host


def _port(given: str) -> int:
    text = given or "8000"
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _HIGHEST_PORT):
        raise SettingsError(PORT, f"{text!r} is not a port; expected 1 to {_HIGHEST_PORT}")
    return int(text)


def _instance(given: str) -> Path:
    folder = Path(given) if given else default_instance()
    if not folder.is_absolute():
        raise SettingsError(INSTANCE_PATH, f"{given!r} is not absolute; begin it with a slash")
    try:
        # Answers on security are nobody else's business on a machine that others use.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        usable = os.access(folder, os.R_OK | os.W_OK | os.X_OK)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise SettingsError(INSTANCE_PATH, f"{folder} cannot be made: {reason}") from None
    if not usable:
        raise SettingsError(INSTANCE_PATH, f"{folder} cannot be written; give it to this user")
    return folder


def _database(given: str, instance: Path) -> str:
    address = given or f"sqlite:///{instance / 'readiness.sqlite3'}"
    try:
        Database(address).close()
    except DatabaseAddressError as error:
        raise SettingsError(DATABASE_URL, str(error)) from None
    return address
