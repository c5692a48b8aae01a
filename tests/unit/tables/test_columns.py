"""Where the columns of money and of dates stand."""

from extraction.tables.columns import column_of, money_columns
from extraction.tables.head import Header
from extraction.tables.header import headers
from extraction.tables.items import Item, items
from extraction.text.lines import Line
from tests.pages import lines

HEAD = "Date | Details | Paid out | Paid in | Balance"


def parted(text: str, stops: tuple[float, ...] = (40, 110, -360, -450, -540)) -> tuple[Header | None, list[list[Item]]]:
    """Text -> its head, and the items of the lines below it; of all lines where it has none."""
    found: list[Line] = lines(text, stops=stops)
    head = next(iter(headers(found)), None)
    return head, [items(line, ".") for line in found[head.last + 1 if head else 0 :]]


def test_columns_are_where_amounts_align_and_are_called_as_the_head_says() -> None:
    head, rows = parted(f"{HEAD}\n02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 1,000.00 | 1,096.50")
    assert [(c.role, c.x1) for c in money_columns(rows, head)] == [("debit", 360), ("credit", 450), ("balance", 540)]


def test_a_named_column_without_amounts_is_a_column() -> None:
    head, rows = parted(f"{HEAD}\n02 Mar | Tea | 3.50 | | 96.50")
    assert [c.role for c in money_columns(rows, head)] == ["debit", "credit", "balance"]


def test_without_a_head_columns_have_no_names() -> None:
    head, rows = parted("02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 1,000.00 | 1,096.50")
    assert head is None
    assert [(c.role, c.x1) for c in money_columns(rows, head)] == [(None, 360), (None, 450), (None, 540)]


def test_without_a_head_a_stray_amount_makes_no_column() -> None:
    rows = "\n".join(f"{day:02d} Mar | Tea | 3.50 | | 96.50" for day in range(1, 25))
    head, found = parted(f"{rows}\n25 Mar | Tea | 3.50 | 1.00 | 96.50")
    assert [c.x1 for c in money_columns(found, head)] == [360, 540]


def test_amounts_that_align_left_are_one_column() -> None:
    rows = "02 Mar | Tea | 3.50\n03 Mar | Wage | 1,000.00\n04 Mar | Rent | 250.00"
    head, found = parted(f"Date | Details | Amount\n{rows}", (40, 110, 300))
    assert [c.role for c in money_columns(found, head)] == ["amount"]


def test_amounts_under_a_head_of_text_are_no_column() -> None:
    head, rows = parted("Date | Details | Paid out\n02 Mar | 3.50 | 4.50", (40, 110, -360))
    assert [c.role for c in money_columns(rows, head)] == ["debit"]


def test_an_amount_belongs_to_the_column_it_overlaps() -> None:
    head, rows = parted(f"{HEAD}\n02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 1,000.00 | 1,096.50")
    columns = money_columns(rows, head)
    assert [column_of(item, columns) for row in rows for item in row if item.amount] == [0, 2, 1, 2]
    _, ((far,),) = parted("5.00", (-250,))
    assert column_of(far, columns) is None


def test_an_amount_without_decimals_holds_its_column_where_only_another_table_has_decimals() -> None:
    text = "Date | Details | Paid out | | Paid in | Balance\n02 Mar | Tea | 20 | | | 96.50\n | | | 96.50"
    head, rows = parted(text, stops=(40, 110, -360, -390, -450, -540))
    assert next((c.role, c.x1) for c in money_columns(rows, head)) == ("debit", 360)


def test_a_column_of_a_box_below_the_rows_takes_no_name_of_theirs() -> None:
    """As many columns as names, but one is of the box: the amounts of the rows stand nearest to "Paid in"."""
    text = """
Date | Details | | Paid in | Paid out | Balance
02 Mar | Tea | | 3.50 | | 96.50
03 Mar | Milk | | 2.50 | | 99.00
Fees this period
Overdraft | | 0.00 | 38.46
"""
    head, rows = parted(text, stops=(40, 110, -300, -420, -470, -540))
    told = [(column.role, column.x1) for column in money_columns(rows, head) if column.x1 in (420, 540)]
    assert told == [("credit", 420), ("balance", 540)]
