"""The production server: gunicorn with a few processes, for one machine."""

import socket
import sys
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from typing_extensions import override

from readiness.services.session import Database, DatabaseError
from readiness.web import create_app
from readiness.web.settings import DATABASE_URL, HOST, PORT, Settings, SettingsError

_WORKERS = 2


class _Server(BaseApplication):
    def __init__(self, app: Flask, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        super().__init__()

    @override
    def load_config(self) -> None:
        host = self._settings.host
        options: dict[str, Any] = {
            "bind": f"[{host}]:{self._settings.port}" if ":" in host else None,
            "workers": _WORKERS,
            "worker_class": "sync",
            "loglevel": "warning",
            "preload_app": True,
            "proc_name": "readiness",
        }
        options["bind"] = options["bind"] or f"{host}:{self._settings.port}"
        for name, value in options.items():
            self.cfg.set(name, value)

    @override
    def load(self) -> Flask:
        return self._app


def serve(settings: Settings) -> None:
    """Bring the database up to date and serve until stopped.

    Raises:
        SettingsError: the port is taken, the host is not ours, or the database does not answer.
    """
    _check_port(settings)
    _upgrade(settings)
    app = create_app(settings)
    sys.stdout.write(_told(settings))
    sys.stdout.flush()
    _Server(app, settings).run()


def _told(settings: Settings) -> str:
    where = "the database in DATABASE_URL"
    if settings.database.startswith("sqlite"):
        where = settings.database.partition("///")[2]
    return (
        f"readiness is ready: {settings.address}\n"
        f"  instance folder: {settings.instance}\n"
        f"  answers are in:  {where}\n"
        "  no account is needed: start an assessment and keep its private link\n"
        "  stop with Ctrl-C\n"
    )


def _check_port(settings: Settings) -> None:
    """Tell in one line what gunicorn would tell in many."""
    try:
        address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError:
        raise SettingsError(HOST, f"{settings.host!r} is not a host of this machine") from None
    with socket.socket(address[0], address[1]) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address[4])
        except OSError as error:
            reason = error.strerror or "unknown reason"
            advice = f"cannot listen on {settings.host} port {settings.port}: {reason}"
            raise SettingsError(PORT, f"{advice}; choose another with {PORT}=8001") from None


def _upgrade(settings: Settings) -> None:
    database = Database(settings.database)
    try:
        database.upgrade()
    except DatabaseError as error:
        cause = str(error.orig).strip().splitlines()[0]
        raise SettingsError(DATABASE_URL, f"the database does not work: {cause}") from None
    finally:
        # No connection may be shared with the processes that gunicorn makes.
        database.close()
