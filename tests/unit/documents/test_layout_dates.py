"""Where tables print their dates: whole statements made by hand, which have to be read and proved."""

import pytest

from tests.pages import codes, parsed, told
from tests.unit.documents.test_statement import ENDS, HEAD, PROVED, ROWS, TOP, accepted

LINES = ["Tea | 3.50 | | 96.50", "Wage | | 9.00 | 105.50", "Rent | 10.00 | | 95.50"]


def days(text: str, stops: tuple[float, ...] = (40, 110, -360, -450, -540)) -> list[tuple[str, str]]:
    """Text -> posted and value dates of the rows; the document has to be accepted."""
    result = parsed(text, stops=stops)
    assert (result.decision, codes(result)) == ("accepted", [])
    return [(str(t.date), str(t.value_date)) for t in result.accounts[0].transactions]


def test_days_below_the_name_of_a_month() -> None:
    rows = "\n".join(f"{day} | {line}" for day, line in zip(("2", "03", "4."), LINES, strict=True))
    assert accepted(f"{TOP}{ENDS}\nMarch 2024\n{rows}", stops=(40, 110, -360, -450, -540)) == [PROVED]


def test_two_dates_in_one_cell() -> None:
    rows = "\n".join(f"{day}.03./01.03. | {line}" for day, line in zip(("02", "03", "04"), LINES, strict=True))
    text = f"{TOP}{ENDS}\nBuchung/Wert | Vorgang | Soll | Haben | Saldo\n{rows}"
    assert days(text) == [(f"2024-03-0{day}", "2024-03-01") for day in (2, 3, 4)]


def test_the_only_column_of_dates_is_that_of_value_dates_where_headings_print_the_days() -> None:
    text = f"""{TOP}{ENDS}
Details | Value date | Paid out | Paid in | Balance
Booking date: 02.03.2024
Tea | 01.03. | 3.50 | | 96.50
Booking date: 03.03.2024
Wage | 03.03. | | 9.00 | 105.50
Booking date: 04.03.2024
Rent | 02.03. | 10.00 | | 95.50
"""
    assert days(text, (40, 200, -360, -450, -540)) == [
        ("2024-03-02", "2024-03-01"),
        ("2024-03-03", "2024-03-03"),
        ("2024-03-04", "2024-03-02"),
    ]


def test_a_column_of_dates_that_is_called_otherwise() -> None:
    """ "Opération" heads the days of posting: nothing but dates stands below it."""
    rows = "\n".join(f"0{day}/03/2024 | 01/03/2024 | {line}" for day, line in enumerate(LINES, 2))
    text = f"{TOP}{ENDS}\nOpération | Valeur | Libellé | Débit | Crédit | Solde\n{rows}"
    assert days(text, (40, 110, 190, -360, -450, -540)) == [(f"2024-03-0{day}", "2024-03-01") for day in (2, 3, 4)]


def test_value_dates_in_parentheses_below_the_rows() -> None:
    rows = "\n".join(f"0{day}-03 | {line}\n(01-03) | Ref 12345 |" for day, line in enumerate(LINES, 2))
    text = f"{TOP}{ENDS}\nDate | Details | Paid out | Paid in | Balance\n(value date)\n{rows}"
    result = parsed(text)
    assert (result.decision, told(result.accounts[0])) == ("accepted", PROVED)
    assert [t.description for t in result.accounts[0].transactions] == [
        "Tea Ref 12345",
        "Wage Ref 12345",
        "Rent Ref 12345",
    ]


def test_the_year_is_that_of_the_dates_printed_beside_the_table() -> None:
    top = TOP.replace("Statement period: 1 March 2024 to 31 March 2024", "Printed 5 April 2024")
    assert accepted(f"{top}{ENDS}\n{HEAD}\n{ROWS}") == [PROVED]
    far = parsed(f"{top}Member since 1 May 2009\n{ENDS}\n{HEAD}\n{ROWS}")
    assert (far.decision, "date_undecided" in codes(far)) == ("review", True)


