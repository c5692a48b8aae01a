"""What stands on every page is no part of any row."""

from extraction.model import Page, Word
from extraction.text.furniture import without_furniture
from tests.pages import TALL, TOP, page, words

BODY = "02 Mar | Coffee | 3.50 | | 96.50"
FOOT = 780.0


def with_foot(text: str, number: int, foot: str, at: float = 40) -> Page:
    one = page(text, number=number)
    return Page(number, one.width, one.height, (*one.words, *words(foot, at, FOOT)))


def texts(pages: list[Page]) -> list[list[str]]:
    return [[word.text for word in one.words] for one in pages]


def test_a_line_at_the_same_place_of_each_page_is_left_out() -> None:
    first = with_foot("\n\n\n\n\n\n\n\n02 Mar", 1, "Example Bank plc")
    second = with_foot("\n\n\n\n\n\n\n\n03 Mar", 2, "Example Bank plc")
    assert texts(without_furniture([first, second], {})) == [["02", "Mar"], ["03", "Mar"]]


def test_a_document_of_one_page_keeps_everything() -> None:
    one = with_foot(BODY, 1, "Example Bank plc")
    assert without_furniture([one], {}) == [one]


def test_page_numbers_are_left_out() -> None:
    pages = [with_foot("\n\n\n\n\n\n\n\n02 Mar", number, f"{number}/3") for number in (1, 2, 3)]
    assert texts(without_furniture(pages, {})) == [["02", "Mar"]] * 3


def test_a_page_number_may_stand_apart_from_its_colon() -> None:
    pages = [with_foot("\n\n\n\n\n\n\n\n02 Mar", number, f"Page : {number} of 2") for number in (1, 2)]
    assert texts(without_furniture(pages, {})) == [["02", "Mar"]] * 2


def test_amounts_at_the_same_place_of_each_page_stay() -> None:
    pages = [page(BODY, number=number) for number in (1, 2)]
    assert texts(without_furniture(pages, {})) == [["02", "Mar", "Coffee", "3.50", "96.50"]] * 2


def test_lines_that_are_kept_stay_though_they_are_repeated() -> None:
    pages = [with_foot("Date | Details", number, "Example Bank plc") for number in (1, 2)]
    kept = {number: [(40.0, 50.0)] for number in (1, 2)}
    assert texts(without_furniture(pages, kept)) == [["Date", "Details"]] * 2


def test_the_middle_of_a_page_is_no_place_for_furniture() -> None:
    pages = [Page(n, 600, 800, tuple(words("Coffee House", 110, 400))) for n in (1, 2)]
    assert texts(without_furniture(pages, {})) == [["Coffee", "House"]] * 2


def test_a_text_that_overprints_a_row_is_lifted_off_it() -> None:
    """A footer of five words and more that runs through the last row of a full page."""
    foot = "Example Bank plc is registered in England"

    def overprinted(number: int, row: str) -> Page:
        return Page(number, 600, 800, (*words(row, 40, FOOT), *words(foot, 200, FOOT + 2)))

    pages = [overprinted(1, "Coffee 3.50"), overprinted(2, "Tea 1.25"), overprinted(3, "Wage 9.00")]
    assert texts(without_furniture(pages, {})) == [["Coffee", "3.50"], ["Tea", "1.25"], ["Wage", "9.00"]]


def test_a_word_that_is_repeated_within_a_row_stays() -> None:
    pages = [
        Page(1, 600, 800, (*words("02 Mar Coffee", 40, FOOT), Word("3.50", 300, FOOT, 320, FOOT + 10))),
        Page(2, 600, 800, (*words("09 Mar Coffee", 40, FOOT), Word("4.50", 300, FOOT, 320, FOOT + 10))),
    ]
    assert texts(without_furniture(pages, {})) == [["02", "Mar", "Coffee", "3.50"], ["09", "Mar", "Coffee", "4.50"]]


def test_the_number_of_the_account_in_a_page_head_is_left_out_with_it() -> None:
    pages = [with_foot("\n\n\n\n\n\n\n\n02 Mar", number, "Account number 77418008") for number in (1, 2)]
    assert texts(without_furniture(pages, {})) == [["02", "Mar"]] * 2
    pages = [with_foot("\n\n\n\n\n\n\n\n02 Mar", number, f"Reference 7741800{number}") for number in (1, 2)]
    assert texts(without_furniture(pages, {})) == [["02", "Mar", "Reference", f"7741800{n}"] for n in (1, 2)]


def test_a_line_of_the_head_that_says_the_same_again_goes_with_its_numbers() -> None:
    def numbered(number: int, row: str) -> Page:
        head = (*words("Period: Jun 3, 2024", 40, 40), *words(f"Page {number} of 2", 400, 40))
        return Page(number, 600, 800, (*head, *words(row, 40, 60)))

    pages = [numbered(1, "04 Jun Coffee 3.50"), numbered(2, "05 Jun Coffee 1.25")]
    assert texts(without_furniture(pages, {})) == [
        ["Period:", "Jun", "3,", "2024", "04", "Jun", "Coffee", "3.50"],
        ["05", "Jun", "Coffee", "1.25"],
    ]


def test_repeated_words_within_a_row_stay_even_if_they_are_many() -> None:
    def row(number: int, amount: str) -> Page:
        text = (*words("Payment of a bill to Tarn", 40, 40), *words(amount, 400, 40))
        return Page(number, 600, 800, text)

    assert [len(found) for found in texts(without_furniture([row(1, "3.50"), row(2, "1.25")], {}))] == [7, 7]


def test_the_head_of_the_first_page_stays() -> None:
    pages = [Page(n, 600, 800, tuple(words("Account Number", 40, 40))) for n in (1, 2)]
    assert texts(without_furniture(pages, {})) == [["Account", "Number"], []]


def test_texts_of_rows_at_the_top_of_several_pages_stay() -> None:
    """Without a head on the page, the second line of its first row may be that of another page's."""
    rows = "02 Mar | Coffee | 3.50 | | 96.50\n | Card ending in house"
    pages = [page(rows.replace("02", f"0{number}"), number=number) for number in (1, 2, 3)]
    assert [found[-3:] for found in texts(without_furniture(pages, {}))] == [["ending", "in", "house"]] * 3


def test_texts_of_a_row_whose_amount_stands_further_down_stay_below_the_head_of_its_table() -> None:
    """The second line of the first row is that of other pages, and the amount stands on the third one."""
    rows = "Date | Details | Paid out | | Balance\n02 Mar | Coffee\n | Card xx1183\n | Bought | 3.50 | | 96.50"
    pages = [page(rows.replace("02", f"0{number}"), number=number) for number in (1, 2, 3)]
    heads = {number: [(TOP, TOP + TALL)] for number in (1, 2, 3)}
    assert all("xx1183" in found for found in texts(without_furniture(pages, heads)))


def test_an_address_at_the_foot_of_two_pages_is_left_out_with_its_numbers() -> None:
    """Words with digits stay elsewhere: they may be amounts, as those of a line that is carried forward."""
    bodies = [BODY, BODY.replace("Coffee", "Tea"), BODY.replace("Coffee", "Wine"), BODY.replace("Coffee", "Bread")]
    feet = ["Example Bank, 8 Street 2999"] * 2 + ["Carried forward 96.50"] * 2
    pages = [with_foot(body, n, foot) for n, (body, foot) in enumerate(zip(bodies, feet, strict=True), 1)]
    found = texts(without_furniture(pages, {}))
    assert ["2999" in words_ for words_ in found] == [False] * 4
    assert [words_[-1] for words_ in found[2:]] == ["96.50", "96.50"]
