"""Bytes -> what they are: media type by signature, size bounds, content hash; which files count as documents."""

import hashlib
from collections.abc import Callable
from pathlib import PurePosixPath

from extraction.errors import DamagedFileError, EmptyFileError, TooLargeError, UnknownFormatError

PDF = "application/pdf"
IMAGE_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
PDF_HEADER_WITHIN = 1024
"""Readers accept the header anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13)."""
PDF_END_WITHIN = 4096
"""Mailers and scanners append bytes after the end mark; measured on real files: under 2 kB."""

DOCUMENTS = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"})
SIDECARS = frozenset(
    {".csv", ".css", ".duckdb", ".htm", ".html", ".json", ".jsonl", ".lock", ".log", ".md", ".parquet", ".py", ".sh"}
    | {".sql", ".toml", ".tsv", ".txt", ".xml", ".yaml", ".yml"}
)


def sha256(data: bytes) -> str:
    """Bytes -> hex digest, the document's identity."""
    return hashlib.sha256(data).hexdigest()


def sniff(data: bytes) -> str | None:
    """Bytes -> media type by signature, None where it is neither a PDF nor a known image."""
    if b"%PDF-" in data[:PDF_HEADER_WITHIN]:
        return PDF
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for signature, kind in IMAGE_SIGNATURES if data.startswith(signature)), None)


def is_document(path: str, head: Callable[[], bytes]) -> bool:
    """Path inside its folder -> whether the file counts as a document, by this rule, in this order.

    1. Hidden files, and files in hidden folders (a name that begins with a dot), do not.
    2. A file named as a PDF or an image does, whatever it contains: a wrong one is refused with a reason.
    3. A file named as what tells about documents (.json, .md, .txt, ...) does not.
    4. Any other file does if its first bytes, which `head` gives, are a PDF's or an image's.
    """
    if is_hidden(path):
        return False
    kind = PurePosixPath(path).suffix.lower()
    return kind in DOCUMENTS or (kind not in SIDECARS and sniff(head()) is not None)


def is_hidden(path: str) -> bool:
    """Path inside its folder -> whether it or a folder above it begins with a dot."""
    return any(part.startswith(".") for part in PurePosixPath(path).parts)


def admit(data: bytes, max_bytes: int) -> str:
    """Bytes -> media type, or the reason why they cannot be read.

    Raises:
        EmptyFileError, TooLargeError, UnknownFormatError, DamagedFileError (a PDF without its end mark).
    """
    if not data:
        raise EmptyFileError("The file is empty (0 bytes). Upload it again.")
    if len(data) > max_bytes:
        raise TooLargeError(
            f"The file has {len(data):,} bytes; the limit is {max_bytes:,}. Split it, or raise TIEOUT_MAX_BYTES."
        )
    media_type = sniff(data)
    if media_type is None:
        raise UnknownFormatError(
            "The file is neither a PDF nor a PNG, JPEG, TIFF or WebP image, whatever its name says. "
            "Export the statement as PDF and upload that."
        )
    if media_type == PDF and b"%%EOF" not in data[-PDF_END_WITHIN:]:
        raise DamagedFileError("The PDF ends before its end mark: it was cut off on the way. Fetch it again.")
    return media_type