@pytest.mark.parametrize(
    ("period", "rows"),
    [
        ("01/03/2567 to 31/03/2567", ("02/03/2567", "03/03/2567", "04/03/2567")),
        ("01/03/2567 to 31/03/2567", ("02/03/67", "03/03/67", "04/03/67")),
    ],
)
def test_years_of_the_buddhist_era(period: str, rows: tuple[str, ...]) -> None:
    top = TOP.replace("EUR", "THB").replace("1 March 2024 to 31 March 2024", period)
    lines = "\n".join(f"{day} | {line}" for day, line in zip(rows, LINES, strict=True))
    assert accepted(f"{top}{ENDS}\n{HEAD}\n{lines}") == [PROVED]


def test_six_digits_begin_with_the_year_where_all_of_them_can() -> None:
    lines = "\n".join(f"24030{day} | {line}" for day, line in enumerate(LINES, 2))
    assert accepted(f"{TOP}{ENDS}\n{HEAD}\n{lines}") == [PROVED]


def test_dates_that_touch_each_other_and_the_text() -> None:
    rows = "\n".join(f"0{day}/03/2401/03/24{line.replace(' | ', ' | | | ', 1)}" for day, line in enumerate(LINES, 2))
    text = f"{TOP}{ENDS}\nDate | Value date | Details | Paid out | Paid in | Balance\n{rows}"
    found = days(text, (40, 80, 120, -360, -450, -540))
    assert [posted for posted, _ in found] == [day for day, _, _ in PROVED]


def test_a_charge_of_the_period_that_prints_no_date_is_posted_on_its_last_day() -> None:
    text = f"""{TOP.replace("Account statement", "Credit card statement")}
Previous balance | | | | 50.00
New balance | | | | 58.00

Date | Details | | | Amount
Purchases
02 Mar | Tea | | | 3.50
Total purchases | | | | 3.50
Interest charged
 | Interest on purchases | | | 4.50
Total interest | | | | 4.50
"""
    result = parsed(text)
    assert (result.decision, [str(issue.code) for issue in result.issues]) == ("accepted", ["date_assumed"])
    assert [(str(t.date), str(t.amount)) for t in result.accounts[0].transactions] == [
        ("2024-03-02", "-3.50"),
        ("2024-03-31", "-4.50"),
    ]


TWO_DATES = """
Example Bank
Credit card statement
Card number: XXXX XXXX XXXX 1234
Statement period: 1 March 2024 to 31 March 2024
All amounts in EUR
Credit limit | | | | 5,000.00
Minimum payment due | | | | 25.00
Previous balance | | | | 50.00
New balance | | | | 49.00
{}
02.03. | 03.03. | Tea | | 3.50
04.03. | 05.03. | Bread | | 4.50
06.03. | 07.03. | PAYMENT, THANK YOU | | -9.00
"""


@pytest.mark.parametrize(
    ("head", "first"),
    [
        ("Transaction date | Posting date | Details | | Amount", "2024-03-03"),
        ("Date opération | Date décompte | Détail | | Montant", "2024-03-03"),
        ("Fecha operación | Fecha aplicación | Concepto | | Importe", "2024-03-03"),
        ("Posting date | Transaction date | Details | | Amount", "2024-03-02"),
    ],
)
def test_the_head_tells_which_date_of_a_card_is_that_of_posting(head: str, first: str) -> None:
    result = parsed(TWO_DATES.format(head), stops=(40, 160, 280, -380, -540))
    assert result.decision == "accepted"
    assert str(result.accounts[0].transactions[0].date) == first


@pytest.mark.parametrize("head", ["", "Date | Date | Details | | Amount"])
def test_of_two_dates_of_a_card_that_no_head_tells_apart_the_later_one_is_that_of_posting(head: str) -> None:
    rows = TWO_DATES.format(head)
    turned = rows.replace("02.03. | 03.03.", "03.03. | 02.03.")
    first, second, third = ("2024-03-03", "2024-03-02"), ("2024-03-05", "2024-03-04"), ("2024-03-07", "2024-03-06")
    assert days(rows, (40, 160, 280, -380, -540)) == [first, second, third]
    result = parsed(turned, stops=(40, 160, 280, -380, -540))
    assert result.decision == "review"
    assert [(issue.code, issue.row) for issue in result.issues] == [("date_undecided", 2)]


