"""The balances and totals of a statement."""

from extraction.documents.heads.fields import balances, label_date, totals
from extraction.tables.pairs import pairs
from tests.pages import lines

STOPS = (40, 200, -460, -560)


def test_balances_are_told_by_their_labels() -> None:
    text = "Opening balance | | 100.00\nClosing balance | | 95.50\nSaldo am 31.03.2024 | | 95.50\nAvailable | | 500.00"
    opening, closing, dated = balances(pairs(lines(text, stops=STOPS), "."))
    assert [[str(p.amount.value) for p in some] for some in (opening, closing, dated)] == [
        ["100.00"],
        ["95.50"],
        ["95.50"],
    ]
    day = label_date(dated[0])
    assert day is not None and (day.year, day.b, day.a) == (2024, 3, 31)


def test_a_label_above_counts_where_none_stands_beside() -> None:
    text = "Opening balance | Closing balance\n100.00 | 95.50"
    opening, closing, _ = balances(pairs(lines(text, stops=STOPS), "."))
    assert (str(opening[0].amount.value), str(closing[0].amount.value)) == ("100.00", "95.50")


def test_a_label_above_counts_where_a_number_of_its_own_column_stands_beside() -> None:
    text = "Volgnummer | Vorig saldo | Nieuw saldo\n12 | 842.16 | 5,206.88"
    opening, closing, _ = balances(pairs(lines(text, stops=(40, 200, 400)), "."))
    assert [str(pair.amount.value) for pair in (*opening, *closing)] == ["842.16", "5206.88"]


def test_totals_are_told_by_their_labels() -> None:
    text = "Total money in | | 9.00\nTotal withdrawals | | 13.50\nTotal fees | | 1.00"
    rising, falling = totals(pairs(lines(text, stops=STOPS), "."))
    assert ([str(p.amount.value) for p in rising], [str(p.amount.value) for p in falling]) == (["9.00"], ["13.50"])


def test_a_number_behind_the_label_of_a_total_does_not_make_it_the_balance_above() -> None:
    text = "Closing balance in your favour as of today\nTotal credits (1): 9.00"
    found = pairs(lines(text), ".")
    assert found[0].above
    opening, closing, dated = balances(found)
    assert (opening, closing, dated) == ([], [], [])
    assert [str(p.amount.value) for p in totals(found)[0]] == ["9.00"]


def test_a_date_before_a_label_is_no_part_of_it() -> None:
    text = "01 OCT | Balance forward | | 5.00\nPrint date 02-Apr-2024 | Opening balance | | 7.00"
    opening, _, _ = balances(pairs(lines(text, stops=STOPS), "."))
    assert [str(pair.amount.value) for pair in opening] == ["5.00", "7.00"]


def test_a_total_beside_a_period_is_the_whole_statement_s_and_one_beside_a_day_is_not() -> None:
    text = "Period 01-Jan-2024 to 31-Mar-2024 | Total debit | | 13.50\n02-Mar-2024 | Total debit | | 3.50"
    _, falling = totals(pairs(lines(text, stops=(40, 300, -460, -560)), "."))
    assert [str(pair.amount.value) for pair in falling] == ["13.50"]


def test_the_label_of_a_date_left_of_a_grid_labels_no_amount() -> None:
    text = "Statement | Previous Balance | Purchases\nPayment due date | 150.00 | 625.64"
    opening, _, _ = balances(pairs(lines(text, stops=(40, 200, 340)), "."))
    assert [str(p.amount.value) for p in opening] == ["150.00"]


def test_what_a_sum_comes_to_is_told_by_the_label_above_it() -> None:
    text = "Spese | {} Saldo al 24/09/2025\n | imposte 120.00"
    for sign, count in (("=", 1), ("e", 0)):
        _, _, dated = balances(pairs(lines(text.format(sign), stops=(40, 200)), "."))
        assert len([pair for pair in dated if str(pair.amount.value) == "120.00"]) == count


def test_the_code_of_a_bank_behind_the_number_of_an_account_is_no_label() -> None:
    text = "Branch | Account | BIC | New balance\n377 | 4417712 00 | {} | 211.86"
    found = [
        balances(pairs(lines(text.format(code), stops=(40, 110, 250, -540)), "."))[1] for code in ("RHPBDEDKXXX", "Fee")
    ]
    assert [len(one) for one in found] == [1, 0]
