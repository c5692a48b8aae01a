"""Pages made by hand: a text with columns becomes words with boxes, as a reader of native PDFs would give them.

Each line of the text is a line of the page, its cells parted by `|` and set at the stops of the page: a positive stop
is the left edge of a cell, a negative one the right edge of its text, in points. Blank lines are space.
"""

from collections.abc import Iterator, Sequence

from extraction.model import Page, Rule, Word
from extraction.pipeline import Source, parse
from extraction.tables.header import headers
from extraction.tables.rows import tables
from extraction.tables.table import Row, Table
from extraction.text import lines as text_lines
from extraction.text.amounts import Point
from extraction.text.lines import Line
from schemas.result import ExtractionResult
from schemas.statement import Account

WIDTH, HEIGHT = 600.0, 800.0
LETTER, BLANK, TALL, PITCH, TOP = 5.0, 3.0, 10.0, 14.0, 40.0
"""Width of a letter and of a blank, height of a word, from line to line, and down to the first line."""
STOPS = (40, 110, -360, -450, -540)
"""Date, description, and three columns of money."""
SOURCE = Source("page.pdf", "0" * 64, "application/pdf")


def words(text: str, stop: float, top: float) -> list[Word]:
    """Text of one cell -> its words, from the left edge `stop` on, or up to the right edge `-stop`."""
    parts = text.split()
    width = sum(len(part) for part in parts) * LETTER + (len(parts) - 1) * BLANK
    x = stop if stop >= 0 else -stop - width
    found = []
    for part in parts:
        found.append(Word(part, x, top, x + len(part) * LETTER, top + TALL))
        x += len(part) * LETTER + BLANK
    return found


def page(
    text: str, stops: Sequence[float] = STOPS, number: int = 1, rules: Sequence[Rule] = (), height: float = HEIGHT
) -> Page:
    """Text with columns -> page."""
    return Page(number, WIDTH, height, tuple(_words(text, stops)), tuple(rules))


def _words(text: str, stops: Sequence[float]) -> Iterator[Word]:
    for place, line in enumerate(text.strip("\n").split("\n")):
        for cell, stop in zip(line.split("|"), stops, strict=False):
            if cell.strip():
                yield from words(cell, stop, TOP + place * PITCH)


def top_of(text: str, start: str) -> float:
    """The height at which the line of a text that begins so is set, points."""
    places = [i for i, line in enumerate(text.strip("\n").split("\n")) if line.strip().startswith(start)]
    return TOP + places[0] * PITCH


def pages(*texts: str, stops: Sequence[float] = STOPS) -> list[Page]:
    """A text for each page -> pages."""
    return [page(text, stops, number) for number, text in enumerate(texts, 1)]


def lines(*texts: str, stops: Sequence[float] = STOPS) -> list[Line]:
    """A text for each page -> lines of the document."""
    return [line for one in pages(*texts, stops=stops) for line in text_lines.lines(one)]


def tables_of(
    *texts: str, stops: Sequence[float] = STOPS, point: Point = ".", rules: Sequence[Rule] = ()
) -> list[Table]:
    """A text for each page, ruling lines of the first -> tables."""
    found = lines(*texts, stops=stops)
    return tables(found, headers(found), point, [(1, rule) for rule in rules])


def rows_of(*texts: str, stops: Sequence[float] = STOPS, point: Point = ".") -> list[Row]:
    """A text for each page -> the rows of all tables."""
    return [row for table in tables_of(*texts, stops=stops, point=point) for row in table.rows]


def parsed(*texts: str, stops: Sequence[float] = STOPS) -> ExtractionResult:
    """A text for each page -> what is said of the document."""
    return parse(pages(*texts, stops=stops), SOURCE, "key")


def told(account: Account) -> list[tuple[str, str, str | None]]:
    """Account -> date, amount and balance of each row, as strings."""
    return [(str(t.date), str(t.amount), None if t.balance is None else str(t.balance)) for t in account.transactions]


def codes(result: ExtractionResult, severity: str = "error") -> list[str]:
    """Result -> the codes of its issues of one severity."""
    return [str(issue.code) for issue in result.issues if issue.severity == severity]


def left_over(result: ExtractionResult) -> bool:
    """Whether a figure is said to be none of the rows, which holds back an account that is not proved twice."""
    return any("which is neither a balance nor a sum of the rows" in issue.message for issue in result.issues)


def texts(rows: list[Row]) -> list[str]:
    """Rows -> their descriptions."""
    return [row.description for row in rows]


def dates(rows: list[Row]) -> list[str | None]:
    """Rows -> the posted dates as printed; None: the row has none of its own."""
    return [row.posted.cell.text if row.posted else None for row in rows]
