"""Who issued the document."""

from dataclasses import replace

import pytest

from extraction.documents.heads.institution import institution
from extraction.text.lines import Chunk, Line
from tests.pages import lines

MEXICAN = "Institución de Banca Múltiple"


def named(text: str, rows: frozenset[int] = frozenset()) -> str | None:
    found = institution(lines(text, stops=(40, 300)), rows)
    return found[0] if found else None


@pytest.mark.parametrize(
    "name",
    [
        "First Bramble Savings Bank",
        "Pinehollow National Bank, N.A.",
        "Harrowgate & Pell Bank plc",
        "Volksbank Oberau eG",
        "Tiliabanken AB",
        "Tilia Bank Berhad",
        "Tiliakasse Aktiengesellschaft",
        "Banque des Trois Vallées",
        "Banco Puerto Sereno",
        "Bank Oosterhaven N.V.",
        "Lakeshore Credit Union",
        "Sparkasse Musterstadt",
        "TARN-Bank Nord eG",
        "mBanka S.A.",
        "Banc na hAbhann",
        "TARN LAKE TRUST",
        "Tarn Bank A/S",
        "BancTilia México, S.A.",
        "ΤΡΑΠΕΖΑ ΤΙΛΙΑ Α.Ε.",
        "Tilia & Harbour Banking Corporation Limited",
        "Tilia Bank National Association",
        "Tilia Bank der oberauer Vereine AG",
        "Tilia obchodní banka, a.s.",
    ],
)
def test_the_name_of_a_bank_in_the_letterhead(name: str) -> None:
    assert named(f"{name} | Account statement\nAnn Smith\n1 High Street\n\n\nCoffee\nTea\nRent") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HALDEN BANK Business Banking", "HALDEN BANK"),
        ("Personal Bank Account\nAllied Bramble Banks", "Allied Bramble Banks"),
        ("Tilia Bank UK PLC. Authorised by the regulator", "Tilia Bank UK PLC"),
        ("HKD Savings\nCitra Savings\nForeign Currency Savings", None),
        ("Tilia Banking Corporation ABN 11 222", "Tilia Banking Corporation"),
        ("Tilia Banking Corporation\nTilia Banking Corporation Limited Co. Reg. No. 1", "Tilia Banking Corporation"),
        ("Tilia Bank Limited Reg No 1951/000009/06", "Tilia Bank Limited"),
        ("Most Convenient Bank", None),
        ("Oberau's Friendliest Bank", None),
        ("Prepare the Bank Reconciliation", None),
        ("Bank of Canada", None),
        ("Tilia Bank Klantenservice", "Tilia Bank"),
        ("Members of Tilia Credit Union: please look at this", "Tilia Credit Union"),
        ("Trademark of Tilia Trust", "Tilia Trust"),
        ("Caja de Ahorro en Pesos", None),
        ("Bank Charges", None),
        ("Institution: 815", None),
        ("Banking services provided by Bramble Bank; Member FDIC\nTilia Bank", "Tilia Bank"),
        ("Banking services provided by Bramble Bank; Member FDIC", "Bramble Bank"),
        ("DESC. | MED.AT", None),
        ("Tilia is authorised by the Oberau Trust Bank", None),
        ("Licensed by the National Bank of Belgium", None),
    ],
)
def test_names_of_accounts_and_slogans_are_no_banks(text: str, name: str | None) -> None:
    assert named(f"{text}\nCoffee\nTea") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TILIA BANK\nCoffee\nTea\nTilia Bank of Oberau", "Tilia Bank of Oberau"),
        ("TILIA BANK\nCoffee\nTea\nTILIA BANK LIMITED", "TILIA BANK LIMITED"),
        ("Banque Tilia\nCoffee\nTea\nBanque Tilia S.A. au capital de 41 220 000 €", "Banque Tilia"),
        ("Tilia Bank\nCoffee\nTilia Bank, Inc. 12 First Street", "Tilia Bank"),
        ("La Banque Tilia\nCoffee\nLa Banque Tilia – S.A. au capital de 41 220 000 €", "La Banque Tilia"),
        ("Tilia Bank\nCoffee\nTilia Bank – a division of Tilia Holdings Limited", "Tilia Bank"),
        ("Bank of Tilia\nCoffee\nGovernor and Company of the Bank of Tilia", "Bank of Tilia"),
        ("Coffee\nTilia Pagamentos S.A. CNPJ 18.236.120/0001-58", "Tilia Pagamentos S.A."),
        ("Coffee\nSumma Tilia, N.A. Variable rates.", "Summa Tilia, N.A."),
        ("Tilia Card\nissued by Tarn Bros. Bank USA, Oberau Branch", "Tarn Bros. Bank USA"),
        ("Coffee\nMake check payable to Tilia Cards.", "Tilia Cards"),
    ],
)
def test_the_name_as_the_bank_prints_it_in_full(text: str, name: str) -> None:
    assert named(f"{text}\nTea\nRent") == name