def test_a_labelled_date_below_a_dated_row_is_not_the_day_of_those_after_it() -> None:
    first, second, third = LINES
    text = f"{TOP}{ENDS}\n{HEAD}\n02 Mar | {first}\n | Purchase date 01.03.2024\n | {second}\n04 Mar | {third}"
    result = parsed(text)
    assert result.decision == "accepted"
    assert [day for day, _, _ in told(result.accounts[0])] == ["2024-03-02", "2024-03-02", "2024-03-04"]


HUNGARIAN = """
Példa Bank Nyrt.
Bankszámlakivonat
Számlaszám: 11773449-04418820
Időszak: 2024.03.01 - 2024.03.31
Devizanem: HUF
Nyitó egyenleg | | | | 284.120

Könyvelés | Megnevezés | | Terhelés/jóváírás | Egyenleg
2024.03.02 | Azonnali átutalás | | -88.163 | 195.957
2024.03.03 | Azonnali átutalás jóváírása | | 38.444 | 234.401
Záró egyenleg | | | | 234.401
"""
GREEK = """
Παράδειγμα Τράπεζα Α.Ε.
Αντίγραφο κίνησης λογαριασμού
Αριθμός λογαριασμού: 104/447719-33
Περίοδος: 01/03/2024 - 31/03/2024

Ημερομηνία | Αιτιολογία | Χρέωση | Πίστωση | Υπόλοιπο
 | Υπόλοιπο εκ μεταφοράς | | | 1.940,28
03/03/2024 | Πάγια εντολή | 238,18 | | 1.702,10
14/03/2024 | Μισθοδοσία | | 1.115,93 | 2.818,03
 | Νέο υπόλοιπο | | | 2.818,03
"""


@pytest.mark.parametrize(
    ("text", "currency", "amounts"),
    [(HUNGARIAN, "HUF", ["-88163", "38444"]), (GREEK, "EUR", ["-238.18", "1115.93"])],
    ids=["Hungarian", "Greek"],
)
def test_statements_in_hungarian_and_greek(text: str, currency: str, amounts: list[str]) -> None:
    result = parsed(text)
    assert (result.decision, codes(result)) == ("accepted", [])
    (account,) = result.accounts
    assert (account.currency, [str(row.amount) for row in account.transactions]) == (currency, amounts)
    assert account.opening_balance is not None


def test_rows_below_the_heading_of_a_day_begin_where_it_does() -> None:
    """Most rows print no date: none of them has text where a date belongs."""
    rows = "02 March 2024\nTea | 3.50 | | 96.50\n03 March 2024\nWage | | 9.00 | 105.50\nRent | 10.00 | | 95.50"
    (found,) = accepted(f"{TOP}{ENDS}\nDetails | Paid out | Paid in | Balance\n{rows}", stops=(40, -360, -450, -540))
    assert [row[0] for row in found] == ["2024-03-02", "2024-03-03", "2024-03-03"]


def test_an_amount_beside_the_second_date_of_a_row_is_text_of_it() -> None:
    rows = """
02-03 | Tea | | | -3.50
(01-03) | At the market
03-03 | Basic package | | | 9.00
(03-03) | Fee E 1.95
04-03 | Rent | | | -10.00
(04-03) | Of March
"""
    text = f"{TOP}{ENDS}\nDate | Details | | | Amount{rows}".replace("Fee E 1.95", "Fee E | 1.95")
    result = parsed(text, stops=(40, 110, 220, -450, -540))
    assert (result.decision, len(result.accounts[0].transactions)) == ("accepted", 3)


