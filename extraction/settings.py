"""One frozen `Settings`; the environment is read here and nowhere else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from extraction.errors import UsageError

VERSION = "0.1.0"
"""Version of the extractor: it is part of every row's identity. Rows that change need a new one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, each by the environment variable TIEOUT_<FIELD NAME>.

    warehouse     duckdb:///path/file.duckdb or bigquery://project/dataset
    bucket        what `tieout run` reads where no bucket is named
    account_secret  key of the account hash; set your own in production, and keep it
    max_bytes, max_pages, max_seconds  bounds of one document; beyond them it is rejected
    max_memory    bytes that the process which reads it may take (its address space); beyond them it is rejected
    ocr_language  Tesseract languages, joined by +
    ocr_dpi       pixels per inch at which a PDF page without text is drawn for OCR
    ocr_workers   pages read by Tesseract at the same time
    layout_regions  what tells the regions of pages: "off", "trained" (tieout's own), or a checkpoint of transformers
                  for the detection of objects, by its path or its name on the hub
    layout_tags   what tells the roles of words: "trained" (tieout's own), "off", or a checkpoint of transformers for
                  the classification of tokens, by its path or its name on the hub
    """

    warehouse: str = "duckdb:///tieout.duckdb"
    bucket: str = "samples"
    account_secret: str = "tieout-development-key"
    max_bytes: int = 100_000_000
    max_pages: int = 1_000
    max_seconds: int = 300
    max_memory: int = 4_294_967_296
    ocr_language: str = "eng"
    ocr_dpi: int = 300
    ocr_workers: int = 2
    layout_regions: str = "off"
    layout_tags: str = "trained"


def load(environment: Mapping[str, str] | None = None) -> Settings:
    """Environment -> Settings. Raises UsageError where a number is not one or not positive."""
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    for field in fields(Settings):
        name = f"TIEOUT_{field.name.upper()}"
        text = environment.get(name)
        if text is None or text == "":
            continue
        if field.type is not int and field.type != "int":
            values[field.name] = text
            continue
        if not text.isdecimal() or int(text) == 0:
            raise UsageError(f"{name} must be a whole number above 0, not {text!r}.")
        values[field.name] = int(text)
    return Settings(**values)
