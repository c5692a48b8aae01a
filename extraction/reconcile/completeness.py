"""What the rows make -> the figures that a page may print of it; a labelled figure that is none of them is left over."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.model import Cell
from extraction.reconcile.assured import twice_proved
from extraction.reconcile.explained import explained, listed, moving
from extraction.reconcile.figures import dropped, key_figures, running_sums, sums
from extraction.reconcile.interest import of_interest
from extraction.reconcile.ledger import Posting
from extraction.reconcile.outcome import Outcome
from extraction.reconcile.slips import meant
from extraction.reconcile.verdict import issue, money
from extraction.tables import languages
from extraction.tables.pairs import ALIGNED, Pair, across, down
from extraction.tables.section_words import is_decoy
from extraction.tables.table import Entry, Row, Table
from extraction.tables.vocabulary import REWARDS, SET_ASIDE, balance_kind, total_kind
from extraction.text import amounts, dates
from extraction.text.dates import Order, PrintedDate
from extraction.text.lines import Line
from extraction.text.normal import has_letter, plain
from schemas.result import Issue, IssueCode

_FIGURE = re.compile(
    r"\b(?:balance|saldo|solde|\w*saldo|\w*stand|total|totals|subtotal|\w*summe|totaal|totalen|totale|totales|totais|totaux|somme|suma|"
    r"deposits?|withdrawals?|credits|debits|money in|money out|paid in|paid out|eingange|ausgange|gutschriften|belastungen|"
    r"abonos|cargos|ingresos|gastos|entrate|uscite|entradas|saidas|bijgeschreven|afgeschreven)\b|^[a-z]{3} on$"
    rf"|{languages.FIGURE}"
)
_OTHER = re.compile(
    rf"\b(?:average|minimum|mindest\w*|available|useable|usable|withdrawable|{SET_ASIDE}|bonus|beviljad|\w*limit\w*|\w*limiet|kreditrahmen|kreditlinie|linea (?:de|di) credito|linha de credito|ligne de credit|verfugungsrahmen|plafond|cupo|subject to|low|high|lowest|highest|durchschnitt\w*|verfugbar\w*|beschikba\w*|"
    r"disponib\w*|disponivel|moyen|medi[oa]|promedio|gemiddeld\w*|interest|zins\w*|interet\w*|interes\w*|juros|rente|apr|pending|advance\w*|past due|"
    r"year|ytd|20\d\d|ano|annee|jahr|anno|jaar|fees?|charges?|entgelte?|frais|comision\w*|commission[ei]|fido|rata|kosten|comissoes|from|ab|above|over|under|below|up to|bis|"
    r"hasta|fino|rate|tax|minimo|minimaal|minimale?|minimum|overdraft|due|checks?|cheques?|insured|protected|guarantee|geschutzt|gesichert|garanti[a-z]*|gegarandeerd\w*|beschermd|protegid[oa]s?|if|would|will|estimated|qualifying|required|vat|tva|iva|btw|mwst|gst|"
    r"transfer(?:red|s)?|months?|years?|amount enclosed|returned|annual|atm|lines?|min|avg|max|maximum|investable|float|reserve|earnings|"
    r"home loan|linked|(?:fixed|term|recurring|time) deposits?|mortgages?|hypothek\w*|hypotheek\w*|hipotecari\w*|ipotecari\w*|mutuo|boliglan\w*|bolan\w*|inicio (?:del )?periodo anterior|capital social|"
    r"next (?:statement|bill|month)|proxim[ao]s? (?:fatura|factura|estado|mes)\w*|prochain\w*)\b"
    rf"|{languages.OTHER_FIGURE}"
)
_SIDES = re.compile(
    r"\b(?:deposits?|withdrawals?|credits|debits)\b(?: \w+){0,3} and (?:other )?(?:service )?(?:interest|fees?|charges?|checks?|cheques?)\b"
)
"""A side of the account, with what is counted to it."""
_CARD, LAST = re.compile(r"\d{4}[ -]?(?:\d\d)?[Xx*•][Xx*• -]+\d{4}(?!\d)"), 4
"""The masked number of a card, and how many digits of its end tell it from others."""
_NAMED = re.compile(r"(?<!\S)[\dXx*•.]{3,}\d{3}(?!\S)")
"""The number of an account or a contract in a label."""
_RATE = re.compile(r"\d\s?%")
"""What stands above figures of interest."""
_PART, NEXT = re.compile(r"\b\d{1,2} (?:of|von|de|di|van|sur) \d{1,2}\b"), 2
"""Which part of a plan is charged; what is left of it stands within so many lines below."""
_IBAN, UNDER = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?$"), 3
"""The number of another account; what it stands at is printed within so many lines below."""
_COUNTED = re.compile(r"(?: \d{1,4}){2,6}$")
"""A label behind which several counts stand: how many there were, and how many are charged."""
_PRICE = re.compile(r"(?:\d|(?<!\S))[.,]\d{3,}\b(?![.,])")
"""A number of more decimals than amounts have."""
_REWARDS = re.compile(rf"\b(?:{REWARDS}|bonus|point)\b")
HEADINGS, HEADING_WORDS, NEAR = 4, 8, 300.0
"""A heading is one of so many lines above, has no more words, and begins at most so many points left of the amount."""
COLUMNS = 3
"""A line of heads names so many columns at least."""
TERM, MONTHS = 1, 12
"""A term goes on for more months than this; so many make a year."""
BRIEF = 4
"""Digits of a figure that a slip may part from one of the rows where these are proved twice."""
LED = 3
"""A line that leads from one balance to another has more figures than these."""
_HELD = re.compile(rf"\b(?:balance|bal|saldo|saldi|saldos|solde|soldes|\w*saldo|\w*stand)\b|{languages.HELD}")
PROSE, SENTENCE = 12, 18
"""A label of more words than this is running text, and so is a text of several figures that has more."""


def left_over(
    outcome: Outcome,
    made: set[Decimal],
    pairs: Sequence[Pair],
    lines: Sequence[Line],
    account: int,
    number: str | None = None,
    every: Sequence[Pair] = (),
) -> Iterator[Issue]:
    """Interpretation, figures that the document's rows make, labelled amounts of the account, the lines of the
    document, the account's place and number, all labelled amounts of the document -> an issue for each balance or total
    that is none of the figures, amount of any name that is one of them but for a slip, or amount beside the number, and
    for dated rows that were left out."""
    others = {pair.cell for pair in _told_by_number(pairs, every, lines, number)}
    yield from _unused(outcome, made, account, listed(pairs, made, outcome) | others)
    yield from _beside_end(outcome, made, account)
    seen: set[tuple[str, Decimal]] = set()
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for _, posting in outcome.rows:
        rows[posting.row.page].append(posting.row.cell)
    strange: list[Pair] = []
    pairs = [p for p in pairs if not any(_inside(p.cell, row) for row in rows[p.cell.page])]  # such as a time in a text
    known = explained(pairs, made, outcome)
    told = {pair.amount.value for pair in known}  # a text may repeat one
    postings = sorted((posting for _, posting in outcome.rows), key=lambda posting: posting.row.order)
    summed = dict(_totals(outcome))
    key = key_figures(outcome)
    made = made | {p.amount.value for p in pairs if p.amount.value not in made and _is_sum_beside(p, postings)}
    plans = _below_parts(pairs)
    for pair in pairs:
        label = undated(pair.left if plain(pair.left) else summed.get(pair.cell, pair.above))
        value = pair.amount.value
        if (
            value in made
            or (label, value) in seen
            or len(label.split()) > PROSE
            or value in told
            or pair.cell in others
        ):
            continue
        beside = number is not None and number in pair.left  # an overview of accounts: number, balance
        slip = has_letter(label) and meant(value, key) is not None
        other = (
            _OTHER.search(_SIDES.sub("total", label))
            or _OTHER.search(_head_in_grid(pair, lines))
            or _RATE.search(pair.above)
            or _COUNTED.search(label)
            or _told_in_passing(pair, lines)
            or (_HELD.search(label) and _names_another(pair.left, number))
        )
        other = other or pair in plans or _below_another(pair, lines, number)
        if not (beside or slip or _FIGURE.search(label)) or other or _elsewhere(pair, lines):
            continue
        seen.add((label, value))
        strange.append(pair)
    led = [pair for pair in _led_elsewhere(pairs, outcome) if pair not in strange]
    sure = twice_proved(outcome, pairs)
    for pair in _without_sides(_without_parts([*strange, *led], pairs, outcome), outcome):
        label, value = (pair.left or summed.get(pair.cell) or pair.above).strip(), pair.amount.value
        message = f"{label!r} is printed as {money(value)}, which is neither a balance nor a sum of the rows"
        if sure and pair not in led and _is_loose(label, meant(value, key, BRIEF), number):
            message += ". They are proved twice without it: it belongs to something else, or is misprinted."
            yield issue(IssueCode.INCOMPLETE, "warning", message, account, pair.cell)
            continue
        message += ": a row may be missing or misread, or the figure belongs to something else."
        nearest = meant(value, key)
        if nearest is not None:
            message += f" One slip away is {money(nearest)}, which is one."
        yield issue(IssueCode.INCOMPLETE, "error", message, account, pair.cell)


def _is_loose(label: str, nearest: Decimal | None, number: str | None) -> bool:
    """Whether a figure that no row makes holds back no account that is proved twice: its label names neither an end nor a
    side of the account, nor its number, and it is none of its figures but for a slip."""
    text = undated(label)
    named = number is not None and number in label
    ends = balance_kind(text) in ("opening", "closing") or total_kind(text) is not None or _SIDES.search(text)
    return nearest is None and not named and not ends


def _totals(outcome: Outcome) -> Iterator[tuple[Cell, str]]:
    """Interpretation -> the totals in its columns of amounts, and their labels, which may stand right of them."""
    used = moving(outcome)
    for posting in outcome.postings:
        for i, entry in posting.row.entries.items() if posting.kind == "total" else ():
            if i in used:
                yield entry.cell, posting.row.description


def _beside_end(outcome: Outcome, made: set[Decimal], account: int) -> Iterator[Issue]:
    """An issue for each total beside the closing balance, on its line, that the rows do not make."""
    used = moving(outcome)
    for posting in outcome.postings:
        own = posting.row.entries.items() if posting.kind == "closing" and posting.balance is not None else ()
        for entry in (entry for i, entry in own if i in used and entry.cell != posting.balance_cell):
            if entry.amount.value not in made:
                message = (
                    f"{money(entry.amount.value)} is printed beside the closing balance, which is no sum of the rows: a row "
                    f"may be missing or misread."
                )
                yield issue(IssueCode.TOTAL_MISMATCH, "error", message, account, entry.cell)


def _is_sum_beside(pair: Pair, rows: Sequence[Posting]) -> bool:
    """A labelled amount, the rows as printed -> whether the rows right above it make it, one, two and so on, or those
    right below it: the sum of a section that no heading parts from others."""
    place = pair.cell.page, pair.cell.box[1]
    above = [posting for posting in rows if (posting.row.page, posting.row.cell.box[1]) < place]
    return any(pair.amount.value in running_sums(run) for run in (reversed(above), rows[len(above) :]))


def _led_elsewhere(pairs: Sequence[Pair], outcome: Outcome) -> Iterator[Pair]:
    """Labelled amounts beside the rows -> the last ones of lines that lead from the opening balance over all that came
    in and went to a balance that is not the closing one, whatever it is called: "start, loaded, spent, available"."""
    rising, falling, *_ = sums([posting for _, posting in outcome.rows])
    opening, closing = outcome.chain.opening, outcome.chain.closing
    if opening is None or closing is None or not rising or not falling or rising == falling:
        return
    for line in across(pairs):
        values = [pair.amount.value for pair in line]
        led = len(line) > LED and values[0] == abs(opening) and {rising, falling} <= set(values[1:-1])
        if led and abs(closing) not in values[1:] and _HELD.search(plain(line[-1].left) or plain(line[-1].above)):
            yield line[-1]


def _elsewhere(pair: Pair, lines: Sequence[Line]) -> bool:
    """Whether a labelled amount stands below the heading of something else, such as rewards, or beside a price."""
    if _PRICE.search(_without_dates(pair.left)):
        return True
    for line in reversed(lines[max(pair.line - HEADINGS, 0) : pair.line]):
        if line.page != pair.cell.page:
            break
        told = [c.text for c in line.chunks if c.x0 <= pair.cell.box[2] and c.x1 >= pair.cell.box[0] - NEAR] or [
            line.text
        ]
        if not any(ch.isdigit() for ch in line.text) and len(line.words) <= HEADING_WORDS:
            if any(is_decoy(plain(text)) or _REWARDS.search(plain(text)) for text in told):
                return True
            if len(line.chunks) < COLUMNS:  # the heads of its columns stand below the title of a table
                return False
    return False


def _below_parts(pairs: Sequence[Pair]) -> set[Pair]:
    """Labelled amounts -> those right below one whose label says which part of a plan it is: "payment 4 of 12", "left"."""
    return {
        pair
        for column in down(pairs)
        for above, pair in pairwise(column)
        if pair.line - above.line <= NEXT and _PART.search(above.left)
    }


def _head_in_grid(pair: Pair, lines: Sequence[Line]) -> str:
    """The text above an amount, as labels are compared, where the line above has one for each text of its line."""
    line, above = lines[pair.line], lines[max(pair.line - 1, 0)]
    if above.page != line.page or not COLUMNS <= len(line.chunks) == len(above.chunks):
        return ""
    own = (i for i, chunk in enumerate(line.chunks) if chunk.x0 <= pair.cell.box[0] < chunk.x1)
    return next((plain(above.chunks[i].text) for i in own), "")


def _below_another(pair: Pair, lines: Sequence[Line], number: str | None) -> bool:
    """Whether the text right above a labelled amount ends in the IBAN of an account other than its own."""
    above = lines[max(pair.line - UNDER, 0) : pair.line]
    over = [
        c.text for line in above if line.page == pair.cell.page for c in line.chunks if c.x0 < pair.cell.box[2] < c.x1
    ]
    told = [found[0] for text in over if (found := _IBAN.search(text))]
    own = re.sub(r"\W", "", number or "")
    return bool(own and told) and own not in re.sub(r"\W", "", told[-1]) and re.sub(r"\W", "", told[-1]) not in own


def _names_another(label: str, number: str | None) -> bool:
    """Whether a label prints the masked number of a card that is not that of the account."""
    cards = [card[0][-LAST:] for card in _CARD.finditer(label)]
    return number is not None and bool(cards) and not any(number.endswith(last) for last in cards)


def _told_by_number(
    pairs: Sequence[Pair], every: Sequence[Pair], lines: Sequence[Line], number: str | None
) -> Iterator[Pair]:
    """Labelled amounts of an account, of the document, its lines, the number of the account -> those below another
    number, of which an overview above tells them as well: what is owed on a loan, in the part that it has."""
    named: defaultdict[Decimal, list[tuple[int, str]]] = defaultdict(list)
    for pair in every:
        named[pair.amount.value] += ((pair.line, name) for name in _NAMED.findall(pair.near) if name != number)
    for pair in (pair for pair in pairs if pair.amount.value in named):
        first = max(pair.line - HEADINGS, 0)
        words = {word for line in lines[first : pair.line] for word in line.text.split()}
        if any(line < first and name in words for line, name in named[pair.amount.value]):
            yield pair


def _told_in_passing(pair: Pair, lines: Sequence[Line]) -> bool:
    """Whether an amount is one of the figures in a long text, as of a programme of rewards."""
    within = (c for c in lines[pair.line].chunks if c.x0 <= pair.cell.box[0] and pair.cell.box[2] <= c.x1)
    return any(len(chunk.words) > SENTENCE for chunk in within)


def beside_rows(pair: Pair) -> bool:
    """Whether a labelled amount is no row, and no figure that rows make."""
    return _OTHER.search(undated(pair.left if plain(pair.left) else pair.above)) is not None


def told_balance(label: str) -> bool:
    """Whether a printed label names a balance, not an average, a limit or what is available.

    >>> told_balance("Kontostand in EUR"), told_balance("Available balance")
    (True, False)
    """
    text = undated(label)
    return _HELD.search(text) is not None and not _OTHER.search(text)


def unread(outcome: Outcome, tables: Sequence[Table], account: int) -> Iterator[Issue]:
    """Interpretation, tables of the account -> an issue where a column is read as nothing, though most of its amounts
    are the balances after their rows: the others contradict the rows."""
    for cells in dropped(outcome, tables):
        strange = [entry for entry, held in cells if entry.amount.value != abs(held)]
        if strange:
            message = (
                f"{len(strange)} of {len(cells)} figures of a column, the first of them here, are no balances of the "
                f"account, though the others are: rows are misread, or stand in another order."
            )
            yield issue(IssueCode.BALANCE_MISMATCH, "error", message, account, strange[0].cell)


def _goes_on(row: Row, outcome: Outcome) -> bool:
    """Whether a line without a date has an amount and a balance and stands among the rows of an account, or goes on
    below them from its closing balance; a count of rows has no decimals."""
    beside = [p for _, p in outcome.rows if (p.row.page, p.row.block) == (row.page, row.block)]
    columns = _of_balances(row, outcome)
    held = [entry.amount.value for i, entry in row.entries.items() if i in columns]
    if not held or len(row.entries) < 2 or all(entry.loose for entry in row.entries.values()):
        return False
    if any(p.row.order > row.order for p in beside):
        return True
    closing = outcome.chain.closing or Decimal(0)
    amounts = [entry.amount.value for i, entry in row.entries.items() if i not in columns]
    return any(abs(closing + way) in held for amount in amounts for way in (amount, -amount))


def _of_balances(row: Row, outcome: Outcome) -> set[int]:
    """The columns that hold the balances of the rows of an account in the block of a line."""
    beside = (p for _, p in outcome.rows if (p.row.page, p.row.block) == (row.page, row.block))
    return {i for p in beside for i, entry in p.row.entries.items() if entry.cell == p.balance_cell}


def _leads_on(above: Row, below: Row, outcome: Outcome) -> bool:
    """Whether a line without a date goes on from the balance of such a line above it: it is a row, though the first of
    them contradicts the account."""
    columns = _of_balances(below, outcome)
    ends = [[e.amount.signed for i, e in row.entries.items() if i in columns] for row in (above, below)]
    moved = [entry.amount.value for i, entry in below.entries.items() if i not in columns]
    return any(b - a in (amount, -amount) for a in ends[0] for b in ends[1] for amount in moved if amount)


def _without_parts(strange: Sequence[Pair], pairs: Sequence[Pair], outcome: Outcome) -> list[Pair]:
    """Labelled amounts that are left over, all of them -> the former without what is held elsewhere and its sum with a
    balance of the account: savings of 150.00, and 8,446.59 in all beside a closing balance of 8,296.59."""
    ends = {abs(end) for end in (outcome.chain.opening, outcome.chain.closing) if end}
    values = {pair.amount.value for pair in pairs}
    told = {value for part in values for end in ends if part + end in values for value in (part, part + end)}
    return [pair for pair in strange if pair.amount.value not in told]


def _without_sides(strange: Sequence[Pair], outcome: Outcome) -> Sequence[Pair]:
    """Labelled amounts that are left over -> none, where they stand in one column and add up to all that came in, or
    went: what was spent at home, and abroad."""
    rising, falling, *_ = sums([posting for _, posting in outcome.rows])
    places = {(pair.cell.page, round(pair.cell.box[2] / ALIGNED)) for pair in strange}
    whole = sum(pair.amount.value for pair in strange)
    return [] if len(strange) > 1 and len(places) == 1 and whole in (rising, falling) else strange


def undated(label: str) -> str:
    """A printed label -> its plain form without the dates in it."""
    return plain(_without_dates(label))


def _without_dates(label: str) -> str:
    for _, start, end in reversed(dates.find(label)):
        label = label[:start] + " " + label[end:]
    return label


def _inside(cell: Cell, row: Cell) -> bool:
    """Whether an amount stands in a row of the same page."""
    middle = (cell.box[1] + cell.box[3]) / 2
    return row.box[1] <= middle <= row.box[3] and row.box[0] <= cell.box[0] and cell.box[2] <= row.box[2]


def _unused(outcome: Outcome, made: set[Decimal], account: int, listed: set[Cell]) -> Iterator[Issue]:
    """Lines that look like rows and are no rows of a proved account, unless they are headed as something else, `listed`
    elsewhere with a total of their own, or print balances of the account again."""
    notes = [p.row for p in outcome.postings if p.kind == "note"]
    rows = [*notes, *outcome.skipped]
    onward = {below.order for above, below in pairwise(rows) if _leads_on(above, below, outcome)}
    rows = [row for row in rows if row.posted or row.order in onward or _goes_on(row, outcome)]
    rows = [row for row in rows if not is_decoy(plain(row.section))]
    rows = [row for row in rows if not _runs_on(row, outcome) and not of_interest(_figures(row))]
    rows = [row for row in rows if not any(entry.cell in listed for entry in row.entries.values())]
    strange = [row for row in rows if _is_told(row) or any(e.amount.value not in made for e in _exact(row))]
    if not strange:
        return
    message = (
        f"{len(strange)} rows, the first of them here, are not needed to reach the balances of the account. If "
        f"they are its transactions, the statement does not add up; if they are not, confirm it."
    )
    yield issue(IssueCode.INCOMPLETE, "error", message, account, strange[0].cell)


def _runs_on(row: Row, outcome: Outcome) -> bool:
    """Whether the second date of a line lies months after its first one, and after those of all rows: the term of a
    plan or a loan. Rows that print no year are taken as of the last one."""
    if row.posted is None or row.valued is None or row.valued.date.year is None:
        return False
    begun = [row.posted.date, *(p.row.posted.date for _, p in outcome.rows if p.row.posted)]
    orders: tuple[Order, ...] = ("dmy", "mdy")
    return all(
        end - TERM > max(_month(one, order, row.valued.date.year) for one in begun)
        for order in orders
        if (end := _month(row.valued.date, order, row.valued.date.year))
    )


def _month(printed: PrintedDate, order: Order, year: int) -> int:
    """A printed date, how day and month are ordered, the year where it prints none -> the number of its month, counted
    through the years; 0 where it is no day."""
    day = printed.resolve(order)
    return (day[0] or year) * MONTHS + day[1] if day else 0


def _figures(row: Row) -> list[Decimal]:
    """The amounts of a row, those among its texts, and the whole numbers there."""
    words = f"{row.description} {row.texts.reference}".split()
    parsed = (amounts.parse(word, points[0]) for word in words if (points := amounts.points(word)))
    days = (Decimal(word) for word in words if word.isdecimal())
    held = (entry.amount.value for entry in row.entries.values())
    return [*held, *(found.value for found in parsed if found), *days]


def _is_told(row: Row) -> bool:
    """Whether a line without a date is a row of nothing beside its balance: it has a text of its own."""
    return row.posted is None and any(e.amount.value == 0 for e in _exact(row)) and has_letter(row.description)


def _exact(row: Row) -> list[Entry]:
    """The amounts of a row with all their decimals."""
    return [entry for entry in row.entries.values() if not entry.loose]