def test_a_date_that_begins_a_text_is_none_of_the_column() -> None:
    """Below a purchase abroad stand the day on which it was changed, and the rate."""
    rows = """
02 Mar | Cafe do Rio | | | -3.50
 | 03/04 EURO
 | 3.10 X 1.12903 (EXCH RATE)
03 Mar | Wage | | | 9.00
04 Mar | Rent | | | -10.00
"""
    text = f"{TOP}{ENDS}\nDate | | Merchant name or transaction description | | Amount{rows}"
    result = parsed(text, stops=(40, 110, 200, -450, -540))
    assert result.decision == "accepted"
    assert result.accounts[0].transactions[0].description == "Cafe do Rio 03/04 EURO 3.10 X 1.12903 (EXCH RATE)"


def test_an_amount_far_below_a_dated_line_is_not_its_own() -> None:
    """A payment that is due later prints its amount where no column is; a slip further down has one in the column."""
    text = f"""{TOP}{ENDS}
{HEAD}
{ROWS}

Coming up
16 Apr | Water 655.42



Minimum payment | | | | 0.00
"""
    assert [len(rows) for rows in accepted(text)] == [3]


def test_second_dates_below_the_rows_are_value_dates_though_totals_follow() -> None:
    """The totals below are as many as a quarter of the lines with amounts."""
    rows = "".join(
        f"0{i} Mar 2024 | Tea {i} | 1.00 | | {100 - i}.00\n(0{i} Mar 2024) | at the market\n" for i in range(1, 5)
    )
    text = (
        f"{TOP}Opening balance | | | | 100.00\n\n{HEAD}\n{rows}\nTotal paid out | | 4.00\nClosing balance | | | | 96.00"
    )
    result = parsed(text, stops=(40, 130, -360, -450, -540))
    assert (result.decision, codes(result)) == ("accepted", [])
    told_ = [(t.description, str(t.value_date)) for t in result.accounts[0].transactions]
    assert told_ == [(f"Tea {i} at the market", f"2024-03-0{i}") for i in range(1, 5)]


MARCH, CYCLE = "1 March 2024 to 31 March 2024", "15 February 2024 to 14 March 2024"


def numbered(numbers: str, period: str = MARCH, head: str = "Día") -> str:
    """Numbers below a head of dates, the period -> the statement with rows that print them alone."""
    rows = "\n".join(f"{number} | {line}" for number, line in zip(numbers.split(), LINES, strict=True))
    return f"{TOP.replace(MARCH, period)}{ENDS}\n{head} | Concepto | Cargos | Abonos | Saldo\n{rows}"


@pytest.mark.parametrize(
    ("numbers", "period", "expected"),
    [
        ("2 03 4", MARCH, ["2024-03-02", "2024-03-03", "2024-03-04"]),
        ("28 03 04", CYCLE, ["2024-02-28", "2024-03-03", "2024-03-04"]),
    ],
    ids=["of a month", "of two months"],
)
def test_days_alone_are_those_of_the_period(numbers: str, period: str, expected: list[str]) -> None:
    assert [day for day, _ in days(numbered(numbers, period))] == expected


@pytest.mark.parametrize(
    ("numbers", "period", "head"),
    [
        ("02 03 45", MARCH, "Día"),
        ("02 03 03", MARCH, "Día"),
        ("03 28 04", CYCLE, "Día"),
        ("28 01 02", "28 February 2024 to 29 March 2024", "Día"),
        ("02 03 04", "1 February 2024 to 31 March 2024", "Día"),
        ("02 03 04", f"{MARCH}\nInterest period: 1 February 2024 to 29 February 2024", "Día"),
        ("02 03 04", f"{MARCH}\nInterest period: 3 February 2024 to 2 March 2024", "Día"),
        ("02 03 04", MARCH, "Purchase date"),
    ],
    ids=[
        "no day",
        "hardly a day",
        "in no order",
        "a day twice",
        "a longer period",
        "two periods",
        "two that touch",
        "of purchases",
    ],
)
def test_numbers_that_may_be_other_days_are_none(numbers: str, period: str, head: str) -> None:
    assert parsed(numbered(numbers, period, head)).decision == "review"


