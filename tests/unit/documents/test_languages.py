"""Statements in further languages, made by hand: all of them have to be read and proved."""

import pytest

from schemas.statement import Account
from tests.pages import codes, parsed, told

JAPANESE = """
霧島銀行
お取引明細書
普通預金 口座番号 0123456
お取引期間 2024年3月1日～2024年3月31日
お取引日 | お取引内容 | お支払金額（円） | お預り金額（円） | 差引残高（円）
| 前月繰越 | | | 100,000
2024年3月2日 | カード | 3,500 | | 96,500
2024年3月3日 | 給与 | | 900,000 | 996,500
令和6年3月4日 | ATM お引出し | 997 | | 995,503
| 次月繰越 | | | 995,503
"""
KOREAN = """
푸른은행
거래내역조회
계좌번호 : 123-456789-01-011
조회기간 : 2024.03.01 ~ 2024.03.31
출금합계 : 4,497원 입금합계 : 900,000원
거래일시 | 적요 | 출금액(원) | 입금액(원) | 잔액(원)
2024.03.04 10:11:39 | 인터넷뱅킹 | 997 | 0 | 995,503
2024.03.03 09:10:33 | 급여 | 0 | 900,000 | 996,500
2024.03.02 18:39:09 | 체크카드 | 3,500 | 0 | 96,500
"""
THAI = """
ธนาคารดอยขาว
รายการเดินบัญชีเงินฝากออมทรัพย์
เลขที่บัญชีเงินฝาก 012-3-45678-9
รอบระหว่างวันที่ 01/03/2024 - 31/03/2024
รวมถอนเงิน 2 รายการ 13.50
รวมฝากเงิน 1 รายการ 9.00
วันที่ | รายการ | | ถอนเงิน / ฝากเงิน | ยอดคงเหลือ (บาท)
01-03-24 | ยอดยกมา | | | 100.00
02-03-24 | ชำระเงิน | | 3.50 | 96.50
03-03-24 | รับโอนเงิน | | 9.00 | 105.50
04-03-24 | ถอนเงินสด | | 10.00 | 95.50
"""
TURKISH = """
Kartal Bankası A.Ş.
HESAP HAREKETLERİ
Şube/Hesap: 0123-0456789
Tarih Aralığı: 01.03.2024 - 31.03.2024
Tarih | Açıklama | | Tutar | Bakiye
04.03.2024 | Para Çekme | | -10,00 TL | 95,50 TL
03.03.2024 | Gelen FAST | | 9,00 TL | 105,50 TL
02.03.2024 | Alışveriş | | -3,50 TL | 96,50 TL
Toplam Borç: 13,50 TL Toplam Alacak: 9,00 TL
"""
INDONESIAN = """
Bank Rinjani
REKENING TAHAPAN
NO. REKENING : 0123456789
PERIODE : MARET 2024
MATA UANG : IDR
TANGGAL | KETERANGAN | MUTASI | | SALDO
01/03 | SALDO AWAL | | | 1,000.00
02/03 | KARTU DEBIT | 3.50 | DB | 996.50
03/03 | KR OTOMATIS | 90.00 | | 1,086.50
03/03 | KR OTOMATIS | 9.00 | |
04/03 | KR OTOMATIS | 1.00 | | 1,096.50
04/03 | BIAYA ADM | 10.00 | DB | 1,086.50
SALDO AWAL : 1,000.00
MUTASI CR : 100.00
MUTASI DB : 13.50
SALDO AKHIR : 1,086.50
"""
ROMANIAN = """
Banca Retezat S.A.
EXTRAS CONT din 01/03/2024 - 31/03/2024
Cont: RO49AAAA1B31007593840000
Data | Descriere | | Debit | Credit
| SOLD ANTERIOR | | | 100.00
02/03/2024 | Plata la POS | | 3.50 |
| RULAJ ZI | | 3.50 | 0.00
| SOLD FINAL ZI | | | 96.50
03/03/2024 | Incasare OP | | | 9.00
| Comision plata OP | | 10.00 |
| RULAJ ZI | | 10.00 | 9.00
| SOLD FINAL ZI | | | 95.50
| RULAJ TOTAL CONT | | 13.50 | 9.00
| SOLD FINAL CONT | | | 95.50
"""
FINNISH = """
Osuuspankki Saimaa
TILIOTE
Kausi 01.03.2024 - 31.03.2024
Tili FI21 1234 5600 0007 85
Saldo kauden alussa +100,00
Panot 1 kpl yhteensä +9,00
Otot 2 kpl yhteensä -13,50
Saldo kauden lopussa +95,50
Arkistointitunnus | Saaja / Maksaja | | | Määrä
KIRJAUSPÄIVÄ 02.03. | | | |
0001ABC | KORTTIOSTO | | | 3,50-
| Korttinumero **** 9382 Ostopvm 01.03.2024 | | |
0002ABC | PALKKA | | | 9,00+
KIRJAUSPÄIVÄ 04.03. | | | |
0003ABC | TILISIIRTO | | | 10,00-
"""
CZECH = """
Krušná banka, a.s.
VÝPIS Z ÚČTU
Období: 1. 3. 2024 - 31. 3. 2024
Účet: 19-2000145399/0800
Měna: CZK
Počáteční zůstatek: 100,00
Příchozí úhrady celkem: 9,00
Odchozí úhrady celkem: -13,50
Konečný zůstatek: 95,50
Datum | Označení platby | | Částka | Zůstatek
Valuta | Protiúčet nebo poznámka | | |
02.03. | Poplatek za výběr | | -3,50 | 96,50
02.03. | | | |
03.03. | Příchozí úhrada | | 9,00 | 105,50
03.03. | Strojírny A.S. | | |
04.03. | Trvalý příkaz | | -10,00 | 95,50
04.03. | nájem | | |
"""
CENTS = [("2024-03-02", "-3.50"), ("2024-03-03", "9.00"), ("2024-03-04", "-10.00")]
WHOLE = [("2024-03-02", "-3500"), ("2024-03-03", "900000"), ("2024-03-04", "-997")]
SAME_DAY = [("2024-03-02", "-3.50"), ("2024-03-03", "9.00"), ("2024-03-03", "-10.00")]


