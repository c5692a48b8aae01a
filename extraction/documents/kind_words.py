"""Words that tell a bank statement, a card's and an invoice, in the languages of `tables.languages` and Nordic ones: for each concept of `kind`, in
its order, whole words and such as are found within others. Patterns for labels as `plain` makes them."""

BANK = (
    (
        r"guthabenauszug|balance statement|выписка|виписка|(?:bank)?szamlakivonat|szamlatortenet|(?:αντιγραφο )?κινησ\w+ λογαριασμου|hesap (?:hareketleri|ozeti|ekstresi|dokumu)|ekstre|rekening koran|(?:laporan )?mutasi rekening|laporan (?:rekening|transaksi)|penyata akaun|extras(?:ul)? (?:de )?cont|tilin tapahtumat|tilitapahtumat|vypis (?:pohybu|transakci)|prehled pohybu|vypis z uctu",
        r"お?取引明細|入出金明細|預金通帳|対账单|对账单|對賬單|月結單|交易明细|거래\s?내역|거래\s?명세|입출금|รายการเดินบัญชี|ใบแจ้งยอด",
    ),
    (
        r"номер счета|номер карты|номер рахунку|szamlaszam|szamla (?:szama|tulajdonosa)|αριθμος λογαριασμου|δικαιουχος|hesap (?:no|numarasi|sahibi|adi)|sube/hesap|(?:no|nomor) rekening|nama rekening|nombor akaun|numar(?:ul)? (?:de )?cont\w*|cont nr|titular(?:ul)? (?:de )?cont\w*|cod iban|tilinumero|tili|cislo uctu|nazev uctu|ucet",
        r"口座番号|口座名義|店番|账号|账户|帳號|戶口|계좌번호|예금주|เลขที่บัญชี|ชื่อบัญชี",
    ),
    (
        r"(?:nyito|zaro|elozo) egyenleg|egyenleg|υπολοιπο|bakiye(?:si)?|sold (?:initial|final|anterior|curent|precedent)|zustatek|zustatku|zostatok|baki",
        r"残高|繰越|余额|餘額|結餘|잔액|이월|คงเหลือ|ยอดยกมา",
    ),
    (
        r"пополнения|поступления|списания|снятия|надходження|витрати|jovairas\w*|terheles\w*|χρεωση|πιστωση|χρεωσεις|πιστωσεις|borc|alacak|kredit|debet|mutasi|setoran|penarikan|rulaj\w*|incasari|panot|otot|pripsano|odepsano|prichozi|odchozi",
        r"出金|入金|お支払い?金額|お預か?り金額|お?引き?出し|支出|存入|출금|입금|ถอน|ฝาก",
    ),
    (
        r"vadesiz|vadeli|tabungan|cont curent|kayttotili|saastotili|bezny ucet|sporici ucet|akaun (?:semasa|simpanan)",
        r"普通預金|当座預金|定期預金|貯蓄預金|活期|储蓄|보통예금|저축예금|자유입출|ออมทรัพย์|กระแสรายวัน",
    ),
    (
        r"tranzakcio\w*|konyveles|συναλλαγ\w+|κινησεις|islem|hareket|transaksi|tranzactii?|tapahtumat|transakce|pohyby",
        r"取引日|お取引|交易日|거래일|รายการ",
    ),
    (
        r"idoszak|περιοδος|tarih araligi|donem|perioada|kausi|obdobi|tempoh",
        r"取引期間|対象期間|照会期間|조회\s?기간|거래\s?기간|ระหว่างวันที่",
    ),
)

