"""Texts of a holding -> its name and what identifies it."""

import re
from collections.abc import Sequence

from extraction.tables.securities.holdings import HoldingsTable, Record
from extraction.tables.securities.identifiers import Identifier, identifiers, kind_of, only_identifiers
from extraction.text import dates

CODE, LONG = 14, 5
"""Characters of the longest identifier; digits of one that nothing labels."""


def named(record: Record, table: HoldingsTable) -> list[Identifier]:
    """What names a security beside its name: what its column of identifiers prints, else what its texts hold."""
    own: list[Identifier] = []
    for column, cells in record.texts.items():
        if table.head.cells[column].field == "identifier":
            for cell in cells:
                inside = list(identifiers(cell.text))
                alone = [Identifier(w, kind_of(w)) for w in cell.text.split(" / ") if " " not in w and len(w) <= CODE]
                own += inside or alone
    names = _name_columns(record, table)
    last = [record.texts[i][-1].text for i in names[:1] if len(record.texts[i]) > 1]
    if not own and last and _CODE.fullmatch(last[0]) and _coded(table, names):
        own = [Identifier(last[0], "code")]
    texts = (cell.text for cells in record.texts.values() for cell in cells)
    return sorted(own or [one for text in texts for one in identifiers(text)], key=lambda one: one.kind != "isin")


def name_of(record: Record, table: HoldingsTable) -> str:
    """The name of a security: the texts of its column, line by line, without identifiers on lines of their own."""
    columns = _name_columns(record, table)
    texts = [c for i in columns for c in record.texts[i]]
    texts.sort(key=lambda cell: (cell.page, round(cell.box[1] / 3), cell.box[0]))
    if len(texts) > 1 and _CODE.fullmatch(texts[-1].text) and _coded(table, columns):
        texts.pop()
    kept = [cell.text for cell in texts if not _is_code(cell.text) and not _NOTE.search(cell.text)]
    name = " ".join(kept or [cell.text for cell in texts])
    codes = "|".join(re.escape(one.text) for text in kept for one in identifiers(text))
    return re.sub(rf"\s*[(/,]?\s*(?:ISIN:?\s*|WKN:?\s*)?(?:{codes})\)?$", "", name) or name if codes else name


_NOTE = re.compile(
    r"^(?:girosammel\w*|wertpapierrechnung|streifband\w*|sammelverwahrung|verwahrart\w*|lagerland|lagerstelle)\b|\b\d+-day yield\b|^(?:dividend option|estimated yield|next call date|"
    r"rating|moody|s&p rating)\b",
    re.IGNORECASE,
)
"""Lines below the name of a security that are no part of it: how it is kept, what it yields."""


def _name_columns(record: Record, table: HoldingsTable) -> list[int]:
    """Columns that print names, "Valeur" and "Valor" among them where they print no figures; else any with text."""
    cells = table.head.cells
    own = [
        i
        for i in record.texts
        if cells[i].field == "name" or (cells[i].field == "amount" and not record.entries.get(i))
    ]
    others = [i for i in record.texts if cells[i].field not in ("identifier", "currency", "date", "action")]
    return own or others or list(record.texts)


def _coded(table: HoldingsTable, columns: Sequence[int]) -> bool:
    """Whether the names of a table end with a line that is the code of an exchange: one word in capitals in nearly
    every row, and in more of them than names are broken by chance."""
    rows = [record for record in table.records if not record.bare]
    ends = [
        cells[-1].text
        for record in rows
        if (cells := [c for i in columns for c in record.texts.get(i, ())]) and len(cells) > 1
    ]
    coded = sum(_CODE.fullmatch(text) is not None for text in ends)
    named_ = sum(any(True for _ in identifiers(text)) for text in ends)
    return coded + named_ >= CODED * len(rows) and coded > 0 and (coded > 1 or named_ > 0)


_CODE = re.compile(r"[A-Z][A-Z0-9.]{1,5}")

CODED = 0.8
"""Codes stand below this share of the names of a table."""


def _is_code(text: str) -> bool:
    """Whether a line of a name is none, but identifiers or a date alone."""
    if not only_identifiers(text):
        return False
    long = re.search(rf"\d{{{LONG}}}", text) is not None
    return long or dates.leading(text) is not None or any(True for _ in identifiers(text))
