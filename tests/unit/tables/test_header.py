"""Heads of transaction tables: which line is one, and what its columns are called."""

from dataclasses import replace

import pytest

from extraction.tables.head import Header, territory
from extraction.tables.header import headers
from extraction.tables.notes import notes_first
from extraction.text.lines import lines as text_lines
from tests.pages import lines, page

WIDE = (40, 110, -360, -450, -540)


def heads(*texts: str, stops: tuple[float, ...] = WIDE) -> list[Header]:
    return headers(lines(*texts, stops=stops))


def cells(head: Header) -> list[tuple[str, str]]:
    return [(cell.text, cell.role) for cell in head.cells]


def test_a_line_of_column_names_is_a_head() -> None:
    (head,) = heads("Account statement\n\nDate | Details | Paid out | Paid in | Balance\n02 Mar | Tea | 1.00 | | 9.00")
    assert head.roles == ("date", "description", "debit", "credit", "balance")
    assert head.transactions
    assert (head.page, head.first, head.last) == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Buchung | Vorgang | Soll | Haben | Saldo", ("date", "description", "debit", "credit", "balance")),
        ("Date | Libellé | Débit | Crédit | Solde", ("date", "description", "debit", "credit", "balance")),
        ("Fecha | Concepto | Cargos | Abonos | Saldo", ("date", "description", "debit", "credit", "balance")),
        ("Data | Descrizione | Uscite | Entrate | Saldo", ("date", "description", "debit", "credit", "balance")),
        ("Datum | Omschrijving | Af | Bij | Saldo", ("date", "description", "debit", "credit", "balance")),
        ("Data | Descritivo | Débitos | Créditos | Saldo", ("date", "description", "debit", "credit", "balance")),
        ("Date | Description | | Amount | Running Balance", ("date", "description", "amount", "balance")),
    ],
)
def test_columns_are_named_in_seven_languages(text: str, roles: tuple[str, ...]) -> None:
    (head,) = heads(text)
    assert head.roles == roles


def test_a_head_that_is_wrapped_is_one_head() -> None:
    (head,) = heads("Posting | Transaction | Paid | Paid | Account\nDate | Details | out | in | Balance")
    assert cells(head) == [
        ("Posting Date", "date"),
        ("Transaction Details", "description"),
        ("Paid out", "debit"),
        ("Paid in", "credit"),
        ("Account Balance", "balance"),
    ]
    assert (head.first, head.last) == (0, 1)


def test_names_that_touch_each_other_are_parted() -> None:
    """Where the columns are narrow, "Paid out Paid in Balance" is one run of words."""
    (head,) = heads("Date | Details | Paid out Paid in Balance", stops=(40, 110, -540))
    assert head.roles == ("date", "description", "debit", "credit", "balance")
    assert [cell.text for cell in head.cells[2:]] == ["Paid out", "Paid in", "Balance"]


def test_a_name_reaches_over_the_marks_behind_it_where_names_touch() -> None:
    """Amounts that end below the marks stand below their own name."""
    (head,) = heads("Date | Details | Withdrawal (-) ($) Deposit (+) ($) | Balance", stops=(40, 110, -450, -540))
    assert [cell.text for cell in head.cells[2:]] == ["Withdrawal (-) ($)", "Deposit (+) ($)", "Balance"]


def test_a_name_of_two_lines_is_set_beside_those_of_one() -> None:
    """Its lines stand half a line above and below the others."""
    one = page(" | | Originating\nDate | Details | | Amount\n | | Branch", stops=(40, 110, 300, -540))
    shifts = {"Originating": 7.0, "Branch": -7.0}
    words = tuple(replace(w, top=w.top + s, bottom=w.bottom + s) for w in one.words for s in [shifts.get(w.text, 0.0)])
    (head,) = headers(list(text_lines(replace(one, words=words))))
    assert [cell.text for cell in head.cells] == ["Date", "Details", "Originating Branch", "Amount"]


def test_the_title_of_a_box_that_lists_what_columns_are_called_names_none() -> None:
    stops = (40, 110, -360, -450, 480)
    (head,) = heads("Date | Details | Paid out | Balance | Interest, Rates and Fees", stops=stops)
    assert cells(head)[-2:] == [("Balance", "balance"), ("Interest, Rates and Fees", "other")]


def test_two_words_of_one_name_are_one_column() -> None:
    (head,) = heads("Date | Details | Debit Amount | Credit Amount | Balance")
    assert head.roles == ("date", "description", "debit", "credit", "balance")


