"""How likely a value is right: what is counted, what is known of a value, and what stands in a result."""

from decimal import Decimal

import pytest

from extraction.confidence import rate
from extraction.confidence.rate import LEAST, WEIGHT, probability
from extraction.confidence.table import COUNTS
from schemas.result import ExtractionResult
from schemas.statement import Account
from tests.pages import parsed
from tests.unit.documents.test_brokerage import HELD, MOVED, read

TOP = "Example Bank\nAccount number: 12345678\nStatement period: 1 March 2024 to 31 March 2024\nAll amounts in EUR\n"
TABLE = """
Date | Details | Paid out | Paid in | Balance
02 Mar | Tea | 3.50 | | 96.50
03 Mar | Salary | | 9.00 | 105.50
04 Mar | Rent | 10.00 | | 95.50
"""
PROVED = f"{TOP}Opening balance | | | | 100.00\nClosing balance | | | | 95.50\n{TABLE}"


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[int, int]]:
    """Counts of the test's own in the place of the table."""
    found: dict[str, tuple[int, int]] = {}
    monkeypatch.setattr(rate, "COUNTS", found)
    rate._sums.cache_clear()
    probability.cache_clear()
    return found


@pytest.fixture(autouse=True)
def forgotten() -> object:
    yield
    rate._sums.cache_clear()
    probability.cache_clear()


def test_a_class_that_was_never_seen_is_as_good_as_the_coarser_one(counts: dict[str, tuple[int, int]]) -> None:
    counts |= {"amount/accepted/balances": (9000, 10000), "date/accepted": (0, 10)}
    seen = probability(("amount", "accepted", "balances"))
    assert probability(("amount", "accepted", "balances", "ocr")) == seen == pytest.approx(0.9, abs=0.01)
    assert probability(("amount", "other")) == pytest.approx(0.9, abs=0.01)


def test_with_nothing_counted_it_is_one_half(counts: dict[str, tuple[int, int]]) -> None:
    assert probability(("amount",)) == 0.5


def test_a_class_that_was_hardly_seen_leans_on_the_coarser_one(counts: dict[str, tuple[int, int]]) -> None:
    counts |= {"amount/a": (1000, 1000), "amount/b": (0, 1), "amount/c": (0, 100 * WEIGHT)}
    few, many = probability(("amount", "b")), probability(("amount", "c"))
    assert many < 0.05 < few < probability(("amount", "a"))


def test_nothing_is_sure(counts: dict[str, tuple[int, int]]) -> None:
    counts |= {"amount/a": (10**9, 10**9), "amount/b": (0, 10**9)}
    assert probability(("amount", "a")) == 1 - LEAST
    assert probability(("amount", "b")) == LEAST


@pytest.mark.parametrize("text", COUNTS)
def test_the_counts_are_counts(text: str) -> None:
    right, count = COUNTS[text]
    assert 0 <= right <= count and count > 0
    assert 0 < probability(tuple(text.split("/"))) < 1


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("amount/accepted/not_doubted/balances/text", "amount/contradicted/not_doubted/nothing/text"),
        ("amount/contradicted/not_doubted/balances/text", "amount/contradicted/not_doubted/nothing/text"),
        ("amount/accepted/not_doubted/sum/text", "amount/contradicted/not_doubted/first/text"),
        ("row/accepted/not_doubted/balances", "row/unproved/not_doubted/nothing"),
        ("date/accepted/not_doubted/in_order/inside/text", "date/contradicted/doubted/in_order/outside/text"),
        ("closing_balance/accepted/text/holds/holds", "closing_balance/contradicted/text/fails/fails"),
        ("holding/accepted/not_doubted/exact/whole", "holding/contradicted/doubted/fails/contradicted"),
        ("holding_value/accepted/not_doubted/whole/exact", "holding_value/contradicted/doubted/contradicted/fails"),
        ("institution/accepted/text/bank/words/short", "institution/accepted/text/brand/one_word/short"),
    ],
)
def test_what_is_proved_is_likelier_than_what_is_not(better: str, worse: str) -> None:
    assert probability(tuple(better.split("/"))) > probability(tuple(worse.split("/")))


def of(result: ExtractionResult) -> Account:
    (account,) = result.accounts
    return account


