"""Check digits: published examples hold, and no digit of them may change or swap places with its neighbour."""

from collections.abc import Callable

import pytest

from extraction.text import check_digits
from extraction.text.check_digits import IBAN_LENGTHS

Check = Callable[[str], bool]
RIGHT: list[tuple[Check, str]] = [
    (check_digits.iban, "DE89370400440532013000"),
    (check_digits.iban, "GB29NWBK60161331926819"),
    (check_digits.iban, "FR1420041010050500013M02606"),
    (check_digits.iban, "NL91ABNA0417164300"),
    (check_digits.iban, "MT84MALT011000012345MTLCAST001S"),
    (check_digits.iban, "NO9386011117947"),
    (check_digits.luhn, "4111111111111111"),
    (check_digits.luhn, "378282246310005"),
    (check_digits.aba, "021000021"),
    (check_digits.aba, "121000248"),
    (check_digits.clabe, "032180000118359719"),
    (check_digits.ccc, "21000418450200051332"),
    (check_digits.dutch, "417164300"),
]


@pytest.mark.parametrize(("check", "number"), RIGHT)
def test_a_right_number_is_right_and_no_digit_of_it_may_change(check: Check, number: str) -> None:
    assert check(number)
    for at, ch in enumerate(number):
        for other in "0123456789" if ch.isdigit() else "":
            assert check(number[:at] + other + number[at + 1 :]) is (other == ch), (at, other)


@pytest.mark.parametrize(("check", "number"), [one for one in RIGHT if one[0] is check_digits.iban])
def test_neighbours_of_an_iban_may_not_change_places(check: Check, number: str) -> None:
    for at in range(4, len(number) - 1):
        swapped = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
        assert check(swapped) is (swapped == number)


@pytest.mark.parametrize(("check", "number"), RIGHT)
def test_a_number_of_another_length_is_wrong(check: Check, number: str) -> None:
    assert not check("") and not check(number[:-1]) and not check(number + "0")


def test_a_routing_number_begins_with_a_district() -> None:
    assert not check_digits.aba("991000021") and check_digits.aba("322271627")


def test_the_lengths_of_ibans_by_country() -> None:
    assert (IBAN_LENGTHS["NO"], IBAN_LENGTHS["DE"], IBAN_LENGTHS["GB"], IBAN_LENGTHS["MT"]) == (15, 22, 22, 31)
    assert "US" not in IBAN_LENGTHS and len(IBAN_LENGTHS) > 80
