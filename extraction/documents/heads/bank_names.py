"""Text -> names of banks and companies in it, and whether it looks like one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ONE = r"(?:[A-ZÄÖÜ][a-zäöüßåøæé]+(?:bank(?:en)?|kassen?)|(?<!\w)[A-ZÄÖÜ]\w{0,20}-\w{0,20}[Bb]ank|[a-z]Bank[ae]?|Banc[ao]?[A-Z]\w{1,20})"
"""One word that names a bank: "Volksbank", "Nord-Bank", "mBank", "BancVerde"."""
_WORD = (
    rf"(?:{_ONE}|Banks?|BANK|Bank(?:haus|ers)|Banque|Banco|Banca|Banka|Bankası|Banc|Bancorp|BANCO|BANCA|BANQUE|Credit Union|CREDIT UNION|"
    r"Building Society|Trust|TRUST|Sparkasse|Volksbank|Raiffeisen\w*|Caisse|Caja|Caixa|Cassa|Crédit|Mutual|Savings|Cooperativa|"
    r"Spaarbank|[Ss]pořitelna|Financial|Bancorporation|Banking (?:Corporation|Company|Group)|Τράπεζα|ΤΡΑΠΕΖΑ|Банк|БАНК)"
)
_LEGAL = (
    r"(?:N\.?\s?V\.?|N\.?\s?A\.?|National Association|plc|PLC|p\.l\.c\.?|AG|Aktiengesellschaft|Berhad|Bhd\.?|U\.?A\.|AB(?: \(publ\))?|\(?[QP]\.?P?\.?J?\.?S\.?C\.?\)?|W\.L\.L\.?|Zrt\.?|Nyrt\.?|d\.\s?d\.|S\.?A\.?U\.?|Tbk|A/S|ASA|a\.\s?s\.|A\.\s?Ş\.|Oyj|OYJ|S\.?A\.?(?: de C\.?V\.?)?|S\.?[pP]\.?A\.?|S\.?[rR]\.?[lL]\.?|Ltd\.?|LTD\.?|"
    r"F\.?S\.?B\.?|S\.C\.C\.?|S\. Coop\.(?: de Crédito)?|E\.F\.C\., S\.A\.|Spółka Akcyjna|Genossenschaft|K\.S\.C\.P?\.?|Company of [A-Z]\w+|"
    r"Limited|LIMITED|Ltda\.?|Inc\.?|INC\.?|LLC|eG|B\.?V\.?|Corp\.?|Corporation|CORPORATION|Pte\.? Ltd\.?|FCU|SE|KG|GmbH|D\.?A\.?C\.?|Α\.?Ε\.?|П?АО)"
)
_PRODUCT = r"(?:Business|Personal|Private|Premier|Classic|Banking(?! Corp)|Everyday|Online|Mobile|Statement|Account|Page)(?!\w)"
_SMALL = r"(?:of|de|do|du|da|dos|das|del|della|delle|dei|des|di|der|den|van|von|la|le|les|na|und|and|the|e|y)(?!\w)"
_CAPITAL = "A-ZÀ-ÖØ-ÞČĎĐĞĠİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽȘȚΆΈ-ΏΑ-ΡΣ-ΫЀ-Я"
"""Capital letters that a name begins with: Latin, Greek, Cyrillic."""
_NAME_WORD = rf"(?:A/S|(?:[dl]['’]|[a-z])?[{_CAPITAL}](?!/)[\w'’.&\-]*|&|{_SMALL})"
_NAME = re.compile(
    rf"(?<![\w\-])(?:{_NAME_WORD}\s){{0,5}}{_WORD}(?!\w)(?:\s(?!{_PRODUCT}|Credit Cards?\b|(?:ABN|Reg|VAT|GST(?:IN)?|HSN|CIN|PAN)\b){_NAME_WORD}){{0,5}}(?:,?\s{_LEGAL}(?=$|[\s,;.·|)]))?"
)
_BANKING = re.compile(_WORD)
_COMPANY = re.compile(rf"(?<![^\W_])((?!{_SMALL})(?:(?!\w{{5,}}\.\s){_NAME_WORD},?\s){{1,6}}{_LEGAL})(?=$|[\s,;.·|(])")
_UP_TO_FORM = re.compile(rf"([^\d:;|·]*?,?\s{_LEGAL})(?=$|[\s,;.·|(])")
_REGISTERED = re.compile(
    r"[\s,;.|(–-]{1,3}(?:is (?:an? (?:[A-Za-z-]+ ){1,4})?|trading as .{2,40})?(?:(?:Co\.?|Company)\s)?(?:Reg(?:istration)?\.?\s(?:No|Number)|registered|regulated|authori[sz]ed|"
    r"licen[sc]ed|incorporated|a division of|ABN|\d{5,}-[A-Z]|HRB|KvK|R\.?C\.?S|CNPJ|SIREN|CVR|au capital|capital social|Registro Mercantil|Iscritta)\b",
    re.IGNORECASE,
)
"""What follows the name of the company in an imprint."""
_TAIL = re.compile(
    r" \(publ\)|, Institución de Banca Múltiple| - Instituição de Pagamento",
    re.IGNORECASE,
)
"""What a legal name goes on with behind its legal form."""
_FORM = re.compile(rf",?\s{_LEGAL}(?:{_TAIL.pattern})?$")
_NATIONAL = ", N.A."
_TITLED = re.compile(r"\s(?:account statement|statement of account)s?\b", re.IGNORECASE)
_PARTNER = re.compile(
    r"\b(?:services? (?:are )?(?:provided|offered) (?:by|through)|(?:partner|sponsor)(?: banks?)?,?|(?:deposits|funds|accounts) (?:are )?held (?:at|by|with))\s$",
    re.IGNORECASE,
)
"""What stands before the name of another bank, that serves the one whose statement it is."""
_ISSUED = re.compile(
    r"\b(?:(?:issued|provided) by|(?:trading name|brand|division|part|trademark) of) (?:the )?$", re.IGNORECASE
)
"""What stands before the name of the company behind a brand."""
_BEHIND = re.compile(_ISSUED.pattern.removesuffix("$"), re.IGNORECASE)
_SUPERVISED = re.compile(r"\b(?:authori[sz]ed|regulated|supervised|licen[sc]ed|overseen) by (?:the )?$", re.IGNORECASE)
"""What stands before the name of an authority."""
_TITLE = re.compile(
    r"в[иы]писк[аи]|明細|通帳|거래\s?내역|명세|รายการเดินบัญชี|ใบแจ้งยอด|对账单|對賬單|月結單|"
    r"\b(?:statements?|accounts?|summary|report|page|date|period|kontoauszug|\w*auszug|konto(?:utdrag|utskrift|udskrift)|\w*abrechnung|finanzstatus|relev[eé]|extrait|extracto|"
    r"estado|estratto|lista movimenti|extrato|resumen|tiliote|v[yý]pis|hesap|ekstre\w*|dekont|rekening|laporan|penyata|extras|tilitapahtumat|\w*afschrift|\w*overzicht|tarjeta|carte|carta|cart[aã]o|transactions?|invoice|copy|duplicate|"
    r"specimen|confidential|balance|payment|minimum|due|amount|total|questions|(?:platinum|gold|silver|credit|debit) card|mr|mrs|ms|miss|herr|frau|mme|sr|sra|cuenta|compte|conto|conta|visa|mastercard|checking|form|activity|information|member fdic|sommaire|dear|gentile|estimad[oa]|ch[eè]re?|geachte|beste)\b|[:@]|www|http",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:statements?|accounts?|balances?|your|our|please|numbers?|transfers?|deposits?|payments?|fees?|charges|interest|card|insured|rights|address|sweep|"
    r"continue|contact|direct|online|mobile|thank|services?|switch|current|make|details|information|app|code|street|road|avenue|box|issued|reconciliations?|accounting|system|references?)\b",
    re.IGNORECASE,
)
_APPENDED = re.compile(
    r"^(?:The )?Governors? and Company of (?:the )?|"
    r"(?:,| [-–—]) (?:an? |eine? |une? |uma? |una )?(?:division|trading name|brand|marke|marque|marca|filiale)\b.*$|"
    r" (?:is|ist|est|è|es|é) (?:an? |een |eine |une? |una |uma )?(?:division|trading (?:name|style)|brand|handelsnaam|handelsname|marke|marque|nom commercial|"
    r"marchio|marca|nombre comercial)\b.*$|^(?:[Mm]édiateur|[Oo]mbudsman) (?:de la |du |de |der )|"
    r" [-–] S\.?A\.?$| RC$",
    re.IGNORECASE,
)
"""What goes before or behind the name of a bank that has a charter, is part of another company, or whose legal form is
part of a longer imprint: "Banque Tilia – SA au capital de ..."."""
_SENTENCE = re.compile(rf"^(.*?[\s,]{_LEGAL}|.*?(?!Bros)\b\w{{3,}})\.\s")
"""A name ends with the sentence; "U.S. Bank" and "Tarn Bros. Bank" have none in them."""
_ACCOUNT = re.compile(
    rf"^{_PRODUCT}|^(?:\S+\s|.*\bCurrency\s)?Savings$|\bShare Savings$|\bCaja de Ahorros?(?:$| en )|\b(?:Most|Best|Every|\w\w\w+iest)\b"
)
"""Names of an account ("HKD Savings", "Foreign Currency Savings", "Caja de Ahorro en Pesos") and slogans."""
_OFFICE = (
    r"(?:Customer (?:Care|Services?)|Client Services?|Klantendienst|Klantenservice|Kundenservice|Kundendienst|"
    r"Service Clients?|Servizio Clienti|Atenci[oó]n al Cliente|Apoio ao Cliente|Genel Müdürlüğü|Head Office|Hauptsitz)"
)
"""An office of a bank, which follows its name."""
_EDGE = re.compile(
    r"^(?:(?:Angebot|Produkt|Marke|Product|Brand|Offer)\s|(?:Trade-?marks?|Members?|Customers?) of\s)?"
    rf"(?:(?:{_SMALL}|Team)\s)+|^(?:Trade-?marks?|Members?|Customers?) of\s|\s(?:{_SMALL}|{_OFFICE})$"
)
_AUTHORITY = re.compile(
    r"\b(?:Central Bank|Reserve Bank of|Federal Reserve|Financial (?:Conduct|Ombudsman|Services Comp)|Prudential Reg|Deposit Insurance|"
    r"Federal Deposit|Banco Central|Banque de France|Banca d.Italia|Nederlandsche Bank|National Bank of Belgium|Banque [Nn]ationale de Belgique|"
    r"Nationale Bank van Belgi|Consumer Financial|Member of)\b|^(?:The )?Bank of (?:Canada|England)$",
    re.IGNORECASE,
)
"""Who supervises banks and insures deposits."""
_GENERIC = re.compile(
    rf"(?:(?:federal|community|national|savings|state|trust)\s)?(?:bank|credit union|building society|{_WORD}(?:\s(?:&|and)\s{_WORD})?)(?:\s\(\w+(?:\s\w+)?\))?(?:,?\s{_LEGAL})?\.?",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[®™℠©*]")
SQUEEZED, ABBREVIATION = 5, 5
"""A brand that is the beginning of a name has so many letters at least, one that is its initials no more."""
_CONNECTING = frozenset(
    {"of", "the", "and", "de", "del", "della", "di", "da", "do", "du", "des", "la", "le", "der", "und"}
)
_BANKING_WORD = re.compile(
    r"banks?|bank(?:haus|ing|ers)|banque|banc[oa]|credit|trust|savings|financial|sparkasse|caja|caixa|cassa|caisse"
)
WORDS = 9
"""A name has no more words."""
LONGEST = 200
"""Characters of a text in which a name is looked for: the time it takes grows with their square."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text. `imprint`: what follows says that it is a registered company; `partner`: what stands before
    says that it serves another one; `issuer`: that it issues what a brand sells."""

    name: str
    imprint: bool = False
    partner: bool = False
    issuer: bool = False


def names_bank(text: str) -> bool:
    """Whether a name has a word of banking in it.

    >>> names_bank("Harbour Credit Union"), names_bank("Monzi")
    (True, False)
    """
    return re.search(rf"(?<!\w){_WORD}(?!\w)", text) is not None


def says_in_full(short: str, whole: str, imprint: bool = False) -> bool:
    """Whether a name says another one in full: it has all its words and more, or begins with its letters, or its words
    begin with them (with two of them in an imprint); a brand in one word may hold but one of them.

    >>> says_in_full("Tilia", "Tilia Karten GmbH"), says_in_full("TLA Bank", "Tilia Lime Alder Bank Ltd.")
    (True, True)
    >>> says_in_full("CRÉDIT TILIA", "Caisse de Crédit Tilia du Sud"), says_in_full("Tilia Bank", "Alder Bank")
    (True, False)
    """
    own, others = _tokens(short), _tokens(whole)
    if not own or len(others) <= len(own):
        return False
    if all(map(_BANKING_WORD.fullmatch, own)):  # "Sparkasse" above "Sparkasse Oberau"
        return others[: len(own)] == own
    if set(own) <= set(others):
        return True
    squeezed = "".join(own)
    if len(squeezed) >= SQUEEZED and "".join(others).startswith(squeezed):
        return True
    first, *rest = own
    initials = "".join(word[0] for word in others if word not in _CONNECTING)
    if 2 < len(first) <= ABBREVIATION and set(rest) <= set(others):
        return initials.startswith(first[:2] if imprint else first)
    return len(own) == 1 and any(
        len(word) >= SQUEEZED and word in first and not _BANKING_WORD.fullmatch(word) for word in others
    )


def _tokens(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name.casefold())


def names_product(text: str) -> bool:
    """Whether a name has a word of what banks sell in it."""
    return re.search(rf"\b{_PRODUCT}", text) is not None


def names_authority(text: str) -> bool:
    """Whether a name is that of who supervises banks or insures deposits."""
    return _AUTHORITY.search(text) is not None


def without_legal_form(name: str) -> str:
    """A name -> the same without the legal form that many banks leave out of their letterheads.

    >>> without_legal_form("Tilia Bank plc"), without_legal_form("Banco Tilia, S.A.")
    ('Tilia Bank', 'Banco Tilia')
    """
    return _FORM.sub("", name)


def alone(name: str) -> str:
    """A name -> the same without what a charter or the company that it is part of adds.

    >>> alone("The Governor and Company of the Bank of Tilia"), alone("Tilia Bank, a division of Tilia Holdings Limited")
    ('Bank of Tilia', 'Tilia Bank')
    >>> alone("TB Tilia Bank"), alone("Tilia Bank is een handelsnaam van Linde Bank N.V."), alone("Tilia Trust Plc RC")
    ('Tilia Bank', 'Tilia Bank', 'Tilia Trust Plc')
    """
    first, *rest = _APPENDED.sub("", name).split() or [name]
    initials = "".join(word[0] for word in rest if word[0].isupper())
    monogram = len(rest) > 1 and first == initials  # of the logo
    return " ".join(rest if monogram else [first, *rest])


def ends_in_legal_form(text: str) -> bool:
    return re.search(rf",?\s{_LEGAL}$", text) is not None


def is_company(text: str) -> bool:
    """Whether a text is the name of a company and nothing else.

    >>> is_company("Tilia México, S.A."), is_company("Tilia AG, Oberau")
    (True, False)
    """
    return len(text) <= LONGEST and _COMPANY.fullmatch(text) is not None


def is_whole_name(text: str) -> bool:
    """Whether a text is the name of a bank from its first word to its legal form; words in it may be written small.

    >>> is_whole_name("Tilia banka oberauer Vereine, a.s."), is_whole_name("Your account at Tilia Bank AG")
    (True, False)
    """
    plain = 2 < len(text.split()) <= WORDS and not re.search(r"[:@\d]", text)
    return (
        plain and text[0].isupper() and names_bank(text.title()) and ends_in_legal_form(text) and not _NOT.search(text)
    )


def begins_with_name(text: str) -> str | None:
    """A text -> the name of a bank that it begins with, up to its legal form, as an imprint does.

    >>> begins_with_name("Tilia oberauer banka, a.s., Lindenplatz 1"), begins_with_name("Your account at Tilia Bank AG")
    ('Tilia oberauer banka, a.s.', None)
    """
    found = _UP_TO_FORM.match(text[:LONGEST])
    return found[1] if found and is_whole_name(found[1]) else None


def is_title_of_bank(text: str) -> bool:
    """Whether a large text is the name of a bank of which further words are written small.

    >>> is_title_of_bank("Oberauer vereinte banka"), is_title_of_bank("Online banking"), is_title_of_bank("your bank")
    (True, False, False)
    """
    plain = 1 < len(text.split()) <= WORDS and not re.search(r"[:@\d]", text)
    return plain and text[0].isupper() and names_bank(text.title()) and not (_NOT.search(text) or _TITLE.search(text))


def with_legal_form(name: str, text: str) -> str | None:
    """A name, a text -> the name as the text prints it with its legal form, in no sentence; None where it does not.

    >>> with_legal_form("Tilia", "Tilia, Inc. 12 First Street"), with_legal_form("Tilia", "Tilia Incorporated")
    ('Tilia, Inc.', None)
    >>> with_legal_form("Tilia", "Tilia Inc. is a member of the scheme")
    """
    if name.casefold() not in text.casefold():
        return None
    if ends_in_legal_form(name):
        end = text.casefold().index(name.casefold()) + len(name)
        if tail := _tail(text, end):
            return name + tail
    found = re.search(
        rf"(?<![\w&.])(?i:{re.escape(name)}),?\s{_LEGAL}(?![\w&.]|\s(?!au\s|con\s|mit\s)[a-z])", text[:LONGEST]
    )
    return found and found[0] + _tail(text, found.end())


def _tail(text: str, end: int) -> str:
    """Text, where a legal form ends in it -> what the name goes on with."""
    tail = _TAIL.match(text, end)
    return tail[0] if tail else ""


def heads_imprint(text: str) -> str | None:
    """Text -> the company that it begins with, before its address or its register; None where it begins otherwise.

    >>> heads_imprint("Tilia Karten GmbH, Am Hafen 2, 25813 Oberau"), heads_imprint("Tilia GmbH")
    ('Tilia Karten GmbH', None)
    """
    found = _COMPANY.match(text[:LONGEST])
    if found is None or len(text.split()) < len(found[1].split()) + 3 or found[1].endswith(" NA"):
        return None
    return found[1] + _tail(text, found.end(1))


def is_generic(text: str) -> bool:
    """Whether a text is the part of a name that many banks share.

    >>> is_generic("FEDERAL CREDIT UNION"), is_generic("Bank (Kenya) Limited"), is_generic("Harbour Bank")
    (True, True, False)
    """
    return _GENERIC.fullmatch(text) is not None


def banks(text: str) -> Iterator[Named]:
    """Text -> names of banks in it."""
    if not _BANKING.search(text):  # which is faster than to look for a whole name
        return
    for found in _NAME.finditer(text[:LONGEST]):
        name = _EDGE.sub("", found.group().strip(" ,-"))
        if ended := _SENTENCE.match(name):
            name = ended[1] + ("." if re.search(r"\.\w$", ended[1]) else "")  # the last point of "S.A." is its own
        if not re.search(rf"\s{_LEGAL}$", name):
            name = name.rstrip(".")
        if _ACCOUNT.search(name):
            continue
        whole = len(name.split()) >= 2 or re.fullmatch(_ONE, name)
        if whole and not _NOT.search(name):
            start = text.index(name, found.start())
            imprint = _REGISTERED.match(text, start + len(name)) is not None
            if not _SUPERVISED.search(text[:start]):
                before = text[:start]
                partner = _PARTNER.search(before) is not None
                yield Named(name, imprint, partner, not partner and _ISSUED.search(before) is not None)


def companies(text: str) -> Iterator[Named]:
    """Text -> companies that an imprint or a title says to be who issued it: "Tilia AG, HRB 12345"; only a bank is
    "N.A.", a national association."""
    if not (_REGISTERED.search(text) or _TITLED.search(text) or _NATIONAL in text or _BEHIND.search(text)):
        return
    for company in _COMPANY.finditer(text[:LONGEST]):
        before = text[: company.start()]
        if _ISSUED.search(before) and not _PARTNER.search(before):
            yield Named(company[1], imprint=True, issuer=True)
        elif _REGISTERED.match(text, company.end()) or company[1].endswith(_NATIONAL):
            yield Named(company[1], imprint=True)
        elif _TITLED.match(text, company.end()):
            yield Named(company[1])


def cleaned(text: str) -> str:
    """Text of a letterhead -> the same without trade marks and ornaments.

    >>> cleaned(">Tilia®>"), cleaned("tilia.")
    ('Tilia', 'tilia')
    """
    text = _MARKS.sub("", text).strip(" |·<>«»•→←▶►▲●◆■★")
    return text.rstrip(".") if " " not in text else text


def is_letterhead(text: str, brand: bool = False) -> bool:
    """Text, whether it may be a brand that begins with a small letter -> whether it looks like a name."""
    words = text.split()
    if not 1 <= len(words) <= 6:
        return False
    small = brand and len(words) <= 2 and all(len(word) > 2 and word.isalpha() for word in words)
    named = small or (not text[0].islower() and all(re.fullmatch(_NAME_WORD, word) for word in words))
    named = named or re.fullmatch(rf"{_ONE}(?:,?\s{_LEGAL})?", text) is not None
    named = named and not re.fullmatch(_WORD.replace(rf"{_ONE}|", ""), text)
    return named and not any(c.isdigit() for c in text) and not _TITLE.search(text)
