"""Words of statements in Japanese, Korean, Chinese, Thai, Turkish, Indonesian and Malay, Romanian, Finnish, Czech,
Slovak, Hungarian and Greek: heads of columns by their role, and patterns for labels by their meaning.

Heads are written as printed. Patterns are written as `plain` makes labels: lower case, no accents, no punctuation; words
of scripts that print no blanks between words are found within others.
"""


def _any(words: str, within: str = "") -> str:
    """Patterns of whole words, patterns that are found within words -> one pattern of them all."""
    return rf"\b(?:{words})\b" + (f"|{within}" if within else "")


HEADS = {
    "date": "消費日|入帳起息日|入帳 起息日|消費日期|消费日|入帳日|入賬日|入账日|入帳日期|記帳日期|记账日|データ処理日|dátum|könyvelés|könyvelés napja|könyvelés dátuma|könyvelési nap|könyvelési dátum|tranzakció dátuma|tranzakció napja|ημερομηνία|ημ/νία|ημερομηνία συναλλαγής|ημ/νία συναλλαγής|ημερομηνία κίνησης|日付|お取引日|取引日|取引日付|取引年月日|お取扱日|取扱日|お取扱年月日|年月日|日時|取引日時|お取引日時|勘定日|ご利用日|利用日|交易日期|交易日|记账日期|記賬日期|記帳日|入账日期|入賬日期|日期|"
    "거래일시|거래일자|거래일|일자|날짜|일시|승인일|승인일자|이용일|이용일자|วันที่|วัน/เดือน/ปี|วันเดือนปี|วันที่ทำรายการ|วันที่รายการ|วันที่บันทึก|วัน เวลา|วันที่/เวลา|"
    "tarih|işlem tarihi|hareket tarihi|muhasebe tarihi|kayıt tarihi|tarih/saat|tarih saat|işlem zamanı|"
    "tanggal|tgl|tanggal transaksi|tgl transaksi|tgl trans|tanggal posting|tgl posting|tanggal pembukuan|tanggal/waktu|tanggal & waktu|waktu transaksi|tarikh|tarikh transaksi|"
    "data tranzacției|data tranzacție|data operațiunii|data operațiune|data operării|data înregistrării|data procesării|data contabilizării|data finalizării|"
    "pvm|päivä|päivämäärä|kirj.pvm|maksupäivä|tapahtumapäivä|ostopäivä|ostopvm|datum provedení|datum zaúčtování|zaúčtováno|den zaúčtování|datum odepsání|datum a čas|datum operace|datum zúčtování|dátum|dátum zaúčtovania",
    "value_date": "értéknap|értéknap dátuma|αξία|ημερομηνία αξίας|ημ/νία αξίας|τοκοφόρος|起算日|起息日|기산일|วันที่มีผล|วันที่มีผลบังคับ|valör tarihi|valör|tanggal valuta|tgl valuta|tanggal efektif|tgl efektif|tarikh nilai|data valutei|arvopvm|den valuty|dátum valuty",
    "description": "明細|明细|消費明細|帳務明細|消費說明|商店名稱|特店名稱|megnevezés|forgalom megnevezése|a forgalom megnevezése|közlemény|leírás|tranzakció|tranzakció típusa|jogcím|partner neve|αιτιολογία|περιγραφή|συναλλαγή|κίνηση|είδος συναλλαγής|摘要|お取引内容|取引内容|内容|お取引摘要|お取引|取引区分|お取引区分|取引種類|取引名|ご利用先|ご利用店名|利用店名|ご利用内容|備考|交易摘要|交易类型|交易說明|说明|說明|备注|備註|附言|对方户名|進支詳情|交易详情|交易詳情|交易明細|交易明细|"
    "적요|내용|거래내용|기재내용|거래구분|구분|내역|거래내역|거래종류|비고|보낸분/받는분|의뢰인/수취인|이용가맹점|가맹점|가맹점명|"
    "รายการ|รายละเอียด|คำอธิบาย|คำอธิบายรายการ|รายละเอียดรายการ|หมายเหตุ|บันทึก|"
    "açıklama|açıklamalar|işlem açıklaması|işlem|işlem türü|işlem tipi|işlem adı|detay|işlem detayı|alıcı/gönderen|karşı taraf|"
    "keterangan|keterangan transaksi|uraian|uraian transaksi|deskripsi|deskripsi transaksi|rincian|rincian transaksi|transaksi|catatan|butiran|butir butir|perihal|"
    "descriere|descrierea|descriere tranzacție|descrierea tranzacției|detalii|detalii tranzacție|detalii operațiune|explicații|explicație|operațiune|operațiuni|tranzacție|tranzacții|tip tranzacție|beneficiar|beneficiar/ordonator|partener|"
    "selitys|viesti|saaja / maksaja|saajan nimi|tapahtuma|tapahtumat|tapahtumalaji|tapahtuman selite|nimi|"
    "označení platby|protiúčet nebo poznámka|protiúčet a poznámka|poznámka|zpráva pro příjemce|typ transakce|typ operace|popis transakce|popis pohybu|pohyb|transakce|operace|popis obchodu|popis transakcie|transakcia",
    "reference": "bizonylatszám|azonosító|tranzakció azonosító|sorszám|α/α|αριθμός αναφοράς|κατάστημα|店番|取扱店|お取扱店|取引店|取引番号|お取引番号|通番|伝票番号|流水号|凭证号|交易流水号|거래점|취급점|거래점명|거래번호|승인번호|순번|통장메모|메모|"
    "เวลา|ช่องทาง|สาขา|เลขที่เช็ค|เลขที่อ้างอิง|รหัส|รหัสรายการ|เลขที่เอกสาร|ผู้ทำรายการ|fiş no|dekont no|referans|referans no|şube|kanal|etiket|saat|işlem no|sıra no|"
    "cbg|cabang|no ref|no referensi|no. reff|nomor referensi|teller|kode|kode transaksi|waktu|no urut|cawangan|rujukan|"
    "referință|referința|numar document|număr document|nr document|nr doc|nr crt|viite|viitenumero|tapahtumatunnus|tositenumero|nro|"
    "variabilní symbol|konstantní symbol|specifický symbol|číslo protiúčtu|protiúčet|kód transakce|id transakce|číslo dokladu",
    "debit": "terhelés|terhelések|kiadás|kifizetés|tartozik|χρέωση|χρεώσεις|ανάληψη|αναλήψεις|お支払金額|お支払い金額|お支払額|お支払|お支払い|支払金額|支払額|支払|お引出し|お引き出し|お引出金額|お引出し金額|引出|引出し|引出金額|出金|出金額|出金金額|ご出金|ご出金額|払出|払出金額|お払出金額|お払戻金額|払戻|払戻金額|"
    "支出|支出金额|支出金額|借方|借方金额|借方发生额|借方發生額|取款|提取|转出|轉出|출금|출금액|출금금액|찾으신금액|찾으신 금액|지급|지급액|지급금액|인출|인출금액|"
    "ถอน|ถอนเงิน|จำนวนเงินถอน|รายการถอน|เดบิต|เงินออก|หักบัญชี|รายจ่าย|borç|borç tutarı|çıkan|çıkan tutar|giden|gider|çekilen|çekilen tutar|ödenen|"
    "pengeluaran|penarikan|keluar|uang keluar|dana keluar|mutasi debet|mutasi debit|mutasi keluar|tarikan|wang keluar|"
    "sume debit|sume debitoare|suma debit|debite|rulaj debitor|plăți|ieșiri|retrageri|otot|maksut|veloitus|veloitukset|panot ulos|"
    "výdaje|výdaj|odchozí|odchozí platby|odchozí úhrady|debetní obrat|odepsané|má dáti|na ťarchu",
    "credit": "jóváírás|jóváírások|bevétel|befizetés|követel|πίστωση|πιστώσεις|κατάθεση|καταθέσεις|お預り金額|お預かり金額|お預り額|お預り|お預り入れ|お預け入れ|お預入れ|お預入金額|お預け入れ金額|預入|預入れ|預入金額|入金|入金額|入金金額|ご入金|ご入金額|受入|受入金額|お受入れ|"
    "收入|收入金额|收入金額|贷方|貸方|贷方金额|贷方发生额|貸方發生額|存入|转入|轉入|입금|입금액|입금금액|맡기신금액|맡기신 금액|예입|예입금액|"
    "ฝาก|ฝากเงิน|จำนวนเงินฝาก|รายการฝาก|เครดิต|เงินเข้า|รายรับ|alacak|alacak tutarı|giren|giren tutar|gelen|gelir|yatan|yatırılan|yatan tutar|"
    "pemasukan|penerimaan|setoran|masuk|uang masuk|dana masuk|mutasi kredit|mutasi masuk|kredit|penyetoran|wang masuk|"
    "sume credit|sume creditoare|suma credit|credite|rulaj creditor|încasări|intrări|depuneri|alimentări|panot|hyvitys|hyvitykset|talletus|talletukset|"
    "příjmy|příjem|příchozí|příchozí platby|příchozí úhrady|kreditní obrat|vklady|připsané|v prospech|na v prospech",
    "amount": "新臺幣金額|臺幣金額|台幣金額|新台幣金額|新臺幣 金額|新台幣 金額|應繳金額|消費金額|入帳金額|人民币金额|入账金额|összeg|terhelés/jóváírás|jóváírás/terhelés|terhelés jóváírás|tranzakció összege|könyvelt összeg|ποσό|ποσό συναλλαγής|χρέωση/πίστωση|金額|取引金額|お取引金額|ご利用金額|利用金額|入出金額|入出金|金额|交易金额|发生额|發生額|거래금액|금액|이용금액|승인금액|입출금액|จำนวนเงิน|ยอดเงิน|ถอนเงิน / ฝากเงิน|ถอน / ฝาก|ถอนเงิน/ฝากเงิน|ถอน/ฝาก|เดบิต / เครดิต|"
    "tutar|tutarı|işlem tutarı|borç/alacak|borç / alacak|mutasi|jumlah|jumlah transaksi|debit/kredit|debet/kredit|debit / kredit|debet / kredit|amaun|"
    "suma|suma tranzacției|sumă|summa|rahamäärä|määrä eur|summa eur|otot/panot|panot/otot|otot / panot|částka|částka transakce|částka v kč|částka czk|objem|obrat|čiastka",
    "balance": "egyenleg|könyvelt egyenleg|záró egyenleg|napi egyenleg|υπόλοιπο|λογιστικό υπόλοιπο|νέο υπόλοιπο|υπόλοιπο λογαριασμού|残高|差引残高|お差引残高|取引後残高|お取引後残高|口座残高|預金残高|お預り残高|余额|餘額|结余|結餘|账户余额|账面余额|帳戶結餘|잔액|거래후잔액|거래후 잔액|거래 후 잔액|잔고|계좌잔액|"
    "ยอดคงเหลือ|คงเหลือ|ยอดเงินคงเหลือ|ยอดคงเหลือในบัญชี|bakiye|bakiyesi|kalan bakiye|son bakiye|işlem sonrası bakiye|saldo akhir|sisa saldo|baki|baki akhir|"
    "sold|sold final|sold curent|sold contabil|sold după tranzacție|sold cont|saldo tapahtuman jälkeen|tilin saldo|zůstatek|průběžný zůstatek|zůstatek po operaci|konečný zůstatek|zostatok",
    "fee": "díj|jutalék|προμήθεια|手数料|수수료|ค่าธรรมเนียม|masraf|komisyon|biaya|palvelumaksu|poplatek|poplatky|poplatok",
    "other": "卡號|卡号|卡號末四碼|卡號 末四碼|末四碼|卡号末四位|消費國家|消費 國家|消費地|交易地|幣別|币种|外幣金額|外幣 金額|外币金额|外幣折算日|折算日|外幣 折算日 金額",
}  # fmt: skip

