"""A function of PDFium -> the same, called without the conversion of its arguments."""

import ctypes
from typing import Any


class Handle(ctypes.c_void_p):
    """A pointer that PDFium gives; ctypes keeps one of a class of our own as it is, and makes others plain ints."""


def direct(function: Any, result: type[Any] = ctypes.c_int) -> Any:
    """Function with declared arguments, what it gives -> the same function without them.

    A page has thousands of characters and lines that are asked four things each, and a call takes 0.6 to 0.9 µs with
    declared arguments, 0.2 µs without: nearly all of it is their conversion. Only pointers (`pointer`, `Handle`,
    `ctypes.byref`) and whole numbers of 32 bits may be passed.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result)(address)


def pointer(handle: Any) -> Handle:
    """A pointer of any type -> the same for direct functions."""
    return Handle(ctypes.cast(handle, ctypes.c_void_p).value)
