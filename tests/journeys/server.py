"""The program as people start it, in a process of its own, on a free port and an empty folder."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_LIMIT_S = 20.0
STOP_LIMIT_S = 10.0
POLL_S = 0.05


class ServerDidNotStartError(Exception):
    """The server ended or did not answer in time; carries what it printed."""


@dataclass(frozen=True, slots=True)
class LiveServer:
    """A server that answers: its address (without a slash at the end) and its instance folder."""

    url: str
    instance: Path
    pid: int

    def kill(self) -> None:
        """Ends the server and its workers as a power cut does: nobody is told, nothing is tidied.

        Only for a server of one's own, never for the one that all journeys share.
        """
        os.killpg(self.pid, signal.SIGKILL)


def free_port() -> int:
    """A port that nothing listened on a moment ago."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/healthz", timeout=1) as reply:  # noqa: S310 - our own
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _wait_until_up(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + START_LIMIT_S
    while not _answers(url):
        if process.poll() is not None or time.monotonic() > deadline:
            raise ServerDidNotStartError(
                f"{url}/healthz did not answer; the server printed:\n{log.read_text()}"
            )
        time.sleep(POLL_S)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_LIMIT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise


@contextmanager
def serving(instance: Path, command: tuple[str, ...] | None = None) -> Iterator[LiveServer]:
    """Runs ``readiness serve`` on ``instance`` until the block ends.

    Raises ServerDidNotStartError with the server's own words, and subprocess.TimeoutExpired when it
    does not end after being asked to.
    """
    command = command or (str(Path(sys.executable).with_name("readiness")), "serve")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    inherited = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    environment = inherited | {
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "READINESS_INSTANCE_PATH": str(instance),
    }
    log = instance / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=output, start_new_session=True
        )
        try:
            _wait_until_up(process, url, log)
            yield LiveServer(url=url, instance=instance, pid=process.pid)
        finally:
            if process.poll() is None:
                _stop(process)