def test_an_amount_above_debits_and_credits_is_no_column_of_its_own() -> None:
    (head,) = heads(" | | Amount | |\nDate | Details | Debit | Credit | Balance", stops=(40, 110, -405, -450, -540))
    assert head.roles == ("date", "description", "debit", "credit", "balance")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Date | Details | | Value | Balance", "amount"),
        ("Date | Value | Debit | Credit | Balance", "value_date"),
        ("Datum | Wert | Soll | Haben | Saldo", "value_date"),
        ("Data | Descrição | | Valor | Saldo", "amount"),
    ],
)
def test_value_is_the_amount_or_the_second_date_as_the_other_columns_leave_it(text: str, role: str) -> None:
    (head,) = heads(text)
    assert next(cell.role for cell in head.cells if cell.text in ("Value", "Wert", "Valor")) == role


def test_the_heading_of_a_section_below_a_head_is_not_taken_in() -> None:
    (head,) = heads("Date | Details | | | Amount\nDeposits and other credits\n02 Mar | Salary | | | 100.00")
    assert (head.first, head.last) == (0, 0)
    assert head.roles == ("date", "description", "amount")


@pytest.mark.parametrize(
    "text",
    [
        "02 Mar | Balance | 1.00 | 2.00 | 3.00",
        "Opening balance | | | | 100.00",
        "Please check that the dates and amounts shown on this statement are right and tell us about any error",
        "Example Bank\nYour account",
        "Name | Street | City | Country | Telephone",
    ],
)
def test_a_row_a_sentence_and_an_address_are_no_heads(text: str) -> None:
    assert heads(text) == []


def test_a_table_of_balances_is_a_head_but_not_of_transactions() -> None:
    (head,) = heads("Date | | | | Balance")
    assert not head.transactions


def test_a_head_on_each_page_is_found_on_each() -> None:
    text = "Date | Details | Paid out | Paid in | Balance\n02 Mar | Tea | 1.00 | | 9.00"
    assert [(head.page, head.first) for head in heads(text, text)] == [(1, 0), (2, 2)]


def test_a_head_that_is_repeated_in_part_has_the_names_of_the_whole_one() -> None:
    first, again = heads(
        "Date | Details | Debit amount | Credit amount | Balance\n02 Mar | Tea | 1.00 | | 9.00",
        "Date | Details | Amount | Amount | Balance\n03 Mar | Tea | 1.00 | | 8.00",
    )
    assert again.roles == first.roles == ("date", "description", "debit", "credit", "balance")


def test_an_amount_stands_under_the_head_it_overlaps_or_the_nearest() -> None:
    (head,) = heads("Date | Details | Paid out | Paid in | Balance")
    assert territory(head, 330, 360).role == "debit"
    assert territory(head, 425, 450).role == "credit"
    assert territory(head, 545, 580).role == "balance"


def test_a_sentence_that_names_columns_is_no_head() -> None:
    assert (
        heads("Please check the date, the amount and the balance of all your transactions and tell us any error") == []
    )


def test_details_of_payment_is_one_column() -> None:
    (head,) = heads("Date | Details of payment | Paid out | Paid in | Balance")
    assert head.roles == ("date", "description", "debit", "credit", "balance")


def test_of_two_values_the_left_one_is_a_date_and_the_right_one_the_amount() -> None:
    (head,) = heads(
        " | | | Value\nBooked | Value | Details | (GBP)\n02/03/24 | 03/03/24 | Tea | 1.00", stops=(40, 110, 180, -540)
    )
    assert head.roles == ("date", "value_date", "description", "amount")


def test_a_head_of_two_lines_is_read_whole_where_that_completes_its_names() -> None:
    (head,) = heads(
        "Trans | Post | | | Original\nDate | Date | Serial | Details | amount | Value",
        stops=(40, 90, 140, 200, -460, -540),
    )
    assert cells(head) == [
        ("Trans Date", "date"),
        ("Post Date", "date"),
        ("Serial", "reference"),
        ("Details", "description"),
        ("Original amount", "other"),
        ("Value", "amount"),
    ]


def test_values_of_two_tables_side_by_side_are_amounts() -> None:
    (head,) = heads("Date | Details | Value | Date | Details | Value", stops=(40, 90, -280, 300, 350, -540))
    assert [cell.role for cell in head.cells if cell.text == "Value"] == ["amount", "amount"]


