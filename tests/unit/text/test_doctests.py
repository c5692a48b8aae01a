"""The examples in the docstrings of the readers and of the text functions hold."""

import doctest
import importlib
import pkgutil

import pytest

import extraction

ROOMS = (
    "text",
    "source",
    "ocr",
    "tables",
    "documents",
    "reconcile",
    "geometry",
    "model",
    "terminal",
    "evaluation",
    "confidence",
    "benchmark",
)
MODULES = [
    info.name
    for info in pkgutil.walk_packages(extraction.__path__, "extraction.")
    if info.name.split(".")[1] in ROOMS and not info.ispkg
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [test for name in MODULES for test in finder.find(importlib.import_module(name)) if test.examples]
    assert len(found) >= 10