def test_every_value_of_a_result_says_how_likely_it_is() -> None:
    result = parsed(PROVED)
    account = of(result)
    assert set(result.fields) == {"institution"}
    assert set(account.fields) >= {"account_number", "currency", "period", "opening_balance", "closing_balance"}
    for row in account.transactions:
        assert set(row.fields) == {"date", "amount", "sign", "balance", "description"}
    places = [*result.fields.values(), *account.fields.values()]
    places += [place for row in account.transactions for place in (row.provenance, *row.fields.values())]
    assert all(place.confidence is not None and 0 < place.confidence < 1 for place in places)
    assert all(place.reader_confidence is None for place in places)


def test_every_value_of_a_holding_and_of_a_trade_says_how_likely_it_is() -> None:
    result = read(HELD, MOVED)
    account = of(result)
    assert [set(one.fields) for one in account.holdings] == [
        *[{"name", "identifier", "quantity", "unit_price", "value", "weight"}] * 3, {"name", "value", "weight"},
    ]  # fmt: skip
    first = account.holdings[0]
    assert (first.fields["name"].raw, first.fields["identifier"].raw) == (first.name, first.identifier)
    places = [place for one in account.holdings for place in (one.provenance, *one.fields.values())]
    trades = [row.trade for row in account.transactions if row.trade]
    assert {"quantity", "unit_price"} <= set(trades[0].fields)
    places += [place for trade in trades for place in trade.fields.values()]
    assert all(place.confidence is not None and 0 < place.confidence < 1 for place in places)


def test_a_holding_whose_product_fails_is_less_likely_than_the_others() -> None:
    held = of(read(HELD.replace("| 25.50 |", "| 26.50 |"), MOVED)).holdings
    wrong, right = (one.provenance.confidence for one in held[:2])
    assert wrong is not None and right is not None and wrong < right


def test_the_sign_stands_where_the_amount_does_and_the_description_is_its_text() -> None:
    row = of(parsed(PROVED)).transactions[0]
    assert row.fields["sign"].bbox == row.fields["amount"].bbox
    assert (row.fields["description"].raw, row.fields["description"].bbox) == ("Tea", row.provenance.bbox)


def test_a_row_is_no_likelier_than_its_amount_by_much() -> None:
    for row in of(parsed(PROVED)).transactions:
        whole, amount = row.provenance.confidence, row.fields["amount"].confidence
        assert whole is not None and amount is not None and whole <= amount + 0.001


def test_rows_that_nothing_proves_are_less_likely_than_proved_ones() -> None:
    unproved = of(parsed(f"{TOP}Date | Details | | | Amount\n02 Mar | Tea | | | -3.50\n03 Mar | Salary | | | 9.00"))
    good, bad = (account.transactions[0].fields["amount"].confidence for account in (of(parsed(PROVED)), unproved))
    assert good is not None and bad is not None and good > bad


def test_a_contradicted_balance_is_doubted() -> None:
    wrong = parsed(PROVED.replace("105.50", "150.05").replace("95.50\n\n", "95.50\n\n"))
    account = of(wrong)
    doubted = [row.fields["balance"].confidence for row in account.transactions]
    assert wrong.decision == "review" or wrong.repairs
    right = [row.fields["balance"].confidence for row in of(parsed(PROVED)).transactions]
    assert all(a is not None and b is not None and a <= b for a, b in zip(doubted, right, strict=True))


def test_each_statement_of_a_file_says_where_its_institution_stands() -> None:
    other = PROVED.replace("Example Bank", "Sample Savings Bank").replace("12345678", "87654321")
    result = parsed(f"{PROVED}\nPage 1 of 1", f"{other}\nPage 1 of 1")
    assert [account.institution for account in result.accounts] == ["Example Bank", "Sample Savings Bank"]
    assert [account.fields["institution"].page for account in result.accounts] == [1, 2]
    assert result.fields["institution"].page == 1
    rows = [row for account in result.accounts for row in account.transactions]
    assert len(rows) == 6 and all(row.provenance.confidence for row in rows)


def test_a_repair_says_how_likely_it_was_read_as_printed() -> None:
    result = parsed(PROVED.replace("| 105.50", "| 10.50"))
    (repair,) = result.repairs
    row = of(result).transactions[repair.row]
    assert row.balance == Decimal("10.50")
    assert repair.provenance.confidence == row.fields["balance"].confidence is not None


def test_a_rejected_document_says_only_what_concerns_the_whole() -> None:
    result = parsed("Example Bank\nDear customer,\nthank you for your letter.")
    assert (result.decision, result.accounts) == ("rejected", ())
    assert [place.confidence is not None for place in result.fields.values()] in ([], [True])
