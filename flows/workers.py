"""Documents -> outcomes, on processes of their own: what one document does to its process stays with that document.

A pool that can end one worker and go on with the others; `ProcessPoolExecutor` cannot: it gives up all work when
a worker dies, and has no way to stop one that hangs in the PDF library or in Tesseract.
"""

import contextlib
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.forkserver import ensure_running

from extraction.apart import GRACE, confine, end, ended, how, too_slow
from flows.bucket import Blob
from flows.reading import Begun, Outcome, Reading, read_document, refused
from schemas.result import IssueCode

TRIES = 2
"""A document is held to blame for the death of its process once it has done it twice."""

# A forked child of this threaded process could inherit a held lock; the fork server has one thread, and has the
# engines imported when the first worker is asked for.
_PROCESSES = multiprocessing.get_context("forkserver")
_PRELOADED = ["flows.reading", "extraction.pipeline"]


def warm_up() -> None:
    """Start the fork server, which imports the engines meanwhile."""
    _PROCESSES.set_forkserver_preload(_PRELOADED)
    ensure_running()


def read_documents(blobs: Iterable[Blob], reading: Reading, workers: int | None = None) -> Iterator[Outcome]:
    """Documents -> their outcomes, each as soon as it is there. `workers`: one for each core unless said otherwise."""
    warm_up()
    waiting = deque(_Work(blob) for blob in blobs)
    count = min(len(waiting), workers or len(os.sched_getaffinity(0)))
    pool = [_Worker(reading) for _ in range(count)]
    try:
        while waiting or any(worker.work for worker in pool):
            for worker in pool:
                if waiting and not worker.work:
                    worker.give(waiting.popleft())
            busy = [worker for worker in pool if worker.work]
            patience = min(worker.deadline for worker in busy) - time.monotonic()
            ready = wait([worker.pipe for worker in busy], max(0.0, patience))
            for worker in busy:
                said = worker.hear() if worker.pipe in ready else worker.check()
                if isinstance(said, Outcome):
                    yield said
                elif said:
                    waiting.append(said)
    finally:
        for worker in pool:
            worker.end()


@dataclass(frozen=True, slots=True)
class _Work:
    blob: Blob
    tries: int = 1
    begun: Begun | None = None


@dataclass(eq=False, slots=True)
class _Worker:
    """One process, the document it has, and until when."""

    reading: Reading
    work: _Work | None = None
    deadline: float = 0.0
    started: float = 0.0
    pipe: Connection = field(init=False)
    process: multiprocessing.process.BaseProcess = field(init=False)

    def __post_init__(self) -> None:
        self._start()

    def give(self, work: _Work) -> None:
        """Hand over a document; the time for it begins."""
        self.work, self.started = work, time.monotonic()
        self.deadline = self.started + self.reading.settings.max_seconds
        with contextlib.suppress(OSError):  # a worker that died meanwhile is seen when it is heard
            self.pipe.send(work.blob)

    def hear(self) -> "Outcome | _Work | None":
        """What the process says: an outcome, nothing yet, or, where it died, the work that has to be done anew."""
        assert self.work
        try:
            said = self.pipe.recv()
        except (EOFError, OSError):
            return self._died(self.work)
        if isinstance(said, Begun):
            self.work = replace(self.work, begun=said)
            self.deadline = time.monotonic() + self.reading.settings.max_seconds
            return None
        self.work = None
        outcome: Outcome = said
        return outcome

    def check(self) -> Outcome | None:
        """Where the document takes too long: end the process, have another one, and say so."""
        if time.monotonic() < self.deadline or not self.work:
            return None
        work, limit = self.work, self.reading.settings.max_seconds
        self._restart()
        if work.begun is None:
            return self._failed(work, f"{work.blob.uri} did not arrive within {limit} s.")
        return self._refused(work, work.begun, IssueCode.TOO_SLOW, too_slow(self.reading.settings))

    def end(self) -> None:
        """End the process and what it started, such as Tesseract."""
        end(self.process)
        self.pipe.close()

    def _died(self, work: _Work) -> "Outcome | _Work":
        self.process.join(1)
        by = how(self.process)
        self._restart()
        if work.tries < TRIES:
            return replace(work, tries=work.tries + 1, begun=None)
        if work.begun is None:
            return self._failed(work, f"The process that should read {work.blob.uri} ended first ({by}).")
        message = ended(f"{TRIES} times, {by}", self.reading.settings)
        return self._refused(work, work.begun, IssueCode.DAMAGED_FILE, message)

    def _failed(self, work: _Work, message: str) -> Outcome:
        return Outcome(work.blob, error=message, retryable=True, seconds=time.monotonic() - self.started)

    def _refused(self, work: _Work, begun: Begun, code: IssueCode, message: str) -> Outcome:
        result = refused(work.blob, begun.sha256, begun.media_type, code, message)
        return Outcome(work.blob, result, seconds=time.monotonic() - self.started)

    def _restart(self) -> None:
        self.end()
        self.work = None
        self._start()

    def _start(self) -> None:
        self.pipe, theirs = _PROCESSES.Pipe()
        self.process = _PROCESSES.Process(target=_serve, args=(theirs, self.reading), daemon=True)
        self.process.start()
        theirs.close()  # so that the end of the process is the end of the pipe


def _serve(pipe: Connection, reading: Reading) -> None:
    """A worker's life: a document in, an outcome out, until the pipe is closed."""
    confine(reading.settings)
    while True:
        try:
            blob = pipe.recv()
        except (EOFError, OSError):
            return
        # Should the parent die, nobody else would stop a document that hangs.
        signal.alarm(reading.settings.max_seconds + GRACE)
        outcome = read_document(blob, reading, pipe.send)
        signal.alarm(0)
        pipe.send(outcome)
