"""A folder as a bucket: what is a document, in which order, and what is said where it cannot be read."""

import hashlib
import os
from pathlib import Path

import pytest

from extraction.errors import BucketRefusedError, TooLargeError, UsageError
from flows.bucket import digest, list_documents, named, natural, read

PDF = b"%PDF-1.7\n%%EOF\n"


def put(folder: Path, **files: bytes) -> Path:
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def names(folder: Path) -> list[str]:
    return [blob.name for blob in list_documents(str(folder)).documents]


def test_documents_are_found_in_every_folder_in_natural_order(tmp_path: Path) -> None:
    put(tmp_path, p10_dot_pdf=PDF, p9_dot_PDF=PDF, a__b__c_dot_png=b"", a__b10_dot_tiff=b"", a__b9_dot_tiff=b"")
    assert names(tmp_path) == ["a/b/c.png", "a/b9.tiff", "a/b10.tiff", "p9.PDF", "p10.pdf"]


def test_what_tells_about_documents_is_skipped_and_counted(tmp_path: Path) -> None:
    put(tmp_path, case__input_dot_pdf=PDF, case__pages_dot_json=b"[]", case__README_dot_md=b"#", LEDGER_dot_txt=b"")
    listing = list_documents(str(tmp_path))
    assert [blob.name for blob in listing.documents] == ["case/input.pdf"]
    assert listing.skipped == 3


def test_a_wrong_file_named_as_a_document_is_taken(tmp_path: Path) -> None:
    assert names(put(tmp_path, note_dot_pdf=b"this is text", empty_dot_pdf=b"")) == ["empty.pdf", "note.pdf"]


def test_an_unknown_name_is_judged_by_its_first_bytes(tmp_path: Path) -> None:
    put(tmp_path, statement=PDF, scan_dot_dat=b"\x89PNG\r\n\x1a\n", other_dot_dat=b"zzz", nothing=b"")
    listing = list_documents(str(tmp_path))
    assert ([blob.name for blob in listing.documents], listing.skipped) == (["scan.dat", "statement"], 2)


def test_hidden_files_are_not_looked_at(tmp_path: Path) -> None:
    put(tmp_path, _dot_trash__a_dot_pdf=PDF, _dot_b_dot_pdf=PDF)
    listing = list_documents(str(tmp_path))
    assert (listing.documents, listing.skipped) == ((), 0)


def test_a_hidden_folder_may_be_the_bucket(tmp_path: Path) -> None:
    assert names(put(tmp_path, _dot_inbox__a_dot_pdf=PDF) / ".inbox") == ["a.pdf"]


def test_one_file_is_a_bucket_of_one_document(tmp_path: Path) -> None:
    put(tmp_path, a_dot_pdf=PDF)
    (blob,) = list_documents(str(tmp_path / "a.pdf")).documents
    assert (blob.name, blob.uri, blob.size) == ("a.pdf", f"file://{tmp_path}/a.pdf", len(PDF))
    assert read(blob.uri, 100) == PDF


@pytest.mark.parametrize("name", ["a b.pdf", "a%20b.pdf", "a#b?.pdf", "[a]*.pdf", "Kontoauszug_März.pdf"])
def test_any_name_can_be_read_back(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PDF)
    (blob,) = list_documents(str(tmp_path)).documents
    assert read(blob.uri, 100) == PDF
    assert digest(blob.uri) == hashlib.sha256(PDF).hexdigest()


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    put(tmp_path, a_dot_pdf=b"x" * 11)
    assert len(read(str(tmp_path / "a.pdf"), 11)) == 11
    with pytest.raises(TooLargeError, match="11 bytes; the limit is 10"):
        read(str(tmp_path / "a.pdf"), 10)


def test_an_empty_folder_has_no_documents(tmp_path: Path) -> None:
    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    for call in (list_documents, named):
        with pytest.raises(UsageError, match="does not exist"):
            call(str(tmp_path / "nowhere"))


@pytest.mark.parametrize("bucket", ["ftp://example.com/statements", "gs://", "s3:///"])
def test_another_kind_of_storage_is_a_wrong_call(bucket: str) -> None:
    for call in (list_documents, named):
        with pytest.raises(UsageError, match="gs://bucket/folder or s3://bucket/folder"):
            call(bucket)


def test_a_remote_bucket_is_named_without_asking_for_it() -> None:
    assert named("gs://nobody-asks/for/it") == "gs://nobody-asks/for/it"


def test_a_file_that_went_away_is_named(tmp_path: Path) -> None:
    with pytest.raises(BucketRefusedError, match=r"gone\.pdf is gone"):
        read(str(tmp_path / "gone.pdf"), 100)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    put(tmp_path, a_dot_pdf=PDF)
    (tmp_path / "a.pdf").chmod(0)
    with pytest.raises(BucketRefusedError, match=r"a\.pdf may not be read"):
        read(str(tmp_path / "a.pdf"), 100)


def test_numbers_sort_as_numbers() -> None:
    assert sorted(["2025-10", "2025-9", "10", "x", "1a"], key=natural) == ["1a", "10", "2025-9", "2025-10", "x"]