def account(text: str, stops: tuple[float, ...] = (40, 140, -360, -450, -540)) -> Account:
    """Text -> its only account; the document has to be accepted without an error."""
    result = parsed(text, stops=stops)
    assert (result.document.kind, result.decision, codes(result)) == ("bank_statement", "accepted", [])
    return result.accounts[0]


@pytest.mark.parametrize(
    ("text", "currency", "number", "rows"),
    [
        pytest.param(JAPANESE, "JPY", "0123456", WHOLE, id="ja"),
        pytest.param(KOREAN, "KRW", "123-456789-01-011", WHOLE[::-1], id="ko"),
        pytest.param(THAI, "THB", "012-3-45678-9", CENTS, id="th"),
        pytest.param(TURKISH, "TRY", "0123-0456789", CENTS[::-1], id="tr"),
        pytest.param(ROMANIAN, "RON", "RO49AAAA1B31007593840000", SAME_DAY, id="ro"),
        pytest.param(FINNISH, "EUR", "FI21 1234 5600 0007 85", [CENTS[0], ("2024-03-02", "9.00"), CENTS[2]], id="fi"),
        pytest.param(CZECH, "CZK", "19-2000145399/0800", CENTS, id="cs"),
    ],
)
def test_a_statement_of_each_language(text: str, currency: str, number: str, rows: list[tuple[str, str]]) -> None:
    one = account(text)
    assert (one.currency, one.account_number) == (currency, number)
    assert [(day, amount) for day, amount, _ in told(one)] == rows
    assert (str(one.period_start), str(one.period_end)) == ("2024-03-01", "2024-03-31")


@pytest.mark.parametrize("title", ["VÝPIS Z ÚČTU", "TILIOTE", "HESAP HAREKETLERİ", "EXTRAS DE CONT", "お取引明細書"])
def test_the_title_of_a_statement_is_no_bank(title: str) -> None:
    text = THAI.replace("ธนาคารดอยขาว\n", "").replace("รายการเดินบัญชีเงินฝากออมทรัพย์", title)
    assert parsed(text, stops=(40, 140, -360, -450, -540)).institution is None


def test_debits_have_a_mark_in_a_column_of_their_own_and_credits_have_none() -> None:
    one = account(INDONESIAN, (40, 140, -360, 370, -540))
    assert (one.currency, one.account_number) == ("IDR", "0123456789")
    assert [amount for _, amount, _ in told(one)] == ["-3.50", "90.00", "9.00", "1.00", "-10.00"]
    assert (str(one.opening_balance), str(one.closing_balance)) == ("1000.00", "1086.50")


def test_a_row_that_is_missing_is_missed_in_each_language() -> None:
    for text, row in ((JAPANESE, "2024年3月3日"), (THAI, "03-03-24"), (CZECH, "03.03. | P"), (TURKISH, "03.03.2024")):
        rest = "\n".join(line for line in text.split("\n") if not line.startswith(row))
        assert parsed(rest, stops=(40, 140, -360, -450, -540)).decision == "review"


def test_the_date_of_a_purchase_below_a_row_is_not_the_day_of_those_after_it() -> None:
    days = [day for day, _, _ in told(account(FINNISH))]
    assert days == ["2024-03-02", "2024-03-02", "2024-03-04"]


def test_an_invoice_is_no_statement_in_any_language() -> None:
    text = """
請求書
株式会社青空 御中
日付 | 内容 | 数量 | 単価 | 金額
2024年3月2日 | 部品 | 2 | 1,000 | 2,000
| 小計 | | | 2,000
| 消費税 | | | 200
| ご請求金額 | | | 2,200
お支払期限 2024年4月30日
"""
    assert parsed(text).decision == "rejected"
