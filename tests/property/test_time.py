"""No text takes long: every pattern of the extractor on 10,000 characters made to send it back and forth."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import extraction
from extraction.text import amounts, dates
from extraction.text.normal import plain

LENGTH = 10_000
SECONDS = 3.0
"""Bound on one call. The slowest measured took .8 s; one that goes back and forth takes minutes."""
PIECES = (
    *(
        "0",
        "1",
        "9",
        "12",
        "1 ",
        "1,",
        "1.",
        "1-",
        "1/",
        "1,234",
        "1 234",
        "12/",
        "1/1/",
        "12.12.",
        "+1",
        "(1",
        "$ ",
        "CR ",
    ),
    *(" ", "  ", "\t", "\n", ".", ",", "-", ": ", "/", "_", "\u00a0", "\ufffd", "X", "x", "*", "X1", "xx1", "•"),
    *(
        "a",
        "ab",
        "a ",
        "a1",
        "A",
        "AB",
        "AB ",
        "A1",
        "AB 1",
        "é",
        "opening ",
        "opening a ",
        "balance ",
        "carried ",
        "total ",
    ),
    *(
        "total of ",
        "saldo ",
        "account ",
        "account no ",
        "IBAN ",
        "IBAN DE",
        "card number 1",
        "statement ",
        "1 mar ",
        "mar 1 ",
    ),
    *("1 de mar de ", "march ", "mm/dd/", "bank ", "bank: ", "page 1 of ", "fee ", "date ", "summe soll ", "x bank"),
)


CALLS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split")


@dataclass(frozen=True)
class Used:
    """A pattern and how its module calls it."""

    pattern: re.Pattern[str] | re.Pattern[bytes]
    calls: tuple[str, ...]


def patterns() -> dict[str, Used]:
    """Every compiled pattern that a module of the extractor holds, by module and place."""
    found: dict[str, Used] = {}
    for info in pkgutil.walk_packages(extraction.__path__, "extraction."):
        if info.name.endswith("__main__") or info.name.startswith("extraction.training"):  # no way of a document
            continue
        module = importlib.import_module(info.name)
        source = Path(str(module.__file__)).read_text()
        for name, value in vars(module).items():
            for place, pattern in _within(value, ""):
                calls = [call for call in CALLS if f"{name}.{call}(" in source]
                calls = calls or [call for call in CALLS if f".{call}(" in source and call != "split"]
                found[f"{info.name}.{name}{place}"] = Used(pattern, tuple(calls))
    for point in (".", ","):
        for decimals in ("{0}", "{1}", "{2}"):
            found[f"amounts {point} {decimals}"] = Used(amounts._pattern(point, decimals), ("fullmatch",))  # type: ignore[arg-type]
    return found


def _within(value: object, place: str) -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    if isinstance(value, re.Pattern):
        yield place, value
    elif isinstance(value, list | tuple):
        for index, each in enumerate(value):
            yield from _within(each, f"{place}[{index}]")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _within(each, f"{place}[{key}]")


PATTERNS = patterns()


def texts() -> Iterator[str]:
    for piece in PIECES:
        whole = piece * (LENGTH // len(piece))
        yield from (whole, whole + "!", "!" + whole)


def run(pattern: re.Pattern[str] | re.Pattern[bytes], call: str, text: str) -> None:
    given: str | bytes = text.encode() if isinstance(pattern.pattern, bytes) else text
    if call == "sub":
        pattern.sub(given[:0], given)  # type: ignore[arg-type]
    elif call == "finditer":
        list(pattern.finditer(given))  # type: ignore[arg-type]
    else:
        getattr(pattern, call)(given)


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_goes_back_and_forth(name: str) -> None:
    used = PATTERNS[name]
    assert used.calls
    for text in texts():
        for call in used.calls:
            started = time.process_time()
            run(used.pattern, call, text)
            assert time.process_time() - started < SECONDS, f"{call} of {text[:20]!r}"


def test_all_patterns_are_looked_at() -> None:
    homes = {name.rsplit(".", 1)[0] for name in PATTERNS}
    assert {"extraction.text.dates", "extraction.tables.vocabulary", "extraction.documents.heads.period"} <= homes


@pytest.mark.parametrize("piece", PIECES)
def test_functions_take_no_time_either(piece: str) -> None:
    started = time.process_time()
    for text in (piece * (LENGTH // len(piece)), piece * (LENGTH // len(piece)) + "!"):
        for point in (".", ","):
            amounts.parse(text, point)  # type: ignore[arg-type]
            amounts.parse(text, point, loose=True)  # type: ignore[arg-type]
        amounts.empty(text)
        dates.leading(text)
        dates.find(text)
        plain(text)
    assert time.process_time() - started < 2 * SECONDS
