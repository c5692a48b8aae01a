"""Bytes -> what they are, or a sentence that says what is wrong and what to do."""

import hashlib

import pytest

from extraction.errors import DamagedFileError, EmptyFileError, TooLargeError, UnknownFormatError
from extraction.source.intake import PDF, admit, sha256, sniff

END = b"\ntrailer<<>>\n%%EOF\n"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.4\n" + END, PDF),
        (b"\xef\xbb\xbf mail header\r\n" * 40 + b"%PDF-1.7\n" + END, PDF),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0....", "image/jpeg"),
        (b"II*\x00....", "image/tiff"),
        (b"MM\x00*....", "image/tiff"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
    ],
)
def test_the_first_bytes_say_what_a_file_is(data: bytes, media_type: str) -> None:
    assert sniff(data) == media_type
    assert admit(data, 10_000) == media_type


@pytest.mark.parametrize(
    "data", [b"", b"Date,Amount\n", b"PK\x03\x04", b"GIF89a", b"RIFF....AVI ", b" " * 1024 + b"%PDF-"]
)
def test_anything_else_is_unknown(data: bytes) -> None:
    assert sniff(data) is None


def test_zero_bytes() -> None:
    with pytest.raises(EmptyFileError, match=r"empty \(0 bytes\)\. Upload it again"):
        admit(b"", 100)


def test_text_named_as_a_pdf_and_random_bytes() -> None:
    noise = hashlib.sha512(b"noise").digest() * 40
    for data in (b"This is no PDF.\n", noise, b"<html><body>Please log in</body></html>"):
        with pytest.raises(UnknownFormatError, match=r"neither a PDF nor .* Export the statement as PDF"):
            admit(data, 100_000)


def test_a_pdf_that_was_cut_off() -> None:
    whole = b"%PDF-1.7\n" + b"x" * 9000 + END
    assert admit(whole + b"\r\n" + b"-" * 2000, 100_000) == PDF
    for data in (whole[:5000], b"%PDF-1.7\n" + b"garbage " * 900, whole + b"-" * 5000):
        with pytest.raises(DamagedFileError, match=r"cut off on the way\. Fetch it again"):
            admit(data, 100_000)


def test_too_many_bytes() -> None:
    with pytest.raises(TooLargeError, match=r"1,001 bytes; the limit is 1,000\. Split it, or raise TIEOUT_MAX_BYTES"):
        admit(b"%PDF-" + b"x" * 996, 1_000)


def test_the_hash_is_that_of_the_bytes() -> None:
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
