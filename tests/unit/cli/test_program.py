"""The program as a whole: its help, how quickly it starts, and what it imports for which command."""

import resource
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from extraction.settings import VERSION
from flows.cli import main
from tests.programs import COMMAND, environment, tieout
from tests.statements import statement

HEAVY = {"prefect", "duckdb", "pyarrow", "google", "sqlglot", "fsspec", "gcsfs", "s3fs", "fastapi", "httpx", "rich"}
NAMES = ("run", "query", "extract", "show", "evaluate", "bench", "sql", "train")
COMMANDS = [(), *((name,) for name in NAMES), ("sql", "plan"), ("sql", "apply")]


def imported(folder: Path, *arguments: str) -> set[str]:
    """The top-level packages that a command imports."""
    command = [sys.executable, "-X", "importtime", *COMMAND[1:], *arguments]
    run = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=True)
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in run.stderr.splitlines() if "|" in line}


@pytest.mark.parametrize("arguments", [("--version",), *((*command, "--help") for command in COMMANDS)], ids=" ".join)
def test_help_imports_nothing_that_is_slow(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert imported(tmp_path, *arguments) & (HEAVY | {"numpy", "PIL", "pypdfium2"}) == set()


def test_reading_a_document_imports_nothing_of_the_warehouse_or_the_orchestrator(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(statement())
    assert imported(tmp_path, "extract", "a.pdf") & HEAVY == set()


COUNTS, COUNTED = "for _ in range(3_000_000): pass", 0.15
"""A program, and the seconds of the processor that it takes where the limits below hold as they are."""


def processor(*command: str, folder: Path) -> float:
    """A command -> seconds of the processor: those of the clock where nothing else runs, and the same where something
    does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize(("arguments", "seconds"), [(("--help",), 1.0), (("extract", "a.pdf"), 3.0)])
def test_it_starts_at_once(tmp_path: Path, arguments: tuple[str, ...], seconds: float) -> None:
    """Beside a program that counts, in turn: a slower processor is slower at both. Half of each limit was measured."""
    (tmp_path / "a.pdf").write_bytes(statement())
    times = [
        (processor(*COMMAND, *arguments, folder=tmp_path), processor(sys.executable, "-c", COUNTS, folder=tmp_path))
        for _ in range(3)
    ]
    slower = max(1.0, min(counting for _, counting in times) / COUNTED)
    assert min(own for own, _ in times) < seconds * slower


def test_both_names_are_the_same_program(tmp_path: Path) -> None:
    assert tieout(tmp_path, "--version").stdout == f"tieout {VERSION}\n"
    script = Path(sys.executable).with_name("tieout")
    run = subprocess.run([script, "--version"], env=environment(), capture_output=True, text=True, check=True)
    assert run.stdout == f"tieout {VERSION}\n"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_teaches_by_example(command: tuple[str, ...]) -> None:
    done = CliRunner().invoke(main, [*command, "--help"])
    assert done.exit_code == 0
    assert command == ("sql",) or "tieout " in done.output.partition("\n")[2]
    assert max(map(len, done.output.splitlines())) <= 100


@pytest.mark.parametrize("command", [(), ("run",), ("extract",)], ids=" ".join)
def test_help_says_the_exit_codes(command: tuple[str, ...]) -> None:
    said = CliRunner().invoke(main, [*command, "--help"]).output
    assert [said.index(f"{code}  ") for code in (0, 3, 4, 1, 2)] == sorted(
        said.index(f"{code}  ") for code in (0, 3, 4, 1, 2)
    )


@pytest.mark.parametrize("arguments", [["nothing"], ["query"], ["run", "--fast"], ["query", "x", "--format", "xml"]])
def test_a_wrong_call_is_2(arguments: list[str]) -> None:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert "Usage:" in done.stderr


def test_a_wrong_setting_is_2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIEOUT_MAX_SECONDS", "soon")
    done = CliRunner().invoke(main, ["run", "."])
    assert (done.exit_code, done.stderr) == (
        2,
        "tieout: TIEOUT_MAX_SECONDS must be a whole number above 0, not 'soon'.\n",
    )


def test_every_command_is_documented() -> None:
    for name, command in main.commands.items():
        assert command.help, name
        assert all(isinstance(one, click.Argument) or one.help for one in command.params), name