def test_a_company_that_stands_alone_on_top_is_who_issued_the_document() -> None:
    assert named("WALLET STATEMENT\n | Tilia Ltd\nAnn Smith\n1 High Street") == "Tilia Ltd"
    assert named("STATEMENT\nTilia Ltd\n1 High Street\nOberau") is None, "the holder, above an address"


def test_the_words_that_spell_the_web_address() -> None:
    assert named("Questions? tellwersfirgo.com\nYour Tellwers Firgo Everyday Checking\nTea") == "Tellwers Firgo"
    assert named("Complaints: www.fscs.org.uk\nThe FSCS protects\nTea") is None


@pytest.mark.parametrize(
    ("text", "height", "name"),
    [("tbank", 14.0, "tbank"), ("tbank", 10.0, None), ("TBK", 12.5, "TBK"), ("Miss H Tarn", 14, None)],
)
def test_a_letterhead_without_a_word_of_banking_is_large(text: str, height: float, name: str | None) -> None:
    """However short the text below it is."""
    page = lines("\n".join(["Tea"] * 5), stops=(40,))
    (head,) = lines(text, stops=(40,))
    large = [replace(word, top=30.0, bottom=30.0 + height) for word in head.words]
    found = institution([Line(1, (Chunk(tuple(large)),), 30.0, 30.0 + height), *page], frozenset(range(1, 6)))
    assert (found[0] if found else None) == name


def test_a_label_goes_before_everything() -> None:
    assert named("First Bramble Savings Bank\nBank name: Example Trust\nCoffee") == "Example Trust"


def test_a_bank_in_a_row_is_not_the_one_that_issued_the_document() -> None:
    text = "Account statement\n\n\n\nTransfer to First Bramble Savings Bank"
    assert named(text, frozenset({1})) is None


def test_a_page_that_names_nobody() -> None:
    assert named("Coffee\nTea") is None


@pytest.mark.parametrize(
    ("imprint", "name"),
    [
        ("SC/SOA/2026 Bramble Capital Pte. Ltd. Co. Reg. No. 198900000E", "Bramble Capital Pte. Ltd."),
        ("Tilia Payments Limited is authorised by the regulator (firm 900000)", "Tilia Payments Limited"),
        ("Ahorn Zahlungen AG, HRB 12345, Sitz Berlin", "Ahorn Zahlungen AG"),
        ("Ahorn Europe SA is a Payment Institution authorised by the regulator", "Ahorn Europe SA"),
        ("Coffee from Bean House Ltd. and cake", None),
    ],
)
def test_the_company_of_the_imprint_where_no_bank_is_named(imprint: str, name: str | None) -> None:
    assert named(f"Account statement\nAnn Smith\n1 High Street\nCoffee\nTea\n{imprint}") == name


def test_a_letterhead_goes_before_an_imprint_that_says_something_else() -> None:
    assert (
        named("Lakeshore Credit Union\nTea\nTea\nBean House Ltd. Registered office: Hull") == "Lakeshore Credit Union"
    )


def test_the_imprint_may_stand_in_the_margin() -> None:
    text = "Account statement\nAnn Smith\n1 High Street\nCoffee\nTea"
    aside = lines("Bramble Capital Pte. Ltd. Co. Reg. No. 198900000E", stops=(10,))
    found = institution(lines(text), frozenset(), aside)
    assert found is not None and found[0] == "Bramble Capital Pte. Ltd."


def set_large(*texts: str, below: str = "", step: float = 30.0) -> str | None:
    """Texts one below the other in large print at the top of a page of small print -> the name that is read."""
    head = []
    for i, text in enumerate(texts):
        (line,) = lines(text, stops=(40,))
        words = tuple(replace(w, top=20 + step * i, bottom=40 + step * i) for w in line.words)
        head.append(Line(1, (Chunk(words),), 20 + step * i, 40 + step * i))
    found = institution([*head, *lines("\n".join([*["Tea"] * 5, *([below] if below else [])]), stops=(40,))])
    return found[0] if found else None


@pytest.mark.parametrize(
    ("above", "below", "name"),
    [
        ("tilia", "bank.", "tilia bank"),
        ("TARN", "FEDERAL CREDIT UNION", "TARN FEDERAL CREDIT UNION"),
        ("TILIA", "Bank (Norland) Limited", "TILIA Bank (Norland) Limited"),
        ("Tilia", "Everyday", "Tilia"),
        ("Tilia Bank", "of Norland", "Tilia Bank of Norland"),
        ("Tilia", "SAVINGS & TRUST", "Tilia SAVINGS & TRUST"),
        ("Tilia Vale", "Building Society · established 1853", "Tilia Vale Building Society"),
    ],
)
def test_a_letterhead_may_be_set_in_two_lines(above: str, below: str, name: str) -> None:
    assert set_large(above, below) == name


