"""A call in a process of its own: its value or its error comes back, and its time and memory are bounded."""

import os
import resource
import signal
import subprocess
import time
from functools import partial
from pathlib import Path

import pytest

from extraction.apart import apart, together
from extraction.errors import DamagedFileError, DocumentError, TooLargeError, TooSlowError, UnforeseenError
from extraction.settings import Settings

MEMORY = 1 << 30
SETTINGS = Settings(max_seconds=20, max_memory=MEMORY)


def raises(error: Exception) -> None:
    raise error


def limits() -> tuple[int, int]:
    return resource.getrlimit(resource.RLIMIT_AS)


def hang(marker: Path) -> None:
    child = subprocess.Popen(["sleep", "60"])
    marker.write_text(str(child.pid))
    time.sleep(60)


def bounded_before() -> tuple[int, int]:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY // 2, MEMORY // 2))
    return apart(limits, SETTINGS)


def gone(pid: int) -> bool:
    """Whether a process has ended, or does so soon: the system's first process takes it away."""
    state = Path(f"/proc/{pid}/stat")
    for _ in range(100):
        if not state.exists() or ") Z " in state.read_text():
            return True
        time.sleep(0.05)
    return False


def test_what_it_returns_comes_back_from_another_process() -> None:
    assert apart(os.getpid, SETTINGS) != os.getpid()


def test_its_memory_is_bounded_and_ours_is_not() -> None:
    before = limits()
    assert apart(limits, SETTINGS) == (MEMORY, MEMORY)
    assert limits() == before


def test_the_bound_is_4_gib_unless_set() -> None:
    assert apart(limits, Settings()) == (4 << 30, 4 << 30)


def test_a_lower_bound_of_the_system_stays() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0 if bounded_before() == (MEMORY // 2, MEMORY // 2) else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_an_error_of_the_document_comes_back_with_its_page() -> None:
    with pytest.raises(TooLargeError, match="Too much of it") as caught:
        apart(partial(raises, TooLargeError("Too much of it.", page=3)), SETTINGS)
    assert caught.value.page == 3


def test_an_error_that_nobody_foresaw_comes_back_as_where_it_was() -> None:
    with pytest.raises(UnforeseenError, match=r"^KeyError\n(?s:.)*raise error") as caught:
        apart(partial(raises, KeyError("4711")), SETTINGS)
    assert "4711" not in str(caught.value)


def test_more_memory_than_allowed_is_a_document_that_is_too_large() -> None:
    with pytest.raises(TooLargeError, match=r"needs more than 1 GiB of memory.*raise TIEOUT_MAX_MEMORY"):
        apart(partial(bytes, 2 * MEMORY), SETTINGS)


@pytest.mark.parametrize(
    ("end", "by"), [(partial(os._exit, 7), "exit code 7"), (partial(signal.raise_signal, signal.SIGKILL), "SIGKILL")]
)
def test_a_process_that_ends_is_the_fault_of_the_document(end: partial[None], by: str) -> None:
    with pytest.raises(DamagedFileError, match=rf"\({by}\).*more than 1 GiB of memory") as caught:
        apart(end, SETTINGS)
    assert isinstance(caught.value, DocumentError)


def test_what_takes_too_long_is_ended_with_what_it_started(tmp_path: Path) -> None:
    started = time.monotonic()
    with pytest.raises(TooSlowError, match="over 1 s and was stopped"):
        apart(partial(hang, tmp_path / "pid"), Settings(max_seconds=1))
    assert time.monotonic() - started < 10
    assert gone(int((tmp_path / "pid").read_text()))


def meet(mine: Path, other: Path) -> str:
    """Says that it is there, and returns once the other one is."""
    mine.touch()
    while not other.exists():
        time.sleep(0.01)
    return mine.name


def test_calls_run_at_the_same_time_and_answer_in_their_order(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    assert together([partial(meet, a, b), partial(meet, b, a)], SETTINGS) == ["a", "b"]
    assert together([], SETTINGS) == []


def test_where_one_fails_the_others_are_ended(tmp_path: Path) -> None:
    marker = tmp_path / "pid"
    with pytest.raises(DocumentError, match="it is torn"):
        together([partial(fail_beside, marker), partial(hang, marker)], SETTINGS)
    assert gone(int(marker.read_text()))


def fail_beside(marker: Path) -> None:
    while not (marker.exists() and marker.read_text()):
        time.sleep(0.01)
    raise TooLargeError("it is torn")
