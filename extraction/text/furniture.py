"""Pages of a document -> the same without page furniture: lines printed again at the same place on other pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extraction.geometry import overlap, share
from extraction.model import Page, Word
from extraction.text import dates
from extraction.text.lines import Chunk, Line, lines

HEAD, FOOT = 0.13, 0.9
"""Furniture is looked for in the top 13 % and below 90 % of the page height."""
UPPER, LONG = 0.4, 6
"""What a running head repeats stands in this share of the first page; the number of an account in it has so many
digits."""
SHARE = 0.4
"""A word is furniture where it stands at the same place on at least two pages, and on this share of them."""
OVERPRINT = 5
"""This many words that are drawn one after the other and stand on other pages too are no part of a row."""
NUMBER = "page number"
PAGE = (
    r"(?:page|pg|seite|blatt|blad|pagina|pag|página|pág|side|sida|sivu|strona|strana|folio|hoja|foglio|folha|sheet)\.?\s?:?\s?"
    r"[第頁页]?\s?"
)
OF = r"(?:of|von|de|di|van|sur|af|av|z)"
_NUMBERED = re.compile(rf"{PAGE}\d{{1,3}}\s?(?:{OF}|/)\s?\d{{1,3}}\b", re.IGNORECASE)
"""A text that is the number of its page and nothing else: "Page 2 of 3"."""
_SHORT = re.compile(r"\d{1,3}\s?/\s?\d{1,3}")
_AMOUNT = re.compile(r"(?<![\d.,])\d[\d.,']*[.,]\d\d(?![\d.,])")
_SAYS = re.compile(r"[^\W\d_]{4,}")
_ACCOUNT = re.compile(
    r"[A-Za-z]*\d{6,}|[A-Z]{2}\d\d[A-Z\d]{10,30}|(?:[A-Za-z\d]+[-*•]+)+\d{3,}|(?:\d+[-/])+\d{5,}(?:-\w)?|[*•]+\d+"
)

Key = tuple[str, int, int]


def without_furniture(pages: Sequence[Page], kept: Mapping[int, Sequence[tuple[float, float]]]) -> list[Page]:
    """Pages -> the same without lines that stand at the same place of several pages, near the top or the bottom; at the
    top of the first page they stay, with the numbers below them.

    Words with digits stay (they may be amounts and dates), but for page numbers, "2/3" on page 2 of 3, "Page 2 of 3",
    and numbers of accounts.
    A longer repeated text that overprints a row is lifted off it.
    `kept`: page -> (top, bottom) of lines that stay although they are repeated, such as table heads.
    """
    if len(pages) < 2:
        return list(pages)
    seen: dict[Key, set[int]] = defaultdict(set)
    edges = [{i: keys for i, word in enumerate(p.words) if (keys := _keys(word, p, len(pages)))} for p in pages]
    for page, edge in zip(pages, edges, strict=True):
        for keys in edge.values():
            for key in keys:
                seen[key].add(page.number)
    enough = max(2, SHARE * len(pages))
    kept = {p.number: (*kept.get(p.number, ()), *_below_rows(p, kept.get(p.number, ()))) for p in pages}
    heads, feet, running = _told_again(pages, kept), _feet(pages, kept), _running(pages)
    result = []
    for page, edge in zip(pages, edges, strict=True):
        again = {
            i
            for i, keys in edge.items()
            if any(len(seen[key]) >= enough for key in keys)
            and not any(top <= page.words[i].middle <= bottom for top, bottom in kept[page.number])
            and not (page is pages[0] and page.words[i].bottom <= HEAD * page.height)
        }
        gone = (
            heads[page.number]
            | feet[page.number]
            | running.get(page.number, set())
            | {word for chunk in _numbers(page) for word in chunk.words}
        )
        rest = (w for i, w in enumerate(page.words) if i not in again or not _is_furniture(i, again, page.words))
        words = (word for word in rest if word not in gone)
        result.append(replace(page, words=tuple(words)))
    return result


def _told_again(pages: Sequence[Page], kept: Mapping[int, Sequence[tuple[float, float]]]) -> dict[int, set[Word]]:
    """Pages, lines that stay -> page: words of lines near its top that say, numbers and all, nothing but what pages
    before it do at the same places; amounts, and what stands below one, may be of rows."""
    told: set[Key] = set()
    found: dict[int, set[Word]] = {}
    for page in pages:
        edge = [line for line in lines(page) if line.bottom <= HEAD * page.height]
        first = min((line.top for line in edge if _AMOUNT.search(line.text)), default=page.height)
        again = [line for line in edge if all(_chunk_keys(chunk)[0] in told for chunk in line.chunks)]
        again = [line for line in again if _SAYS.search(line.text) and line.top < first]
        found[page.number] = {
            word
            for line in again
            for word in line.words
            if not any(top <= line.middle <= bottom for top, bottom in kept[page.number])
        }
        told.update(key for line in edge for chunk in line.chunks for key in _chunk_keys(chunk))
    return found


def _running(pages: Sequence[Page]) -> dict[int, set[Word]]:
    """Pages -> page: words of its first line where that says what the first page does near its top, wherever it stands
    there, with the number of an account: "Tilia Bank  20-79-96 30611676"."""
    first = pages[0]
    told = {chunk.text for line in lines(first) if line.bottom <= UPPER * first.height for chunk in line.chunks}
    found: dict[int, set[Word]] = {}
    for page in pages[1:]:
        line = next((one for one in lines(page) if one.bottom <= HEAD * page.height), None)
        same = line is not None and len(line.chunks) > 1 and all(chunk.text in told for chunk in line.chunks)
        counted = line is not None and any(sum(map(str.isdigit, c.text)) >= LONG for c in line.chunks)
        found[page.number] = {*line.words} if line is not None and same and counted else set()
    return found


def _feet(pages: Sequence[Page], kept: Mapping[int, Sequence[tuple[float, float]]]) -> dict[int, set[Word]]:
    """Pages, lines that stay -> page: words of lines near its bottom without a date in front or an amount that say,
    numbers and all, what another page does at the same places: the address of the bank."""
    edges = {p.number: [one for one in lines(p) if one.top >= FOOT * p.height] for p in pages}
    told: Counter[Key] = Counter()
    for edge in edges.values():
        told.update({key for line in edge for chunk in line.chunks for key in _chunk_keys(chunk)})
    return {
        number: {
            word
            for line in edge
            if all(told[_chunk_keys(chunk)[0]] > 1 for chunk in line.chunks)
            and _SAYS.search(line.text)
            and not (_AMOUNT.search(line.text) or dates.leading(line.chunks[0].text))
            and not any(top <= line.middle <= bottom for top, bottom in kept[number])
            for word in line.words
        }
        for number, edge in edges.items()
    }


def _below_rows(page: Page, heads: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Page, (top, bottom) of its table heads -> the same of the lines of its head from the first one that begins with a
    date and has an amount, or stands below a table head: the texts of rows may be those of other pages."""
    edge = [line for line in lines(page) if line.bottom <= HEAD * page.height]
    below = min((bottom for _, bottom in heads), default=page.height)
    rows = (
        line.top
        for line in edge
        if (line.top >= below or _AMOUNT.search(line.text)) and dates.leading(line.chunks[0].text)
    )
    if (first := min(rows, default=None)) is not None:
        yield first, HEAD * page.height


