"""`tieout extract` and `tieout show` of files that take all time or memory: an error, and the others go on."""

import json
import resource
import subprocess
from functools import partial
from pathlib import Path

import pytest

from tests.handmade import endless
from tests.programs import COMMAND, SECONDS, environment
from tests.statements import statement

pytestmark = [pytest.mark.engine, pytest.mark.timeout(120)]

MEMORY = 600_000_000
# Should the program not bound itself, this does, and the test fails instead of the machine.
_BOUNDED = partial(resource.setrlimit, resource.RLIMIT_AS, (3 << 30, 3 << 30))


def tieout(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(TIEOUT_MAX_MEMORY=str(MEMORY)),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=_BOUNDED,
    )


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.pdf").write_bytes(endless())
    (tmp_path / "b.pdf").write_bytes(statement())
    return tmp_path


def test_a_file_that_takes_all_memory_is_rejected(folder: Path) -> None:
    done = tieout(folder, "extract", "a.pdf")
    assert (done.returncode, done.stderr) == (4, "")
    assert "error damaged_file: The document ended the process that read it" in done.stdout
    assert "more than 0.559 GiB of memory" in done.stdout


def test_the_others_go_on(folder: Path) -> None:
    done = tieout(folder, "extract", "--json", "a.pdf", "b.pdf")
    assert done.returncode == 4
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["decision"] for each in said] == ["rejected", "accepted"]
    assert said[0]["document"]["media_type"] == "application/pdf"
    assert len(said[0]["document"]["sha256"]) == 64


def test_its_picture_is_an_error_too(folder: Path) -> None:
    done = tieout(folder, "show", "a.pdf", "--out", "p.png")
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("tieout: The document ended the process that read it")
