"""Account and card numbers."""

from dataclasses import replace

import pytest

from extraction.documents.accounts import key
from extraction.documents.heads.numbers import account_numbers, by_iban
from extraction.text.lines import Chunk
from tests.pages import lines

STOPS = (40, 200, 400)


def numbers(*texts: str, stops: tuple[float, ...] = STOPS) -> list[str]:
    return [number.text for number in account_numbers(lines(*texts, stops=stops))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Account number: 12345678", "12345678"),
        ("Account No. 123-456-789", "123-456-789"),
        ("Account number 20-02-00 74758588", "20-02-00 74758588"),
        ("A/C NO | : 0417/SB/0041773", "0417/SB/0041773"),
        ("Account number: 022-SAV-118204", "022-SAV-118204"),
        ("A/C No ****2437", "****2437"),
        ("Account number | 1234 5678 901", "1234 5678 901"),
        ("Account number\n12345678", "12345678"),
        ("Card ending in 1234", "1234"),
        ("Card number: XXXX XXXX XXXX 1234", "XXXX XXXX XXXX 1234"),
        ("Account: #### #### #### 5536", "#### #### #### 5536"),
        ("IBAN: DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00"),
        ("IBAN | FR7630006000011234567890189", "FR7630006000011234567890189"),
        ("Zakelijke rekening — IBAN NL61 MDPK 4700 6918 39", "NL61 MDPK 4700 6918 39"),
        ("Kontonummer 61186420", "61186420"),
        ("Konto-Nr.: 61186420", "61186420"),
        ("Numéro de compte : 61186420", "61186420"),
        ("Número de cuenta: 61186420", "61186420"),
        ("Tarjeta n.º: 9300 3672 9798 0725", "9300 3672 9798 0725"),
        ("Rekeningnummer: 61186420", "61186420"),
        ("Account: 78558050", "78558050"),
        ("N° DE TARJETA DE CRÉDITO | XXXX XXXX XXXX 4170", "XXXX XXXX XXXX 4170"),
        ("Kart No: 0417 8820", "0417 8820"),
        ("Merchant Account ID: QX7MD2H9LK4TA Statement: Nov 2025", "QX7MD2H9LK4TA"),
        ("Account number | : | 00000032877410229", "00000032877410229"),
        ("Account number ending in: 2210", "2210"),
        ("World Mastercard ending in 4417", "4417"),
        ("Visa Tilia ending in 4417", "4417"),
        ("Compte de Dépôt n° 04412887651", "04412887651"),
        ("Compte Tilia Plus N° 00020314401 en euros", "00020314401"),
        ("C/C Tilia Plus (GE) N° 00020314401 en euros", "00020314401"),
        ("Relevé de compte courant n° 0200 3382 9901 - avril 2025", "0200 3382 9901"),
        ("Conto corrente Tilia n. 1044339021 - MAGGIO 2025 (importi in Euro)", "1044339021"),
        ("Livret Tilia N° 00020314403 en euros", "00020314403"),
        ("Mutuo ipotecario n. 07/114-882201", "07/114-882201"),
        ("Lista movimenti conto corrente 0431 / 12290", "0431 / 12290"),
        ("Compte : 054112 Y", "054112 Y"),
        ("CCP no: 12 345 67 K 032\nCompte postal n° 12 345 67 K 032", "12 345 67 K 032"),
        ("Conta corrente 44.120-6", "44.120-6"),
        ("Cuenta nómina ****4471 — 01/04/2025 al 30/04/2025", "****4471"),
        ("Cuenta: ES91 2100 0418 4502 0005 1332", "ES91 2100 0418 4502 0005 1332"),
        ("eKonto nr 11 1140 2004 0000 3902 4412 0339 PLN", "11 1140 2004 0000 3902 4412 0339"),
        ("Číslo účtu 107-4412033981/0100", "107-4412033981/0100"),
        ("Tilinumero FI21 1234 5600 0007 85", "FI21 1234 5600 0007 85"),
        ("ESTRATTO CONTO N. 2/2025 | CONTO CORRENTE 000104412277", "000104412277"),
        ("Account Number: 1-523-4120-4433", "1-523-4120-4433"),
        ("Účet: 441204433/0300", "441204433/0300"),
        ("Account no. 0233 00412044.20D", "0233 00412044.20D"),
        ("Compte Courant Tilia n° 20 041 01012 0412044B033 55", "20 041 01012 0412044B033 55"),
        ("Merchant Account ID: PM-41204-US", "PM-41204-US"),
        ("RIB : 00117 04120 00044120331 31", "00117 04120 00044120331 31"),
        ("Agreement number 60-14-88 20412044", "60-14-88 20412044"),
        ("C.C.C. 2100 0813 61 0123456789", "2100 0813 61 0123456789"),
        ("Conto corrente | 1000/00118842\nIBAN | IT14 J030 6909 4401 0000 0118 842", "1000/00118842"),
        ("GiroKomfort 1042338175, DE47 7505 1230 1042 3381 75", "1042338175"),
        ("Låne nr. 9070-0008817734", "9070-0008817734"),
        ("Nombor akaun | : 514187-203366", "514187-203366"),
        ("Account 815-30288-084117-EOP", "815-30288-084117-EOP"),
        ("Credit card number | XXXX XXXX XXXX XX37", "XXXX XXXX XXXX XX37"),
        ("CUENTA DE AHORROS\nNÚMERO 441-820731-52", "441-820731-52"),
        ("C.C.C.\n2100 0813 61 0123456789", "2100 0813 61 0123456789"),
        ("Loan number\nLN 0072-448190-5", "LN 0072-448190-5"),
        ("Numéro de folio | 0418827", "0418827"),
        ("Caja de Ahorro en Pesos N° | 4018820-3 119-7", "4018820-3 119-7"),
        ("Conta D.O. n.º | 0-4410228.000.001", "0-4410228.000.001"),
        ("Conto corrente n. | 000/4471882", "000/4471882"),
        ("Conta: 1844/04477-1", "1844/04477-1"),
        ("Clearing- och kontonummer | 8204-7, 903 441 772-0", "8204-7, 903 441 772-0"),
        ("Clearingnr, kontonummer 6161, 447 718 820", "447 718 820"),
        ("Αριθμός λογαριασμού: 104/412044-33\nΚίνηση", "104/412044-33"),
        ("Account: -------4127", "-------4127"),
        ("会員番号 | 3764-XXXXXX-21008", "3764-XXXXXX-21008"),
        ("Kortnummer | 5401 86XX XXXX 2093", "5401 86XX XXXX 2093"),
    ],
)
def test_a_labelled_number_is_the_account(text: str, number: str) -> None:
    assert numbers(text) == [number]