def test_the_title_of_a_box_right_of_the_amounts_is_no_column() -> None:
    (head,) = heads("Date | Details | Amount | Payments & interest rates", stops=(40, 90, -280, 320))
    assert head.roles == ("date", "description", "amount")
    assert head.right < 320


def test_a_summary_from_balance_to_balance_is_no_table_of_transactions() -> None:
    (head,) = heads(
        "Previous balance | Payments | Purchases | New transactions | New balance", stops=(40, 140, 220, 300, 420)
    )
    assert not head.transactions


def test_a_name_over_two_columns_is_that_of_both() -> None:
    top = " | Date | | | | | Balance"
    names = "Oper | | Liq | Details | Paid out | Paid in | | Ledger | Available"
    (head,) = heads(f"{top}\n{names}", stops=(40, 72, 100, 160, -330, -400, 465, 430, 500))
    assert cells(head) == [
        ("Date Oper", "date"),
        ("Date Liq", "date"),
        ("Details", "description"),
        ("Paid out", "debit"),
        ("Paid in", "credit"),
        ("Balance Ledger", "balance"),
        ("Balance Available", "balance"),
    ]


def test_the_title_of_a_table_is_no_part_of_its_head() -> None:
    (head,) = heads(
        "Details of all your movements\nDate | Ref | Details | Amount | Balance", stops=(40, 70, 110, -450, -540)
    )
    assert [cell.text for cell in head.cells] == ["Date", "Ref", "Details", "Amount", "Balance"]


def test_a_label_with_its_text_is_no_head() -> None:
    assert heads(" | Details: Receipts") == []


def test_a_head_of_two_lines_that_joins_columns_of_money_is_not_read_whole() -> None:
    """The two columns are narrow, so that the first words of their names touch."""
    (head,) = heads(
        " | Check | Deposits/ Withdrawals/ | daily\nDate | Number Details | Additions Subtractions | balance",
        stops=(40, 90, -450, -540),
    )
    assert head.roles == ("date", "description", "credit", "debit", "balance")


def test_units_below_a_name_are_no_columns_of_it() -> None:
    (head,) = heads(
        "Date | Details | Receipts | Payments | | Balance\n | | (GBP) | (GBP) | | | (GBP)",
        stops=(40, 90, -360, -450, 470, 478, -540),
    )
    assert [cell.role for cell in head.cells].count("balance") == 1


def test_a_line_of_notes_alone_is_no_head() -> None:
    assert heads("*Date | *Amount") == []


def test_a_transaction_or_credit_is_one_column() -> None:
    (head,) = heads(
        "Reference | Trans Date | Post Date | Description of Transaction or Credit | Amount",
        stops=(40, 120, 200, 280, -560),
    )
    assert head.roles == ("reference", "date", "date", "description", "amount")


def test_a_number_that_calls_out_the_title_of_a_section_is_none_of_its_head() -> None:
    (head,) = heads("5 | Checks paid\n | Check no. | Date | Amount", stops=(30, 60, 200, -400))
    assert [cell.text for cell in head.cells] == ["Check no.", "Date", "Amount"]


def test_a_column_of_marks_beside_the_amounts_is_none_of_amounts() -> None:
    (head,) = heads("Datum | Omschrijving | Af/Bij | Bedrag (EUR)", stops=(40, 110, 300, -480))
    assert head.roles == ("date", "description", "other", "amount")
    (alone,) = heads("Datum | Omschrijving | Af/Bij", stops=(40, 110, -480))
    assert alone.roles == ("date", "description", "amount")


def test_a_name_that_is_parted_at_the_end_of_a_line_is_one_word() -> None:
    (head,) = heads(
        "Beleg- | Buchungs- | | | Betrag\ndatum | datum | Angaben zum Umsatz | | in EUR",
        stops=(40, 110, 200, -450, -540),
    )
    assert cells(head) == [
        ("Belegdatum", "date"),
        ("Buchungsdatum", "date"),
        ("Angaben zum Umsatz", "description"),
        ("Betrag in EUR", "amount"),
    ]


def test_what_a_mark_means_names_no_column() -> None:
    (head,) = heads("Date | Details | Paid out | Paid in | Balance (DR=DEBIT)\n02 Mar | Tea | 1.00 | | 9.00")
    assert head.roles == ("date", "description", "debit", "credit", "balance")


