"""Image -> words by Tesseract. The only home of pytesseract."""

import os
from collections import ChainMap
from collections.abc import Iterator
from dataclasses import dataclass
from subprocess import SubprocessError

import pytesseract
from PIL import Image

from extraction.errors import EngineError, TooSlowError
from extraction.model import Word

# One thread a page: pages are read side by side, and OpenMP inside Tesseract costs more than it gives.
# pytesseract hands its own name `environ` to the child; this process keeps its environment as it is.
pytesseract.pytesseract.environ = ChainMap({"OMP_THREAD_LIMIT": "1"}, os.environ)

BLOCK = 6
"""The page segmentation mode of one block of lines: tables are read line by line, not column by column."""
INSTALL = "Install it: apt-get install tesseract-ocr"
COLUMNS = 12
WORD_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class Tesseract:
    """`languages` are Tesseract's, joined by +; `seconds` bounds one image."""

    languages: str = "eng"
    seconds: int = 60

    def read(self, image: Image.Image, scale: float) -> list[Word]:
        """Image -> words; see `Engine`."""
        dpi = max(70, round(72 / scale))
        config = f"--psm {BLOCK} --dpi {dpi}"
        return list(_words(self._table(image, config), scale))

    def _table(self, image: Image.Image, config: str) -> str:
        """Image -> Tesseract's tab-separated table."""
        plain = image.convert("L")
        plain.format = "PPM"  # written without compression: PNG costs .3 s a page
        try:
            text: str = pytesseract.image_to_data(plain, lang=self.languages, config=config, timeout=self.seconds)
        except pytesseract.TesseractNotFoundError as error:
            raise EngineError(
                f"Tesseract is not installed or not on the PATH. {INSTALL} {_packages(self.languages)}"
            ) from error
        except pytesseract.TesseractError as error:
            raise EngineError(_explained(str(error.message), self.languages)) from error
        except (OSError, SubprocessError, SystemExit) as error:  # it may not be run, or is none that pytesseract knows
            raise EngineError(f"Tesseract cannot be started: {error}. {INSTALL} {_packages(self.languages)}") from error
        except RuntimeError as error:  # pytesseract's own word for a timeout
            raise TooSlowError(f"Tesseract did not finish a page within {self.seconds} s.") from error
        return text


def _explained(message: str, languages: str) -> str:
    """Tesseract's complaint -> what to do about it."""
    if "Failed loading language" in message or "Error opening data file" in message:
        return f"Tesseract lacks the language data {languages!r}. {INSTALL} {_packages(languages)}"
    return f"Tesseract failed: {message}"


def _packages(languages: str) -> str:
    """Tesseract languages -> Debian packages.

    >>> _packages("eng+chi_sim")
    'tesseract-ocr-eng tesseract-ocr-chi-sim'
    """
    return " ".join(f"tesseract-ocr-{language.replace('_', '-')}" for language in languages.split("+"))


def _words(table: str, scale: float) -> Iterator[Word]:
    """Rows of Tesseract's table (level, four numbers, word number, left, top, width, height, conf, text) -> words."""
    for line in table.splitlines():
        cells = line.split("\t", COLUMNS - 1)
        if len(cells) < COLUMNS or cells[0] != WORD_LEVEL or not cells[11].strip():
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        yield Word(
            text=cells[11].strip(),
            x0=round(left * scale, 2),
            top=round(top * scale, 2),
            x1=round((left + width) * scale, 2),
            bottom=round((top + height) * scale, 2),
            method="ocr",
            confidence=round(min(max(float(cells[10]), 0.0), 100.0) / 100, 3),
        )
