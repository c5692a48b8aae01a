"""The commands that need no warehouse: extract and show."""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import count
from pathlib import Path

import click

from extraction.errors import UsageError
from extraction.files import content, documents, extracted
from extraction.settings import Settings, load

EXITS = """
\b
Exit codes:
  0  every document is accepted
  3  something is in review: a figure does not tie out, or nothing proves it
  4  something is rejected: no statement, or it cannot be read (4 goes before 3)
  1  an error of the program, of storage or of the warehouse
  2  the command or a setting is wrong
"""
"""What every command ends with, for its help."""

_CODES = {"accepted": 0, "review": 3, "rejected": 4}
_ASK = "-"
_PASSWORD = click.option(
    "--password",
    envvar="TIEOUT_PASSWORD",
    help="Of an encrypted PDF; - asks for it, or takes the first line of stdin. Others can see a command line "
    "in the process list: prefer - or the variable TIEOUT_PASSWORD.",
)


@click.command(epilog=EXITS, short_help="Read documents and say what they prove.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON: indented for one document, else one line for each.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write a JSON file for each into DIR.",
)
@_PASSWORD
@click.pass_context
def extract(ctx: click.Context, paths: tuple[Path, ...], as_json: bool, out: Path | None, password: str | None) -> None:
    """Read documents and say what they prove; no warehouse is needed.

    PATH is a PDF or an image, or a folder: then all PDFs and images below it. Without an option a
    person can read what is printed. The JSON has the whole account number, every row with the place
    it was printed at, the proofs, the issues and the decision.

    --out writes <name without its suffix>.json, also for a rejected document; where two would have
    the same name the whole file name is kept (a.pdf.json, a.png.json), with folders if need be.

    \b
    Examples:
      tieout extract statement.pdf
      tieout extract --json statement.pdf | jq '.accounts[].transactions[] | {date, amount}'
      tieout extract --out results ~/statements
      tieout extract --password - locked.pdf
    """
    if as_json and out:
        raise UsageError("--json prints and --out writes files: give one of them.")
    from extraction.outline import outline

    found = documents(paths)
    settings, password = load(), _asked(password)
    if out:
        _make(out)
    names = _json_names(found)
    codes = set()
    indent = 2 if len(found) == 1 else None
    for number, path in enumerate(found, 1):
        started = time.monotonic()
        result = extracted(path, settings, password)
        codes.add(1 if result is None else _CODES[result.decision])
        if result is None:
            continue
        if out:
            _write(out / names[path], result.model_dump_json(indent=2) + "\n")
        elif as_json:
            click.echo(result.model_dump_json(indent=indent))
        else:
            click.echo(("\n" if number > 1 else "") + outline(result), nl=False)
        if len(found) > 1 and (out or as_json):
            seconds = time.monotonic() - started
            click.echo(f"{number}/{len(found)} {path}: {result.decision}, {seconds:.1f} s", err=True)
    ctx.exit(next((code for code in (1, 4, 3) if code in codes), 0))


@click.command(short_help="Draw what was read on a page's picture.")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--page", "number", type=click.IntRange(min=1), default=1, show_default=True, help="Page, from 1.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The picture to write.")
@_PASSWORD
def show(path: Path, number: int, out: Path, password: str | None) -> None:
    """Draw what was read and understood on a page's picture.

    Words are grey boxes, orange where the reader was unsure; rows are tinted; dates, amounts and
    balances are outlined; issues are red, with their code.

    \b
    Examples:
      tieout show statement.pdf --out page.png
      tieout show statement.pdf --page 3 --out page3.png
    """
    from extraction.apart import apart

    if out.suffix.lower() != ".png":
        raise UsageError(f"--out {out}: the picture is a PNG, name it so.")
    settings, password = load(), _asked(password)
    click.echo(apart(partial(_drawn, path, number, out, settings, password), settings))


def _drawn(path: Path, number: int, out: Path, settings: Settings, password: str | None) -> str:
    """Document, page, the picture to write -> what was written. Raises TieoutError."""
    from extraction import pipeline
    from extraction.show import draw
    from extraction.source.intake import sha256, sniff

    data = content(path)
    pages = pipeline.read(data, settings, password)
    if number > len(pages):
        raise UsageError(f"{path} has no page {number}: its last one is {len(pages)}.")
    page = pages[number - 1]
    source = pipeline.Source(path.name, sha256(data), sniff(data) or pipeline.UNKNOWN)
    result = pipeline.judged(pages, source, settings)
    drawn = draw(pipeline.picture(data, number, page, settings, password), page, result)
    try:
        drawn.save(out, "PNG")
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.") from error
    return f"{out}: page {number} of {len(pages)} of {path.name}, {result.decision}"


def _json_names(paths: Sequence[Path]) -> dict[Path, str]:
    """Documents -> the names of their JSON files, all different: the stem, the file name, then with its folders."""
    names: dict[Path, str] = {}
    for parts in count():
        stems = {path: _stem(path, parts) for path in paths if path not in names}
        taken = Counter([*stems.values(), *names.values()])
        names |= {path: stem for path, stem in stems.items() if taken[stem] == 1}
        if len(names) == len(paths):
            break
    return {path: f"{stem}.json" for path, stem in names.items()}


def _stem(path: Path, parts: int) -> str:
    """Path, how many of its parts to keep whole -> a file name without .json."""
    return "_".join(path.resolve().parts[-parts:]).replace("/", "") if parts else path.stem


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"The folder {folder} cannot be made: {error.strerror}.") from error


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error


def _asked(password: str | None) -> str | None:
    """Option -> the password; - asks a person at a terminal, or takes the first line of what is piped in."""
    if password != _ASK:
        return password
    if sys.stdin.isatty():
        said: str = click.prompt("Password", hide_input=True, err=True)
        return said
    return sys.stdin.readline().rstrip("\r\n")
