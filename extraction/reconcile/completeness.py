"""What the rows make, labelled amounts beside them -> an issue for each that is left over, and explained by nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.model import Cell
from extraction.reconcile.assured import twice_proved
from extraction.reconcile.elsewhere import below_parts, told_by_number, told_elsewhere
from extraction.reconcile.explained import explained, listed, moving
from extraction.reconcile.figure_words import names_figure, names_held, names_owed, names_own, names_side, undated
from extraction.reconcile.figures import dropped, key_figures, running_sums, sums
from extraction.reconcile.ledger import Posting
from extraction.reconcile.outcome import Outcome
from extraction.reconcile.slips import meant
from extraction.reconcile.unused import unused
from extraction.reconcile.verdict import issue, money
from extraction.tables.pairs import ALIGNED, Pair, across, down
from extraction.tables.section_words import is_own_books
from extraction.tables.table import Table
from extraction.tables.vocabulary import balance_kind, is_billed, is_total, total_kind
from extraction.text.lines import Line
from extraction.text.normal import has_letter, plain
from schemas.result import Issue, IssueCode

BRIEF = 4
"""Digits of a figure that a slip may part from one of the rows where these are proved twice."""
_NUMBER_LABEL = re.compile(r"(?:nummer|number|num[eé]ro|n[uú]mero|\b(?:no|nr)\.?|n[°º]\.?)\W*$", re.IGNORECASE)
"""What stands before the number of an account as its label."""
NET, FEWEST_NET = 0.1, 3
"""So large a share of the figures of a column may be odd, of more it is another one's; beside fees one is among so many
that are not."""
ALIKE = 3
"""Totals whose labels begin with so many same words are of the same kind."""
LED = 3
"""A line that leads from one balance to another has more figures than these."""
PROSE = 12
"""A label of more words than this is running text."""


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
    others = {pair.cell for pair in told_by_number(pairs, every, lines, number)}
    yield from unused(outcome, made, account, listed(pairs, made, outcome) | others)
    yield from _beside_end(outcome, made, account)
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for _, posting in outcome.rows:
        rows[posting.row.page].append(posting.row.cell)
    for row in outcome.skipped:
        rows[row.page] += [row.cell] if is_own_books(plain(row.section)) else []
    pairs = [p for p in pairs if not any(_inside(p.cell, row) for row in rows[p.cell.page])]  # such as a time in a text
    named = _named(pairs, outcome, lines)
    key = key_figures(outcome)
    has = outcome.chain.closing is not None and outcome.chain.closing >= 0  # what is owed is of another account
    proved = [undated(named[pair.cell]) for pair in pairs if pair.amount.value in made]
    alike = {p.cell for p in pairs if any(_are_totals(undated(named[p.cell]), other) for other in proved)}
    strange: list[Pair] = []
    seen: set[tuple[str, Decimal]] = set()
    for pair in _unexplained(pairs, made, outcome):
        label, value = undated(named[pair.cell]), pair.amount.value
        if (label, value) in seen or len(label.split()) > PROSE or pair.cell in others:
            continue
        beside = number is not None and _prints(pair.left, number) and not _is_labelled(number, pair)
        slip = has_letter(label) and meant(value, key) is not None
        lent = has and not slip and names_owed(label)
        aside = lent or (told_elsewhere(pair, label, lines, number) and not (slip and is_billed(label)))
        if (beside or slip or pair.cell in alike or names_figure(label)) and not aside:
            seen.add((label, value))
            strange.append(pair)
    led = [pair for pair in _led_elsewhere(pairs, outcome) if pair not in strange]
    sure = twice_proved(outcome, pairs)
    for pair in _without_sides(_without_parts([*strange, *led], pairs, outcome), outcome):
        label, value = named[pair.cell].strip(), pair.amount.value
        message = f"{label!r} is printed as {money(value)}, which is neither a balance nor a sum of the rows"
        line = label if has_letter(pair.left) else f"{lines[pair.line].text} {label}"
        loose = pair.cell not in alike and _is_loose(line, meant(value, key, BRIEF), number)
        if sure and pair not in led and loose:
            message += ". They are proved twice without it: it belongs to something else, or is misprinted."
            yield issue(IssueCode.INCOMPLETE, "warning", message, account, pair.cell)
            continue
        message += ": a row may be missing or misread, or the figure belongs to something else."
        nearest = meant(value, key)
        if nearest is not None:
            message += f" One slip away is {money(nearest)}, which is one."
        yield issue(IssueCode.INCOMPLETE, "error", message, account, pair.cell)


def _are_totals(label: str, other: str) -> bool:
    """Whether two plain labels call figures a total in the same words: of what each of two holders of a card spent."""
    words, others = label.split(), other.split()
    return len(words) > ALIKE and is_total(label) and words[:ALIKE] == others[:ALIKE]


def _prints(text: str, number: str) -> bool:
    """Whether a text prints the number of an account, perhaps behind that of its branch or in its IBAN, and not within
    a longer one, such as that of a loan."""
    return re.search(rf"{re.escape(number)}(?!\w)", text) is not None


def _is_labelled(number: str, pair: Pair) -> bool:
    """Whether the number of the account left of an amount has a label of its own, and the amount another one; in an
    overview of accounts the balance stands behind the number, or the name of the account before it."""
    return not _prints(pair.near, number) and _NUMBER_LABEL.search(pair.left.partition(number)[0]) is not None


def _named(pairs: Sequence[Pair], outcome: Outcome, lines: Sequence[Line]) -> dict[Cell, str]:
    """Labelled amounts, the lines of the document -> what each is called: the text left of it, with the line that this
    goes on from, that of its line of totals, or the one above it."""
    summed = dict(_totals(outcome))
    return {p.cell: _begun(p, lines) if plain(p.left) else summed.get(p.cell, p.above) for p in pairs}


def _begun(pair: Pair, lines: Sequence[Line]) -> str:
    """A labelled amount, the lines of the document -> the text left of it, behind that of the line above where it goes
    on from there: "The average ledger" above "balance was"."""
    line, above = lines[pair.line], lines[max(pair.line - 1, 0)]
    if not pair.left[:1].islower() or above.page != line.page:
        return pair.left
    own = next((chunk for chunk in line.chunks if chunk.text.startswith(pair.left)), None)
    over = next((c for c in above.chunks if own and abs(c.x0 - own.x0) < ALIGNED), None)
    return f"{over.text} {pair.left}" if over and over.text[-1:] not in ".:" else pair.left


def _unexplained(pairs: Sequence[Pair], made: set[Decimal], outcome: Outcome) -> Iterator[Pair]:
    """Labelled amounts, figures that the rows make -> those that are none of them, and that no others explain."""
    known = {pair.amount.value for pair in explained(pairs, made, outcome)}  # a text may repeat one
    plans = {*below_parts(pairs), *_of_one(pairs)}
    postings = sorted((posting for _, posting in outcome.rows), key=lambda posting: posting.row.order)
    made = made | {p.amount.value for p in pairs if p.amount.value not in made and _is_sum_beside(p, postings)}
    yield from (p for p in pairs if p.amount.value not in made and p.amount.value not in known and p not in plans)


def _of_one(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Labelled amounts -> those called a total and nothing more, right below the one figure that they are the total of,
    which has a name of its own: all that is owed, of one loan."""
    for column in down(pairs):
        for above, pair in pairwise(column):
            own, label = plain(above.near), plain(pair.near)
            bare = len(label.split()) == 1 and is_total(label) and has_letter(own) and not is_total(own)
            if bare and pair.amount.value == above.amount.value and balance_kind(own) is None:
                yield pair


