"""PDFs -> what is proved of them: nobody labels pages by hand."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extraction.errors import DocumentError, UsageError
from extraction.model import Page
from extraction.pipeline import Source, parse, read
from extraction.settings import Settings
from extraction.source.intake import PDF, sha256
from schemas.result import ExtractionResult

SETTINGS = Settings(layout_tags="off")
"""A model does not learn from what it said itself."""
EVERY = 200


@dataclass(frozen=True, slots=True)
class Proved:
    """A statement every row of which is proved."""

    path: Path
    pages: tuple[Page, ...]
    result: ExtractionResult


def needs_torch() -> None:
    """Raises UsageError where torch or transformers is missing."""
    try:
        import torch  # noqa: F401
        import transformers  # noqa: F401
    except ImportError as error:
        raise UsageError(f"{error.name} is missing. Training needs an extra: pip install 'tieout[train]'.") from error


def files(folders: Sequence[str], without: Sequence[str]) -> list[Path]:
    """Folders, others -> the PDFs in the first that are in none of the others, in order; those of a folder that is
    given several times as often. Raises UsageError for none."""
    aside = [Path(folder).resolve() for folder in without]
    for folder in folders:
        if not Path(folder).is_dir():
            raise UsageError(f"{folder} is no folder.")
    found = [path for folder in folders for path in sorted(Path(folder).rglob("*.pdf"))]
    kept = [path for path in found if not any(path.resolve().is_relative_to(one) for one in aside)]
    if folders and not kept:
        raise UsageError(f"There are no PDFs in {', '.join(folders)}.")
    return kept


def proved(paths: Iterable[Path], report: Callable[[str], None]) -> list[Proved]:
    """PDFs of statements -> those that are proved, of native text, as often as they are given: the others teach
    nothing."""
    known: dict[Path, list[Proved]] = {}
    found: list[Proved] = []
    for path in paths:
        if path not in known:
            known[path] = [one] if (one := read_proved(path)) else []
            if len(known) % EVERY == 0:
                report(f"documents: {len(known)} read, {sum(map(len, known.values()))} proved")
        found += known[path]
    report(f"documents: {len(known)} read, {sum(map(len, known.values()))} proved")
    return found


def read_proved(path: Path) -> Proved | None:
    """PDF -> what is proved of it; None where it cannot be read, holds pictures of pages or is not accepted."""
    data = path.read_bytes()
    try:
        pages = read(data, SETTINGS)
    except DocumentError:
        return None  # not counted among the proved
    if any(page.source == "ocr" for page in pages):
        return None
    result = parse(pages, Source(path.name, sha256(data), PDF), SETTINGS.account_secret)
    return Proved(path, tuple(pages), result) if result.decision == "accepted" else None
