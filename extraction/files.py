"""Paths -> the documents they are or hold, the bytes and the result of each."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extraction.errors import DocumentError, TieoutError, UnforeseenError, UsageError
from extraction.settings import Settings
from extraction.source.intake import PDF_HEADER_WITHIN, is_document

if TYPE_CHECKING:
    from schemas.result import ExtractionResult


def documents(paths: Iterable[Path]) -> list[Path]:
    """Paths -> the documents they are or hold, each once. Raises UsageError for a path that is not there."""
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path} does not exist.")
        inside = list(_inside(path)) if path.is_dir() else [path]
        if not inside:
            raise UsageError(f"{path} has no documents: no PDFs or images.")
        for one in inside:
            found.setdefault(one.resolve(), one)
    return list(found.values())


def counts(path: Path, folder: Path) -> bool:
    """File, the folder it was found in -> whether it is a document: a PDF or an image."""
    return path.is_file() and is_document(
        path.relative_to(folder).as_posix(), partial(content, path, PDF_HEADER_WITHIN)
    )


def content(path: Path, limit: int = -1) -> bytes:
    """File -> its first bytes, all of them unless limited. Raises UsageError where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(limit)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error


def extracted(path: Path, settings: Settings, password: str | None = None) -> "ExtractionResult | None":
    """Document -> its result; None, and the error told on stderr, where there is none: the others go on."""
    from extraction import pipeline
    from extraction.apart import apart

    try:
        data = content(path)
        try:
            return apart(partial(pipeline.extract, data, path.name, settings, password), settings)
        except DocumentError as error:
            return pipeline.refused(data, path.name, error)
    except UnforeseenError as error:
        click.echo(f"tieout: {path} could not be read because of an error in tieout. Please report it:", err=True)
        click.echo(str(error), err=True, nl=False)
    except TieoutError as error:
        click.echo(f"tieout: {path}: {error}", err=True)
    return None


def _inside(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if counts(path, folder))