def test_the_number_stands_at_the_place_of_its_label() -> None:
    (line,) = lines("Branch ; Account: | 01442 ; 0077123-9", stops=STOPS)
    barred = [Chunk(tuple(replace(w, text=w.text.replace(";", "|")) for w in c.words)) for c in line.chunks]
    (number,) = account_numbers([replace(line, chunks=tuple(barred))])
    assert number.text == "0077123-9"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Checking - 70412208", "70412208"),
        ("Interest Checking | 9938271045", "9938271045"),
        ("n° 30003 03420 00050412887 61 | du 05/02/2024", "30003 03420 00050412887 61"),
        ("Kontoauszug AT61 2011 1822 4410 9900 | lautend auf EUR", "AT61 2011 1822 4410 9900"),
        ("AT611904300234573201 Tilia Medium", "AT611904300234573201"),
    ],
)
def test_a_number_after_the_name_of_an_account(text: str, number: str) -> None:
    assert numbers(text) == [number]
    assert numbers(f"{text}\nAccount number: 12345678") == ["12345678"]


@pytest.mark.parametrize(
    "text",
    [
        "Statement of account 2024",
        "Account activity 12-31-2024",
        "Savings rate 2.5",
        "N° client 03411278",
        "Account statement no. 20240012",
        "Account holder no. 20240012",
    ],
)
def test_years_and_rates_are_no_numbers_of_accounts(text: str) -> None:
    assert numbers(text) == []