OPENING = _any(
    r"(?:nyito|elozo|indulo|kezdo) egyenleg|(?:προηγουμενο|αρχικο) υπολοιπο|υπολοιπο εκ μεταφορας|εκ μεταφορας|"
    r"(?:devreden|devir|acilis|onceki|donem basi|ilk|baslangic) bakiye(?:si)?|onceki (?:donem|hesap ozeti|ekstre) (?:bakiye(?:si|niz)?|borc\w*)|devreden(?! (?:bonus|\w*puan|mil))|"
    r"saldo (?:awal|sebelumnya|lalu|bulan lalu|pindahan)|baki (?:awal|pembukaan|b/f|dibawa ke hadapan)|"
    r"sold (?:contabil |cont )?(?:initial|anterior|precedent|la inceput\w*)|"
    r"saldo (?:kauden |jakson |kuukauden )?alussa|edellinen saldo|tilin alkusaldo|"
    r"(?:predchozi|minuly|puvodni|stary) zustatek|pocatecni stav|zustatek na (?:zacatku|pocatku)|(?:pociatocny|predchadzajuci) zostatok",
    r"[上前]期(?:應繳總額|應繳金額|應繳|帳單(?:總額|金額)|餘額|应还(?:款额|总额)|账单金额|欠款)$|前回ご?請求金?額|前[月期回]?繰越|繰越残高|前[月期回日]末?残高|期首残高|開始残高|^繰越$|期初[余餘][额額]|承[前上][余餘]?[额額]?|上期[结結][余餘]|"
    r"전[월기]\s?이월|이월\s?잔액|전[월기일]\s?잔액|기초\s?잔액|이전\s?잔액|시작\s?잔액|ยกมา|ยอดต้นงวด",
)
CLOSING = _any(
    r"(?:zaro|uj|befejezo) egyenleg|(?:τελικο|νεο) υπολοιπο|υπολοιπο (?:σε|εις|προς) μεταφορα|"
    r"(?:kapanis|son|donem sonu|bitis|guncel|yeni|mevcut) bakiye(?:si)?|(?<!onceki )donem borcu(?:nuz)?|saldo (?:akhir|penutup\w*)|baki (?:akhir|penutup\w*)|"
    r"sold (?:contabil |cont )?(?:final|nou|curent|la sfarsit\w*)|saldo (?:kauden |jakson |kuukauden )?lopussa|uusi saldo|"
    r"(?:aktualni|novy) zustatek|konecny stav|zustatek na konci|(?:konecny|novy) zostatok",
    r"本期(?:應繳總額|應繳金額|帳單(?:總額|金額)|应还(?:款额|总额)|账单金额|欠款)$|今回ご?請求金?額|次[月期回]繰越|期末残高|[今当][回月期]末?残高|月末残高|最終残高|現在の?残高|[期月]末[余餘结結][额額余餘]|本期[余餘结結][额額余餘]|"
    r"차[월기]\s?이월|기말\s?잔액|최종\s?잔액|현재\s?잔액|월말\s?잔액|종료\s?잔액|ยกไป|ยอดสิ้นงวด|ยอดปลายงวด|ยอดคงเหลือสิ้นงวด",
)
DATED = _any(r"tarihli bakiye|tarihindeki bakiye|saldo per|sold la(?: data)?|zustatek (?:ke dni|ke|k)")
NOT_BALANCE = _any(
    r"rendelkezesre allo|atlagos|minimum|διαθεσιμο|μεσο|"
    r"kullanilabilir|ortalama|asgari|bloke\w*|rata rata|tersedia|ditahan|diblokir|mengendap|disponibil\w*|mediu|blocat\w*|kaytettavissa|"
    r"keskisaldo|keskimaarai\w*|alin|disponibilni|prumern\w*|minimalni|pouzitelny|blokovan\w*",
    r"平均|利用可能|最低|可用|평균|출금\s?가능|이체\s?가능|เฉลี่ย|ที่ใช้ได้|ขั้นต่ำ",
)
CREDITS = _any(
    r"(?:osszes jovairas|jovairas(?:ok)? osszesen)|συνολο (?:πιστωσεων|καταθεσεων)|"
    r"toplam (?:alacak|gelen|giren|yatan)|(?:alacak|gelen|giren|yatan)(?: tutar)? toplami?|"
    r"(?:total |jumlah )?mutasi (?:kredit|cr)|(?:total|jumlah) (?:kredit|setoran|pemasukan|uang masuk)|"
    r"(?:total )?rulaj(?:e)? (?:total )?credit(?:or|oare)?|total (?:sume creditoare|incasari|intrari|depuneri|creditor)|"
    r"(?:panot|talletukset|hyvitykset) (?:\w+ ){0,2}yhteensa|"
    r"(?:prichozi|pripsano|prijmy|vklady|kreditni)(?: \w+)? celkem|celkem (?:pripsano|prichozi|prijmy|kredit\w*)|celkove (?:prijmy|pripsano)|kreditni obrat\w*|obrat(?:y)? kredit\w*",
    r"(?:入金|お?預り|お?預か?り金?額|お?預入|受入)(?:金額|れ金額)?の?(?:合計|計|総額)|입금\s?(?:총?액)?\s?(?:합계|총액|계)|총\s?입금|รวม(?:รายการ|เงิน|ยอด|จำนวนเงิน)?ฝาก|ยอดรวมฝาก",
)
DEBITS = _any(
    r"(?:osszes terheles|terheles(?:ek)? osszesen)|συνολο (?:χρεωσεων|αναληψεων)|"
    r"toplam (?:borc|giden|cikan|cekilen)|(?:borc|giden|cikan|cekilen)(?: tutar)? toplami?|"
    r"(?:total |jumlah )?mutasi (?:debet|debit|db)|(?:total|jumlah) (?:debet|penarikan|pengeluaran|uang keluar)|"
    r"(?:total )?rulaj(?:e)? (?:total )?debit(?:or|oare)?|total (?:sume debitoare|plati|iesiri|retrageri|debitor)|"
    r"(?:otot|veloitukset|maksut) (?:\w+ ){0,2}yhteensa|"
    r"(?:odchozi|odepsano|vydaje|vybery|debetni)(?: \w+)? celkem|celkem (?:odepsano|odchozi|vydaje|debet\w*)|celkove (?:vydaje|odepsano)|debetni obrat\w*|obrat(?:y)? debet\w*",
    r"(?:出金|お?支払い?|お?引き?出し?|払出|払戻)(?:金額|額)?の?(?:合計|計|総額)|출금\s?(?:총?액)?\s?(?:합계|총액|계)|지급\s?합계|총\s?출금|รวม(?:รายการ|เงิน|ยอด|จำนวนเงิน)?ถอน|ยอดรวมถอน",
)
TOTAL = r"(?:(?:ara |genel )?toplam|osszesen|συνολο|jumlah|rulaj(?:e|ul)?|yhteensa|celkem|soucet|spolu)\b|(?:小計|合計|総計|累計|总计|合计|小计|總計|합계|총계|소계|누계|ยอดรวม|รวม)"
"""How a line of totals begins."""
CARRIED = _any(
    r"devreden|nakli yekun|saldo (?:di)?pindah(?:an|kan)|dibawa ke hadapan|saldo siirretaan|prenos zustatku",
    r"繰越|承[前上]|过次页|過次頁|이월|ยกมา|ยกไป",
)
CARRIED_ON = _any(
    r"sonraki sayfa\w*|(?:ke )?halaman (?:berikut\w*|selanjutnya)|bersambung|pagina urmatoare|seuraava\w* sivu\w*|(?:na )?dalsi stran\w*",
    r"次[頁葉]|次ページ|下页|다음\s?(?:페이지|장)|หน้าถัดไป|หน้าต่อไป",
)
DAY_BALANCES = frozenset(
    {
        "sold final zi",
        "sold zi",
        "sold final al zilei",
        "gun sonu bakiyesi",
        "saldo harian",
        "paivan saldo",
        "paivasaldo",
    }
    | {
        "denni zustatek",
        "napi egyenleg",
        "egyenleg",
        "υπολοιπο",
        "bakiye",
        "sold",
        "zustatek",
        "残高",
        "差引残高",
        "잔액",
        "ยอดคงเหลือ",
        "余额",
        "結餘",
    }
)
OUT = (
    r"giden|cikan|cekilen|odemeler|harcamalar|masraflar|pengeluaran|penarikan|pembelian|uang keluar|plati|retrageri|comisioane|cheltuieli|iesiri|"
    r"cumparaturi|otot|nostot|ostot|maksut|veloitukset|palvelumaksut|odchozi|vydaje|poplatky|vybery"
)
IN = r"gelen|giren|yatan|pemasukan|penerimaan|setoran|uang masuk|incasari|depuneri|intrari|alimentari|panot|talletukset|hyvitykset|prichozi|prijmy|vklady"
OUT_WITHIN = r"^(?:お?支払い?|出金|お?引き?出し?|支出|출금|지급|ถอนเงิน)(?:明細|내역|取引|の部)?$"
IN_WITHIN = r"^(?:お?預け?入れ?|お?預り|入金|収入|收入|입금|ฝากเงิน)(?:明細|내역|取引|の部)?$"
PENDING = _any(
    r"(?:annu )?(?:inte|ej|ikke|ikkje) (?:annu )?bokfor(?:da|t|te|de)|reserverade|vantande|reserverte|reservationer|bekleyen|provizyon\w*|tertunda|in asteptare|neprocesate|sume blocate|odottavat|tulevat|katevaraukset|cekajici|blokace|budouci|nezauctovane",
    r"未確定|予定明細|未入账|승인대기|예정|รอดำเนินการ",
)
CHARGE = _any(
    r"kamat\w*|dij\w*|jutalek\w*|τοκο\w*|προμηθει\w*|εξοδα|"
    r"faiz\w*|masraf\w*|komisyon\w*|ucret\w*|bunga|biaya|dobanda|dobanzi|comision|comisioane|korko|korot|palvelumaksu\w*|urok\w*|poplat\w+",
    r"利息|手数料|利子|手续费|이자|수수료|ดอกเบี้ย|ค่าธรรมเนียม",
)
NOTHING = _any(
    r"(?:hesap )?hareket\w* bulunma\w+|islem bulunma\w+|tidak ada (?:transaksi|mutasi)|tiada transaksi|(?:nu (?:exista|sunt|au fost) |fara )(?:inregistrate )?(?:tranzactii|operatiuni)|"
    r"ei (?:tili)?tapahtumia|zadne (?:transakce|pohyby|operace)|bez pohybu|ziadne (?:transakcie|pohyby)",
    r"取引は?(?:が|は)?(?:ありません|ございません)|거래\s?내역이 (?:없습니다|존재하지 않습니다)|ไม่มีรายการ|无交易记录",
)
FIGURE = _any(
    r"egyenleg\w*|osszesen|jovairas\w*|terheles\w*|υπολοιπο|συνολο|χρεωσεις|πιστωσεις|"
    r"bakiye(?:si)?|toplam\w*|borc|alacak|giden|gelen|jumlah|mutasi|kredit|debet|baki|sold|rulaj\w*|incasari|plati|panot|otot|yhteensa|"
    r"zustatek|zustatku|zostatok|celkem|prichozi|odchozi|prijmy|vydaje",
    r"残高|繰越|合計|総額|入金|出金|お支払金額|お預り金額|[余餘][额額]|[结結][余餘]|合计|잔액|이월|합계|총액|입금|출금|คงเหลือ|ยกมา|ยกไป|รวม|ถอนเงิน|ฝากเงิน",
)
"""What a figure that a statement is proved by is called."""
HELD = _any(
    r"egyenleg\w*|υπολοιπο|"
    r"bakiye(?:si)?|baki|sold|zustatek|zustatku|zostatok",
    r"残高|繰越|[余餘][额額]|[结結][余餘]|잔액|이월|คงเหลือ|ยกมา|ยกไป",
)
OTHER_FIGURE = _any(
    r"ortalama|asgari|kalan taksit\w*|kullanilabilir|limit\w*|faiz\w*|rata rata|tersedia|batas|bunga|mediu|disponibil\w*|dobanda\w*|keskimaar\w*|kaytettavissa|korko\w*|prumern\w*|disponibilni|"
    r"ελαχιστη|πιστωτικο οριο|διαθεσιμο|minimalni|urok\w*|sazb\w*|lagsta|minsta|mindste|minste|minimibelopp|minimumsbel\w*|vahimmais\w*|minimalna|minimalnej|odsetki|rant\w*|kreditgrans|kredittgrense|luottoraja|disponibelt",
    r"平均|最低|限度|額度|额度|可用|可能額|利率|利息|平均|평균|한도|이율|이자|가능금액|เฉลี่ย|ดอกเบี้ย|วงเงิน",
)
