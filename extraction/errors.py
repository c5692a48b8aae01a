"""Every error of tieout: what happened, its exit code, whether a retry can help.

An error means that there is no result. What is wrong inside a result is an `Issue`.
"""

import traceback
from typing import ClassVar

from schemas.result import IssueCode


class TieoutError(Exception):
    """The root. The message says what happened and what to do; `page` (from 1) is the one to blame."""

    exit_code: ClassVar[int] = 1
    retryable: ClassVar[bool] = False

    def __init__(self, message: str, page: int | None = None) -> None:
        super().__init__(message)
        self.page = page


class UsageError(TieoutError):
    """The call or a setting is wrong."""

    exit_code = 2


class TruthError(UsageError):
    """A truth file cannot be used; the message says why, and who reads it names the file."""


class DocumentError(TieoutError):
    """The document cannot be read; the pipeline turns it into a rejected result."""

    exit_code = 4
    code: ClassVar[IssueCode]


class EmptyFileError(DocumentError):
    code = IssueCode.EMPTY_FILE


class UnknownFormatError(DocumentError):
    code = IssueCode.UNKNOWN_FORMAT


class DamagedFileError(DocumentError):
    code = IssueCode.DAMAGED_FILE


class PasswordRequiredError(DocumentError):
    code = IssueCode.PASSWORD_REQUIRED


class PasswordWrongError(DocumentError):
    code = IssueCode.PASSWORD_WRONG


class TooLargeError(DocumentError):
    code = IssueCode.TOO_LARGE


class TooSlowError(DocumentError):
    code = IssueCode.TOO_SLOW


class EngineError(TieoutError):
    """A reading engine (Tesseract, the PDF library) is missing or broke."""


class UnforeseenError(TieoutError):
    """A bug of tieout, in another process; the message is its `trace`."""


class BucketError(TieoutError):
    """The bucket could not be listed or an object not read; storage may answer the next time."""

    retryable = True


class BucketRefusedError(BucketError):
    """The storage answered: the object is gone, or may not be read with these credentials."""

    retryable = False


class WarehouseError(TieoutError):
    """The warehouse refused a statement; trying again will not help."""


class WarehouseBusyError(WarehouseError):
    """The warehouse is locked by another process or temporarily unavailable."""

    retryable = True


def trace(error: BaseException) -> str:
    """Error that nobody foresaw -> its class and the lines of code it came through.

    What it says is left out: it may quote the document, and account numbers are never told.
    """
    frames = traceback.extract_tb(error.__traceback__)
    return "".join([f"{type(error).__name__}\n", *(f"  {f.filename}:{f.lineno} {f.name}: {f.line}\n" for f in frames)])
