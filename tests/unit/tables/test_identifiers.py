"""Identifiers of securities: found where their check digits are right."""

import pytest

from extraction.tables.securities.identifiers import broken_isins, identifiers, kind_of, only_identifiers


def test_the_international_number_goes_first() -> None:
    found = [(one.text, one.kind) for one in identifiers("Example (EXM), WKN 865985, ISIN US0378331005")]
    assert found == [("US0378331005", "isin"), ("865985", "wkn"), ("EXM", "code")]


@pytest.mark.parametrize("place", range(2, 12))
def test_one_wrong_character_of_an_isin_is_seen(place: int) -> None:
    right = "DE0007164600"
    wrong = right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :]
    assert broken_isins(right) == []
    assert broken_isins(f"SAP SE {wrong}") == [wrong]
    assert not any(one.kind == "isin" for one in identifiers(wrong))


def test_systems_are_told_apart() -> None:
    assert [kind_of(text) for text in ("US0378331005", "037833100", "865985", "AAPL", "B0YQ5W0")] == [
        "isin",
        "cusip",
        "wkn",
        "code",
        "sedol",
    ]


@pytest.mark.parametrize("text", ["US0378331005 (865985)", "ISIN: US0378331005", "WKN 865985", "31.12.2024"])
def test_a_line_of_identifiers_is_no_part_of_a_name(text: str) -> None:
    assert only_identifiers(text)


@pytest.mark.parametrize("text", ["Common Stock", "Class A", "Fund 2030 acc", "UCITS ETF"])
def test_a_line_of_words_is(text: str) -> None:
    assert not only_identifiers(text)


def test_currencies_in_a_name_are_no_codes() -> None:
    assert list(identifiers("Example S&P 500 UCITS ETF (GBP)")) == []