def _is_loose(label: str, nearest: Decimal | None, number: str | None) -> bool:
    """Whether a figure that no row makes holds back no account that is proved twice: its label names neither an end nor
    a side of the account, nor its number, nor a balance or total of nothing else, and it is none of its figures but for
    a slip."""
    text = undated(label)
    named = number is not None and _prints(label, number)
    ends = balance_kind(text) in ("opening", "closing") or total_kind(text) is not None or names_side(text)
    ends = ends or names_own(text)
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
                    f"{money(entry.amount.value)} is printed beside the closing balance, which is no sum of the rows: "
                    f"a row may be missing or misread."
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
        if led and abs(closing) not in values[1:] and names_held(plain(line[-1].left) or plain(line[-1].above)):
            yield line[-1]


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
    yield from _other_amounts(outcome, tables, account)


def _other_amounts(outcome: Outcome, tables: Sequence[Table], account: int) -> Iterator[Issue]:
    """An issue where a column is read as nothing, though nearly all its figures are the amounts of their rows, sign and
    all: those with the other sign contradict the rows, and beside a column of fees, of which they are the net, all
    others; elsewhere these may be in another currency."""
    moved = {posting.row.order: posting.amount for _, posting in outcome.rows}
    for table, roles in zip(tables, outcome.reading.roles, strict=True):
        for column in (i for i, role in enumerate(roles) if role == "other"):
            own = [(row.entries[column], moved.get(row.order)) for row in table.rows if column in row.entries]
            told = [(entry, amount) for entry, amount in own if amount is not None]
            turned = [entry for entry, amount in told if entry.amount.signed == -amount != 0]
            other = [entry for entry, amount in told if entry.amount.signed != amount]
            strange = other if "fee" in roles else turned
            same = sum(entry.amount.signed == amount for entry, amount in told)
            if not strange or len(told) - same > max(NET * len(told), "fee" in roles and same >= FEWEST_NET):
                continue
            message = (
                f"{len(strange)} of {len(told)} figures of a column, the first of them here, are not what their rows "
                f"move, as the others are: an amount or its sign is misread or misprinted."
            )
            code = IssueCode.SIGN_MISMATCH if strange[0] in turned else IssueCode.VALUE_MISMATCH
            yield issue(code, "error", message, account, strange[0].cell)


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


def _inside(cell: Cell, row: Cell) -> bool:
    """Whether an amount stands in a row of the same page."""
    middle = (cell.box[1] + cell.box[3]) / 2
    return row.box[1] <= middle <= row.box[3] and row.box[0] <= cell.box[0] and cell.box[2] <= row.box[2]
