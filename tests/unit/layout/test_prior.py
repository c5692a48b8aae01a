"""Names that nobody knows, and what the word tagger takes them for: what is judged again, and what is said of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from extraction.layout.prior import Look, looks, renamed, rests_on, with_names, without_tables
from extraction.layout.roles import Tag
from extraction.layout.tagger import Tagged
from extraction.model import Page, Region, Word
from extraction.pipeline import parse
from tests.pages import SOURCE, codes, page, pages

UNKNOWN = """
Example Bank
Account number: 12345678
Statement period: 1 March 2024 to 31 March 2024
Opening balance | | | | 100.00
Dulo | Brimas | Hrovad | Plamit | Kevol
01 Mar | Tea | 3.50 | | 96.50
03 Mar | Wage | | 9.00 | 105.50
Closing balance | | | | 105.50
"""
ROLES: dict[str, Tag] = {
    "Dulo": "head_date",
    "Brimas": "head_text",
    "Hrovad": "head_debit",
    "Plamit": "head_credit",
    "Kevol": "head_balance",
}


def tagging(roles: Mapping[str, Tag], sure: float = 0.95) -> Callable[[Page], dict[Word, Tagged]]:
    """Roles of words by their texts -> a tagger that tells them."""
    return lambda page: {word: Tagged(roles.get(word.text, "other"), sure) for word in page.words}


def told(page: Page) -> list[str]:
    return [word.text for word in page.words]


def test_unknown_names_are_called_what_they_are_taken_for() -> None:
    seen, taken = renamed(page("Dulo | Brimas | Hrovad"), tagging(ROLES)(page("Dulo | Brimas | Hrovad")))
    assert told(seen) == ["Date", "Description", "Debit"]
    assert [(one.printed, one.name, one.page) for one in taken] == [
        ("Dulo", "Date", 1),
        ("Brimas", "Description", 1),
        ("Hrovad", "Debit", 1),
    ]
    assert taken[0].box == page("Dulo | Brimas | Hrovad").words[0].box


def test_names_that_are_known_stay_whatever_they_are_taken_for() -> None:
    printed = page("Datum | Saldo | 01 Mar")
    seen, taken = renamed(printed, tagging({"Datum": "head_balance", "Saldo": "head_debit"})(printed))
    assert (seen, taken) == (printed, ())


def test_a_tagger_that_is_not_sure_changes_nothing() -> None:
    printed = page("Dulo | Brimas | Hrovad")
    assert renamed(printed, tagging(ROLES, 0.6)(printed)) == (printed, ())


def test_a_name_of_two_lines_is_one_name() -> None:
    printed = page("Dulo\nBrim", stops=(40,))
    seen, taken = renamed(printed, tagging({"Dulo": "head_value_date", "Brim": "head_value_date"})(printed))
    assert told(seen) == ["Value date"]
    assert [one.printed for one in taken] == ["Dulo Brim"]


def test_names_of_balances_stay_whatever_they_are_taken_for() -> None:
    printed = page("Zrap kevol | 100.00", stops=(40, -540))
    assert renamed(printed, tagging({"Zrap": "opening_label", "kevol": "opening_label"})(printed)) == (printed, ())


def test_a_word_of_a_name_that_is_known_as_a_whole_stays() -> None:
    printed = page("Buchungs tag | Trans date", stops=(40, 200))
    roles: dict[str, Tag] = {"Buchungs": "head_date", "Trans": "head_text"}
    assert renamed(printed, tagging(roles)(printed)) == (printed, ())


def test_what_the_names_make_of_a_statement_is_judged_like_any_other() -> None:
    look = with_names(pages(UNKNOWN), tagging(ROLES))
    result = parse(look.pages, SOURCE, "key")
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [str(row.amount) for row in result.accounts[0].transactions] == ["-3.50", "9.00"]
    assert not rests_on(result, look)
    assert {str(issue.code) for issue in look.issues} == {"name_assumed"}
    assert {issue.severity for issue in look.issues} == {"info"}


def test_a_value_that_is_read_where_a_name_was_put_is_not_believed() -> None:
    roles: dict[str, Tag] = {**ROLES, "Tea": "head_text"}
    look = with_names(pages(UNKNOWN), tagging(roles))
    assert rests_on(parse(look.pages, SOURCE, "key"), look)


class TestTables:
    TABLE = Region("table", 30.0, 60.0, 580.0, 90.0, 0.9)

    def printed(self) -> Page:
        read = page("Example Bank\n\nRate 1.00 | | 2.00\nTotal | | 3.00")
        return replace(read, regions=(self.TABLE, Region("transactions", 30.0, 30.0, 580.0, 50.0, 0.9)))

    def test_words_in_a_table_of_other_things_are_left_out_and_told(self) -> None:
        look = without_tables(Look((self.printed(),)))
        assert told(look.pages[0]) == ["Example", "Bank"]
        assert [(str(i.code), i.page, i.bbox) for i in look.issues] == [("table_left_out", 1, self.TABLE.box)]

    def test_they_are_looked_for_where_regions_count(self) -> None:
        assert [len(look.tables) for look in looks([self.printed()], None, True)] == [1]
        assert list(looks([self.printed()], None, False)) == []

    def test_without_a_table_there_is_nothing_to_leave_out(self) -> None:
        assert list(looks([replace(self.printed(), regions=())], None, True)) == []
