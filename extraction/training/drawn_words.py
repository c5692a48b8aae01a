"""Chance -> words, sentences and figures in which pages are drawn; in several languages, and in none."""

from __future__ import annotations

import random

_WORDS = """
    the of and to in for with on by from are was were that this which their have been total report year share growth
    market region income health survey country member states energy service public policy change number average
    household estimate population students annual federal agency data rate level under between Table Figure
    der die das und von mit für auf ist nicht wurde Bericht Jahr Anteil Gesamt Entwicklung Ergebnis Ausgaben Mittel
    le la les des dans pour sur est par une rapport année montant dépenses ensemble population régions moyenne
    el los las del con para por una informe año gastos ingresos servicio resultado valor sector actividad
    il della sono per con anno spese bilancio totale valore servizi attività della media quota
    het een van voor met jaar kosten totaal aandeel bedrijf overzicht gemiddeld uitgaven
    rok oraz jest dla razem liczba koszty ano och inte antal summa under rapporten
"""
_SYLLABLES = """
    ba ne ri to lu ka sen mar vi do tal per con sti ran gel mon fa lo tir ex pul sor den wick ham cha
"""
WORDS, SYLLABLES = _WORDS.split(), _SYLLABLES.split()
YES = (("Yes", "No"), ("X", ""), ("Ja", "Nein"), ("n.a.", "-"), ("High", "Low"))


def word(rng: random.Random) -> str:
    """Chance -> one word."""
    if rng.random() < 0.8:
        return rng.choice(WORDS)
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 4)))


def phrase(rng: random.Random, least: int, most: int) -> str:
    """Chance, the fewest and the most words -> a phrase that begins with a capital."""
    told = " ".join(word(rng) for _ in range(rng.randint(least, most)))
    return told[:1].upper() + told[1:]


def sentence(rng: random.Random) -> str:
    """Chance -> a sentence, at times with figures in it."""
    told = [word(rng) for _ in range(rng.randint(6, 26))]
    for _ in range(rng.choice((0, 0, 0, 1, 2))):
        told[rng.randrange(len(told))] = rng.choice(
            (number(rng, 0), number(rng, 1) + "%", str(rng.randint(1980, 2030)))
        )
    for _ in range(rng.choice((0, 0, 1))):
        told[rng.randrange(len(told))] += ","
    if rng.random() < 0.1:
        told.insert(rng.randrange(len(told)), f"({phrase(rng, 1, 3)}, {rng.randint(1980, 2030)})")
    text = " ".join(told)
    return text[:1].upper() + text[1:] + "."


def number(rng: random.Random, decimals: int) -> str:
    """Chance, digits after the point -> a number in one of the ways in which numbers are printed."""
    value = rng.choice((9, 99, 999, 9_999, 99_999, 9_999_999)) * rng.random()
    told = f"{value:,.{decimals}f}"
    return told.translate(str.maketrans(",.", rng.choice((",.", ".,", " ,", "'.", ",."))))


def figures(rng: random.Random, count: int) -> list[str]:
    """Chance, how many -> the cells of one column of figures, of one kind."""
    kind = rng.choice(("whole", "whole", "decimals", "decimals", "percent", "money", "signed", "range", "date", "both"))
    digits = rng.randint(0, 2) if kind != "whole" else 0
    scale = rng.choice((9, 99, 999, 9_999, 99_999, 9_999_999))
    marks = rng.choice((",.", ",.", ".,", " ,"))
    empty = rng.choice((0.0, 0.0, 0.0, 0.1, 0.3, 0.6))
    none = rng.choice(("", "-", "–", "..", "n.a."))

    def cell() -> str:
        if rng.random() < empty:
            return none
        told = f"{scale * rng.random():,.{digits}f}".translate(str.maketrans(",.", marks))
        if kind == "percent":
            return told + "%"
        if kind == "money":
            return "$" + told
        if kind == "signed":
            return rng.choice((told, "-" + told, f"({told})"))
        if kind == "range":
            return f"({told}–{told})"
        if kind == "date":
            return f"{rng.randint(1, 28):02}{rng.choice('./-')}{rng.randint(1, 12):02}.{rng.randint(1990, 2030)}"
        if kind == "both":
            return f"{told} ({rng.randint(1, 99)}.{rng.randint(0, 9)}%)"
        return told

    return [cell() for _ in range(count)]