@pytest.mark.parametrize(
    ("brand", "imprint", "name"),
    [
        ("Tilia Choice", "Tilia Banking Corporation ABN 11 222 333 444", "Tilia Banking Corporation"),
        ("AID", "Ahorn Island Directory, p.l.c. is regulated by the state.", "Ahorn Island Directory, p.l.c."),
        ("AND", "Ahorn Nation Bank - a division of Bramble Bank Limited", "Ahorn Nation Bank"),
        ("tilia", "Tilia Neo Ltd account statement", "Tilia Neo Ltd"),
        ("Tilia", "Bean House Ltd account statement", "Tilia"),
        ("TILIA", "Banking services provided by Bramble Bank; Member FDIC", "TILIA"),
        ("Tilia®", "", "Tilia"),
        ("tilia.", "", "tilia"),
    ],
)
def test_a_brand_is_told_in_full_by_the_imprint(brand: str, imprint: str, name: str) -> None:
    assert set_large(brand, below=imprint) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tilia Bank\nTilia Bank Karten GmbH, Am Hafen 2, 25813 Oberau, HRB 20417", "Tilia Bank Karten GmbH"),
        ("TLA BANK\nRegistered office of Tilia Lime Alder Bank Ltd. is in Oberau", "Tilia Lime Alder Bank Ltd."),
        (
            "Alder Bank\nThis is issued by Alder Commerce Bank Limited, regulated in Oberau",
            "Alder Commerce Bank Limited",
        ),
        (
            "CRÉDIT TILIA\nCaisse Régionale de Crédit Tilia du Sud - Société coopérative",
            "Caisse Régionale de Crédit Tilia du Sud",
        ),
        (
            "Banco Tilia\nBanco Tilia, S.A., Institución de Banca Múltiple",
            "Banco Tilia, S.A., Institución de Banca Múltiple",
        ),
        ("Tiliabanken\nTiliabanken AB (publ), 105 71 Oberau", "Tiliabanken"),
        ("Store Rewards Card\nThe card is issued by Tilia Valley Bank, N.A.", "Tilia Valley Bank, N.A."),
        ("Tilia Savings Bank\nTilia Savings Bank, F.S.B. Member FDIC", "Tilia Savings Bank"),
        ("Team Tilia Bank Ltd.", "Tilia Bank Ltd."),
    ],
)
def test_the_legal_name_goes_before_the_brand(text: str, name: str) -> None:
    found = institution(lines(text.replace("\n", "\n\n\n"), stops=(40,)))
    assert found is not None
    assert found[0] == name


def test_two_banks_that_a_page_prints_do_not_tell_whose_brand_it_is() -> None:
    assert named("TILIA REWARDS\n\nissued by Alder Bank, N.A. or Birch Bank, N.A.") != "Birch Bank, N.A."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tilia Direktbank S.A. Niederlassung Oberau · Am Hafen 5", "Tilia Direktbank S.A."),
        ("Caisse Régionale de Crédit Tilia Mutuel Sud Oberau - Société coopérative", None),
        ("Cooperativa de Crédito Vale do Tilia Ltda.", "Cooperativa de Crédito Vale do Tilia Ltda."),
        ("Tilia Savings and Loan Association of Oberau", "Tilia Savings and Loan Association of Oberau"),
        ("Tilia Bank GSTIN: 33AAACH0000M1Z4", "Tilia Bank"),
    ],
)
def test_a_name_ends_where_it_does(text: str, name: str | None) -> None:
    assert named(f"{text}\nAnn Smith\n1 High Street\n\n\nCoffee\nTea") == (name or text.split(" - ")[0])


def test_a_brand_is_that_of_the_company_below_it() -> None:
    found = lines("tilia | Tilia Card Services BV\nAnn Smith\n1 High Street\n\n\nCoffee\nTea", stops=(40, 300))
    brand, company = found[0].chunks
    large = Chunk(tuple(replace(word, bottom=word.bottom + 6) for word in brand.words))
    first = Line(1, (large, company), found[0].top, found[0].bottom + 6)
    told = institution([first, *found[1:]])
    assert told is not None and told[0] == "Tilia Card Services BV"


def test_the_imprint_says_a_name_in_full_of_which_words_are_written_small() -> None:
    text = "LINDENSKÁ BANKA\nVýpis\nAccount 12\n\n\n\n\nLindenská občanská banka, a.s., Lipová 4, IČ 49241887"
    assert named(text) == "Lindenská občanská banka, a.s."


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        ("Tarn Lake Bank", "Tarn Lake Bank plc. Registered in England", "Tarn Lake Bank"),
        ("Tarn Lake Bank plc", "Tarn Lake Bank plc. Registered in England", "Tarn Lake Bank plc"),
        ("Tarn Lake Bank", "Tarn Lake Bank National Association", "Tarn Lake Bank"),
        ("Tarn | Lake Bank", "Tarn Lake Bank Limited. Registered in England", "Tarn Lake Bank"),
        ("Tarn Lake Bank | Tarn Lake Bank plc, 1 Lake Street", "Tarn Lake Bank plc", "Tarn Lake Bank"),
        ("Banco Tilia", "Banco Tilia, S.A. Inscrita en el Registro Mercantil", "Banco Tilia"),
    ],
)
def test_a_letterhead_may_leave_the_legal_form_out(head: str, foot: str, name: str) -> None:
    rest = "\n".join(f"A line of text {i}" for i in range(40))
    assert named(f"{head}\n{rest}\n{foot}") == name