def test_the_number_may_stand_in_a_page_head_that_is_repeated() -> None:
    body, head = lines("Coffee\nTea"), lines("Card ending in 1234 | Page 2")
    assert [number.text for number in account_numbers(body, aside=head)] == ["1234"]
    assert [number.text for number in account_numbers(lines("Account: 78558050"), aside=head)] == ["78558050"]


def test_a_lone_number_near_the_top_is_taken_where_none_is_labelled() -> None:
    assert numbers("Example Bank\n12345678\nCoffee") == ["12345678"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The balance will be debited from your bank account 55667788 on or after 6 July.",
        "Wij incasseren dit bedrag omstreeks 27 mei van rekening NL91 ABNA 0417 1643 00.",
        "Den Saldo buchen wir am 25.03.2025 von Ihrem Konto IBAN DE89 3704 0044 0532 0130 00 ab.",
        "It will be debited by direct debit from your\nbank account 55667788 on or after 6 July 2024.",
    ],
)
def test_the_account_that_pays_for_a_card_is_not_that_of_the_card(sentence: str) -> None:
    assert numbers(f"{sentence}\nCard 4910 12XX XXXX 7788") == ["4910 12XX XXXX 7788"]


def test_a_toll_free_telephone_and_who_draws_direct_debits_are_no_numbers() -> None:
    assert numbers("Blocco carta 800 418 820") == []
    assert numbers("Our number NL45ZZZ332777140000, mandate 1") == []


def test_the_last_digits_are_those_of_the_whole_number() -> None:
    assert numbers("Account ending 8-61004\nAccount number 5718-441828-61004") == ["5718-441828-61004"] * 2


def iban_of(text: str) -> str:
    number, *_ = account_numbers(lines(text, stops=STOPS))
    return by_iban(number, lines(text, stops=STOPS), 2).text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Konto 532013000\nIBAN DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00"),
        ("Konto 16.021-5\nIBAN CH93 0076 2011 6238 5295 7", "CH93 0076 2011 6238 5295 7"),
        ("Account number 31926819\nIBAN GB29 NWBK 6016 1331 9268 19", "31926819"),
        ("Konto 61186420\n\n\n\n\nMiete an IBAN DE89 3704 0044 0532 0130 00", "61186420"),
        ("Konto 61186420\nDatum\nIBAN DE89 3704 0044 0532 0130 00", "61186420"),
        ("Konto ****1300\nDatum\nIBAN DE89 3704 0044 0532 0130 00", "****1300"),
    ],
)
def test_an_account_is_told_by_its_iban_where_its_country_does(text: str, told: str) -> None:
    assert iban_of(text) == told


def test_two_lone_numbers_are_none() -> None:
    assert numbers("12345678\n87654321") == []


@pytest.mark.parametrize(
    "text",
    [
        "Call us on (020) 555-0134",
        "Account opened 01/02/2020",
        "Your account manager | Ann Smith",
        "Invoice number 4711",
    ],
)
def test_telephones_dates_and_names_are_no_numbers(text: str) -> None:
    assert numbers(text) == []


def test_all_numbers_are_found_in_order_with_their_lines() -> None:
    found = account_numbers(lines("Account number: 11112222\nCoffee\nAccount number: 33334444", stops=STOPS))
    assert [(n.text, n.line) for n in found] == [("11112222", 0), ("33334444", 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Conta Poupança Futuro | N.º 45588120418", ["45588120418"]),
        ("Cliente Futuro | N.º 45588120418", []),
        ("Conta Poupança Futuro | N.º 2025/002", []),
    ],
)
def test_a_number_stands_beside_the_name_of_its_account(text: str, expected: list[str]) -> None:
    iban = "IBAN PT50 0041 7000 4558 8120 4170 5"
    found = [n.text for n in account_numbers(lines(f"{iban}\n{text}", stops=(40, 300)))]
    assert [number for number in found if not number.startswith("PT50")] == expected


