"""Prefect's own server for one run, where the user has none.

Prefect can start a temporary server by itself, but does so inside the first call, imports the whole server into
the caller first, and gives up after 20 s, which the first start (it makes its database) can take on a slow
machine. Here it starts beside everything else that a run has to load: measured, 4 s less before the first task.

Its database lies in the state folder: `PREFECT_HOME=.tieout/prefect prefect server start` shows all past runs.
This module imports no Prefect: what it sets has to be set before.
"""

import atexit
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path

from extraction.errors import TieoutError
from flows.results import private

START_SECONDS = 120
"""The first start makes the database: 5 s on two free cores."""

QUIET = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # it logs what is raised, too
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
}
"""What a user may set otherwise: nothing is sent anywhere, and the terminal belongs to tieout."""

_SERVER = {
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",  # 0.8 s for blocks that no flow here uses
    "PREFECT_UI_ENABLED": "false",
    "PREFECT_SERVER_EVENTS_STREAM_OUT_ENABLED": "false",
}


def is_configured(environment: MutableMapping[str, str]) -> bool:
    """Whether the user has told Prefect of a server: in the environment, or by `prefect config set`."""
    if environment.get("PREFECT_API_URL") or environment.get("PREFECT_PROFILE"):
        return True
    home = environment.get("PREFECT_HOME") or Path(environment.get("HOME", "/nonexistent")) / ".prefect"
    profiles = Path(environment.get("PREFECT_PROFILES_PATH") or Path(home) / "profiles.toml")
    return profiles.is_file() and "PREFECT_API_URL" in profiles.read_text(errors="replace")


class Server:
    """A Prefect server on loopback, at a port of its own; it ends with this process, however that ends."""

    def __init__(self, state: Path) -> None:
        """Start it; see `wait`. Its database and its log lie in `state`/prefect."""
        home = private(state.resolve() / "prefect")
        self._log = home / "server.log"
        environment = {**os.environ, **_SERVER, "PREFECT_HOME": str(home)}
        with socket.create_server(("127.0.0.1", 0)) as listener, self._log.open("wb") as log:
            self.address = f"http://127.0.0.1:{listener.getsockname()[1]}/api"
            self._process = subprocess.Popen(  # noqa: S603 (this very program)
                [sys.executable, "-m", "flows.orchestrator", str(listener.fileno())],
                env=environment,
                stdin=subprocess.PIPE,  # its end tells the server that this process has ended
                stdout=log,
                stderr=log,
                pass_fds=[listener.fileno()],
                start_new_session=True,  # Ctrl-C is for the run: the server is asked last
            )
        os.environ.update({"PREFECT_HOME": str(home), "PREFECT_API_URL": self.address})
        atexit.register(self.stop)

    def wait(self) -> None:
        """Return once it answers. Raises TieoutError where it does not start."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.address}/health", timeout=START_SECONDS):  # noqa: S310 (http)
                    return
            except OSError:
                time.sleep(0.05)
        raise TieoutError(f"Prefect's server did not start. What it said is in {self._log}.")

    def stop(self) -> None:
        """End it. Prefect's last messages were sent by then: handlers at exit run last in, first out."""
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
        if self._process.stdin:
            self._process.stdin.close()


@contextmanager
def prefect_server(state: Path) -> Iterator[Server | None]:
    """State folder -> a server for this process, or None where the user has one. Enter before importing Prefect.

    Raises TieoutError where the server does not answer within the block.
    """
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    server = None if is_configured(os.environ) else Server(state)
    try:
        yield server
    except Exception as error:
        if not _is_unreachable(error):
            raise
        where = os.environ.get("PREFECT_API_URL", "that your profile names")
        advice = "Start it, or unset PREFECT_API_URL: then one is started for the run. Run this again."
        raise TieoutError(f"The Prefect server {where} does not answer. {advice}") from error


def _is_unreachable(error: Exception) -> bool:
    """Whether Prefect's client says that its server does not answer; it raises its HTTP library's errors too."""
    return "Failed to reach API" in str(error) or type(error).__module__.partition(".")[0] in ("httpx", "httpcore")


def _serve(descriptor: int) -> None:
    """The server process: serve on the socket until asked to end, or until the parent is gone."""
    import uvicorn
    from prefect.server.api.server import create_app

    threading.Thread(target=_end_with_parent, daemon=True).start()
    app = create_app(ephemeral=True, final=True)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on", timeout_graceful_shutdown=2))
    server.run(sockets=[socket.socket(fileno=descriptor)])


def _end_with_parent() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