def test_a_line_of_a_panel_that_stands_lower_completes_no_head() -> None:
    head, row, note = lines(
        "Date | Details | Paid out\n02 Mar | Tea | 1.00\n | | | the outstanding balance", stops=WIDE
    )
    (found,) = headers([note, head, row])
    assert found.roles == ("date", "description", "debit")


def test_dates_and_texts_named_above_and_below_the_line_of_debits_and_credits() -> None:
    (head,) = heads("Buchung/ | Vorgang/\n | | Soll | Haben\nWert | Buchungsinformation", stops=(54, 125, -470, -546))
    assert [cell.role for cell in head.cells if cell.role != "other"] == [
        "value_date",
        "description",
        "debit",
        "credit",
    ]


def test_a_balance_above_its_unit_says_nothing_of_the_unit_of_the_column_beside_it() -> None:
    text = "Posting | | CR | DR | Balance after\nDate | Details | (USD) | (USD) | (USD)\n02 Mar | Tea | | 3.50 | 96.50"
    (head,) = heads(text, stops=(40, 110, -434, -487, -570))
    assert head.roles == ("date", "description", "credit", "debit", "balance")


def test_names_between_which_dots_lead_are_parted() -> None:
    (head,) = headers(lines("DATE..CHECK NO..........AMOUNT", stops=(40,)))
    assert [(cell.text, cell.role) for cell in head.cells] == [
        ("DATE", "date"), ("CHECK NO", "reference"), ("AMOUNT", "amount"),
    ]  # fmt: skip


@pytest.mark.parametrize(("row", "count"), [("02 Mar | 3318 | Deposit | 3.50", 1), ("02 Mar | 3318 | Deposit", 0)])
def test_a_head_may_name_no_amounts_where_rows_below_end_in_them(row: str, count: int) -> None:
    text = f"Date | Serial # | Source\n{row}"
    found = headers(lines(text, stops=(40, 110, 200, -450)))
    assert [head.roles for head in found] == [("date", "reference", "description", "amount")] * count


def test_a_sentence_above_a_head_is_no_part_of_it() -> None:
    text = "charges | See your Account Statement Disclosures for details on fees and charges.\nDate | | Unit charge"
    (head,) = headers(lines(text, stops=(40, 110, 450)))
    assert head.roles == ("date", "debit")


def test_a_summary_of_averages_is_no_table_of_transactions() -> None:
    text = "Account/Transaction Type | Monthly Avg. Cr. Bal. | Closing Balance | Next Statement Date"
    assert not any(head.transactions for head in headers(lines(text, stops=(40, 200, 330, 450))))


def test_a_note_of_two_lines_right_of_a_head_is_none_of_its_names() -> None:
    text = "Deposits\nDate | Amount | Details | There were 5 deposits and additions\n | | | totaling 3,494.89 in all."
    (head,) = headers(notes_first(lines(text, stops=(40, 110, 200, 400))))
    assert [cell.text for cell in head.cells] == ["Date", "Amount", "Details"]


def test_a_sentence_right_of_a_head_is_none_of_its_names() -> None:
    text = "Check number | Amount | Date paid | There were 3 checks listed totaling $1,093.75.\n331 | 120.00 | 10/13"
    (head,) = headers(notes_first(lines(text, stops=(40, 130, 200, 300))))
    assert [cell.text for cell in head.cells] == ["Check number", "Amount", "Date paid"]


def test_the_currency_below_the_names_of_amounts_is_part_of_them() -> None:
    (head,) = heads(
        "Date | Details | Withdrawals | Deposits | Balance\n | | (SGD) | (SGD) | (SGD)\n02 May | Tea | 3.50"
    )
    assert [cell.text for cell in head.cells[2:]] == ["Withdrawals (SGD)", "Deposits (SGD)", "Balance (SGD)"]


def test_letters_for_days_and_months_below_a_name_of_dates_are_part_of_it() -> None:
    names = "Date de | | Date\ntransaction | | d'inscription | | | Remise"
    row = "J | M | J | M | Description | REMISES % | Montant ($)\n29 10 | | 30 10 | | METRO | 1,00 % | 87,42"
    (head,) = heads(f"{names}\n{row}", stops=(40, 60, 110, 130, 190, 300, -540))
    assert [cell.role for cell in head.cells] == ["date", "date", "description", "other", "amount"]


def test_paid_below_date_is_the_date_of_a_check() -> None:
    text = "Checks paid\n | Date\nCheck number | paid | Amount\n2208 | 02/13 | 950.00"
    (head,) = heads(text, stops=(40, 200, -330))
    assert [(cell.role, cell.text) for cell in head.cells[1:]] == [("date", "Date paid"), ("amount", "Amount")]