def test_the_number_of_a_share_stands_beside_its_name() -> None:
    assert numbers("Share 09 | Free checking\nShare 40 | Money market plus", stops=(40, 120)) == ["09", "40"]
    assert numbers("Share 09 | 12.50", stops=(40, 120)) == []


def test_the_number_of_a_share_stands_before_its_name_or_behind() -> None:
    assert numbers("ID 0012 HOLIDAY CLUB\nTea\nID 0040 15 MONTH CERTIFICATE") == ["0012", "0040"]
    assert numbers("REGULAR SAVINGS - 00\nTea\nFREE CHECKING - 50 (continued)") == ["00", "50"]


def test_lines_that_are_rows_hold_no_account_numbers() -> None:
    assert account_numbers(lines("Account number: 11112222", stops=STOPS), frozenset({0})) == []


@pytest.mark.parametrize(
    ("printed", "same"),
    [("XXXX-XXXX 6426", "6426"), ("de89 3704 0044", "DE8937040044"), ("****2437", "2437"), ("12 34.56-78", "12345678")],
)
def test_numbers_are_compared_without_masks_and_blanks(printed: str, same: str) -> None:
    assert key(printed) == same


def test_codes_before_the_names_of_accounts() -> None:
    text = "S0001 - REGULAR SHARES\nTea\nS0010 - SHARE DRAFT CHECKING\nRent\nL0042 - NEW AUTO LOAN"
    assert numbers(text) == ["S0001", "S0010", "L0042"]
    assert numbers(f"Account number: 12345678\n{text}") == ["12345678"]


def test_an_iban_of_the_head_is_the_account_rather_than_a_card_below_rows() -> None:
    text = "Tilia Rekening | BE68 5390 0754 7034\nTea\nKaart nr. 6703 XXXX XXXX 5372"
    assert [n.text for n in account_numbers(lines(text, stops=STOPS), frozenset({1}))] == ["BE68 5390 0754 7034"]


def test_a_wallet_has_the_masked_number_of_a_telephone() -> None:
    assert numbers("Mobile Number: | 254 7** *** 118") == ["254 7** *** 118"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("IBAN: DE73 6309 0100 0044 1770 05\nKontokorrent 44177005 | EUR-Konto", "44177005"),
        ("IBAN: DE73 6309 0100 0044 1770 05\nSparbrief 99887766", "DE73 6309 0100 0044 1770 05"),
        ("Account number: 51338274\nIBAN | GB17THBY40127651338274", "51338274"),
        ("RIB : 15589 29700 00044182007 71\nCompte n° 00044 1820077T", "00044 1820077T"),
        ("IBAN: DE73 6309 0100 0044 1770 05\nCard number 9058 4104 1981 8961", "DE73 6309 0100 0044 1770 05"),
        ("Card number 9058 4104 1981 8961\nCard no. 8961", "9058 4104 1981 8961"),
        ("Account ending in 3308\nAccount number | XXXX XXXX XXXX 3308", "XXXX XXXX XXXX 3308"),
    ],
)
def test_of_several_numbers_the_banks_own_one_in_full_is_the_account(text: str, number: str) -> None:
    assert numbers(text)[0] == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("SHARE 0012 - HOLIDAY CLUB", "0012"),
        ("LOAN 0101 - AUTO LOAN 2021", "0101"),
        ("FREE CHECKING - ID 0070", "0070"),
        ("FREE CHECKING ID 0070", "0070"),
        ("FREE CHECKING | ID 0070", "0070"),
        ("VEHICLE LOAN 2022 ID L0045", "L0045"),
        ("0070 FREE CHECKING (continued)", "0070"),
        ("Account activity | TOTAL CHECKING (...7719)", "...7719"),
        ("Platinum Money Market *****7206", "*****7206"),
        ("REGULAR CHECKING x4471", "x4471"),
    ],
)
def test_the_short_number_beside_the_name_of_an_account(text: str, number: str) -> None:
    assert numbers(text) == [number]


