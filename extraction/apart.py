"""A call in a process of its own, bounded in time and memory: what a document does to it stays there.

A file of 1 kB whose content includes itself makes the PDF library take memory without end, in one call that no
exception can interrupt. Where memory is bounded, such a process ends; this one goes on.
"""

import contextlib
import gc
import multiprocessing
import os
import resource
import signal
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from extraction.errors import DamagedFileError, TieoutError, TooLargeError, TooSlowError, UnforeseenError, trace
from extraction.settings import Settings

# What is imported comes along: a new interpreter would take .3 s to import it. The program has one thread when it
# forks; those of NumPy's OpenBLAS end before a fork.
_PROCESSES = multiprocessing.get_context("fork")
GRACE = 5
"""Seconds after which a process ends itself where nobody has ended it, as when its parent died."""

_T = TypeVar("_T")


def apart(call: Callable[[], _T], settings: Settings) -> _T:
    """Call -> what it returns; the process is ended, with all that it started.

    Raises:
        TieoutError: what the call raised.
        UnforeseenError: it raised anything else.
        TooSlowError, TooLargeError: it needs more time or memory than the settings allow.
        DamagedFileError: it ended its process.
    """
    return together([call], settings)[0]


def together(calls: Sequence[Callable[[], _T]], settings: Settings) -> list[_T]:
    """Calls -> what they return, each from a process of its own, all at the same time.

    Raises what `apart` raises, of the first call in their order that fails; the others are ended.
    """
    begun: list[tuple[BaseProcess, Connection]] = []
    try:
        begun.extend(_begin(call, settings) for call in calls)  # one by one: those that began are ended
        until = time.monotonic() + settings.max_seconds
        return [_hear(process, mine, until, settings) for process, mine in begun]
    finally:
        for process, mine in begun:
            end(process)
            mine.close()


def confine(settings: Settings) -> None:
    """Bound the memory of this process, for good, and make it the first of a group that can be ended with it."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = settings.max_memory if most == resource.RLIM_INFINITY else min(settings.max_memory, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def end(process: BaseProcess) -> None:
    """End a process and what it started, such as Tesseract."""
    assert process.pid
    with contextlib.suppress(OSError):  # it ended, or was ended before it had a group of its own
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()


def how(process: BaseProcess) -> str:
    """Process that ended -> by what: the name of a signal, or its exit code."""
    code = process.exitcode or 0
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def too_slow(settings: Settings) -> str:
    return (
        f"Reading took over {settings.max_seconds} s and was stopped. Split the document, or raise TIEOUT_MAX_SECONDS."
    )


def too_much(settings: Settings) -> str:
    return f"Reading needs more than {_memory(settings)}. Split the document, or raise TIEOUT_MAX_MEMORY."


def ended(by: str, settings: Settings) -> str:
    """What ended the process -> message; the PDF library ends its process also where it gets no memory."""
    return (
        f"The document ended the process that read it ({by}): it is damaged, or needs more than {_memory(settings)}. "
        "Export it anew, or raise TIEOUT_MAX_MEMORY."
    )


def _begin(call: Callable[[], object], settings: Settings) -> tuple[BaseProcess, Connection]:
    mine, theirs = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_serve, args=(call, theirs, settings), daemon=True)
    process.start()
    theirs.close()  # so that the end of the process is the end of the pipe
    return process, mine


def _hear(process: BaseProcess, mine: Connection, until: float, settings: Settings) -> Any:
    """Process, its pipe, the moment until which it may take -> what it says. Raises as `apart` does."""
    try:
        if not mine.poll(max(0.0, until - time.monotonic())):
            raise TooSlowError(too_slow(settings))
        said: Any = mine.recv()
    except (EOFError, OSError) as error:
        process.join(1)
        raise DamagedFileError(ended(how(process), settings)) from error
    if isinstance(said, TieoutError):
        raise said
    return said


def _memory(settings: Settings) -> str:
    return f"{settings.max_memory / 2**30:.3g} GiB of memory"


def _serve(call: Callable[[], object], pipe: Connection, settings: Settings) -> None:
    confine(settings)
    gc.freeze()  # else every collection would copy what came along: .03 s a document
    signal.alarm(settings.max_seconds + GRACE)
    said: object
    try:
        said = call()
    except TieoutError as error:
        said = error
    except MemoryError:
        said = TooLargeError(too_much(settings))
    except Exception as error:
        said = UnforeseenError(trace(error))
    pipe.send(said)