def test_a_box_with_a_date_of_its_own_goes_on_beside_a_head() -> None:
    text = "Trans date | Post date | Activity description | Amount | Payment due date | 29 May 2025"
    (head,) = heads(f"{text}\n09 Apr | 10 Apr | Tea | 3.50", stops=(40, 110, 190, -390, 410, 510))
    assert [cell.role for cell in head.cells][-2:] == ["description", "amount"]
    assert head.right < 410


def test_a_table_of_rates_has_no_transactions() -> None:
    text = "Balance type | Monthly rate | Annual rate | Interest | Charges\nCash | 2.212% | 26.54% | 1.38 | 0.00"
    assert not any(head.transactions for head in heads(text))
    (head,) = heads("Date | Details | Rate | Rate of card | Amount\n02 Mar | Tea | 1.1 | 1.2 | 3.50")
    assert head.transactions, "of exchange, beside dates"


@pytest.mark.parametrize(
    ("signs", "roles"),
    [("S/ | US$", ["amount", "amount"]), ("EUR | EUR", None), ("S/ | Balance", ["other", "balance"])],
)
def test_the_signs_of_several_currencies_name_columns_of_amounts(signs: str, roles: list[str] | None) -> None:
    found = headers(lines(f"Date | Details | {signs}", stops=(40, 110, -360, -450)))
    assert [[cell.role for cell in head.cells[2:]] for head in found] == ([roles] if roles else [])


def test_the_sign_behind_a_name_that_nobody_knows_says_its_side() -> None:
    """In any language; a name with both signs, or with words of columns in it, says what these say."""
    stops = (40, -250, -420, 440)
    (head,) = heads("Date | Service Charge (-) | Waives and Discounts (+) | Description", stops=stops)
    assert head.roles == ("date", "debit", "credit", "description")
    (head,) = heads("Datum | Minderung (–) | Mehrung (+) (€) | Text", stops=stops)
    assert head.roles == ("date", "debit", "credit", "description")
    assert heads("Date | Minderung (+/-) | Mehrung (+/-) | Text", stops=stops) == []


def test_a_text_that_ends_in_names_of_columns_is_no_head() -> None:
    assert headers(lines("PRELEVEMENT A LA SOURCE SOLDE")) == []
    assert headers(lines("TAXE SOURCE | SOLDE")) != []


def test_a_head_of_dates_and_texts_has_the_amounts_that_stand_right_of_it() -> None:
    """The name "Wert" is one of amounts elsewhere; here dates stand below it."""
    rows = "02.01. | 02.01. | Miete | 785,00 S\n05.01. | 03.01. | Gutschrift | 84,50 H"
    stops = (40, 90, 140, -540)
    (head,) = heads(f"Bu-Tag | Wert | Vorgang\n | | alter Kontostand | 612,90 H\n{rows}", stops=stops)
    assert head.roles == ("date", "value_date", "description", "amount")


def test_a_value_with_amounts_below_it_is_the_amount() -> None:
    (head,) = heads("Date | Value | Details\n02 Jan | 3.50 | Tea\n03 Jan | 4.50 | Cake", stops=(40, -150, 200))
    assert head.roles == ("date", "amount", "description")


def test_a_head_in_two_languages_is_one() -> None:
    (head,) = heads("Date | Details | Deposit | Withdrawal | Balance\n日期 | 進支詳情 | 存入 | 提取 | 結餘")
    assert (head.first, head.last, head.roles) == (0, 1, ("date", "description", "credit", "debit", "balance"))


@pytest.mark.parametrize(
    "text",
    [
        "Statement date | Opening balance | Closing balance | Total out | Total in",
        "Reference | Start date | Maturity | Rate | Amount",
    ],
)
def test_a_summary_and_a_list_of_deposits_are_no_rows(text: str) -> None:
    found = heads(text, stops=(40, 130, 240, 350, 460))
    assert not any(head.transactions for head in found)


def test_a_limit_of_credit_is_no_credit() -> None:
    assert heads("Statement date | Credit limit | Minimum payment | Payment due date", stops=(40, 150, 260, 370)) == []


def test_credits_and_debits_are_one_column() -> None:
    (head,) = heads("Post Date | Transaction Description | Credits (CR) and Debits", stops=(40, 150, -560))
    assert head.roles == ("date", "description", "amount")
