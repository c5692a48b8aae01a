"""A folder, gs:// or s3:// -> its documents and their bytes. The only home of fsspec.

What counts as a document is decided by `extraction.source.intake.is_document`.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

# gcsfs looks for experimental bucket kinds at its first call, and hangs for a minute where it gets no answer.
os.environ.setdefault("GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT", "false")

import fsspec

from extraction.errors import BucketError, BucketRefusedError, TooLargeError, UsageError
from extraction.source.intake import PDF_HEADER_WITHIN, is_document, is_hidden

BLOCK_BYTES = 1 << 20

_LOCAL = "file"
_FORMS = "Name a folder, gs://bucket/folder or s3://bucket/folder."
_LOGIN = {
    "gs": "Log in with `gcloud auth application-default login`, or name a key file by GOOGLE_APPLICATION_CREDENTIALS.",
    "s3": "Log in with `aws sso login`, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
}


@dataclass(frozen=True, slots=True)
class Blob:
    """One document of a bucket. `name` is its path inside the bucket, `size` its bytes."""

    uri: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What a bucket holds: its documents in natural order, and how many other files there are."""

    documents: tuple[Blob, ...]
    skipped: int


def named(bucket: str) -> str:
    """Name of a bucket -> the same, if it can be one: what can be told without asking a network.

    Raises UsageError.
    """
    scheme, path = _parts(bucket)
    if scheme == _LOCAL and not Path(path).exists():
        raise UsageError(f"{bucket} does not exist. {_FORMS}")
    return bucket


def list_documents(bucket: str) -> Listing:
    """Folder, single file, gs://… or s3://… -> its documents, from every folder below it.

    Raises UsageError where there is no such bucket or its kind is unknown, BucketError where it cannot be listed.
    """
    files, root, scheme = _opened(bucket)
    with _understood(bucket, scheme, "listed"):
        found = files.find(root, detail=True)
        if not found and not files.exists(root):
            raise UsageError(f"{bucket} does not exist. {_FORMS}")
    documents, skipped = [], 0
    for path, about in found.items():
        name = PurePosixPath(path).relative_to(root).as_posix() if path != root else PurePosixPath(path).name
        if is_hidden(name) or path.endswith("/"):
            continue
        blob = Blob(f"{scheme}://{path}", name, int(about["size"] or 0))
        if is_document(name, partial(_head, blob)):
            documents.append(blob)
        else:
            skipped += 1
    return Listing(tuple(sorted(documents, key=lambda blob: natural(blob.name))), skipped)


def read(uri: str, max_bytes: int) -> bytes:
    """URI of a document -> its bytes; never more than `max_bytes` are held.

    Raises TooLargeError, BucketError.
    """
    files, path, scheme = _opened(uri)
    with _understood(uri, scheme, "read"):
        size = int(files.size(path) or 0)
        if size <= max_bytes:
            with files.open(path, "rb") as stream:
                data: bytes = stream.read(max_bytes + 1)
            size = len(data)
    if size > max_bytes:
        raise TooLargeError(f"The file has {size:,} bytes; the limit is {max_bytes:,}. Split it, or raise the limit.")
    return data


def digest(uri: str) -> str:
    """URI -> SHA-256 of its bytes in hex, however many they are. Raises BucketError."""
    files, path, scheme = _opened(uri)
    said = hashlib.sha256()
    with _understood(uri, scheme, "read"), files.open(path, "rb") as stream:
        while block := stream.read(BLOCK_BYTES):
            said.update(block)
    return said.hexdigest()


def natural(name: str) -> list[list[tuple[int, int, str]]]:
    """Path -> sort key, folder by folder, in which numbers count as numbers.

    >>> sorted(["p10.pdf", "p9.pdf", "P1.pdf"], key=natural)
    ['P1.pdf', 'p9.pdf', 'p10.pdf']
    """
    return [
        [(0, int(run), "") if run.isdecimal() else (1, 0, run) for run in re.split(r"([0-9]+)", part) if run]
        for part in name.casefold().split("/")
    ]


def _head(blob: Blob) -> bytes:
    """The first bytes of an object, as many as tell its kind."""
    files, path, scheme = _opened(blob.uri)
    with _understood(blob.uri, scheme, "read"):
        head: bytes = files.cat_file(path, start=0, end=min(PDF_HEADER_WITHIN, blob.size))
    return head


def _opened(uri: str) -> tuple[Any, str, str]:
    """URI or path -> its file system, the path in it, its scheme. Raises UsageError, BucketError."""
    scheme, path = _parts(uri)
    # A listing that fsspec remembers would hide what arrived since.
    options = {} if scheme == _LOCAL else {"use_listings_cache": False}
    with _understood(uri, scheme, "opened"):
        files = fsspec.filesystem(scheme, **options)
    return files, path, scheme


def _parts(uri: str) -> tuple[str, str]:
    """URI or path -> its scheme and the path in it. Raises UsageError for a scheme without a file system here."""
    scheme, separator, path = uri.partition("://")
    if not separator:
        scheme, path = _LOCAL, str(Path(uri).expanduser().resolve())
    if scheme not in (_LOCAL, *_LOGIN) or (scheme != _LOCAL and not path.strip("/")):
        raise UsageError(f"{uri} is no bucket. {_FORMS}")
    return scheme, path.rstrip("/") or "/"


@contextmanager
def _understood(uri: str, scheme: str, verb: str) -> Iterator[None]:
    """Whatever a storage client raises -> BucketError that names the URI and what to do.

    The clients have no common root: botocore, google-auth, aiohttp and gcsfs each raise errors of their own.
    """
    try:
        yield
    except (BucketError, UsageError):
        raise
    except FileNotFoundError as error:
        if verb == "listed":
            raise UsageError(f"{uri} does not exist, or may not be seen. {_LOGIN.get(scheme, '')}".strip()) from error
        raise BucketRefusedError(f"{uri} is gone: it was moved or removed since it was listed.") from error
    except PermissionError as error:
        raise BucketRefusedError(f"{uri} may not be {verb}: {_said(error)}. {_advice(scheme)}") from error
    except Exception as error:
        raise BucketError(f"{uri} cannot be {verb}: {_said(error)}. {_advice(scheme)}") from error


def _said(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")


def _advice(scheme: str) -> str:
    return _LOGIN.get(scheme, "Look at its permissions.")