def test_the_accounts_of_a_member_of_a_caisse_have_codes_before_and_behind() -> None:
    text = "EOP COMPTE CHÈQUES | No 815-30214-0418827 EOP\nThé\nET1 | ÉPARGNE STABLE No 815-30214-0418827 ET1"
    assert numbers(text) == ["815-30214-0418827 EOP", "815-30214-0418827 ET1"]


@pytest.mark.parametrize(("title", "number"), [("ES 1", "0213877-4 ES 1"), ("Stable", "0213877-4")])
def test_the_code_that_begins_the_title_of_an_account_ends_its_number(title: str, number: str) -> None:
    assert numbers(f"{title} Savings | Account 0213877-4 ES 1 | Currency: CAD") == [number]


def test_the_name_of_an_account_may_be_one_word_before_its_number() -> None:
    assert numbers("CAIXA POUPANÇA N.º 0255.118730.461 EUR") == ["0255.118730.461"]


def test_the_number_of_a_statement_is_no_account() -> None:
    assert numbers("ESTRATTO CONTO N. 1 AL 31/03/2025") == []


def test_the_card_of_a_pending_payment_is_no_account() -> None:
    text = "29/02/2024 | Autorización tarjeta *2291 Zapatería | -24.90\nCuenta ES21 3099 0412 8820 1107 4456"
    assert numbers(text) == ["ES21 3099 0412 8820 1107 4456"]


def test_a_number_that_stands_below_no_account_is_none() -> None:
    assert numbers("RESUMEN DEL MES\nNÚMERO 441-820731-52") == []


def test_a_value_stands_below_its_own_label_where_one_text_holds_several() -> None:
    labels = "Code banque Code guichet N° de compte Clé RIB"
    values = "40618 | 80297 | 00040883117 | 52"
    assert numbers(f"{labels}\n{values}", stops=(40, 100, 175, 250)) == ["00040883117"]


def test_the_number_that_an_iban_holds_may_be_told_at_the_end() -> None:
    text = "IBAN: DE61 4401 0099 0467 2183 55\n01.12. | Tea | 3,50\n\nKontonummer | 0467 218 355"
    found = account_numbers(lines(text, stops=STOPS), frozenset({1}))
    assert [(number.text, number.line) for number in found] == [("0467 218 355", 0), ("0467 218 355", 2)]


def test_the_number_of_a_page_foot_goes_before_ibans_among_the_rows() -> None:
    text = "01.07.2025 | Rent | 9,00\nIBAN: DE02100500000024290661\n02.07.2025 | Tea | 1,00"
    foot = lines("IBAN: DE89 3704 0044 0532 0130 00", stops=STOPS)
    found = account_numbers(lines(text, stops=STOPS), frozenset({0, 2}), foot)
    assert [number.text for number in found] == ["DE89 3704 0044 0532 0130 00"]


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Compte joint Mme et M Exemple Martin n° 00022345678", "00022345678"),
        ("Compte joint Mme et M Exemple Martin n° 00022345679", "FR76 1447 7001 2700 0223 4567 840"),
        ("01.03.2024 | Exemple Martin 00022345678 | 4,00", "FR76 1447 7001 2700 0223 4567 840"),
    ],
)
def test_the_number_behind_a_holder_is_that_of_the_iban_below(heading: str, number: str) -> None:
    """As the other accounts are called by their own numbers; none of a row is."""
    first = "Compte de dépôt n° 00012345678\nIBAN : FR76 1447 7001 2700 0123 4567 840\n01.03.2024 | Loyer | 9,00"
    assert numbers(f"{first}\n{heading}\nIBAN : FR76 1447 7001 2700 0223 4567 840") == ["00012345678", number]