CARD = (
    (
        r"ελαχιστη καταβολη|(?:minsta|minste) belopp|minimibelopp|mindstebelob|minste ?belop|minimalna (?:kwota|splata)(?: do zaplaty)?|asgari odeme(?: tutari)?|pembayaran minimum|bayaran minimum|plata minima|vahimmais\w+|minimalni splatka",
        r"最低支払|最小还款|最低还款|최소\s?결제|ชำระขั้นต่ำ",
    ),
    (
        r"(?:att )?betalas? senast|betales senest|forfall\w*|forfald\w*|termin (?:platnosci|splaty)|son odeme tarihi|(?:tanggal )?jatuh tempo|data scadenta|scadenta|erapaiva|(?:datum )?splatnosti?",
        r"お支払日|お支払期日|到期还款日|결제일|ครบกำหนดชำระ",
    ),
    (
        r"linea di utilizzo|beviljad kredit|πιστωτικο οριο|kredi?tgrans|kreditt?grense|kredit(?:ramme|maksimum|limit)|kopgrans|limit (?:kredytowy|karty)|kart limiti|kredi limiti|batas kredit|had kredit|limita de credit|luottoraja|uverovy (?:limit|ramec)",
        r"利用可能枠|利用限度額|信用额度|이용\s?한도|วงเงิน",
    ),
    (
        r"disponibilita residua|διαθεσιμο οριο|(?:kvar att|disponibelt|tillgangligt|tilgjengelig|til radighed)(?: \w+)?(?: belopp| belob| kredit\w*)?|dostepny limit|kullanilabilir (?:limit|kart limiti)|sisa kredit|credit disponibil|kaytettavissa|disponibilni limit",
        r"利用可能額|可用额度|이용\s?가능\s?(?:금액|한도)|วงเงินคงเหลือ",
    ),
    (
        r"kop|inkop|kjop|varekjop|kob|transakcje bezgotowkowe|harcamalar|alisverisler|pembelian|cumparaturi|ostot|nakupy",
        r"お買物|ショッピング|일시불",
    ),
    (
        r"kontantuttag|kontantuttak|kontanthaevning\w*|wyplaty gotowki|nakit avans|tarik tunai|avans numerar|kateisnosto\w*",
        r"キャッシング|现金分期|현금서비스|เบิกเงินสด",
    ),
    (
        r"carta(?: \w+)? n(?:umero|ro|r)?|αριθμος καρτας|kortnummer|kortnr|numer karty|kart (?:no|numarasi)|(?:no|nomor) kartu|numar(?:ul)? card\w*|kortin numero|cislo karty",
        r"カード番号|卡号|카드번호|หมายเลขบัตร",
    ),
)

INVOICE = (
    (
        r"irsaliye|teklif|faktur|kwitansi|nota|invois|chitanta|aviz|lasku|kuitti|danovy doklad|faktura|objednavka",
        r"請求書|領収書|見積書|納品書|发票|청구서|세금계산서|영수증|견적서|ใบแจ้งหนี้|ใบกำกับภาษี|ใบเสร็จ",
    ),
    (
        r"alici|kepada|cumparator|laskutusosoite|odberatel",
        r"御中|請求先|公司名称|공급받는\s?자|ลูกค้า",
    ),
    (
        r"birim fiyat\w*|miktar|harga satuan|kuantitas|pret unitar|cantitate|yksikkohinta|jednotkova cena|mnozstvi",
        r"単価|数量|单价|단가|수량|ราคาต่อหน่วย|ราคา/หน่วย",
    ),
    (
        r"ara toplam|veroton|mezisoucet|zaklad dane",
        r"小計|소계|공급가액",
    ),
    (
        r"odenecek(?: tutar)?|genel toplam|total de plata|maksettava|celkem k uhrade|k uhrade",
        r"ご?請求金額|청구금액|ยอดชำระ",
    ),
    (
        r"kdv|ppn|npwp|alv|dph",
        r"消費税|增值税|부가(?:가치)?세|ภาษีมูลค่าเพิ่ม",
    ),
    (
        r"vade(?: tarihi)?|fatura (?:no|tarihi)|no faktur|numar(?:ul)? facturii?|laskun (?:numero|paivays)|cislo faktury|datum vystaveni",
        r"支払期限|請求書番号|납부기한|เลขที่ใบ",
    ),
)