def _at_edge(line: Line, page: Page) -> bool:
    return line.bottom <= HEAD * page.height or line.top >= FOOT * page.height


def _chunk_keys(chunk: Chunk) -> list[Key]:
    """What a text says but for the number of the page, and its place in steps of 3 points: its own, and those next to
    it."""
    text = "" if _SHORT.fullmatch(chunk.text) else _NUMBERED.sub("", chunk.text).strip()
    x, y = round(chunk.x0 / 3), round(chunk.box[1] / 3)
    return [(text, x + dx, y + dy) for dx in (0, -1, 1) for dy in (0, -1, 1)]


def _numbers(page: Page) -> Iterator[Chunk]:
    """Page -> its number near its top or bottom, with the number of pages."""
    for line in lines(page):
        if _at_edge(line, page):
            yield from (chunk for chunk in line.chunks if _NUMBERED.fullmatch(chunk.text))


def _is_furniture(index: int, again: set[int], words: Sequence[Word]) -> bool:
    """Whether a repeated word is a page number, or all of its line is repeated, or enough of what was drawn with it
    and lies over other words or off their line."""
    word = words[index]
    if _may_count(word) or all(i in again for i in _line(word, words)):
        return True
    if _run(index, -1, again, words) + _run(index, 1, again, words) + 1 < OVERPRINT:
        return False
    line = [*_line(word, words)]
    level = [words[i] for i in line if i not in again and abs(words[i].middle - word.middle) < 1]
    over = any(overlap(words[i].x0, words[i].x1, w.x0, w.x1) > 0 for i in line if i in again for w in level)
    return over or not level


def _line(word: Word, words: Sequence[Word]) -> Iterator[int]:
    """Places of the words on the line of one; most words do not touch it at all."""
    top, bottom = word.top, word.bottom
    touching = ((i, w) for i, w in enumerate(words) if w.top < bottom and top < w.bottom)
    return (i for i, w in touching if share(w.top, w.bottom, top, bottom) > 0.5)


def _run(index: int, step: int, again: set[int], words: Sequence[Word]) -> int:
    """How many words in the order of drawing go on from a word in one direction, repeated and on its line."""
    count, at = 0, index + step
    while at in again and abs(words[at].middle - words[index].middle) < 1:
        count, at = count + 1, at + step
    return count


def _has_digit(word: Word) -> bool:
    return any(ch.isdigit() for ch in word.text)


def _may_count(word: Word) -> bool:
    """Whether a word may be an amount or a part of a date; the number of an account has more digits without a mark."""
    if word.text.strip(".,").lower() in dates.MONTHS:
        return True
    if _has_digit(word) and _ACCOUNT.fullmatch(word.text):
        return dates.leading(word.text) is not None
    return _has_digit(word)


def _keys(word: Word, page: Page, pages: int) -> list[Key]:
    """What a word near the edge of its page is, and its place in steps of 3 points, with its neighbours, so that
    rounding does not part twins; nothing for other words."""
    if word.bottom > HEAD * page.height and word.top < FOOT * page.height:
        return []
    text = NUMBER if word.text == f"{page.number}/{pages}" else word.text
    if text != NUMBER and _may_count(word):
        return []
    x, y = round(word.x0 / 3), round(word.top / 3)
    return [(text, x + dx, y + dy) for dx in (0, 1) for dy in (0, 1)]