@pytest.mark.parametrize(("valued", "day"), [("07-01-2024", "2024-01-06"), ("06-01-2025", "2025-01-06")])
def test_a_row_without_a_year_is_of_that_of_its_value_date(valued: str, day: str) -> None:
    """The statement is of a year, and made some days later: both years have such a day near it."""
    head = "Example Bank\nAccount statement\nAccount number: 12345678\nAll amounts in EUR\n"
    ends = "Previous balance at 31-12-2023 | | | 100.00\n{}\nNew balance at 31-12-2024 | | | 95.00"
    rows = f"06-01 | Tea | {valued} | 3.00-\n20-06 | Cake | 20-06-2024 | 2.00-"
    text = f"{head}\nDate | Details | Value date | Amount\n{ends.format(rows)}"
    account = parsed(text, stops=(40, 110, 300, -540)).accounts[0]
    assert str(account.transactions[0].date) == day


@pytest.mark.parametrize(
    ("carried", "day"),
    [
        ("04 Mar | Balance forward", "2024-03-04"),
        ("03 Mar | Balance forward", "2024-03-03"),
        ("Balance forward", "2024-03-03"),
        ("31 Mar | Balance forward", "2024-03-03"),  # that of the statement
        ("01 Mar | Balance forward", "2024-03-03"),
    ],
)
def test_a_balance_carried_to_a_page_heads_the_rows_of_its_day(carried: str, day: str) -> None:
    first = f"{TOP}{ENDS}\n{HEAD}\n01 Mar | Opening balance | | | 100.00\n02 Mar | Tea | 3.50 | | 96.50"
    first += "\n03 Mar | Wage | | 9.00 | 105.50"
    line = carried if "|" in carried else f" | {carried}"
    second = f"{HEAD}\n{line} | | | 105.50\n | Cake | 7.00 | | 98.50\n05 Mar | Rent | 3.00 | | 95.50"
    (account,) = parsed(first, second).accounts
    assert [str(t.date) for t in account.transactions] == ["2024-03-02", "2024-03-03", day, "2024-03-05"]


@pytest.mark.parametrize(
    ("fourth", "fifth", "decision"), [("04 Mar", "05 Mar", "accepted"), ("08 Mar", "09 Mar", "review")]
)
def test_value_dates_alone_that_run_away_from_the_day_above_show_that_days_are_lost(
    fourth: str, fifth: str, decision: str
) -> None:
    rows = "02 Mar | 02 Mar | Tea | 1.00 | 99.00\n03 Mar | 03 Mar | Tea | 1.00 | 98.00"
    rows += (
        f"\n04 Mar | 05 Mar | Tea | 1.00 | 97.00\n | {fourth} | Cake | 1.00 | 96.00\n | {fifth} | Pie | 0.50 | 95.50"
    )
    result = parsed(
        f"{TOP}{ENDS}\nDate | Value date | Details | Paid out | Balance\n{rows}", stops=(40, 100, 180, -450, -540)
    )
    assert (result.decision, set(codes(result))) == (decision, {"date_undecided"} if decision == "review" else set())


def test_a_date_above_its_value_date_stands_beside_texts_whose_head_speaks_of_bookings() -> None:
    rows = "".join(
        f"0{n}.12.2024 | Kartenzahlung Laden {n} | -1,00\n0{n}.12.2024 | Kauf {n}\n | Beleg {n}\n" for n in range(2, 6)
    )
    head = "Buchung | Buchung / Verwendungszweck | Betrag (EUR)\nValuta"
    top = "Beispielbank\nKontoauszug Dezember 2024\nKontonummer 12345678\n | Alter Saldo | 10,00"
    result = parsed(f"{top}\n\n{head}\n{rows} | Neuer Saldo | 6,00", stops=(40, 140, -540))
    assert [(t.description, str(t.date), str(t.value_date)) for t in result.accounts[0].transactions] == [
        (f"Kartenzahlung Laden {n} Kauf {n} Beleg {n}", f"2024-12-0{n}", f"2024-12-0{n}") for n in range(2, 6)
    ]
